//! Reads a plan as somebody with the paper in hand would.

use joinder_domain::bundle::{Block, BundlePlan, Document, DocumentKind, Exhibit, ExhibitSource, Text};

pub fn words(text: &Text) -> String {
    text.iter().map(|span| span.text.as_str()).collect()
}

pub fn document<'a>(plan: &'a BundlePlan, title: &str) -> &'a Document {
    let found = plan.documents.iter().find(|document| document.title.starts_with(title));
    found.unwrap_or_else(|| panic!("no document {title}"))
}

pub fn blocks(document: &Document) -> &[Block] {
    match &document.kind {
        DocumentKind::Drawn(blocks) => blocks,
        DocumentKind::Exhibit(exhibit) => &exhibit.sheet,
        DocumentKind::Letter(letter) => &letter.blocks,
        DocumentKind::Added(_) => &[],
    }
}

pub fn exhibits(plan: &BundlePlan) -> Vec<&Exhibit> {
    plan.documents
        .iter()
        .filter_map(|document| match &document.kind {
            DocumentKind::Exhibit(exhibit) => Some(exhibit),
            DocumentKind::Drawn(_) | DocumentKind::Letter(_) | DocumentKind::Added(_) => None,
        })
        .collect()
}

pub fn labels(plan: &BundlePlan) -> Vec<&str> {
    exhibits(plan).into_iter().map(|exhibit| exhibit.label.as_str()).collect()
}

/// The answer that stands beside a question.
pub fn answer(document: &Document, asked: &str) -> String {
    let rows = blocks(document).iter().filter_map(|block| match block {
        Block::KeyValues(rows) => Some(rows),
        _ => None,
    });
    let found = rows.flatten().find(|(key, _)| key == asked);
    words(&found.unwrap_or_else(|| panic!("nothing is asked about {asked}")).1)
}

pub fn asks(document: &Document, asked: &str) -> bool {
    blocks(document)
        .iter()
        .any(|block| matches!(block, Block::KeyValues(rows) if rows.iter().any(|(key, _)| key == asked)))
}

/// The numbered paragraphs, each with its number.
pub fn paragraphs(document: &Document) -> Vec<(u32, String)> {
    let mut found = Vec::new();
    for block in blocks(document) {
        if let Block::NumberedParagraphs { first, paragraphs } = block {
            found.extend((*first..).zip(paragraphs.iter().map(words)));
        }
    }
    found
}

/// Everything that is set as somebody's own words, in the whole plan.
pub fn quotes(plan: &BundlePlan) -> Vec<String> {
    let mut found = Vec::new();
    for document in &plan.documents {
        let mut all: Vec<&Block> = blocks(document).iter().collect();
        if let DocumentKind::Exhibit(Exhibit { source: ExhibitSource::Mail(mail), .. }) = &document.kind {
            all.extend(mail);
        }
        for block in all {
            if let Block::Quote(paragraphs) = block {
                found.extend(paragraphs.iter().map(words));
            }
        }
    }
    found
}

/// Every word of a run of blocks, in reading order.
pub fn all_words(blocks: &[Block]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Mono(text) => lines.push(text.clone()),
            Block::Paragraph(text) | Block::Note { text, .. } => lines.push(words(text)),
            Block::KeyValues(rows) => {
                lines.extend(rows.iter().map(|(key, value)| format!("{key} | {}", words(value))));
            }
            Block::Table(table) => {
                let heads: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
                lines.push(heads.join(" | "));
                lines.extend(
                    table.rows.iter().map(|row| row.iter().map(words).collect::<Vec<_>>().join(" | ")),
                );
            }
            Block::List { items, .. } => lines.extend(items.iter().map(|item| format!("- {}", words(item)))),
            Block::Quote(paragraphs) => {
                lines.extend(paragraphs.iter().map(|text| format!("> {}", words(text))))
            }
            Block::NumberedParagraphs { first, paragraphs } => {
                lines.extend((*first..).zip(paragraphs).map(|(n, text)| format!("{n}. {}", words(text))));
            }
            Block::Timeline(picture) => lines.push(format!("{picture:?}")),
            Block::Chart(chart) => lines.push(format!("{chart:?}")),
            Block::Picture(picture) => lines.push(picture.words.clone()),
            Block::Drawing(drawing) => lines.push(drawing.description.clone()),
            Block::Signature(rows) => {
                lines.extend(rows.iter().map(|row| format!("{}: {}", row.label, row.value)));
            }
            Block::Together(parts) => lines.push(all_words(parts)),
            Block::Spacer | Block::PageBreak => {}
        }
    }
    lines.join("\n")
}

/// The plan as it is stored: whatever stands anywhere in it stands here.
pub fn stored(plan: &BundlePlan) -> String {
    serde_json::to_string(plan).unwrap()
}
