//! Made-up information meetings, the funnel, the unit's own limits and a letter that has been read.
import type { EnquiryText, Funnel, FunnelCell, MeetingGuest, MeetingRow, NewGuest, NewMeeting, RecruitmentSettings, SaveRecruitmentSetting } from "../api";
import type { Answers } from "./index";
import { phases, stages, step_kinds } from "./families";

let next = 1;
const guest = (id: string, name: string, more: Partial<MeetingGuest> = {}): MeetingGuest => ({ id, name, phone: null, email: null, people: 1, wants_on: null, note: null, recruitment: null, family: null, ...more });

export function meetingAnswers(how: string): Answers {
  const meetings: { row: Pick<MeetingRow, "id" | "held_on" | "place" | "note">; guests: MeetingGuest[] }[] =
    how === "empty"
      ? []
      : [
          { row: { id: "m2", held_on: "2026-12-03", place: "Biblioteket i Gränna", note: null }, guests: [] },
          {
            row: { id: "m1", held_on: "2026-10-22", place: "Kommunhuset, sal Visingsö", note: "Många frågor om umgänge. Ta med siffror om ersättning nästa gång." },
            guests: [
              guest("g1", "Rut och Nils Älvbro Påhittad", { phone: "070-174 06 05", people: 2, wants_on: "yes", recruitment: "r4", family: "Familjen Älvbro Påhittad" }),
              guest("g2", "Siri Lund Påhittad", { email: "siri@exempel.se", wants_on: "yes" }),
              guest("g3", "Bo Vik Påhittad", { people: 2, wants_on: "maybe", note: "Vill fråga barnen först" }),
              guest("g4", "Ada Holm Påhittad", { wants_on: "no" }),
            ],
          },
        ];
  const row = (it: (typeof meetings)[number]): MeetingRow => ({
    ...it.row, families: it.guests.length, people: it.guests.reduce((sum, one) => sum + one.people, 0), want_on: it.guests.filter((one) => one.wants_on === "yes").length, enquiries: it.guests.filter((one) => one.recruitment).length,
  });
  const settings: RecruitmentSettings = {
    stages: stages.map((it) => ({ stage: { ...it }, shipped: it })),
    steps: step_kinds.filter((it) => it.optional).map((step) => ({ step: { ...step }, shipped: false })),
    limits: [{ key: "enquiry_reply_days", description: "Ny intresseanmälan ska ha fått en första kontakt inom så många dagar.", value: 7, shipped: 7, source: "lokal rutin (5 arbetsdagar)" }],
  };
  return {
    information_meetings: () => meetings.map(row),
    information_meeting: ({ id }: { id: string }) => {
      const it = meetings.find((one) => one.row.id === id);
      if (!it) throw { kind: "not_found", what: "information_meeting" };
      return { meeting: row(it), guests: it.guests };
    },
    add_information_meeting: (input: NewMeeting) => {
      const id = `mm${next++}`;
      meetings.unshift({ row: { id, held_on: input.held_on, place: input.place, note: null }, guests: [] });
      return id;
    },
    add_meeting_guest: (input: NewGuest) => {
      const id = `gg${next++}`;
      meetings.find((one) => one.row.id === input.meeting)?.guests.push(guest(id, input.name, { phone: input.phone, email: input.email, people: input.people ?? 1, wants_on: input.wants_on }));
      return id;
    },
    read_enquiry_text: ({ text }: EnquiryText) => ({
      form: false, cut: false,
      fields: text.trim() ? [
        { field: "name", value: "Eva Ek Påhittad", line: 8, by: "signature", well_formed: true },
        { field: "name_2", value: "Bo Ek Påhittad", line: 8, by: "signature", well_formed: true },
        { field: "phone", value: "ring jobbet", line: 3, by: "label", well_formed: false },
        { field: "email", value: "eva@exempel.se", line: 1, by: "sender", well_formed: true },
        { field: "locality", value: "Gränna", line: 9, by: "shape", well_formed: true },
      ] : [],
    }),
    recruitment_settings: () => settings,
    save_recruitment_setting: ({ key, value }: SaveRecruitmentSetting) => {
      const [kind, which, what] = key.split(".");
      for (const it of settings.stages) if (kind === "stage" && it.stage.key === which) Object.assign(it.stage, { [what ?? ""]: value === null ? it.shipped[what as "label"] : what === "label" ? value : Number(value) });
      for (const it of settings.steps) if (kind === "step" && it.step.key === which) it.step.compulsory = value === null ? it.shipped : value === "1";
      for (const it of settings.limits) if (kind === "limit" && it.key === which) it.value = value === null ? it.shipped : Number(value);
      return null;
    },
    funnel: () => madeUpFunnel(how),
  };
}

const NUMBERS: [source: string | null, all: number, reached: number[], approved: number, open: number, family: number, unit: number][] = [
  ["phone", 4, [4, 3, 3, 2, 2, 1], 1, 2, 1, 0],
  ["information_meeting", 5, [5, 4, 3, 1, 1, 1], 1, 2, 1, 1],
  ["own_web", 2, [2, 1, 0, 0, 0, 0], 0, 1, 1, 0],
];

function madeUpFunnel(how: string): Funnel {
  const some = how !== "empty";
  const cell = (n: number): FunnelCell => ({ count: n, behind: Array.from({ length: n }, (_, at) => `r${at + 1}`) });
  const row = ([source, all, reached, approved, open, family, unit]: (typeof NUMBERS)[number]) => ({ source, enquiries: cell(all), reached: reached.map(cell), approved: cell(approved), open: cell(open), by_family: cell(family), by_unit: cell(unit) });
  const sum: (typeof NUMBERS)[number] = [null, 11, [11, 8, 6, 3, 3, 2], 2, 5, 3, 1];
  return {
    from: "2026-01-01", to: "2026-12-31", caution_below: 10, phases, sources: some ? NUMBERS.map(row) : [], total: some ? row(sum) : row([null, 0, [0, 0, 0, 0, 0, 0], 0, 0, 0, 0]),
    stages: stages.map((it, n) => ({ key: it.key, label: it.label, reached: cell(some ? Math.max(2, 11 - n) : 0), ended: cell(some && n === 1 ? 1 : 0), left: some ? Math.max(0, 9 - n) : 0, median_days: some && n < 9 ? 4 + n * 3 : null, longest_days: some && n < 9 ? 9 + n * 6 : null, limit_days: it.limit_days })),
    reasons: some ? [{ key: "family_withdraws", label: "Familjen avstår", by: "family", count: 3 }, { key: "housing", label: "Boende", by: "unit", count: 1 }] : [],
    days_to_approval: some ? 171 : null,
    families: some ? Array.from({ length: 9 }, (_, n) => ({ id: `r${n + 1}`, name: `Familjen ${["Granlund", "Hägg", "Ström", "Älvbro", "Sjövik", "Dalhem", "Öhrn", "Videby", "Ljungdal"][n]} Påhittad`, opened_on: "2026-05-04", stage: "visit", ended_on: null })) : [],
  };
}
