//! Reading counts as work: the program hears of it, but not more often than once a minute.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { effectScope, type EffectScope } from "vue";
import { useIdle } from "../src/frame/idle";

let scope: EffectScope;
const lock = vi.fn();
const tell = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  lock.mockClear();
  tell.mockClear();
  scope = effectScope();
  scope.run(() => useIdle(() => 10, lock, tell));
});
afterEach(() => {
  scope.stop();
  vi.useRealTimers();
});

function point(): void {
  window.dispatchEvent(new Event("pointermove"));
}

it("tells at most once a minute while somebody points", () => {
  for (let second = 0; second < 180; second += 1) {
    vi.advanceTimersByTime(1_000);
    point();
  }
  expect(tell).toHaveBeenCalledTimes(3);
});

it("tells at the first sign after a long time of reading", () => {
  vi.advanceTimersByTime(8 * 60_000);
  expect(tell, "nobody has touched it").not.toHaveBeenCalled();
  point();
  expect(tell).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(9 * 60_000);
  expect(lock, "the minutes began anew").not.toHaveBeenCalled();
  vi.advanceTimersByTime(61_000);
  expect(lock).toHaveBeenCalledTimes(1);
});

it("tells nothing once the desk is gone", () => {
  scope.stop();
  vi.advanceTimersByTime(5 * 60_000);
  point();
  expect(tell).not.toHaveBeenCalled();
});
