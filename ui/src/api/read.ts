//! Reading and writing from a component: `useRead` shows, `write` acts.
//!
//! There is no cache and no store. After a write, everything that is on the
//! screen is read again; what is put aside is read when it comes back.
import { onActivated, onDeactivated, onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from "vue";
import { asProblem, call, type Answer, type CallName, type Input } from "./call";
import type { Problem } from "./shell";

/** Counts the writes made since the desk was opened. */
const writes = ref(0);

export interface Read<A> {
  /** The latest answer; stays while a newer one is fetched. */
  data: ShallowRef<A | null>;
  /** Why the latest question could not be answered. */
  problem: ShallowRef<Problem | null>;
  loading: Ref<boolean>;
  /** Asks again now. */
  again: () => Promise<void>;
}

/**
 * Asks `name` with `input()` and keeps the answer fresh: asked again when the
 * input changes and after every write. `input` may answer null: then nothing is asked.
 */
export function useRead<N extends CallName>(name: N, input: () => Input<N> | null): Read<Answer<N>> {
  const data = shallowRef<Answer<N> | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const loading = ref(false);
  let latest = 0;
  let aside = false;
  let missed = false;

  async function again(): Promise<void> {
    if (aside) {
      missed = true;
      return;
    }
    const mine = ++latest;
    const asked = input();
    if (asked === null) {
      data.value = null;
      problem.value = null;
      loading.value = false;
      return;
    }
    loading.value = true;
    try {
      const answer = await call(name, asked);
      // An older answer must never overwrite a newer question's.
      if (mine !== latest) return;
      data.value = answer;
      problem.value = null;
    } catch (thrown) {
      if (mine !== latest) return;
      problem.value = asProblem(thrown);
    }
    loading.value = false;
  }

  watch([() => JSON.stringify(input()), writes], () => void again(), { immediate: true });
  onDeactivated(() => {
    aside = true;
  });
  onActivated(() => {
    aside = false;
    if (!missed) return;
    missed = false;
    void again();
  });
  onScopeDispose(() => {
    latest += 1;
  });
  return { data, problem, loading, again };
}

/** Asks for a change; when it is made, all that is on the screen is read again. */
export async function write<N extends CallName>(name: N, input: Input<N>): Promise<Answer<N>> {
  const answer = await call(name, input);
  writes.value += 1;
  return answer;
}
