//! The board's papers, answered from made-up facts. `?papers=` in the address: `empty`, `crowded`, `error`, `issued`, `released`, `bare`.
import type { EnterDecision, PaperField, PaperRow, PaperTable, PaperView, Placement, Problem } from "../api";
import { childRow, madeUpChildren } from "./children";
import type { Answers } from "./index";
import { answers as matching } from "./matching.answers";

declare global {
  /** A PDF in base64 that the picture-taker puts in the page. */
  var madeUpPdf: string | undefined;
}
const how = new URLSearchParams(location.search).get("papers") ?? "ordinary";
const refuse = (problem: Problem): never => {
  throw problem;
};
const long = "Hemmet har tagit emot två barn med adhd och fått handledning i åtta år. Familjen bor så att barnet kan gå kvar i sin skola med skolskjuts. Inget annat barn nära i ålder bor i hemmet.";
const part = (it: string, label: string, columns: string[], rows: string[][], help = ""): PaperTable => ({ kind: { part: it, label, help, columns, compulsory: true }, rows: rows.map((cells, n) => ({ id: `${it}${n}`, cells })) });
const field = (name: string, label: string, value: string | null, max: number, help = ""): PaperField => ({ kind: { name, label, help, max, compulsory: true }, value });

const paper: PaperView = {
  id: "k1", kind: "placering", child: "c1", home: "m1", recruitment: null, case_number: "SN 2026/417", meeting_on: "2026-12-03", body: "Socialnämndens utskott", started_on: "2026-12-07", released_by: null, paragraph: null, decided_on: null, decision_text: null, child_name: "Ebbe Ek Påhittad", home_name: "Familjen Lind Påhittad", template: "jonkoping", state: "draft",
  templates: [{ key: "neutral", title: "Neutral ordning" }, { key: "jonkoping", title: "Jönköpings ordning" }, { key: "huddinge", title: "Huddinges ordning" }],
  fields: [
    field("assessment", "Bedömning", how === "bare" ? null : long, 1200, "Vad barnet behöver och hur hemmet möter det"),
    field("why_this_home", "Varför det här hemmet", how === "bare" ? null : "Det enda hem där allt avgörande är mött eller ordnat.", 800),
    field("childs_view", "Barnets inställning", how === "bare" ? null : "”Jag vill gå kvar hos Maja i min klass.”", 600),
    field("parents_work", "Arbete med föräldrar och nätverk", null, 800),
    field("length", "Beräknad tid och plan för hemgång", null, 600),
  ],
  tables: [
    part("alternatives", "Hem som vägdes", ["Hem", "Vad som vägdes", "Varför inte"], how === "bare" ? [] : [["Familjen Ek Påhittad", "Skola, vuxen hemma", "Ett eget barn är tio år; stödet för adhd är inte ordnat"], ["Familjen Ask Påhittad", "Skola, ålder", "Vi vet inte om hemmet har vana vid adhd"]], "Minst två, med skäl"),
    part("risks", "Risker och hur de möts", ["Risk", "Åtgärd", "Vem", "När"], how === "bare" ? [] : [["Långa resor till skolan", "Skolskjuts med taxi", "Maja Modig", "7 december 2026"]]),
    part("goals", "Mål", ["Mål", "När", "Så märks det"], []),
  ],
  blockers: how === "bare"
    ? [{ kind: "field_missing", field: "assessment" }, { kind: "field_missing", field: "why_this_home" }, { kind: "field_missing", field: "alternatives" }, { kind: "network_not_weighed" }, { kind: "not_released" }]
    : [{ kind: "field_missing", field: "parents_work" }, { kind: "field_missing", field: "length" }, { kind: "check_too_old", register: "belastningsregistret", person: "p1", name: "Lotta Lind Påhittad", received_on: "2026-05-20", valid_to: "2026-11-20", rule: "register_check" }],
  issued: null,
  decision: null,
};
if (how === "released") release();
if (how === "issued") issue();

