//! A made-up day: what is due, waited for and happening.
import type { DueItem, Today } from "../api";

const home = (n: number, name: string) => ({ kind: "home", id: `h${n}`, name: `Familjen ${name} Påhittad` });
const child = (n: number, name: string) => ({ kind: "placement", id: `c${n}`, name });
const family = (n: number, name: string) => ({ kind: "recruitment", id: `r${n}`, name: `Familjen ${name} Påhittad` });
const counted = (from: string, count: number, unit: string) => ({ kind: "counted_from" as const, from, count, unit });
const item = (what: string, on: string | null, why: DueItem["why"], subject: DueItem["subject"], more: Partial<DueItem> = {}): DueItem => ({ what, on, why, subject, rule: null, late: on !== null && on < "2026-11-23", ...more });

const due = (): DueItem[] => [
  item("register_check", null, { kind: "missing", blocker: { kind: "check_missing", register: "belastningsregistret", person: "h1p4", name: "Rut Ekdal Påhittad" } }, home(1, "Ekdal"), { late: true, rule: "lokal rutin (jfr lag 2007:171)" }),
  item("consideration", "2026-11-20", counted("2026-05-20", 6, "months"), child(1, "Ebbe Lind Påhittad"), { rule: "22 kap. 13 § SoL (2025:400)" }),
  item("jour_end", "2026-12-02", counted("2026-10-02", 2, "months"), child(2, "Alva Sten Påhittad"), { rule: "22 kap. 4 § SoL (2025:400)" }),
  item("register_check", "2026-12-02", { kind: "missing", blocker: { kind: "check_too_old", register: "misstankeregistret", person: "h3p1", name: "Bo Björkhem Påhittad", received_on: "2026-06-02", valid_to: "2026-12-02", rule: "register_check_max_age" } }, home(3, "Björkhem"), { rule: "lokal rutin (jfr lag 2007:171)" }),
  item("review", "2026-12-14", counted("2026-06-14", 6, "months"), child(3, "2026-0311"), { rule: "13 § LVU" }),
  item("custody_question", "2027-01-09", counted("2025-01-09", 2, "years"), child(4, "Maj Berg Påhittad"), { rule: "22 kap. 14 § SoL (2025:400)" }),
];
const waiting = (): DueItem[] => [
  item("register_check", "2026-10-12", { kind: "asked", on: "2026-10-12", of: "forsakringskassan" }, family(3, "Ström")),
  item("register_check", "2026-11-10", { kind: "asked", on: "2026-11-10", of: "forsakringskassan" }, home(1, "Ekdal"), { late: false }),
];
const happening = (): DueItem[] => [
  item("next_action", "2026-11-18", { kind: "planned", text: "Påminn om utdrag från Försäkringskassan" }, family(3, "Ström")),
  item("next_action", "2026-11-24", { kind: "planned", text: "Ring upp efter kl. 17" }, family(1, "Granlund")),
  item("step", "2026-11-26", { kind: "planned", text: "home_visit" }, family(5, "Sjövik")),
  item("meeting", "2026-12-01", { kind: "planned", text: "placering" }, { kind: "paper", id: "d1", name: "Familjen Lindö Påhittad" }),
  item("child_starts", "2026-12-04", { kind: "starts_on" }, { kind: "child", id: "c1", name: "Ebbe Ek Påhittad" }),
  item("pause_ends", "2026-12-15", { kind: "pause_ends" }, home(6, "Wassgård")),
];

export function madeUpToday(how: string): Today {
  if (how === "empty") return { due: [], waiting: [], happening: [] };
  const times = how === "crowded" ? 8 : 1;
  const many = (make: () => DueItem[]) => Array.from({ length: times }, make).flat();
  return { due: many(due), waiting: many(waiting), happening: many(happening) };
}
