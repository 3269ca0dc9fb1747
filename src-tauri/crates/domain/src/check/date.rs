//! What every date of a record must keep to.

use jiff::civil::Date;

use super::problem::Problems;
use crate::date::{PartialDate, Precision, Truth};

/// One date of a record: the field, the word that stands for it in the texts, and the date.
///
/// The word is a choice of the Fluent texts (`start`, `end`, …), not a text itself.
#[derive(Clone, Copy)]
pub(super) struct Dated<'a> {
    pub field: &'a str,
    pub what: &'static str,
    pub date: &'a Option<PartialDate>,
}

impl Problems {
    /// No date may lie wholly in the future; which winter is meant is asked.
    pub(super) fn past(&mut self, dated: Dated<'_>, today: Date) {
        let Some(date) = dated.date else { return };
        if date.after(today) == Truth::Yes {
            self.error(dated.field, "date-future", &[("what", dated.what.into()), ("date", date.short())]);
        }
        if let Some((first, second)) = two_winters(date) {
            self.warn(
                dated.field,
                "date-winter",
                &[("what", dated.what.into()), ("first", first), ("second", second)],
            );
        }
    }

    /// The second date must not lie wholly before the first.
    pub(super) fn ordered(&mut self, first: Dated<'_>, second: Dated<'_>, code: &'static str) {
        if let (Some(from), Some(to)) = (first.date, second.date)
            && to.before_date(from) == Truth::Yes
        {
            self.error(second.field, code, &[("first", from.short()), ("second", to.short())]);
        }
    }
}

/// The years of the two winters that "winter 2021" can be, when only one year is named and the season runs over its end.
fn two_winters(date: &PartialDate) -> Option<(String, String)> {
    let (first, last) = (date.earliest?.year(), date.latest?.year());
    let season = date.precision == Precision::Season && date.earliest?.day() == 1 && last == first + 1;
    let years = date.text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).count();
    if !season || years != 1 {
        return None;
    }
    let winter = |year: i16| format!("{}/{:02}", year, (year + 1) % 100);
    let named: i16 = date.text.split(|c: char| !c.is_ascii_digit()).find_map(|number| number.parse().ok())?;
    let named = if named < 100 { named + first / 100 * 100 } else { named };
    let other = if named == first { first - 1 } else { first + 1 };
    Some((winter(first), winter(other)))
}
