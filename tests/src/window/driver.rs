//! WebKit's driver and the session with the one program it started.

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use super::LIMIT;

/// A driver process and its session.
pub struct Driver {
    child: Child,
    client: Client,
    runtime: Runtime,
    // What the program remembers of itself (the window's place) is kept from test to test by nobody.
    _home: TempDir,
}

impl Driver {
    /// Starts the driver on a free port and lets it start the program.
    pub fn start(app: &Path, args: &[String], env: &[(String, String)]) -> Result<Self, String> {
        if !app.is_file() {
            return Err(format!("{} is not built", app.display()));
        }
        let home = tempfile::tempdir().map_err(|e| format!("no temporary folder: {e}"))?;
        let port = free_port()?;
        let mut command = Command::new("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true");
        for key in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
            command.env(key, home.path());
        }
        command.envs(env.iter().cloned()).stdin(Stdio::null());
        let mut child = command
            .spawn()
            .map_err(|e| format!("WebKitWebDriver did not start: {e}"))?;
        match connect(port, app, args) {
            Ok((runtime, client)) => Ok(Self {
                child,
                client,
                runtime,
                _home: home,
            }),
            Err(message) => {
                end(&mut child);
                Err(message)
            }
        }
    }

    /// Asks the session for something within the time limit; `what` names it in the error.
    pub fn client<T>(
        &self,
        what: &str,
        ask: impl AsyncFnOnce(&Client) -> Result<T, CmdError>,
    ) -> Result<T, String> {
        let asked = async { timeout(LIMIT, ask(&self.client)).await };
        match self.runtime.block_on(asked) {
            Ok(answer) => answer.map_err(|e| format!("{what}: {e}")),
            Err(_) => Err(format!("{what}: no answer in {} s", LIMIT.as_secs())),
        }
    }

    /// Ends the session, and with it the program.
    pub fn quit(self) -> Result<(), String> {
        let client = self.client.clone();
        let closed = self
            .runtime
            .block_on(async { timeout(LIMIT, client.close()).await });
        closed
            .map_err(|_| "quit: no answer".to_owned())?
            .map_err(|e| format!("quit: {e}"))
    }

    /// Kills the program first and the driver after it.
    pub fn kill(self) -> Result<(), String> {
        let programs = self.programs();
        if programs.is_empty() {
            return Err("kill: the driver has no program".to_owned());
        }
        let ids = programs.iter().map(ToString::to_string);
        let status = Command::new("kill")
            .arg("-KILL")
            .args(ids)
            .status()
            .map_err(|e| format!("kill: {e}"))?;
        if status.success() {
            Ok(())
        } else {
            Err(format!("kill: {status}"))
        }
    }
}

impl Driver {
    /// The program's processes, those that it started too.
    pub fn programs(&self) -> Vec<u32> {
        let mut all = children(self.child.id());
        let mut at = 0;
        while let Some(id) = all.get(at) {
            let more = children(*id);
            all.extend(more);
            at += 1;
        }
        all
    }

    /// Waits until the program has ended by itself.
    pub fn ended(self, limit: Duration) -> Result<(), String> {
        let start = Instant::now();
        loop {
            let left: Vec<u32> = self.programs().into_iter().filter(|it| runs(*it)).collect();
            if left.is_empty() {
                return Ok(());
            }
            if start.elapsed() > limit {
                return Err(format!("{left:?} still run {} s after", limit.as_secs()));
            }
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// How long the program has run, in milliseconds; the kernel counts in tens.
    pub fn age(&self) -> Result<f64, String> {
        let program = children(self.child.id());
        let program = program.first().ok_or("age: the driver has no program")?;
        let stat = fs::read_to_string(format!("/proc/{program}/stat")).unwrap_or_default();
        let after = stat.rsplit_once(") ").map_or("", |(_, after)| after);
        // The 22nd of all, counted from the state, which is the third.
        let started = after
            .split(' ')
            .nth(19)
            .and_then(|it| it.parse::<f64>().ok());
        let up = fs::read_to_string("/proc/uptime").unwrap_or_default();
        let up = up.split(' ').next().and_then(|it| it.parse::<f64>().ok());
        match (up, started) {
            (Some(up), Some(started)) => Ok(up * 1000.0 - started * 10.0),
            _ => Err("age: the kernel does not tell".to_owned()),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let programs = self.programs();
        end(&mut self.child);
        // Left to itself the program would wait for its driver for ever.
        if !programs.is_empty() {
            let ids = programs.iter().map(ToString::to_string);
            let _gone = Command::new("kill")
                .arg("-KILL")
                .args(ids)
                .stderr(Stdio::null())
                .status();
        }
    }
}

fn end(child: &mut Child) {
    // It may have ended by itself, which is as good.
    let _ended = child.kill();
    let _ended = child.wait();
}

/// A port that was free a moment ago.
fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|e| format!("no free port: {e}"))?;
    listener
        .local_addr()
        .map(|it| it.port())
        .map_err(|e| format!("no free port: {e}"))
}

/// Tries until the driver listens; starting the program may take most of the limit.
fn connect(port: u16, app: &Path, args: &[String]) -> Result<(Runtime, Client), String> {
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|e| format!("no runtime: {e}"))?;
    let options = json!({ "webkitgtk:browserOptions": { "binary": app, "args": args } });
    let options = options.as_object().cloned().unwrap_or_default();
    let address = format!("http://127.0.0.1:{port}");
    let start = Instant::now();
    loop {
        let try_it = async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            timeout(
                2 * LIMIT,
                builder.capabilities(options.clone()).connect(&address),
            )
            .await
        };
        match runtime.block_on(try_it) {
            Ok(Ok(client)) => return Ok((runtime, client)),
            Ok(Err(_)) if start.elapsed() < LIMIT => thread::sleep(Duration::from_millis(100)),
            Ok(Err(e)) => return Err(format!("no session with {}: {e}", app.display())),
            Err(_) => {
                return Err(format!(
                    "no session with {} in {} s",
                    app.display(),
                    2 * LIMIT.as_secs()
                ));
            }
        }
    }
}

/// Whether a process does anything still; one that ended and waits for its parent does not.
fn runs(id: u32) -> bool {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    stat.rsplit_once(") ")
        .is_some_and(|(_, after)| !after.starts_with(['Z', 'X']))
}

/// The processes that `parent` started.
fn children(parent: u32) -> Vec<u32> {
    let Ok(entries) = fs::read_dir("/proc") else {
        return Vec::new();
    };
    let ids = entries
        .flatten()
        .filter_map(|it| it.file_name().to_string_lossy().parse::<u32>().ok());
    ids.filter(|id| {
        let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        // The name in brackets may hold anything; after it come the state and the parent.
        let after = stat.rsplit_once(") ").map_or("", |(_, after)| after);
        after
            .split(' ')
            .nth(1)
            .is_some_and(|it| it == parent.to_string())
    })
    .collect()
}
