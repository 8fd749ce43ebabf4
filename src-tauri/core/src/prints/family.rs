//! Prints about a family on its way: the visit sheet, the screening form, and
//! the letter to one that is turned down.

use hemvist_documents::{Block, Column, Fact, Paper, Signature, Table, Text};

use super::sheet::{Home, filled, heading, list, officer, paper, paragraph, word, write};
use crate::blocker::Blocker;
use crate::board::words::{date, term};
use crate::error::{Error, Reason, Result};
use crate::homes::{HouseholdRole, Person};
use crate::instruments::{Instrument, Part};
use crate::law;
use crate::recruitment::{Family, FamilyRef, RecruitmentId, closings, recruitment_family};
use crate::store::Read;

type Made = Result<(String, Paper)>;

fn family(read: &Read<'_>, id: &str) -> Result<Family> {
    let id = RecruitmentId(id.to_owned());
    recruitment_family(read, FamilyRef { id })
}

pub(super) fn visit(read: &Read<'_>, id: &str) -> Made {
    let mut it = family(read, id)?;
    let people = std::mem::take(&mut it.home.people);
    let mut card = it.home;
    card.people = people;
    let home = Home::from(card);
    let label = |step: &str| {
        it.step_kinds
            .iter()
            .find(|kind| kind.key == step)
            .map_or_else(|| step.to_owned(), |kind| kind.label.clone())
    };
    let mut blocks = vec![heading(2, "visit.household")];
    blocks.push(Block::Table(Table {
        caption: None,
        columns: vec![
            Column::left(word("common.name"), 3.0),
            Column::left(word("visit.role"), 2.0),
            Column::left(word("visit.age"), 1.0),
        ],
        rows: home.card.people.iter().map(|one| row(&home, one)).collect(),
        row_headers: true,
    }));
    let address = [&home.card.street, &home.card.postcode, &home.card.locality]
        .into_iter()
        .flatten()
        .cloned()
        .collect::<Vec<_>>()
        .join(" ");
    let mut facts = Vec::new();
    if !home.hidden() && !address.is_empty() {
        facts.push(Fact::new(word("visit.address"), address));
    }
    facts.push(Fact::new(word("visit.present"), word("common.line")));
    blocks.push(Block::Facts(facts));
    blocks.push(heading(2, "visit.known"));
    let mut known = Vec::new();
    // What somebody wrote freely may name what is hidden.
    if let Some(text) = it.enquiry.as_deref().filter(|_| !home.hidden()) {
        known.push(format!("{}: {text}", word("visit.enquiry")));
    }
    for step in &it.steps {
        let (word_at, day) = match (step.done_on, step.planned_on) {
            (Some(day), _) => ("visit.done", day),
            (None, Some(day)) => ("visit.planned", day),
            (None, None) => continue,
        };
        known.push(format!(
            "{} {}: {}",
            word(word_at),
            date(day),
            label(&step.step)
        ));
    }
    blocks.push(if known.is_empty() {
        paragraph(word("common.unknown"))
    } else {
        list(known)
    });
    blocks.push(heading(2, "visit.open"));
    if it.blockers.is_empty() {
        blocks.push(paragraph(word("visit.nothing_open")));
    }
    let mut said = Vec::new();
    for blocker in &it.blockers {
        let sentence = sentence(&home, blocker, &label);
        // Two remarks about one person are the same line.
        if !said.contains(&sentence) {
            blocks.push(write(sentence.as_str(), 1));
            said.push(sentence);
        }
    }
    blocks.push(heading(2, "visit.notes"));
    blocks.push(write("", 10));
    let title = filled("visit.title", &[("home", &home.name)]);
    let paper = paper(read, "visit", title, Vec::new(), true, blocks)?;
    Ok((home.card.id.0, paper))
}

