//! Dates in files: written as the interval, read as the interval or as plain words. An interval need only have the
//! ends that are known; how precise it is follows from them.

use std::fmt;

use jiff::civil::Date;
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{DateWords, PartialDate, Precision};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    earliest: Option<Date>,
    #[serde(default)]
    latest: Option<Date>,
    #[serde(default)]
    precision: Option<Precision>,
    #[serde(default)]
    text: String,
}

struct WordsOrInterval;

impl<'de> Visitor<'de> for WordsOrInterval {
    type Value = PartialDate;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date in words, such as \"mid 2020\", or its interval")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<PartialDate, E> {
        PartialDate::parse(text, &DateWords::default()).map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<PartialDate, A::Error> {
        let written = Written::deserialize(de::value::MapAccessDeserializer::new(map))?;
        let Written { earliest, latest, precision, text } = written;
        if earliest.is_none() && latest.is_none() && precision.is_none() && !text.trim().is_empty() {
            return self.visit_str(&text);
        }
        if let (Some(first), Some(last)) = (earliest, latest)
            && first > last
        {
            return Err(de::Error::custom("the earliest day lies after the latest: swap them"));
        }
        let precision = precision.unwrap_or_else(|| PartialDate::between(earliest, latest).precision);
        Ok(PartialDate { earliest, latest, precision, text })
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    /// Reads the interval, or plain words by the default [`DateWords`].
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(WordsOrInterval)
    }
}
