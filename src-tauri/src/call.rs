//! The commands that the page may call.

use joinder_app::{Error, Job, Progress};
use serde::Serialize;
use serde_json::Value;
use tauri::{AppHandle, Emitter as _, Manager as _, State};

use crate::arguments::Arguments;
use crate::shell::Shell;

/// The progress of one job, as the page hears of it.
#[derive(Clone, Serialize)]
struct Told {
    job: u32,
    #[serde(flatten)]
    progress: Progress,
}

/// Runs one command of the table in `joinder-app`, away from the thread that draws.
///
/// `job` is a number of the page's choice under which progress is told and the work can be cancelled.
#[tauri::command]
pub(crate) async fn call(
    handle: AppHandle,
    name: String,
    payload: Value,
    job: Option<u32>,
) -> Result<Value, Error> {
    let work = match job {
        Some(number) => watched(&handle, number),
        None => Job::quiet(),
    };
    let run = {
        let handle = handle.clone();
        move || handle.state::<Shell>().app.dispatch(&name, payload, &work)
    };
    let answer = tauri::async_runtime::spawn_blocking(run).await;
    if let Some(number) = job {
        handle.state::<Shell>().end(number);
    }
    answer.unwrap_or_else(|_| Err(Error::new("internal")))
}

fn watched(handle: &AppHandle, number: u32) -> Job {
    let teller = handle.clone();
    let job = Job::new(move |progress| {
        // A page that is gone needs no progress.
        let _ = teller.emit("progress", Told { job: number, progress });
    });
    handle.state::<Shell>().begin(number, job.clone());
    job
}

/// Asks a job to stop at its next step.
#[tauri::command]
pub(crate) fn cancel(shell: State<'_, Shell>, job: u32) {
    shell.cancel(job);
}

/// What the program was started with.
#[tauri::command]
pub(crate) fn arguments(shell: State<'_, Shell>) -> Arguments {
    shell.arguments.clone()
}
