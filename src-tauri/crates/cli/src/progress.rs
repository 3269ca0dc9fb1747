//! A progress bar where there is a terminal, silence elsewhere; and the wish to stop, as a signal says it.

use std::io::IsTerminal;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use joinder_app::{Job, Progress};

use crate::{Ending, screen};

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

/// From now on Ctrl+C, or being told to end, stops the work at its next step, so that what is half done is put away and what
/// is done is entered; told again, the program ends at once.
pub fn stop_on_request(job: &Job) {
    static ONCE: Once = Once::new();
    static ASKED: AtomicBool = AtomicBool::new(false);
    let job = job.clone();
    ONCE.call_once(move || {
        let told = ctrlc::set_handler(move || {
            if ASKED.swap(true, Ordering::Relaxed) {
                std::process::exit(Ending::Stopped as i32);
            }
            job.cancel();
            screen::aside("Stopping. Ask again to end at once.");
        });
        // Without it the program ends as it would have ended before: at once.
        told.ok();
    });
}
