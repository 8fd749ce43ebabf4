//! The one way out of the window: `call(name, input)`.
//!
//! Nothing else in the window knows that Tauri exists. In a plain browser
//! (development, tests, pictures) a mock registered with `useMock` answers.
import { invoke, isTauri } from "@tauri-apps/api/core";
import type { Calls, Problem } from "./shell";

export type CallName = keyof Calls;
export type Input<N extends CallName> = Calls[N]["input"];
export type Answer<N extends CallName> = Calls[N]["answer"];

/** Answers a call in place of the program. Throw a `Problem` to refuse. */
export type Mock = (name: CallName, input: unknown) => unknown | Promise<unknown>;

/** A refused call. `problem` says why, in codes and facts; `src/sv` has the words. */
export class CallError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.kind);
  }
}

const KINDS: ReadonlySet<string> = new Set<Problem["kind"]>([
  "invalid",
  "blocked",
  "not_found",
  "stale",
  "forbidden",
  "cancelled",
  "locked",
  "internal",
]);

let mock: Mock | null = null;
let whenLocked: () => void = () => undefined;

/** Answers all calls with `answer` when the window is not run by Tauri. */
export function useMock(answer: Mock | null): void {
  mock = answer;
}

/** What to do when the program says that the file has been locked meanwhile. */
export function onLocked(act: () => void): void {
  whenLocked = act;
}

/** Asks the program. Rejects with `CallError` only. */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Answer<N>> {
  try {
    return (await carry(name, input)) as Answer<N>;
  } catch (thrown) {
    const problem = asProblem(thrown);
    // A refused sign-in has nothing to tear down: the desk is locked already.
    if (problem.kind === "locked" && !name.startsWith("sign_in")) whenLocked();
    throw new CallError(problem);
  }
}

function carry(name: CallName, input: unknown): unknown {
  if (isTauri()) return invoke("call", { name, input });
  if (mock) return mock(name, input);
  throw { kind: "internal", reference: "no-program" } satisfies Problem;
}

/** The problem in whatever was thrown; anything unknown is an internal fault. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof CallError) return thrown.problem;
  const kind = (thrown as { kind?: unknown } | null)?.kind;
  if (typeof kind === "string" && KINDS.has(kind)) return thrown as Problem;
  return { kind: "internal", reference: "window" };
}
