//! What is typed but not saved yet, kept in the file so that a crash costs at most half a second.
import { onScopeDispose, readonly, ref, type DeepReadonly, type Ref } from "vue";
import { call } from "./call";

/** How often a draft is written while one types. */
export const DRAFT_EVERY_MS = 400;

export interface KeptDraft {
  /** The draft that lay there when the field or form was opened, or null. */
  found: DeepReadonly<Ref<string | null>>;
  /** Resolves when `found` is known. */
  ready: Promise<void>;
  keep: (text: string) => void;
  drop: () => void;
  /** Stops showing what was found, without touching it. */
  seen: () => void;
}

/** Keeps the draft under `key`: `entity/id/field`, or a form's name. */
export function useDraft(key: string): KeptDraft {
  const found = ref<string | null>(null);
  let latest: string | null = null;
  let stored = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ready = call("drafts", { prefix: key })
    .then((all) => {
      found.value = all.find((it) => it.key === key)?.text ?? null;
      stored = found.value !== null;
    })
    // Without drafts one can still write; what is typed stays in the field.
    .catch(() => undefined);

  function send(): void {
    clearTimeout(timer);
    timer = undefined;
    if (latest === null || (latest === "" && !stored)) return;
    const text = latest;
    latest = null;
    stored = text !== "";
    // `call`, not `write`: a draft changes nothing that is shown elsewhere.
    void call("keep_draft", { key, text }).catch(() => undefined);
  }

  function keep(text: string): void {
    latest = text;
    timer ??= setTimeout(send, DRAFT_EVERY_MS);
  }

  function drop(): void {
    found.value = null;
    latest = "";
    send();
  }

  onScopeDispose(send);
  return { found: readonly(found), ready, keep, drop, seen: () => (found.value = null) };
}
