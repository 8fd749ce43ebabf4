//! A refused call in words: what is wrong and what one can do.
import type { Problem } from "../api/shell";
import { reasonText } from "./errors";
import { sheetErrorText } from "./sheetErrors";

/** One or two sentences, for the place where the act was made. */
export function problemText(problem: Problem): string {
  switch (problem.kind) {
    case "invalid":
      return reasonText(problem.reason);
    case "blocked":
      return "Det går inte än. Något återstår.";
    case "not_found":
      return "Det finns inte längre. Läs om sidan.";
    case "stale":
      return `${problem.by ?? "Någon annan"} har ändrat samtidigt. Båda texterna finns kvar.`;
    case "cancelled":
      return "Avbrutet. Inget har ändrats.";
    case "forbidden":
      return "Din roll får inte göra det här. Be enhetschefen.";
    case "sheet":
      return sheetErrorText(problem.error);
    case "locked":
      return "Enheten är låst. Logga in igen.";
    case "internal":
      return `Något gick fel i programmet. Inget har ändrats. Felnummer ${problem.reference}.`;
  }
}

/** Whether it is the named field that is wrong. */
export function isAbout(problem: Problem | null, field: string): boolean {
  return problem?.kind === "invalid" && problem.field === field;
}

export { reasonText };
