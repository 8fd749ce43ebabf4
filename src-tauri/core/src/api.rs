//! LIST: everything that can be asked, in one place.
//!
//! From this list come the handlers, the TypeScript types, the command line's
//! `list-calls` and the tests with malformed input. To add a call: a function
//! in its capability, a line here.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::accounts::Role;
use crate::desk::{Desk, Moment};
use crate::error::{Error, Reason, Result, without_values};

mod typescript;

pub use typescript::typescript;

/// One thing that can be asked.
pub struct Call {
    /// Its name at the door.
    pub name: &'static str,
    /// Whether it reads, writes, or is about the door itself.
    pub hand: Hand,
    /// The least role that may; nobody need be signed in for the door's own.
    pub role: Option<Role>,
    /// Name of the input's TypeScript type.
    pub input: fn() -> String,
    /// Name of the answer's TypeScript type.
    pub answer: fn() -> String,
    pub(crate) types: fn(&mut typescript::Types),
    pub(crate) run: fn(&mut Desk, Value, Moment) -> Result<Value>,
}

/// What a call does to the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Hand {
    /// Opens, closes, signs in.
    Desk,
    /// Only reads.
    Read,
    /// Writes, and leaves a line in the history.
    Write,
}

/// The call with this name.
///
/// # Errors
/// [`Reason::Unknown`] at `name`.
pub fn find(name: &str) -> Result<&'static Call> {
    CALLS
        .iter()
        .find(|it| it.name == name)
        .ok_or_else(|| Error::invalid("name", Reason::Unknown))
}

/// Reads an input, which is always an object: a list would be read by position.
pub(crate) fn read_input<T: DeserializeOwned>(value: Value) -> Result<T> {
    let malformed = |detail: String| Error::invalid("input", Reason::Malformed { detail });
    if !value.is_object() {
        return Err(malformed("not an object".into()));
    }
    serde_json::from_value(value).map_err(|err| malformed(without_values(&err)))
}

fn answer(value: impl Serialize) -> Result<Value> {
    Ok(serde_json::to_value(value)?)
}

/// An input of nothing: `{}`.
#[derive(Debug, serde::Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

macro_rules! calls {
    (@run desk $input:ty, $path:path, $role:expr) => {
        |desk, value, moment| answer($path(desk, read_input::<$input>(value)?, moment)?)
    };
    (@run read $input:ty, $path:path, $role:expr) => {
        |desk, value, moment| {
            let caller = desk.caller(moment, $role)?;
            let input = read_input::<$input>(value)?;
            answer(desk.store()?.read(&caller, |read| $path(read, input))?)
        }
    };
    (@run write $input:ty, $path:path, $role:expr) => {
        |desk, value, moment| {
            let caller = desk.caller(moment, $role)?;
            let input = read_input::<$input>(value)?;
            answer(desk.store()?.write(&caller, |write| $path(write, input))?)
        }
    };
    (@hand desk) => { Hand::Desk };
    (@hand read) => { Hand::Read };
    (@hand write) => { Hand::Write };
    (@role desk $role:expr) => { None };
    (@role $hand:ident $role:expr) => { Some($role) };
    ($($hand:ident $name:ident ($input:ty) -> $answer:ty, $role:ident = $path:path;)*) => {
        /// Everything that can be asked.
        pub const CALLS: &[Call] = &[$(
            Call {
                name: stringify!($name),
                hand: calls!(@hand $hand),
                role: calls!(@role $hand Role::$role),
                input: typescript::name::<$input>,
                answer: typescript::name::<$answer>,
                types: |types| { types.add::<$input>(); types.add::<$answer>(); },
                run: calls!(@run $hand $input, $path, Role::$role),
            },
        )*];
    };
}

mod handlers;
use handlers as on;

use crate::{
    accounts, board, children, desk, exchange, figures, homes, instruments, matching, placements,
    prints, progress, recruitment, store,
};

