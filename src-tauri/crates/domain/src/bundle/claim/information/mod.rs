//! A: what the claimant said about themselves, the notice and what followed.
//!
//! It prints what the proceeding needs and no more. Never printed: the National Insurance number, how the person may
//! be contacted safely and why an address is withheld, roles, checks of identity, other firms, conflicts, and
//! disciplinary facts.

mod identity;
mod notice;
mod reach;
mod words;

pub(crate) use notice::notice_address;
pub(super) use reach::address_lines;
pub(super) use words::channel;

use super::{ClaimBundle, answer};
use crate::bundle::{Block, Document, DocumentKind, NoteKind, Section, Span, plain};

pub(super) fn document(input: &ClaimBundle<'_>) -> Document {
    let claimant = input.claimant;
    let mut blocks = vec![heading(1, words::TITLE), Block::Paragraph(plain(words::LEGEND))];
    if claimant.contact.withhold_address || claimant.identity.protect_former_names {
        blocks.push(Block::Note { kind: NoteKind::Info, text: plain(words::LEFT_OUT) });
    }
    blocks.extend(identity::blocks(input));
    blocks.extend(reach::blocks(input));
    blocks.extend(notice::blocks(input));
    Document {
        bookmark: words::TITLE.to_owned(),
        title: words::TITLE.to_owned(),
        date: String::new(),
        section: Section::Claimant,
        kind: DocumentKind::Drawn(blocks),
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.to_owned() }
}

/// Lines of one cell.
fn lines(lines: &[String]) -> Vec<Span> {
    if lines.is_empty() { answer::blank() } else { plain(lines.join("\n")) }
}
