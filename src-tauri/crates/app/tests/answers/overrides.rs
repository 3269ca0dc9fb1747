//! Imogen says otherwise than the computed answer; declining somebody takes another person.

use serde_json::{Value, json};

use crate::stage::*;

fn set(stage: &Stage, number: u64, axis: &str, code: &str) -> Result<Value, joinder_app::Error> {
    let input =
        json!({ "number": number, "axis": axis, "code": code, "reason": "spoke to her on the telephone" });
    stage.refuse("override.set", input)
}

#[track_caller]
fn sign_in(stage: &Stage, name: &str) {
    stage.call(
        "matter.unlock",
        json!({ "folder": stage.folder(), "sign_in": name, "passphrase": PASSPHRASE }),
    );
}

fn let_in(stage: &Stage, name: &str, role: &str) {
    stage.call(
        "person.add",
        json!({ "sign_in": name, "full_name": name, "role": role, "passphrase": PASSPHRASE }),
    );
}

#[test]
fn what_is_said_stands_beside_the_answer_until_it_is_withdrawn() {
    let stage = stage();
    let maeve = stage.add(member("Maeve", "Sample", "maeve@example.org"));
    let computed = stage.get(maeve)["classification"].clone();
    set(&stage, maeve, "outcome", "hold_review").unwrap();
    let record = stage.get(maeve);
    assert_eq!(record["classification"], computed, "the computed answer is as it was");
    let said = &record["overrides"][0];
    assert_eq!(
        (&said["code"], &said["state"], &said["by"]),
        (&json!("HOLD_REVIEW"), &json!("stands"), &json!("Imogen Achebe"))
    );
    assert_eq!(said["at"], "2026-11-23T09:00:00Z");
    assert_eq!(said["computed"].as_array().unwrap().len(), 1);

    let listed = |which: &str| {
        stage.call("claimant.ids", json!({ "filters": [{ "on": "overridden", "any": [which] }] }))
    };
    assert_eq!(listed("any"), json!([maeve]));
    assert_eq!((listed("needs-second-person"), listed("needs-fresh-look")), (json!([]), json!([])));
    let rows = stage.call("claimant.rows", json!({ "numbers": [maeve] }));
    assert_eq!(rows[0]["overrides"][0]["state"], "stands");

    stage.call("override.withdraw", json!({ "number": maeve, "axis": "outcome", "reason": "a mistake" }));
    let said = &stage.get(maeve)["overrides"][0];
    assert_eq!((&said["state"], &said["ended"]["reason"]), (&json!("ended"), &json!("a mistake")));
    assert_eq!(listed("any"), json!([]));
    assert_eq!(stage.call("audit.verify", json!({}))["verdict"], "intact");
    let history = stage.call("claimant.history", json!({ "number": maeve }));
    let what: Vec<&str> =
        history.as_array().unwrap().iter().map(|entry| entry["what"].as_str().unwrap()).collect();
    assert!(what.contains(&"Said otherwise than the computed answer"), "{what:?}");
}

#[test]
fn facts_that_change_the_answer_ask_for_a_fresh_look() {
    let stage = stage();
    let maeve = stage.add(member("Maeve", "Sample", "maeve@example.org"));
    set(&stage, maeve, "status", "OTHER_CONTACT").unwrap();
    stage.edit(maeve, |claimant| claimant["contact"]["mobile"] = json!("07700 900123"));
    assert_eq!(stage.get(maeve)["overrides"][0]["fresh_look"], false, "a telephone number changes no answer");
    stage.edit(maeve, |claimant| {
        claimant["episodes"][0]["ongoing"] = json!(false);
        claimant["episodes"][0]["ending"] = json!("resigned");
        claimant["episodes"][0]["end"] = json!("May 2019");
    });
    assert_eq!(stage.get(maeve)["overrides"][0]["fresh_look"], true);
    assert_eq!(
        stage.call(
            "claimant.ids",
            json!({ "filters": [{ "on": "overridden", "any": ["needs-fresh-look"] }] })
        ),
        json!([maeve])
    );
    // Whoever has looked says it again.
    set(&stage, maeve, "status", "OTHER_CONTACT").unwrap();
    let said = stage.get(maeve)["overrides"].clone();
    assert_eq!((&said[0]["fresh_look"], &said[1]["state"]), (&json!(false), &json!("ended")));
}

#[test]
fn declining_takes_a_second_and_authorised_person() {
    let stage = stage();
    let maeve = stage.add(member("Maeve", "Sample", "maeve@example.org"));
    let_in(&stage, "tomasz", "paralegal");
    let_in(&stage, "olivia", "authorised-person");
    let confirm = || stage.refuse("override.confirm", json!({ "number": maeve, "reason": "I agree" }));
    assert_eq!(confirm().unwrap_err().code, "no-override");
    set(&stage, maeve, "outcome", "DECLINE").unwrap();
    let state = || stage.get(maeve)["overrides"][0]["state"].clone();
    assert_eq!(state(), "needs-second-person");
    assert_eq!(
        stage.call(
            "claimant.ids",
            json!({ "filters": [{ "on": "overridden", "any": ["needs-second-person"] }] })
        ),
        json!([maeve])
    );
    assert_eq!(confirm().unwrap_err().code, "second-person");
    sign_in(&stage, "tomasz");
    assert_eq!(confirm().unwrap_err().code, "authorised-person");
    assert_eq!(state(), "needs-second-person");
    sign_in(&stage, "olivia");
    confirm().unwrap();
    assert_eq!(state(), "stands");
    assert_eq!(stage.get(maeve)["overrides"][0]["confirmed"]["by"], "olivia");
    assert_eq!(confirm().unwrap_err().code, "confirmed-already");
    // Said again, it needs a second person again, and that cannot be the one who says it now.
    set(&stage, maeve, "outcome", "DECLINE").unwrap();
    assert_eq!(confirm().unwrap_err().code, "second-person");
    assert_eq!(stage.call("audit.verify", json!({}))["verdict"], "intact");
}

#[test]
fn what_no_axis_knows_is_refused() {
    let stage = stage();
    let maeve = stage.add(member("Maeve", "Sample", "maeve@example.org"));
    assert_eq!(set(&stage, maeve, "outcome", "BANISH").unwrap_err().code, "unknown-code");
    assert_eq!(set(&stage, maeve, "flag", "AGE").unwrap_err().code, "bad-input");
    assert_eq!(set(&stage, 99, "outcome", "ACCEPT").unwrap_err().code, "no-such-claimant");
    let blank = json!({ "number": maeve, "axis": "outcome", "code": "ACCEPT", "reason": " " });
    assert_eq!(stage.refuse("override.set", blank).unwrap_err().code, "reason-missing");
    assert_eq!(stage.get(maeve)["overrides"], json!([]));
}
