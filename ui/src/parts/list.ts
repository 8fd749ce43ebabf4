//! What a list is made of, and what the desk remembers about how it is looked at.

/** A column of a `DataList`. */
export interface Column<Row> {
  key: string;
  title: string;
  /** The cell as text: shown, copied and printed unless a slot draws it. */
  value: (row: Row) => string | number | null | undefined;
  align?: "right";
  /** CSS width at first; the reader may widen. */
  width?: string;
  /** False when the program cannot sort by it. */
  sortable?: boolean;
  /** Not shown until chosen. */
  optional?: boolean;
  /** Shown also when the list is narrow beside an opened thing. */
  narrow?: boolean;
}

export interface Sort {
  key: string;
  descending: boolean;
}

/** How a list is looked at: column names and widths only, nothing of what stands in it. */
export interface Look {
  hidden: string[];
  shown: string[];
  widths: Record<string, number>;
  sort: Sort | null;
}

const EMPTY: Look = { hidden: [], shown: [], widths: {}, sort: null };

/** Narrower than this no heading can be read. */
const NARROWEST = 48;

/** A column's width in pixels after it has been widened by `by`. */
export function widened(width: number, by: number): number {
  return Math.max(NARROWEST, Math.round(width + by));
}

/** How the list called `name` was looked at last. */
export function rememberedLook(name: string): Look {
  try {
    return { ...EMPTY, ...(JSON.parse(localStorage.getItem(`list.${name}`) ?? "{}") as Partial<Look>) };
  } catch {
    return { ...EMPTY };
  }
}

/** Remembers how a list is looked at. A desk that cannot remember works all the same. */
export function rememberLook(name: string, look: Look): void {
  try {
    localStorage.setItem(`list.${name}`, JSON.stringify(look));
  } catch {
    // Storage is off: the list opens with its first look next time.
  }
}

/** The table as text that a spreadsheet takes, one tab between cells. */
export function asTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const cell = (value: unknown) => {
    const text = String(value ?? "").replace(/[\t\r\n]+/g, " ");
    // A cell that starts as a formula is shown as text, never counted.
    return /^[=+\-@]/.test(text) && !/^-?[\d\s,.]+$/.test(text) ? `'${text}` : text;
  };
  return [columns.map((it) => cell(it.title)), ...rows.map((row) => columns.map((it) => cell(it.value(row))))]
    .map((line) => line.join("\t"))
    .join("\r\n");
}
