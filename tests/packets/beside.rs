//! What stands beside a record comes along when a colleague sends it: notes, tasks, letters, approvals, marks of exhibits.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::copies::{Copy, Two, codes};
use crate::stage::NOTICE;

fn note(text: &str) -> Value {
    json!({ "kind": "note", "text": text, "personal": false })
}

fn task(text: &str, done: bool) -> Value {
    json!({ "kind": "task", "text": text, "due": "2026-12-24", "done": done })
}

impl Copy<'_> {
    fn write(&self, entry: &Value) {
        self.call("journal.add", &json!({ "number": 1, "entry": entry }));
    }

    /// What stands beside the record, without what changes from copy to copy.
    fn journal(&self) -> Vec<Value> {
        let mut entries = self.call("journal.list", &json!({ "number": 1 })).as_array().unwrap().clone();
        entries.sort_by_key(|entry| entry["entry"]["text"].as_str().unwrap().to_owned());
        entries
    }

    fn texts(&self) -> Vec<String> {
        self.journal().iter().map(|entry| entry["entry"]["text"].as_str().unwrap().to_owned()).collect()
    }

    /// Puts another entry in the place of the one that says `text`; takes it away where there is none.
    fn change(&self, text: &str, to: Option<Value>) {
        let entry = self.journal().into_iter().find(|entry| entry["entry"]["text"] == text).unwrap();
        match to {
            Some(to) => self.call(
                "journal.edit",
                &json!({ "id": entry["id"], "version": entry["version"], "entry": to }),
            ),
            None => self.call("journal.remove", &json!({ "id": entry["id"], "version": entry["version"] })),
        };
    }

    /// Sends Nia there and has her taken in; what came beside the record.
    fn send_to(&self, there: &Copy<'_>, stick: &str) -> Value {
        let key = there.key(&format!("{stick}.joinder-key"));
        let number = there.receive(&self.send(&key, stick, &["1"])[0])["number"].as_u64().unwrap();
        let number = u32::try_from(number).unwrap();
        let beside = there.packet(number)["transfer"]["beside"].clone();
        there.accept(number);
        beside
    }
}

fn steps(beside: &Value) -> Vec<(&str, &str)> {
    beside
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["step"].as_str().unwrap(), one["text"].as_str().unwrap()))
        .collect()
}

#[test]
fn notes_tasks_and_letters_come_along_and_nobodys_words_are_lost() {
    let two = Two::after(|office| {
        office.write(&note("Rang: sounds worried"));
        office.write(&task("Ask for the email itself", false));
    });
    let (office, laptop) = (two.office(), two.laptop());
    office.change("Rang: sounds worried", Some(note("Rang twice: sounds worried")));
    laptop.change("Rang: sounds worried", Some(note("Rang: sounds worried about her job")));
    laptop.change("Ask for the email itself", Some(task("Ask for the email itself", true)));
    let letter = json!({
        "kind": "correspondence", "direction": "in", "by": "letter", "with": "Nia", "on": "2026-11-20", "text": "Her letter",
    });
    laptop.write(&letter);
    laptop.write(&json!({ "kind": "note", "text": "Buy milk", "personal": true }));

    let came = laptop.send_to(&office, "first");
    assert_eq!(
        steps(&came),
        [
            ("both", "Rang: sounds worried about her job"),
            ("changed", "Ask for the email itself"),
            ("new", "Her letter"),
        ]
    );
    assert!(came[1]["label"].as_str().unwrap().contains("done there"), "{came:#}");
    assert_eq!(
        office.texts(),
        [
            "Ask for the email itself",
            "Her letter",
            "Rang twice: sounds worried",
            "Rang: sounds worried about her job"
        ],
        "both notes stand, and what is for its writer alone stays there"
    );
    let done = &office.journal()[0];
    assert_eq!((done["entry"]["done"].as_bool(), done["who"].as_str()), (Some(true), Some("Bronwen Parry")));
    let written = |copy: &Copy<'_>| {
        copy.journal().into_iter().find(|entry| entry["entry"]["text"] == "Her letter").unwrap()["at"].clone()
    };
    assert_eq!(written(&office), written(&laptop), "when it was written is not when it came");

    // Whatever goes to and fro now, nothing comes twice.
    assert_eq!(laptop.send_to(&office, "again"), json!([]));
    assert_eq!(steps(&office.send_to(&laptop, "back")), [("both", "Rang twice: sounds worried")]);
    assert_eq!(laptop.send_to(&office, "once-more"), json!([]));
    assert_eq!(office.send_to(&laptop, "and-back"), json!([]));
    let shared = |copy: &Copy<'_>| {
        let texts = copy.texts().into_iter().filter(|text| text != "Buy milk");
        texts.collect::<Vec<_>>()
    };
    assert_eq!(shared(&office), shared(&laptop));

    // What was taken away goes there too, and a task is opened again.
    laptop.change("Her letter", None);
    laptop.change("Ask for the email itself", Some(task("Ask for the email itself", false)));
    let came = laptop.send_to(&office, "last");
    assert_eq!(steps(&came), [("changed", "Ask for the email itself"), ("removed", "Her letter")]);
    assert!(!office.texts().contains(&"Her letter".to_owned()));
    assert_eq!(office.journal()[0]["entry"]["done"], false);
    office.intact();
    laptop.intact();
}

