//! The blocks of a text.

use super::xml::Xml;
use joinder_domain::bundle::{Align, Block, Marker, Span, Table, Text, plain};

const BULLET: &str = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";

/// Writes blocks under a heading of level 1: their own begin at level 2, so that no level is passed over.
pub(super) fn blocks(xml: &mut Xml, blocks: &[Block]) {
    let level = |block: &Block| if let Block::Heading { level, .. } = block { Some(*level) } else { None };
    let highest = blocks.iter().filter_map(level).min().unwrap_or(1);
    for one in blocks {
        block(xml, one, highest);
    }
}

fn block(xml: &mut Xml, block: &Block, highest: u8) {
    match block {
        Block::Heading { level, text } => {
            let style = if *level > highest { "Heading3" } else { "Heading2" };
            xml.paragraph(style, "", &plain(text));
        }
        Block::Paragraph(text) | Block::Note { text, .. } => xml.paragraph("", "", text),
        Block::KeyValues(rows) => key_values(xml, rows),
        Block::Table(rows) => table(xml, rows),
        Block::List { marker: Marker::Bullet, items } => {
            items.iter().for_each(|item| xml.paragraph("ListParagraph", BULLET, item));
        }
        Block::List { marker: Marker::Number, items } => numbered(xml, 1, items),
        Block::NumberedParagraphs { first, paragraphs } => numbered(xml, *first, paragraphs),
        Block::Quote(paragraphs) => paragraphs.iter().for_each(|text| xml.paragraph("Quote", "", text)),
        // A letter holds no drawings; where a plan has one, its words stand for it.
        Block::Chart(chart) => xml.paragraph("", "", &plain(&chart.caption)),
        Block::Picture(picture) => xml.paragraph("", "", &plain(&picture.words)),
        Block::Drawing(drawing) => xml.paragraph("", "", &plain(&drawing.description)),
        Block::Timeline(picture) => {
            for bar in &picture.bars {
                xml.paragraph("ListParagraph", BULLET, &plain(format!("{}: {}", bar.label, bar.words)));
            }
        }
        Block::Mono(text) => xml.paragraph("", "", &[Span::mono(text)]),
        Block::Together(parts) => blocks(xml, parts),
        Block::Spacer => xml.paragraph("", "", &[]),
        Block::PageBreak => xml.raw("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"),
        Block::Signature(rows) => {
            let rows: Vec<(String, Text)> =
                rows.iter().map(|row| (row.label.clone(), plain(&row.value))).collect();
            key_values(xml, &rows);
        }
    }
}

/// Items with their numbers as text: each list begins anew, and what is cited stays what it was.
fn numbered(xml: &mut Xml, first: u32, items: &[Text]) {
    for (number, item) in (first..).zip(items) {
        let sign = Span::plain(format!("{number}.\t"));
        let spans: Vec<Span> = std::iter::once(sign).chain(item.iter().cloned()).collect();
        xml.paragraph("NumberedLine", "", &spans);
    }
}

fn key_values(xml: &mut Xml, rows: &[(String, Text)]) {
    let cell = |spans: &[Span]| {
        let mut cell = Xml::default();
        cell.paragraph("Line", "", spans);
        cell.0
    };
    let rows: Vec<Vec<String>> =
        rows.iter().map(|(key, value)| vec![cell(&[Span::bold(key)]), cell(value)]).collect();
    xml.table(&[32, 68], &rows, 0);
}

fn table(xml: &mut Xml, table: &Table) {
    let cell = |align: Align, spans: &[Span]| {
        let mut cell = Xml::default();
        let style = if align == Align::End { "CellRight" } else { "Cell" };
        cell.paragraph(style, "", spans);
        cell.0
    };
    let mut rows: Vec<Vec<String>> = Vec::with_capacity(table.rows.len() + 1);
    let mut headings = 0;
    if table.columns.iter().any(|column| !column.heading.is_empty()) {
        let heading = table.columns.iter().map(|column| cell(column.align, &[Span::bold(&column.heading)]));
        rows.push(heading.collect());
        headings = 1;
    }
    for row in &table.rows {
        let cells = table.columns.iter().zip(row).map(|(column, text)| cell(column.align, text));
        rows.push(cells.collect());
    }
    let weights: Vec<u32> = table.columns.iter().map(|column| u32::from(column.weight)).collect();
    xml.table(&weights, &rows, headings);
}
