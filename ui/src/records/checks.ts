//! How one person's check in one register stands on a day, as the card shows it.
import type { Person, Register, RegisterCheck } from "@/api";
import type { Status } from "@/parts";
import { daysBetween } from "@/sv/format";
import { sv } from "@/sv/homes";

export interface CheckLine {
  id: string;
  person: Person;
  register: Register;
  /** The latest check, or nothing when the register has not been asked. */
  check: RegisterCheck | null;
  earlier: RegisterCheck[];
  stands: { status: Status; text: string };
  /** Whether a new check should be offered. */
  renew: boolean;
}

/** Days before the end when a renewal is offered. Of the screen only; the list's rule is the door's. */
const SOON_DAYS = 60;

/** Everyone who is to be checked, with a line per register. */
export function checkLines(people: readonly Person[], registers: readonly Register[], checks: readonly RegisterCheck[], today: string): { person: Person; lines: CheckLine[] }[] {
  return people
    .filter((it) => it.checked && (it.moved_out_on === null || it.moved_out_on >= today))
    .map((person) => ({ person, lines: registers.map((register) => line(person, register, checks, today)) }));
}

function line(person: Person, register: Register, all: readonly RegisterCheck[], today: string): CheckLine {
  const own = all
    .filter((it) => it.person === person.id && it.register === register.key)
    .sort((a, b) => rank(b).localeCompare(rank(a)));
  const check = own[0] ?? null;
  // An answer that counts still counts while a new one is waited for.
  const answered = own.find((it) => it.received_on !== null) ?? null;
  const stands = standing(register, check, answered, today);
  const renew = answered !== null && check === answered && answered.valid_to !== null && daysBetween(today, answered.valid_to) <= SOON_DAYS;
  return { id: `${person.id}/${register.key}`, person, register, check, earlier: own.slice(1), stands, renew };
}

function rank(it: RegisterCheck): string {
  return it.received_on ?? it.asked_on ?? it.consent_on ?? "0000";
}

function standing(register: Register, latest: RegisterCheck | null, answered: RegisterCheck | null, today: string): { status: Status; text: string } {
  if (answered?.result === "remark" && answered.decision !== "accepted") {
    return answered.decision === "not_accepted" ? { status: "blocked", text: sv.checks.notAccepted } : { status: "late", text: sv.checks.undecided };
  }
  if (answered?.valid_to) {
    const left = daysBetween(today, answered.valid_to);
    if (left < 0) return { status: "late", text: sv.checks.tooOld(answered.valid_to) };
    return { status: left <= SOON_DAYS ? "soon" : "done", text: sv.checks.validTo(answered.valid_to) };
  }
  if (answered) return { status: "done", text: sv.checks.accepted };
  if (latest?.asked_on) return { status: "waiting", text: sv.checks.asked(latest.asked_on) };
  return register.compulsory ? { status: "blocked", text: sv.checks.missing } : { status: "waiting", text: sv.checks.notAsked };
}
