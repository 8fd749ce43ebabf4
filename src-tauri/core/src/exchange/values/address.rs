//! Street, postcode and locality, apart or together.

/// What an address cell held.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// Street and number, or farm.
    pub street: Option<String>,
    /// Five figures with a space after the third: `331 30`.
    pub postcode: Option<String>,
    /// Locality, as written.
    pub locality: Option<String>,
}

/// Parts an address around its postcode: street before, locality after.
/// Without a postcode, the whole is `street`.
pub fn read(text: &str) -> Address {
    let text = text.trim();
    let Some((start, end)) = postcode_at(text) else {
        return Address {
            street: some(text),
            ..Address::default()
        };
    };
    let before =
        text[..start].trim_end_matches(|it: char| it.is_whitespace() || matches!(it, ',' | '-'));
    let before = before
        .strip_suffix("SE")
        .or_else(|| before.strip_suffix("S"))
        .filter(|it| it.is_empty() || it.ends_with([' ', ',']))
        .unwrap_or(before);
    let before = before.trim_end_matches(|it: char| it.is_whitespace() || it == ',');
    Address {
        street: some(before),
        postcode: postcode(&text[start..end]),
        locality: some(text[end..].trim_start_matches(|it: char| it.is_whitespace() || it == ',')),
    }
}

/// A postcode alone, from text or a number: `33130`, `331 30`, `SE-331 30`.
pub fn postcode(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text
        .strip_prefix("SE")
        .or_else(|| text.strip_prefix("S"))
        .unwrap_or(text)
        .trim_start_matches('-');
    let figures: String = text.chars().filter(|it| !it.is_whitespace()).collect();
    // Swedish postcodes run from 100 00 to 984 99.
    let fits = figures.len() == 5
        && figures.bytes().all(|it| it.is_ascii_digit())
        && !figures.starts_with('0');
    fits.then(|| format!("{} {}", &figures[..3], &figures[3..]))
}

fn some(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Where `nnn nn` or `nnnnn` stands as a word of its own; the last one.
fn postcode_at(text: &str) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let figures = |from: usize, count: usize| {
        bytes.len() >= from + count && bytes[from..from + count].iter().all(u8::is_ascii_digit)
    };
    (0..bytes.len()).rev().find_map(|start| {
        let lone_start = start == 0 || !bytes[start - 1].is_ascii_alphanumeric();
        if !lone_start || bytes[start] == b'0' {
            return None;
        }
        let end = if figures(start, 5) {
            start + 5
        } else if figures(start, 3) && bytes.get(start + 3) == Some(&b' ') && figures(start + 4, 2)
        {
            start + 6
        } else {
            return None;
        };
        (bytes.get(end).is_none_or(|it| !it.is_ascii_digit())).then_some((start, end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_parted_around_the_postcode() {
        let check =
            |text: &str, street: Option<&str>, postcode: Option<&str>, locality: Option<&str>| {
                let own = |it: Option<&str>| it.map(str::to_owned);
                assert_eq!(
                    read(text),
                    Address {
                        street: own(street),
                        postcode: own(postcode),
                        locality: own(locality)
                    },
                    "{text}"
                );
            };
        check(
            "Hyvelvägen 3, 331 30 Värnamo",
            Some("Hyvelvägen 3"),
            Some("331 30"),
            Some("Värnamo"),
        );
        check(
            "Hyvelvägen 3\n33130 VÄRNAMO",
            Some("Hyvelvägen 3"),
            Some("331 30"),
            Some("VÄRNAMO"),
        );
        check("331 30  Värnamo", None, Some("331 30"), Some("Värnamo"));
        check(
            "Tången 112, SE-331 30 Värnamo",
            Some("Tången 112"),
            Some("331 30"),
            Some("Värnamo"),
        );
        check("Rönnstigen 12", Some("Rönnstigen 12"), None, None);
        check("Vägen 12345678", Some("Vägen 12345678"), None, None);
        check("33130", None, Some("331 30"), None);
        assert_eq!(postcode("S-331 30").as_deref(), Some("331 30"));
        assert_eq!(postcode("0331"), None);
    }
}
