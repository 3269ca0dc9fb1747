//! What may be typed into a range of cells (ISO/IEC 29500-1, 18.3.1.32).

use super::area::Area;
use super::format::serial;
use super::{Sheet, Value};
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Values that a drop-down may offer.
const VALUES: usize = 20_000;
/// Cells that are gone over for all drop-downs of a workbook together, and the bytes of what they offer.
const CELLS: usize = 5_000_000;
const BYTES: usize = 64 << 20;

/// What reading the values of drop-downs may still cost.
pub(super) struct Budget {
    cells: usize,
    bytes: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { cells: CELLS, bytes: BYTES }
    }
}

impl Budget {
    /// Takes off what a value costs; `false` when that is beyond the rest.
    fn take(&mut self, value: &str) -> bool {
        let left = self.cells.checked_sub(1).zip(self.bytes.checked_sub(value.len()));
        if let Some((cells, bytes)) = left {
            (self.cells, self.bytes) = (cells, bytes);
        }
        left.is_some()
    }
}

/// What may be typed into some cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Where.
    pub areas: Vec<Area>,
    /// What.
    pub kind: RuleKind,
    /// How it is compared with the bounds, as the format spells it: "between", "greaterThan" and so on.
    pub operator: String,
    /// The first bound, unless it is a formula; a day as its serial number.
    pub first: Option<f64>,
    /// The second bound, where there are two.
    pub second: Option<f64>,
    /// The bounds that are formulas and no day of the calendar: they are not worked out.
    pub formulas: Vec<String>,
    /// A cell may stay empty.
    pub may_be_blank: bool,
}

/// A kind of rule.
#[derive(Clone, Debug, PartialEq)]
pub enum RuleKind {
    /// One of a list.
    List {
        /// Where the list comes from, as the workbook writes it.
        source: String,
        /// The values; `None` where they cannot be told without working out a formula.
        values: Option<Arc<[String]>>,
    },
    /// A number, or only a whole one.
    Number {
        /// Only a whole one.
        whole: bool,
    },
    /// A day.
    Day,
    /// So many characters.
    Length,
    /// Something that only a formula can tell.
    Formula(String),
}

/// A rule as the file spells it.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) kind: String,
    pub(super) operator: String,
    pub(super) may_be_blank: bool,
    pub(super) areas: String,
    pub(super) first: String,
    pub(super) second: String,
}

impl Written {
    pub(super) fn rule(self, from_1904: bool) -> Option<Rule> {
        let number = |text: &str| {
            let text = text.trim().trim_start_matches('=').trim();
            text.parse::<f64>().ok().or_else(|| calendar_day(text, from_1904))
        };
        let kind = match self.kind.as_str() {
            "list" => RuleKind::List { values: inline(&self.first), source: self.first.trim().to_owned() },
            "whole" => RuleKind::Number { whole: true },
            "decimal" => RuleKind::Number { whole: false },
            "textLength" => RuleKind::Length,
            "date" => RuleKind::Day,
            "custom" | "time" => RuleKind::Formula(self.first.trim().to_owned()),
            // "none" only shows a message beside the cell.
            _ => return None,
        };
        let areas: Vec<Area> = self.areas.split_whitespace().take(1_000).filter_map(Area::read).collect();
        let operator = if self.operator.is_empty() { "between".to_owned() } else { self.operator };
        let (first, second) = (number(&self.first), number(&self.second));
        let may_be_blank = self.may_be_blank;
        let bounds = [(&self.first, first), (&self.second, second)].into_iter();
        let compared = matches!(kind, RuleKind::Number { .. } | RuleKind::Day | RuleKind::Length);
        let unread = bounds.filter(|(text, number)| compared && number.is_none() && !text.trim().is_empty());
        let formulas = unread.map(|(text, _)| text.trim().to_owned()).collect();
        (!areas.is_empty()).then_some(Rule { areas, kind, operator, first, second, formulas, may_be_blank })
    }
}

/// The serial number of a day that is spelt out: `DATE(1900,1,1)`.
fn calendar_day(text: &str, from_1904: bool) -> Option<f64> {
    let (name, rest) = text.split_at_checked(5)?;
    let parts = rest.strip_suffix(')').filter(|_| name.eq_ignore_ascii_case("DATE("))?;
    let mut parts = parts.split([',', ';']).map(|part| part.trim().parse::<i16>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let day = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    parts.next().is_none().then(|| serial(day, from_1904))
}

/// The values of a list that is spelt out: `"Yes,No"`.
fn inline(source: &str) -> Option<Arc<[String]>> {
    let text = source.trim().trim_start_matches('=').trim();
    let text = text.strip_prefix('"')?.strip_suffix('"')?.replace("\"\"", "\"");
    // Programs drop the spaces around a value.
    Some(
        text.split(',')
            .take(VALUES)
            .map(|value| value.trim().to_owned())
            .filter(|value| !value.is_empty())
            .collect(),
    )
}

/// The values of a list that lies in cells, by reference or by name; `None` where they cannot be told, or are more than is
/// read.
pub(super) fn listed(
    source: &str,
    own: &Sheet,
    sheets: &[Sheet],
    names: &BTreeMap<String, String>,
    budget: &mut Budget,
) -> Option<Arc<[String]>> {
    let mut formula = source.trim().trim_start_matches('=').trim();
    if let Some(named) = names.get(&formula.to_lowercase()) {
        formula = named.trim().trim_start_matches('=').trim();
    }
    let (sheet, range) = match formula.rsplit_once('!') {
        Some((name, range)) => {
            let name = name.trim();
            let name = name.strip_prefix('\'').and_then(|name| name.strip_suffix('\'')).unwrap_or(name);
            let name = name.replace("''", "'").to_lowercase();
            (sheets.iter().find(|sheet| sheet.name.to_lowercase() == name)?, range)
        }
        None => (own, formula),
    };
    let area = Area::read(range)?;
    let start = sheet.rows.partition_point(|row| row.number < area.first_row);
    let rows = sheet.rows.iter().skip(start).take_while(|row| row.number <= area.last_row);
    let mut values = Vec::new();
    for (row, cell) in rows.flat_map(|row| row.cells.iter().map(move |cell| (row.number, cell))) {
        let value = if area.holds(row, cell.column) { cell.value.shown() } else { Cow::Borrowed("") };
        let value = value.trim();
        if !budget.take(value) {
            return None;
        }
        if !value.is_empty() && values.len() < VALUES {
            values.push(value.to_owned());
        }
    }
    Some(values.into())
}

impl Value {
    /// Whether nothing can be seen in it.
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }
}
