//! Why a spreadsheet cannot be read, and what one can do about it.
import type { SheetError } from "../api/types";

/** One or two sentences, with sheet, row and column when they are known. */
export function sheetErrorText(error: SheetError): string {
  const place = [error.sheet && `bladet ”${error.sheet}”`, error.row && `rad ${error.row}`, error.column && `kolumn ${error.column}`].filter(Boolean).join(", ");
  return place ? `${what(error)} Stället: ${place}.` : what(error);
}

function what(kind: SheetError): string {
  switch (kind.code) {
    case "empty_file":
      return "Filen är tom. Välj en annan fil.";
    case "nothing_in_it":
      return "Filen har inget innehåll i något blad. Välj en annan fil.";
    case "not_a_spreadsheet":
      return "Filen är varken Excel, OpenDocument eller CSV. Spara registret som .xlsx och försök igen.";
    case "web_page":
      return "Filen är en webbsida, fast den heter något annat. Öppna den i Excel och spara som .xlsx.";
    case "old_excel":
      return "Filen är i det gamla Excel-formatet .xls. Öppna den i Excel och spara som .xlsx.";
    case "binary_workbook":
      return "Filen är i formatet .xlsb. Öppna den i Excel och spara som .xlsx.";
    case "password_protected":
      return "Filen har lösenord. Öppna den i Excel, ta bort lösenordet och spara.";
    case "damaged":
      return "Filen är skadad. Öppna den i Excel och spara den på nytt.";
    case "forbidden_content":
      return "Filen har innehåll som inte hör hemma i ett register. Kopiera raderna till en ny fil.";
    case "broken_text":
      return "Texten i filen går inte att läsa. Spara den som .xlsx eller som CSV UTF-8.";
    case "file_too_large":
      return `Filen är större än ${megabytes(kind.limit)}. Ta bort bilder och blad som inte behövs.`;
    case "unpacks_too_large":
      return "Filen blir för stor när den packas upp. Kopiera raderna till en ny fil.";
    case "too_many_sheets":
      return `Filen har fler än ${kind.limit} blad. Ta bort de som inte behövs.`;
    case "too_many_rows":
      return `Bladet har fler än ${kind.limit} rader. Dela upp det.`;
    case "too_many_columns":
      return `Bladet har fler än ${kind.limit} kolumner. Ta bort de som inte behövs.`;
    case "too_many_cells":
      return "Filen har för många celler. Ta bort blad och kolumner som inte behövs.";
    case "cell_too_long":
      return `En cell har mer än ${kind.limit} tecken. Korta den.`;
    case "too_much_text":
      return "Filen har för mycket text. Dela upp den.";
    case "took_too_long":
      return "Filen tog för lång tid att läsa. Kopiera raderna till en ny fil och försök igen.";
    case "reader_stopped":
    case "reader_failed":
      return "Filen kunde inte läsas: den är för stor eller trasig. Kopiera raderna till en ny fil.";
    case "reader_not_started":
      return "Läsningen kunde inte startas. Starta om programmet och försök igen.";
  }
}

const megabytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)} MB`;
