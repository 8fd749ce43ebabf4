//! What the list is asked for. Capacity only: nothing about who the carers are.
import type { Care, HomeKind, HomeQuery, HomeSort, StandingFilter } from "@/api";
import type { Sort } from "@/parts";

export interface Asked {
  text: string;
  age: number | null;
  /** A free place on this day. */
  on: string | null;
  care: Care | null;
  kind: HomeKind | null;
  municipality: string;
  standing: StandingFilter | null;
}

export const PAGE = 100;
export const nothingAsked = (): Asked => ({ text: "", age: null, on: null, care: null, kind: null, municipality: "", standing: null });
const SORTS: Record<HomeSort, true> = { name: true, locality: true, free: true, kind: true };

/** How many of the choices hold something back. */
export function inUse(it: Asked): number {
  return [it.text.trim(), it.age, it.on, it.care, it.kind, it.municipality.trim(), it.standing].filter((value) => value !== null && value !== "").length;
}

/** The question to the door. The program sorts and counts, never the window. */
export function asQuery(it: Asked, sort: Sort | null, page: number): HomeQuery {
  const key = sort && sort.key in SORTS ? (sort.key as HomeSort) : "name";
  return {
    text: it.text.trim() || null,
    kinds: it.kind ? [it.kind] : [],
    free_only: it.on !== null,
    care: it.care,
    age: it.age,
    municipality: it.municipality.trim() || null,
    standings: it.standing ? [it.standing] : [],
    on: it.on,
    sort: key,
    // "Free" begins with the most: what one looks for.
    descending: sort?.descending ?? false,
    offset: page * PAGE,
    limit: PAGE,
  };
}
