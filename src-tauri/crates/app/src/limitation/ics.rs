//! The calendar for other calendars (RFC 5545). Numbers stand for people: no name, no address leaves the matter.

use jiff::civil::Date;
use joinder_domain::icalendar::AllDay;
use joinder_domain::limitation::Standing;
use sha2::{Digest as _, Sha256};

use super::calendar::Calendar;
use super::entry::Entry;
use crate::text::text;

/// Claimants whom an entry names.
const NAMED: usize = 50;

/// Every day to be reminded of: last safe days, days by which to act, and the reminders before them that have not come
/// yet. What passed stands on its day. `matter` tells this matter's entries from another's.
pub(super) fn entries(calendar: &Calendar, matter: &str) -> Vec<AllDay> {
    let mut all = Vec::new();
    for entry in &calendar.entries {
        let Some(on) = entry.on() else { continue };
        let words = Words { entry, matter };
        let what = match entry.clock.standing {
            Standing::Passed => "ics-passed",
            Standing::NotDue => "ics-due",
            _ => "ics-last",
        };
        all.push(words.on(on, what, ""));
        if entry.clock.standing == Standing::Passed {
            continue;
        }
        all.extend(entry.clock.act_by.map(|act_by| words.on(act_by, "ics-act-by", "")));
        for warning in entry.clock.warnings.iter().filter(|warning| !warning.due) {
            all.push(words.on(warning.on, "ics-warning", &warning.months.to_string()));
        }
    }
    all.sort_by(|a, b| (a.on, &a.uid).cmp(&(b.on, &b.uid)));
    all
}

struct Words<'a> {
    entry: &'a Entry,
    matter: &'a str,
}

impl Words<'_> {
    fn on(&self, on: Date, what: &str, months: &str) -> AllDay {
        let clock = &self.entry.clock;
        let count = self.entry.numbers.len().to_string();
        let values = [("label", clock.label.as_str()), ("count", count.as_str()), ("months", months)];
        AllDay {
            uid: self.uid(what, months),
            on,
            summary: text(what, &values),
            description: self.description(),
            categories: vec!["Joinder".to_owned(), clock.cause.to_string()],
            urgent: self.entry.urgent(),
        }
    }

    /// Made of what tells the entry from others, so that it stays the same while numbers come and go.
    fn uid(&self, what: &str, months: &str) -> String {
        let clock = &self.entry.clock;
        let day = self.entry.on().map(|day| day.to_string()).unwrap_or_default();
        let accrued = clock.accrued.map(|day| day.to_string()).unwrap_or_default();
        let rule = clock.rule.rule.as_str();
        let pleaded = if clock.pleaded { "counts" } else { "beside" };
        let name = [self.matter, rule, &day, &accrued, pleaded, what, months].join("\n");
        let hash = Sha256::digest(name.as_bytes());
        let hex: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        format!("{hex}@joinder")
    }

    fn description(&self) -> String {
        let clock = &self.entry.clock;
        let mut lines: Vec<String> = clock.steps.iter().map(|step| step.text.clone()).collect();
        lines.extend(self.entry.cautions());
        lines.push(text("calendar-source", &[("source", clock.rule.citation.as_str())]));
        lines.push(self.entry.ranges(NAMED));
        lines.join("\n")
    }
}
