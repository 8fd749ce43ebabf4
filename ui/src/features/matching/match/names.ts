//! The names a match's sentences need, and letters in their place when names are hidden.
import { computed, type ComputedRef, type Ref } from "vue";
import { useRead, type HomeResult, type Matched } from "@/api";
import { collator } from "@/sv/format";
import { hiddenName, type Names } from "@/sv/matching";
import { sv } from "@/sv/matchView";

export interface MatchNames extends Names {
  home: (it: HomeResult) => string;
  place: (it: HomeResult) => string | null;
}

/** Names for `matched`; with `hidden` neither homes nor people nor places are told. */
export function useNames(matched: Readonly<Ref<Matched | null>>, hidden: Readonly<Ref<boolean>>, today: () => string): ComputedRef<MatchNames> {
  const { data: vocabulary } = useRead("vocabulary", () => ({}));
  const letters = computed(() => {
    // By key and not by place in the list: a letter must not look like a rank.
    const keys = homesOf(matched.value).map((it) => it.home).sort(collator.compare);
    return new Map(keys.map((key, index) => [key, hiddenName(index)]));
  });
  return computed(() => ({
    need: (key) => {
      const own = matched.value?.child.needs.find((it) => it.need_key === key)?.text.trim();
      return own || vocabulary.value?.needs.find((it) => it.key === key)?.label || key;
    },
    person: (id) => (hidden.value ? sv.hiddenPerson : (matched.value?.people[id] ?? sv.hiddenPerson)),
    register: (key) => vocabulary.value?.registers.find((it) => it.key === key)?.name ?? key,
    today: today(),
    home: (it) => (hidden.value ? (letters.value.get(it.home) ?? "") : it.name),
    place: (it) => (hidden.value ? null : (matched.value?.localities[it.home] ?? null)),
  }));
}

/** Every home of the match in reading order, over all bands. */
export function homesOf(matched: Matched | null): HomeResult[] {
  return matched?.result.bands.flatMap((band) => band.groups.flatMap((group) => group.homes)) ?? [];
}
