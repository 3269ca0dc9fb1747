//! Speed of the real program, as ratios within one run: `make bench`, or `cargo bench -p joinder-tests -- ROWS`.
//!
//! The program is the release build in `JOINDER_PROGRAMS`, or in `target/release`.
#![expect(clippy::print_stdout, reason = "a measurement prints what it measured")]

mod bundle;
mod evidence;
mod people;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Instant;

/// Of more rows the search for duplicates is not measured by doing it again.
const REPEATED_MOST: u32 = 200_000;
const PASSPHRASE: &str = "four unrelated short words";

fn main() {
    // One measurement by itself: `-- bundles 300`.
    if std::env::args().any(|word| word == "bundles") {
        let folder = tempfile::tempdir().unwrap();
        let count = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(300_u32);
        return bundle::batch(&Joinder { folder: folder.path().to_owned(), program: program() }, count);
    }
    let rows = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(100_000_u32);
    let folder = tempfile::tempdir().unwrap();
    let joinder = Joinder { folder: folder.path().to_owned(), program: program() };
    println!("Program: {}, {rows} rows", joinder.program.display());
    import(&joinder, rows);
    lists(&joinder, rows);
    answers(&joinder, rows);
    insight(&joinder, rows);
    bundles(&joinder);
    bundle::batch(&joinder, rows.clamp(30, 3_000) / 10);
    evidence::intake(&joinder, rows.min(10_000));
    evidence::mailbox(&joinder, u64::from(rows.min(1_000)));
}

struct Joinder {
    folder: PathBuf,
    program: PathBuf,
}

impl Joinder {
    /// Runs the program on the matter; seconds, and what it printed.
    fn run(&self, words: &[&str]) -> (f64, Output) {
        let mut command = Command::new(&self.program);
        command.args(words).env("JOINDER_PASSPHRASE", PASSPHRASE);
        command
            .env("JOINDER_CONFIG", self.folder.join("config"))
            .env("JOINDER_MATTER", self.folder.join("matter"));
        let begun = Instant::now();
        let output = command.output().unwrap();
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        (begun.elapsed().as_secs_f64(), output)
    }
}

impl Joinder {
    /// Runs the program on the matter; seconds, and the most memory that it held, in KB.
    fn run_measured(&self, words: &[&str]) -> (f64, u64) {
        let mut command = Command::new("/usr/bin/time");
        command.args(["-f", "%M"]).arg(&self.program).args(words).env("JOINDER_PASSPHRASE", PASSPHRASE);
        command
            .env("JOINDER_CONFIG", self.folder.join("config"))
            .env("JOINDER_MATTER", self.folder.join("matter"));
        let begun = Instant::now();
        let output = command.output().expect("GNU time is installed");
        let seconds = begun.elapsed().as_secs_f64();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{words:?}: {said}");
        (seconds, said.lines().last().and_then(|line| line.trim().parse().ok()).unwrap())
    }
}

fn program() -> PathBuf {
    let folder = std::env::var_os("JOINDER_PROGRAMS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/release"), PathBuf::from);
    let program = folder.join("joinder");
    assert!(program.is_file(), "{} is not there: run `make app` first", program.display());
    program
}

/// A CSV import into the encrypted, indexed, audited and classified store, against the plain import of SQLite's shell.
fn import(joinder: &Joinder, rows: u32) {
    let csv = joinder.folder.join("people.csv");
    people::write(&csv, rows);
    let plain = joinder.folder.join("plain.db");
    let begun = Instant::now();
    let import = format!(".import --csv {} people", csv.display());
    let done = Command::new("sqlite3").arg(&plain).arg(import).status().expect("sqlite3 is installed");
    assert!(done.success());
    let plain = begun.elapsed().as_secs_f64();
    joinder.run(&["new", "--name", "Bench", "--sign-in", "bench", "--full-name", "Ben Ch"]);
    let (all, _) = joinder.run(&["import", "claimants", csv.to_str().unwrap()]);
    let size = || fs::metadata(joinder.folder.join("matter/matter.db")).unwrap().len() / 1_000_000;
    if rows > REPEATED_MOST {
        let size = size();
        println!(
            "import: {all:.2} s with comparing everybody with everybody, sqlite3 .import {plain:.2} s; database {size} MB"
        );
        return;
    }
    // An import of many ends with the search that this command repeats.
    let (unlock, _) = joinder.run(&["people", "list"]);
    let (search, _) = joinder.run(&["call", "match.search", "{}"]);
    let compared = search - unlock;
    let ours = all - compared;
    let size = size();
    println!(
        "import: {all:.2} s, of which {compared:.2} s comparing everybody with everybody; without that {ours:.2} s, \
         sqlite3 .import {plain:.2} s, ratio {:.1}; database {size} MB",
        ours / plain
    );
}

