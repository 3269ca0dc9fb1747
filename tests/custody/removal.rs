//! The one way out of a matter.

use std::fs;

use serde_json::json;

use crate::desk::{Desk, letter};

#[test]
fn a_bank_statement_sent_by_mistake_is_removed_and_remembered_only_by_its_hash() {
    let desk = Desk::new();
    desk.claimant("Prawf", "elen@example.com");
    let wrong = desk.file("statement.eml", letter("elen@example.com", "balance"));
    desk.take(&[&wrong]);
    let assigned = desk.refused("evidence.remove", json!({ "id": "E-000001", "reason": "a bank statement" }));
    assert_eq!(assigned.code, "evidence-assigned");
    assert!(assigned.message.contains("C-000001"), "{assigned}");
    let row = desk.ask("evidence.get", json!({ "id": "E-000001" }))["row"].clone();
    desk.ask("evidence.set_aside", json!({ "id": row["id"], "reason": "sent by mistake" }));
    assert_eq!(
        desk.refused("evidence.remove", json!({ "id": "E-000001", "reason": " " })).code,
        "reason-missing"
    );
    let removed = desk.ask("evidence.remove", json!({ "id": "E-000001", "reason": "sent by mistake" }));
    assert_eq!(removed["removal"]["sha256"], row["sha256"]);
    assert_eq!(removed["removal"]["removed_by"], "Bronwen Parry");
    assert_eq!(desk.refused("evidence.get", json!({ "id": "E-000001" })).code, "no-such-evidence");
    assert_eq!(desk.verdict(), "intact", "a removal that is known is no tampering");
    let left = desk.ask("evidence.removed", json!({}));
    assert_eq!(left[0]["reference"], "E-000001");
    assert!(!left.to_string().contains("statement.eml"), "not even its name is kept");
    let log = desk.path("matter/matter.db-wal");
    assert_eq!(fs::metadata(log).map_or(0, |log| log.len()), 0, "no old frame of the log holds it");

    let again = desk.take(&[&wrong]);
    assert_eq!((again["added"].as_u64(), again["failed"].as_u64()), (Some(0), Some(1)), "{again:#}");
    assert!(again["items"][0]["message"].as_str().unwrap().contains("removed on purpose"), "{again:#}");
    let readmitted = desk.ask("evidence.add", json!({ "paths": [wrong], "readmit": true }));
    assert_eq!(readmitted["added"], 1);
    assert_eq!(
        desk.ask("evidence.get", json!({ "id": readmitted["items"][0]["evidence"] }))["row"]["reference"],
        "E-000002",
        "a number is never given twice"
    );
}

#[test]
fn what_waits_for_its_owner_is_not_removed_by_the_way() {
    let desk = Desk::new();
    desk.take(&[&desk.file("a.eml", letter("nobody@example.net", "a"))]);
    assert_eq!(
        desk.refused("evidence.remove", json!({ "id": "E-000001", "reason": "clutter" })).code,
        "evidence-not-set-aside"
    );
}

#[test]
fn a_paralegal_cannot_remove() {
    let desk = Desk::new();
    desk.take(&[&desk.file("a.eml", letter("nobody@example.net", "a"))]);
    desk.ask(
        "person.add",
        json!({ "sign_in": "dafydd", "full_name": "Dafydd Gwyn", "role": "paralegal", "passphrase": "another long passphrase" }),
    );
    desk.ask("matter.lock", json!({}));
    desk.ask(
        "matter.unlock",
        json!({ "folder": desk.path("matter"), "sign_in": "dafydd", "passphrase": "another long passphrase" }),
    );
    assert_eq!(
        desk.refused("evidence.remove", json!({ "id": "E-000001", "reason": "x" })).code,
        "not-allowed"
    );
}

#[test]
fn a_removal_that_was_forged_or_hidden_is_found() {
    let desk = Desk::new();
    desk.take(&[&desk.file("a.eml", letter("nobody@example.net", "a"))]);
    let id = desk.ask("evidence.get", json!({ "id": "1" }))["row"]["id"].clone();
    desk.ask("evidence.set_aside", json!({ "id": id, "reason": "clutter" }));
    desk.ask("evidence.remove", json!({ "id": "1", "reason": "clutter" }));
    desk.tamper("UPDATE evidence_removal SET reason = 'another reason'");
    let verdict = desk.ask("audit.verify", json!({}));
    assert_eq!(verdict["verdict"], "tampered");
    desk.tamper("DELETE FROM evidence_removal");
    let verdict = desk.ask("audit.verify", json!({}));
    assert!(verdict["problems"][0].as_str().unwrap().contains("absent"), "{verdict:#}");
}
