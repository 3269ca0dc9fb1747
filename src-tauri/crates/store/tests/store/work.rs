//! Who works on which file, and how far it has come.

use std::ops::ControlFlow;

use joinder_domain::audit::Verdict;
use joinder_domain::completeness::Item;
use joinder_domain::id::ClaimantNumber;
use joinder_store::claimant::{Filter, Query, Sort, history, ids, missing_counts, page, rows};
use joinder_store::work::{self, Work};
use joinder_store::{Error, Matter, Op, audit, saved_view};
use serde_json::json;

use crate::stage::*;

fn put(matter: &Matter, number: u32, minutes: i64, work: &Work) -> joinder_store::Result<bool> {
    let put = matter.write(Op("work.apply"), &matter.actor(), later(minutes), |tx| {
        work::put(tx, ClaimantNumber(number), work)
    })?;
    Ok(put.output)
}

fn found(matter: &Matter, filter: Filter) -> Vec<u32> {
    let query = Query { filters: vec![filter], sort: Sort::Number, ..Query::default() };
    let all = matter.read(|reader| ids(reader, &query)).unwrap();
    let paged = matter.read(|reader| page(reader, &query, None, 100)).unwrap();
    assert_eq!(all, paged, "a page finds whom the list finds");
    all.into_iter().map(|number| number.0).collect()
}

fn in_review() -> Work {
    Work {
        state: "in-review".into(),
        assignee: Some(imogen().id),
        tags: ["call back".to_owned(), "Leeds".to_owned()].into(),
        ..Work::default()
    }
}

fn party() -> Stage {
    let stage = stage();
    for (n, claimant) in [sian(), olena(), named("Bo", "Leeds")].iter().enumerate() {
        add(&stage.matter, n as u128, claimant);
    }
    stage
}

#[test]
fn imogen_takes_a_file_and_finds_it_by_state_person_and_tag() {
    let stage = party();
    let matter = &stage.matter;
    assert!(put(matter, 2, 1, &in_review()).unwrap());
    assert!(!put(matter, 2, 2, &in_review()).unwrap(), "the same again changes nothing");
    assert_eq!(found(matter, Filter::State(vec!["in-review".into()])), [2]);
    assert_eq!(found(matter, Filter::State(vec!["".into()])), [1, 3]);
    assert_eq!(found(matter, Filter::State(vec!["".into(), "in-review".into()])), [1, 2, 3]);
    assert_eq!(found(matter, Filter::Assignee(vec![Some(imogen().id)])), [2]);
    assert_eq!(found(matter, Filter::Assignee(vec![None])), [1, 3]);
    assert_eq!(found(matter, Filter::Tag(vec!["Leeds".to_owned(), "York".to_owned()])), [2]);
    assert_eq!(found(matter, Filter::State(vec![])), [0_u32; 0], "any of nothing is nobody");
    let counts = matter.read(work::state_counts).unwrap();
    assert_eq!(counts, [("".into(), 2), ("in-review".into(), 1)]);
    let row = matter.read(|reader| rows(reader, &[ClaimantNumber(2)])).unwrap().remove(0);
    assert_eq!((row.work.since, row.work.tags.len()), (Some(later(1)), 2));
}

#[test]
fn what_was_done_stands_in_the_history_and_the_audit_notices_another_hand() {
    let stage = party();
    put(&stage.matter, 1, 1, &in_review()).unwrap();
    put(
        &stage.matter,
        1,
        2,
        &Work { reason: "no address".to_owned(), state: "needs-information".into(), ..in_review() },
    )
    .unwrap();
    let history = stage.matter.read(|reader| history(reader, ClaimantNumber(1))).unwrap();
    let state = &history[0].fields["state"];
    assert_eq!((&state.0, &state.1), (&json!("in-review"), &json!("needs-information")));
    let verify = || audit::verify(&stage.matter, &mut |_, _| ControlFlow::Continue(())).unwrap().unwrap();
    assert!(matches!(verify(), Verdict::Intact { .. }));
    stage.matter.edit_behind_the_back("UPDATE work SET state = 'approved'").unwrap();
    assert!(matches!(verify(), Verdict::Tampered { .. }));
}

#[test]
fn nobody_is_not_a_file() {
    let stage = party();
    assert_eq!(put(&stage.matter, 99, 1, &in_review()), Err(Error::NoSuchClaimant));
}

#[test]
fn missing_items_are_found_and_counted_and_follow_the_record() {
    let stage = party();
    assert_eq!(found(&stage.matter, Filter::Missing(vec![Item::Address])), [2, 3]);
    assert_eq!(found(&stage.matter, Filter::Missing(vec![Item::Name])), [0_u32; 0]);
    let counts = stage.matter.read(missing_counts).unwrap();
    assert!(counts.contains(&(Item::Address, 2)) && counts.contains(&(Item::Consent, 3)));
    let mut olena = olena();
    olena.contact.addresses = sian().contact.addresses;
    stage
        .matter
        .write(Op("claimant.edit"), &stage.matter.actor(), later(1), |tx| {
            joinder_store::claimant::update(tx, ClaimantNumber(2), 1, &olena)
        })
        .unwrap();
    assert_eq!(found(&stage.matter, Filter::Missing(vec![Item::Address])), [3]);
}

#[test]
fn pages_follow_one_another_without_gap_or_repeat() {
    let stage = stage();
    for n in 0..23_u32 {
        // Many share a name: only the number tells them apart.
        add(&stage.matter, n.into(), &named("Ada", if n % 3 == 0 { "Testwick" } else { "Examplar" }));
    }
    for number in [3, 9, 12] {
        put(&stage.matter, number, 1, &in_review()).unwrap();
    }
    for sort in [Sort::Name, Sort::Number, Sort::Updated, Sort::DateOfBirth, Sort::Outcome] {
        for descending in [false, true] {
            for filters in
                [vec![], vec![Filter::Assignee(vec![None])], vec![Filter::Tag(vec!["Leeds".into()])]]
            {
                let query = Query { sort, descending, filters, ..Query::default() };
                let all = stage.matter.read(|reader| ids(reader, &query)).unwrap();
                let mut walked = Vec::new();
                loop {
                    let next =
                        stage.matter.read(|reader| page(reader, &query, walked.last().copied(), 4)).unwrap();
                    if next.is_empty() {
                        break;
                    }
                    walked.extend(next);
                }
                assert_eq!(walked, all, "{query:?}");
            }
        }
    }
}

#[test]
fn a_view_is_kept_for_one_person_under_one_name() {
    let stage = party();
    let keep = |name: &str, n: u32| {
        stage
            .matter
            .write(Op("view.save"), &stage.matter.actor(), later(1), |tx| {
                saved_view::put(tx, name, &json!({ "n": n }))
            })
            .unwrap()
            .output
    };
    let first = keep("To chase", 1);
    assert_eq!(keep("To chase", 2), first);
    let mine = stage.matter.read(|reader| saved_view::list(reader, imogen().id)).unwrap();
    assert_eq!((mine.len(), &mine[0].view), (1, &json!({ "n": 2 })));
    assert_eq!(stage.matter.read(|reader| saved_view::list(reader, tomasz().id)).unwrap(), []);
    let gone = stage
        .matter
        .write(Op("view.remove"), &stage.matter.actor(), later(2), |tx| saved_view::remove(tx, first))
        .unwrap();
    assert!(gone.output);
}
