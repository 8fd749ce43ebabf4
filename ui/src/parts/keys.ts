//! The keys of a screen: what a press does, and the list that `?` shows.
import { computed, onActivated, onDeactivated, onMounted, onUnmounted, shallowReactive, type ComputedRef } from "vue";

export interface Key {
  /** As written on the list: "Ctrl N", "Esc", "F6", "?", "PageDown". */
  keys: string;
  /** What it does, in Swedish, for the list of keys. */
  what: string;
  /** Left out when a part handles the key itself and only the list should tell. */
  act?: (event: KeyboardEvent) => void;
  /** True when the key also holds while one writes in a field. */
  inFields?: boolean;
  /** True when a text field has a meaning of its own for the key, as Ctrl Z has. */
  notInText?: boolean;
}

const layers = shallowReactive<Key[][]>([]);

/** Adds keys for as long as the component is on the screen. The latest added wins. */
export function useKeys(keys: Key[]): void {
  const add = () => {
    if (!layers.includes(keys)) layers.push(keys);
  };
  const remove = () => {
    const at = layers.indexOf(keys);
    if (at >= 0) layers.splice(at, 1);
  };
  onMounted(add);
  onActivated(add);
  onDeactivated(remove);
  onUnmounted(remove);
}

/** All keys that hold now, the screen's own first. */
export function useKeyList(): ComputedRef<Key[]> {
  return computed(() => {
    const seen = new Set<string>();
    return [...layers]
      .reverse()
      .flat()
      .filter((it) => !seen.has(it.keys) && !!seen.add(it.keys));
  });
}

/** Acts on a press, if a key on the screen asks for it. One listener serves the window. */
export function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const writing = isField(event.target) && !(isChoice(event.target) && event.key.length === 1 && event.key !== " ");
  for (const layer of [...layers].reverse()) {
    const found = layer.find((it) => it.act && matches(it.keys, event));
    if (!found) continue;
    if (writing && !asksForHelp(event) && !found.inFields && !event.ctrlKey && !event.metaKey && event.key !== "Escape" && !isFunctionKey(event.key)) return;
    if (found.notInText && isText(event.target)) return;
    event.preventDefault();
    found.act?.(event);
    return;
  }
}

/** A question mark alone in an empty search box is the key, not a text. */
function asksForHelp(event: KeyboardEvent): boolean {
  const target = event.target;
  return event.key === "?" && target instanceof HTMLInputElement && target.type === "text" && target.role === "combobox" && target.value === "";
}

function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split(" ");
  const key = parts.at(-1) ?? "";
  // Cmd on a Mac is what Ctrl is elsewhere.
  const ctrl = event.ctrlKey || event.metaKey;
  if (ctrl !== parts.includes("Ctrl") || event.altKey !== parts.includes("Alt")) return false;
  if (parts.includes("Skift") && !event.shiftKey) return false;
  // "?" needs Shift on its own; with Ctrl, Shift makes another key.
  if (ctrl && event.shiftKey && !parts.includes("Skift")) return false;
  const name = key === "Esc" ? "Escape" : key;
  return event.key.toLowerCase() === name.toLowerCase();
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** Where one writes; a box to tick and a choice hold no text. */
function isText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button"].includes(target.type) && !target.readOnly;
  return isField(target) && !(target instanceof HTMLSelectElement);
}

/** One chooses there and writes no letters: blanks and arrows alone are its own. */
function isChoice(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && /^(radio|checkbox)$/.test(target.type);
}

function isFunctionKey(key: string): boolean {
  return /^F\d+$/.test(key);
}
