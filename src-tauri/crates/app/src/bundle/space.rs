//! How much room a batch still needs when the disk is full.

use std::collections::BTreeSet;

use joinder_domain::id::ClaimantNumber;
use joinder_store::evidence::{self as items, Which};

use super::report::Report;
use crate::app::OpenMatter;
use crate::error::Error;

/// Bytes of a bundle beside its exhibits: fonts, and the pages that Joinder draws.
const OWN: u64 = 300_000;

/// What to tell when the disk is full: how many bundles are there, and what the others need.
pub(super) fn needed(open: &OpenMatter, numbers: &[u32], report: &Report) -> Error {
    let done: BTreeSet<u32> = report.files.iter().map(|file| file.number).collect();
    let left: Vec<u32> = numbers.iter().copied().filter(|number| !done.contains(number)).collect();
    let bytes: u64 = left.iter().map(|number| OWN + exhibits(open, *number)).sum();
    let (there, left) = (done.len().to_string(), left.len().to_string());
    Error::with("disk-full-batch", &[("there", &there), ("left", &left), ("needed", &said(bytes))])
}

fn exhibits(open: &OpenMatter, number: u32) -> u64 {
    let list = open.matter.read(|reader| items::list(reader, Which::Of(ClaimantNumber(number))));
    list.map_or(0, |list| list.iter().map(|item| item.size).sum())
}

/// Megabytes, or gigabytes with one decimal; rounded up, since too little helps nobody.
fn said(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000_000);
    if tenths >= 10 {
        format!("{}.{} GB", tenths / 10, tenths % 10)
    } else {
        format!("{} MB", bytes.div_ceil(1_000_000).max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn room_is_said_in_units_that_a_person_compares_with_a_disk() {
        assert_eq!(said(0), "1 MB");
        assert_eq!(said(36_000_001), "37 MB");
        assert_eq!(said(2_340_000_000), "2.4 GB");
    }
}
