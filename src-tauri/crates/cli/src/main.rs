//! `joinder`: everything the window does, for scripts and batches.

mod args;
mod passphrase;
mod progress;
mod run;
mod screen;
mod session;

use std::process::ExitCode;

use clap::Parser;

/// How a command ended; the numbers are documented in `joinder --help`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Done.
    Done = 0,
    /// Refused or failed.
    Failed = 1,
    /// The matter could not be unlocked.
    Locked = 3,
    /// Done in part.
    Partly = 4,
    /// The audit found an alteration.
    Tampered = 5,
    /// Nothing to check or to do.
    Nothing = 6,
    /// Stopped on request.
    Stopped = 7,
}

fn main() -> ExitCode {
    let cli = args::Cli::parse();
    let json = cli.common.json;
    let ending = run::run(cli).unwrap_or_else(|error| {
        screen::error(&error, json);
        match error.code.as_str() {
            "cancelled" => Ending::Stopped,
            "wrong-passphrase" | "wrong-recovery-key" | "no-such-person" | "open-elsewhere" => Ending::Locked,
            _ => Ending::Failed,
        }
    });
    let ending = if screen::lost() { Ending::Failed } else { ending };
    ExitCode::from(ending as u8)
}
