//! The frame by keyboard: areas, keys of the screen, handbook, and back again.
import { flushPromises } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { nextTick } from "vue";
import { useMock, type DeskStatus } from "../src/api";
import { startDesk } from "../src/desk";
import { pages } from "../src/sv/handbook";
import { places } from "../src/places";

const open: DeskStatus = {
  state: "open",
  file: "Exempelkommun.hemvist",
  recent: [],
  practice: true,
  unit: { municipality: "Exempelkommun", committee: "Socialnämnden" },
  user: { id: "u1", name: "Maja Modig", role: "recruiter" },
  today: "2026-11-23",
  version: "0.1.0",
  idle_minutes: 10,
  last_backup: null,
};
let place: HTMLElement;
let takeDown: () => void;

beforeEach(async () => {
  useMock(() => open);
  place = document.createElement("div");
  document.body.append(place);
  takeDown = startDesk(place);
  await settle();
});
afterEach(() => {
  takeDown();
  place.remove();
  useMock(null);
});

async function settle(): Promise<void> {
  for (let n = 0; n < 8; n += 1) {
    await flushPromises();
    await nextTick();
  }
}

async function key(name: string): Promise<void> {
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
  await settle();
}

it("the search box has the focus on I dag", () => {
  expect(document.activeElement?.getAttribute("role")).toBe("combobox");
});

it("? shows the keys and Esc gives the focus back", async () => {
  const before = document.activeElement;
  await key("?");
  const dialog = place.querySelector('[role="dialog"]');
  expect(dialog?.textContent).toContain("Ctrl L");
  const name = document.getElementById(dialog?.getAttribute("aria-labelledby") ?? "");
  expect(name?.textContent).toBe("Tangenter på den här sidan");
  (document.activeElement ?? dialog)?.dispatchEvent(new KeyboardEvent("keyup", { key: "Escape", bubbles: true }));
  await settle();
  expect(place.querySelector('[role="dialog"]')).toBeNull();
  expect(document.activeElement).toBe(before);
});

it("F1 opens the page of the handbook for the place", async () => {
  await key("F1");
  expect(location.hash).toBe("#/handbok/start");
});

it("F1 opens the page of each place, and the settings their own", async () => {
  for (const it of places.filter((one) => one.key !== "handbok")) {
    location.hash = `#/${it.key}`;
    window.dispatchEvent(new HashChangeEvent("hashchange"));
    await settle();
    await key("F1");
    expect(location.hash, it.key).toBe(`#/handbok/${it.help}`);
  }
  expect(places.find((it) => it.key === "installningar")?.help).toBe("installningar");
});

it("a practice unit says so on every place", () => {
  expect(place.textContent).toContain("ÖVNINGSENHET – påhittade uppgifter");
});

it("every place has a page in the handbook", () => {
  for (const it of places) expect(pages.map((page) => page.key)).toContain(it.help);
});
