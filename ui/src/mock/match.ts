//! Made-up homes matched for a made-up child, counted as the program counts (matching.md 5.4).
import type { AnswerAge, Band, BandReason, ChildCard, Evidence, GateResult, HomeResult, HouseholdWarning, MatchLead, MatchLevel, MatchReasons, MatchRow, Matched, Measure, NeedResult } from "../api";

const WEIGHT = { essential: 6, important: 3, wish: 1, not_relevant: 0 } as const;
interface Said { level: MatchLevel; evidence: Evidence; on: string; measure?: Measure; age?: AnswerAge; contradicted?: boolean }
interface Made {
  id: string; name: string; place: string | null; band: Band; said: Record<string, Said>; gates?: GateResult[]; reasons?: BandReason[]; warnings?: HouseholdWarning[]; asked?: [string, number];
}

const fresh: AnswerAge = { kind: "fresh" };
const yes = (evidence: Evidence = "stated", on = "2026-09-02"): Said => ({ level: "yes", evidence, on });
const no = (on = "2026-09-02"): Said => ({ level: "no", evidence: "stated", on });
const support = (measure?: Measure): Said => ({ level: "with_support", evidence: "stated", on: "2026-08-12", measure });
const passes: GateResult = { gate: "scope", outcome: "pass", subject: { kind: "home" }, fact: { kind: "clear" }, cure: null, overridable_by: null, overridden: null };
const later: GateResult = { gate: "child_assessment", outcome: "warn", subject: { kind: "home" }, fact: { kind: "child_not_assessed" }, cure: { kind: "assess_for_child" }, overridable_by: null, overridden: null };
const hinder = (it: Pick<GateResult, "gate" | "fact"> & Partial<GateResult>): GateResult => ({ ...passes, outcome: "hinder", ...it });
const taxi: Measure = { text: "Skolskjuts med taxi, båda vägarna", owner: "Maja Modig", before: "2026-12-07" };
const leave: Measure = { text: "Deltid med ersättning tills fritids är klart", owner: "Enhetschefen", before: "2026-12-01" };

const homes: Made[] = [
  { id: "m1", name: "Familjen Lind Påhittad", place: "Gränna", band: "possible", asked: ["2026-06-03", 2], said: { kept_school: support(taxi), adhd: yes("seen", "2026-03-11"), age_gap: yes("assessed", "2026-05-20"), home_after_school: support(leave), cat: no(), parent_cooperation: yes("seen", "2026-03-11") }, warnings: [] },
  { id: "m2", name: "Familjen Ek Påhittad", place: "Tenhult", band: "possible_more_to_learn", asked: ["2026-01-15", 1], reasons: [{ kind: "essential_lacks_measure", need: "adhd" }], said: { kept_school: yes("seen", "2026-04-02"), adhd: support(), age_gap: no(), home_after_school: yes("stated", "2026-09-30"), cat: yes(), parent_cooperation: yes("assessed", "2026-02-02") }, warnings: [{ warning: "own_child_close", person: "p9", fact: { kind: "own_child_close", age: 10, younger: false }, measure: null }] },
  { id: "m3", name: "Familjen Ask Påhittad", place: "Huskvarna", band: "possible_more_to_learn", reasons: [{ kind: "essential_unknown", need: "adhd" }, { kind: "coverage_low", hundredths: 64, limit: 80 }], said: { kept_school: { ...yes("stated", "2026-04-20"), age: { kind: "amber", since: "2026-10-20" } }, adhd: { level: "yes", evidence: "stated", on: "2025-10-02", age: { kind: "aged", since: "2026-10-02" } }, age_gap: yes("assessed", "2026-05-02"), home_after_school: no(), cat: { ...yes(), contradicted: true } }, warnings: [{ warning: "bedroom", person: null, fact: { kind: "bedrooms_not_known" }, measure: null }] },
  { id: "m4", name: "Familjen Gran Påhittad", place: "Bankeryd", band: "possible_more_to_learn", asked: ["2025-12-20", 1], reasons: [{ kind: "essential_unknown", need: "kept_school" }], said: { adhd: yes("assessed", "2026-02-01"), age_gap: yes("assessed", "2026-02-01"), home_after_school: yes(), parent_cooperation: yes() } },
  { id: "m5", name: "Familjen Tall Påhittad", place: null, band: "possible_more_to_learn", asked: ["2026-10-01", 4], reasons: [{ kind: "essential_unknown", need: "kept_school" }], said: { adhd: yes("assessed", "2026-02-20"), age_gap: yes("assessed", "2026-02-20"), home_after_school: yes(), parent_cooperation: yes() } },
  { id: "m6", name: "Familjen Björk Påhittad", place: "Jönköping", band: "only_if", said: { kept_school: yes("seen", "2026-01-10"), adhd: yes("seen", "2026-01-10"), age_gap: yes(), home_after_school: yes() }, gates: [hinder({ gate: "pause", fact: { kind: "paused", from: "2026-11-01", to: "2026-12-20" }, cure: { kind: "start_after", day: "2026-12-21" }, overridable_by: "recruiter" }), later] },
  { id: "m7", name: "Familjen Hassel Påhittad", place: "Nässjö", band: "only_if", said: { kept_school: no(), adhd: yes("stated", "2026-08-01"), home_after_school: yes() }, gates: [hinder({ gate: "room", fact: { kind: "no_room", approved: 2, placed: 2, reserved: 0, needed: 1 }, cure: { kind: "approve_places", places: 1 }, overridable_by: "supervisor" }), hinder({ gate: "essential_need", subject: { kind: "need", need: "kept_school" }, fact: { kind: "essential_no", need: "kept_school", on: "2026-09-02", evidence: "stated" }, cure: { kind: "agree_measure", need: "kept_school" }, overridable_by: "supervisor" }), { ...later, gate: "room", fact: { kind: "ivo_notice", children: 4, limit: 3 }, cure: { kind: "notify_ivo" } }] },
  { id: "m8", name: "Familjen Alm Påhittad", place: "Gislaved", band: "hindered", said: { adhd: yes() }, gates: [hinder({ gate: "safety", fact: { kind: "safety_conflict", conflict: "known_threat" } })] },
  { id: "m9", name: "Familjen Lönn Påhittad", place: "Vaggeryd", band: "hindered", said: { kept_school: yes(), home_after_school: yes() }, gates: [hinder({ gate: "checks", subject: { kind: "check", person: "p1", register: "belastningsregistret" }, fact: { kind: "check_too_old", person: "p1", register: "belastningsregistret", result_on: "2026-02-01", valid_to: "2026-08-01" }, cure: { kind: "request_check", person: "p1", register: "belastningsregistret" } })] },
];

