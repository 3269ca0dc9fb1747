use std::collections::BTreeSet;

use joinder_domain::classification::{
    Classification, Cohort, Later, NoticeAxis, Outcome, OutcomeReason, PossibleStatus, RuleSetRef, Settle,
    StatusAnswer, Tag, Until,
};
use joinder_domain::finding::{FactRef, Finding, RuleRef, Severity};
use joinder_domain::id::ClaimantNumber;
use joinder_store::claimant::{Axis, Filter, Query, Sort, counts, ids, rows};
use joinder_store::classification::{self, get, put_many};
use joinder_store::{Matter, Op, audit};
use serde_json::json;

use crate::stage::*;

pub fn answer(status: &[&str], notice: NoticeAxis, flags: &[&str]) -> Classification {
    let possible: BTreeSet<_> = status.iter().map(|code| (*code).into()).collect();
    let settled = possible.len() == 1;
    Classification {
        rule_set: RuleSetRef { id: "labour-2021-rules".into(), version: 1, sha256: "00".to_owned() },
        incident_date: "2021-10-29".parse().unwrap(),
        as_of: "2026-11-23".parse().unwrap(),
        status: StatusAnswer { possible, settled, ..StatusAnswer::default() },
        status_now: StatusAnswer::default(),
        later: vec![],
        notice,
        tier: if notice == NoticeAxis::Proven { 5 } else { 1 },
        cohort: if notice == NoticeAxis::Proven { Cohort::Confirmed } else { Cohort::Unconfirmed },
        outcome: if settled { Outcome::Accept } else { Outcome::HoldInfo },
        review: false,
        notice_reasons: vec![],
        outcome_reasons: vec![],
        flags: flags.iter().map(|code| (*code).into()).collect(),
        tags: vec![Tag { code: "RET".into(), rule: RuleRef::default() }],
        findings: vec![],
        settle: vec![],
    }
}

fn run(matter: &Matter, results: &[(u32, Classification)]) -> classification::Outcome {
    let results: Vec<_> = results.iter().map(|(number, result)| (ClaimantNumber(*number), result)).collect();
    matter
        .write(Op("classification.run"), &matter.actor(), later(9), |tx| {
            put_many(tx, &results, json!({ "rules": 1 }))
        })
        .unwrap()
        .output
}

fn filtered(matter: &Matter, filters: &[(Axis, &str)]) -> Vec<u32> {
    let filters = filters.iter().map(|(axis, code)| Filter::Axis(*axis, vec![(*code).into()])).collect();
    let query = Query { filters, ..Query::default() };
    matter.read(|reader| ids(reader, &query)).unwrap().into_iter().map(|number| number.0).collect()
}

fn count(matter: &Matter, axis: Axis) -> Vec<(String, u64)> {
    let counts = matter.read(|reader| counts(reader, axis)).unwrap();
    counts.into_iter().map(|count| (count.code.0, count.count)).collect()
}

#[test]
fn a_run_can_be_filtered_counted_and_sorted_by() {
    let stage = stage();
    for (n, name) in ["Adeyemi", "Baker", "Chowdhury", "Davies"].iter().enumerate() {
        add(&stage.matter, n as u128, &named("Sam", name));
    }
    let outcome = run(
        &stage.matter,
        &[
            (1, answer(&["MEMBER"], NoticeAxis::Claimed, &["DATE_PARTIAL"])),
            (2, answer(&["MEMBER", "FORMER"], NoticeAxis::Proven, &["DATE_PARTIAL", "AGE"])),
            (3, answer(&["FORMER"], NoticeAxis::Proven, &[])),
        ],
    );
    assert_eq!(outcome, classification::Outcome { changed: 3, unchanged: 0 });
    let matter = &stage.matter;
    assert_eq!(filtered(matter, &[(Axis::Status, "MEMBER")]), [1, 2]);
    assert_eq!(filtered(matter, &[(Axis::Status, "MEMBER"), (Axis::Cohort, "CONFIRMED")]), [2]);
    assert_eq!(filtered(matter, &[(Axis::Flag, "DATE_PARTIAL")]), [1, 2]);
    assert_eq!(filtered(matter, &[(Axis::Tag, "RET"), (Axis::Outcome, "ACCEPT")]), [1, 3]);
    assert_eq!(filtered(matter, &[(Axis::Status, "")]), [4]);
    assert_eq!(filtered(matter, &[(Axis::Status, "NO_SUCH")]), [0_u32; 0]);
    let pairs = |pairs: &[(&str, u64)]| pairs.iter().map(|(c, n)| ((*c).to_owned(), *n)).collect::<Vec<_>>();
    assert_eq!(count(matter, Axis::Status), pairs(&[("", 1), ("FORMER", 2), ("MEMBER", 2)]));
    assert_eq!(count(matter, Axis::Notice), pairs(&[("", 1), ("CLAIMED", 1), ("PROVEN", 2)]));

    let query = Query { sort: Sort::Notice, ..Query::default() };
    let best_first = matter.read(|reader| ids(reader, &query)).unwrap();
    assert_eq!(best_first, [2, 3, 1, 4].map(ClaimantNumber));
    let summary =
        matter.read(|reader| rows(reader, &[ClaimantNumber(2)])).unwrap()[0].classification.clone().unwrap();
    assert_eq!(summary.status, ["FORMER".into(), "MEMBER".into()]);
    assert_eq!((summary.settled, summary.flags, summary.tier), (false, 2, 5));
    assert_eq!(summary.outcome, "HOLD_INFO");
}

