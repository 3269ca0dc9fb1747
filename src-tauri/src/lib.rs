//! Joinder's window: a native frame, menu and dialogs around the use cases of `joinder-app`.
//!
//! There is no rule, no SQL and no parsing here. The page talks to the core through one command, [`call`].

mod arguments;
mod call;
mod menu;
mod shell;
mod text;
mod window;

use shell::Shell;
use tauri::Manager as _;

/// Runs the window until it is closed.
///
/// # Errors
/// When no window can be opened here.
pub fn run() -> Result<(), tauri::Error> {
    let arguments = arguments::read();
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .menu(menu::build)
        .on_window_event(window::remember)
        .on_menu_event(|app, event| menu::tell(app, event.id().as_ref()))
        .invoke_handler(tauri::generate_handler![call::call, call::cancel, call::arguments])
        .setup(move |app| {
            let settings = app.path().app_config_dir()?;
            app.manage(Shell::new(settings, arguments));
            window::open(app.handle())?;
            Ok(())
        })
        .run(tauri::generate_context!())
}
