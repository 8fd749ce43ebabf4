//! The meter says what a guesser would: length first, and no reward for decoration.
import { expect, it } from "vitest";
import { strength } from "../src/parts/strength";

it.each([
  ["kort", "short"],
  ["P@ssw0rd!2026", "short"],
  ["aaaaaaaaaaaaaaaaaaaa", "repeated"],
  ["katt1katt1katt1katt1", "repeated"],
  ["hemligtlösenord1234", "known"],
  ["qwertyuiopåasdfghj", "known"],
  ["majamodigexempel1", "personal"],
  ["korg lampa moln", "enough"],
  ["lampa korg saltsten", "enough"],
  ["lampa korg saltsten moln", "good"],
  ["lampa korg saltsten moln dörr", "strong"],
])("%s is %s", (password, verdict) => {
  expect(strength(password, ["Maja Modig", "Exempelkommun"]).verdict).toBe(verdict);
});
