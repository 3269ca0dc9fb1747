//! A progress bar where there is a terminal, silence elsewhere.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use joinder_app::{Job, Progress};

/// A job whose progress is drawn on standard error when that is a terminal.
pub fn job() -> Job {
    if !std::io::stderr().is_terminal() {
        return Job::quiet();
    }
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    Job::new(move |progress: Progress| {
        bar.set_length(progress.total);
        bar.set_position(progress.done);
        bar.set_message(progress.label);
        if progress.total > 0 && progress.done >= progress.total {
            bar.finish_and_clear();
        }
    })
}
