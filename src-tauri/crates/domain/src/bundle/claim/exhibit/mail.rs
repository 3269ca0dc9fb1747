//! A message as printed mail: headers, text, files, the way it took.

use super::super::answer;
use super::super::{HopView, MailView};
use super::words;
use crate::bundle::{Block, Column, NoteKind, Span, Table, Text, plain};

/// Characters of text that are printed: about seventy pages.
const BODY: usize = 200_000;
/// Characters of one header that are printed.
const HEADER: usize = 4_000;
/// Rows of headers, of files and of steps that are printed.
const ROWS: usize = 200;
/// Parts that the sheet names.
const PARTS: usize = 12;

pub(super) fn blocks(view: &MailView) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !view.forward_note.is_empty() {
        blocks.push(note(view.forward_note.as_str()));
    }
    let headers = view.headers.iter().take(ROWS);
    blocks.push(Block::KeyValues(
        headers.map(|(name, value)| (start(name, HEADER).to_owned(), plain(start(value, HEADER)))).collect(),
    ));
    blocks.extend(rest(view.headers.len(), "headers"));
    blocks.extend(if view.content.is_empty() { body(&view.body) } else { content(&view.content) });
    blocks.extend(attachments(view));
    blocks.extend(pictures(view));
    blocks.extend(path(&view.path));
    blocks
}

/// What the message is made of, for the sheet in front of it: behind the print it would often stand on a page alone.
pub(super) fn parts(view: &MailView) -> Vec<Block> {
    if view.structure.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading("Parts of the message")];
    blocks.extend(view.structure.iter().take(PARTS).map(|line| Block::Mono(line.clone())));
    let left = view.structure.len().saturating_sub(PARTS);
    blocks.extend((left > 0).then(|| note(words::more(left, "parts"))));
    blocks
}

fn body(text: &str) -> Vec<Block> {
    let printed = start(text, BODY);
    if printed.trim().is_empty() {
        return vec![note(words::NO_TEXT)];
    }
    // A paragraph of its own for each, so that pages can break between them; lines stay as they are.
    let whole = printed.replace("\r\n", "\n");
    let mut blocks: Vec<Block> = whole
        .split("\n\n")
        .map(|paragraph| paragraph.trim_matches('\n'))
        .filter(|paragraph| !paragraph.trim().is_empty())
        .map(|paragraph| Block::Paragraph(plain(paragraph)))
        .collect();
    if printed.len() < text.len() {
        blocks.push(note(words::cut(printed.chars().count(), text.chars().count())));
    }
    blocks
}

/// What is printed of a page: all of it, unless it is longer than anybody reads.
fn content(page: &[Block]) -> Vec<Block> {
    let mut printed = 0;
    let mut blocks = Vec::new();
    for block in page {
        if printed >= BODY {
            break;
        }
        printed += characters(block);
        blocks.push(block.clone());
    }
    if blocks.len() < page.len() {
        blocks.push(note(words::cut(printed, page.iter().map(characters).sum())));
    }
    blocks
}

/// Characters of a block that a message's page is made of.
fn characters(block: &Block) -> usize {
    let text = |text: &Text| text.iter().map(|span| span.text.chars().count()).sum::<usize>();
    match block {
        Block::Paragraph(words) => text(words),
        Block::List { items, .. } | Block::Quote(items) => items.iter().map(text).sum(),
        Block::KeyValues(rows) => rows.iter().map(|(_, value)| text(value)).sum(),
        Block::Table(table) => table.rows.iter().flatten().map(text).sum(),
        _ => 0,
    }
}

fn attachments(view: &MailView) -> Vec<Block> {
    if view.attachments.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::left("Name", 30),
        Column::left("Kind", 20),
        Column::right("Size", 16),
        Column::left("SHA-256", 34),
    ];
    let row = |file: &super::super::AttachmentView| -> Vec<Text> {
        vec![
            answer::text(&file.name),
            answer::text(&file.kind),
            plain(answer::bytes(file.size)),
            vec![Span::mono(file.sha256.as_str())],
        ]
    };
    let rows = view.attachments.iter().take(ROWS).map(row).collect();
    let mut blocks = vec![heading("Files that came with it"), Block::Table(Table { columns, rows })];
    blocks.extend(rest(view.attachments.len(), "files"));
    blocks
}

fn pictures(view: &MailView) -> Vec<Block> {
    if view.pictures.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading("Pictures that came with it")];
    blocks.extend(view.pictures.iter().take(ROWS).cloned().map(Block::Picture));
    blocks.extend(rest(view.pictures.len(), "pictures"));
    blocks
}

fn path(hops: &[HopView]) -> Vec<Block> {
    if hops.is_empty() {
        return Vec::new();
    }
    let columns = vec![Column::left("From", 36), Column::left("Taken by", 36), Column::left("When", 28)];
    let row = |hop: &HopView| vec![stated(&hop.from), stated(&hop.by), stated(&hop.at)];
    let rows = hops.iter().take(ROWS).map(row).collect();
    let mut blocks = vec![heading("The way it took, oldest first"), Block::Table(Table { columns, rows })];
    blocks.extend(rest(hops.len(), "steps"));
    blocks
}

/// What a header says; nobody was asked, so nothing is "not given".
fn stated(words: &str) -> Text {
    if words.trim().is_empty() { vec![Span::italic(words::NOT_STATED)] } else { plain(words) }
}

fn heading(text: &str) -> Block {
    Block::Heading { level: 3, text: text.to_owned() }
}

fn note(text: impl Into<String>) -> Block {
    Block::Note { kind: NoteKind::Info, text: plain(text) }
}

fn rest(count: usize, what: &str) -> Option<Block> {
    (count > ROWS).then(|| note(words::more(count - ROWS, what)))
}

/// The first characters of a text.
fn start(text: &str, characters: usize) -> &str {
    let end = text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}