/// The file that was made for Nia to approve, by its hash, as `ready.get` shows it.
fn paper(copy: &Copy<'_>, sha256: &str) -> Option<Value> {
    let ready = copy.call("ready.get", &json!({ "number": 1 }));
    ready["papers"].as_array().unwrap().iter().find(|paper| paper["sha256"] == sha256).cloned()
}

#[test]
fn what_the_claimant_said_of_a_paper_at_the_meeting_is_known_in_the_office() {
    let two = Two::new();
    let (office, laptop) = (two.office(), two.laptop());
    let notice = two.sandbox.file("meeting/notice.eml", NOTICE);
    laptop.run(&["import", "evidence", "--claimant", "1", notice.to_str().unwrap()]).succeeds();
    let out = two.sandbox.path("papers");
    let made = laptop.call("bundle.make", &json!({ "numbers": [1], "out": out, "form": "approval" }));
    let file = out.join(made["files"][0]["file"].as_str().unwrap());
    let approve = json!({
        "number": 1, "sha256": "", "file": file, "by": "Nia Enghraifft", "on": "2026-11-25", "how": "signed on paper",
    });
    laptop.call("ready.approve", &approve);
    let sha256 = laptop.call("ready.get", &json!({ "number": 1 }))["papers"][0]["sha256"].clone();
    let sha256 = sha256.as_str().unwrap();
    let key = office.key("office.joinder-key");
    office.receive(&laptop.send(&key, "stick", &["1"])[0]);
    let papers = office.packet(1)["transfer"]["papers"].clone();
    let said =
        papers.as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect::<Vec<_>>().join(" ");
    assert!(said.contains("Nia Enghraifft approved it on 25 November 2026: signed on paper."), "{said}");
    office.accept(1);
    let came = paper(&office, sha256).expect("the paper came along");
    assert_eq!(
        (came["approved"].as_bool(), came["current"].as_bool()),
        (Some(true), Some(false)),
        "{came:#}"
    );
    let words = came["words"].to_string();
    assert!(words.contains("another copy") && words.contains("Nia Enghraifft"), "{came:#}");
    let gates = office.call("ready.get", &json!({ "number": 1 }))["gates"].clone();
    let gate = gates.as_array().unwrap().iter().find(|gate| gate["gate"] == "approval").unwrap();
    assert_eq!(gate["met"], false, "what is issued from here is another file: {gate:#}");
    // The marks of the exhibits are the same here from now on.
    let back = office.send(&laptop.key("laptop.joinder-key"), "marks", &["1"]).remove(0);
    let labels = |path: &Path| {
        let seen = laptop.run(&["packet", "inspect", path.to_str().unwrap()]).succeeds().json();
        seen["content"]["manifest"]["transfer"]["labels"].clone()
    };
    assert_eq!(labels(&back)[0]["serial"], 1, "{}", labels(&back));
    // Taken back there, it is taken back here.
    let back = json!({ "number": 1, "sha256": sha256, "role": "claimant", "reason": "She saw a mistake" });
    laptop.call("ready.withdraw", &back);
    office.receive(&laptop.send(&key, "later", &["1"])[0]);
    office.accept(2);
    let came = paper(&office, sha256).unwrap();
    assert_eq!(came["approved"], false, "{came:#}");
    assert!(came["words"].to_string().contains("She saw a mistake"), "{came:#}");
    office.intact();
}

