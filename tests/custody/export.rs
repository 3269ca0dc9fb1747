//! Originals written out.

use std::fs;
use std::path::Path;
use std::process::Command;

use joinder_app::{Job, Progress};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::desk::{Desk, letter};

/// The files under a folder that `SHA256SUMS` vouches for, each checked.
fn sums(folder: &Path) -> Vec<String> {
    let list = fs::read_to_string(folder.join("SHA256SUMS")).unwrap();
    list.lines()
        .map(|line| {
            let (sum, name) = line.split_once("  ").unwrap();
            let found: String = Sha256::digest(fs::read(folder.join(name)).unwrap())
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect();
            assert_eq!(sum, found, "{name}");
            name.to_owned()
        })
        .collect()
}

#[test]
fn bronwen_hands_the_originals_to_an_expert_who_can_check_them() {
    let desk = Desk::new();
    let one = letter("elen@example.com", "one");
    let first = desk.file("in/notice.eml", &one);
    let second = desk.file("in/again/notice.eml", letter("elen@example.com", "two"));
    desk.take(&[&first, &second]);
    let out = desk.path("export");
    let exported = desk.ask("evidence.export", json!({ "which": {}, "out": out }));
    assert_eq!(exported["items"], 2);
    let names = sums(&out);
    assert_eq!(
        names,
        [
            "originals/E-000001 notice.eml",
            "originals/E-000002 notice.eml",
            "manifest.csv",
            "manifest.json",
            "custody-report.pdf"
        ]
    );
    assert_eq!(fs::read_to_string(out.join(&names[0])).unwrap(), one, "byte for byte");
    if let Ok(checked) =
        Command::new("sha256sum").args(["-c", "--strict", "SHA256SUMS"]).current_dir(&out).output()
    {
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    }
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(out.join("manifest.json")).unwrap()).unwrap();
    let item = &manifest["items"][0];
    assert_eq!(
        (item["reference"].as_str(), item["received_by"].as_str()),
        (Some("E-000001"), Some("Bronwen Parry"))
    );
    assert_eq!((item["name"].as_str(), item["size"].as_u64()), (Some("notice.eml"), Some(one.len() as u64)));
    let rows = csv::Reader::from_path(out.join("manifest.csv")).unwrap().into_records().count();
    assert_eq!(rows, 2);
    let report = lopdf::Document::load(out.join("custody-report.pdf")).unwrap();
    let pages: Vec<u32> = report.get_pages().keys().copied().collect();
    let text: String = report.extract_text(&pages).unwrap().split_whitespace().collect();
    assert!(text.contains(exported["head"].as_str().unwrap()), "the report names the head of the audit");
    assert!(
        text.contains("Chainofcustody") && text.contains("E-000002") && text.contains("BronwenParry"),
        "{text}"
    );
    let entries = desk.audit();
    assert_eq!(entries.iter().filter(|what| *what == "Exported originals").count(), 1);
    assert_eq!(entries[0], "Exported originals", "the head is that of the export");
    assert_eq!(desk.ask("audit.verify", json!({}))["head"], exported["head"]);
}

#[test]
fn one_claimants_originals_or_named_ones_go_out_alone() {
    let desk = Desk::new();
    let elen = desk.claimant("Prawf", "elen@example.com");
    let hers = desk.file("in/hers.eml", letter("elen@example.com", "hers"));
    let other = desk.file("in/other.eml", letter("nobody@example.net", "other"));
    desk.take(&[&hers, &other]);
    desk.ask("evidence.export", json!({ "which": { "claimant": elen }, "out": desk.path("a") }));
    assert_eq!(fs::read_dir(desk.path("a/originals")).unwrap().count(), 1);
    assert!(desk.path("a/originals/E-000001 hers.eml").is_file());
    desk.ask("evidence.export", json!({ "which": { "ids": ["E-000002"] }, "out": desk.path("b") }));
    assert!(desk.path("b/originals/E-000002 other.eml").is_file());
    let unknown =
        desk.refused("evidence.export", json!({ "which": { "ids": ["E-000009"] }, "out": desk.path("c") }));
    assert_eq!(unknown.code, "no-such-evidence");
    let full = desk.refused("evidence.export", json!({ "which": {}, "out": desk.path("a") }));
    assert_eq!(full.code, "out-not-empty");
}

