//! Time limits of one claimant: each clock per cause, with its arithmetic (`law.md` 2.4).
//!
//! The clocks are data of the rule set, each with its citation. What is shown is never later than what a careful
//! reading allows: the day on which the right arose is not counted, the day before the arithmetical end is treated as
//! the last, and a day on which court offices are shut is not relied on.

mod contact;
mod holiday;
mod request;
mod run;

pub(crate) use holiday::after;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::classification::{Input, RuleSetRef, seen};
use crate::code::Code;
use crate::finding::RuleRef;
use crate::profile::Profile;
use crate::rules::clock::{Anchor, ClockRule, LimitationTerms};
use crate::rules::condition::Seen;
use run::Running;

/// The time limits of one claimant, on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Limitation {
    /// The rule set whose clocks these are.
    pub rule_set: RuleSetRef,
    /// The rule of the arithmetic; none when the rule set has no time limits.
    pub arithmetic: Option<RuleRef>,
    /// The day on which they were read.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub as_of: Date,
    /// The date that is shown: the earliest safe day of all causes that count, passed or not
    /// (`situations.md` 7.3, invariant 9).
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub earliest: Option<Date>,
    /// The earliest safe day of those causes that is not passed.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub next: Option<Date>,
    /// Every clock, by its safe day; those without one come last.
    pub clocks: Vec<Clock>,
}

/// One clock of one cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LimitationClock"))]
#[serde(deny_unknown_fields)]
pub struct Clock {
    /// The rule, with its citation.
    pub rule: RuleRef,
    /// The cause of action or the step that it limits: a code of the rule set.
    pub cause: Code,
    /// What it is, in words.
    pub label: String,
    /// The field of the record that it is about, such as `aftermath.requests[0]`; empty when it is about the incident.
    pub field: String,
    /// Whether the cause counts for the date that is shown.
    pub pleaded: bool,
    /// How it stands.
    pub standing: Standing,
    /// When a request was, or is, to be met at the latest.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub due: Option<Date>,
    /// The day from which time runs.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub accrued: Option<Date>,
    /// The arithmetical last day.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub last_day: Option<Date>,
    /// The day to treat as the last.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub safe_day: Option<Date>,
    /// The day by which to act.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub act_by: Option<Date>,
    /// Days from the day of reading to the safe day; negative when it is passed.
    pub days_left: Option<i32>,
    /// The arithmetic, step by step.
    pub steps: Vec<Step>,
    /// What else has to be thought of.
    pub cautions: Vec<String>,
    /// When to be reminded, first to last.
    pub warnings: Vec<Warning>,
}

/// How a clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LimitationStanding"))]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It runs.
    Running,
    /// On the face of it the last day has passed; whether it has is for a solicitor.
    Passed,
    /// What was asked for is not due yet, so nothing runs.
    NotDue,
    /// What was asked for was done in time.
    Met,
    /// It does not run yet, because the claimant is a child.
    NotBegun,
    /// The wrong goes on: every day counts for itself.
    Continuing,
    /// A date that it needs is not known.
    Unknown,
}

/// One step of the arithmetic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LimitationStep"))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// In a sentence.
    pub text: String,
    /// The day that it leads to.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub day: Option<Date>,
}

/// A reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LimitationWarning"))]
#[serde(deny_unknown_fields)]
pub struct Warning {
    /// Months before the safe day.
    pub months: i32,
    /// The day of the reminder.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: Date,
    /// That day has come.
    pub due: bool,
}

