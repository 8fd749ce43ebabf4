//! The paper: what is missing is told, Ctrl P prints the very bytes, the issued one is locked.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useMock, type PaperView, type Role } from "@/api";
import { answer, settle, show, type Door } from "@/records/testing";
import { press } from "@/parts";
import PaperScreen from "./PaperScreen.vue";

vi.mock("@/parts/paper", () => ({ openPaper: () => Promise.resolve({ pages: 2, draw: () => Promise.resolve(), close: () => Promise.resolve() }) }));
beforeEach(() => window.addEventListener("keydown", press));
afterEach(() => {
  window.removeEventListener("keydown", press);
  useMock(null);
  document.body.replaceChildren();
});

const draft: PaperView = {
  id: "k1", child: "c1", home: "h1", recruitment: null, case_number: null, meeting_on: null, body: null, started_on: null, released_by: null, paragraph: null, decided_on: null, decision_text: null, kind: "placering", child_name: "Ebbe Ek Påhittad", home_name: "Familjen Lind Påhittad", template: "neutral", state: "draft", templates: [{ key: "neutral", title: "Neutral ordning" }],
  fields: [{ kind: { name: "assessment", label: "Bedömning", help: "", max: 5, compulsory: true }, value: "Kort." }],
  tables: [{ kind: { part: "risks", label: "Risker", help: "", columns: ["Risk", "Åtgärd"], compulsory: true }, rows: [{ id: "r1", cells: ["Resor", "Taxi"] }] }],
  blockers: [{ kind: "field_missing", field: "assessment" }, { kind: "not_released" }], issued: null, decision: null,
};

async function screen(paper: Partial<PaperView> = {}, role: Role = "supervisor", door: Door = {}) {
  const calls = answer({ paper: () => ({ ...draft, ...paper }), paper_preview: () => ({ pdf: "VVRLQVNU", pages: 2, unknown: [] }), paper_pdf: () => ({ pdf: "TEFTVA==", pages: 2, unknown: [] }), print_pdf: () => ({}), ...door });
  const it = show(PaperScreen, { id: "k1" }, role);
  await settle();
  const made = (name: string) => calls.filter((one) => one.name === name).map((one) => one.input);
  return { it, made };
}

it("lists all that is missing, by the fields' own names", async () => {
  const { it } = await screen();
  expect(it.text()).toContain("Bedömning är inte ifyllt.");
  expect(it.text()).toContain("Enhetschefen har inte godkänt papperet.");
});

it("counts many empty fields in one line and marks each where it stands", async () => {
  const names = ["goal", "consent", "analysis", "assessment", "why_home"];
  const fields = names.map((name) => ({ kind: { name, label: name, help: "", max: 100, compulsory: true }, value: null }));
  const { it } = await screen({ fields, blockers: [...names.map((field) => ({ kind: "field_missing" as const, field })), { kind: "network_not_weighed" }] });
  expect(it.get(".blockers").findAll("li").map((one) => one.text())).toEqual(["Varning: Det egna nätverket är inte prövat.", "Varning: 5 fält är inte ifyllda. De är märkta nedan."]);
  expect(it.findAll(".gap").length).toBe(5);
});

it("Ctrl P prints the bytes that the program notes as having left", async () => {
  const { made } = await screen();
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "p", ctrlKey: true, bubbles: true, cancelable: true }));
  await settle();
  expect(made("paper_pdf")).toEqual([{ id: "k1" }]);
  expect(made("print_pdf")).toEqual([{ pdf: "TEFTVA==" }]);
});

it("a saved field draws the pages anew", async () => {
  const { it, made } = await screen({}, "supervisor", { save_field: () => ({ value: "Längre text.", rev: 2 }) });
  const before = made("paper_preview").length;
  await it.get("textarea").setValue("Längre text.");
  await it.get("textarea").trigger("focusout");
  await settle();
  expect(made("save_field")).toEqual([{ entity: "paper", id: "k1", field: "assessment", value: "Längre text.", was: "Kort." }]);
  expect(made("paper_preview").length).toBeGreaterThan(before);
});

it("a text over the limit is counted and never cut", async () => {
  const { it } = await screen();
  const field = it.get("textarea");
  expect(field.attributes("maxlength")).toBeUndefined();
  await field.setValue("Mycket längre än fem tecken.");
  expect(field.element.value).toBe("Mycket längre än fem tecken.");
  expect(it.text()).toContain("28 av 5 tecken");
});

it("only a supervisor releases, and others are told who does", async () => {
  const { it } = await screen({}, "recruiter");
  const button = it.findAll("button").find((one) => one.text() === "Godkänn papperet");
  expect(button?.attributes("disabled")).toBeDefined();
  expect(it.text()).toContain("Enhetschefen godkänner papperet.");
});

it("the issued paper shows its stored bytes and hash, has no fields, and takes the decision", async () => {
  const issued = { id: "i1", sha256: "9f2b6c1e", issued_at: "2026-11-23T13:02:00Z", issued_by: "Maja Modig", template: "neutral 1" };
  const { it, made } = await screen({ state: "issued", issued });
  expect(it.text()).toContain("9f2b6c1e");
  expect(it.text()).not.toContain("Bedömning");
  await it.get("form input").setValue("§ 112");
  await it.get("form").trigger("submit");
  await settle();
  expect(made("enter_decision")).toEqual([{ id: "k1", paragraph: "§ 112", decided_on: "2026-11-23", decision: "as_proposed", text: null }]);
});
