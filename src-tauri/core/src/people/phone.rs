//! Telephone numbers, e-mail addresses and postcodes as people write them.

use super::digits;

/// A telephone number as Swedes write it, or `None` when it cannot be one.
///
/// Swedish numbers are grouped (`070-123 45 67`); foreign ones keep their
/// shape with a plus sign.
#[must_use]
pub fn phone(text: &str) -> Option<String> {
    let trimmed = text.trim();
    let allowed = |it: char| it.is_ascii_digit() || it.is_whitespace() || "+-–()/.".contains(it);
    if trimmed.is_empty() || !trimmed.chars().all(allowed) {
        return None;
    }
    let plain = digits(trimmed);
    if trimmed.starts_with('+') && !trimmed.starts_with("+46") || plain.starts_with("00") {
        let foreign = plain.trim_start_matches("00");
        return (7..=15)
            .contains(&foreign.len())
            .then(|| format!("+{foreign}"));
    }
    if !plain.starts_with('0') || !(8..=10).contains(&plain.len()) {
        return None;
    }
    Some(grouped(&plain))
}

/// Area codes: 08 has two digits, mobile and most towns three, small ones four
/// (PTS numbering plan); what cannot be told apart is written with three.
fn grouped(plain: &str) -> String {
    let area = if plain.starts_with("08") { 2 } else { 3 };
    let (code, rest) = plain.split_at(area);
    let sizes: &[usize] = match rest.len() {
        5 => &[3, 2],
        6 => &[2, 2, 2],
        7 => &[3, 2, 2],
        8 => &[3, 3, 2],
        _ => &[],
    };
    let mut groups = Vec::new();
    let mut left = rest;
    for size in sizes {
        let (head, tail) = left.split_at(*size);
        groups.push(head);
        left = tail;
    }
    if groups.is_empty() {
        groups.push(left);
    }
    format!("{code}-{}", groups.join(" "))
}

/// Whether a text has the shape of an e-mail address.
#[must_use]
pub fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else {
        return false;
    };
    !name.is_empty()
        && !text.chars().any(char::is_whitespace)
        && host.split('.').count() >= 2
        && host.split('.').all(|it| !it.is_empty())
        && !host.contains('@')
}

/// `123 45`, or `None` when it is not five digits.
#[must_use]
pub fn postcode(text: &str) -> Option<String> {
    let kept: String = text
        .chars()
        .filter(|it| !it.is_whitespace() && *it != '-')
        .collect();
    let kept = kept
        .strip_prefix("SE")
        .or_else(|| kept.strip_prefix("S"))
        .unwrap_or(&kept);
    (kept.len() == 5 && kept.bytes().all(|it| it.is_ascii_digit()))
        .then(|| format!("{} {}", &kept[..3], &kept[3..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(phone(text).as_deref(), expected, "{text}");
    }

    #[test]
    fn telephone_numbers_are_grouped_as_swedes_write_them() {
        check("0701234567", Some("070-123 45 67"));
        check("+46 (0)70-123 45 67", Some("070-123 45 67"));
        check("08-123 456 78", Some("08-123 456 78"));
        check("036-10 50 00", Some("036-10 50 00"));
        check("+47 22 33 44 55", Some("+4722334455"));
    }

    #[test]
    fn what_is_no_telephone_number_is_refused() {
        check("", None);
        check("701234567", None);
        check("ring Eva", None);
        check("070-12", None);
    }

    #[test]
    fn postcodes_have_five_digits() {
        assert_eq!(postcode("55321").as_deref(), Some("553 21"));
        assert_eq!(postcode("S-553 21").as_deref(), Some("553 21"));
        assert_eq!(postcode("5532"), None);
    }

    #[test]
    fn addresses_have_a_name_and_a_host() {
        assert!(is_email("eva@exempel.se"));
        assert!(!is_email("eva@exempel"));
        assert!(!is_email("eva exempel.se"));
    }
}
