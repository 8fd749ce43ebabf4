//! A made-up investigation: the parts of the rule file, with as much written as the family has come.
import type { Delegation, EarlierContent, Family, HomeStudies, Investigation, Recorded } from "../api";
import rules from "@assets/rules/investigation.toml?raw";

/** The value of a line of a table of the file. */
const line = (table: string, key: string): string => new RegExp(`^${key} = (.*)$`, "m").exec(table)?.[1] ?? "";
const text = (table: string, key: string): string => line(table, key).replace(/^"|"$/g, "");
const of = (name: string): string[] => rules.split(/^\[\[/m).filter((it) => it.startsWith(`${name}]]`));

const parts = of("part").map((it) => ({
  key: text(it, "key"),
  label: text(it, "label"),
  help: text(it, "help"),
  max: Number(line(it, "max")),
  compulsory: line(it, "compulsory") === "true",
  only_with_own_children: line(it, "only_with_own_children") === "true",
  facts: (line(it, "facts") || "[]").replace(/[[\]" ]/g, "").split(",").filter(Boolean),
}));

const texts: Record<string, string> = {
  household: "Rut och Nils har levt ihop i tjugo år. Båda har fast arbete. Tage är med på det mesta.",
  housing: "Hus på landet med eget rum på övervåningen. Skolbussen stannar vid grinden.",
  own_children: "Tage vill gärna ha sällskap och undrar mest var barnet ska sova.",
  everyday: "Mormor bor i närheten och tar Tage en kväll i veckan. Lugna vardagar med fasta tider.",
  strengths: "Tid, tålamod och vana att samarbeta med skolan.",
  vulnerabilities: "Skiftarbete var tredje vecka. Inte prövade i konflikt med föräldrar.",
  support_needs: "Handledning varannan vecka det första året.",
  suits: "Ett barn i skolåldern som mår bra av rutiner.",
  not_suits: "Inte syskon, inte barn som behöver en vuxen hemma hela dagen.",
  assessment: "Familjen bedöms lämplig för ett barn mellan sex och tolv år, med handledning.",
};
const delegate: Delegation = { care: "familjehem", body: "section", title: "Sociala utskottet", point: "3.2", user: null };
export const delegations: Delegation[] = (["familjehem", "jourhem", "natverk", "kontaktfamilj"] as const).map((care) => (care === "familjehem" ? delegate : { care, body: care === "jourhem" ? "delegate" : null, title: care === "jourhem" ? "Enhetschef" : "", point: care === "jourhem" ? "3.4" : "", user: care === "jourhem" ? "u1" : null }));

/** What stands beside the texts, from the family's own records. */
function recorded(it: Family): Recorded[] {
  const people: Recorded[] = it.home.people.map((one) => (one.role === "own_child" ? { kind: "child", age: one.age } : { kind: "adult", person: one.id, name: `${one.given_name} ${one.family_name}`, age: one.age, occupation: one.occupation, role: one.role }));
  const done: Recorded[] = it.steps.filter((one) => one.done_on).map((one) => ({
    kind: "done", group: one.step === "own_children" ? "talk" : one.step === "interview" ? "interview" : one.step.startsWith("home_visit") ? "visit" : "contact", step: one.step,
    label: it.step_kinds.find((kind) => kind.key === one.step)?.label ?? one.step, on: one.done_on ?? "", by: one.done_by, with: it.home.people.find((who) => who.id === one.person)?.given_name ?? null,
  }));
  const references: Recorded[] = it.references.filter((one) => one.taken_on).map((one) => ({ kind: "references", from: one.kind, count: 1, latest_on: one.taken_on ?? "" }));
  return [...people, ...done, ...references, { kind: "house", label: "Eget rum för barnet", value: "ja" }];
}

const group = (it: Recorded): string => ({ adult: "adult", child: "child", done: "", screened: "screening", checked: "check", references: "reference", house: "house", elsewhere: "elsewhere" })[it.kind] || ("group" in it ? it.group : "");

export function emptyInvestigation(): Investigation {
  return {
    begun: true, parts: parts.map((kind) => ({ kind, value: null, facts: [] })), proposal: [], written_by: null, written_on: null, read_by: null, read_on: null, read_comment: null, may_read: false,
    changed_since_read: false, changed_since_sent: false, sent_on: null, sent_how: null, answer_due: null, answered_on: null, answer: null, comments: null, care: null, age_from: null, age_to: null, places: null,
    conditions: null, review_on: null, delegation: null, may_approve: true, paper: null, override_by: null, override_title: null, override_on: null, decided_on: null, decided_by: null, decided_body: null,
    decided_point: null, told_on: null, told_how: null, told_text: null, retention: null, earlier: [],
  };
}

/** Writes all of it but the decision. */
export function write(it: Family): void {
  const own = it.investigation;
  for (const part of own.parts) part.value = texts[part.kind.key] ?? null;
  Object.assign(own, {
    written_by: "Maja Modig", written_on: "2026-11-16", sent_on: "2026-11-10", sent_how: "meeting", answer_due: "2026-11-20", answered_on: "2026-11-17", answer: "comments",
    comments: "Nils vill att det står att han kan byta skift.", read_by: "Karin Klok", read_on: "2026-11-18", read_comment: "Tydlig. Säg mer om skiften.", care: "familjehem", age_from: 6, age_to: 12, places: 1,
    conditions: "Handledning varannan vecka det första året.", review_on: "2027-11-20", delegation: delegate,
  });
}

/** Puts what is recorded beside each part. */
export function settle(it: Family): void {
  const facts = recorded(it);
  for (const part of it.investigation.parts) part.facts = facts.filter((one) => part.kind.facts.includes(group(one)));
}

export const earlier: EarlierContent = {
  file: { id: "r0", opened_on: "2021-03-04", concluded_on: null, closed_on: "2021-06-30" },
  enquiry: "Ringde efter en annons. Ville vänta tills huset var klart.",
  facts: [{ kind: "done", group: "contact", step: "first_contact", label: "Första samtal", on: "2021-03-05", by: "Karin Klok", with: null }],
  texts: [["Boende och närmiljö", "Huset under renovering, inget eget rum."]],
  closing_code: "housing", closing_text: "För trångt tills vidare.", told_on: "2021-06-30", told_text: "Välkomna åter när rummet är klart.",
};

export const homeStudies: HomeStudies = {
  studies: [{
    id: "r9", opened_on: "2025-02-03", concluded_on: "2025-06-12", decided_on: "2025-06-12", decided_by: "Sociala utskottet", decided_body: "section", decided_point: "§ 118", override_reason: null, care: "familjehem",
    conditions: "Handledning det första året.", texts: [["Styrkor", texts.strengths ?? ""], ["Samlad bedömning", texts.assessment ?? ""]], facts: [], paper: "k1",
  }],
  open: null,
  reviews: [{ id: "g1", done_on: "2026-06-10", done_by: "Maja Modig", text: "Allt väl. Handledningen går vidare.", next_on: "2027-06-10" }],
  next_on: "2027-06-10",
};
