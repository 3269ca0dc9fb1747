//! Letters say of a claimant what that claimant said, in sentences, and what the law gives, and nothing else.

use serde_json::{Value, json};

use crate::letters::{ada, letterhead, words};
use crate::stage::{Stage, stage};

fn plan(stage: &Stage, code: &str, number: u64) -> Value {
    stage.call("letter.plan", json!({ "code": code, "numbers": [number], "dated": "2026-11-23" }))
}

#[test]
fn a_complaint_pleads_only_what_ada_said_happened_to_her() {
    let stage = stage();
    letterhead(&stage);
    let ada = stage.add(ada());
    let told = words(&plan(&stage, "complaint", ada));
    assert!(
        told.contains("Our client received a notice of the incident by email, on 4 November 2021."),
        "{told}"
    );
    assert!(!told.contains("Article 34") && !told.contains("Article 33"), "she was told: {told}");
    assert!(!told.contains("kept longer"), "she is a member still: {told}");
    stage.edit(ada, |ada| {
        ada["notification"] = json!({ "received": "no" });
        ada["episodes"][0]["ongoing"] = json!(false);
        ada["episodes"][0]["end"] = json!("3 June 2019");
        ada["episodes"][0]["ending"] = json!("resigned");
    });
    let left = words(&plan(&stage, "complaint", ada));
    assert!(left.contains("Our client was not told what had happened to the data (Article 34)."), "{left}");
    assert!(left.contains("kept longer than was necessary"), "{left}");
    assert!(left.contains("was a member from March 2015 to 3 June 2019. Our client resigned."), "{left}");
    assert!(!left.contains("i resigned") && !left.contains("I resigned"), "{left}");
}

#[test]
fn a_vague_date_is_told_in_her_words_with_the_days_it_was_taken_for() {
    let stage = stage();
    letterhead(&stage);
    let mut vague = ada();
    vague["episodes"][0]["start"] = json!("mid 2016");
    let ada = stage.add(vague);
    let said = words(&plan(&stage, "access", ada));
    assert!(said.contains("a member since “mid 2016” (1 May to 31 August 2016)."), "{said}");
}

#[test]
fn a_reminder_does_not_say_that_no_answer_came_where_she_does_not_know() {
    let stage = stage();
    letterhead(&stage);
    let mut person = ada();
    let sent =
        |answered: Value| json!([{ "kind": "access", "sent": "4 November 2021", "answered": answered }]);
    person["aftermath"]["requests"] = sent(json!("dont-know"));
    let ada = stage.add(person);
    let unsure = plan(&stage, "reminder", ada);
    let said = words(&unsure);
    assert!(
        said.contains("does not know whether an answer has come") && !said.contains("no answer has come."),
        "{said}"
    );
    stage.edit(ada, |ada| ada["aftermath"]["requests"] = sent(Value::Null));
    let unsaid = plan(&stage, "reminder", ada);
    assert_eq!(unsaid["draft"], true, "whether an answer came is to be asked: {unsaid:#}");
    assert!(words(&unsaid).contains("[To be completed: whether an answer has come]"), "{unsaid:#}");
    stage.edit(ada, |ada| ada["aftermath"]["requests"] = sent(json!("no")));
    let sure = plan(&stage, "reminder", ada);
    assert_eq!(sure["draft"], false, "{:#}", sure["gaps"]);
    assert!(words(&sure).contains("Our client tells us that no answer has come."), "{sure:#}");
}

#[test]
fn a_complaint_is_reminded_of_by_its_acknowledgement_and_not_before_the_day() {
    let stage = stage();
    letterhead(&stage);
    let mut person = ada();
    person["aftermath"]["requests"] =
        json!([{ "kind": "complaint", "sent": "1 October 2026", "answered": "no" }]);
    let ada = stage.add(person);
    let said = words(&plan(&stage, "reminder", ada));
    assert!(said.contains("An acknowledgement was due by 31 October 2026"), "{said}");
    assert!(
        !said.contains("An answer was due by") && !said.contains("a complaint under section 164A"),
        "{said}"
    );
    let early =
        stage.call("letter.plan", json!({ "code": "reminder", "numbers": [ada], "dated": "2026-10-20" }));
    assert_eq!(early["draft"], true);
    assert!(early["gaps"].to_string().contains("ends on 31 October 2026"), "{early:#}");
}

#[test]
fn the_commissioner_is_told_why_the_complaint_comes_late_and_not_before_thirty_days() {
    let stage = stage();
    letterhead(&stage);
    let mut person = ada();
    let sent = |on: &str| json!([{ "kind": "complaint", "sent": on, "answered": "no" }]);
    person["aftermath"]["requests"] = sent("1 October 2026");
    let ada = stage.add(person);
    let whole = plan(&stage, "regulator-complaint", ada);
    assert_eq!(whole["draft"], false, "{:#}", whole["gaps"]);
    stage.edit(ada, |ada| ada["aftermath"]["requests"] = sent("10 November 2026"));
    let early = plan(&stage, "regulator-complaint", ada);
    assert!(early["gaps"].to_string().contains("30 days on 10 December 2026"), "{early:#}");
    stage.edit(ada, |ada| ada["aftermath"]["requests"] = sent("4 July 2026"));
    let late = plan(&stage, "regulator-complaint", ada);
    assert_eq!(late["draft"], true);
    assert!(words(&late).contains("was on 4 July 2026"), "{late:#}");
}

#[test]
fn time_and_money_are_written_out() {
    let stage = stage();
    letterhead(&stage);
    let mut person = ada();
    person["losses"] = json!([{ "head": "moving-house", "amount": "1234.50", "when": "5 January 2022" }]);
    person["time_spent"] = json!([{ "description": "Calls", "minutes": 265 }]);
    let ada = stage.add(person);
    let said = words(&plan(&stage, "letter-before-claim", ada));
    assert!(said.contains("£1,234.50"), "{said}");
    assert!(said.contains("Our client spent 4 hours 25 minutes dealing with what followed."), "{said}");
}