fn lists(joinder: &Joinder, rows: u32) {
    let (unlock, _) = joinder.run(&["people", "list"]);
    let (list, _) = joinder.run(&["list", "--limit", "50"]);
    let (search, _) = joinder.run(&["list", "sampleworth", "--limit", "50"]);
    println!("unlock and a short answer: {unlock:.2} s");
    println!("first page of {rows} by name: {list:.2} s, of a search: {search:.2} s (unlocking included)");
}

/// Everybody classified anew, under rules of which every text is another one, so that every answer is written; against
/// the same with nothing to write. Unlocking is taken off each.
fn answers(joinder: &Joinder, rows: u32) {
    let rules = joinder.folder.join("rules-4.toml");
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/profiles/labour-2021/rules.toml");
    let text = fs::read_to_string(built_in).unwrap();
    let text = text.replace("\nversion = 3\n", "\nversion = 4\n").replace("months = 6", "months = 3");
    fs::write(&rules, text.replace("citation = \"", "citation = \"as revised: ")).unwrap();
    let rules = rules.to_str().unwrap();
    let (unlock, _) = joinder.run(&["people", "list"]);
    let timed = |words: &[&str]| {
        let (seconds, memory) = joinder.run_measured(words);
        ((seconds - unlock).max(0.0), memory / 1000)
    };
    let (again, _) = timed(&["classify"]);
    let (tried, memory) = timed(&["classify", "--rules", rules, "--what-if"]);
    let (adopted, _) = timed(&["classify", "--rules", rules, "--adopt", "--reason", "measured"]);
    let ics = joinder.folder.join("limits.ics");
    let (calendar, _) = timed(&["calendar", "--out", ics.to_str().unwrap()]);
    println!(
        "classify {rows} with nothing to write: {again:.2} s; what-if {tried:.2} s, at most {memory} MB"
    );
    println!(
        "adopt, every answer written: {adopted:.2} s, {:.0} claimants a second, ratio to nothing written {:.1}",
        f64::from(rows) / adopted,
        adopted / again
    );
    println!("calendar of time limits as .ics: {calendar:.2} s");
}

/// What the whole group shows, against a short answer of the same program, which has the unlocking in it too.
fn insight(joinder: &Joinder, rows: u32) {
    let (unlock, _) = joinder.run(&["people", "list"]);
    let (shown, _) = joinder.run(&["--json", "insight"]);
    let out = joinder.folder.join("figures");
    let (written, _) = joinder.run(&["insight", "--out", out.to_str().unwrap()]);
    println!(
        "insight over {rows}: {:.2} s beside unlocking; PDF, workbook and CSV: {:.2} s",
        shown - unlock,
        written - unlock
    );
}

fn bundles(joinder: &Joinder) {
    let out = joinder.folder.join("demo");
    joinder.run(&["demo", "--out", out.to_str().unwrap()]);
    let sample = Joinder { folder: out, program: joinder.program.clone() };
    let mut command = Command::new(&sample.program);
    command.args(["--json", "bundle", "--all", "--out"]).arg(sample.folder.join("again"));
    command.env("JOINDER_PASSPHRASE", "only fictional people here");
    command
        .env("JOINDER_CONFIG", sample.folder.join("config"))
        .env("JOINDER_MATTER", sample.folder.join("matter"));
    let begun = Instant::now();
    let report: serde_json::Value = serde_json::from_slice(&command.output().unwrap().stdout).unwrap();
    let seconds = begun.elapsed().as_secs_f64();
    let pages = report["pages"].as_f64().unwrap();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!(
        "bundles: {} with {pages} pages in {seconds:.2} s, {:.0} pages a second on each of {cores} cores",
        report["made"],
        pages / seconds / f64::from(u32::try_from(cores).unwrap())
    );
}
