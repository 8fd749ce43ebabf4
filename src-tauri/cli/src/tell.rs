//! What is written on standard output: JSON, or calm Swedish.

use std::fmt::Display;
use std::io::Write as _;

use hemvist_core::api::{CALLS, Hand};
use serde_json::{Value, json};

/// One line. A reader that has gone away is not our fault.
pub fn line(text: impl Display) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// An answer as it is.
pub fn json(answer: &Value) {
    line(answer);
}

/// One of the two.
pub fn done(as_json: bool, answer: Value, words: impl Display) {
    if as_json { json(&answer) } else { line(words) }
}

/// Everything that can be asked.
pub fn calls(as_json: bool) {
    if as_json {
        let list: Vec<Value> = CALLS
            .iter()
            .map(|it| json!({ "name": it.name, "hand": it.hand, "role": it.role, "input": (it.input)(), "answer": (it.answer)() }))
            .collect();
        return json(&Value::Array(list));
    }
    for it in CALLS {
        let hand = match it.hand {
            Hand::Desk => "dörren",
            Hand::Read => "läser",
            Hand::Write => "skriver",
        };
        line(format_args!(
            "{:<26} {:<8} {} → {}",
            it.name,
            hand,
            (it.input)(),
            (it.answer)()
        ));
    }
}

/// A unit was made.
pub fn made(answer: &Value) {
    line("Enheten är skapad. Återställningsnyckeln visas bara nu:");
    line(text(&answer["recovery_key"]));
    line("Skriv ut den och förvara den i ett förseglat kuvert hos chefen.");
}

/// An export was written.
pub fn exported(answer: &Value) {
    line(format_args!(
        "Skrev {} rader till {}",
        answer["rows"],
        text(&answer["path"])
    ));
    line(format_args!("SHA-256 {}", text(&answer["sha256"])));
}

/// Something came in.
pub fn imported(answer: &Value) {
    rows("Hämtade in", answer);
}

/// Something would come in.
pub fn would_import(answer: &Value) {
    rows("Skulle hämta in", answer);
    line("Inget är ändrat.");
}

/// What an old spreadsheet holds, with every cell that could not be read.
pub fn sheet_preview(answer: &Value) {
    let counts = &answer["preview"]["counts"];
    line(format_args!(
        "{} hem och {} vuxna. {} celler kunde inte läsas, {} lästes med ett antagande.",
        counts["homes"], counts["carers"], counts["unread"], counts["assumed"]
    ));
    for row in answer["preview"]["rows"].as_array().into_iter().flatten() {
        for it in row["problems"].as_array().into_iter().flatten() {
            line(format_args!(
                "  {} rad {} {}: {} ({})",
                text(&row["sheet_name"]),
                row["key"]["row"],
                text(&it["column"]),
                text(&it["code"]),
                if it["used"].is_null() {
                    "ej läst"
                } else {
                    "antaget"
                }
            ));
        }
    }
    line("Inget är ändrat.");
}

/// An old spreadsheet was taken in.
pub fn sheet_imported(answer: &Value) {
    line(format_args!(
        "Hämtade in {} hem. Ta tillbaka med: call undo_import '{{\"id\":\"{}\"}}'",
        answer["homes"],
        text(&answer["id"])
    ));
}

fn rows(verb: &str, answer: &Value) {
    let added = answer["added"].as_object().into_iter().flatten();
    let count: u64 = added.clone().filter_map(|(_, it)| it.as_u64()).sum();
    line(format_args!(
        "{verb} {count} rader. {} fanns redan.",
        answer["same"].as_u64().unwrap_or(0)
    ));
    for (table, count) in added {
        line(format_args!("  {table}: {count}"));
    }
}

/// Four bands with their homes.
pub fn matched(answer: &Value) {
    for band in answer["result"]["bands"].as_array().into_iter().flatten() {
        line(match band["band"].as_str() {
            Some("possible") => "Möjligt hem",
            Some("possible_more_to_learn") => "Möjligt hem – mer att ta reda på",
            Some("only_if") => "Möjligt endast om …",
            _ => "Hindrat",
        });
        let groups = band["groups"].as_array().into_iter().flatten();
        let mut homes = groups
            .flat_map(|it| it["homes"].as_array().into_iter().flatten())
            .peekable();
        if homes.peek().is_none() {
            line("  inga hem");
        }
        for home in homes {
            line(format_args!("  {}", text(&home["name"])));
        }
    }
}

