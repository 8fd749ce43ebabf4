//! Recruitment by hand: the board by keyboard, everything that is missing linked, nothing typed lost.
import { afterEach, beforeEach, expect, it } from "vitest";
import { useMock, type BoardRow, type Family, type RecruitmentBoard } from "@/api";
import { go, press } from "@/parts";
import { emptyInvestigation } from "@/mock/investigation";
import { answer, bare, settle, show, type Door } from "@/records/testing";
import Board from "./Board.vue";
import FamilyPage from "./family/FamilyPage.vue";
import NewEnquiry from "./NewEnquiry.vue";

beforeEach(() => window.addEventListener("keydown", press));
afterEach(() => {
  window.removeEventListener("keydown", press);
  useMock(null);
  document.body.replaceChildren();
  localStorage.clear();
  go("#/rekrytering");
});

const stages = [
  { key: "enquiry", label: "Intresseanmälan", phase: "interest", limit_days: 7 },
  { key: "visit", label: "Hembesök", phase: "visits", limit_days: 30 },
  { key: "checks", label: "Registerkontroll", phase: "checks", limit_days: 21 },
];
const phases = [{ key: "interest", label: "Intresse" }, { key: "visits", label: "Hembesök" }, { key: "checks", label: "Kontroller" }];
const row = (id: string, stage: string, more: Partial<BoardRow> = {}): BoardRow => ({
  id, home: `h${id}`, name: `Familjen ${id} Påhittad`, locality: "Gränna", stage, opened_on: "2026-11-01", latest_on: "2026-11-01", days: 22, late: false, owner: "Maja Modig", next_action: "Ring", next_on: "2026-11-25",
  since: "2026-11-01", limit_days: 7, states: [], reply: null, owner_id: "u1", missing: [{ kind: "step_missing", step: "home_visit" }, { kind: "second_reader_missing" }], adults: [], dormant_until: null, closed_on: null, concluded_on: null, ...more,
});
const board: RecruitmentBoard = { phases, stages, step_kinds: [], rows: [row("a", "enquiry", { late: true }), row("b", "enquiry"), row("c", "checks")] };
const asta = {
  id: "p1", given_name: "Asta", family_name: "Ekdal Påhittad", personal_number: null, birth_date: null, age: null, role: "carer" as const, to_check: true, checked: true, protected: false, phone: null, email: null, occupation: null,
  moved_in_on: null, moved_out_on: null,
};
const family: Family = {
  id: "r1", opened_on: "2026-11-01", source: "phone", owner_id: "u1", enquiry: null, next_action: "Ring", next_on: null, dormant_until: null, concluded_on: null, override_reason: null, closed_on: null, closing_code: null,
  closing_text: null, return_on: null, stage: "enquiry", way: [], phases, enquiry_facts: { received_how: null, source_detail: null, meeting: null, ambassador: null, children_home: null, thoughts: null, said_phone: null, said_email: null, said_address: null },
  blockers: [
    { kind: "person_number_missing", person: "p1", name: "Asta Ekdal Påhittad" },
    { kind: "check_missing", register: "belastningsregistret", person: "p1", name: "Asta Ekdal Påhittad" },
    { kind: "investigation_part_missing", part: "assessment" },
  ],
  steps: [], references: [], assessments: [], answers: [], home: { ...bare, people: [asta] },
  instrument: {
    key: "early_screening", title: "Formulär", edition: "1", source: "eget", valid_from: "2026-11-23", valid_to: null, kind: "screening", about: null, shell: false, loose: [], categories: [], interpreted: false, questions: null, sets: 0,
    own_version: null, outcomes: [{ key: "go_on", label: "Gå vidare", goes_on: true }, { key: "end", label: "Avsluta", goes_on: false }], levels: [{ key: "no", label: "Ingen känd risk" }, { key: "light", label: "Behöver belysas" }], parts: [{ key: "a", label: "Hushållet", items: [{ key: "a.1", number: 1, label: "Vuxna", answer: "text", risk: false }, { key: "a.2", number: 2, label: "Barn", answer: "yes_no", risk: true }] }],
  },
  screening: { household: [], outcome: null, outcome_on: null, outcome_by: null, outcome_reason: null }, methods: { methods: [], forms: [], records: [], notes: [] },
  stages, step_kinds: [{ key: "home_visit", label: "Hembesök", stage: "visit", compulsory: true, optional: false, per_adult: false, only_with_own_children: false, follows_from: null, form: null }],
  closings: [{ key: "other", label: "Övrigt", by: "unit" }], sources: [{ key: "phone", label: "Ringde själv" }], users: [], investigation: emptyInvestigation(),
};
const registers = [{ key: "belastningsregistret", name: "Belastningsregistret", compulsory: true, police: true, consent: false, source: "3 kap. 3 § SoF" }];
const focused = () => document.activeElement as HTMLElement;

