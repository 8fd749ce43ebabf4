//! LIST: the places of the window, with icon, page of the handbook and screen.
import { defineAsyncComponent, type Component } from "vue";
import type { IconName } from "./parts";
import { placeNames, type PlaceKey } from "./sv/frame";

export interface Place {
  key: PlaceKey;
  name: string;
  icon: IconName;
  /** Where it stands in the rail: above the line, under it, or not at all. */
  rail: "day" | "behind" | null;
  /** Page of the handbook that F1 opens. */
  help: string;
  screen: Component;
}

const screen = (load: () => Promise<{ default: Component }>) => defineAsyncComponent(load);

/** All places, in the order of the rail. */
export const places: readonly Place[] = [
  place("idag", "today", "day", "start", () => import("./features/today/Today.vue")),
  place("rekrytering", "recruitment", "day", "rekrytering", () => import("./features/recruitment/Recruitment.vue")),
  place("hem", "home", "day", "hem", () => import("./features/homes/Homes.vue")),
  place("matchning", "matching", "day", "matchning", () => import("./features/matching/Matching.vue")),
  place("placeringar", "board", "day", "papper", () => import("./features/placements/Placements.vue")),
  place("leverantorer", "provider", "behind", "start", () => import("./features/providers/Providers.vue")),
  place("uppfoljning", "figures", "behind", "start", () => import("./features/figures/Figures.vue")),
  place("installningar", "settings", "behind", "installningar", () => import("./features/settings/Settings.vue")),
  place("importera", "import", null, "import", () => import("./features/exchange/Import.vue")),
  place("handbok", "help", null, "start", () => import("./features/handbook/Handbook.vue")),
];

function place(key: PlaceKey, icon: IconName, rail: Place["rail"], help: string, load: () => Promise<{ default: Component }>): Place {
  return { key, name: placeNames[key], icon, rail, help, screen: screen(load) };
}

/** The place at an address; an unknown address is the first place. */
export function placeAt(key: string): Place {
  const [first] = places;
  return places.find((it) => it.key === key) ?? (first as Place);
}
