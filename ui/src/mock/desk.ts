//! The desk's own calls, answered: how it stands is chosen by `?desk=` in the address.
import type { DeskStatus, Problem } from "../api";
import type { Answers } from "./index";

/** What the address asks for: `open` (default), `locked`, `new` or `real` (no practice band). */
const wanted = new URLSearchParams(location.search).get("desk") ?? "open";

const open: DeskStatus = {
  state: "open",
  file: "Exempelkommun.hemvist",
  recent: ["/hem/Exempelkommun.hemvist"],
  practice: wanted !== "real",
  unit: { municipality: "Exempelkommun", committee: "Socialnämnden" },
  user: { id: "u1", name: "Maja Modig", role: "supervisor" },
  today: "2026-11-23",
  version: "0.1.0",
  idle_minutes: 10,
  last_backup: "2026-11-23T06:10:00Z",
};
const locked: DeskStatus = { ...open, state: "locked", user: null };
const none: DeskStatus = { ...open, state: "no_file", file: null, unit: null, user: null, practice: false, recent: [] };

let status: DeskStatus = wanted === "locked" ? locked : wanted === "new" ? none : open;
const KEY = "H7KQ-2M9F-XW4D-TR6B-8PNC-J3VZ-5LYG-E2SA";

function become(next: DeskStatus): DeskStatus {
  status = next;
  return next;
}

function refuse(problem: Problem): never {
  throw problem;
}

export const desk: Answers = {
  desk_status: () => status,
  choose_file: ({ purpose, suggested }: { purpose: string; suggested: string | null }) => ({
    path: `/hem/${suggested ?? (purpose === "open_unit" ? "Exempelkommun.hemvist" : purpose === "open_sheet" ? "Familjehem.xlsx" : purpose === "open_bundle" ? "hemvist-2026-11-20.jsonl" : purpose === "export_folder" ? "Arkiv" : "fil.pdf")}`,
  }),
  create_unit: () => {
    become({ ...open, practice: false });
    return { recovery_key: KEY };
  },
  recovery_paper: () => ({ pdf: "" }),
  save_pdf: () => ({}),
  still_here: () => ({}),
  create_practice: () => ({ name: "Övning", password: "öva i lugn och ro", status: become({ ...open, practice: true, file: "Övning.hemvist" }) }),
  open_unit: () => become(locked),
  sign_in: ({ password }: { password: string }) =>
    password === "fel" ? refuse({ kind: "invalid", field: "password", reason: { code: "wrong_password" } }) : become({ ...open, practice: status.practice }),
  sign_in_with_recovery_key: ({ recovery_key }: { recovery_key: string }) =>
    recovery_key.startsWith("FEL") ? refuse({ kind: "invalid", field: "recovery_key", reason: { code: "wrong_recovery_key" } }) : become(open),
  lock: () => become(locked),
  search: ({ text }: { text: string }) => {
    const has = (it: { name: string }) => it.name.toLowerCase().includes(text.toLowerCase());
    return {
      homes: [
        { id: "h1", name: "Familjen Ekdal Påhittad", locality: "Gränna" },
        { id: "h2", name: "Familjen Ekbacken Påhittad", locality: "Tenhult" },
      ].filter(has),
      people: [
        { id: "p1", name: "Asta Ekdal Påhittad", home: "h1", home_name: "Familjen Ekdal Påhittad" },
        { id: "p2", name: "Rut Ekeby Påhittad", home: "h2", home_name: "Familjen Ekbacken Påhittad" },
      ].filter(has),
      children: [{ id: "c1", name: "Ebbe Ek Påhittad", case_number: "2026-0417" }].filter(has),
    };
  },
};
