//! Picks among the spells of one person, by the precedence of their classes.

use super::place::{Placement, Stand};
use crate::rules::RuleSet;
use crate::rules::bits::Bits;

/// Status on one day, as positions.
#[derive(Clone, Debug, Default)]
pub(super) struct Status {
    /// Every status that is possible.
    pub possible: Bits,
    /// Other statuses beside it.
    pub secondary: Bits,
    /// Facts about the spells on that day.
    pub facts: Bits,
    /// Position of the spell, its stand, and which of its statuses are possible.
    pub ways: Vec<(usize, Stand, Bits)>,
}

/// One status of one spell.
#[derive(Clone, Copy)]
struct Candidate {
    spell: usize,
    status: usize,
    class: usize,
    stand: Stand,
}

impl Candidate {
    /// Whether it can come before another: an earlier class, or the same class and no earlier end.
    fn can_come_before(self, other: Self) -> bool {
        self.class < other.class
            || (self.class == other.class && other.stand.ended_first <= self.stand.ended_last)
    }
}

/// Picks among the spells: a status is possible when, in some way in which all spells can have stood, none comes
/// before it. Spells are independent of each other, so this needs no product over all of them.
pub(super) fn combine(placements: &[Placement], rules: &RuleSet) -> Status {
    let mut status = Status::default();
    if placements.is_empty() {
        status.possible = rules.no_rule;
        return status;
    }
    let class = |status: usize| rules.statuses.get(status).map_or(usize::MAX, |status| status.class);
    let all: Vec<Candidate> = placements
        .iter()
        .enumerate()
        .flat_map(|(spell, placement)| placement.stands.iter().map(move |stand| (spell, stand)))
        .flat_map(|(spell, stand)| {
            stand.statuses.iter().map(move |status| Candidate {
                spell,
                status,
                class: class(status),
                stand: *stand,
            })
        })
        .collect();
    for placement in placements {
        status.facts = status.facts.with(placement.facts);
    }
    for candidate in &all {
        let first = (0..placements.len()).all(|spell| {
            spell == candidate.spell
                || all.iter().any(|other| other.spell == spell && candidate.can_come_before(*other))
        });
        if first {
            status.possible.add(candidate.status);
            match status
                .ways
                .iter_mut()
                .find(|(spell, stand, _)| *spell == candidate.spell && stand.rule == candidate.stand.rule)
            {
                Some((_, _, statuses)) => statuses.add(candidate.status),
                None => status.ways.push((candidate.spell, candidate.stand, Bits::one(candidate.status))),
            }
        }
    }
    let absorbed = |status_at: usize| {
        let class = rules.statuses.get(status_at).and_then(|status| rules.classes.get(status.class));
        class.is_some_and(|class| status.possible.meets(class.absorbed_by))
    };
    status.secondary = all
        .iter()
        .map(|candidate| candidate.status)
        .filter(|at| !status.possible.has(*at) && !absorbed(*at))
        .collect();
    status
}