fn row(home: &Home, person: &Person) -> Vec<Text> {
    let role = match person.role {
        HouseholdRole::Carer => "carer",
        HouseholdRole::Adult => "adult",
        HouseholdRole::OwnChild => "own_child",
        HouseholdRole::Lodger => "lodger",
    };
    vec![
        home.person(person).into(),
        term("household_role", role).into(),
        person
            .age
            .map_or_else(|| word("common.unknown").to_owned(), |it| it.to_string())
            .into(),
    ]
}

/// A blocker in words, a protected person masked.
fn sentence(home: &Home, blocker: &Blocker, label: &dyn Fn(&str) -> String) -> String {
    let json = serde_json::to_value(blocker).unwrap_or_default();
    let text = |key: &str| match &json[key] {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Number(number) => number.to_string(),
        _ => String::new(),
    };
    let place = format!("blocker.{}", text("kind"));
    let register = law::registers()
        .iter()
        .find(|it| it.key == text("register"))
        .map_or_else(String::new, |it| it.name.clone());
    let name = home
        .card
        .people
        .iter()
        .find(|it| it.id.as_str() == text("person"))
        .map_or_else(String::new, |it| home.person(it));
    let with = [
        ("name", name),
        ("register", register),
        ("step", label(&text("step"))),
        ("have", text("have")),
        ("need", text("need")),
        ("parts", text("parts")),
        ("left", text("left")),
    ];
    let with: Vec<(&str, &str)> = with.iter().map(|(key, it)| (*key, it.as_str())).collect();
    // A reason that this sheet has no words for is still told to be there.
    if word(&place) == place {
        return word("blocker.other").to_owned();
    }
    filled(&place, &with)
}

pub(super) fn screening(read: &Read<'_>, id: &str, full: bool) -> Made {
    let it = family(read, id)?;
    let instrument = it.instrument;
    let (answers, assessments) = (it.answers, it.assessments);
    let home = Home::from(it.home);
    let mut blocks = vec![paragraph(filled(
        "screening.own",
        &[("edition", &instrument.edition)],
    ))];
    let carers: Vec<&Person> = home
        .card
        .people
        .iter()
        .filter(|it| it.role == HouseholdRole::Carer)
        .collect();
    if full {
        blocks.push(Block::Note {
            title: None,
            text: word("screening.file_only").into(),
        });
    }
    let people: Vec<Option<&Person>> = if full {
        carers.into_iter().map(Some).collect()
    } else {
        vec![None]
    };
    for person in people {
        let level = if let Some(person) = person {
            blocks.push(Block::Heading {
                level: 2,
                text: home.person(person),
            });
            3
        } else {
            blocks.push(Block::Facts(vec![Fact::new(
                word("common.name"),
                word("common.line"),
            )]));
            2
        };
        for part in &instrument.parts {
            blocks.push(Block::Heading {
                level,
                text: format!("{} {}", part.key.to_uppercase(), part.label),
            });
            let Some(person) = person else {
                empty_part(&mut blocks, &instrument, part);
                continue;
            };
            let rows = part.items.iter().map(|item| {
                let answer = answers
                    .iter()
                    .find(|it| it.person == person.id && it.item == item.key)
                    .and_then(|it| it.answer.clone())
                    .unwrap_or_else(|| word("screening.not_answered").to_owned());
                vec![
                    Text::from(format!("{}. {}", item.number, item.label)),
                    answer.into(),
                ]
            });
            blocks.push(Block::Table(Table {
                caption: None,
                columns: vec![
                    Column::left(word("screening.item"), 1.0),
                    Column::left(word("screening.answer"), 1.3),
                ],
                rows: rows.collect(),
                row_headers: true,
            }));
            let found = assessments
                .iter()
                .find(|it| it.person == person.id && it.part == part.key);
            let level = found
                .and_then(|it| {
                    instrument
                        .levels
                        .iter()
                        .find(|one| Some(&one.key) == it.level.as_ref())
                })
                .map_or_else(
                    || word("screening.not_assessed").to_owned(),
                    |it| it.label.clone(),
                );
            let reason = found
                .and_then(|it| it.reason.clone())
                .unwrap_or_else(|| "–".to_owned());
            blocks.push(Block::Facts(vec![
                Fact::new(word("screening.level"), level),
                Fact::new(word("screening.reason"), reason),
            ]));
        }
    }
    let title = if full {
        filled("screening.title_of", &[("home", &home.name)])
    } else {
        word("screening.title").to_owned()
    };
    let paper = paper(read, "screening", title, Vec::new(), full, blocks)?;
    Ok((home.card.id.0, paper))
}

