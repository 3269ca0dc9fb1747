//! Nia registers in a folder of her own, seals, is asked back, and sends what changed.

use std::fs;

use serde_json::{Value, json};

use crate::home::{Home, with};
use crate::stage::{NOTICE, Stage, nia};

#[test]
fn a_registration_begins_empty_and_says_what_is_to_do() {
    let stage = Stage::new();
    let home = Home::begin(&stage);
    let view = home.get();
    assert_eq!(view["invitation"]["firm"], "Example Solicitors");
    let states = |view: &Value| -> Vec<String> {
        view["tasks"]
            .as_array()
            .unwrap()
            .iter()
            .map(|task| task["state"].as_str().unwrap().to_owned())
            .collect()
    };
    assert!(states(&view).iter().all(|state| state == "not-yet-started"), "{:?}", states(&view));
    home.answer(&nia());
    assert_eq!(states(&home.get())[0], "in-progress", "the date of birth is still blank");
}

#[test]
fn what_was_forgotten_is_found_before_sealing() {
    let stage = Stage::new();
    let home = Home::begin(&stage);
    home.answer(&nia());
    let (out, ended) = home.seal("nia.joinder-packet");
    let said = ended.ends_with(1).complained();
    assert!(said.contains("registration-incomplete") && said.contains("privacy-notice"), "{said}");
    home.consent_to_all();
    let strict = ["packet", "seal", "--signed-by", "Nia", "--out", out.to_str().unwrap()];
    let said = home.run(&strict).ends_with(1).complained();
    assert!(said.contains("identity.date_of_birth") && said.contains("proceedings.other_firm"), "{said}");
    assert!(!out.exists());
    home.seal("nia.joinder-packet").1.succeeds();
}

#[test]
fn the_whole_circle_of_packet_request_and_successor() {
    let stage = Stage::new();
    let home = Home::begin(&stage);
    home.answer(&nia());
    home.consent_to_all();
    let notice = stage.sandbox.file("home/notice.eml", NOTICE);
    home.run(&["import", "evidence", "--claimant", "1", notice.to_str().unwrap()]).succeeds();
    let (first, ended) = home.seal("first.joinder-packet");
    let receipt = ended.succeeds().json()["receipt"].clone();
    let item = stage.received(&first);
    assert_eq!(item["receipt"], receipt, "both sides see the same receipt");
    let view = stage.show(1);
    assert_eq!(view["files"][0]["name"], "notice.eml");
    let consents = view["claimant"]["consents"].as_array().unwrap();
    assert!(
        consents.iter().any(|consent| consent["kind"] == "truth-declaration" && consent["given"] == true)
    );

    // The firm asks, Nia answers and sends again.
    let request = stage.sandbox.path("nia.joinder-request");
    let question = "Which month did you join in?";
    let words = ["packet", "ask", "1", "--question", question, "--out", request.to_str().unwrap()];
    stage.sandbox.run(words).succeeds();
    stage.sandbox.run(["packet", "accept", "1"]).succeeds();
    let asked = home.call("registration.request", &json!({ "path": request }));
    assert_eq!(asked[0]["text"], question);
    home.call("registration.answer", &json!({ "code": "q1", "text": "I think it was April." }));
    let changed = with(&home, "/contact/mobile", "07700 900456");
    home.answer(&changed);
    let (second, ended) = home.seal("second.joinder-packet");
    ended.succeeds();

    // In the meantime the firm has put a name right; the successor does not undo it.
    let record = stage.sandbox.run(["--json", "show", "1"]).succeeds().json();
    let mut edited = record["claimant"].clone();
    edited["identity"]["forenames"] = json!("Nia Mair");
    let edit = json!({ "number": 1, "version": record["version"], "claimant": edited }).to_string();
    stage.sandbox.run(["call", "claimant.edit", &edit]).succeeds();

    stage.receive(&second).succeeds();
    let view = stage.show(2);
    assert_eq!(view["known"]["reference"], "C-000001");
    let moves: Vec<(&str, &str, &str)> = view["moves"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| !one["field"].as_str().unwrap().starts_with("consents"))
        .map(|one| {
            (one["field"].as_str().unwrap(), one["before"].as_str().unwrap(), one["after"].as_str().unwrap())
        })
        .collect();
    assert_eq!(moves, [("contact.mobile", "07700 900123", "07700 900456")]);
    assert_eq!(view["asked"][0]["answer"], "I think it was April.");
    assert_eq!(view["files"][0]["already"], "E-000001");
    assert_eq!(view["findings"], json!([]), "nothing is out of order");
    let accepted = stage.sandbox.run(["--json", "packet", "accept", "2"]).succeeds().json();
    assert_eq!((accepted["claimant"].as_u64(), accepted["evidence"].as_u64()), (Some(1), Some(0)));
    let record = stage.sandbox.run(["--json", "show", "1"]).succeeds().json();
    assert_eq!(record["name"], "Nia Mair Enghraifft");
    assert_eq!(record["claimant"]["contact"]["mobile"], "07700 900456");
    stage.sandbox.run(["audit", "verify"]).succeeds();
    home.run(&["audit", "verify"]).succeeds();
}

