//! What may not leak through a free text: where a protected home lies, and who
//! lives there. A text that names any of it is left out of the paper, visibly.

use crate::homes::HomeCard;

/// Words that a paper about this home must not contain, in small letters.
pub fn secrets(card: &HomeCard) -> Vec<String> {
    let mut found = Vec::new();
    let mut add = |text: Option<&String>| {
        found.extend(
            text.map(|it| it.trim().to_lowercase())
                .filter(|it| it.chars().count() >= 3),
        );
    };
    let home = card.protected;
    if home {
        for it in [
            &card.street,
            &card.postcode,
            &card.locality,
            &card.municipality,
            &card.phone,
            &card.email,
        ] {
            add(it.as_ref());
        }
        // "Familjen Snöfall" is named by its last word.
        let family = card.name.split_whitespace().last().map(str::to_owned);
        add(family.as_ref());
    }
    for person in card.people.iter().filter(|it| home || it.protected) {
        add(Some(&person.given_name));
        add(Some(&person.family_name));
        for it in [&person.personal_number, &person.phone, &person.email] {
            add(it.as_ref());
        }
    }
    found
}

/// Whether a text names any of them, as words of their own or in the genitive.
pub fn leaks(text: &str, secrets: &[String]) -> bool {
    let text = text.to_lowercase();
    secrets.iter().any(|secret| {
        text.match_indices(secret.as_str()).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let mut after = text[at + secret.len()..].chars();
            let first = after.next();
            let end = match first {
                Some('s') => after.next(),
                it => it,
            };
            let letter = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
            !letter(before) && !letter(end)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        let secrets = [
            "åmåla".to_owned(),
            "storgatan 1".to_owned(),
            "alm".to_owned(),
        ];
        assert_eq!(leaks(text, &secrets), expected, "{text}");
    }

    #[test]
    fn a_name_is_seen_in_any_case_and_in_the_genitive_but_not_inside_words() {
        check("Skolan i Åmåla ligger nära.", true);
        check("ÅMÅLAS skola", true);
        check("De bor på storgatan 1.", true);
        check("Storgatan 12 är en annan.", false);
        check("Han heter Alm.", true);
        check("En allmän beskrivning, almanackan.", false);
        check("", false);
    }
}
