//! The canonical notice as grades go by it: kept in the matter, and worked out again when enough has come in.

use std::sync::{Arc, RwLock};

use joinder_domain::consensus::{Against, Canonical, survey};
use joinder_domain::id::ClaimantNumber;
use joinder_domain::noun::Noun;
use joinder_store::{Op, Reader, setting};
use serde::{Deserialize, Serialize};

use super::gather::gather;
use super::view::View;
use crate::app::OpenMatter;
use crate::classification::refresh as classify;
use crate::clock::Clock;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::job::Job;

/// Where it is kept.
const KEY: &str = "consensus";
/// It is worked out again when the copies have grown by one in this many.
const GROWTH: u32 = 10;

/// What is kept.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    canonical: Option<Canonical>,
    /// Items that held a copy when it was worked out.
    items: u32,
}

/// The canonical notice of the open matter, read once.
#[derive(Debug, Default)]
pub(crate) struct Known(RwLock<Option<Option<Arc<Against>>>>);

impl Known {
    /// What grades go by; `None` before there is any.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) fn against(&self, reader: &Reader<'_>) -> Result<Option<Arc<Against>>> {
        let internal = |_| Error::new("internal");
        if let Some(known) = self.0.read().map_err(internal)?.as_ref() {
            return Ok(known.clone());
        }
        // An error is no absence: grades that were worked out without the notice would be kept.
        let kept: Option<Kept> = setting::get(reader, KEY)?;
        let known = kept.and_then(|kept| kept.canonical).map(|canonical| Arc::new(Against::new(canonical)));
        *self.0.write().map_err(|_| Error::new("internal"))? = Some(known.clone());
        Ok(known)
    }

    /// What grades go by from now on; `None` reads it again.
    fn set(&self, against: Option<Option<Arc<Against>>>) {
        if let Ok(mut known) = self.0.write() {
            *known = against;
        }
    }
}

/// Works the canonical notice out again if the copies have grown enough since, and grades those whose answer changes.
///
/// What was taken in is in, whatever becomes of this: whoever stops it, or a disk that is full now, has not undone that, and
/// it is worked out again when it is asked for.
pub(crate) fn refresh(open: &OpenMatter, clock: Clock, job: &Job, added: u32) {
    let kept = open.matter.read(|reader| Ok::<_, Error>(setting::get::<Kept>(reader, KEY)?));
    let before = kept.ok().flatten().map(|kept| kept.items).unwrap_or_default();
    if added > 0 && added.saturating_mul(GROWTH) >= before {
        work_out(open, clock, job).ok();
    }
}

pub(crate) fn run(context: Context<'_>, _: Nothing) -> Result<Applied<View>> {
    let open = context.app.open_matter()?;
    work_out(&open, context.app.clock(), context.job)?;
    let view = super::view::view(&open, context.job)?;
    Ok(Applied::changed(view, Noun::Evidence, None)
        .and(Noun::Claimant, None)
        .and(Noun::Classification, None)
        .and(Noun::Audit, None))
}

fn work_out(open: &OpenMatter, clock: Clock, job: &Job) -> Result<()> {
    let gathered = open.matter.read(|reader| gather(reader, open, job))?;
    let consensus = survey(&gathered.copies);
    // Only those whose copy differs, or differed, can be graded otherwise now.
    let before = open.matter.read(|reader| open.consensus().against(reader))?;
    let after = consensus.canonical.clone().map(|canonical| Arc::new(Against::new(canonical)));
    let differs = |against: &Option<Arc<Against>>, at: usize| {
        let copy = gathered.copies.get(at);
        against.as_ref().zip(copy).is_some_and(|(against, copy)| against.differs(copy))
    };
    let mut touched: Vec<u32> = (0..gathered.copies.len())
        .filter(|at| differs(&before, *at) != differs(&after, *at))
        .filter_map(|at| gathered.items.get(*gathered.of.get(at)?)?.claimant)
        .collect();
    touched.sort_unstable();
    touched.dedup();
    let items = u32::try_from(gathered.items.len()).unwrap_or(u32::MAX);
    let kept = Kept { canonical: consensus.canonical, items };
    let written = open.write(Op("consensus.run"), clock.now(), |tx| {
        setting::put(tx, KEY, &kept)?;
        open.consensus().set(Some(after.clone()));
        for number in touched {
            classify(tx, open, ClaimantNumber(number), clock.today())?;
        }
        Ok(())
    });
    if written.is_err() {
        // A write that was undone must not leave its notice behind.
        open.consensus().set(None);
    }
    written.map(|_| ())
}