function weighed(how: string): Made[] {
  return how === "nohomes" ? [] : how === "crowded" ? crowd() : how === "nobody" ? homes.filter((it) => it.band === "only_if" || it.band === "hindered") : homes;
}

const people = { p1: "Lotta Lönn Påhittad", p9: "Elis Ek Påhittad" };

/** All reasons of some homes. */
export function madeUpReasons(child: ChildCard, keys: readonly string[], how: string): MatchReasons {
  const made = keys.flatMap((key) => weighed(how).filter((it) => it.id === key));
  return {
    homes: made.map((it) => result(it, child)),
    people,
    measures: Object.fromEntries(made.flatMap((it) => Object.entries(it.said).flatMap(([need, said]) => (said.measure ? [[`${it.id}-${need}`, said.measure]] : [])))),
  };
}

/** The list, at most `most` homes of each band. */
export function madeUpMatch(child: ChildCard, how: string, most = 100): Matched {
  const made = weighed(how);
  const results = made.map((it) => result(it, child));
  const order: Band[] = ["possible", "possible_more_to_learn", "only_if", "hindered"];
  return {
    child,
    people,
    warnings: [...(child.own_words ? [] : [{ kind: "child_not_heard" as const }]), ...(child.network.length > 0 ? [] : [{ kind: "network_not_weighed" as const }]), ...(child.sheet_locked_at ? [] : [{ kind: "sheet_not_locked" as const }])],
    result: {
      rule_version: 3, as_of: "2026-11-23", start_day: child.start_on ?? "2026-11-23", network: child.network.length > 0 ? { kind: "considered", assessed: 1, declined: 1, unsuitable: 0 } : { kind: "not_considered" },
      refused_overrides: [],
      bands: order.map((band) => {
        const own = results.filter((it) => it.band === band);
        return { band, count: own.length, groups: shown(grouped(own), most).map(({ count, homes }) => ({ count, homes: homes.map((it) => row(it, made)) })) };
      }),
    },
  };
}

/** The first `most` homes of a band in their groups. */
function shown(groups: HomeResult[][], most: number): { count: number; homes: HomeResult[] }[] {
  let left = most;
  return groups.flatMap((group) => {
    const homes = group.slice(0, left);
    left -= homes.length;
    return homes.length > 0 ? [{ count: group.length, homes }] : [];
  });
}

