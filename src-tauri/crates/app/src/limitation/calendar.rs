//! The matter's calendar: every clock of every claimant, by day and cause.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use joinder_domain::limitation::{Clock, Standing, limitation};
use joinder_store::claimant as store;
use serde::{Deserialize, Serialize};

use super::entry::{Entry, EntryView, Key};
use crate::classification::{STEP, each};
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};

/// The matter's calendar, kept until it is asked for again or the matter is closed.
#[derive(Debug)]
pub(crate) struct Calendar {
    /// Tells it from earlier ones.
    pub id: String,
    pub(super) as_of: Date,
    pub(super) claimants: u64,
    pub(super) entries: Vec<Entry>,
}

/// The matter's calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LimitationCalendar"))]
pub struct CalendarView {
    /// Tells it from earlier ones.
    pub id: String,
    /// The day on which it was read, ISO 8601.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub as_of: Date,
    /// Claimants who were looked at.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub claimants: u64,
    /// The earliest safe day that is not passed, of causes that count, ISO 8601.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub next: Option<Date>,
    /// Claimants for whom a clock of a cause that counts has passed.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub passed: u64,
    /// Days and causes, by day; those whose day is not known last.
    pub entries: Vec<EntryView>,
}

/// One entry of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LimitationClaimantsOf"))]
pub struct Which {
    /// The calendar.
    pub id: String,
    /// Position of the entry.
    pub at: u32,
}

pub(crate) fn calendar(context: Context<'_>, _: Nothing) -> Result<Applied<CalendarView>> {
    let open = context.app.open_matter()?;
    let calendar = Arc::new(gather(context)?);
    let view = calendar.view();
    open.session.set_calendar(Some(calendar))?;
    Ok(Applied::unchanged(view))
}

pub(crate) fn claimants(context: Context<'_>, input: Which) -> Result<Applied<Vec<u32>>> {
    let calendar = context.app.open_matter()?.session.calendar(&input.id)?;
    let entry = calendar.entries.get(input.at as usize).ok_or_else(|| Error::new("no-such-calendar"))?;
    Ok(Applied::unchanged(entry.numbers.clone()))
}

/// Reads every claimant's clocks, on all cores.
pub(super) fn gather(context: Context<'_>) -> Result<Calendar> {
    let open = context.app.open_matter()?;
    let (today, label) = (context.app.clock().today(), "Reading time limits");
    let total = open.matter.read(store::total)?;
    let mut entries: BTreeMap<Key, Entry> = BTreeMap::new();
    let mut done = 0_u64;
    context.job.step(0, total, label)?;
    each(
        &open,
        today,
        |_, _, one| Ok((one.number.0, limitation(&one.input, &open.profile).clocks)),
        |(number, clocks): (u32, Vec<Clock>)| {
            for clock in clocks {
                let Some(key) = Key::of(&clock) else { continue };
                entries.entry(key).or_insert_with(|| Entry::new(clock.clone())).add(number, &clock);
            }
            done += 1;
            if done.is_multiple_of(STEP) {
                context.job.step(done, total, label)?;
            }
            Ok(())
        },
    )?;
    context.job.step(done, done, label)?;
    let id = context.app.clock().id().to_string();
    Ok(Calendar { id, as_of: today, claimants: done, entries: entries.into_values().collect() })
}

impl Calendar {
    fn view(&self) -> CalendarView {
        let running = self.entries.iter().filter(|entry| {
            entry.clock.pleaded && entry.clock.standing == Standing::Running && entry.on() >= Some(self.as_of)
        });
        CalendarView {
            id: self.id.clone(),
            as_of: self.as_of,
            claimants: self.claimants,
            next: running.filter_map(Entry::on).min(),
            passed: self.passed(),
            entries: (0..).zip(&self.entries).map(|(at, entry)| entry.view(at)).collect(),
        }
    }

    /// How many claimants have a clock that passed, of a cause that counts.
    pub(super) fn passed(&self) -> u64 {
        let passed = self
            .entries
            .iter()
            .filter(|entry| entry.clock.pleaded && entry.clock.standing == Standing::Passed);
        let mut numbers: Vec<u32> = passed.flat_map(|entry| &entry.numbers).copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.len() as u64
    }
}
