//! The hand on the window (`hemvist_tests::window`), tried on a small page in WebKit's own browser.

use std::path::{Path, PathBuf};
use std::time::Duration;

use hemvist_tests::window::{Start, Window};

const PAGE: &str = r#"<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><title>Prov</title></head>
<body><main><h1>Prov</h1>
<form onsubmit="event.preventDefault(); document.getElementById('said').textContent = 'Hej ' + document.getElementById('who').value + '!'">
<label for="who">Namn på barnet</label> <input id="who">
<label>Kommun <select><option>Ale</option><option>Öckerö</option></select></label>
<button>Hälsa (Ctrl S)</button> <button type="button" hidden>Dold</button>
</form><p id="said" role="status"></p>
<ul><li><button>Öppna</button></li><li><button onclick="said.textContent = 'den andra'">Öppna</button></li></ul>
</main>
<script>
const said = document.getElementById('said');
addEventListener('keydown', (it) => { if (it.ctrlKey && it.key === 'k') { it.preventDefault(); said.textContent = 'sökruta'; } });
</script></body></html>"#;

/// WebKit's small browser lies beside the library that our window is drawn with.
fn browser() -> PathBuf {
    let places = [
        "/usr/lib/x86_64-linux-gnu",
        "/usr/lib/aarch64-linux-gnu",
        "/usr/lib",
        "/usr/libexec",
    ];
    let found = places
        .iter()
        .map(|it| Path::new(it).join("webkit2gtk-4.1/MiniBrowser"))
        .find(|it| it.is_file());
    found.expect("MiniBrowser comes with WebKitGTK")
}

fn open(page: &str) -> (tempfile::TempDir, Window) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("page.html");
    std::fs::write(&path, page).expect("a file in our own folder");
    let mut window =
        Window::open(&Start::new(&browser()).args(&["--automation"])).expect("a window");
    window
        .go(&format!("file://{}", path.display()))
        .expect("a page");
    (folder, window)
}

#[test]
fn a_form_is_filled_by_label_and_sent_by_name() {
    let (_folder, mut window) = open(PAGE);
    window.fill("Namn på barnet", "Örjan Åsä").expect("a field");
    assert_eq!(window.focus().expect("a focus"), "textbox Namn på barnet");
    window.choose("Kommun", "Öckerö").expect("a list");
    window.click("button", "Hälsa").expect("a button");
    window.wait_for_text("Hej Örjan Åsä!").expect("an answer");
    window.press("Control+k").expect("keys");
    window.wait_for_text("sökruta").expect("an answer to keys");
    window
        .wait_until_gone("Hej")
        .expect("the first answer is gone");
    assert_eq!(window.count("button", "Dold").expect("a count"), 0);
    assert!(
        window
            .click("button", "Öppna")
            .expect_err("two have this name")
            .contains("click_nth")
    );
    window.click_nth("button", "Öppna", 1).expect("the second");
    window.wait_for_text("den andra").expect("an answer");
    assert_eq!(window.axe().expect("axe runs"), Vec::<String>::new());
    let picture =
        std::fs::read(window.shot("hand").expect("a picture")).expect("the picture lies there");
    assert!(
        picture.starts_with(b"\x89PNG") && picture.len() > 1000,
        "{} bytes",
        picture.len()
    );
    window.quit().expect("an end");
}

#[test]
fn a_field_without_a_label_is_a_violation() {
    let (_folder, mut window) =
        open(&PAGE.replace("<label for=\"who\">Namn på barnet</label>", ""));
    let found = window.axe().expect("axe runs");
    assert!(
        found.iter().any(|it| it.starts_with("label (")),
        "{found:?}"
    );
    window.kill().expect("an end");
}

#[test]
fn what_never_comes_is_an_error_in_words() {
    let (_folder, mut window) = open(PAGE);
    window.patience(Duration::from_secs(1));
    let error = window
        .wait_for_text("det som aldrig sägs")
        .expect_err("it never comes");
    assert!(
        error.contains("det som aldrig sägs") && error.contains("the page says: Prov"),
        "{error}"
    );
    window.quit().expect("an end");
}
