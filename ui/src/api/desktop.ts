//! What only a desktop can do, asked for like everything else: `call(name, input)`.
//! The same list as `src-tauri/src/desktop.rs`; a test there compares them.

/** Why a file is chosen; decides the dialog's kind and its filter. */
export type FilePurpose = "new_unit" | "open_unit" | "open_sheet" | "open_bundle" | "save_pdf" | "export_folder";

type Nothing = Record<string, never>;

/** Name of a desktop call → what it takes and what it answers. */
export type DesktopCalls = {
  /** `suggested` is a file name without a folder. No path when the person changed their mind. */
  choose_file: { input: { purpose: FilePurpose; suggested: string | null }; answer: { path: string | null } };
  /** `path` must come from `choose_file` for `save_pdf`; it is good for one file. `pdf` is base64. */
  save_pdf: { input: { path: string; pdf: string }; answer: Nothing };
  /** Opens the PDF in the system's viewer, which prints. Gone again at lock and exit. `pdf` is base64. */
  print_pdf: { input: { pdf: string }; answer: Nothing };
  /** Paths of units opened on this desk that are still there, the latest first. */
  recent_units: { input: Nothing; answer: string[] };
  /** Sent at most once a minute while somebody types or points, so that reading counts as work. */
  still_here: { input: Nothing; answer: Nothing };
};

export const DESKTOP_CALLS = ["choose_file", "save_pdf", "print_pdf", "recent_units", "still_here"] as const satisfies readonly (keyof DesktopCalls)[];
