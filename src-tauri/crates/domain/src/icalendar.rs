//! Days for the calendars of other programs: iCalendar (RFC 5545).

use std::fmt::Write as _;

use jiff::Timestamp;
use jiff::civil::Date;

/// Octets that a line may have at most, without its line break (RFC 5545, 3.1).
const LINE_MOST: usize = 75;

/// An entry that lasts a whole day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllDay {
    /// Tells the entry from others for good, so that a calendar read again changes it instead of adding another.
    pub uid: String,
    /// The day.
    pub on: Date,
    /// One line of words.
    pub summary: String,
    /// More words; a line feed begins a new line.
    pub description: String,
    /// Words to filter by.
    pub categories: Vec<String>,
    /// Nothing is more important.
    pub urgent: bool,
}

/// A calendar as a file: equal entries at the same moment give equal bytes.
pub fn calendar(name: &str, made: Timestamp, entries: &[AllDay]) -> String {
    let mut file = File(String::with_capacity(512 * entries.len().saturating_add(1)));
    let stamp = made.strftime("%Y%m%dT%H%M%SZ").to_string();
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//Joinder//Limitation calendar//EN");
    file.line("CALSCALE", "GREGORIAN");
    file.line("METHOD", "PUBLISH");
    file.line("X-WR-CALNAME", &escaped(name));
    for entry in entries {
        file.line("BEGIN", "VEVENT");
        file.line("UID", &escaped(&entry.uid));
        file.line("DTSTAMP", &stamp);
        file.line("DTSTART;VALUE=DATE", &day(entry.on));
        // The end is the first day that is no longer part of it (RFC 5545, 3.6.1).
        file.line("DTEND;VALUE=DATE", &day(entry.on.tomorrow().unwrap_or(entry.on)));
        file.line("SUMMARY", &escaped(&entry.summary));
        if !entry.description.is_empty() {
            file.line("DESCRIPTION", &escaped(&entry.description));
        }
        if !entry.categories.is_empty() {
            let categories: Vec<_> = entry.categories.iter().map(|word| escaped(word)).collect();
            file.line("CATEGORIES", &categories.join(","));
        }
        if entry.urgent {
            file.line("PRIORITY", "1");
        }
        // A reminder takes nobody's time.
        file.line("TRANSP", "TRANSPARENT");
        file.line("END", "VEVENT");
    }
    file.line("END", "VCALENDAR");
    file.0
}

fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

/// Text as RFC 5545, 3.3.11 asks; control characters, which it does not know, are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            ';' => out.push_str("\\;"),
            ',' => out.push_str("\\,"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

struct File(String);

impl File {
    /// Writes a line, folded where it is too long: never within a character, although the standard would allow it.
    fn line(&mut self, name: &str, value: &str) {
        let mut line = String::with_capacity(name.len().saturating_add(value.len()).saturating_add(1));
        // Writing to a string does not fail.
        write!(line, "{name}:{value}").ok();
        let mut octets = 0_usize;
        for c in line.chars() {
            if octets.saturating_add(c.len_utf8()) > LINE_MOST {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets = octets.saturating_add(c.len_utf8());
        }
        self.0.push_str("\r\n");
    }
}