#[test]
fn an_old_packet_that_comes_after_its_successor_is_marked() {
    let stage = Stage::new();
    let home = Home::begin(&stage);
    home.answer(&nia());
    home.consent_to_all();
    let (first, _) = home.seal("first.joinder-packet");
    home.answer(&with(&home, "/contact/mobile", "07700 900456"));
    let (second, _) = home.seal("second.joinder-packet");
    stage.receive(&second).succeeds();
    stage.receive(&first).succeeds();
    let codes = |number| -> Vec<String> {
        let view = stage.show(number);
        view["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["code"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(codes(2), ["newer-packet"]);
    assert_eq!(codes(1), Vec::<String>::new());
    let rows = stage.sandbox.run(["--json", "packet", "list"]).succeeds().json();
    assert_eq!(rows[0]["newer"], 1);
}

#[test]
fn a_request_of_somebody_else_is_not_answered() {
    let (stage, other) = (Stage::new(), Stage::new());
    let home = Home::begin(&stage);
    let stranger = other.sandbox.file("stray.joinder-request", b"age-encryption.org/v1\n");
    let words = ["call", "registration.request", &json!({ "path": stranger }).to_string()];
    assert!(home.run(&words).ends_with(1).complained().contains("not-sealed"));
    other.receive(&other.seal("nia", &nia(), &[])).succeeds();
    let out = other.sandbox.path("other.joinder-request");
    other
        .sandbox
        .run(["packet", "ask", "1", "--question", "Who?", "--out", out.to_str().unwrap()])
        .succeeds();
    let words = ["call", "registration.request", &json!({ "path": out }).to_string()];
    assert!(home.run(&words).ends_with(1).complained().contains("sealed-for-other-key"));
}

#[test]
fn a_forgotten_passphrase_leaves_the_recovery_key_as_the_only_way_in() {
    let stage = Stage::new();
    let home = Home::begin(&stage);
    let wrong = stage.sandbox.file("wrong", "not the passphrase at all\n");
    let folder = home.folder();
    let words = [
        "--matter",
        folder.to_str().unwrap(),
        "--passphrase-file",
        wrong.to_str().unwrap(),
        "call",
        "registration.get",
    ];
    let said = stage.sandbox.run(words).ends_with(3).complained();
    assert!(said.contains("recovery key"), "{said}");
}

#[test]
fn nothing_that_nia_wrote_can_be_read_in_her_folder() {
    let stage = Stage::new();
    let home = Home::begin(&stage);
    home.call(
        "draft.save",
        &json!({ "key": "registration:effect", "value": { "own_words": "a planted Sentence" } }),
    );
    home.answer(&nia());
    let mut folders = vec![home.folder()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = fs::read(&path).unwrap();
            for word in
                ["planted Sentence", "Enghraifft", "gpost.example", "Example Solicitors", "AGE-SECRET"]
            {
                assert!(
                    !bytes.windows(word.len()).any(|part| part == word.as_bytes()),
                    "{word} in {}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn the_copy_to_keep_is_a_page_that_a_screen_reader_reads_in_order() {
    let stage = Stage::new();
    let home = Home::begin(&stage);
    let mut told = nia();
    told["consequence"]["own_words"] = json!("I wrote <b>this</b> & \"that\".\nOn two lines.");
    home.answer(&told);
    let out = stage.sandbox.path("answers.html");
    home.call("registration.copy", &json!({ "out": out }));
    let page = fs::read_to_string(&out).unwrap();
    assert!(page.starts_with("<!doctype html>\n<html lang=\"en-GB\">"), "the language is said");
    assert!(page.contains("<title>Answers of Nia Enghraifft</title>"));
    let count = |what: &str| page.matches(what).count();
    assert_eq!((count("<h1>"), count("<main>"), count("<table"), count("<script")), (1, 1, 0, 0));
    assert!(count("<h2>") >= 8, "each part has a heading: {}", count("<h2>"));
    // Every question is a term, and at least one answer follows it.
    assert!(count("<dt>") > 25 && count("<dd>") >= count("<dt>"));
    assert!(
        page.split("<dt>").skip(1).all(|part| part.contains("</dt>\n<dd>")),
        "a question without an answer"
    );
    assert!(page.contains("I wrote &lt;b&gt;this&lt;/b&gt; &amp; &quot;that&quot;.\nOn two lines."));
    assert!(page.find("What is your name?") < page.find("How has it affected you, if it has?"));
}
