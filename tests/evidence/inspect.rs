//! Files looked at without a matter.

use std::sync::OnceLock;

use joinder_tests::archive::zip;
use joinder_tests::program::Sandbox;
use joinder_tests::sample;
use serde_json::Value;

const ADA: &str = "ada.sampleworth@gpost.example";

/// A file of the sample, which takes a while to make.
fn sampled(name: &str) -> &'static [u8] {
    static SAMPLE: OnceLock<std::collections::BTreeMap<String, Vec<u8>>> = OnceLock::new();
    &SAMPLE.get_or_init(|| sample::make().into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect())
        [name]
}

/// Ada's notice, the key of its signature, and a folder to look from.
fn ada() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.file("notice.eml", sampled("evidence/S-001-notice.eml"));
    sandbox.file("dkim.txt", sampled("dkim.txt"));
    sandbox
}

fn inspected(sandbox: &Sandbox, words: &[&str]) -> Value {
    let words = ["--json", "evidence", "inspect"].iter().chain(words);
    let mut files = sandbox.run(words).succeeds().json()["files"].take();
    files[0].take()
}

/// The notice with one text in place of another, as somebody with an editor would leave it.
fn edited(from: &str, to: &str) -> Vec<u8> {
    let bytes = sampled("evidence/S-001-notice.eml");
    let at =
        bytes.windows(from.len()).position(|window| window == from.as_bytes()).expect("the words are there");
    [&bytes[..at], to.as_bytes(), &bytes[at + from.len()..]].concat()
}

#[test]
fn ada_sees_what_her_notice_proves_and_why() {
    let file = inspected(&ada(), &["notice.eml", "--address", ADA, "--key-file", "dkim.txt"]);
    assert_eq!((&file["shape"], &file["damage"]), (&"eml".into(), &Value::Array(vec![])));
    assert_eq!((&file["notice"]["tier"], &file["notice"]["is"]), (&5.into(), &"genuine".into()));
    assert!(file["notice"]["reasons"].as_array().unwrap().iter().all(|reason| reason["effect"] == "up"));
    let message = &file["messages"][0];
    let date = &message["dates"][0];
    assert_eq!(
        (&date["raw"], &date["offset"], &date["uk"]),
        (&"Wed, 3 Nov 2021 14:56:52 +0000".into(), &"+00:00".into(), &"3 November 2021, 14:56:52 GMT".into())
    );
    assert_eq!(message["path"]["order"], "in-order");
    assert_eq!(
        (&message["path"]["taken_in_by"], &message["path"]["at_home"]),
        (&"gpost.example".into(), &true.into())
    );
    let headers: Vec<&str> =
        message["recipients"].as_array().unwrap().iter().map(|one| one["header"].as_str().unwrap()).collect();
    assert_eq!(headers, ["Delivered-To", "Received", "Received", "To"]);
    assert!(message["recipients"].as_array().unwrap().iter().all(|one| one["comparison"] == "exact"));
    assert!(
        message["authentication"].as_array().unwrap().iter().all(|stamp| stamp["by_own_provider"] == true)
    );
    assert_eq!(message["arc"][0]["complete"], true);
    let dkim = &message["dkim"][0];
    assert_eq!(
        (&dkim["body_hash"]["answer"], &dkim["signature"]["answer"]),
        (&"match".into(), &"match".into())
    );
    assert_eq!((&dkim["key"]["available"], &dkim["key"]["bits"]), (&true.into(), &2048.into()));
}

#[test]
fn without_the_key_it_is_not_available_and_no_failure() {
    let file = inspected(&ada(), &["notice.eml", "--address", ADA]);
    let dkim = &file["messages"][0]["dkim"][0];
    assert_eq!(
        (&dkim["body_hash"]["answer"], &dkim["signature"]["answer"], &dkim["key"]["available"]),
        (&"match".into(), &"key-not-available".into(), &false.into())
    );
    assert_eq!(file["notice"]["tier"], 5, "a missing key takes nothing away");
}

