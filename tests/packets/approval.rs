//! A document that a claimant approves by a packet: the very file, while the record is as it was.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::home::{Home, with};
use crate::stage::{Stage, nia};

/// Nia's registration, accepted, and the bundle that was made for her to approve.
fn accepted(stage: &Stage) -> (Home<'_>, PathBuf) {
    let home = Home::begin(stage);
    home.answer(&nia());
    home.consent_to_all();
    let (first, ended) = home.seal("first.joinder-packet");
    ended.succeeds();
    stage.receive(&first).succeeds();
    stage.sandbox.run(["packet", "accept", "1"]).succeeds();
    (home, bundle(stage))
}

fn bundle(stage: &Stage) -> PathBuf {
    let out = stage.sandbox.path("papers");
    let wish = json!({ "numbers": [1], "out": out, "form": "approval" }).to_string();
    let report = stage.sandbox.run(["call", "bundle.make", &wish]).succeeds().json();
    out.join(report["files"][0]["file"].as_str().unwrap_or_else(|| panic!("{report:#}")))
}

/// Asks Nia to approve a file, and opens the request in her folder.
fn ask(stage: &Stage, home: &Home<'_>, document: &Path) -> Value {
    let out = stage.sandbox.path("approve.joinder-request");
    let words = ["packet", "ask", "1", "--approve", "--document"];
    let end = [document.to_str().unwrap(), "--out", out.to_str().unwrap()];
    stage.sandbox.run(words.into_iter().chain(end)).succeeds();
    home.call("registration.request", &json!({ "path": out }))
}

fn approval_gate(stage: &Stage) -> Value {
    let ready = stage.sandbox.run(["call", "ready.get", "{\"number\":1}"]).succeeds().json();
    let gates = ready["gates"].as_array().unwrap().clone();
    gates.into_iter().find(|gate| gate["gate"] == "approval").unwrap()
}

#[test]
fn nia_approves_the_exact_file_and_the_gate_opens() {
    let stage = Stage::new();
    let (home, document) = accepted(&stage);
    assert_eq!(approval_gate(&stage)["met"], false);
    let asked = ask(&stage, &home, &document);
    assert_eq!(asked[0]["page"], "approval");
    let view = home.get();
    let shown = &view["request"]["document"];
    assert_eq!(shown["size"].as_u64().unwrap(), fs::metadata(&document).unwrap().len());
    assert!(view["request"]["wording"].as_str().unwrap().contains("I agree"), "{view:#}");
    let page = json!({ "id": shown["evidence"], "part": null, "page": 1, "width": 400 });
    assert!(home.call("evidence.picture", &page)["pages"].as_u64().unwrap() > 1, "she reads it page by page");
    let copy = stage.sandbox.path("read-elsewhere.pdf");
    home.call("registration.document", &json!({ "out": copy }));
    assert_eq!(fs::read(copy).unwrap(), fs::read(&document).unwrap());

    home.call("registration.answer", &json!({ "code": "approval", "text": "", "approved": true }));
    let (second, ended) = home.seal("second.joinder-packet");
    ended.succeeds();
    stage.receive(&second).succeeds();
    let review = stage.show(2);
    assert_eq!(review["moves"], json!([]), "an approval changes nothing in the record");
    assert_eq!(review["files"], json!([]), "the document does not come back");
    let accepted = stage.sandbox.run(["--json", "packet", "accept", "2"]).succeeds().json();
    assert_eq!(accepted["approvals"], json!(["The claimant’s approval of the document was recorded."]));
    let gate = approval_gate(&stage);
    assert_eq!(gate["met"], true, "{gate:#}");
    assert!(gate["text"].as_str().unwrap().contains("Nia Enghraifft"), "{gate:#}");
    stage.sandbox.run(["audit", "verify"]).succeeds();
}

#[test]
fn an_approval_of_a_record_that_has_changed_since_is_said_to_be_stale() {
    let stage = Stage::new();
    let (home, document) = accepted(&stage);
    ask(&stage, &home, &document);
    home.call("registration.answer", &json!({ "code": "approval", "text": "", "approved": true }));
    let (second, ended) = home.seal("second.joinder-packet");
    ended.succeeds();
    let record = stage.sandbox.run(["--json", "show", "1"]).succeeds().json();
    let mut edited = record["claimant"].clone();
    edited["contact"]["mobile"] = json!("07700 900777");
    let edit = json!({ "number": 1, "version": record["version"], "claimant": edited }).to_string();
    stage.sandbox.run(["call", "claimant.edit", &edit]).succeeds();
    stage.receive(&second).succeeds();
    let accepted = stage.sandbox.run(["--json", "packet", "accept", "2"]).succeeds().json();
    assert!(accepted["approvals"][0].as_str().unwrap().contains("has changed since"), "{accepted:#}");
    assert_eq!(approval_gate(&stage)["met"], false);
}

#[test]
fn whoever_finds_something_wrong_says_so_and_approves_nothing() {
    let stage = Stage::new();
    let (home, document) = accepted(&stage);
    ask(&stage, &home, &document);
    let (_, unanswered) = home.seal_strictly("forgotten.joinder-packet");
    assert!(unanswered.ends_with(1).complained().contains("request.approval"));
    home.call("registration.answer", &json!({ "code": "approval", "text": "I left in May." }));
    let changed = with(&home, "/contact/mobile", "07700 900456");
    home.answer(&changed);
    let (second, ended) = home.seal("second.joinder-packet");
    ended.succeeds();
    stage.receive(&second).succeeds();
    assert_eq!(stage.show(2)["asked"][0]["answer"], "I left in May.");
    let accepted = stage.sandbox.run(["--json", "packet", "accept", "2"]).succeeds().json();
    assert_eq!(accepted["approvals"], json!([]));
    assert_eq!(approval_gate(&stage)["met"], false);
}

#[test]
fn only_a_paper_of_the_claimants_own_record_can_be_sent_for_approval() {
    let stage = Stage::new();
    let (_home, document) = accepted(&stage);
    let ask = |file: &Path| {
        let out = stage.sandbox.path("approve.joinder-request");
        let words = ["--json", "packet", "ask", "1", "--approve", "--document"];
        stage.sandbox.run(words.into_iter().chain([file.to_str().unwrap(), "--out", out.to_str().unwrap()]))
    };
    let other = stage.sandbox.file("other.pdf", b"%PDF-1.7 something else");
    assert!(ask(&other).ends_with(1).complained().contains("no-such-paper"));
    ask(&document).succeeds();
}
