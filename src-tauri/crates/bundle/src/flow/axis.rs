//! Days to points along the axis.

use jiff::civil::Date;
use joinder_domain::bundle::DateRange;

/// A stretch of days drawn between two edges, in points.
pub(crate) struct Axis {
    pub(crate) left: f32,
    pub(crate) right: f32,
    from: Date,
    to: Date,
    days: f32,
}

impl Axis {
    /// `None` where the last day is not after the first.
    pub(crate) fn new(from: Date, to: Date, left: f32, right: f32) -> Option<Self> {
        let days = number(to) - number(from);
        (days > 0 && right > left).then_some(Self { left, right, from, to, days: days as f32 })
    }

    /// Where a day lies, held inside the axis.
    pub(crate) fn x(&self, day: Date) -> f32 {
        let share = (number(day) - number(self.from)) as f32 / self.days;
        self.left + share.clamp(0.0, 1.0) * (self.right - self.left)
    }

    /// Both ends of a range; an unknown one lies at the edge of the axis.
    pub(crate) fn span(&self, range: DateRange) -> (f32, f32) {
        let early = range.earliest.map_or(self.left, |day| self.x(day));
        let late = range.latest.map_or(self.right, |day| self.x(day));
        (early.min(late), late.max(early))
    }

    /// First days of years, far enough apart for their labels.
    pub(crate) fn years(&self) -> Vec<(f32, i16)> {
        let (first, last) = (self.from.year(), self.to.year());
        let count = f32::from(last - first + 1);
        let room = (self.right - self.left) / 26.0;
        let step = [1_i16, 2, 5, 10, 20, 50].into_iter().find(|step| count / f32::from(*step) <= room);
        let step = step.unwrap_or(100);
        (first..=last)
            .filter(|year| year % step == 0)
            .filter_map(|year| Date::new(year, 1, 1).ok().map(|day| (day, year)))
            .filter(|(day, _)| *day >= self.from && *day <= self.to)
            .map(|(day, year)| (self.x(day), year))
            .collect()
    }
}

/// Days since an arbitrary day, by the proleptic Gregorian calendar.
fn number(day: Date) -> i32 {
    let year = i32::from(day.year()) - 1;
    let before = year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    before + i32::from(day.day_of_year())
}
