//! Reads a pasted e-mail or web form into the fields of an enquiry, for the user
//! to confirm. Nothing is saved here, and nothing is guessed that has no place in
//! the text: each field tells the line it was found on and by what.

use std::collections::HashMap;
use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Result;
use crate::people::{self, PersonalNumber, fold};
use crate::store::fields::day;
use crate::store::{Read, choice};

choice!(
    /// What a field was known by.
    FoundBy {
        /// A label before it or on the line above.
        Label = "label",
        /// The line that says who sent it.
        Sender = "sender",
        /// The name under the greeting.
        Signature = "signature",
        /// Its shape alone.
        Shape = "shape",
    }
);

/// The text that was pasted.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EnquiryText {
    /// The whole text.
    pub text: String,
}

/// What was found.
#[derive(Debug, Serialize, TS)]
pub struct ReadEnquiry {
    /// One line for each field, in the order of the form.
    pub fields: Vec<FoundField>,
    /// Whether the text looks like a web form rather than a letter.
    pub form: bool,
    /// Whether there was more text than is read.
    pub cut: bool,
}

/// A field and its place in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FoundField {
    /// `name`, `name_2`, `phone`, `email`, `street`, `postcode`, `locality`,
    /// `personal_number`, `personal_number_2`, `children_home`, `thoughts`,
    /// `source_detail` or `received_on`.
    pub field: String,
    /// The value, tidied where it could be.
    pub value: String,
    /// Line in the text, from 1.
    pub line: u32,
    /// What it was known by.
    pub by: FoundBy,
    /// Whether the value has the shape the field asks for.
    pub well_formed: bool,
}

/// Enough for any letter; the rest is kept with the enquiry but not read.
const LINES: usize = 2000;
const LINE: usize = 2000;

/// The order in which fields are shown.
const ORDER: &[&str] = &[
    "name",
    "name_2",
    "personal_number",
    "personal_number_2",
    "phone",
    "email",
    "street",
    "postcode",
    "locality",
    "children_home",
    "thoughts",
    "source_detail",
    "received_on",
];

/// Reads a pasted text.
///
/// # Errors
/// Never: what is not understood is left for the user.
pub fn read_enquiry_text(read: &Read<'_>, input: EnquiryText) -> Result<ReadEnquiry> {
    Ok(read_text(&input.text, read.today()))
}

/// Reads a text on a day.
#[must_use]
pub fn read_text(text: &str, today: NaiveDate) -> ReadEnquiry {
    let lines: Vec<String> = text
        .lines()
        .take(LINES)
        .map(|it| tidy(&it.chars().take(LINE).collect::<String>()))
        .collect();
    let cut = text.lines().nth(LINES).is_some()
        || text
            .lines()
            .take(LINES)
            .any(|it| it.chars().nth(LINE).is_some());
    let mut found = Finder {
        today,
        fields: Vec::new(),
        labels: 0,
    };
    found.labelled(&lines);
    found.signature(&lines);
    found.by_shape(&lines);
    found.names();
    let mut fields = found.fields;
    fields.retain(|it| ORDER.contains(&it.field.as_str()));
    fields.sort_by_key(|it| ORDER.iter().position(|field| *field == it.field));
    ReadEnquiry {
        fields,
        form: found.labels >= 3,
        cut,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    label: Vec<LabelWords>,
    closing: Closing,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LabelWords {
    #[serde(rename = "key")]
    field: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Closing {
    words: Vec<String>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        toml::from_str(include_str!("../../../../assets/rules/enquiry_labels.toml"))
            .expect("shipped rules are tested")
    })
}

fn label(text: &str) -> Option<&'static str> {
    static LABELS: OnceLock<HashMap<&'static str, &'static str>> = OnceLock::new();
    let labels = LABELS.get_or_init(|| {
        words()
            .label
            .iter()
            .flat_map(|it| {
                it.words
                    .iter()
                    .map(|word| (word.as_str(), it.field.as_str()))
            })
            .collect()
    });
    let text = fold(text.trim_end_matches(['*', ':', '?']).trim());
    labels.get(text.trim_end_matches(['?', '*', ' '])).copied()
}

/// Without what mail programs put around a line: quote marks, list marks, bold.
fn tidy(line: &str) -> String {
    line.replace('\u{a0}', " ")
        .trim()
        .trim_start_matches(['>', '|', '•', '*', ' '])
        .trim_start_matches("- ")
        .trim_end_matches(['*', '|', ' '])
        .trim()
        .to_owned()
}

