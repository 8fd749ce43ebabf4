//! The second line behind the page's own quick lock: a desk that nobody has
//! asked anything for long, or whose machine has slept, is locked from here.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tauri::{AppHandle, Manager};

use crate::clock;
use crate::shell::Shell;

/// How often the clock is looked at.
const EVERY: Duration = Duration::from_secs(5);
/// A gap this long between two looks means that the machine slept: timers
/// stand still meanwhile. The lock then falls as it wakes, before anybody types.
const SLEPT: TimeDelta = TimeDelta::seconds(60);
/// The page locks at `idle_minutes`; this line waits a little longer.
const LENIENCE: TimeDelta = TimeDelta::seconds(60);

/// Whether the desk shall be locked now.
fn shall_lock(
    now: DateTime<Utc>,
    last_look: DateTime<Utc>,
    active: DateTime<Utc>,
    idle_minutes: i64,
) -> bool {
    now - last_look > SLEPT || now - active > TimeDelta::minutes(idle_minutes) + LENIENCE
}

/// Watches for as long as the program runs.
pub async fn watch(app: AppHandle, shell: Arc<Shell>) {
    let mut ticks = tokio::time::interval(EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut last_look = clock::now();
    loop {
        ticks.tick().await;
        let now = clock::now();
        let (looked, watched) = (last_look, Arc::clone(&shell));
        last_look = now;
        let locked = tokio::task::spawn_blocking(move || {
            let due = watched
                .open_for_minutes()
                .is_some_and(|it| shall_lock(now, looked, watched.active_at(), it));
            if due {
                watched.lock();
            }
            due
        });
        if matches!(locked.await, Ok(true))
            && let Some(window) = app.get_webview_window("main")
        {
            // A new page: nothing personal stays in the old one.
            let _ = window.reload();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_locks_after_the_page_should_have_and_at_waking() {
        let at = |seconds: i64| DateTime::from_timestamp(1_795_420_800 + seconds, 0).unwrap();
        assert!(
            !shall_lock(at(360), at(355), at(0), 5),
            "a minute after the page's own line"
        );
        assert!(shall_lock(at(361), at(356), at(0), 5));
        assert!(
            !shall_lock(at(60), at(0), at(0), 5),
            "a slow machine is not a sleeping one"
        );
        assert!(shall_lock(at(61), at(0), at(0), 5), "the lid was shut");
    }
}
