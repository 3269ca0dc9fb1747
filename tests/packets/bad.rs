//! Files as they must not be, and hands that do what nobody should: each is named, and nothing is lost.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};

use joinder_app::{App, Job};
use joinder_tests::program::PASSPHRASE;
use joinder_tests::sealed::sealed_for;
use serde_json::{Value, json};

use crate::home::Home;
use crate::stage::{NOTICE, Stage, nia};

fn code(stage: &Stage, name: &str, bytes: &[u8]) -> String {
    let file = stage.sandbox.file(name, bytes);
    let item = stage.received(&file);
    assert_eq!(item["state"], "refused", "{name}: {item}");
    assert!(!item["message"].as_str().unwrap().is_empty() && !item["fix"].as_str().unwrap().is_empty());
    assert_eq!(fs::read(&file).unwrap(), bytes, "{name} stays as it was");
    item["code"].as_str().unwrap().to_owned()
}

#[test]
fn a_packet_of_a_newer_program_or_of_no_program_says_so() {
    let stage = Stage::new();
    let by_hand = |name: &str, content: &[u8]| code(&stage, name, &sealed_for(&stage.invitation, content));
    assert_eq!(by_hand("newer.joinder-packet", b"joinder-packet 2\n2\n{}"), "sealed-newer");
    assert_eq!(by_hand("newest.joinder-packet", b"joinder-transfer 99\n2\n{}"), "sealed-newer");
    assert_eq!(by_hand("other.joinder-packet", b"a letter to the firm\n"), "sealed-other-kind");
    assert_eq!(by_hand("empty.joinder-packet", b""), "sealed-other-kind");
    assert_eq!(by_hand("request.joinder-packet", b"joinder-request 1\n2\n{}"), "sealed-other-kind");
    assert_eq!(by_hand("shape.joinder-packet", b"joinder-packet 1\n2\n{}"), "sealed-malformed");
    assert_eq!(by_hand("short.joinder-packet", b"joinder-packet 1\n900\n{}"), "sealed-malformed");
    assert_eq!(by_hand("long.joinder-packet", b"joinder-packet 1\n99999999999\n{}"), "sealed-too-large");
    assert_eq!(by_hand("deep.joinder-packet", &deep()), "sealed-malformed");
    let newer = stage.sandbox.run(["--json", "packet", "list", "--state", "refused"]).succeeds().json();
    let newer = newer.as_array().unwrap().iter().find(|row| row["file"] == "newer.joinder-packet").unwrap();
    assert!(newer["message"].as_str().unwrap().contains("newer Joinder"), "{newer}");
    stage.sandbox.run(["audit", "verify"]).succeeds();
}

/// A head of brackets within brackets.
fn deep() -> Vec<u8> {
    let head = "[".repeat(200_000);
    format!("joinder-packet 1\n{}\n{head}", head.len()).into_bytes()
}

#[test]
fn one_byte_altered_or_left_out_anywhere_is_noticed() {
    let stage = Stage::new();
    let notice = stage.sandbox.file("home/notice.eml", NOTICE);
    let sealed = fs::read(stage.seal("nia", &nia(), &[&notice])).unwrap();
    let inbox = stage.sandbox.path("inbox");
    fs::create_dir(&inbox).unwrap();
    let step = (sealed.len() / 40).max(1);
    for at in (0..sealed.len()).step_by(step) {
        let mut altered = sealed.clone();
        altered[at] ^= 0x10;
        fs::write(inbox.join(format!("altered-{at}.joinder-packet")), altered).unwrap();
        fs::write(inbox.join(format!("cut-{at}.joinder-packet")), &sealed[..at]).unwrap();
        let without = [&sealed[..at], &sealed[at + 1..]].concat();
        fs::write(inbox.join(format!("without-{at}.joinder-packet")), without).unwrap();
    }
    let longer = [sealed.as_slice(), b"\n"].concat();
    fs::write(inbox.join("longer.joinder-packet"), longer).unwrap();
    let report = stage.receive(&inbox).ends_with(4).json();
    assert_eq!(report["received"], 0, "{report}");
    let items = report["items"].as_array().unwrap();
    assert!(items.len() > 100 && items.iter().all(|item| !item["code"].as_str().unwrap().is_empty()));
    assert_eq!(stage.received(&stage.sandbox.path("nia.joinder-packet"))["state"], "received");
}

