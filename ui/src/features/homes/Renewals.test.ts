//! The renewal list: nearness, several asked for by keyboard, a missing consent, taken back.
import { afterEach, beforeEach, expect, it } from "vitest";
import { useMock, type AskChecks, type Renewal } from "@/api";
import { press } from "@/parts";
import { answer, bare, settle, show } from "@/records/testing";
import { byHome } from "./renewing";
import Renewals from "./Renewals.vue";

beforeEach(() => window.addEventListener("keydown", press));
afterEach(() => {
  window.removeEventListener("keydown", press);
  useMock(null);
  document.body.replaceChildren();
});

const row = (more: Partial<Renewal>): Renewal => ({
  home: "h1", home_name: "Familjen Ekdal Påhittad", recruitment: null, person: "p1", name: "Bo Ekdal Påhittad", register: "belastningsregistret", when: "overdue",
  due_on: "2026-10-12", received_on: "2025-10-12", asked_on: null, ...more,
});
const rows = [
  row({}),
  row({ home: "h2", home_name: "Familjen Ström Påhittad", recruitment: "r2", person: "p2", name: "Rut Ström Påhittad", when: "within_60", due_on: "2027-01-08" }),
  row({ register: "kronofogden", when: "within_30", due_on: "2026-12-02" }),
];
const registers = [{ key: "belastningsregistret", name: "Belastningsregistret", consent: false }, { key: "kronofogden", name: "Kronofogden", consent: true }];

async function screen(more: object = {}, checks: object[] = []) {
  const calls = answer({
    check_renewals: () => ({ as_of: "2026-11-23", months: 12, rows }),
    vocabulary: () => ({ registers, home_facts: [], needs: [], limits: [] }),
    home_card: ({ id }: { id: string }) => ({ ...bare, id, checks }),
    ask_checks: ({ checks: asked }: AskChecks) => asked.map((_, n) => `k${n}`),
    ...more,
  });
  const it = show(Renewals, {});
  await settle();
  const key = async (name: string) => {
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: name, code: name === " " ? "Space" : undefined, bubbles: true, cancelable: true }));
    await settle();
  };
  const focus = (at: number) => (it.get(`[data-at="${at}"]`).element as HTMLElement).focus();
  return { it, calls, key, focus };
}

it("keeps a home's checks together and shows only what is near", () => {
  expect(byHome(rows, null).map((one) => one.home)).toEqual(["h1", "h1", "h2"]);
  expect(byHome(rows, "late").map((one) => one.when)).toEqual(["overdue"]);
  expect(byHome(rows, "30").map((one) => one.when)).toEqual(["overdue", "within_30"]);
});

it("says in words how near each is, and leads a family in recruitment to its page", async () => {
  const { it } = await screen();
  for (const words of ["Försenad", "Inom 30 dagar", "Inom 60 dagar", "12 okt 2026", "Kontroller görs om efter 12 månader."]) expect(it.text()).toContain(words);
  const links = it.findAll(".group a").map((one) => one.attributes("href"));
  expect(links).toEqual(["#/hem/h1", "#/rekrytering/r2"]);
});

it("asks for several by keyboard, with the consent that is noted", async () => {
  const { calls, key, focus } = await screen({}, [{ id: "old", person: "p1", register: "kronofogden", consent_on: "2026-08-30", asked_on: "2025-11-20", received_on: "2025-12-02" }]);
  focus(0);
  await key(" ");
  focus(1);
  await key(" ");
  await key("b");
  expect(calls.find((one) => one.name === "ask_checks")?.input).toEqual({
    checks: [
      { person: "p1", register: "belastningsregistret", asked_on: "2026-11-23" },
      { person: "p1", register: "kronofogden", asked_on: "2026-11-23", consent_on: "2026-08-30" },
    ],
  });
});

it("tells a missing consent at its row, with the way to where it is noted", async () => {
  const refuse = () => {
    throw { kind: "invalid", field: "checks.1.consent_on", reason: { code: "required" } };
  };
  const { it, key, focus } = await screen({ ask_checks: refuse });
  focus(0);
  await key("v");
  await key("b");
  const told = it.get('[data-at="1"] [role="alert"]');
  expect(told.text()).toContain("Samtycke saknas.");
  expect(told.get("a").attributes("href")).toBe("#/hem/h1");
});

it("takes the questions back: a new one goes, one that was begun is only not asked", async () => {
  const { calls } = await screen();
  const { takeBack } = await import("./renewing");
  const begun = { ...bare, checks: [{ id: "k1" }] } as never;
  await takeBack([rows[0]!, rows[2]!], ["k0", "k1"], [begun], "2026-11-23");
  expect(calls.filter((one) => ["remove_row", "save_field"].includes(one.name)).map((one) => one.input)).toEqual([
    { entity: "register_check", id: "k0" },
    { entity: "register_check", id: "k1", field: "asked_on", value: null, was: "2026-11-23" },
  ]);
});

it("teaches when nothing is to be made again", async () => {
  const { it } = await screen({ check_renewals: () => ({ as_of: "2026-11-23", months: 12, rows: [] }) });
  expect(it.text()).toContain("Inga kontroller att göra om");
});
