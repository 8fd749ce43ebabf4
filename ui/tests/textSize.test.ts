//! Text is made larger and smaller by keyboard, and stays so on this desk.
import { afterEach, beforeEach, expect, it } from "vitest";
import { effectScope, type EffectScope } from "vue";
import { SIZES, useTextSize, wanted } from "../src/frame/textSize";

let scope: EffectScope;
const size = () => document.documentElement.style.fontSize;

function open(): void {
  scope = effectScope();
  scope.run(() => useTextSize());
}

function press(key: string, ctrlKey = true): boolean {
  return window.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, cancelable: true }));
}

beforeEach(() => {
  localStorage.clear();
  open();
});
afterEach(() => scope.stop());

it("Ctrl + makes the text larger, Ctrl 0 as it was", () => {
  expect(press("+"), "the web view's own zoom is not asked").toBe(false);
  expect(size()).toBe("110%");
  press("=");
  expect(size()).toBe("125%");
  press("0");
  expect(size()).toBe("");
});

it("stops at the largest and the smallest", () => {
  for (let n = 0; n < 20; n += 1) press("+");
  expect(size()).toBe("200%");
  for (let n = 0; n < 20; n += 1) press("-");
  expect(size()).toBe("80%");
});

it("is remembered when the window opens again", () => {
  press("+");
  scope.stop();
  document.documentElement.style.fontSize = "";
  open();
  expect(size()).toBe("110%");
});

it("leaves a plus alone, and what it does not know", () => {
  expect(press("+", false)).toBe(true);
  expect(size()).toBe("");
  expect(wanted("a", 100)).toBeNull();
  localStorage.setItem("text-size", "9000");
  press("+");
  expect(size()).toBe(`${SIZES[3]}%`);
});
