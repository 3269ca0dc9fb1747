//! What was asked of the defendant and never answered.

use jiff::civil::{Date, Weekday};

use super::group::Group;
use super::person::Asked;
use super::spread::{Spread, tomorrow};
use crate::claimant::{RequestKind, YesNo};
use crate::date::days_between;
use crate::id::ClaimantNumber;

/// Requests of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct KindOfRequest {
    /// The kind.
    pub kind: RequestKind,
    /// Requests sent.
    pub sent: u64,
    /// Claimants who sent them.
    pub claimants: u64,
    /// Answered.
    pub answered: u64,
    /// Not answered.
    pub unanswered: u64,
    /// The claimant does not say, or does not know.
    pub not_known: u64,
    /// Answered surely too late, or not answered although the time is surely over; only for requests with a time limit.
    pub missed: u64,
    /// It may have been answered in time: the dates leave it open.
    pub perhaps_missed: u64,
    /// A time limit applies.
    pub limited: bool,
    /// Median of the days that unanswered requests have waited at least.
    pub median_waiting: Option<i32>,
    /// The most days that one has waited at least.
    pub longest_waiting: Option<i32>,
}

/// A request that was not answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Who sent it.
    pub number: ClaimantNumber,
    /// The kind.
    pub kind: RequestKind,
    /// When it was sent.
    pub sent: Spread,
    /// When an answer was due at the latest; `None` without a time limit or without a date.
    pub due: Option<Date>,
    /// Days that it has waited, at least.
    pub least: i32,
    /// Days that it has waited, at most; `None` where nothing bounds it.
    pub most: Option<i32>,
}

/// What was asked and what came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Silence {
    /// By kind; kinds that nobody sent are left out.
    pub kinds: Vec<KindOfRequest>,
    /// What was not answered, the longest waiting first.
    pub waiting: Vec<Waiting>,
    /// Requests sent and not answered, by year in which they were sent.
    pub years: Vec<(i16, u64, u64)>,
    /// Requests whose day may lie in several years, or is not known.
    pub undated: u64,
    /// Claimants with at least one request that was surely not answered.
    pub claimants: Vec<ClaimantNumber>,
}

const KINDS: [RequestKind; 5] = [
    RequestKind::Query,
    RequestKind::Access,
    RequestKind::Erasure,
    RequestKind::Complaint,
    RequestKind::Regulator,
];

/// Requests and complaints, as at the group's day.
pub fn silence(group: &Group) -> Silence {
    let mut found = Silence::default();
    for kind in KINDS {
        let of_kind = group.people().iter().filter_map(|person| {
            let asked: Vec<&Asked> = person.asked.iter().filter(|asked| asked.kind == kind).collect();
            (!asked.is_empty()).then_some((person.number, asked))
        });
        let mut counted = KindOfRequest::new(kind);
        let mut waits = Vec::new();
        for (number, asked) in of_kind {
            counted.claimants += 1;
            for asked in asked {
                counted.count(asked, group.as_at);
                found.year(asked);
                if asked.answered == Some(YesNo::No) {
                    let waiting = waiting(number, asked, group.as_at);
                    waits.push(waiting.least);
                    found.waiting.push(waiting);
                }
            }
        }
        waits.sort_unstable();
        counted.median_waiting = waits.get(waits.len().saturating_sub(1) / 2).copied();
        counted.longest_waiting = waits.last().copied();
        if counted.sent > 0 {
            found.kinds.push(counted);
        }
    }
    found.years.sort_unstable();
    found.waiting.sort_by_key(|waiting| (std::cmp::Reverse(waiting.least), waiting.number));
    found.claimants = found.waiting.iter().map(|waiting| waiting.number).collect();
    found.claimants.sort_unstable();
    found.claimants.dedup();
    found
}

impl Silence {
    fn year(&mut self, asked: &Asked) {
        let Some(year) = asked.sent.year() else {
            self.undated += 1;
            return;
        };
        let unanswered = u64::from(asked.answered == Some(YesNo::No));
        match self.years.iter_mut().find(|(of, ..)| *of == year) {
            Some((_, sent, silent)) => {
                *sent += 1;
                *silent += unanswered;
            }
            None => self.years.push((year, 1, unanswered)),
        }
    }
}

impl KindOfRequest {
    fn new(kind: RequestKind) -> Self {
        Self {
            kind,
            sent: 0,
            claimants: 0,
            answered: 0,
            unanswered: 0,
            not_known: 0,
            missed: 0,
            perhaps_missed: 0,
            limited: is_limited(kind),
            median_waiting: None,
            longest_waiting: None,
        }
    }

    fn count(&mut self, asked: &Asked, as_at: Date) {
        self.sent += 1;
        match asked.answered {
            Some(YesNo::Yes) => self.answered += 1,
            Some(YesNo::No) => self.unanswered += 1,
            Some(YesNo::DontKnow) | None => self.not_known += 1,
        }
        if !self.limited {
            return;
        }
        // An answer that has not come would come on the day after today at the earliest.
        let answered_on = match asked.answered {
            Some(YesNo::Yes) => asked.answered_on,
            Some(YesNo::No) => Spread { first: tomorrow(as_at), last: Date::MAX },
            Some(YesNo::DontKnow) | None => return,
        };
        let due = in_time(due(asked.sent));
        if answered_on.first > due.last {
            self.missed += 1;
        } else if answered_on.last > due.first {
            self.perhaps_missed += 1;
        }
    }
}

/// One month applies to access and erasure (UK GDPR art. 12(3)); it can be extended by two for complex requests.
fn is_limited(kind: RequestKind) -> bool {
    matches!(kind, RequestKind::Access | RequestKind::Erasure)
}

/// When an answer was due: the same day of the next month, or its last day, whatever day of the week it is (`law.md` 2.4).
fn due(sent: Spread) -> Spread {
    sent.months_later(1)
}

/// Until when an answer may still have been in time: one that was due at a weekend, until the Monday after it.
///
/// Bank holidays are not known here, so that a day or two after the time proves nothing.
fn in_time(due: Spread) -> Spread {
    let next = |day: Date| match day.weekday() {
        Weekday::Saturday => tomorrow(tomorrow(day)),
        Weekday::Sunday => tomorrow(day),
        _ => day,
    };
    Spread { first: due.first, last: if due.last == Date::MAX { Date::MAX } else { next(due.last) } }
}

fn waiting(number: ClaimantNumber, asked: &Asked, as_at: Date) -> Waiting {
    let (first, last) = (asked.sent.first, asked.sent.last);
    let due = due(asked.sent).last;
    Waiting {
        number,
        kind: asked.kind,
        sent: asked.sent,
        due: (is_limited(asked.kind) && due != Date::MAX).then_some(due),
        least: if last >= as_at { 0 } else { days_between(last, as_at) },
        most: (first != Date::MIN).then(|| days_between(first, as_at).max(0)),
    }
}
