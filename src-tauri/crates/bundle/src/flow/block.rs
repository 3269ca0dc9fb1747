//! Each kind of block, set.

use super::setter::{Look, Setter, Side};
use super::{Heading, Strip, size};
use crate::ink::{Ink, Tone};
use joinder_domain::bundle::{Block, Marker, Span, Style, plain};

/// Points; about a third of a page.
const TOGETHER_MOST: f32 = 240.0;

impl Setter<'_, '_> {
    pub(crate) fn blocks(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            self.block(block);
            if blocks.get(at + 1).is_some_and(|next| leads_to(block, next)) {
                self.keep_last();
            }
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph(text) => {
                self.space(5.0);
                self.text(text, Look { side: Side::Script, ..Look::plain(size::BODY) });
                self.space(5.0);
            }
            Block::KeyValues(rows) => self.key_values(rows),
            Block::Table(table) => self.table(table),
            Block::List { marker, items } => self.list(*marker, items),
            Block::Quote(paragraphs) => self.quote(paragraphs),
            Block::NumberedParagraphs { first, paragraphs } => self.numbered(*first, paragraphs),
            Block::Note { kind, text } => self.note(*kind, text),
            Block::Timeline(picture) => self.timeline(picture),
            Block::Chart(chart) => self.chart(chart),
            Block::Drawing(drawing) => self.drawing(drawing),
            Block::Picture(picture) => self.page_picture(picture),
            Block::Mono(text) => {
                self.space(4.0);
                self.text(&[Span::mono(text)], Look { style: Style::Mono, ..Look::plain(size::MONO) });
                self.space(4.0);
            }
            Block::Together(parts) => self.together(parts),
            Block::Spacer => {
                self.push(Strip { height: size::BODY * 1.4, ..Strip::default() });
            }
            Block::PageBreak => self.new_page = true,
            Block::Signature(rows) => self.signature(rows),
        }
    }

    pub(crate) fn heading(&mut self, level: u8, text: &str) {
        let index = usize::from(level.clamp(1, 3)) - 1;
        let points = size::HEADINGS.get(index).copied().unwrap_or(size::BODY);
        self.space(match index {
            0 => 18.0,
            1 => 16.0,
            _ => 11.0,
        });
        let start = self.flow.strips.len();
        self.text(&plain(text), Look::bold(points));
        for strip in self.flow.strips.iter_mut().skip(start) {
            strip.keep = true;
        }
        if let Some(strip) = self.flow.strips.get_mut(start) {
            strip.heading = Some(Heading { level: level.clamp(1, 3), text: text.to_owned() });
        }
        if index == 0 {
            let rule = Ink::rule((0.0, 4.0), (self.width, 4.0), 1.2, Tone::Accent);
            self.push(Strip { height: 8.0, keep: true, ink: vec![rule], ..Strip::default() });
        }
        self.space(if index == 0 { 8.0 } else { 4.0 });
    }

    /// Sets blocks that stand on one page, unless so much would have to move to the next that a large gap were left.
    fn together(&mut self, parts: &[Block]) {
        let start = self.flow.strips.len();
        for (at, part) in parts.iter().enumerate() {
            if at > 0 {
                self.keep_last();
            }
            self.block(part);
        }
        let strips = self.flow.strips.get_mut(start..).unwrap_or_default();
        let height: f32 = strips.iter().map(|strip| strip.before + strip.height).sum();
        let Some((_, all_but_last)) = strips.split_last_mut() else { return };
        if height <= TOGETHER_MOST {
            all_but_last.iter_mut().for_each(|strip| strip.keep = true);
        }
    }

    fn list(&mut self, marker: Marker, items: &[Vec<Span>]) {
        self.space(4.0);
        for (index, item) in items.iter().enumerate() {
            let sign = match marker {
                Marker::Bullet => "•".to_owned(),
                Marker::Number => format!("{}.", index + 1),
            };
            self.marked(&sign, item, 20.0);
            self.space(2.5);
        }
        self.space(5.0);
    }

    fn numbered(&mut self, first: u32, paragraphs: &[Vec<Span>]) {
        for (number, paragraph) in (first..).zip(paragraphs) {
            self.space(8.0);
            self.marked(&format!("{number}."), paragraph, 30.0);
        }
        self.space(8.0);
    }
}

/// Whether a text ends with a colon before what it announces: the two are not parted by the end of a page.
fn leads_to(block: &Block, next: &Block) -> bool {
    let text = match block {
        Block::Paragraph(text) => Some(text),
        Block::NumberedParagraphs { paragraphs, .. } => paragraphs.last(),
        _ => None,
    };
    let announces = text.and_then(|text| text.last()).is_some_and(|span| span.text.trim_end().ends_with(':'));
    announces && matches!(next, Block::Quote(_) | Block::Table(_) | Block::List { .. } | Block::Mono(_))
}
