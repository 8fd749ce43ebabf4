//! A list is worked with the keyboard alone.
import { mount } from "@vue/test-utils";
import { expect, it } from "vitest";
import { nextTick, type Component } from "vue";
import { DataList, type Column } from "../src/parts";
import { asTable } from "../src/parts/list";

interface Home {
  id: string;
  name: string;
  free: number;
}
const rows: Home[] = [
  { id: "a", name: "Påhittad A", free: 1 },
  { id: "b", name: "Påhittad B", free: 2 },
  { id: "c", name: "Påhittad C", free: 0 },
];
const columns: Column<Home>[] = [
  { key: "name", title: "Hem", value: (it) => it.name },
  { key: "free", title: "Lediga", value: (it) => it.free, align: "right" },
];

function list(more: object = {}) {
  return mount(DataList as unknown as Component, { props: { name: "test", label: "Hem", columns, rows, total: 3, ...more }, attachTo: document.body });
}

async function press(it: ReturnType<typeof list>, key: string): Promise<void> {
  await it.get("tbody").trigger("keydown", { key });
  await nextTick();
  await nextTick();
}

it("arrow keys, Home and End move the focus, and Enter opens", async () => {
  const it = list();
  await press(it, "ArrowDown");
  expect(document.activeElement?.textContent).toContain("Påhittad B");
  await press(it, "End");
  expect(document.activeElement?.textContent).toContain("Påhittad C");
  await press(it, "ArrowDown");
  expect(document.activeElement?.textContent).toContain("Påhittad C");
  await press(it, "Home");
  await press(it, "Enter");
  expect(it.emitted("open")).toEqual([[rows[0]]]);
  expect(it.findAll('tr[tabindex="0"]')).toHaveLength(1);
});

it("a heading asks for another order and does not sort by itself", async () => {
  const it = list();
  await it.findAll("thead button")[1]?.trigger("click");
  expect(it.emitted("update:sort")?.at(-1)).toEqual([{ key: "free", descending: false }]);
  expect(it.findAll("tbody tr").map((row) => row.text())).toEqual(["Påhittad A1", "Påhittad B2", "Påhittad C0"]);
});

it("Page Down asks for the next page and stops at the last", async () => {
  const it = list({ total: 120, pageSize: 50, page: 2 });
  expect(it.text()).toContain("Sida 3 av 3");
  await press(it, "PageDown");
  expect(it.emitted("update:page")).toBeUndefined();
  await press(it, "PageUp");
  expect(it.emitted("update:page")).toEqual([[1]]);
});

it("a copied table holds no formula", () => {
  expect(asTable(columns, [{ id: "x", name: "=1+1", free: -2 }])).toBe("Hem\tLediga\r\n'=1+1\t-2");
});
