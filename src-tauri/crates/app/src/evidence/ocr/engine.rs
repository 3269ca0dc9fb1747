//! Tesseract, when it is installed: a program of its own that reads the text of pictures.
//!
//! It gets a picture that was decoded and drawn anew here, through its standard input, and answers through its standard
//! output: nothing is written to the disk in clear. What it may cost is bounded, and it is ended when the work is stopped.

use std::env;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use joinder_domain::bundle::LayerLine;

use super::tsv;
use crate::error::{Error, Result};
use crate::job::Job;

/// Where Tesseract is, when it is not on the search path; empty says that there is none.
const VARIABLE: &str = "JOINDER_TESSERACT";
/// Longest time for one page, in steps of [`PAUSE`].
const STEPS: u32 = 3_000;
const PAUSE: Duration = Duration::from_millis(20);
/// Most that is read of what it says of one page.
const TEXT: u64 = 8 << 20;
/// Places outside the search path where installers put it.
const PLACES: &[&str] = &[
    "/opt/homebrew/bin",
    "/usr/local/bin",
    "C:\\Program Files\\Tesseract-OCR",
    "C:\\Program Files (x86)\\Tesseract-OCR",
];

/// An installed Tesseract.
#[derive(Clone, Debug)]
pub(super) struct Engine {
    program: PathBuf,
    /// Its name and version, such as `tesseract 5.3.4`.
    pub(super) version: String,
}

impl Engine {
    /// The installed Tesseract; `None` when there is none that answers.
    pub(super) fn find() -> Option<Self> {
        let program = match env::var_os(VARIABLE) {
            Some(given) if given.is_empty() => return None,
            Some(given) => PathBuf::from(given),
            None => on_path()?,
        };
        let mut command = Command::new(&program);
        command.arg("--version").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let (said, status) = run(command, Vec::new(), &Job::quiet()).ok()?;
        let version = said.lines().next()?.trim().to_owned();
        (status.success() && version.starts_with("tesseract")).then_some(Self { program, version })
    }

    /// The lines in a PNG, each word with its place.
    ///
    /// # Errors
    /// `cancelled`; `ocr-failed` when the program fails or takes longer than a minute.
    pub(super) fn lines(&self, png: Vec<u8>, job: &Job) -> Result<Vec<LayerLine>> {
        let size = tsv::size(&png).ok_or_else(|| Error::new("ocr-failed"))?;
        let mut command = Command::new(&self.program);
        command.args(["stdin", "stdout", "--psm", "3", "-c", "tessedit_create_tsv=1"]);
        // Without this it starts as many threads for each page as there are cores, and is slower for it.
        command.env("OMP_THREAD_LIMIT", "1");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let (table, status) = run(command, png, job)?;
        if status.success() { Ok(tsv::lines(&table, size)) } else { Err(Error::new("ocr-failed")) }
    }
}

fn on_path() -> Option<PathBuf> {
    let name = if cfg!(windows) { "tesseract.exe" } else { "tesseract" };
    let path = env::var_os("PATH").unwrap_or_default();
    // A relative entry would run whatever lies in the folder that somebody happens to be in.
    let folders = env::split_paths(&path).filter(|folder| folder.is_absolute());
    let places = PLACES.iter().map(Path::new).filter(|place| place.is_absolute()).map(Path::to_owned);
    folders.chain(places).map(|folder| folder.join(name)).find(|program| program.is_file())
}

/// Runs a program to its end, `input` on its standard input, or ends it.
fn run(mut command: Command, input: Vec<u8>, job: &Job) -> Result<(String, ExitStatus)> {
    let failed = || Error::new("ocr-failed");
    // It reads files of strangers: what the command line was told in the environment is not for it.
    for secret in ["JOINDER_PASSPHRASE", "JOINDER_MATTER", "JOINDER_PERSON"] {
        command.env_remove(secret);
    }
    let mut child = command.spawn().map_err(|_| failed())?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    thread::scope(|scope| {
        scope.spawn(move || {
            // A program that ends before it has read everything says so by its status.
            if let Some(mut stdin) = stdin {
                stdin.write_all(&input).ok();
            }
        });
        let said = scope.spawn(move || {
            let mut said = Vec::new();
            if let Some(stdout) = stdout {
                stdout.take(TEXT).read_to_end(&mut said).ok();
            }
            String::from_utf8_lossy(&said).into_owned()
        });
        let ended = wait(&mut child, job);
        if ended.is_err() {
            child.kill().ok();
            child.wait().ok();
        }
        let said = said.join().map_err(|_| failed())?;
        ended.map(|status| (said, status))
    })
}

fn wait(child: &mut Child, job: &Job) -> Result<ExitStatus> {
    for _ in 0..STEPS {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status),
            Ok(None) if job.is_cancelled() => return Err(Error::new("cancelled")),
            Ok(None) => thread::sleep(PAUSE),
            Err(_) => break,
        }
    }
    Err(Error::new("ocr-failed"))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_never_ends_is_ended_when_the_work_is_stopped() {
        let job = Job::quiet();
        job.cancel();
        let mut command = Command::new("sleep");
        command.arg("600").stdin(Stdio::piped()).stdout(Stdio::piped());
        let stopped = run(command, Vec::new(), &job).expect_err("it was ended");
        assert_eq!(stopped.code, "cancelled");
    }

    #[test]
    fn what_a_program_says_is_read_while_it_is_fed() {
        let mut command = Command::new("cat");
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let (said, status) = run(command, vec![b'a'; 300_000], &Job::quiet()).expect("it ran");
        assert!(status.success());
        assert_eq!(said.len(), 300_000);
    }
}
