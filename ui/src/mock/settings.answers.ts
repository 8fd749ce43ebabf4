//! The settings of a made-up unit. `?settings=broken` finds damage, `differs` refuses the bundle, `error` everything.
import type { ChooseScreening, DatedLimit, ImportBundle, InstrumentChanges, OwnEdition, SaveEdition, TrainingSettings, UseEdition, LetterheadSettings, NewUser, Problem, SaveSetting, User } from "../api";
import type { Answers } from "./index";
import { instrument } from "./families";
import { others, programme } from "./instruments";
import { vocabulary } from "./vocabulary";

const how = new URLSearchParams(location.search).get("settings") ?? "ordinary";
let letterhead: LetterheadSettings = {
  unit_lines: "Socialförvaltningen\nFamiljehemsenheten", footer: "Påhittsgatan 1, 123 45 Exempelby", sign1_name: "Sara Påhittad", sign1_title: "Socialdirektör", sign2_name: "", sign2_title: "Enhetschef",
  distribution: "Familjehemsenheten\nAnsvarig socialsekreterare", template: "neutral",
};
const users: User[] = [
  { id: "u1", name: "Maja Modig", role: "supervisor", title: "Enhetschef", phone: "0701740605", email: "maja.modig@exempel.se" },
  { id: "u2", name: "Karl Kunnig", role: "recruiter", title: "Familjehemshandläggare", phone: null, email: null },
  { id: "u3", name: "Rut Räknar", role: "reader", title: null, phone: null, email: null },
];
const DIGEST = "9f2c1b7de04a5583c1e6f7a8b90d21436587a9bccddeeff00112233445566778";

/** As `assets/rules/limits.toml` has them. */
const limits: DatedLimit[] = [
  { key: "register_check_max_age", unit: "months", description: "Så gammalt får ett registerutdrag vara när det används.", not_modelled: "Lagens krav är att kontrollen görs före beslutet; åldern är enhetens egen gräns.", local: true, sure: "P", values: [{ from: "1990-01-01", to: null, value: 6, source: "lokal rutin (jfr lag 2007:171)" }] },
  { key: "register_check_renewal", unit: "months", description: "Så ofta görs registerkontrollen om för ett hem i bruk.", not_modelled: null, local: true, sure: "N", values: [{ from: "1990-01-01", to: null, value: 12, source: "lokal rutin" }] },
  { key: "references_needed", unit: "count", description: "Minsta antal referenser före avslutad utredning.", not_modelled: null, local: true, sure: "P", values: [{ from: "1990-01-01", to: null, value: 2, source: "lokal rutin" }] },
  { key: "jour_months_after_investigation", unit: "months", description: "Jourhem: så länge får vården pågå efter att utredningen avslutats.", not_modelled: "Särskilda skäl prövas av nämnden; registreras som nytt slutdatum.", local: false, sure: "C", values: [{ from: "1990-01-01", to: "2025-06-30", value: 2, source: "6 kap. 6 § SoL (2001:453)" }, { from: "2025-07-01", to: null, value: 2, source: "22 kap. 4 § SoL (2025:400)" }] },
  { key: "jour_months_without_investigation", unit: "months", description: "Jourhem utan pågående eller avslutad utredning: varning efter placeringens start.", not_modelled: "Lagen anger ingen startdag när utredning saknas; detta är en varning.", local: true, sure: "N", values: [{ from: "1990-01-01", to: null, value: 2, source: "lokal rutin" }] },
  { key: "child_investigation_months", unit: "months", description: "Barnutredningen ska vara klar inom så lång tid från att den inleddes.", not_modelled: "Förlängning för särskilda skäl.", local: false, sure: "C", values: [{ from: "1990-01-01", to: "2025-06-30", value: 4, source: "11 kap. 2 § SoL (2001:453)" }, { from: "2025-07-01", to: null, value: 4, source: "20 kap. 3 § SoL (2025:400)" }] },
  { key: "consideration_months", unit: "months", description: "Övervägande av om vården fortfarande behövs (SoL och 2 § LVU).", not_modelled: null, local: false, sure: "C", values: [{ from: "1990-01-01", to: "2025-06-30", value: 6, source: "6 kap. 8 § SoL (2001:453), 13 § första stycket LVU" }, { from: "2025-07-01", to: null, value: 6, source: "22 kap. 13 § SoL (2025:400), 13 § första stycket LVU" }] },
  { key: "review_months", unit: "months", description: "Omprövning av vård med stöd av 3 § LVU, räknat från verkställigheten och därefter från senaste prövningen.", not_modelled: null, local: false, sure: "C", values: [{ from: "1990-01-01", to: null, value: 6, source: "13 § andra stycket LVU" }] },
  { key: "custody_question_years", unit: "years", description: "Frågan om vårdnadsöverflyttning när barnet bott så länge i samma familjehem, sedan varje år.", not_modelled: "Om tid som jourhem i samma hem räknas är inte bekräftat; här räknas den inte.", local: false, sure: "C", values: [{ from: "2025-07-01", to: null, value: 2, source: "22 kap. 14 § SoL (2025:400), 13 c § LVU" }] },
  { key: "ivo_notice_above", unit: "children", description: "Fler placerade barn än så i samma hem anmäls till IVO.", not_modelled: null, local: false, sure: "C", values: [{ from: "2025-07-01", to: null, value: 3, source: "16 kap. 2 § SoF (2025:468)" }] },
  { key: "temporary_network_days", unit: "days", description: "Tillfällig placering i nätverk: så länge innan familjehemsutredning ska ha inletts.", not_modelled: null, local: true, sure: "N", values: [{ from: "1990-01-01", to: null, value: 14, source: "lokal rutin" }] },
  { key: "enquiry_reply_days", unit: "days", description: "Ny intresseanmälan ska ha fått en första kontakt inom så många dagar.", not_modelled: null, local: true, sure: "P", values: [{ from: "1990-01-01", to: null, value: 7, source: "lokal rutin (5 arbetsdagar)" }] },
  { key: "home_study_days", unit: "days", description: "En hemutredning bör vara klar inom så många dagar.", not_modelled: null, local: true, sure: "P", values: [{ from: "1990-01-01", to: null, value: 90, source: "lokal rutin" }] },
];

