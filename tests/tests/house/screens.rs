//! Who imports whom among the screens, and that no text becomes HTML.

use crate::tree::{Source, sources};

/// Parts of `ui/src` and which of ours they may import besides themselves.
/// What is not named here (the frame, the start) may import everything.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("api", &[]),
    // A part says its own few words ("Stäng"), and shows what the door's types tell; it asks nothing.
    ("parts", &["sv", TYPES, "api/shell"]),
    ("sv", &["api", "parts/status"]),
    // What a record at the door needs on a screen, whichever feature shows it.
    ("records", &["api", "parts", "sv"]),
    ("features", &["api", "parts", "records", "sv"]),
];

/// The door's types, which name and do nothing; `api/shell` and `parts/status` are such too.
const TYPES: &str = "api/types";

/// Ways to turn a text into HTML.
fn html_ways() -> [String; 5] {
    let glue = |a: &str, b: &str| format!("{a}{b}");
    [
        glue("v-ht", "ml"),
        glue("inner", "HTML"),
        glue("outer", "HTML"),
        glue("insertAdjacent", "HTML"),
        glue("document.wr", "ite"),
    ]
}

fn screens() -> Vec<Source> {
    let mut res = sources("ui/src", &[".ts", ".vue"]);
    res.retain(|it| !it.path.ends_with(".test.ts"));
    res
}

/// What a file imports, as written between the quotes.
fn imports(text: &str) -> Vec<(usize, &str)> {
    let mut res = Vec::new();
    for (at, line) in text.lines().enumerate() {
        for word in ["from ", "import ", "import("] {
            for (begin, _) in line.match_indices(word) {
                let after = &line[begin + word.len()..];
                let quoted = after.strip_prefix('"').or_else(|| after.strip_prefix('\''));
                if let Some(end) = quoted.and_then(|it| it.find(['"', '\''])) {
                    res.push((at + 1, &after[1..=end]));
                }
            }
        }
    }
    res
}

/// The path under `ui/src` that an import reaches; `None` for packages and what lies outside.
fn target(importer: &str, import: &str) -> Option<String> {
    if let Some(path) = import.strip_prefix("@/") {
        return Some(path.to_owned());
    }
    if !import.starts_with('.') {
        return None;
    }
    let mut parts: Vec<&str> = importer.strip_prefix("ui/src/")?.split('/').collect();
    parts.pop();
    for part in import.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

fn wrong_imports(file: &Source) -> Vec<String> {
    let mut res = Vec::new();
    let inside = file.path.strip_prefix("ui/src/").unwrap_or_default();
    let own: Vec<&str> = inside.split('/').collect();
    for (line, import) in imports(&file.text) {
        let at = format!("{}:{line}: {import}", file.path);
        if import.starts_with("@tauri-apps/") && own[0] != "api" {
            res.push(format!("{at}: only ui/src/api knows Tauri"));
        }
        let Some(target) = target(&file.path, import) else {
            continue;
        };
        let theirs: Vec<&str> = target.split('/').collect();
        let rule = MAY_IMPORT
            .iter()
            .find(|(name, _)| *name == own[0] && own.len() > 1);
        if let Some((name, allowed)) = rule
            && theirs[0] != *name
            && !allowed.contains(&theirs[0])
            && !allowed.contains(&target.trim_end_matches(".ts"))
        {
            res.push(format!("{at}: {name} does not import {}", theirs[0]));
        }
        if own[0] == "features" && theirs[0] == "features" && own.get(1) != theirs.get(1) {
            res.push(format!("{at}: features do not import each other"));
        }
    }
    res
}

fn html(file: &Source) -> Vec<String> {
    let ways = html_ways();
    let lines = file.text.lines().enumerate();
    let wrong = lines.filter(|(_, line)| ways.iter().any(|way| line.contains(way)));
    wrong
        .map(|(at, line)| format!("{}:{}: {}", file.path, at + 1, line.trim()))
        .collect()
}

#[test]
fn screens_import_what_they_may() {
    let wrong: Vec<String> = screens().iter().flat_map(wrong_imports).collect();
    crate::none("imports among the screens", &wrong);
}

#[test]
fn no_text_becomes_html() {
    let mut files = sources("ui/src", &[".ts", ".vue", ".html"]);
    files.extend(sources("ui", &["index.html"]));
    let wrong: Vec<String> = files.iter().flat_map(html).collect();
    crate::none("what a person typed is text", &wrong);
}

#[cfg(test)]
mod doctored {
    use super::*;

    fn wrong(path: &str, text: &str) -> usize {
        wrong_imports(&Source {
            path: format!("ui/src/{path}"),
            text: text.to_owned(),
        })
        .len()
    }

    #[test]
    fn features_keep_apart() {
        assert_eq!(
            wrong(
                "features/homes/List.vue",
                "import Card from \"../children/Card.vue\";"
            ),
            1
        );
        assert_eq!(
            wrong(
                "features/homes/List.vue",
                "import { a } from '@/features/children/a';"
            ),
            1
        );
        assert_eq!(
            wrong(
                "features/homes/List.vue",
                "import Card from \"./Card.vue\";\nimport { read } from \"../../api\";"
            ),
            0
        );
        assert_eq!(
            wrong(
                "features/homes/List.vue",
                "const a = () => import(\"@/features/board/A.vue\");"
            ),
            1
        );
    }

    #[test]
    fn parts_ask_nothing() {
        assert_eq!(
            wrong("parts/Field.vue", "import { read } from \"../api\";"),
            1
        );
        assert_eq!(wrong("parts/Field.vue", "import \"@/api/call\";"), 1);
        assert_eq!(
            wrong(
                "parts/Field.vue",
                "import Card from \"../features/homes/Card.vue\";"
            ),
            1
        );
        let good = "import Icon from \"./Icon.vue\";\nimport { ref } from \"vue\";\nimport { sv } from \"../sv\";\nimport type { Problem } from \"../api/types\";";
        assert_eq!(wrong("parts/Field.vue", good), 0);
    }

    #[test]
    fn only_api_knows_tauri() {
        assert_eq!(
            wrong(
                "desk.ts",
                "import { invoke } from \"@tauri-apps/api/core\";"
            ),
            1
        );
        assert_eq!(
            wrong(
                "api/call.ts",
                "import { invoke } from \"@tauri-apps/api/core\";"
            ),
            0
        );
    }

    #[test]
    fn html_from_text_is_seen() {
        for way in html_ways() {
            let file = Source {
                path: "ui/src/a.vue".to_owned(),
                text: format!("<p>\n<b {way}=\"x\" />"),
            };
            assert_eq!(html(&file).len(), 1, "{way}");
        }
    }
}
