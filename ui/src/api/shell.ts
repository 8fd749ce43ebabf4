//! What the window's own shell answers beside the program's calls: files, papers and this desk's surroundings.
//!
//! These never reach the core. They go through the same single command.
import type { DesktopCalls } from "./desktop";
import type { Calls as CoreCalls, DeskStatus as CoreDeskStatus, Error as CoreError } from "./types";

export type { FilePurpose } from "./desktop";

/** The desk as the shell tells it: what the core knows, and what only this computer knows. */
export type DeskStatus = CoreDeskStatus & {
  /** Paths of units opened on this desk, the latest first. */
  recent?: string[];
  /** Instant in UTC, or null when no backup has been taken. */
  last_backup?: string | null;
};

/** Calls whose answer is the desk's status, with the shell's additions. */
type WithDesk = { [N in keyof CoreCalls]: CoreCalls[N] extends { input: infer I; answer: CoreDeskStatus } ? { input: I; answer: DeskStatus } : CoreCalls[N] };

/** Everything the window can ask. */
export type Calls = WithDesk & DesktopCalls;

/** Every way a call can be refused. Not called `Error`: the language has one. */
export type Problem = CoreError;
