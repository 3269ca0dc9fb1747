//! The sheet in front of an exhibit, and the page that stands for one that cannot be printed.

use super::{leaves, margin, setter};
use crate::flow::{Look, Strip, size};
use crate::font::Shaper;
use crate::ink::{Ink, Tone};
use crate::leaf::Leaf;
use joinder_domain::bundle::{Align, Block, BundlePlan, Exhibit, NoteKind, Span, plain};

/// Label, description and what the plan says of the exhibit, then remarks of the import.
pub(crate) fn exhibit_sheet(
    shaper: &Shaper<'_>,
    plan: &BundlePlan,
    exhibit: &Exhibit,
    remarks: &[String],
) -> Vec<Leaf> {
    let mut setter = setter(shaper, margin::SIDE);
    let small = Look { align: Align::End, ..Look::plain(size::TABLE) };
    setter.text(&plain(&plan.claimant_name), small);
    setter.text(&plain(format!("Exhibit {}", exhibit.label)), small);
    if !plan.prepared_on.is_empty() {
        setter.text(&plain(&plan.prepared_on), small);
    }
    setter.space(64.0);
    let centred = |look: Look| Look { align: Align::Centre, ..look };
    setter.text(&plain("EXHIBIT"), centred(Look { tone: Tone::Grey, ..Look::bold(12.0) }));
    setter.space(4.0);
    setter.text(&plain(&exhibit.label), centred(Look::bold(32.0)));
    setter.space(14.0);
    let rule = Ink::rule((0.0, 1.0), (setter.width, 1.0), 1.5, Tone::Accent);
    setter.push(Strip { height: 2.0, ink: vec![rule], ..Strip::default() });
    setter.space(14.0);
    setter.text(&plain(&exhibit.description), centred(Look::plain(13.0)));
    setter.space(34.0);
    setter.blocks(&exhibit.sheet);
    for remark in remarks {
        setter.note(NoteKind::Warning, &plain(remark));
    }
    leaves(setter.flow, margin::SIDE)
}

/// Names the exhibit and says in plain words why its pages are not here.
pub(crate) fn placeholder(shaper: &Shaper<'_>, exhibit: &Exhibit, reason: &str) -> Vec<Leaf> {
    let mut setter = setter(shaper, margin::SIDE);
    setter.heading(1, &format!("Exhibit {} could not be printed", exhibit.label));
    setter.blocks(&[Block::Paragraph(vec![Span::bold(&exhibit.description)])]);
    setter.note(NoteKind::Warning, &plain(reason));
    setter.blocks(&[Block::Paragraph(plain(
        "The original is kept unchanged in the matter and can be produced in its own format.",
    ))]);
    if let Some(sha256) = exhibit.source.sha256() {
        setter.blocks(&[Block::Paragraph(plain("SHA-256 of the original:")), Block::Mono(sha256.to_owned())]);
    }
    leaves(setter.flow, margin::SIDE)
}
