//! What can be taken back: a stack of steps, the latest first, for as long as the screen is open.
//!
//! A step made on a screen (`here`) is offered on that screen only: nothing is changed out of
//! sight. Invariant: a step never overwrites what somebody has written since; its act is refused
//! by the program's own check, and the refusal is told with both texts.
import { computed, shallowRef, type ComputedRef } from "vue";
import type { Problem } from "../api/shell";
import { problemText } from "../sv/problem";
import { sv } from "../sv/parts";
import { whenForgetting } from "./forget";
import { useRoute } from "./route";

export interface UndoStep {
  /** What is taken back, such as a field's label. */
  what: string;
  act: () => Promise<unknown>;
  /** The screen it was made on; null when it holds on every screen. */
  screen: string | null;
}

/** More than anybody steps back; what is older can be found among the versions. */
const MOST = 100;
const steps = shallowRef<readonly UndoStep[]>([]);
whenForgetting(() => (steps.value = []));
const route = useRoute();

function screen(): string {
  return `${route.value.place}/${route.value.id ?? ""}`;
}

/** Puts a step on the stack. `here`: offered only on the screen that is open now. */
export function canUndo(what: string, act: () => Promise<unknown>, here = false): UndoStep {
  const step: UndoStep = { what, act, screen: here ? screen() : null };
  steps.value = [...steps.value, step].slice(-MOST);
  return step;
}

/** Whether a step is still there and nothing on its screen has been done since. */
export function isLatest(step: UndoStep): boolean {
  return steps.value.at(-1) === step;
}

/** Takes a step off the stack without doing it. */
export function dropUndo(step: UndoStep): void {
  steps.value = steps.value.filter((it) => it !== step);
}

/** The step that Ctrl+Z takes now. */
export function useLatestUndo(): ComputedRef<UndoStep | null> {
  return computed(() => steps.value.findLast((it) => it.screen === null || it.screen === screen()) ?? null);
}

/** Takes one step back. Answers what to say, and whether it was done. */
export async function undo(step: UndoStep): Promise<{ done: boolean; text: string }> {
  if (!steps.value.includes(step)) return { done: false, text: "" };
  dropUndo(step);
  try {
    await step.act();
    return { done: true, text: sv.undone(step.what) };
  } catch (thrown) {
    const problem = (thrown as { problem?: Problem } | null)?.problem;
    if (problem?.kind === "stale") return { done: false, text: sv.undoStale(step.what, problem.theirs, problem.by) };
    const why = problem ? problemText(problem) : "";
    return { done: false, text: `${sv.notUndone(step.what)} ${why}`.trim() };
  }
}
