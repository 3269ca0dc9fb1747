//! Nia's packet arrives, is looked at, and becomes a claimant with evidence.

use std::fs;

use joinder_tests::program::{Sandbox, programs};
use serde_json::json;

use crate::stage::{NOTICE, Stage, nia};

#[test]
fn both_sides_see_the_same_ten_words() {
    let stage = Stage::new();
    let made = stage.invite("31 December 2099").succeeds().json();
    let read =
        stage.sandbox.run(["--json", "invite", "show", stage.invitation.to_str().unwrap()]).succeeds().json();
    assert_eq!(made["fingerprint"], read["fingerprint"]);
    assert_eq!(made["fingerprint"].as_array().unwrap().len(), 10);
    assert_eq!(read["firm"], "Example Solicitors");
    assert_eq!(read["open"], true);
    let listed = stage.sandbox.run(["--json", "invite", "list"]).succeeds().json();
    assert_eq!(listed.as_array().unwrap().len(), 2);
    assert_eq!(listed[0]["fingerprint"], made["fingerprint"], "one matter, one pair of keys");
}

#[test]
fn a_packet_becomes_a_claimant_with_graded_evidence() {
    let stage = Stage::new();
    let notice = stage.sandbox.file("home/notice.eml", NOTICE);
    let packet = stage.seal("nia", &nia(), &[&notice]);
    let item = stage.received(&packet);
    assert_eq!((item["state"].as_str(), item["name"].as_str()), (Some("received"), Some("Nia Enghraifft")));

    let view = stage.show(1);
    assert!(view["known"].is_null(), "a new claimant");
    assert_eq!(view["signature"]["name"], "Nia Enghraifft");
    assert!(view["signature"]["wording"].as_str().unwrap().contains("true"));
    assert_eq!(view["claimant"]["episodes"][0]["start"]["text"], "spring 2019", "in her own words");
    assert_eq!(view["files"][0]["shape"], "email");
    assert!(view["files"][0]["tier"].is_u64(), "graded before anything is accepted: {}", view["files"][0]);
    let listed = stage.sandbox.run(["list"]).succeeds().said();
    assert!(!listed.contains("Enghraifft"), "nobody was added unasked: {listed}");

    let accepted = stage.sandbox.run(["--json", "packet", "accept", "P-000001"]).succeeds().json();
    assert_eq!((accepted["claimant"].as_u64(), accepted["evidence"].as_u64()), (Some(1), Some(1)));
    let record = stage.sandbox.run(["--json", "show", "1"]).succeeds().json();
    assert_eq!(record["name"], "Nia Enghraifft");
    assert_eq!(record["evidence"][0]["tier"], view["files"][0]["tier"]);
    assert!(record["classification"].is_object());
    let verdict = stage.sandbox.run(["--json", "audit", "verify"]).succeeds().json();
    assert_eq!(verdict["verdict"], "intact");
    stage.sandbox.run(["packet", "accept", "1"]).ends_with(1);
    stage.sandbox.run(["packet", "reject", "1", "--reason", "too late"]).ends_with(1);
}

#[test]
fn without_the_key_a_packet_shows_its_form_and_size_and_with_it_everything() {
    let stage = Stage::new();
    let notice = stage.sandbox.file("home/notice.eml", NOTICE);
    let packet = stage.seal("nia", &nia(), &[&notice]);
    let path = packet.to_str().unwrap();
    let mut stranger = std::process::Command::new(programs().join("joinder"));
    let seen = stranger.args(["packet", "inspect", path]).env_remove("JOINDER_MATTER").output().unwrap();
    assert!(seen.status.success());
    let seen = String::from_utf8(seen.stdout).unwrap();
    assert!(seen.contains("age-encryption.org"), "{seen}");
    assert!(seen.contains(&format!("{} bytes", fs::metadata(&packet).unwrap().len())), "{seen}");
    assert_eq!(seen.lines().count(), 2, "{seen}");
    // A matter with another key is as good as none.
    let other = Stage::new();
    assert_eq!(other.sandbox.run(["packet", "inspect", path]).succeeds().said(), seen);
    let whole = stage.sandbox.run(["packet", "inspect", path]).succeeds().said();
    for word in ["Nia", "spring 2019", "notice.eml", "lay awake", "truth-declaration"] {
        assert!(whole.contains(word), "{word}: {whole}");
    }
    assert_eq!(
        stage.sandbox.run(["--json", "packet", "list"]).succeeds().json(),
        json!([]),
        "looking takes nothing in"
    );
}

#[test]
fn nothing_clear_is_left_in_the_packet_or_beside_it() {
    let stage = Stage::new();
    let notice = stage.sandbox.file("home/notice.eml", NOTICE);
    let packet = stage.seal("nia", &nia(), &[&notice]);
    stage.receive(&packet).succeeds();
    let planted = ["Enghraifft", "gpost.example", "lay awake", "07700 900123", "third party that handles"];
    let mut folders = vec![stage.sandbox.matter()];
    let mut files = vec![packet];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    for file in files {
        let bytes = fs::read(&file).unwrap();
        for word in planted {
            let found = bytes.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()));
            assert!(!found, "“{word}” stands in {}", file.display());
        }
    }
    let parts = fs::read_dir(stage.sandbox.path(".")).unwrap();
    assert!(
        parts.map(|entry| entry.unwrap().path()).all(|path| path.extension().is_none_or(|end| end != "part"))
    );
}

