//! The match: ties, contradictions and hidden names, by keyboard, in words.
import { afterEach, beforeEach, expect, it } from "vitest";
import { useMock, type ChildCard, type HomeResult, type Matched, type MatchReasons, type NeedResult } from "@/api";
import { answer, settle, show, TODAY } from "@/records/testing";
import { press } from "@/parts";
import { row } from "@/mock/match";
import MatchView from "./match/MatchView.vue";

beforeEach(() => window.addEventListener("keydown", press));
afterEach(() => {
  window.removeEventListener("keydown", press);
  useMock(null);
  document.body.replaceChildren();
});

const child = {
  id: "c1", given_name: "Ebbe", family_name: "Ek Påhittad", age: 9, own_words: "Jag vill gå kvar.", own_words_on: "2026-11-09", not_asked_reason: null, sheet_locked_at: null, protected: false,
  needs: [{ id: "n1", area: "education", need_key: "kept_school", text: "Går kvar i sin skola", importance: "essential", source: "Skolan", said_on: "2026-11-02", own_words: false, after_lock: false }],
} as unknown as ChildCard;

const known: NeedResult = {
  need: "kept_school", importance: "essential", weight: 6, level: "yes", counts_as_stated: true, measure_written: false, value: 80, points: 480, share: 80,
  answer: { capability: "k1", level: "yes", evidence: "stated", on: "2026-09-02", age: { kind: "fresh" }, contradicted: false },
};

function home(id: string, name: string, more: Partial<HomeResult> = {}): HomeResult {
  return {
    home: id, name, band: "possible", gates: [], reasons: [], needs: [known], fit: { points: 480, weight: 6, hundredths: 80, tenths: 8 }, coverage: { known: 6, total: 6, hundredths: 100, tenths: 10 },
    essentials: { met: 1, with_measure: 0, open: 0, unknown: 0 }, keeps_school: true, warnings: [], last_request_on: null, requests_last_year: 0, ...more,
  };
}

const people = { p1: "Lotta Lönn Påhittad" };

interface Both { matched: Matched; homes: HomeResult[] }

/** The list, and the homes' own reasons. */
function matched(groups: HomeResult[][], more: Partial<Matched> = {}): Both {
  const homes = groups.flat();
  const places = homes.map((it) => ({ id: it.home, place: it.home === "h1" ? "Gränna" : null }));
  const band = (key: HomeResult["band"]) => groups.filter((group) => group[0]?.band === key);
  return {
    homes,
    matched: {
      child, people, warnings: [],
      result: {
        rule_version: 3, as_of: TODAY, start_day: TODAY, network: { kind: "none_found" }, refused_overrides: [],
        bands: (["possible", "possible_more_to_learn", "only_if", "hindered"] as const).map((key) => ({
          band: key, count: band(key).flat().length, groups: band(key).map((group) => ({ count: group.length, homes: group.map((it) => row(it, places)) })),
        })),
      },
      ...more,
    },
  };
}

const registers = [{ key: "belastningsregistret", name: "Belastningsregistret", compulsory: true, police: true, consent: false, source: "" }];

async function view(of: Both) {
  const reasons = (input: { homes: string[] }): MatchReasons => ({ homes: of.homes.filter((it) => input.homes.includes(it.home)), people, measures: {} });
  const calls = answer({ match_child: () => of.matched, match_reasons: reasons as never, vocabulary: () => ({ registers, home_facts: [], needs: [], limits: [] }), start_paper: () => "k1" });
  const it = show(MatchView, { id: "c1" });
  await settle();
  return { it, calls };
}

async function key(name: string): Promise<void> {
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
  await settle();
}

it("equal homes stand as one group that says the order is a turn order and no merit", async () => {
  const { it } = await view(matched([[home("h1", "Familjen Ek Påhittad"), home("h2", "Familjen Al Påhittad")], [home("h3", "Familjen Lind Påhittad")]]));
  const [group, ...others] = it.findAll('[role="group"]');
  expect(others).toEqual([]);
  expect(group?.text()).toContain("Likvärdiga i underlaget");
  expect(group?.text()).toContain("turordning");
  expect(group?.text()).toContain("inget betyg");
  expect(group?.findAll("[data-home]").length).toBe(2);
});

it("a contradictory answer is told and asked about", async () => {
  const answer = { ...known.answer!, contradicted: true };
  const { it } = await view(matched([[home("h1", "Familjen Ek Påhittad", { needs: [{ ...known, answer }] })]]));
  await it.get("[data-home=h1]").trigger("click");
  await settle();
  expect(it.text()).toContain("Hemmet har också svarat något annat.");
  expect(it.text()).toContain("Vad gäller om ”Går kvar i sin skola”? Hemmet har svarat på två sätt.");
});

