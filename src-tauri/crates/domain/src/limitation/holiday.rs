//! Days on which court offices in England and Wales are shut.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

/// Why court offices are shut on a day; `None` when they are open.
///
/// Bank holidays follow the Banking and Financial Dealings Act 1971; those that are proclaimed once are not known here.
pub(super) fn shut(day: Date) -> Option<&'static str> {
    match day.weekday() {
        Weekday::Saturday => Some("a Saturday"),
        Weekday::Sunday => Some("a Sunday"),
        _ => bank_holiday(day),
    }
}

/// The last day on or before `day` on which court offices are open.
pub(super) fn open_on_or_before(day: Date) -> Date {
    let mut open = day;
    // Christmas with a weekend is the longest time without an open day.
    for _ in 0..10 {
        if shut(open).is_none() {
            return open;
        }
        open = open.yesterday().unwrap_or(open);
    }
    open
}

fn bank_holiday(day: Date) -> Option<&'static str> {
    let year = day.year();
    let easter = easter(year)?;
    let known = [
        (substitute(date_of(year, 1, 1)?), "New Year's Day"),
        (moved(easter, -2), "Good Friday"),
        (moved(easter, 1), "Easter Monday"),
        (first_monday(year, 5)?, "the early May bank holiday"),
        (last_monday(year, 5)?, "the spring bank holiday"),
        (last_monday(year, 8)?, "the summer bank holiday"),
        (substitute(date_of(year, 12, 25)?), "Christmas Day, or the day in its place"),
        (boxing_day(year)?, "Boxing Day, or the day in its place"),
    ];
    known.into_iter().find(|(holiday, _)| *holiday == day).map(|(_, name)| name)
}

fn date_of(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

fn moved(day: Date, by: i32) -> Date {
    day.checked_add(by.days()).unwrap_or(day)
}

/// The Monday after, for a holiday at a weekend.
fn substitute(day: Date) -> Date {
    match day.weekday() {
        Weekday::Saturday => moved(day, 2),
        Weekday::Sunday => moved(day, 1),
        _ => day,
    }
}

/// 26 December; where Christmas Day or it falls at a weekend, the day after the one in place of Christmas Day.
fn boxing_day(year: i16) -> Option<Date> {
    let day = date_of(year, 12, 26)?;
    Some(match day.weekday() {
        Weekday::Saturday | Weekday::Sunday => moved(day, 2),
        Weekday::Monday => moved(day, 1),
        _ => day,
    })
}

fn first_monday(year: i16, month: i8) -> Option<Date> {
    date_of(year, month, 1)?.nth_weekday_of_month(1, Weekday::Monday).ok()
}

fn last_monday(year: i16, month: i8) -> Option<Date> {
    date_of(year, month, 1)?.nth_weekday_of_month(-1, Weekday::Monday).ok()
}

/// Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher).
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let (leap, offset) = (century / 4, century % 4);
    let moon = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - leap - moon + 15) % 30;
    let sunday = (32 + 2 * offset + 2 * (rest / 4) - epact - rest % 4) % 7;
    let correction = (golden + 11 * epact + 22 * sunday) / 451;
    let days = epact + sunday - 7 * correction + 114;
    date_of(i16::try_from(year).ok()?, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?)
}

/// The day so many months and days later or earlier; a day that a month does not have is its last one.
pub(crate) fn after(day: Date, months: i32, days: i32) -> Date {
    let far = if months < 0 || days < 0 { Date::MIN } else { Date::MAX };
    let span = Span::new().try_months(months).and_then(|span| span.try_days(days));
    span.and_then(|span| day.checked_add(span)).unwrap_or(far)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn bank_holidays_are_those_that_were_announced() {
        let announced = [
            (2021, 12, 27), // in place of Saturday 25 December
            (2021, 12, 28), // in place of Sunday 26 December
            (2022, 1, 3),
            (2022, 12, 27),
            (2024, 4, 1),
            (2026, 4, 3),
            (2026, 12, 28),
            (2027, 3, 26),
            (2027, 3, 29),
            (2027, 5, 3),
            (2027, 5, 31),
            (2027, 8, 30),
            (2027, 12, 27),
            (2027, 12, 28),
        ];
        for (year, month, day) in announced {
            assert!(shut(date(year, month, day)).is_some(), "{year}-{month}-{day}");
        }
        for (year, month, day) in
            [(2027, 10, 28), (2027, 10, 29), (2024, 12, 27), (2026, 12, 29), (2025, 4, 22)]
        {
            assert!(shut(date(year, month, day)).is_none(), "{year}-{month}-{day}");
        }
    }

    #[test]
    fn the_open_day_before_christmas_weekend_is_found() {
        assert_eq!(open_on_or_before(date(2021, 12, 28)), date(2021, 12, 24));
        assert_eq!(open_on_or_before(date(2027, 10, 28)), date(2027, 10, 28));
    }
}
