use joinder_domain::id::ClaimantNumber;
use joinder_store::claimant::{Query, Sort, ids, page, rows, update};
use joinder_store::{Matter, Op};

use crate::stage::*;

fn search(matter: &Matter, text: &str) -> Vec<u32> {
    found(matter, &Query { text: text.to_owned(), ..Query::default() })
}

fn found(matter: &Matter, query: &Query) -> Vec<u32> {
    matter.read(|reader| ids(reader, query)).unwrap().into_iter().map(|number| number.0).collect()
}

fn party() -> Stage {
    let stage = stage();
    let mut lee = named("Ánna", "Lee");
    lee.identity.date_of_birth = Some("1990-01-31".parse().unwrap());
    for (n, claimant) in
        [sian(), olena(), lee, named("Bo", "Leeds"), named("किरण", "शर्मा")].iter().enumerate()
    {
        add(&stage.matter, n as u128, claimant);
    }
    stage
}

#[test]
fn sian_is_found_by_whatever_a_caller_says() {
    let stage = party();
    for said in [
        "sian",
        "SIÂN o'c",
        "oconnor",
        "connor",
        "rees",
        "siân rees",
        "sian.oconnor@example.org",
        "mair sian.oc",
        "CF10 9ZZ",
        "cf109zz",
        "cf10",
        "A 123 456",
        "a123456",
        "row-17",
        "C-000001",
        "c1",
        "1",
        " Mair ",
    ] {
        assert_eq!(search(&stage.matter, said), [1], "{said}");
    }
    assert_eq!(search(&stage.matter, "olena kow"), [2]);
    assert_eq!(search(&stage.matter, "शर्"), [5]);
    assert_eq!(search(&stage.matter, "lee"), [3, 4]);
    assert_eq!(search(&stage.matter, "sian leeds"), [0_u32; 0]);
    assert_eq!(search(&stage.matter, "C-99"), [0_u32; 0]);
}

#[test]
fn what_looks_like_a_query_language_is_only_text() {
    let stage = party();
    for typed in ["\"", "* OR 1", "NEAR(a b)", "-", "';--", "words:lee", "(", "^lee AND", "\u{0}"] {
        let found = search(&stage.matter, typed);
        assert!(found.len() < 5, "{typed}: {found:?}");
    }
    assert_eq!(search(&stage.matter, ""), search(&stage.matter, "  "));
}

#[test]
fn a_former_name_stays_searchable_only_as_long_as_it_is_in_the_record() {
    let stage = party();
    let mut renamed = sian();
    renamed.identity.other_names.clear();
    stage
        .matter
        .write(Op("claimant.edit"), &stage.matter.actor(), later(1), |tx| {
            update(tx, ClaimantNumber(1), 1, &renamed)
        })
        .unwrap();
    assert_eq!(search(&stage.matter, "rees"), [0_u32; 0]);
    assert_eq!(search(&stage.matter, "sian"), [1]);
}

#[test]
fn lists_come_in_the_order_asked_for() {
    let stage = party();
    let order = |sort, descending| found(&stage.matter, &Query { sort, descending, ..Query::default() });
    assert_eq!(order(Sort::Name, false), [2, 3, 4, 1, 5]);
    assert_eq!(order(Sort::Name, true), [5, 1, 4, 3, 2]);
    assert_eq!(order(Sort::Number, true), [5, 4, 3, 2, 1]);
    assert_eq!(order(Sort::DateOfBirth, false), [1, 3, 2, 4, 5]);
    assert_eq!(order(Sort::DateOfBirth, true), [3, 1, 5, 4, 2]);
    for sort in [Sort::Status, Sort::Notice, Sort::Outcome, Sort::Updated] {
        assert_eq!(order(sort, false).len(), 5, "{sort:?}");
    }
}

#[test]
fn rows_come_as_asked_and_skip_what_is_not_there() {
    let stage = party();
    let numbers = [3, 99, 1].map(ClaimantNumber);
    let rows = stage.matter.read(|reader| rows(reader, &numbers)).unwrap();
    assert_eq!(
        rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(),
        ["Ánna Lee", "Siân Mair O’Connor"]
    );
    assert_eq!(rows[1].date_of_birth, Some("1984-05-07".parse().unwrap()));
    assert_eq!((rows[1].evidence, &rows[1].classification), (0, &None));
}

#[test]
fn pages_one_after_another_are_the_list_in_every_order() {
    let stage = stage();
    for n in 0..60_u128 {
        let mut person = named("Sam", &format!("Adeyemi {}", n % 7));
        if n % 3 != 0 {
            let day = i8::try_from(1 + n % 5).unwrap();
            person.identity.date_of_birth = Some(jiff::civil::date(1980, 1, day));
        }
        add(&stage.matter, n + 1, &person);
    }
    for sort in [
        Sort::Name,
        Sort::Number,
        Sort::DateOfBirth,
        Sort::Status,
        Sort::Notice,
        Sort::Outcome,
        Sort::Updated,
    ] {
        for descending in [false, true] {
            let query = Query { sort, descending, ..Query::default() };
            let whole = stage.matter.read(|reader| ids(reader, &query)).unwrap();
            let (mut paged, mut after) = (Vec::new(), None);
            loop {
                let next = stage.matter.read(|reader| page(reader, &query, after, 7)).unwrap();
                let Some(last) = next.last() else { break };
                after = Some(*last);
                paged.extend(next);
            }
            assert_eq!(paged, whole, "{sort:?} {descending}");
        }
    }
}
