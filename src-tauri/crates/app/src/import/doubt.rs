//! What spreadsheets do to dates, telephone numbers and leading zeros: recognised, and asked about, never put right
//! unasked.

use std::collections::{BTreeMap, BTreeSet};

use joinder_domain::contact::{Phone, PhoneProblem};
use joinder_domain::date::{DateProblem, DateWords, PartialDate};
use serde::{Deserialize, Serialize};

use super::column::Column;
use crate::text::text;

/// Examples of one doubt.
const EXAMPLES: usize = 5;

/// A kind of damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DoubtKind"))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A date became the number of a day: 44501.
    DayNumber,
    /// Dates stand in the order of the United States, at least some of them: 11/25/2021.
    MonthFirst,
    /// The zero at the beginning is gone: 7700900123.
    ZeroLost,
    /// The plus at the beginning is gone: 447700900123.
    PlusLost,
    /// Zeros at the beginning are gone, which others of the column have.
    Shortened,
    /// A number was rounded, and its figures are gone: 4.47701E+11.
    Rounded,
    /// A number got a decimal point: 12345.0.
    Decimal,
    /// A mark became a date: 1-2 is now 01-Feb.
    BecameDate,
    /// What a formula failed with: #N/A.
    Fault,
}

/// What to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DoubtWay"))]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// Put it right.
    Mend,
    /// Take it as it stands.
    AsIs,
    /// Leave the cell out.
    Blank,
}

impl Kind {
    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            Self::DayNumber => "day-number",
            Self::MonthFirst => "month-first",
            Self::ZeroLost => "zero-lost",
            Self::PlusLost => "plus-lost",
            Self::Shortened => "shortened",
            Self::Rounded => "rounded",
            Self::Decimal => "decimal",
            Self::BecameDate => "became-date",
            Self::Fault => "fault",
        }
    }

    /// What can be done about it.
    pub fn ways(self) -> &'static [Way] {
        match self {
            Self::DayNumber => &[Way::Mend, Way::Blank],
            Self::MonthFirst | Self::ZeroLost | Self::PlusLost | Self::Shortened | Self::Decimal => {
                &[Way::Mend, Way::AsIs]
            }
            Self::Rounded | Self::Fault => &[Way::Blank],
            Self::BecameDate => &[Way::AsIs, Way::Blank],
        }
    }
}

impl Way {
    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Mend => "mend",
            Self::AsIs => "as-is",
            Self::Blank => "blank",
        }
    }
}

/// Damage of one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// Of which kind.
    pub kind: Kind,
    /// The cell put right; `None` where that cannot be told.
    pub mended: Option<String>,
}

/// What was decided about one kind of damage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DoubtAnswer"))]
pub struct Answer {
    /// In which column, by what it means; empty for all.
    #[serde(default)]
    pub column: String,
    /// Which damage.
    pub kind: Kind,
    /// What to do about it.
    pub way: Way,
}

/// Damage of one kind in one column, as it is asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Doubt {
    /// In which column, by what it means.
    pub column: String,
    /// Which damage.
    pub kind: Kind,
    /// What is asked.
    pub question: String,
    /// How many cells.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub cells: u64,
    /// Some of them.
    pub examples: Vec<Example>,
    /// What can be done.
    pub ways: Vec<WayView>,
    /// What was decided; `null` while nothing is, and the rows wait.
    pub way: Option<Way>,
}

/// Something that can be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DoubtWayView"))]
pub struct WayView {
    /// What.
    pub way: Way,
    /// In words.
    pub label: String,
}

/// A damaged cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DoubtExample"))]
pub struct Example {
    /// In which row.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub row: u64,
    /// What it holds.
    pub found: String,
    /// What it would become; empty where that cannot be told.
    pub mended: String,
}

/// What only the whole column shows.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    month_first: BTreeSet<Column>,
    /// How long the longest mark with a zero at the beginning is, of columns that hold nothing but figures.
    zeros: BTreeMap<Column, usize>,
    with_letters: BTreeSet<Column>,
}

impl Survey {
    /// Takes a cell into account.
    pub fn look(&mut self, column: Column, cell: &str, words: &DateWords) {
        if column.is_date() {
            if may_be_month_first(cell)
                && !self.month_first.contains(&column)
                && let Err(DateProblem::MonthFirst { .. }) = PartialDate::parse(cell, words)
            {
                self.month_first.insert(column);
            }
        } else if column.is_mark() {
            if !cell.chars().all(|c| c.is_ascii_digit()) {
                self.with_letters.insert(column);
            } else if cell.starts_with('0') {
                let longest = self.zeros.entry(column).or_default();
                *longest = cell.len().max(*longest);
            }
        }
    }