it("an aged answer is a question and never a yes", async () => {
  const aged = { ...known, level: "unknown" as const, value: null, points: null, share: null, answer: { ...known.answer!, on: "2025-10-01", age: { kind: "aged" as const, since: "2026-10-01" } } };
  const { it } = await view(matched([[home("h1", "Familjen Ek Påhittad", { band: "possible_more_to_learn", needs: [aged], fit: null, reasons: [{ kind: "essential_unknown", need: "kept_school" }] })]]));
  await it.get("[data-home=h1]").trigger("click");
  await settle();
  expect(it.get(".detail .need").text()).toContain("Vet inte");
  expect(it.get(".detail .need").text()).toContain("För gammalt för att räknas sedan 1 okt 2026");
  expect(it.text()).toContain("Gäller svaret om ”Går kvar i sin skola” fortfarande?");
});

it("n hides every name: homes, places and people; n again shows them", async () => {
  const gate = { gate: "checks", outcome: "hinder", subject: { kind: "check", person: "p1", register: "belastningsregistret" }, fact: { kind: "check_missing", person: "p1", register: "belastningsregistret" }, cure: null, overridable_by: null, overridden: null } as const;
  const { it } = await view(matched([[home("h1", "Familjen Lönn Påhittad", { band: "hindered", gates: [gate] })]]));
  const right = () => it.get(".right").text();
  expect(right()).toContain("Lotta Lönn Påhittad saknar svar från belastningsregistret.");
  await key("n");
  for (const name of ["Lönn", "Lotta", "Gränna"]) expect(right()).not.toContain(name);
  expect(right()).toContain("Hem A");
  expect(right()).toContain("En vuxen i hemmet saknar svar från belastningsregistret.");
  await key("n");
  expect(right()).toContain("Familjen Lönn Påhittad");
});

it("a hidden home's letter comes from its key, so that it says nothing of its place", async () => {
  const { it } = await view(matched([[home("z", "Först Påhittad")], [home("a", "Sist Påhittad")]]));
  await key("n");
  expect(it.get("[data-home=z]").text()).toContain("Hem B");
  expect(it.get("[data-home=a]").text()).toContain("Hem A");
});

it("arrows go through the homes over the bands, space marks, j compares, u starts a paper", async () => {
  const { it, calls } = await view(matched([[home("h1", "Familjen Ek Påhittad")], [home("h2", "Familjen Al Påhittad", { band: "hindered" })]]));
  expect((document.activeElement as HTMLElement).dataset.home).toBe("h1");
  await key(" ");
  await key("ArrowDown");
  expect((document.activeElement as HTMLElement).dataset.home).toBe("h2");
  await key(" ");
  await key("u");
  document.querySelector('.dialog [role="dialog"]')?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }));
  await settle();
  expect(calls.filter((one) => one.name === "start_paper")[0]?.input).toEqual({ child: "c1", home: "h2", template: null });
  await key("j");
  expect(it.findAll("thead th").map((one) => one.text())).toEqual(["Underlag", "Familjen Ek PåhittadGränna", "Familjen Al Påhittad"]);
});

it("warns about the sheet, with the network in words", async () => {
  const { it } = await view(matched([[home("h1", "Familjen Ek Påhittad")]], { warnings: [{ kind: "child_not_heard" }, { kind: "network_not_weighed" }, { kind: "sheet_not_locked" }] }));
  const text = it.get(".warnings").text();
  for (const words of ["Barnets egna ord saknas", "Ingen i det egna nätverket fanns", "Underlaget är inte låst."]) expect(text).toContain(words);
});

it("teaches what to do without homes, without needs, and when nobody can", async () => {
  const none = await view(matched([]));
  expect(none.it.text()).toContain("Inga hem att pröva");
  none.it.unmount();
  const bare = await view(matched([[home("h1", "Ek Påhittad", { needs: [], fit: null, coverage: null, reasons: [{ kind: "no_needs" }] })]], { child: { ...child, needs: [] } }));
  expect(bare.it.text()).toContain("Barnet har inga behov inskrivna");
  bare.it.unmount();
  const { it } = await view(matched([[home("h1", "Ek Påhittad", { band: "hindered" })]]));
  expect(it.text()).toContain("Inget hem är möjligt som det är nu");
});

it("asks for the reasons of a home when it is opened, and not before", async () => {
  const { it, calls } = await view(matched([[home("h1", "Familjen Ek Påhittad")], [home("h2", "Familjen Al Påhittad", { band: "hindered" })]]));
  const asked = () => calls.filter((one) => one.name === "match_reasons").map((one) => one.input);
  expect(asked()).toEqual([]);
  await it.get("[data-home=h2]").trigger("click");
  await settle();
  expect(asked()).toEqual([{ child: "c1", homes: ["h2"] }]);
});

it("tells how many homes of a band are not shown, and shows more when asked", async () => {
  const of = matched([[home("h1", "Familjen Ek Påhittad")]]);
  of.matched.result.bands[0]!.count = 250;
  const { it, calls } = await view(of);
  expect(it.text()).toContain("249 hem till i listan visas inte än.");
  expect(it.text()).toContain("250 hem prövade");
  await it.get(".more button").trigger("click");
  await settle();
  expect(calls.filter((one) => one.name === "match_child").map((one) => one.input)).toEqual([{ id: "c1", show: {} }, { id: "c1", show: { possible: 200 } }]);
});
