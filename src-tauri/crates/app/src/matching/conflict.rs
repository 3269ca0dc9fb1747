//! Searches for conflicts of interest over everybody in a matter.

use joinder_domain::matching::{Asked, Hit, same_name};
use joinder_store::{Op, claimant, conflict_search as kept, person};
use serde::{Deserialize, Serialize};

use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};

/// Somebody who fits what was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ConflictFound"))]
pub struct Found {
    /// The claimant's number; none for somebody who works on the matter.
    pub number: Option<u32>,
    /// Name.
    pub name: String,
    /// What fits.
    pub hits: Vec<Hit>,
}

/// A search that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ConflictSearch"))]
pub struct Searched {
    /// Its number.
    pub id: u32,
    /// When, RFC 3339.
    pub at: String,
    /// Who searched.
    pub by: String,
    /// What was asked.
    pub asked: Asked,
    /// Who was found, claimants by number first.
    pub found: Vec<Found>,
}

/// Claimants between two reports of progress.
const STEP: usize = 1_000;
/// So many hits are kept at most.
const FOUND_MOST: usize = 1_000;
/// So many searches are listed.
const LISTED_MOST: usize = 500;

pub(crate) fn search(context: Context<'_>, asked: Asked) -> Result<Applied<u32>> {
    if asked.is_blank() {
        return Err(Error::new("conflict-blank"));
    }
    let open = context.app.open_matter()?;
    let total = open.matter.read(claimant::total)?;
    let (mut found, mut last, mut done) = (Vec::new(), None, 0_u64);
    loop {
        // Records that went into another one are looked through too: what they said is still known.
        let block = open.matter.read(|reader| claimant::after_all(reader, last, STEP))?;
        let Some(end) = block.last() else { break };
        last = Some(end.number);
        for stored in &block {
            let hits = asked.hits(&stored.claimant);
            if !hits.is_empty() && found.len() < FOUND_MOST {
                let name = stored.claimant.identity.full_name();
                found.push(Found { number: Some(stored.number.0), name, hits });
            }
        }
        done = done.saturating_add(block.len() as u64);
        context.job.step(done, total.max(done), "Looking through records")?;
    }
    for person in open.matter.read(person::list)? {
        if let Some(exact) = same_name(&asked.name, &person.full_name) {
            let hit = Hit { field: "person".to_owned(), found: person.full_name.clone(), exact };
            found.push(Found { number: None, name: person.full_name, hits: vec![hit] });
        }
    }
    let unwritable = |_| Error::new("internal");
    let asked = serde_json::to_value(&asked).map_err(unwritable)?;
    let found = serde_json::to_value(&found).map_err(unwritable)?;
    let written = open
        .write(Op("conflict.search"), context.app.clock().now(), |tx| Ok(kept::keep(tx, &asked, &found)?))?;
    Ok(Applied::stored(written.output, &written.changes))
}

pub(crate) fn list(context: Context<'_>, _: Nothing) -> Result<Applied<Vec<Searched>>> {
    let open = context.app.open_matter()?;
    let searches = open.matter.read(|reader| kept::list(reader, LISTED_MOST))?;
    let view = |kept: kept::Kept| {
        Some(Searched {
            id: kept.id,
            at: kept.at.to_string(),
            by: kept.by,
            asked: serde_json::from_value(kept.asked).ok()?,
            found: serde_json::from_value(kept.found).ok()?,
        })
    };
    Ok(Applied::unchanged(searches.into_iter().filter_map(view).collect()))
}
