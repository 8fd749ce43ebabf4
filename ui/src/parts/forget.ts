//! What the parts remember outside the component tree, and how it is forgotten at lock.

const acts: (() => void)[] = [];

/** Registers an act that clears something remembered in a module. */
export function whenForgetting(act: () => void): void {
  acts.push(act);
}

/** Clears everything. Called when the desk locks. */
export function forgetAll(): void {
  for (const act of acts) act();
}
