//! The situations of `situations.md` 7.2, each a person, and the neighbours that the gaps in its numbers suggest.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what cannot be set up must fail the test"
)]

mod answers;
mod doubts;
mod histories;
mod neighbours;
mod people;
mod rows;
mod table;
mod written;

use table::Row;

fn all_right(rows: &[Row]) {
    let faults: Vec<_> = rows.iter().flat_map(Row::faults).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_situation_up_to_36_is_answered_right() {
    all_right(&rows::up_to_36());
}

#[test]
fn every_later_situation_is_answered_right() {
    all_right(&rows::from_38());
}

#[test]
fn the_neighbours_of_the_situations_are_answered_right() {
    all_right(&neighbours::all());
    all_right(&neighbours::more());
}

#[test]
fn longer_histories_and_their_edges_are_answered_right() {
    all_right(&histories::all());
}

#[test]
fn what_people_get_wrong_or_leave_open_is_answered_right() {
    all_right(&doubts::all());
}
