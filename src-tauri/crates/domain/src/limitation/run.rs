//! The arithmetic of one clock, step by step.

use jiff::civil::Date;

use super::holiday::{after, open_on_or_before, shut};
use super::{Clock, Reader, Standing, Step, Warning};
use crate::date::{days_between, show};
use crate::rules::clock::{ClockRule, Period};

/// A clock that is being read.
pub(super) struct Running<'r> {
    pub clock: Clock,
    reader: &'r Reader<'r>,
    rule: &'r ClockRule,
}

/// Puts a day, the period and the anchor into a sentence.
pub(super) fn fill(text: &str, day: Date, rule: &ClockRule) -> String {
    text.replace("{day}", &show::long_with_weekday(day))
        .replace("{period}", &words(rule.period))
        .replace("{anchor}", &rule.anchor_text)
}

/// "six years", "1 month", "30 days".
pub(super) fn words(period: Period) -> String {
    let of = |number: i32, one: &str| {
        if number == 1 { format!("{number} {one}") } else { format!("{number} {one}s") }
    };
    match period {
        Period { months, days: 0 } if months % 12 == 0 => of(months / 12, "year"),
        Period { months, days: 0 } => of(months, "month"),
        Period { days, .. } => of(days, "day"),
    }
}

impl<'r> Running<'r> {
    pub fn new(reader: &'r Reader<'r>, rule: &'r ClockRule) -> Self {
        Self { clock: reader.blank(rule), reader, rule }
    }

    /// Adds a step.
    pub fn step(&mut self, text: &str, day: Date) {
        let text = fill(text, day, self.rule);
        self.clock.steps.push(Step { text, day: Some(day) });
    }

    /// Adds a step that leads to no day; a rule set without a sentence for it says nothing.
    pub fn say(&mut self, text: &str) {
        if !text.is_empty() {
            self.clock.steps.push(Step { text: text.to_owned(), day: None });
        }
    }

    /// The right arose on a day.
    pub fn accrues(&mut self, day: Date) {
        self.clock.accrued = Some(day);
        let text = &self.reader.terms.words.accrual;
        self.step(text, day);
    }

    /// Time runs from the day on which the right arose; against a child, from the day of majority.
    pub fn runs(&mut self, born: Option<Date>) {
        let (terms, today) = (self.reader.terms, self.reader.input.today);
        let Some(mut from) = self.clock.accrued else { return };
        let mut period = self.rule.period;
        let of_age = born.map(|born| after(born, 12 * terms.majority, 0)).filter(|of_age| *of_age > from);
        if let (Some(of_age), Some(minor)) = (of_age, self.rule.minor) {
            (from, period) = (of_age, minor);
            self.step(&terms.words.majority, of_age);
        }
        self.step(&terms.words.excluded, after(from, 0, 1));
        let last = after(from, period.months, period.days);
        let end = terms.words.end.replace("{period}", &words(period));
        self.step(&end, last);
        self.end(last);
        if from > today && from != self.clock.accrued.unwrap_or(from) {
            self.clock.standing = Standing::NotBegun;
        }
    }

    /// The last day, the day to treat as the last, and the reminders before it.
    fn end(&mut self, last: Date) {
        let terms = self.reader.terms;
        if !self.rule.court {
            return self.ends(last, last, last);
        }
        if let Some(why) = shut(last) {
            self.step(&terms.words.shut.replace("{why}", why), last);
        }
        let before = after(last, 0, -terms.days_before);
        self.step(&terms.words.safe, before);
        let safe = open_on_or_before(before);
        if let Some(why) = shut(before) {
            self.step(&terms.words.moved.replace("{why}", why), safe);
        }
        let act_by = after(safe, 0, -terms.issue_days_before);
        self.step(&terms.words.issue, act_by);
        self.ends(last, safe, act_by);
    }

    fn ends(&mut self, last: Date, safe: Date, act_by: Date) {
        let (terms, today) = (self.reader.terms, self.reader.input.today);
        self.clock.last_day = Some(last);
        self.clock.safe_day = Some(safe);
        self.clock.act_by = Some(act_by);
        self.clock.days_left = Some(days_between(today, safe));
        self.clock.standing = if today > last { Standing::Passed } else { Standing::Running };
        self.clock.warnings = terms
            .warn_months
            .iter()
            .map(|months| {
                let on = after(safe, -months, 0);
                Warning { months: *months, on, due: on <= today }
            })
            .collect();
    }
}
