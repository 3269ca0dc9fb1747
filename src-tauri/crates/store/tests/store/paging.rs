//! Pages of a matter in which walks are longer than one stride: those who fit lie far apart, in the last corner, or nowhere.

use joinder_domain::classification::NoticeAxis;
use joinder_domain::completeness::Item;
use joinder_domain::id::ClaimantNumber;
use joinder_store::claimant::{Axis, Filter, Query, Sort, how_many, ids, insert, page};
use joinder_store::classification::put_many;
use joinder_store::{Matter, Op};
use serde_json::json;

use crate::classification::answer;
use crate::stage::*;

const PEOPLE: u32 = 2_600;

/// People of whom one in seven is not classified, some share names, some gave no day of birth, and the last few are alone in
/// what they are.
fn crowd() -> Stage {
    let stage = stage();
    let write = stage.matter.write(Op("claimant.add"), &stage.matter.actor(), now(), |tx| {
        for n in 0..PEOPLE {
            let mut person =
                named(["Ada", "Siân", "Li"][n as usize % 3], &format!("Name{:03}", n * 37 % 900));
            person.identity.date_of_birth =
                (n % 5 != 0).then(|| format!("19{:02}-0{}-11", 40 + n % 60, 1 + n % 9).parse().unwrap());
            if n % 11 == 0 {
                person.contact.mobile = "07700 900123".to_owned();
            }
            insert(tx, claimant_id(n.into()), &person)?;
        }
        Ok::<_, joinder_store::Error>(())
    });
    write.unwrap();
    let answers: Vec<_> = (1..=PEOPLE)
        .filter(|number| number % 7 != 0)
        .map(|number| {
            let status: &[&str] = match number {
                2_590.. => &["EXPELLED"],
                _ if number % 2 == 0 => &["MEMBER"],
                _ => &["MEMBER", "FORMER"],
            };
            let notice = if number % 3 == 0 { NoticeAxis::Proven } else { NoticeAxis::Claimed };
            (ClaimantNumber(number), answer(status, notice, if number % 400 == 0 { &["AGE"] } else { &[] }))
        })
        .collect();
    let answers: Vec<_> = answers.iter().map(|(number, answer)| (*number, answer)).collect();
    let write = stage.matter.write(Op("classification.run"), &stage.matter.actor(), later(1), |tx| {
        put_many(tx, &answers, json!({}))
    });
    write.unwrap();
    stage
}

fn conditions() -> Vec<Vec<Filter>> {
    let axis = |axis, codes: &[&str]| Filter::Axis(axis, codes.iter().map(|code| (*code).into()).collect());
    vec![
        vec![],
        vec![axis(Axis::Status, &["MEMBER"])],
        vec![axis(Axis::Status, &["EXPELLED"])],
        vec![axis(Axis::Status, &["EXPELLED", ""])],
        vec![axis(Axis::Flag, &["AGE"]), axis(Axis::Notice, &["PROVEN"])],
        // No answer has both, though many have each.
        vec![axis(Axis::Status, &["FORMER"]), axis(Axis::Outcome, &["ACCEPT"])],
        vec![axis(Axis::Status, &[""]), axis(Axis::Outcome, &["", "ACCEPT"])],
        vec![Filter::Missing(vec![Item::DateOfBirth])],
        vec![Filter::Missing(vec![Item::DateOfBirth]), axis(Axis::Status, &["EXPELLED", "FORMER"])],
        vec![Filter::Nation(vec!["wales".to_owned()])],
        vec![Filter::Born(Some("1999-09-01".parse().unwrap()), None)],
    ]
}

fn all_pages(matter: &Matter, query: &Query, limit: usize) -> Vec<ClaimantNumber> {
    let mut walked = Vec::new();
    loop {
        let next = matter.read(|reader| page(reader, query, walked.last().copied(), limit)).unwrap();
        if next.is_empty() {
            return walked;
        }
        walked.extend(next);
    }
}

#[test]
fn pages_hold_whom_the_whole_list_holds_in_its_order() {
    let stage = crowd();
    let texts = ["", "ada", "l", "n", "name12 l", "", "37"];
    let mut texts = texts.iter().cycle();
    for sort in [
        Sort::Name,
        Sort::Number,
        Sort::Updated,
        Sort::DateOfBirth,
        Sort::Status,
        Sort::Notice,
        Sort::Outcome,
    ] {
        for (at, filters) in conditions().into_iter().enumerate() {
            let text = (*texts.next().unwrap()).to_owned();
            let query = Query { sort, descending: at % 2 == 1, filters, text };
            let all = stage.matter.read(|reader| ids(reader, &query)).unwrap();
            let count = stage.matter.read(|reader| how_many(reader, &query)).unwrap();
            assert_eq!(count, all.len() as u64, "{query:?}");
            assert_eq!(all_pages(&stage.matter, &query, 400), all, "{query:?}");
        }
    }
}

#[test]
fn conditions_that_no_answer_fits_find_nobody() {
    let stage = crowd();
    let both = vec![
        Filter::Axis(Axis::Status, vec!["FORMER".into()]),
        Filter::Axis(Axis::Outcome, vec!["ACCEPT".into()]),
    ];
    for sort in [Sort::Name, Sort::Status] {
        let query = Query { sort, filters: both.clone(), ..Query::default() };
        assert_eq!(all_pages(&stage.matter, &query, 50), []);
    }
    let each = |filter: &Filter| Query { filters: vec![filter.clone()], ..Query::default() };
    for filter in &both {
        assert!(stage.matter.read(|reader| how_many(reader, &each(filter))).unwrap() > 1_000);
    }
}
