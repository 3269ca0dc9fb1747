//! Where a part stands in a message.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// Steps from the file's own message down to a part, each counted from 1; written `1.2`, and `0` for the message itself.
///
/// The only step into a nested message is 1: its own top part.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct PartPath(Vec<u32>);

/// A part path that is not written as one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a part path is numbers from 1 with dots between them, such as 1.2, or 0 for the message itself")]
pub struct PartPathError;

impl PartPath {
    /// The message itself.
    pub fn root() -> Self {
        Self::default()
    }

    /// The steps, each from 1.
    pub fn steps(&self) -> &[u32] {
        &self.0
    }

    /// The child with this index, counted from 0.
    pub(crate) fn child(&self, index: usize) -> Self {
        let mut steps = self.0.clone();
        steps.push(u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1));
        Self(steps)
    }
}

impl fmt::Display for PartPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("0");
        }
        for (at, step) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(".")?;
            }
            write!(f, "{step}")?;
        }
        Ok(())
    }
}

impl FromStr for PartPath {
    type Err = PartPathError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "0" {
            return Ok(Self::root());
        }
        let step = |piece: &str| piece.parse().ok().filter(|&step| step > 0);
        text.split('.').map(step).collect::<Option<Vec<u32>>>().map(Self).ok_or(PartPathError)
    }
}

impl From<PartPath> for String {
    fn from(path: PartPath) -> Self {
        path.to_string()
    }
}

impl TryFrom<String> for PartPath {
    type Error = PartPathError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}
