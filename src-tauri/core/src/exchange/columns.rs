//! What a column can hold, and the Swedish words units use for it.
//!
//! The words are data (`assets/exchange/columns.toml`), built into the program.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::homes::HomeKind;

/// What a column, or the user's correction of a cell, is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "SheetField")]
pub enum Field {
    /// What the home is called; may name its carers.
    HomeName,
    /// First carer, or both.
    Carer1Name,
    /// Second carer.
    Carer2Name,
    /// One or two personal numbers, in the carers' order.
    PersonalNumber,
    /// The first carer's.
    Carer1PersonalNumber,
    /// The second carer's.
    Carer2PersonalNumber,
    /// One or more telephone numbers.
    Phone,
    /// One or more e-mail addresses.
    Email,
    /// Street, or the whole address.
    Street,
    /// Postcode, perhaps with locality.
    Postcode,
    /// Locality, perhaps with postcode.
    Locality,
    /// Municipality.
    Municipality,
    /// Kind of home.
    Kind,
    /// Number of places.
    Places,
    /// Ages as a span or a word.
    Ages,
    /// Lowest age.
    AgeFrom,
    /// Highest age.
    AgeTo,
    /// The day the home was approved.
    ApprovedOn,
    /// The day of the latest register check.
    RegisterCheckedOn,
    /// Animals in the home.
    Pets,
    /// Whether anyone smokes.
    Smoking,
    /// Number of rooms.
    Rooms,
    /// Whether there is a car.
    Car,
    /// Languages spoken.
    Languages,
    /// A pause, in the unit's words.
    Pause,
    /// Anything else.
    Notes,
    /// Children placed now, as a number.
    PlacedNow,
    /// Left out by the user's choice. Never guessed.
    Ignore,
}

impl Field {
    /// Whether several columns may hold it.
    pub fn may_repeat(self) -> bool {
        matches!(
            self,
            Self::PersonalNumber | Self::Phone | Self::Email | Self::Notes | Self::Ignore
        )
    }
}

/// Kinds of home, as far as an old register tells them apart: the register's
/// own and one more. Codes are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SheetKind {
    /// Lasting care.
    Familjehem,
    /// Jourhem, category not said: somebody must say it.
    Jourhem,
    /// Jourhem with a fee also when empty.
    JourhemKontrakterat,
    /// Jourhem with a standing agreement.
    JourhemAvtal,
    /// Jourhem without commitment.
    JourhemFritt,
    /// From the child's own network.
    Natverkshem,
    /// Kin.
    Slaktinghem,
    /// Supplied and supported by a firm.
    Konsulentstott,
    /// Private placement with medgivande.
    AnnatEnskilt,
    /// Weekend and relief family.
    Kontaktfamilj,
}