/// A part to fill in by hand: a line a question, a box a level.
fn empty_part(blocks: &mut Vec<Block>, instrument: &Instrument, part: &Part) {
    for item in &part.items {
        blocks.push(write(format!("{}. {}", item.number, item.label), 1));
    }
    let levels: Vec<String> = instrument
        .levels
        .iter()
        .map(|it| format!("☐ {}", it.label))
        .collect();
    blocks.push(Block::KeepTogether(vec![
        Block::Paragraph(Text::default().bold(word("screening.level")).plain(format!(
            "\u{a0}\u{a0} {}",
            levels.join("\u{a0}\u{a0}\u{a0} ")
        ))),
        write(word("screening.reason"), 2),
    ]));
}

pub(super) fn refusal(read: &Read<'_>, id: &str, text: Option<&str>) -> Made {
    let it = family(read, id)?;
    let closed_on = it
        .closed_on
        .ok_or_else(|| Error::invalid("id", Reason::Required))?;
    let told = it.investigation.told_on;
    // One that withdrew itself is not told that it was turned down.
    let withdrew = it
        .closing_code
        .as_ref()
        .and_then(|code| closings().iter().find(|one| one.key == *code))
        .is_some_and(|one| one.by == "family");
    let decision = if withdrew {
        "refusal.withdrew"
    } else {
        "refusal.decision"
    };
    let home = Home::from(it.home);
    let mut blocks = vec![
        paragraph(word("refusal.hello")),
        paragraph(word("refusal.thanks")),
        paragraph(filled(decision, &[("day", &date(closed_on))])),
    ];
    if let Some(day) = told {
        blocks.push(paragraph(filled("refusal.told", &[("day", &date(day))])));
    }
    let own = text
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .unwrap_or(word("refusal.own_default"));
    blocks.extend(
        own.split("\n\n")
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .map(paragraph),
    );
    if let Some(day) = it.return_on {
        blocks.push(paragraph(filled("refusal.again", &[("day", &date(day))])));
    }
    let officer = officer(read)?;
    if !officer.name.is_empty() {
        let way = if officer.ways.is_empty() {
            String::new()
        } else {
            format!(" ({})", officer.ways.join(", "))
        };
        blocks.push(paragraph(filled(
            "refusal.contact",
            &[("name", &officer.name), ("way", &way)],
        )));
    }
    blocks.push(Block::KeepTogether(vec![
        paragraph(word("refusal.bye")),
        Block::Signatures(vec![Signature {
            name: officer.name,
            title: officer.lines.get(1).cloned().unwrap_or_default(),
        }]),
    ]));
    let recipient = if home.hidden() {
        vec![word("refusal.hand_over").to_owned()]
    } else {
        let town = [&home.card.postcode, &home.card.locality]
            .into_iter()
            .flatten()
            .cloned()
            .collect::<Vec<_>>()
            .join(" ");
        [
            Some(home.name.clone()),
            home.card.street.clone(),
            Some(town),
        ]
        .into_iter()
        .flatten()
        .filter(|it| !it.trim().is_empty())
        .collect()
    };
    let title = word("refusal.title").to_owned();
    let paper = paper(read, "refusal", title, recipient, true, blocks)?;
    Ok((home.card.id.0, paper))
}
