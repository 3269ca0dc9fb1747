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

/// "3 November 2021".
pub(super) fn day(day: Date) -> String {
    show::long(day)
}
