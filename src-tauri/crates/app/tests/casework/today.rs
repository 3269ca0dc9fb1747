//! What waits in the morning, and what others did overnight.

use joinder_app::{App, Clock, Job};
use serde_json::{Value, json};

use crate::stage::{PASSPHRASE, Stage};
use crate::work::{apply, moved, party};

fn waiting(today: &Value, code: &str) -> u64 {
    let found = today["waiting"].as_array().unwrap().iter().find(|one| one["code"] == code);
    found.map_or(0, |one| one["count"].as_u64().unwrap())
}

fn unlock(stage: &Stage, sign_in: &str, at: &str) -> App {
    let app = App::at(stage.temp.path().join("config"), Clock::Fixed(at.parse().unwrap()));
    let unlock = json!({ "folder": stage.folder(), "sign_in": sign_in, "passphrase": PASSPHRASE });
    app.dispatch("matter.unlock", unlock, &Job::quiet()).unwrap();
    app
}

fn today(app: &App) -> Value {
    app.dispatch("today.get", json!({}), &Job::quiet()).unwrap()["output"].take()
}

#[test]
fn imogen_sees_what_waits_and_each_number_opens_its_list() {
    let (stage, numbers) = party();
    apply(&stage, &numbers[..1], json!({ "what": "assign", "to": "@me" }));
    let today = stage.call("today.get", json!({}));
    assert_eq!((waiting(&today, "mine"), waiting(&today, "nobodys")), (1, 2));
    assert_eq!(waiting(&today, "approve"), 0, "a coordinator approves nothing");
    for one in today["waiting"].as_array().unwrap() {
        let list = stage.call("claimant.ids", json!({ "filters": one["filters"] }));
        assert_eq!(list.as_array().unwrap().len() as u64, one["count"].as_u64().unwrap(), "{one}");
    }
    let labels: Vec<&str> =
        today["states"].as_array().unwrap().iter().map(|row| row["label"].as_str().unwrap()).collect();
    assert_eq!(labels, ["Intake"]);
    assert!(!today["limits"].as_array().unwrap().is_empty(), "{today}");
    assert_eq!(today["since"], "", "she is here for the first time");
}

#[test]
fn sian_finds_what_waits_for_approval_and_what_imogen_did_since() {
    let (stage, numbers) = party();
    let sian = json!({
        "sign_in": "sian", "full_name": "Sian Probert", "role": "authorised-person", "passphrase": PASSPHRASE,
    });
    stage.call("person.add", sian);
    stage.call("matter.lock", json!({}));
    let first = unlock(&stage, "sian", "2026-11-23T17:00:00Z");
    assert_eq!((&today(&first)["since"], &today(&first)["changes"]), (&json!(""), &json!([])));
    first.dispatch("matter.lock", json!({}), &Job::quiet()).unwrap();

    let imogen = unlock(&stage, "imogen", "2026-11-23T18:00:00Z");
    for to in ["in-review", "ready"] {
        let input = json!({ "numbers": numbers[..2], "action": moved(to, "") });
        imogen.dispatch("work.apply", input, &Job::quiet()).unwrap();
    }
    imogen.dispatch("matter.lock", json!({}), &Job::quiet()).unwrap();

    let second = unlock(&stage, "sian", "2026-11-24T09:00:00Z");
    for _ in 0..2 {
        // Looking again does not make it old.
        let today = today(&second);
        assert_eq!(today["since"], "2026-11-23T17:00:00Z");
        assert_eq!(waiting(&today, "approve"), 2);
        let change = &today["changes"][0];
        assert_eq!(
            (&change["what"], &change["who"], &change["count"]),
            (&json!("Worked on the file"), &json!("Imogen Achebe"), &json!(4))
        );
        assert_eq!(change["claimants"].as_array().unwrap().len(), 2);
    }
}
