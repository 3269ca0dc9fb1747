//! The sheet in front of an exhibit.

use super::super::answer::{self, row};
use super::super::{ClaimBundle, ExhibitKind, tier};
use super::{Bound, words};
use crate::bundle::{Block, Marker, NoteKind, plain};
use crate::notice::{Effect, Grade, MarkerState};

pub(super) fn blocks(input: &ClaimBundle<'_>, bound: &Bound<'_>) -> Vec<Block> {
    let item = bound.item;
    let mut rows = Vec::new();
    if !item.dated.is_empty() {
        rows.push(row("Dated", plain(item.dated.as_str())));
    }
    if !bound.is_somebody_elses() {
        rows.push(row("File name", answer::text(&item.original_name)));
    }
    rows.extend([
        row("Received", plain(answer::moment(item.received_at, input.zone))),
        row("Size", plain(answer::bytes(item.size))),
        row(
            "As evidence of the notice",
            match &item.grade {
                Some(grade) => plain(tier::words(grade.tier)),
                None => plain(words::NOT_GRADED),
            },
        ),
    ]);
    let mut blocks = vec![Block::KeyValues(rows)];
    blocks.push(Block::Paragraph(plain("SHA-256 of the original:")));
    blocks.push(Block::Mono(item.sha256.clone()));
    if let Some(grade) = &item.grade {
        blocks.extend(graded(grade));
    }
    blocks.extend(list(words::DAMAGE, item.damage.clone()));
    let files =
        matches!(item.kind, ExhibitKind::Pdf | ExhibitKind::Jpeg | ExhibitKind::Png | ExhibitKind::Picture);
    let withholds = input.claimant.contact.withhold_address || input.claimant.identity.protect_former_names;
    if files && withholds && !bound.is_somebody_elses() {
        blocks.push(Block::Note { kind: NoteKind::Warning, text: plain(words::AS_IT_IS) });
    }
    blocks
}

fn graded(grade: &Grade) -> Vec<Block> {
    let reasons = |effect: Effect| {
        let of = grade.reasons.iter().filter(|reason| reason.effect == effect);
        of.map(|reason| reason.text.clone()).collect::<Vec<_>>()
    };
    let mut blocks = list(words::SHOWS, reasons(Effect::Up));
    blocks.extend(list(words::DOES_NOT_SHOW, reasons(Effect::Down)));
    blocks.extend(list(words::ALSO, reasons(Effect::None)));
    let features: Vec<String> = [
        ("Found", MarkerState::Matched),
        ("Not found", MarkerState::Missed),
        ("Cannot be seen in an item of this kind", MarkerState::NotVisible),
    ]
    .into_iter()
    .filter_map(|(word, state)| {
        let of = grade.markers.iter().filter(|marker| marker.state == state);
        let labels: Vec<&str> = of.map(|marker| marker.label.as_str()).collect();
        (!labels.is_empty()).then(|| format!("{word}: {}.", labels.join("; ")))
    })
    .collect();
    blocks.extend(list(words::FEATURES, features));
    blocks.push(Block::Paragraph(plain(words::WEAKER)));
    blocks
}

fn list(title: &str, items: Vec<String>) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Heading { level: 3, text: title.to_owned() },
        Block::List { marker: Marker::Bullet, items: items.into_iter().map(plain).collect() },
    ]
}
