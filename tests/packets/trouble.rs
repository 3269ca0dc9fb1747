//! What may go wrong at home: the power, the disk, the clock, a file that changes under one's hands.

use std::fs::{self, File};
use std::io::Read as _;
use std::os::unix::fs::symlink;
use std::process::{Command, Stdio};

use jiff::{Span, Timestamp};
use joinder_app::{App, Clock, Job};
use joinder_tests::program::PASSPHRASE;
use serde_json::{Value, json};

use crate::home::{Home, with};
use crate::stage::{NOTICE, Stage, nia};

/// Nia's folder with everything answered.
fn ready(stage: &Stage) -> Home<'_> {
    let home = Home::begin(stage);
    home.answer(&nia());
    home.consent_to_all();
    home
}

/// The program on Nia's folder, unlocked, by this clock.
fn unlocked(home: &Home<'_>, clock: Clock) -> App {
    let app = App::at(home.stage.sandbox.path("window-config"), clock);
    let open = json!({ "folder": home.folder(), "sign_in": "me", "passphrase": PASSPHRASE });
    app.dispatch("matter.unlock", open, &Job::quiet()).unwrap();
    app
}

#[test]
fn a_power_cut_while_sealing_leaves_no_half_packet_and_no_number_twice() {
    let stage = Stage::new();
    let home = ready(&stage);
    let notice = stage.sandbox.file("home/notice.eml", NOTICE);
    home.run(&["import", "evidence", "--claimant", "1", notice.to_str().unwrap()]).succeeds();
    let out = stage.sandbox.path("first.joinder-packet");
    let part = stage.sandbox.path("first.joinder-packet.part");
    // A pipe in the place of the file that is being written: the power goes when some of it has been.
    assert!(Command::new("mkfifo").arg(&part).status().unwrap().success());
    let words = ["packet", "seal", "--with-blanks", "--signed-by", "Nia Enghraifft", "--out"];
    let folder = home.folder();
    let on = ["--json", "--matter", folder.to_str().unwrap()];
    let words = on.into_iter().chain(words).chain([out.to_str().unwrap()]);
    let mut sealing =
        stage.sandbox.command(words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut some = [0; 22];
    File::open(&part).unwrap().read_exact(&mut some).unwrap();
    sealing.kill().unwrap();
    sealing.wait().unwrap();
    assert!(some.starts_with(b"age-encryption.org/v1"));
    assert!(!out.exists(), "half a packet under a packet's name");
    fs::remove_file(part).unwrap();

    let begun = &home.get()["sealed"][0];
    assert_eq!(begun["receipt"], "", "it is not known to be whole: {begun}");
    let (second, ended) = home.seal("second.joinder-packet");
    assert_eq!(ended.succeeds().json()["sequence"], 2, "the number of the lost one is not used again");
    let item = stage.received(&second);
    assert_eq!(item["state"], "received");
    assert_eq!(stage.show(1)["findings"], json!([]), "it replaces nothing that the firm has not got");
    home.run(&["audit", "verify"]).succeeds();
}

#[test]
fn a_full_disk_is_named_and_nothing_is_left_of_the_packet() {
    let stage = Stage::new();
    let home = ready(&stage);
    let part = stage.sandbox.path("full.joinder-packet.part");
    symlink("/dev/full", &part).unwrap();
    let (out, ended) = home.seal("full.joinder-packet");
    let said = ended.ends_with(1).complained();
    assert!(said.contains("disk-full"), "{said}");
    assert!(!out.exists() && fs::symlink_metadata(&part).is_err());
    home.seal("full.joinder-packet").1.succeeds();
}

#[test]
fn what_was_added_is_sent_although_the_file_changed_afterwards() {
    let stage = Stage::new();
    let home = ready(&stage);
    let notice = stage.sandbox.file("home/notice.eml", NOTICE);
    home.run(&["import", "evidence", "--claimant", "1", notice.to_str().unwrap()]).succeeds();
    fs::write(&notice, "something else altogether").unwrap();
    let (packet, ended) = home.seal("nia.joinder-packet");
    ended.succeeds();
    stage.receive(&packet).succeeds();
    let file = &stage.show(1)["files"][0];
    assert_eq!(file["size"].as_u64(), Some(NOTICE.len() as u64), "{file}");
    assert_eq!(file["shape"], "email");
}

#[test]
fn a_wrong_clock_refuses_nothing_and_is_pointed_out() {
    let stage = Stage::new();
    let home = ready(&stage);
    let made = stage.sandbox.run(["--json", "invite", "list"]).succeeds().json()[0]["made"].clone();
    let made: Timestamp = made.as_str().unwrap().parse().unwrap();
    let sealed_at = |days: i64, name: &str| {
        let at = made.checked_add(Span::new().hours(days * 24)).unwrap();
        let app = unlocked(&home, Clock::Fixed(at));
        let out = stage.sandbox.path(name);
        let wish = json!({ "out": out, "signed_by": "Nia Enghraifft", "blanks_known": true });
        app.dispatch("registration.seal", wish, &Job::quiet()).unwrap();
        stage.receive(&out).succeeds();
    };
    sealed_at(-30, "early.joinder-packet");
    sealed_at(400, "late.joinder-packet");
    let codes = |number| -> Vec<String> {
        let findings = stage.show(number)["findings"].as_array().unwrap().clone();
        findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(codes(1), ["newer-packet", "clock-behind"]);
    assert_eq!(codes(2), ["clock-ahead"]);
    stage.sandbox.run(["packet", "accept", "2"]).succeeds();
}

#[test]
fn an_invitation_says_when_it_has_ended_and_when_the_clock_may_be_wrong() {
    let stage = Stage::new();
    let read = |at: &str| -> Value {
        let app = App::at(stage.sandbox.path("clock"), Clock::Fixed(at.parse::<Timestamp>().unwrap()));
        let applied = app.dispatch("invitation.read", json!({ "path": stage.invitation }), &Job::quiet());
        applied.unwrap()["output"].take()
    };
    let ended = read("2100-06-01T00:00:00Z");
    assert_eq!(ended["open"], false);
    assert!(ended["notes"][0].as_str().unwrap().contains("has ended"));
    let behind = read("2001-01-01T00:00:00Z");
    assert!(behind["notes"][0].as_str().unwrap().contains("may be wrong"));
    let app = App::at(stage.sandbox.path("clock"), Clock::Fixed("2100-06-01T00:00:00Z".parse().unwrap()));
    let begin = json!({
        "invitation": stage.invitation, "folder": stage.sandbox.path("late"), "passphrase": "four quiet words here",
    });
    let refused = app.dispatch("registration.begin", begin, &Job::quiet()).unwrap_err();
    assert_eq!(refused.code, "invitation-ended");
    assert!(!stage.sandbox.path("late").exists(), "no folder was made");
}

#[test]
fn a_packet_from_an_earlier_state_of_the_folder_is_pointed_out() {
    let stage = Stage::new();
    let home = ready(&stage);
    let (first, ended) = home.seal("first.joinder-packet");
    ended.succeeds();
    let earlier = stage.sandbox.path("earlier");
    let copied = Command::new("cp").arg("-r").arg(home.folder()).arg(&earlier).status().unwrap();
    assert!(copied.success());
    home.answer(&with(&home, "/contact/mobile", "07700 900456"));
    let (second, ended) = home.seal("second.joinder-packet");
    ended.succeeds();
    // The folder is put back as it was, as from a copy, and sealed again.
    fs::remove_dir_all(home.folder()).unwrap();
    fs::rename(earlier, home.folder()).unwrap();
    let (again, ended) = home.seal("again.joinder-packet");
    ended.succeeds();
    for packet in [&first, &second, &again] {
        stage.receive(packet).succeeds();
    }
    let findings = stage.show(3)["findings"].as_array().unwrap().clone();
    assert_eq!(findings[0]["code"], "same-sequence", "{findings:#?}");
}

#[test]
fn a_folder_that_goes_while_it_is_open_keeps_what_it_has_and_takes_nothing_more() {
    let stage = Stage::new();
    let home = ready(&stage);
    let app = unlocked(&home, Clock::System);
    let call = |name: &str, input: &Value| app.dispatch(name, input.clone(), &Job::quiet());
    let view = call("registration.get", &json!({})).unwrap()["output"].take();
    let mut claimant = view["claimant"].clone();
    claimant["contact"]["mobile"] = json!("07700 900456");
    let typed = json!({ "key": "claimant:1:phone", "value": claimant });
    let save = json!({ "code": "phone", "version": view["version"], "claimant": claimant });
    let out = stage.sandbox.path("gone.joinder-packet");
    let seal = json!({ "out": out, "signed_by": "Nia Enghraifft", "blanks_known": true });

    let away = stage.sandbox.path("away");
    fs::rename(home.folder(), &away).unwrap();
    for (name, input) in [("draft.save", &typed), ("registration.save", &save), ("registration.seal", &seal)]
    {
        let refused = call(name, input).unwrap_err();
        assert_eq!(refused.code, "folder-gone", "{name}");
    }
    assert!(!out.exists(), "nothing is sealed from a folder that is gone");

    fs::rename(&away, home.folder()).unwrap();
    call("draft.save", &typed).unwrap();
    let after = call("registration.save", &save).unwrap()["output"].take();
    assert_eq!(after["claimant"]["contact"]["mobile"], "07700 900456");
    call("registration.seal", &seal).unwrap();
    call("matter.lock", &json!({})).unwrap();
    home.run(&["audit", "verify"]).succeeds();
    assert_eq!(stage.received(&out)["state"], "received");
}

#[test]
fn on_a_full_disk_what_was_saved_stays_and_the_rest_is_saved_once_there_is_room() {
    let stage = Stage::new();
    let home = ready(&stage);
    let app = unlocked(&home, Clock::System);
    let call = |name: &str, input: &Value| app.dispatch(name, input.clone(), &Job::quiet());
    let view = call("registration.get", &json!({})).unwrap()["output"].take();
    let mut claimant = view["claimant"].clone();
    claimant["consequence"]["fear"] = json!("That they sell it. ".repeat(2_000));
    let typed = json!({ "key": "claimant:1:fear", "value": claimant });
    let save = json!({ "code": "fear", "version": view["version"], "claimant": claimant });

    let room = |pages| app.open_matter().unwrap().matter.limit_pages(pages).unwrap();
    room(Some(1));
    for (name, input) in [("draft.save", &typed), ("registration.save", &save)] {
        let refused = call(name, input).unwrap_err();
        assert_eq!(refused.code, "disk-full", "{name}");
        assert!(!refused.fix.is_empty());
    }
    let full = call("registration.get", &json!({})).unwrap()["output"].take();
    assert_eq!((&full["version"], &full["claimant"]), (&view["version"], &view["claimant"]));

    room(None);
    let after = call("registration.save", &save).unwrap()["output"].take();
    assert!(after["claimant"]["consequence"]["fear"].as_str().unwrap().starts_with("That they sell it."));
    call("matter.lock", &json!({})).unwrap();
    home.run(&["audit", "verify"]).succeeds();
}
