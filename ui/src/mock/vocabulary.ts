//! The words that are data (`assets/rules/*.toml`), as the door answers them.
import type { Vocabulary } from "../api";

const register = (key: string, name: string, compulsory: boolean, police: boolean, source: string) => ({ key, name, compulsory, police, consent: !police, source });
const choice = (key: string, label: string, ...choices: string[]) => ({ key, label, kind: "choice", choices });
const other = (key: string, label: string, kind: "text" | "number") => ({ key, label, kind, choices: [] });
const need = (key: string, area: string, label: string) => ({ key, area, label, ageless: false });

export const vocabulary: Vocabulary = {
  registers: [
    register("belastningsregistret", "Belastningsregistret", true, true, "3 kap. 3 § SoF (2025:468)"),
    register("misstankeregistret", "Misstankeregistret", true, true, "3 kap. 3 § SoF (2025:468)"),
    register("socialregister_egen", "Socialregister, egen kommun", true, false, "lokal rutin, samtycke"),
    register("socialregister_tidigare", "Socialregister, tidigare kommuner", false, false, "lokal rutin, samtycke (12 kap. 2 § OSL)"),
    register("kronofogden", "Kronofogden", true, false, "lokal rutin, samtycke"),
    register("forsakringskassan", "Försäkringskassan", true, false, "lokal rutin, samtycke"),
  ],
  home_facts: [
    other("rooms", "Antal rum", "number"),
    choice("own_room", "Eget rum för barnet", "ja", "delas", "nej"),
    other("pets", "Djur", "text"),
    choice("smoking", "Rökning", "nej", "utomhus", "inomhus"),
    choice("car", "Bil", "ja", "nej"),
    other("languages", "Språk i hemmet", "text"),
    choice("daytime", "Hemma på dagtid", "heltid", "deltid", "nej"),
    choice("accessible", "Tillgängligt för rullstol", "ja", "delvis", "nej"),
  ],
  needs: [
    need("kept_school", "education", "Kan gå kvar i sin skola eller förskola"),
    need("school_support", "education", "Stöd i skolarbetet hemma"),
    need("adhd", "emotions_and_behaviour", "Erfarenhet av adhd"),
    need("trauma", "emotions_and_behaviour", "Erfarenhet av barn med trauma"),
    need("calm_evenings", "emotions_and_behaviour", "Lugna kvällar och fasta rutiner"),
    need("medication", "health", "Kan sköta medicinering"),
    need("siblings_together", "family_and_relations", "Syskonen kan bo tillsammans"),
    need("contact_travel", "family_and_relations", "Kan skjutsa till umgänge"),
    need("parent_cooperation", "family_and_relations", "Vill samarbeta med barnets föräldrar"),
    need("home_after_school", "practical", "Vuxen hemma efter skolan"),
    need("short_notice", "practical", "Kan ta emot samma dygn"),
    need("cat", "practical", "Katten får följa med"),
    need("age_gap", "social_presentation", "Inget annat barn i samma ålder i hemmet"),
  ],
  limits: [],
};
