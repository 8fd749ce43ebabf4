//! A made-up register of homes: 24 as in an ordinary unit, or as many as the address asks for.
//!
//! Personal numbers are from Skatteverket's published test series only.
import { madeUpTraining } from "./instruments";
import type { HomeCard, HomeKind, Person, RegisterCheck, Standing } from "../api";

const FAMILIES = ["Ekdal", "Ängö", "Björkhem", "Åsbacken", "Lindö", "Wassgård", "Vallmo", "Örnäs", "Hasselby", "Tallmo", "Ström", "Sjövik", "Granlund", "Dalhem", "Rönnby", "Hägg", "Älvbro", "Öhrn", "Kvarnby", "Furuvik", "Ljungdal", "Mossvik", "Videby", "Åkerblom"];
const PLACES: [string, string][] = [["Gränna", "Björkvik"], ["Tenhult", "Björkvik"], ["Björkvik", "Björkvik"], ["Bankeryd", "Sjöbo strand"], ["Åsa", "Norrvik"]];
const KINDS: HomeKind[] = ["familjehem", "familjehem", "familjehem", "jourhem_kontrakterat", "natverkshem", "familjehem", "jourhem_avtal", "konsulentstott", "slaktinghem", "kontaktfamilj", "jourhem_fritt", "annat_enskilt"];
const STANDINGS: Standing[] = ["available", "full", "available", "available", "full", "paused", "available", "full", "not_approved", "available", "in_recruitment", "full"];
const GIVEN = ["Asta", "Rut", "Bo", "Siv", "Ebbe", "Alva", "Tage", "Maj", "Nils", "Märta", "Åke", "Ylva"];

/** A number of the test series for a day of birth. */
export function testNumber(birth: string, serial: 238 | 239 | 980 | 981 | 982): string {
  const digits = `${birth.slice(2).replaceAll("-", "")}${serial}`;
  const sum = [...digits].reduce((total, it, at) => {
    const n = Number(it) * (at % 2 === 0 ? 2 : 1);
    return total + (n > 9 ? n - 9 : n);
  }, 0);
  return `${birth.replaceAll("-", "")}-${serial}${(10 - (sum % 10)) % 10}`;
}

function person(id: string, given: string, family: string, birth: string, more: Partial<Person> = {}): Person {
  const serial = Number(birth.slice(-1)) % 2 === 0 ? 980 : 239;
  return {
    id, given_name: given, family_name: family, personal_number: testNumber(birth, serial), birth_date: birth,
    age: 2026 - Number(birth.slice(0, 4)) - (birth.slice(5) > "11-23" ? 1 : 0), role: "carer", to_check: true, checked: true, protected: false, phone: null,
    email: null, occupation: null, moved_in_on: null, moved_out_on: null, ...more,
  };
}

function check(id: string, person: string, register: string, more: Partial<RegisterCheck> = {}): RegisterCheck {
  return { id, person, register, consent_on: null, asked_on: "2026-09-01", received_on: "2026-09-14", read_by: "Maja Modig", result: "no_remark", assessment: null, decision: null, decided_by: null, decided_on: null, extract: "destroyed", extract_on: "2026-09-14", valid_to: "2027-03-14", ...more };
}

