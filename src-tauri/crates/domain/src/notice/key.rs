//! The archive of public keys with which the notice may have been signed: data of the profile.
//!
//! Domains change their keys and take the old ones down, so that a signature of 2021 can be checked only with a key that
//! somebody kept (`evidence.md` 5.2). No key is ever looked up.

use jiff::civil::Date;

use crate::profile::Source;
use crate::profile::read::Table;

/// A public key as it was published, with the time for which that is known.
#[derive(Clone, Debug)]
pub struct ArchivedKey {
    /// The signing domain, `d=`, lower case.
    pub domain: String,
    /// The selector, `s=`, lower case.
    pub selector: String,
    /// The TXT record, such as `v=DKIM1; k=rsa; p=…`.
    pub record: String,
    /// The first day on which it is known to have been published; `None` when that is not known.
    pub from: Option<Date>,
    /// The last such day.
    pub until: Option<Date>,
    /// Where the record was kept.
    pub source: Source,
}

impl ArchivedKey {
    /// Whether the key is known to have been published on `day`; `None` when a bound is not known and the other allows it.
    pub fn in_force(&self, day: Date) -> Option<bool> {
        if self.from.is_some_and(|from| day < from) || self.until.is_some_and(|until| until < day) {
            return Some(false);
        }
        (self.from.is_some() && self.until.is_some()).then_some(true)
    }

    pub(super) fn read(table: &Table<'_>) -> Self {
        let key = Self {
            domain: table.text("domain").to_ascii_lowercase(),
            selector: table.text("selector").to_ascii_lowercase(),
            record: table.text("record"),
            from: table.maybe_date("from"),
            until: table.maybe_date("until"),
            source: Source::read(table),
        };
        if key.from.zip(key.until).is_some_and(|(from, until)| until < from) {
            table.problem("until", "expected a day on or after \"from\", found an earlier one");
        }
        if !key.record.is_empty() && !key.record.contains("p=") {
            table.problem("record", "expected a DKIM key record with p=, found none");
        }
        table.finish();
        key
    }
}
