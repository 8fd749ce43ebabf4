//! A record's field as the door's text.

/** The value of `key` as text; `null` for none. Flags are `1` and `0`. */
export function valueOf(row: object, key: string): string | null {
  const value = (row as Record<string, unknown>)[key];
  if (value === null || value === undefined || value === "") return null;
  return typeof value === "boolean" ? (value ? "1" : "0") : String(value);
}

/** Text as a whole number, or null. */
export function asNumber(text: string | null | undefined): number | null {
  return text === null || text === undefined || text === "" ? null : Number(text);
}
