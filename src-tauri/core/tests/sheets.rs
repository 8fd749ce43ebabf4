//! The three made-up registers, held against what their maker counted by hand
//! (see the head of `tests/sheets/make.py`), and files damaged at random.

use std::path::Path;

use chrono::NaiveDate;
use hemvist_core::exchange::columns::SheetKind;
use hemvist_core::exchange::homes_sheet::{Counts, SkipReason};
use hemvist_core::exchange::{
    Edits, Field, NotUsed, Preview, ProblemCode, RowDraft, RowEdit, RowKey, Warning, Workbook,
    apply_edits, guess, read_rows, sheet,
};
use proptest::prelude::*;

fn today() -> NaiveDate {
    "2026-11-23".parse().expect("a date")
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../tests/sheets")
            .join(name),
    )
    .expect(name)
}

fn open(name: &str) -> (Workbook, Preview) {
    let workbook = sheet::read(&bytes(name)).expect(name);
    let preview = read_rows(&workbook, &guess(&workbook), today());
    (workbook, preview)
}

#[track_caller]
fn check(name: &str, counts: Counts, skipped: &[(SkipReason, usize)]) -> Preview {
    let (_, preview) = open(name);
    assert_eq!(
        preview.counts,
        counts,
        "{:#?}",
        preview
            .rows
            .iter()
            .flat_map(|it| &it.problems)
            .collect::<Vec<_>>()
    );
    let all: usize = skipped.iter().map(|it| it.1).sum();
    assert_eq!(preview.skipped.len(), all, "{:?}", preview.skipped);
    for (reason, count) in skipped {
        assert_eq!(
            preview
                .skipped
                .iter()
                .filter(|it| it.reason == *reason)
                .count(),
            *count,
            "{reason:?}"
        );
    }
    preview
}

fn home<'a>(preview: &'a Preview, name: &str) -> &'a RowDraft {
    preview
        .rows
        .iter()
        .find(|it| it.fields.name == name)
        .unwrap_or_else(|| panic!("no home {name}"))
}

fn codes(row: &RowDraft) -> Vec<ProblemCode> {
    row.problems.iter().map(|it| it.code).collect()
}

#[test]
fn the_excel_register() {
    let preview = check(
        "familjehem.xlsx",
        Counts {
            homes: 47,
            carers: 83,
            unread: 7,
            assumed: 11,
        },
        &[
            (SkipReason::Sum, 1),
            (SkipReason::Remark, 1),
            (SkipReason::Heading, 1),
        ],
    );
    let first = home(&preview, "Alm");
    assert_eq!(
        first
            .fields
            .carers
            .iter()
            .map(|it| it.name.as_str())
            .collect::<Vec<_>>(),
        ["Eva Alm", "Per Alm"]
    );
    assert!(
        first
            .fields
            .carers
            .iter()
            .all(|it| it.personal_number.is_some())
    );
    assert_eq!(first.fields.phones[0].number, "0701740605");
    assert_eq!(
        (first.fields.age_from, first.fields.age_to),
        (Some(0), Some(6))
    );
    assert_eq!(first.fields.kind, Some(SheetKind::Familjehem));
    assert_eq!(
        first.leftover[0].heading, "Nr",
        "a column nobody knows is kept"
    );
    assert_eq!(first.key.row, 6);

    let (one, other) = (home(&preview, "Hammare"), home(&preview, "Hyvel"));
    assert_eq!(
        (one.key.row, one.key.part, other.key.part),
        (other.key.row, 1, 2)
    );
    assert_eq!(
        (
            one.fields.phones[0].number.as_str(),
            other.fields.phones[0].number.as_str()
        ),
        ("0701740640", "0701740641")
    );
    assert!(one.warnings.contains(&Warning::TwoHomesInRow));
    assert!(
        one.fields.street.is_none() && one.leftover.iter().any(|it| it.text == "Delade gården 1"),
        "whose address is not known"
    );

    assert_eq!(home(&preview, "Såg").fields.phones[0].number, "0701740642");
    assert_eq!(
        home(&preview, "Tång").fields.carers[0]
            .personal_number
            .as_deref(),
        Some("200103052387")
    );
    assert_eq!(
        codes(home(&preview, "Mejsel")),
        [ProblemCode::DateImprecise, ProblemCode::NoSuchDay]
    );
    let borr = home(&preview, "Borr");
    assert_eq!(
        (borr.fields.age_from, borr.fields.age_to),
        (Some(7), Some(12))
    );
    assert_eq!(
        borr.fields.approved_on.unwrap().date.to_string(),
        "2024-03-01"
    );
    assert_eq!(
        home(&preview, "Kniv")
            .leftover
            .iter()
            .filter(|it| it.text == "flyttar i sommar")
            .count(),
        1
    );
    let broken = home(&preview, "Räfsa");
    assert_eq!(
        (codes(broken), broken.problems[0].column.as_deref()),
        (vec![ProblemCode::BrokenCell], Some("L"))
    );
    let hacka = &home(&preview, "Hacka").fields;
    assert_eq!(
        (
            hacka.street.as_deref(),
            hacka.postcode.as_deref(),
            hacka.locality.as_deref()
        ),
        (Some("Grusvägen 4"), Some("331 30"), Some("Värnamo"))
    );
    let mended = &home(&preview, "Hacka").problems[0];
    assert_eq!(
        (mended.code, mended.used.as_deref()),
        (ProblemCode::CapitalsCalmed, Some("Värnamo")),
        "mended where it is seen"
    );
    assert_eq!(hacka.kind, Some(SheetKind::JourhemAvtal));
    assert!(
        home(&preview, "Stämjärn")
            .warnings
            .contains(&Warning::KindFromSheet)
    );
}

