//! Interviews and the first assessment's end: noted once, warned of at the field, nothing lost.
import { afterEach, expect, it } from "vitest";
import { useMock, type Family } from "@/api";
import { madeUpFamilies } from "@/mock/families";
import { answer, settle, show, type Door } from "@/records/testing";
import Methods from "./Methods.vue";
import Outcome from "./Outcome.vue";
import Screening from "./Screening.vue";

afterEach(() => {
  useMock(null);
  document.body.replaceChildren();
});

function family(at: number): Family {
  return madeUpFamilies("ordinary")[at]!;
}

function button(it: ReturnType<typeof show>, text: string) {
  return it.findAll("button").find((one) => one.text().includes(text) || one.attributes("aria-label")?.includes(text));
}

it("an interpreter who also interviewed is warned of until there is a reason, which then stands", async () => {
  answer({} as Door);
  const far = family(7);
  const it = show(Methods, { family: far, ended: false });
  await settle();
  expect(it.text()).toContain("Den som tolkar har också intervjuat.");
  const second = far.methods.records[1]!;
  const told = { ...far, methods: { ...far.methods, records: [far.methods.records[0]!, { ...second, interpreter_reason: "Ingen annan tolk fanns." }] } };
  const after = show(Methods, { family: told, ended: false });
  await settle();
  expect(after.text()).not.toContain("Skriv varför");
  expect(after.text()).toContain("Ingen annan tolk fanns.");
});

it("an outcome that stops is refused at its reason, and what was chosen stays", async () => {
  const calls = answer({
    decide_screening: () => {
      throw { kind: "invalid", field: "reason", reason: { code: "required" } };
    },
  } as Door);
  const it = show(Outcome, { family: family(3), ended: false });
  await settle();
  await button(it, "Så slutar första bedömningen")?.trigger("click");
  await settle();
  await it.get("select").setValue("end");
  await it.get("form").trigger("submit");
  await settle();
  expect(calls.find((one) => one.name === "decide_screening")?.input).toMatchObject({ outcome: "end", on: "2026-11-23", reason: null });
  expect(it.get(".wrong").text()).toContain("Fyll i fältet.");
  expect(it.get<HTMLSelectElement>("select").element.value).toBe("end");
});

it("the household is judged part by part beside the adults, and asked nothing", async () => {
  const calls = answer({ save_household_assessment: () => null } as Door);
  const it = show(Screening, { family: family(5), ended: false });
  await settle();
  await it.findAll("[role=tab]").at(-1)?.trigger("click");
  await settle();
  expect(it.findAll(".part").length).toBe(9);
  expect(it.findAll(".part details").length).toBe(0);
  await it.get<HTMLInputElement>("[data-part=a] input[value=needs_light]").trigger("change");
  await settle();
  expect(calls.filter((one) => one.name.startsWith("save_")).map((one) => [one.name, one.input])).toEqual([["save_household_assessment", { recruitment: "r6", part: "a", level: "needs_light", reason: null }]]);
});
