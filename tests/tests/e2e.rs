//! The whole job by a person's hands: the real program in the real window.
//!
//! A new user makes a unit, takes the old register in, takes a family through, matches a
//! child, prints the paper, locks, closes, starts again and finds everything. On every
//! screen axe looks for what shuts somebody out, and a picture is left.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use base64::{Engine, engine::general_purpose::STANDARD};
use hemvist_core::Desk;
use hemvist_core::accounts::Cost;
use hemvist_tests::window::{Start, Window};
use hemvist_tests::{PASSWORD, USER, moment, program, root};
use serde_json::{Value, json};

/// The key to a new unit costs a second, and drawing a paper may take more on a slow machine.
const PATIENCE: Duration = Duration::from_secs(40);

/// The window with the test's own habits: every refusal ends the test with what the page said.
struct Hand {
    window: Window,
    violations: Vec<String>,
}

impl Hand {
    fn start(place: &Place, with_file: bool) -> Self {
        let pick =
            json!({ "new_unit": place.unit, "open_sheet": place.sheet, "save_pdf": place.pdf });
        let mut start = Start::new(&program("hemvist"))
            .env("HEMVIST_TEST", "1")
            .env("HEMVIST_PICK", &pick.to_string());
        let unit = place.unit.to_string_lossy().into_owned();
        if with_file {
            start = start.args(&["--file", &unit]);
        }
        let mut window = Window::open(&start).expect("a window");
        window.patience(PATIENCE);
        Self {
            window,
            violations: Vec::new(),
        }
    }

    #[track_caller]
    fn sees(&mut self, text: &str) {
        self.window
            .wait_for_text(text)
            .unwrap_or_else(|e| panic!("{e}"));
    }

    #[track_caller]
    fn fills(&mut self, label: &str, text: &str) {
        self.window
            .fill(label, text)
            .unwrap_or_else(|e| panic!("{e}"));
    }

    #[track_caller]
    fn presses(&mut self, chord: &str) {
        self.window.press(chord).unwrap_or_else(|e| panic!("{e}"));
    }

    /// Walks by Tab until something has the focus, and presses Enter (or another key) there.
    #[track_caller]
    fn tabs_to(&mut self, what: &str, then: &str) {
        for _ in 0..60 {
            let focus = self.window.focus().unwrap_or_else(|e| panic!("{e}"));
            if focus.starts_with(what) {
                return self.presses(then);
            }
            self.presses("Tab");
        }
        let page = self.window.text().unwrap_or_default();
        panic!("Tab never comes to {what}; the page says: {page}");
    }

    /// A screen that has come to rest: looked at by axe, and left as a picture.
    #[track_caller]
    fn looks(&mut self, screen: &str) {
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

    fn script(&mut self, script: &str) -> Value {
        self.window
            .script(script, &[])
            .unwrap_or_else(|e| panic!("{script}: {e}"))
    }

    fn sign_in(&mut self) {
        self.sees("Inget visas förrän du loggar in.");
        self.looks("logga-in");
        self.fills("Namn", USER);
        self.fills("Lösenord", PASSWORD);
        self.presses("Enter");
    }
}

struct Place {
    _folder: tempfile::TempDir,
    unit: PathBuf,
    sheet: PathBuf,
    pdf: PathBuf,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a scratch folder");
        Self {
            unit: folder.path().join("Björkvik.hemvist"),
            sheet: root().join("tests/sheets/familjehem.xlsx"),
            pdf: folder.path().join("papper.pdf"),
            _folder: folder,
        }
    }
}

/// From the first screen to a unit of one's own, with the key on paper.
fn make_a_unit(hand: &mut Hand, place: &Place) {
    hand.sees("Välkommen till Hemvist");
    hand.looks("valkommen");
    hand.tabs_to("button Skapa en ny enhet", "Enter");
    hand.sees("Vilken enhet är det?");
    hand.fills("Kommun", "Björkvik");
    hand.tabs_to("button Välj plats", "Enter");
    hand.sees("Sparas som Björkvik.hemvist");
    hand.looks("ny-enhet");
    hand.tabs_to("button Fortsätt", "Enter");
    hand.sees("Vem är du?");
    hand.fills("Ditt namn", USER);
    hand.fills("Lösenord Minst", PASSWORD);
    hand.fills("Lösenordet en gång till", PASSWORD);
    hand.looks("vem-ar-du");
    hand.presses("Enter");
    hand.sees("Återställningsnyckeln");
    let groups = hand.script("return [...document.querySelectorAll('ol[aria-label=\"Nyckeln\"] li')].map((it) => it.textContent.trim())");
    let groups: Vec<&str> = groups
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    assert!(groups.len() > 5, "a key in groups: {} groups", groups.len());
    hand.looks("aterstallningsnyckel");
    hand.tabs_to("button Spara som PDF", "Enter");
    hand.sees("Papperet är sparat.");
    assert!(
        fs::read(&place.pdf)
            .expect("the key's paper")
            .starts_with(b"%PDF")
    );
    fs::remove_file(&place.pdf).expect("our own file");
    let last = groups.last().expect("a group");
    hand.fills("Skriv den sista gruppen från papperet", last);
    hand.tabs_to("checkbox Jag har nyckeln på papper", "Space");
    hand.tabs_to("button Fortsätt", "Enter");
    hand.sees("Hur vill ni börja?");
    let page = hand
        .script("return document.documentElement.outerHTML")
        .to_string();
    let mut whole = groups.iter().filter(|it| it.len() >= 4);
    assert!(whole.all(|it| !page.contains(it)), "the key is shown once");
    hand.looks("hur-borja");
}

