//! A field that saves itself: nothing typed is lost, and nobody is overwritten unseen.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useMock } from "@/api";
import SavedField from "./SavedField.vue";
import { specs, type HomeEntity } from "./specs";
import { answer, settle, show, type Door } from "./testing";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
afterEach(() => {
  useMock(null);
  vi.useRealTimers();
  document.body.replaceChildren();
});

async function field(key: string, value: string | null, door: Door, entity: HomeEntity = "home") {
  const calls = answer(door);
  const spec = specs[entity].find((it) => it.key === key);
  const it = show(SavedField, { entity, id: "h1", spec, value });
  await settle();
  const made = (name: string) => calls.filter((one) => one.name === name).map((one) => one.input);
  return { it, made };
}

async function wait(ms: number): Promise<void> {
  vi.advanceTimersByTime(ms);
  await settle();
}

it("saves what is typed with what stood there", async () => {
  const { it, made } = await field("name", "Ek", { save_field: () => ({ value: "Ekdal", rev: 2 }) });
  await it.get("input").setValue("Ekdal");
  await wait(400);
  expect(made("save_field")).toEqual([{ entity: "home", id: "h1", field: "name", value: "Ekdal", was: "Ek" }]);
});

it("saves within a second although one never stops typing", async () => {
  const { it, made } = await field("name", "", { save_field: () => ({ value: "x", rev: 2 }) });
  for (let n = 1; n <= 10; n += 1) {
    await it.get("input").setValue("a".repeat(n));
    await wait(100);
  }
  expect(made("save_field").length).toBeGreaterThan(0);
});

it("keeps a refused text in the field and as a draft, and says what to do", async () => {
  const refuse = () => {
    throw { kind: "invalid", field: "email", reason: { code: "not_an_email" } };
  };
  const { it, made } = await field("email", null, { save_field: refuse });
  await it.get("input").setValue("ekdal.exempel");
  await wait(400);
  expect(it.get("input").element.value).toBe("ekdal.exempel");
  expect(it.text()).toContain("Skriv hela e-postadressen");
  await wait(500);
  expect(made("keep_draft")).toEqual([{ key: "home/h1/email", text: "ekdal.exempel" }]);
});

it("keeps half a personal number as a draft while it is typed", async () => {
  const { it, made } = await field("personal_number", null, {}, "person");
  await it.get("input").setValue("191212");
  await wait(500);
  expect(made("save_field")).toEqual([]);
  expect(made("keep_draft")).toEqual([{ key: "person/h1/personal_number", text: "191212" }]);
});

it("offers a draft that a crash left, and saves it when asked", async () => {
  const { it, made } = await field("email", null, {
    drafts: () => [{ key: "home/h1/email", text: "ekdal@exempel.se" }],
    save_field: () => ({ value: "ekdal@exempel.se", rev: 2 }),
  });
  expect(it.text()).toContain("Osparat utkast");
  await it.findAll("button").find((one) => one.text() === "Fortsätt på det")?.trigger("click");
  await settle();
  expect(made("save_field")).toEqual([{ entity: "home", id: "h1", field: "email", value: "ekdal@exempel.se", was: null }]);
  expect(it.get("input").element.value).toBe("ekdal@exempel.se");
});

it("shows both texts when somebody was before, and saves mine over theirs only when I say so", async () => {
  let theirs: string | null = "Karins text";
  const { it, made } = await field("description", "Gammal", {
    save_field: ({ value, was }: { value: string; was: string | null }) => {
      if (was !== theirs) throw { kind: "stale", mine: value, theirs };
      theirs = value;
      return { value, rev: 3 };
    },
  });
  await it.get("textarea").setValue("Majas text");
  await wait(400);
  expect(it.text()).toContain("Karins text");
  expect(it.text()).toContain("Majas text");
  expect(theirs).toBe("Karins text");
  await it.findAll("button").find((one) => one.text() === "Spara min")?.trigger("click");
  await settle();
  expect(theirs).toBe("Majas text");
  expect(made("save_field").at(-1)).toMatchObject({ was: "Karins text", value: "Majas text" });
  for (const words of ["Någon har ändrat samtidigt", "Inte sparat"]) expect(it.text()).not.toContain(words);
});

it("takes the saved text when I choose it", async () => {
  const { it, made } = await field("description", "Gammal", {
    save_field: ({ value, was }: { value: string; was: string | null }) => {
      if (was !== "Karins text") throw { kind: "stale", mine: value, theirs: "Karins text" };
      return { value, rev: 3 };
    },
  });
  await it.get("textarea").setValue("Majas text");
  await wait(400);
  await it.findAll("button").find((one) => one.text() === "Ta den sparade")?.trigger("click");
  await wait(10);
  expect(it.get("textarea").element.value).toBe("Karins text");
  await it.get("textarea").trigger("focusout");
  await settle();
  expect(made("save_field").map((one) => (one as { value: string }).value)).toEqual(["Majas text", "Karins text"]);
});
