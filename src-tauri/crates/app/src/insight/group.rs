//! The group, read once and kept until something changes.

use std::sync::Arc;

use joinder_domain::classification::NoticeAxis;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::insight::{Group, Position};
use joinder_store::{audit, claimant as store, classification as kept};

use crate::app::OpenMatter;
use crate::classification::in_order;
use crate::command::Context;
use crate::error::{Error, Result};
use crate::restricted;

/// The group as it was read last, with the audit entry that was the last one then.
#[derive(Debug, Default)]
pub struct GroupCache(Option<(Option<u64>, jiff::civil::Date, Arc<Group>)>);

impl GroupCache {
    /// Forgets it.
    pub fn clear(&mut self) {
        self.0 = None;
    }
}

/// The group of the open matter, as at today.
pub(super) fn load(context: Context<'_>, open: &OpenMatter) -> Result<Arc<Group>> {
    let today = context.app.clock().today();
    let last = open.matter.read(|reader| audit::list(reader, None, 1))?;
    let last = last.first().map(|link| link.entry.seq);
    if let Some((seq, day, group)) = &open.session.group()?.0
        && (*seq, *day) == (last, today)
    {
        return Ok(Arc::clone(group));
    }
    let group = Arc::new(read(context, open, today)?);
    open.session.group()?.0 = Some((last, today, Arc::clone(&group)));
    Ok(group)
}

fn read(context: Context<'_>, open: &OpenMatter, today: jiff::civil::Date) -> Result<Group> {
    let numbers = open.numbers()?;
    let total = numbers.len() as u64;
    let mut group = Group::new(open.profile.incident.date, today);
    let block = |(): &mut (), block: &[u32]| {
        let (Some(first), Some(last)) = (block.first(), block.last()) else { return Ok(Vec::new()) };
        let (first, last) = (ClaimantNumber(*first), ClaimantNumber(*last));
        open.matter.read(|reader| {
            let positions = kept::positions(reader, first, last)?;
            let before = ClaimantNumber(first.0.saturating_sub(1));
            let mut positions = positions.into_iter().peekable();
            let mut found = Vec::with_capacity(block.len());
            for stored in store::after(reader, Some(before), block.len())? {
                while positions.next_if(|position| position.number < stored.number).is_some() {}
                let position = positions.next_if(|position| position.number == stored.number);
                found.push((stored.number, stored.claimant, position.map(position_of)));
            }
            Ok::<_, Error>(found)
        })
    };
    let hides = restricted::touches(open, joinder_domain::insight::FIELDS);
    let mut done = 0;
    in_order(&numbers, block, |(number, claimant, position)| {
        if done % 1_000 == 0 {
            context.job.step(done, total, "Counting claimants")?;
        }
        done += 1;
        let claimant = if hides { restricted::seen(open, &claimant) } else { claimant };
        group.add(number, &claimant, position.as_ref(), &open.profile.unions);
        Ok(())
    })?;
    Ok(group)
}

fn position_of(position: kept::Position) -> Position {
    let notice = NoticeAxis::ALL.into_iter().find(|axis| axis.code() == position.notice);
    Position { status: position.status, notice: notice.unwrap_or(NoticeAxis::Unknown) }
}
