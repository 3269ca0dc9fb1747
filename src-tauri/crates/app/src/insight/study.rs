//! The group as it is looked at: what counts as told, what things are called, which numbers are withheld.

use joinder_domain::insight::{Group, Network, Table, TableKind, Told, Withheld, margins, table_shown};

use super::grid::Cell;
use crate::app::OpenMatter;
use crate::label::ProfileLabels;

/// The group as it is looked at.
pub(super) struct Study<'a> {
    pub(super) group: &'a Group,
    pub(super) told: Told,
    pub(super) labels: ProfileLabels<'a>,
    pub(super) open: &'a OpenMatter,
    hidden: Option<Hidden>,
}

/// What is withheld in everything that is exported.
struct Hidden {
    threshold: u64,
    notice: Vec<bool>,
    told: Vec<bool>,
}

impl<'a> Study<'a> {
    /// With every number.
    pub(super) fn new(group: &'a Group, open: &'a OpenMatter, told: Told) -> Self {
        Self { group, told, labels: ProfileLabels(&open.choices, &open.profile), open, hidden: None }
    }

    /// The same with numbers below `threshold` withheld.
    pub(super) fn withholding(self, threshold: u64) -> Self {
        let (notice, told) = margins(self.group, self.told, threshold);
        Self { hidden: Some(Hidden { threshold, notice, told }), ..self }
    }

    /// The threshold below which numbers are withheld.
    pub(super) fn threshold(&self) -> Option<u64> {
        self.hidden.as_ref().map(|hidden| hidden.threshold)
    }

    pub(super) fn is_small(&self, count: u64) -> bool {
        self.threshold().is_some_and(|threshold| count > 0 && count < threshold)
    }

    /// What is withheld of a table.
    pub(super) fn withheld(&self, table: &Table) -> Withheld {
        match &self.hidden {
            None => Withheld::nothing(table),
            Some(hidden) => {
                let columns = match table.kind {
                    TableKind::Notice => &hidden.notice,
                    TableKind::Told(_) => &hidden.told,
                };
                table_shown(table, columns, hidden.threshold)
            }
        }
    }

    /// Whether each of some counts that add up to a number shown elsewhere is withheld.
    pub(super) fn parts(&self, counts: &[u64]) -> Vec<bool> {
        let Some(threshold) = self.threshold() else { return vec![false; counts.len()] };
        let mut network = Network::new(2);
        for count in counts {
            network.add(0, 1, *count);
        }
        network.protect(threshold)
    }

    /// A count that stands alone.
    pub(super) fn count(&self, count: u64, key: Option<String>) -> Cell {
        self.cell(self.is_small(count), count, key)
    }

    /// A count that other tables nearly tell: to the nearest multiple of the threshold in what is exported.
    pub(super) fn rounded(&self, count: u64, key: Option<String>) -> Cell {
        let step = self.threshold().unwrap_or(1).max(1);
        self.cell(self.is_small(count), (count + step / 2) / step * step, key)
    }

    /// Whole percent, to the nearest five in what is exported.
    pub(super) fn percent(&self, part: u64, whole: u64) -> u64 {
        let step = if self.threshold().is_some_and(|threshold| threshold > 1) { 5 } else { 1 };
        let percent = (100 * part + whole / 2) / whole.max(1);
        (percent + step / 2) / step * step
    }

    /// A count that is withheld or not.
    pub(super) fn cell(&self, withheld: bool, count: u64, key: Option<String>) -> Cell {
        if withheld { Cell::withheld() } else { Cell::count(count, key) }
    }
}
