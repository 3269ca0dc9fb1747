//! Every query that runs at each key press uses an index: a scan of the records would be felt at 620,000.

use joinder_store::claimant::{Axis, Query, Sort, plan};

use crate::stage::*;

fn steps(query: &Query) -> Vec<String> {
    stage().matter.read(|reader| plan(reader, query)).unwrap()
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
            ("42", vec![(Axis::Status, "MEMBER".into()), (Axis::Flag, "AGE".into())]),
            ("sian", vec![(Axis::Outcome, "ACCEPT".into())]),
        ] {
            let steps = steps(&Query { text: text.to_owned(), filters, sort, ..Query::default() });
            let reads_documents =
                steps.iter().any(|step| step.contains("claimant_record") || step.contains("_document"));
            assert!(!reads_documents, "{sort:?} {text}: {steps:?}");
        }
    }
}

#[test]
fn a_filter_is_looked_up_by_its_code() {
    let query = Query { filters: vec![(Axis::Flag, "AGE".into())], ..Query::default() };
    let steps = steps(&query);
    let by_key = steps.iter().any(|step| step.contains("SEARCH x USING") && step.contains("axis_code=?"));
    assert!(by_key, "{steps:?}");
}
