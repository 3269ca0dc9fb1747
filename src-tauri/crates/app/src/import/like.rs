//! Rows that look like claimants who are there already.

use joinder_domain::claimant::Claimant;
use joinder_domain::id::ClaimantNumber;
use joinder_store::{Reader, claimant as store};

use super::report::RowMatch;
use crate::app::OpenMatter;
use crate::command::Context;
use crate::error::Result;
use crate::matching::{Against, Alike, THRESHOLD, alike};

/// Up to so many rows are each compared with those who share something with them; more are compared with everybody at once.
const FEW: u64 = 1_000;
/// Matches that are listed.
const LISTED: usize = 200;

pub(super) struct Likes {
    against: Option<Against>,
    rows: Vec<(u64, String)>,
    found: Vec<RowMatch>,
    count: u64,
}

impl Likes {
    /// For a file of so many rows.
    pub(super) fn begin(context: Context<'_>, open: &OpenMatter, rows: u64) -> Result<Self> {
        let nobody = open.matter.read(store::total)? == 0;
        let against = if nobody || rows <= FEW { None } else { Some(Against::everybody(context, open)?) };
        Ok(Self { against, rows: Vec::new(), found: Vec::new(), count: 0 })
    }

    /// Takes a row into account that would become a new claimant.
    pub(super) fn look(&mut self, reader: &Reader<'_>, row: u64, claimant: &Claimant) -> Result<()> {
        let name = claimant.identity.full_name();
        match &mut self.against {
            Some(against) => {
                against.push(claimant);
                self.rows.push((row, name));
            }
            None => {
                for found in alike(reader, claimant)? {
                    self.keep(reader, row, &name, &found)?;
                }
            }
        }
        Ok(())
    }

    /// The rows that look like somebody, the likeliest first, and how many there are.
    pub(super) fn finish(
        mut self,
        context: Context<'_>,
        reader: &Reader<'_>,
    ) -> Result<(Vec<RowMatch>, u64)> {
        if let Some(against) = self.against.take() {
            let rows = std::mem::take(&mut self.rows);
            for (at, found) in against.find(context)? {
                if let Some((row, name)) = rows.get(at) {
                    self.keep(reader, *row, name, &found)?;
                }
            }
        }
        self.found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.row.cmp(&b.row)));
        self.found.truncate(LISTED);
        Ok((self.found, self.count))
    }

    fn keep(&mut self, reader: &Reader<'_>, row: u64, name: &str, found: &Alike) -> Result<()> {
        self.count = self.count.saturating_add(1);
        // A thousand matches of the same strength say no more than the first of them.
        if self.found.len() >= LISTED.saturating_mul(4) && found.score < THRESHOLD {
            return Ok(());
        }
        let number: ClaimantNumber = found.number;
        let other = store::rows(reader, &[number])?.pop().map(|row| row.name).unwrap_or_default();
        self.found.push(RowMatch {
            row,
            name: name.to_owned(),
            number: number.0,
            reference: number.to_string(),
            other_name: other,
            score: found.score,
            summary: found.summary.clone(),
        });
        Ok(())
    }
}
