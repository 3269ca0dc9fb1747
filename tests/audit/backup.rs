//! Copies of a matter, and what people may ask of whoever holds their data, as scripts use them.

use std::fs;

use joinder_tests::program::Sandbox;
use serde_json::Value;

fn with(people: &str) -> Sandbox {
    let sandbox = Sandbox::with_matter();
    let table = sandbox.file("people.csv", people);
    sandbox.run(["import", "claimants", table.to_str().unwrap()]).succeeds();
    sandbox
}

fn gosia() -> Sandbox {
    with("Forenames,Surname,Email\nGosia,Kowalska,gosia@example.org\nOlena,Hrytsenko,olena@example.org\n")
}

fn folder_of(made: &Value) -> String {
    made["folder"].as_str().unwrap().to_owned()
}

#[test]
fn a_copy_is_made_rehearsed_and_brought_back() {
    let sandbox = gosia();
    let place = sandbox.path("disk");
    let place = place.to_str().unwrap();
    assert!(sandbox.run(["backup", "make"]).ends_with(1).complained().contains("No folder was chosen"));
    sandbox.run(["backup", "place", place]).succeeds();
    let made = sandbox.run(["--json", "backup", "make"]).succeeds().json();
    let copy = folder_of(&made);
    assert!(copy.starts_with(place) && copy.contains("joinder-backup-"));
    assert!(!String::from_utf8_lossy(&fs::read(format!("{copy}/matter.db")).unwrap()).contains("Kowalska"));

    let found = sandbox.run(["--json", "backup", "check", &copy]).succeeds().json();
    assert_eq!((&found["name"], &found["claimants"]), (&"Test".into(), &2.into()));
    assert_eq!(found["audit"]["verdict"], "intact");
    assert_eq!(found["audit"]["head"], made["head"]);

    let status = sandbox.run(["--json", "backup", "list"]).succeeds().json();
    assert_eq!((&status["due"], status["copies"].as_array().unwrap().len()), (&false.into(), 1));
    sandbox.run(["override", "set", "1", "cohort", "CONFIRMED", "--reason", "seen"]).succeeds();
    assert_eq!(sandbox.run(["--json", "backup", "list"]).succeeds().json()["due"], true);

    let back = sandbox.path("back");
    let back = back.to_str().unwrap();
    sandbox.run(["backup", "restore", &copy, "--to", back]).succeeds();
    sandbox.run(["backup", "restore", &copy, "--to", back]).ends_with(1);
    let shown = sandbox.run(["--matter", back, "--json", "show", "1"]).succeeds().json();
    assert_eq!(shown["name"], "Gosia Kowalska");
}

#[test]
fn a_copy_with_a_flipped_byte_is_not_relied_on() {
    let sandbox = gosia();
    let place = sandbox.path("disk");
    let made = sandbox.run(["--json", "backup", "make", "--to", place.to_str().unwrap()]).succeeds().json();
    let database = format!("{}/matter.db", folder_of(&made));
    let mut bytes = fs::read(&database).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&database, bytes).unwrap();
    let ended = sandbox.run(["backup", "check", &folder_of(&made)]);
    assert!([1, 5].contains(&ended.status()), "{}", ended.said());
    assert!(!ended.said().contains("is whole"));
    let copies = fs::read_dir(&place).unwrap().count();
    assert_eq!(copies, 1, "nothing damaged is deleted");
}

#[test]
fn a_clock_that_was_set_back_neither_overwrites_nor_hides_a_copy() {
    let sandbox = gosia();
    let place = sandbox.path("disk");
    let place = place.to_str().unwrap();
    let make = || folder_of(&sandbox.run(["--json", "backup", "make", "--to", place]).succeeds().json());
    let first = make();
    sandbox.run(["override", "set", "1", "cohort", "CONFIRMED", "--reason", "seen"]).succeeds();
    let second = make();
    assert_ne!(first, second);
    let status = sandbox.run(["--json", "backup", "list"]).succeeds().json();
    assert_eq!(status["copies"][0]["folder"].as_str(), Some(second.as_str()), "told apart by their entries");
}

