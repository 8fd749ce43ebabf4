//! The settings: each field saves itself, nothing is taken in unseen, damage is said in words.
import { afterEach, expect, it, vi } from "vitest";
import { useMock } from "@/api";
import { answer, settle, show, type Door } from "@/records/testing";
import { refusedRow, tables, templates, verified } from "@/sv/settings";
import format from "../../../../src-tauri/core/src/exchange/bundle.rs?raw";
import BundleIn from "./BundleIn.vue";
import BundleOut from "./BundleOut.vue";
import Letterhead from "./Letterhead.vue";
import OwnPassword from "./OwnPassword.vue";
import People from "./People.vue";
import Rules from "./Rules.vue";

const shipped = import.meta.glob<string>("@assets/documents/*.toml", { eager: true, query: "?raw", import: "default" });
const letterhead = { unit_lines: "Familjehemsenheten", footer: "", sign1_name: "", sign1_title: "", sign2_name: "", sign2_title: "", distribution: "", template: "neutral" };

afterEach(() => {
  useMock(null);
  document.body.replaceChildren();
});

function button(it: ReturnType<typeof show>, text: string) {
  const found = it.findAll("button").find((one) => one.text().startsWith(text));
  if (!found) throw new Error(`no button ${text}`);
  return found;
}

it("a field of the letterhead saves itself by its own name", async () => {
  const calls = answer({ settings: () => letterhead, save_setting: () => null } as Door);
  const it = show(Letterhead, {});
  await settle();
  const field = it.findAll("textarea")[1];
  await field?.setValue("Påhittsgatan 1");
  await field?.trigger("focusout");
  await settle();
  expect(calls.filter((one) => one.name === "save_setting").map((one) => one.input)).toEqual([{ key: "footer", value: "Påhittsgatan 1", was: "" }]);
});

it("a letterhead that somebody else has changed shows both texts and who wrote, and saves mine only when I say so", async () => {
  let theirs = "Karins gata 2";
  const calls = answer({
    settings: () => letterhead,
    save_setting: ({ value, was }: { value: string; was: string }) => {
      if (was !== theirs) throw { kind: "stale", mine: value, theirs, by: "Karin Kollega" };
      theirs = value;
      return null;
    },
  } as Door);
  const it = show(Letterhead, {});
  await settle();
  const field = it.findAll("textarea")[1];
  await field?.setValue("Påhittsgatan 1");
  await field?.trigger("focusout");
  await settle();
  for (const words of ["Karin Kollega har skrivit", "Karins gata 2", "Påhittsgatan 1"]) expect(it.text()).toContain(words);
  expect(theirs).toBe("Karins gata 2");
  await button(it, "Spara min").trigger("click");
  await settle();
  expect(calls.filter((one) => one.name === "save_setting").at(-1)?.input).toEqual({ key: "footer", value: "Påhittsgatan 1", was: "Karins gata 2" });
  expect(it.text()).not.toContain("Karin Kollega");
});

it("a supervisor writes a colleague's title, telephone and e-mail; others only their own", async () => {
  const people = [
    { id: "u1", name: "Maja Modig", role: "supervisor", title: null, phone: null, email: null },
    { id: "u2", name: "Karl Kunnig", role: "recruiter", title: null, phone: null, email: null },
  ];
  const calls = answer({ users: () => people, save_field: () => ({ value: "Familjehemskonsulent", rev: 2 }) } as Door);
  const it = show(People, {});
  await settle();
  await it.get('[aria-label="Ändra Karl Kunnig"]').trigger("click");
  await settle();
  const title = it.get(".row-form input");
  await title.setValue("Familjehemskonsulent");
  await title.trigger("focusout");
  await settle();
  expect(calls.filter((one) => one.name === "save_field").map((one) => one.input)).toEqual([{ entity: "user", id: "u2", field: "title", value: "Familjehemskonsulent", was: null }]);
  it.unmount();
  const own = show(People, {}, "recruiter");
  await settle();
  expect(own.findAll("button[data-edit]").map((one) => one.attributes("data-edit"))).toEqual(["u1"]);
});

it("how far an export has come is told row by row, and it can be stopped", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  let stop: (thrown: unknown) => void = () => undefined;
  let done = 412;
  const calls = answer({
    choose_file: () => ({ path: "/arkiv" }),
    export_bundle: () => new Promise((_, refuse) => (stop = refuse)),
    desk_progress: () => ({ work: 7, doing: "writing_out", done: (done += 100), total: 1032, cancelled: false }),
    cancel_work: () => stop({ kind: "cancelled" }),
  } as Door);
  const it = show(BundleOut, {});
  await button(it, "Välj mapp").trigger("click");
  await settle();
  vi.advanceTimersByTime(250);
  await settle();
  expect(it.text().replace(/\s/g, " ")).toContain("512 av 1 032 rader");
  vi.advanceTimersByTime(250);
  await settle();
  expect(it.text()).toContain("612 av");
  await button(it, "Avbryt").trigger("click");
  await settle();
  vi.useRealTimers();
  expect(calls.find((one) => one.name === "cancel_work")?.input).toEqual({ work: 7 });
  expect(it.text()).toContain("Avbrutet. Inget har ändrats.");
  expect(it.find("progress").exists()).toBe(false);
});

