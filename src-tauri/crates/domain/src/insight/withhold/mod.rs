//! Small numbers that are not given away: withheld themselves, and with as many others as keep them from being worked
//! out.
//!
//! A table with its totals is a [`Network`] of counts that add up. A small count is safe when the published numbers
//! leave it as many values as the threshold has, and that it may be as large as the threshold. What is withheld is
//! decided once for the totals of all tables ([`margins`]), since every table shows them.

mod network;

pub use network::Network;

use super::group::{Group, Told};
use super::loss::Losses;
use super::table::{Table, TableKind};
use crate::classification::NoticeAxis;

/// What is withheld of a table. Zeros are never withheld: nobody stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withheld {
    /// For each row, whether each of its cells is withheld.
    pub cells: Vec<Vec<bool>>,
    /// For each row, whether its total is.
    pub rows: Vec<bool>,
    /// For each column, whether its total is.
    pub columns: Vec<bool>,
}

impl Withheld {
    /// Nothing of a table.
    pub fn nothing(table: &Table) -> Self {
        Self {
            cells: table.rows.iter().map(|row| vec![false; row.counts.len()]).collect(),
            rows: vec![false; table.rows.len()],
            columns: vec![false; table.kind.columns()],
        }
    }

    /// Whether a cell is withheld.
    pub fn cell(&self, row: usize, column: usize) -> bool {
        self.cells.get(row).and_then(|cells| cells.get(column)).copied().unwrap_or(false)
    }

    /// Whether a row's total is withheld.
    pub fn row(&self, row: usize) -> bool {
        self.rows.get(row).copied().unwrap_or(false)
    }

    /// Whether a column's total is withheld.
    pub fn column(&self, column: usize) -> bool {
        self.columns.get(column).copied().unwrap_or(false)
    }
}

/// The totals of columns that are withheld in every table: first for the notice axis, then for told, not told, not
/// known.
pub fn margins(group: &Group, basis: Told, threshold: u64) -> (Vec<bool>, Vec<bool>) {
    let mut notice = vec![0; TableKind::Notice.columns()];
    let mut told = vec![0; 3];
    for person in group.people() {
        for (counts, kind) in [(&mut notice, TableKind::Notice), (&mut told, TableKind::Told(basis))] {
            if let Some(count) = counts.get_mut(kind.column(person)) {
                *count += 1;
            }
        }
    }
    // From nowhere to each of told, not told and not known, and on through the values of the notice axis.
    let mut network = Network::new(5);
    for (half, count) in told.iter().enumerate() {
        network.add(0, half + 1, *count);
    }
    for (column, count) in notice.iter().enumerate() {
        let half = match basis.of(NoticeAxis::ALL.get(column).copied()) {
            Some(true) => 1,
            Some(false) => 2,
            None => 3,
        };
        network.add(half, 4, *count);
    }
    let mut withheld = network.protect(threshold).into_iter();
    let halves = withheld.by_ref().take(3).collect();
    (withheld.collect(), halves)
}

/// What is withheld of a table, given which totals of columns are.
pub fn table_shown(table: &Table, columns: &[bool], threshold: u64) -> Withheld {
    let (rows, width) = (table.rows.len(), table.kind.columns());
    let end = rows + width + 1;
    let mut network = Network::new(end + 1);
    for (index, row) in table.rows.iter().enumerate() {
        network.add(0, index + 1, row.total());
    }
    for (index, row) in table.rows.iter().enumerate() {
        for (column, count) in row.counts.iter().enumerate() {
            network.add(index + 1, rows + 1 + column, *count);
        }
    }
    for column in 0..width {
        let sum = table.rows.iter().filter_map(|row| row.counts.get(column)).sum();
        if columns.get(column).copied().unwrap_or(false) {
            network.add_withheld(rows + 1 + column, end, sum);
        } else {
            network.add_published(rows + 1 + column, end, sum);
        }
    }
    let mut withheld = network.protect(threshold).into_iter();
    Withheld {
        rows: withheld.by_ref().take(rows).collect(),
        cells: (0..rows).map(|_| withheld.by_ref().take(width).collect()).collect(),
        columns: columns.to_vec(),
    }
}

/// What is withheld of the losses: by head, and last the sum over all heads.
pub fn losses_shown(losses: &Losses, threshold: u64) -> Vec<bool> {
    let few = |claimants: u64| claimants > 0 && claimants < threshold;
    let mut withheld: Vec<bool> = losses.heads.iter().map(|head| few(head.claimants.len() as u64)).collect();
    let mut sum = few(losses.claimants);
    // One withheld amount is the sum without the others: another one goes with it, the smallest.
    if !sum && withheld.iter().filter(|withheld| **withheld).count() == 1 {
        match withheld.iter_mut().rev().find(|withheld| !**withheld) {
            Some(smallest) => *smallest = true,
            None => sum = true,
        }
    }
    withheld.push(sum);
    withheld
}
