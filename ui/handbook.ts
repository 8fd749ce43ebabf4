//! Turns the handbook's Markdown pages into plain data at build time.
//!
//! The window never receives HTML as text: it gets a tree of blocks and draws
//! them as elements, so a page can carry no script and the strict CSP holds.
import { lexer, type Token, type Tokens } from "marked";
import type { Plugin } from "vite";

/** A run of text inside a block. */
export type Inline =
  | { kind: "text" | "strong" | "em" | "code"; text: string }
  | { kind: "link"; text: string; href: string };

/** A block of a handbook page. */
export type Block =
  | { kind: "heading"; level: number; text: string }
  | { kind: "paragraph"; runs: Inline[] }
  | { kind: "list"; ordered: boolean; items: Inline[][] }
  | { kind: "table"; head: Inline[][]; rows: Inline[][][] };

/** Vite plug-in: `import page from "….md"` gives `Block[]`. */
export function handbook(): Plugin {
  return {
    name: "hemvist-handbook",
    transform(source, id) {
      if (!id.endsWith(".md")) return null;
      return { code: `export default ${JSON.stringify(blocks(source))}`, map: null, moduleType: "js" };
    },
  };
}

/** Blocks of one page. An unknown kind of block stops the build rather than vanish. */
export function blocks(source: string): Block[] {
  return lexer(source).flatMap((it): Block[] => {
    switch (it.type) {
      case "space":
        return [];
      case "heading":
        return [{ kind: "heading", level: (it as Tokens.Heading).depth, text: (it as Tokens.Heading).text }];
      case "paragraph":
        return [{ kind: "paragraph", runs: inline(it.tokens) }];
      case "list": {
        const list = it as Tokens.List;
        return [{ kind: "list", ordered: list.ordered, items: list.items.map((item) => inline(item.tokens)) }];
      }
      case "table": {
        const table = it as Tokens.Table;
        return [
          {
            kind: "table",
            head: table.header.map((cell) => inline(cell.tokens)),
            rows: table.rows.map((row) => row.map((cell) => inline(cell.tokens))),
          },
        ];
      }
      default:
        throw new Error(`The handbook cannot show a block of kind ${it.type}.`);
    }
  });
}

function inline(tokens: Token[] | undefined): Inline[] {
  return (tokens ?? []).flatMap((it): Inline[] => {
    switch (it.type) {
      case "text":
        return it.tokens ? inline(it.tokens) : [{ kind: "text", text: it.text }];
      case "paragraph":
        return inline(it.tokens);
      case "strong":
      case "em":
        return [{ kind: it.type, text: it.text }];
      case "codespan":
        return [{ kind: "code", text: it.text }];
      case "escape":
        return [{ kind: "text", text: it.text }];
      case "link":
        return [{ kind: "link", text: it.text, href: it.href }];
      default:
        throw new Error(`The handbook cannot show text of kind ${it.type}.`);
    }
  });
}
