//! Numbers to points along an axis that begins at 0.

use joinder_domain::bundle::Groups;

/// An axis of numbers, in thousandths of the unit.
pub(super) struct Scale {
    /// Where 0 lies, in points.
    start: f32,
    /// Points for the highest tick; negative for an axis that rises.
    length: f32,
    top: u64,
    step: u64,
}

/// Steps between ticks at most.
const TICKS: u64 = 6;

impl Scale {
    /// An axis that holds `highest`; where `whole`, only whole units have ticks.
    pub(super) fn new(highest: u64, whole: bool, start: f32, length: f32) -> Self {
        let least = if whole { 1000 } else { 1 };
        let mut step: u64 = least;
        let mut factors = [2, 5, 10].into_iter().cycle();
        let mut decade = step;
        while step.saturating_mul(TICKS) < highest && step < u64::MAX / 20 {
            let factor = factors.next().unwrap_or(10);
            step = decade * factor;
            if factor == 10 {
                decade = step;
            }
        }
        let top = highest.div_ceil(step).max(1).saturating_mul(step);
        Self { start, length, top, step }
    }

    /// Where a value lies, held inside the axis.
    pub(super) fn at(&self, value: u64) -> f32 {
        self.start + self.length * (value.min(self.top) as f64 / self.top as f64) as f32
    }

    /// Values that are named, from 0 on.
    pub(super) fn ticks(&self) -> impl Iterator<Item = u64> + '_ {
        (0..=self.top / self.step).map(|index| index * self.step)
    }
}

/// The highest value or end of an interval.
pub(super) fn highest(groups: &Groups) -> u64 {
    let amounts = groups.groups.iter().flat_map(|group| group.amounts.iter().flatten());
    amounts.map(|amount| amount.value.max(amount.interval.map_or(0, |(_, high)| high))).max().unwrap_or(0)
}

/// "12,000" or "0.5", with the unit behind it.
pub(super) fn words(thousandths: u64, unit: &str) -> String {
    let whole = (thousandths / 1000).to_string();
    let mut out = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !thousandths.is_multiple_of(1000) {
        let rest = format!("{:03}", thousandths % 1000);
        out.push('.');
        out.push_str(rest.trim_end_matches('0'));
    }
    out + unit
}

#[cfg(test)]
mod tests {
    use super::{Scale, words};

    fn ticks(highest: u64, whole: bool) -> Vec<u64> {
        Scale::new(highest, whole, 0.0, 100.0).ticks().collect()
    }

    #[test]
    fn ticks_are_round_and_few() {
        assert_eq!(ticks(7_000, true), [0, 2_000, 4_000, 6_000, 8_000]);
        assert_eq!(ticks(100_000, true), [0, 20_000, 40_000, 60_000, 80_000, 100_000]);
        assert_eq!(ticks(620_000_000, true).len(), 5);
        assert_eq!(ticks(0, true), [0, 1_000]);
        assert_eq!(ticks(500, false), [0, 100, 200, 300, 400, 500]);
    }

    #[test]
    fn the_largest_number_has_an_axis() {
        assert!(ticks(u64::MAX, true).len() > 1);
    }

    #[test]
    fn numbers_are_written_as_people_write_them() {
        assert_eq!(words(620_000_000, ""), "620,000");
        assert_eq!(words(12_500, "%"), "12.5%");
        assert_eq!(words(40, ""), "0.04");
    }
}
