//! For whom a letter may go out, and who speaks in it.

use std::process::Command;

use serde_json::{Value, json};

use crate::letters::{ada, letterhead, words};
use crate::stage::{Stage, member, stage};

fn plan(stage: &Stage, code: &str, numbers: &[u64]) -> Value {
    stage.call("letter.plan", json!({ "code": code, "numbers": numbers, "dated": "2026-11-23" }))
}

fn gaps(plan: &Value, field: &str) -> Vec<(Option<u64>, String)> {
    let gaps = plan["gaps"].as_array().unwrap().iter().filter(|gap| gap["field"] == field);
    gaps.map(|gap| (gap["number"].as_u64(), gap["what"].as_str().unwrap().to_owned())).collect()
}

/// Ben, who said and agreed to as much as Ada did.
fn ben() -> Value {
    let mut ben = ada();
    ben["identity"]["forenames"] = json!("Ben");
    ben["identity"]["surname"] = json!("Okri");
    ben["identity"]["date_of_birth"] = json!("1971-01-30");
    ben["identity"]["national_insurance_number"] = json!("");
    ben["contact"]["emails"] = json!([{ "address": "ben@example.org" }]);
    ben["consequence"]["own_words"] = json!("I no longer trust them with anything of mine.");
    ben
}

#[test]
fn a_letter_before_claim_that_ada_and_ben_agreed_to_is_no_draft() {
    let stage = stage();
    letterhead(&stage);
    let numbers = [stage.add(ada()), stage.add(ben())];
    let whole = plan(&stage, "letter-before-claim", &numbers);
    assert_eq!(whole["draft"], false, "{:#}", whole["gaps"]);
    assert!(words(&whole).contains("as representative of all its members except the claimants"));
}

#[test]
fn somebody_whom_another_firm_acts_for_makes_the_letter_a_draft_until_a_person_decides() {
    let stage = stage();
    letterhead(&stage);
    let mut ben = ben();
    ben["proceedings"]["other_firm"] = json!("yes");
    let numbers = [stage.add(ada()), stage.add(ben)];
    let held = plan(&stage, "letter-before-claim", &numbers);
    let named = gaps(&held, "classification");
    assert_eq!(named.len(), 1, "{named:?}");
    assert_eq!(named[0].0, Some(numbers[1]));
    assert!(named[0].1.contains("Another firm was instructed"), "{named:?}");
    stage.call(
        "override.set",
        json!({ "number": numbers[1], "axis": "outcome", "code": "ACCEPT", "reason": "The other firm has ended." }),
    );
    assert!(gaps(&plan(&stage, "letter-before-claim", &numbers), "classification").is_empty());
}

#[test]
fn zoe_is_a_child_and_her_litigation_friend_gives_authority() {
    let stage = stage();
    letterhead(&stage);
    let mut zoe = ada();
    zoe["identity"]["date_of_birth"] = json!("2013-05-07");
    let zoe = stage.add(zoe);
    let alone = plan(&stage, "letter-before-claim", &[zoe]);
    assert!(gaps(&alone, "identity.capacity")[0].1.contains("under eighteen"), "{alone:#}");
    stage.edit(zoe, |zoe| zoe["identity"]["capacity"] = json!("litigation-friend"));
    let nameless = plan(&stage, "access", &[zoe]);
    assert_eq!(nameless["draft"], true);
    assert!(!gaps(&nameless, "identity.acted_for_by").is_empty(), "{nameless:#}");
    stage.edit(zoe, |zoe| zoe["identity"]["acted_for_by"] = json!("Zelda Minorca"));
    for code in ["access", "erasure", "complaint", "letter-before-claim"] {
        let whole = plan(&stage, code, &[zoe]);
        let said = words(&whole);
        assert!(
            said.contains("Ada Lovell, a child, by the litigation friend Zelda Minorca"),
            "{code}: {said}"
        );
        assert_eq!(whole["draft"], false, "{code}: {:#}", whole["gaps"]);
        if code != "letter-before-claim" {
            assert!(said.contains("Zelda Minorca authorised us on 1 July 2025"), "{code}: {said}");
            assert_eq!(whole["enclosures"][0], "Authority given by Zelda Minorca on 1 July 2025");
        }
    }
}

#[test]
fn an_estate_speaks_through_its_representative() {
    let stage = stage();
    letterhead(&stage);
    let mut olga = ada();
    olga["identity"]["capacity"] = json!("personal-representative");
    olga["identity"]["acted_for_by"] = json!("Piotr Lovell");
    let olga = stage.add(olga);
    let whole = plan(&stage, "access", &[olga]);
    assert_eq!(whole["subject"][0], "Piotr Lovell, personal representative of the estate of Ada Lovell");
}

#[test]
fn a_record_that_went_into_another_one_gets_no_letter() {
    let stage = stage();
    letterhead(&stage);
    let (first, second) = (stage.add(ada()), stage.add(ada()));
    let version = |number: u64| stage.get(number)["version"].clone();
    let merge = json!({
        "kept": first, "kept_version": version(first), "lost": second, "lost_version": version(second),
        "take": [], "reason": "the same person",
    });
    stage.call("claimant.merge", merge);
    let error = stage.refuse("letter.plan", json!({ "code": "access", "numbers": [second] })).unwrap_err();
    assert_eq!(error.code, "merged-already");
}

#[test]
fn the_schedule_says_what_claimants_say_and_nothing_of_how_it_ended() {
    let stage = stage();
    letterhead(&stage);
    let mut finn = member("Finn", "Mockridge", "finn@example.org");
    finn["episodes"] = json!([{
        "kind": "member", "start": "May 2018", "end": "3 June 2020", "ending": "expelled",
    }]);
    let numbers = [stage.add(ada()), stage.add(finn)];
    let out = stage.temp.path().join("letters");
    let report = stage.call(
        "letter.make",
        json!({ "code": "letter-before-claim", "numbers": numbers, "out": out, "pack": true, "dated": "2026-11-23" }),
    );
    let pack = out.join(report["files"][1]["file"].as_str().unwrap());
    let output = Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(&pack).arg("-").output();
    let output = output.expect("pdftotext is missing: packaging/prepare.sh test");
    let text = String::from_utf8_lossy(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Finn Mockridge") && text.contains("from May 2018"), "{text}");
    assert!(!text.contains("expelled"), "how it ended is for nobody else: {text}");
    assert!(!text.contains("confirmed by notice"), "nor what the program makes of it: {text}");
}
