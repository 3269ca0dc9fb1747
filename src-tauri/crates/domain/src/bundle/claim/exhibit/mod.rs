//! C: the evidence, each item behind a sheet that says what it is and what it shows.

mod mail;
mod order;
mod sheet;
mod words;

pub(super) use order::{Bound, bind};
pub(super) use words::{FILE_NAME, LEFT_OUT};

use super::{ClaimBundle, ExhibitKind};
use crate::bundle::{Document, DocumentKind, Exhibit, ExhibitSource, Section};
use crate::date::show::long;

pub(super) fn document(input: &ClaimBundle<'_>, bound: &Bound<'_>) -> Document {
    let description = bound.description();
    let title = format!("{}: {description}", bound.label);
    Document {
        bookmark: title.clone(),
        title,
        date: bound.item.day.map(long).unwrap_or_default(),
        section: Section::Exhibits,
        kind: DocumentKind::Exhibit(Exhibit {
            label: bound.label.clone(),
            description: description.to_owned(),
            sheet: sheet::blocks(input, bound),
            source: source(bound),
            redactions: Vec::new(),
            layer: bound.item.layer.clone(),
        }),
    }
}

fn source(bound: &Bound<'_>) -> ExhibitSource {
    if bound.is_somebody_elses() {
        return ExhibitSource::Placeholder { reason: words::QUARANTINE.to_owned() };
    }
    let sha256 = bound.item.sha256.clone();
    match &bound.item.kind {
        ExhibitKind::Mail(view) => ExhibitSource::Mail(mail::blocks(view)),
        ExhibitKind::Pdf => ExhibitSource::Pdf { sha256 },
        ExhibitKind::Jpeg => ExhibitSource::Jpeg { sha256 },
        ExhibitKind::Png => ExhibitSource::Png { sha256 },
        ExhibitKind::Picture => ExhibitSource::Picture { sha256 },
        ExhibitKind::Other { reason } => ExhibitSource::Placeholder { reason: reason.clone() },
    }
}
