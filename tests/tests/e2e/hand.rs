//! A person's hand with the journey's own habits: every refusal ends the test with what the page said.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

use hemvist_tests::window::{Start, Window};
use hemvist_tests::{PASSWORD, USER, program, root};
use serde_json::{Value, json};

/// The key to a new unit costs a second, and drawing a paper may take more on a slow machine.
const PATIENCE: Duration = Duration::from_secs(40);

/// The window with the test's own habits: every refusal ends the test with what the page said.
pub struct Hand {
    pub window: Window,
    pub violations: Vec<String>,
    /// Names of the screens looked at.
    pub seen: BTreeSet<String>,
}

impl Hand {
    pub fn start(place: &Place, with_file: bool) -> Self {
        let pick =
            json!({ "new_unit": place.unit, "open_sheet": place.sheet, "save_pdf": place.pdf });
        let mut start = Start::new(&program("hemvist"))
            .env("HEMVIST_TEST", "1")
            .env("HEMVIST_PICK", &pick.to_string())
            .watched(&place.record(with_file));
        let unit = place.unit.to_string_lossy().into_owned();
        if with_file {
            start = start.args(&["--file", &unit]);
        }
        let mut window = Window::open(&start).expect("a window");
        window.patience(PATIENCE);
        Self {
            window,
            violations: Vec::new(),
            seen: BTreeSet::new(),
        }
    }

    #[track_caller]
    pub fn sees(&mut self, text: &str) {
        self.window
            .wait_for_text(text)
            .unwrap_or_else(|e| panic!("{e}"));
    }

    #[track_caller]
    pub fn fills(&mut self, label: &str, text: &str) {
        self.window
            .fill(label, text)
            .unwrap_or_else(|e| panic!("{e}"));
    }

    #[track_caller]
    pub fn presses(&mut self, chord: &str) {
        self.window.press(chord).unwrap_or_else(|e| panic!("{e}"));
    }

    /// Walks by Tab until something has the focus.
    #[track_caller]
    pub fn goes_to(&mut self, what: &str) {
        self.walks("Tab", what);
    }

    /// Walks by Shift Tab until something has the focus.
    #[track_caller]
    pub fn goes_back_to(&mut self, what: &str) {
        self.walks("Shift+Tab", what);
    }

    #[track_caller]
    fn walks(&mut self, key: &str, what: &str) {
        for _ in 0..60 {
            if self.focus().starts_with(what) {
                return;
            }
            self.presses(key);
        }
        let page = self.window.text().unwrap_or_default();
        panic!("{key} never comes to {what}; the page says: {page}");
    }

    /// Walks by Tab until something has the focus, and presses Enter (or another key) there.
    #[track_caller]
    pub fn tabs_to(&mut self, what: &str, then: &str) {
        self.goes_to(what);
        self.presses(then);
    }

    /// Walks by Tab to a field and writes in it, as one does who has no mouse.
    #[track_caller]
    pub fn writes(&mut self, field: &str, text: &str) {
        self.goes_to(&format!("textbox {field}"));
        self.types(text);
    }

    /// Writes where the focus is.
    #[track_caller]
    pub fn types(&mut self, text: &str) {
        self.window
            .type_text(text)
            .unwrap_or_else(|e| panic!("{e}"));
    }

    /// Role and name of what has the focus.
    #[track_caller]
    pub fn focus(&mut self) -> String {
        self.window.focus().unwrap_or_else(|e| panic!("{e}"))
    }

    /// Waits until the focus has come to something that `is` it, and tells what it is.
    #[track_caller]
    pub fn focus_comes(&mut self, what: &str, is: impl Fn(&str) -> bool) -> String {
        let mut focus = String::new();
        let came = self
            .window
            .until(&format!("the focus on {what}"), |window| {
                focus = window.focus()?;
                Ok(is(&focus))
            });
        came.unwrap_or_else(|e| panic!("the focus is on {focus}: {e}"));
        focus
    }

    /// What a script in the page answers as a list of texts.
    #[track_caller]
    pub fn texts(&mut self, script: &str) -> Vec<String> {
        let answer = self.script(script);
        let texts = answer.as_array().into_iter().flatten();
        texts
            .map(|it| it.as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// A screen that has come to rest: looked at by axe, and left as a picture.
    #[track_caller]
    pub fn looks(&mut self, screen: &str) {
        self.seen.insert(screen.to_owned());
        let moved = self.script("return document.scrollingElement.scrollTop");
        assert_eq!(moved, 0, "{screen}: the frame itself has been scrolled");
        let found = self
            .window
            .axe()
            .unwrap_or_else(|e| panic!("{screen}: {e}"));
        self.violations
            .extend(found.into_iter().map(|it| format!("{screen}: {it}")));
        self.window
            .shot(&format!("e2e-{screen}"))
            .unwrap_or_else(|e| panic!("{screen}: {e}"));
    }

    pub fn script(&mut self, script: &str) -> Value {
        self.window
            .script(script, &[])
            .unwrap_or_else(|e| panic!("{script}: {e}"))
    }

    pub fn sign_in(&mut self) {
        self.sees("Inget visas förrän du loggar in.");
        self.looks("logga-in");
        self.signs_in_as(USER, PASSWORD);
    }

    pub fn signs_in_as(&mut self, name: &str, password: &str) {
        self.sees("Inget visas förrän du loggar in.");
        self.fills("Namn", name);
        self.fills("Lösenord", password);
        self.presses("Enter");
        self.window.wait_for("link", "Hem").expect("the frame");
    }

    /// Walks by Tab to a family's card on the board, and opens it.
    #[track_caller]
    pub fn opens_card(&mut self, family: &str) {
        self.sees("Visa avslutade");
        self.sees(family);
        for _ in 0..60 {
            let at = self.focus();
            // The card begins with the stage; what lies under it ends with the name.
            if at.starts_with("button") && at.contains(family) && !at.ends_with(family) {
                return self.presses("Enter");
            }
            self.presses("Tab");
        }
        panic!("Tab never comes to the card of {family}");
    }
}

pub struct Place {
    _folder: tempfile::TempDir,
    pub unit: PathBuf,
    pub sheet: PathBuf,
    pub pdf: PathBuf,
}

impl Place {
    /// Where the kernel's word on the program's sockets is written, for the first start or the next.
    pub fn record(&self, again: bool) -> PathBuf {
        let name = if again { "sockets-2" } else { "sockets-1" };
        self.pdf.with_file_name(name)
    }

    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a scratch folder");
        Self {
            unit: folder.path().join("Björkvik.hemvist"),
            sheet: root().join("tests/sheets/familjehem.xlsx"),
            pdf: folder.path().join("papper.pdf"),
            _folder: folder,
        }
    }
}