#[test]
fn the_opendocument_register() {
    let preview = check(
        "jourhem.ods",
        Counts {
            homes: 42,
            carers: 60,
            unread: 4,
            assumed: 8,
        },
        &[(SkipReason::Section, 1), (SkipReason::Sum, 1)],
    );
    let first = home(&preview, "Alm");
    assert_eq!(
        first
            .fields
            .carers
            .iter()
            .map(|it| it.name.as_str())
            .collect::<Vec<_>>(),
        ["Eva Alm", "Per Alm"]
    );
    assert!(
        first
            .fields
            .carers
            .iter()
            .all(|it| it.personal_number.is_some()),
        "each number is its own row's"
    );
    assert_eq!(
        (
            first.key.row,
            first.more_rows.as_slice(),
            first.fields.phones.len()
        ),
        (2, &[3][..], 2)
    );
    assert_eq!(
        (
            first.fields.kind,
            first.fields.approved_on.unwrap().date.to_string().as_str()
        ),
        (Some(SheetKind::Jourhem), "2023-01-10")
    );
    assert_eq!(home(&preview, "Tång").fields.phones.len(), 2);
    assert_eq!(codes(home(&preview, "Borr")), [ProblemCode::CarerUnder18]);
    assert!(
        home(&preview, "Yxa")
            .leftover
            .iter()
            .any(|it| it.text == "Vilande")
    );
    assert_eq!(
        preview
            .rows
            .iter()
            .filter(|it| it.fields.kind == Some(SheetKind::Kontaktfamilj))
            .count(),
        14
    );
}

#[test]
fn the_csv_register() {
    let preview = check(
        "register.csv",
        Counts {
            homes: 53,
            carers: 102,
            unread: 6,
            assumed: 4,
        },
        &[
            (SkipReason::Section, 2),
            (SkipReason::Heading, 1),
            (SkipReason::Sum, 1),
            (SkipReason::Remark, 2),
        ],
    );
    let first = &home(&preview, "Alm").fields;
    assert_eq!(
        (
            first.street.as_deref(),
            first.postcode.as_deref(),
            first.locality.as_deref()
        ),
        (Some("Hyvelvägen 1"), Some("331 30"), Some("Värnamo"))
    );
    assert_eq!(first.municipality.as_deref(), Some("Värnamo"));
    assert_eq!(
        preview
            .rows
            .iter()
            .filter(|it| it.warnings.contains(&Warning::KindFromSection))
            .count(),
        4
    );
    assert!(
        home(&preview, "Slägga och Lie")
            .warnings
            .contains(&Warning::MaybeTwoHomes)
    );
    assert_eq!(
        home(&preview, "Grep").fields.notes,
        ["Sa \"kanske\" sist; ring igen"]
    );
    assert_eq!(
        home(&preview, "Rasp").fields.phones[1].note.as_deref(),
        Some("Sven")
    );
}

