//! Names of homes and carers, as registers run them together.
//!
//! "Alm Eva & Per", "Eva och Per Alm", "Alm, Eva" and "Fam. Alm" are one home
//! with carers; "Alm Eva & Per / Björk Siv" is two homes in one cell.

/// Which name comes first in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// "Eva Alm"
    GivenFirst,
    /// "Alm Eva"
    FamilyFirst,
}

/// What one home's name cell says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NameCell {
    /// What the home is called: its family name, or the text as written.
    pub home: String,
    /// Carers with given name first, when any are named.
    pub carers: Vec<String>,
    /// What stood in brackets or after a dash.
    pub notes: Vec<String>,
    /// Two people with different family names: one home or two.
    pub maybe_two: bool,
}

/// Splits a cell that names two homes. One text when it does not.
///
/// A slash, a line break, a semicolon or "samt" between two texts parts homes
/// when at least one of them names a couple or begins with "familjen".
pub fn homes_in(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text
        .split(['/', '\n', ';'])
        .flat_map(|it| it.split(" samt "))
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect();
    let names_a_home = |part: &&str| couple(part).is_some() || without_family_word(part).1;
    let each_is_a_name = parts.iter().all(|it| it.split_whitespace().count() >= 2);
    if parts.len() > 1 && each_is_a_name && parts.iter().any(names_a_home) {
        return parts.into_iter().map(str::to_owned).collect();
    }
    vec![text.trim().to_owned()]
}

