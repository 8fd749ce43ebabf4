//! Everything that can stand in the way, as sentences.
//!
//! Each code of the program is a case here: one without words does not pass the type check.
import type { Blocker } from "../api/types";
import { count, date } from "./format";
import { partName } from "./investigation";

/** The name of a key that is data: a register, a step, a field of a paper. */
export type NameOf = (kind: "register" | "step" | "field" | "instrument" | "part" | "table" | "outcome", key: string) => string;

/** What stands in the way, and what the rule is. */
export function blockerText(it: Blocker, nameOf: NameOf): string {
  switch (it.kind) {
    case "recruitment_closed":
      return `Rekryteringen avslutades ${date(it.on)}.`;
    case "step_missing":
      return `${nameOf("step", it.step)} saknas.`;
    case "person_step_missing":
      return `${nameOf("step", it.step)} saknas för ${it.name}.`;
    case "no_adult":
      return "Hemmet har ingen vuxen. Lägg till den som tar uppdraget.";
    case "person_number_missing":
      return `${it.name} saknar personnummer, så inget register kan frågas.`;
    case "check_missing":
      return `${it.name} saknar svar från ${registerInside(nameOf("register", it.register))}.`;
    case "check_too_old":
      return `Svaret om ${it.name} från ${registerInside(nameOf("register", it.register))} kom ${date(it.received_on)} och gällde till ${date(it.valid_to)}.`;
    case "check_unread":
      return `Svaret om ${it.name} från ${registerInside(nameOf("register", it.register))} har kommit, men utfallet är inte inskrivet.`;
    case "check_used_before":
      return `Kontrollen av ${it.name} i ${registerInside(nameOf("register", it.register))} (${date(it.received_on)}) användes vid placeringen ${date(it.placed_on)}. Gör en ny före varje placering.`;
    case "remark_undecided":
      return `Anmärkningen om ${it.name} i ${registerInside(nameOf("register", it.register))} är inte bedömd.`;
    case "remark_not_accepted":
      return `Anmärkningen om ${it.name} i ${registerInside(nameOf("register", it.register))} godtogs inte.`;
    case "references_missing":
      return `${count(it.have, "referens", "referenser")} av ${it.need} är tagna.`;
    case "assessment_missing":
      return `${nameOf("instrument", it.instrument)}: ${count(it.parts, "del", "delar")} återstår för ${it.name}.`;
    case "assessment_reason_missing":
      return `${nameOf("instrument", it.instrument)}, ${inside(nameOf("part", it.part))}: bedömningen av ${it.name} saknar motivering.`;
    case "field_missing":
      return `${nameOf("field", it.field)} är inte ifyllt.`;
    case "network_not_weighed":
      return "Det egna nätverket är inte prövat.";
    case "child_not_heard":
      return "Barnets egna ord saknas, och skälet till det också.";
    case "not_investigated":
      return "Hemmet är inte utrett av en socialnämnd.";
    case "scope_does_not_cover":
      return "Hemmets godkännande omfattar inte barnet den dagen.";
    case "no_free_place":
      return `Ingen ledig plats: ${it.taken} av ${count(it.approved, "plats", "platser")} är tagna.`;
    case "paused":
      return it.until ? `Hemmet har uppehåll till ${date(it.until)}.` : "Hemmet har uppehåll tills vidare.";
    case "notice_to_ivo":
      return `Det blir ${count(it.children, "placerat barn", "placerade barn")}. Anmäl till IVO.`;
    case "other_municipality":
      return `Hemmet ligger i ${it.municipality}. Samråd med den kommunen först.`;
    case "not_released":
      return "Enhetschefen har inte godkänt papperet.";
    case "paper_issued":
      return "Papperet är utfärdat och kan inte ändras.";
    case "paper_not_issued":
      return "Papperet är inte utfärdat. Utfärda det innan beslutet skrivs in.";
    case "sheet_not_locked":
      return "Underlaget är inte låst.";
    case "already_placed":
      return `Barnet är placerat sedan ${date(it.since)}.`;
    case "changed_since_import":
      return `${count(it.rows, "rad har", "rader har")} ändrats sedan de hämtades in.`;
    case "rows_differ":
      return `${nameOf("table", it.table)}: ${count(it.rows, "rad finns", "rader finns")} redan med annat innehåll.`;
    case "rows_with_errors":
      return `${count(it.rows, "rad har", "rader har")} fel kvar. Rätta dem eller lämna dem utanför.`;
    case "screening_not_decided":
      return it.outcome ? `Första bedömningen slutade med: ${inside(nameOf("outcome", it.outcome))}.` : "Hur första bedömningen slutar är inte beslutat.";
    case "household_reason_missing":
      return `${nameOf("instrument", it.instrument)}, ${inside(nameOf("part", it.part))}: bedömningen av hushållet saknar motivering.`;
    case "interpreter_interviewed":
      return `Den som tolkade intervjun med ${it.name} har också intervjuat. Skriv varför.`;
    case "training_missing":
      return `${it.name} har ${count(it.left, "träff", "träffar")} kvar av grundutbildningen.`;
    case "investigation_part_missing":
      return `Utredningen: ${inside(partName(it.part))} är inte ifyllt.`;
    case "family_not_told":
      return "Familjen har inte fått ta del av utredningen.";
    case "family_answer_missing":
      return it.due ? `Familjen har inte svarat på utredningen. Svar senast ${date(it.due)}.` : "Familjen har inte svarat på utredningen.";
    case "second_reader_missing":
      return "Ingen annan än den som skrev har läst utredningen.";
    case "delegation_not_set":
      return "Enheten har inte skrivit in vem som godkänner sådana hem.";
    case "approval_paper_not_issued":
      return "Papperet till nämnden eller utskottet är inte utfärdat.";
    case "board_decision_missing":
      return "Nämndens eller utskottets beslut är inte inskrivet.";
    case "protected_in_text":
      return `${partName(it.part)} nämner skyddade uppgifter och skrivs inte ut. Skriv om texten.`;
  }
}

/** A name inside a sentence: no capital. */
function inside(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** A register is a word and loses its capital; an authority is a name and keeps it. */
function registerInside(name: string): string {
  return /regist/i.test(name) ? inside(name) : name;
}
