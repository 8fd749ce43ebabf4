//! The real program in a real window, as a person uses it: by what is written and by the keyboard.
//!
//! WebKit's own driver starts the program; things are found by role and accessible
//! name as axe-core computes them, so that a test can press only what a screen reader
//! can name. Everything has a time limit. Linux only.
//!
//! ```no_run
//! # fn main() -> Result<(), String> {
//! use hemvist_tests::window::{Start, Window, program};
//! let mut window = Window::open(&Start::new(&program("hemvist")).args(&["--file", "unit.hemvist"]))?;
//! window.fill("Lösenord", "sju blåa cyklar vid kanalen")?;
//! window.click("button", "Lås upp")?;
//! window.wait_for_text("Förfaller")?;
//! window.press("Control+k")?;
//! window.shot("i-dag")?;
//! assert_eq!(window.axe()?, Vec::<String>::new());
//! window.quit()
//! # }
//! ```

mod axe;
mod close;
mod display;
mod driver;
mod find;
mod keys;
pub mod sockets;

use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

pub use crate::{program, root};
pub use display::Display;
use driver::Driver;

/// How long anything may take that is not said to take longer.
pub const LIMIT: Duration = Duration::from_secs(15);
/// How long a click that does not reach its thing is tried again.
const RETRIED: Duration = Duration::from_secs(8);
/// How often a wait looks again.
const LOOK: Duration = Duration::from_millis(50);

/// How a window is started.
pub struct Start {
    app: PathBuf,
    args: Vec<String>,
    env: Vec<(String, String)>,
    size: (u32, u32),
    record: Option<PathBuf>,
}

impl Start {
    /// A program, without arguments, at the usual municipal laptop's size.
    pub fn new(app: &Path) -> Self {
        Self {
            app: app.to_owned(),
            args: Vec::new(),
            env: Vec::new(),
            size: (1366, 768),
            record: None,
        }
    }

    /// Has strace write down every socket the program and its processes make; see [`sockets`].
    #[must_use]
    pub fn watched(mut self, record: &Path) -> Self {
        self.record = Some(record.to_owned());
        self
    }

    /// Adds arguments.
    #[must_use]
    pub fn args(mut self, args: &[&str]) -> Self {
        self.args.extend(args.iter().map(|it| (*it).to_owned()));
        self
    }

    /// Sets a variable for the program, as `HEMVIST_PICK` that stands in for the file dialog.
    #[must_use]
    pub fn env(mut self, key: &str, value: &str) -> Self {
        self.env.push((key.to_owned(), value.to_owned()));
        self
    }

    /// The window's size in CSS pixels.
    #[must_use]
    pub fn size(mut self, width: u32, height: u32) -> Self {
        self.size = (width, height);
        self
    }
}

/// An open window. Dropping it ends the program and everything started for it.
pub struct Window {
    driver: Driver,
    patience: Duration,
    // The program goes before its display does.
    display: Option<Display>,
}

impl Window {
    /// Starts the program, on a display of its own where there is none, and waits for its page.
    pub fn open(start: &Start) -> Result<Self, String> {
        let display = Display::when_none()?;
        let mut env = start.env.clone();
        if let Some(display) = &display {
            env.push(("DISPLAY".to_owned(), display.name().to_owned()));
        }
        let driver = match &start.record {
            None => Driver::start(&start.app, &start.args, &env)?,
            Some(record) => {
                let mut args = sockets::strace(record);
                args.push(start.app.to_string_lossy().into_owned());
                args.extend(start.args.iter().cloned());
                Driver::start(&sockets::place()?, &args, &env)?
            }
        };
        let (width, height) = start.size;
        driver.client("set the window's size", async |client| {
            client.set_window_size(width, height).await
        })?;
        let mut window = Self {
            driver,
            patience: LIMIT,
            display,
        };
        window.until("a page", |window| {
            Ok(window.script("return document.readyState", &[])? == "complete")
        })?;
        Ok(window)
    }

    /// How long waits last, when not [`LIMIT`]: longer for an import, shorter for what must not come.
    pub fn patience(&mut self, limit: Duration) {
        self.patience = limit;
    }

    /// Goes to an address. The product needs none: it is for trying this library.
    pub fn go(&mut self, address: &str) -> Result<(), String> {
        self.driver
            .client("go to a page", async |client| client.goto(address).await)
    }

    /// Clicks the one thing with this role and accessible name (`"button"`, `"Spara"`).
    pub fn click(&mut self, role: &str, name: &str) -> Result<(), String> {
        let start = Instant::now();
        loop {
            let element = self.find(role, name)?;
            let clicked = self
                .driver
                .client(&format!("click {role} {name:?}"), async |_| {
                    element.click().await
                });
            // The page may have drawn it anew, or a note over it, since it was found.
            if clicked.is_ok() || start.elapsed() > RETRIED {
                return clicked;
            }
            thread::sleep(LOOK);
        }
    }

    /// Clicks the `nth` (from 0) of several with the same role and name, as rows of a list have.
    pub fn click_nth(&mut self, role: &str, name: &str, nth: usize) -> Result<(), String> {
        let element = self.find_nth(role, name, nth)?;
        self.driver
            .client(&format!("click {role} {name:?} number {nth}"), async |_| {
                element.click().await
            })
    }

    /// Empties the field with this label and types into it, key by key.
    pub fn fill(&mut self, label: &str, text: &str) -> Result<(), String> {
        let element = self.find("", label)?;
        self.driver
            .client(&format!("empty {label:?}"), async |_| element.clear().await)?;
        self.driver
            .client(&format!("type into {label:?}"), async |_| {
                element.send_keys(text).await
            })
    }

