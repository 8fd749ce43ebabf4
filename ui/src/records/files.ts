//! A paper leaves the program: saved where one chooses, or handed to the desk's printing.
import { call } from "@/api";

/** Saves the PDF where the user chooses. Answers false when they changed their mind. */
export async function savePaper(pdf: string, suggested: string): Promise<boolean> {
  const { path } = await call("choose_file", { purpose: "save_pdf", suggested });
  if (!path) return false;
  await call("save_pdf", { path, pdf });
  return true;
}

/** Prints the very bytes, not the picture of them. */
export async function printPaper(pdf: string): Promise<void> {
  await call("print_pdf", { pdf });
}
