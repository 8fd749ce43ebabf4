//! What all fields have in common: names for screen readers, saving, and what to say.
import { computed, useId, type ComputedRef } from "vue";
import type { Problem } from "../api/shell";
import { problemText } from "../sv/problem";
import { sv } from "../sv/parts";
import { useSave, type Saver } from "./save";

/** Props that every kind of field takes. */
export interface FieldProps {
  label: string;
  /** Stands under the label. */
  help?: string;
  /** Saves the value by itself; a rejected promise is shown under the field. */
  save?: (value: never) => Promise<unknown>;
  /** An error that the screen knows of. Goes before the field's own. */
  error?: string | null;
  required?: boolean;
  disabled?: boolean;
  autofocus?: boolean;
  autocomplete?: string;
  width?: "xs" | "s" | "m" | "full";
}

export interface FieldBase<V> {
  id: string;
  saver: Saver<V> | null;
  /** What stands under the field, or an empty text. */
  error: ComputedRef<string>;
  /** Attributes that tie the control to its words. */
  aria: ComputedRef<Record<string, string | undefined>>;
}

/** Ids, autosave and error of one field. `local` is an error found while writing. */
export function useField<V>(props: Readonly<FieldProps>, local: () => string | null): FieldBase<V> {
  const id = `f${useId()}`;
  const saver = props.save
    ? useSave<V>(
        (value) => (props.save as ((value: V) => Promise<unknown>) | undefined)?.(value) ?? Promise.resolve(),
        () => sv.lost(props.label),
      )
    : null;
  const error = computed(() => {
    if (local()) return local() ?? "";
    if (props.error) return props.error;
    const failure = saver?.state.value === "failed" ? saver.failure.value : null;
    return failure ? `${sv.notSaved}. ${inWords(failure)}` : "";
  });
  const aria = computed(() => ({
    "aria-describedby": error.value ? `${id}-error` : undefined,
    "aria-invalid": error.value ? "true" : undefined,
    "aria-required": props.required ? "true" : undefined,
  }));
  return { id, saver, error, aria };
}

function inWords(thrown: unknown): string {
  const problem = (thrown as { problem?: Problem } | null)?.problem;
  return problemText(problem ?? { kind: "internal", reference: "window" });
}
