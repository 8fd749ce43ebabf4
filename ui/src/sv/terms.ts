//! The field's words for every code, shared with the papers.
//!
//! Each enum of the program is a line here: a code without a word does not
//! pass the type check.
import words from "@assets/sv/terms.json";
import type { Animal, Band, Body, Care, CheckResult, Evidence, Extract, FamilyAnswer, HomeKind, HouseholdRole, Importance, LegalGround, Level, NetworkOutcome, ReferenceKind, RemarkDecision, Role, SafetyKind, SentHow, ToldHow } from "../api/types";

export const terms = words satisfies {
  role: Record<Role, string>;
  home_kind: Record<HomeKind, string>;
  care: Record<Care, string>;
  household_role: Record<HouseholdRole, string>;
  level: Record<Level, string>;
  evidence: Record<Evidence, string>;
  check_result: Record<CheckResult, string>;
  remark_decision: Record<RemarkDecision, string>;
  extract: Record<Extract, string>;
  legal_ground: Record<LegalGround, string>;
  /** The areas of `assets/rules/needs.toml`. */
  need_area: Record<string, string>;
  importance: Record<Importance, string>;
  network_outcome: Record<NetworkOutcome, string>;
  band: Record<Band, string>;
  safety_kind: Record<SafetyKind, string>;
  animal: Record<Animal, string>;
  reference_kind: Record<ReferenceKind, string>;
  delegation_body: Record<Body, string>;
  sent_how: Record<SentHow, string>;
  family_answer: Record<FamilyAnswer, string>;
  told_how: Record<ToldHow, string>;
  gap: Record<"unknown" | "not_asked" | "not_relevant", string>;
};
