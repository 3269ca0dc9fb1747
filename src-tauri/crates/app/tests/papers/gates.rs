//! What must stand before a claim is issued.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::stage::{PASSPHRASE, Stage, member, stage};

fn missing(stage: &Stage, number: u64) -> Vec<String> {
    let list = stage.call("ready.list", json!({ "numbers": [number] }));
    let missing = list["rows"][0]["missing"].as_array().unwrap().clone();
    missing.iter().map(|gate| gate.as_str().unwrap().to_owned()).collect()
}

fn bundle(stage: &Stage, number: u64, form: &str) -> Value {
    let out = stage.temp.path().join("out");
    stage.call("bundle.make", json!({ "numbers": [number], "out": out, "form": form }))
}

fn path(stage: &Stage, report: &Value) -> PathBuf {
    stage.temp.path().join("out").join(report["files"][0]["file"].as_str().unwrap())
}

/// Grace, an authorised person, opens the matter.
fn grace(stage: &Stage) {
    let sign_in = |name: &str| json!({ "folder": stage.folder(), "sign_in": name, "passphrase": PASSPHRASE });
    stage.call(
        "person.add",
        json!({
            "sign_in": "grace", "full_name": "Grace Lowe", "role": "authorised-person", "passphrase": PASSPHRASE,
        }),
    );
    stage.call("matter.unlock", sign_in("grace"));
}

#[test]
fn adas_claim_is_issued_when_every_gate_is_met_and_not_before() {
    let stage = stage();
    let ada = stage.add(member("Ada", "Lovell", "ada@example.org"));
    assert_eq!(missing(&stage, ada), ["consent", "other-firm", "statement", "approval", "sign-off"]);
    let refused = bundle(&stage, ada, "issue");
    assert_eq!(refused["made"], 0);
    let message = refused["failed"][0]["message"].as_str().unwrap();
    assert!(message.contains("no written consent"));
    assert!(message.contains("The statement still lacks: my address; my occupation; "), "{message}");
    stage.edit(ada, |ada| {
        ada["identity"]["occupation"] = json!("Baker");
        ada["contact"]["addresses"] =
            json!([{ "use": "now", "lines": ["1 Oven Row"], "postcode": "AA1 1AA" }]);
        ada["notification"]["received"] = json!("yes");
        ada["consequence"]["own_words"] = json!("I was angry.");
        ada["proceedings"]["other_firm"] = json!("no");
        ada["consents"] = json!([{
            "kind": "joined-as-claimant", "version": 1, "given": true, "at": "2026-11-20T10:00:00Z",
            "how": "Signed on paper",
        }]);
    });
    assert_eq!(missing(&stage, ada), ["approval", "sign-off"]);
    let left_out = stage.call("register.enter", json!({ "numbers": [ada] }));
    assert_eq!((&left_out["entered"], &left_out["unready"]), (&json!(0), &json!(1)), "{left_out:#}");
    let reason = left_out["refused"][0]["reason"].as_str().unwrap().to_owned();
    assert!(reason.contains("No file was made"), "the register says why she is left out: {reason}");
    let report = bundle(&stage, ada, "approval");
    let file = path(&stage, &report);
    assert!(file.ends_with("Labour 2021 Claim bundle C-000001 for approval.pdf"));
    let approve =
        json!({ "number": ada, "file": file, "by": "Ada Lovell", "on": "2026-11-22", "how": "by email" });
    stage.call("ready.approve", approve);
    assert_eq!(missing(&stage, ada), ["sign-off"]);
    let sha256 = report["files"][0]["sha256"].clone();
    let sign_off = json!({ "number": ada, "sha256": sha256 });
    let error = stage.refuse("ready.sign_off", sign_off.clone()).unwrap_err();
    assert_eq!(error.code, "authorised-person-signs", "Imogen is the coordinator");
    grace(&stage);
    stage.call("ready.sign_off", sign_off);
    let ready = stage.call("ready.get", json!({ "number": ada }));
    assert_eq!(ready["ready"], true, "{ready:#}");
    assert_eq!(stage.call("register.enter", json!({ "numbers": [ada] }))["entered"], 1);
    let note = json!({ "kind": "note", "text": "She rang to thank us." });
    stage.call("journal.add", json!({ "number": ada, "entry": note }));
    let ready = stage.call("ready.get", json!({ "number": ada }));
    assert_eq!(ready["ready"], true, "a place on the register and a note change no paper: {ready:#}");
    stage.call("register.form", json!({ "form": 1, "claim_number": "KB-2026-000001" }));
    let issued = bundle(&stage, ada, "issue");
    assert_eq!(issued["files"][0]["sha256"], sha256, "what is issued is what was approved, byte by byte");
    let words =
        joinder_bundle::page_words(std::sync::Arc::new(fs::read(path(&stage, &issued)).unwrap())).unwrap();
    let words: String = words.iter().map(|page| page.text.replace([' ', '\n'], "").to_lowercase()).collect();
    for word in ["draft", "tobecompleted", "classificationwithreasons", "privileged", "suggest"] {
        assert!(!words.contains(word), "{word} is in what is issued");
    }
    assert!(words.contains("myoccupationis:baker."));
    assert!(!words.contains("kb-2026-000001"), "the court's number came after she approved the file");
    let again = bundle(&stage, ada, "issue");
    assert_eq!(again["files"][0]["sha256"], sha256, "nor is a page bound again for it");
    assert_eq!(stage.call("audit.verify", json!({}))["verdict"], "intact");
}

