//! The incident, with what is known and what is not.

use jiff::civil::Date;

use super::read::{Names, Table};
use super::source::Source;
use crate::code::Code;

/// The incident, with what is known and what is not.
#[derive(Clone, Debug)]
pub struct Incident {
    /// What it is called.
    pub title: String,
    /// The day to which statuses are worked out (D0).
    pub date: Date,
    /// What that day is, in a sentence.
    pub date_note: String,
    /// The day of the notice.
    pub notice_date: Date,
    /// The day of the intrusion as a solicitor estimates it, on or before [`Incident::date`]: time limits then run from
    /// it. Statuses do not follow it.
    pub intrusion_estimate: Option<Date>,
    /// Domains of the other side, in lower case; mail from and to them may bear on the matter.
    pub domains: Vec<String>,
    /// What is known.
    pub known: Vec<Statement>,
    /// What is not known.
    pub unknown: Vec<Statement>,
    /// Incidents that are easily taken for this one.
    pub others: Vec<OtherIncident>,
    /// What happened when, in order of time.
    pub timeline: Vec<DatedStatement>,
}

/// A sentence and its source.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The sentence.
    pub text: String,
    /// Its source.
    pub source: Source,
}

/// A sentence about a day, and its source.
#[derive(Clone, Debug)]
pub struct DatedStatement {
    /// The day.
    pub date: Date,
    /// The sentence.
    pub text: String,
    /// Its source.
    pub source: Source,
}

/// An incident that is easily taken for this one.
#[derive(Clone, Debug)]
pub struct OtherIncident {
    /// Its code.
    pub code: Code,
    /// What it is called.
    pub title: String,
    /// What it is, in a sentence or two.
    pub text: String,
    /// When people were told.
    pub told_on: Date,
    /// The source.
    pub source: Source,
}

fn statement(table: Table<'_>) -> Statement {
    let statement = Statement { text: table.text("text"), source: Source::read(&table) };
    table.finish();
    statement
}

impl Incident {
    pub(super) fn read(root: &Table<'_>) -> Self {
        let mut other_names = Names::new("an incident");
        let others = root.tables("other_incident").into_iter().map(|table| {
            let other = OtherIncident {
                code: table.define("code", &mut other_names),
                title: table.text("title"),
                text: table.text("text"),
                told_on: table.date("told_on"),
                source: Source::read(&table),
            };
            table.finish();
            other
        });
        let mut timeline: Vec<_> = root
            .tables("timeline")
            .into_iter()
            .map(|table| {
                let dated = DatedStatement {
                    date: table.date("date"),
                    text: table.text("text"),
                    source: Source::read(&table),
                };
                table.finish();
                dated
            })
            .collect();
        timeline.sort_by_key(|dated| dated.date);
        let incident = Self {
            title: root.text("title"),
            date: root.date("date"),
            date_note: root.text("date_note"),
            notice_date: root.date("notice_date"),
            intrusion_estimate: root.maybe_date("intrusion_estimate"),
            domains: root.texts("domains").iter().map(|domain| domain.to_ascii_lowercase()).collect(),
            known: root.tables("known").into_iter().map(statement).collect(),
            unknown: root.tables("unknown").into_iter().map(statement).collect(),
            others: others.collect(),
            timeline,
        };
        if incident.notice_date < incident.date {
            root.problem(
                "notice_date",
                format!(
                    "expected a day on or after the incident, {}, found {}",
                    incident.date, incident.notice_date
                ),
            );
        }
        if let Some(estimate) = incident.intrusion_estimate.filter(|estimate| *estimate > incident.date) {
            root.problem(
                "intrusion_estimate",
                format!("expected a day on or before \"date\", {}, found {estimate}", incident.date),
            );
        }
        root.finish();
        incident
    }
}
