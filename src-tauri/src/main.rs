//! Joinder's window: see the library.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::io::Write as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    match joinder_desktop::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to do when even this cannot be written.
            let _ = writeln!(std::io::stderr(), "joinder-desktop: the window cannot be opened: {error}");
            ExitCode::FAILURE
        }
    }
}
