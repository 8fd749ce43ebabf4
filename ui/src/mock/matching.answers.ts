//! Children and match, answered from made-up facts. `?match=` in the address: `empty`, `crowded`, `error`, `unlocked`, `noneeds`, `nohomes`, `nobody`.
import type { ChildCard, NewChild, NewNeed, NewNetworkPerson, NewSafetyConflict, Problem } from "../api";
import { childRow, madeUpChildren } from "./children";
import { answers as homes } from "./homes.answers";
import type { Answers } from "./index";
import { madeUpMatch, madeUpReasons } from "./match";
import { vocabulary } from "./vocabulary";

const how = new URLSearchParams(location.search).get("match") ?? "ordinary";
const children = madeUpChildren(how);
const removed = new Map<string, () => void>();
let next = 1;

const refuse = (problem: Problem): never => {
  throw problem;
};
const fail = () => refuse({ kind: "internal", reference: "b81e40d7" });
const child = (id: string): ChildCard => children.find((it) => it.id === id) ?? refuse({ kind: "not_found", what: "child" });
const OWN = new Set(["child", "need", "network_person", "safety_conflict"]);

type Row = Record<string, unknown> & { id: string };
const lists = (it: ChildCard, entity: string) => ({ need: it.needs, network_person: it.network, safety_conflict: it.conflicts })[entity] as Row[] | undefined;

function record(entity: string, id: string): Row {
  if (entity === "child") return child(id) as unknown as Row;
  return children.flatMap((it) => lists(it, entity) ?? []).find((it) => it.id === id) ?? refuse({ kind: "not_found", what: entity });
}

/** Passes on what another area's answers keep. */
function other(name: "save_field" | "remove_row" | "restore_row", input: unknown): unknown {
  return (homes[name] as ((input: unknown) => unknown) | undefined)?.(input);
}

export const answers: Answers = {
  child_list: () => (how === "error" ? fail() : { rows: children.map(childRow) }),
  open_child: ({ id }: { id: string }) => structuredClone(child(id)),
  create_child: (input: NewChild) => {
    const [base] = madeUpChildren("ordinary").filter((it) => it.id === "c2");
    const id = `ny${next++}`;
    if (base) children.unshift({ ...base, ...input, id, family_name: input.family_name ?? "", not_asked_reason: null, needs: [], network: [] });
    return id;
  },
  add_need: (input: NewNeed) => {
    const id = `nn${next++}`;
    const kind = vocabulary.needs.find((it) => it.key === input.need_key);
    child(input.child).needs.push({ ...input, id, area: kind?.area ?? "practical", text: input.text ?? "", after_lock: child(input.child).sheet_locked_at !== null });
    return id;
  },
  add_network_person: (input: NewNetworkPerson) => {
    const id = `nw${next++}`;
    child(input.child).network.push({ ...input, id, weighed_on: "2026-11-23" });
    return id;
  },
  add_safety_conflict: (input: NewSafetyConflict) => {
    const id = `ns${next++}`;
    child(input.child).conflicts.push({ id, home: input.home, home_name: "Familjen Ekdal Påhittad", kind: input.kind, noted_on: "2026-11-23" });
    return id;
  },
  lock_need_sheet: ({ id }: { id: string }) => {
    child(id).sheet_locked_at = "2026-11-23T09:41:00Z";
    return null;
  },
  match_child: ({ id }: { id: string }) => (how === "error" ? fail() : structuredClone(madeUpMatch(child(id), how))),
  match_reasons: (input: { child: string; homes: string[] }) => structuredClone(madeUpReasons(child(input.child), input.homes, how)),
  save_field: (input: { entity: string; id: string; field: string; value: string | null }) => {
    if (!OWN.has(input.entity)) return other("save_field", input);
    if (how === "refused") refuse({ kind: "internal", reference: "b81e40d7" });
    const row = record(input.entity, input.id);
    const flag = typeof row[input.field] === "boolean";
    row[input.field] = flag ? input.value === "1" : input.value;
    if (input.entity === "need") row.after_lock = true;
    return { value: input.value, rev: 2 };
  },
  remove_row: (input: { entity: string; id: string }) => {
    if (!OWN.has(input.entity)) return other("remove_row", input);
    for (const list of input.entity === "child" ? [children as unknown as Row[]] : children.map((it) => lists(it, input.entity) ?? [])) {
      const at = list.findIndex((it) => it.id === input.id);
      const row = list[at];
      if (row) {
        list.splice(at, 1);
        removed.set(input.id, () => list.splice(at, 0, row));
      }
    }
    return null;
  },
  restore_row: (input: { entity: string; id: string }) => {
    if (!OWN.has(input.entity)) return other("restore_row", input);
    removed.get(input.id)?.();
    return null;
  },
};
