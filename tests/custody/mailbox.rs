//! Of a whole mailbox, only what bears on the matter comes in.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use joinder_app::{Job, Progress};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::desk::{Desk, sample};

/// The notice as the sample's people received it.
fn notice() -> Vec<u8> {
    sample("evidence/S-001-notice.eml")
}

fn message(n: usize, from: &str, date: &str) -> String {
    format!(
        "Return-Path: <{from}>\nFrom: Somebody <{from}>\nTo: elen@gpost.example\nSubject: Number {n}\nDate: {date}\n\
         Message-ID: <{n}@mail.example>\n\nHello Elen,\n\nthis is private letter {n}.\n>From here on it is quoted.\n"
    )
}

/// A mailbox of `size` messages: the notice is number 100, mail from the party follows, one message is broken.
fn mailbox(size: usize) -> Vec<u8> {
    let mut file = Vec::new();
    for n in 1..=size {
        let (from, date) = match n {
            50 => ("news@labour.org.uk", "Mon, 1 Feb 2021 10:00:00 +0000"),
            150 | 151 => ("enquiries@mail.labour.org.uk", "Mon, 6 Dec 2021 10:00:00 +0000"),
            _ => ("private.friend@secret.example", "Tue, 7 Dec 2021 10:00:00 +0000"),
        };
        writeln!(file, "From {from} Tue Dec  7 10:00:00 2021").unwrap();
        match n {
            100 => file.extend(String::from_utf8(notice()).unwrap().replace("\r\n", "\n").into_bytes()),
            120 => {
                file.extend(b"X-Broken\xFF\xFE: \0\0\n\n this was a message before the disk broke\n\0\0\0")
            }
            _ => file.extend(message(n, from, date).into_bytes()),
        }
        file.extend(b"\n\n");
    }
    file
}

fn scan(desk: &Desk, path: &PathBuf) -> Value {
    desk.ask("evidence.scan", json!({ "path": path }))
}

fn tick(candidate: &Value) -> Value {
    let field = |name: &str| candidate[name].clone();
    json!({ "path": field("path"), "offset": field("offset"), "position": field("position"), "sha256": field("sha256") })
}

fn ticks(scanned: &Value) -> Vec<Value> {
    scanned["candidates"].as_array().unwrap().iter().map(tick).collect()
}

#[test]
fn elens_mailbox_of_twenty_thousand_gives_the_notice_and_what_she_ticks() {
    let desk = Desk::new();
    let bytes = mailbox(20_000);
    let path = desk.file("All mail.mbox", &bytes);
    let scanned = scan(&desk, &path);
    assert_eq!(
        (scanned["seen"].as_u64(), scanned["notices"].as_u64()),
        (Some(20_000), Some(1)),
        "{scanned:#}"
    );
    assert_eq!((scanned["related"].as_u64(), scanned["earlier"].as_u64()), (Some(2), Some(1)));
    assert_eq!(scanned["unreadable"], 1);
    let whole: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(scanned["sha256"], whole);
    let candidates = scanned["candidates"].as_array().unwrap();
    let listed: Vec<_> = candidates
        .iter()
        .map(|one| {
            (one["position"].as_u64().unwrap(), one["kind"].as_str().unwrap(), one["proposed"] == true)
        })
        .collect();
    assert_eq!(listed, [(100, "notice", true), (150, "from", false), (151, "from", false)]);
    assert!(candidates[0]["why"][0].as_str().unwrap().contains("Private and Confidential"));

    let chosen = [tick(&candidates[0]), tick(&candidates[2])];
    let taken =
        desk.ask("evidence.take", json!({ "scan": scanned["scan"], "path": path, "messages": chosen }));
    assert_eq!(taken["added"], 2, "{taken:#}");
    let first = desk.ask("evidence.get", json!({ "id": "E-000001" }));
    let origin = &first["row"]["origin"];
    assert_eq!((origin["name"].as_str(), origin["position"].as_u64()), (Some("All mail.mbox"), Some(100)));
    assert_eq!((&origin["sha256"], &origin["offset"]), (&scanned["sha256"], &candidates[0]["offset"]));
    desk.ask("evidence.export", json!({ "which": {}, "out": desk.path("out") }));
    let second = fs::read(desk.path("out/originals/E-000002 All mail, message 151.eml")).unwrap();
    let in_file = &bytes[usize::try_from(candidates[2]["offset"].as_u64().unwrap()).unwrap()..];
    let start = in_file.iter().position(|&byte| byte == b'\n').unwrap() + 1;
    assert!(in_file[start..].starts_with(&second), "byte for byte as in the mailbox");
    assert!(second.trim_ascii_end().ends_with(b">From here on it is quoted."), "its quoting too");
    assert_eq!(desk.verdict(), "intact");

    let again = scan(&desk, &path);
    assert_eq!(again["candidates"][0]["already_there"], true);
    assert_eq!(again["candidates"][0]["proposed"], false);
}

