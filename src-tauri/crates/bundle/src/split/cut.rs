//! Where one file ends and the next begins.

use super::PartLimit;
use super::weight::Weights;
use std::ops::Range;

/// Ranges of pages, counted from 0. `starts` are the places where documents begin, rising.
pub(super) fn cuts(weights: &Weights, starts: &[usize], limit: PartLimit) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut first = 0;
    while first < weights.len() {
        let end = full(weights, first, limit);
        // A document that would be torn goes into the next file whole, where this one is half full without it.
        let whole = starts.iter().rev().find(|start| **start <= end && **start > first).copied();
        let end = match whole {
            Some(start) if end < weights.len() && (start - first) * 2 >= end - first => start,
            _ => end,
        };
        ranges.push(first..end);
        first = end;
    }
    ranges
}

/// The end of a file that begins at `first` and takes as much as it may, one page at least.
fn full(weights: &Weights, first: usize, limit: PartLimit) -> usize {
    match limit {
        PartLimit::Pages(most) => first.saturating_add(most.max(1)).min(weights.len()),
        PartLimit::Bytes(most) => {
            let mut file = weights.file();
            let mut end = first;
            while end < weights.len() {
                file.add(end);
                if file.bytes > most && end > first {
                    break;
                }
                end += 1;
            }
            end
        }
    }
}
