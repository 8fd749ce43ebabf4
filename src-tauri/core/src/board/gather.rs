//! Gathering a paper's facts from the register: the only place where a paper
//! meets the database, and where protected people are left out.

use std::collections::BTreeMap;

use super::facts::{CheckLine, ChildFacts, HomeFacts, NeedFacts, Officer, PlacementFacts};
use super::template::{PaperKind, placering};
use super::{LetterheadSettings, PaperId, PaperTableRow, settings, sql};
use crate::accounts;
use crate::blocker::Blocker;
use crate::children::{self, ChildCard, ChildId, NetworkOutcome};
use crate::error::{OrNotFound, Result};
use crate::homes::{self, HomeId, RegisterCheck};
use crate::law;
use crate::matching::facts::{Evidence, Level};
use crate::matching::result::{Band, HomeResult};
use crate::matching::rows::MatchRow;
use crate::matching::{MatchingRules, ask};
use crate::people::PersonId;
use crate::store::{Practice, Read};

/// Everything "Placering" is made from.
///
/// # Errors
/// `NotFound`.
pub(super) fn placement(read: &Read<'_>, id: &PaperId) -> Result<PlacementFacts> {
    let paper = sql::base(read, id)?.or_not_found("paper")?;
    let child_id = paper.child.clone().or_not_found("child")?;
    let home_id = paper.home.clone().or_not_found("home")?;
    let child = children::card(read, &child_id)?;
    let home = homes::base(read, &home_id)?.or_not_found("home")?;
    let (municipality, committee) = accounts::unit(read)?;
    let today = read.today();
    let start_on = paper
        .started_on
        .or(child.start_on)
        .or(paper.meeting_on)
        .unwrap_or(today);
    // Of the match only the home that is proposed: the others are a count here.
    let mine = ask::reasons(read, &child, &MatchingRules::shipped(), &home_id)?;
    let standing = homes::standing_on(read, &home_id, start_on)?.or_not_found("home")?;
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
    // Neither file may give the other away: a hidden child hides the home's
    // place, a hidden home hides itself.
    let hidden = child.protected || home.protected;
    let other = home
        .municipality
        .filter(|it| !it.trim().is_empty() && !it.eq_ignore_ascii_case(&municipality));
    Ok(PlacementFacts {
        body: paper
            .body
            .filter(|it| !it.trim().is_empty())
            .unwrap_or_else(|| committee.clone()),
        unit: lines(&unit_lines),
        footer: lines(&footer),
        officer: officer(read)?,
        signatures: [(sign1_name, sign1_title), (sign2_name, sign2_title)]
            .into_iter()
            .filter(|(name, title)| !name.is_empty() || !title.is_empty())
            .collect(),
        distribution: lines(&distribution),
        written_on: today,
        written_at: paper
            .released_at
            .as_deref()
            .and_then(|it| it.parse().ok())
            .unwrap_or(read.caller().at),
        meeting_on: paper.meeting_on,
        case_number: paper.case_number.or(child.case_number.clone()),
        practice: read.practice() != Practice::Real,
        released_by: paper.released_by,
        child: ChildFacts {
            name: (!child.protected).then(|| {
                format!("{} {}", child.given_name, child.family_name)
                    .trim()
                    .to_owned()
            }),
            age: child.age,
            own_words: own_words(&child),
            not_asked_reason: child.not_asked_reason.clone(),
        },
        home: HomeFacts {
            name: (!hidden).then_some(home.name),
            other_municipality: other.filter(|_| !hidden),
            protected: hidden,
            investigated_on: home.investigated_on,
        },
        start_on,
        care: child.care.code().to_owned(),
        ground: child
            .legal_ground
            .map_or("sol", children::LegalGround::code)
            .to_owned(),
        network: network(&child).to_owned(),
        network_rows: network_rows(&child),
        needs: needs(&child, mine.as_ref().map(|it| &it.0)),
        needs_after_lock: child
            .needs
            .iter()
            .filter(|it| it.after_lock)
            .map(|it| label(&it.need_key))
            .collect(),
        homes_weighed: ask::homes_weighed(read, &child)?,
        checks: checks(read, &home_id, hidden)?,
        children_after: standing.taken + children::places_needed(read, &child_id)?,
        ivo_limit: law::limit("ivo_notice_above", start_on).map_or(u32::MAX, |it| it.value),
        texts: sql::texts(read, id, &placering().fields)?,
        tables: tables(read, id, placering())?,
        municipality,
        committee,
    })
}

