//! Reads Rust just well enough: code without comments and texts, the texts themselves, and
//! which paths a file names.

/// A file's code and its texts, both with the line they stand on (from 1).
pub struct Rust {
    /// The code, line for line, with comments and the inside of texts blanked out.
    pub code: String,
    /// Every text literal.
    pub texts: Vec<(usize, String)>,
}

/// Splits a file; unit tests at the bottom do not count as the product's code.
pub fn split(text: &str) -> Rust {
    let text = match text.find("\n#[cfg(test)]\nmod ") {
        Some(at) => &text[..at],
        None => text,
    };
    let mut res = Rust {
        code: String::with_capacity(text.len()),
        texts: Vec::new(),
    };
    let mut rest = text;
    while let Some(it) = rest.chars().next() {
        let len = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some(len) = literal(rest, ends_in_name(&res.code)) {
            res.texts.push((
                res.code.matches('\n').count() + 1,
                inside(&rest[..len]).to_owned(),
            ));
            len
        } else if it == '\'' {
            char_literal(rest)
        } else {
            res.code.push(it);
            rest = &rest[it.len_utf8()..];
            continue;
        };
        let (gone, after) = rest.split_at(len);
        res.code.push(' ');
        res.code.extend(gone.chars().filter(|it| *it == '\n'));
        rest = after;
    }
    res
}

fn ends_in_name(code: &str) -> bool {
    code.ends_with(|it: char| it.is_alphanumeric() || it == '_')
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// The length of a text literal that starts here, with its prefix (`b`, `r#`, …).
fn literal(rest: &str, after_name: bool) -> Option<usize> {
    let prefix = rest.find(|it| it != 'b' && it != 'c' && it != 'r' && it != '#')?;
    if !rest[prefix..].starts_with('"') || prefix > 0 && after_name {
        return None;
    }
    let body = prefix + 1;
    if rest[..prefix].contains('r') {
        let end = format!("\"{}", "#".repeat(rest[..prefix].matches('#').count()));
        return Some(
            rest[body..]
                .find(&end)
                .map_or(rest.len(), |at| body + at + end.len()),
        );
    }
    if rest[..prefix].contains('#') {
        return None;
    }
    let mut escaped = false;
    for (at, it) in rest[body..].char_indices() {
        match it {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(body + at + 1),
            _ => {}
        }
    }
    Some(rest.len())
}

fn inside(literal: &str) -> &str {
    let start = literal.find('"').map_or(0, |at| at + 1);
    let end = literal.rfind('"').unwrap_or(literal.len()).max(start);
    &literal[start..end]
}

/// A character literal's length; a lifetime is only its quote.
fn char_literal(rest: &str) -> usize {
    let body = &rest[1..];
    if let Some(escape) = body.strip_prefix('\\') {
        let skipped = escape.chars().next().map_or(0, char::len_utf8);
        return escape[skipped..]
            .find('\'')
            .map_or(rest.len(), |at| 2 + skipped + at + 1);
    }
    let len = body.chars().next().map_or(0, char::len_utf8);
    if body[len..].starts_with('\'') {
        len + 2
    } else {
        1
    }
}

/// Every path in the code that starts with `start` (as `crate`), with `{…}` spread out.
pub fn paths(code: &str, start: &str) -> Vec<(usize, Vec<String>)> {
    let mut res = Vec::new();
    let needle = format!("{start}::");
    for (at, _) in code.match_indices(&needle) {
        if ends_in_name(&code[..at]) {
            continue;
        }
        let line = code[..at].matches('\n').count() + 1;
        let mut found = Vec::new();
        spread(&code[at + needle.len()..], &mut Vec::new(), &mut found);
        res.extend(found.into_iter().map(|path| (line, path)));
    }
    res
}

/// Reads one use tree and returns what follows it.
fn spread<'a>(text: &'a str, before: &mut Vec<String>, found: &mut Vec<Vec<String>>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = rest.trim_start().trim_start_matches(',').trim_start();
            if rest.is_empty() {
                return rest;
            }
            if let Some(after) = rest.strip_prefix('}') {
                return after;
            }
            let after = spread(rest, &mut before.clone(), found);
            // Something that is no use tree: stop rather than turn round for ever.
            if after.len() == rest.len() {
                return rest;
            }
            rest = after;
        }
    }
    let end = text
        .find(|it: char| !it.is_alphanumeric() && it != '_' && it != '*')
        .unwrap_or(text.len());
    if end == 0 {
        return text;
    }
    before.push(text[..end].to_owned());
    let rest = &text[end..];
    if let Some(deeper) = rest.trim_start().strip_prefix("::")
        && deeper.starts_with(|it: char| it.is_alphanumeric() || "_*{".contains(it))
    {
        return spread(deeper, before, found);
    }
    found.push(before.clone());
    match rest.trim_start().strip_prefix("as ") {
        Some(renamed) => renamed
            .trim_start()
            .trim_start_matches(|it: char| it.is_alphanumeric() || it == '_'),
        None => rest,
    }
}

#[test]
fn texts_and_comments_are_told_from_code() {
    let it = split(
        "let a = \"x // y\"; // \"no\"\nlet b = r#\"q \"in\" q\"#; /* /* c */ */ let c = '\"'; let d: &'a str = b\"z\\\"\";\n",
    );
    let texts: Vec<&str> = it.texts.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(texts, ["x // y", "q \"in\" q", "z\\\""]);
    assert_eq!(it.texts[1].0, 2);
    assert!(
        it.code.contains("let c = ") && !it.code.contains("no"),
        "{}",
        it.code
    );
    assert_eq!(it.code.lines().count(), 2);
}

#[test]
fn unit_tests_do_not_count() {
    assert_eq!(
        split("fn a() {}\n\n#[cfg(test)]\nmod tests {\n  secret\n}\n")
            .code
            .trim(),
        "fn a() {}"
    );
}

#[test]
fn use_trees_are_spread() {
    let code = "use crate::{api::Call, homes::{self as h, sql}, law::*};\nlet x = crate::store::open(crate::people::Name::new());";
    let found: Vec<String> = paths(code, "crate")
        .iter()
        .map(|(line, path)| format!("{line} {}", path.join("::")))
        .collect();
    assert_eq!(
        found,
        [
            "1 api::Call",
            "1 homes::self",
            "1 homes::sql",
            "1 law::*",
            "2 store::open",
            "2 people::Name::new"
        ]
    );
}
