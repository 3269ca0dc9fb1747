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
fn ginas_public_bundle_tells_nothing_of_her_health_her_town_her_branch_or_how_she_left() {
    let stage = stage();
    let mut gina = member("Gina", "Marlowe", "gina@example.org");
    gina["contact"]["addresses"] =
        json!([{ "use": "now", "lines": ["12 Proof Lane", "Exampleton"], "postcode": "AA12 1BB" }]);
    gina["episodes"] = json!([{
        "kind": "member", "start": "March 2015", "end": "June 2021", "ending": "expelled",
        "local_party": "Exampleton South CLP", "membership_number": "A1000001", "restricted_note": "A hearing",
    }]);
    gina["consequence"] = json!({
        "own_words": "I was angry. My GP is treating me for depression. Ring my son on 07700 900058.",
        "treatment": "Dr Fixture, twice", "diagnosis": "yes",
        "descriptors": [
            { "kind": "sleep", "severity": "moderate" }, { "kind": "diagnosed-condition", "severity": "severe" },
        ],
    });
    gina["losses"] = json!([{ "head": "medical", "amount": "360.00", "payee": "Dr Fixture" }]);
    let gina = stage.add(gina);
    for form in ["draft", "approval"] {
        let make = |audience: &str| {
            let out = stage.temp.path().join(audience);
            let input = json!({ "numbers": [gina], "out": out, "audience": audience, "form": form });
            words(&stage, audience, &stage.call("bundle.make", input))
        };
        let (whole, public) = (make("confidential"), make("public"));
        for detail in [
            "exampleton",
            "southclp",
            "a1000001",
            "depression",
            "mygp",
            "07700900058",
            "diagnosed",
            "drfixture",
            "expelled",
        ] {
            assert!(whole.contains(detail), "the confidential version holds {detail}");
            assert!(!public.contains(detail), "the public version holds {detail} ({form})");
        }
        for secret in ["disciplin", "suggest", "privileged"] {
            assert!(!public.contains(secret), "the public version holds {secret} ({form})");
        }
        assert!(
            public.contains("iwasangry.[withheld].ringmysonon[withheld]."),
            "what went is seen to be gone"
        );
        let paragraphs = |words: &str| words.matches("idonotknow").count();
        assert_eq!(paragraphs(&whole), paragraphs(&public));
    }
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

#[test]
fn frances_is_known_by_her_cipher_alone_in_public_and_no_public_paper_leads_from_it_to_her() {
    let stage = stage();
    let (frances, _) = frances(&stage);
    stage.edit(frances, |frances| {
        frances["consents"] = json!([{
            "kind": "joined-as-claimant", "version": 1, "given": true, "at": "2026-11-20T10:00:00Z",
            "how": "Signed on paper",
        }]);
    });
    stage.call("register.enter", json!({ "numbers": [frances], "unready": true }));
    stage.call("register.mark", json!({ "numbers": [frances], "cipher": "VXY" }));
    let report = make(&stage, frances, "public");
    assert_eq!(report["failed"], json!([]), "{report:#}");
    assert_eq!(report["files"][0]["file"], "Labour 2021 Claim bundle VXY public draft.pdf");
    let public = words(&stage, "public", &report);
    for secret in ["frances", "mockridge", "c-000001"] {
        assert!(!public.contains(secret), "{secret} is on a public page");
    }
    assert!(public.contains("vxy"));
    let file = stage.temp.path().join("public").join(report["files"][0]["file"].as_str().unwrap());
    let beside = joinder_bundle::words_beside(&fs::read(file).unwrap()).unwrap();
    let beside: String = beside.into_iter().map(|(_, words)| words.to_lowercase()).collect();
    assert!(
        !beside.contains("mockridge") && !beside.contains("c-000001") && beside.contains("vxy"),
        "{beside}"
    );
    let list = |audience: &str| {
        let path = stage.temp.path().join(format!("register-{audience}.csv"));
        let input = json!({ "kind": "register", "audience": audience, "path": path });
        stage.call("register.export", input);
        fs::read_to_string(path).unwrap()
    };
    let (public, confidential) = (list("public"), list("confidential"));
    assert!(
        public.contains("VXY") && !public.contains("C-000001") && !public.contains("Mockridge"),
        "{public}"
    );
    assert!(confidential.contains("C-000001") && confidential.contains("Mockridge"), "{confidential}");
}

#[test]
fn a_page_has_one_number_in_both_versions_of_francess_bundle() {
    let stage = stage();
    let (frances, _) = frances(&stage);
    for form in ["draft", "approval"] {
        let [whole, public] = ["confidential", "public"].map(|audience| {
            let out = stage.temp.path().join(audience);
            let input = json!({ "numbers": [frances], "out": out, "audience": audience, "form": form });
            let report = stage.call("bundle.make", input);
            let file = stage.temp.path().join(audience).join(report["files"][0]["file"].as_str().unwrap());
            page_words(Arc::new(fs::read(file).unwrap())).unwrap()
        });
        assert_eq!(whole.len(), public.len(), "{form}");
        let starts = |pages: &[joinder_bundle::PageWords], words: &str| {
            pages.iter().skip(2).position(|page| page.text.replace([' ', '\n'], "").contains(words))
        };
        for words in ["Statementoftruth", "Integrityoftheevidence", "EXHIBIT"] {
            assert_eq!(starts(&whole, words), starts(&public, words), "{words} ({form})");
        }
        let kept = |page: &joinder_bundle::PageWords| {
            page.text.replace([' ', '\n'], "").contains("Thispageisleftout")
        };
        assert!(public.iter().any(kept), "the page of the letter that nobody has looked through is kept");
    }
}
