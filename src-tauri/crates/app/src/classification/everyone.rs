//! Answers for every claimant, worked out on all cores.

use std::collections::BTreeSet;

use jiff::civil::Date;
use joinder_domain::classification::{GradedNotice, GroupFacts, Input, classify};
use joinder_domain::id::ClaimantNumber;
use joinder_domain::profile::Profile;
use joinder_store::classification::{Packed, Packer, Standing, standing};
use joinder_store::{Reader, claimant as store};

use super::lanes::in_order;
use super::one::graded;
use crate::app::OpenMatter;
use crate::error::Result;

/// The answer for one claimant.
pub(crate) struct Found {
    /// Whose.
    pub number: ClaimantNumber,
    /// The evidence it rests on, graded anew.
    pub evidence: Vec<GradedNotice>,
    /// The answer.
    pub answer: Packed,
    /// How it stands to the one in force.
    pub standing: Standing,
}

/// Works out the answer of every claimant under `profile`, which need not be the one in force, and hands each to
/// `then`, in order of numbers.
///
/// # Errors
/// Those of the store; what `then` refuses.
pub(crate) fn everyone(
    open: &OpenMatter,
    profile: &Profile,
    today: Date,
    then: impl FnMut(Found) -> Result<()>,
) -> Result<()> {
    let numbers = open.numbers()?;
    let sharing = open.matter.read(store::sharing_an_address)?;
    let work = |packer: &mut Packer, block: &[u32]| {
        let everyone = Everyone { open, profile, today, sharing: &sharing };
        open.matter.read(|reader| everyone.block(reader, packer, block))
    };
    in_order(&numbers, work, then)
}

struct Everyone<'a> {
    open: &'a OpenMatter,
    profile: &'a Profile,
    today: Date,
    sharing: &'a BTreeSet<ClaimantNumber>,
}

impl Everyone<'_> {
    fn block(&self, reader: &Reader<'_>, packer: &mut Packer, block: &[u32]) -> Result<Vec<Found>> {
        let (Some(first), Some(last)) = (block.first(), block.last()) else { return Ok(Vec::new()) };
        let before = ClaimantNumber(first.saturating_sub(1));
        let mut found = Vec::with_capacity(block.len());
        for stored in store::after(reader, Some(before), block.len())? {
            let (number, claimant) = (stored.number, &stored.claimant);
            if number.0 > *last {
                break;
            }
            let evidence = graded(reader, self.open, claimant, number)?;
            let group =
                GroupFacts { mailbox_shared: self.sharing.contains(&number), ..GroupFacts::default() };
            let input = Input { claimant, evidence: &evidence, today: self.today, group };
            let answer = packer.pack(classify(&input, self.profile))?;
            let standing = standing(reader, number, &answer)?;
            found.push(Found { number, evidence, answer, standing });
        }
        Ok(found)
    }
}
