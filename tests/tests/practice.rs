//! The practice unit holds what it is meant to: worked out by hand from the
//! lists beside `assets/demo/make.py`, never from what the program answers.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use hemvist_tests::Unit;
use serde_json::{Value, json};

fn list<'a>(answer: &'a Value, field: &str) -> &'a Vec<Value> {
    answer[field].as_array().expect("a list")
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

fn names(rows: &[Value]) -> Vec<&str> {
    rows.iter().map(|it| text(&it["name"])).collect()
}

/// The key of the child with a given name.
fn child(unit: &mut Unit, given: &str) -> Value {
    let rows = unit.ask("child_list", json!({}));
    let found = list(&rows, "rows")
        .iter()
        .find(|it| {
            it["name"]
                .as_str()
                .is_some_and(|name| name.starts_with(given))
        })
        .expect("the child");
    found["id"].clone()
}

#[test]
fn the_unit_is_what_the_lists_beside_it_make() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let kept = std::fs::read_to_string(format!("{root}/assets/demo/unit.jsonl")).expect("the unit");
    assert!(kept.len() < 600_000, "{} bytes", kept.len());
    // Where Python is at hand and new enough, making it again gives the same bytes.
    let script = "import sys\nif sys.version_info < (3, 11): sys.exit(3)\nsys.path.insert(0, 'assets/demo')\n\
                  sys.dont_write_bytecode = True\nimport make\nsys.stdout.buffer.write(make.text().encode())";
    let Ok(made) = Command::new("python3")
        .args(["-c", script])
        .current_dir(root)
        .output()
    else {
        return;
    };
    if made.status.code() != Some(3) {
        assert!(made.status.success(), "make.py refuses its own lists");
        assert_eq!(String::from_utf8(made.stdout).expect("UTF-8"), kept);
    }
}

#[test]
fn twenty_four_homes_are_in_use_with_nine_free_places() {
    let mut unit = Unit::practice();
    let used = unit.ask(
        "home_list",
        json!({ "standings": ["approved", "paused"], "limit": 200 }),
    );
    assert_eq!(used["total"], 24);
    // Rönnbär 1 of 2, Yxa 1, Dimma 1, Spade 1, Hagel 2, Sälg 1, Åska 1 of 2, Vattenpass 1.
    assert_eq!(used["free_in_all"], 9);
    let free = unit.ask("home_list", json!({ "free_only": true }));
    assert_eq!(
        names(list(&free, "rows")),
        [
            "Familjen Dimma",
            "Familjen Hagel",
            "Familjen Rönnbär",
            "Familjen Spade",
            "Familjen Sälg",
            "Familjen Vattenpass",
            "Familjen Yxa",
            "Familjen Åska",
        ]
    );
    // One is over-full, three rest, one hides where it lies, one has ended.
    let row = |name: &str| {
        list(&used, "rows")
            .iter()
            .find(|it| it["name"] == name)
            .expect("the home")
    };
    let full = row("Familjen Täljkniv");
    assert_eq!(
        (&full["approved"], &full["taken"], &full["free"]),
        (&json!(1), &json!(2), &json!(0))
    );
    let paused = unit.ask("home_list", json!({ "standings": ["paused"] }));
    assert_eq!(
        names(list(&paused, "rows")),
        ["Familjen Asp", "Familjen Lönn", "Familjen Solglimt"]
    );
    assert_eq!(row("Familjen Snöfall")["locality"], Value::Null);
    assert_eq!(
        unit.ask("home_list", json!({ "standings": ["ended"] }))["total"],
        1
    );
    // Nine on their way and one that withdrew stand in the register too.
    assert_eq!(unit.ask("home_list", json!({}))["total"], 34);
}

