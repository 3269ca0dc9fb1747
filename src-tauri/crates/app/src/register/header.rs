//! The row of headings in a template.

use std::collections::BTreeMap;

use joinder_domain::register::{folded, suggest_field};
use joinder_evidence::{Row, Sheet, column_letters};

use super::sheet::{HEAD, headings, place};
use super::template::is_heading;
use crate::error::{Error, Result};

/// Headings that must mean something for a row to be taken for the headings by what it says.
const KNOWN: usize = 3;

/// The row that holds the headings: the one asked for, or the one that the sheet itself points at by filters, frozen
/// rows or drop-downs, or the one that says what a register holds, or the first row of words.
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
    let telling = sheet.rows.iter().take(HEAD).filter(|row| is_heading(row) && known(row) >= KNOWN);
    let telling = telling.max_by_key(|row| (known(row), std::cmp::Reverse(row.number)));
    if let Some(row) = hinted {
        // What stands under the headings may explain them.
        return match telling.filter(|telling| telling.number < row.number && known(row) < KNOWN) {
            Some(telling) => Err(either(telling, row)),
            None => Ok(row),
        };
    }
    let mut wide = sheet.rows.iter().filter(|row| headings(row).len() > 1);
    let first = telling.or_else(|| wide.next()).ok_or_else(none)?;
    if !is_heading(first) {
        return Err(none());
    }
    // Two rows of words under each other: either may be meant.
    if let Some(second) = sheet.row(first.number + 1)
        && is_heading(second)
        && headings(second).len() * 2 >= headings(first).len()
        && headings(second).len() > 1
    {
        return Err(either(first, second));
    }
    Ok(first)
}

/// How many headings of a row mean a field of a register.
fn known(row: &Row) -> usize {
    headings(row).iter().filter(|(_, heading)| suggest_field(heading).is_some()).count()
}

fn either(first: &Row, second: &Row) -> Error {
    let (first, second) = (first.number.to_string(), second.number.to_string());
    Error::with("register-two-headers", &[("first", &first), ("second", &second)])
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
