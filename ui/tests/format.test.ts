//! Dates, ages, spans and amounts as the design writes them.
import { describe, expect, it } from "vitest";
import { age, collator, date, dateInFull, money, number, plusDays, span, spanWithDate } from "../src/sv/format";
import { holdsPersonalNumber, phone, readMoney, readPersonalNumber } from "../src/sv/numbers";
import { readDate } from "../src/sv/readDate";

const today = "2026-11-23";
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("a date on the screen", () => {
  it.each([
    ["2026-11-23", "23 nov 2026"],
    ["2026-03-11", "11 mars 2026"],
    ["2026-01-05", "5 jan 2026"],
    ["2026-02-30", "2026-02-30"],
  ])("%s is %s", (day, shown) => expect(date(day)).toBe(shown));

  it("has its weekday in full", () => expect(dateInFull(today)).toBe("måndag 23 november 2026"));
});

describe("a date as people write it", () => {
  it.each([
    ["2026-11-23", "2026-11-23"],
    ["20261123", "2026-11-23"],
    ["23/11", "2026-11-23"],
    ["23/11 2026", "2026-11-23"],
    ["23 nov", "2026-11-23"],
    ["23 november 2026", "2026-11-23"],
    ["i dag", "2026-11-23"],
    ["I dag ", "2026-11-23"],
    ["i morgon", "2026-11-24"],
    ["+14", "2026-12-07"],
    ["-1", "2026-11-22"],
    ["+2 veckor", "2026-12-07"],
    ["5/1", "2027-01-05"],
    ["5/10", "2026-10-05"],
    ["29/2", "2028-02-29"],
    ["31/2", null],
    ["2026-13-01", null],
    ["i höst", null],
    ["", null],
  ])("%s means %s", (written, day) => {
    // 29 February comes only in leap years: asked the year before one.
    expect(readDate(written, written === "29/2" ? "2027-11-23" : today)).toBe(day);
  });
});

describe("ages and spans", () => {
  it.each([
    ["2017-05-03", "9 år"],
    ["2017-11-23", "9 år"],
    ["2017-11-24", "8 år"],
    ["2025-09-23", "14 mån"],
  ])("born %s is %s", (birth, shown) => expect(age(birth, today)).toBe(shown));

  it.each([
    ["2026-11-23", "i dag"],
    ["2026-11-24", "i morgon"],
    ["2026-12-12", "om 19 dagar"],
    ["2026-03-11", "för 8 månader sedan"],
    ["2026-11-13", "för 10 dagar sedan"],
    ["2023-11-23", "för 3 år sedan"],
  ])("%s is %s", (day, shown) => expect(plain(span(day, today))).toBe(shown));

  it("say the date too", () => expect(plain(spanWithDate("2026-03-11", today))).toBe("för 8 månader sedan (11 mars 2026)"));
  it("cross the end of summer time", () => expect(plusDays("2026-10-24", 2)).toBe("2026-10-26"));
});

describe("amounts", () => {
  it.each([
    [123_100, "1 231 kr"],
    [123_150, "1 231,50 kr"],
    [0, "0 kr"],
    [-50_000, "−500 kr"],
    [100_000_000, "1 000 000 kr"],
  ])("%i öre is %s", (ore, shown) => expect(plain(money(ore))).toBe(shown));

  it.each([
    ["1 231", 123_100],
    ["1.231", 123_100],
    ["1231,5", 123_150],
    ["1 231,50 kr", 123_150],
    ["tusen", null],
  ])("%s is %s öre", (written, ore) => expect(readMoney(written)).toBe(ore));

  it("group thousands", () => expect(plain(number(10_000))).toBe("10 000"));
});

describe("personal numbers", () => {
  it.each([
    ["19121212-1212", "19121212-1212"],
    ["191212121212", "19121212-1212"],
    ["121212+1212", "19121212-1212"],
    ["19121212-1213", null],
    ["121212", null],
  ])("%s is %s", (written, read) => expect(readPersonalNumber(written, today)).toBe(read));

  it("are noticed in free text", () => {
    expect(holdsPersonalNumber("Ring 191212121212 i kväll")).toBe(true);
    expect(holdsPersonalNumber("Ring 070-174 06 05 i kväll")).toBe(false);
    expect(holdsPersonalNumber("Ärende 2026-11-23, 1234")).toBe(false);
  });
});

it("phone numbers are shown in groups", () => {
  expect(phone("0701740605")).toBe("070-174 06 05");
  expect(phone("08-12 34 56")).toBe("08-12 34 56");
});

it("Swedish order puts å ä ö last", () => {
  expect(["Östen", "Zoltan", "Ärla", "Åsa", "Adam"].sort(collator.compare)).toEqual(["Adam", "Zoltan", "Åsa", "Ärla", "Östen"]);
});
