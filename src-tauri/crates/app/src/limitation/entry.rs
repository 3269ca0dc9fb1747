//! One day of the calendar: the claimants whose clocks of one cause end on it.

use jiff::civil::Date;
use joinder_domain::code::Code;
use joinder_domain::date::show;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::limitation::{Clock, Standing, Step, Warning};
use serde::Serialize;

use crate::claimant::ranges;
use crate::text::text;

/// Claimants that an entry names itself; the rest are asked for.
const NAMED: usize = 20;
/// A clock that passed no longer ago than this may still be met, or may not have run: somebody looks today.
const LATELY_DAYS: i32 = 366;
/// A clock that ends within this is met now or never.
const SOON_DAYS: i32 = 31;

/// What tells one entry from another, in the order of the calendar: by day, those without one last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    on: Date,
    rule: Code,
    standing: Standing,
    unpleaded: bool,
    label: String,
    accrued: Option<Date>,
}

/// The claimants whose clocks of one cause end on one day, for the same reason.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The clock of the first of them.
    pub clock: Clock,
    /// What else has to be thought of, and for whom.
    cautions: Vec<(String, Vec<u32>)>,
    /// All of them, in order.
    pub numbers: Vec<u32>,
}

impl Key {
    /// Where a clock belongs; `None` when no day comes of it: it is met, or the wrong goes on.
    pub fn of(clock: &Clock) -> Option<Self> {
        if matches!(clock.standing, Standing::Met | Standing::Continuing) {
            return None;
        }
        Some(Self {
            on: day(clock).unwrap_or(Date::MAX),
            rule: clock.rule.rule.clone(),
            standing: clock.standing,
            unpleaded: !clock.pleaded,
            label: clock.label.clone(),
            accrued: clock.accrued,
        })
    }
}

/// The day that a clock is entered under: the last safe one; for a request that is not due yet, the one when it is.
fn day(clock: &Clock) -> Option<Date> {
    clock.safe_day.or(clock.due)
}

impl Entry {
    pub fn new(clock: Clock) -> Self {
        Self { cautions: Vec::new(), numbers: Vec::new(), clock }
    }

    /// Adds a claimant.
    pub fn add(&mut self, number: u32, clock: &Clock) {
        // Two requests of one claimant can end on one day.
        if self.numbers.last() != Some(&number) {
            self.numbers.push(number);
        }
        for caution in &clock.cautions {
            match self.cautions.iter_mut().find(|(known, _)| known == caution) {
                Some((_, numbers)) if numbers.last() == Some(&number) => {}
                Some((_, numbers)) => numbers.push(number),
                None => self.cautions.push((caution.clone(), vec![number])),
            }
        }
    }

    /// The day that it is entered under.
    pub fn on(&self) -> Option<Date> {
        day(&self.clock)
    }

    /// Somebody should look today: it ends within a month, or has passed within a year.
    pub fn urgent(&self) -> bool {
        let left = self.clock.days_left.unwrap_or(i32::MAX);
        match self.clock.standing {
            Standing::Running => self.clock.pleaded && left <= SOON_DAYS,
            Standing::Passed => self.clock.pleaded && left >= -LATELY_DAYS,
            _ => false,
        }
    }

    /// All numbers in few words, at most so many runs of them.
    pub fn ranges(&self, most: usize) -> String {
        named(&self.numbers, most)
    }

    /// What else has to be thought of; what does not hold for all of them says for whom it does.
    pub fn cautions(&self) -> Vec<String> {
        let said = |(caution, numbers): &(String, Vec<u32>)| {
            if numbers.len() == self.numbers.len() {
                return caution.clone();
            }
            let named = named(numbers, NAMED);
            text("calendar-caution-for", &[("named", named.as_str()), ("caution", caution.as_str())])
        };
        self.cautions.iter().map(said).collect()
    }

    pub fn view(&self, at: u32) -> EntryView {
        let clock = &self.clock;
        EntryView {
            at,
            on: self.on(),
            on_words: self.on().map(show::long_with_weekday).unwrap_or_default(),
            cause: clock.cause.clone(),
            label: clock.label.clone(),
            standing: clock.standing,
            pleaded: clock.pleaded,
            urgent: self.urgent(),
            count: self.numbers.len() as u64,
            claimants: self
                .numbers
                .iter()
                .take(NAMED)
                .map(|number| ClaimantNumber(*number).to_string())
                .collect(),
            days_left: clock.days_left,
            act_by: clock.act_by,
            warnings: clock.warnings.clone(),
            steps: clock.steps.clone(),
            cautions: self.cautions(),
            rule: clock.rule.rule.to_string(),
            citation: clock.rule.citation.clone(),
        }
    }
}

fn named(numbers: &[u32], most: usize) -> String {
    let numbers: Vec<ClaimantNumber> = numbers.iter().copied().map(ClaimantNumber).collect();
    ranges(&numbers, most)
}

/// One day of the calendar, for one cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LimitationEntry"))]
pub struct EntryView {
    /// Position in the calendar, to ask for its claimants.
    pub at: u32,
    /// The last safe day, ISO 8601; where a request is not due yet, the day when it is; `null` while it is not known.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub on: Option<Date>,
    /// The same in words; empty while it is not known.
    pub on_words: String,
    /// The cause of action or the step that it limits: a code of the rule set.
    pub cause: Code,
    /// What it is, in words.
    pub label: String,
    /// How it stands.
    pub standing: Standing,
    /// Whether the cause counts for the date that is shown of a claimant.
    pub pleaded: bool,
    /// Somebody should look today.
    pub urgent: bool,
    /// How many claimants it concerns.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub count: u64,
    /// The first twenty of them, by number.
    pub claimants: Vec<String>,
    /// Days to the last safe day; negative when it is passed.
    pub days_left: Option<i32>,
    /// The day by which to act, ISO 8601.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub act_by: Option<Date>,
    /// When to be reminded, first to last.
    pub warnings: Vec<Warning>,
    /// The arithmetic, step by step, as it is for the first of them.
    pub steps: Vec<Step>,
    /// What else has to be thought of; what does not hold for all of them says for whom it does.
    pub cautions: Vec<String>,
    /// The rule.
    pub rule: String,
    /// Its source.
    pub citation: String,
}
