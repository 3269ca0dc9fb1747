use super::{Refusal, Workflow};
use crate::code::Code;

fn labour() -> Workflow {
    let text = include_str!("../../../../../assets/profiles/labour-2021/workflow.toml");
    Workflow::from_text("workflow.toml", text).unwrap()
}

fn admit(from: &str, to: &str, role: &str, reason: &str) -> Result<(), Refusal> {
    labour().admit(&Code::from(from), &Code::from(to), role, reason)
}

#[test]
fn tomasz_reviews_and_chases_but_only_the_solicitor_approves_and_declines() {
    assert_eq!(admit("intake", "in-review", "paralegal", ""), Ok(()));
    assert_eq!(admit("in-review", "needs-information", "paralegal", " "), Err(Refusal::ReasonMissing));
    assert_eq!(admit("in-review", "needs-information", "paralegal", "no address"), Ok(()));
    assert_eq!(admit("ready", "approved", "paralegal", ""), Err(Refusal::OtherRole));
    assert_eq!(admit("ready", "approved", "coordinator", ""), Err(Refusal::OtherRole));
    assert_eq!(admit("ready", "approved", "authorised-person", ""), Ok(()));
    assert_eq!(admit("intake", "declined", "coordinator", "x"), Err(Refusal::OtherRole));
}

#[test]
fn nothing_is_approved_past_review_and_an_auditor_moves_nothing() {
    assert_eq!(admit("intake", "approved", "authorised-person", "x"), Err(Refusal::NoSuchMove));
    assert_eq!(admit("intake", "gone", "authorised-person", "x"), Err(Refusal::NoSuchState));
    assert_eq!(admit("intake", "in-review", "auditor", "x"), Err(Refusal::OtherRole));
    assert_eq!(labour().moves_from(&Code::from("intake"), "auditor").count(), 0);
    let workflow = labour();
    let from = Code::from("ready");
    let to: Vec<&str> = workflow.moves_from(&from, "paralegal").map(|way| way.to.as_str()).collect();
    assert_eq!(to, ["needs-information", "withdrawn"]);
}

#[test]
fn every_state_can_be_reached_and_left() {
    let workflow = labour();
    for state in &workflow.states {
        let reached = workflow.moves.iter().any(|way| way.to == state.code);
        assert!(reached || workflow.first() == Some(&state.code), "{}", state.code);
        assert!(workflow.moves.iter().any(|way| way.from.contains(&state.code)), "{}", state.code);
    }
}

#[test]
fn every_rule_of_keeping_names_a_state_and_its_source() {
    let rules = labour().retention;
    assert!(rules.iter().any(|rule| rule.state.as_str() == "declined" && rule.months == 12));
    assert!(rules.iter().all(|rule| !rule.citation.is_empty() && !rule.label.is_empty()));
}

#[test]
fn a_mistake_is_named_with_its_line() {
    let text = "[[state]]\ncode = \"intake\"\nlabel = \"Intake\"\n[[move]]\nfrom = [\"intake\"]\nto = \"done\"\n\
                by = [\"judge\"]\n";
    let error = Workflow::from_text("workflow.toml", text).unwrap_err().to_string();
    assert!(error.contains("done") && error.contains("judge"), "{error}");
    assert!(Workflow::from_text("workflow.toml", "").is_err());
}
