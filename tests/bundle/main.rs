//! `joinder demo` and the bundles that it makes, read back by two independent readers of PDF.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use joinder_tests::program::Sandbox;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

struct Demo {
    sandbox: Sandbox,
    report: Value,
}

/// The sample matter after the whole job.
fn demo() -> &'static Demo {
    static DEMO: OnceLock<Demo> = OnceLock::new();
    DEMO.get_or_init(|| {
        let sandbox = Sandbox::new();
        let out = sandbox.path("demo");
        let report = sandbox
            .run(["--json".as_ref(), "demo".as_ref(), "--out".as_ref(), out.as_os_str()])
            .succeeds()
            .json();
        Demo { sandbox, report }
    })
}

/// Every bundle in `folder`, by file name.
fn bundles(folder: &Path) -> BTreeMap<String, PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let bundles: BTreeMap<String, PathBuf> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "pdf"))
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), path))
        .collect();
    assert!(bundles.len() > 50, "{} bundles in {}", bundles.len(), folder.display());
    bundles
}

fn ask(program: &str, words: &[&str], file: &Path) -> String {
    let output = Command::new(program).args(words).arg(file).output();
    let output = output.unwrap_or_else(|_| panic!("{program} is missing: packaging/prepare.sh test"));
    assert!(
        output.status.success(),
        "{program} {}: {}",
        file.display(),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn text(file: &Path) -> String {
    let output = Command::new("pdftotext").args(["-enc", "UTF-8"]).arg(file).arg("-").output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

/// Letters only, composed: what a search compares. Readers add marks of direction of their own.
fn letters(text: &str) -> String {
    let marks = |c: &char| {
        !c.is_whitespace()
            && !matches!(c, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.nfc().filter(marks).collect()
}

#[test]
fn the_demo_does_the_whole_job() {
    let Demo { sandbox, report } = demo();
    assert_eq!(report["claimants"]["bad"], 0, "{:#}", report["claimants"]["problems"]);
    assert_eq!(report["evidence"]["failed"], 0);
    assert_eq!(report["bundles"]["failed"], serde_json::json!([]));
    assert_eq!(report["bundles"]["made"], report["claimants"]["good"]);
    assert_eq!(report["audit"]["verdict"], "intact");
    assert!(sandbox.path("demo/matter/matter.db").is_file());
}

#[test]
fn a_strict_reader_finds_nothing_wrong() {
    for file in bundles(&demo().sandbox.path("demo/bundles")).values() {
        let said = ask("qpdf", &["--check"], file);
        assert!(said.contains("No syntax or stream encoding errors found"), "{}: {said}", file.display());
        assert!(!said.to_lowercase().contains("warning"), "{}: {said}", file.display());
    }
}

#[test]
fn the_last_page_bears_the_number_of_pages() {
    for file in bundles(&demo().sandbox.path("demo/bundles")).values() {
        let about = ask("pdfinfo", &[], file);
        let pages = about.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().to_owned();
        let whole = text(file);
        let last = whole.trim_end_matches('\u{c}').rsplit('\u{c}').next().unwrap();
        let stamped = last.lines().any(|line| line.split_whitespace().any(|word| word == pages));
        assert!(stamped, "{}: {pages} pages, and the last one says: {last}", file.display());
    }
}

#[test]
fn everybody_can_be_found_by_name() {
    let Demo { sandbox, report } = demo();
    for file in report["bundles"]["files"].as_array().unwrap() {
        let name = file["name"].as_str().unwrap();
        let path = sandbox.path("demo/bundles").join(file["file"].as_str().unwrap());
        assert!(letters(&text(&path)).contains(&letters(name)), "{name} in {}", path.display());
    }
}

#[test]
fn made_twice_the_bundles_are_the_same_bytes() {
    let Demo { sandbox, report } = demo();
    let make = |out: &str| {
        let folder = sandbox.path(out);
        let mut command = sandbox.command(["bundle", "--all", "--out"]);
        command.arg(&folder).env("JOINDER_MATTER", sandbox.path("demo/matter"));
        let output =
            command.env("JOINDER_PASSPHRASE", report["passphrase"].as_str().unwrap()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        bundles(&folder)
    };
    let (first, second) = (make("first"), make("second"));
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    for (name, path) in &first {
        assert!(fs::read(path).unwrap() == fs::read(&second[name]).unwrap(), "{name} differs");
    }
}

#[cfg(unix)]
#[test]
fn a_batch_that_is_told_to_stop_leaves_whole_files_and_goes_on_later() {
    let sandbox = Sandbox::with_matter();
    let mut people = String::from("forenames,surname\n");
    (0..300).for_each(|n| people.push_str(&format!("Alex,Sample{n}\n")));
    let csv = sandbox.file("people.csv", people);
    sandbox.run(["import".as_ref(), "claimants".as_ref(), csv.as_os_str()]).succeeds();
    let out = sandbox.path("out");
    let files = || fs::read_dir(&out).map_or(0, |files| files.filter(|file| named(file, ".pdf")).count());
    let mut batch = sandbox.command(["bundle", "--all", "--out"]).arg(&out).spawn().unwrap();
    while files() == 0 {
        assert!(batch.try_wait().unwrap().is_none(), "the batch ended before it made anything");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(Command::new("kill").args(["-INT", &batch.id().to_string()]).status().unwrap().success());
    assert_eq!(batch.wait().unwrap().code(), Some(7));
    assert!((1..300).contains(&files()), "{} files", files());
    assert!(fs::read_dir(&out).unwrap().all(|file| !named(&file, ".part")));
    sandbox.run(["bundle".as_ref(), "--all".as_ref(), "--out".as_ref(), out.as_os_str()]).succeeds();
    assert_eq!(files(), 300);
    sandbox.run(["audit", "verify"]).succeeds();
}

#[cfg(unix)]
fn named(file: &std::io::Result<fs::DirEntry>, ending: &str) -> bool {
    file.as_ref().unwrap().file_name().to_string_lossy().ends_with(ending)
}

#[test]
fn a_bundle_of_the_demo_breaks_no_rule_and_its_report_goes_out_with_it() {
    let sandbox = &demo().sandbox;
    let file = bundles(&sandbox.path("demo/bundles")).into_values().next().unwrap();
    let report = sandbox.path("check.pdf");
    let mut command = sandbox.command(["--json", "check", "bundle"]);
    command.arg(&file).arg("--earlier").arg(&file).arg("--report").arg(&report);
    let output = command.output().unwrap();
    let checked: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(checked["failed"], 0, "{checked:#}");
    assert!(output.status.success());
    assert_eq!(checked["rules"].as_array().unwrap().len(), 17);
    assert!(text(&report).contains("EB-17"));
    let whole = format!("{}{checked}", text(&report)).to_lowercase();
    assert!(!whole.contains("court compliant") && !whole.contains("court-compliant"));
}

#[test]
fn a_bundle_of_the_demo_in_parts_of_ten_pages_is_read_by_a_strict_reader() {
    let sandbox = &demo().sandbox;
    let file = bundles(&sandbox.path("demo/bundles")).into_values().next().unwrap();
    let mut command = sandbox.command(["--json", "split", "--pages", "10", "--out"]);
    let output = command.arg(sandbox.path("parts")).arg(&file).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let parts = report["parts"].as_array().unwrap();
    assert!(parts.len() > 1);
    for part in parts {
        let path = sandbox.path("parts").join(part["file"].as_str().unwrap());
        let said = ask("qpdf", &["--check"], &path);
        assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
    }
}
