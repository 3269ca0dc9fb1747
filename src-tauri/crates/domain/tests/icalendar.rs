//! Calendars that other programs can read.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use joinder_domain::icalendar::{AllDay, calendar};
use proptest::prelude::*;

fn made() -> jiff::Timestamp {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

fn last_day(summary: &str, description: &str) -> AllDay {
    AllDay {
        uid: "28-october@joinder".to_owned(),
        on: "2027-10-28".parse().unwrap(),
        summary: summary.to_owned(),
        description: description.to_owned(),
        categories: vec!["Last safe day".to_owned(), "law, and more".to_owned()],
        urgent: true,
    }
}

/// The lines of a file as RFC 5545, 3.1 unfolds them.
fn unfolded(file: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in file.strip_suffix("\r\n").unwrap().split("\r\n") {
        match line.strip_prefix(' ') {
            Some(rest) => lines.last_mut().unwrap().push_str(rest),
            None => lines.push(line.to_owned()),
        }
    }
    lines
}

fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next().unwrap() {
                'n' => out.push('\n'),
                c => out.push(c),
            },
            (c, false) => out.push(c),
        }
    }
    out
}

#[test]
fn a_day_is_written_as_the_standard_has_it() {
    let file = calendar("Labour 2021", made(), &[last_day("Last day; 2 claimants", "C-000001,\nC-000002")]);
    assert_eq!(
        unfolded(&file),
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Joinder//Limitation calendar//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "X-WR-CALNAME:Labour 2021",
            "BEGIN:VEVENT",
            "UID:28-october@joinder",
            "DTSTAMP:20261123T090000Z",
            "DTSTART;VALUE=DATE:20271028",
            "DTEND;VALUE=DATE:20271029",
            "SUMMARY:Last day\\; 2 claimants",
            "DESCRIPTION:C-000001\\,\\nC-000002",
            "CATEGORIES:Last safe day,law\\, and more",
            "PRIORITY:1",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
        ]
    );
}

#[test]
fn a_calendar_without_days_is_a_calendar() {
    assert_eq!(unfolded(&calendar("Empty", made(), &[])).last().unwrap(), "END:VCALENDAR");
}

proptest! {
    /// Whatever the words, no line is too long, no character is torn, and the words come back.
    #[test]
    fn any_words_survive_folding(summary in "\\PC{0,200}", description in "(\\PC|\n){0,400}") {
        let file = calendar("Any", made(), &[last_day(&summary, &description)]);
        for line in file.split("\r\n") {
            prop_assert!(line.len() <= 75);
            prop_assert!(!line.contains(['\r', '\n']));
        }
        let lines = unfolded(&file);
        let value = |name: &str| {
            lines.iter().find_map(|line| line.strip_prefix(name)).map(unescaped).unwrap_or_default()
        };
        let kept = |text: &str| text.chars().filter(|c| *c == '\n' || !c.is_control()).collect::<String>();
        prop_assert_eq!(value("SUMMARY:"), kept(&summary));
        prop_assert_eq!(value("DESCRIPTION:"), kept(&description));
    }
}
