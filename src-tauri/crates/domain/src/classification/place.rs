//! Where a spell stood on a day, for every day that its dates can have been.

use jiff::civil::Date;

use super::spell::{Days, Named, Reading, Spell, months};
use crate::rules::bits::Bits;
use crate::rules::{Fact, LastDay, Phase, Placed, RuleSet, UnionState};

/// One way in which a spell can have stood on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stand {
    /// The statuses that it leads to.
    pub statuses: Bits,
    /// Position of the status rule; `None` when none fitted.
    pub rule: Option<usize>,
    /// When it ended, at the earliest; the end of the calendar while it goes on.
    pub ended_first: Date,
    /// When it ended, at the latest.
    pub ended_last: Date,
}

/// Everything that can be said of a spell on a day.
#[derive(Clone, Debug, Default)]
pub(super) struct Placement {
    /// The ways in which it can have stood, each rule once.
    pub stands: Vec<Stand>,
    /// Facts about the spell on that day.
    pub facts: Bits,
    /// The phases in which it can have stood.
    pub phases: Bits,
}

/// The statuses that each value of a date leads to; a date decides when they differ.
#[derive(Default)]
struct Varied {
    seen: Vec<(Date, Bits)>,
}

impl Varied {
    fn note(&mut self, at: Date, statuses: Bits) {
        match self.seen.iter_mut().find(|(day, _)| *day == at) {
            Some((_, all)) => *all = all.with(statuses),
            None => self.seen.push((at, statuses)),
        }
    }

    fn decides(&self) -> bool {
        self.seen.windows(2).any(|pair| matches!(pair, [(_, a), (_, b)] if a != b))
    }
}

/// Room for the two ends of an interval, and three days about each of ten turns.
const POINTS: usize = 32;

/// A few days that stand for all: on either side of every day at which an answer can change.
#[derive(Clone, Copy)]
struct Points {
    days: [Date; POINTS],
    len: usize,
}

impl Points {
    fn of(interval: Days, turns: &[Date]) -> Self {
        let mut points = Self { days: [Date::ZERO; POINTS], len: 0 };
        points.add(interval, interval.first);
        for turn in turns {
            for day in [turn.yesterday().unwrap_or(*turn), *turn, turn.tomorrow().unwrap_or(*turn)] {
                points.add(interval, day);
            }
        }
        points.add(interval, interval.last);
        points
    }

    fn add(&mut self, interval: Days, day: Date) {
        if !interval.has(day) || self.iter().any(|known| known == day) {
            return;
        }
        if let Some(slot) = self.days.get_mut(self.len) {
            *slot = day;
            self.len += 1;
        }
    }

    fn iter(&self) -> impl Iterator<Item = Date> + '_ {
        self.days.iter().take(self.len).copied()
    }
}

/// Whether a spell that ends on `end` has ended on `day`: yes, no, or (on the day itself) both.
fn over(day: Date, end: Date, last_day: LastDay) -> (bool, bool) {
    match last_day {
        LastDay::Inside => (day > end, day <= end),
        LastDay::Outside => (day >= end, day < end),
        LastDay::Either => (day >= end, day <= end),
    }
}

struct Placing<'s, 'a> {
    spell: &'s Spell<'a>,
    rules: &'s RuleSet,
    day: Date,
    out: Placement,
    /// The rules that were found already: few ways to stand are met again and again.
    met: Vec<(Placed, Option<usize>)>,
    starts: Varied,
    ends: Varied,
    payments: Varied,
    consistent: bool,
}

/// Places a spell on a day.
pub(super) fn place(spell: &Spell<'_>, rules: &RuleSet, day: Date) -> Placement {
    let mut placing = Placing {
        spell,
        rules,
        day,
        out: Placement::default(),
        met: Vec::with_capacity(4),
        starts: Varied::default(),
        ends: Varied::default(),
        payments: Varied::default(),
        consistent: true,
    };
    if !placing.try_all() {
        // The dates cannot all be right: say so, and try them as they stand.
        placing.consistent = false;
        placing.out.facts.add(Fact::DatesContradict as usize);
        placing.try_all();
    }
    placing.finish()
}