impl SheetKind {
    /// The register's kind; none when the category of jourhem was not said.
    pub fn home_kind(self) -> Option<HomeKind> {
        Some(match self {
            Self::Jourhem => return None,
            Self::Familjehem => HomeKind::Familjehem,
            Self::JourhemKontrakterat => HomeKind::JourhemKontrakterat,
            Self::JourhemAvtal => HomeKind::JourhemAvtal,
            Self::JourhemFritt => HomeKind::JourhemFritt,
            Self::Natverkshem => HomeKind::Natverkshem,
            Self::Slaktinghem => HomeKind::Slaktinghem,
            Self::Konsulentstott => HomeKind::Konsulentstott,
            Self::AnnatEnskilt => HomeKind::AnnatEnskilt,
            Self::Kontaktfamilj => HomeKind::Kontaktfamilj,
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    column: Vec<ColumnWords>,
    groups: GroupWords,
    kind: Vec<KindWords>,
    age: Vec<AgeWords>,
    rows: RowWords,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ColumnWords {
    field: Field,
    headings: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupWords {
    carer1: Vec<String>,
    carer2: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindWords {
    kind: SheetKind,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AgeWords {
    words: Vec<String>,
    from: u8,
    to: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RowWords {
    sums: Vec<String>,
    sections: Vec<String>,
    notes: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let text = include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../assets/exchange/columns.toml"
    ));
    toml::from_str(text).expect("columns.toml is built in and read by a test")
});

/// Lower case, letters and figures only, single spaces, `nummer` as `nr`.
pub(super) fn plain(text: &str) -> String {
    let letters: String = text
        .chars()
        .map(|it| if it.is_alphanumeric() { it } else { ' ' })
        .collect();
    let words: Vec<String> = letters
        .split_whitespace()
        .map(|word| {
            let word = word.to_lowercase();
            word.strip_suffix("nummer")
                .map(|stem| format!("{stem}nr"))
                .unwrap_or(word)
        })
        .collect();
    words.join(" ")
}

/// How well a heading fits a word: whole 1000 and more, as one or more of its
/// words the word's length, else nothing.
fn fit(heading: &str, word: &str) -> Option<usize> {
    if heading == word {
        return Some(1_000 + word.len());
    }
    format!(" {heading} ")
        .contains(&format!(" {word} "))
        .then_some(word.len())
}

/// The field a heading names, and whether the whole heading is the name.
pub(super) fn field_of(heading: &str) -> Option<(Field, bool)> {
    // "Mobil (mamma)": what stands in brackets is about the heading.
    let outside = heading.split('(').next().map(plain).unwrap_or_default();
    let heading = if outside.is_empty() {
        plain(heading)
    } else {
        outside
    };
    if heading.is_empty() {
        return None;
    }
    let fits = WORDS.column.iter().flat_map(|column| {
        column
            .headings
            .iter()
            .filter_map(|word| Some((fit(&heading, word)? + lead(column.field), column.field)))
    });
    // At equal length the earlier in the file wins, so that order is the same every time.
    let (score, field) = fits.reduce(|best, it| if it.0 > best.0 { it } else { best })?;
    Some((field, score >= 1_000))
}

/// "Telefon familjehem" is a telephone: words for people only say whose, when
/// something else is named beside them.
fn lead(field: Field) -> usize {
    if matches!(
        field,
        Field::HomeName | Field::Carer1Name | Field::Carer2Name
    ) {
        0
    } else {
        100
    }
}

/// Which carer a heading above the headings speaks of: 1 or 2.
pub(super) fn carer_group(heading: &str) -> Option<u8> {
    let heading = plain(heading);
    let named = |words: &[String]| words.iter().any(|word| fit(&heading, word).is_some());
    match (named(&WORDS.groups.carer1), named(&WORDS.groups.carer2)) {
        (true, false) => Some(1),
        (false, true) => Some(2),
        _ => None,
    }
}

/// The kind a text names, and what was said after it.
pub(super) fn kind_of(text: &str) -> Option<(SheetKind, String)> {
    let text = plain(text);
    let (length, kind) = WORDS
        .kind
        .iter()
        .flat_map(|kind| kind.words.iter().map(move |word| (word, kind.kind)))
        .filter(|(word, _)| {
            text == **word
                || text
                    .strip_prefix(word.as_str())
                    .is_some_and(|it| it.starts_with(' '))
        })
        .map(|(word, kind)| (word.len(), kind))
        .max_by_key(|(length, _)| *length)?;
    Some((kind, text[length..].trim().to_owned()))
}

/// The ages a word stands for, in whole years.
pub(super) fn ages_of(text: &str) -> Option<(u8, u8)> {
    let text = plain(text);
    let age = WORDS.age.iter().find(|age| age.words.contains(&text))?;
    Some((age.from, age.to))
}

/// Whether a row's first text says that the row sums up others.
pub(super) fn is_sum(text: &str) -> bool {
    let text = plain(text);
    let text = text.trim_end_matches(|it: char| it.is_ascii_digit() || it == ' ');
    WORDS.rows.sums.iter().any(|word| {
        text == word
            || text
                .strip_prefix(word.as_str())
                .is_some_and(|it| it.starts_with(' '))
    })
}

/// Whether a lone text is a heading over the rows below it.
pub(super) fn is_section(text: &str) -> bool {
    let text = plain(text);
    WORDS.rows.sections.contains(&text) || kind_of(&text).is_some_and(|(_, rest)| rest.is_empty())
}

/// Whether a lone text is a remark about the list itself.
pub(super) fn is_remark(text: &str) -> bool {
    if text.starts_with('*') || text.chars().count() > 60 {
        return true;
    }
    let text = plain(text);
    WORDS.rows.notes.iter().any(|word| {
        text == *word
            || text
                .strip_prefix(word.as_str())
                .is_some_and(|it| it.starts_with(' '))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_their_words() {
        let check = |heading: &str, field: Option<Field>| {
            assert_eq!(field_of(heading).map(|it| it.0), field, "{heading}");
        };
        check("Familj", Some(Field::HomeName));
        check("PERSONNUMMER", Some(Field::PersonalNumber));
        check("Personnr vuxen 2", Some(Field::Carer2PersonalNumber));
        check("Tel.nr", Some(Field::Phone));
        check("Mobil\n(mamma)", Some(Field::Phone));
        check("E-post", Some(Field::Email));
        check("Antal placerade barn", Some(Field::PlacedNow));
        check("Antal barn", Some(Field::Places));
        check("Ålder fr.o.m.", Some(Field::Ages));
        check("Godkänd (datum)", Some(Field::ApprovedOn));
        check("Reg.kontroll senast", Some(Field::RegisterCheckedOn));
        check("Postnr/ort", Some(Field::Postcode));
        check("Nr", None);
        check("Handläggare", None);
        check("", None);
    }

    #[test]
    fn kinds_are_known_with_what_is_said_after() {
        let check = |text: &str, expected: Option<(SheetKind, &str)>| {
            assert_eq!(
                kind_of(text),
                expected.map(|(kind, rest)| (kind, rest.to_owned())),
                "{text}"
            );
        };
        check("FAMILJEHEM", Some((SheetKind::Familjehem, "")));
        check("Jourhem (avtal)", Some((SheetKind::JourhemAvtal, "")));
        check(
            "jourhem, kontrakterat",
            Some((SheetKind::JourhemKontrakterat, "")),
        );
        check("Jour – fritt", Some((SheetKind::JourhemFritt, "")));
        check(
            "Släktinghem morföräldrar",
            Some((SheetKind::Slaktinghem, "morföräldrar")),
        );
        check("konsulentstött", Some((SheetKind::Konsulentstott, "")));
        check("Kontaktfam.", Some((SheetKind::Kontaktfamilj, "")));
        check("Sommarboende", None);
    }

    #[test]
    fn kinds_have_the_registers_codes() {
        let ours: Vec<_> = WORDS
            .kind
            .iter()
            .filter_map(|it| it.kind.home_kind())
            .map(|it| it.code())
            .collect();
        let mut sorted = HomeKind::CODES.to_vec();
        let mut found = ours.clone();
        sorted.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, sorted);
        for kind in &WORDS.kind {
            if let Some(home) = kind.kind.home_kind() {
                assert_eq!(serde_json::to_value(kind.kind).unwrap(), home.code());
            }
        }
    }

    #[test]
    fn every_word_is_written_as_it_is_compared() {
        let words = &WORDS;
        let all = words
            .column
            .iter()
            .flat_map(|it| &it.headings)
            .chain(words.kind.iter().flat_map(|it| &it.words))
            .chain(words.age.iter().flat_map(|it| &it.words))
            .chain(
                [
                    &words.groups.carer1,
                    &words.groups.carer2,
                    &words.rows.sums,
                    &words.rows.sections,
                    &words.rows.notes,
                ]
                .into_iter()
                .flatten(),
            );
        for word in all {
            assert_eq!(&plain(word), word);
        }
        assert!(words.age.iter().all(|it| it.from <= it.to));
    }
}
