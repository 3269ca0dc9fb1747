//! Days in the form that a column has.

use jiff::civil::{Date, date};

use crate::date::MONTHS;

/// In which order a format writes the parts of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// 03/11/2021
    DayMonthYear,
    /// 11/03/2021
    MonthDayYear,
    /// 2021-11-03
    YearMonthDay,
}

impl DayOrder {
    /// The order of a number format such as "dd/mm/yyyy"; day first where it does not say.
    pub fn of(format: &str) -> Self {
        let letters: String = format.to_ascii_lowercase().chars().filter(|c| "dmy".contains(*c)).collect();
        match letters.chars().next() {
            Some('y') => Self::YearMonthDay,
            Some('m') => Self::MonthDayYear,
            _ => Self::DayMonthYear,
        }
    }
}

/// Reads a day in figures, or with the month in letters, in the order of its column. A year has four figures.
pub fn read_day(text: &str, order: DayOrder) -> Option<Date> {
    let parts: Vec<&str> =
        text.trim().split(['/', '-', '.', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let year_first = a.len() == 4;
    let (year, month, day) = match order {
        _ if year_first => (a, b, c),
        DayOrder::MonthDayYear => (c, a, b),
        _ => (c, b, a),
    };
    let day_text = day.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let named = |text: &str| {
        let text = text.to_ascii_lowercase();
        let found = MONTHS.iter().position(|month| text.len() >= 3 && month.starts_with(&text))?;
        i8::try_from(found + 1).ok()
    };
    let month = month.parse().ok().or_else(|| named(month))?;
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month, day_text.parse().ok()?).ok()
}

/// Writes a day as a format has it; words of a format that is not understood give 03/11/2021.
pub fn show_day(day: Date, format: &str) -> String {
    let mut out = String::new();
    let lower = format.to_ascii_lowercase();
    // The part after a semicolon is for other values, that in brackets is a language.
    let shown = lower.split(';').next().unwrap_or_default();
    let shown = shown.rsplit(']').next().unwrap_or_default().replace(['\\', '"'], "");
    let mut letters = shown.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut count = 1;
        while letters.next_if_eq(&letter).is_some() {
            count += 1;
        }
        let month = MONTHS.get(usize::try_from(day.month() - 1).unwrap_or(0)).copied().unwrap_or_default();
        let named = |most: usize| {
            let mut word: String = month.chars().take(most).collect();
            if let Some(first) = word.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            word
        };
        match (letter, count) {
            ('d', 1) => out.push_str(&day.day().to_string()),
            ('d', 2) => out.push_str(&format!("{:02}", day.day())),
            ('m', 1) => out.push_str(&day.month().to_string()),
            ('m', 2) => out.push_str(&format!("{:02}", day.month())),
            ('m', 3) => out.push_str(&named(3)),
            ('m', _) => out.push_str(&named(9)),
            ('y', 1 | 2) => out.push_str(&format!("{:02}", day.year().rem_euclid(100))),
            ('y', _) => out.push_str(&format!("{:04}", day.year())),
            ('/' | '-' | '.' | ' ' | ',', _) => out.extend(std::iter::repeat_n(letter, count)),
            _ => return show_day_plain(day),
        }
    }
    if read_back(&out) { out } else { show_day_plain(day) }
}

fn show_day_plain(day: Date) -> String {
    format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year())
}

fn read_back(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() >= 3
}

/// Days on which nobody who claims was born, or nothing of this kind was filed.
pub(super) fn plausible(day: Date) -> bool {
    (date(1900, 1, 1)..=date(2199, 12, 31)).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::{DayOrder, read_day, show_day};
    use jiff::civil::date;

    #[test]
    fn days_are_read_in_the_order_of_their_column() {
        let third = Some(date(2021, 11, 3));
        let order = DayOrder::of("dd/mm/yyyy");
        for text in ["03/11/2021", "3.11.2021", "3 Nov 2021", "3rd November 2021", "2021-11-03"] {
            assert_eq!(read_day(text, order), third, "{text}");
        }
        assert_eq!(read_day("11/03/2021", DayOrder::of("mm/dd/yyyy")), third);
        for text in ["3/11/21", "31/02/2021", "November 2021", "44503", "03/13/2021", "", "soon"] {
            assert_eq!(read_day(text, order), None, "{text}");
        }
    }

    #[test]
    fn days_are_written_as_their_column_has_them() {
        let third = date(2021, 11, 3);
        assert_eq!(show_day(third, "dd/mm/yyyy"), "03/11/2021");
        assert_eq!(show_day(third, "[$-809]d mmmm yyyy;@"), "3 November 2021");
        assert_eq!(show_day(third, "dd\\-mmm\\-yy"), "03-Nov-21");
        assert_eq!(show_day(third, "yyyy-mm-dd"), "2021-11-03");
        assert_eq!(show_day(third, "General"), "03/11/2021");
    }
}
