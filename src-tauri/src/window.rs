//! Opens the one window and shuts it in an orderly way.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use hemvist_core::Error;
use serde_json::Value;
use tauri::webview::NewWindowResponse;
use tauri::{
    App, AppHandle, Manager, RunEvent, State, Url, WebviewUrl, WebviewWindowBuilder, WindowEvent,
};
use tauri_plugin_window_state::StateFlags;

use crate::arguments::Arguments;
use crate::desktop::Desktop;
use crate::dialogs::{Dialogs, under_test};
use crate::idle;
use crate::log::Log;
use crate::papers::Papers;
use crate::recent::Recent;
use crate::shell::{Parts, Shell};

/// A text saves itself within a second of the last key; closing waits for it.
const LAST_SAVE: Duration = Duration::from_millis(1200);

/// The one command: everything the page can ask.
#[tauri::command]
async fn call(
    name: String,
    input: Option<Value>,
    shell: State<'_, Arc<Shell>>,
) -> Result<Value, Error> {
    let shell = Arc::clone(&shell);
    tokio::task::spawn_blocking(move || shell.call(&name, input.unwrap_or(Value::Null)))
        .await
        .unwrap_or_else(|_| Err(Error::internal("a request was cut off")))
}

/// Runs the program until its window is shut.
#[must_use]
pub fn open(arguments: Arguments) -> ExitCode {
    let mut builder = tauri::Builder::default();
    // A test runs several programs beside each other.
    if !under_test() {
        // First, so that a second program is gone before it does anything.
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| show(app)));
    }
    let app = builder
        .plugin(tauri_plugin_dialog::init())
        // Numbers only: size, place, whether it fills the screen.
        .plugin(
            tauri_plugin_window_state::Builder::new()
                .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
                .build(),
        )
        .invoke_handler(tauri::generate_handler![call])
        .setup(move |app| set_up(app, arguments))
        .build(tauri::generate_context!());
    match app {
        Ok(app) => {
            app.run(|app, event| {
                if let RunEvent::WindowEvent {
                    event: WindowEvent::CloseRequested { api, .. },
                    ..
                } = event
                {
                    api.prevent_close();
                    shut(app);
                }
            });
            ExitCode::SUCCESS
        }
        Err(_) => ExitCode::FAILURE,
    }
}

fn set_up(app: &mut App, arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let own = app.path().app_local_data_dir().ok();
    let log = Arc::new(Log::new(own.clone()));
    let panics = Arc::clone(&log);
    // The usual hook would print the message, which may hold what somebody wrote.
    std::panic::set_hook(Box::new(move |info| panics.note_panic(info.location())));
    let parts = Parts {
        desktop: Desktop::new(Dialogs::of(app.handle())),
        papers: Papers::new(own.map(|it| it.join("papers"))),
        recent: Recent::new(
            app.path()
                .app_config_dir()
                .ok()
                .map(|it| it.join("recent.json")),
        ),
        log,
    };
    let shell = Arc::new(Shell::new(arguments.file, arguments.today, parts));
    app.manage(Arc::clone(&shell));
    WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
        // Never what is open: titles show in task lists and on shared screens.
        .title("Hemvist")
        .inner_size(1366.0, 768.0)
        .min_inner_size(1024.0, 700.0)
        // The driver of a whole-program test cannot reach an incognito page.
        .incognito(!under_test())
        .devtools(cfg!(debug_assertions))
        .general_autofill_enabled(false)
        .content_protected(true)
        .initialization_script(include_str!("freeze.js"))
        .zoom_hotkeys_enabled(true)
        .disable_drag_drop_handler()
        .on_navigation(ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    tauri::async_runtime::spawn(idle::watch(app.handle().clone(), shell));
    Ok(())
}

/// Whether a page is the program's own or the isolation frame, whose name
/// every build makes anew; the window goes nowhere else.
fn ours(url: &Url) -> bool {
    let own = |name: &str| name == "tauri" || name.starts_with("isolation-");
    match (url.scheme(), url.host_str()) {
        // How Windows names the same two.
        ("http" | "https", Some(host)) => host.strip_suffix(".localhost").is_some_and(own),
        (scheme, host) => own(scheme) && host == Some("localhost"),
    }
}

fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Hides the window, lets the last save arrive, waits for what is being
/// written, locks, and ends.
fn shut(app: &AppHandle) {
    let shell = Arc::clone(&app.state::<Arc<Shell>>());
    if !shell.begin_closing() {
        return;
    }
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.hide();
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(LAST_SAVE).await;
        let _ = tokio::task::spawn_blocking(move || shell.lock()).await;
        app.exit(0);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_nowhere_else() {
        let goes = |url: &str| ours(&url.parse().unwrap());
        for url in [
            "tauri://localhost/index.html",
            "isolation-1f2e://localhost/",
            "http://tauri.localhost/",
            "https://isolation-1f2e.localhost/",
        ] {
            assert!(goes(url), "{url}");
        }
        for url in [
            "https://example.se/",
            "file:///etc/hosts",
            "tauri://elsewhere/",
            "http://localhost/",
            "http://tauri.localhost.example.se/",
            "data:text/html,x",
            "about:blank",
        ] {
            assert!(!goes(url), "{url}");
        }
    }

    #[test]
    fn the_page_may_ask_for_our_one_command_and_nothing_else() {
        let capability: Value =
            serde_json::from_str(include_str!("../capabilities/main.json")).unwrap();
        assert_eq!(capability["permissions"], serde_json::json!(["allow-call"]));
        assert_eq!(capability["windows"], serde_json::json!(["main"]));
        assert_eq!(
            include_str!("../build.rs")
                .matches(r#"commands(&["call"])"#)
                .count(),
            1,
            "without it every command is open"
        );
    }
}
