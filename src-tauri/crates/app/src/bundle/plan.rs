//! A claim bundle that can be read before anything is drawn.

use joinder_domain::bundle::claim::{Audience, Stage};
use joinder_domain::bundle::{Document, DocumentKind, ExhibitSource};
use serde::{Deserialize, Serialize};

use super::gather::{Wanted, gather};
use crate::command::{Applied, Context};
use crate::error::Result;
use crate::text::text;

/// Whose bundle, for whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundleAsk"))]
pub struct Ask {
    /// The claimant's number.
    pub number: u32,
    /// Whom it is for.
    #[serde(default)]
    pub audience: Audience,
}

/// What a bundle would hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundlePlanView"))]
pub struct PlanView {
    /// The claimant's number.
    pub number: u32,
    /// The same as people see it.
    pub reference: String,
    /// The name as it is printed.
    pub name: String,
    /// What it is.
    pub title: String,
    /// Name of the file without what its form adds.
    pub file_stem: String,
    /// Its documents in order.
    pub documents: Vec<PlanRow>,
    /// How many of them are exhibits.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub exhibits: usize,
}

/// A document of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundlePlanRow"))]
pub struct PlanRow {
    /// Letter and name of its section.
    pub section: String,
    /// What it is.
    pub title: String,
    /// Its date in words.
    pub date: String,
    /// Why it is not printed, or what is blacked out; empty otherwise.
    pub note: String,
}

pub(crate) fn plan(context: Context<'_>, input: Ask) -> Result<Applied<PlanView>> {
    let open = context.app.open_matter()?;
    let wanted = Wanted { audience: input.audience, stage: Stage::Draft, marking: "" };
    let plan = gather(&open, input.number, wanted).map_err(|(_, error)| error)?.plan;
    let exhibit = |document: &&Document| matches!(document.kind, DocumentKind::Exhibit(_));
    Ok(Applied::unchanged(PlanView {
        number: input.number,
        exhibits: plan.documents.iter().filter(exhibit).count(),
        documents: plan.documents.iter().map(row).collect(),
        reference: plan.reference,
        name: plan.claimant_name,
        title: plan.title,
        file_stem: plan.file_stem,
    }))
}

fn row(document: &Document) -> PlanRow {
    let note = match &document.kind {
        DocumentKind::Exhibit(exhibit) => match &exhibit.source {
            ExhibitSource::Placeholder { reason } => reason.clone(),
            _ if exhibit.redactions.is_empty() => String::new(),
            _ => text("plan-redactions", &[("count", &exhibit.redactions.len().to_string())]),
        },
        DocumentKind::Drawn(_) | DocumentKind::Letter(_) | DocumentKind::Added(_) => String::new(),
    };
    PlanRow {
        section: format!("{} {}", document.section.letter(), document.section.title()),
        title: document.title.clone(),
        date: document.date.clone(),
        note,
    }
}
