//! Locks the desk when nobody has touched it for a while, and tells the program that somebody has.
import { onScopeDispose, ref, type Ref } from "vue";

const SIGNS_OF_LIFE = ["keydown", "pointerdown", "pointermove", "wheel", "input"] as const;
const MINUTE_MS = 60_000;
/** How often to look at the clock. */
const LOOK_MS = 1_000;

/**
 * Calls `act` once after `minutes()` without input. Answers whether it is less
 * than a minute away. Zero minutes means never.
 *
 * `tell` is called at input, at most once a minute: the program has a lock of
 * its own that knows only of calls, and reading makes none.
 *
 * The clock is compared rather than counted down: a computer that has slept
 * locks at once when it wakes.
 */
export function useIdle(minutes: () => number, act: () => void, tell: () => void): Ref<boolean> {
  const soon = ref(false);
  let last = Date.now();
  // Whoever has just signed in has been heard of.
  let told = last;
  const alive = () => {
    last = Date.now();
    soon.value = false;
    if (last - told < MINUTE_MS) return;
    told = last;
    tell();
  };
  const timer = setInterval(() => {
    const limit = minutes() * MINUTE_MS;
    if (limit <= 0) return;
    const quiet = Date.now() - last;
    soon.value = limit > MINUTE_MS && quiet > limit - MINUTE_MS;
    if (quiet < limit) return;
    clearInterval(timer);
    act();
  }, LOOK_MS);
  for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { passive: true, capture: true });
  onScopeDispose(() => {
    clearInterval(timer);
    for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive, { capture: true });
  });
  return soon;
}