#[cfg(unix)]
#[test]
fn hostile_names_are_exported_under_safe_ones() {
    let desk = Desk::new();
    let names =
        ["CON.eml", "a\nb.eml", "=HYPERLINK(1).eml", "\u{202E}lme.exe", "back\\slash.eml", "q?\"*.eml"];
    for (n, name) in names.iter().enumerate() {
        desk.file(&format!("in/{name}"), letter("x@example.com", &format!("hostile {n}")));
    }
    desk.take(&[&desk.path("in")]);
    desk.ask("evidence.export", json!({ "which": {}, "out": desk.path("out") }));
    let names = sums(&desk.path("out"));
    assert_eq!(names.len(), 9);
    for name in names {
        assert!(!name.contains(['\n', '\\', '"', '?', '*', '\u{202E}']), "{name:?}");
    }
    let sheet = fs::read_to_string(desk.path("out/manifest.csv")).unwrap();
    assert!(!sheet.contains(",=HYPERLINK") && sheet.contains("'=HYPERLINK(1).eml"), "{sheet}");
}

#[test]
fn a_byte_changed_behind_joinders_back_stops_the_opening_and_the_export() {
    let desk = Desk::new();
    for n in 1..=3 {
        desk.file(&format!("in/{n}.eml"), letter("elen@example.com", &format!("letter {n}")));
    }
    desk.take(&[&desk.path("in")]);
    let whole = desk.ask("evidence.verify", json!({}));
    assert_eq!((whole["checked"].as_u64(), whole["altered"].as_array().map(Vec::len)), (Some(3), Some(0)));
    desk.tamper("UPDATE evidence_blob SET bytes = CAST(replace(CAST(bytes AS TEXT), '4 Nov', '3 Nov') AS BLOB) WHERE evidence = 2");
    let opened = desk.refused("evidence.get", json!({ "id": "E-000002" }));
    assert_eq!(opened.code, "altered-item");
    assert!(opened.message.contains("E-000002"), "{opened}");
    let exported = desk.refused("evidence.export", json!({ "which": {}, "out": desk.path("out") }));
    assert!(exported.code == "altered-item" && exported.message.contains("E-000002"), "{exported}");
    assert_eq!(desk.beside(), ["config", "in", "matter"], "nothing of the export is left");
    assert!(!desk.audit().contains(&"Exported originals".to_owned()), "nothing left the matter");
    let verdict = desk.ask("evidence.verify", json!({}));
    assert_eq!(verdict["altered"], json!(["E-000002"]));
    desk.ask("evidence.get", json!({ "id": "E-000001" }));
    desk.tamper("DELETE FROM evidence_blob WHERE evidence = 3");
    assert_eq!(desk.refused("evidence.get", json!({ "id": "E-000003" })).code, "altered-item");
}

#[test]
fn an_export_that_is_stopped_leaves_nothing() {
    let desk = Desk::new();
    for n in 1..=3 {
        desk.file(&format!("in/{n}.eml"), letter("elen@example.com", &format!("letter {n}")));
    }
    desk.take(&[&desk.path("in")]);
    let impatient = std::sync::Arc::new(std::sync::OnceLock::<Job>::new());
    let stop = std::sync::Arc::clone(&impatient);
    let job = Job::new(move |progress: Progress| {
        if progress.done == 2
            && let Some(job) = stop.get()
        {
            job.cancel();
        }
    });
    impatient.set(job.clone()).unwrap();
    let stopped = desk.watched("evidence.export", json!({ "which": {}, "out": desk.path("out") }), &job);
    assert_eq!(stopped.unwrap_err().code, "cancelled");
    assert_eq!(desk.beside(), ["config", "in", "matter"]);
    assert!(!desk.audit().contains(&"Exported originals".to_owned()));
}

#[test]
fn whoever_opens_an_original_stands_in_the_audit() {
    let desk = Desk::new();
    desk.take(&[&desk.file("a.eml", letter("elen@example.com", "a"))]);
    let before = desk.audit().len();
    desk.ask("evidence.get", json!({ "id": "1" }));
    let entries = desk.audit();
    assert_eq!((entries.len(), entries[0].as_str()), (before + 1, "Opened an original"));
    assert_eq!(desk.verdict(), "intact");
}
