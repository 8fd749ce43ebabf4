//! Prints about register checks: consent, request, and how the checks stand.

use hemvist_documents::{Block, Column, Fact, Paper, Signature, Table, Text};

use super::sheet::{Home, filled, heading, lines_of, list, paper, paragraph, word};
use crate::accounts;
use crate::board::words::{date, fill};
use crate::error::{Error, OrNotFound, Reason, Result};
use crate::homes::check_settings::{self, CheckSettings};
use crate::homes::{self, CheckResult, Extract, Person, RegisterCheck, RemarkDecision};
use crate::law::{self, Register};
use crate::people::PersonId;
use crate::store::Read;

type Made = Result<(String, Paper)>;

fn home_of(read: &Read<'_>, person: &str) -> Result<(Home, usize)> {
    let id = PersonId(person.to_owned());
    let home = homes::home_of_person(read, &id)?.or_not_found("person")?;
    let home = Home::of(read, home.as_str())?;
    let place = home.card.people.iter().position(|it| it.id == id);
    Ok((home, place.or_not_found("person")?))
}

/// Name and number; blanks to write on for a protected person.
fn identity(home: &Home, person: &Person) -> Block {
    let blank = || format!("{} ({})", word("common.line"), word("common.by_hand"));
    let (name, number) = if home.hides(person) {
        (blank(), blank())
    } else {
        let number = person.personal_number.clone();
        (
            home.person(person),
            number.unwrap_or_else(|| word("common.line").to_owned()),
        )
    };
    Block::Facts(vec![
        Fact::new(word("common.name"), name),
        Fact::new(word("common.number"), number),
    ])
}

fn with_years(register: &Register, settings: &CheckSettings) -> String {
    let years = match register.key.as_str() {
        "socialregister_egen" | "socialregister_tidigare" => settings.social_register_years,
        "forsakringskassan" => settings.insurance_look_back_years,
        _ => return register.name.clone(),
    };
    filled(
        "consent.years",
        &[("register", &register.name), ("years", &years.to_string())],
    )
}

pub(super) fn consent(read: &Read<'_>, person: &str) -> Made {
    let (home, place) = home_of(read, person)?;
    let person = &home.card.people[place];
    let settings = check_settings::on_day(read, read.today())?;
    let asked = law::registers()
        .iter()
        .filter(|it| it.consent)
        .map(|it| with_years(it, &settings))
        .collect();
    let duty = law::reference("check_duty", read.today());
    let blocks = vec![
        identity(&home, person),
        paragraph(word("consent.intro")),
        heading(2, "consent.registers"),
        list(asked),
        heading(2, "consent.purpose_heading"),
        paragraph(word("consent.purpose")),
        heading(2, "consent.withdraw_heading"),
        paragraph(word("consent.withdraw")),
        heading(2, "consent.police_heading"),
        paragraph(filled("consent.police", &[("law", duty)])),
        Block::KeepTogether(vec![
            Block::Paragraph(Text::default().bold(word("consent.agree"))),
            Block::Signatures(vec![
                Signature {
                    name: word("common.place_and_day").to_owned(),
                    title: String::new(),
                },
                Signature {
                    name: word("common.signature").to_owned(),
                    title: word("common.clarification").to_owned(),
                },
            ]),
        ]),
    ];
    let title = word("consent.title").to_owned();
    let paper = paper(read, "consent", title, Vec::new(), true, blocks)?;
    Ok((home.card.id.0, paper))
}