const rows: PaperRow[] = [
  { id: "k1", kind: "placering", child: "c1", case_number: "2026-0417", child_name: "Ebbe Ek Påhittad", home_name: "Familjen Lind Påhittad", meeting_on: "2026-12-03", state: "draft", missing: 3 },
  { id: "k2", kind: "placering", child: "c3", case_number: "2026-0388", child_name: null, home_name: "Familjen Gran Påhittad", meeting_on: "2026-12-03", state: "released", missing: 0 },
  { id: "k3", kind: "placering", child: "c5", case_number: "2025-0310", child_name: "Tova Berg Påhittad", home_name: "Familjen Ekbacken Påhittad", meeting_on: "2025-08-14", state: "decided", missing: 0 },
];

const placements: Placement[] = madeUpChildren(how).map(childRow).flatMap((it, n) => (it.home ? [{
  id: `pl${n}`, child: it.id, child_name: it.name, case_number: it.case_number, home: it.home, home_name: it.home_name ?? "", regime: "own", kind: "familjehem", legal_ground: n % 2 ? "sol" : "lvu2", started_on: it.placed_on ?? "",
  ended_on: null, investigation_opened_on: null, investigation_closed_on: null, considered_on: null, extended_to: null, day_price_ore: null,
}] : []));

function release(): void {
  paper.state = "released";
  paper.released_by = "Maja Modig";
}

function issue(): void {
  paper.state = "issued";
  paper.issued = { id: "i1", sha256: "9f2b6c1e0d47a35f8be1c4927d60e5aa31f7284c9bd06e5f1a83c7d24be90f16", issued_at: "2026-11-23T13:02:00Z", issued_by: "Maja Modig", template: "jonkoping 1" };
  paper.blockers = [];
}

function other(name: "save_field" | "remove_row" | "restore_row", input: unknown): unknown {
  return (matching[name] as ((input: unknown) => unknown) | undefined)?.(input);
}

export const answers: Answers = {
  paper_list: () => {
    if (how === "error") return refuse({ kind: "internal", reference: "c0d3f00d" });
    if (how === "empty") return [];
    return how === "crowded" ? Array.from({ length: 20 }, (_, n) => rows.map((it) => ({ ...it, id: `${it.id}${n || ""}` }))).flat() : rows;
  },
  start_paper: () => "k1",
  paper: () => structuredClone(paper),
  add_paper_row: ({ part }: { part: string }) => {
    const own = paper.tables.find((it) => it.kind.part === part);
    const id = `ny-${part}-${own?.rows.length ?? 0}`;
    own?.rows.push({ id, cells: [null, null, null, null] });
    return id;
  },
  paper_preview: () => (how === "error" ? refuse({ kind: "internal", reference: "c0d3f00d" }) : { pdf: globalThis.madeUpPdf ?? "", pages: 3, unknown: [] }),
  placement_list: () => placements,
  release_paper: () => {
    release();
    return null;
  },
  issue_paper: () => {
    issue();
    return paper.issued;
  },
  paper_pdf: () => ({ pdf: globalThis.madeUpPdf ?? "", pages: 3, unknown: [] }),
  enter_decision: (input: EnterDecision) => {
    Object.assign(paper, { paragraph: input.paragraph, decided_on: input.decided_on, decision: input.decision, decision_text: input.text });
    paper.state = "decided";
    return null;
  },
  print_pdf: () => ({}),
  save_field: (input: { entity: string; id: string; field: string; value: string | null }) => {
    if (input.entity === "paper") {
      const own = paper.fields.find((it) => it.kind.name === input.field);
      if (own) own.value = input.value;
      else Object.assign(paper, { [input.field]: input.value });
      paper.blockers = paper.blockers.filter((it) => !(it.kind === "field_missing" && it.field === input.field && input.value));
    } else if (input.entity === "paper_row") {
      const row = paper.tables.flatMap((it) => it.rows).find((it) => it.id === input.id);
      if (row) row.cells["abcd".indexOf(input.field)] = input.value;
    } else return other("save_field", input);
    return { value: input.value, rev: 2 };
  },
  remove_row: (input: { entity: string; id: string }) => {
    if (input.entity !== "paper_row") return other("remove_row", input);
    for (const it of paper.tables) it.rows = it.rows.filter((row) => row.id !== input.id);
    return null;
  },
  restore_row: (input: { entity: string; id: string }) => (input.entity === "paper_row" ? null : other("restore_row", input)),
};