#[test]
fn a_mailbox_given_like_a_file_gives_only_notices_and_says_how_many_it_left() {
    let desk = Desk::new();
    let path = desk.file("inbox", mailbox(300));
    let report = desk.take(&[&path]);
    assert_eq!((report["added"].as_u64(), report["failed"].as_u64()), (Some(1), Some(0)), "{report:#}");
    let taken = &report["mailboxes"][0];
    let counts = ["seen", "taken", "not_taken"].map(|name| taken[name].as_u64().unwrap());
    assert_eq!(counts, [300, 1, 299]);
    let words = taken["message"].as_str().unwrap();
    assert!(
        words.contains("299 not taken") && words.contains("2 of them") && words.contains("scan"),
        "{words}"
    );
    let again = desk.take(&[&path]);
    assert_eq!((again["added"].as_u64(), again["already_there"].as_u64()), (Some(0), Some(1)), "{again:#}");
    assert_eq!(desk.verdict(), "intact");
}

#[test]
fn nothing_of_what_was_not_taken_is_kept() {
    let desk = Desk::new();
    let path = desk.file("inbox.mbox", mailbox(300));
    desk.take(&[&path]);
    desk.ask("evidence.export", json!({ "which": {}, "out": desk.path("out") }));
    let report = lopdf::Document::load(desk.path("out/custody-report.pdf")).unwrap();
    let pages: Vec<u32> = report.get_pages().keys().copied().collect();
    let words = report.extract_text(&pages).unwrap();
    assert!(words.contains("299"), "the report says how many were not taken");
    let (json, csv) = ("manifest.json", "manifest.csv");
    let said = [json, csv].map(|file| fs::read_to_string(desk.path("out").join(file)).unwrap());
    let stored = desk.everything_stored();
    assert!(stored.contains("Private and Confidential"), "the search finds what is there");
    for secret in ["private.friend", "secret.example", "private letter"] {
        assert!(!words.contains(secret) && !said.concat().contains(secret), "{secret} was exported");
        assert!(!stored.contains(secret), "{secret} is in the database");
    }
}