pub(super) fn request(read: &Read<'_>, person: &str, register: Option<&str>) -> Made {
    let key = register.ok_or_else(|| Error::invalid("register", Reason::Required))?;
    let register = law::registers()
        .iter()
        .find(|it| it.key == key)
        .ok_or_else(|| Error::invalid("register", Reason::NotAChoice))?;
    let (home, place) = home_of(read, person)?;
    let person = &home.card.people[place];
    let settings = check_settings::on_day(read, read.today())?;
    let (municipality, committee) = accounts::unit(read)?;
    let social = settings.social_register_years.to_string();
    let insurance = settings.insurance_look_back_years.to_string();
    let with = [
        ("municipality", municipality.as_str()),
        ("committee", committee.as_str()),
        ("register", register.name.as_str()),
        ("social_years", social.as_str()),
        ("insurance_years", insurance.as_str()),
    ];
    let at = |part: &str| format!("request.{key}.{part}");
    let basis: Vec<String> = lines_of(&at("law"))
        .iter()
        .map(|it| law::reference(it, read.today()).to_owned())
        .filter(|it| !it.is_empty())
        .collect();
    let mut blocks = vec![
        paragraph(filled("request.intro", &with)),
        heading(2, "request.who_heading"),
        identity(&home, person),
        heading(2, "request.what_heading"),
        paragraph(fill(word(&at("what")), &with)),
        heading(2, "request.basis_heading"),
    ];
    blocks.push(if basis.is_empty() {
        Block::Gap(word("request.basis_missing").to_owned())
    } else {
        list(basis)
    });
    if register.consent {
        let agreed = latest(&home, person, register, |it| it.consent_on.is_some())
            .and_then(|it| it.consent_on);
        blocks.push(match agreed {
            Some(day) => paragraph(filled("request.consent_on", &[("day", &date(day))])),
            None => Block::Gap(word("request.consent_missing").to_owned()),
        });
    }
    blocks.push(heading(2, "request.answer_heading"));
    blocks.push(paragraph(word("request.answer")));
    let recipient = lines_of(&at("recipient"))
        .iter()
        .map(|it| fill(it, &with))
        .collect();
    let title = filled("request.title", &with);
    let paper = paper(read, "request", title, recipient, true, blocks)?;
    Ok((home.card.id.0, paper))
}

/// The latest check of a person in a register that fits.
fn latest<'a>(
    home: &'a Home,
    person: &Person,
    register: &Register,
    fits: impl Fn(&RegisterCheck) -> bool,
) -> Option<&'a RegisterCheck> {
    home.card
        .checks
        .iter()
        .filter(|it| it.person == person.id && it.register == register.key && fits(it))
        .max_by_key(|it| (it.received_on, it.asked_on, it.consent_on))
}

pub(super) fn status(read: &Read<'_>, home: &str) -> Made {
    let home = Home::of(read, home)?;
    let today = read.today();
    let mut blocks = vec![paragraph(filled("status.intro", &[("day", &date(today))]))];
    let checked: Vec<&Person> = home.card.people.iter().filter(|it| it.checked).collect();
    if checked.is_empty() {
        blocks.push(paragraph(word("status.nobody")));
    }
    for person in checked {
        blocks.push(Block::Heading {
            level: 2,
            text: home.person(person),
        });
        let day = |it: Option<chrono::NaiveDate>| it.map_or("–".to_owned(), date);
        let rows = law::registers()
            .iter()
            .map(|register| {
                let check = latest(&home, person, register, |_| true);
                [
                    register.name.clone(),
                    day(check.and_then(|it| it.asked_on)),
                    day(check.and_then(|it| it.received_on)),
                    check.map_or_else(|| "–".to_owned(), result),
                    day(check.and_then(|it| it.valid_to)),
                    check.map_or_else(|| "–".to_owned(), extract),
                ]
                .map(Text::from)
                .to_vec()
            })
            .collect();
        let column = |name: &str, width| Column::left(word(&format!("status.{name}")), width);
        blocks.push(Block::Table(Table {
            caption: None,
            columns: vec![
                column("register", 3.2),
                column("asked", 1.5),
                column("received", 1.5),
                column("result", 1.7),
                column("valid", 1.5),
                column("extract", 1.3),
            ],
            rows,
            row_headers: true,
        }));
    }
    let title = filled("status.title", &[("home", &home.name)]);
    let paper = paper(read, "status", title, Vec::new(), true, blocks)?;
    Ok((home.card.id.0, paper))
}

fn result(check: &RegisterCheck) -> String {
    let place = match (check.result, check.decision) {
        (None, _) => return "–".to_owned(),
        (Some(CheckResult::NoRemark), _) => "status.no_remark",
        (_, Some(RemarkDecision::Accepted)) => "status.accepted",
        (_, Some(RemarkDecision::NotAccepted)) => "status.not_accepted",
        (_, None) => "status.undecided",
    };
    word(place).to_owned()
}

fn extract(check: &RegisterCheck) -> String {
    if check.received_on.is_none() {
        return "–".to_owned();
    }
    let place = match check.extract {
        Some(Extract::Returned) => "status.returned",
        Some(Extract::Destroyed) => "status.destroyed",
        Some(Extract::Kept) => "status.kept",
        None => "status.left",
    };
    word(place).to_owned()
}