struct Finder {
    today: NaiveDate,
    fields: Vec<FoundField>,
    labels: u32,
}

impl Finder {
    fn has(&self, field: &str) -> bool {
        self.fields.iter().any(|it| it.field == field)
    }

    /// Keeps a value unless the field has one: what is surest is looked for first.
    fn add(&mut self, field: &str, value: &str, line: usize, by: FoundBy) {
        let value = value.trim().trim_matches('"').trim();
        if value.is_empty() || self.has(field) {
            return;
        }
        let tidied = match field {
            "phone" => people::phone(value),
            "email" => email_in(value),
            "postcode" => people::postcode(value),
            "personal_number" | "personal_number_2" => PersonalNumber::parse(value, self.today)
                .ok()
                .map(|it| it.written()),
            "received_on" => date_in(value)
                .filter(|it| *it <= self.today)
                .map(|it| it.to_string()),
            _ => Some(value.to_owned()),
        };
        if tidied.is_none() && field == "received_on" {
            return;
        }
        self.fields.push(FoundField {
            field: field.to_owned(),
            well_formed: tidied.is_some(),
            value: tidied.unwrap_or_else(|| value.to_owned()),
            line: u32::try_from(line + 1).unwrap_or(u32::MAX),
            by,
        });
    }

    /// `Label: value`, `Label<tab>value`, and a label with its value on the line below.
    fn labelled(&mut self, lines: &[String]) {
        let mut at = 0;
        while at < lines.len() {
            let line = &lines[at];
            let split = line
                .split_once(':')
                .or_else(|| line.split_once('\t'))
                .and_then(|(before, after)| Some((label(before)?, after.trim())));
            let (field, first) = match split {
                Some(it) => it,
                None => match label(line) {
                    Some(field) => (field, ""),
                    None => {
                        at += 1;
                        continue;
                    }
                },
            };
            let place = if first.is_empty() { at + 1 } else { at };
            let mut value = first.to_owned();
            if value.is_empty() {
                // A web form leaves an empty line between, or none.
                let below = lines
                    .get(at + 1)
                    .filter(|it| !it.is_empty())
                    .map_or(at + 2, |_| at + 1);
                match lines.get(below) {
                    Some(it) if !is_labelled(it) => value.clone_from(it),
                    _ => {
                        at += 1;
                        continue;
                    }
                }
                at = below;
            }
            if field == "thoughts" {
                // Own words go on until the next label.
                let mut last = at + 1;
                while lines
                    .get(last)
                    .is_some_and(|it| !is_labelled(it) && !is_closing(it))
                {
                    value.push('\n');
                    value.push_str(&lines[last]);
                    last += 1;
                }
                at = last - 1;
            }
            self.labelled_value(field, &value, place);
            at += 1;
        }
    }

    fn labelled_value(&mut self, field: &'static str, value: &str, at: usize) {
        match field {
            "ignore" => return,
            "sender" => {
                let name = value.split(['<', '[', '(']).next().unwrap_or("");
                if let Some(email) = email_in(value) {
                    self.add("email", &email, at, FoundBy::Sender);
                }
                if !name.contains('@') {
                    self.add("sender_name", name, at, FoundBy::Sender);
                }
                return;
            }
            "town" => self.town(value, at, FoundBy::Label),
            "street" => {
                let mut parts = value.splitn(2, ',');
                let street = parts.next().unwrap_or("");
                self.add("street", street, at, FoundBy::Label);
                if let Some(rest) = parts.next() {
                    self.town(rest, at, FoundBy::Label);
                }
            }
            "postcode" if people::postcode(value).is_none() => {
                self.town(value, at, FoundBy::Label);
            }
            "locality" if town_in(value).is_some() => self.town(value, at, FoundBy::Label),
            "personal_number" if self.has("personal_number") => {
                self.add("personal_number_2", value, at, FoundBy::Label);
            }
            "name" if self.has("name") => self.add("name_2", value, at, FoundBy::Label),
            _ => self.add(field, value, at, FoundBy::Label),
        }
        self.labels += 1;
    }

    /// Postcode and locality together.
    fn town(&mut self, text: &str, at: usize, by: FoundBy) {
        if let Some((postcode, locality)) = town_in(text) {
            self.add("postcode", &postcode, at, by);
            self.add("locality", &locality, at, by);
        } else if by == FoundBy::Label {
            self.add("locality", text, at, by);
        }
    }