impl Placing<'_, '_> {
    /// Tries every combination of days that stand for all; `false` when none is consistent.
    fn try_all(&mut self) -> bool {
        let turns = self.turns();
        let starts = Points::of(self.spell.start, &turns);
        let mut any = false;
        let mut by_reading: Vec<Bits> = Vec::with_capacity(self.spell.readings.len());
        for reading in &self.spell.readings {
            let mut statuses = Bits::NONE;
            let ends = reading.end.map(|end| Points::of(end, &turns));
            let paid = reading.paid.map(|paid| Points::of(paid, &self.payment_turns()));
            for start in starts.iter() {
                for end in options(ends.as_ref()) {
                    for payment in options(paid.as_ref()) {
                        let ordered =
                            end.is_none_or(|end| start <= end) && payment.is_none_or(|paid| start <= paid);
                        if self.consistent && !ordered {
                            continue;
                        }
                        any = true;
                        let found = self.at(start, end, payment, reading);
                        statuses = statuses.with(found);
                        self.starts.note(start, found);
                        if let Some(end) = end {
                            self.ends.note(end, found);
                        }
                        if let Some(paid) = payment {
                            let by = if reading.paid_is_end { &mut self.ends } else { &mut self.payments };
                            by.note(paid, found);
                        }
                    }
                }
            }
            by_reading.push(statuses);
        }
        let differ = by_reading.windows(2).any(|pair| matches!(pair, [a, b] if a != b));
        self.out.facts.add_if(differ, Fact::EndingDecides as usize);
        let both_given = self
            .spell
            .readings
            .iter()
            .any(|reading| reading.end.is_some_and(|end| end != Days::ANY) && reading.paid.is_some());
        self.out.facts.add_if(differ && both_given, Fact::LapseDatesDiffer as usize);
        any
    }

    /// The days at which a start or an end can change the answer: the day itself, and a union's comings and goings.
    fn turns(&self) -> Vec<Date> {
        let mut turns = vec![self.day];
        if let (true, Named::Listed(union)) = (self.spell.through_union, self.spell.union) {
            turns.extend(union.spells.iter().flat_map(|(from, until)| [*from, *until]).flatten().take(9));
        }
        turns
    }

    fn payment_turns(&self) -> [Date; 3] {
        let Some(arrears) = &self.rules.arrears else { return [self.day; 3] };
        let back = |by: i32| months(self.day, -(by + self.spell.covers));
        [self.day, back(arrears.grace_months), back(arrears.months)]
    }

    /// Places the spell with all its days known; returns the statuses.
    fn at(&mut self, start: Date, end: Option<Date>, paid: Option<Date>, reading: &Reading) -> Bits {
        if start > self.day {
            return self.stand(Phase::Before, self.spell.ending, UnionState::Blank, (Date::MAX, Date::MAX));
        }
        let mut found = Bits::NONE;
        let on_the_day =
            |days: Option<Days>| days.is_some_and(|days| days.first == self.day && days.last == self.day);
        let boundary = on_the_day(Some(self.spell.start)) || on_the_day(reading.end);
        self.out.facts.add_if(boundary, Fact::BoundaryDay as usize);
        let (mut ended, mut goes_on) = (false, true);
        let mut ended_on = Date::MAX;
        let mut ending = self.spell.ending;
        if let Some(end) = end {
            (ended, goes_on) = over(self.day, end, self.spell.rule.last_day);
            ended_on = end;
        }
        let mut unpaid = false;
        if let (Some(paid), Some(arrears)) = (paid, &self.rules.arrears) {
            let lapse = months(paid, arrears.months + self.spell.covers);
            let (lapsed, still) = over(self.day, lapse, arrears.last_day);
            let sure = reading.paid.is_some_and(|days| days.first == days.last);
            self.out.facts.add_if(sure && lapse == self.day, Fact::BoundaryDay as usize);
            unpaid = self.day > paid && self.day >= months(paid, arrears.grace_months + self.spell.covers);
            if lapsed && (!ended || lapse < ended_on) {
                (ended_on, ending) = (lapse, reading.lapse_ending);
                self.out.facts.add_if(!self.spell.ongoing, Fact::Lapsed as usize);
                self.out.facts.add_if(self.spell.ongoing, Fact::OngoingUnpaid as usize);
                self.out.facts.add_if(self.spell.no_reminder, Fact::NoReminder as usize);
            }
            ended |= lapsed;
            goes_on &= still || self.spell.ongoing;
        }
        let (union, left_on) =
            self.union_at(start, if ended && !goes_on { self.day.min(ended_on) } else { self.day });
        if let Some(left_on) = left_on {
            (ended, goes_on) = (true, false);
            ended_on = ended_on.min(left_on);
        }
        if ended {
            found = found.with(self.stand(Phase::Ended, ending, union, (ended_on, ended_on)));
        }
        if goes_on {
            let running = (Date::MAX, Date::MAX);
            let plain = if unpaid { Phase::Arrears } else { Phase::During };
            let (suspended, not) = self.suspension();
            if suspended {
                found = found.with(self.stand(Phase::Suspended, self.spell.ending, union, running));
            }
            if not {
                found = found.with(self.stand(plain, self.spell.ending, union, running));
            }
            self.out.facts.add_if(suspended && not, Fact::SuspensionDecides as usize);
        }
        found
    }

