//! How much an archive may still unpack to: the guard against archives made to fill a disk or a day.

use crate::limits::Limits;

/// What is left of the bounds on one file that was received, for it and all archives inside it together.
#[derive(Debug, Clone)]
pub(super) struct Budget {
    pub(super) bytes: u64,
    pub(super) entries: usize,
    pub(super) depth: usize,
}

impl Budget {
    /// The bounds for an archive of this many bytes; mail and pictures pack to a tenth at best, so a hundred times is not mail.
    pub(super) fn new(limits: &Limits, length: u64) -> Self {
        let bytes = length.saturating_mul(limits.unpacked_ratio).saturating_add(limits.unpacked_bytes);
        Self { bytes, entries: limits.members, depth: limits.archive_depth }
    }
}
