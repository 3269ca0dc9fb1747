//! Bundles whose page numbers were cited, and batches that stop and go on.

use std::fs;
use std::path::PathBuf;

use joinder_app::Job;
use serde_json::{Value, json};

use crate::stage::{Stage, member, stage};

fn letter(stage: &Stage, number: u64, name: &str) {
    let path = stage.temp.path().join(format!("{name}.eml"));
    let words = format!(
        "From: bank@example.org\r\nTo: dina@example.org\r\nDate: Thu, 4 Nov 2021 10:00:00 +0000\r\nSubject: {name}\r\n\r\nDear Dina\r\n"
    );
    fs::write(&path, words).unwrap();
    stage.call("evidence.add", json!({ "paths": [path], "claimant": number }));
}

fn folder(stage: &Stage) -> PathBuf {
    stage.temp.path().join("out")
}

fn make(stage: &Stage, numbers: Value, more: Value) -> Value {
    let mut input = json!({ "numbers": numbers, "out": folder(stage), "form": "approval" });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    stage.call("bundle.make", input)
}

fn seal(stage: &Stage, number: u64) -> Value {
    make(stage, json!([number]), json!({ "seal": true }))
}

#[test]
fn dinas_late_letter_goes_to_the_end_of_her_sealed_bundle() {
    let stage = stage();
    let dina = stage.add(member("Dina", "Marsh", "dina@example.org"));
    letter(&stage, dina, "first");
    let one = seal(&stage, dina);
    assert_eq!((&one["files"][0]["version"], &one["files"][0]["sealed"]), (&json!(1), &json!(true)));
    letter(&stage, dina, "second");
    stage.edit(dina, |dina| dina["identity"]["surname"] = json!("Zeller"));
    let plan = stage.call("bundle.plan", json!({ "number": dina }));
    let late: Vec<&str> = plan["documents"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["section"] == "E Documents added later")
        .map(|row| row["title"].as_str().unwrap())
        .collect();
    assert!(late[0].starts_with("Documents added on"), "{late:?}");
    assert!(
        late.contains(&"DXZ2: Email of 4 November 2021 from bank@example.org, “second”"),
        "the numbers of marks go on: {late:?}"
    );
    let rows = plan["documents"].as_array().unwrap();
    assert!(
        rows.iter()
            .any(|row| row["title"] == "DXM1: Email of 4 November 2021 from bank@example.org, “first”"),
        "a mark that was given stays"
    );
    let two = seal(&stage, dina);
    assert_eq!(two["files"][0]["version"], 2);
    assert!(two["files"][0]["file"].as_str().unwrap().contains("version 2"), "{two:#}");
    assert!(folder(&stage).join(one["files"][0]["file"].as_str().unwrap()).is_file(), "the first stays");
    let check = stage.call(
        "bundle.check",
        json!({
            "file": folder(&stage).join(two["files"][0]["file"].as_str().unwrap()),
            "earlier": folder(&stage).join(one["files"][0]["file"].as_str().unwrap()),
        }),
    );
    let late = check["rules"].as_array().unwrap().iter().find(|rule| rule["rule"] == "EB-12");
    assert_eq!(late.unwrap_or_else(|| panic!("{check:#}"))["state"], "pass");
    assert_eq!(check["failed"], 0, "{check:#}");
    let versions = stage.call("bundle.versions", json!({ "number": dina }));
    assert_eq!(versions["versions"].as_array().unwrap().len(), 2);
    assert_eq!(versions["versions"][1]["from_page"], one["pages"].as_u64().unwrap() + 1);
    let rows = versions["pages"].as_array().unwrap();
    let old = rows.iter().find(|row| row["document"] == "A1").unwrap();
    assert!(old["note"].as_str().unwrap().contains("takes over from it"), "{old}");
    assert_eq!(stage.call("audit.verify", json!({}))["verdict"], "intact");
}

#[test]
fn the_map_of_pages_lies_beside_each_sealed_version() {
    let stage = stage();
    let dina = stage.add(member("Dina", "Marsh", "dina@example.org"));
    letter(&stage, dina, "first");
    seal(&stage, dina);
    letter(&stage, dina, "second");
    seal(&stage, dina);
    let map =
        fs::read_to_string(folder(&stage).join("Labour 2021 Claim bundle C-000001 page map.csv")).unwrap();
    let mut lines = map.trim_start_matches('\u{feff}').lines();
    assert_eq!(lines.next().unwrap(), "Document,Title,Pages in version 1,Pages in version 2,Note");
    assert_eq!(lines.next().unwrap(), "A,Claimant,3,3,the page before the section");
    let first = lines.next().unwrap();
    assert!(first.starts_with("A1,Claimant information sheet,4 to 5,4 to 5,"), "{first}");
    let late = map.lines().find(|line| line.contains("second")).unwrap();
    assert!(late.contains(",,"), "it was not in the first version: {late}");
}

#[test]
fn a_sealed_version_is_made_again_byte_by_byte() {
    let stage = stage();
    let dina = stage.add(member("Dina", "Marsh", "dina@example.org"));
    letter(&stage, dina, "first");
    let one = seal(&stage, dina);
    let again = seal(&stage, dina);
    assert_eq!(one["files"], again["files"]);
    assert_eq!(
        stage.call("bundle.versions", json!({ "number": dina }))["versions"].as_array().unwrap().len(),
        1
    );
}

#[test]
fn a_draft_is_not_sealed() {
    let stage = stage();
    let dina = stage.add(member("Dina", "Marsh", "dina@example.org"));
    let input = json!({ "numbers": [dina], "out": folder(&stage), "form": "draft", "seal": true });
    assert_eq!(stage.refuse("bundle.make", input).unwrap_err().code, "seal-draft");
}

