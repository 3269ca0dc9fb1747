//! Dates as people say them.

use joinder_domain::date::{DateProblem, PartialDate};
use serde::{Deserialize, Serialize};

use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::text;

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

/// What is wrong with a date and what would be right, in the words of the catalogue.
pub(crate) fn explain(problem: &DateProblem) -> (String, String) {
    let values = problem.args();
    let text = |prefix: &str| {
        let key = format!("{prefix}-{}", problem.code());
        text::find(&key, &values).unwrap_or(key)
    };
    (text("err"), text("fix"))
}

pub(crate) fn parse(context: Context<'_>, input: Parse) -> Result<Applied<Parsed>> {
    let open = context.app.open_matter()?;
    let date = PartialDate::parse(&input.text, &open.words).map_err(|problem| {
        let (message, fix) = explain(&problem);
        Error { code: problem.code().to_owned(), message, fix, problems: Vec::new() }
    })?;
    let words = date.words();
    Ok(Applied::unchanged(Parsed { date, words }))
}