#[test]
fn hidden_sheets_and_sheets_without_names_are_shown_and_not_used() {
    let (workbook, _) = open("familjehem.xlsx");
    let why: Vec<_> = guess(&workbook)
        .sheets
        .iter()
        .map(|it| it.not_used)
        .collect();
    assert_eq!(why, [None, Some(NotUsed::Hidden), Some(NotUsed::NoNames)]);
    let (workbook, _) = open("jourhem.ods");
    let why: Vec<_> = guess(&workbook)
        .sheets
        .iter()
        .map(|it| it.not_used)
        .collect();
    assert_eq!(why, [None, None, Some(NotUsed::Hidden)]);
}

#[test]
fn the_user_mends_leaves_out_and_keeps_together() {
    let (workbook, before) = open("familjehem.xlsx");
    let mapping = guess(&workbook);
    let grep = home(&before, "Grep").key;
    let two = home(&before, "Hammare").key;
    let edits = Edits {
        cells: vec![
            RowEdit {
                key: grep,
                field: Field::Phone,
                text: "070-174 06 99".into(),
            },
            RowEdit {
                key: grep,
                field: Field::Smoking,
                text: String::new(),
            },
        ],
        left_out: vec![home(&before, "Alm").key],
        keep_together: vec![two],
    };
    let after = apply_edits(&workbook, &mapping, &edits, today());
    // One row left out (2 carers), two homes made one, one unread and one assumed cell mended.
    assert_eq!(after.counts.homes, before.counts.homes - 2);
    assert_eq!(
        (after.counts.unread, after.counts.assumed),
        (before.counts.unread - 1, before.counts.assumed - 1)
    );
    let mended = home(&after, "Grep");
    assert_eq!(
        mended
            .fields
            .phones
            .iter()
            .map(|it| it.number.as_str())
            .collect::<Vec<_>>(),
        ["0701740699"]
    );
    assert!(mended.fields.smoking.is_none() && mended.problems.is_empty());
    assert!(after.rows[0].left_out);
    assert_eq!(
        after.rows.iter().filter(|it| it.key.row == two.row).count(),
        1
    );
}

#[test]
fn edits_of_rows_that_are_not_there_change_nothing() {
    let (workbook, before) = open("register.csv");
    let nowhere = RowKey {
        sheet: 9,
        row: 999,
        part: 3,
    };
    let edits = Edits {
        cells: vec![RowEdit {
            key: nowhere,
            field: Field::HomeName,
            text: "x".into(),
        }],
        left_out: vec![nowhere],
        keep_together: vec![nowhere],
    };
    assert_eq!(
        apply_edits(&workbook, &guess(&workbook), &edits, today()),
        before
    );
}

#[test]
fn a_column_left_out_by_the_user_is_nowhere_and_another_is_kept() {
    let (workbook, _) = open("familjehem.xlsx");
    let mut mapping = guess(&workbook);
    for column in &mut mapping.sheets[0].columns {
        match column.heading.as_str() {
            "Nr" => column.field = Some(Field::Ignore),
            "I hemmet Djur" => column.field = None,
            _ => {}
        }
    }
    let preview = read_rows(&workbook, &mapping, today());
    let all: Vec<_> = preview.rows.iter().flat_map(|it| &it.leftover).collect();
    assert!(!all.iter().any(|it| it.heading == "Nr"));
    assert!(
        all.iter()
            .any(|it| it.heading == "I hemmet Djur" && it.text == "katt")
    );
    assert!(preview.rows.iter().all(|it| it.fields.pets.is_none()));
}

#[test]
fn the_same_person_twice_is_told() {
    let text = "Namn;Personnr;Telefon\nAlm Eva;19121212-1212;\nEva Alm;191212121212;\nBjörk;;070-1740605\nBJÖRK;;0701740605\n";
    let workbook = sheet::read(text.as_bytes()).unwrap();
    let preview = read_rows(&workbook, &guess(&workbook), today());
    let doubles: Vec<_> = preview.rows.iter().flat_map(|it| &it.warnings).collect();
    let same = |row| Warning::SameAs {
        key: RowKey {
            sheet: 0,
            row,
            part: 0,
        },
    };
    assert_eq!(doubles, [&same(2), &same(4)]);
}

