//! Tells Tauri which commands are ours. Without the list every command would
//! be callable from the window, whatever its capability says.

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(&["call"]);
    if let Err(err) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))
    {
        // A build script speaks to the builder by failing.
        panic!("{err:#}");
    }
}