function plain(n: number): HomeCard {
  const family = FAMILIES[n % FAMILIES.length] ?? "Ek";
  const name = `Familjen ${family}${n >= FAMILIES.length ? ` ${Math.floor(n / FAMILIES.length) + 1}` : ""} Påhittad`;
  const standing = STANDINGS[n % STANDINGS.length] ?? "available";
  const approved = standing === "not_approved" || standing === "in_recruitment" ? 0 : 1 + (n % 3);
  const free = standing === "available" ? 1 + (n % 2 === 0 && approved > 1 ? 1 : 0) : 0;
  const [locality, municipality] = PLACES[n % PLACES.length] ?? PLACES[0]!;
  const id = `h${n + 1}`;
  const from = n % 4 === 0 ? 0 : n % 4 === 1 ? 7 : n % 4 === 2 ? 0 : 13;
  const to = n % 4 === 0 ? 12 : n % 4 === 1 ? 15 : n % 4 === 2 ? 6 : 17;
  const said = `2026-${String(1 + (n % 11)).padStart(2, "0")}-0${1 + (n % 9)}`;
  return {
    id, rev: 1, name, kind: KINDS[n % KINDS.length] ?? "familjehem", street: `Påhittsgatan ${n + 1}`, postcode: "123 45", locality, municipality, phone: "070-174 06 05", email: null,
    protected: n === 16, investigated_on: approved > 0 ? "2023-05-04" : null, investigated_by: approved > 0 ? "Socialnämnden" : null, ended_on: null, ended_reason: null, description: null,
    standing, approved, taken: approved - free, free, checks_state: (["valid", "soon", "valid", "missing", "too_old"] as const)[n % 5] ?? "valid", check_blockers: [], recruitment: null,
    people: [person(`${id}p1`, GIVEN[n % GIVEN.length] ?? "Asta", `${family} Påhittad`, "1980-02-03"), person(`${id}p2`, GIVEN[(n + 5) % GIVEN.length] ?? "Bo", `${family} Påhittad`, "1978-06-11")],
    scopes: approved > 0 ? [{ id: `${id}s1`, care: n % 12 === 3 ? "jourhem" : "familjehem", age_from: from, age_to: to, places: approved, conditions: null, decided_on: "2023-06-14", paragraph: "§ 88", valid_from: "2023-06-14", valid_to: null }] : [],
    wishes: n % 7 === 4 ? [] : [{ id: `${id}w1`, strength: "could_imagine", text: "Syskon", said_by: "Familjen", said_on: said }],
    pauses: standing === "paused" ? [{ id: `${id}u1`, from_day: "2026-10-01", to_day: "2026-12-15", reason: "Sjukdom i familjen" }] : [],
    taken_places: [], facts: [], capabilities: [], checks: [], placements: [], timeline: [], history: [], training: madeUpTraining(),
  };
}

