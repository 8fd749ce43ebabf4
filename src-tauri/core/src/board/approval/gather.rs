//! Gathering the facts of "Godkännande", and leaving out what is protected.

use crate::accounts;
use crate::board::approval::facts::{ApprovalFacts, Communication, Overridden};
use crate::board::approval::guard;
use crate::board::gather::{lines, officer, tables};
use crate::board::template::godkannande;
use crate::board::{Head, LetterheadSettings, PaperId, settings, sql};
use crate::error::{OrNotFound, Result};
use crate::homes::{Care, HomeCard};
use crate::recruitment::{self, Body, FamilyRef, Recorded};
use crate::store::{Practice, Read};

/// Everything the paper is made from.
pub fn approval(read: &Read<'_>, id: &PaperId) -> Result<ApprovalFacts> {
    let paper = sql::base(read, id)?.or_not_found("paper")?;
    let recruitment = paper.recruitment.clone().or_not_found("recruitment")?;
    let family = recruitment::recruitment_family(
        read,
        FamilyRef {
            id: recruitment.clone(),
        },
    )?;
    let (card, study) = (&family.home, &family.investigation);
    let (municipality, committee) = accounts::unit(read)?;
    let LetterheadSettings {
        unit_lines,
        footer,
        sign1_name,
        sign1_title,
        sign2_name,
        sign2_title,
        distribution,
        ..
    } = settings(read, crate::api::Nothing {})?;
    let filled = |it: Option<&String>| it.filter(|it| !it.trim().is_empty()).cloned();
    let body = filled(paper.body.as_ref())
        .or_else(|| {
            let table = study.delegation.as_ref()?;
            (table.body != Some(Body::Delegate))
                .then(|| filled(Some(&table.title)))
                .flatten()
        })
        .unwrap_or_else(|| committee.clone());
    let secrets = guard::secrets(card);
    let mut texts = std::collections::BTreeMap::new();
    let mut withheld = Vec::new();
    let mut keep = |key: &str, text: Option<&String>| {
        let text = filled(text)?;
        if guard::leaks(&text, &secrets) {
            withheld.push(key.to_owned());
            return None;
        }
        Some(text)
    };
    for part in &study.parts {
        if let Some(text) = keep(&part.kind.key, part.value.as_ref()) {
            texts.insert(part.kind.key.clone(), text);
        }
    }
    let conditions = keep("conditions", study.conditions.as_ref());
    let comments = keep("comments", study.comments.as_ref());
    let overridden = keep("override", family.override_reason.as_ref()).map(|reason| Overridden {
        by: study.override_by.clone().unwrap_or_default(),
        title: study.override_title.clone().unwrap_or_default(),
        on: study.override_on,
        reason,
    });
    let (recorded, unchecked) = people_as_told(read, &recruitment, card)?;
    Ok(ApprovalFacts {
        home: (!card.protected).then(|| card.name.clone()),
        other_municipality: card
            .municipality
            .clone()
            .filter(|it| !card.protected && !it.trim().is_empty())
            .filter(|it| !it.eq_ignore_ascii_case(&municipality)),
        head: Head {
            unit: lines(&unit_lines),
            footer: lines(&footer),
            officer: officer(read)?,
            signatures: [(sign1_name, sign1_title), (sign2_name, sign2_title)]
                .into_iter()
                .filter(|(name, title)| !name.is_empty() || !title.is_empty())
                .collect(),
            distribution: lines(&distribution),
            written_on: read.today(),
            written_at: paper
                .released_at
                .as_deref()
                .and_then(|it| it.parse().ok())
                .unwrap_or(read.caller().at),
            meeting_on: paper.meeting_on,
            body,
            case_number: paper.case_number,
            practice: read.practice() != Practice::Real,
            released_by: paper.released_by,
            municipality,
            committee,
        },
        opened_on: family.opened_on,
        care: study.care.map(Care::code).map(str::to_owned),
        age_from: study.age_from,
        age_to: study.age_to,
        places: study.places,
        conditions,
        review_on: study.review_on,
        own_children: study.parts.iter().any(|it| it.kind.only_with_own_children),
        recorded,
        unchecked,
        texts,
        communication: Communication {
            sent_on: study.sent_on,
            sent_how: study.sent_how.map(|it| it.code().to_owned()),
            answered_on: study.answered_on,
            answer: study.answer.map(|it| it.code().to_owned()),
            comments,
        },
        second_reader: study.read_by.clone().map(|it| (it, study.read_on)),
        overridden,
        withheld,
        tables: tables(read, id, godkannande())?,
    })
}

/// What is recorded, with people of a protected home, and protected people of
/// any home, as "Vuxen 1"; and who of them has no register answered.
fn people_as_told(
    read: &Read<'_>,
    recruitment: &recruitment::RecruitmentId,
    card: &HomeCard,
) -> Result<(Vec<Recorded>, Vec<String>)> {
    let mut recorded = recruitment::recorded(read, recruitment, card)?;
    let hidden =
        |id: &str| card.protected || card.people.iter().any(|it| it.id.0 == id && it.protected);
    let adults: Vec<(String, String)> = recorded
        .iter()
        .filter_map(|it| match it {
            Recorded::Adult { person, name, .. } => Some((person.clone(), name.clone())),
            _ => None,
        })
        .collect();
    let told = |id: &str, name: &str| match adults.iter().position(|(it, _)| it == id) {
        Some(place) if hidden(id) => format!("Vuxen {}", place + 1),
        _ => name.to_owned(),
    };
    let by_name = |name: &str| {
        let found = adults.iter().find(|(_, it)| it == name);
        found.map_or_else(|| name.to_owned(), |(id, name)| told(id, name))
    };
    for it in &mut recorded {
        match it {
            Recorded::Adult {
                person,
                name,
                occupation,
                ..
            } => {
                if hidden(person) {
                    *occupation = None;
                }
                *name = told(person, name);
            }
            Recorded::Checked { person, name, .. } => *name = told(person, name),
            Recorded::Done {
                with: Some(name), ..
            } => *name = by_name(name),
            Recorded::Elsewhere { municipality, .. } if card.protected => municipality.clear(),
            _ => {}
        }
    }
    let answered = |id: &str| {
        recorded
            .iter()
            .any(|it| matches!(it, Recorded::Checked { person, .. } if person == id))
    };
    let unchecked = adults
        .iter()
        .filter(|(id, _)| {
            card.people.iter().any(|it| it.id.0 == *id && it.to_check) && !answered(id)
        })
        .map(|(id, name)| told(id, name))
        .collect();
    // Keys are for telling people apart here; no paper keeps them.
    for it in &mut recorded {
        if let Recorded::Adult { person, .. } | Recorded::Checked { person, .. } = it {
            person.clear();
        }
    }
    Ok((recorded, unchecked))
}
