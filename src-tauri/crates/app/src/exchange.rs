//! The keys of the open folder for what travels, made when they are first needed.

use joinder_packet::ExchangeKey;
use joinder_store::{Op, Reader, exchange};

use crate::app::OpenMatter;
use crate::clock::Clock;
use crate::error::{Error, Result};

/// The keys; made and kept when there are none.
pub(crate) fn key(open: &OpenMatter, clock: Clock) -> Result<ExchangeKey> {
    if let Some(key) = open.matter.read(known)? {
        return Ok(key);
    }
    let key = ExchangeKey::generate()?;
    open.write(Op("exchange.key"), clock.now(), |tx| {
        Ok(exchange::keep_key(tx, &key.to_text(), &key.public().recipient.to_string())?)
    })?;
    Ok(key)
}

/// The keys; `None` while nothing went out, so that nothing can come in.
pub(crate) fn known(reader: &Reader<'_>) -> Result<Option<ExchangeKey>> {
    let text = exchange::key(reader)?;
    Ok(text.map(|text| ExchangeKey::from_text(&text)).transpose()?)
}

impl From<joinder_packet::Error> for Error {
    fn from(error: joinder_packet::Error) -> Self {
        use joinder_packet::Error as Sealed;
        match error {
            Sealed::TooLarge { limit } => {
                Self::with("sealed-too-large", &[("limit", &(limit / 1024 / 1024).to_string())])
            }
            Sealed::Newer { found, known } => {
                Self::with("sealed-newer", &[("found", &found.to_string()), ("known", &known.to_string())])
            }
            other => Self::new(other.code()),
        }
    }
}
