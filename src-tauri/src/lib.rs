//! Joinder's window.

/// Runs the window until it is closed.
///
/// # Errors
/// When no window can be opened here.
pub fn run() -> Result<(), tauri::Error> {
    tauri::Builder::default().plugin(tauri_plugin_dialog::init()).run(tauri::generate_context!())
}
