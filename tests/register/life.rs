//! Numbers, claim forms, versions: what never changes once it is given.

use serde_json::{Value, json};

use crate::stage::{Stage, person};

fn numbers(value: &Value) -> Vec<u64> {
    value.as_array().unwrap().iter().map(|number| number.as_u64().unwrap()).collect()
}

#[test]
fn only_those_who_consented_get_a_number() {
    let stage = Stage::with_people();
    let entered = stage.call("register.enter", json!({ "unready": true }));
    assert_eq!((&entered["entered"], &entered["first"], &entered["last"]), (&json!(3), &json!(1), &json!(3)));
    assert_eq!(entered["refused"][0]["reference"], "C-000004");
    assert!(entered["refused"][0]["reason"].as_str().unwrap().contains("CPR 19.4(4)"));
    let again = stage.call("register.enter", json!({ "numbers": [1, 2, 99], "unready": true }));
    assert_eq!(
        (&again["entered"], &again["already"], &again["refused_count"]),
        (&json!(0), &json!(2), &json!(1))
    );
    assert_eq!(stage.call("register.get", json!({}))["on"], 3);
}

#[test]
fn who_leaves_keeps_the_number_and_nobody_gets_it_again() {
    let stage = Stage::with_people();
    stage.call("register.enter", json!({ "unready": true }));
    stage.call("register.end", json!({ "number": 2, "on": "2026-11-23", "reason": "Settled" }));
    let bethan = stage.add(person("Bethan", "Later", true));
    let entered = stage.call("register.enter", json!({ "numbers": [bethan], "unready": true }));
    assert_eq!(entered["first"], 4);
    let rows = stage.call("register.rows", json!({ "numbers": [1, 2, 3, 4] }));
    assert_eq!(rows[1]["values"]["name"], "Aled Parry");
    assert_eq!(rows[1]["values"]["ended"], "2026-11-23");
    assert_eq!(rows[3]["values"]["name"], "Bethan Later");
    let future = json!({ "number": 1, "on": "2027-01-01", "reason": "Moved" });
    assert_eq!(stage.refused("register.end", future), "register-end-day");
    assert_eq!(
        stage.refused("register.end", json!({ "number": 1, "on": "2026-11-20", "reason": " " })),
        "reason-missing"
    );
    stage.call("register.end", json!({ "number": 2, "on": null }));
    assert!(stage.call("register.rows", json!({ "numbers": [2] }))[0]["values"].get("ended").is_none());
    assert_eq!(
        stage.refused("register.end", json!({ "number": 4, "on": null, "reason": "x" })),
        "not-on-register"
    );
}

#[test]
fn claim_forms_hold_so_many_and_take_nobody_once_they_are_issued() {
    let stage = Stage::matter();
    stage.call("register.settings", json!({ "form_size": 2, "firm": "Testwick & Co", "issues": "1 to 4" }));
    for surname in ["Alpha", "Beta", "Gamma"] {
        stage.add(person("Sam", surname, true));
    }
    stage.call("register.enter", json!({ "unready": true }));
    let form = json!({ "form": 2, "claim_number": "KB-2026-000123", "issued": "2026-11-20" });
    stage.call("register.form", form);
    stage.add(person("Sam", "Delta", true));
    stage.call("register.enter", json!({ "unready": true }));
    let rows = stage.call("register.rows", json!({ "numbers": [1, 2, 3, 4] }));
    let forms: Vec<&str> =
        rows.as_array().unwrap().iter().map(|row| row["values"]["claim-form"].as_str().unwrap()).collect();
    assert_eq!(forms, ["1", "1", "2", "3"], "the second form has room, but is issued");
    assert_eq!(rows[2]["values"]["claim-number"], "KB-2026-000123");
    assert_eq!(rows[2]["values"]["firm"], "Testwick & Co");
    assert_eq!(stage.refused("register.form", json!({ "form": 9, "claim_number": "x" })), "no-claim-form");
    let none = json!({ "form_size": 0, "firm": "", "issues": "" });
    assert_eq!(stage.refused("register.settings", none), "register-form-size");
}

#[test]
fn a_sealed_version_never_changes_and_two_can_be_compared() {
    let stage = Stage::with_people();
    assert_eq!(stage.refused("register.seal", json!({ "reason": "Filed" })), "register-empty");
    stage.call("register.enter", json!({ "numbers": [1, 2], "unready": true }));
    let first = stage.call("register.seal", json!({ "reason": "Filed on 23 November" }));
    assert_eq!(first["version"], 1);

    stage.call("register.enter", json!({ "numbers": [3], "unready": true }));
    stage.call("register.end", json!({ "number": 2, "on": "2026-11-23", "reason": "Settled" }));
    let mut record = stage.call("claimant.get", json!({ "number": 1 }));
    record["claimant"]["contact"]["mobile"] = json!("07700 900999");
    let edit = json!({ "number": 1, "version": record["version"], "claimant": record["claimant"] });
    stage.call("claimant.edit", edit);
    stage.call("register.seal", json!({ "reason": "Filed again" }));

    let changes = stage.call("register.changes", json!({ "from": 1, "to": 2 }));
    assert_eq!(numbers(&changes["changes"]["added"]), [3]);
    assert_eq!(numbers(&changes["changes"]["withdrawn"]), [2]);
    let amended = &changes["changes"]["amended"];
    assert_eq!(amended.as_array().unwrap().len(), 1);
    assert_eq!(
        amended[0]["fields"],
        json!([{ "field": "phone", "before": "07700 900123", "after": "07700 900999" }])
    );
    assert_eq!(changes["names"]["1"], "Ngozi Eze");
    assert_eq!(stage.call("register.changes", json!({ "from": 2 }))["changes"]["amended"], json!([]));

    let old = stage.call("register.rows", json!({ "version": 1, "numbers": [1, 2, 3] }));
    assert_eq!(old.as_array().unwrap().len(), 2);
    assert_eq!(old[0]["values"]["phone"], "07700 900123");
    assert_eq!(numbers(&stage.call("register.ids", json!({ "version": 1 }))), [1, 2]);
    assert_eq!(stage.refused("register.changes", json!({ "from": 7 })), "no-register-version");
    assert_eq!(stage.call("audit.verify", json!({}))["verdict"], "intact");
}

#[test]
fn a_cipher_stands_for_one_person() {
    let stage = Stage::with_people();
    stage.call("register.enter", json!({ "unready": true }));
    stage.call("register.mark", json!({ "numbers": [1], "cipher": "ABC" }));
    assert_eq!(
        stage.refused("register.mark", json!({ "numbers": [2], "cipher": "ABC" })),
        "register-cipher-taken"
    );
    assert_eq!(
        stage.refused("register.mark", json!({ "numbers": [2, 3], "cipher": "XYZ" })),
        "register-cipher-one"
    );
    stage.call("register.mark", json!({ "numbers": [2, 3], "value_band": "Up to £1,000" }));
    let rows = stage.call("register.rows", json!({ "numbers": [1, 2] }));
    assert_eq!(rows[0]["cipher"], "ABC");
    assert_eq!(rows[1]["values"]["value-band"], "Up to £1,000");
}
