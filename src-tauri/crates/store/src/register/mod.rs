//! The register: places, claim forms, sealed versions.

mod form;
mod place;
mod version;

pub use form::{forms, put_form};
pub use place::{Marks, end, ended_count, enter, held, mark, not_on, place_at, place_of, places};
pub use version::{NewVersion, Version, entries, entry, seal, version, versions};

pub(crate) use form::contents as form_contents;
pub(crate) use place::contents as place_contents;
pub(crate) use version::content as version_content;

use jiff::civil::Date;

use crate::error::{Error, Result};

/// A stored day; empty for none.
fn day(text: &str) -> Result<Option<Date>> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Error::Unreadable("register"))
}

/// A day as it is stored.
fn day_text(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}
