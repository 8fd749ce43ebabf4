//! Ctrl + and Ctrl − make all text larger or smaller, Ctrl 0 as it was.
//!
//! The root's font size is changed: every measure in the window is told in it, and the
//! layout asks for its width in it too (`@container desk`). How large is remembered on
//! this desk only.
import { onScopeDispose } from "vue";

/** Per cent. The smallest is still read at arm's length on a low screen. */
export const SIZES = [80, 90, 100, 110, 125, 150, 175, 200] as const;
const USUAL = 100;
const NAME = "text-size";

/** Sets the remembered size, and listens for the keys for as long as the scope lives. */
export function useTextSize(): void {
  show(remembered());
  window.addEventListener("keydown", onKey);
  onScopeDispose(() => window.removeEventListener("keydown", onKey));
}

function onKey(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const next = wanted(event.key, remembered());
  if (next === null) return;
  event.preventDefault();
  remember(next);
  show(next);
}

/** The size that a key with Ctrl asks for, or null when it asks for none. */
export function wanted(key: string, now: number): number | null {
  // Without Shift, plus is "=" on some keyboards, and minus with it is "_".
  if (key === "+" || key === "=") return SIZES.find((it) => it > now) ?? now;
  if (key === "-" || key === "_") return SIZES.findLast((it) => it < now) ?? now;
  return key === "0" ? USUAL : null;
}

function remembered(): number {
  try {
    const kept = Number(localStorage.getItem(NAME));
    return SIZES.find((it) => it === kept) ?? USUAL;
  } catch {
    return USUAL;
  }
}

function remember(size: number): void {
  try {
    localStorage.setItem(NAME, String(size));
  } catch {
    // Storage is off: the text is as usual next time.
  }
}

function show(size: number): void {
  document.documentElement.style.fontSize = size === USUAL ? "" : `${size}%`;
}