async function key(name: string, more: KeyboardEventInit = {}): Promise<void> {
  focused().dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...more }));
  await settle();
}

async function page(door: Door = {}, role: "supervisor" | "recruiter" = "supervisor") {
  const calls = answer({ recruitment_family: () => family, recruitment_board: () => board, vocabulary: () => ({ registers, home_facts: [], needs: [], limits: [] }), ...door });
  const it = show(FamilyPage, { id: "r1", mend: [] }, role);
  await settle();
  return { it, calls };
}

it("walks the board with arrow keys, past stages where nobody stands", async () => {
  answer({ recruitment_board: () => board, users: () => [] });
  const opened: string[] = [];
  const it = show(Board, { shown: true, onOpen: (id: string) => opened.push(id) });
  await settle();
  expect(it.text()).toContain("Försenad, 22 dagar av 7");
  it.get<HTMLElement>(".card").element.focus();
  expect(focused().dataset.id).toBe("a");
  await key("ArrowDown");
  expect(focused().dataset.id).toBe("b");
  await key("ArrowRight");
  expect(focused().dataset.id).toBe("c");
  await key("ArrowLeft");
  expect(focused().dataset.id).toBe("a");
  focused().click();
  expect(opened).toEqual(["a"]);
});

it("shows the same families as a table on one key", async () => {
  answer({ recruitment_board: () => board, users: () => [] });
  const it = show(Board, { shown: true });
  await settle();
  await key("t");
  expect(it.findAll("tr.line").length).toBe(3);
  expect(it.get("table").text()).toContain("Familjen c Påhittad");
});

it("shows all three things that are missing, each with a link to where it is mended", async () => {
  const { it } = await page();
  const links = it.findAll(".blockers a");
  expect(links.map((one) => one.text())).toEqual([
    "Asta Ekdal Påhittad saknar personnummer, så inget register kan frågas.",
    "Asta Ekdal Påhittad saknar svar från belastningsregistret.",
    "Utredningen: samlad bedömning är inte ifyllt.",
  ]);
  await links[0]?.trigger("click");
  await settle();
  expect(document.querySelector(`label[for="${focused().id}"]`)?.textContent).toContain("Personnummer");
  await links[1]?.trigger("click");
  await settle();
  expect(focused().textContent).toContain("Begärd i dag");
  await links[2]?.trigger("click");
  await settle();
  expect(focused().closest('[data-part="assessment"]')).not.toBeNull();
});

it("keeps what was typed, and says why, when a field is refused", async () => {
  const { it } = await page({
    save_field: () => {
      throw { kind: "invalid", field: "next_action", reason: { code: "too_long", max: 200 } };
    },
  });
  const field = it.findAll<HTMLInputElement>("#kort-now input").find((one) => one.element.value === "Ring");
  await field?.setValue("Ring igen efter helgen");
  await field?.trigger("focusout");
  await settle();
  expect(field?.element.value).toBe("Ring igen efter helgen");
  expect(it.get("#kort-now").text()).toContain("Inte sparat. Texten är för lång. Skriv högst 200 tecken.");
});

it("asks for a reason above the first level and saves level and reason together", async () => {
  const { it, calls } = await page({ save_assessment: () => null });
  await it.get<HTMLInputElement>('input[type="radio"][value="light"]').trigger("change");
  await settle();
  expect(it.get("[data-part=a]").text()).toContain("Motiveringen behövs");
  await it.get("[data-part=a] textarea").setValue("Trångt, flyttar i vår.");
  await it.get("[data-part=a]").trigger("focusout");
  await settle();
  expect(calls.filter((one) => one.name === "save_assessment").at(-1)?.input).toEqual({ recruitment: "r1", person: "p1", part: "a", level: "light", reason: "Trångt, flyttar i vår." });
});

