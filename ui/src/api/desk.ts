//! How the desk stands, for every screen under the frame: the day, the person, the unit.
import { computed, inject, provide, type ComputedRef, type InjectionKey } from "vue";
import type { DeskStatus } from "./shell";

const KEY: InjectionKey<() => DeskStatus> = Symbol("desk");

/** Tells the screens under this component how the desk stands. The frame does it. */
export function provideDesk(status: () => DeskStatus): void {
  provide(KEY, status);
}

/** How the desk stands now. `desk.value.today` is the day to reckon from, never the clock. */
export function useDesk(): ComputedRef<DeskStatus> {
  const status = inject(KEY);
  if (!status) throw new Error("useDesk is for screens under the frame");
  return computed(status);
}
