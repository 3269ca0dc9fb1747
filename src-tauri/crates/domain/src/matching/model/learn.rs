//! Expectation and maximisation over the candidates, without labels.

use super::prior::beforehand;
use super::{FieldRates, Model, Steps, Sums, is_telling, prior};
use crate::matching::compare::compare;
use crate::matching::field::{Field, Level, Pattern};
use crate::matching::index::Index;

/// Rounds at most; it settles in a fraction of them.
const ROUNDS: usize = 60;
/// The rates have settled when none moves by more.
const SETTLED: f64 = 1e-6;
/// So many pairs of one person is what was known beforehand worth.
const WORTH: f64 = 40.0;
/// So many pairs of strangers are thought of beside those of a file: of one pair alone nothing can be learned.
const FEW_PAIRS: f64 = 10.0;
/// Pairs of one household for each record, to begin with.
const HOUSEHOLDS: f64 = 0.1;
/// Records of one person differ on surname, first name and date of birth no more often than this, whatever else seems to
/// be learned: a group that does is of several people. Surnames change; twins and namesakes of one family are what is
/// left of pairs that differ on one of the others.
fn different_most(field: Field) -> Option<f64> {
    match field {
        Field::Family => Some(0.12),
        Field::Given => Some(0.05),
        Field::Born => Some(0.07),
        _ => None,
    }
}

/// Random pairs that show how often strangers agree.
const RANDOM_PAIRS: u32 = 60_000;
/// Strangers are not less often alike than this part of what was known beforehand.
const FLOOR: f64 = 0.3;
/// So many random pairs is what was known of strangers beforehand worth.
const STRANGERS_WORTH: f64 = 300.0;

/// Learns from candidates, given as patterns with how often each was seen, in order of the patterns.
///
/// Rates of strangers come from pairs drawn at random, and for agreement from counts of values; they stay. The other
/// rates and the shares move until they explain what was seen; pairs that are not candidates count as strangers.
pub(in crate::matching) fn learn(index: &Index, seen: &[(Pattern, f64)]) -> Model {
    let (records, pairs) = (f64::from(index.len()), index.pairs().max(1.0));
    let start = prior(records, pairs);
    let mut model = start.clone();
    strangers(index, &mut model);
    model.steps = Steps::of(index);
    let by_chance = model.clone();
    let (few_same, few_household) = beforehand(records);
    // From above: households that nobody sees fade, while ones that are taken for one person would stay so.
    model.household = (HOUSEHOLDS * records / pairs).clamp(model.household, 0.3);
    for _ in 0..ROUNDS {
        let expected = expect(&model, seen);
        let mut moved: f64 = 0.0;
        for (field, rates) in Field::ALL.iter().zip(&mut model.fields) {
            let Some(counts) = expected.same_levels.get(*field as usize) else { continue };
            let known: f64 = counts.iter().skip(1).sum::<f64>() + WORTH;
            let was = start.rates(*field).same;
            let chance = by_chance.rates(*field).stranger;
            for (level, ((rate, count), was)) in
                rates.same.iter_mut().zip(counts).zip(was).enumerate().skip(1)
            {
                let next = held(*field, level, (count + WORTH * was) / known);
                moved = moved.max((next - *rate).abs());
                *rate = next;
                // Pairs of one person agree too and must not make agreement look common among strangers.
                if level == Level::Exact as usize {
                    unmix(rates.stranger.get_mut(level), chance.get(level), *count, pairs);
                }
            }
        }
        let share = |expected: f64| expected / (pairs + FEW_PAIRS);
        let same = share(expected.same + few_same).min(0.5);
        moved = moved.max((same - model.same).abs() / same.max(1e-15) * 1e-3);
        model.same = same;
        model.household = share(expected.household + few_household).min(0.3);
        if moved < SETTLED {
            break;
        }
    }
    model
}

fn held(field: Field, level: usize, rate: f64) -> f64 {
    let most = different_most(field).filter(|_| level == Level::Different as usize);
    most.map_or(rate, |most| rate.min(most))
}

