//! What people lost: money by head, time, distress.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::group::Group;
use crate::claimant::Severity;
use crate::code::Code;
use crate::id::ClaimantNumber;

/// Money under one head of loss.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadTotal {
    /// The head.
    pub head: Code,
    /// Claimants who name it.
    pub claimants: Vec<ClaimantNumber>,
    /// Pounds spent or lost.
    pub amount: Decimal,
    /// Pounds got back.
    pub recouped: Decimal,
}

/// Claimants who ticked one descriptor of distress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescriptorCount {
    /// The descriptor.
    pub kind: Code,
    /// Claimants who felt it: mild, moderate or severe.
    pub claimants: Vec<ClaimantNumber>,
    /// How many mildly, moderately, severely.
    pub severities: [u64; 3],
}

/// What people lost.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Losses {
    /// By head, the largest first.
    pub heads: Vec<HeadTotal>,
    /// Claimants who name any.
    pub claimants: u64,
    /// Pounds under all heads.
    pub amount: Decimal,
    /// Pounds got back under all heads.
    pub recouped: Decimal,
    /// Minutes that people say they spent.
    pub minutes: u64,
    /// Claimants who say that they spent time.
    pub spent_time: u64,
    /// By descriptor, the most frequent first.
    pub descriptors: Vec<DescriptorCount>,
    /// Claimants who say that they felt no distress.
    pub no_distress: u64,
}

/// Adds up what people lost. Sums that a number cannot hold stay at its limit.
pub fn losses(group: &Group) -> Losses {
    let mut found = Losses::default();
    let mut heads: BTreeMap<u16, HeadTotal> = BTreeMap::new();
    let mut descriptors: BTreeMap<u16, DescriptorCount> = BTreeMap::new();
    for person in group.people() {
        found.claimants += u64::from(!person.losses.is_empty());
        for (head, amount, recouped) in &person.losses {
            let total = heads.entry(*head).or_insert_with(|| HeadTotal {
                head: group.head(*head).into(),
                claimants: Vec::new(),
                amount: Decimal::ZERO,
                recouped: Decimal::ZERO,
            });
            note(&mut total.claimants, person.number);
            total.amount = total.amount.saturating_add(*amount);
            total.recouped = total.recouped.saturating_add(*recouped);
            found.amount = found.amount.saturating_add(*amount);
            found.recouped = found.recouped.saturating_add(*recouped);
        }
        for (kind, severity) in &person.descriptors {
            let grade = match severity {
                Severity::None => continue,
                Severity::Mild => 0,
                Severity::Moderate => 1,
                Severity::Severe => 2,
            };
            let count = descriptors.entry(*kind).or_insert_with(|| DescriptorCount {
                kind: group.descriptor(*kind).into(),
                claimants: Vec::new(),
                severities: [0; 3],
            });
            if note(&mut count.claimants, person.number)
                && let Some(graded) = count.severities.get_mut(grade)
            {
                *graded += 1;
            }
        }
        found.minutes = found.minutes.saturating_add(person.minutes);
        found.spent_time += u64::from(person.minutes > 0);
        found.no_distress += u64::from(person.no_distress);
    }
    found.heads = heads.into_values().collect();
    found.heads.sort_by(|a, b| b.amount.cmp(&a.amount).then_with(|| a.head.cmp(&b.head)));
    found.descriptors = descriptors.into_values().collect();
    let order = |count: &DescriptorCount| (std::cmp::Reverse(count.claimants.len()), count.kind.clone());
    found.descriptors.sort_by_key(order);
    found
}

/// Adds a claimant once; whether that was now.
fn note(claimants: &mut Vec<ClaimantNumber>, number: ClaimantNumber) -> bool {
    let new = claimants.last() != Some(&number);
    if new {
        claimants.push(number);
    }
    new
}
