//! The walk through an archive, whoever takes its files.

use std::io::{Read, Seek};
use std::ops::ControlFlow;

use joinder_evidence::{Damage, Limits, Member, unpack};

use crate::error::Result;

/// Hands every file of an archive to `take`, whose error ends the walk, and says what is wrong with the archive; `None`
/// when it cannot be read at all.
pub(super) fn each_member(
    source: impl Read + Seek,
    mut take: impl FnMut(Member<'_>) -> Result<()>,
) -> Result<Option<Vec<Damage>>> {
    let mut stopped = None;
    let walked = unpack(source, &Limits::default(), &mut |member| {
        Ok(match take(member) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                stopped = Some(error);
                ControlFlow::Break(())
            }
        })
    });
    stopped.map_or(Ok(walked.ok()), Err)
}
