//! The calendar as a table for other programs: one row for each claimant and clock.

use jiff::civil::Date;
use joinder_domain::id::ClaimantNumber;

use super::calendar::Calendar;
use crate::error::{Error, Result};

const HEADINGS: [&str; 13] = [
    "Number",
    "Cause",
    "What it limits",
    "Counts",
    "Standing",
    "Time runs from",
    "Last day",
    "Last safe day",
    "Act by",
    "Days left",
    "Reminders",
    "Rule",
    "Source",
];

pub(super) fn table(calendar: &Calendar) -> Result<Vec<u8>> {
    let failed = |_| Error::new("internal");
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADINGS).map_err(failed)?;
    for entry in &calendar.entries {
        let clock = &entry.clock;
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let standing = serde_json::to_value(clock.standing).map_err(|_| Error::new("internal"))?;
        let reminders: Vec<String> = clock.warnings.iter().map(|warning| warning.on.to_string()).collect();
        let rest = [
            clock.cause.to_string(),
            clock.label.clone(),
            if clock.pleaded { "yes" } else { "no" }.to_owned(),
            standing.as_str().unwrap_or_default().to_owned(),
            day(clock.accrued),
            day(clock.last_day),
            day(clock.safe_day),
            day(clock.act_by),
            clock.days_left.map(|days| days.to_string()).unwrap_or_default(),
            reminders.join(" "),
            clock.rule.rule.to_string(),
            clock.rule.citation.clone(),
        ];
        for number in &entry.numbers {
            writer.write_field(ClaimantNumber(*number).to_string()).map_err(failed)?;
            writer.write_record(&rest).map_err(failed)?;
        }
    }
    writer.into_inner().map_err(|_| Error::new("internal"))
}
