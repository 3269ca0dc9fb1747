//! A funder's bordereau: counts, and nobody's name.

use std::collections::BTreeMap;

use jiff::civil::Date;
use joinder_domain::date::PartialDate;
use joinder_domain::register::{Audience, Entry, Field, ListCell, ListColumn, ListRow};

use super::words;

/// The columns; on paper a heading says by what is counted.
pub(super) fn columns(paper: bool) -> Vec<ListColumn> {
    let column = |key: &str, width| ListColumn { heading: words::text(key), width, ..ListColumn::default() };
    let what = (!paper).then(|| column("register-bordereau-what", 28));
    let counts = [
        column("register-bordereau-which", 44),
        column("register-bordereau-on", 14),
        column("register-bordereau-left", 14),
    ];
    what.into_iter().chain(counts).collect()
}

/// The rows: all, then by claim form, month of entry, status, cohort, heads and value band.
pub(super) fn rows(entries: &[Entry], paper: bool) -> Vec<ListRow> {
    let all = |_: &Entry| words::text("register-bordereau-everybody");
    // A funder is told no more of anybody's status than everybody may read.
    let value = |field: Field| move |entry: &Entry| entry.shown(field, Audience::Public).to_owned();
    let month = |entry: &Entry| {
        let day = entry.values.get(&Field::Entered).map_or("", String::as_str);
        day.get(..7).unwrap_or_default().to_owned()
    };
    let form = |entry: &Entry| {
        // With zeros, so that the order of the words is that of the numbers.
        let form: u32 = entry.values.get(&Field::ClaimForm).and_then(|form| form.parse().ok()).unwrap_or(0);
        format!("{form:06}")
    };
    let mut rows = Vec::new();
    rows.extend(count(paper, "all", entries, &all));
    rows.extend(count(paper, "form", entries, &form));
    rows.extend(count(paper, "month", entries, &month));
    rows.extend(count(paper, "status", entries, &value(Field::Status)));
    rows.extend(count(paper, "cohort", entries, &value(Field::Cohort)));
    rows.extend(count(paper, "heads", entries, &value(Field::Heads)));
    rows.extend(count(paper, "value-band", entries, &value(Field::ValueBand)));
    rows
}

/// "November 2026" for 2026-11.
fn month(month: &str) -> String {
    let first: Option<Date> = format!("{month}-01").parse().ok();
    first.map_or_else(
        || month.to_owned(),
        |day| PartialDate::between(Some(day), Some(day.last_of_month())).words(),
    )
}

fn count(paper: bool, key: &str, entries: &[Entry], of: &dyn Fn(&Entry) -> String) -> Vec<ListRow> {
    let mut counts: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for entry in entries {
        let (on, left) = counts.entry(of(entry)).or_default();
        *(if entry.is_ended() { left } else { on }) += 1;
    }
    let what = words::text(&format!("register-bordereau-{key}"));
    let row = |(at, (which, (on, left))): (usize, (String, (u32, u32)))| {
        let which = match which.as_str() {
            "" => words::text("register-bordereau-not-said"),
            which if key == "form" => which.trim_start_matches('0').to_owned(),
            which if key == "month" => month(which),
            which => which.to_owned(),
        };
        ListRow {
            part: if at == 0 { what.clone() } else { String::new() },
            cells: (!paper)
                .then(|| ListCell::Words(what.clone()))
                .into_iter()
                .chain([ListCell::Words(which), ListCell::Number(on.into()), ListCell::Number(left.into())])
                .collect(),
        }
    };
    counts.into_iter().enumerate().map(row).collect()
}