#[test]
fn every_kind_and_every_state_of_checks_occurs() {
    let mut unit = Unit::practice();
    let used = unit.ask(
        "home_list",
        json!({ "standings": ["approved", "paused"], "limit": 200 }),
    );
    let mut kinds: BTreeMap<&str, u32> = BTreeMap::new();
    for row in list(&used, "rows") {
        *kinds.entry(text(&row["kind"])).or_default() += 1;
    }
    let expected = [
        ("familjehem", 13),
        ("jourhem_avtal", 2),
        ("jourhem_fritt", 1),
        ("jourhem_kontrakterat", 1),
        ("konsulentstott", 3),
        ("kontaktfamilj", 2),
        ("natverkshem", 1),
        ("slaktinghem", 1),
    ];
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), expected);
    let state = |wanted: &str| -> Vec<&str> {
        list(&used, "rows")
            .iter()
            .filter(|it| it["checks"] == wanted)
            .map(|it| text(&it["name"]))
            .collect()
    };
    // Hägg: a remark nobody has assessed. Kuling: a lodger. Rimfrost: one register.
    assert_eq!(
        state("missing"),
        ["Familjen Hägg", "Familjen Kuling", "Familjen Rimfrost"]
    );
    assert_eq!(state("too_old"), ["Familjen Borr"]);
    assert_eq!(state("soon"), ["Familjen Mejsel", "Familjen Vide"]);
    // Yxa's remark was assessed and accepted.
    assert!(state("valid").contains(&"Familjen Yxa"));
}

#[test]
fn nine_families_stand_in_eight_stages_and_one_has_training_left() {
    let mut unit = Unit::practice();
    let board = unit.ask("recruitment_board", json!({}));
    let stands: BTreeSet<(&str, &str)> = list(&board, "rows")
        .iter()
        .map(|it| (text(&it["stage"]), text(&it["name"])))
        .collect();
    let meant = [
        ("checks", "Familjen Tjäle"),
        ("decision", "Familjen Skruvstäd"),
        ("first_contact", "Familjen Regn"),
        ("interview", "Familjen Blåst"),
        ("references", "Familjen Slägga"),
        ("screening", "Familjen Fil"),
        // Approved on 12 November; the unit asks for training within three months.
        ("training", "Familjen Sälg"),
        ("visit", "Familjen Ask"),
        ("visit", "Familjen Vindfälle"),
        ("writing", "Familjen Hassel"),
    ];
    assert_eq!(stands.into_iter().collect::<Vec<_>>(), meant);
    let with = |field: &str| -> Vec<&str> {
        list(&board, "rows")
            .iter()
            .filter(|it| !it[field].is_null() && it[field] != false)
            .map(|it| text(&it["name"]))
            .collect()
    };
    assert_eq!(with("dormant_until"), ["Familjen Ask"]);
    // Longest in the stage first. Ask rests. Tjäle: visited on 8 October, 46 days
    // ago, 30 are given. Slägga: the checks came on 12 October, 42 days, 21 for
    // references. Blåst: the second reference on 21 October, 33 days, 42 for the
    // interviews. Hassel: interviewed on 29 October, 25 days, 21 for writing. Fil:
    // called on 2 November, 21 days, 21 given. Regn: rang on 5 November, 18 days, 7.
    assert_eq!(
        with("late"),
        [
            "Familjen Tjäle",
            "Familjen Slägga",
            "Familjen Hassel",
            "Familjen Regn"
        ]
    );
    // What is left of Tjäle's checks has been asked for.
    let awaiting: Vec<&str> = list(&board, "rows")
        .iter()
        .filter(|it| list(it, "states").contains(&json!("awaiting_extracts")))
        .map(|it| text(&it["name"]))
        .collect();
    assert_eq!(awaiting, ["Familjen Tjäle"]);
    let ended = unit.ask("recruitment_board", json!({ "ended": true }));
    let of = |field: &str| -> Vec<&str> {
        list(&ended, "rows")
            .iter()
            .filter(|it| !it[field].is_null())
            .map(|it| text(&it["name"]))
            .collect()
    };
    assert_eq!(of("concluded_on"), ["Familjen Sälg"]);
    assert_eq!(of("closed_on"), ["Familjen Kolv"]);
    assert_eq!(list(&ended, "rows").len(), 11);
}

