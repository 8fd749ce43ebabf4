//! Forms and methods for the pictures, in short: as the files in `assets/instruments` have them.
import type { Instrument, InstrumentItem, InstrumentPart, Methods, Screening, Training } from "../api";

const base: Omit<Instrument, "key" | "title" | "kind" | "parts"> = {
  edition: "1", source: "Hemvists eget formulär", valid_from: "2026-11-23", valid_to: null, about: null, shell: false, levels: [], outcomes: [], loose: [], categories: [], interpreted: false, questions: null, sets: 0, own_version: null,
};
const item = (key: string, number: number, label: string, more: Partial<InstrumentItem> = {}): InstrumentItem => ({ key, number, label, answer: "text", risk: false, ...more });
const YES_NO = new Set(["b.2", "b.5", "c.5", "d.3", "e.2", "e.3", "e.4", "f.1", "f.2", "f.3", "f.4", "f.5", "h.2"]);
export const part = (key: string, label: string, ...items: string[]): InstrumentPart => ({
  key, label, items: items.map((it, n) => item(`${key}.${n + 1}`, n + 1, it, { answer: YES_NO.has(`${key}.${n + 1}`) ? "yes_no" : "text", risk: "def".includes(key) })),
});
const levels = [{ key: "no_known_risk", label: "Ingen känd risk" }, { key: "needs_light", label: "Behöver belysas" }, { key: "serious_risk", label: "Allvarlig risk" }];
const outcomes = [{ key: "go_on", label: "Gå vidare", goes_on: true }, { key: "complete", label: "Komplettera", goes_on: false }, { key: "end", label: "Avsluta", goes_on: false }, { key: "family_withdraws", label: "Familjen avstår", goes_on: false }];
/** Our own form, with the parts that are given. */
export const early = (parts: InstrumentPart[]): Instrument => ({ ...base, key: "early_screening", title: "Hemvists formulär för första bedömning", kind: "screening", levels, outcomes, parts });
const form = (key: string, title: string, about: string, ...labels: string[]): Instrument => ({ ...base, key, title, kind: "form", about, parts: [part("a", title, ...labels)].map((it) => ({ ...it, items: it.items.map((one) => ({ ...one, answer: "text" as const })) })) });
const area = (key: string, label: string | null) => ({ key, label });

export const others: Instrument[] = [
  {
    ...base, key: "bra_fam", title: "BRA-fam", edition: "2014-2-5", source: "Socialstyrelsen, artikelnummer 2014-2-5 (instrument, bedömningsmall och manual)", kind: "screening", shell: true, levels, outcomes,
    about: "Frågorna står i Socialstyrelsens formulär och finns inte i Hemvist. Nivåerna är Hemvists egna; bedömningsmallen är den som gäller.",
    parts: Array.from({ length: 9 }, (_, n) => ({ key: String(n + 1), label: `Del ${n + 1}`, items: [] })),
    loose: Array.from({ length: 59 }, (_, n) => item(String(n + 1), n + 1, `Fråga ${n + 1} – se Socialstyrelsens formulär`)),
  },
  {
    ...base, key: "kalvesten", title: "Kälvestenintervjun", edition: "gamla metoden", source: "Metodbeskrivning av Kälvestenintervjun (1970-talet)", kind: "method", parts: [], interpreted: true,
    about: "De vuxna intervjuas var för sig av två personer. Den som tolkar har inte intervjuat. Ordagranna anteckningar hör inte hemma här.",
    categories: ["Kulturkonflikt", "Isolering", "Social nedgång", "Inkomst", "Bostad", "Alkohol och kriminalitet", "Barnproblem", "Kroppslig sjukdom", "Psykisk ohälsa", "Äktenskaplig disharmoni", "Sexuell disharmoni", "Konflikt", "Relationsstörning"].map((it, n) => area(`k${n + 1}`, it)),
  },
  { ...base, key: "nya_kalvesten", title: "Nya Kälvestenintervjun", edition: "2011", source: "Metodbeskrivning av Nya Kälvestenintervjun (2011)", kind: "method", parts: [], interpreted: true, questions: 143, about: "De vuxna intervjuas var för sig. Analysen görs av en utbildad person som inte har intervjuat." },
  {
    ...base, key: "vignettes", title: "Familjehemsvinjetter", edition: "ej känd", source: "Intervju med vinjetter för familjehem, byggd på Casey Foster Family Assessment", kind: "method", parts: [], questions: 9, sets: 3, about: "Intervjun görs med en vuxen i taget.",
    categories: [...["Trygg miljö", "Omvårdande miljö", "Barnets fysiska och psykiska behov", "Barnets utveckling", "Relationer för livet", "Att hantera förluster", "Att hantera uppdragets krav"], null, null].map((it, n) => area(`c${n + 1}`, it)),
  },
  form("home_visit", "Hembesök", "Skriv det som sågs och sades, kort.", "Vilka var hemma", "Boende och närmiljö", "Rutiner och regler hemma", "Alla i familjen eniga", "Egna barns inställning", "Syn på samarbete med barnets föräldrar", "Öppna frågor till nästa gång"),
  form("own_children", "Samtal med egna barn", "Barnets egna ord först.", "Vilka barn och var", "Barnets egna ord", "Egna barns inställning", "Vad barnet undrar eller oroar sig för", "Förändringar i barnets vardag"),
  form("reference_call", "Referenssamtal", "Skriv kort. Referensen kan få läsa det som står här.", "Hur referensen känner familjen", "Hur länge", "Familjen i vardagen", "Syn på uppfostran och gränser", "Hantering av konflikter", "Samarbete", "Tidigare uppdrag och kommuner", "Något som talar emot"),
];

export const emptyScreening = (): Screening => ({ household: [], outcome: null, outcome_on: null, outcome_by: null, outcome_reason: null });
export const emptyMethods = (): Methods => ({ methods: others.filter((it) => it.kind === "method"), forms: others.filter((it) => it.kind === "form"), records: [], notes: [] });
const programme = { key: "ett_hem_att_vaxa_i", title: "Ett hem att växa i", source: "Socialstyrelsen", from: "2013-01-01", sure: "P", meetings: 8, hours: 24, meeting_label: "Träff {n}" };
/** Training of the named people: how many meetings each has attended, and one more planned. */
export function madeUpTraining(people: { person: string; name: string; attended: number }[] = [], more: Partial<Training> = {}): Training {
  return {
    programme, required_before: people.length > 0 ? "within_n_months" : null, due_on: people.some((it) => it.attended < 8) ? "2027-02-12" : null, mentors: [], supervision: [], ...more,
    people: people.map(({ person, name, attended }) => ({
      person, name, left: 8 - attended,
      meetings: Array.from({ length: 8 }, (_, n) => ({ meeting: n + 1, planned_on: n === attended ? "2026-12-01" : null, attended_on: n < attended ? `2026-${n < 4 ? "10" : "11"}-${String(5 + (n % 4) * 6).padStart(2, "0")}` : null })),
    })),
  };
}
export { programme };
