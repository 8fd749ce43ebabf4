//! One step back: through the same door, with its own check, and never over somebody else's text.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useMock } from "@/api";
import BottomLine from "@/frame/BottomLine.vue";
import { dismissAll, go, href, press, say } from "@/parts";
import { forgetAll } from "@/parts/forget";
import AddForm from "./AddForm.vue";
import SavedField from "./SavedField.vue";
import { specs } from "./specs";
import { answer, settle, show, type Door } from "./testing";

const status = { state: "open", file: null, last_backup: null };
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  window.addEventListener("keydown", press);
});
afterEach(() => {
  window.removeEventListener("keydown", press);
  useMock(null);
  forgetAll();
  dismissAll();
  vi.useRealTimers();
  document.body.replaceChildren();
});

/** A register of one field's value that refuses as the door does. */
function door(start: string | null): { value: string | null; made: unknown[]; calls: Door } {
  const it = { value: start, made: [] as unknown[], calls: {} as Door };
  it.calls = {
    save_field: ({ value, was }: { value: string | null; was: string | null }) => {
      it.made.push({ value, was });
      if (was !== it.value) throw { kind: "stale", mine: value, theirs: it.value, by: "Karin Kollega" };
      it.value = value;
      return { value, rev: 2 };
    },
  };
  return it;
}

function field(key: string, value: string | null) {
  return show(SavedField, { entity: "home", id: "h1", spec: specs.home.find((it) => it.key === key), value });
}

async function write(it: ReturnType<typeof field>, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    await it.get("input").setValue(text);
    vi.advanceTimersByTime(1000);
    await settle();
  }
  await it.get("input").trigger("focusout");
  await settle();
}

async function back(from: HTMLElement = document.body): Promise<void> {
  from.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true, bubbles: true, cancelable: true }));
  vi.advanceTimersByTime(10);
  await settle();
}

it("Ctrl Z puts the earlier values back, the latest first, one step for each visit to a field", async () => {
  const kept = door("Ek");
  answer(kept.calls);
  show(BottomLine, { status, idleSoon: false });
  const it = field("name", "Ek");
  await settle();
  await write(it, "Ekd", "Ekdal");
  await write(it, "Ekdal-Lind");
  expect(kept.value).toBe("Ekdal-Lind");
  await back();
  expect(kept.value).toBe("Ekdal");
  expect(it.get("input").element.value).toBe("Ekdal");
  await back();
  expect(kept.value).toBe("Ek");
  await back();
  expect(kept.made).toHaveLength(5);
});

it("a value that somebody has changed since is told with its writer, and left", async () => {
  const kept = door("Ek");
  answer(kept.calls);
  const line = show(BottomLine, { status, idleSoon: false });
  const it = field("name", "Ek");
  await settle();
  await write(it, "Ekdal");
  kept.value = "Karins namn";
  await back();
  expect(kept.value).toBe("Karins namn");
  for (const words of ["Karin Kollega har ändrat efter dig", "Karins namn", "Inget är ångrat"]) expect(line.text()).toContain(words);
});

it("Ctrl Z in a text is the text's own", async () => {
  const kept = door("Ek");
  answer(kept.calls);
  show(BottomLine, { status, idleSoon: false });
  const it = field("name", "Ek");
  await settle();
  await write(it, "Ekdal");
  await back(it.get("input").element);
  expect(kept.value).toBe("Ekdal");
});

it("the button says what is taken back, and only on the screen where it was made", async () => {
  const kept = door("Ek");
  answer(kept.calls);
  go(href("hem", "h1"));
  const line = show(BottomLine, { status, idleSoon: false });
  const it = field("name", "Ek");
  await settle();
  await write(it, "Ekdal");
  expect(line.get(".undo").text()).toContain("Ångra: Namn");
  go(href("hem", "h2"));
  await settle();
  expect(line.find(".undo").exists()).toBe(false);
  go(href("hem", "h1"));
  await settle();
  await line.get(".undo").trigger("click");
  vi.advanceTimersByTime(10);
  await settle();
  expect(kept.value).toBe("Ek");
});

it("an added row goes away again by the same stack", async () => {
  const calls = answer({ remove_row: () => null });
  const line = show(BottomLine, { status, idleSoon: false });
  const form = show(AddForm, { title: "Ny person", specs: specs.person.filter((it) => it.adding), draftKey: "new_person/h1", entity: "person", start: { role: "carer" }, submitText: "Lägg till", add: async () => "p9" });
  await settle();
  await form.get("input").setValue("Asta");
  await form.get("form").trigger("submit");
  await settle();
  expect(line.text()).toContain("Tillagt: Asta");
  await back();
  expect(calls.find((one) => one.name === "remove_row")?.input).toEqual({ entity: "person", id: "p9" });
});

it("equal messages are one with a count, and the rest are a count too", async () => {
  const line = show(BottomLine, { status, idleSoon: false });
  for (let n = 0; n < 4; n += 1) say("Sammanträdet är inte bestämt.", { kind: "error" });
  for (const text of ["Ett", "Två", "Tre"]) say(text);
  await settle();
  expect(line.findAll(".message")).toHaveLength(2);
  expect(line.findAll(".message")[0]?.text()).toContain("4 gånger");
  expect(line.text()).toContain("2 meddelanden till");
  await line.findAll("button").find((one) => one.text() === "Stäng alla")?.trigger("click");
  expect(line.findAll(".message")).toHaveLength(0);
});
