//! What happened when, with where each row comes from.

use jiff::civil::Date;

use super::relationship::ending;
use super::request;
use crate::bundle::claim::Term;
use crate::bundle::claim::answer::opening;
use crate::bundle::{Block, Column, Table, Text, plain};
use crate::claimant::Claimant;
use crate::date::PartialDate;
use crate::date::show::long;

use super::super::Client;
use super::super::desk::Desk;

struct Row {
    order: Option<Date>,
    day: String,
    what: String,
    source: &'static str,
    field: String,
}

pub(super) fn blocks(desk: &mut Desk<'_>, client: &Client<'_>) -> Vec<Block> {
    let mut rows = of_the_matter(desk);
    rows.extend(of_the_claimant(desk, client.claimant));
    // Open beginnings stand first: they were before everything that is known.
    rows.sort_by_key(|row| row.order);
    let mut cells: Vec<Vec<Text>> = Vec::with_capacity(rows.len());
    for row in rows {
        if !row.field.is_empty() {
            desk.rest(client, row.field, format!("{}: {}", row.day, row.what));
        }
        cells.push(vec![plain(row.day), plain(row.what), plain(row.source)]);
    }
    let columns = vec![Column::left("When", 24), Column::left("What", 52), Column::left("Source", 24)];
    vec![Block::Table(Table { columns, rows: cells })]
}

fn of_the_matter(desk: &Desk<'_>) -> Vec<Row> {
    let incident = &desk.input.profile.incident;
    let row = |day: Date, what: String| Row {
        order: Some(day),
        day: long(day),
        what,
        source: "Public statement",
        field: String::new(),
    };
    let defendant = &desk.input.profile.defendant;
    vec![
        row(incident.date, format!("By this day, {defendant} knew of the incident.")),
        row(incident.notice_date, opening(&format!("{defendant} told people of the incident."))),
    ]
}

fn of_the_claimant(desk: &Desk<'_>, claimant: &Claimant) -> Vec<Row> {
    let labels = desk.input.labels;
    let mut rows = Vec::new();
    let mut add = |day: Option<&PartialDate>, what: String, field: String| {
        if let Some(day) = day.filter(|day| !day.is_unknown()) {
            let source = "Our client";
            rows.push(Row { order: day.earliest, day: opening(&day.told()), what, source, field });
        }
    };
    for (at, episode) in claimant.episodes.iter().enumerate() {
        let label = labels.of(Term::Category, &episode.kind);
        add(episode.start.as_ref(), format!("{label}: began."), format!("episodes[{at}].start"));
        let how = ending(desk.input, episode).map(|how| format!(" {how}"));
        let what = format!("{label}: ended.{}", how.unwrap_or_default());
        add(episode.end.as_ref(), what, format!("episodes[{at}].end"));
    }
    let seen = "Our client first saw the notice.".to_owned();
    add(claimant.notification.seen.as_ref(), seen, "notification.seen".to_owned());
    for (at, request) in claimant.aftermath.requests.iter().enumerate() {
        let title = request::title(request.kind);
        let field = |name: &str| format!("aftermath.requests[{at}].{name}");
        add(request.sent.as_ref(), format!("{title}: sent."), field("sent"));
        add(request.acknowledged.as_ref(), format!("{title}: acknowledged."), field("acknowledged"));
        add(request.answered_on.as_ref(), format!("{title}: answered."), field("answered_on"));
    }
    rows
}