#[test]
fn an_invitation_altered_anywhere_or_ended_makes_no_folder() {
    let stage = Stage::new();
    let text = fs::read_to_string(&stage.invitation).unwrap();
    let app = App::new(stage.sandbox.path("home-config"));
    let folder = stage.sandbox.path("begun");
    let begin = |bytes: &[u8]| {
        let invitation = stage.sandbox.file("other.joinder-invite", bytes);
        let wish = json!({ "invitation": invitation, "folder": folder, "passphrase": PASSPHRASE });
        let refused = app.dispatch("registration.begin", wish, &Job::quiet()).unwrap_err();
        assert!(!folder.exists(), "a folder was made");
        assert!(!refused.fix.is_empty());
        refused.code
    };
    for (from, to) in [
        ("Example Solicitors", "Another Solicitors"),
        ("020 7946 0000", "020 7946 0999"),
        ("2099-12-31", "2199-12-31"),
        ("labour-2021", "labour-2022"),
    ] {
        assert!(text.contains(from), "{from}");
        assert_eq!(begin(text.replace(from, to).as_bytes()), "invitation-altered", "{from}");
    }
    assert_eq!(begin(text.replace("\"version\": 1", "\"version\": 2").as_bytes()), "sealed-newer");
    assert_eq!(begin(&text.as_bytes()[..text.len() / 2]), "not-an-invitation");
    assert_eq!(begin(b""), "not-an-invitation");
    assert_eq!(begin(b"%PDF-1.7"), "not-an-invitation");
    assert_eq!(begin(&vec![b' '; 5 << 20]), "sealed-too-large");
    let missing = json!({ "invitation": stage.sandbox.path("no.joinder-invite"), "folder": folder, "passphrase": PASSPHRASE });
    assert_eq!(
        app.dispatch("registration.begin", missing, &Job::quiet()).unwrap_err().code,
        "unreadable-file"
    );
    let short = json!({ "invitation": stage.invitation, "folder": folder, "passphrase": "short" });
    assert_eq!(app.dispatch("registration.begin", short, &Job::quiet()).unwrap_err().code, "weak-passphrase");
    assert!(!folder.exists(), "a folder was made for a passphrase that is too short");
}

/// Nia's folder with everything answered and a file of some size.
fn ready(stage: &Stage) -> Home<'_> {
    let home = Home::begin(stage);
    home.answer(&nia());
    home.consent_to_all();
    let notice = stage.sandbox.file("home/notice.eml", NOTICE);
    let scan =
        stage.sandbox.file("home/scan.bin", (0..400_000_u32).map(|at| (at % 251) as u8).collect::<Vec<_>>());
    for file in [notice, scan] {
        home.run(&["import", "evidence", "--claimant", "1", file.to_str().unwrap()]).succeeds();
    }
    home
}