calls! {
    // The door.
    desk desk_status(Nothing) -> desk::DeskStatus, Reader = on::status;
    desk create_unit(desk::CreateUnit) -> desk::UnitCreated, Reader = Desk::create_unit;
    desk create_practice(desk::CreatePractice) -> desk::PracticeCreated, Reader = Desk::create_practice;
    desk open_unit(desk::OpenUnit) -> desk::DeskStatus, Reader = Desk::open_unit;
    desk sign_in(desk::SignIn) -> desk::DeskStatus, Reader = Desk::sign_in;
    desk sign_in_with_recovery_key(desk::SignInWithRecoveryKey) -> desk::DeskStatus, Reader = Desk::sign_in_with_recovery_key;
    desk change_password(desk::ChangePassword) -> (), Reader = Desk::change_password;
    desk add_user(accounts::NewUser) -> (), Supervisor = Desk::add_user;
    desk sign_in_alone(desk::SignInAlone) -> desk::DeskStatus, Reader = Desk::sign_in_alone;
    desk recovery_paper(accounts::PrintRecoveryKey) -> accounts::PdfBytes, Supervisor = Desk::recovery_paper;
    desk lock(Nothing) -> desk::DeskStatus, Reader = on::lock;
    desk desk_progress(Nothing) -> Option<progress::Running>, Reader = on::progress;
    desk cancel_work(progress::CancelWork) -> (), Reader = on::cancel_work;
    read users(Nothing) -> Vec<accounts::User>, Recruiter = on::users;
    read vocabulary(Nothing) -> on::Vocabulary, Reader = on::vocabulary;

    // Fields and rows of every kind.
    write save_field(store::fields::SaveField) -> store::fields::Saved, Recruiter = on::save_field;
    write remove_row(store::fields::RowRef) -> (), Recruiter = on::remove_row;
    write restore_row(store::fields::RowRef) -> (), Recruiter = on::restore_row;
    read text_versions(store::texts::TextRef) -> Vec<store::texts::TextVersion>, Recruiter = store::texts::versions;
    read drafts(store::texts::DraftQuery) -> Vec<store::texts::Draft>, Recruiter = store::texts::drafts;
    write keep_draft(store::texts::Draft) -> (), Recruiter = store::texts::keep_draft;

    // Homes.
    read search(homes::SearchText) -> homes::Found, Recruiter = homes::search;
    read home_list(homes::HomeQuery) -> homes::HomeList, Recruiter = homes::home_list;
    read home_card(homes::HomeRef) -> homes::HomeCard, Recruiter = homes::home_card;
    read similar_homes(homes::SimilarQuery) -> Vec<homes::Similar>, Recruiter = homes::similar_homes;
    write create_home(homes::NewHome) -> homes::HomeId, Recruiter = homes::create_home;
    write add_person(homes::NewPerson) -> crate::people::PersonId, Recruiter = homes::add_person;
    write add_scope(homes::NewScope) -> String, Supervisor = homes::add_scope;
    write add_wish(homes::NewWish) -> String, Recruiter = homes::add_wish;
    write add_pause(homes::NewPause) -> String, Recruiter = homes::add_pause;
    write add_taken_place(homes::NewTakenPlace) -> String, Recruiter = homes::add_taken_place;
    write add_capability(homes::NewCapability) -> String, Recruiter = homes::add_capability;
    write add_note(homes::NewNote) -> String, Recruiter = homes::add_note;
    write save_home_fact(homes::SaveHomeFact) -> (), Recruiter = homes::save_home_fact;
    write ask_check(homes::checks::AskCheck) -> homes::checks::CheckId, Recruiter = homes::checks::ask_check;
    write ask_checks(homes::checks::AskChecks) -> Vec<homes::checks::CheckId>, Recruiter = homes::checks::ask_checks;
    read check_settings(Nothing) -> homes::check_settings::CheckSettings, Recruiter = homes::check_settings::check_settings;
    write save_check_setting(homes::check_settings::SaveCheckSetting) -> (), Supervisor = homes::check_settings::save_check_setting;

    read check_renewals(homes::renewals::RenewalQuery) -> homes::renewals::Renewals, Recruiter = homes::renewals::check_renewals;

    // Recruitment.
    read recruitment_board(recruitment::BoardQuery) -> recruitment::RecruitmentBoard, Recruiter = recruitment::recruitment_board;
    read recruitment_family(recruitment::FamilyRef) -> recruitment::Family, Recruiter = recruitment::recruitment_family;
    write open_enquiry(recruitment::NewEnquiry) -> recruitment::RecruitmentId, Recruiter = recruitment::open_enquiry;
    write record_step(recruitment::RecordStep) -> String, Recruiter = recruitment::record_step;
    write add_reference(recruitment::NewReference) -> String, Recruiter = recruitment::add_reference;
    write save_assessment(recruitment::SaveAssessment) -> (), Recruiter = recruitment::save_assessment;
    write save_answer(recruitment::SaveAnswer) -> (), Recruiter = recruitment::save_answer;
    write conclude_home_study(recruitment::ConcludeStudy) -> (), Recruiter = recruitment::conclude_home_study;
    write close_recruitment(recruitment::CloseRecruitment) -> (), Recruiter = recruitment::close_recruitment;
    read earlier_families(homes::SimilarQuery) -> Vec<recruitment::EarlierFamily>, Recruiter = recruitment::earlier_families;
    read read_enquiry_text(recruitment::EnquiryText) -> recruitment::ReadEnquiry, Recruiter = recruitment::read_enquiry_text;
    read information_meetings(Nothing) -> Vec<recruitment::MeetingRow>, Recruiter = recruitment::information_meetings;
    read information_meeting(recruitment::MeetingRef) -> recruitment::MeetingPage, Recruiter = recruitment::information_meeting;
    write add_information_meeting(recruitment::NewMeeting) -> recruitment::MeetingId, Recruiter = recruitment::add_information_meeting;
    write add_meeting_guest(recruitment::NewGuest) -> String, Recruiter = recruitment::add_meeting_guest;
    read recruitment_settings(Nothing) -> recruitment::RecruitmentSettings, Recruiter = recruitment::recruitment_settings;
    write save_recruitment_setting(recruitment::SaveRecruitmentSetting) -> (), Supervisor = recruitment::save_recruitment_setting;
    read funnel(recruitment::FunnelQuery) -> recruitment::Funnel, Reader = recruitment::funnel;

    // The investigation, its decision, and what comes after.
    write begin_investigation(recruitment::InvestigationRef) -> (), Recruiter = recruitment::begin_investigation;
    write record_reading(recruitment::RecordReading) -> (), Recruiter = recruitment::record_reading;
    write override_study(recruitment::OverrideStudy) -> (), Supervisor = recruitment::override_study;
    write reopen_recruitment(recruitment::InvestigationRef) -> (), Recruiter = recruitment::reopen_recruitment;
    write open_earlier_file(recruitment::OpenEarlier) -> recruitment::EarlierContent, Recruiter = recruitment::open_earlier_file;
    read home_studies(homes::HomeRef) -> recruitment::HomeStudies, Recruiter = recruitment::home_studies;
    write add_home_review(recruitment::NewReview) -> String, Recruiter = recruitment::add_home_review;
    read delegations(Nothing) -> Vec<recruitment::Delegation>, Recruiter = recruitment::delegations;
    write save_delegation(recruitment::Delegation) -> (), Supervisor = board::save_delegation;
    write start_approval_paper(board::StartApprovalPaper) -> board::PaperId, Recruiter = board::start_approval_paper;

    // Children and matching. Opening a child's file leaves a line: a write.
    read child_list(Nothing) -> children::ChildList, Recruiter = children::child_list;
    write open_child(children::ChildRef) -> children::ChildCard, Recruiter = children::open_child;
    write create_child(children::NewChild) -> children::ChildId, Recruiter = children::create_child;
    write add_need(children::NewNeed) -> String, Recruiter = children::add_need;
    write add_network_person(children::NewNetworkPerson) -> String, Recruiter = children::add_network_person;
    write add_safety_conflict(children::NewSafetyConflict) -> String, Recruiter = children::add_safety_conflict;
    write lock_need_sheet(children::ChildRef) -> (), Recruiter = children::lock_need_sheet;
    write match_child(matching::MatchQuery) -> matching::Matched, Recruiter = matching::match_homes;
    write match_reasons(matching::ReasonsQuery) -> matching::MatchReasons, Recruiter = matching::match_reasons;

    // Placements, the day, figures.
    read placement_list(placements::PlacementQuery) -> Vec<placements::Placement>, Recruiter = placements::placements;
    write place_child(placements::PlaceChild) -> placements::PlacementId, Recruiter = placements::place_child;
    write end_placement(placements::EndPlacement) -> (), Recruiter = placements::end_placement;
    read today(Nothing) -> placements::Today, Recruiter = placements::today;
    read due(placements::DueQuery) -> placements::Due, Recruiter = placements::due;
    read report(figures::ReportQuery) -> figures::Report, Reader = figures::report;

    // Papers.
    read paper_list(Nothing) -> Vec<board::PaperRow>, Recruiter = board::paper_list;
    read paper(board::PaperRef) -> board::PaperView, Recruiter = board::paper;
    read paper_preview(board::PaperRef) -> board::Pdf, Recruiter = board::paper_preview;
    write start_paper(board::StartPaper) -> board::PaperId, Recruiter = board::start_paper;
    write add_paper_row(board::NewPaperRow) -> String, Recruiter = board::add_paper_row;
    write release_paper(board::PaperRef) -> (), Supervisor = board::release_paper;
    write issue_paper(board::PaperRef) -> crate::archive::Issued, Supervisor = board::issue_paper;
    write paper_pdf(board::PaperRef) -> board::Pdf, Recruiter = board::paper_pdf;
    write enter_decision(board::EnterDecision) -> (), Recruiter = board::enter_decision;
    read settings(Nothing) -> board::LetterheadSettings, Recruiter = board::settings;
    write save_setting(board::SaveSetting) -> (), Supervisor = board::save_setting;
    read print_preview(prints::PrintRef) -> board::Pdf, Recruiter = prints::print_preview;
    write print_form(prints::PrintRef) -> board::Pdf, Recruiter = prints::print_form;

    // Forms and methods, the first assessment, training.
    read instrument_shelf(Nothing) -> instruments::own::InstrumentShelf, Recruiter = instruments::own::shelf;
    write save_instrument_edition(instruments::own::SaveEdition) -> String, Supervisor = instruments::own::save_edition;
    write use_instrument_edition(instruments::own::UseEdition) -> (), Supervisor = instruments::own::use_edition;
    write choose_screening(instruments::own::ChooseScreening) -> (), Supervisor = instruments::own::choose_screening;
    write save_follow_up(recruitment::SaveFollowUp) -> (), Recruiter = recruitment::save_follow_up;
    write save_household_assessment(recruitment::SaveHouseholdAssessment) -> (), Recruiter = recruitment::save_household_assessment;
    write decide_screening(recruitment::DecideScreening) -> (), Recruiter = recruitment::decide_screening;
    write add_method_record(recruitment::methods::NewMethodRecord) -> String, Recruiter = recruitment::methods::add_method_record;
    write save_method_area(recruitment::methods::SaveMethodArea) -> (), Recruiter = recruitment::methods::save_method_area;
    write save_form_answer(recruitment::methods::SaveFormAnswer) -> (), Recruiter = recruitment::methods::save_form_answer;
    read training_rules(Nothing) -> homes::training::TrainingRules, Recruiter = homes::training::training_rules;
    write save_training_rules(homes::training::TrainingSettings) -> (), Supervisor = homes::training::save_training_rules;
    write note_training(homes::training::NoteTraining) -> (), Recruiter = homes::training::note_training;
    write add_mentor(homes::training::NewMentor) -> String, Recruiter = homes::training::add_mentor;
    write add_supervision(homes::training::NewSupervision) -> String, Recruiter = homes::training::add_supervision;

    // The old spreadsheet.
    desk sheet_preview(exchange::import::SheetInput) -> exchange::import::SheetPreview, Recruiter = Desk::sheet_preview;
    desk sheet_import(exchange::import::SheetInput) -> exchange::import::Imported, Recruiter = Desk::sheet_import;
    write undo_import(exchange::import::ImportRef) -> (), Recruiter = exchange::import::undo_import;
    read imports(Nothing) -> Vec<exchange::import::Import>, Recruiter = exchange::import::imports;

    // Out and in, and whether all is well.
    desk export_bundle(exchange::files::ExportBundle) -> exchange::files::BundleExported, Supervisor = Desk::export_bundle;
    desk import_bundle(exchange::files::ImportBundle) -> exchange::bundle::BundleReport, Supervisor = Desk::import_bundle;
    desk verify(Nothing) -> exchange::files::Verified, Recruiter = Desk::verify;
}
