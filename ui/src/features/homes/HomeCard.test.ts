//! The card: what is missing is said, and a note is one key away.
import { afterEach, beforeEach, expect, it } from "vitest";
import { useMock, type HomeCard as Home } from "@/api";
import { press } from "@/parts";
import HomeCard from "./HomeCard.vue";
import { answer, bare, settle, show } from "@/records/testing";

beforeEach(() => window.addEventListener("keydown", press));
afterEach(() => {
  window.removeEventListener("keydown", press);
  useMock(null);
  document.body.replaceChildren();
});

const asta = {
  id: "p1", given_name: "Asta", family_name: "Ekdal Påhittad", personal_number: null, birth_date: null, age: null, role: "carer" as const, to_check: true, checked: true, protected: false, phone: null, email: null,
  occupation: null, moved_in_on: null, moved_out_on: null,
};
const registers = [{ key: "belastningsregistret", name: "Belastningsregistret", compulsory: true, police: true, consent: false, source: "3 kap. 3 § SoF" }];
const words = { registers, home_facts: [{ key: "car", label: "Bil", kind: "choice", choices: ["ja", "nej"] }], needs: [], limits: [] };

async function card(home: Partial<Home>, role: "supervisor" | "recruiter" = "supervisor") {
  const calls = answer({ home_card: () => ({ ...bare, ...home }), vocabulary: () => words });
  const it = show(HomeCard, { id: "h1" }, role);
  await settle();
  return { it, calls };
}

it("says all three things that are missing: number, check and approval", async () => {
  const { it } = await card({
    people: [asta],
    checks_state: "missing",
    check_blockers: [
      { kind: "person_number_missing", person: "p1", name: "Asta Ekdal Påhittad" },
      { kind: "check_missing", register: "belastningsregistret", person: "p1", name: "Asta Ekdal Påhittad" },
    ],
  });
  expect(it.text()).toContain("Asta Ekdal Påhittad saknar personnummer, så inget register kan frågas.");
  expect(it.text()).toContain("Asta Ekdal Påhittad saknar svar från belastningsregistret.");
  expect(it.text()).toContain("Inget godkännande är inskrivet. Hemmet har då inga lediga platser.");
});

it("says why a fact about the house is empty", async () => {
  const { it } = await card({ facts: [{ key: "car", value: null, gap: "unknown" }] });
  expect(it.get("#kort-house").text()).toContain("BilVi vet inte");
});

it("keeps what is approved apart from what is wished, with speaker and age of the answer", async () => {
  const { it } = await card({
    scopes: [{ id: "s1", care: "familjehem", age_from: 0, age_to: 12, places: 2, conditions: null, decided_on: "2023-06-14", paragraph: "§ 88", valid_from: null, valid_to: null }],
    wishes: [{ id: "w1", strength: "limit", text: "Högst ett barn", said_by: "Asta", said_on: "2026-03-11" }],
  });
  expect(it.get("#kort-scope").text()).toContain("0–12\u00a0år");
  expect(it.get("#kort-scope").text()).not.toContain("Högst ett barn");
  expect(it.get("#kort-wishes").text()).toContain("Asta");
  expect(it.get("#kort-wishes").text()).toContain("för 8 månader sedan");
});

it("opens a note on one key, with the text in focus, and adds it with Ctrl Enter", async () => {
  const { it, calls } = await card({});
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));
  await settle();
  const text = it.get("#kort-timeline textarea");
  expect(document.activeElement).toBe(text.element);
  await text.setValue("Bo ringde.");
  await text.trigger("keydown", { key: "Enter", ctrlKey: true });
  await settle();
  expect(calls.filter((one) => one.name === "add_note").map((one) => one.input)).toEqual([{ home: "h1", on_day: "2026-11-23", kind: "call", text: "Bo ringde." }]);
  expect(it.find("#kort-timeline textarea").exists()).toBe(false);
});

it("keeps a note that is closed without being saved", async () => {
  const { it, calls } = await card({});
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));
  await settle();
  await it.get("#kort-timeline textarea").setValue("Halvvägs");
  await it.get("#kort-timeline textarea").trigger("keydown", { key: "Escape" });
  await settle();
  const kept = calls.filter((one) => one.name === "keep_draft").map((one) => one.input as { key: string; text: string });
  expect(kept.at(-1)?.key).toBe("new_note/h1");
  expect(kept.at(-1)?.text).toContain("Halvvägs");
});

it("does not offer a recruiter to write in an approval, and says who does", async () => {
  const { it } = await card({}, "recruiter");
  const add = it.get("#kort-scope").findAll("button").find((one) => one.text().includes("Lägg till godkännande"));
  expect(add?.attributes("disabled")).toBeDefined();
  expect(it.get("#kort-scope").text()).toContain("enhetschefen");
});
