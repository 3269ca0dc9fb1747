//! Bronwen takes a copy of the matter to a meeting on a laptop, and what she did there comes to the office and back.

use std::fs;

use serde_json::json;

use crate::copies::{Two, codes, moves};
use crate::stage::{NOTICE, nia};

#[test]
fn what_was_done_at_the_meeting_comes_to_the_office_and_nothing_done_there_is_undone() {
    let two = Two::new();
    let (office, laptop) = (two.office(), two.laptop());
    let key = office.key("office.joinder-key");
    let seen = laptop.run(&["transfer", "show", key.to_str().unwrap()]).succeeds().json();
    assert_eq!((seen["person"].as_str(), seen["same_matter"].as_bool()), (Some("Bronwen Parry"), Some(true)));
    assert_eq!(seen["fingerprint"].as_array().unwrap().len(), 10);

    // Both change the telephone number; the office also mends the name, the laptop adds the notice and the address.
    office.put(1, "/contact/mobile", "07700 900111");
    office.put(1, "/identity/forenames", "Nia Mair");
    laptop.put(1, "/contact/mobile", "07700 900222");
    laptop.put(1, "/consequence/own_words", "I moved house because of it.");
    let notice = two.sandbox.file("meeting/notice.eml", NOTICE);
    laptop.run(&["import", "evidence", "--claimant", "1", notice.to_str().unwrap()]).succeeds();

    let files = laptop.send(&key, "stick", &["C-000001"]);
    assert_eq!(files.len(), 1);
    let sealed = fs::read(&files[0]).unwrap();
    for word in ["Enghraifft", "07700 900222", "third party that handles", "Bronwen"] {
        assert!(!sealed.windows(word.len()).any(|part| part == word.as_bytes()), "{word} in clear");
    }
    assert_eq!(office.receive(&files[0])["state"], "received");

    let view = office.packet(1);
    assert_eq!(view["known"]["reference"], "C-000001");
    assert_eq!(
        moves(&view),
        [
            (
                "consequence.own_words",
                nia()["consequence"]["own_words"].as_str().unwrap(),
                "I moved house because of it.",
                false
            ),
            ("contact.mobile", "07700 900111", "07700 900222", true),
        ],
        "the name that only the office changed stays"
    );
    assert_eq!(codes(&view), ["transfer-unknown-sender"], "the words are to be compared once");
    let there = view["transfer"]["history"].as_array().unwrap();
    assert!(there.iter().any(|event| event["what"] == "Sealed for a colleague"), "{there:#?}");
    assert!(
        there.iter().any(|event| event["fields"].to_string().contains("07700 900222")),
        "the history there came with it: {there:#?}"
    );

    let leave = "contact.mobile=She rang the office yesterday";
    let accepted = office.run(&["packet", "accept", "1", "--leave", leave]).succeeds().json();
    assert_eq!((accepted["new"].as_bool(), accepted["evidence"].as_u64()), (Some(false), Some(1)));
    let record = office.record(1);
    assert_eq!(record["claimant"]["identity"]["forenames"], "Nia Mair");
    assert_eq!(record["claimant"]["contact"]["mobile"], "07700 900111");
    assert_eq!(record["claimant"]["consequence"]["own_words"], "I moved house because of it.");
    let reason = office.packet(1)["packet"]["reason"].as_str().unwrap().to_owned();
    assert!(reason.contains("She rang the office yesterday"), "{reason}");

    // Back to the laptop: only what the office decided is news there.
    let key = laptop.key("laptop.joinder-key");
    let files = office.send(&key, "back", &["1"]);
    assert_eq!(laptop.receive(&files[0])["state"], "received");
    let view = laptop.packet(1);
    assert_eq!(
        moves(&view),
        [
            ("contact.mobile", "07700 900222", "07700 900111", false),
            ("identity.forenames", "Nia", "Nia Mair", false),
        ]
    );
    laptop.accept(1);
    assert_eq!(laptop.record(1)["claimant"], office.record(1)["claimant"]);
    // And once more: what comes back is what was sent, so nothing is left to decide; the sender is known by now.
    let files = laptop.send(&office.key("office.joinder-key"), "again", &["1"]);
    office.receive(&files[0]);
    let view = office.packet(2);
    assert_eq!((moves(&view), codes(&view)), (Vec::new(), Vec::new()));
    office.accept(2);
    office.intact();
    laptop.intact();
}

