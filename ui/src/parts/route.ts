//! Where one is: hash addresses of the form `#/place/id/rest?filter=…`.
//!
//! Invariant: an address holds identifiers and filter choices only, never a
//! name, a number or a searched text, because the web view keeps its history.
import { readonly, shallowRef, type DeepReadonly, type ShallowRef } from "vue";
import { whenForgetting } from "./forget";

export interface Route {
  /** First part, such as "hem". */
  place: string;
  /** Second part: the opened thing, if any. */
  id: string | null;
  /** What follows: tab or sub-page. */
  rest: string[];
  query: Record<string, string>;
}

const FIRST = "idag";
const here = shallowRef<Route>(parse(location.hash));

window.addEventListener("hashchange", () => {
  here.value = parse(location.hash);
});
whenForgetting(() => {
  history.replaceState(null, "", "#/");
  here.value = parse("");
});

/** The route as it is now; changes with the address. */
export function useRoute(): DeepReadonly<ShallowRef<Route>> {
  return readonly(here);
}

/** Address of a route, for `href`. */
export function href(place: string, id?: string | null, ...rest: string[]): string {
  return `#/${[place, id, ...rest].filter((it): it is string => !!it).map(encodeURIComponent).join("/")}`;
}

/** Goes to a route made by `href`. `replace` leaves no step to go back to. */
export function go(address: string, how: { replace?: boolean } = {}): void {
  if (how.replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  here.value = parse(address);
}

/** Changes the filter part of the address in place. Empty values are left out. */
export function setQuery(query: Record<string, string | null>): void {
  const next = { ...here.value.query, ...query };
  const kept = Object.entries(next).filter((it): it is [string, string] => !!it[1]);
  const { place, id, rest } = here.value;
  const tail = kept.length > 0 ? `?${new URLSearchParams(kept).toString()}` : "";
  go(href(place, id, ...rest) + tail, { replace: true });
}

/** Reads an address. Anything unreadable is the first place. */
export function parse(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [place, id, ...rest] = path.split("/").filter(Boolean).map(decode);
  return {
    place: place ?? FIRST,
    id: id ?? null,
    rest,
    query: Object.fromEntries(new URLSearchParams(query)),
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