    /// How the union stood on a day, and when it had left if it had.
    fn union_at(&self, start: Date, day: Date) -> (UnionState, Option<Date>) {
        if !self.spell.through_union {
            return (UnionState::Blank, None);
        }
        let union = match self.spell.union {
            Named::Blank => return (UnionState::Blank, None),
            Named::NotListed => return (UnionState::NotListed, None),
            Named::Listed(union) => union,
        };
        if union.affiliated_on(day) {
            return (UnionState::Affiliated, None);
        }
        // An open start reaches back as far as anybody was ever affiliated.
        let from = if start == Date::MIN { None } else { Some(start) };
        if !union.affiliated_between(from, day) {
            return (UnionState::Never, None);
        }
        let left = union.spells.iter().filter_map(|(_, until)| *until).filter(|until| *until < day).max();
        (UnionState::Left, left)
    }

    /// Whether the spell was suspended on the day: it can have been, it can have been not.
    fn suspension(&self) -> (bool, bool) {
        let Some(from) = self.spell.suspended else { return (false, true) };
        let lifted = self.spell.lifted;
        let can_be = from.first <= self.day && lifted.is_none_or(|lifted| lifted.last > self.day);
        let can_be_not = from.last > self.day || lifted.is_some_and(|lifted| lifted.first <= self.day);
        (can_be, can_be_not)
    }

    fn stand(&mut self, phase: Phase, ending: usize, union: UnionState, ended: (Date, Date)) -> Bits {
        self.out.phases.add(phase as usize);
        let placed = Placed { category: self.spell.category, phase, ending, levy: self.spell.levy, union };
        let rule = self.rule(placed);
        let statuses = rule
            .and_then(|at| self.rules.status_rules.get(at))
            .map_or(self.rules.no_rule, |rule| rule.statuses);
        match self.out.stands.iter_mut().find(|stand| stand.rule == rule) {
            Some(stand) => {
                stand.ended_first = stand.ended_first.min(ended.0);
                stand.ended_last = stand.ended_last.max(ended.1);
            }
            None => {
                self.out.stands.push(Stand { statuses, rule, ended_first: ended.0, ended_last: ended.1 });
            }
        }
        self.out.facts.add_if(phase == Phase::Before, Fact::JoinedAfter as usize);
        self.out.facts.add_if(union == UnionState::Never, Fact::UnionNeverAffiliated as usize);
        statuses
    }

    /// Position of the first status rule that fits.
    fn rule(&mut self, placed: Placed) -> Option<usize> {
        if let Some((_, rule)) = self.met.iter().find(|(known, _)| *known == placed) {
            return *rule;
        }
        let rule = self.rules.status_rules.iter().position(|rule| rule.fits(&placed));
        self.met.push((placed, rule));
        rule
    }

    fn finish(mut self) -> Placement {
        let decides = [
            (self.starts.decides(), Fact::StartDecides),
            (self.ends.decides(), Fact::EndDecides),
            (self.payments.decides(), Fact::PaymentDecides),
        ];
        for (decides, fact) in decides {
            self.out.facts.add_if(decides, fact as usize);
        }
        // Only a beginning that is certainly later is said to be later.
        if self.spell.start.first <= self.day {
            self.out.facts = self.out.facts.without(Bits::one(Fact::JoinedAfter as usize));
        }
        self.out
    }
}

/// The days to try for a date; one try without a day where there is none.
fn options(points: Option<&Points>) -> impl Iterator<Item = Option<Date>> {
    let none = points.is_none().then_some(None);
    points.into_iter().flat_map(|points| points.iter().map(Some)).chain(none)
}
