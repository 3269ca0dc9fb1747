//! The row of headings in a template.

use std::collections::BTreeMap;

use joinder_domain::register::folded;
use joinder_evidence::{Row, Sheet, column_letters};

use super::sheet::{headings, place};
use super::template::is_heading;
use crate::error::{Error, Result};

/// The row that holds the headings: the one asked for, or the one that the sheet itself points at by filters, frozen
/// rows or drop-downs, or the first row of words.
pub(super) fn row(sheet: &Sheet, wanted: Option<u32>) -> Result<&Row> {
    let none = || Error::with("register-no-header", &[("sheet", &sheet.name)]);
    if let Some(wanted) = wanted {
        let found = sheet.row(wanted).filter(|row| !headings(row).is_empty());
        let values = [("row", wanted.to_string()), ("sheet", sheet.name.clone())];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        return found.ok_or_else(|| Error::with("register-blank-header", &values));
    }
    let first_rule =
        sheet.rules.iter().flat_map(|rule| &rule.areas).map(|area| area.first_row).filter(|row| *row > 1);
    let filter = sheet.filter.map(|area| area.first_row);
    let hints =
        [filter, (sheet.frozen_rows > 0).then_some(sheet.frozen_rows), first_rule.min().map(|row| row - 1)];
    let hinted = hints
        .into_iter()
        .flatten()
        .find_map(|row| sheet.row(row).filter(|row| headings(row).len() > 1 && is_heading(row)));
    if let Some(row) = hinted {
        return Ok(row);
    }
    let mut wide = sheet.rows.iter().filter(|row| headings(row).len() > 1);
    let first = wide.next().ok_or_else(none)?;
    if !is_heading(first) {
        return Err(none());
    }
    // Two rows of words under each other: either may be meant.
    if let Some(second) = sheet.row(first.number + 1)
        && is_heading(second)
        && headings(second).len() * 2 >= headings(first).len()
        && headings(second).len() > 1
    {
        let (a, b) = (first.number.to_string(), second.number.to_string());
        return Err(Error::with("register-two-headers", &[("first", &a), ("second", &b)]));
    }
    Ok(first)
}

/// Refuses headings that cannot be followed.
pub(super) fn check(sheet: &Sheet, header: &Row) -> Result<()> {
    if let Some(area) = sheet.merged.iter().find(|area| area.last_row >= header.number) {
        return Err(Error::with("register-merged", &[("cells", &area.to_string())]));
    }
    let found = headings(header);
    if let (Some((first, _)), Some((last, _))) = (found.first(), found.last())
        && let Some(gap) = (*first..*last).find(|column| found.iter().all(|(known, _)| known != column))
    {
        return Err(Error::with("register-blank-heading", &[("cell", &place(gap, header.number))]));
    }
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for (column, heading) in &found {
        if let Some(first) = seen.insert(folded(heading), *column) {
            let (first, second) = (column_letters(first), column_letters(*column));
            let values = [("heading", heading.trim()), ("first", &first), ("second", &second)];
            return Err(Error::with("register-heading-twice", &values));
        }
    }
    Ok(())
}
