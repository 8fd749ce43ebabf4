//! The child's page: own words first, nothing typed is lost, and what is locked stays told.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useMock, type ChildCard } from "@/api";
import { answer, settle, show, type Door } from "@/records/testing";
import { press } from "@/parts";
import ChildPage from "./ChildPage.vue";
import NewChild from "./NewChild.vue";

beforeEach(() => {
  window.addEventListener("keydown", press);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});
afterEach(() => {
  window.removeEventListener("keydown", press);
  vi.useRealTimers();
  useMock(null);
  document.body.replaceChildren();
});

const bare: ChildCard = {
  id: "c1", rev: 1, given_name: "Ebbe", family_name: "Ek Påhittad", personal_number: null, birth_date: null, age: 9, case_number: "2026-0417", protected: false, legal_ground: null, care: "familjehem", start_on: null,
  municipality: null, school: null, only_child: false, pet_allergy: false, sibling_group: null, own_words: null, own_words_on: null, not_asked_reason: null, background: null, social_worker: null,
  sheet_locked_at: null, needs: [], network: [], conflicts: [], placements: [], papers: [],
};
const need = { id: "n1", area: "education", need_key: "kept_school", text: "", importance: "essential" as const, source: "Skolan", said_on: "2026-11-02", own_words: false, after_lock: true };
const vocabulary = () => ({ registers: [], home_facts: [], needs: [{ key: "kept_school", area: "education", label: "Kan gå kvar i sin skola", ageless: true }], limits: [] });

async function page(child: Partial<ChildCard>, door: Door = {}) {
  const calls = answer({ open_child: () => ({ ...bare, ...child }), vocabulary, ...door });
  const it = show(ChildPage, { id: "c1" });
  await settle();
  const made = (name: string) => calls.filter((one) => one.name === name).map((one) => one.input);
  return { it, made };
}

it("the child's own words come before everything else, and the reason is asked for when there are none", async () => {
  const { it } = await page({});
  const heads = it.findAll("h2").map((one) => one.text());
  expect(heads[0]).toBe("Barnets egna ord");
  expect(it.text()).toContain("Har barnet inte tillfrågats?");
});

it("the reason is not asked for when the child has spoken", async () => {
  const { it } = await page({ own_words: "Jag vill gå kvar." });
  expect(it.text()).not.toContain("Har barnet inte tillfrågats?");
});

it("what is typed stays in the field and as a draft when it cannot be saved", async () => {
  const refuse = () => {
    throw { kind: "internal", reference: "ab12" };
  };
  const { it, made } = await page({}, { save_field: refuse });
  await it.get("textarea").setValue("Jag vill till mormor.");
  vi.advanceTimersByTime(500);
  await settle();
  vi.advanceTimersByTime(1000);
  await settle();
  expect(it.get("textarea").element.value).toBe("Jag vill till mormor.");
  expect(it.text()).toContain("Inte sparat");
  expect(made("save_field")[0]).toEqual({ entity: "child", id: "c1", field: "own_words", value: "Jag vill till mormor.", was: null });
  expect(made("keep_draft")).toContainEqual({ key: "child/c1/own_words", text: "Jag vill till mormor." });
});

it("says when the sheet was locked and what came after", async () => {
  const { it } = await page({ sheet_locked_at: "2026-11-20T08:14:00Z", needs: [need] });
  expect(it.text()).toContain("Underlaget låst 20 nov 2026");
  expect(it.get("#kort-needs").text()).toContain("tillagt efter låsning");
  expect(it.get("#kort-needs").text()).toContain("Kan gå kvar i sin skola");
  expect(it.findAll("button").some((one) => one.text().startsWith("Lås underlaget"))).toBe(false);
});

it("says before it is locked that it cannot be unlocked, and locks", async () => {
  const { it, made } = await page({ needs: [{ ...need, after_lock: false }] });
  await it.findAll("button").find((one) => one.text().startsWith("Lås underlaget"))?.trigger("click");
  await settle();
  expect(document.body.textContent).toContain("Det går inte att låsa upp.");
  expect(made("lock_need_sheet")).toEqual([]);
  document.querySelector<HTMLButtonElement>(".dialog .primary")?.click();
  await settle();
  expect(made("lock_need_sheet")).toEqual([{ id: "c1" }]);
});

it("a new child's form is kept as a draft while one types", async () => {
  const calls = answer({});
  const it = show(NewChild, {});
  await settle();
  await it.get("input").setValue("Saga");
  vi.advanceTimersByTime(1000);
  await settle();
  const kept = calls.filter((one) => one.name === "keep_draft").map((one) => one.input as { key: string; text: string });
  expect(kept.at(-1)?.key).toBe("new_child");
  expect(kept.at(-1)?.text).toContain("Saga");
});
