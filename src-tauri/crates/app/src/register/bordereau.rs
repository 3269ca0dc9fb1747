//! A funder's bordereau: counts, and nobody's name.

use std::collections::BTreeMap;

use joinder_domain::register::{Entry, Field, ListCell, ListColumn, ListRow};

use super::words;

/// The columns.
pub(super) fn columns() -> Vec<ListColumn> {
    let column = |key: &str, width| ListColumn { heading: words::text(key), width, ..ListColumn::default() };
    vec![
        column("register-bordereau-what", 28),
        column("register-bordereau-which", 44),
        column("register-bordereau-on", 14),
        column("register-bordereau-left", 14),
    ]
}

/// The rows: all, then by claim form, month of entry, status, cohort, heads and value band.
pub(super) fn rows(entries: &[Entry]) -> Vec<ListRow> {
    let all = |_: &Entry| words::text("register-bordereau-everybody");
    let value = |field: Field| move |entry: &Entry| entry.values.get(&field).cloned().unwrap_or_default();
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
    rows.extend(count("all", entries, &all));
    rows.extend(count("form", entries, &form));
    rows.extend(count("month", entries, &month));
    rows.extend(count("status", entries, &value(Field::Status)));
    rows.extend(count("cohort", entries, &value(Field::Cohort)));
    rows.extend(count("heads", entries, &value(Field::Heads)));
    rows.extend(count("value-band", entries, &value(Field::ValueBand)));
    rows
}

fn count(key: &str, entries: &[Entry], of: &dyn Fn(&Entry) -> String) -> Vec<ListRow> {
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
            which => which.to_owned(),
        };
        ListRow {
            part: if at == 0 { what.clone() } else { String::new() },
            cells: vec![
                ListCell::Words(what.clone()),
                ListCell::Words(which),
                ListCell::Number(on.into()),
                ListCell::Number(left.into()),
            ],
        }
    };
    counts.into_iter().enumerate().map(row).collect()
}