#[test]
fn fourteen_children_ten_of_them_placed() {
    let mut unit = Unit::practice();
    let rows = unit.ask("child_list", json!({}));
    let rows = list(&rows, "rows");
    assert_eq!(rows.len(), 14);
    let waiting: BTreeSet<&str> = rows
        .iter()
        .filter(|it| it["home"].is_null())
        .map(|it| text(&it["name"]))
        .collect();
    assert_eq!(
        waiting.into_iter().collect::<Vec<_>>(),
        [
            "Alva Lingon",
            "Melker Lingon",
            "Sigge Björnbär",
            "Viggo Nypon"
        ]
    );
    let hidden: Vec<&Value> = rows.iter().filter(|it| it["protected"] == true).collect();
    assert_eq!(hidden.len(), 1);
    assert_eq!(hidden[0]["case_number"], "2025-0231");
    assert!(
        !hidden[0]["home"].is_null(),
        "the protected child is placed"
    );
}

/// Viggo moves on 7 December 2026, nine years old, to a familjehem. Weights: school
/// 6, adhd 6, home after school 3, calm evenings 3, cat 1; 19 in all, and 16 of
/// them (0.84) are enough to be known.
#[test]
fn a_nine_year_old_has_homes_in_all_four_bands() {
    let mut unit = Unit::practice();
    let viggo = child(&mut unit, "Viggo");
    let found = unit.ask("match_child", json!({ "id": viggo }));
    let bands = list(&found["result"], "bands");
    let homes = |at: usize| -> Vec<Vec<&str>> {
        list(&bands[at], "groups")
            .iter()
            .map(|it| names(list(it, "homes")))
            .collect()
    };
    // Rönnbär: 6 + 6 + 1.5 (with support, said) + 2.4 + 0 = 15.9 of 19, 0.84.
    // Yxa: 4.8 + 3.6 (with support, seen) + 2.4 + 3 + 0.8 = 14.6 of 19, 0.77.
    // Both 0.8 in tenths, all known, school kept: equal. Dimma: 3 + 4.8 + 2.4 +
    // 0.8 = 11 of the 16 known, 0.69.
    assert_eq!(
        homes(0),
        [
            vec!["Familjen Rönnbär", "Familjen Yxa"],
            vec!["Familjen Dimma"]
        ]
    );
    // Spade: what was said about adhd is 14 months old. Sälg: adhd not asked.
    // Both have no open essential, so they come before Hagel, who wants
    // support that nobody has arranged. Sälg 9 of 9 known, 1.0; Spade 4.8 + 2.4
    // + 2.4 + 0.3 = 9.9 of 13, 0.76.
    assert_eq!(
        homes(1),
        [
            vec!["Familjen Sälg"],
            vec!["Familjen Spade"],
            vec!["Familjen Hagel"]
        ]
    );
    // Possible only if: full (Hammare, Hägg, Rimfrost, Skiftnyckel, Snöfall,
    // Täljkniv), paused (Asp, Solglimt), only older children (Lönn), another
    // kind of care (Blixt, Hyvel, Mejsel, Vattenpass, Vide, Åska), and four
    // families not yet investigated whose checks are all in.
    assert_eq!(bands[2]["count"], 6 + 2 + 1 + 6 + 4);
    // Nobody may look past: Borr's and Kuling's police registers, the contact
    // ban at Oxel, and six families without all checks.
    let mut hindered: Vec<&str> = homes(3).concat();
    hindered.sort_unstable();
    assert_eq!(
        hindered,
        [
            "Familjen Ask",
            "Familjen Borr",
            "Familjen Fil",
            "Familjen Kolv",
            "Familjen Kuling",
            "Familjen Oxel",
            "Familjen Regn",
            "Familjen Tjäle",
            "Familjen Vindfälle",
        ]
    );
    let all: Vec<&Value> = bands
        .iter()
        .flat_map(|it| list(it, "groups"))
        .flat_map(|it| list(it, "homes"))
        .collect();
    // The list has a line a home; the reasons are asked for.
    let mut home = |name: &str| {
        let row = all.iter().find(|it| it["name"] == name).expect("the home");
        let input = json!({ "child": viggo, "homes": [row["home"]] });
        unit.ask("match_reasons", input)["homes"][0].clone()
    };
    let warned = |home: &Value| -> BTreeSet<String> {
        list(home, "warnings")
            .iter()
            .map(|it| text(&it["fact"]["kind"]).to_owned())
            .collect()
    };
    // Elsa (22 May 2016) and Sixten (19 July 2016) are within two years of Viggo.
    assert!(warned(&home("Familjen Rönnbär")).contains("placed_child_close"));
    assert!(warned(&home("Familjen Yxa")).contains("own_child_close"));
    // Said on 20 April, six months old on 20 October; a year earlier another answer.
    let dimma = home("Familjen Dimma");
    let adhd = list(&dimma, "needs")
        .iter()
        .find(|it| it["need"] == "adhd")
        .expect("the need");
    assert_eq!(
        adhd["answer"]["age"],
        json!({ "kind": "amber", "since": "2026-10-20" })
    );
    assert_eq!(adhd["answer"]["contradicted"], true);
}

