//! The names a match's sentences need, and letters in their place when names are hidden.
import { computed, type ComputedRef, type Ref } from "vue";
import { useRead, type Matched, type MatchRow } from "@/api";
import { hiddenName, type Names } from "@/sv/matching";
import { sv } from "@/sv/matchView";

export interface MatchNames extends Names {
  home: (it: MatchRow) => string;
  place: (it: MatchRow) => string | null;
}

/** Names for `matched`; with `hidden` neither homes nor people nor places are told. */
export function useNames(matched: Readonly<Ref<Matched | null>>, hidden: Readonly<Ref<boolean>>, today: () => string): ComputedRef<MatchNames> {
  const { data: vocabulary } = useRead("vocabulary", () => ({}));
  return computed(() => ({
    need: (key) => {
      const own = matched.value?.child.needs.find((it) => it.need_key === key)?.text.trim();
      return own || vocabulary.value?.needs.find((it) => it.key === key)?.label || key;
    },
    person: (id) => (hidden.value ? sv.hiddenPerson : (matched.value?.people[id] ?? sv.hiddenPerson)),
    register: (key) => vocabulary.value?.registers.find((it) => it.key === key)?.name ?? key,
    today: today(),
    // The letter goes by key and not by place in the list: it must not look like a rank.
    home: (it) => (hidden.value ? hiddenName(it.letter) : it.name),
    place: (it) => (hidden.value ? null : it.locality),
  }));
}

/** The same names, with those of the people that an opened home's reasons speak of. */
export function withPeople(names: MatchNames, hidden: boolean, people: Record<string, string>): MatchNames {
  return { ...names, person: (id) => (hidden ? sv.hiddenPerson : (people[id] ?? sv.hiddenPerson)) };
}

/** How many homes are weighed, shown or not. */
export function countOf(matched: Matched | null): number {
  return matched?.result.bands.reduce((sum, band) => sum + band.count, 0) ?? 0;
}

/** Every home that is shown, in reading order, over all bands. */
export function homesOf(matched: Matched | null): MatchRow[] {
  return matched?.result.bands.flatMap((band) => band.groups.flatMap((group) => group.homes)) ?? [];
}
