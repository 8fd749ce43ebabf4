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

it("Page Down moves by a screen of rows", async () => {
  const many = Array.from({ length: 40 }, (_, n) => ({ id: `h${n}`, name: `Påhittad ${n}`, free: 0 }));
  const it = list({ rows: many, total: 40 });
  await press(it, "PageDown");
  // Without a layout ten rows count as a screen.
  expect(document.activeElement?.textContent).toContain("Påhittad 10");
  await press(it, "PageUp");
  expect(document.activeElement?.textContent).toContain("Påhittad 0");
});

it("a column is widened by key, and stays so", async () => {
  localStorage.clear();
  const it = list();
  const heading = () => it.findAll("thead th")[0]?.element as HTMLElement;
  Object.defineProperty(heading(), "offsetWidth", { configurable: true, value: 100 });
  await it.get("thead button").trigger("keydown", { key: "ArrowRight", shiftKey: true });
  expect(heading().style.width).toBe("124px");
  await it.get("thead button").trigger("keydown", { key: "ArrowRight" });
  expect(heading().style.width).toBe("124px");
  it.unmount();
  expect((list().findAll("thead th")[0]?.element as HTMLElement).style.width).toBe("124px");
  localStorage.clear();
});

it("past the last row Page Down asks for the next page and stops at the last", async () => {
  const it = list({ total: 120, pageSize: 50, page: 2 });
  expect(it.text()).toContain("Sida 3 av 3");
  await press(it, "End");
  await press(it, "PageDown");
  expect(it.emitted("update:page")).toBeUndefined();
  await press(it, "Home");
  await press(it, "PageUp");
  expect(it.emitted("update:page")).toEqual([[1]]);
  await it.setProps({ page: 1, rows: rows.map((row) => ({ ...row, id: `${row.id}1` })) });
  await nextTick();
  expect(document.activeElement?.textContent, "one lands on the last row of the page before").toContain("Påhittad C");
});

it("a copied table holds no formula", () => {
  expect(asTable(columns, [{ id: "x", name: "=1+1", free: -2 }])).toBe("Hem\tLediga\r\n'=1+1\t-2");
});