    /// What is wrong with a cell, if a spreadsheet did it.
    pub fn damage(&self, column: Column, cell: &str, words: &DateWords) -> Option<Damage> {
        let found = |kind, mended: Option<String>| Some(Damage { kind, mended });
        if is_fault(cell) {
            return found(Kind::Fault, None);
        }
        if column.is_date() {
            return match PartialDate::parse(cell.strip_suffix(".0").unwrap_or(cell), words) {
                Err(DateProblem::DayNumber { suggestion }) => found(Kind::DayNumber, Some(suggestion)),
                Err(DateProblem::MonthFirst { suggestion }) => found(Kind::MonthFirst, Some(suggestion)),
                _ if self.month_first.contains(&column) => found(Kind::MonthFirst, Some(swapped(cell)?)),
                _ => None,
            };
        }
        if !column.is_phone() && !column.is_mark() {
            return None;
        }
        if is_rounded(cell) {
            return found(Kind::Rounded, None);
        }
        if column.is_phone() {
            return phone(cell);
        }
        if is_date_like(cell) {
            return found(Kind::BecameDate, None);
        }
        if let Some(whole) = whole(cell) {
            return found(Kind::Decimal, Some(whole.to_owned()));
        }
        let wanted = self.zeros.get(&column).filter(|_| !self.with_letters.contains(&column))?;
        let short =
            cell.len() < *wanted && cell.chars().all(|c| c.is_ascii_digit()) && !cell.starts_with('0');
        if short { found(Kind::Shortened, Some(format!("{cell:0>wanted$}"))) } else { None }
    }
}

/// A date in figures: only such a one can have its month first.
fn may_be_month_first(cell: &str) -> bool {
    let mut mark = cell.bytes().skip_while(u8::is_ascii_digit);
    !cell.starts_with(|c: char| !c.is_ascii_digit()) && matches!(mark.next(), Some(b'/' | b'.' | b'-'))
}

fn phone(cell: &str) -> Option<Damage> {
    if let Some(whole) = whole(cell) {
        let mended = phone(whole).and_then(|damage| damage.mended).unwrap_or_else(|| whole.to_owned());
        return Some(Damage { kind: Kind::Decimal, mended: Some(mended) });
    }
    match Phone::parse(cell) {
        Err(PhoneProblem::ZeroLost { suggestion }) => {
            Some(Damage { kind: Kind::ZeroLost, mended: Some(suggestion) })
        }
        Err(_) if cell.starts_with("44") => {
            let mended = format!("+{cell}");
            Phone::parse(&mended).is_ok().then_some(Damage { kind: Kind::PlusLost, mended: Some(mended) })
        }
        _ => None,
    }
}

/// The whole number of `12345.0`.
fn whole(cell: &str) -> Option<&str> {
    let whole = cell.strip_suffix(".0").or_else(|| cell.strip_suffix(".00"))?;
    let figures = !whole.is_empty() && whole.chars().all(|c| c.is_ascii_digit());
    figures.then_some(whole)
}

/// `4.47701E+11`, in which the figures behind are gone.
fn is_rounded(cell: &str) -> bool {
    let Some((number, power)) = cell.split_once(['E', 'e']) else { return false };
    let figures = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let power = power.strip_prefix('+').unwrap_or_default();
    let number = number.replacen(['.', ','], "", 1);
    figures(&number) && figures(power) && power.len() <= 3
}

/// `01-Feb`, `Feb-01`, and the day that a workbook holds instead.
fn is_date_like(cell: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let month = |part: &str| MONTHS.contains(&part.to_lowercase().as_str());
    let day = |part: &str| (1..=2).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit());
    match cell.split('-').collect::<Vec<_>>().as_slice() {
        [one, two] => (day(one) && month(two)) || (month(one) && day(two)),
        [year, _, _] => year.len() == 4 && cell.parse::<jiff::civil::Date>().is_ok(),
        _ => false,
    }
}

fn is_fault(cell: &str) -> bool {
    const FAULTS: [&str; 8] = ["#N/A", "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!"];
    FAULTS.iter().any(|fault| cell.eq_ignore_ascii_case(fault))
        || (cell.len() >= 3 && cell.chars().all(|c| c == '#'))
}

/// `03/04/2020` with its first two numbers exchanged; `None` for anything that reads in one way only.
fn swapped(cell: &str) -> Option<String> {
    let (date, time) = cell.split_once(' ').unwrap_or((cell, ""));
    let mark = date.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let parts: Vec<&str> = date.split(mark).collect();
    let [first, second, year] = parts.as_slice() else { return None };
    let number = |part: &str| part.parse::<u8>().ok().filter(|number| (1..=12).contains(number));
    let (one, two) = (number(first)?, number(second)?);
    let time = time.trim();
    let midnight = time.is_empty() || time.chars().all(|c| matches!(c, '0' | ':'));
    (one != two && midnight).then(|| format!("{second}{mark}{first}{mark}{year}"))
}