    /// The name under "Med vänliga hälsningar", or on its line.
    fn signature(&mut self, lines: &[String]) {
        let Some(at) = lines.iter().rposition(|it| is_closing(it)) else {
            return;
        };
        let own = lines[at]
            .split_once([',', ' '])
            .map_or("", |(_, rest)| rest);
        let own = closing_rest(&lines[at]).unwrap_or(own);
        if looks_like_names(own) {
            self.add("signed", own, at, FoundBy::Signature);
        }
        for (below, line) in lines.iter().enumerate().skip(at + 1).take(4) {
            if looks_like_names(line) {
                self.add("signed", line, below, FoundBy::Signature);
                break;
            }
        }
    }

    /// Telephone, e-mail, number and address by their shape.
    fn by_shape(&mut self, lines: &[String]) {
        for (at, line) in lines.iter().enumerate() {
            if let Some(email) = email_in(line) {
                self.add("email", &email, at, FoundBy::Shape);
            }
            for number in personal_numbers_in(line, self.today) {
                let known = self.fields.iter().any(|it| it.value == number);
                let field = match (known, self.has("personal_number")) {
                    (true, _) => continue,
                    (_, false) => "personal_number",
                    _ => "personal_number_2",
                };
                self.add(field, &number, at, FoundBy::Shape);
            }
            if !self.has("phone")
                && let Some(phone) = phone_in(line, self.today)
            {
                self.add("phone", &phone, at, FoundBy::Shape);
            }
            if self.has("postcode") || self.has("locality") {
                continue;
            }
            let parts: Vec<&str> = line.split(',').map(str::trim).collect();
            if let Some(which) = parts.iter().position(|it| town_in(it).is_some()) {
                self.town(parts[which], at, FoundBy::Shape);
                let street = match which.checked_sub(1) {
                    Some(before) => Some((parts[before], at)),
                    None => at.checked_sub(1).map(|it| (lines[it].as_str(), it)),
                };
                if let Some((street, at)) = street.filter(|(it, _)| looks_like_street(it)) {
                    self.add("street", street, at, FoundBy::Shape);
                }
            }
        }
    }

    /// The best name there is, and the second adult's out of "Eva och Bo Ek".
    fn names(&mut self) {
        let take = |fields: &mut Vec<FoundField>, field: &str| {
            let at = fields.iter().position(|it| it.field == field)?;
            Some(fields.remove(at))
        };
        let (given, family) = (
            take(&mut self.fields, "given_name"),
            take(&mut self.fields, "family_name"),
        );
        let (sender, signed) = (
            take(&mut self.fields, "sender_name"),
            take(&mut self.fields, "signed"),
        );
        if !self.has("name") {
            let joined = match (given, family) {
                (Some(given), Some(family)) => Some(FoundField {
                    value: format!("{} {}", given.value, family.value),
                    ..given
                }),
                (given, family) => given.or(family),
            };
            // A signature with both names says more than the sender's line.
            let two = |it: &FoundField| split_names(&it.value).1.is_some();
            let best = joined
                .or_else(|| signed.clone().filter(two))
                .or_else(|| sender.filter(|it| looks_like_names(&it.value)))
                .or(signed);
            if let Some(name) = best {
                self.fields.push(FoundField {
                    field: "name".into(),
                    ..name
                });
            }
        }
        let Some(name) = self.fields.iter().position(|it| it.field == "name") else {
            return;
        };
        let (first, second) = split_names(&self.fields[name].value);
        let (line, by) = (self.fields[name].line, self.fields[name].by);
        self.fields[name].value = first;
        if let Some(second) = second
            && !self.has("name_2")
        {
            self.fields.push(FoundField {
                field: "name_2".into(),
                value: second,
                line,
                by,
                well_formed: true,
            });
        }
    }
}

fn is_labelled(line: &str) -> bool {
    label(line).is_some()
        || line
            .split_once(':')
            .or_else(|| line.split_once('\t'))
            .is_some_and(|(before, _)| label(before).is_some())
}

fn is_closing(line: &str) -> bool {
    closing_rest(line).is_some()
}

/// What stands after the greeting on its own line.
fn closing_rest(line: &str) -> Option<&str> {
    let folded = fold(line);
    // Folding keeps one character for one in what the greetings are made of.
    words()
        .closing
        .words
        .iter()
        .filter_map(|word| {
            let rest = folded.strip_prefix(word.as_str())?;
            rest.chars()
                .next()
                .is_none_or(|it| !it.is_alphanumeric())
                .then(|| word.chars().count())
        })
        .max()
        .and_then(|count| {
            let at = line
                .char_indices()
                .nth(count)
                .map_or(line.len(), |(at, _)| at);
            line.get(at..)
                .map(|it| it.trim_matches([',', '.', '!', ' ', '/']))
        })
}

