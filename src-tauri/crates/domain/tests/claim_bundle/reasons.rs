//! The classification with its reasons.

use std::collections::BTreeSet;

use jiff::civil::date;
use joinder_domain::bundle::claim::ExhibitKind;
use joinder_domain::classification::{Later, OutcomeReason, PossibleStatus, Settle, StatusAnswer, Until};
use joinder_domain::code::Code;
use joinder_domain::finding::{FactRef, Finding, Severity};
use joinder_domain::id::EvidenceId;
use uuid::Uuid;

use crate::matter::{bundle, classification, item, named, rule, settled};
use crate::reader::{all_words, answer, blocks, document};

/// Cleo left "autumn 2021": perhaps before the incident, perhaps after.
fn open() -> StatusAnswer {
    let because = |status: &str, text: &str| PossibleStatus {
        status: status.into(),
        rule: rule("status-1"),
        text: text.to_owned(),
        facts: vec![FactRef::new("episodes[0].end", "autumn 2021")],
    };
    StatusAnswer {
        possible: BTreeSet::from([Code::from("MEMBER"), Code::from("FORMER_RESIGNED")]),
        settled: false,
        secondary: BTreeSet::new(),
        because: vec![
            because("FORMER_RESIGNED", "The resignation may lie before the incident."),
            because("MEMBER", "The resignation may lie after the incident."),
        ],
    }
}

#[test]
fn an_open_answer_shows_what_is_possible_why_and_what_would_settle_it() {
    let mut found = classification(open());
    found.settle =
        vec![Settle { text: "your resignation email".to_owned(), field: "episodes[0].end".to_owned() }];
    let plan = bundle(&named("Cleo", "Autumn"), &found, &[]);
    let reasons = document(&plan, "Classification");
    assert_eq!(
        answer(reasons, "Status on 29 October 2021"),
        "Not settled. Possible: Former member (resigned); Member"
    );
    let words = all_words(blocks(reasons));
    assert!(words.contains(
        "Member | The resignation may lie after the incident. | Relationship 1, ended: autumn 2021 | "
    ));
    assert!(words.contains("What would settle what is open\n- The claimant’s resignation email"));
}

#[test]
fn a_finding_names_its_rule_its_facts_and_its_exhibit() {
    let proof = item(1, 1, ExhibitKind::Pdf);
    let mut found = classification(settled("FORMER_RESIGNED"));
    found.findings = vec![Finding {
        code: "DATE_PARTIAL".into(),
        severity: Severity::Note,
        text: "The end is known only in part.".to_owned(),
        rule: rule("flag-1"),
        facts: vec![FactRef::new("episodes[0].end", "mid 2020")],
        evidence: vec![proof.evidence, EvidenceId(Uuid::from_u128(99))],
    }];
    let plan = bundle(&named("Jo", "Smith"), &found, &[proof]);
    let words = all_words(blocks(document(&plan, "Classification")));
    assert!(words.contains(
        "A date is known only in part\nThe end is known only in part.\nHow much it matters | Worth a look\n\
         Rests on the facts | Relationship 1, ended: mid 2020\n\
         Rests on the evidence | JXS1, evidence that is not in this bundle\n\
         Rule | flag-1 of example-rules, version 3. Source: Example v Example [2025] EWCA Civ 1"
    ));
}

#[test]
fn every_axis_stands_in_the_labels_of_the_matter() {
    let mut found = classification(settled("MEMBER"));
    found.review = true;
    found.later = vec![Later {
        until: Until::Notice,
        on: date(2021, 11, 3),
        possible: BTreeSet::from([Code::from("FORMER_RESIGNED")]),
        certain: true,
        text: "resigned on 1 November 2021".to_owned(),
    }];
    let plan = bundle(&named("Jo", "Smith"), &found, &[]);
    let reasons = document(&plan, "Classification");
    assert_eq!(answer(reasons, "Status on 29 October 2021"), "Member");
    assert_eq!(answer(reasons, "Notice"), "Proved");
    assert_eq!(answer(reasons, "Group"), "Confirmed by notice");
    assert_eq!(answer(reasons, "Suggested outcome"), "Accept. A person should look at it all the same.");
    assert_eq!(
        answer(reasons, "Between the incident and the notice"),
        "Changed: resigned on 1 November 2021"
    );
    assert!(all_words(blocks(reasons)).contains("It is a suggestion."));
    assert!(all_words(blocks(reasons)).contains("a person decides"));
}

#[test]
fn why_the_notice_and_the_outcome_stand_where_they_do_is_said_with_the_rule() {
    let mut found = classification(settled("MEMBER"));
    found.notice_reasons =
        vec![OutcomeReason { rule: rule("NO-1"), text: "A mail of tier 5 is held.".to_owned() }];
    let plan = bundle(&named("Jo", "Smith"), &found, &[]);
    let words = all_words(blocks(document(&plan, "Classification")));
    assert!(words.contains("- A mail of tier 5 is held. (Rule NO-1 of example-rules, version 3. Source: "));
    assert!(words.contains("- The notice is proved. (Rule outcome-1 of example-rules, version 3. Source: "));
}

#[test]
fn a_fact_that_is_a_code_is_printed_by_its_label() {
    let mut found = classification(settled("MEMBER"));
    found.status.because = vec![PossibleStatus {
        status: "MEMBER".into(),
        rule: rule("status-1"),
        text: "The membership covers the day.".to_owned(),
        facts: vec![
            FactRef::new("episodes[1].kind", "member"),
            FactRef::new("episodes[1].ending", "a-code-that-nobody-knows"),
            FactRef::new("some.field", "yes"),
        ],
    }];
    let words = all_words(blocks(document(&bundle(&named("Jo", "Smith"), &found, &[]), "Classification")));
    assert!(words.contains(
        "Relationship 2, what it was: Full member\nRelationship 2, how it ended: a-code-that-nobody-knows\n\
         some.field: yes"
    ));
}

#[test]
fn it_says_that_it_is_a_working_paper_of_one_side() {
    let plan = bundle(&named("Jo", "Smith"), &classification(settled("MEMBER")), &[]);
    assert!(all_words(blocks(document(&plan, "Classification"))).contains("may be privileged"));
}
