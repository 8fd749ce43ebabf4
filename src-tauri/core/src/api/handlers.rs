//! Calls that belong to no single capability.

use serde::Serialize;
use ts_rs::TS;

use super::Nothing;
use crate::accounts::{self, User};
use crate::desk::{Desk, DeskStatus, Moment};
use crate::error::{Error, Reason, Result};
use crate::history::HistoryLine;
use crate::law;
use crate::progress::{CancelWork, Running};
use crate::store::fields::{self, Entity, RowRef, SaveField, Saved};
use crate::store::{Read, Write};

/// LIST: every kind of record whose fields save themselves.
pub(crate) const ENTITIES: &[&Entity] = &[
    &crate::homes::HOME,
    &crate::homes::PERSON,
    &crate::homes::SCOPE,
    &crate::homes::WISH,
    &crate::homes::PAUSE,
    &crate::homes::TAKEN_PLACE,
    &crate::homes::CAPABILITY,
    &crate::homes::NOTE,
    &crate::homes::REGISTER_CHECK,
    &crate::recruitment::RECRUITMENT,
    &crate::recruitment::STEP,
    &crate::recruitment::REFERENCE,
    &crate::children::CHILD,
    &crate::children::NEED,
    &crate::children::NETWORK_PERSON,
    &crate::children::SAFETY_CONFLICT,
    &crate::placements::PLACEMENT,
    &crate::board::PAPER,
    &crate::board::PAPER_ROW,
    &accounts::USER,
    &crate::recruitment::methods::METHOD_RECORD,
    &crate::homes::training::MENTOR,
    &crate::homes::training::SUPERVISION,
    &crate::recruitment::INVESTIGATION,
    &crate::recruitment::HOME_REVIEW,
    &crate::recruitment::INFORMATION_MEETING,
    &crate::recruitment::MEETING_GUEST,
];

fn entity(name: &str) -> Result<&'static Entity> {
    ENTITIES
        .iter()
        .copied()
        .find(|it| it.name == name)
        .ok_or_else(|| Error::invalid("entity", Reason::Unknown))
}

pub(super) fn status(desk: &mut Desk, _: Nothing, moment: Moment) -> Result<DeskStatus> {
    desk.status((), moment)
}

pub(super) fn lock(desk: &mut Desk, _: Nothing, moment: Moment) -> Result<DeskStatus> {
    desk.lock((), moment)
}

/// As the shell answers it without the desk: here nothing can be under way.
pub(super) fn progress(desk: &mut Desk, _: Nothing, _: Moment) -> Result<Option<Running>> {
    Ok(desk.progress().running())
}

pub(super) fn cancel_work(desk: &mut Desk, input: CancelWork, _: Moment) -> Result<()> {
    desk.progress().cancel(input.work);
    Ok(())
}

pub(super) fn users(read: &Read<'_>, _: Nothing) -> Result<Vec<User>> {
    accounts::users(read, ())
}

pub(super) fn save_field(write: &Write<'_>, input: SaveField) -> Result<Saved> {
    fields::save(write, entity(&input.entity)?, &input)
}

pub(super) fn remove_row(write: &Write<'_>, input: RowRef) -> Result<()> {
    fields::remove(write, entity(&input.entity)?, &input.id)
}

pub(super) fn restore_row(write: &Write<'_>, input: RowRef) -> Result<()> {
    fields::restore(write, entity(&input.entity)?, &input.id)
}

/// Words that are data: what the screens offer to choose from.
#[derive(Serialize, TS)]
pub struct Vocabulary {
    /// Registers that are asked.
    pub registers: &'static [law::Register],
    /// Facts about a house.
    pub home_facts: &'static [law::HomeFactKind],
    /// Needs a sheet can name.
    pub needs: &'static [law::NeedKind],
    /// Dated limits, for the rule sheet.
    pub limits: &'static [law::DatedLimit],
}

pub(super) fn vocabulary(_: &Read<'_>, _: Nothing) -> Result<Vocabulary> {
    Ok(Vocabulary {
        registers: law::registers(),
        home_facts: law::home_facts(),
        needs: law::needs(),
        limits: law::limits(),
    })
}

/// Keeps `HistoryLine` among the exported types.
pub(super) type _History = HistoryLine;