#[test]
fn what_is_made_after_the_court_gave_its_number_bears_it_with_the_parties() {
    let stage = stage();
    let dev = stage.add(member("Dev", "Anand", "dev@example.org"));
    stage.edit(dev, |dev| {
        dev["consents"] = json!([{
            "kind": "joined-as-claimant", "version": 1, "given": true, "at": "2026-11-20T10:00:00Z",
            "how": "Signed on paper",
        }]);
    });
    assert_eq!(stage.call("register.enter", json!({ "numbers": [dev], "unready": true }))["entered"], 1);
    stage.call("register.form", json!({ "form": 1, "claim_number": "KB-2026-000001" }));
    let mut settings = stage.call("register.get", json!({}))["settings"].clone();
    settings["court"] = json!("High Court of Justice");
    stage.call("register.settings", settings);
    let file = fs::read(path(&stage, &bundle(&stage, dev, "approval"))).unwrap();
    let pages = joinder_bundle::page_words(std::sync::Arc::new(file)).unwrap();
    let pages: Vec<String> = pages.iter().map(|page| page.text.replace([' ', '\n'], "")).collect();
    let bearing: Vec<&String> = pages.iter().filter(|page| page.contains("ClaimNo.KB-2026-000001")).collect();
    assert_eq!(bearing.len(), 2, "the cover and the statement");
    assert!(
        bearing[1].contains("INTHEHIGHCOURTOFJUSTICE") && bearing[1].contains("asrepresentativeofallmembers")
    );
}

#[test]
fn a_change_makes_an_approval_stale_and_nothing_is_issued() {
    let stage = stage();
    let ben = stage.add(member("Ben", "Okri", "ben@example.org"));
    let file = path(&stage, &bundle(&stage, ben, "approval"));
    let approve =
        json!({ "number": ben, "file": file, "by": "Ben Okri", "on": "2026-11-23", "how": "by letter" });
    stage.call("ready.approve", approve.clone());
    stage.edit(ben, |ben| ben["consequence"]["own_words"] = json!("I lost trust."));
    let ready = stage.call("ready.get", json!({ "number": ben }));
    let gate =
        ready["gates"].as_array().unwrap().iter().find(|gate| gate["gate"] == "approval").unwrap().clone();
    assert_eq!(gate["text"], "The record has changed since the file was approved.");
    assert_eq!(stage.refuse("ready.approve", approve).unwrap_err().code, "paper-stale");
}

#[test]
fn only_the_very_file_that_was_made_can_be_approved() {
    let stage = stage();
    let cara = stage.add(member("Cara", "Quinn", "cara@example.org"));
    let file = path(&stage, &bundle(&stage, cara, "draft"));
    let say = |file: &PathBuf| json!({ "number": cara, "file": file, "by": "Cara Quinn", "on": "2026-11-23", "how": "x" });
    assert_eq!(stage.refuse("ready.approve", say(&file)).unwrap_err().code, "no-such-paper", "it is a draft");
    let file = path(&stage, &bundle(&stage, cara, "approval"));
    let mut bytes = fs::read(&file).unwrap();
    bytes.push(b'\n');
    let printed_again = stage.temp.path().join("again.pdf");
    fs::write(&printed_again, bytes).unwrap();
    assert_eq!(stage.refuse("ready.approve", say(&printed_again)).unwrap_err().code, "no-such-paper");
    stage.call("ready.approve", say(&file));
    let sha256 = stage.call("ready.get", json!({ "number": cara }))["papers"][0]["sha256"].clone();
    let withdraw =
        json!({ "number": cara, "sha256": sha256, "role": "claimant", "reason": "She read it again." });
    stage.call("ready.withdraw", withdraw.clone());
    assert!(missing(&stage, cara).contains(&"approval".to_owned()));
    assert_eq!(stage.refuse("ready.withdraw", withdraw).unwrap_err().code, "nothing-to-withdraw");
}

#[test]
fn exhibits_keep_their_marks_when_their_owner_changes_her_name() {
    let stage = stage();
    let dina = stage.add(member("Dina", "Marsh", "dina@example.org"));
    let note = stage.temp.path().join("note.eml");
    fs::write(&note, "From: a@example.org\r\nTo: dina@example.org\r\nSubject: one\r\n\r\nHello\r\n").unwrap();
    stage.call("evidence.add", json!({ "paths": [note], "claimant": dina }));
    bundle(&stage, dina, "draft");
    stage.edit(dina, |dina| dina["identity"]["surname"] = json!("Zeller"));
    let plan = stage.call("bundle.plan", json!({ "number": dina }));
    let titles: Vec<&str> =
        plan["documents"].as_array().unwrap().iter().map(|row| row["title"].as_str().unwrap()).collect();
    assert!(titles.iter().any(|title| title.starts_with("DXM1: ")), "{titles:?}");
}
