//! Reading an answer to a yes-or-no question.

use std::fmt;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer};

use super::YesNo;

struct Answer;

impl Visitor<'_> for Answer {
    type Value = YesNo;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"yes\", \"no\" or \"dont-know\"")
    }

    fn visit_bool<E: de::Error>(self, yes: bool) -> Result<YesNo, E> {
        Ok(if yes { YesNo::Yes } else { YesNo::No })
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<YesNo, E> {
        match text {
            "yes" => Ok(YesNo::Yes),
            "no" => Ok(YesNo::No),
            "dont-know" | "don't know" => Ok(YesNo::DontKnow),
            _ => Err(E::unknown_variant(text, &["yes", "no", "dont-know"])),
        }
    }
}

impl<'de> Deserialize<'de> for YesNo {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Answer)
    }
}
