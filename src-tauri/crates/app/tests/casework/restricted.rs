//! Health and discipline are for those whom the profile names, and stay as they are when others save.

use serde_json::json;

use crate::stage::{PASSPHRASE, Stage, member, stage};

/// Lets a paralegal in, who is not one of those that the profile names.
fn add_pia(stage: &Stage) {
    let pia =
        json!({ "sign_in": "pia", "full_name": "Pia Legal", "role": "paralegal", "passphrase": PASSPHRASE });
    stage.call("person.add", pia);
}

fn unlock(stage: &Stage, sign_in: &str) {
    let who = json!({ "folder": stage.folder(), "sign_in": sign_in, "passphrase": PASSPHRASE });
    stage.call("matter.unlock", who);
}

#[test]
fn a_paralegal_sees_no_health_details_and_does_not_lose_them_by_saving() {
    let stage = stage();
    let mut ada = member("Ada", "Examplar", "ada@post.example");
    ada["consequence"] = json!({ "own_words": "I was afraid for weeks of what comes next.", "treatment": "my doctor in May", "diagnosis": "yes" });
    ada["episodes"][0]["restricted_note"] = json!("suspended in 2019");
    let number = stage.add(ada);
    stage.edit(number, |claimant| claimant["consequence"]["medication"] = json!("Sertraline"));
    let whole = stage.get(number)["claimant"].clone();
    add_pia(&stage);
    let unlock = |sign_in: &str| unlock(&stage, sign_in);
    unlock("pia");
    let record = stage.get(number);
    let said = record["claimant"].to_string();
    for hidden in ["doctor", "Sertraline", "suspended in 2019"] {
        assert!(!said.contains(hidden), "{hidden}: {said}");
    }
    assert_eq!(record["restricted"], json!(["Health", "Discipline"]));
    assert!(said.contains("afraid for weeks"), "her own words are for everybody who works on it");
    let history = stage.call("claimant.history", json!({ "number": number })).to_string();
    assert!(!history.contains("Sertraline"), "{history}");
    stage.edit(number, |claimant| claimant["contact"]["mobile"] = json!("07700 900123"));
    let taken_away = {
        let record = stage.get(number);
        let mut claimant = record["claimant"].clone();
        claimant["episodes"] = json!([]);
        stage.refuse(
            "claimant.edit",
            json!({ "number": number, "version": record["version"], "claimant": claimant }),
        )
    };
    assert_eq!(taken_away.unwrap_err().code, "restricted-list");
    let refused = stage.refuse("bundle.preview", json!({ "number": number })).unwrap_err();
    assert_eq!(refused.code, "restricted-paper");
    unlock("imogen");
    let mut after = stage.get(number)["claimant"].clone();
    assert_eq!(after["contact"]["mobile"], "07700 900123");
    after["contact"]["mobile"] = whole["contact"]["mobile"].clone();
    assert_eq!(after, whole);
    assert_eq!(stage.get(number)["restricted"], json!([]));
}

#[test]
fn health_reaches_a_paralegal_by_no_flag_no_figure_no_limit_and_no_copy() {
    let stage = stage();
    let mut ada = member("Ada", "Examplar", "ada@post.example");
    ada["consequence"] = json!({ "diagnosis": "yes", "treatment": "my doctor in May" });
    let ada = stage.add(ada);
    let bron = stage.add(member("Bron", "Parry", "bron@post.example"));
    let flag = json!({ "filters": [{ "on": "flag", "any": ["PI_LIMIT_PASSED"] }] });
    let told = |stage: &Stage| {
        let record = stage.get(ada);
        json!([record["classification"], record["explanation"], record["limitation"], record["timeline"]])
            .to_string()
    };
    let speaks =
        |text: &str| ["PI_LIMIT_PASSED", "personal-injury", "diagnos"].iter().any(|word| text.contains(word));
    let whole = told(&stage);
    assert!(speaks(&whole), "{whole}");
    assert_eq!(stage.call("claimant.ids", flag.clone()), json!([ada]));
    let flags = |stage: &Stage| {
        let counts = stage.call("claimant.counts", json!({}));
        let counts = counts.as_array().unwrap().iter();
        counts.filter(|count| count["axis"] == "flag").map(|count| count["code"].clone()).collect::<Vec<_>>()
    };
    assert!(flags(&stage).contains(&json!("PI_LIMIT_PASSED")));
    let outcome = stage.get(ada)["classification"]["outcome"].clone();

    stage.call(
        "person.add",
        json!({ "sign_in": "pia", "full_name": "Pia Legal", "role": "paralegal", "passphrase": PASSPHRASE }),
    );
    stage.call(
        "matter.unlock",
        json!({ "folder": stage.folder(), "sign_in": "pia", "passphrase": PASSPHRASE }),
    );
    let seen = told(&stage);
    assert!(!speaks(&seen), "{seen}");
    assert_eq!(stage.get(ada)["classification"]["outcome"], outcome, "what is suggested is for everybody");
    assert!(!flags(&stage).contains(&json!("PI_LIMIT_PASSED")));
    assert_eq!(stage.refuse("claimant.ids", flag).unwrap_err().code, "restricted-list-of");
    let explained = stage.call("classification.explain", json!({ "number": ada })).to_string();
    assert!(!speaks(&explained), "{explained}");
    // A copy for Ada without what is held of her health would be no answer to her; Bron's holds everything.
    let out = |name: &str| stage.temp.path().join(name);
    let refused = stage.refuse("right.access", json!({ "number": ada, "out": out("ada") })).unwrap_err();
    assert_eq!(refused.code, "restricted-paper");
    assert!(!out("ada").exists());
    stage.call("right.access", json!({ "number": bron, "out": out("bron") }));
}

