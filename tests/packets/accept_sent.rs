//! After a long meeting a stick full of records comes to the office: what leaves nothing to choose is taken in at once.

use serde_json::{Value, json};

use crate::copies::{Copy, Two};
use crate::stage::nia;

fn person(forenames: &str, address: &str) -> Value {
    let mut person = nia();
    person["identity"]["forenames"] = json!(forenames);
    person["identity"]["surname"] = json!(format!("{forenames}-Smith"));
    person["contact"]["emails"][0]["address"] = json!(address);
    person["contact"]["mobile"] = json!("");
    person
}

fn accept_all(copy: &Copy<'_>, words: &[&str], status: i32) -> Value {
    copy.run(&[&["transfer", "accept"], words].concat()).ends_with(status).json()
}

fn left(report: &Value) -> Vec<(&str, String)> {
    let left = report["left"].as_array().unwrap().iter();
    left.map(|one| (one["reference"].as_str().unwrap(), one["reasons"].to_string())).collect()
}

#[test]
fn what_leaves_nothing_to_choose_is_taken_in_and_the_rest_waits() {
    let two = Two::after(|office| {
        office.call("claimant.add", &json!({ "claimant": person("Owain", "owain@mailbox.example") }));
    });
    let (office, laptop) = (two.office(), two.laptop());
    // Nia was changed at the meeting only, Owain in both places, Carys is new, and so is somebody who may be Nia.
    laptop.put(1, "/consequence/own_words", "I moved house because of it.");
    laptop.put(2, "/consequence/own_words", "They rang him at work.");
    office.put(2, "/consequence/own_words", "They rang me at work.");
    laptop.call("claimant.add", &json!({ "claimant": person("Carys", "carys@mailbox.example") }));
    let mut alike = nia();
    alike["identity"]["date_of_birth"] = json!("1980-03-04");
    laptop.call("claimant.add", &json!({ "claimant": alike }));
    let key = office.key("office.joinder-key");
    let files = laptop.send(&key, "stick", &["1", "2", "3", "4"]);
    assert_eq!(files.len(), 4);
    office.run(&["packet", "receive", two.sandbox.path("stick").to_str().unwrap()]).succeeds();

    // Nobody has compared the words of the key yet: nothing is taken in on anybody's word.
    let report = accept_all(&office, &[], 4);
    assert_eq!(report["accepted"], 0);
    assert!(left(&report).iter().all(|(_, why)| why.contains("Compare the words")), "{report:#}");
    // One is looked at and accepted by hand: the sender is known from then on.
    office.accept(3);

    let seen = accept_all(&office, &["--check"], 4);
    assert_eq!((seen["accepted"].as_u64(), seen["new"].as_u64()), (Some(1), Some(0)), "{seen:#}");
    assert_ne!(office.record(1)["claimant"]["consequence"]["own_words"], "I moved house because of it.");
    let done = accept_all(&office, &[], 4);
    assert_eq!(done, seen, "what was said would be done is done");
    let waits = left(&done);
    assert_eq!(waits.iter().map(|(number, _)| *number).collect::<Vec<_>>(), ["P-000002", "P-000004"]);
    assert!(waits[0].1.contains("changed there and here"), "{waits:?}");
    assert!(waits[1].1.contains("same person"), "{waits:?}");
    assert_eq!(office.record(1)["claimant"]["consequence"]["own_words"], "I moved house because of it.");
    assert_eq!(office.record(2)["claimant"]["consequence"]["own_words"], "They rang me at work.");
    // Once a person has decided, nothing waits.
    office.run(&["packet", "accept", "2", "--leave", "consequence.own_words=His own words"]).succeeds();
    office.run(&["packet", "reject", "4", "--reason", "She is there already"]).succeeds();
    assert_eq!(accept_all(&office, &[], 0), json!({ "accepted": 0, "new": 0, "left": [] }));
    office.intact();
}

#[test]
fn an_older_packet_is_left_when_a_newer_one_is_there() {
    let two = Two::new();
    let (office, laptop) = (two.office(), two.laptop());
    let key = office.key("office.joinder-key");
    // The office knows its own key: both copies have it before the first is sent.
    let older = laptop.send(&key, "older", &["1"]).remove(0);
    laptop.put(1, "/contact/mobile", "07700 900222");
    let newer = laptop.send(&key, "newer", &["1"]).remove(0);
    office.receive(&older);
    office.receive(&newer);
    office.accept(2);
    let report = accept_all(&office, &[], 4);
    let waits = left(&report);
    assert_eq!(waits.len(), 1);
    assert!(waits[0].1.contains("A newer packet"), "{waits:?}");
    assert_eq!(office.record(1)["claimant"]["contact"]["mobile"], "07700 900222");
}
