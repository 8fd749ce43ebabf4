//! One long act at a time: whether it runs, and why it was refused.
import { ref, shallowRef, type Ref, type ShallowRef } from "vue";
import { asProblem, call, useLongWork, type LongWork, type FilePurpose, type Problem } from "@/api";

export interface Runner {
  /** How far the act has come. */
  work: LongWork;
  busy: Ref<boolean>;
  problem: ShallowRef<Problem | null>;
  /** Runs `act` unless one is running; a refusal lands in `problem`. */
  run: (act: () => Promise<void>) => Promise<void>;
}

/** A runner of acts that follow one another. */
export function useRunner(): Runner {
  const busy = ref(false);
  const work = useLongWork();
  const problem = shallowRef<Problem | null>(null);

  async function run(act: () => Promise<void>): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    try {
      await act();
    } catch (thrown) {
      problem.value = asProblem(thrown);
    } finally {
      busy.value = false;
    }
  }
  return { busy, problem, run, work };
}

/** Asks where; null when the person changed their mind. */
export async function choose(purpose: FilePurpose): Promise<string | null> {
  return (await call("choose_file", { purpose, suggested: null })).path;
}
