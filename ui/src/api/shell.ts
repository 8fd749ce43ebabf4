//! What the window's own shell answers beside the program's calls: files, papers and this desk's surroundings.
//!
//! These never reach the core. They go through the same single command.
import type { PaperCalls } from "./papers";
import type { SheetCalls } from "./sheet";
import type { Calls as CoreCalls, DeskStatus as CoreDeskStatus, Error as CoreError, Nothing } from "./types";

export type FilePurpose = "new_unit" | "open_unit" | "open_sheet" | "open_bundle" | "save_pdf" | "export_folder";

/** The desk as the shell tells it: what the core knows, and what only this computer knows. */
export type DeskStatus = CoreDeskStatus & {
  /** Paths of units opened on this desk, the latest first. */
  recent?: string[];
  /** Instant in UTC, or null when no backup has been taken. */
  last_backup?: string | null;
};

interface ShellCalls {
  /** A native dialog; null when the person changed their mind. */
  choose_file: { input: { purpose: FilePurpose; suggested: string | null }; answer: { path: string | null } };
  /** The recovery key's paper as a PDF in base64. */
  recovery_paper: { input: { recovery_key: string }; answer: { pdf: string } };
  save_pdf: { input: { path: string; pdf: string }; answer: Nothing };
  /** Hands the paper to the desk's own printing. */
  print_pdf: { input: { pdf: string }; answer: Nothing };
}

/** Calls whose answer is the desk's status, with the shell's additions. */
type WithDesk = { [N in keyof CoreCalls]: CoreCalls[N] extends { input: infer I; answer: CoreDeskStatus } ? { input: I; answer: DeskStatus } : CoreCalls[N] };

/** Everything the window can ask. */
export type Calls = WithDesk & ShellCalls & SheetCalls & PaperCalls;

/** Every way a call can be refused. Not called `Error`: the language has one. */
export type Problem = CoreError;
