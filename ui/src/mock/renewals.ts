//! Made-up checks that are to be made again, and what happens when they are asked for.
import type { AskChecks, Problem, Renewal, RenewalWhen, Renewals } from "../api";
import type { Answers } from "./index";

const TODAY = "2026-11-23";
type Line = [home: string, name: string, person: string, who: string, register: string, when: RenewalWhen, due: string | null, received: string | null, asked: string | null];
const LINES: Line[] = [
  ["r3", "Familjen Ström Påhittad", "r3b", "Nils Ström Påhittad", "belastningsregistret", "never", null, null, null],
  ["r3", "Familjen Ström Påhittad", "r3b", "Nils Ström Påhittad", "socialregister_egen", "never", null, null, "2026-11-10"],
  ["r3", "Familjen Ström Påhittad", "r3b", "Nils Ström Påhittad", "forsakringskassan", "never", null, null, null],
  ["h1", "Familjen Ekdal Påhittad", "h1p2", "Bo Ekdal Påhittad", "misstankeregistret", "overdue", "2026-10-12", "2025-10-12", null],
  ["h1", "Familjen Ekdal Påhittad", "h1p2", "Bo Ekdal Påhittad", "kronofogden", "overdue", "2026-10-30", "2025-10-30", null],
  ["h1", "Familjen Ekdal Påhittad", "h1p1", "Vera Ekdal Påhittad", "belastningsregistret", "within_30", "2026-12-02", "2025-12-02", null],
  ["h2", "Familjen Lindö Påhittad", "h2p1", "Maj Lindö Påhittad", "belastningsregistret", "within_30", "2026-12-14", "2025-12-14", "2026-11-18"],
  ["h2", "Familjen Lindö Påhittad", "h2p1", "Maj Lindö Påhittad", "misstankeregistret", "within_60", "2027-01-08", "2026-01-08", null],
  ["h3", "Familjen Wassgård-Ängöström von Hasselby Påhittad", "h3p1", "Siv Wassgård-Ängöström von Hasselby Påhittad", "forsakringskassan", "within_90", "2027-02-02", "2026-02-02", null],
];
const made = (): Renewal[] =>
  LINES.map(([home, home_name, person, name, register, when, due_on, received_on, asked_on]) => ({ home: home.startsWith("r") ? `rh${home}` : home, home_name, recruitment: home.startsWith("r") ? home : null, person, name, register, when, due_on, received_on, asked_on }));

/** The list, empty or refused as the address asks. */
export function renewalAnswers(how: string): Answers {
  const rows = how === "empty" ? [] : made();
  const refuse = (problem: Problem): never => {
    throw problem;
  };
  return {
    check_renewals: (): Renewals => (how === "error" ? refuse({ kind: "internal", reference: "c4410b7d" }) : { as_of: TODAY, months: 12, rows: rows.map((it) => ({ ...it })) }),
    ask_checks: ({ checks }: AskChecks): string[] => {
      const place = checks.findIndex((it) => it.person === "r3b" && it.register === "forsakringskassan" && !it.consent_on);
      if (place >= 0) refuse({ kind: "invalid", field: `checks.${place}.consent_on`, reason: { code: "required" } });
      for (const it of checks) for (const row of rows) if (row.person === it.person && row.register === it.register) row.asked_on = it.asked_on;
      return checks.map((it) => `${it.person}/${it.register}`);
    },
  };
}
