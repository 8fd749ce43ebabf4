//! The consent a person has given, as later questions may rest on it.
import type { PersonId, RegisterCheck } from "@/api";

/** The latest day a person agreed, in any register; nothing when none is noted. */
export function consentOf(checks: readonly RegisterCheck[], person: PersonId): string | null {
  return checks.filter((it) => it.person === person && it.consent_on).map((it) => it.consent_on ?? "").sort().at(-1) ?? null;
}