let screening = "early_screening";
let used: Record<string, string> = {};
let editions: OwnEdition[] = [];
let training: TrainingSettings = { required_before: "within_n_months", months: 3, from: null };
const shipped = [instrument, ...others];

function withChanges(key: string) {
  const it = shipped.find((one) => one.key === key) ?? instrument;
  const own = editions.find((one) => one.id === used[key]);
  if (!own) return it;
  const changes: InstrumentChanges = own.changes;
  const parts = it.parts.map((one, n) => ({ ...one, label: changes.part_labels[one.key] ?? one.label, items: it.shell ? it.loose.filter((item) => item.number >= (changes.ranges[n]?.from ?? 99) && item.number <= (changes.ranges[n]?.to ?? 0)) : one.items }));
  return { ...it, parts, loose: changes.ranges.length > 0 ? [] : it.loose, own_version: own.version };
}

function refuse(problem: Problem): never {
  throw problem;
}

export const answers: Answers = {
  vocabulary: () => ({ ...vocabulary, limits }),
  settings: () => (how === "error" ? refuse({ kind: "internal", reference: "P4H1" }) : { ...letterhead }),
  save_setting: ({ key, value, was }: SaveSetting) => {
    if (how === "stale" && was !== "Ändrad av Karin.") refuse({ kind: "stale", mine: value, theirs: "Ändrad av Karin.", by: "Karin Kollega" });
    if (value.length > 500) refuse({ kind: "invalid", field: key, reason: { code: "too_long", max: 500 } });
    letterhead = { ...letterhead, [key]: value };
    return null;
  },
  instrument_shelf: () => ({ instruments: shipped.map((it) => withChanges(it.key)), shipped, editions, used: { ...used }, screening }),
  save_instrument_edition: ({ instrument: key, changes }: SaveEdition) => {
    const wrong = changes.ranges.findIndex((it, n) => it.to < it.from || (n === 8 && it.to !== 59));
    if (wrong >= 0) refuse({ kind: "invalid", field: `ranges.${wrong + 1}.to`, reason: { code: "not_a_number", min: wrong === 8 ? 59 : (changes.ranges[wrong]?.from ?? 1), max: 51 + wrong } });
    const version = editions.filter((it) => it.instrument === key).length + 1;
    editions = [{ id: `e${editions.length + 1}`, instrument: key, version, made_on: "2026-11-23", made_by: "Maja Modig", changes, answered: false }, ...editions];
    used = { ...used, [key]: `e${editions.length}` };
    return `e${editions.length}`;
  },
  use_instrument_edition: ({ instrument: key, edition }: UseEdition) => {
    used = Object.fromEntries([...Object.entries(used).filter(([one]) => one !== key), ...(edition ? [[key, edition]] : [])]);
    return null;
  },
  choose_screening: (input: ChooseScreening) => ((screening = input.instrument), null),
  training_rules: () => ({ settings: training, choices: [{ key: "approval", label: "Före godkännandet" }, { key: "first_placement", label: "Före den första placeringen" }, { key: "within_n_months", label: "Inom ett antal månader från godkännandet" }], programme, months: 12 }),
  save_training_rules: (input: TrainingSettings) => ((training = input), null),
  users: () => (how === "error" ? refuse({ kind: "internal", reference: "P4H1" }) : users.map((it) => ({ ...it }))),
  add_user: ({ name, role }: NewUser) => {
    if (users.some((it) => it.name.toLowerCase() === name.toLowerCase())) refuse({ kind: "invalid", field: "name", reason: { code: "already_there" } });
    users.push({ id: `u${users.length + 1}`, name, role, title: null, phone: null, email: null });
    return null;
  },
  change_password: ({ password }: { password: string }) => (password === "fel" ? refuse({ kind: "invalid", field: "password", reason: { code: "wrong_password" } }) : null),
  export_bundle: ({ folder }: { folder: string }) => ({ path: `${folder}/hemvist-2026-11-23.jsonl`, rows: 1284, sha256: DIGEST }),
  import_bundle: (_: ImportBundle) => {
    if (how === "differs") refuse({ kind: "blocked", blockers: [{ kind: "rows_differ", table: "home", rows: 2 }, { kind: "rows_differ", table: "person", rows: 1 }] });
    return { added: { home: 3, person: 7, note: 12 }, same: 210 };
  },
  verify: () =>
    how === "broken"
      ? { whole: false, file: [], history_lines: 0, history_damaged_at: 812, papers: 14, papers_damaged: ["p1"], digest: DIGEST }
      : { whole: true, file: [], history_lines: 4216, history_damaged_at: null, papers: 14, papers_damaged: [], digest: DIGEST },
};
