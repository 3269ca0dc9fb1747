//! A drawn axis of time: spells as bars whose ends may be uncertain, and the days that matter as lines across them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Bars and lines on one axis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TimelinePicture {
    /// First day of the axis.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: Date,
    /// Last day of the axis.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub to: Date,
    /// Spells, one row each, from top to bottom.
    pub bars: Vec<Bar>,
    /// Days that matter, as labelled vertical lines.
    pub marks: Vec<Mark>,
}

/// Days between which something happened, both included.
///
/// `None` means that nothing is known on that side: the picture fades out to the edge of the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DateRange {
    /// First day possible.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub earliest: Option<Date>,
    /// Last day possible.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub latest: Option<Date>,
}

impl DateRange {
    /// A day that is known.
    pub fn day(day: Date) -> Self {
        Self { earliest: Some(day), latest: Some(day) }
    }

    /// Any day from `earliest` to `latest`.
    pub fn between(earliest: Date, latest: Date) -> Self {
        Self { earliest: Some(earliest), latest: Some(latest) }
    }

    /// No day is known or excluded.
    pub fn unknown() -> Self {
        Self { earliest: None, latest: None }
    }
}

/// One spell: certain from the latest start to the earliest end, possible outside of that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Bar {
    /// What it was, such as "Full member".
    pub label: String,
    /// Its dates as the claimant put them, printed under the label; may be empty.
    pub words: String,
    /// When it began.
    pub start: DateRange,
    /// When it ended.
    pub end: BarEnd,
    /// How dark the certain part is.
    pub tone: Tone,
}

/// How a spell ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum BarEnd {
    /// On one of these days.
    Ended(DateRange),
    /// It goes on.
    Open,
}

/// Darkness of a bar; tells kinds of spell apart in black and white.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Dark.
    Strong,
    /// Half dark.
    Medium,
    /// Pale.
    Pale,
}

/// A day that matters, as a line across all bars; a band where the day is uncertain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Mark {
    /// What happened, such as "Notice dated 3 November 2021".
    pub label: String,
    /// When it happened.
    pub date: DateRange,
    /// Which kind of line it is.
    pub style: MarkStyle,
}

/// Which kind of line a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MarkStyle {
    /// The event that the proceeding is about: a heavy line.
    Incident,
    /// The notice that the claimant had of it: a dashed line.
    Notice,
    /// Any other day: a thin line.
    Other,
}
