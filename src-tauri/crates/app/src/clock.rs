//! The one place where time and randomness come from outside.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};
use uuid::Uuid;

/// Where the time comes from.
#[derive(Clone, Copy, Debug, Default)]
pub enum Clock {
    /// The machine's clock.
    #[default]
    System,
    /// Always this moment; for reproducible sample matters and tests.
    Fixed(Timestamp),
}

impl Clock {
    /// The present moment.
    pub fn now(self) -> Timestamp {
        match self {
            #[expect(clippy::disallowed_methods, reason = "this is the clock")]
            Self::System => Timestamp::now(),
            Self::Fixed(at) => at,
        }
    }

    /// The present day in the United Kingdom, where the proceedings are.
    pub fn today(self) -> Date {
        united_kingdom(self.now())
    }

    /// A fresh identifier (UUID version 7).
    pub fn id(self) -> Uuid {
        #[expect(clippy::disallowed_methods, reason = "this is the source of ids")]
        Uuid::now_v7()
    }
}

/// The UK time zone, compiled in: an answer must not depend on the machine's time-zone files.
pub fn uk() -> TimeZone {
    static UK: TimeZone = jiff::tz::get!("Europe/London");
    UK.clone()
}

fn united_kingdom(at: Timestamp) -> Date {
    ZonedDateTime::new(at, uk()).date()
}
