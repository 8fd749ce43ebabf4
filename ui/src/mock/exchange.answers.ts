//! A made-up old spreadsheet, as its preview. `?sheet=error` refuses the file.
import type { Edits, Import, Problem, RowDraft, SheetInput, SheetPreview } from "../api";
import type { Answers } from "./index";

const how = new URLSearchParams(location.search).get("sheet") ?? "ordinary";
const NAMES = ["Ekdal", "Ängö", "Björkhem", "Åsbacken", "Lindö", "Wassgård", "Vallmo", "Örnäs", "Hasselby", "Tallmo", "Ström", "Sjövik"];
const imports: Import[] = [{ id: "i0", file: "Familjehem 2019.xls.csv", at: "2026-10-02T08:10:00Z", user_name: "Maja Modig", homes: 12, undone_on: "2026-10-02" }];

function row(n: number, edits: Edits): RowDraft {
  const family = NAMES[n % NAMES.length] ?? "Ek";
  const key = { sheet: 0, row: n + 4, part: 0 };
  const mended = (field: string) => edits.cells.some((it) => it.key.row === key.row && it.field === field);
  return {
    key, sheet_name: "Blad1", more_rows: [], left_out: edits.left_out.some((it) => it.row === key.row),
    fields: {
      name: n === 7 && !mended("home_name") ? "" : `Familjen ${family} Påhittad`, carers: [{ name: `Asta ${family} Påhittad`, personal_number: "19121212-1212" }, { name: `Bo ${family} Påhittad`, personal_number: null }],
      phones: [{ number: "0701740605", note: "Asta", zero_added: n % 3 === 0 }], emails: [], street: "Påhittsgatan 3", postcode: "123 45", locality: "Gränna", municipality: "Björkvik", kind: n % 4 === 3 ? "jourhem" : "familjehem",
      places: n % 5 === 4 ? null : 1 + (n % 3), age_from: 0, age_to: 12, approved_on: { date: "2019-05-01", precision: "month" }, register_checked_on: null, pets: { yes: true, text: "hund" }, smoking: null, rooms: 5, car: null,
      languages: [], pause: null, placed_now: 1, notes: ["Ring efter fyra"],
    },
    problems: [
      ...(n % 3 === 0 ? [{ column: "D", field: "phone" as const, code: "leading_zero_added" as const, text: "701740605", used: "0701740605" }] : []),
      ...(n % 5 === 4 && !mended("places") ? [{ column: "H", field: "places" as const, code: "not_a_count" as const, text: "en el två", used: null }] : []),
    ],
    warnings: n === 7 && !mended("home_name") ? [{ code: "name_missing" }] : n === 9 ? [{ code: "same_as", key: { sheet: 0, row: 5, part: 0 } }] : [],
    leftover: n % 4 === 1 ? [{ heading: "Övr", text: "Har sommarstuga" }] : [],
  };
}

function preview({ path, mapping, edits }: SheetInput): SheetPreview {
  if (how === "error") throw { kind: "invalid", field: "path", reason: { code: "file_trouble" } } satisfies Problem;
  const rows = Array.from({ length: 42 }, (_, n) => row(n, edits));
  const kept = rows.filter((it) => !it.left_out);
  return {
    file: path.split(/[/\\]/).at(-1) ?? "", doubles: [{ key: { sheet: 0, row: 4, part: 0 }, homes: [{ id: "h1", name: "Familjen Ekdal Påhittad", locality: "Gränna", because: ["name", "phone"] }] }],
    mapping: mapping ?? {
      sheets: [{ name: "Blad1", used: true, not_used: null, first_heading_row: 2, last_heading_row: 3, kind: null, columns: [
        { column: 0, letters: "A", heading: "Familj", field: "home_name", sureness: "heading", examples: ["Ekdal", "Ängö"] },
        { column: 3, letters: "D", heading: "Tel hem/mobil", field: "phone", sureness: "heading", examples: ["701740605"] },
        { column: 7, letters: "H", heading: "Pl.", field: "places", sureness: "content", examples: ["1", "2", "en el två"] },
        { column: 8, letters: "I", heading: "Övr", field: null, sureness: "none", examples: ["Har sommarstuga"] },
      ] }, { name: "Gamla", used: false, not_used: "hidden", first_heading_row: null, last_heading_row: null, kind: null, columns: [] }],
    },
    preview: { rows, skipped: [{ sheet: 0, row: 47, reason: "sum", text: "Summa 42" }], unmapped: [{ sheet: 0, column: "I", heading: "Övr" }], counts: { homes: kept.length, carers: kept.length * 2, unread: kept.reduce((n, it) => n + it.problems.filter((p) => p.used === null).length, 0), assumed: kept.reduce((n, it) => n + it.problems.filter((p) => p.used !== null).length, 0) } },
  };
}

export const answers: Answers = {
  sheet_preview: preview,
  sheet_import: (input: SheetInput) => {
    const id = `i${imports.length}`;
    const homes = preview(input).preview.counts.homes;
    imports.unshift({ id, file: "Familjehem.xlsx", at: "2026-11-23T09:00:00Z", user_name: "Maja Modig", homes, undone_on: null });
    return { id, homes };
  },
  undo_import: ({ id }: { id: string }) => {
    for (const it of imports) if (it.id === id) it.undone_on = "2026-11-23";
    return null;
  },
  imports: () => imports.map((it) => ({ ...it })),
};
