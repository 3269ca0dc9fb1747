//! Originals checked again against their fingerprints.

use std::io;

use joinder_domain::audit::{Subject, SubjectKind};
use joinder_store::Op;
use joinder_store::evidence as store;
use serde::Serialize;
use serde_json::json;

use super::chosen::Chosen;
use super::original;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};

/// What checking originals showed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceVerdict"))]
pub struct Verdict {
    /// Items checked.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub checked: usize,
    /// Bytes read.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub bytes: u64,
    /// References of items whose bytes are not those that were received.
    pub altered: Vec<String>,
    /// What that means and what to do; empty when nothing was altered.
    pub message: String,
}

pub(crate) fn verify(context: Context<'_>, input: Chosen) -> Result<Applied<Verdict>> {
    let open = context.app.open_matter()?;
    let ids = open.matter.read(|reader| input.find(reader))?;
    let mut verdict = Verdict::default();
    for (done, id) in (0..).zip(&ids) {
        context.job.step(done, ids.len() as u64, "Checking originals")?;
        let (item, copied) = open.matter.read(|reader| {
            let item = store::get(reader, *id)?.ok_or_else(|| Error::new("no-such-evidence"))?;
            let copied = original::copy(reader, &item, &mut io::sink());
            Ok::<_, Error>((item, copied))
        })?;
        verdict.checked += 1;
        match copied {
            Ok(bytes) => verdict.bytes += bytes,
            Err(error) if error.code == "altered-item" => {
                if verdict.altered.is_empty() {
                    verdict.message = format!("{} {}", error.message, error.fix);
                }
                verdict.altered.push(item.number.to_string());
            }
            Err(error) => return Err(error),
        }
    }
    context.job.step(ids.len() as u64, ids.len() as u64, "Checking originals")?;
    let done = open.write(Op("evidence.verify"), context.app.clock().now(), |tx| {
        let detail = json!({ "checked": verdict.checked, "altered": verdict.altered });
        Ok::<_, Error>(tx.note(Subject::new(SubjectKind::Evidence, ""), None, detail)?)
    })?;
    Ok(Applied::stored(verdict, &done.changes))
}