#[test]
fn dates_count_from_1904_where_the_file_says_so() {
    let workbook = sheet::read(&bytes("bad/dates-1904.xlsx")).unwrap();
    let mut mapping = guess(&workbook);
    mapping.sheets[0].columns[1].field = Some(Field::ApprovedOn);
    let preview = read_rows(&workbook, &mapping, today());
    assert_eq!(
        preview.rows[0].fields.approved_on.unwrap().date.to_string(),
        "2024-03-01"
    );
}

/// Nothing that stood in a used sheet is lost: each word of each row is in
/// its draft or in a skipped row.
#[test]
fn every_word_is_somewhere() {
    for name in ["familjehem.xlsx", "jourhem.ods", "register.csv"] {
        let (workbook, preview) = open(name);
        let mapping = guess(&workbook);
        for (index, (sheet, map)) in (0..)
            .zip(workbook.sheets.iter().zip(&mapping.sheets))
            .filter(|(_, it)| it.1.used)
        {
            for row in sheet
                .rows
                .iter()
                .filter(|row| row.number > map.last_heading_row.unwrap())
            {
                let drafts = preview.rows.iter().filter(|it| {
                    it.key.sheet == index
                        && (it.key.row == row.number || it.more_rows.contains(&row.number))
                });
                let mut all: String = drafts
                    .map(|it| serde_json::to_string(it).unwrap())
                    .collect();
                all.extend(
                    preview
                        .skipped
                        .iter()
                        .filter(|it| (it.sheet, it.row) == (index, row.number))
                        .map(|it| it.text.as_str()),
                );
                let all = all.to_lowercase();
                // Words of letters, since figures are written anew; but not
                // those that became a code.
                for (cell, column) in row.cells.iter().zip(&map.columns) {
                    if matches!(
                        column.field,
                        Some(
                            Field::Kind
                                | Field::Ages
                                | Field::Smoking
                                | Field::Car
                                | Field::Pets
                                | Field::ApprovedOn
                                | Field::Places
                                | Field::Municipality
                        )
                    ) {
                        continue;
                    }
                    for word in cell
                        .text()
                        .to_lowercase()
                        .split(|it: char| !it.is_alphabetic())
                        .filter(|it| it.len() > 3 && !["familjen", "samt", "exempel"].contains(it))
                    {
                        assert!(
                            all.contains(word),
                            "{name} row {}: {word} is lost",
                            row.number
                        );
                    }
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_give_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        whole_way(&bytes);
    }

    #[test]
    fn any_text_gives_an_answer(text in "(Namn|Tel|Personnr|Ålder|Godkänd)?;?(\\PC{0,12}[;,/\n&-]){0,30}") {
        whole_way(text.as_bytes());
    }

    #[test]
    fn damaged_files_give_an_answer(
        name in prop::sample::select(vec!["familjehem.xlsx", "jourhem.ods", "register.csv"]),
        hits in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in any::<prop::sample::Index>(),
        shorten in any::<bool>(),
    ) {
        let mut bytes = bytes(name);
        for (at, byte) in hits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if shorten {
            bytes.truncate(cut.index(bytes.len()));
        }
        whole_way(&bytes);
    }

    /// Damage inside the packed parts, where the sums of the zip do not stop it.
    #[test]
    fn damaged_content_gives_an_answer(
        hits in proptest::collection::vec((any::<prop::sample::Index>(), prop::sample::select(b"<>/&;\"=0159 Az\xc3\xff".to_vec())), 1..8),
    ) {
        use std::io::{Read, Write};
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes("jourhem.ods"))).unwrap();
        let mut content = Vec::new();
        zip.by_name("content.xml").unwrap().read_to_end(&mut content).unwrap();
        for (at, byte) in hits {
            let at = at.index(content.len());
            content[at] = byte;
        }
        let mut packed = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        packed.start_file("content.xml", zip::write::SimpleFileOptions::default()).unwrap();
        packed.write_all(&content).unwrap();
        whole_way(&packed.finish().unwrap().into_inner());
    }
}

fn whole_way(bytes: &[u8]) {
    if let Ok(workbook) = sheet::read(bytes) {
        let preview = read_rows(&workbook, &guess(&workbook), today());
        let json = serde_json::to_string(&preview).expect("json");
        assert_eq!(
            serde_json::from_str::<Preview>(&json).expect("json"),
            preview
        );
    }
}
