//! The public version of a bundle, and what keeps it back.

use std::fs;
use std::sync::Arc;

use joinder_bundle::page_words;
use serde_json::{Value, json};

use crate::stage::{Stage, member, stage};

const LETTER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/sample/evidence/S-012-letter.pdf");

/// Frances, who was expelled by a letter that names her street.
fn frances(stage: &Stage) -> (u64, String) {
    let mut frances = member("Frances", "Mockridge", "frances@example.org");
    frances["contact"]["mobile"] = json!("07700 900321");
    frances["contact"]["addresses"] =
        json!([{ "use": "now", "lines": ["12 Proof Lane", "Exampleton"], "postcode": "AA12 1BB" }]);
    frances["identity"]["national_insurance_number"] = json!("AB123456C");
    frances["consequence"]["medication"] = json!("Sertraline tablets");
    frances["consequence"]["own_words"] = json!("I moved away from 12 Proof Lane and take sertraline now.");
    let number = stage.add(frances);
    stage.call("evidence.add", json!({ "paths": [LETTER], "claimant": number }));
    let evidence = stage.get(number)["evidence"][0]["id"].as_str().unwrap().to_owned();
    (number, evidence)
}

fn make(stage: &Stage, number: u64, audience: &str) -> Value {
    let out = stage.temp.path().join(audience);
    stage.call("bundle.make", json!({ "numbers": [number], "out": out, "audience": audience }))
}

fn words(stage: &Stage, audience: &str, report: &Value) -> String {
    let file = stage.temp.path().join(audience).join(report["files"][0]["file"].as_str().unwrap());
    let pages = page_words(Arc::new(fs::read(file).unwrap())).unwrap();
    // Words may be torn apart where they are set.
    pages.iter().map(|page| page.text.replace([' ', '\n'], "").to_lowercase()).collect()
}

#[test]
fn francess_public_bundle_tells_nobody_where_she_lives_or_how_she_is() {
    let stage = stage();
    let (frances, _) = frances(&stage);
    let whole = words(&stage, "confidential", &make(&stage, frances, "confidential"));
    let public = words(&stage, "public", &make(&stage, frances, "public"));
    for detail in ["12prooflane", "aa121bb", "frances@example.org", "7may1984", "sertraline"] {
        assert!(whole.contains(detail), "the confidential version holds {detail}");
        assert!(!public.contains(detail), "the public version holds {detail}");
    }
    assert!(!whole.contains("ab123456c"), "her insurance number is in neither");
    assert!(public.contains("francesmockridge") && public.contains("[withheld]"));
}

#[test]
fn ginas_public_bundle_holds_no_branch_no_diagnosis_no_advice_and_nothing_that_she_wrote_of_others() {
    let stage = stage();
    let mut gina = member("Gina", "Marlowe", "gina@example.org");
    gina["contact"]["addresses"] =
        json!([{ "use": "now", "lines": ["12 Proof Lane", "Exampleton"], "postcode": "AA12 1BB" }]);
    gina["episodes"][0]["local_party"] = json!("Exampleton South CLP");
    gina["episodes"][0]["membership_number"] = json!("A1000001");
    gina["consequence"]["own_words"] =
        json!("My GP is treating me for depression. Ring my son on 07700 900058.");
    gina["consequence"]["descriptors"] = json!([
        { "kind": "sleep", "severity": "moderate" }, { "kind": "diagnosed-condition", "severity": "severe" },
    ]);
    gina["losses"] = json!([{ "head": "medical", "amount": "360.00", "payee": "Dr Fixture" }]);
    let gina = stage.add(gina);
    let whole = words(&stage, "confidential", &make(&stage, gina, "confidential"));
    let public = words(&stage, "public", &make(&stage, gina, "public"));
    for detail in [
        "exampleton",
        "southclp",
        "a1000001",
        "depression",
        "07700900058",
        "diagnosedcondition",
        "drfixture",
        "suggest",
    ] {
        assert!(whole.contains(detail), "the confidential version holds {detail}");
        assert!(!public.contains(detail), "the public version holds {detail}");
    }
    assert!(
        public.contains("mygpistreatingmefor[withheld].ringmysonon[withheld]."),
        "what went is seen to be gone"
    );
}

#[test]
fn an_original_that_names_her_street_keeps_the_public_bundle_back_until_it_is_blacked_out() {
    let stage = stage();
    let (frances, evidence) = frances(&stage);
    let unseen = make(&stage, frances, "public");
    assert!(unseen["placeholders"][0]["reason"].as_str().unwrap().contains("nobody has yet looked"));
    let mark = |place: Value| json!({ "number": frances, "evidence": evidence, "place": place, "reason": "Her street" });
    let clear = stage.call("redaction.set", mark(Value::Null));
    let kept_back = make(&stage, frances, "public");
    assert_eq!(kept_back["made"], 0);
    let message = kept_back["failed"][0]["message"].as_str().unwrap();
    assert!(message.contains("address, page "), "{message}");
    stage.call("redaction.end", json!({ "number": frances, "id": clear["id"] }));
    stage.call("redaction.set", mark(json!({ "page": 1, "x": 0, "y": 0, "width": 10_000, "height": 9_000 })));
    let burned = make(&stage, frances, "public");
    assert_eq!((&burned["made"], burned["placeholders"].as_array().unwrap().len()), (&json!(1), 0));
    assert!(!words(&stage, "public", &burned).contains("prooflane"));
    let confidential = make(&stage, frances, "confidential");
    assert!(
        words(&stage, "confidential", &confidential).contains("prooflane"),
        "the original stays as it is"
    );
    assert_eq!(stage.call("audit.verify", json!({}))["verdict"], "intact");
}

#[test]
fn a_mark_off_the_page_or_on_somebody_elses_evidence_is_refused() {
    let stage = stage();
    let (frances, evidence) = frances(&stage);
    let other = stage.add(member("Ben", "Okri", "ben@example.org"));
    let set = |number: u64, width: u32| {
        let place = json!({ "page": 1, "x": 9_000, "y": 0, "width": width, "height": 10 });
        stage.refuse(
            "redaction.set",
            json!({ "number": number, "evidence": evidence, "place": place, "reason": "x" }),
        )
    };
    assert_eq!(set(frances, 1_001).unwrap_err().code, "redaction-off-page");
    assert_eq!(set(other, 1_000).unwrap_err().code, "no-such-evidence");
    set(frances, 1_000).unwrap();
}
