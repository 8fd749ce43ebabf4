//! Words of I dag: what is due, waited for and happening, and why.
import type { DueItem, Why } from "../api/types";
import { blockerText, type NameOf } from "./blockers";
import { count, date, span } from "./format";
import { stepName } from "./stages";

export const sv = {
  due: "Förfaller",
  waiting: "Väntar på svar",
  happening: "Händer",
  newEnquiry: "Ny förfrågan",
  newNeed: "Nytt behov",
  keys: { new: "Ny förfrågan", need: "Nytt barn som behöver hem", move: "Flytta mellan rader och spalter", open: "Öppna raden" },
  none: {
    due: "Inget förfaller de närmaste tre månaderna.",
    waiting: "Inget svar väntas.",
    happening: "Inget är inplanerat den närmaste månaden.",
  },
  empty: { title: "Inget väntar på dig i dag", text: "Här står det som förfaller, det du väntar svar på och det som händer, med orsaken på varje rad. Börja med en förfrågan från en familj, eller hämta in ert gamla register." },
  import: "Hämta in vårt gamla register",
  more: (n: number) => `Visa ${n} till`,
  registers: (n: number) => `${n} registerkontroller`,
} as const;

const WHAT: Record<string, string> = {
  register_check: "Registerkontroll",
  enquiry_reply: "Svar på intresseanmälan",
  reference: "Referens att ta",
  network_study: "Utredning av nätverkshem",
  child_investigation: "Barnutredning",
  jour_end: "Tid i jourhem",
  custody_question: "Fråga om vårdnad",
  consideration: "Övervägande",
  review: "Omprövning",
  next_action: "Nästa steg",
  rest_ends: "Vilan slutar",
  ask_again: "Fråga familjen igen",
  pause_ends: "Uppehåll slutar",
  child_starts: "Barn ska flytta in",
  meeting: "Sammanträde",
  training: "Grundutbildning",
  training_meeting: "Utbildningsträff",
  supervision: "Handledning",
  interview: "Djupintervju",
  home_review: "Uppföljning av godkännande",
  family_answer: "Familjens synpunkter",
  retention: "Gallring",
};

const PAPERS: Record<string, string> = { placering: "Placering", godkannande: "Godkännande av hem" };
const UNITS: Record<string, [string, string]> = { months: ["månad", "månader"], days: ["dag", "dagar"], years: ["år", "år"] };

/** What the line is, in a word or two. An unknown code is shown as it stands. */
export function whatText(it: DueItem): string {
  if (it.what === "step" && it.why.kind === "planned") return stepName(it.why.text);
  if (it.what === "next_action" && it.why.kind === "planned" && it.why.text) return it.why.text;
  return WHAT[it.what] ?? it.what;
}

/** Why a line for several registers stands there: each register named once, of whom and how it stands. */
export function whyAll(all: readonly DueItem[], today: string, nameOf: NameOf): string {
  const missing = new Map<string, string[]>();
  const others: string[] = [];
  for (const it of all) {
    if (it.why.kind === "missing" && it.why.blocker.kind === "check_missing") {
      const { name, register } = it.why.blocker;
      missing.set(name, [...new Set([...(missing.get(name) ?? []), nameOf("register", register)])]);
    } else others.push(whyText(it, today, nameOf));
  }
  const sentences = [...missing].map(([name, registers]) => `${name} saknar svar från ${listed(registers.map((it) => it.charAt(0).toLowerCase() + it.slice(1)))}.`);
  return [...sentences, ...new Set(others)].join(" ");
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} och ${names.at(-1) ?? ""}`;
}

/** Why it stands there, as a sentence. */
export function whyText(it: DueItem, today: string, nameOf: NameOf): string {
  const why: Why = it.why;
  switch (why.kind) {
    case "counted_from": {
      const [one, many] = UNITS[why.unit] ?? [why.unit, why.unit];
      if (it.what === "enquiry_reply") return `Anmälan kom ${date(why.from)}. Första kontakten ska tas inom ${count(why.count, one, many)}.`;
      return `${count(why.count, one, many)} från ${date(why.from)}.`;
    }
    case "missing":
      return blockerText(why.blocker, nameOf);
    case "set_on":
      return `Dagen bestämdes ${date(why.on)}, vid godkännandet eller senaste uppföljningen.`;
    case "asked":
      if (it.what === "family_answer") return `Familjen fick utredningen ${date(why.on)} och har inte svarat än.`;
      return `${nameOf("register", why.of)}, begärt ${date(why.on)}, ${span(why.on, today)}. Inget svar än.`;
    case "reference_to_take":
      return `${why.of} är inte tillfrågad än.`;
    case "planned":
      if (it.what === "step") return "Planerat i rekryteringen.";
      if (it.what === "supervision") return `Med ${why.text}.`;
      if (it.what === "training_meeting") return `Träff ${why.text} i grundutbildningen.`;
      if (it.what === "interview") return "Planerad i rekryteringen.";
      if (it.what === "rest_ends") return "Familjen har bett att få vänta till den dagen.";
      if (it.what === "ask_again") return "Familjen ville bli kontaktad igen.";
      if (it.what === "meeting") return `${PAPERS[why.text] ?? why.text} ska beslutas.`;
      return "Nästa steg i rekryteringen.";
    case "pause_ends":
      return "Fråga om hemmet kan ta emot barn igen.";
    case "starts_on":
      return it.late ? "Dagen har passerat och barnet har inget hem." : "Barnet har inget hem än.";
  }
}
