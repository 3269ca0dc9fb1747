//! Dates as mail programs write them (RFC 5322 3.3 and 4.3), also in the forms that they should not have.

use std::borrow::Cow;

use jiff::civil;

use super::value::without_comments;

/// Names of zones that mean one offset, in minutes.
const ZONES: &[(&str, i32)] = &[
    ("UT", 0),
    ("UTC", 0),
    ("GMT", 0),
    ("Z", 0),
    ("WET", 0),
    ("BST", 60),
    ("WEST", 60),
    ("CET", 60),
    ("MET", 60),
    ("CEST", 120),
    ("MEST", 120),
    ("EET", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("JST", 540),
    ("KST", 540),
    ("AEST", 600),
    ("AEDT", 660),
    ("NZST", 720),
    ("NZDT", 780),
    ("EST", -300),
    ("EDT", -240),
    ("CST", -360),
    ("CDT", -300),
    ("MST", -420),
    ("MDT", -360),
    ("PST", -480),
    ("PDT", -420),
];

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// Words that are looked at.
const WORDS: usize = 40;

/// The offset of a zone in minutes east of UTC, by its name.
fn zone(name: &str) -> Option<i32> {
    ZONES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, offset)| *offset)
}

/// A date taken apart.
#[derive(Debug, Default)]
struct Pieces {
    day: Option<i8>,
    month: Option<i8>,
    year: Option<i16>,
    time: Option<(i8, i8, i8)>,
    /// Whether a word said the half of the day, and which.
    afternoon: Option<bool>,
    offset: Option<i32>,
}

/// The wall clock of a date, and its minutes east of UTC where it says them; `None` if it cannot be read.
pub(super) fn read(text: &str) -> Option<(civil::DateTime, Option<i32>)> {
    let mut pieces = Pieces::default();
    let written = plain(text);
    for word in written.split_whitespace().take(WORDS) {
        if pieces.is_whole() {
            break;
        }
        for word in word.split(',').filter(|word| !word.is_empty()) {
            pieces.take(word)?;
        }
    }
    if pieces.offset.is_none() {
        pieces.offset = text.split(['(', ')']).nth(1).and_then(zone);
    }
    let (hour, minute, second) = pieces.time?;
    let hour = match (pieces.afternoon, hour) {
        (Some(true), 1..=11) => hour + 12,
        (Some(false), 12) => 0,
        _ => hour,
    };
    // A leap second is shown as the second before it.
    let second = second.min(59);
    let local =
        civil::DateTime::new(pieces.year?, pieces.month?, pieces.day?, hour, minute, second, 0).ok()?;
    Some((local, pieces.offset))
}

/// A date without comments in parentheses, and without blanks around its colons (RFC 5322 4.3).
fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains('(') && !text.contains(" :") && !text.contains(": ") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for (at, piece) in without_comments(text).split(':').enumerate() {
        let piece = if at > 0 { piece.trim_start() } else { piece };
        if at > 0 {
            plain.truncate(plain.trim_end().len());
            plain.push(':');
        }
        plain.push_str(piece);
    }
    Cow::Owned(plain)
}

impl Pieces {
    /// Whether nothing that follows can add to it.
    fn is_whole(&self) -> bool {
        self.offset.is_some()
            && self.time.is_some()
            && self.day.is_some()
            && self.month.is_some()
            && self.year.is_some()
    }

    /// Takes a word in; `None` if no date can be meant.
    fn take(&mut self, word: &str) -> Option<()> {
        let first = word.bytes().next()?;
        if self.time.is_some() && matches!(first, b'+' | b'-') {
            self.offset = self.offset.or_else(|| offset(word));
        } else if word.contains(':') && first.is_ascii_digit() {
            self.take_clock(word)?;
        } else if first.is_ascii_digit() {
            self.take_number(word)?;
        } else if let Some(month) = month(word) {
            self.month = self.month.or(Some(month));
        } else if self.time.is_some() {
            self.take_name(word);
        } else if !is_weekday(word) && self.day.is_none() && self.month.is_none() {
            return word.trim_matches('.').bytes().all(|byte| byte.is_ascii_alphabetic()).then_some(());
        }
        Some(())
    }

