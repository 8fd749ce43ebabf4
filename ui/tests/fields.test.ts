//! Fields keep what was written: saved by itself, and never lost on an error.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { nextTick } from "vue";
import { CallError } from "../src/api";
import { DateField, Field, flushSaves } from "../src/parts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const refused = new CallError({ kind: "invalid", field: "name", reason: { code: "too_long", max: 5 } });

function field(save: (value: string) => Promise<unknown>, more: object = {}) {
  return mount(Field, { props: { label: "Namn", modelValue: "Asta", save, ...more }, attachTo: document.body });
}

it("saves 400 ms after the last key, once", async () => {
  const save = vi.fn(() => Promise.resolve());
  const it = field(save);
  for (const text of ["R", "Ru", "Rut"]) {
    await it.get("input").setValue(text);
    vi.advanceTimersByTime(300);
  }
  expect(save).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  await flushPromises();
  expect(save.mock.calls).toEqual([["Rut"]]);
  expect(it.text()).toContain("Sparat");
});

it("saves at once when one leaves it", async () => {
  const save = vi.fn(() => Promise.resolve());
  const it = field(save);
  await it.get("input").setValue("Rut");
  await it.get("input").trigger("focusout");
  await flushPromises();
  expect(save.mock.calls).toEqual([["Rut"]]);
});

it("keeps the value and says why when it is refused, and saves it at the next try", async () => {
  const save = vi.fn<(value: string) => Promise<unknown>>().mockRejectedValueOnce(refused).mockResolvedValue(undefined);
  const it = field(save);
  await it.get("input").setValue("Ett långt namn");
  await it.get("input").trigger("focusout");
  await flushPromises();
  expect(it.get("input").element.value).toBe("Ett långt namn");
  expect(it.text()).toContain("Inte sparat. Texten är för lång. Skriv högst 5 tecken.");
  expect(it.get("input").attributes("aria-invalid")).toBe("true");
  expect(document.getElementById(it.get("input").attributes("aria-describedby") ?? "")?.textContent).toContain("för lång");

  // The screen reads the old value again: what was written must not be replaced.
  await it.setProps({ modelValue: "Asta" });
  expect(it.get("input").element.value).toBe("Ett långt namn");
  expect(await flushSaves()).toBe(0);
  expect(save).toHaveBeenLastCalledWith("Ett långt namn");
});

it("counts a field that cannot be saved before the desk locks", async () => {
  const it = field(() => Promise.reject(refused));
  await it.get("input").setValue("x");
  expect(await flushSaves()).toBe(1);
  it.unmount();
});

it("saves what was written while an earlier save was under way, last", async () => {
  const order: string[] = [];
  let release = () => undefined as void;
  const save = vi.fn((value: string) => new Promise<void>((done) => ((release = done), order.push(value))));
  const it = field(save);
  await it.get("input").setValue("A");
  vi.advanceTimersByTime(400);
  await flushPromises();
  await it.get("input").setValue("AB");
  vi.advanceTimersByTime(400);
  await flushPromises();
  expect(order).toEqual(["A"]);
  release();
  await flushPromises();
  expect(order).toEqual(["A", "AB"]);
  release();
  await flushPromises();
});

it("saves what waits when the field goes away", async () => {
  const save = vi.fn(() => Promise.resolve());
  const it = field(save);
  await it.get("input").setValue("Rut");
  it.unmount();
  await flushPromises();
  expect(save.mock.calls).toEqual([["Rut"]]);
});

it("does not save half a number, and says so when one leaves", async () => {
  const save = vi.fn(() => Promise.resolve());
  const it = mount(Field, { props: { label: "Platser", kind: "number", modelValue: 2, save } });
  await it.get("input").setValue("två");
  await it.get("input").trigger("focusout");
  vi.advanceTimersByTime(1000);
  await flushPromises();
  expect(save).not.toHaveBeenCalled();
  expect(it.text()).toContain("Skriv ett tal");
  expect(it.get("input").element.value).toBe("två");
});

it("warns of a personal number in free text", async () => {
  const it = mount(Field, { props: { label: "Bedömning", kind: "long", modelValue: "" } });
  await it.get("textarea").setValue("Pojken 19121212-1212 har eget rum.");
  expect(it.text()).toContain("verkar innehålla ett personnummer");
});

it("a date is read when one leaves the field, and shown in words", async () => {
  const save = vi.fn(() => Promise.resolve());
  const it = mount(DateField, { props: { label: "Besök", modelValue: null, today: "2026-11-23", save } });
  await it.get("input").setValue("+14");
  await it.get("input").trigger("focusout");
  await flushPromises();
  await nextTick();
  expect(save.mock.calls).toEqual([["2026-12-07"]]);
  expect(it.get("input").element.value).toBe("7 dec 2026");

  await it.get("input").setValue("31/2");
  await it.get("input").trigger("focusout");
  await flushPromises();
  expect(it.get("input").element.value).toBe("31/2");
  expect(it.text()).toContain("Skriv ett datum");
  expect(save).toHaveBeenCalledTimes(1);
});