#[test]
fn a_folder_of_packets_comes_in_once_however_often_it_is_opened() {
    let stage = Stage::new();
    for at in 0..5 {
        let mut claimant = nia();
        claimant["contact"]["emails"][0]["address"] = json!(format!("person{at}@mailbox{at}.example"));
        stage.seal(&format!("inbox/p{at}"), &claimant, &[]);
    }
    stage.sandbox.file("inbox/readme.txt", "not a packet");
    let first = stage.receive(&stage.sandbox.path("inbox")).succeeds().json();
    assert_eq!((first["received"].as_u64(), first["already_there"].as_u64()), (Some(5), Some(0)));
    let again = stage.receive(&stage.sandbox.path("inbox")).succeeds().json();
    assert_eq!((again["received"].as_u64(), again["already_there"].as_u64()), (Some(0), Some(5)));
    let alike = stage.show(1);
    let codes: Vec<&str> = alike["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["same-words"], "the five tell it in the same words, which a person should know");
}

#[test]
fn a_packet_is_turned_away_with_a_reason() {
    let stage = Stage::new();
    stage.receive(&stage.seal("nia", &nia(), &[])).succeeds();
    stage.sandbox.run(["packet", "reject", "P-000001", "--reason", " "]).ends_with(1);
    stage.sandbox.run(["packet", "reject", "P-000001", "--reason", "She asked us to"]).succeeds();
    let rows = stage.sandbox.run(["--json", "packet", "list", "--state", "rejected"]).succeeds().json();
    assert_eq!(rows[0]["reason"], "She asked us to");
    let listed = stage.sandbox.run(["list"]).succeeds().said();
    assert!(!listed.contains("Enghraifft"), "nobody was added unasked: {listed}");
}

#[test]
fn evidence_that_is_somebody_elses_stays_theirs() {
    let stage = Stage::new();
    let notice = stage.sandbox.file("home/notice.eml", NOTICE);
    for name in ["first", "second"] {
        let mut claimant = nia();
        claimant["identity"]["forenames"] = json!(name);
        stage.receive(&stage.seal(name, &claimant, &[&notice])).succeeds();
    }
    stage.sandbox.run(["packet", "accept", "1"]).succeeds();
    let view = stage.show(2);
    let codes: Vec<&str> = view["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["code"].as_str().unwrap())
        .collect();
    assert!(codes.contains(&"same-address"), "{codes:?}");
    assert_eq!(view["files"][0]["already"], "E-000001");
    let second = stage.sandbox.run(["--json", "packet", "accept", "2"]).succeeds().json();
    assert_eq!(second["of_others"], json!(["E-000001"]));
}

#[test]
fn a_person_can_say_that_the_packet_is_about_somebody_known() {
    let stage = Stage::new();
    let sheet = stage.sandbox.file("sheet.csv", "forenames,surname,mobile\nNia,Enghraifft,07700 900999\n");
    stage.sandbox.run(["import", "claimants", sheet.to_str().unwrap()]).succeeds();
    stage.receive(&stage.seal("nia", &nia(), &[])).succeeds();
    let words = ["--json", "packet", "accept", "1", "--into", "C-000001", "--leave", "contact.mobile"];
    let accepted = stage.sandbox.run(words).succeeds().json();
    assert_eq!((accepted["claimant"].as_u64(), accepted["new"].as_bool()), (Some(1), Some(false)));
    let record = stage.sandbox.run(["--json", "show", "1"]).succeeds().json();
    assert_eq!(record["claimant"]["contact"]["mobile"], "07700 900999", "left as it was");
    assert_eq!(record["claimant"]["consequence"]["own_words"], nia()["consequence"]["own_words"]);
}

#[test]
fn asking_back_makes_a_request_that_only_the_claimant_can_open() {
    let stage = Stage::new();
    stage.receive(&stage.seal("nia", &nia(), &[])).succeeds();
    let out = stage.sandbox.path("nia.joinder-request");
    let words =
        ["packet", "ask", "1", "--question", "In which year did you join?", "--out", out.to_str().unwrap()];
    stage.sandbox.run(words).succeeds();
    let bytes = fs::read(&out).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1\n"));
    assert!(!bytes.windows(10).any(|part| part == b"which year"));
    let rows = stage.sandbox.run(["--json", "packet", "list"]).succeeds().json();
    assert_eq!(rows[0]["state"], "has-issues");
    assert_eq!(stage.show(1)["asked"][0]["question"], "In which year did you join?");
    stage.sandbox.run(["packet", "accept", "1"]).succeeds();
    stage.sandbox.run(["audit", "verify"]).succeeds();
}

#[test]
fn nobody_without_an_invitation_has_keys() {
    let sandbox = Sandbox::with_matter();
    assert_eq!(sandbox.run(["--json", "invite", "list"]).succeeds().json(), json!([]));
}