fn three(stage: &Stage) -> Vec<u64> {
    ["Ada", "Ben", "Cara"]
        .iter()
        .map(|name| stage.add(member(name, "Marsh", &format!("{}@example.org", name.to_lowercase()))))
        .collect()
}

#[test]
fn a_batch_goes_on_where_it_stopped() {
    let stage = stage();
    let people = three(&stage);
    make(&stage, json!(people[..2]), json!({}));
    let rest = make(&stage, json!(people), json!({}));
    assert_eq!((&rest["kept"], &rest["made"]), (&json!(2), &json!(1)), "{rest:#}");
    stage.edit(people[0], |ada| ada["consequence"]["own_words"] = json!("I lost trust."));
    let changed = make(&stage, json!(people), json!({}));
    assert_eq!((&changed["kept"], &changed["made"]), (&json!(2), &json!(1)), "what changed is made again");
    let all = make(&stage, json!(people), json!({ "again": true }));
    assert_eq!((&all["kept"], &all["made"]), (&json!(0), &json!(3)));
}

#[test]
fn a_file_that_was_cut_off_is_made_again() {
    let stage = stage();
    let people = three(&stage);
    let made = make(&stage, json!(people), json!({}));
    let file = folder(&stage).join(made["files"][1]["file"].as_str().unwrap());
    let bytes = fs::read(&file).unwrap();
    fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
    let again = make(&stage, json!(people), json!({}));
    assert_eq!((&again["kept"], &again["made"]), (&json!(2), &json!(1)));
    assert!(fs::read(&file).unwrap() == bytes);
}

#[test]
fn the_same_number_twice_is_one_bundle() {
    let stage = stage();
    let ada = three(&stage)[0];
    assert_eq!(make(&stage, json!([ada, ada, ada]), json!({}))["made"], 1);
}

#[test]
fn a_batch_that_is_stopped_keeps_what_is_whole() {
    let stage = stage();
    let people = three(&stage);
    let job = Job::quiet();
    job.cancel();
    let input = json!({ "numbers": people, "out": folder(&stage) });
    let report = stage.app.dispatch("bundle.make", input, &job).unwrap()["output"].take();
    assert_eq!((&report["cancelled"], &report["made"]), (&json!(true), &json!(0)));
    let left: Vec<_> =
        fs::read_dir(folder(&stage)).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.is_empty(), "nothing half-made is left: {left:?}");
}

#[test]
fn a_batch_says_in_a_file_what_became_of_each() {
    let stage = stage();
    let people = three(&stage);
    let bad = stage.temp.path().join("=bad.pdf");
    fs::write(&bad, b"%PDF-1.4\nnothing more").unwrap();
    stage.call("evidence.add", json!({ "paths": [bad], "claimant": people[1] }));
    let report = make(&stage, json!([people[0], people[1], 99]), json!({}));
    assert_eq!((&report["made"], report["failed"].as_array().unwrap().len()), (&json!(2), 1));
    let lines = fs::read_to_string(folder(&stage).join("Batch report.csv")).unwrap();
    assert!(lines.contains("C-000001,Ada Marsh,made,"), "{lines}");
    assert!(lines.contains("exhibit not printed") && lines.contains("BXM1: "), "{lines}");
    assert!(lines.contains("C-000099,,not made,"), "{lines}");
}

#[test]
fn a_folder_that_cannot_be_written_is_refused_before_anything_is_made() {
    let stage = stage();
    let ada = three(&stage)[0];
    let file = stage.temp.path().join("a file");
    fs::write(&file, "x").unwrap();
    let input = json!({ "numbers": [ada], "out": file.join("below") });
    assert_eq!(stage.refuse("bundle.make", input).unwrap_err().code, "out-not-writable");
}

/// A device that is full stands where a file is to be written.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_ends_the_batch_and_says_how_much_is_needed() {
    let stage = stage();
    let people = three(&stage);
    fs::create_dir_all(folder(&stage)).unwrap();
    let part = folder(&stage).join("Labour 2021 Claim bundle C-000002 draft.pdf.part");
    std::os::unix::fs::symlink("/dev/full", &part).unwrap();
    let input = json!({ "numbers": people, "out": folder(&stage) });
    let error = stage.refuse("bundle.make", input).unwrap_err();
    assert_eq!(error.code, "disk-full-batch");
    assert!(error.message.contains("MB") || error.fix.contains("MB"), "{error:?}");
    let whole = |name: &str| !name.ends_with(".part");
    let left = fs::read_dir(folder(&stage)).unwrap();
    let left: Vec<String> =
        left.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    assert!(left.iter().all(|name| whole(name)), "nothing half-made is left: {left:?}");
}

#[test]
fn a_page_map_that_cannot_be_written_takes_no_sealed_bundle_back() {
    let stage = stage();
    let dina = stage.add(member("Dina", "Marsh", "dina@example.org"));
    letter(&stage, dina, "first");
    fs::create_dir_all(folder(&stage).join("Labour 2021 Claim bundle C-000001 page map.csv")).unwrap();
    let report = seal(&stage, dina);
    assert_eq!((&report["made"], &report["failed"]), (&json!(1), &json!([])));
    let note = report["files"][0]["note"].as_str().unwrap();
    assert!(note.contains("could not be written"), "{report:#}");
    let entries = stage.call("audit.list", json!({ "before": null, "limit": 5 })).to_string();
    assert!(entries.contains("Exported a bundle"), "what left the machine is in the audit: {entries}");
}
