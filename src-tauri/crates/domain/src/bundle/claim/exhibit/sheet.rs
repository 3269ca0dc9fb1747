//! The sheet in front of an exhibit: what it is, and whence it came. What it proves is for others to say.

use super::super::answer::{self, row};
use super::super::{Audience, ClaimBundle, ExhibitKind};
use super::{Bound, mail, words};
use crate::bundle::{Block, Marker, NoteKind, plain};
use crate::date::show::long;

pub(super) fn blocks(input: &ClaimBundle<'_>, bound: &Bound<'_>) -> Vec<Block> {
    let item = bound.item;
    let mut rows = Vec::new();
    if let Some(day) = item.day {
        rows.push(row("Dated", plain(long(day))));
    }
    if !bound.is_somebody_elses() {
        rows.push(row(words::FILE_NAME, answer::text(&item.original_name)));
    }
    rows.extend([
        row("Received", plain(answer::moment(item.received_at, input.zone))),
        row("Size", plain(answer::bytes(item.size))),
    ]);
    let mut blocks = vec![Block::KeyValues(rows)];
    blocks.push(Block::Paragraph(plain("SHA-256 of the original:")));
    blocks.push(Block::Mono(item.sha256.clone()));
    if let (ExhibitKind::Mail(view), false) = (&item.kind, bound.is_somebody_elses()) {
        blocks.extend(mail::parts(view));
    }
    if !item.damage.is_empty() {
        blocks.push(Block::Heading { level: 3, text: words::DAMAGE.to_owned() });
        let items = item.damage.iter().map(|damage| plain(damage.as_str())).collect();
        blocks.push(Block::List { marker: Marker::Bullet, items });
    }
    let files =
        matches!(item.kind, ExhibitKind::Pdf | ExhibitKind::Jpeg | ExhibitKind::Png | ExhibitKind::Picture);
    let withholds = input.claimant.contact.withhold_address || input.claimant.identity.protect_former_names;
    let confidential = input.audience == Audience::Confidential;
    if files && withholds && confidential && !bound.is_somebody_elses() {
        blocks.push(Block::Note { kind: NoteKind::Warning, text: plain(words::AS_IT_IS) });
    }
    blocks
}