#[test]
fn two_siblings_need_two_places_in_one_home() {
    let mut unit = Unit::practice();
    let alva = child(&mut unit, "Alva");
    let found = unit.ask("match_child", json!({ "id": alva }));
    let mut possible = Vec::new();
    for band in &list(&found["result"], "bands")[..2] {
        for group in list(band, "groups") {
            possible.extend(names(list(group, "homes")));
        }
    }
    // Only Hagel has two free places: both sides of seven and four are approved there.
    assert_eq!(possible, ["Familjen Hagel"]);
    // The aunt has not been weighed yet, and the sheet is not locked.
    let warnings: BTreeSet<&str> = list(&found, "warnings")
        .iter()
        .map(|it| text(&it["kind"]))
        .collect();
    assert!(warnings.contains("network_not_weighed"), "{warnings:?}");
}

/// Checks, reckoned 30 days ahead: Borr 2 adults × 2 police registers (too old
/// since 20 October), Kuling's lodger 5, Rimfrost 1, Hägg 1 undecided: 11 late;
/// Vide 2 on 10 December. Placements: Ines' jour time ended on 14 November, Noel
/// and Tuva were to be considered on 20 November: 3 late; Signe 28 November, Frans
/// 30 December, the protected child 1 January, Ines 20 January, Mira's
/// investigation 5 February, Elsa 12 February. Training: Sälg was approved on 12
/// November, and its two adults have three months; neither is done.
#[test]
fn fifteen_of_twenty_five_things_are_late() {
    let mut unit = Unit::practice();
    let due = unit.ask("due", json!({}));
    let lines = list(&due, "items");
    // And Regn, who rang on 5 November and was to be called by the 12th.
    assert_eq!(lines.len(), 11 + 2 + 3 + 6 + 1 + 2);
    let training: Vec<(&str, &str)> = lines
        .iter()
        .filter(|it| it["what"] == "training")
        .map(|it| (text(&it["on"]), text(&it["subject"]["name"])))
        .collect();
    assert_eq!(training, [("2027-02-12", "Familjen Sälg"); 2]);
    assert_eq!(lines.iter().filter(|it| it["late"] == true).count(), 15);
    let days: Vec<(&str, &str)> = lines
        .iter()
        .filter(|it| it["subject"]["kind"] == "placement")
        .map(|it| (text(&it["on"]), text(&it["subject"]["name"])))
        .collect();
    assert_eq!(
        days,
        [
            ("2026-11-14", "Ines Vinbär"),
            ("2026-11-20", "Noel Hjortron"),
            ("2026-11-20", "Tuva Hjortron"),
            ("2026-11-28", "Signe Havtorn"),
            ("2026-12-30", "Frans Odon"),
            ("2027-01-01", "2025-0231"),
            ("2027-01-20", "Ines Vinbär"),
            ("2027-02-05", "Mira Tranbär"),
            ("2027-02-12", "Elsa Slånbär"),
        ]
    );
}

