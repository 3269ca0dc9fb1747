//! Told and not told by one attribute, as a table and a chart.

use joinder_domain::bundle::{Amount, Chart, ChartKind, Group as Bars, Groups};
use joinder_domain::insight::statistic::wilson;
use joinder_domain::insight::{Attribute, Place, Row, Table, Withheld, by_told};

use crate::insight::grid::{Cell, Grid, GridRow, Section};
use crate::insight::key::Key;
use crate::insight::study::Study;
use crate::insight::words;

/// Bars of a chart at most; the table has all rows.
const BARS: usize = 24;

pub(super) fn section(study: &Study<'_>, attribute: Attribute) -> Section {
    let code = attribute.code();
    let table = ordered(by_told(study.group, attribute, study.told));
    let withheld = study.withheld(&table);
    let mut notes = Vec::new();
    if attribute.is_many() {
        notes.push(words::text("insight-many-note"));
    }
    if is_year(attribute) {
        notes.push(words::text("insight-spans-note"));
    }
    notes.push(words::text("insight-share-note"));
    Section {
        key: code.to_owned(),
        title: words::text(&format!("insight-title-{code}")),
        text: Vec::new(),
        charts: chart(study, &table, &withheld).into_iter().collect(),
        grids: vec![grid(study, &table, &withheld)],
        notes,
    }
}

/// The chart of told and not told by an attribute, without its table.
pub(super) fn told_chart(study: &Study<'_>, attribute: Attribute) -> Option<Chart> {
    let table = ordered(by_told(study.group, attribute, study.told));
    let withheld = study.withheld(&table);
    chart(study, &table, &withheld)
}

fn is_year(attribute: Attribute) -> bool {
    matches!(attribute, Attribute::YearOfLeaving | Attribute::YearOfJoining)
}

/// Years in order, other places by how many stand there; what is not a place comes last.
fn ordered(mut table: Table) -> Table {
    let years = is_year(table.attribute);
    table.rows.sort_by_key(|row| {
        let named = matches!(row.place, Place::Code(_) | Place::Year(_));
        let size = if years { 0 } else { u64::MAX - row.total() };
        (!named, if named { size } else { 0 }, row.place)
    });
    table
}

fn grid(study: &Study<'_>, table: &Table, withheld: &Withheld) -> Grid {
    let attribute = table.attribute;
    let key = |place, column| Some(Key::Cell(attribute, table.kind, place, column).name(study));
    let mut rows: Vec<GridRow> = table
        .rows
        .iter()
        .enumerate()
        .map(|(index, row)| {
            let counts = row.counts.iter().enumerate();
            let mut cells: Vec<Cell> = counts
                .map(|(column, count)| {
                    study.cell(withheld.cell(index, column), *count, key(Some(row.place), Some(column)))
                })
                .collect();
            cells.push(study.cell(withheld.row(index), row.total(), key(Some(row.place), None)));
            cells.push(share(row, withheld, index));
            GridRow { label: words::place(study, attribute, row.place), cells }
        })
        .collect();
    let totals = table.totals.iter().enumerate();
    let mut cells: Vec<Cell> = totals
        .map(|(column, total)| study.cell(withheld.column(column), *total, key(None, Some(column))))
        .collect();
    cells.push(Cell::count(table.totals.iter().sum(), key(None, None)));
    let all = Row { place: Place::NotKnown, counts: table.totals.clone() };
    cells.push(if withheld.column(0) || withheld.column(1) { Cell::withheld() } else { told_share(&all) });
    rows.push(GridRow { label: words::text("insight-claimants"), cells });
    let mut columns = vec![words::text(&format!("insight-attribute-{}", attribute.code()))];
    columns.extend(words::columns(study, table.kind));
    columns.extend([words::text("insight-all"), words::text("insight-share-told")]);
    Grid { caption: words::text(&format!("insight-title-{}", attribute.code())), columns, rows }
}

