//! Registering with somebody's help, and one after the other at a meeting.

use std::fs;
use std::path::{Path, PathBuf};

use joinder_app::{App, Job};
use serde_json::{Value, json};

use crate::home::Home;
use crate::stage::{NOTICE, Stage, nia};

#[test]
fn whoever_helps_is_named_in_the_packet() {
    let stage = Stage::new();
    let home = Home::begin(&stage);
    let unsaid = json!({ "name": "Gwen Price", "how": "" }).to_string();
    assert!(
        home.run(&["call", "registration.helper", &unsaid]).ends_with(1).complained().contains("helper-how")
    );
    home.call("registration.helper", &json!({ "name": "Gwen Price", "how": "phone" }));
    home.answer(&nia());
    home.consent_to_all();
    let (packet, ended) = home.seal("nia.joinder-packet");
    ended.succeeds();
    stage.receive(&packet).succeeds();
    assert_eq!(stage.show(1)["assisted_by"], "Gwen Price (phone)");
}

#[test]
fn a_drawn_signature_travels_as_a_picture() {
    let stage = Stage::new();
    let home = Home::begin(&stage);
    home.answer(&nia());
    home.consent_to_all();
    let out = stage.sandbox.path("drawn.joinder-packet");
    let seal = |drawing: &str| {
        let wish = json!({
            "out": out, "signed_by": "Nia Enghraifft", "how": "drawn", "drawing": drawing, "blanks_known": true,
        });
        home.run(&["call", "registration.seal", &wish.to_string()])
    };
    assert!(seal("").ends_with(1).complained().contains("drawing-missing"));
    assert!(seal("bm90IGEgcGljdHVyZQ==").ends_with(1).complained().contains("drawing-missing"));
    seal(DOT).succeeds();
    stage.receive(&out).succeeds();
    let view = stage.show(1);
    assert_eq!(
        (view["signature"]["how"].as_str(), view["files"][0]["name"].as_str()),
        (Some("drawn"), Some("signature.png"))
    );
}

/// A picture of one dot.
const DOT: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=";

#[test]
fn what_could_not_be_saved_is_not_forgotten_when_it_is_sealed() {
    let stage = Stage::new();
    let home = Home::begin(&stage);
    home.answer(&nia());
    home.consent_to_all();
    let typed =
        json!({ "claimant": home.get()["claimant"], "typed": { "identity.date_of_birth": { "day": "31" } } });
    home.call("draft.save", &json!({ "key": "claimant:1:birth", "value": typed }));
    assert_eq!(home.get()["unsaved"], json!(["birth"]));
    let (out, ended) = home.seal("nia.joinder-packet");
    assert!(ended.ends_with(1).complained().contains("registration-unsaved"));
    assert!(!out.exists());
    home.call("draft.discard", &json!({ "key": "claimant:1:birth" }));
    home.seal("nia.joinder-packet").1.succeeds();
}

/// The program at a meeting, as it stays open from one person to the next.
struct Meeting<'a> {
    stage: &'a Stage,
    app: App,
}

impl<'a> Meeting<'a> {
    fn new(stage: &'a Stage) -> Self {
        fs::create_dir_all(stage.sandbox.path("packets")).unwrap();
        Self { stage, app: App::new(stage.sandbox.path("meeting-settings")) }
    }

    fn call(&self, name: &str, input: Value) -> Value {
        let applied = self.app.dispatch(name, input, &Job::quiet());
        applied.unwrap_or_else(|error| panic!("{name}: {error}"))["output"].take()
    }

    fn next(&self) {
        let out = self.stage.sandbox.path("packets");
        self.call("registration.meet", json!({ "invitation": self.stage.invitation, "out": out }));
    }

    fn fill_in(&self, forenames: &str) {
        let mut claimant = nia();
        claimant["identity"]["forenames"] = json!(forenames);
        let view = self.call("registration.get", json!({}));
        self.call("claimant.edit", json!({ "number": 1, "version": view["version"], "claimant": claimant }));
        for consent in view["consents"].as_array().unwrap() {
            self.call(
                "registration.consent",
                json!({ "code": consent["code"], "given": consent["required"] }),
            );
        }
    }

    fn seal(&self) -> Value {
        let wish = json!({ "out": "", "signed_by": "Signed Here", "blanks_known": true });
        self.call("registration.seal", wish)
    }
}

#[test]
fn at_a_meeting_each_packet_is_kept_and_everything_else_is_forgotten() {
    let stage = Stage::new();
    let meeting = Meeting::new(&stage);
    let notice = stage.sandbox.file("stick/notice.eml", NOTICE);
    let mut receipts = Vec::new();
    for name in ["Planted", "Secondly"] {
        meeting.next();
        assert_eq!(meeting.call("registration.get", json!({}))["meeting"], true);
        meeting.fill_in(name);
        meeting.call("evidence.add", json!({ "paths": [notice], "claimant": 1 }));
        let sealed = meeting.seal();
        receipts.push(sealed["receipt"].clone());
        assert!(Path::new(sealed["file"].as_str().unwrap()).starts_with(stage.sandbox.path("packets")));
        meeting.call("registration.forget", json!({}));
        assert_eq!(meeting.call("matter.status", json!({}))["state"], "none");
        assert_eq!(meeting.call("matter.recent", json!({})), json!([]), "nobody sees who was here");
        for file in files(&stage.sandbox.path("meeting-settings")) {
            let bytes = fs::read(&file).unwrap();
            assert!(!bytes.windows(7).any(|part| part == b"Planted"), "{}", file.display());
            assert!(!file.ends_with("matter.db"), "a folder is left: {}", file.display());
        }
    }
    let report = stage.receive(&stage.sandbox.path("packets")).succeeds().json();
    assert_eq!(report["received"], 2);
    let shown: Vec<&Value> =
        report["items"].as_array().unwrap().iter().map(|item| &item["receipt"]).collect();
    assert!(
        receipts.iter().all(|receipt| shown.contains(&receipt)),
        "the firm sees the receipts that people wrote down"
    );
}

#[test]
fn what_a_power_cut_left_at_a_meeting_is_cleared_away_and_can_be_read_by_nobody() {
    let stage = Stage::new();
    let cut = Meeting::new(&stage);
    cut.next();
    cut.fill_in("Planted");
    drop(cut);
    let rooms = stage.sandbox.path("meeting-settings/meeting");
    let left = files(&rooms);
    assert!(!left.is_empty());
    for file in &left {
        assert!(!fs::read(file).unwrap().windows(7).any(|part| part == b"Planted"), "{}", file.display());
    }
    let again = Meeting::new(&stage);
    again.next();
    assert!(left.iter().all(|file| !file.exists()), "what was left is gone");
    again.call("registration.forget", json!({}));
}

#[test]
fn only_a_meetings_registration_is_forgotten() {
    let stage = Stage::new();
    let home = Home::begin(&stage);
    assert!(home.run(&["call", "registration.forget"]).ends_with(1).complained().contains("not-a-meeting"));
    assert!(home.folder().join("matter.db").exists());
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
