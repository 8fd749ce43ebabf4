//! The day: every line says why with its rule, and leads to the right place.
import { afterEach, expect, it } from "vitest";
import { useMock, type Today as Day } from "@/api";
import { answer, settle, show } from "@/records/testing";
import Today from "./Today.vue";

afterEach(() => {
  useMock(null);
  document.body.replaceChildren();
});

const day: Day = {
  due: [{ what: "jour_end", on: "2026-11-20", why: { kind: "counted_from", from: "2026-09-20", count: 2, unit: "months" }, rule: "22 kap. 4 § SoL", subject: { kind: "placement", id: "c1", name: "Ebbe Påhittad" }, late: true }],
  waiting: [{ what: "register_check", on: "2026-11-10", why: { kind: "asked", on: "2026-11-10", of: "kronofogden" }, rule: null, subject: { kind: "home", id: "h1", name: "Familjen Ekdal Påhittad" }, late: false }],
  happening: [{ what: "step", on: "2026-11-26", why: { kind: "planned", text: "home_visit" }, rule: null, subject: { kind: "recruitment", id: "r1", name: "Familjen Ström Påhittad" }, late: false }],
};

it("says what, when and why in plain words, with the rule, and where it leads", async () => {
  answer({ today: () => day, vocabulary: () => ({ registers: [{ key: "kronofogden", name: "Kronofogden", compulsory: true, police: false, consent: true, source: "" }], home_facts: [], needs: [], limits: [] }) });
  const it = show(Today, {});
  await settle();
  const lines = it.findAll(".line").map((one) => one.text());
  expect(lines[0]).toContain("Tid i jourhem · Ebbe Påhittad");
  expect(lines[0]).toContain("Försenat 20 nov 2026 · för 3 dagar sedan");
  expect(lines[0]).toContain("2 månader från 20 sep 2026.");
  expect(lines[0]).toContain("22 kap. 4 § SoL");
  expect(lines[1]).toContain("Kronofogden, begärt 10 nov 2026, för 13 dagar sedan. Inget svar än.");
  expect(lines[2]).toContain("Hembesök · Familjen Ström Påhittad");
  expect(it.findAll("a.what").map((one) => one.attributes("href"))).toEqual(["#/matchning/c1", "#/hem/h1", "#/rekrytering/r1"]);
  expect(it.findAll("h2").map((one) => one.text())).toEqual(["Förfaller1", "Väntar på svar1", "Händer1"]);
});

it("moves between columns with the arrow keys", async () => {
  answer({ today: () => day });
  const it = show(Today, {});
  await settle();
  it.get<HTMLElement>("a.what").element.focus();
  document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true }));
  expect((document.activeElement as HTMLAnchorElement).getAttribute("href")).toBe("#/hem/h1");
});

it("teaches the first step when nothing is there", async () => {
  answer({ today: () => ({ due: [], waiting: [], happening: [] }) });
  const it = show(Today, {});
  await settle();
  expect(it.text()).toContain("Inget väntar på dig i dag");
  expect(it.text()).toContain("Ny förfrågan");
});

it("one home's missing registers are one line with how many, of whom and which, its rule and its link", async () => {
  const missing = (register: string, name: string): Day["due"][number] => ({
    what: "register_check", on: null, why: { kind: "missing", blocker: { kind: "check_missing", register, person: "p1", name } }, rule: "lokal rutin", subject: { kind: "home", id: "h1", name: "Familjen Ekdal Påhittad" }, late: true,
  });
  const other = { ...missing("kronofogden", "Bo Ström Påhittad"), subject: { kind: "home", id: "h2", name: "Familjen Ström Påhittad" } };
  answer({
    today: () => ({ due: [missing("belastningsregistret", "Asta Ekdal"), ...day.due, missing("misstankeregistret", "Asta Ekdal"), other, missing("belastningsregistret", "Bo Ekdal")], waiting: [], happening: [] }),
    vocabulary: () => ({ registers: ["Belastningsregistret", "Misstankeregistret"].map((name) => ({ key: name.toLowerCase(), name, compulsory: true, police: true, consent: false, source: "" })), home_facts: [], needs: [], limits: [] }),
  });
  const it = show(Today, {});
  await settle();
  const lines = it.findAll(".line");
  expect(lines).toHaveLength(3);
  expect(lines[0]?.text()).toContain("3 registerkontroller · Familjen Ekdal Påhittad");
  expect(lines[0]?.text()).toContain("Asta Ekdal saknar svar från belastningsregistret och misstankeregistret. Bo Ekdal saknar svar från belastningsregistret.");
  expect(lines[0]?.text()).toContain("lokal rutin");
  expect(lines[0]?.get("a").attributes("href")).toBe("#/hem/h1");
  expect(it.findAll("h2")[0]?.text()).toBe("Förfaller3");
});