    /// `15:42:10`, `15:42`, `3:42PM`, `2021-11-03T15:42:10Z`.
    fn take_clock(&mut self, word: &str) -> Option<()> {
        if self.time.is_some() {
            return Some(());
        }
        let clock = match word.split_once(['T', 't']) {
            Some((date, clock)) if date.contains('-') => {
                self.take_number(date)?;
                clock
            }
            _ => word,
        };
        let end = clock
            .find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, ':' | '.'))
            .unwrap_or(clock.len());
        let (clock, rest) = clock.split_at_checked(end)?;
        let mut numbers =
            clock.split(':').map(|piece| piece.split('.').next().unwrap_or(piece).parse::<i8>());
        let (hour, minute) = (numbers.next()?.ok()?, numbers.next()?.ok()?);
        self.time = Some((hour, minute, numbers.next().and_then(Result::ok).unwrap_or_default()));
        if rest.is_empty() { Some(()) } else { self.take(rest) }
    }

    /// `3`, `3rd`, `2021`, `3-Nov-2021`, `2021-11-03`, or after the time `0000`.
    fn take_number(&mut self, word: &str) -> Option<()> {
        if let Some((first, rest)) = word.split_once(['-', '/']) {
            let (second, third) = rest.split_once(['-', '/'])?;
            if let Some(named) = month(second) {
                self.month = Some(named);
                self.take_number(first)?;
                return self.take_number(third);
            }
            // Only with the year in front is it known which number is the month.
            (self.year, self.month, self.day) = match first.len() {
                4 => (first.parse().ok(), second.parse().ok(), third.parse().ok()),
                _ => return None,
            };
            return Some(());
        }
        let end = word.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(word.len());
        let digits = word.get(..end)?;
        let number: i16 = digits.parse().ok()?;
        if self.day.is_none() && digits.len() <= 3 && (1..=31).contains(&number) {
            self.day = i8::try_from(number).ok();
        } else if self.year.is_none() {
            // RFC 5322 4.3
            self.year = Some(match (digits.len(), number) {
                (..=2, 0..=49) => 2_000 + number,
                (..=2, _) | (3, _) => 1_900 + number,
                _ => number,
            });
        } else if self.time.is_some() && digits.len() == 4 {
            self.offset = self.offset.or_else(|| hours_and_minutes(digits));
        }
        Some(())
    }

    /// `PM`, `GMT`, `UTC+01:00`.
    fn take_name(&mut self, word: &str) {
        if word.eq_ignore_ascii_case("pm") || word.eq_ignore_ascii_case("am") {
            self.afternoon = Some(word.eq_ignore_ascii_case("pm"));
            return;
        }
        let end = word.find(['+', '-']).unwrap_or(word.len());
        let (name, after) = word.split_at_checked(end).unwrap_or((word, ""));
        let by_name = zone(name.trim_matches('"'));
        let more = offset(after).filter(|_| by_name == Some(0));
        self.offset = self.offset.or(more).or(by_name);
    }
}

/// `+0100`, `-05:00`, `+1`.
fn offset(word: &str) -> Option<i32> {
    let sign = match word.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits: String = word.chars().skip(1).filter(|letter| *letter != ':').collect();
    hours_and_minutes(&digits).map(|minutes| sign * minutes)
}

/// `0530` or `530` as hours and minutes, `05` or `5` as hours.
fn hours_and_minutes(digits: &str) -> Option<i32> {
    let end = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
    let digits = digits.get(..end)?;
    let number: i32 = digits.parse().ok()?;
    match digits.len() {
        1 | 2 => Some(number * 60),
        3 | 4 => Some(number / 100 * 60 + number % 100),
        _ => None,
    }
}

