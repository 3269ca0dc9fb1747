//! What many answers have in common.

use std::collections::BTreeSet;

use joinder_domain::audit::Digest;
use joinder_domain::classification::Classification;

use crate::claimant::Axis;
use crate::compact::compact;
use crate::error::{Error, Result};

/// An answer without what is one claimant's own, with what lists and filters need of it.
#[derive(Debug)]
pub(super) struct Pattern {
    pub(super) sha256: [u8; 32],
    pub(super) document: String,
    pub(super) status: String,
    pub(super) settled: bool,
    pub(super) notice: &'static str,
    pub(super) cohort: &'static str,
    pub(super) outcome: &'static str,
    pub(super) tier: u8,
    pub(super) review: bool,
    pub(super) flags: usize,
    pub(super) codes: BTreeSet<(Axis, String)>,
}

impl Pattern {
    pub(super) fn new(shared: &Classification) -> Result<Self> {
        let document = compact(shared).map_err(|_| Error::Unreadable("classification"))?;
        let status: Vec<_> = shared.status.possible.iter().map(|code| code.as_str()).collect();
        Ok(Self {
            sha256: Digest::of(document.as_bytes()).0,
            document,
            status: status.join(" "),
            settled: shared.status.settled,
            notice: shared.notice.code(),
            cohort: shared.cohort.code(),
            outcome: shared.outcome.code(),
            tier: shared.tier,
            review: shared.review,
            flags: shared.flags.len(),
            codes: codes(shared),
        })
    }
}

/// Every code that an answer has on an axis.
fn codes(answer: &Classification) -> BTreeSet<(Axis, String)> {
    let mut codes = BTreeSet::from([
        (Axis::Notice, answer.notice.code().to_owned()),
        (Axis::Cohort, answer.cohort.code().to_owned()),
        (Axis::Outcome, answer.outcome.code().to_owned()),
    ]);
    codes.extend(answer.status.possible.iter().map(|code| (Axis::Status, code.0.clone())));
    codes.extend(answer.flags.iter().map(|code| (Axis::Flag, code.0.clone())));
    codes.extend(answer.tags.iter().map(|tag| (Axis::Tag, tag.code.0.clone())));
    codes
}