#[test]
fn a_doctors_letter_is_read_and_found_by_those_only_who_may_see_it() {
    let stage = stage();
    let ada = stage.add(member("Ada", "Examplar", "ada@post.example"));
    let letter = stage.temp.path().join("letter.txt");
    std::fs::write(&letter, "Ms Examplar is treated for an anxiety disorder. Dr A. Sample").unwrap();
    stage.call("evidence.add", json!({ "paths": [letter], "claimant": ada }));
    let id = stage.get(ada)["evidence"][0]["id"].clone();
    let restrict = |kind: &str| json!({ "id": id, "kind": kind });
    assert_eq!(stage.refuse("evidence.restrict", restrict("Gossip")).unwrap_err().code, "no-such-kind");
    stage.call("evidence.restrict", restrict("Health"));
    stage.call("undo.run", json!({}));
    assert_eq!(stage.get(ada)["evidence"][0]["restricted"], "");
    stage.call("evidence.restrict", restrict("Health"));
    let words = json!({ "text": "letter" });
    assert_eq!(stage.call("evidence.find", words.clone()), json!([id]));
    stage.call("evidence.get", json!({ "id": id }));
    stage.call(
        "person.add",
        json!({ "sign_in": "pia", "full_name": "Pia Legal", "role": "paralegal", "passphrase": PASSPHRASE }),
    );
    stage.call(
        "matter.unlock",
        json!({ "folder": stage.folder(), "sign_in": "pia", "passphrase": PASSPHRASE }),
    );
    let row = stage.get(ada)["evidence"][0].clone();
    assert_eq!((&row["name"], &row["closed"], &row["subject"]), (&json!("Health"), &json!(true), &json!("")));
    for (name, input) in [
        ("evidence.get", json!({ "id": id })),
        ("evidence.text", json!({ "id": id })),
        ("evidence.ocr_view", json!({ "id": id })),
        ("evidence.restrict", restrict("")),
        ("evidence.export", json!({ "which": { "ids": [id] }, "out": stage.temp.path().join("out") })),
        ("bundle.preview", json!({ "number": ada })),
        ("right.access", json!({ "number": ada, "out": stage.temp.path().join("copy") })),
    ] {
        let refused = stage.refuse(name, input).unwrap_err();
        assert_eq!(refused.code, "restricted-evidence", "{name}: {}", refused.message);
    }
    assert_eq!(stage.call("evidence.find", words), json!([]));
    let text = json!({ "filters": [{ "on": "evidence-text", "any": ["letter"] }] });
    assert_eq!(stage.call("claimant.ids", text), json!([]));
    assert_eq!(stage.call("audit.verify", json!({}))["verdict"], "intact");
}

#[test]
fn a_diagnosis_that_was_ticked_and_what_a_doctor_cost_are_health_too() {
    let stage = stage();
    let mut ada = member("Ada", "Examplar", "ada@post.example");
    let felt = |kind: &str| json!({ "kind": kind, "severity": "severe" });
    ada["consequence"] = json!({
        "own_words": "I was afraid for weeks of what comes next.",
        "descriptors": [felt("diagnosed-condition"), felt("annoyance")],
    });
    let paid =
        |head: &str, amount: &str| json!({ "head": head, "amount": amount, "no_document_reason": "lost" });
    ada["losses"] = json!([paid("medical", "250.00"), paid("security", "20.00")]);
    let number = stage.add(ada);
    let whole = stage.get(number)["claimant"].clone();
    add_pia(&stage);
    let unlock = |sign_in: &str| unlock(&stage, sign_in);
    unlock("pia");
    let said = stage.get(number)["claimant"].to_string();
    assert!(!said.contains("diagnosed") && !said.contains("medical") && !said.contains("250"), "{said}");
    assert!(said.contains("annoyance") && said.contains("security"), "{said}");
    stage.edit(number, |claimant| claimant["contact"]["mobile"] = json!("07700 900123"));
    unlock("imogen");
    let mut after = stage.get(number)["claimant"].clone();
    assert_eq!((&after["losses"], &after["consequence"]), (&whole["losses"], &whole["consequence"]));
    after["contact"]["mobile"] = whole["contact"]["mobile"].clone();
    assert_eq!(after, whole);
}