/** What the list says of a home, out of all its reasons. */
export function row(it: HomeResult, made: readonly Pick<Made, "id" | "place">[]): MatchRow {
  return {
    home: it.home, name: it.name, band: it.band, lead: lead(it), fit: it.fit, coverage: it.coverage, essentials: it.essentials,
    locality: made.find((one) => one.id === it.home)?.place ?? null, letter: made.map((one) => one.id).sort().indexOf(it.home),
    warnings: it.gates.filter((gate) => gate.outcome === "warn" && gate.gate !== "child_assessment").length + it.warnings.length,
  };
}

function lead(it: HomeResult): MatchLead {
  const [hinder, ...hinders] = it.gates.filter((gate) => gate.outcome === "hinder" && !gate.overridden);
  if (hinder) return { kind: "hinder", fact: hinder.fact, cure: hinder.cure, more: hinders.length };
  const [reason, ...reasons] = it.reasons;
  return reason ? { kind: "reason", reason, more: reasons.length } : { kind: "clear" };
}

function result(it: Made, child: ChildCard): HomeResult {
  const needs = child.needs.filter((need) => need.importance !== "not_relevant").map((need): NeedResult => {
    const said = it.said[need.need_key];
    const age = said?.age ?? fresh;
    const level: MatchLevel = !said || age.kind === "aged" ? "unknown" : said.level;
    const value = level === "unknown" ? null : level === "no" ? 0 : level === "yes" ? (said?.evidence === "stated" ? 80 : 100) : said?.measure ? 60 : 30;
    const weight = WEIGHT[need.importance];
    return {
      need: need.need_key, importance: need.importance, weight, level, counts_as_stated: said?.evidence === "stated", measure_written: !!said?.measure, value, points: value === null ? null : value * weight, share: null,
      answer: said ? { capability: `${it.id}-${need.need_key}`, level: said.level, evidence: said.evidence, on: said.on, age, contradicted: said.contradicted ?? false } : null,
    };
  });
  const known = needs.filter((need) => need.value !== null);
  const weight = known.reduce((sum, need) => sum + need.weight, 0);
  const points = known.reduce((sum, need) => sum + (need.points ?? 0), 0);
  const total = needs.reduce((sum, need) => sum + need.weight, 0);
  const essential = needs.filter((need) => need.importance === "essential");
  const count = (test: (need: NeedResult) => boolean) => essential.filter(test).length;
  return {
    home: it.id, name: it.name, band: needs.length === 0 && it.band === "possible" ? "possible_more_to_learn" : it.band, gates: it.gates ?? [passes, later], reasons: needs.length === 0 ? [{ kind: "no_needs" }] : (it.reasons ?? []), needs,
    fit: weight > 0 ? { points, weight, hundredths: Math.round(points / weight), tenths: Math.round(points / weight / 10) } : null,
    coverage: total > 0 ? { known: weight, total, hundredths: Math.round((weight * 100) / total), tenths: Math.round((weight * 10) / total) } : null,
    essentials: {
      met: count((n) => n.level === "yes"), with_measure: count((n) => n.level === "with_support" && n.measure_written), open: count((n) => n.level === "no" || (n.level === "with_support" && !n.measure_written)), unknown: count((n) => n.level === "unknown"),
    },
    keeps_school: needs.some((n) => n.need === "kept_school" && n.level === "yes"), warnings: it.warnings ?? [], last_request_on: it.asked?.[0] ?? null, requests_last_year: it.asked?.[1] ?? 0,
  };
}

/** Neighbours that are equal on what orders them stand as one group. */
function grouped(results: HomeResult[]): HomeResult[][] {
  const key = (it: HomeResult) => JSON.stringify([it.essentials, it.fit?.tenths, it.coverage?.tenths, it.keeps_school]);
  const groups: HomeResult[][] = [];
  for (const it of results) {
    const last = groups.at(-1);
    if (last?.[0] && key(last[0]) === key(it)) last.push(it);
    else groups.push([it]);
  }
  return groups;
}

function crowd(): Made[] {
  return Array.from({ length: 6 }, (_, n) => homes.map((it) => ({ ...it, id: `${it.id}-${n}`, name: n === 0 ? it.name : `${it.name} med ett mycket långt efternamn ${n + 1}` }))).flat();
}
