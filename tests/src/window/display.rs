//! A screen nobody sees, for machines without one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;

use super::LIMIT;

/// An Xvfb of our own; it goes when this is dropped.
pub struct Display {
    child: Child,
    name: String,
}

impl Display {
    /// A display where there is none; `None` where a person can look on.
    pub fn when_none() -> Result<Option<Self>, String> {
        if std::env::var_os("DISPLAY").is_some_and(|it| !it.is_empty()) {
            return Ok(None);
        }
        Self::start().map(Some)
    }

    /// Starts Xvfb on a number that it chooses itself, so that tests do not meet.
    pub fn start() -> Result<Self, String> {
        let mut child = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1920x1200x24",
                "-nolisten",
                "tcp",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|e| format!("Xvfb did not start: {e}"))?;
        let output = child.stdout.take().ok_or("Xvfb has no output")?;
        let (tell, told) = mpsc::channel();
        thread::spawn(move || {
            let mut line = String::new();
            // A line that cannot be sent or read is a display that never came; the wait below says so.
            if BufReader::new(output).read_line(&mut line).is_ok() {
                let _gone = tell.send(line);
            }
        });
        let mut display = Self {
            child,
            name: String::new(),
        };
        let number = told
            .recv_timeout(LIMIT)
            .map_err(|_| "Xvfb named no display in time")?;
        if number.trim().is_empty() {
            return Err("Xvfb ended before it named a display".to_owned());
        }
        display.name = format!(":{}", number.trim());
        Ok(display)
    }

    /// Its name, for the variable `DISPLAY`.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        let _ended = self.child.kill();
        let _ended = self.child.wait();
    }
}
