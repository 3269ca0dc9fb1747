//! Words of the register.

use jiff::civil::Date;
use joinder_domain::date::show;
use joinder_domain::register::Field;

pub(super) use crate::text::text as with;

pub(super) fn text(key: &str) -> String {
    with(key, &[])
}

/// What a column is called without a template.
pub(super) fn field(field: Field) -> String {
    text(&format!("register-field-{}", field.code()))
}

/// Words on one line: a heading may be broken over several in its cell.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// With a capital letter, as it opens a cell.
pub(super) fn opening(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// "3 November 2021".
pub(super) fn day(day: Date) -> String {
    show::long(day)
}
