//! The field's words for every code, shared with the papers.
//!
//! Each enum of the program is a line here: a code without a word does not
//! pass the type check.
import words from "@assets/sv/terms.json";
import type { Role } from "../api/types";

export const terms = words satisfies {
  role: Record<Role, string>;
};