/// The order a cell shows beyond doubt, for use on its neighbours.
pub fn order_of(text: &str) -> Option<Order> {
    let (text, _) = without_notes(text);
    let (text, _) = without_family_word(&text);
    if text.contains(',') {
        return Some(Order::FamilyFirst);
    }
    let text = text.replace(['/', ';', '\n'], " & ");
    let (first, second) = couple(&text)?;
    match (
        first.split_whitespace().count(),
        second.split_whitespace().count(),
    ) {
        (1, 2..) => Some(Order::GivenFirst),
        (2.., 1) => Some(Order::FamilyFirst),
        (2, 2) => {
            let (first, second): (Vec<_>, Vec<_>) = (
                first.split_whitespace().collect(),
                second.split_whitespace().collect(),
            );
            match (
                first[0].eq_ignore_ascii_case(second[0]),
                first[1].eq_ignore_ascii_case(second[1]),
            ) {
                (true, false) => Some(Order::FamilyFirst),
                (false, true) => Some(Order::GivenFirst),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Reads the name cell of one home. `order` is the column's, for names that
/// do not show it themselves.
pub fn read_home(text: &str, order: Order) -> NameCell {
    let (text, notes) = without_notes(text);
    let (name, is_family) = without_family_word(&text);
    let name = calm(name);
    let order = order_of(&name).unwrap_or(order);
    if let Some((family, given)) = name.split_once(',') {
        let carers: Vec<String> = people(given)
            .iter()
            .map(|it| format!("{it} {}", family.trim()))
            .collect();
        return NameCell {
            home: family.trim().to_owned(),
            carers,
            notes,
            maybe_two: false,
        };
    }
    let people = split_people(&name);
    // "Alm", "Alm/Björk": family names only.
    if is_family || people.iter().all(|it| it.split_whitespace().count() < 2) {
        return NameCell {
            home: name,
            carers: Vec::new(),
            notes,
            maybe_two: false,
        };
    }
    let carers = with_shared_family(&people, order);
    let families: Vec<&str> = carers
        .iter()
        .filter_map(|it| it.split_whitespace().last())
        .collect();
    let same = families
        .windows(2)
        .all(|it| it[0].eq_ignore_ascii_case(it[1]));
    // "Eva Alm / Per Björk": one home with two family names, or two homes.
    let maybe_two = !same && name.contains(['/', ';', '\n']);
    let mut home: Vec<&str> = Vec::new();
    for family in families {
        if !home.contains(&family) {
            home.push(family);
        }
    }
    NameCell {
        home: home.join(" och "),
        carers,
        notes,
        maybe_two,
    }
}

/// Reads a carer cell: one or two people, given name first, and notes.
pub fn read_carers(text: &str, order: Order) -> (Vec<String>, Vec<String>) {
    let (text, notes) = without_notes(text);
    let name = calm(&text);
    let order = order_of(&name).unwrap_or(order);
    if let Some((family, given)) = name.split_once(',') {
        let carers = people(given)
            .iter()
            .map(|it| format!("{it} {}", family.trim()))
            .collect();
        return (carers, notes);
    }
    (with_shared_family(&split_people(&name), order), notes)
}

/// "Eva" and "Per Alm" → "Eva Alm", "Per Alm".
fn with_shared_family(people: &[String], order: Order) -> Vec<String> {
    let words: Vec<Vec<&str>> = people
        .iter()
        .map(|it| it.split_whitespace().collect())
        .collect();
    let family = match order {
        Order::GivenFirst => words
            .iter()
            .rev()
            .find(|it| it.len() > 1)
            .and_then(|it| it.last()),
        Order::FamilyFirst => words
            .iter()
            .find(|it| it.len() > 1)
            .and_then(|it| it.first()),
    };
    words
        .iter()
        .map(|words| match (words.as_slice(), order, family) {
            ([given], _, Some(family)) => format!("{given} {family}"),
            ([own, given @ ..], Order::FamilyFirst, _) if !given.is_empty() => {
                format!("{} {own}", given.join(" "))
            }
            (words, ..) => words.join(" "),
        })
        .collect()
}

fn couple(text: &str) -> Option<(&str, &str)> {
    [" & ", " och ", " o ", " + ", "&"]
        .iter()
        .find_map(|it| text.split_once(it))
        .map(|(a, b)| (a.trim(), b.trim()))
}

fn split_people(text: &str) -> Vec<String> {
    people(&text.replace(['/', ';', '\n'], " & "))
}

fn people(text: &str) -> Vec<String> {
    text.replace(" och ", "&")
        .replace(" o ", "&")
        .replace(" + ", "&")
        .split('&')
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Takes "Familjen" or "Fam." away from the front, and says whether it stood there.
fn without_family_word(text: &str) -> (&str, bool) {
    let text = text.trim();
    let first = text.split_whitespace().next().unwrap_or_default();
    let word = first.to_lowercase();
    if ["familjen", "familj", "fam", "fam."].contains(&word.as_str()) && text.len() > first.len() {
        (text[first.len()..].trim(), true)
    } else {
        (text, false)
    }
}

/// Brackets are about the name and not of it.
fn without_notes(text: &str) -> (String, Vec<String>) {
    let (mut name, mut notes) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some(start) = rest.find('(') {
        let end = rest[start..].find(')').map_or(rest.len(), |it| start + it);
        name.push_str(&rest[..start]);
        name.push(' ');
        let note = rest[start + 1..end].trim();
        if !note.is_empty() {
            notes.push(note.to_owned());
        }
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    name.push_str(rest);
    let name = name
        .trim()
        .trim_end_matches(['*', '?', '!', ',', '-'])
        .trim();
    (
        name.split([' ', '\t', '\u{a0}'])
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(" "),
        notes,
    )
}

/// All capitals or no capitals become ordinary names; small words stay small.
pub(in crate::exchange) fn calm(text: &str) -> String {
    let shouted = text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase);
    let whispered = !text.chars().any(char::is_uppercase);
    if !shouted && !whispered {
        return text.to_owned();
    }
    let mut start = true;
    let calmed: String = text
        .chars()
        .flat_map(|letter| {
            let res: Vec<char> = if start {
                letter.to_uppercase().collect()
            } else {
                letter.to_lowercase().collect()
            };
            start = !letter.is_alphabetic();
            res
        })
        .collect();
    [" Och ", " O ", " Af ", " Von ", " De "]
        .iter()
        .fold(calmed, |text, it| text.replace(it, &it.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, home: &str, carers: &[&str]) {
        let read = read_home(text, Order::GivenFirst);
        assert_eq!(
            (
                read.home.as_str(),
                read.carers
                    .iter()
                    .map(String::as_str)
                    .collect::<Vec<_>>()
                    .as_slice()
            ),
            (home, carers),
            "{text}"
        );
    }

    #[test]
    fn homes_and_their_carers() {
        check("Eva och Per Alm", "Alm", &["Eva Alm", "Per Alm"]);
        check("Alm Eva & Per", "Alm", &["Eva Alm", "Per Alm"]);
        check("Alm, Eva och Per", "Alm", &["Eva Alm", "Per Alm"]);
        check("Eva Alm och Per Alm", "Alm", &["Eva Alm", "Per Alm"]);
        check("Alm Eva/Alm Per", "Alm", &["Eva Alm", "Per Alm"]);
        check("Familjen Rönnbär", "Rönnbär", &[]);
        check("FAM. ALM", "Alm", &[]);
        check("Alm", "Alm", &[]);
        check("EVA OCH PER ALM", "Alm", &["Eva Alm", "Per Alm"]);
        check("eva alm", "Alm", &["Eva Alm"]);
        check(
            "Eva Alm o Per Björk",
            "Alm och Björk",
            &["Eva Alm", "Per Björk"],
        );
        check("Alm/Björk", "Alm/Björk", &[]);
        check(
            "Anna-Karin Hammare-Såg",
            "Hammare-Såg",
            &["Anna-Karin Hammare-Såg"],
        );
    }

    #[test]
    fn the_columns_order_decides_where_the_name_does_not() {
        assert_eq!(
            read_home("Björk Siv", Order::FamilyFirst).carers,
            ["Siv Björk"]
        );
        assert_eq!(
            read_home("Siv Björk", Order::GivenFirst).carers,
            ["Siv Björk"]
        );
        assert_eq!(order_of("Alm Eva & Per"), Some(Order::FamilyFirst));
        assert_eq!(order_of("Eva & Per Alm"), Some(Order::GivenFirst));
        assert_eq!(order_of("Siv Björk"), None);
    }

    #[test]
    fn two_homes_in_a_cell() {
        let check = |text: &str, homes: &[&str]| assert_eq!(homes_in(text), homes, "{text}");
        check("Alm Eva & Per / Björk Siv", &["Alm Eva & Per", "Björk Siv"]);
        check(
            "Familjen Alm\nFamiljen Björk",
            &["Familjen Alm", "Familjen Björk"],
        );
        check(
            "Eva och Per Alm samt Siv Björk",
            &["Eva och Per Alm", "Siv Björk"],
        );
        check("Eva Alm / Per Alm", &["Eva Alm / Per Alm"]);
        check("Alm/Björk", &["Alm/Björk"]);
        assert!(read_home("Eva Alm / Per Björk", Order::GivenFirst).maybe_two);
        assert!(!read_home("Eva Alm / Per Alm", Order::GivenFirst).maybe_two);
    }

    #[test]
    fn what_stands_in_brackets_is_kept() {
        assert_eq!(
            read_home("Eva Alm (ring ej) *", Order::GivenFirst).notes,
            ["ring ej"]
        );
        assert_eq!(read_home("Alm (", Order::GivenFirst).home, "Alm");
    }
}
