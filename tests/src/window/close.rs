//! Shuts the window as a window manager does when one presses its cross: WM_DELETE_WINDOW.
//!
//! The driver's own end is without a word, so that nothing is shown about an orderly one.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, MapState, Window,
};
use x11rb::rust_connection::RustConnection;

/// Asks every shown window of these processes to shut; tells how many were asked.
pub fn ask(display: &str, processes: &[u32]) -> Result<usize, String> {
    let (connection, screen) =
        x11rb::connect(Some(display)).map_err(|e| format!("display {display}: {e}"))?;
    let root = connection.setup().roots[screen].root;
    asked(&connection, root, processes).map_err(|e| format!("display {display}: {e}"))
}

fn asked(
    connection: &RustConnection,
    root: Window,
    processes: &[u32],
) -> Result<usize, Box<dyn std::error::Error>> {
    let atom = |name: &str| -> Result<Atom, Box<dyn std::error::Error>> {
        Ok(connection
            .intern_atom(false, name.as_bytes())?
            .reply()?
            .atom)
    };
    let (protocols, delete, owner) = (
        atom("WM_PROTOCOLS")?,
        atom("WM_DELETE_WINDOW")?,
        atom("_NET_WM_PID")?,
    );
    let values = |window: Window, property: Atom, kind: AtomEnum| {
        let reply = connection
            .get_property(false, window, property, kind, 0, 64)?
            .reply()?;
        let values: Vec<u32> = reply.value32().into_iter().flatten().collect();
        Ok::<_, Box<dyn std::error::Error>>(values)
    };
    let mut found = 0;
    let mut left = vec![root];
    while let Some(window) = left.pop() {
        // A window may have gone since it was named.
        let Ok(tree) = connection.query_tree(window)?.reply() else {
            continue;
        };
        left.extend(tree.children);
        let ours = values(window, owner, AtomEnum::CARDINAL)
            .is_ok_and(|it| it.iter().any(|id| processes.contains(id)));
        let shown = ours
            && connection
                .get_window_attributes(window)?
                .reply()
                .is_ok_and(|it| it.map_state == MapState::VIEWABLE);
        if shown && values(window, protocols, AtomEnum::ATOM)?.contains(&delete) {
            let message = ClientMessageEvent::new(32, window, protocols, [delete, 0, 0, 0, 0]);
            connection.send_event(false, window, EventMask::NO_EVENT, message)?;
            found += 1;
        }
    }
    connection.flush()?;
    // An answer to a question says that what was sent before it has arrived.
    connection.get_input_focus()?.reply()?;
    Ok(found)
}
