//! Messages in the bottom line: they stay until they are read, and equal ones are one.
import { readonly, ref, shallowRef, type DeepReadonly, type Ref, type ShallowRef } from "vue";
import { whenForgetting } from "./forget";
import { canUndo, undo, type UndoStep } from "./undo";

export interface Message {
  id: number;
  kind: "info" | "error";
  text: string;
  /** How many times the same has been said. */
  count: number;
  /** Takes the act back, the latest first; given only when it really can be. */
  steps: readonly UndoStep[];
}

const messages = shallowRef<readonly Message[]>([]);
const savedAt = ref<Date | null>(null);
/** More than these are never shown at once; errors go last. */
const MOST = 20;
let next = 1;

whenForgetting(() => {
  messages.value = [];
  savedAt.value = null;
});

/** Says what has been done or has failed. Errors stay until they are closed. `undo` also goes on the stack of Ctrl+Z. */
export function say(text: string, more: { kind?: Message["kind"]; undo?: () => Promise<unknown> } = {}): void {
  const kind = more.kind ?? "info";
  const same = messages.value.find((it) => it.text === text && it.kind === kind);
  const steps = [...(same?.steps ?? []), ...(more.undo ? [canUndo(text, more.undo)] : [])];
  const message: Message = { id: same?.id ?? next++, kind, text, count: (same?.count ?? 0) + 1, steps };
  messages.value = [...messages.value.filter((it) => it !== same), message].slice(-MOST);
}

/** Takes a step back and says what came of it; its own message goes. */
export async function undoAndSay(step: UndoStep): Promise<void> {
  const done = await undo(step);
  for (const it of messages.value) if (it.steps.includes(step)) without(it, step);
  if (done.text) say(done.text, { kind: done.done ? "info" : "error" });
}

function without(message: Message, step: UndoStep): void {
  const steps = message.steps.filter((it) => it !== step);
  const left = message.count > 1 ? [{ ...message, steps, count: message.count - 1 }] : [];
  messages.value = messages.value.flatMap((it) => (it === message ? left : [it]));
}

/** Notes that something was saved just now, for "Sparat 10:42". */
export function noteSaved(at: Date = new Date()): void {
  savedAt.value = at;
}

/** Closes one message. What it could take back can still be taken back by Ctrl+Z. */
export function dismiss(id: number): void {
  messages.value = messages.value.filter((it) => it.id !== id);
}

/** Closes all messages. */
export function dismissAll(): void {
  messages.value = [];
}

export function useMessages(): { messages: Readonly<ShallowRef<readonly Message[]>>; savedAt: DeepReadonly<Ref<Date | null>> } {
  return { messages, savedAt: readonly(savedAt) as DeepReadonly<Ref<Date | null>> };
}