it("asks a register by keyboard alone", async () => {
  const { it, calls } = await page({ ask_check: () => "k1" });
  it.get<HTMLElement>(".cell").element.focus();
  focused().click();
  await settle();
  focused().click();
  await settle();
  expect(calls.find((one) => one.name === "ask_check")?.input).toEqual({ person: "p1", register: "belastningsregistret", asked_on: "2026-11-23" });
});

it("shows the whole list when concluding is refused, and lets only a supervisor override", async () => {
  const clear = { ...family, blockers: [] };
  const { it } = await page({
    recruitment_family: () => clear,
    conclude_home_study: () => {
      throw { kind: "blocked", blockers: family.blockers };
    },
  });
  await it.findAll("button").find((one) => one.text().includes("Godkänn hemmet"))?.trigger("click");
  await settle();
  const dialog = () => document.querySelector('[role="dialog"]') as HTMLElement;
  [...dialog().querySelectorAll("button")].find((one) => one.textContent?.includes("Godkänn hemmet"))?.click();
  await settle();
  expect(dialog().querySelectorAll(".blockers li").length).toBe(3);
  expect([...dialog().querySelectorAll("button")].find((one) => one.textContent?.includes("Godkänn hemmet"))?.disabled).toBe(true);

  it.unmount();
  document.body.replaceChildren();
  const other = await page({ recruitment_family: () => ({ ...family, investigation: { ...family.investigation, may_approve: false } }) }, "recruiter");
  await other.it.findAll("button").find((one) => one.text().includes("Godkänn hemmet"))?.trigger("click");
  await settle();
  expect(dialog().textContent).toContain("Delegaten eller enhetschefen godkänner hemmet.");
  expect(dialog().textContent).not.toContain("Avsluta trots att något saknas");
});

it("brings back a new enquiry after a crash, and loses nothing when it is refused", async () => {
  const calls = answer({
    drafts: () => [{ key: "new_enquiry", text: JSON.stringify({ name: "Familjen Ek Påhittad", phone: "070-174", locality: "", source: null, thoughts: "Ringde om" }) }],
    earlier_families: () => [{ home: { id: "h9", name: "Familjen Ek Påhittad", locality: "Gränna", because: ["name"] }, runs: [{ id: "r5", opened_on: "2024-03-04", outcome: "by_family", ended_on: "2024-06-10", return_on: null, owner: null }] }],
    open_enquiry: () => {
      throw { kind: "invalid", field: "phone", reason: { code: "not_a_phone" } };
    },
  });
  const it = show(NewEnquiry, {});
  await settle();
  expect(it.findAll<HTMLInputElement>("input").map((one) => one.element.value)).toContain("Familjen Ek Påhittad");
  expect(it.get(".similar").text()).toContain("avbruten av familjen");
  expect(it.get<HTMLTextAreaElement>("textarea").element.value).toBe("Ringde om");
  expect(it.get(".similar").text()).toContain("samma namn");
  await it.get("textarea").setValue("Ringde om ett barn");
  it.get<HTMLElement>("textarea").element.focus();
  await key("Enter", { ctrlKey: true });
  expect(it.get("form").text()).toContain("Skriv telefonnumret");
  expect(it.get<HTMLTextAreaElement>("textarea").element.value).toBe("Ringde om ett barn");
  expect(calls.filter((one) => one.name === "open_enquiry").length).toBe(1);

  // The earlier home's own recruitment is opened instead of a second home.
  useMock((name, input) => (calls.push({ name, input }), name === "open_enquiry" ? "r7" : null));
  await it.findAll("button").find((one) => one.text().includes("Ny rekrytering för hemmet"))?.trigger("click");
  await settle();
  expect(calls.findLast((one) => one.name === "open_enquiry")?.input).toMatchObject({ home: "h9", thoughts: "Ringde om ett barn", draft: "new_enquiry" });
  expect(location.hash).toBe("#/rekrytering/r7");
});
