//! What screens may import to talk to the program.
export { asProblem, call, CallError, useMock, type Answer, type CallName, type Input } from "./call";
export { provideDesk, useDesk } from "./desk";
export { useDraft, type KeptDraft } from "./draft";
export { useLongWork, type LongWork } from "./work";
export { useRead, write, type Read } from "./read";
export type { Calls, DeskStatus, FilePurpose, Problem } from "./shell";
export type * from "./types";
export type * from "./sheet";
