//! One header field, as written and as read.

use serde::{Deserialize, Serialize};

use super::{field::Field, value::decoded};

/// One header field. A message has dozens, so that what is the same is held once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Header {
    /// The name, and the value as written right behind it.
    line: String,
    /// Bytes of the name.
    name: usize,
    /// The value on one line, decoded; `None` where that is the value as written.
    value: Option<String>,
}

/// The form in which a header is written to JSON.
#[derive(Serialize, Deserialize)]
struct Written {
    name: String,
    raw: String,
    value: String,
}

impl Header {
    pub(super) fn of(field: &Field<'_>) -> Self {
        let raw = field.raw();
        let mut line = String::with_capacity(field.name.len() + raw.len());
        line.push_str(&field.name);
        line.push_str(&raw);
        let unfolded = field.unfolded();
        let plain = unfolded == raw.trim() && !unfolded.contains("=?");
        let value = (!plain).then(|| decoded(field)).filter(|value| value != raw.trim());
        Self { line, name: field.name.len(), value }
    }

    /// Its name as written.
    pub fn name(&self) -> &str {
        self.line.get(..self.name).unwrap_or_default()
    }

    /// Its value as written, folds included.
    pub fn raw(&self) -> &str {
        self.line.get(self.name..).unwrap_or_default()
    }

    /// Its value on one line, encoded words decoded.
    pub fn value(&self) -> &str {
        self.value.as_deref().unwrap_or_else(|| self.raw().trim())
    }
}

impl From<Written> for Header {
    fn from(Written { name, raw, value }: Written) -> Self {
        let value = (value != raw.trim()).then_some(value);
        Self { name: name.len(), line: name + &raw, value }
    }
}

impl From<Header> for Written {
    fn from(header: Header) -> Self {
        Self {
            name: header.name().to_owned(),
            raw: header.raw().to_owned(),
            value: header.value().to_owned(),
        }
    }
}
