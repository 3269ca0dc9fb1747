//! Every text of a plan that can hold a claimant's words.
//!
//! Headings, keys and column headings are wording of ours or labels of the profile, so they stay.

use super::super::super::{
    Bar, Block, BundlePlan, Document, DocumentKind, Exhibit, ExhibitSource, NoteKind, Shape, Text, plain,
};
use super::super::exhibit::LEFT_OUT;
use super::Withheld;

pub(super) fn leave_out(withheld: &Withheld, plan: &mut BundlePlan) {
    for document in &mut plan.documents {
        document_text(withheld, document);
    }
}

fn document_text(withheld: &Withheld, document: &mut Document) {
    for text in [&mut document.bookmark, &mut document.title, &mut document.date] {
        withheld.clean(text);
    }
    match &mut document.kind {
        DocumentKind::Drawn(list) => {
            blocks(withheld, list);
        }
        DocumentKind::Letter(letter) => {
            blocks(withheld, &mut letter.blocks);
        }
        DocumentKind::Exhibit(exhibit) => exhibit_text(withheld, exhibit),
        DocumentKind::Added(_) => {}
    }
}

fn exhibit_text(withheld: &Withheld, exhibit: &mut Exhibit) {
    let mut changed = withheld.clean(&mut exhibit.description);
    changed |= blocks(withheld, &mut exhibit.sheet);
    changed |= match &mut exhibit.source {
        ExhibitSource::Mail(list) => blocks(withheld, list),
        ExhibitSource::Placeholder { reason } => withheld.clean(reason),
        ExhibitSource::Pdf { .. }
        | ExhibitSource::Jpeg { .. }
        | ExhibitSource::Png { .. }
        | ExhibitSource::Picture { .. } => false,
    };
    if changed {
        noted(exhibit);
    }
}

/// Says on the sheet, once, that words were left out.
fn noted(exhibit: &mut Exhibit) {
    let note = Block::Note { kind: NoteKind::Warning, text: plain(LEFT_OUT) };
    if !exhibit.sheet.contains(&note) {
        exhibit.sheet.push(note);
    }
}

pub(super) fn mail(withheld: &Withheld, exhibit: &mut Exhibit) {
    withheld.clean(&mut exhibit.description);
    if let ExhibitSource::Mail(list) = &mut exhibit.source
        && blocks(withheld, list)
    {
        noted(exhibit);
    }
}

pub(super) fn blocks(withheld: &Withheld, blocks: &mut [Block]) -> bool {
    blocks.iter_mut().fold(false, |changed, part| block(withheld, part) | changed)
}

fn block(withheld: &Withheld, block: &mut Block) -> bool {
    match block {
        Block::Paragraph(text) | Block::Note { text, .. } => spans(withheld, text),
        Block::KeyValues(rows) => each(rows.iter_mut().map(|(_, value)| value), withheld),
        Block::Table(table) => each(table.rows.iter_mut().flatten(), withheld),
        Block::List { items, .. } => each(items.iter_mut(), withheld),
        Block::Quote(paragraphs) | Block::NumberedParagraphs { paragraphs, .. } => {
            each(paragraphs.iter_mut(), withheld)
        }
        Block::Timeline(picture) => {
            let bar = |changed, bar: &mut Bar| {
                withheld.clean(&mut bar.label) | withheld.clean(&mut bar.words) | changed
            };
            picture.bars.iter_mut().fold(false, bar)
        }
        Block::Chart(chart) => {
            chart.words_mut().fold(false, |changed, words| withheld.clean(words) | changed)
        }
        Block::Drawing(drawing) => {
            let words = drawing.shapes.iter_mut().filter_map(|shape| match shape {
                Shape::Words { text, .. } => Some(text),
                Shape::Line { .. } | Shape::Box { .. } | Shape::Area { .. } => None,
            });
            words.fold(withheld.clean(&mut drawing.description), |changed, text| {
                withheld.clean(text) | changed
            })
        }
        Block::Picture(picture) => withheld.clean(&mut picture.words),
        Block::Mono(text) => withheld.clean(text),
        Block::Together(parts) => blocks(withheld, parts),
        Block::Heading { .. } | Block::Spacer | Block::PageBreak | Block::Signature(_) => false,
    }
}

fn each<'a>(texts: impl Iterator<Item = &'a mut Text>, withheld: &Withheld) -> bool {
    texts.fold(false, |changed, text| spans(withheld, text) | changed)
}

fn spans(withheld: &Withheld, text: &mut Text) -> bool {
    text.iter_mut().fold(false, |changed, span| withheld.clean(&mut span.text) | changed)
}
