//! Ranges of cells, such as `B2:D9`.

/// A rectangle of cells, both ends inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// First row, from 1.
    pub first_row: u32,
    /// Last row, from 1.
    pub last_row: u32,
    /// First column, from 0.
    pub first_column: u32,
    /// Last column, from 0.
    pub last_column: u32,
}

/// Rows and columns that a sheet can have.
pub(super) const ROWS: u32 = 1_048_576;
pub(super) const COLUMNS: u32 = 16_384;

impl Area {
    /// Reads `B2`, `B2:D9`, `B:D` or `2:9`, with or without `$`.
    pub fn read(text: &str) -> Option<Self> {
        let (first, last) = text.trim().split_once(':').unwrap_or((text.trim(), text.trim()));
        let ((from_column, from_row), (to_column, to_row)) = (corner(first)?, corner(last)?);
        let (a, b) = (from_row.unwrap_or(1), to_row.unwrap_or(ROWS));
        let (c, d) = (from_column.unwrap_or(0), to_column.unwrap_or(COLUMNS - 1));
        Some(Self { first_row: a.min(b), last_row: a.max(b), first_column: c.min(d), last_column: c.max(d) })
    }

    /// Whether a cell lies in it; the row is counted from 1, the column from 0.
    pub fn holds(&self, row: u32, column: u32) -> bool {
        (self.first_row..=self.last_row).contains(&row)
            && (self.first_column..=self.last_column).contains(&column)
    }
}

impl std::fmt::Display for Area {
    /// Writes `B2:D9`, or `B2` for a single cell.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", column_letters(self.first_column), self.first_row)?;
        if (self.first_row, self.first_column) != (self.last_row, self.last_column) {
            write!(f, ":{}{}", column_letters(self.last_column), self.last_row)?;
        }
        Ok(())
    }
}

/// A column as spreadsheets name it: 0 is A, 26 is AA.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Column from 0 and row from 1, each where it is given.
pub(super) fn corner(text: &str) -> Option<(Option<u32>, Option<u32>)> {
    let text: String = text.chars().filter(|c| *c != '$').collect();
    let letters: String = text.chars().take_while(char::is_ascii_alphabetic).collect();
    let figures: String = text.chars().skip(letters.len()).collect();
    if letters.len() > 3 || (letters.is_empty() && figures.is_empty()) {
        return None;
    }
    let column = letters.chars().fold(0, |sum: u32, letter| {
        let place = u32::from(letter.to_ascii_uppercase()).saturating_sub(u32::from('A')) + 1;
        sum.saturating_mul(26).saturating_add(place)
    });
    let row = if figures.is_empty() {
        None
    } else {
        Some(figures.parse().ok().filter(|row| (1..=ROWS).contains(row))?)
    };
    let column = column.checked_sub(1);
    (column.is_none_or(|column| column < COLUMNS)).then_some((column, row))
}

#[cfg(test)]
mod tests {
    use super::{Area, column_letters};

    #[test]
    fn ranges_are_read_as_people_write_them() {
        assert_eq!(Area::read("$B$2:D9").map(|area| area.to_string()), Some("B2:D9".to_owned()));
        assert_eq!(Area::read("AA10").map(|area| area.to_string()), Some("AA10".to_owned()));
        assert_eq!(Area::read("C:C").map(|area| (area.first_column, area.last_row)), Some((2, 1_048_576)));
        assert_eq!(Area::read("D9:B2"), Area::read("B2:D9"));
        for wrong in ["", ":", "A0", "ZZZZ1", "1A", "A99999999", "A1:é"] {
            assert_eq!(Area::read(wrong), None, "{wrong}");
        }
        assert_eq!([0, 25, 26, 701, 702].map(column_letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