#[test]
fn a_later_run_replaces_what_differs_and_leaves_the_rest() {
    let stage = stage();
    add(&stage.matter, 1, &sian());
    add(&stage.matter, 2, &olena());
    let (first, second) =
        (answer(&["MEMBER"], NoticeAxis::Claimed, &["AGE"]), answer(&["FORMER"], NoticeAxis::Proven, &[]));
    run(&stage.matter, &[(1, first.clone()), (2, first.clone())]);
    let outcome = run(&stage.matter, &[(1, second.clone()), (2, first.clone())]);
    assert_eq!(outcome, classification::Outcome { changed: 1, unchanged: 1 });
    assert_eq!(filtered(&stage.matter, &[(Axis::Status, "MEMBER")]), [2]);
    assert_eq!(filtered(&stage.matter, &[(Axis::Flag, "AGE")]), [2]);
    assert_eq!(stage.matter.read(|reader| get(reader, ClaimantNumber(1))).unwrap(), Some(second));
    assert_eq!(stage.matter.read(|reader| get(reader, ClaimantNumber(3))).unwrap(), None);
    let last = stage.matter.read(|reader| audit::list(reader, None, 1)).unwrap();
    assert_eq!(
        (last[0].entry.op.as_str(), &last[0].entry.detail),
        ("classification.run", &json!({ "rules": 1 }))
    );
}

fn rule(rule: &str) -> RuleRef {
    let citation = "Prismall [2024] EWCA Civ 1516".to_owned();
    RuleRef { rule_set: "labour-2021-rules".into(), version: 1, rule: rule.into(), citation }
}

/// Ołena resigned "in the autumn" of 2021: an answer with everything that an answer can hold.
fn olenas(words: &str) -> Classification {
    let left = vec![FactRef::new("episodes[0].kind", "member"), FactRef::new("episodes[0].end", words)];
    let because = |status: &str, by: &str| PossibleStatus {
        status: status.into(),
        rule: rule(by),
        text: "She had resigned.".to_owned(),
        facts: left.clone(),
    };
    let finding = |code: &str, evidence: Vec<u128>| Finding {
        code: code.into(),
        severity: Severity::Warning,
        text: "The date could be earlier or later.".to_owned(),
        rule: RuleRef { rule_set: "of-another-set".into(), ..rule(code) },
        facts: if evidence.is_empty() { vec![] } else { left.clone() },
        evidence: evidence.into_iter().map(evidence_id).collect(),
    };
    let later = |until, on: &str| Later {
        until,
        on: on.parse().unwrap(),
        possible: ["FORMER".into()].into(),
        certain: true,
        text: format!("On {on} the status was former."),
    };
    let mut answer = answer(&["MEMBER", "FORMER"], NoticeAxis::Claimed, &["DATE_PARTIAL"]);
    answer.status.because = vec![because("FORMER", "resigned"), because("MEMBER", "paying")];
    answer.status_now.because = vec![because("FORMER", "resigned")];
    answer.later = vec![later(Until::Notice, "2021-11-03"), later(Until::Today, "2026-11-23")];
    answer.notice_reasons = vec![OutcomeReason { rule: rule("says-so"), text: "She says so.".to_owned() }];
    answer.outcome_reasons =
        vec![OutcomeReason { rule: RuleRef::default(), text: "More is needed.".to_owned() }];
    answer.findings =
        vec![finding("DATE_PARTIAL", vec![2, 1]), finding("AGE", vec![]), finding("X", vec![2, 1])];
    answer.settle =
        vec![Settle { text: "your resignation email".to_owned(), field: "episodes.end".to_owned() }];
    answer
}

#[test]
fn an_answer_is_read_as_it_was_given() {
    let stage = stage();
    add(&stage.matter, 1, &olena());
    add(&stage.matter, 2, &sian());
    let (hers, hostile) = (olenas("in the autumn"), olenas("\u{1}\"], [\\ "));
    run(&stage.matter, &[(1, hers.clone()), (2, hostile.clone())]);
    let read = |number| stage.matter.read(|reader| get(reader, ClaimantNumber(number))).unwrap();
    assert_eq!(read(1), Some(hers));
    assert_eq!(read(2), Some(hostile));
}

#[test]
fn the_same_answer_on_another_day_is_not_another_answer() {
    let stage = stage();
    add(&stage.matter, 1, &olena());
    let first = olenas("in the autumn");
    run(&stage.matter, &[(1, first.clone())]);
    let mut tomorrow = first.clone();
    tomorrow.as_of = "2026-11-24".parse().unwrap();
    tomorrow.later[1].on = tomorrow.as_of;
    tomorrow.later[1].text = "On 2026-11-24 the status was former.".to_owned();
    assert_eq!(run(&stage.matter, &[(1, tomorrow)]), classification::Outcome { changed: 0, unchanged: 1 });
    assert_eq!(stage.matter.read(|reader| get(reader, ClaimantNumber(1))).unwrap(), Some(first));
    let moved = olenas("on 1 December");
    assert_eq!(run(&stage.matter, &[(1, moved)]), classification::Outcome { changed: 1, unchanged: 0 });
}
