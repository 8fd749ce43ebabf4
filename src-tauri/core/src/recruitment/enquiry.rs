//! A family's first call or letter: the home and its adults are registered and
//! the recruitment opened in one; earlier enquiries are looked for meanwhile.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::meetings::MeetingId;
use super::{RecordStep, RecruitmentId, meetings, record_step, sql, stages};
use crate::error::{Error, Reason, Result};
use crate::history::Event;
use crate::homes::{self, HomeId, HouseholdRole, Similar, SimilarQuery};
use crate::people;
use crate::store::{Read, Write, choice, texts};

choice!(
    /// How an enquiry reached the unit.
    ReceivedHow {
        /// By telephone.
        Phone = "phone",
        /// By e-mail.
        Email = "email",
        /// A form on the web.
        WebForm = "web_form",
        /// In person.
        InPerson = "in_person",
        /// On paper.
        Letter = "letter",
    }
);

choice!(
    /// What became of a recruitment.
    RunOutcome {
        /// Still going on.
        Open = "open",
        /// Concluded and approved.
        Approved = "approved",
        /// The family broke off.
        ByFamily = "by_family",
        /// The unit ended it.
        ByUnit = "by_unit",
    }
);

/// A first call: the home is registered and its recruitment opened in one.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewEnquiry {
    /// The family's name.
    pub name: String,
    /// The adults, who become persons of the home.
    #[serde(default)]
    pub adults: Vec<EnquiryAdult>,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Street.
    pub street: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// Locality.
    pub locality: Option<String>,
    /// Children at home, in short.
    pub children_home: Option<String>,
    /// What they wonder, and what they think of taking.
    pub thoughts: Option<String>,
    /// Key of where it came from.
    pub source: Option<String>,
    /// More about that: a campaign's name, a firm's.
    pub source_detail: Option<String>,
    /// The information meeting it came from.
    pub meeting: Option<MeetingId>,
    /// The line of the meeting's list it is made from.
    pub guest: Option<String>,
    /// The home that told them of it.
    pub ambassador: Option<HomeId>,
    /// The day it came; today when absent.
    pub received_on: Option<NaiveDate>,
    /// How it came.
    pub received_how: Option<ReceivedHow>,
    /// What was said, or the whole text that came.
    pub text: Option<String>,
    /// An earlier home to open a recruitment for, instead of a new one.
    pub home: Option<HomeId>,
    /// The form's draft to drop.
    pub draft: Option<String>,
}

/// An adult of the family.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct EnquiryAdult {
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Personal or co-ordination number, as written.
    pub personal_number: Option<String>,
}

/// How an enquiry came and what was said, as the family's page shows it.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct EnquiryFacts {
    /// How it came.
    pub received_how: Option<ReceivedHow>,
    /// More about the source.
    pub source_detail: Option<String>,
    /// The information meeting.
    pub meeting: Option<MeetingId>,
    /// The home that told them of it.
    pub ambassador: Option<HomeId>,
    /// Children at home.
    pub children_home: Option<String>,
    /// What they wonder, and what they think of taking.
    pub thoughts: Option<String>,
    /// Telephone as given with the enquiry; the home's own may differ.
    pub said_phone: Option<String>,
    /// E-mail as given.
    pub said_email: Option<String>,
    /// Address as given, on one line.
    pub said_address: Option<String>,
}

/// A family that looks like the one being typed, with what became of it.
#[derive(Debug, Serialize, TS)]
pub struct EarlierFamily {
    /// Home, and what agrees.
    pub home: Similar,
    /// Its recruitments, the latest first. The reason for an end stands on the
    /// family's own page only.
    pub runs: Vec<EarlierRun>,
}

/// An earlier recruitment.
#[derive(Debug, Serialize, TS)]
pub struct EarlierRun {
    /// Recruitment.
    pub id: RecruitmentId,
    /// When it was opened.
    pub opened_on: NaiveDate,
    /// What became of it.
    pub outcome: RunOutcome,
    /// When it ended.
    pub ended_on: Option<NaiveDate>,
    /// When to ask again.
    pub return_on: Option<NaiveDate>,
    /// Whose it was.
    pub owner: Option<String>,
}

/// Opens a recruitment for a new family, or for one that returns. What the home
/// lacks is filled in from the enquiry; what stands there is never written over,
/// the enquiry keeps what was said.
///
/// # Errors
/// At the fields; [`Reason::AlreadyThere`] when one is open.
pub fn open_enquiry(write: &Write<'_>, mut input: NewEnquiry) -> Result<RecruitmentId> {
    let today = write.today();
    let guest = match &input.guest {
        Some(guest) => Some(meetings::guest_to_enquire(write, guest)?),
        None => None,
    };
    if let Some(guest) = &guest {
        input.meeting = Some(guest.meeting.clone());
        input.source = input.source.or(Some(meetings::SOURCE.to_owned()));
    }
    let received_on = input.received_on.unwrap_or(today);
    if received_on > today {
        return Err(Error::invalid("received_on", Reason::InFuture));
    }
    if let Some(source) = &input.source
        && !stages::is_source(source)
    {
        return Err(Error::invalid("source", Reason::NotAChoice));
    }
    let facts = facts(&input)?;
    let meeting_on = match &input.meeting {
        Some(meeting) => Some(meetings::held_on(&write.as_read(), meeting)?),
        None => None,
    };
    if let Some(home) = &input.ambassador
        && homes::base(&write.as_read(), home)?.is_none()
    {
        return Err(Error::invalid("ambassador", Reason::NotAChoice));
    }
    let home = home(write, &input, &facts)?;
    let id = RecruitmentId(write.new_id());
    sql::enquiry::insert_recruitment(write, &id, &home, received_on, &input, &facts)?;
    add_adults(write, &home, &input.adults)?;
    sql::investigation::insert(write, &id)?;
    write.record(&Event::RecruitmentOpened {
        id: id.0.clone(),
        home: home.0,
    })?;
    if let Some(guest) = &guest {
        meetings::set_enquiry(write, &guest.id, &id)?;
    }
    if let Some(on) = meeting_on.filter(|on| *on <= today) {
        let attended = RecordStep {
            recruitment: id.clone(),
            step: meetings::ATTENDED.to_owned(),
            person: None,
            planned_on: None,
            done_on: Some(on),
        };
        record_step(write, attended)?;
    }
    Ok(id)
}