#[test]
fn one_changed_letter_is_a_mismatch_with_innocent_causes_first() {
    let sandbox = ada();
    sandbox.file("body.eml", edited("cyber incident", "cyber accident"));
    sandbox.file("subject.eml", edited("Subject: Private and", "Subject: Private or"));
    let body = inspected(&sandbox, &["body.eml", "--address", ADA, "--key-file", "dkim.txt"]);
    let dkim = &body["messages"][0]["dkim"][0];
    assert_eq!(
        (&dkim["body_hash"]["answer"], &dkim["signature"]["answer"]),
        (&"mismatch".into(), &"match".into())
    );
    let causes = dkim["body_hash"]["causes"].as_array().unwrap();
    assert!(causes[0].as_str().unwrap().contains("forwarding service"), "{causes:?}");
    assert!(causes.last().unwrap().as_str().unwrap().contains("changed after"), "{causes:?}");
    let subject = inspected(&sandbox, &["subject.eml", "--address", ADA, "--key-file", "dkim.txt"]);
    let dkim = &subject["messages"][0]["dkim"][0];
    assert_eq!(
        (&dkim["body_hash"]["answer"], &dkim["signature"]["answer"]),
        (&"match".into(), &"mismatch".into())
    );
    for file in [body, subject] {
        assert_eq!(file["notice"]["tier"], 4);
        assert!(!file.to_string().to_lowercase().contains("forge"), "it is never called that");
    }
}

#[test]
fn a_clock_that_is_wrong_is_named_and_its_neighbours_are_not() {
    let sandbox = ada();
    sandbox.file("late.eml", edited("Wed, 3 Nov 2021 14:56:53 +0000", "Wed, 3 Nov 2021 19:56:53 +0000"));
    let file = inspected(&sandbox, &["late.eml", "--address", ADA]);
    let path = &file["messages"][0]["path"];
    assert_eq!((&path["order"], &path["disagreeing"]), (&"out-of-order".into(), &serde_json::json!([1])));
    assert_eq!(file["notice"]["tier"], 3);
}

#[test]
fn a_stamp_that_the_sender_wrote_is_not_believed() {
    let sandbox = ada();
    let forged =
        edited("Authentication-Results: mx.gpost.example;", "Authentication-Results: mx.elsewhere.example;");
    sandbox.file("stamp.eml", forged);
    let file = inspected(&sandbox, &["stamp.eml", "--address", ADA]);
    let plain = file["messages"][0]["authentication"].as_array().unwrap().iter();
    let plain: Vec<&Value> = plain.filter(|stamp| stamp["arc_instance"].is_null()).collect();
    assert!(
        plain
            .iter()
            .all(|stamp| stamp["server"] != "mx.elsewhere.example" || stamp["by_own_provider"] == false)
    );
}

#[test]
fn other_spellings_of_a_mailbox_are_told_apart() {
    let sandbox = ada();
    let compared = |declared: &str| {
        let file = inspected(&sandbox, &["notice.eml", "--address", declared]);
        (file["messages"][0]["recipients"][0]["comparison"].clone(), file["notice"]["tier"].clone())
    };
    assert_eq!(compared("ada.sampleworth+news@gpost.example"), ("plus-tag".into(), 0.into()));
    assert_eq!(compared("adasampleworth@gpost.example"), ("other".into(), 0.into()));
    assert_eq!(compared("zoe@fernline.example"), ("other".into(), 0.into()));
}

#[test]
fn a_file_that_is_not_there_has_an_error_and_the_rest_goes_on() {
    let sandbox = ada();
    let words = ["--json", "evidence", "inspect", "missing.eml", "notice.eml"];
    let document = sandbox.run(words).ends_with(4).json();
    assert_eq!(document["failed"], 1);
    assert_eq!(document["files"][0]["error"]["code"], "unreadable-file");
    assert!(!document["files"][0]["error"]["fix"].as_str().unwrap().is_empty());
    assert_eq!(document["files"][1]["shape"], "eml");
    let wrong = sandbox.run(["evidence", "inspect", "notice.eml", "--key-file", "notice.eml"]).ends_with(1);
    assert!(wrong.complained().contains("no DKIM key"), "{}", wrong.complained());
}

#[test]
fn a_person_reads_the_same_without_json() {
    let sandbox = ada();
    sandbox.file("escape.eml", edited("Subject: Private", "Subject: \u{1b}[31mPrivate"));
    let said = sandbox.run(["evidence", "inspect", "notice.eml", "--address", ADA]).succeeds().said();
    for words in ["Proof: 5 of 5", "3 November 2021, 14:56:52 GMT", "Key: not available", "mx.gpost.example"]
    {
        assert!(said.contains(words), "{words} in {said}");
    }
    let said = sandbox.run(["evidence", "inspect", "escape.eml"]).succeeds().said();
    assert!(!said.contains('\u{1b}'), "a subject cannot steer the terminal");
}