it("a refused row of a bundle is told with its line and what is wrong", () => {
  expect(refusedRow({ kind: "invalid", field: "line 812: home.name", reason: { code: "required" } })).toContain("Rad 812 i filen (Hem) saknar ett värde som måste finnas: name");
  expect(refusedRow({ kind: "blocked", blockers: [] })).toBeNull();
});

it("a recruiter reads the letterhead and changes nothing", async () => {
  answer({ settings: () => letterhead } as Door);
  const it = show(Letterhead, {}, "recruiter");
  await settle();
  expect(it.findAll("input, textarea, select").every((one) => (one.element as HTMLInputElement).disabled)).toBe(true);
});

it("every shipped order of headings can be chosen", () => {
  const orders = Object.values(shipped).filter((it) => /^\[\[part\]\]/m.test(it)).map((it) => /^key = "(.+)"/m.exec(it)?.[1]);
  for (const key of orders) expect(Object.keys(templates)).toContain(key);
  for (const key of Object.keys(templates)) expect(Object.keys(shipped).some((path) => path.endsWith(`/${key}.toml`)), key).toBe(true);
});

it("a bundle is looked at before it is taken in", async () => {
  const calls = answer({ choose_file: () => ({ path: "/arkiv/hemvist.jsonl" }), import_bundle: () => ({ added: { home: 3 }, same: 2 }) } as Door);
  const it = show(BundleIn, {});
  await button(it, "Välj fil").trigger("click");
  await settle();
  expect(calls.filter((one) => one.name === "import_bundle").map((one) => one.input)).toEqual([{ path: "/arkiv/hemvist.jsonl", dry_run: true }]);
  expect(it.text()).toContain("Hem3");
  await button(it, "Hämta in 3 rader").trigger("click");
  await settle();
  expect(calls.filter((one) => one.name === "import_bundle").at(-1)?.input).toEqual({ path: "/arkiv/hemvist.jsonl", dry_run: false });
});

it("what differs is told by what it is, and nothing is offered", async () => {
  const refuse = () => {
    throw { kind: "blocked", blockers: [{ kind: "rows_differ", table: "home", rows: 2 }] };
  };
  answer({ choose_file: () => ({ path: "/arkiv/hemvist.jsonl" }), import_bundle: refuse } as Door);
  const it = show(BundleIn, {});
  await button(it, "Välj fil").trigger("click");
  await settle();
  expect(it.text().toLowerCase()).toContain("hem");
  expect(it.findAll("button").some((one) => one.text().startsWith("Hämta in"))).toBe(false);
});

it("a weak or misspelt new password is not sent", async () => {
  const calls = answer({});
  const it = show(OwnPassword, {});
  const [now, next, again] = it.findAll("input");
  await now?.setValue("det gamla lösenordet");
  await next?.setValue("kort");
  await again?.setValue("annat");
  await it.get("form").trigger("submit");
  await settle();
  expect(calls.filter((one) => one.name === "change_password")).toEqual([]);
  expect(it.text()).toContain("Lösenorden är inte lika.");
});

it("damage is said in words with the place", () => {
  const said = verified({ whole: false, file: [], history_lines: 0, history_damaged_at: 812, papers: 14, papers_damaged: ["p1"], digest: "" }).join(" ");
  expect(said).toContain("bryts vid rad 812");
  expect(said).toContain("1 av 14 utfärdade papper");
});

it("the rule sheet says value, source and time as of the day, and marks what is unsure", async () => {
  const values = [
    { from: "1990-01-01", to: "2025-06-30", value: 2, source: "6 kap. 6 § SoL (2001:453)" },
    { from: "2025-07-01", to: null, value: 3, source: "22 kap. 4 § SoL (2025:400)" },
  ];
  const limits = [
    { key: "a", unit: "months", description: "Så länge får vården pågå.", not_modelled: null, local: false, sure: "C", values },
    { key: "b", unit: "days", description: "Egen gräns.", not_modelled: "Förlängning.", local: true, sure: "N", values: [{ from: "1990-01-01", to: null, value: 14, source: "lokal rutin" }] },
  ];
  answer({ vocabulary: () => ({ registers: [], home_facts: [], needs: [], limits }) } as Door);
  const it = show(Rules, {});
  await settle();
  const [law, own] = it.findAll("tbody tr").map((row) => row.text());
  for (const words of ["3 månader", "22 kap. 4 § SoL (2025:400)", "från 1 juli 2025", "Till 30 juni 2025: 2 månader, 6 kap. 6 § SoL (2001:453)", "Läst i lagtexten"]) expect(law).toContain(words);
  for (const words of ["14 dagar", "Lokal rutin", "Inte bekräftad", "Räknas inte: Förlängning."]) expect(own).toContain(words);
  expect(law).not.toContain("Lokal rutin");
});

it("every table of the open format has a name", () => {
  const known = /TABLES: &\[&str\] = &\[([^\]]+)\]/.exec(format)?.[1]?.match(/"(\w+)"/g)?.map((it) => it.slice(1, -1)) ?? [];
  expect(known).toContain("home");
  expect(Object.keys(tables).sort()).toEqual(known.sort());
});
