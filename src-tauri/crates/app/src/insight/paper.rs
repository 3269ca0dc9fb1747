//! The sections as a report on paper.

use joinder_domain::bundle::{Block, Column, NoteKind, Span, Table, Text, plain};
use joinder_domain::report::{Orientation, Report};

use super::grid::{Cell, Grid, Section};
use super::sheet::Annex;
use super::study::Study;
use super::words::{self, text, with};

/// Numbers of claimants that are printed at most; beyond, the sheet has them.
const PRINTED: usize = 20_000;

/// The report; `annex` names the claimants behind each number.
pub(super) fn report(
    study: &Study<'_>,
    list_caveat: &str,
    sections: &[Section],
    annex: Option<&Annex>,
) -> Report {
    let mut blocks = vec![Block::Note { kind: NoteKind::Warning, text: plain(text("insight-caveat")) }];
    if let Some(threshold) = study.threshold().filter(|threshold| *threshold > 1) {
        let words = with("insight-withheld-note", &[("threshold", &threshold.to_string())]);
        blocks.push(Block::Note { kind: NoteKind::Info, text: plain(words) });
    }
    for section in sections {
        blocks.push(Block::Heading { level: 1, text: section.title.clone() });
        if section.key == "which-list" {
            blocks.push(Block::Note { kind: NoteKind::Warning, text: plain(list_caveat) });
        }
        blocks.extend(section.text.iter().map(|words| Block::Paragraph(plain(words))));
        blocks.extend(section.charts.iter().cloned().map(Block::Chart));
        for grid in &section.grids {
            // A table under a heading of the same words needs no second one.
            if grid.caption != section.title {
                blocks.push(Block::Heading { level: 3, text: grid.caption.clone() });
            }
            blocks.push(Block::Table(table(grid)));
        }
        let small = |words: &String| Block::Paragraph(vec![Span::italic(words)]);
        blocks.extend(section.notes.iter().map(small));
    }
    blocks.extend(annex.into_iter().flat_map(annex_blocks));
    Report {
        title: text("insight-title"),
        case_title: study.open.profile.title.clone(),
        reference: None,
        as_at: study.group.as_at,
        as_at_words: with("insight-as-at", &[("day", &words::day(study.group.as_at))]),
        language: "en-GB".to_owned(),
        marking: text("insight-marking"),
        orientation: Orientation::Landscape,
        blocks,
    }
}

fn table(grid: &Grid) -> Table {
    let columns = grid.columns.iter().enumerate().map(|(index, heading)| {
        let words = heading.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
        let cell = |row: &super::GridRow| match index.checked_sub(1) {
            None => row.label.chars().count(),
            Some(index) => row.cells.get(index).map_or(0, |cell| cell.text.chars().count()),
        };
        let longest = grid.rows.iter().map(cell).max().unwrap_or(0).max(words);
        // As wide as its words, within reason.
        let weight = u16::try_from(longest.clamp(8, 40) + 2).unwrap_or(42);
        if index == 0 { Column::left(heading, weight) } else { Column::right(heading, weight) }
    });
    let row = |row: &super::GridRow| {
        let cells = row.cells.iter().map(cell);
        std::iter::once(plain(&row.label)).chain(cells).collect::<Vec<Text>>()
    };
    Table { columns: columns.collect(), rows: grid.rows.iter().map(row).collect() }
}

fn cell(cell: &Cell) -> Text {
    if cell.withheld { vec![Span::italic(&cell.text)] } else { plain(&cell.text) }
}

fn annex_blocks(annex: &Annex) -> Vec<Block> {
    let mut blocks = vec![
        Block::PageBreak,
        Block::Heading { level: 1, text: text("insight-annex") },
        Block::Note { kind: NoteKind::Warning, text: plain(text("insight-annex-text")) },
    ];
    let numbers: usize = annex.entries.iter().map(|entry| entry.numbers.len()).sum();
    if numbers > PRINTED {
        blocks.push(Block::Paragraph(plain(text("insight-annex-sheet"))));
        return blocks;
    }
    let mut section = "";
    for group in annex.entries.chunk_by(|a, b| a.section == b.section) {
        let Some(first) = group.first() else { continue };
        if first.section != section {
            section = &first.section;
            blocks.push(Block::Heading { level: 2, text: first.section.clone() });
        }
        let rows =
            group.iter().map(|entry| (format!("{}: {}", entry.row, entry.column), plain(entry.ranges())));
        blocks.push(Block::KeyValues(rows.collect()));
    }
    blocks
}