pub(super) fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .map(ToOwned::to_owned)
        .collect()
}

pub(super) fn officer(read: &Read<'_>) -> Result<Officer> {
    Ok(
        accounts::user(read, &read.caller().user)?.map_or_else(Officer::default, |it| Officer {
            title: it
                .title
                .unwrap_or_else(|| super::words::term("role", it.role.code())),
            name: it.name,
            phone: it.phone.unwrap_or_default(),
            email: it.email.unwrap_or_default(),
        }),
    )
}

/// The child's own words, from the page or from the sheet's lines.
fn own_words(child: &ChildCard) -> Option<String> {
    let page = child.own_words.clone().filter(|it| !it.trim().is_empty());
    page.or_else(|| {
        let said: Vec<&str> = child
            .needs
            .iter()
            .filter(|it| it.own_words && !it.text.is_empty())
            .map(|it| it.text.as_str())
            .collect();
        (!said.is_empty()).then(|| said.join(" "))
    })
}

fn network(child: &ChildCard) -> &'static str {
    if child
        .network
        .iter()
        .any(|it| it.outcome == Some(NetworkOutcome::NoneFound))
    {
        "none"
    } else if !child.network.is_empty()
        && child
            .network
            .iter()
            .all(|it| it.outcome.is_some_and(|it| it != NetworkOutcome::NotYet))
    {
        "listed"
    } else {
        "missing"
    }
}

/// Relations, never names, of a protected child's network.
fn network_rows(child: &ChildCard) -> Vec<(String, String, String)> {
    child
        .network
        .iter()
        .filter(|it| it.outcome != Some(NetworkOutcome::NoneFound))
        .map(|it| {
            let relation = it.relation.clone().unwrap_or_default();
            let who = match (child.protected, relation.is_empty()) {
                (true, _) => relation,
                (false, true) => it.name.clone(),
                (false, false) => format!("{}, {relation}", it.name),
            };
            (
                who,
                it.outcome
                    .map_or("not_yet", NetworkOutcome::code)
                    .to_owned(),
                it.reason.clone().unwrap_or_default(),
            )
        })
        .collect()
}

fn needs(child: &ChildCard, home: Option<&HomeResult>) -> Vec<NeedFacts> {
    child
        .needs
        .iter()
        .filter(|it| it.importance != children::Importance::NotRelevant)
        .map(|need| {
            let result =
                home.and_then(|it| it.needs.iter().find(|it| it.need.as_str() == need.need_key));
            let answer = result.and_then(|it| it.answer.as_ref());
            let level = match result.map_or(Level::Unknown, |it| it.level) {
                Level::Yes => "yes",
                Level::WithSupport => "with_support",
                Level::No => "no",
                Level::Unknown => "unknown",
            };
            NeedFacts {
                label: label(&need.need_key),
                text: need.text.clone(),
                importance: need.importance.code().to_owned(),
                level: level.to_owned(),
                evidence: answer.map(|it| {
                    match it.evidence {
                        Evidence::Seen => "seen",
                        Evidence::Assessed => "assessed",
                        Evidence::Stated => "stated",
                    }
                    .to_owned()
                }),
                on: answer.map(|it| it.on),
                measure: None,
            }
        })
        .collect()
}

fn label(need: &str) -> String {
    law::needs()
        .iter()
        .find(|it| it.key == need)
        .map_or_else(|| need.to_owned(), |it| it.label.clone())
}