fn month(word: &str) -> Option<i8> {
    let start = word.get(..3)?;
    let at = MONTHS.iter().position(|month| start.eq_ignore_ascii_case(month))?;
    i8::try_from(at + 1).ok()
}

fn is_weekday(word: &str) -> bool {
    word.get(..3).is_some_and(|start| WEEKDAYS.iter().any(|day| start.eq_ignore_ascii_case(day)))
}

#[cfg(test)]
mod tests {
    use super::read;

    fn show(text: &str) -> String {
        match read(text) {
            Some((local, offset)) => format!("{local} {}", offset.map_or("?".to_owned(), |o| o.to_string())),
            None => "unread".to_owned(),
        }
    }

    #[test]
    fn a_date_is_read_in_every_form_that_leaves_no_doubt() {
        for (written, read) in [
            ("Wed, 3 Nov 2021 15:42:10 +0000", "2021-11-03T15:42:10 0"),
            ("3 Nov 2021 15:42 GMT", "2021-11-03T15:42:00 0"),
            ("Wed, 03 Nov 21 15:42:10 EST", "2021-11-03T15:42:10 -300"),
            ("Tue, 28 May 96 12:24:23 cst", "1996-05-28T12:24:23 -360"),
            ("Wed Nov  3 15:42:10 2021", "2021-11-03T15:42:10 ?"),
            ("Wed Nov  3 15:42:10 GMT 2021", "2021-11-03T15:42:10 0"),
            ("Wednesday, November 3, 2021 3:42 PM", "2021-11-03T15:42:00 ?"),
            ("3 Nov 2021 12:05:00 AM +0000", "2021-11-03T00:05:00 0"),
            ("Fri, May 09 2017 16:54:30 -0800", "2017-05-09T16:54:30 -480"),
            ("Wed, 20 Sep 1995 00:19:00 (EDT) -0400", "1995-09-20T00:19:00 -240"),
            ("Wed, 20 Sep 1995 00:19:00 (EDT)", "1995-09-20T00:19:00 -240"),
            ("Fri, 21 Nov 1997 09(at):   55  :  06 -0600", "1997-11-21T09:55:06 -360"),
            ("Mon, 21 Aug 95 13:30:57 -600", "1995-08-21T13:30:57 -360"),
            ("Tue, 029 Apr 2019 23:34:45 -0800 (PST)", "2019-04-29T23:34:45 -480"),
            ("Tue, 17 Jul 2012 22:23:35.882 0000", "2012-07-17T22:23:35 0"),
            ("16 May 2016 at 09:30:32  GMT+1", "2016-05-16T09:30:32 60"),
            ("Sat, 24-Sep-2016 12:00:00 UTC", "2016-09-24T12:00:00 0"),
            ("2021-11-03T15:42:10Z", "2021-11-03T15:42:10 0"),
            ("2021-11-03 15:42:10 +01:00", "2021-11-03T15:42:10 60"),
            ("Thu, 29 Apr 1995 23:34:45 -0800 From: somebody", "1995-04-29T23:34:45 -480"),
            ("Sat, 31 Dec 2016 23:59:60 +0000", "2016-12-31T23:59:59 0"),
            ("Sun, 1 Jan 1899 00:00:00 +0000", "1899-01-01T00:00:00 0"),
            ("Thu, 31 Dec 2099 23:59:59 -0000", "2099-12-31T23:59:59 0"),
        ] {
            assert_eq!(show(written), read, "{written}");
        }
    }

    #[test]
    fn a_date_that_is_none_or_in_doubt_stays_as_it_is_written() {
        for written in [
            "",
            "yesterday",
            "03/11/2021 15:42",
            "31 Feb 2021 10:00:00 +0000",
            "3 Nov 2021",
            "3 Nov 2021 25:00:00 +0000",
            "[% date %]",
        ] {
            assert_eq!(show(written), "unread", "{written}");
        }
    }
}