fn take_the_register_in(hand: &mut Hand) {
    hand.tabs_to("button Hämta in vårt gamla register", "Enter");
    hand.sees("Hämta in ert gamla register");
    hand.looks("hamta-in-tomt");
    hand.tabs_to("button Välj kalkylark", "Enter");
    hand.sees("47 hem · 83 vuxna · 7 celler gick inte att läsa · 10 lästa med antagande");
    hand.looks("hamta-in");
    hand.presses("Control+Enter");
    hand.sees("47 hem är hämtade in.");
    hand.sees("Stämjärn");
    hand.looks("hem");
}

/// Ctrl K, a name, Enter: the card.
fn find_a_home(hand: &mut Hand) {
    hand.presses("Control+k");
    hand.window.type_text("stämj").expect("a search");
    hand.sees("träff");
    hand.looks("sok");
    hand.presses("Enter");
    hand.window
        .wait_for("heading", "Stämjärn")
        .expect("the card");
    hand.looks("hemkort");
}

/// From the first call to a family on the board, with all that is left to do.
fn take_a_family_in(hand: &mut Hand) {
    hand.window.click("link", "Rekrytering").expect("the rail");
    hand.sees("Inga familjer i rekrytering");
    hand.looks("rekrytering-tomt");
    hand.presses("Control+n");
    hand.sees("Skriv medan ni pratar.");
    hand.fills("Namn", "Familjen Ekorre");
    hand.fills("Vad sägs?", "Ringde efter mässan.");
    hand.looks("ny-forfragan");
    hand.presses("Control+Enter");
    hand.window
        .wait_for("heading", "Familjen Ekorre")
        .expect("the family's page");
    hand.sees("Kvar att göra");
    hand.looks("familjen");
}

fn write_a_child(hand: &mut Hand) {
    hand.window.click("link", "Matchning").expect("the rail");
    hand.sees("Inget barn väntar på hem");
    hand.looks("matchning-tomt");
    hand.presses("Control+n");
    hand.sees("Förnamn räcker för att börja.");
    hand.fills("Förnamn", "Lo");
    hand.fills("Efternamn", "Provbarn");
    hand.fills("Personnummer", "20170101-2393");
    hand.fills("Ärendenummer", "2026-0417");
    hand.looks("nytt-barn");
    hand.presses("Control+Enter");
    hand.sees("Barnets egna ord");
    hand.window
        .wait_for("heading", "Lo Provbarn")
        .expect("the child's page");
    hand.window
        .click("button", "Lägg till behov")
        .expect("needs");
    hand.sees("Behovet med egna ord");
    // A letter on a closed list goes to the first line that begins with it.
    hand.tabs_to("combobox Behov", "k");
    hand.tabs_to("textbox Behovet med egna ord", "Tab");
    hand.presses("Control+Enter");
    hand.sees("Tillagt:");
    hand.sees("Erfarenhet av adhd");
    hand.looks("barnet");
}

fn match_and_print(hand: &mut Hand, place: &Place) {
    hand.presses("m");
    hand.sees("48 hem prövade");
    hand.looks("matcha");
    hand.presses("u");
    hand.window
        .wait_for("combobox", "Ordning")
        .expect("the dialog");
    hand.looks("skriv-underlag");
    hand.presses("Control+Enter");
    hand.window
        .wait_for("heading", "Placering: Lo Provbarn")
        .expect("the paper");
    until_drawn(hand);
    hand.looks("papper");
    hand.tabs_to("button Godkänn papperet", "Enter");
    hand.sees("Papperet är godkänt.");
    hand.tabs_to("button Utfärda", "Enter");
    hand.sees("Utfärda papperet?");
    hand.looks("utfarda");
    hand.tabs_to("button Utfärda", "Enter");
    hand.sees("Kontrollsumma (SHA-256)");
    until_drawn(hand);
    hand.looks("utfardat");
    hand.presses("Control+Shift+s");
    hand.sees("Papperet är sparat som PDF.");
    let pdf = fs::read(&place.pdf).expect("the paper");
    assert!(pdf.starts_with(b"%PDF"), "a PDF");
}

