//! The handbook's pages, in the order of its list.
import type { Block } from "../../handbook";
import barn from "@assets/handbok/matchning.md";
import hem from "@assets/handbok/hem.md";
import imports from "@assets/handbok/import.md";
import installningar from "@assets/handbok/installningar.md";
import papper from "@assets/handbok/papper.md";
import rekrytering from "@assets/handbok/rekrytering.md";
import sakerhet from "@assets/handbok/sakerhet.md";
import sok from "@assets/handbok/sok.md";
import start from "@assets/handbok/start.md";
import tangenter from "@assets/handbok/tangenter.md";
import utredning from "@assets/handbok/utredning.md";

export interface HandbookPage {
  key: string;
  title: string;
  blocks: Block[];
  /** All its words in small letters, for the search. */
  words: string;
}

/** All pages. The first heading of a page is its title. */
export const pages: readonly HandbookPage[] = [
  page("start", start),
  page("sok", sok),
  page("hem", hem),
  page("rekrytering", rekrytering),
  page("utredning", utredning),
  page("matchning", barn),
  page("papper", papper),
  page("import", imports),
  page("installningar", installningar),
  page("sakerhet", sakerhet),
  page("tangenter", tangenter),
];

function page(key: string, blocks: Block[]): HandbookPage {
  const [head, ...rest] = blocks;
  const title = head?.kind === "heading" ? head.text : key;
  return { key, title, blocks: rest, words: blocks.flatMap(said).join(" ").toLowerCase() };
}

function said(it: Block): string[] {
  switch (it.kind) {
    case "heading":
      return [it.text];
    case "paragraph":
      return it.runs.map((run) => run.text);
    case "list":
      return it.items.flat().map((run) => run.text);
    case "table":
      return [...it.head, ...it.rows.flat()].flat().map((run) => run.text);
  }
}
