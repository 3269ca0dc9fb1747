//! Blocks: the groups of records within which every pair is compared.

use super::index::Index;
use super::key::{Indexed, Pass, Split};

/// A block of more records than this is divided: its pairs would cost more than they find.
const RECORDS_MOST: usize = 64;
/// The same for a pass whose key says much by itself.
const RECORDS_MOST_SELECTIVE: usize = 128;
/// Up to so many records every pair is compared.
const FEW: u32 = 250;

/// The blocks of an index.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    /// Members of all blocks, block after block, each in order.
    members: Vec<u32>,
    /// Where each block ends.
    ends: Vec<u32>,
    /// Blocks of each record, record after record.
    of_record: Vec<u32>,
    /// Where the blocks of each record end.
    record_ends: Vec<u32>,
}

impl Blocks {
    pub(super) fn of(index: &Index) -> Self {
        let mut blocks = Self::default();
        if index.len() <= FEW {
            blocks.add(&(0..index.len()).collect::<Vec<_>>());
        } else {
            for pass in Pass::ALL {
                blocks.gather(index, pass);
            }
        }
        blocks.turn(index.len());
        blocks
    }

    fn gather(&mut self, index: &Index, pass: Pass) {
        let (mut keyed, mut keys) = (Vec::new(), Vec::new());
        for record in 0..index.len() {
            pass.keys(&Indexed(index, record), &mut keys);
            keyed.extend(keys.iter().map(|key| (*key, record)));
        }
        keyed.sort_unstable();
        let most = if pass == Pass::Born { RECORDS_MOST_SELECTIVE } else { RECORDS_MOST };
        let mut block = Vec::new();
        for same in keyed.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1) {
            block.clear();
            block.extend(same.iter().map(|(_, record)| *record));
            self.divide(index, &mut block, most, &Split::ALL);
        }
    }

    /// Adds a block, in parts when it is too large.
    fn divide(&mut self, index: &Index, block: &mut [u32], most: usize, splits: &[Split]) {
        if block.len() < 2 {
            return;
        }
        if block.len() <= most {
            block.sort_unstable();
            if index.second().is_none()
                || block.iter().any(|record| self.pairs_with_first(index, block, *record))
            {
                self.add(block);
            }
            return;
        }
        match splits.split_first() {
            Some((split, rest)) => {
                block.sort_by_cached_key(|record| (split.key(index, *record), *record));
                for part in block.chunk_by_mut(|a, b| split.key(index, *a) == split.key(index, *b)) {
                    self.divide(index, part, most, rest);
                }
            }
            // Nothing tells them apart: neighbours in the order they came in.
            None => {
                block.sort_unstable();
                let half = most / 2;
                for start in (0..block.len()).step_by(half.max(1)) {
                    let part =
                        block.get(start..).map(|rest| rest.get(..most).unwrap_or(rest)).unwrap_or_default();
                    if part.len() > 1 {
                        self.add(part);
                    }
                }
            }
        }
    }

    fn pairs_with_first(&self, index: &Index, block: &[u32], record: u32) -> bool {
        block.first().is_some_and(|first| index.may_pair(*first, record))
    }

    fn add(&mut self, block: &[u32]) {
        self.members.extend_from_slice(block);
        self.ends.push(u32::try_from(self.members.len()).unwrap_or(u32::MAX));
    }

    fn block(&self, number: u32) -> &[u32] {
        let at = number as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(at).copied().unwrap_or(start);
        self.members.get(start as usize..end as usize).unwrap_or_default()
    }

    /// Notes the blocks of each record.
    fn turn(&mut self, records: u32) {
        let mut counts = vec![0_u32; records as usize];
        for member in &self.members {
            if let Some(count) = counts.get_mut(*member as usize) {
                *count = count.saturating_add(1);
            }
        }
        let mut end = 0_u32;
        self.record_ends = counts
            .iter()
            .map(|count| {
                end = end.saturating_add(*count);
                end
            })
            .collect();
        let mut next: Vec<u32> =
            self.record_ends.iter().zip(&counts).map(|(end, count)| end.saturating_sub(*count)).collect();
        self.of_record = vec![0; self.members.len()];
        for number in 0..u32::try_from(self.ends.len()).unwrap_or(u32::MAX) {
            let start =
                number.checked_sub(1).and_then(|before| self.ends.get(before as usize)).copied().unwrap_or(0);
            let end = self.ends.get(number as usize).copied().unwrap_or(start);
            for member in self.members.get(start as usize..end as usize).unwrap_or_default() {
                let Some(slot) = next.get_mut(*member as usize) else { continue };
                if let Some(place) = self.of_record.get_mut(*slot as usize) {
                    *place = number;
                }
                *slot = slot.saturating_add(1);
            }
        }
    }

    /// The records after `record` that it has to be compared with, in order, each once.
    pub(super) fn partners(&self, index: &Index, record: u32, into: &mut Vec<u32>) {
        into.clear();
        let at = record as usize;
        let start = at.checked_sub(1).and_then(|before| self.record_ends.get(before)).copied().unwrap_or(0);
        let end = self.record_ends.get(at).copied().unwrap_or(start);
        for number in self.of_record.get(start as usize..end as usize).unwrap_or_default() {
            let block = self.block(*number);
            let later = block.partition_point(|member| *member <= record);
            into.extend(block.iter().skip(later).filter(|other| index.may_pair(record, **other)));
        }
        into.sort_unstable();
        into.dedup();
    }
}