/// The home that the enquiry belongs to, with its contact details.
fn home(write: &Write<'_>, input: &NewEnquiry, facts: &EnquiryFacts) -> Result<HomeId> {
    let home = if let Some(home) = &input.home {
        if homes::base(&write.as_read(), home)?.is_none() {
            return Err(Error::NotFound {
                what: "home".into(),
            });
        }
        if let Some(draft) = &input.draft {
            texts::drop_draft(write, draft)?;
        }
        if sql::has_open(&write.as_read(), home)? {
            return Err(Error::invalid("home", Reason::AlreadyThere));
        }
        home.clone()
    } else {
        let new = homes::NewHome {
            name: input.name.clone(),
            kind: None,
            locality: input.locality.clone(),
            phone: input.phone.clone(),
            draft: input.draft.clone(),
        };
        homes::create_home(write, new)?
    };
    let postcode = match line("postcode", input.postcode.as_deref(), 12)? {
        None => None,
        Some(text) => Some(
            people::postcode(&text)
                .ok_or_else(|| Error::invalid("postcode", Reason::NotAPostcode))?,
        ),
    };
    let street = line("street", input.street.as_deref(), 120)?;
    let locality = line("locality", input.locality.as_deref(), 80)?;
    let contact = homes::Contact {
        phone: facts.said_phone.as_deref(),
        email: facts.said_email.as_deref(),
        street: street.as_deref(),
        postcode: postcode.as_deref(),
        locality: locality.as_deref(),
    };
    homes::fill_contact(write, &home, &contact)?;
    Ok(home)
}

/// What is kept with the enquiry, tidied.
fn facts(input: &NewEnquiry) -> Result<EnquiryFacts> {
    if let Some(text) = &input.text
        && text.chars().count() > TEXT_MAX as usize
    {
        return Err(Error::invalid("text", Reason::TooLong { max: TEXT_MAX }));
    }
    let phone = match line("phone", input.phone.as_deref(), 40)? {
        None => None,
        Some(text) => {
            Some(people::phone(&text).ok_or_else(|| Error::invalid("phone", Reason::NotAPhone))?)
        }
    };
    let email = line("email", input.email.as_deref(), 200)?;
    if email.as_deref().is_some_and(|it| !people::is_email(it)) {
        return Err(Error::invalid("email", Reason::NotAnEmail));
    }
    let town = [input.postcode.as_deref(), input.locality.as_deref()];
    let town = town.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let address = [input.street.as_deref(), Some(town.as_str())]
        .into_iter()
        .flatten()
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    Ok(EnquiryFacts {
        received_how: input.received_how,
        source_detail: line("source_detail", input.source_detail.as_deref(), 200)?,
        meeting: input.meeting.clone(),
        ambassador: input.ambassador.clone(),
        children_home: line("children_home", input.children_home.as_deref(), 200)?,
        thoughts: input
            .thoughts
            .as_deref()
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .map(ToOwned::to_owned),
        said_phone: phone,
        said_email: email,
        said_address: line("street", Some(&address), 300)?,
    })
}

/// Longest enquiry text: far above any letter.
const TEXT_MAX: u32 = 30_000;

/// The adults become the home's carers, unless they live there already.
fn add_adults(write: &Write<'_>, home: &HomeId, adults: &[EnquiryAdult]) -> Result<()> {
    let known: Vec<String> = homes::people(&write.as_read(), home)?
        .iter()
        .map(|it| people::fold(&format!("{} {}", it.given_name, it.family_name)))
        .collect();
    for it in adults {
        let name = format!("{} {}", it.given_name.trim(), it.family_name.trim());
        if name.trim().is_empty() || known.contains(&people::fold(&name)) {
            continue;
        }
        let person = homes::NewPerson {
            home: home.clone(),
            given_name: it.given_name.clone(),
            family_name: it.family_name.clone(),
            role: HouseholdRole::Carer,
            personal_number: it.personal_number.clone(),
        };
        homes::add_person(write, person)?;
    }
    Ok(())
}

fn line(field: &str, text: Option<&str>, max: u32) -> Result<Option<String>> {
    let text: String = text
        .unwrap_or("")
        .chars()
        .filter(|it| !it.is_control())
        .collect();
    let text = text.trim();
    if text.chars().count() > max as usize {
        return Err(Error::invalid(field, Reason::TooLong { max }));
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

/// Families that look like the one being typed, with what became of them.
///
/// # Errors
/// Only the file's own.
pub fn earlier_families(read: &Read<'_>, input: SimilarQuery) -> Result<Vec<EarlierFamily>> {
    homes::similar_homes(read, input)?
        .into_iter()
        .map(|home| {
            let runs = sql::enquiry::runs(read, &home.id)?;
            Ok(EarlierFamily { home, runs })
        })
        .collect()
}

/// References of open families that have been named and not taken: family's
/// key and name, and of whom.
///
/// # Errors
/// Only the file's own.
pub fn references_to_take(read: &Read<'_>) -> Result<Vec<(RecruitmentId, String, String)>> {
    sql::enquiry::references_to_take(read)
}