/// A line a person: which registers, the oldest of the latest answers, with or
/// without remark. Never a detail.
fn checks(read: &Read<'_>, home: &HomeId, protected: bool) -> Result<Vec<CheckLine>> {
    let all: Vec<RegisterCheck> = homes::checks_of_home(read, home)?;
    let people = homes::checks::people_to_check(read, home, read.today())?;
    let latest = |person: &PersonId, register: &str| {
        all.iter()
            .filter(|it| {
                it.person == *person && it.register == register && it.received_on.is_some()
            })
            .max_by_key(|it| it.received_on)
    };
    Ok(people
        .iter()
        .enumerate()
        .map(|(place, person)| {
            let found: Vec<(&law::Register, &RegisterCheck)> = law::registers()
                .iter()
                .filter_map(|register| Some((register, latest(&person.person, &register.key)?)))
                .collect();
            let remarks = || {
                found
                    .iter()
                    .filter(|(_, it)| it.result == Some(homes::CheckResult::Remark))
            };
            CheckLine {
                person: if protected {
                    format!("Vuxen {}", place + 1)
                } else {
                    person.name.clone()
                },
                registers: found
                    .iter()
                    .map(|(register, _)| register.name.to_lowercase())
                    .collect(),
                oldest_on: found.iter().filter_map(|(_, it)| it.received_on).min(),
                remark: remarks().count() > 0,
                accepted: remarks()
                    .all(|(_, it)| it.decision == Some(homes::RemarkDecision::Accepted)),
            }
        })
        .collect())
}

pub(super) fn tables(
    read: &Read<'_>,
    id: &PaperId,
    kind: &PaperKind,
) -> Result<BTreeMap<String, Vec<[String; 4]>>> {
    let mut tables = BTreeMap::new();
    for table in &kind.tables {
        let four = |row: PaperTableRow| {
            std::array::from_fn(|at| row.cells.get(at).cloned().flatten().unwrap_or_default())
        };
        tables.insert(
            table.part.clone(),
            sql::rows(read, id, table)?.into_iter().map(four).collect(),
        );
    }
    Ok(tables)
}

/// What the home's own rules find on the meeting day.
pub(super) fn home_blockers(
    read: &Read<'_>,
    id: &PaperId,
    facts: &PlacementFacts,
) -> Result<Vec<Blocker>> {
    let paper = sql::base(read, id)?.or_not_found("paper")?;
    let home = paper.home.or_not_found("home")?;
    let day = facts.meeting_on.unwrap_or(facts.written_on);
    let standing = homes::standing_on(read, &home, facts.start_on)?.or_not_found("home")?;
    let mut found = Vec::new();
    if facts.home.investigated_on.is_none_or(|it| it > day) {
        found.push(Blocker::NotInvestigated);
    }
    found.extend(crate::placements::police_blockers(read, &home, day)?);
    if standing.taken >= standing.approved {
        found.push(Blocker::NoFreePlace {
            approved: standing.approved,
            taken: standing.taken,
        });
    }
    Ok(found)
}

/// The two strongest homes beside the chosen one, with what was weighed in
/// words; protected homes without their names.
pub(super) fn alternatives(
    read: &Read<'_>,
    child: &ChildId,
    chosen: &HomeId,
) -> Result<Vec<(String, String)>> {
    let card = children::card(read, child)?;
    // Two beside the chosen one are among the first three of any band.
    let show = Band::ALL.map(|band| (band, 3)).into();
    let result = ask::list(read, &card, &MatchingRules::shipped(), &show)?;
    let mut rows = Vec::new();
    for it in result
        .rows()
        .filter(|it| it.home.to_string() != chosen.0)
        .take(2)
    {
        let base = homes::base(read, &HomeId(it.home.to_string()))?;
        let name = match base {
            Some(home) if !home.protected => home.name,
            _ => "Hem med skyddade uppgifter".to_owned(),
        };
        rows.push((name, weighed(it)));
    }
    Ok(rows)
}

fn weighed(home: &MatchRow) -> String {
    let essentials = home.essentials;
    let all = essentials.met + essentials.with_measure + essentials.open + essentials.unknown;
    let mut parts = vec![super::words::term("band", home.band.code())];
    if all > 0 {
        parts.push(format!(
            "{} av {all} nödvändiga behov uppfylls",
            essentials.met + essentials.with_measure
        ));
    }
    if essentials.unknown > 0 {
        parts.push(format!("{} är inte känt", essentials.unknown));
    }
    format!("{}.", parts.join("; "))
}
