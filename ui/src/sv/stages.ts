//! Words of the recruitment that are data: sources and steps, from `assets/rules/stages.toml`.
//!
//! The same file that the program reads. The door tells stages and closing reasons with
//! each family; what a form needs before there is a family is read here.
import rules from "@assets/rules/stages.toml?raw";

export interface Named {
  key: string;
  label: string;
}

/** Every `[[name]]` of the file with its key and label. */
export function tables(text: string, name: string): Named[] {
  return text
    .split(/^\[\[/m)
    .filter((it) => it.startsWith(`${name}]]`))
    .map((it) => ({ key: value(it, "key"), label: value(it, "label") }));
}

function value(table: string, key: string): string {
  return new RegExp(`^${key} = "([^"]*)"`, "m").exec(table)?.[1] ?? "";
}

/** Where an enquiry can come from. */
export const sources = tables(rules, "source");
/** Steps on the way. */
export const steps = tables(rules, "step");

/** A step's name; an unknown key is shown as it stands. */
export function stepName(key: string): string {
  return steps.find((it) => it.key === key)?.label ?? key;
}