/// One to five words with capitals, and nothing that is no name.
fn looks_like_names(text: &str) -> bool {
    let text = text.trim();
    let words: Vec<&str> = text.split([' ', ',']).filter(|it| !it.is_empty()).collect();
    (1..=6).contains(&words.len())
        && text.chars().count() <= 80
        && words.iter().all(|word| {
            matches!(
                *word,
                "och" | "&" | "o" | "von" | "af" | "de" | "van" | "al"
            ) || (word.chars().next().is_some_and(char::is_uppercase)
                && word
                    .chars()
                    .all(|it| it.is_alphabetic() || matches!(it, '-' | '\'' | '’' | '.')))
        })
}

/// "Eva och Bo Ek" is two people with one family name.
fn split_names(text: &str) -> (String, Option<String>) {
    let Some((first, second)) = [" och ", " & ", " o "]
        .iter()
        .find_map(|it| text.split_once(it))
    else {
        return (text.trim().to_owned(), None);
    };
    let (first, second) = (first.trim(), second.trim());
    let first = match (first.contains(' '), second.rsplit_once(' ')) {
        (false, Some((_, family))) => format!("{first} {family}"),
        _ => first.to_owned(),
    };
    (first, Some(second.to_owned()).filter(|it| !it.is_empty()))
}

fn looks_like_street(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_alphabetic)
        && text.chars().count() <= 60
        && text.chars().any(|it| it.is_ascii_digit())
        && !text.contains([':', '@'])
}

fn email_in(text: &str) -> Option<String> {
    text.split(|it: char| it.is_whitespace() || "<>()[],;\"'".contains(it))
        .map(|it| it.trim_start_matches("mailto:").trim_matches(['.', ':']))
        .find(|it| it.len() <= 200 && people::is_email(it))
        .map(ToOwned::to_owned)
}

fn personal_numbers_in(text: &str, today: NaiveDate) -> Vec<String> {
    text.split(|it: char| !(it.is_ascii_digit() || matches!(it, '-' | '+')))
        .filter(|it| matches!(it.bytes().filter(u8::is_ascii_digit).count(), 10 | 12))
        .filter_map(|it| PersonalNumber::parse(it, today).ok())
        .map(|it| it.written())
        .collect()
}

/// The first run that can be a telephone number and is not a personal number.
fn phone_in(text: &str, today: NaiveDate) -> Option<String> {
    text.split(|it: char| !(it.is_ascii_digit() || " +-–()/".contains(it)))
        .map(str::trim)
        .filter(|it| it.starts_with(['0', '+', '(']))
        .filter(|it| it.bytes().filter(u8::is_ascii_digit).count() >= 8)
        .filter(|it| PersonalNumber::parse(it, today).is_err())
        .find_map(people::phone)
}

/// `553 21 Björkvik`.
fn town_in(text: &str) -> Option<(String, String)> {
    let text = text
        .trim()
        .trim_start_matches("SE-")
        .trim_start_matches("S-");
    let at = text.find(char::is_alphabetic)?;
    let postcode = people::postcode(text.get(..at)?)?;
    let locality = text.get(at..)?.trim();
    (locality.chars().count() <= 40
        && locality
            .chars()
            .all(|it| it.is_alphabetic() || matches!(it, ' ' | '-')))
    .then(|| (postcode, locality.to_owned()))
}

/// A day written with figures or with the month in words.
fn date_in(text: &str) -> Option<NaiveDate> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ];
    if let Some(found) = text.split([' ', 'T', ',']).find_map(day) {
        return Some(found);
    }
    let words: Vec<String> = text
        .split([' ', ',', '.'])
        .filter(|it| !it.is_empty())
        .map(fold)
        .collect();
    words.windows(3).find_map(|it| {
        let month = MONTHS
            .iter()
            .position(|month| it[1].starts_with(month) || (*month == "okt" && it[1] == "oct"))?;
        let year: i32 = it[2].parse().ok().filter(|it| (1990..2200).contains(it))?;
        NaiveDate::from_ymd_opt(year, u32::try_from(month + 1).ok()?, it[0].parse().ok()?)
    })
}

#[cfg(test)]
mod tests;