/// The time limits of one claimant by the rule set in force; no clocks when it has none.
pub fn limitation(input: &Input<'_>, profile: &Profile) -> Limitation {
    let rules = &profile.rules;
    let mut clocks = Vec::new();
    if let Some(terms) = &rules.limitation {
        let seen = seen(input, profile);
        let reader = Reader { input, profile, terms, seen: &seen };
        for rule in &rules.clocks {
            if rule.when.condition.holds(&seen) && rule.when.in_force(input.today) {
                reader.read(rule, &mut clocks);
            }
        }
    }
    clocks.sort_by(|a, b| {
        let key = |clock: &Clock| {
            (
                clock.safe_day.unwrap_or(Date::MAX),
                clock.rule.rule.clone(),
                clock.steps.first().map(|step| step.text.clone()),
            )
        };
        key(a).cmp(&key(b))
    });
    let pleaded = || clocks.iter().filter(|clock| clock.pleaded);
    let next =
        pleaded().filter(|clock| clock.standing == Standing::Running).filter_map(|clock| clock.safe_day);
    Limitation {
        rule_set: rules.reference(),
        arithmetic: rules.limitation.as_ref().map(|terms| terms.rule.clone()),
        as_of: input.today,
        earliest: pleaded().filter_map(|clock| clock.safe_day).min(),
        next: next.filter(|day| *day >= input.today).min(),
        clocks,
    }
}

/// The safe day of the cause that the rule set names first: the claim itself, whatever else could be claimed beside it, and
/// whatever other law might apply.
///
/// A list that the other side reads shows this one: the earliest of all causes may be that of an injury (three years), of a
/// single request or of another law, and would concede that the claim itself is out of time (`law.md` 2.4).
pub fn main_day(limitation: &Limitation, profile: &Profile) -> Option<Date> {
    let cause = &profile.rules.clocks.first()?.cause;
    let main = limitation.clocks.iter().filter(|clock| clock.pleaded && clock.cause == *cause);
    main.filter_map(|clock| clock.safe_day).min()
}

/// What a clock is read from.
struct Reader<'r> {
    input: &'r Input<'r>,
    profile: &'r Profile,
    terms: &'r LimitationTerms,
    seen: &'r Seen,
}

impl Reader<'_> {
    fn read(&self, rule: &ClockRule, clocks: &mut Vec<Clock>) {
        let incident = &self.profile.incident;
        match &rule.anchor {
            Anchor::Incident => {
                let day = incident.intrusion_estimate.unwrap_or(incident.date).min(incident.date);
                clocks.push(self.since(rule, day));
            }
            Anchor::Notice => clocks.push(self.since(rule, incident.notice_date)),
            Anchor::Day(day) => clocks.push(self.since(rule, *day)),
            Anchor::Request(duty) => request::read(self, rule, duty, clocks),
            Anchor::LastContact => clocks.extend(contact::read(self, rule)),
            Anchor::Continuing => clocks.push(self.continuing(rule)),
        }
    }

    /// A clock that nothing was worked out for yet.
    fn blank(&self, rule: &ClockRule) -> Clock {
        let cautions = rule.cautions.iter().filter(|(when, _)| when.holds(self.seen));
        Clock {
            rule: rule.rule.clone(),
            cause: rule.cause.clone(),
            label: rule.label.clone(),
            field: String::new(),
            pleaded: rule.pleaded.as_ref().is_some_and(|condition| condition.holds(self.seen)),
            standing: Standing::Unknown,
            due: None,
            accrued: None,
            last_day: None,
            safe_day: None,
            act_by: None,
            days_left: None,
            steps: Vec::new(),
            cautions: cautions.map(|(_, text)| text.clone()).collect(),
            warnings: Vec::new(),
        }
    }

    fn since(&self, rule: &ClockRule, day: Date) -> Clock {
        let mut running = Running::new(self, rule);
        running.accrues(day);
        running.runs(self.input.claimant.identity.date_of_birth);
        running.clock
    }

    fn continuing(&self, rule: &ClockRule) -> Clock {
        let mut clock = self.blank(rule);
        let back = after(self.input.today, -rule.period.months, -rule.period.days);
        clock.standing = Standing::Continuing;
        clock.accrued = Some(back);
        clock.steps.push(Step { text: run::fill(&rule.anchor_text, back, rule), day: Some(back) });
        clock
    }
}
