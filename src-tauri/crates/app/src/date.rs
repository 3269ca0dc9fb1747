//! Dates as people say them.

use joinder_domain::date::PartialDate;
use serde::{Deserialize, Serialize};

use crate::command::{Applied, Context};
use crate::error::{Error, Result};

/// A date in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DateText"))]
pub struct Parse {
    /// The words, such as "mid 2020".
    pub text: String,
}

/// What the words mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DateParsed"))]
pub struct Parsed {
    /// The interval.
    pub date: PartialDate,
    /// The interval in words, to be shown back.
    pub words: String,
}
