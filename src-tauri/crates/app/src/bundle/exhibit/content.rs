//! The text of a message as it is printed: the page that its reader saw, where it had one.

use joinder_domain::bundle::{Block, Column, Marker, Span, Table, Text, plain};
use joinder_evidence::{Message, Piece, page_pieces};

use super::{picture, printed_headers};

/// Items of a list and rows of a table that stand in one block.
const PIECES: usize = 100;
/// Characters of a paragraph that stand in one block.
const PARAGRAPH: usize = 10_000;
/// A page this many times shorter than the plain text beside it only says that there is one.
const STUB: usize = 4;
/// Narrowest and widest share of a table's column.
const COLUMN: (usize, usize) = (12, 60);

/// The pages of a message and of those attached to it, each under its own headers; empty where none has a page. `within`
/// is the hash of the file that all of them came in.
pub(super) fn content(message: &Message, within: &str) -> Vec<Block> {
    let any = message.with_nested().iter().any(|message| message.html.is_some());
    if any { blocks(message, within) } else { Vec::new() }
}

fn blocks(message: &Message, within: &str) -> Vec<Block> {
    let page = message.html.as_deref().map(page_pieces).unwrap_or_default();
    let mut blocks: Vec<Block> = page.into_iter().flat_map(|piece| block(piece, message, within)).collect();
    let words: usize = blocks.iter().map(length).sum();
    if words.saturating_mul(STUB) < message.text_as_read.trim().len() {
        let pictures = blocks.into_iter().filter(|block| matches!(block, Block::Picture(_)));
        blocks = paragraphs(&message.text_as_read).into_iter().chain(pictures).collect();
    }
    for nested in &message.nested {
        blocks.push(Block::Paragraph(vec![Span::bold("Attached message")]));
        let headers = printed_headers(nested).into_iter().map(|(name, value)| (name, plain(value)));
        blocks.push(Block::KeyValues(headers.collect()));
        blocks.extend(self::blocks(nested, within));
    }
    blocks
}

/// A piece of a page. Its words stay in one span each, and its headings are text: what is withheld in a public bundle is
/// looked for there.
fn block(piece: Piece, message: &Message, within: &str) -> Vec<Block> {
    match piece {
        Piece::Heading(text) => vec![Block::Paragraph(vec![Span::bold(text)])],
        Piece::Paragraph(text) => in_parts(&text).map(|part| Block::Paragraph(plain(part))).collect(),
        Piece::Quote(texts) => chunks(texts).map(|some| Block::Quote(some.map(plain).collect())).collect(),
        Piece::List { numbered: true, items } if items.len() > PIECES => items
            .into_iter()
            .zip(1..)
            .map(|(item, n)| Block::Paragraph(plain(format!("{n}. {item}"))))
            .collect(),
        Piece::List { numbered, items } => {
            let marker = if numbered { Marker::Number } else { Marker::Bullet };
            chunks(items).map(|some| Block::List { marker, items: some.map(plain).collect() }).collect()
        }
        Piece::Table { headed, rows } => table(headed, rows),
        Piece::Picture { source, words, width } => {
            vec![picture::block(&source, words, width, message, within)]
        }
    }
}

fn table(headed: bool, rows: Vec<Vec<String>>) -> Vec<Block> {
    let width = |column: usize| {
        let longest = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
        let share = longest.unwrap_or_default().clamp(COLUMN.0, COLUMN.1);
        Column::left("", u16::try_from(share).unwrap_or(u16::MAX))
    };
    let columns: Vec<Column> = (0..rows.iter().map(Vec::len).max().unwrap_or_default()).map(width).collect();
    let cell =
        |first: bool, text: String| -> Text { if first { vec![Span::bold(text)] } else { plain(text) } };
    let rows: Vec<Vec<Text>> = rows
        .into_iter()
        .enumerate()
        .map(|(at, row)| row.into_iter().map(|text| cell(headed && at == 0, text)).collect())
        .collect();
    rows.chunks(PIECES)
        .map(|rows| Block::Table(Table { columns: columns.clone(), rows: rows.to_vec() }))
        .collect()
}

fn chunks(texts: Vec<String>) -> impl Iterator<Item = std::vec::IntoIter<String>> {
    let mut texts = texts.into_iter();
    std::iter::from_fn(move || {
        let some: Vec<String> = texts.by_ref().take(PIECES).collect();
        (!some.is_empty()).then(|| some.into_iter())
    })
}

/// A text in parts that are set one after the other; nearly always one.
fn in_parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = rest.char_indices().nth(PARAGRAPH).map_or(rest.len(), |(at, _)| at);
        let (part, after) = rest.split_at(end);
        rest = after;
        (!part.is_empty()).then_some(part)
    })
}

fn paragraphs(text: &str) -> Vec<Block> {
    let paragraphs = text.split("\n\n").map(|one| one.trim_matches('\n'));
    let words = paragraphs.filter(|one| !one.trim().is_empty());
    words.flat_map(in_parts).map(|part| Block::Paragraph(plain(part))).collect()
}

fn length(block: &Block) -> usize {
    let text = |text: &Text| text.iter().map(|span| span.text.len()).sum::<usize>();
    match block {
        Block::Paragraph(words) => text(words),
        Block::List { items, .. } | Block::Quote(items) => items.iter().map(text).sum(),
        Block::Table(table) => table.rows.iter().flatten().map(text).sum(),
        _ => 0,
    }
}
