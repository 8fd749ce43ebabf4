//! Property 9: nothing about who the carers are can weigh, because no such field exists.

use super::*;

/// Parts of names, in the code's English and in Swedish.
const BARRED: [&str; 38] = [
    "sex",
    "gender",
    "female",
    "male",
    "woman",
    "man",
    "mother",
    "father",
    "origin",
    "ethnic",
    "ethnicity",
    "race",
    "descent",
    "nationality",
    "citizenship",
    "country",
    "born",
    "foreign",
    "faith",
    "religion",
    "religious",
    "church",
    "belief",
    "orientation",
    "gay",
    "civil",
    "marital",
    "married",
    "single",
    "divorced",
    "spouse",
    "partner",
    "cohabiting",
    "kon",
    "ursprung",
    "tro",
    "laggning",
    "civilstand",
];

/// Every word of every name in the code: comments and texts taken out, names split.
fn words(source: &str) -> Vec<String> {
    let mut code = String::new();
    for line in source.lines() {
        let line = line.split("//").next().unwrap_or_default();
        for (at, part) in line.split('"').enumerate() {
            if at % 2 == 0 {
                code.push_str(part);
            }
            code.push(' ');
        }
    }
    let mut res = Vec::new();
    for name in code.split(|c: char| !c.is_alphanumeric()) {
        let mut word = String::new();
        for c in name.chars() {
            if c.is_uppercase() && !word.is_empty() {
                res.push(std::mem::take(&mut word));
            }
            word.extend(c.to_lowercase());
        }
        res.push(word);
    }
    res.retain(|word| !word.is_empty());
    res
}

#[test]
fn names_are_split_into_words() {
    let source = "pub civil_status: MaritalState, // religion\nlet a = \"origin\"; x";
    assert_eq!(
        words(source),
        [
            "pub", "civil", "status", "marital", "state", "let", "a", "x"
        ]
    );
}

#[test]
fn no_name_in_matching_is_about_who_the_carers_are() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/matching");
    let mut read = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|it| it != "rs") {
            continue;
        }
        read += 1;
        let found: Vec<_> = words(&std::fs::read_to_string(&path).unwrap())
            .into_iter()
            .filter(|word| BARRED.contains(&word.as_str()))
            .collect();
        assert!(found.is_empty(), "{} reads {found:?}", path.display());
    }
    assert!(read >= 14, "all sources of matching are read, found {read}");
}

#[test]
fn the_facts_of_a_home_are_exactly_these() {
    // A new field is a decision: add it here when it says nothing about who the carers are.
    let fields = |value: serde_json::Value| {
        value
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let home = says(home("Ek"), "skola", Level::Yes, Evidence::Seen);
    assert_eq!(
        fields(serde_json::to_value(&home.adults[0]).unwrap()),
        "person checks",
        "an adult is a person with checks"
    );
    assert_eq!(
        fields(serde_json::to_value(&home.capabilities[0]).unwrap()),
        "id need level evidence text source on ageless measure"
    );
    assert_eq!(
        fields(serde_json::to_value(&home).unwrap()),
        "id name investigated_on scopes adults pauses taken children animals free_bedrooms planned_changes \
         assessed_children keeps_school last_request_on requests_last_year capabilities"
    );
}

#[test]
fn what_crosses_the_door_has_its_type_in_the_window() {
    use ts_rs::TS;
    let config = ts_rs::Config::default();
    let result = <MatchResult as TS>::decl(&config);
    assert!(result.contains("bands: Array<BandList>"), "{result}");
    let gate = <GateResult as TS>::decl(&config);
    assert!(gate.contains("overridden: Override | null"), "{gate}");
    let need = <NeedResult as TS>::decl(&config);
    assert!(
        need.contains("need: Key") && need.contains("value: number | null"),
        "{need}"
    );
    assert_eq!(
        <Key as TS>::decl(&config).trim_end_matches(';'),
        "type Key = string"
    );
    let age = <AnswerAge as TS>::decl(&config);
    assert!(
        age.contains("\"kind\": \"amber\", ") && age.contains("since: string"),
        "{age}"
    );
}
