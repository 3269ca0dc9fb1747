//! Words on one line, as they are read.

use super::super::lint::Area;
use super::{Sheet, Turn};

/// Words that stand together on one line.
#[derive(Clone, Debug)]
pub(in super::super) struct Line {
    pub(in super::super) text: String,
    pub(in super::super) area: Area,
    pub(in super::super) turn: Turn,
    /// Indices of its glyphs.
    pub(in super::super) glyphs: Vec<usize>,
}

/// The lines of a page that run one way, from top to bottom; a gap wider than `gap` times the size of the letters
/// parts a line in two.
pub(in super::super) fn lines(sheet: &Sheet, turn: Turn, gap: f32) -> Vec<Line> {
    let mut order: Vec<(f32, f32, usize)> = (0..)
        .zip(&sheet.glyphs)
        .filter(|(_, glyph)| glyph.turn == turn)
        .map(|(index, glyph)| {
            let (x, y) = turn.read_at(glyph.baseline);
            (y, x, index)
        })
        .collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut lines = Vec::new();
    let mut row: Vec<(f32, f32, usize)> = Vec::new();
    for next in order {
        let size = sheet.glyphs.get(next.2).map_or(0.0, |glyph| glyph.size);
        if row.first().is_some_and(|first| next.0 - first.0 > 0.35 * size.max(1.0)) {
            part(sheet, turn, gap, std::mem::take(&mut row), &mut lines);
        }
        row.push(next);
    }
    part(sheet, turn, gap, row, &mut lines);
    lines
}

/// Letters that were drawn one after the other and touch: what a program prints in one go, whatever lies under it.
pub(in super::super) fn runs(sheet: &Sheet) -> Vec<Line> {
    let mut runs: Vec<(Line, f32, f32)> = Vec::new();
    for (index, glyph) in sheet.glyphs.iter().enumerate() {
        let (x, y) = glyph.turn.read_at(glyph.baseline);
        let width = match glyph.turn {
            Turn::Upright | Turn::Over => glyph.area.width(),
            Turn::Down | Turn::Up => glyph.area.height(),
        };
        match runs.last_mut() {
            Some((run, end, base))
                if run.turn == glyph.turn
                    && (y - *base).abs() < 0.5
                    && (x - *end).abs() < 0.6 * glyph.size.max(1.0) =>
            {
                run.text.push_str(sheet.characters(glyph));
                run.area = run.area.around(glyph.area);
                run.glyphs.push(index);
                *end = x + width;
            }
            _ => {
                let text = sheet.characters(glyph).to_owned();
                let run = Line { text, area: glyph.area, turn: glyph.turn, glyphs: vec![index] };
                runs.push((run, x + width, y));
            }
        }
    }
    runs.into_iter().map(|(run, ..)| run).collect()
}

fn part(sheet: &Sheet, turn: Turn, gap: f32, mut row: Vec<(f32, f32, usize)>, lines: &mut Vec<Line>) {
    row.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut line: Option<(Line, f32)> = None;
    for (_, x, index) in row {
        let Some(glyph) = sheet.glyphs.get(index) else { continue };
        let width = match turn {
            Turn::Upright | Turn::Over => glyph.area.width(),
            Turn::Down | Turn::Up => glyph.area.height(),
        };
        let size = glyph.size.max(1.0);
        let characters = sheet.characters(glyph);
        match &mut line {
            Some((line, end)) if x - *end <= gap * size => {
                if x - *end > 0.18 * size && !line.text.ends_with(' ') {
                    line.text.push(' ');
                }
                line.text.push_str(characters);
                line.area = line.area.around(glyph.area);
                line.glyphs.push(index);
                *end = end.max(x + width);
            }
            _ => {
                lines.extend(line.take().map(|(line, _)| line));
                let text = characters.to_owned();
                line = Some((Line { text, area: glyph.area, turn, glyphs: vec![index] }, x + width));
            }
        }
    }
    lines.extend(line.map(|(line, _)| line));
}
