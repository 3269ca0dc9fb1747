//! What letters say, and what they do not.

use std::fs;

use serde_json::{Value, json};

use crate::stage::{Stage, date, member, stage};

pub fn letterhead(stage: &Stage) {
    stage.call(
        "letterhead.put",
        json!({
            "firm": "Achebe & Lowe LLP", "address": ["4 Canal Street", "Leeds LS1 4XX"],
            "telephone": "0113 496 0000", "email": "claims@firm.example", "reference": "LP21",
            "signatory": "Imogen Achebe", "position": "Solicitor",
            "regulation": "Authorised and regulated by the Solicitors Regulation Authority",
            "funding": "The claims are funded by conditional fee agreements.",
        }),
    );
}

pub fn ada() -> Value {
    let mut ada = member("Ada", "Lovell", "ada@example.org");
    ada["notification"] = json!({ "received": "yes", "channel": "email", "seen": date("4 November 2021") });
    ada["consequence"] = json!({
        "own_words": "I could not sleep for a month.",
        "descriptors": [
            { "kind": "sleep", "severity": "moderate", "lasted": "a month" },
            { "kind": "anxiety", "severity": "none" },
        ],
    });
    ada["data_held"] = json!([{ "kind": "membership", "basis": "given" }]);
    ada["identity"]["national_insurance_number"] = json!("AB 12 34 56 C");
    // Half past eleven at night by the sun, and the next day already by the clock in London.
    let given = |kind: &str| json!({ "kind": kind, "given": true, "at": "2025-06-30T23:30:00Z" });
    ada["consents"] = json!([given("authority-to-act"), given("joined-as-claimant")]);
    ada
}

pub fn words(plan: &Value) -> String {
    plan["sections"].as_array().unwrap().iter().map(|section| section.to_string()).collect()
}

#[test]
fn adas_access_request_says_what_she_said_and_by_when_an_answer_is_due() {
    let stage = stage();
    letterhead(&stage);
    let ada = stage.add(ada());
    let plan =
        stage.call("letter.plan", json!({ "code": "access", "numbers": [ada], "dated": "2026-01-31" }));
    assert_eq!(plan["draft"], false, "{plan:#}");
    assert_eq!(plan["subject"][0], "Ada Lovell");
    assert_eq!(plan["reference"], "LP21/C-000001");
    // A month that has no such day ends on its last one.
    assert_eq!(plan["reply_by"], "28 February 2026");
    let said = words(&plan);
    assert!(
        said.contains("ada@example.org") && said.contains("Our client has been a member since March 2015."),
        "{said}"
    );
    assert!(!said.contains("AB 12") && !said.contains("AB123456C"), "her insurance number is in no letter");
    let rests = plan["rests_on"].as_array().unwrap();
    assert!(rests.iter().any(|rest| rest["field"] == "episodes[0]" && rest["number"] == ada));
}

#[test]
fn a_letter_says_that_ada_authorised_the_firm_only_when_she_did() {
    let stage = stage();
    letterhead(&stage);
    let number = stage.add(ada());
    let access = json!({ "code": "access", "numbers": [number], "dated": "2026-01-31" });
    let plan = stage.call("letter.plan", access.clone());
    assert!(words(&plan).contains("authorised us on 1 July 2025"), "{plan:#}");
    stage.edit(number, |ada| {
        let withdrawn = json!({ "kind": "authority-to-act", "given": false, "at": "2025-09-01T09:00:00Z" });
        ada["consents"].as_array_mut().unwrap().push(withdrawn);
    });
    let plan = stage.call("letter.plan", access);
    assert_eq!(plan["draft"], true);
    assert!(plan["gaps"].as_array().unwrap().iter().any(|gap| gap["field"] == "consents"), "{plan:#}");
    assert!(!words(&plan).contains("1 July 2025"));
}

#[test]
fn what_nobody_said_is_a_marked_gap_and_never_made_up() {
    let stage = stage();
    let ben = stage.add(json!({ "identity": { "surname": "Okri" } }));
    let plan = stage.call("letter.plan", json!({ "code": "letter-before-claim", "numbers": [ben] }));
    assert_eq!(plan["draft"], true);
    let gaps: Vec<&str> =
        plan["gaps"].as_array().unwrap().iter().map(|gap| gap["field"].as_str().unwrap()).collect();
    for field in
        ["episodes", "notification.received", "data_held", "consequence.own_words", "funding", "firm"]
    {
        assert!(gaps.contains(&field), "{field} is not among {gaps:?}");
    }
    assert!(words(&plan).contains("[To be completed: "));
}