#[test]
fn wherever_the_power_goes_while_sealing_nothing_half_is_left_under_a_packets_name() {
    let stage = Stage::new();
    let home = ready(&stage);
    let folder = home.folder();
    let (out, part) =
        (stage.sandbox.path("cut.joinder-packet"), stage.sandbox.path("cut.joinder-packet.part"));
    // So many bytes reach the disk before the power goes.
    let moments = [1, 100, 4_000, 70_000, 262_144, 300_000, 400_000];
    for most in moments {
        assert!(Command::new("mkfifo").arg(&part).status().unwrap().success());
        let words = ["packet", "seal", "--with-blanks", "--signed-by", "Nia Enghraifft", "--out"];
        let on = ["--json", "--matter", folder.to_str().unwrap()];
        let words = on.into_iter().chain(words).chain([out.to_str().unwrap()]);
        let mut sealing =
            stage.sandbox.command(words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let mut some = vec![0; most];
        File::open(&part).unwrap().read_exact(&mut some).unwrap();
        sealing.kill().unwrap();
        sealing.wait().unwrap();
        assert!(!out.exists(), "half a packet under a packet's name after {most} bytes");
        for word in ["Enghraifft", "third party that handles"] {
            assert!(!some.windows(word.len()).any(|bytes| bytes == word.as_bytes()), "{word} in clear");
        }
        fs::remove_file(&part).unwrap();
    }
    home.run(&["audit", "verify"]).succeeds();
    let (whole, ended) = home.seal("whole.joinder-packet");
    let sequence = u64::try_from(moments.len()).unwrap() + 1;
    assert_eq!(ended.succeeds().json()["sequence"].as_u64(), Some(sequence), "no number is used twice");
    assert_eq!(stage.received(&whole)["state"], "received");
    assert_eq!(stage.show(1)["findings"], json!([]));
    assert_eq!(stage.show(1)["files"].as_array().unwrap().len(), 2);
}

#[test]
fn a_program_that_is_killed_at_any_moment_leaves_a_folder_that_opens() {
    let stage = Stage::new();
    let home = ready(&stage);
    let folder = home.folder();
    for moment in 0..10_u64 {
        let name = format!("killed-{moment}.joinder-packet");
        let out = stage.sandbox.path(&name);
        let words = ["packet", "seal", "--with-blanks", "--signed-by", "Nia Enghraifft", "--out"];
        let on = ["--json", "--matter", folder.to_str().unwrap()];
        let words = on.into_iter().chain(words).chain([out.to_str().unwrap()]);
        let mut sealing =
            stage.sandbox.command(words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // Whatever it has come to by then, what follows holds.
        std::thread::sleep(std::time::Duration::from_millis(moment * 25));
        sealing.kill().ok();
        sealing.wait().unwrap();
        if out.exists() {
            assert_eq!(stage.received(&out)["state"], "received", "what has the name is whole");
        }
    }
    home.run(&["audit", "verify"]).succeeds();
    let sealed = home.get()["sealed"].as_array().unwrap().clone();
    let receipts: Vec<&Value> = sealed.iter().map(|row| &row["receipt"]).filter(|one| *one != "").collect();
    assert!(receipts.iter().enumerate().all(|(at, one)| !receipts[..at].contains(one)));
    home.seal("after.joinder-packet").1.succeeds();
}

#[test]
fn a_folder_that_was_moved_opens_where_it_lies_and_a_second_window_is_told_so() {
    let stage = Stage::new();
    let home = ready(&stage);
    let before = home.get();
    let moved = stage.sandbox.path("home/on a stick");
    fs::rename(home.folder(), &moved).unwrap();
    let on = |words: &[&str]| {
        let folder = ["--json", "--matter", moved.to_str().unwrap()];
        stage.sandbox.run(folder.iter().chain(words))
    };
    let after = on(&["call", "registration.get"]).succeeds().json();
    assert_eq!(after["claimant"], before["claimant"]);
    assert_eq!(after["evidence"].as_array().unwrap().len(), 2);
    let gone = home.run(&["call", "registration.get"]).ends_with(1).complained();
    assert!(gone.contains("not-a-matter"), "{gone}");

    let window = App::new(stage.sandbox.path("window-config"));
    let open = json!({ "folder": moved, "sign_in": "me", "passphrase": PASSPHRASE });
    window.dispatch("matter.unlock", open.clone(), &Job::quiet()).unwrap();
    let second = App::new(stage.sandbox.path("second-config"));
    let refused = second.dispatch("matter.unlock", open.clone(), &Job::quiet()).unwrap_err();
    assert_eq!(refused.code, "open-elsewhere");
    let refused = on(&["call", "registration.get"]).ends_with(3).complained();
    assert!(refused.contains("open-elsewhere"), "{refused}");
    window.dispatch("matter.lock", json!({}), &Job::quiet()).unwrap();
    second.dispatch("matter.unlock", open, &Job::quiet()).unwrap();
}

#[test]
fn an_older_question_opened_after_a_newer_one_takes_no_answer_away() {
    let stage = Stage::new();
    let home = ready(&stage);
    let (first, ended) = home.seal("first.joinder-packet");
    ended.succeeds();
    stage.receive(&first).succeeds();
    let ask = |question: &str, name: &str| {
        let out = stage.sandbox.path(name);
        let words = ["packet", "ask", "1", "--question", question, "--out", out.to_str().unwrap()];
        stage.sandbox.run(words).succeeds();
        out
    };
    let older = ask("When did you join?", "older.joinder-request");
    let newer = ask("Who told you?", "newer.joinder-request");
    home.call("registration.request", &json!({ "path": newer }));
    home.call("registration.answer", &json!({ "code": "q1", "text": "My neighbour did." }));
    let words = ["call", "registration.request", &json!({ "path": older }).to_string()];
    assert!(home.run(&words).ends_with(1).complained().contains("request-older"));
    home.call("registration.request", &json!({ "path": newer }));
    assert_eq!(home.get()["request"]["questions"][0]["answer"], "My neighbour did.");
    // His own packet, and another file of another kind, are no question.
    for file in [&first, Path::new(&stage.invitation)] {
        let words = ["call", "registration.request", &json!({ "path": file }).to_string()];
        let said = home.run(&words).ends_with(1).complained();
        assert!(said.contains("sealed-for-other-key") || said.contains("not-sealed"), "{said}");
    }
}