/// The pages are pictures with their words over them: the words say when they are there.
fn until_drawn(hand: &mut Hand) {
    let drawn = hand.window.until("a drawn page", |window| {
        let words = window.script(
            "return document.querySelector('.sheet .words')?.textContent ?? ''",
            &[],
        )?;
        Ok(words.as_str().is_some_and(|it| it.contains("Björkvik")))
    });
    if let Err(message) = drawn {
        let shot = hand.window.shot("e2e-no-paper").unwrap_or_default();
        panic!("{message} ({})", shot.display());
    }
}

/// Nothing personal is left in the page: not in its text, not in its elements.
fn lock(hand: &mut Hand) {
    hand.presses("Control+l");
    hand.sees("Inget visas förrän du loggar in.");
    let page = hand.script("return document.documentElement.outerHTML + document.title + [...document.querySelectorAll('input, textarea')].map((it) => it.value).join(' ')");
    let page = page.as_str().unwrap_or_default().to_owned();
    for word in [
        "Lo Provbarn",
        "Provbarn",
        "Stämjärn",
        "Ekorre",
        "Lena Fil",
        "20170101",
        "2026-0417",
        "070-174",
        "adhd",
        USER,
    ] {
        assert!(
            !page.contains(word),
            "{word} is still in the page after the lock"
        );
    }
    let kept = hand.script("return [localStorage.length, sessionStorage.length]");
    assert_eq!(
        kept,
        json!([0, 0]),
        "nothing is kept in the page's own stores"
    );
    hand.looks("last");
}

/// What the door says was issued is what lies on the disk.
fn as_the_door_issued(place: &Place) {
    let mut desk = Desk::new(Cost::STRONG);
    let today = "2026-11-24".parse().expect("a day");
    let mut ask = |number: i64, name: &str, input: Value| {
        desk.call(name, input, moment(today, number))
            .unwrap_or_else(|e| panic!("{name}: {e}"))
    };
    ask(1, "open_unit", json!({ "path": place.unit }));
    ask(2, "sign_in", json!({ "name": USER, "password": PASSWORD }));
    let list = ask(3, "paper_list", json!({}));
    assert_eq!(list[0]["state"], "issued", "{list}");
    let stored = ask(4, "paper_pdf", json!({ "id": list[0]["id"] }));
    let stored = STANDARD
        .decode(stored["pdf"].as_str().expect("bytes"))
        .expect("base64");
    assert!(
        stored == fs::read(&place.pdf).expect("the paper"),
        "the saved bytes are the issued ones"
    );
    assert_eq!(ask(5, "verify", json!({}))["whole"], true);
    ask(6, "lock", json!({}));
}

#[test]
fn a_new_user_does_the_whole_job() {
    let place = Place::new();
    let mut hand = Hand::start(&place, false);
    make_a_unit(&mut hand, &place);
    take_the_register_in(&mut hand);
    find_a_home(&mut hand);
    take_a_family_in(&mut hand);
    write_a_child(&mut hand);
    match_and_print(&mut hand, &place);
    lock(&mut hand);
    let mut violations = std::mem::take(&mut hand.violations);
    hand.window.quit().expect("an end");

    as_the_door_issued(&place);

    let mut hand = Hand::start(&place, true);
    hand.sign_in();
    hand.window.wait_for("link", "Hem").expect("the frame");
    hand.looks("i-dag");
    hand.window.click("link", "Hem").expect("the rail");
    hand.sees("48 hem");
    hand.window.click("link", "Matchning").expect("the rail");
    hand.sees("Lo Provbarn");
    hand.looks("matchning");
    hand.window.click("link", "Rekrytering").expect("the rail");
    hand.sees("Familjen Ekorre");
    hand.looks("rekrytering");
    hand.window
        .click("link", "Placeringar & nämnd")
        .expect("the rail");
    hand.sees("Utfärdat");
    hand.looks("placeringar");
    violations.append(&mut hand.violations);
    hand.window.quit().expect("an end");
    assert_eq!(violations, Vec::<String>::new(), "axe");
}