#[test]
fn a_copy_is_known_again_after_its_folder_was_renamed_and_a_copy_of_it_is_another() {
    let two = Two::new();
    let (office, laptop) = (two.office(), two.laptop());
    let key = office.key("office.joinder-key");
    let first = laptop.send(&key, "first", &["1"]).remove(0);
    let renamed = two.at("laptop, after the meeting");
    fs::rename(&laptop.folder, &renamed.folder).unwrap();
    renamed.put(1, "/contact/mobile", "07700 900222");
    let second = renamed.send(&key, "second", &["1"]).remove(0);
    let elsewhere = two.at("another laptop");
    renamed.copied_to(&elsewhere.folder);
    elsewhere.put(1, "/contact/mobile", "07700 900333");
    let third = elsewhere.send(&key, "third", &["1"]).remove(0);

    let copy = |path: &Path| {
        let seen = office.run(&["packet", "inspect", path.to_str().unwrap()]).succeeds().json();
        seen["content"]["manifest"]["transfer"]["copy"].as_str().unwrap().to_owned()
    };
    assert_eq!(copy(&first), copy(&second), "the folder was only renamed");
    assert_ne!(copy(&second), copy(&third), "the copy of it goes on by itself");
    for packet in [&third, &second, &first] {
        assert_eq!(office.receive(packet)["state"], "received");
    }
    // Each knows of what went before it, whatever its folder is called.
    assert!(!codes(&office.packet(1)).contains(&"transfer-newer"));
    assert!(codes(&office.packet(2)).contains(&"transfer-newer"));
    assert!(codes(&office.packet(3)).contains(&"transfer-newer"));
    let rows = office.run(&["packet", "list"]).succeeds().json();
    let newer: Vec<&Value> = rows.as_array().unwrap().iter().map(|row| &row["newer"]).collect();
    assert_eq!(newer, [&json!(2), &json!(1), &Value::Null]);
}

#[test]
fn a_copy_that_was_put_back_to_an_earlier_day_is_pointed_out() {
    let two = Two::new();
    let (office, laptop) = (two.office(), two.laptop());
    let key = office.key("office.joinder-key");
    let first = laptop.send(&key, "first", &["1"]).remove(0);
    let earlier = two.at("earlier");
    laptop.copied_to(&earlier.folder);
    laptop.put(1, "/contact/mobile", "07700 900222");
    let second = laptop.send(&key, "second", &["1"]).remove(0);
    // The folder comes back as it was, and goes on under its name.
    fs::remove_dir_all(&laptop.folder).unwrap();
    fs::rename(&earlier.folder, &laptop.folder).unwrap();
    laptop.put(1, "/contact/mobile", "07700 900333");
    let third = laptop.send(&key, "third", &["1"]).remove(0);
    for packet in [&first, &second, &third] {
        office.receive(packet);
    }
    assert!(codes(&office.packet(1)).contains(&"transfer-newer"));
    for number in [2, 3] {
        let view = office.packet(number);
        assert!(codes(&view).contains(&"transfer-same-sequence"), "a person chooses: {:?}", codes(&view));
        assert!(!codes(&view).contains(&"transfer-newer"), "neither knows of the other");
    }
}
