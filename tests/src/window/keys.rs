//! Keys pressed together, from their names.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

/// `"Control+Shift+p"` as presses in order and releases in the opposite.
pub fn chord(chord: &str) -> Result<KeyActions, String> {
    // A plus sign at the end is the key itself.
    let (before, last) = match chord.strip_suffix('+') {
        Some(before) => (before.trim_end_matches('+'), "+"),
        None => chord.rsplit_once('+').unwrap_or(("", chord)),
    };
    let mut keys = before
        .split('+')
        .filter(|it| !it.is_empty())
        .map(key)
        .collect::<Result<Vec<char>, String>>()?;
    keys.push(key(last)?);
    let mut actions = KeyActions::new("keyboard".to_owned());
    for value in keys.iter().copied() {
        actions = actions.then(KeyAction::Down { value });
    }
    for value in keys.iter().rev().copied() {
        actions = actions.then(KeyAction::Up { value });
    }
    Ok(actions)
}

fn key(name: &str) -> Result<char, String> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Ok(letter);
    }
    let named = match name {
        "Control" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Space" => return Ok(' '),
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "F1" => Key::F1,
        "F2" => Key::F2,
        "F5" => Key::F5,
        "F6" => Key::F6,
        _ => return Err(format!("the key {name:?} has no name here")),
    };
    Ok(char::from(named))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_a_key_and_a_strange_one_is_not() {
        for good in ["k", "ö", "Control", "ArrowDown", "F6", "Space"] {
            assert!(key(good).is_ok(), "{good}");
        }
        assert!(key("Kontroll").is_err() && chord("Control+Kontroll").is_err());
        assert!(chord("Control++").is_ok() && chord("+").is_ok());
    }
}