/// A file system that is full would need rights that a test does not have: the program may write no file that is longer
/// than a quarter of the matter, which fails it in the same place.
#[test]
fn a_disk_that_fills_up_during_a_copy_leaves_no_half_of_one_and_the_matter_as_it_was() {
    let mut people = String::from("Forenames,Surname,Email\n");
    for n in 0..3_000 {
        people += &format!("Gosia,Kowalska{0},g{n}@example.org\n", ["a", "b", "c"][n % 3]);
    }
    let sandbox = with(&people);
    let blocks = fs::metadata(sandbox.matter().join("matter.db")).unwrap().len() / 4 / 512;
    let place = sandbox.path("disk");
    let full = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
    let copy = sandbox.command(["backup", "make", "--to", place.to_str().unwrap()]);
    let mut limited = std::process::Command::new("sh");
    limited.args(["-c", &full, "sh"]).arg(copy.get_program()).args(copy.get_args());
    for (name, value) in copy.get_envs() {
        if let Some(value) = value {
            limited.env(name, value);
        }
    }
    let output = limited.output().unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{complaint}");
    assert!(complaint.contains("room") || complaint.contains("written"), "{complaint}");
    let left = fs::read_dir(&place).map(Iterator::count).unwrap_or_default();
    assert_eq!(left, 0, "half a copy would be taken for a whole one");
    sandbox.run(["audit", "verify"]).succeeds();
    sandbox.run(["backup", "make", "--to", place.to_str().unwrap()]).succeeds();
}

#[test]
fn a_copy_never_goes_into_the_matter_itself() {
    let sandbox = gosia();
    let inside = sandbox.matter().join("keys");
    let ended = sandbox.run(["backup", "make", "--to", inside.to_str().unwrap()]).ends_with(1);
    assert!(ended.complained().contains("inside the matter"), "{}", ended.complained());
}

#[test]
fn gosia_gets_a_copy_of_what_is_held_about_her_and_of_nobody_else() {
    let sandbox = gosia();
    let out = sandbox.path("for-gosia");
    sandbox.run(["rights", "access", "1", "--out", out.to_str().unwrap()]).succeeds();
    let read = |name: &str| fs::read_to_string(out.join(name)).unwrap();
    let record: Value = serde_json::from_str(&read("record.json")).unwrap();
    assert_eq!(record["claimant"]["identity"]["surname"], "Kowalska");
    assert!(!out.join("assessment.json").exists(), "what the firm thinks stays out");
    for entry in fs::read_dir(&out).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let bytes = fs::read(&path).unwrap();
            assert!(!String::from_utf8_lossy(&bytes).contains("Hrytsenko"), "{}", path.display());
        }
    }
    let paper = lopdf::Document::load(out.join("subject-access.pdf")).unwrap();
    let pages: Vec<u32> = paper.get_pages().keys().copied().collect();
    let words = paper.extract_text(&pages).unwrap();
    for said in ["Gosia Kowalska", "gosia@example.org", "C-000001"] {
        assert!(words.contains(said), "{said} in {words}");
    }
    assert_eq!(sandbox.run(["--json", "audit", "verify"]).succeeds().json()["verdict"], "intact");
}

#[test]
fn gosia_is_erased_and_only_a_number_is_left() {
    let sandbox = gosia();
    let before = sandbox.path("before");
    sandbox.run(["backup", "make", "--to", before.to_str().unwrap()]).succeeds();
    let erase = |confirm: &str| {
        sandbox.run([
            "--json",
            "rights",
            "erase",
            "1",
            "--reason",
            "asked on 20 November",
            "--confirm",
            confirm,
        ])
    };
    erase("C-000002").ends_with(1);
    let erased = erase("C-000001").succeeds().json();
    assert_eq!(erased["left"][0]["reference"], "C-000001");
    assert_eq!(erased["copies"].as_array().unwrap().len(), 1, "a copy from before is named");
    sandbox.run(["show", "1"]).ends_with(1);
    let rows = sandbox.run(["--json", "list"]).succeeds().json();
    assert!(!rows.to_string().contains("Kowalska") && rows.to_string().contains("Hrytsenko"));
    assert!(!sandbox.run(["--json", "list", "kowalska"]).said().contains("Kowalska"));
    assert_eq!(sandbox.run(["--json", "audit", "verify"]).succeeds().json()["verdict"], "intact");
    let left = sandbox.run(["rights", "erase"]).succeeds();
    assert!(left.said().contains("C-000001"));
    assert_eq!(sandbox.run(["--json", "show", "2"]).succeeds().json()["name"], "Olena Hrytsenko");
}

#[test]
fn a_hold_keeps_gosia_and_says_why() {
    let sandbox = gosia();
    let review = ["--review", "2031-06-01"];
    sandbox
        .run(["rights", "hold", "1", "--reason", "the court may want the file", review[0], review[1]])
        .succeeds();
    let refused =
        sandbox.run(["rights", "erase", "1", "--reason", "asked", "--confirm", "C-000001"]).ends_with(1);
    assert!(refused.complained().contains("hold"), "{}", refused.complained());
    sandbox.run(["rights", "release", "1", "--reason", "the file was closed"]).succeeds();
    sandbox.run(["rights", "erase", "1", "--reason", "asked", "--confirm", "C-000001"]).succeeds();
    assert_eq!(sandbox.run(["--json", "audit", "verify"]).succeeds().json()["verdict"], "intact");
}