/// The doubts of a file as they come up.
#[derive(Clone, Debug, Default)]
pub struct Doubts(BTreeMap<(Column, Kind), Doubt>);

impl Doubts {
    /// Counts a damaged cell, of which `way` was decided.
    pub fn count(&mut self, row: u64, column: Column, cell: &str, damage: &Damage, way: Option<Way>) {
        let kind = damage.kind;
        let doubt = self.0.entry((column, kind)).or_insert_with(|| {
            let heading = column.heading();
            let values = [("column", heading.as_str())];
            let label = |way: &Way| WayView {
                way: *way,
                label: text(&format!("doubt-{}-{}", kind.code(), way.code()), &values),
            };
            Doubt {
                question: text(&format!("doubt-{}", kind.code()), &values),
                column: heading.clone(),
                kind,
                cells: 0,
                examples: Vec::new(),
                ways: kind.ways().iter().map(label).collect(),
                way,
            }
        });
        doubt.cells = doubt.cells.saturating_add(1);
        if doubt.examples.len() < EXAMPLES {
            let found = cell.chars().take(80).collect();
            doubt.examples.push(Example { row, found, mended: damage.mended.clone().unwrap_or_default() });
        }
    }

    /// All of them, by column.
    pub fn list(self) -> Vec<Doubt> {
        self.0.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::column::{EpisodeField, Field};
    use super::*;

    const BORN: Column = Column::Claimant(Field::DateOfBirth);
    const MOBILE: Column = Column::Claimant(Field::Mobile);
    const MEMBER: Column = Column::Episode(0, EpisodeField::MembershipNumber);

    fn damage(survey: &Survey, column: Column, cell: &str) -> Option<(Kind, String)> {
        let found = survey.damage(column, cell, &DateWords::default())?;
        Some((found.kind, found.mended.unwrap_or_default()))
    }

    #[test]
    fn what_a_spreadsheet_did_to_one_cell_is_told_from_the_cell() {
        let survey = Survey::default();
        let found = |column, cell| damage(&survey, column, cell);
        let is = |kind, mended: &str| Some((kind, mended.to_owned()));
        assert_eq!(found(BORN, "25569"), is(Kind::DayNumber, "1 January 1970"));
        assert_eq!(found(BORN, "11/25/1971"), is(Kind::MonthFirst, "25 November 1971"));
        assert_eq!(found(BORN, "3/4/1971"), None, "day first, as people write here");
        assert_eq!(found(MOBILE, "7700900123"), is(Kind::ZeroLost, "07700 900123"));
        assert_eq!(found(MOBILE, "7700900123.0"), is(Kind::Decimal, "07700 900123"));
        assert_eq!(found(MOBILE, "447700900123"), is(Kind::PlusLost, "+447700900123"));
        assert_eq!(found(MOBILE, "4.47701E+11"), is(Kind::Rounded, ""));
        assert_eq!(found(MOBILE, "07700 900123"), None);
        assert_eq!(found(MEMBER, "1.2E+06"), is(Kind::Rounded, ""));
        assert_eq!(found(MEMBER, "A123456"), None);
        assert_eq!(found(MEMBER, "01-Feb"), is(Kind::BecameDate, ""));
        assert_eq!(found(MEMBER, "2026-02-01"), is(Kind::BecameDate, ""));
        assert_eq!(found(MEMBER, "12345.0"), is(Kind::Decimal, "12345"));
        assert_eq!(found(Column::Claimant(Field::Surname), "#REF!"), is(Kind::Fault, ""));
        assert_eq!(found(Column::Claimant(Field::Surname), "May"), None);
    }

    #[test]
    fn what_only_the_column_shows_is_told_from_the_column() {
        let mut survey = Survey::default();
        let words = DateWords::default();
        survey.look(BORN, "11/25/1971", &words);
        assert_eq!(
            damage(&survey, BORN, "03/04/1971 00:00:00"),
            Some((Kind::MonthFirst, "04/03/1971".to_owned()))
        );
        assert_eq!(damage(&survey, BORN, "4/4/1971"), None, "it is the same in both orders");
        assert_eq!(damage(&survey, BORN, "25/11/1971"), None);
        survey.look(MEMBER, "0012345", &words);
        assert_eq!(damage(&survey, MEMBER, "98765"), Some((Kind::Shortened, "0098765".to_owned())));
        survey.look(MEMBER, "L98765", &words);
        assert_eq!(damage(&survey, MEMBER, "98765"), None, "numbers of several kinds have no one length");
    }
}