#[test]
fn three_years_of_placements_are_counted_by_year() {
    let mut unit = Unit::practice();
    let report = unit.ask(
        "report",
        json!({ "name": "placements", "from": "2023-01-01", "to": "2026-12-31" }),
    );
    // 2023: Frans. 2024: Frans three times, Elsa twice, Leo, Signe. 2025: Elsa,
    // Signe, Frans, Leo twice, Lo twice, Noel twice, Tuva twice, Sigge, Viggo.
    // 2026: the ten that run, Viggo's jour until January, Otto's first weeks.
    assert_eq!(report["total"], json!([1, 7, 13, 12]));
}

/// Opened in 2026: the nine, Sälg (approved) and Kolv (withdrew). By phone Regn,
/// Tjäle, Hassel; meeting Fil, Slägga; campaign Vindfälle, Kolv; one each by
/// ambassador (Ask), Min insats (Blåst), FamiljehemSverige (Skruvstäd), web (Sälg).
#[test]
fn the_funnel_counts_eleven_enquiries() {
    let mut unit = Unit::practice();
    let funnel = unit.ask(
        "funnel",
        json!({ "from": "2026-01-01", "to": "2026-12-31" }),
    );
    let counts: Vec<(&str, i64)> = list(&funnel, "sources")
        .iter()
        .map(|it| {
            (
                text(&it["source"]),
                it["enquiries"]["count"].as_i64().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        counts,
        [
            ("phone", 3),
            ("information_meeting", 2),
            ("ambassador", 1),
            ("campaign", 2),
            ("own_web", 1),
            ("min_insats", 1),
            ("familjehemsverige", 1),
        ]
    );
    let total = &funnel["total"];
    // Past the first call all but Regn; visits all but Regn, Fil and Kolv;
    // interviews Blåst, Hassel, Skruvstäd, Sälg; writing and on the last three;
    // approved Sälg. Kolv has no assessment, so it stopped in the screening.
    let reached: Vec<i64> = list(total, "reached")
        .iter()
        .map(|it| it["count"].as_i64().unwrap())
        .collect();
    assert_eq!(reached, [11, 10, 8, 4, 3, 1]);
    assert_eq!(total["by_family"]["count"], 1);
    assert_eq!(funnel["reasons"][0]["key"], "family_withdraws");
    // 18 May to 12 November.
    assert_eq!(funnel["days_to_approval"], 178);
}

#[test]
fn a_paper_for_next_week_has_gaps() {
    let mut unit = Unit::practice();
    let papers = unit.ask("paper_list", json!({}));
    let row = &papers[0];
    assert_eq!(row["meeting_on"], "2026-12-01");
    // Four texts and the risks are not written, and the home lies in Granvik.
    assert_eq!(row["missing"], 4 + 1 + 1);
    let pdf = unit.ask("paper_preview", json!({ "id": row["id"] }));
    assert_eq!(pdf["unknown"], json!([]), "every letter is in the face");
}

#[test]
fn every_personal_number_is_of_the_published_test_series() {
    let bundle = include_str!("../../assets/demo/unit.jsonl");
    let (mut numbers, mut coordination) = (BTreeSet::new(), 0);
    for line in bundle.lines() {
        let row: Value = serde_json::from_str(line).expect("a row");
        let Some(number) = row["personal_number"].as_str() else {
            continue;
        };
        assert!(
            ["238", "239", "980", "981", "982"].contains(&&number[8..11]),
            "{}",
            row["given_name"]
        );
        let read = hemvist_core::people::PersonalNumber::parse(
            number,
            "2026-11-23".parse().expect("a day"),
        )
        .expect("a right check digit");
        assert_eq!(
            read.birth_date().to_string(),
            text(&row["birth_date"]),
            "the day agrees"
        );
        coordination += u32::from(read.is_coordination());
        assert!(numbers.insert(number.to_owned()), "nobody shares a number");
    }
    assert_eq!(coordination, 1);
}
