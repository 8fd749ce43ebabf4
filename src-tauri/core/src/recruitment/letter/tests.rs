//! Letters and forms as they come; everybody in them is made up.

use super::*;
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) -> ReadEnquiry {
    let found = read_text(text, "2026-11-23".parse().unwrap());
    let got: Vec<_> = found
        .fields
        .iter()
        .map(|it| (it.field.as_str(), it.value.as_str()))
        .collect();
    assert_eq!(got, expected);
    found
}

#[test]
fn a_web_form_with_labels_and_colons() {
    let found = check(
        "Formulär: Bli familjehem\nSkickat: 2026-11-20 14:03\n\nNamn: Tolvan Ask\nPersonnummer: 19121212-1212\n\
         Mobil: 070-123 45 67\nE-post: tolvan@exempel.se\nAdress: Storgatan 5\nPostnr Ort: 999 10 Björkvik\n\
         Barn hemma: Två, 8 och 11 år\nMeddelande: Vi undrar hur det går till.\nVi kan tänka oss ett syskonpar.\n",
        &[
            ("name", "Tolvan Ask"),
            ("personal_number", "19121212-1212"),
            ("phone", "070-123 45 67"),
            ("email", "tolvan@exempel.se"),
            ("street", "Storgatan 5"),
            ("postcode", "999 10"),
            ("locality", "Björkvik"),
            ("children_home", "Två, 8 och 11 år"),
            (
                "thoughts",
                "Vi undrar hur det går till.\nVi kan tänka oss ett syskonpar.",
            ),
            ("received_on", "2026-11-20"),
        ],
    );
    assert!(found.form);
    let phone = found.fields.iter().find(|it| it.field == "phone").unwrap();
    assert_eq!((phone.line, phone.by), (6, FoundBy::Label));
}

#[test]
fn a_web_form_with_answers_on_the_line_below() {
    let found = check(
        "Förnamn *\nEva\n\nEfternamn *\nEk\n\nTelefonnummer\n\n+46 70 123 45 67\n\nOrt\nFuruås\n\nEgna barn?\nNej\n",
        &[
            ("name", "Eva Ek"),
            ("phone", "070-123 45 67"),
            ("locality", "Furuås"),
            ("children_home", "Nej"),
        ],
    );
    assert!(found.form);
}

#[test]
fn a_letter_with_sender_and_signature() {
    let found = check(
        "Från: Eva Ek <eva.ek@exempel.se>\nTill: familjehem@bjorkvik.example\nSkickat: den 20 november 2026 09:12\n\
         Ämne: Familjehem\n\nHej!\nVi har funderat länge på att bli familjehem och har ett rum ledigt.\n\n\
         Med vänliga hälsningar\nEva och Bo Ek\nLillgatan 3\n999 40 Furuås\n0701-23 45 67\n",
        &[
            ("name", "Eva Ek"),
            ("name_2", "Bo Ek"),
            ("phone", "070-123 45 67"),
            ("email", "eva.ek@exempel.se"),
            ("street", "Lillgatan 3"),
            ("postcode", "999 40"),
            ("locality", "Furuås"),
            ("received_on", "2026-11-20"),
        ],
    );
    assert!(!found.form);
    assert_eq!(found.fields[0].by, FoundBy::Signature);
    assert_eq!(found.fields[0].line, 10);
}

#[test]
fn a_short_letter_without_labels() {
    check(
        "hej vi vill veta mer om att bli familjehem. ring gärna på 0701234567 efter fem. mvh Siri",
        &[("phone", "070-123 45 67")],
    );
    check(
        "Hej, jag vill veta mer.\nMvh Siri Regn, siri@exempel.se",
        &[("email", "siri@exempel.se")],
    );
    check("Hej!\n\nMvh, Siri Regn", &[("name", "Siri Regn")]);
}

#[test]
fn a_quoted_letter_and_a_table_with_tabs() {
    check(
        "> Namn:  Amir Storm\n> E-postadress: <mailto:amir@exempel.se>\n",
        &[("name", "Amir Storm"), ("email", "amir@exempel.se")],
    );
    check(
        "Namn\tAmir Storm\nTel.\t08-123 456 78\nAdress\tUddvägen 3, 999 14 Sjöbacka\n",
        &[
            ("name", "Amir Storm"),
            ("phone", "08-123 456 78"),
            ("street", "Uddvägen 3"),
            ("postcode", "999 14"),
            ("locality", "Sjöbacka"),
        ],
    );
}

#[test]
fn two_numbers_are_two_adults() {
    check(
        "Namn: Eva Ek\nPersonnummer: 19121212-1212\nPartner: Bo Ek\nPersonnummer: 191212121212\n",
        &[
            ("name", "Eva Ek"),
            ("name_2", "Bo Ek"),
            ("personal_number", "19121212-1212"),
            ("personal_number_2", "19121212-1212"),
        ],
    );
}

#[test]
fn what_is_wrong_is_shown_to_be_mended() {
    let found = check(
        "Namn: Eva Ek\nTelefon: ring jobbet\nPersonnummer: 19121212-1213\n",
        &[
            ("name", "Eva Ek"),
            ("personal_number", "19121212-1213"),
            ("phone", "ring jobbet"),
        ],
    );
    let wrong: Vec<_> = found
        .fields
        .iter()
        .filter(|it| !it.well_formed)
        .map(|it| it.field.as_str())
        .collect();
    assert_eq!(wrong, ["personal_number", "phone"]);
}

#[test]
fn nothing_is_found_in_nothing() {
    check("", &[]);
    check("Namn:\nTelefon:\n", &[]);
    check("Skickat: 2031-01-01", &[]);
}

#[test]
fn a_megabyte_is_read_at_once() {
    let long = [
        "a".repeat(1_000_000),
        "Namn: \n".repeat(150_000),
        "070-".repeat(250_000),
        "@".repeat(1_000_000),
        "Meddelande: å\n".repeat(60_000),
        "1 ".repeat(500_000),
    ];
    for text in &long {
        let found = read_text(text, "2026-11-23".parse().unwrap());
        assert!(found.cut);
        assert!(found.fields.len() <= ORDER.len());
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_fall(text in any::<String>()) {
        let found = read_text(&text, "2026-11-23".parse().unwrap());
        prop_assert!(found.fields.iter().all(|it| !it.value.trim().is_empty()));
    }

    #[test]
    fn no_mixture_of_its_own_words_makes_it_fall(parts in proptest::collection::vec(
        prop_oneof![
            Just("Namn:".to_owned()), Just("\n".to_owned()), Just("mvh ".to_owned()), Just("Adress: ".to_owned()),
            Just("Från: <".to_owned()), Just("\t".to_owned()), Just("553 21 Å".to_owned()), Just("Skickat: 31 feb 2026".to_owned()),
            Just(" och ".to_owned()), Just("İẞ".to_owned()), any::<String>(),
        ], 0..40)) {
        let text = parts.concat();
        let lines = text.lines().count();
        for it in read_text(&text, "2026-11-23".parse().unwrap()).fields {
            prop_assert!(it.line >= 1 && it.line as usize <= lines + 1);
        }
    }
}
