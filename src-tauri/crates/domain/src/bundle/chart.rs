//! Charts of a drawn page: bars, columns and lines, as numbers and words.
//!
//! All numbers are whole thousandths of the unit, so that equal facts give equal bytes and plans can be compared:
//! 42 claimants are 42 000, and 12.5 % is 12 500 with the unit "%".

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A chart with the words that make it readable by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Chart {
    /// What it shows, printed above it; also its name for those who cannot see it.
    pub caption: String,
    /// What is measured, such as "Claimants" or "Share notified", printed at the axis; may be empty.
    pub measure: String,
    /// Sign after each number of the axis, such as "%"; may be empty.
    pub unit: String,
    /// What is drawn.
    pub kind: ChartKind,
}

/// What a chart draws. Every axis of numbers begins at 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ChartKind {
    /// Horizontal bars, one group below the other: for things with names.
    Bars(Groups),
    /// Upright bars from left to right: for years and other steps of time.
    Columns(Groups),
    /// Values over days.
    Lines(Curves),
}

/// Groups of bars that share their series.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Groups {
    /// Names of the bars within a group; one name needs no legend.
    pub series: Vec<String>,
    /// The groups in the order in which they are drawn.
    pub groups: Vec<Group>,
}

/// One group of bars.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Group {
    /// What the group stands for, such as "2019" or "Affiliated supporter".
    pub label: String,
    /// One for each series, in their order; `None` draws nothing, as where a number is withheld.
    pub amounts: Vec<Option<Amount>>,
}

/// A number, with how sure it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Amount {
    /// Thousandths of the unit.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub value: u64,
    /// Lower and upper end of the interval around it, drawn as a whisker; thousandths of the unit.
    #[cfg_attr(feature = "ts", ts(type = "[number, number] | null"))]
    pub interval: Option<(u64, u64)>,
    /// The number as it is printed beside the bar; may be empty.
    pub words: String,
}

impl Amount {
    /// A count without an interval, printed as it is.
    pub fn count(count: u64) -> Self {
        Self { value: count.saturating_mul(1000), interval: None, words: count.to_string() }
    }
}

/// Lines on one axis of days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Curves {
    /// First day of the axis.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: Date,
    /// Last day of the axis.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub to: Date,
    /// The lines.
    pub lines: Vec<Curve>,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Curve {
    /// Its name.
    pub label: String,
    /// Its values in thousandths of the unit, by rising day.
    #[cfg_attr(feature = "ts", ts(type = "[string, number][]"))]
    pub points: Vec<(Date, u64)>,
    /// Each value holds until the next one: a step, not a slope.
    pub step: bool,
}

impl Chart {
    /// Every word of it, so that a text can be looked for or left out.
    pub fn words_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let (groups, curves) = match &mut self.kind {
            ChartKind::Bars(groups) | ChartKind::Columns(groups) => (Some(groups), None),
            ChartKind::Lines(curves) => (None, Some(curves)),
        };
        let groups = groups.into_iter().flat_map(|groups| {
            groups.series.iter_mut().chain(groups.groups.iter_mut().flat_map(|group| {
                let words = group.amounts.iter_mut().flatten().map(|amount| &mut amount.words);
                std::iter::once(&mut group.label).chain(words)
            }))
        });
        let curves =
            curves.into_iter().flat_map(|curves| curves.lines.iter_mut().map(|line| &mut line.label));
        [&mut self.caption, &mut self.measure].into_iter().chain(groups).chain(curves)
    }
}