#[test]
fn a_scan_that_is_stopped_and_a_mailbox_that_changed_take_nothing() {
    let desk = Desk::new();
    let path = desk.file("inbox.mbox", mailbox(300));
    let holder = Arc::new(OnceLock::<Job>::new());
    let stop = Arc::clone(&holder);
    let job = Job::new(move |_: Progress| stop.get().unwrap().cancel());
    holder.set(job.clone()).unwrap();
    let before = desk.audit().len();
    for (command, input) in
        [("evidence.scan", json!({ "path": path })), ("evidence.add", json!({ "paths": [path] }))]
    {
        let stopped = desk.watched(command, input, &job);
        assert_eq!(stopped.unwrap_err().code, "cancelled", "{command}");
    }
    assert_eq!(desk.audit().len(), before, "nothing was written");

    let scanned = scan(&desk, &path);
    let messages = ticks(&scanned);
    let mut changed = fs::read(&path).unwrap();
    changed[usize::try_from(messages[2]["offset"].as_u64().unwrap()).unwrap() + 100] ^= 1;
    fs::write(&path, changed).unwrap();
    let input = json!({ "scan": scanned["scan"], "path": path, "messages": messages });
    assert_eq!(desk.refused("evidence.take", input).code, "mailbox-changed");
    assert_eq!(desk.ask("evidence.verify", json!({}))["checked"], 0, "not even those that were unchanged");
    let unknown = desk.refused("evidence.take", json!({ "scan": 99, "path": path, "messages": [] }));
    assert_eq!(unknown.code, "no-such-mailbox-scan");
}

#[test]
fn a_maildir_is_a_mailbox_too() {
    let desk = Desk::new();
    let later = "Tue, 7 Dec 2021 10:00:00 +0000";
    for n in 1..=20 {
        desk.file(&format!("Mail/cur/{n:03}:2,S"), message(n, "friend@secret.example", later));
    }
    desk.file("Mail/cur/021:2,S", message(21, "x@labour.org.uk", later));
    desk.file("Mail/new/100", notice());
    let path = desk.path("Mail");
    let scanned = scan(&desk, &path);
    let counts = ["seen", "notices", "related"].map(|name| scanned[name].as_u64().unwrap());
    assert_eq!(counts, [22, 1, 1], "{scanned:#}");
    let messages = ticks(&scanned);
    let taken =
        desk.ask("evidence.take", json!({ "scan": scanned["scan"], "path": path, "messages": messages }));
    assert_eq!(taken["added"], 2);
    let mut climbing = messages[0].clone();
    climbing["path"] = json!("cur/../../one.csv");
    let input = json!({ "scan": scanned["scan"], "path": path, "messages": [climbing] });
    assert_eq!(desk.refused("evidence.take", input).code, "mailbox-changed");
    let report = desk.take(&[&path]);
    assert_eq!(
        (report["already_there"].as_u64(), report["mailboxes"][0]["seen"].as_u64()),
        (Some(1), Some(22))
    );
}

#[test]
fn a_picture_is_no_mailbox() {
    let desk = Desk::new();
    let picture = desk.file("a.png", b"\x89PNG\r\n\x1A\n....");
    assert_eq!(desk.refused("evidence.scan", json!({ "path": picture })).code, "not-a-mailbox");
    fs::create_dir(desk.path("folder")).unwrap();
    assert_eq!(desk.refused("evidence.scan", json!({ "path": desk.path("folder") })).code, "not-a-mailbox");
}

#[test]
fn a_notice_passed_on_behind_a_large_picture_is_found_by_its_subject() {
    let desk = Desk::new();
    let picture = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=\n".repeat(30_000);
    let notice = String::from_utf8(notice()).unwrap().replace("\r\n", "\n");
    let mut file = b"From a@example.com Tue Dec  7 10:00:00 2021\n".to_vec();
    write!(
        file,
        "From: Elen <elen@gpost.example>\nTo: Mam <mam@example.org>\nSubject: Fwd: Private and Confidential\n\
         Date: Tue, 7 Dec 2021 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=edge\n\n\
         --edge\nContent-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\n{picture}\n--edge\n\
         Content-Type: message/rfc822\n\n{notice}\n--edge--\n\nFrom b@example.com Tue Dec  7 10:00:01 2021\n{}",
        message(2, "friend@secret.example", "Tue, 7 Dec 2021 10:00:00 +0000")
    )
    .unwrap();
    let scanned = scan(&desk, &desk.file("sent.mbox", file));
    assert_eq!((scanned["seen"].as_u64(), scanned["notices"].as_u64()), (Some(2), Some(1)), "{scanned:#}");
}
