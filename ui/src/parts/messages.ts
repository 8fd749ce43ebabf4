//! Messages in the bottom line: they stay until they are read.
import { readonly, ref, type DeepReadonly, type Ref } from "vue";
import { whenForgetting } from "./forget";

export interface Message {
  id: number;
  kind: "info" | "error";
  text: string;
  /** Takes the act back; given only when it really can be. */
  undo?: (() => Promise<unknown>) | undefined;
}

const messages = ref<Message[]>([]);
const savedAt = ref<Date | null>(null);
let next = 1;

whenForgetting(() => {
  messages.value = [];
  savedAt.value = null;
});

/** Says what has been done or has failed. Errors stay until they are closed. */
export function say(text: string, more: Partial<Pick<Message, "kind" | "undo">> = {}): void {
  const message: Message = { id: next++, kind: more.kind ?? "info", text, undo: more.undo };
  messages.value = [...messages.value, message].slice(-20);
}

/** Notes that something was saved just now, for "Sparat 10:42". */
export function noteSaved(at: Date = new Date()): void {
  savedAt.value = at;
}

/** Closes one message. */
export function dismiss(id: number): void {
  messages.value = messages.value.filter((it) => it.id !== id);
}

export function useMessages(): { messages: DeepReadonly<Ref<Message[]>>; savedAt: DeepReadonly<Ref<Date | null>> } {
  return { messages: readonly(messages), savedAt: readonly(savedAt) as DeepReadonly<Ref<Date | null>> };
}
