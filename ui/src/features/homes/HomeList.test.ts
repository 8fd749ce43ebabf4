//! The list: the question about a free place, by keyboard.
import { afterEach, beforeEach, expect, it } from "vitest";
import { useMock, type HomeQuery } from "@/api";
import { press } from "@/parts";
import HomeList from "./HomeList.vue";
import { answer, settle, show } from "@/records/testing";

beforeEach(() => window.addEventListener("keydown", press));
afterEach(() => {
  window.removeEventListener("keydown", press);
  useMock(null);
  document.body.replaceChildren();
});

const row = {
  id: "h1", name: "Familjen Ekdal Påhittad", kind: "familjehem", locality: null, municipality: null, standing: "available", approved: 3, taken: 2, free: 1, age_from: 0, age_to: 12,
  checks: "soon", paused_to: null, asked_on: "2026-03-11", protected: true,
};

async function list(rows: object[] = [row]) {
  const calls = answer({ home_list: () => ({ rows, total: rows.length, on: "2026-11-23", free_in_all: rows.length }) });
  const it = show(HomeList, { narrow: false, selected: null });
  await settle();
  const latest = () => calls.filter((one) => one.name === "home_list").at(-1)?.input as HomeQuery;
  return { it, latest };
}

it("answers whether there is a place for a nine-year-old on Friday, by keyboard", async () => {
  const { it, latest } = await list();
  (document.activeElement as HTMLElement | null)?.blur();
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "f", bubbles: true }));
  const age = document.activeElement as HTMLInputElement;
  expect(it.get(".age input").element).toBe(age);
  await it.get(".age input").setValue("9");
  await it.get(".on input").setValue("fre");
  await it.get(".on input").trigger("keydown", { key: "Enter" });
  await settle();
  expect(latest()).toMatchObject({ age: 9, on: "2026-11-27", free_only: true });
  expect(it.text()).toContain("1 hem med plats för 9 år fredag 27 november 2026, 1 ledig plats");
  expect((document.activeElement as HTMLElement).dataset.at).toBe("0");
});

it("says in words how a row stands, and never where a protected home is", async () => {
  const { it } = await list();
  const text = it.get("tbody").text();
  for (const words of ["1 av 3", "0–12\u00a0år", "Ledig plats", "Går snart ut", "för 8 månader sedan", "Skyddade uppgifter"]) expect(text).toContain(words);
});

it("teaches the first step when the register is empty", async () => {
  const { it } = await list([]);
  expect(it.text()).toContain("Inga hem i registret");
  expect(it.text()).toContain("Hämta in vårt gamla register");
});

it("tells an empty choice from an empty register", async () => {
  const { it } = await list([]);
  await it.get(".text input").setValue("finns inte");
  await settle();
  expect(it.text()).toContain("Inget hem stämmer med urvalet");
});