/// What falls due, the earliest first.
pub fn due(answer: &Value) {
    let items = answer["items"].as_array().map_or(&[][..], Vec::as_slice);
    line(format_args!(
        "{} saker förfaller, räknat den {}.",
        items.len(),
        text(&answer["as_of"])
    ));
    for item in items {
        let late = if item["late"] == true {
            "försenat"
        } else {
            ""
        };
        let day = item["on"].as_str().unwrap_or("utan dag");
        line(format_args!(
            "  {day:<10} {late:<8} {} ({})",
            text(&item["subject"]["name"]),
            item["rule"].as_str().unwrap_or("egen planering")
        ));
    }
}

/// A table of figures, with tabs between the columns.
/// The funnel by source, by stage and by reason.
pub fn funnel(answer: &Value) {
    let rows = |field: &str| answer[field].as_array().cloned().unwrap_or_default();
    line(format_args!(
        "Från {} till {}",
        text(&answer["from"]),
        text(&answer["to"])
    ));
    let phases: Vec<String> = rows("phases")
        .iter()
        .map(|it| text(&it["label"]).to_owned())
        .collect();
    line(format_args!(
        "Källa\tAnmälningar\t{}\tGodkända\tPågår\tAvbrutna av familjen\tAvslutade av kommunen",
        phases.join("\t")
    ));
    let mut sources = rows("sources");
    let total = answer["total"].clone();
    sources.push(total);
    let last = sources.len() - 1;
    for (at, row) in sources.iter().enumerate() {
        let name = match (row["source"].as_str(), at == last) {
            (_, true) => "Alla",
            (Some(key), _) => key,
            (None, _) => "okänd",
        };
        let mut numbers = vec![row["enquiries"]["count"].to_string()];
        numbers.extend(
            row["reached"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|it| it["count"].to_string()),
        );
        for field in ["approved", "open", "by_family", "by_unit"] {
            numbers.push(row[field]["count"].to_string());
        }
        line(format_args!("{name}\t{}", numbers.join("\t")));
    }
    line(format_args!("Steg\tNådde\tMediandagar\tGräns"));
    for row in rows("stages") {
        let number = |it: &Value| it.as_u64().map_or("–".to_owned(), |it| it.to_string());
        line(format_args!(
            "{}\t{}\t{}\t{}",
            text(&row["label"]),
            row["reached"]["count"],
            number(&row["median_days"]),
            number(&row["limit_days"])
        ));
    }
    for row in rows("reasons") {
        line(format_args!(
            "Slutade: {}\t{}",
            text(&row["label"]),
            row["count"]
        ));
    }
    if answer["total"]["enquiries"]["count"].as_u64() < answer["caution_below"].as_u64() {
        line(format_args!("För få för att dra slutsatser."));
    }
}

pub fn report(answer: &Value) {
    line(format_args!(
        "Från {} till {}",
        text(&answer["from"]),
        text(&answer["to"])
    ));
    let headings: Vec<&str> = answer["columns"]
        .as_array()
        .into_iter()
        .flatten()
        .map(text)
        .collect();
    line(format_args!("Regi\tTyp\t{}", headings.join("\t")));
    let numbers = |it: &Value| {
        it.as_array()
            .into_iter()
            .flatten()
            .map(Value::to_string)
            .collect::<Vec<_>>()
            .join("\t")
    };
    for row in answer["rows"].as_array().into_iter().flatten() {
        let regime = if row["regime"] == "own" {
            "egen"
        } else {
            "extern"
        };
        line(format_args!(
            "{regime}\t{}\t{}",
            text(&row["kind"]).replace('_', " "),
            numbers(&row["values"])
        ));
    }
    if answer["total"].is_array() {
        line(format_args!("Summa\t\t{}", numbers(&answer["total"])));
    }
}

/// What was checked and found.
pub fn verified(answer: &Value) {
    let file = answer["file"].as_array().map_or(0, Vec::len);
    line(if file == 0 {
        "Filen är hel.".to_owned()
    } else {
        format!("Filen är skadad på {file} ställen.")
    });
    match answer["history_damaged_at"].as_u64() {
        None => line(format_args!(
            "Historiken hänger ihop: {} rader.",
            answer["history_lines"]
        )),
        Some(at) => line(format_args!("Historiken är bruten vid rad {at}.")),
    }
    let damaged = answer["papers_damaged"].as_array().map_or(0, Vec::len);
    line(format_args!(
        "Upprättade handlingar: {} kontrollerade, {damaged} skadade.",
        answer["papers"]
    ));
    line(format_args!(
        "Innehållets SHA-256 {}",
        text(&answer["digest"])
    ));
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
