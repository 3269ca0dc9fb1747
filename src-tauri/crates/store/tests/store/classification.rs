use std::collections::BTreeSet;

use joinder_domain::classification::{
    Classification, Cohort, NoticeAxis, Outcome, RuleSetRef, StatusAnswer, Tag,
};
use joinder_domain::finding::RuleRef;
use joinder_domain::id::ClaimantNumber;
use joinder_store::claimant::{Axis, Query, Sort, counts, ids, rows};
use joinder_store::classification::{self, get, put_many};
use joinder_store::{Matter, Op, audit};
use serde_json::json;

use crate::stage::*;

fn answer(status: &[&str], notice: NoticeAxis, flags: &[&str]) -> Classification {
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
    let filters = filters.iter().map(|(axis, code)| (*axis, (*code).into())).collect();
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