fn halves(row: &Row) -> (u64, u64) {
    let at = |column: usize| row.counts.get(column).copied().unwrap_or(0);
    (at(0), at(1))
}

fn told_share(row: &Row) -> Cell {
    let (told, untold) = halves(row);
    Cell::share(told, told + untold)
}

fn share(row: &Row, withheld: &Withheld, index: usize) -> Cell {
    if withheld.cell(index, 0) || withheld.cell(index, 1) { Cell::withheld() } else { told_share(row) }
}

/// Counts by year as columns; shares told of other places as bars with whiskers.
fn chart(study: &Study<'_>, table: &Table, withheld: &Withheld) -> Option<Chart> {
    let title = words::text(&format!("insight-title-{}", table.attribute.code()));
    let drawn = if is_year(table.attribute) {
        columns(title, table, withheld)
    } else {
        bars(study, title, table, withheld)
    };
    drawn.filter(compares)
}

/// Whether a chart sets two numbers at least side by side; where nearly all are withheld, it shows an empty field.
fn compares(chart: &Chart) -> bool {
    let (ChartKind::Bars(Groups { groups, .. }) | ChartKind::Columns(Groups { groups, .. })) = &chart.kind
    else {
        return true;
    };
    let shown = groups.iter().filter(|group| group.amounts.iter().flatten().any(|amount| amount.value > 0));
    shown.count() > 1
}

fn columns(caption: String, table: &Table, withheld: &Withheld) -> Option<Chart> {
    let years: Vec<(usize, i16)> = table
        .rows
        .iter()
        .enumerate()
        .filter_map(|(index, row)| match row.place {
            Place::Year(year) => Some((index, year)),
            _ => None,
        })
        .collect();
    let (first, last) = (years.first()?.1, years.last()?.1);
    // Years without anybody have a column too, as long as that is not most of a lifetime.
    let shown: Vec<i16> = if last - first < 80 {
        (first..=last).collect()
    } else {
        years.iter().map(|(_, year)| *year).collect()
    };
    let groups = shown.into_iter().map(|year| {
        let found = years.iter().find(|(_, other)| *other == year).map(|(index, _)| *index);
        let amount = |column: usize| match found {
            Some(index) if withheld.cell(index, column) => None,
            Some(index) => {
                let count = table.rows.get(index).and_then(|row| row.counts.get(column));
                Some(Amount::count(count.copied().unwrap_or(0)))
            }
            None => Some(Amount::count(0)),
        };
        Bars { label: year.to_string(), amounts: vec![amount(0), amount(1)] }
    });
    let groups = groups.collect();
    let series = vec![words::text("insight-told"), words::text("insight-not-told")];
    let measure = words::text("insight-claimants");
    Some(Chart { caption, measure, unit: String::new(), kind: ChartKind::Columns(Groups { series, groups }) })
}

fn bars(study: &Study<'_>, caption: String, table: &Table, withheld: &Withheld) -> Option<Chart> {
    let groups: Vec<Bars> = table
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| halves(row) != (0, 0))
        .take(BARS)
        .map(|(index, row)| {
            let (told, untold) = halves(row);
            let total = told + untold;
            let (low, high) = wilson(told, total);
            // Thousandths of a percent.
            let thousandths = |share: f64| (share * 100_000.0).round() as u64;
            let hidden = withheld.cell(index, 0) || withheld.cell(index, 1);
            let amount = (!hidden).then(|| Amount {
                value: thousandths(told as f64 / total as f64),
                interval: Some((thousandths(low), thousandths(high))),
                words: words::share(told, total),
            });
            Bars { label: words::place(study, table.attribute, row.place), amounts: vec![amount] }
        })
        .collect();
    (!groups.is_empty()).then(|| Chart {
        caption,
        measure: words::text("insight-share-told-measure"),
        unit: "%".to_owned(),
        kind: ChartKind::Bars(Groups { series: vec![words::text("insight-share-told")], groups }),
    })
}