/// A mailbox with a stranger's letter, one that is broken in the middle, and Ada's notice.
fn ada_s_mailbox() -> Vec<u8> {
    let mut mailbox = b"From zoe@fernline.example Wed Nov  3 09:00:00 2021\r\nFrom: zoe@fernline.example\r\nSubject: Lunch\r\n\r\nAt one?\r\n\r\n".to_vec();
    mailbox.extend(b"From x Wed Nov  3 09:30:00 2021\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!\0\0\r\n\r\n");
    mailbox.extend(b"From party Wed Nov  3 14:56:52 2021\r\n");
    mailbox.extend(sampled("evidence/S-001-notice.eml"));
    mailbox.extend(b"\r\n\r\nFrom zoe@fernline.example Thu Nov  4 09:00:00 2021\r\nFrom: zoe@fernline.example\r\nSubject: Tea\r\n\r\nAt four?\r\n");
    mailbox
}

#[test]
fn every_message_of_a_mailbox_is_looked_at_and_the_best_speaks_for_it() {
    let sandbox = ada();
    let mailbox = ada_s_mailbox();
    sandbox.file("inbox", &mailbox);
    let file = inspected(&sandbox, &["inbox", "--address", ADA, "--key-file", "dkim.txt"]);
    assert_eq!((&file["shape"], &file["members_in_all"]), (&"mbox".into(), &4.into()));
    let members = file["members"].as_array().unwrap();
    let subjects: Vec<&str> =
        members.iter().map(|one| one["messages"][0]["subject"].as_str().unwrap()).collect();
    assert_eq!(subjects, ["Lunch", "", "Private and Confidential", "Tea"]);
    assert!(!members[1]["damage"].as_array().unwrap().is_empty(), "what is broken says so and ends nothing");
    let notice = &members[2];
    assert_eq!((&notice["within"], &notice["position"]), (&"#3".into(), &3.into()));
    let from = usize::try_from(notice["offset"].as_u64().unwrap()).unwrap();
    assert!(mailbox[from..].starts_with(b"From party "), "its place in the file is given");
    assert_eq!(notice["messages"][0]["dkim"][0]["signature"]["answer"], "match");
    assert_eq!((&file["notice"]["tier"], &file["notice"]["place"]), (&5.into(), &"#3".into()));
    assert_eq!(file["graded"].as_array().unwrap().len(), 1, "only what bears on the matter");
}

#[test]
fn every_file_of_an_archive_is_looked_at_and_those_of_archives_inside_it() {
    let sandbox = ada();
    let inner =
        zip(&[("deep/notice.eml", sampled("evidence/S-001-notice.eml").to_vec()), ("box", ada_s_mailbox())]);
    let outer = zip(&[("../up.txt", b"hello".to_vec()), ("inner.zip", inner)]);
    sandbox.file("all.zip", &outer);
    let file = inspected(&sandbox, &["all.zip", "--address", ADA]);
    let members = file["members"].as_array().unwrap();
    let named: Vec<&str> = members.iter().map(|one| one["within"].as_str().unwrap()).collect();
    assert_eq!(named, ["../up.txt", "inner.zip/deep/notice.eml", "inner.zip/box"]);
    assert_eq!(members[0]["damage"][0]["code"], "not-mail");
    assert!(members[0]["damage"].to_string().contains("archive-path"), "a path that climbs out is said");
    assert_eq!((&members[2]["shape"], &members[2]["members_in_all"]), (&"mbox".into(), &4.into()));
    assert_eq!(file["notice"]["place"], "inner.zip/deep/notice.eml");
    let said = sandbox.run(["evidence", "inspect", "all.zip", "--address", ADA]).succeeds().said();
    assert!(said.contains("inner.zip/deep/notice.eml  email; proof 5 of 5"), "{said}");
}

#[test]
fn a_maildir_is_one_mailbox() {
    let sandbox = ada();
    std::fs::create_dir_all(sandbox.path("Maildir/cur")).unwrap();
    sandbox.file("Maildir/new/1.eml", sampled("evidence/S-001-notice.eml"));
    let file = inspected(&sandbox, &["Maildir", "--address", ADA]);
    assert_eq!((&file["shape"], &file["members_in_all"]), (&"maildir".into(), &1.into()));
    assert_eq!((&file["notice"]["tier"], &file["notice"]["place"]), (&5.into(), &"new/1.eml".into()));
}
