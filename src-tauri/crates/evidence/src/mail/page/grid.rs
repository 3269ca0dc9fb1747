//! A table while it is read, and whether it is a grid of texts or only lays out the page.

use super::Piece;

/// Columns of a grid; a table with more is read cell by cell.
const COLUMNS: usize = 8;
/// Bytes of a cell's text in a grid.
const CELL: usize = 400;

/// A table that is not closed yet.
#[derive(Debug, Default)]
pub(super) struct Open {
    rows: Vec<Vec<Vec<Piece>>>,
    lays_out: bool,
    headed: bool,
}

impl Open {
    pub(super) fn new(lays_out: bool) -> Self {
        Self { lays_out, ..Self::default() }
    }

    pub(super) fn holds_table(&mut self) {
        self.lays_out = true;
    }

    pub(super) fn begin_row(&mut self) {
        self.rows.push(Vec::new());
    }

    pub(super) fn begin_cell(&mut self, head: bool) {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        self.headed |= head && self.rows.len() == 1;
        if let Some(row) = self.rows.last_mut() {
            row.push(Vec::new());
        }
    }

    /// The cell that is being read.
    pub(super) fn cell(&mut self) -> Option<&mut Vec<Piece>> {
        if self.rows.last().is_none_or(Vec::is_empty) {
            self.begin_cell(false);
        }
        self.rows.last_mut()?.last_mut()
    }

    pub(super) fn into_pieces(self) -> Vec<Piece> {
        match self.grid() {
            Some(rows) => vec![Piece::Table { headed: self.headed, rows }],
            None => self.rows.into_iter().flatten().flatten().collect(),
        }
    }

    /// The texts of the cells, if that is what they hold.
    fn grid(&self) -> Option<Vec<Vec<String>>> {
        let rows: Vec<_> = self.rows.iter().filter(|row| !row.is_empty()).collect();
        let columns = rows.iter().map(|row| row.len()).max()?;
        let whole = rows.iter().filter(|row| row.len() == columns).count();
        if self.lays_out || whole < 2 || !(2..=COLUMNS).contains(&columns) {
            return None;
        }
        let texts: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|cell| text(cell)).collect()).collect::<Option<_>>()?;
        let filled = texts.iter().flatten().filter(|cell| !cell.is_empty()).count();
        (filled * 2 >= texts.iter().map(Vec::len).sum()).then_some(texts)
    }
}

/// The text of a cell that holds nothing else.
fn text(cell: &[Piece]) -> Option<String> {
    let lines: Option<Vec<&str>> = cell
        .iter()
        .map(|piece| match piece {
            Piece::Paragraph(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    lines.map(|lines| lines.join("\n")).filter(|text| text.len() <= CELL)
}
