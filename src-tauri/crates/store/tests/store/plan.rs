//! Every query that runs at each key press uses an index: a scan of the records would be felt at 620,000.

use joinder_domain::completeness::Item;
use joinder_domain::id::{ClaimantNumber, PersonId};
use joinder_store::claimant::{Axis, Filter, Query, Sort, page_plan, plan};
use uuid::Uuid;

use crate::stage::*;

fn steps(query: &Query) -> Vec<String> {
    stage().matter.read(|reader| plan(reader, query)).unwrap()
}

fn axis(axis: Axis, code: &str) -> Filter {
    Filter::Axis(axis, vec![code.into()])
}

/// Every kind of condition that many claimants can fit.
fn conditions() -> Vec<Filter> {
    vec![
        axis(Axis::Status, "MEMBER"),
        Filter::Axis(Axis::Outcome, vec!["ACCEPT".into(), "".into()]),
        Filter::State(vec!["".into()]),
        Filter::State(vec!["in-review".into(), "ready".into()]),
        Filter::Assignee(vec![None]),
        Filter::Assignee(vec![Some(PersonId(Uuid::from_u128(1)))]),
        Filter::Tag(vec!["call back".to_owned()]),
        Filter::Missing(vec![Item::Address]),
        Filter::Nation(vec!["wales".to_owned()]),
        Filter::Updated(Some(now()), None),
        Filter::Evidence(true),
    ]
}

#[test]
fn a_page_is_walked_in_the_order_of_the_list_and_never_sorted() {
    let stage = stage();
    add(&stage.matter, 1, &sian());
    for sort in [Sort::Name, Sort::Number, Sort::Updated] {
        for descending in [false, true] {
            for after in [None, Some(ClaimantNumber(1))] {
                for filter in conditions() {
                    let query = Query { sort, descending, filters: vec![filter], ..Query::default() };
                    let steps = stage.matter.read(|reader| page_plan(reader, &query, after)).unwrap();
                    let outer: Vec<_> =
                        steps.iter().filter(|step| step.ends_with(" c") || step.contains(" c ")).collect();
                    assert!(!steps.iter().any(|step| step.contains("ORDER BY")), "{query:?}: {steps:?}");
                    assert_eq!(outer.len(), 1, "{query:?}: {steps:?}");
                }
            }
        }
    }
}

fn sorted_by_index(sort: Sort, descending: bool) {
    let steps = steps(&Query { sort, descending, ..Query::default() });
    assert!(!steps.iter().any(|step| step.contains("TEMP B-TREE")), "{sort:?}: {steps:?}");
}

#[test]
fn the_usual_orders_need_no_sorting() {
    for descending in [false, true] {
        for sort in [Sort::Name, Sort::Number, Sort::Updated] {
            sorted_by_index(sort, descending);
        }
    }
}

#[test]
fn no_list_reads_the_records() {
    for sort in [
        Sort::Name,
        Sort::Number,
        Sort::DateOfBirth,
        Sort::Status,
        Sort::Notice,
        Sort::Outcome,
        Sort::Updated,
    ] {
        for (text, filters) in [
            ("", vec![]),
            ("sian", vec![]),
            ("42", vec![axis(Axis::Status, "MEMBER"), axis(Axis::Flag, "AGE")]),
            ("sian", vec![axis(Axis::Outcome, "ACCEPT")]),
        ] {
            let steps = steps(&Query { text: text.to_owned(), filters, sort, ..Query::default() });
            let reads_documents =
                steps.iter().any(|step| step.contains("claimant_record") || step.contains("_document"));
            assert!(!reads_documents, "{sort:?} {text}: {steps:?}");
        }
    }
}

#[test]
fn whoever_has_an_answer_is_looked_up_by_it() {
    let query =
        Query { filters: vec![axis(Axis::Flag, "AGE"), axis(Axis::Status, "MEMBER")], ..Query::default() };
    let steps = steps(&query);
    let looked_up =
        steps.iter().filter(|step| step.contains("classification_by_pattern (pattern=?)")).count();
    assert_eq!(looked_up, 1, "both conditions at once: {steps:?}");
}