#[test]
fn a_word_that_a_claimant_did_not_mark_or_marked_not_at_all_is_in_no_letter() {
    let stage = stage();
    letterhead(&stage);
    let (ada, ben) = (stage.add(ada()), stage.add(member("Ben", "Okri", "ben@example.org")));
    let one = stage.call("letter.plan", json!({ "code": "letter-before-claim", "numbers": [ada] }));
    let said = words(&one);
    assert!(said.contains("I could not sleep for a month.") && said.contains("Moderate"), "{said}");
    let both = stage.call("letter.plan", json!({ "code": "letter-before-claim", "numbers": [ben, ada] }));
    for plan in [&one, &both] {
        let marked: Vec<&Value> = plan["rests_on"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|rest| rest["field"].as_str().unwrap().starts_with("consequence.descriptors"))
            .collect();
        assert_eq!(marked.len(), 1, "{marked:?}");
        assert_eq!(marked[0]["field"], "consequence.descriptors[0]");
    }
    assert!(both["subject"][1].as_str().unwrap().starts_with("The 2 claimants"));
}

#[test]
fn the_commissioners_box_is_counted_and_never_cut() {
    let stage = stage();
    letterhead(&stage);
    let mut cara = ada();
    cara["consequence"]["own_words"] = json!("é".repeat(1_900));
    let cara = stage.add(cara);
    let ask = json!({ "code": "regulator-complaint", "numbers": [cara] });
    let plan = stage.call("letter.plan", ask);
    let counted = &plan["counted"];
    assert_eq!(counted["limit"], 2_000);
    let text = counted["text"].as_str().unwrap();
    assert_eq!(counted["characters"], text.chars().count());
    assert_eq!(counted["over"], text.chars().count() - 2_000);
    assert!(text.contains(&"é".repeat(1_900)));
    let gap = |plan: &Value| {
        let gaps = plan["gaps"].as_array().unwrap().clone();
        gaps.into_iter().find(|gap| gap["field"] == "box").map(|gap| gap["what"].as_str().unwrap().to_owned())
    };
    let over = counted["over"].to_string();
    assert!(gap(&plan).unwrap().ends_with(&format!("{over} are too many")), "{plan:#}");
    assert_eq!(plan["draft"], true, "what does not fit is no letter that may go");
    assert!(words(&plan).contains(&format!("holds: {over} too many")), "and the page says so");
    assert!(
        plan["gaps"].as_array().unwrap().iter().any(|gap| gap["field"] == "aftermath.requests"),
        "the party is to be complained to first"
    );
}

#[test]
fn a_letter_before_claim_is_a_draft_while_anybody_in_it_gave_no_authority() {
    let stage = stage();
    letterhead(&stage);
    let (ada, ben) = (stage.add(ada()), stage.add(member("Ben", "Okri", "ben@example.org")));
    let plan = stage.call("letter.plan", json!({ "code": "letter-before-claim", "numbers": [ada, ben] }));
    let without: Vec<&Value> =
        plan["gaps"].as_array().unwrap().iter().filter(|gap| gap["field"] == "consents").collect();
    assert_eq!(without.len(), 2, "{plan:#}");
    assert!(words(&plan).contains("for 1 of the 2 claimants"), "the letter itself says so: {plan:#}");
    assert_eq!((&without[0]["number"], &plan["draft"]), (&json!(ben), &json!(true)));
    assert_eq!(plan["subject"][1], "The 2 claimants who are named in Schedule 1");
}

const LATE: &str = "why the complaint was not made sooner";

#[test]
fn the_commissioner_is_written_to_once_the_party_was_complained_to() {
    let stage = stage();
    letterhead(&stage);
    let mut cara = ada();
    let request = |kind: &str| json!({ "kind": kind, "sent": date("4 November 2021"), "answered": "no" });
    cara["aftermath"]["requests"] = json!([request("access")]);
    let cara = stage.add(cara);
    let missing = || {
        let plan = stage.call("letter.plan", json!({ "code": "regulator-complaint", "numbers": [cara] }));
        // That it was not made sooner is asked about as well, once there is one.
        let none = |gap: &Value| gap["field"] == "aftermath.requests" && gap["what"] != LATE;
        plan["gaps"].as_array().unwrap().iter().any(none)
    };
    assert!(missing(), "an access request is no complaint");
    stage.edit(cara, |cara| cara["aftermath"]["requests"][0]["kind"] = json!("complaint"));
    assert!(!missing());
}

#[test]
fn a_reminder_is_of_a_request_that_nobody_doubts_is_unanswered() {
    let stage = stage();
    letterhead(&stage);
    let mut cara = ada();
    cara["aftermath"]["requests"] = json!([
        { "kind": "access", "sent": date("4 November 2021"), "answered": "no" },
        { "kind": "erasure", "sent": date("31 January 2022"), "answered": "dont-know" },
    ]);
    let cara = stage.add(cara);
    let plan = stage.call("letter.plan", json!({ "code": "reminder", "numbers": [cara] }));
    assert_eq!(plan["subject"][1], "Request for access of 4 November 2021: no answer");
    assert!(plan["enclosures"][0].as_str().unwrap().starts_with("Copy of a request for access"), "{plan:#}");
    assert!(!words(&plan).contains("Don’t know"), "{plan:#}");
}

