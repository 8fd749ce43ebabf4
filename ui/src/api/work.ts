//! Long work: how far it has come, and stop. Asked beside the work itself, which holds the desk.
import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from "vue";
import { call } from "./call";
import type { Running } from "./types";

/** How often to ask. */
const LOOK_MS = 250;

export interface LongWork {
  /** How far it has come; null when nothing long runs, or is not heard of yet. */
  running: ShallowRef<Running | null>;
  /** Somebody has pressed stop and the work has not answered yet. */
  stopping: Ref<boolean>;
  /** Asks how far `act` has come for as long as it runs. */
  watch: <A>(act: Promise<A>) => Promise<A>;
  stop: () => Promise<void>;
}

export function useLongWork(): LongWork {
  const running = shallowRef<Running | null>(null);
  const stopping = ref(false);
  let timer: ReturnType<typeof setInterval> | undefined;
  let acts = 0;

  async function look(): Promise<void> {
    try {
      const seen = await call("desk_progress", {});
      if (acts > 0) running.value = seen;
    } catch {
      // Not knowing how far it has come is no reason to disturb.
    }
  }

  function end(): void {
    acts -= 1;
    if (acts > 0) return;
    clearInterval(timer);
    running.value = null;
    stopping.value = false;
  }

  async function watch<A>(act: Promise<A>): Promise<A> {
    acts += 1;
    if (acts === 1) timer = setInterval(() => void look(), LOOK_MS);
    try {
      return await act;
    } finally {
      end();
    }
  }

  async function stop(): Promise<void> {
    if (!running.value || stopping.value) return;
    stopping.value = true;
    try {
      await call("cancel_work", { work: running.value.work });
    } catch {
      stopping.value = false;
    }
  }

  onScopeDispose(() => clearInterval(timer));
  return { running, stopping, watch, stop };
}