/** The home that all sections are shown with. */
function rich(): HomeCard {
  const family = "Ekdal Påhittad";
  const people = [
    person("h1p1", "Asta", family, "1980-02-03", { occupation: "Undersköterska, 75 %", phone: "070-174 06 05", moved_in_on: "2011-06-01" }),
    person("h1p2", "Bo", family, "1978-06-11", { occupation: "Snickare", phone: "070-174 06 06", moved_in_on: "2011-06-01" }),
    person("h1p3", "Ebbe", family, "2013-05-09", { role: "own_child", to_check: false, checked: false }),
    person("h1p4", "Rut", family, "1951-03-15", { role: "adult", personal_number: null, birth_date: null, age: null, moved_in_on: "2026-08-01" }),
    person("h1p5", "Siv", family, "2004-09-28", { role: "own_child", to_check: false, checked: false, moved_out_on: "2025-08-20" }),
  ];
  const asked = (n: number, p: string) => [
    check(`k${n}1`, p, "belastningsregistret", n === 1 ? { received_on: "2026-06-02", asked_on: "2026-05-20", valid_to: "2026-12-02", extract_on: "2026-06-02" } : {}),
    check(`k${n}2`, p, "misstankeregistret", n === 2 ? { received_on: "2026-04-12", asked_on: "2026-04-01", valid_to: "2026-10-12", extract: null, extract_on: null } : {}),
    check(`k${n}3`, p, "socialregister_egen", { consent_on: "2026-08-30" }),
    check(`k${n}4`, p, "kronofogden", n === 2 ? { result: "remark", decision: null } : {}),
    check(`k${n}5`, p, "forsakringskassan", n === 1 ? { received_on: null, read_by: null, result: null, extract: null, extract_on: null, valid_to: null, asked_on: "2026-11-10" } : {}),
  ];
  const note = (id: string, on: string, kind: "call" | "visit" | "meeting" | "letter", text: string) => ({ kind: "note" as const, on, note: { id, on_day: on, kind, text, user_name: "Maja Modig" } });
  return {
    ...plain(0),
    standing: "available", approved: 3, taken: 2, free: 1, checks_state: "missing", email: "ekdal@exempel.se",
    description: "Hus med trädgård i utkanten av samhället, tio minuter från skolan. Har varit familjehem sedan 2017, först för ett syskonpar.\n\nVill gärna ha handledning samma dag varje månad.",
    check_blockers: [
      { kind: "check_too_old", register: "misstankeregistret", person: "h1p2", name: "Bo Ekdal Påhittad", received_on: "2026-04-12", valid_to: "2026-10-12", rule: "register_check_max_age" },
      { kind: "remark_undecided", register: "kronofogden", person: "h1p2", name: "Bo Ekdal Påhittad" },
      { kind: "person_number_missing", person: "h1p4", name: "Rut Ekdal Påhittad" },
    ],
    people,
    scopes: [
      { id: "s1", care: "familjehem", age_from: 0, age_to: 12, places: 3, conditions: "Högst två barn under skolåldern samtidigt.", decided_on: "2023-06-14", paragraph: "§ 88", valid_from: "2023-06-14", valid_to: null },
      { id: "s2", care: "jourhem", age_from: 0, age_to: 6, places: 1, conditions: null, decided_on: "2020-03-04", paragraph: "§ 21", valid_from: "2020-03-04", valid_to: "2023-06-13" },
    ],
    wishes: [
      { id: "w1", strength: "limit", text: "Inte barn som röker", said_by: "Asta", said_on: "2026-10-12" },
      { id: "w2", strength: "limit", text: "Högst 30 minuters resväg till umgänge på vardagar", said_by: "Bo", said_on: "2026-03-11" },
      { id: "w3", strength: "could_imagine", text: "Syskon, också tre om det yngsta är under fem", said_by: "Båda", said_on: "2026-10-12" },
      { id: "w4", strength: "could_imagine", text: "Barn med adhd, om det finns handledning", said_by: "Asta", said_on: "2026-01-19" },
    ],
    pauses: [{ id: "u1", from_day: "2026-03-01", to_day: "2026-05-15", reason: "Ombyggnad av övervåningen" }],
    taken_places: [{ id: "t1", municipality: "Norrvik", places: 1, from_day: "2025-09-01", to_day: null }],
    facts: [
      { key: "rooms", value: "6", gap: null }, { key: "own_room", value: "ja", gap: null }, { key: "pets", value: "hund, två höns", gap: null }, { key: "smoking", value: "nej", gap: null },
      { key: "car", value: "ja", gap: null }, { key: "languages", value: "svenska, engelska", gap: null }, { key: "daytime", value: null, gap: "not_asked" }, { key: "accessible", value: null, gap: "unknown" },
    ],
    capabilities: [
      { id: "c1", need_key: "adhd", level: "with_support", evidence: "stated", measure: "Handledning varannan vecka", text: null, source: "Asta", said_on: "2026-01-19" },
      { id: "c2", need_key: "calm_evenings", level: "yes", evidence: "seen", measure: null, text: "Fasta tider, läser högt varje kväll", source: "Hembesök", said_on: "2026-09-30" },
      { id: "c3", need_key: "siblings_together", level: "yes", evidence: "seen", measure: null, text: null, source: "Tidigare placering", said_on: "2025-11-03" },
      { id: "c4", need_key: "short_notice", level: "no", evidence: "stated", measure: null, text: null, source: "Bo", said_on: "2026-10-12" },
      { id: "c5", need_key: "contact_travel", level: "with_support", evidence: "stated", measure: "Milersättning, inte vardagskvällar", text: null, source: "Bo", said_on: "2026-03-11" },
      { id: "c6", need_key: "short_notice", level: "yes", evidence: "stated", measure: null, text: null, source: "Asta", said_on: "2024-05-02" },
    ],
    checks: [...asked(1, "h1p1"), ...asked(2, "h1p2")],
    placements: [
      { id: "pl1", child: "b1", initials: "E.L.", birth_year: 2018, kind: "familjehem", started_on: "2025-03-01", ended_on: null },
      { id: "pl2", child: "b2", initials: "N.S.", birth_year: 2014, kind: "familjehem", started_on: "2019-08-12", ended_on: "2025-01-20" },
    ],
    timeline: [
      note("n1", "2026-11-20", "call", "Asta ringde. De kan ta emot ett barn till från januari, helst i förskoleåldern. Bo börjar arbeta fyra dagar i veckan då.\n\nRing igen efter nyår om handledning."),
      note("n2", "2026-09-30", "visit", "Hembesök. Övervåningen är klar, två rum står tomma. Ebbe visade kaninburen och frågade om det kommer någon i hans ålder."),
      { kind: "moved_in", on: "2026-08-01", name: "Rut" },
      note("n3", "2026-06-02", "meeting", "Handledning tillsammans med familjen Lindö."),
      { kind: "pause_began", on: "2026-03-01", to: "2026-05-15" },
      { kind: "placement_began", on: "2025-03-01", initials: "E.L." },
      { kind: "placement_ended", on: "2025-01-20", initials: "N.S." },
      { kind: "scope_decided", on: "2023-06-14", care: "familjehem", places: 3 },
      { kind: "investigated", on: "2023-05-04" },
    ],
    history: [
      { seq: 412, at: "2026-11-20T09:12:00Z", today: "2026-11-20", user_name: "Maja Modig", event: { kind: "row_added", entity: "note", id: "n1", parent: "h1" } },
      { seq: 398, at: "2026-11-10T13:40:00Z", today: "2026-11-10", user_name: "Maja Modig", event: { kind: "check_asked", id: "h1p1" } },
      { seq: 371, at: "2026-10-12T10:02:00Z", today: "2026-10-12", user_name: "Karin Chef", event: { kind: "field_changed", entity: "home", id: "h1", field: "phone" } },
    ],
  };
}

