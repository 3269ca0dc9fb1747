//! Signatures in a matter, checked with keys that people kept.

use std::sync::{Arc, OnceLock};

use joinder_app::{Job, Progress};
use serde_json::{Value, json};

use crate::desk::{Desk, letter, sample};

const ADA: &str = "ada.sampleworth@gpost.example";

/// Ada's notice, and the same with one letter changed by somebody with an editor.
fn with_ada() -> Desk {
    let desk = Desk::new();
    desk.claimant("Sampleworth", ADA);
    let notice = sample("evidence/S-001-notice.eml");
    let words = b"cyber incident";
    let at = notice.windows(words.len()).position(|window| window == words).unwrap();
    let mut changed = notice.clone();
    changed[at] = b'C';
    let (notice, changed) = (desk.file("notice.eml", notice), desk.file("changed.eml", changed));
    desk.take(&[&notice, &changed]);
    desk
}

fn answers(desk: &Desk, item: &str) -> (Value, Value, Value) {
    let view = desk.ask("evidence.get", json!({ "id": item }));
    let dkim = view["message"]["dkim"][0].clone();
    (dkim["body_hash"]["answer"].clone(), dkim["signature"]["answer"].clone(), dkim["key"].clone())
}

fn key() -> String {
    String::from_utf8(sample("dkim.txt")).unwrap()
}

#[test]
fn a_key_that_bronwen_adds_checks_what_is_there_and_what_comes() {
    let desk = with_ada();
    let (body, signature, _) = answers(&desk, "1");
    assert_eq!((body, signature), ("match".into(), "key-not-available".into()), "no key is no failure");
    let input = json!({
        "text": key(), "source": "a witness statement", "from": "2021-10-01", "until": "2021-12-31",
    });
    let added = desk.ask("key.add", input);
    assert_eq!((&added["keys"], &added["checked"]), (&1.into(), &2.into()));
    let (body, signature, key) = answers(&desk, "1");
    assert_eq!((body, signature), ("match".into(), "match".into()));
    assert_eq!((&key["in_force"], &key["from"]), (&true.into(), &"2021-10-01".into()));
    assert!(key["source"].as_str().unwrap().contains("a witness statement"));
    let (body, signature, _) = answers(&desk, "2");
    assert_eq!(
        (body, signature),
        ("mismatch".into(), "match".into()),
        "the letter was changed, not the headers"
    );
    let reasons = desk.ask("evidence.get", json!({ "id": "1" }))["row"]["reasons"].to_string();
    assert!(reasons.contains("signature"), "the grade says so: {reasons}");

    // What is taken in later is checked at once.
    let mut later = sample("evidence/S-001-notice.eml");
    later.splice(0..0, *b"X-Copy: 1\r\n");
    desk.take(&[&desk.file("later.eml", later)]);
    assert_eq!(answers(&desk, "3").1, "match");
    assert!(desk.audit().iter().any(|what| what.contains("key")), "{:?}", desk.audit());

    let name = &desk.ask("key.list", json!({}))[0];
    let removed = desk.ask("key.remove", json!({ "domain": name["domain"], "selector": name["selector"] }));
    assert_eq!(removed["checked"], 3);
    assert_eq!(answers(&desk, "1").1, "key-not-available");
    assert_eq!(desk.verdict(), "intact");
}

#[test]
fn a_text_without_a_key_and_a_key_without_a_name_are_refused() {
    let desk = Desk::new();
    let refused = |input: Value| desk.refused("key.add", input).code;
    assert_eq!(refused(json!({ "text": "good morning" })), "no-key-in-text");
    let text = key();
    let bare = &text[text.find("v=DKIM1").unwrap()..];
    assert_eq!(refused(json!({ "text": bare })), "key-without-name");
    assert_eq!(refused(json!({ "text": text, "from": "yesterday" })), "key-day");
    assert_eq!(refused(json!({ "text": text, "from": "2022-01-01", "until": "2021-01-01" })), "key-day");
    let none = json!({ "domain": "party.example", "selector": "none" });
    assert_eq!(desk.refused("key.remove", none).code, "no-such-key");
    assert_eq!(desk.ask("key.list", json!({})), json!([]));
    let given = json!({ "text": bare, "domain": "Party.example", "selector": "News" });
    assert_eq!(desk.ask("key.add", given)["checked"], 0);
    assert_eq!(desk.ask("key.list", json!({}))[0]["domain"], "party.example");
}

#[test]
fn who_stops_an_intake_is_told_what_was_taken() {
    let desk = Desk::new();
    for n in 1..=300 {
        desk.file(&format!("mail/{n:03}.eml"), letter("elen@example.com", &format!("letter {n}")));
    }
    let holder = Arc::new(OnceLock::<Job>::new());
    let stop = Arc::clone(&holder);
    let job = Job::new(move |told: Progress| {
        if told.done == 260 {
            stop.get().unwrap().cancel();
        }
    });
    holder.set(job.clone()).unwrap();
    let report = desk.watched("evidence.add", json!({ "paths": [desk.path("mail")] }), &job).unwrap();
    let (added, left) = (report["added"].as_u64().unwrap(), report["left"].as_u64().unwrap());
    assert_eq!((added + left, report["items"].as_array().unwrap().len() as u64), (300, added));
    assert!(left > 0, "{report}");
    let again = desk.take(&[&desk.path("mail")]);
    assert_eq!(
        (&again["added"], &again["already_there"]),
        (&left.into(), &added.into()),
        "nothing is taken twice"
    );
}
