//! Personal and co-ordination numbers, also where a spreadsheet has eaten
//! their leading zeros. The only place in the import that asks about them.

use chrono::NaiveDate;

use crate::people::{PersonalNumber, PersonalNumberError};

/// Why a text is no personal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdentityFault {
    /// Too few or too many figures, or other signs.
    WrongLength,
    /// Eight figures or six: a birth date without the last four.
    BirthDateOnly,
    /// The first part is no date.
    NotADate,
    /// The last figure does not fit the others.
    WrongCheckDigit,
    /// Born after today.
    InFuture,
}

/// A personal number read from a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Twelve figures.
    pub number: String,
    /// Whether zeros lost by a number cell were put back.
    pub zeros_added: bool,
}

/// Reads one number; `was_number` when the cell held a number and may have
/// lost zeros in front.
///
/// # Errors
/// Why it is none.
pub fn read(text: &str, was_number: bool, today: NaiveDate) -> Result<Identity, IdentityFault> {
    let written: String = text
        .chars()
        .filter(|it| !it.is_whitespace() && *it != '\u{a0}')
        .map(|it| if it == '–' || it == '‑' { '-' } else { it })
        .collect();
    let figures = written.chars().filter(char::is_ascii_digit).count();
    if written
        .chars()
        .any(|it| !it.is_ascii_digit() && it != '-' && it != '+')
    {
        return Err(IdentityFault::WrongLength);
    }
    // A birth date is tried before lost zeros: 19800101 is one, and no person
    // born in 2000–2009 has eight figures left that are one as well.
    if is_birth_date(&written) {
        return Err(IdentityFault::BirthDateOnly);
    }
    let lost = was_number && (7..10).contains(&figures);
    let whole = if lost {
        format!("{written:0>10}")
    } else {
        written
    };
    let number = parse_personal_number(&whole, today)?;
    Ok(Identity {
        number,
        zeros_added: lost,
    })
}

fn is_birth_date(written: &str) -> bool {
    let figures = written.replace('-', "");
    let date = match figures.len() {
        8 => NaiveDate::parse_from_str(&figures, "%Y%m%d").ok(),
        6 => NaiveDate::parse_from_str(&format!("19{figures}"), "%Y%m%d").ok(),
        _ => None,
    };
    let born = date.map(|it| chrono::Datelike::year(&it));
    born.is_some_and(|year| (1900..2100).contains(&year))
}

/// The checks of the register itself, in one place.
fn parse_personal_number(text: &str, today: NaiveDate) -> Result<String, IdentityFault> {
    match PersonalNumber::parse(text, today) {
        Ok(number) => Ok(number.as_str().to_owned()),
        Err(PersonalNumberError::Empty | PersonalNumberError::WrongLength) => {
            Err(IdentityFault::WrongLength)
        }
        Err(PersonalNumberError::NotADate) => Err(IdentityFault::NotADate),
        Err(PersonalNumberError::WrongCheckDigit) => Err(IdentityFault::WrongCheckDigit),
        Err(PersonalNumberError::InFuture) => Err(IdentityFault::InFuture),
    }
}

/// Age in whole years of the one with this number, which must be a valid one.
pub fn age(number: &str, today: NaiveDate) -> Option<u32> {
    today.years_since(PersonalNumber::parse(number, today).ok()?.birth_date())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2026-11-23".parse().unwrap()
    }

    // Numbers from Skatteverket's published test series, and made to the same
    // pattern (birth number 238, 239, 980–982) with a check digit by hand.
    #[test]
    fn a_number_however_written() {
        for text in [
            "19121212-1212",
            "191212121212",
            "19121212 1212",
            "121212+1212",
            "19121212–1212",
        ] {
            assert_eq!(
                read(text, false, today()).map(|it| it.number),
                Ok("191212121212".into()),
                "{text}"
            );
        }
    }

    #[test]
    fn zeros_eaten_by_a_number_cell_are_put_back() {
        // 2001-03-05, birth number 238: 2*0+1*1+2*0+1*3+2*0+1*5+2*2+1*3+2*8(1+6) = 23, so 7.
        let read = read("103052387", true, today()).unwrap();
        assert_eq!(
            read,
            Identity {
                number: "200103052387".into(),
                zeros_added: true
            }
        );
    }

    #[test]
    fn a_coordination_number_has_sixty_more_on_its_day() {
        // Day 63, birth number 239: 7→14(5)+0+1*2(2)+0+6*2(12→3)+3+2*2(4)+3+9*2(18→9) = 29, so 1.
        assert_eq!(
            read("19701063-2391", false, today()).map(|it| it.number),
            Ok("197010632391".into())
        );
    }

    #[test]
    fn what_is_wrong_is_said() {
        let check =
            |text: &str, fault| assert_eq!(read(text, false, today()), Err(fault), "{text}");
        check("19121212-1213", IdentityFault::WrongCheckDigit);
        check("19800101", IdentityFault::BirthDateOnly);
        check("800101", IdentityFault::BirthDateOnly);
        check("19801301-1212", IdentityFault::NotADate);
        check("1980", IdentityFault::WrongLength);
        check("Eva", IdentityFault::WrongLength);
        check("19800101-XXXX", IdentityFault::WrongLength);
        check("", IdentityFault::WrongLength);
    }
}
