//! A date: as written, its offset, and in UK time.

use jiff::{Timestamp, ZonedDateTime};
use joinder_evidence::MailDate;
use serde::Serialize;

use crate::clock::uk;

/// One date that a message names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedDate {
    /// Where it stands, such as `Date`, `Received 2` (counted from the oldest, 1), or `DKIM-Signature 1 t=`.
    pub source: String,
    /// As it is written.
    pub raw: String,
    /// The offset from UTC as it is written, such as `+00:00` or `-07:00`; empty when none is.
    pub offset: String,
    /// The instant, RFC 3339; empty when it cannot be read.
    pub utc: String,
    /// On a UK clock, such as `3 November 2021, 15:42:10 GMT`; empty when it cannot be read.
    pub uk: String,
    /// The same day and time of the UK, ISO 8601, such as `2021-11-03T15:42:10`.
    pub uk_local: String,
    /// What is odd about it, in words.
    pub oddities: Vec<String>,
}

impl InspectedDate {
    pub(super) fn of(source: impl Into<String>, date: &MailDate) -> Self {
        let mut oddities: Vec<String> = date.oddities().into_iter().map(|oddity| oddity.text).collect();
        let zone = date.seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
        let summer = zone.is_some_and(|at| uk().to_offset_info(at).offset().seconds() != 0);
        if date.raw.contains("BST") && date.offset_minutes == Some(60) && zone.is_some() && !summer {
            oddities.push("It says British Summer Time on a day when that was not in force.".to_owned());
        }
        Self {
            raw: date.raw.clone(),
            offset: date.offset_minutes.map(offset).unwrap_or_default(),
            oddities,
            ..Self::at(source, date.seconds)
        }
    }

    /// A date that is written as seconds since 1970.
    pub(super) fn seconds(source: impl Into<String>, seconds: i64) -> Self {
        Self { raw: seconds.to_string(), ..Self::at(source, Some(seconds)) }
    }

    fn at(source: impl Into<String>, seconds: Option<i64>) -> Self {
        let at = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
        let local = at.map(|at| ZonedDateTime::new(at, uk()));
        Self {
            source: source.into(),
            utc: at.map(|at| at.to_string()).unwrap_or_default(),
            uk: local
                .as_ref()
                .map(|local| local.strftime("%-d %B %Y, %H:%M:%S %Z").to_string())
                .unwrap_or_default(),
            uk_local: local.map(|local| local.datetime().to_string()).unwrap_or_default(),
            ..Self::default()
        }
    }
}

fn offset(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let minutes = minutes.unsigned_abs();
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}
