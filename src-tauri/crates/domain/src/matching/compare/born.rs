//! Two dates of birth, each as eight figures with zeros for what is not known.

use crate::matching::field::Level;

/// Years between a parent and a child at least.
const GENERATION: u32 = 14;

pub(super) fn born(a: &str, b: &str) -> Level {
    let (Some(a), Some(b)) = (Parts::of(a), Parts::of(b)) else { return Level::Different };
    if a.is_partial() || b.is_partial() {
        return if a.fits(&b) { Level::Near } else { Level::Different };
    }
    if a.year == b.year && a.month == b.day && a.day == b.month {
        return Level::Swapped;
    }
    let (slips, turned) = slips(a.figures, b.figures);
    // A parent and a child born on one day of the year differ in the year alone, as a mistake does; figures in each other's
    // place are a mistake.
    if a.is_a_generation_from(&b) && !turned {
        return Level::Different;
    }
    match slips {
        1 => Level::Close,
        slips => {
            let same = [a.year == b.year, a.month == b.month, a.day == b.day];
            let two_parts = same.iter().filter(|same| **same).count() == 2;
            if two_parts || slips == 2 || a.year == b.year { Level::Near } else { Level::Different }
        }
    }
}

struct Parts<'a> {
    figures: &'a str,
    year: &'a str,
    month: &'a str,
    day: &'a str,
}

impl<'a> Parts<'a> {
    fn of(figures: &'a str) -> Option<Self> {
        Some(Self { figures, year: figures.get(..4)?, month: figures.get(4..6)?, day: figures.get(6..8)? })
    }

    fn is_partial(&self) -> bool {
        self.month == "00" || self.day == "00"
    }

    fn is_a_generation_from(&self, other: &Self) -> bool {
        let years = (self.year.parse::<u32>(), other.year.parse::<u32>());
        matches!(years, (Ok(one), Ok(two)) if one.abs_diff(two) >= GENERATION)
    }

    fn fits(&self, other: &Self) -> bool {
        let fit = |a: &str, b: &str| a == b || a == "00" || b == "00";
        self.year == other.year && fit(self.month, other.month) && fit(self.day, other.day)
    }
}

/// Figures that differ, and whether they are two neighbours in each other's place, which count as one slip.
fn slips(a: &str, b: &str) -> (u32, bool) {
    let mut differ = a.bytes().zip(b.bytes()).enumerate().filter(|(_, (a, b))| a != b);
    match (differ.next(), differ.next(), differ.next()) {
        (None, ..) => (0, false),
        (Some((one, (a, b))), Some((two, (c, d))), None)
            if two == one.saturating_add(1) && a == d && b == c =>
        {
            (1, true)
        }
        (_, None, _) => (1, false),
        (_, _, None) => (2, false),
        (_, _, Some(_)) => (u32::try_from(differ.count()).unwrap_or(u32::MAX).saturating_add(3), false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_compared_as_people_mistake_them() {
        for (a, b, level) in [
            ("19680307", "19680703", Level::Swapped),
            ("19680307", "19680308", Level::Close),
            ("19680307", "19860307", Level::Close),
            ("19680307", "19690307", Level::Close),
            ("19500314", "19800314", Level::Different),
            ("19520314", "19810314", Level::Different),
            ("19680307", "19680000", Level::Near),
            ("19680307", "19680329", Level::Near),
            ("19680307", "19681125", Level::Near),
            ("19680307", "19941125", Level::Different),
        ] {
            assert_eq!(born(a, b), level, "{a} and {b}");
            assert_eq!(born(b, a), level);
        }
    }
}
