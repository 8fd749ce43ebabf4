//! After lock nothing personal is left in the page.
import { flushPromises } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { nextTick } from "vue";
import { useMock, type DeskStatus } from "../src/api";
import { startDesk } from "../src/desk";
import { say } from "../src/parts";

const open: DeskStatus = {
  state: "open",
  file: "Exempelkommun.hemvist",
  recent: [],
  practice: true,
  unit: { municipality: "Exempelkommun", committee: "Socialnämnden" },
  user: { id: "u1", name: "Maja Modig", role: "supervisor" },
  today: "2026-11-23",
  version: "0.1.0",
  idle_minutes: 10,
  last_backup: null,
};
const home = { id: "h1", name: "Familjen Ekdal Påhittad", locality: "Gränna" };

let status: DeskStatus;
let place: HTMLElement;
let takeDown: () => void;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
  status = open;
  useMock((name) => {
    if (name === "lock") status = { ...open, state: "locked", user: null };
    if (name === "search") return { homes: [home], people: [], children: [] };
    return status;
  });
  place = document.createElement("div");
  document.body.append(place);
  takeDown = startDesk(place);
  await settle();
});
afterEach(() => {
  takeDown();
  useMock(null);
  vi.useRealTimers();
});

async function settle(): Promise<void> {
  for (let n = 0; n < 5; n += 1) {
    await flushPromises();
    await nextTick();
  }
}

function key(name: string, ctrlKey = false): void {
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key: name, ctrlKey, bubbles: true, cancelable: true }));
}

async function search(): Promise<void> {
  const input = place.querySelector<HTMLInputElement>('[role="combobox"]');
  expect(input).not.toBeNull();
  input?.focus();
  if (input) input.value = "ekdal";
  input?.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
  vi.advanceTimersByTime(200);
  await settle();
  expect(place.textContent).toContain("Familjen Ekdal Påhittad");
}

function nothingPersonal(): void {
  const page = document.documentElement.outerHTML;
  for (const word of ["Ekdal", "Maja Modig", "Hemlig påhittad text"]) expect(page).not.toContain(word);
  const typed = [...document.querySelectorAll<HTMLInputElement>("input, textarea")].map((it) => it.value).join("");
  expect(typed).toBe("");
  expect(location.hash).toBe("#/");
  expect(place.textContent).toContain("Logga in");
}

it("Ctrl L takes down everything and shows the sign-in", async () => {
  await search();
  say("Hemlig påhittad text");
  location.hash = "#/hem/h1";
  await settle();
  key("l", true);
  await settle();
  nothingPersonal();
});

it("a desk that nobody touches locks itself after its minutes", async () => {
  await search();
  say("Hemlig påhittad text");
  vi.advanceTimersByTime(9 * 60_000);
  await settle();
  expect(place.textContent).toContain("Maja Modig");
  key("a");
  vi.advanceTimersByTime(9 * 60_000);
  await settle();
  expect(place.textContent, "a key starts the minutes anew").toContain("Maja Modig");
  vi.advanceTimersByTime(60_000 + 2_000);
  await settle();
  nothingPersonal();
});

it("the program hears that somebody is there", async () => {
  const calls: string[] = [];
  useMock((name) => {
    calls.push(name);
    return status;
  });
  vi.advanceTimersByTime(2 * 60_000);
  key("a");
  key("b");
  await settle();
  expect(calls.filter((it) => it === "still_here")).toEqual(["still_here"]);
});

it("a lock that the program does not answer still clears the page", async () => {
  await search();
  useMock((name) => {
    if (name === "lock") throw { kind: "internal", reference: "x" };
    return { ...open, state: "locked", user: null };
  });
  key("l", true);
  await settle();
  expect(document.documentElement.outerHTML).not.toContain("Ekdal");
});
