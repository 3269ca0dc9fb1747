//! Status at the incident by notice: counts, and shares with their intervals.

use joinder_domain::insight::{Attribute, Table, Withheld, by_notice};

use super::attribute::told_chart;
use crate::insight::grid::{Cell, Grid, GridRow, Section};
use crate::insight::key::Key;
use crate::insight::study::Study;
use crate::insight::words;

pub(super) fn section(study: &Study<'_>) -> Section {
    let table = by_notice(study.group, Attribute::Status);
    let withheld = study.withheld(&table);
    Section {
        key: "status".to_owned(),
        title: words::text("insight-status-title"),
        text: vec![words::text("insight-status-text")],
        charts: told_chart(study, Attribute::Status).into_iter().collect(),
        grids: vec![counts(study, &table, &withheld), shares(study, &table, &withheld)],
        notes: vec![words::text("insight-share-note")],
    }
}

fn columns(study: &Study<'_>, table: &Table) -> Vec<String> {
    let mut columns = vec![words::text("insight-attribute-status")];
    columns.extend(words::columns(study, table.kind));
    columns
}

fn counts(study: &Study<'_>, table: &Table, withheld: &Withheld) -> Grid {
    let key = |place, column| Some(Key::Cell(Attribute::Status, table.kind, place, column).name(study));
    let mut rows: Vec<GridRow> = Vec::new();
    for (index, row) in table.rows.iter().enumerate() {
        let counts = row.counts.iter().enumerate();
        let mut cells: Vec<Cell> = counts
            .map(|(column, count)| {
                study.cell(withheld.cell(index, column), *count, key(Some(row.place), Some(column)))
            })
            .collect();
        cells.push(study.cell(withheld.row(index), row.total(), key(Some(row.place), None)));
        rows.push(GridRow { label: words::place(study, Attribute::Status, row.place), cells });
    }
    let totals = table.totals.iter().enumerate();
    let mut cells: Vec<Cell> = totals
        .map(|(column, total)| study.cell(withheld.column(column), *total, key(None, Some(column))))
        .collect();
    cells.push(Cell::count(table.totals.iter().sum(), key(None, None)));
    rows.push(GridRow { label: words::text("insight-all"), cells });
    let mut columns = columns(study, table);
    columns.push(words::text("insight-all"));
    Grid { caption: words::text("insight-status-counts"), columns, rows }
}

/// Each cell as a share of its row.
fn shares(study: &Study<'_>, table: &Table, withheld: &Withheld) -> Grid {
    let rows = table.rows.iter().enumerate().map(|(index, row)| {
        let cells = row.counts.iter().enumerate().map(|(column, count)| {
            if withheld.cell(index, column) || withheld.row(index) {
                Cell::withheld()
            } else {
                Cell::share(*count, row.total())
            }
        });
        GridRow { label: words::place(study, Attribute::Status, row.place), cells: cells.collect() }
    });
    Grid {
        caption: words::text("insight-status-shares"),
        columns: columns(study, table),
        rows: rows.collect(),
    }
}