    /// Chooses an option by its text in the list with this label.
    pub fn choose(&mut self, label: &str, option: &str) -> Result<(), String> {
        let element = self.find("", label)?;
        self.driver
            .client(&format!("choose {option:?} in {label:?}"), async |_| {
                element.select_by_label(option).await
            })
    }

    /// Types where the focus is.
    pub fn type_text(&mut self, text: &str) -> Result<(), String> {
        self.driver.client("type", async |client| {
            client.active_element().await?.send_keys(text).await
        })
    }

    /// Presses keys together: `"Enter"`, `"F6"`, `"Control+k"`, `"Control+Shift+p"`.
    pub fn press(&mut self, chord: &str) -> Result<(), String> {
        let actions = keys::chord(chord)?;
        self.driver
            .client(&format!("press {chord}"), async |client| {
                client.perform_actions(actions).await
            })
    }

    /// Role and accessible name of what has the focus (`"textbox Lösenord"`).
    pub fn focus(&mut self) -> Result<String, String> {
        self.with_axe()?;
        let answer = self.script(find::FOCUS, &[])?;
        answer
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| format!("focus: {answer}"))
    }

    /// Everything a person can read on the page, blanks made single.
    pub fn text(&mut self) -> Result<String, String> {
        let text = self.script("return document.body ? document.body.innerText : ''", &[])?;
        Ok(text
            .as_str()
            .unwrap_or_default()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "))
    }

    /// Waits until the page says something.
    pub fn wait_for_text(&mut self, text: &str) -> Result<(), String> {
        self.until(&format!("the text {text:?}"), |window| {
            Ok(window.text()?.contains(text))
        })
    }

    /// Waits until the page no longer says something.
    pub fn wait_until_gone(&mut self, text: &str) -> Result<(), String> {
        self.until(&format!("no text {text:?}"), |window| {
            Ok(!window.text()?.contains(text))
        })
    }

    /// Waits for something with this role and name to be there.
    pub fn wait_for(&mut self, role: &str, name: &str) -> Result<(), String> {
        self.find_nth(role, name, 0).map(|_| ())
    }

    /// Waits until `done` says so; when it never does, the error tells what the page said instead.
    pub fn until(
        &mut self,
        what: &str,
        mut done: impl FnMut(&mut Self) -> Result<bool, String>,
    ) -> Result<(), String> {
        let start = Instant::now();
        while !done(self)? {
            if start.elapsed() > self.patience {
                let page = self.text().unwrap_or_default();
                let page: String = page.chars().take(600).collect();
                return Err(format!(
                    "waited {} s for {what}; the page says: {page}",
                    self.patience.as_secs()
                ));
            }
            thread::sleep(LOOK);
        }
        Ok(())
    }

    /// Runs a script in the page and returns its answer.
    pub fn script(&mut self, script: &str, args: &[Value]) -> Result<Value, String> {
        self.driver.client("run a script", async |client| {
            client.execute(script, args.to_vec()).await
        })
    }

    /// Milliseconds from the program's start until its page first showed
    /// something, as WebKit itself noted it; right to about ten.
    pub fn first_paint(&mut self) -> Result<f64, String> {
        let script = "const it = performance.getEntriesByName('first-contentful-paint')[0];
                      return it ? Date.now() - performance.timeOrigin - it.startTime : null";
        let mut since = None;
        self.until("something on the page", |window| {
            since = window.script(script, &[])?.as_f64();
            Ok(since.is_some())
        })?;
        let since = since.ok_or("first paint: the page does not tell")?;
        Ok(self.driver.age()? - since)
    }

    /// Sets the size of all text, in per cent of the usual.
    pub fn text_size(&mut self, percent: u32) -> Result<(), String> {
        let script = "document.documentElement.style.fontSize = arguments[0]";
        self.script(script, &[json!(format!("{percent}%"))])
            .map(|_| ())
    }

    /// Takes a picture into `out/shots/NAME.png` (or `HEMVIST_SHOTS`) and returns where it lies.
    pub fn shot(&mut self, name: &str) -> Result<PathBuf, String> {
        let folder = std::env::var_os("HEMVIST_SHOTS")
            .map_or_else(|| root().join("out/shots"), PathBuf::from);
        std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        // What the page has become may not be painted yet: two frames later it is.
        let painted = "const done = arguments[arguments.length - 1];
            requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";
        self.driver.client("wait for a frame", async |client| {
            client.execute_async(painted, Vec::new()).await
        })?;
        let picture = self
            .driver
            .client("take a picture", async |client| client.screenshot().await)?;
        let path = folder.join(format!("{name}.png"));
        std::fs::write(&path, picture).map_err(|e| format!("{}: {e}", path.display()))?;
        Ok(path)
    }

    /// Ends the program in the driver's way, without a word from it.
    pub fn quit(self) -> Result<(), String> {
        self.driver.quit()
    }

    /// Shuts the window as its cross does, and waits until the program has ended by itself.
    pub fn close(self) -> Result<(), String> {
        let own = self.display.as_ref().map(|it| it.name().to_owned());
        let display = own.or_else(|| std::env::var("DISPLAY").ok());
        let display = display.ok_or("close: no display")?;
        match close::ask(&display, &self.driver.programs())? {
            1 => self.driver.ended(self.patience),
            found => Err(format!("close: {found} windows to shut, not one")),
        }
    }

    /// Kills the program where it stands, as a power cut does.
    pub fn kill(self) -> Result<(), String> {
        self.driver.kill()
    }
}
