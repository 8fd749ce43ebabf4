//! Saving by itself: a value is saved 400 ms after the last key, at the latest 950 ms after
//! the first, and at once on leaving the field.
//!
//! Invariant: a value that could not be saved is kept, shown as not saved, and
//! tried again at the next change; it is never replaced by an older one.
import { onScopeDispose, ref, type Ref } from "vue";
import { whenForgetting } from "./forget";
import { noteSaved, say } from "./messages";

/** How long to wait after the last key. */
export const SAVE_DELAY_MS = 400;
/** Who writes without a pause has lost at most this much when the power goes. */
export const SAVE_AT_LATEST_MS = 950;

export type SaveState = "idle" | "waiting" | "saving" | "saved" | "failed";

export interface Saver<V> {
  state: Ref<SaveState>;
  /** What the latest save was refused with. */
  failure: Ref<unknown>;
  /** Notes a new value to save. */
  touch: (value: V) => void;
  /** Saves now what waits. Answers false when it could not be saved. */
  flush: () => Promise<boolean>;
  /** Forgets what waits, as when the field shows a local error. */
  hold: () => void;
}

const savers = new Set<Saver<never>>();
whenForgetting(() => savers.clear());

/** Saves everything that waits. Answers how many fields could not be saved. */
export async function flushSaves(): Promise<number> {
  const done = await Promise.all([...savers].map((it) => it.flush()));
  return done.filter((it) => !it).length;
}

/**
 * Autosave over `save`. Saves follow one another in the order they were made.
 * `lost` says what was not saved, if the field goes away while saving fails.
 */
export function useSave<V>(save: (value: V) => Promise<unknown>, lost?: () => string): Saver<V> {
  const state = ref<SaveState>("idle");
  const failure = ref<unknown>(null);
  let waiting: { value: V } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let running: Promise<boolean> | null = null;

  function touch(value: V): void {
    if (!waiting || state.value === "failed") since = Date.now();
    waiting = { value };
    state.value = "waiting";
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), Math.max(0, Math.min(SAVE_DELAY_MS, since + SAVE_AT_LATEST_MS - Date.now())));
  }

  function hold(): void {
    clearTimeout(timer);
    waiting = null;
    state.value = "idle";
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    while (running) await running;
    if (!waiting) return state.value !== "failed";
    running = once(waiting);
    const done = await running;
    running = null;
    return waiting && done ? flush() : done;
  }

  async function once(mine: { value: V }): Promise<boolean> {
    state.value = "saving";
    try {
      await save(mine.value);
      if (waiting === mine) waiting = null;
      failure.value = null;
      state.value = waiting ? "waiting" : "saved";
      noteSaved();
      return true;
    } catch (thrown) {
      failure.value = thrown;
      state.value = "failed";
      return false;
    }
  }

  const saver: Saver<V> = { state, failure, touch, flush, hold };
  savers.add(saver as Saver<never>);
  onScopeDispose(() => {
    void flush().then((done) => {
      if (!done && lost) say(lost(), { kind: "error" });
    });
    savers.delete(saver as Saver<never>);
  });
  return saver;
}
