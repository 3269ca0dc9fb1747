//! Whose record nobody needs any more, by the retention rules of the profile. A list for people: nothing goes by itself.

use jiff::civil::Date;
use jiff::{Span, ZonedDateTime};
use joinder_domain::workflow::Retention;
use joinder_store::{Reader, legal_hold, register, work};
use serde::Serialize;

use crate::clock::uk;
use crate::command::{Applied, Context, Nothing};
use crate::error::Result;

/// A record whose time is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RightDue"))]
pub struct Due {
    /// Whose.
    pub number: u32,
    /// Name.
    pub name: String,
    /// The state of the file, in words.
    pub state: String,
    /// The rule, in words.
    pub rule: String,
    /// Where the rule comes from.
    pub source: String,
    /// Since when nothing has happened, ISO 8601.
    pub since: String,
    /// The day on which its time was over, ISO 8601.
    pub over: String,
    /// A hold keeps it all the same.
    pub held: bool,
    /// It stands on the register, which keeps it.
    pub on_register: bool,
}

pub(crate) fn due(context: Context<'_>, _: Nothing) -> Result<Applied<Vec<Due>>> {
    let open = context.app.open_matter()?;
    let workflow = &open.profile.workflow;
    let today = context.app.clock().today();
    let mut due = Vec::new();
    for rule in &workflow.retention {
        let first = workflow.first() == Some(&rule.state);
        let state = if first { "" } else { rule.state.as_str() };
        let label = workflow.label(&rule.state).to_owned();
        open.matter.read(|reader| {
            for resting in work::resting(reader, state)? {
                let since = ZonedDateTime::new(resting.since, uk()).date();
                let over = over(rule, since, resting.born.as_deref());
                if over < today {
                    due.push(row(reader, rule, &label, &resting, since, over)?);
                }
            }
            Ok::<_, crate::error::Error>(())
        })?;
    }
    due.sort_by(|a: &Due, b: &Due| (&a.over, a.number).cmp(&(&b.over, b.number)));
    Ok(Applied::unchanged(due))
}

fn row(
    reader: &Reader<'_>,
    rule: &Retention,
    state: &str,
    resting: &work::Resting,
    since: Date,
    over: Date,
) -> Result<Due> {
    Ok(Due {
        number: resting.number.0,
        name: resting.name.clone(),
        state: state.to_owned(),
        rule: rule.label.clone(),
        source: rule.citation.clone(),
        since: since.to_string(),
        over: over.to_string(),
        held: legal_hold::keeps(reader, resting.number)?,
        on_register: register::place_of(reader, resting.number)?.is_some(),
    })
}

/// The last day of keeping; for a child no earlier than the birthday that the rule names.
fn over(rule: &Retention, since: Date, born: Option<&str>) -> Date {
    let after = |day: Date, months: i32| {
        Span::new().try_months(months).and_then(|span| day.checked_add(span)).unwrap_or(Date::MAX)
    };
    let over = after(since, rule.months);
    let born = born.and_then(|born| born.parse().ok());
    match (rule.until_age, born) {
        (Some(age), Some(born)) => over.max(after(born, age * 12)),
        _ => over,
    }
}
