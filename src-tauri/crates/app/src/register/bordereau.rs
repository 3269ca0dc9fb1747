//! A funder's bordereau: counts, and nobody's name.

use std::collections::BTreeMap;

use jiff::civil::Date;
use joinder_domain::date::PartialDate;
use joinder_domain::insight::Network;
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

/// The rows, in which counts from 1 to below `few` are not told: all, then by claim form, month of entry, status, cohort, heads and value band.
pub(super) fn rows(entries: &[Entry], paper: bool, few: u32) -> Vec<ListRow> {
    let count = |key: &str, of: &dyn Fn(&Entry) -> String| count((paper, few), key, entries, of);
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
    rows.extend(count("all", &all));
    rows.extend(count("form", &form));
    rows.extend(count("month", &month));
    rows.extend(count("status", &value(Field::Status)));
    rows.extend(count("cohort", &value(Field::Cohort)));
    rows.extend(count("heads", &value(Field::Heads)));
    rows.extend(count("value-band", &value(Field::ValueBand)));
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

/// Counts that add up to one that is told: the small ones are not, nor those from which they could be worked out.
fn told(counts: &[u64], few: u32) -> Vec<ListCell> {
    let mut network = Network::new(2);
    counts.iter().for_each(|count| network.add(0, 1, *count));
    let few = u64::from(few);
    let cell = |(count, withheld): (&u64, bool)| match (*count, withheld) {
        (1.., _) if *count < few => {
            ListCell::Words(words::with("register-bordereau-few", &[("few", &few.to_string())]))
        }
        (_, true) => ListCell::Words(words::text("register-bordereau-withheld")),
        (count, false) => ListCell::Number(count as f64),
    };
    counts.iter().zip(network.protect(few)).map(cell).collect()
}

fn count(
    (paper, few): (bool, u32),
    key: &str,
    entries: &[Entry],
    of: &dyn Fn(&Entry) -> String,
) -> Vec<ListRow> {
    let mut counts: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for entry in entries {
        let (on, left) = counts.entry(of(entry)).or_default();
        *(if entry.is_ended() { left } else { on }) += 1;
    }
    let what = words::text(&format!("register-bordereau-{key}"));
    let (on, left): (Vec<u64>, Vec<u64>) = counts.values().copied().unzip();
    let cells = told(&on, few).into_iter().zip(told(&left, few));
    let row = |(at, (which, (on, left))): (usize, (String, (ListCell, ListCell)))| {
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
                .chain([ListCell::Words(which), on, left])
                .collect(),
        }
    };
    counts.into_keys().zip(cells).enumerate().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::told;
    use joinder_domain::register::ListCell;

    fn words(counts: &[u64]) -> Vec<String> {
        let word = |cell: &ListCell| match cell {
            ListCell::Words(words) => words.replace(['\u{2068}', '\u{2069}'], ""),
            ListCell::Number(number) => number.to_string(),
            ListCell::Empty | ListCell::Day(_) => String::new(),
        };
        told(counts, 5).iter().map(word).collect()
    }

    #[test]
    fn three_suspended_members_are_not_told_to_a_funder_and_cannot_be_worked_out() {
        assert_eq!(words(&[60, 3, 40, 0]), ["60", "under 5", "withheld", "0"]);
        assert_eq!(words(&[60, 40]), ["60", "40"]);
        assert_eq!(words(&[2]), ["under 5"]);
        assert_eq!(
            words(&[60, 1, 1]),
            ["withheld", "under 5", "under 5"],
            "two that are one each would show"
        );
    }
}
