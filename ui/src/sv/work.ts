//! Words of long work: what it is busy with.
import type { Doing } from "../api/types";

export const doing: Record<Doing, string> = {
  reading_sheet: "Läser kalkylarket …",
  comparing_rows: "Jämför med hemmen som finns …",
  taking_in: "Hämtar in …",
  trying: "Provar vad som skulle hämtas in …",
  checking_history: "Kontrollerar loggens kedja …",
  writing_out: "Skriver uppgifterna till mappen …",
};
