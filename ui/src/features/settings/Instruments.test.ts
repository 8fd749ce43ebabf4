//! The unit's own edition: the nine ranges follow each other, and what is wrong is told at its part.
import { afterEach, expect, it } from "vitest";
import { useMock } from "@/api";
import { others } from "@/mock/instruments";
import { answer, settle, show, type Door } from "@/records/testing";
import EditionForm from "./EditionForm.vue";

afterEach(() => {
  useMock(null);
  document.body.replaceChildren();
});

const shell = others[0]!;
const shelf = { instruments: [shell], shipped: [shell], editions: [], used: {}, screening: "early_screening" };

it("nine last questions become nine ranges that cover all 59", async () => {
  const calls = answer({ save_instrument_edition: () => "e1" } as Door);
  const it = show(EditionForm, { instrument: shell, shelf });
  await settle();
  const ends = [6, 12, 20, 27, 33, 40, 47, 53, 59];
  const fields = it.findAll("tbody tr td:last-child input");
  expect(fields.length).toBe(9);
  for (const [n, end] of ends.entries()) await fields[n]?.setValue(String(end));
  await it.get("form").trigger("submit");
  await settle();
  const sent = calls.find((one) => one.name === "save_instrument_edition")?.input as { changes: { ranges: { from: number; to: number }[]; items: object } };
  expect(sent.changes.ranges.map((it) => it.from)).toEqual([1, 7, 13, 21, 28, 34, 41, 48, 54]);
  expect(sent.changes.ranges.map((it) => it.to)).toEqual(ends);
  expect(sent.changes.items).toEqual({});
});

it("a range that is wrong is told at its part and nothing written is lost", async () => {
  answer({
    save_instrument_edition: () => {
      throw { kind: "invalid", field: "ranges.9.to", reason: { code: "not_a_number", min: 59, max: 59 } };
    },
  } as Door);
  const it = show(EditionForm, { instrument: shell, shelf });
  await settle();
  const fields = it.findAll<HTMLInputElement>("tbody tr td:last-child input");
  for (const [n, field] of fields.entries()) await field.setValue(String((n + 1) * 6));
  await it.get("form").trigger("submit");
  await settle();
  expect(it.findAll("tbody tr").at(-1)?.text()).toContain("Här ska stå 59.");
  expect(fields.map((it) => it.element.value)).toEqual(["6", "12", "18", "24", "30", "36", "42", "48", "54"]);
});
