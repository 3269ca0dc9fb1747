//! One episode, resolved against the profile: positions instead of codes, intervals instead of words.

use jiff::Span;
use jiff::civil::Date;

use crate::claimant::{Episode, Levy, YesNo};
use crate::date::PartialDate;
use crate::profile::{Profile, Union};
use crate::rules::{Arrears, DateMeans, EndingRule, LastDay, RuleSet};

/// An interval of days; open ends are the ends of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    pub first: Date,
    pub last: Date,
}

impl Days {
    pub const ANY: Self = Self { first: Date::MIN, last: Date::MAX };

    pub fn of(date: &PartialDate) -> Self {
        Self { first: date.earliest.unwrap_or(Date::MIN), last: date.latest.unwrap_or(Date::MAX) }
    }

    pub fn maybe(date: Option<&PartialDate>) -> Option<Self> {
        date.map(Self::of)
    }

    pub fn has(self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }
}

/// The day so many calendar months later, or earlier when negative; the end of the calendar beyond it.
pub(super) fn months(day: Date, months: i32) -> Date {
    let far = if months < 0 { Date::MIN } else { Date::MAX };
    Span::new().try_months(months).and_then(|span| day.checked_add(span)).unwrap_or(far)
}

/// One way to read how a spell ended.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    /// The day of its end; `None` when it has none of its own.
    pub end: Option<Days>,
    /// The day of the last payment, when arrears count.
    pub paid: Option<Days>,
    /// The ending that a lapse is.
    pub lapse_ending: usize,
    /// The last payment is the date of the ending, under this reading.
    pub paid_is_end: bool,
}

/// An episode, resolved against the profile.
#[derive(Clone, Debug)]
pub(super) struct Spell<'a> {
    pub category: usize,
    pub ending: usize,
    pub start: Days,
    pub readings: Vec<Reading>,
    pub rule: EndingRule,
    pub covers: i32,
    pub suspended: Option<Days>,
    pub lifted: Option<Days>,
    pub levy: usize,
    pub union: Named<'a>,
    pub through_union: bool,
    pub ongoing: bool,
    /// It is said to go on, and to have ended: both are tried.
    pub ongoing_ended: bool,
    pub unknown_code: bool,
    pub no_reminder: bool,
}

/// The union that an episode names.
#[derive(Clone, Copy, Debug)]
pub(super) enum Named<'a> {
    Listed(&'a Union),
    NotListed,
    Blank,
}

/// Position of what is said of the levy. Whoever opted out of it, and says when the relationship ended, had it until then.
fn levy(levy: Option<Levy>, ended: bool) -> usize {
    match levy {
        Some(Levy::OptedIn) => 0,
        Some(Levy::NeverOptedIn) => 1,
        Some(Levy::OptedOut) if ended => 5,
        Some(Levy::OptedOut) => 2,
        Some(Levy::DontKnow) => 3,
        None => 4,
    }
}

impl<'a> Spell<'a> {
    /// Resolves an episode.
    pub fn new(episode: &Episode, profile: &'a Profile, rules: &RuleSet) -> Self {
        let names = &profile.categories;
        let blank_category = names.category_names.len().saturating_sub(1);
        let blank_ending = names.ending_names.len().saturating_sub(1);
        let category = names.category_names.get(episode.kind.as_str());
        let ending_code = episode.ending.as_ref().map_or("", |ending| ending.as_str());
        let ending = names.ending_names.get(ending_code);
        let payment = episode.payment.as_ref().and_then(|payment| names.payment_names.get(payment.as_str()));
        let plain = EndingRule { means: DateMeans::Either, last_day: LastDay::Either, becomes: None };
        let rule = rules.endings.get(ending.unwrap_or(blank_ending)).copied().unwrap_or(plain);
        let ended = episode.end.as_ref().is_some_and(|end| !end.is_unknown());
        let mut spell = Self {
            category: category.unwrap_or(blank_category),
            ending: ending.unwrap_or(blank_ending),
            start: Days::maybe(episode.start.as_ref()).unwrap_or(Days::ANY),
            readings: Vec::with_capacity(2),
            rule,
            covers: payment.and_then(|at| names.covers.get(at)).copied().unwrap_or_default(),
            suspended: Days::maybe(episode.suspended.as_ref()),
            lifted: Days::maybe(episode.suspension_lifted.as_ref()),
            levy: levy(episode.levy, ended && !episode.ongoing),
            union: match episode.union.trim() {
                "" => Named::Blank,
                name => profile.unions.find(name).map_or(Named::NotListed, Named::Listed),
            },
            through_union: false,
            ongoing: episode.ongoing && !ended,
            ongoing_ended: episode.ongoing && ended,
            unknown_code: category.is_none() || ending.is_none(),
            no_reminder: episode.arrears_reminder != Some(YesNo::Yes),
        };
        spell.through_union =
            rules.affiliation.as_ref().is_some_and(|rule| rule.categories.has(spell.category));
        spell.readings = spell.readings(episode, rules, profile.incident.date);
        if spell.ongoing_ended {
            let lapse_ending = spell.ending;
            spell.readings.push(Reading { end: None, paid: None, lapse_ending, paid_is_end: false });
        }
        spell
    }

    fn readings(&self, episode: &Episode, rules: &RuleSet, incident: Date) -> Vec<Reading> {
        let arrears = rules.arrears.as_ref().filter(|rule| rule.categories.has(self.category));
        let end = Days::maybe(episode.end.as_ref()).filter(|end| *end != Days::ANY);
        let paid = Days::maybe(episode.last_payment.as_ref()).filter(|_| arrears.is_some());
        let lapsed = arrears.map_or(self.ending, |rule| rule.ending);
        let reading = |end: Option<Days>, paid: Option<Days>| Reading {
            end,
            paid,
            lapse_ending: lapsed,
            paid_is_end: false,
        };
        if self.ongoing {
            // Who goes on paying may name the last payment before the incident: it counts only where it is overdue then.
            let overdue =
                |paid: &Days, rule: &Arrears| months(paid.first, rule.grace_months + self.covers) <= incident;
            return vec![reading(None, paid.filter(|paid| arrears.is_some_and(|rule| overdue(paid, rule))))];
        }
        let ended = reading(Some(end.unwrap_or(Days::ANY)), paid);
        let unpaid = match (paid, end) {
            (Some(paid), _) => reading(None, Some(paid)),
            (None, end) => Reading {
                paid_is_end: true,
                lapse_ending: if self.rule.means == DateMeans::PaymentsStopped {
                    lapsed
                } else {
                    self.rule.becomes.unwrap_or(self.ending)
                },
                ..reading(None, Some(end.unwrap_or(Days::ANY)))
            },
        };
        match (self.rule.means, arrears.is_some()) {
            (DateMeans::Ended, _) | (_, false) => vec![reading(Some(end.unwrap_or(Days::ANY)), None)],
            (DateMeans::PaymentsStopped, true) => vec![unpaid],
            // A lapse whose last payment is known needs no guess about what its date means, unless a date is given.
            (DateMeans::Either, true) if end.is_none() && paid.is_some() && self.rule.becomes.is_some() => {
                vec![unpaid]
            }
            (DateMeans::Either, true) => vec![ended, unpaid],
        }
    }
}