#[test]
fn what_is_withheld_is_not_in_the_text_for_the_box_either() {
    let stage = stage();
    letterhead(&stage);
    let mut dana = ada();
    dana["consequence"]["own_words"] = json!("My number AB123456C was in it.");
    let dana = stage.add(dana);
    let plan = stage.call("letter.plan", json!({ "code": "regulator-complaint", "numbers": [dana] }));
    let text = plan["counted"]["text"].as_str().unwrap();
    assert!(text.contains("My number") && !text.contains("AB123456C"), "{text}");
    assert_eq!(plan["counted"]["characters"], text.chars().count());
    assert!(words(&plan).contains(&format!("{} of the 2000 characters", text.chars().count())), "{plan:#}");
}

#[test]
fn a_letter_that_went_out_starts_its_clock_and_a_reminder_knows_it() {
    let stage = stage();
    letterhead(&stage);
    let ada = stage.add(ada());
    stage.call(
        "letter.sent",
        json!({ "code": "access", "number": ada, "on": "2026-10-01", "reference": "LP21" }),
    );
    let request = &stage.get(ada)["claimant"]["aftermath"]["requests"][0];
    assert_eq!((&request["kind"], &request["sent_to"]), (&json!("access"), &json!("The Labour Party")));
    let reminder = stage.call("letter.plan", json!({ "code": "reminder", "numbers": [ada] }));
    assert_eq!(reminder["subject"][1], "Request for access of 1 October 2026: no answer");
    assert!(words(&reminder).contains("An answer was due by 1 November 2026."));
    let error = stage.refuse("letter.sent", json!({ "code": "reminder", "number": ada, "on": "2026-11-01" }));
    assert_eq!(error.unwrap_err().code, "letter-without-clock");
    let error = stage.refuse("letter.sent", json!({ "code": "access", "number": ada, "on": "2026-12-01" }));
    assert_eq!(error.unwrap_err().code, "letter-not-sent-yet");
}

#[test]
fn letters_are_written_as_pdf_docx_and_packs_and_drafts_are_named_so() {
    let stage = stage();
    letterhead(&stage);
    let ada = stage.add(ada());
    let out = stage.temp.path().join("letters");
    let make = |code: &str| {
        stage.call(
            "letter.make",
            json!({ "code": code, "numbers": [ada], "out": out, "docx": true, "pack": true }),
        )
    };
    let report = make("access");
    let files: Vec<&str> =
        report["files"].as_array().unwrap().iter().map(|file| file["file"].as_str().unwrap()).collect();
    let stem = "Labour 2021 Access request C-000001";
    assert_eq!(files, [format!("{stem}.pdf"), format!("{stem}.docx"), format!("{stem} pack.pdf")]);
    for file in &files {
        assert!(fs::metadata(out.join(file)).unwrap().len() > 1_000, "{file}");
    }
    let again = make("access");
    assert_eq!(report["files"], again["files"], "equal facts give equal bytes");
    let files = make("regulator-complaint")["files"].clone();
    assert_eq!(files[0]["file"], "Labour 2021 Complaint to the Information Commissioner C-000001 draft.pdf");
}

#[test]
fn a_letter_for_one_is_not_planned_for_two_and_an_unknown_one_names_those_that_there_are() {
    let stage = stage();
    let error = stage.refuse("letter.plan", json!({ "code": "access", "numbers": [1, 2] })).unwrap_err();
    assert_eq!(error.code, "letter-for-one");
    let error = stage.refuse("letter.plan", json!({ "code": "acess", "numbers": [1] })).unwrap_err();
    assert!(error.fix.contains("access, reminder, complaint"), "{}", error.fix);
}

#[test]
fn a_pack_that_says_what_is_enclosed_and_has_it_not_is_a_draft() {
    let stage = stage();
    letterhead(&stage);
    let mut cara = ada();
    cara["aftermath"]["requests"] =
        json!([{ "kind": "complaint", "sent": date("1 October 2026"), "answered": "no" }]);
    let cara = stage.add(cara);
    let out = stage.temp.path().join("letters");
    let report = stage.call(
        "letter.make",
        json!({ "code": "regulator-complaint", "numbers": [cara], "out": out, "pack": true }),
    );
    let stem = "Labour 2021 Complaint to the Information Commissioner C-000001";
    assert_eq!(report["files"][0]["file"], format!("{stem}.pdf"), "{report:#}");
    assert_eq!(report["files"][1]["file"], format!("{stem} draft pack.pdf"));
    assert_eq!(report["gaps"][0]["field"], "enclosures");
    let pack = out.join(format!("{stem} draft pack.pdf"));
    let output = std::process::Command::new("pdftotext").args(["-enc", "UTF-8"]).arg(pack).arg("-").output();
    let text = String::from_utf8_lossy(&output.unwrap().stdout).into_owned();
    assert!(text.contains("Authority given by Ada Lovell") && text.contains("To be put in"), "{text}");
}
