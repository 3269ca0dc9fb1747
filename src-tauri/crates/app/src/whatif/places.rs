//! How many stand where, and how many would.

use std::collections::BTreeMap;

use joinder_domain::classification::MoveAxis;
use joinder_domain::code::Code;
use joinder_store::Reader;
use joinder_store::claimant::{Axis, counts};
use serde::Serialize;

use super::MoveCount;
use super::labels::{self, Labels};
use crate::error::Result;

/// How many claimants stand at one place of an answer now, and how many would.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WhatIfPlace"))]
pub struct Place {
    /// The part of the answer.
    pub axis: MoveAxis,
    /// The same in words.
    pub axis_label: String,
    /// The place.
    pub code: Code,
    /// Its label.
    pub label: String,
    /// How many stand there now; whoever may stand at several places counts at each.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub before: u64,
    /// How many would.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub after: u64,
}

const AXES: [(MoveAxis, Axis); 6] = [
    (MoveAxis::Status, Axis::Status),
    (MoveAxis::Notice, Axis::Notice),
    (MoveAxis::Cohort, Axis::Cohort),
    (MoveAxis::Outcome, Axis::Outcome),
    (MoveAxis::Flag, Axis::Flag),
    (MoveAxis::Tag, Axis::Tag),
];

/// The places of every part of the answer in which somebody would move, in the order of the rules: of flags and
/// issues those that change, of the rest all where anybody stands or would stand.
pub(super) fn places(reader: &Reader<'_>, moves: &[MoveCount], labels: &Labels<'_>) -> Result<Vec<Place>> {
    let mut places = Vec::new();
    for (axis, kept) in AXES {
        let moved: Vec<&MoveCount> = moves.iter().filter(|count| count.way.axis == axis).collect();
        if moved.is_empty() {
            continue;
        }
        let now: BTreeMap<Code, u64> =
            counts(reader, kept)?.into_iter().map(|count| (count.code, count.count)).collect();
        let then = after(&now, &moved);
        let of = |counts: &BTreeMap<Code, u64>, code: &Code| counts.get(code).copied().unwrap_or_default();
        for code in labels.codes(axis) {
            let (before, after) = (of(&now, code), of(&then, code));
            let listed = matches!(axis, MoveAxis::Flag | MoveAxis::Tag);
            if before != after || (!listed && before > 0) {
                let (axis_label, label) = (labels::axis(axis), labels.of(axis, code));
                places.push(Place { axis, axis_label, code: code.clone(), label, before, after });
            }
        }
    }
    Ok(places)
}

fn after(now: &BTreeMap<Code, u64>, moved: &[&MoveCount]) -> BTreeMap<Code, u64> {
    let mut then = now.clone();
    for MoveCount { way, count, .. } in moved {
        for code in &way.to_codes {
            let there = then.entry(code.clone()).or_default();
            *there = there.saturating_add(*count);
        }
    }
    for MoveCount { way, count, .. } in moved {
        for code in &way.from_codes {
            let there = then.entry(code.clone()).or_default();
            *there = there.saturating_sub(*count);
        }
    }
    then
}