/** A home where everything there is much of is there. */
function crowded(): HomeCard {
  const base = rich();
  const many = <T extends { id: string }>(all: T[], times: number) => Array.from({ length: times }, (_, n) => all.map((it) => ({ ...it, id: `${it.id}-${n}` }))).flat();
  return {
    ...base,
    name: "Familjen Wassgård-Ängöström von Hasselby Påhittad med de två förnamnen",
    protected: true,
    people: [...base.people, ...Array.from({ length: 6 }, (_, n) => person(`h1q${n}`, GIVEN[n + 4] ?? "Maj", "Wassgård-Ängöström von Hasselby Påhittad", `20${10 + n}-0${n + 1}-1${n}`, { role: "own_child", to_check: n === 0 }))],
    scopes: many(base.scopes, 3), wishes: many(base.wishes, 3), pauses: many(base.pauses, 4), taken_places: many(base.taken_places, 2), capabilities: many(base.capabilities, 2),
    timeline: Array.from({ length: 40 }, (_, n) => ({
      kind: "note" as const, on: `202${6 - Math.floor(n / 12)}-${String(12 - (n % 12)).padStart(2, "0")}-10`,
      note: { id: `m${n}`, on_day: "2026-01-01", kind: "call" as const, text: "Samtal om hur det går med skolan, skjutsarna och kvällarna. Familjen vill ha svar om handledningen före månadens slut.", user_name: "Maja Modig" },
    })),
  };
}

/** The register, as crowded as asked for. */
export function madeUpHomes(how: string): HomeCard[] {
  if (how === "empty") return [];
  const all = Array.from({ length: how === "crowded" ? 260 : 24 }, (_, n) => plain(n));
  all[0] = how === "crowded" ? crowded() : rich();
  return all;
}