#[test]
fn somebody_new_keeps_their_id_although_both_copies_gave_out_the_number() {
    let two = Two::new();
    let (office, laptop) = (two.office(), two.laptop());
    let mut owain = nia();
    owain["identity"]["forenames"] = json!("Owain");
    owain["contact"]["emails"][0]["address"] = json!("owain@mailbox.example");
    laptop.call("claimant.add", &json!({ "claimant": owain }));
    let mut carys = nia();
    carys["identity"]["forenames"] = json!("Carys");
    carys["contact"]["emails"][0]["address"] = json!("carys@mailbox.example");
    office.call("claimant.add", &json!({ "claimant": carys }));

    let key = office.key("office.joinder-key");
    office.receive(&laptop.send(&key, "stick", &["2"])[0]);
    let view = office.packet(1);
    assert!(view["known"].is_null(), "C-000002 is Carys here, and nobody takes Owain for her");
    assert_eq!(view["transfer"]["reference"], "C-000002");
    assert_eq!(office.accept(1)["reference"], "C-000003");
    // What is changed at the laptop later finds him.
    laptop.put(2, "/contact/mobile", "07700 900333");
    office.receive(&laptop.send(&key, "later", &["2"])[0]);
    let view = office.packet(2);
    assert_eq!(view["known"]["reference"], "C-000003");
    assert_eq!(moves(&view), [("contact.mobile", "07700 900123", "07700 900333", false)]);
    office.intact();
}

#[test]
fn packets_from_a_colleague_that_are_not_as_they_should_be() {
    let two = Two::new();
    let (office, laptop) = (two.office(), two.laptop());
    let key = office.key("office.joinder-key");
    let first = laptop.send(&key, "first", &["1"]).remove(0);
    laptop.put(1, "/contact/mobile", "07700 900222");
    let second = laptop.send(&key, "second", &["1"]).remove(0);

    // An older one after a newer, and the same file twice.
    assert_eq!(office.receive(&second)["state"], "received");
    assert_eq!(office.receive(&first)["state"], "received");
    assert_eq!(codes(&office.packet(2)), ["transfer-unknown-sender", "transfer-newer"]);
    assert_eq!(office.receive(&second)["state"], "already-there");
    office.accept(1);
    assert_eq!(moves(&office.packet(2)), [], "an older state of the record takes nothing back");

    // One byte, cut short, another copy's key, another matter.
    let bytes = fs::read(&first).unwrap();
    let mut altered = bytes.clone();
    let at = altered.len() - 9;
    altered[at] ^= 1;
    let file = two.sandbox.file("altered.joinder-packet", altered);
    assert_eq!(office.receive(&file)["code"], "sealed-altered");
    let file = two.sandbox.file("cut.joinder-packet", &bytes[..bytes.len() - 40]);
    assert_eq!(office.receive(&file)["code"], "sealed-altered");
    assert_eq!(laptop.receive(&first)["code"], "sealed-for-other-key");
    let elsewhere = Two::new();
    let foreign = elsewhere.office().key("foreign.joinder-key");
    let said = laptop.run(&["transfer", "make", "--to", foreign.to_str().unwrap(), "--out", "x", "1"]);
    assert!(said.ends_with(1).complained().contains("key-other-matter"));
    let key = fs::read_to_string(&key).unwrap().replace("Bronwen", "Gwyneth");
    let file = two.sandbox.file("altered.joinder-key", key);
    let said = laptop.run(&["transfer", "show", file.to_str().unwrap()]).ends_with(1).complained();
    assert!(said.contains("key-altered"), "{said}");
    let said = laptop.run(&["transfer", "show", first.to_str().unwrap()]).ends_with(1).complained();
    assert!(said.contains("not-a-key"), "{said}");
    // Nobody can be asked by file who registered with nobody.
    let said = office.run(&["packet", "ask", "2", "--question", "Why?", "--out", "q.joinder-request"]);
    assert!(said.ends_with(1).complained().contains("transfer-not-asked"));
    office.intact();
}

#[test]
fn whoever_was_erased_does_not_come_back_unnoticed() {
    let two = Two::new();
    let (office, laptop) = (two.office(), two.laptop());
    let key = office.key("office.joinder-key");
    office.receive(&laptop.send(&key, "before", &["1"])[0]);
    office.call("right.erase", &json!({ "number": 1, "confirm": "C-000001", "reason": "She asked us to" }));
    assert_eq!(office.run(&["packet", "list"]).succeeds().json(), json!([]), "what had come in went too");
    office.receive(&laptop.send(&key, "after", &["1"])[0]);
    let view = office.packet(1);
    assert!(codes(&view).contains(&"transfer-erased"), "{:?}", codes(&view));
    office.run(&["packet", "reject", "1", "--reason", "Erased at her wish"]).succeeds();
    office.intact();
}