fn unmix(rate: Option<&mut f64>, chance: Option<&f64>, count: f64, pairs: f64) {
    if let (Some(rate), Some(chance)) = (rate, chance) {
        *rate = (chance - count / pairs).max(chance * 0.02).max(1e-8);
    }
}

#[derive(Default)]
struct Expected {
    same: f64,
    household: f64,
    same_levels: [[f64; Level::COUNT]; Field::COUNT],
}

fn expect(model: &Model, seen: &[(Pattern, f64)]) -> Expected {
    let mut expected = Expected::default();
    for (pattern, count) in seen {
        let mut sums = Sums::of(model);
        for field in Field::ALL {
            let level = pattern.get(field);
            if level != Level::Missing {
                sums.add(model.together(*pattern, field, rates_of(model.rates(field), level)));
            }
        }
        let judged = sums.judge();
        let (same, household) = (judged.same * count, judged.household * count);
        expected.same += same;
        expected.household += household;
        if same < 1e-9 {
            continue;
        }
        for (field, levels) in Field::ALL.iter().zip(&mut expected.same_levels) {
            if !is_telling(*pattern, *field) {
                continue;
            }
            if let Some(slot) = levels.get_mut(pattern.get(*field) as usize) {
                *slot += same;
            }
        }
    }
    expected
}

fn rates_of(rates: &FieldRates, level: Level) -> [f64; 3] {
    [&rates.same, &rates.stranger, &rates.household]
        .map(|rates| rates.get(level as usize).copied().unwrap_or(1.0))
}

/// How often strangers show each level.
fn strangers(index: &Index, model: &mut Model) {
    let counts = random_pairs(index);
    for ((field, rates), counts) in Field::ALL.iter().zip(&mut model.fields).zip(counts) {
        let known: f64 = counts.iter().skip(1).sum();
        let beforehand = rates.stranger;
        for ((rate, count), was) in rates.stranger.iter_mut().zip(counts).zip(beforehand).skip(1) {
            // What was never seen at random still happens, between people of one name for example.
            *rate = ((count + STRANGERS_WORTH * was) / (known + STRANGERS_WORTH)).max(was * FLOOR).max(1e-8);
        }
        let pool = index.pool(*field);
        let all = pool.total() * (pool.total() - 1.0) / 2.0;
        if let Some(rate) = rates.stranger.get_mut(Level::Exact as usize) {
            let was = beforehand.get(Level::Exact as usize).copied().unwrap_or(1e-6);
            *rate = ((pool.equal_pairs() + STRANGERS_WORTH * was) / (all + STRANGERS_WORTH)).max(1e-8);
        }
        if !field.is_of_household() {
            // What is one's own is as different within a household as among strangers, but for what was known beforehand.
            for ((household, stranger), was) in
                rates.household.iter_mut().zip(rates.stranger).zip(beforehand).skip(1)
            {
                *household = (*household - was).max(0.0) + stranger;
            }
        }
    }
}

fn random_pairs(index: &Index) -> [[f64; Level::COUNT]; Field::COUNT] {
    let mut counts = [[0.0; Level::COUNT]; Field::COUNT];
    let mut count = |a: u32, b: u32| {
        let pattern = compare(index, a, b).pattern;
        for (field, levels) in Field::ALL.iter().zip(&mut counts) {
            if let Some(slot) = levels.get_mut(pattern.get(*field) as usize) {
                *slot += 1.0;
            }
        }
    };
    let records = index.len();
    if index.pairs() <= f64::from(RANDOM_PAIRS) {
        for a in 0..records {
            (a.saturating_add(1)..records).filter(|b| index.may_pair(a, *b)).for_each(|b| count(a, b));
        }
        return counts;
    }
    let mut dice = 0x2545_f491_4f6c_dd1d_u64;
    let mut roll = || {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((dice >> 33) % u64::from(records.max(1))).unwrap_or(0)
    };
    let mut left = RANDOM_PAIRS;
    while left > 0 {
        let (a, b) = (roll(), roll());
        if index.may_pair(a, b) {
            count(a, b);
            left = left.saturating_sub(1);
        }
    }
    counts
}
