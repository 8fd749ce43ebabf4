//! What a record of a method says about the study, and what is wrong with one.
//!
//! Not modelled: whether an interpreter is trained, and how long an interview took.

use chrono::NaiveDate;

use crate::blocker::Blocker;
use crate::people::PersonId;

/// What a record holds that the study rests on.
#[derive(Debug, Clone)]
pub struct RecordFacts {
    /// Whose, and the shown name.
    pub person: (PersonId, String),
    /// Day of the first interview.
    pub interview_on: Option<NaiveDate>,
    /// Who interviewed.
    pub interviewers: Vec<String>,
    /// Whether the method has somebody else read the interview.
    pub interpreted: bool,
    /// Who read it.
    pub interpreter: Option<String>,
    /// When.
    pub interpreted_on: Option<NaiveDate>,
    /// Why somebody who interviewed also interpreted.
    pub reason: Option<String>,
}

/// Whether two written names are the same person's, as far as letters tell.
#[must_use]
pub fn same_person(a: &str, b: &str) -> bool {
    let fold = |text: &str| {
        text.split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase()
    };
    let (a, b) = (fold(a), fold(b));
    !a.is_empty() && a == b
}

/// Whether the one who interpreted also interviewed.
#[must_use]
pub fn interpreter_interviewed(record: &RecordFacts) -> bool {
    record.interpreter.as_deref().is_some_and(|interpreter| {
        record
            .interviewers
            .iter()
            .any(|it| same_person(it, interpreter))
    })
}

/// The steps that a record fulfils: the interview once it has its day, and the
/// interpretation once it is known who made it and when. A method that nobody else
/// reads is interpreted with its interview.
#[must_use]
pub fn steps_done(record: &RecordFacts) -> Vec<(String, Option<PersonId>, NaiveDate)> {
    let person = Some(record.person.0.clone());
    let mut done = Vec::new();
    if let Some(on) = record.interview_on {
        done.push(("interview".to_owned(), person.clone(), on));
    }
    let read_on = match (&record.interpreter, record.interpreted) {
        (Some(_), true) => record.interpreted_on,
        (None, true) => None,
        (_, false) => record.interview_on,
    };
    if let Some(on) = read_on {
        done.push(("interpretation".to_owned(), person, on));
    }
    done
}

/// What is wrong with the records: an interpreter who also interviewed, unless a
/// reason is written. A warning that a supervisor may look past.
#[must_use]
pub fn blockers(records: &[RecordFacts]) -> Vec<Blocker> {
    records
        .iter()
        .filter(|it| it.interpreted && interpreter_interviewed(it))
        .filter(|it| {
            it.reason
                .as_deref()
                .is_none_or(|reason| reason.trim().is_empty())
        })
        .map(|it| Blocker::InterpreterInterviewed {
            person: it.person.0.clone(),
            name: it.person.1.clone(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> RecordFacts {
        RecordFacts {
            person: (PersonId("p".into()), "Siv".into()),
            interview_on: "2026-10-01".parse().ok(),
            interviewers: vec!["Ulf Kompass".into(), "Maj Måttband".into()],
            interpreted: true,
            interpreter: Some("Rut Regnmätare".into()),
            interpreted_on: "2026-10-20".parse().ok(),
            reason: None,
        }
    }

    fn keys(record: &RecordFacts) -> Vec<String> {
        steps_done(record).into_iter().map(|it| it.0).collect()
    }

    #[test]
    fn an_interpreter_who_interviewed_is_warned_of_until_there_is_a_reason() {
        let mut it = record();
        assert_eq!(blockers(std::slice::from_ref(&it)), []);
        it.interpreter = Some("  maj  MÅTTBAND ".into());
        assert!(matches!(
            blockers(std::slice::from_ref(&it)).as_slice(),
            [Blocker::InterpreterInterviewed { .. }]
        ));
        it.reason = Some("Ingen annan tolk fanns före jul.".into());
        assert_eq!(blockers(std::slice::from_ref(&it)), []);
        it.reason = Some("  ".into());
        assert_eq!(blockers(std::slice::from_ref(&it)).len(), 1);
    }

    #[test]
    fn the_steps_follow_from_the_record() {
        assert_eq!(keys(&record()), ["interview", "interpretation"]);
        let unread = RecordFacts {
            interpreted_on: None,
            ..record()
        };
        assert_eq!(keys(&unread), ["interview"]);
        let unnamed = RecordFacts {
            interpreter: None,
            ..record()
        };
        assert_eq!(keys(&unnamed), ["interview"], "nobody knows who read it");
        let planned = RecordFacts {
            interview_on: None,
            interpreted_on: None,
            ..record()
        };
        assert_eq!(keys(&planned), Vec::<String>::new());
    }

    #[test]
    fn vignettes_are_read_by_those_who_interviewed() {
        let it = RecordFacts {
            interpreted: false,
            interpreter: Some("Ulf Kompass".into()),
            interpreted_on: None,
            ..record()
        };
        assert_eq!(keys(&it), ["interview", "interpretation"]);
        assert_eq!(blockers(&[it]), []);
    }
}
