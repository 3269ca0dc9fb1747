//! The calendar as a file.

use std::path::PathBuf;

use joinder_bundle::render_report;
use joinder_domain::audit::{Subject, SubjectKind};
use joinder_domain::icalendar;
use joinder_domain::noun::Noun;
use joinder_store::Op;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::calendar::gather;
use super::{ics, paper, table};
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::outfile::Finished;
use crate::outgoing::release;

/// Where to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LimitationExport"))]
pub struct Export {
    /// The file to write, ending in `.ics`, `.pdf` or `.csv`; one that is there is replaced.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LimitationExported"))]
pub struct Exported {
    /// The file.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
    /// SHA-256 of it, lower-case hex.
    pub sha256: String,
    /// Days and causes in it.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub entries: u64,
}

pub(crate) fn export(context: Context<'_>, input: Export) -> Result<Applied<Exported>> {
    let open = context.app.open_matter()?;
    let kind = input.path.extension().map(|kind| kind.to_string_lossy().to_lowercase()).unwrap_or_default();
    if !matches!(kind.as_str(), "ics" | "pdf" | "csv") {
        return Err(Error::new("calendar-kind"));
    }
    let (now, calendar) = (context.app.clock().now(), gather(context)?);
    let bytes = match kind.as_str() {
        "ics" => {
            let entries = ics::entries(&calendar, &open.matter.id().to_string());
            icalendar::calendar(open.matter.name(), now, &entries).into_bytes()
        }
        "csv" => table::table(&calendar)?,
        _ => {
            let mut bytes = Vec::new();
            render_report(&paper::paper(&open, &calendar), &*context.app.fonts()?, &mut bytes)
                .map_err(|_| Error::new("internal"))?;
            bytes
        }
    };
    let file = Finished::of(&input.path, &bytes)?;
    let exported = Exported {
        path: input.path,
        sha256: file.sha256.to_string(),
        entries: calendar.entries.len() as u64,
    };
    release(context, &open, Op("limitation.export"), [file], |tx| {
        let detail = json!({ "kind": kind, "sha256": exported.sha256, "claimants": calendar.claimants });
        Ok(tx.note(Subject::new(SubjectKind::Matter, ""), None, detail)?)
    })?;
    Ok(Applied::changed(exported, Noun::Audit, None))
}
