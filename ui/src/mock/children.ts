//! Made-up children: one who waits with a full sheet, a protected one, and placed ones.
import type { ChildCard, ChildRow, Importance, NeedRow } from "../api";

const need = (id: string, area: string, need_key: string, importance: Importance, text: string, source: string, said_on: string, own = false, late = false): NeedRow => ({
  id, area, need_key, text, importance, source, said_on, own_words: own, after_lock: late,
});

const bare: ChildCard = {
  id: "c1", rev: 1, given_name: "", family_name: "", personal_number: null, birth_date: null, age: null, case_number: null, protected: false, legal_ground: null, care: "familjehem", start_on: null,
  municipality: null, school: null, only_child: false, pet_allergy: false, sibling_group: null, own_words: null, own_words_on: null, not_asked_reason: null, background: null, social_worker: null,
  sheet_locked_at: null, needs: [], network: [], conflicts: [], placements: [], papers: [],
};

export function madeUpChildren(how: string): ChildCard[] {
  if (how === "empty") return [];
  const ebbe: ChildCard = {
    ...bare, given_name: "Ebbe", family_name: "Ek Påhittad", personal_number: "20170412-2383", birth_date: "2017-04-12", age: 9, case_number: "2026-0417", legal_ground: "sol",
    start_on: "2026-12-07", municipality: "Exempelkommun", school: "Påhittade skolan, 3 B", own_words: "Jag vill gå kvar hos Maja i min klass. Och att Sigge får följa med. Han sover på mina fötter.",
    own_words_on: "2026-11-09", background: "Bor hos mormor sedan i augusti. Mormor orkar inte längre.", social_worker: "Elsa Exempel", sheet_locked_at: how === "ordinary" || how === "crowded" ? "2026-11-20T08:14:00Z" : null,
    needs: how === "noneeds" ? [] : [
      need("n1", "practical", "cat", "wish", "Katten Sigge får följa med", "Ebbe", "2026-11-09", true),
      need("n2", "education", "kept_school", "essential", "Går kvar i Påhittade skolan", "Socialsekreterare Elsa Exempel", "2026-11-02"),
      need("n3", "emotions_and_behaviour", "adhd", "essential", "Vana vid adhd, helst sett i en tidigare placering", "Skolpsykolog", "2026-10-14"),
      need("n4", "social_presentation", "age_gap", "important", "", "Förskollärare och mormor", "2026-10-30"),
      need("n5", "practical", "home_after_school", "important", "Någon hemma när skolan slutar 13.40", "Socialsekreterare Elsa Exempel", "2026-11-02"),
      ...(how === "unlocked" ? [] : [need("n6", "family_and_relations", "parent_cooperation", "important", "Mamma ringer på söndagar", "Mamma", "2026-11-21", false, true)]),
    ],
    network: how === "unlocked" ? [] : [
      { id: "w1", name: "Berit Påhittad", relation: "Mormor", outcome: "assessed", reason: "Orkar till jul, inte längre", weighed_on: "2026-11-04" },
      { id: "w2", name: "Ove Påhittad", relation: "Farbror", outcome: "declined", reason: "Har flyttat utomlands", weighed_on: "2026-11-05" },
    ],
    conflicts: [{ id: "s1", home: "m8", home_name: "Familjen Alm Påhittad", kind: "known_threat", noted_on: "2026-10-20" }],
    papers: [{ id: "k1", kind: "placering", meeting_on: "2026-12-03", issued: false }],
  };
  if (how === "unlocked") ebbe.own_words = null;
  const saga: ChildCard = { ...bare, id: "c2", given_name: "Saga", family_name: "Sand Påhittad", birth_date: "2023-02-02", age: 3, care: "jourhem", start_on: "2026-11-27", not_asked_reason: "Saga är tre år. Förskolan har berättat hur hon visar vad hon vill." };
  const hidden: ChildCard = { ...bare, id: "c3", given_name: "Lo", family_name: "Påhittad", age: 13, birth_date: "2013-01-20", protected: true, case_number: "2026-0388", start_on: "2027-01-15", own_words: "Inte i stan." };
  const noa: ChildCard = {
    ...bare, id: "c4", given_name: "Noa", family_name: "Ny Påhittad", age: 14, birth_date: "2012-05-05", case_number: "2024-0102", own_words: "Jag vill bo kvar.", own_words_on: "2026-09-01",
    sheet_locked_at: "2024-02-01T09:00:00Z", placements: [{ id: "pl1", home: "h1", home_name: "Familjen Ekdal Påhittad", kind: "familjehem", started_on: "2024-02-10", ended_on: null }],
  };
  const tova: ChildCard = { ...noa, id: "c5", given_name: "Tova", family_name: "Berg Påhittad", age: 7, birth_date: "2019-08-08", case_number: "2025-0310", placements: [{ id: "pl2", home: "h2", home_name: "Familjen Ekbacken Påhittad", kind: "familjehem", started_on: "2025-08-18", ended_on: null }] };
  const all = [saga, ebbe, hidden, noa, tova];
  if (how !== "crowded") return all;
  const more = Array.from({ length: 36 }, (_, n): ChildCard => ({
    ...(n % 3 === 0 ? noa : saga), id: `x${n}`, given_name: ["Alva", "Bo", "Cleo", "Dag", "Eje", "Frej"][n % 6] ?? "Siv", family_name: `Av-Det-Mycket-Långa-Namnet Påhittad ${n + 1}`, age: 1 + (n % 17), case_number: `2026-05${String(n).padStart(2, "0")}`,
  }));
  return [...all, ...more].sort((a, b) => a.placements.length - b.placements.length);
}

export function childRow(it: ChildCard): ChildRow {
  const home = it.placements.find((one) => !one.ended_on) ?? null;
  return {
    id: it.id, name: it.protected ? null : `${it.given_name} ${it.family_name}`.trim(), case_number: it.case_number, age: it.age, care: it.care, start_on: it.start_on, protected: it.protected,
    sheet_locked: it.sheet_locked_at !== null, home: home?.home ?? null, home_name: home?.home_name ?? null, placed_on: home?.started_on ?? null,
  };
}
