//! A sealed file looked at: without its key its form and size, with it everything.

use std::fs::File;
use std::path::PathBuf;

use joinder_packet::{Receipt, outside};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::verify::{Firm, verify};
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::evidence::inspect::{Keys, Lens};
use crate::exchange;
use crate::text::text;

/// A file to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketInspect"))]
pub struct Inspect {
    /// The file.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
}

/// What can be seen of a sealed file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketInspection"))]
pub struct Inspection {
    /// Its form, in words.
    pub format: String,
    /// Bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// Whether the open matter's key opens it.
    pub opened: bool,
    /// The code of its receipt; empty when it was not opened.
    pub receipt: String,
    /// Everything that the packet says of itself, and what its files are; `null` when it was not opened.
    #[cfg_attr(feature = "ts", ts(type = "unknown"))]
    pub content: Value,
}

pub(crate) fn inspect(context: Context<'_>, input: Inspect) -> Result<Applied<Inspection>> {
    let unreadable = |_| Error::new("unreadable-file");
    let file = File::open(&input.path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    outside(file)?;
    let mut seen = Inspection {
        format: text("packet-format", &[]),
        size,
        opened: false,
        receipt: String::new(),
        content: Value::Null,
    };
    if let Ok(open) = context.app.open_matter() {
        let (key, keys) = open.matter.read(|reader| {
            Ok::<_, Error>((exchange::known(reader)?, Keys::of_matter(reader, &open.profile)?))
        })?;
        let lens = Lens { profile: &open.profile, own: Vec::new(), keys: &keys };
        let firm = Firm { matter: open.matter.id().0, key: key.as_ref(), words: &open.words, lens: &lens };
        let verified = verify(&input.path, firm)?;
        let found = match verified.outcome {
            Ok(found) => found,
            // To whoever has another key, it shows no more than to whoever has none.
            Err(error) if error.code == "sealed-for-other-key" => return Ok(Applied::unchanged(seen)),
            Err(error) => return Err(error),
        };
        seen.opened = true;
        seen.receipt = Receipt::of(&verified.sha256).to_string();
        seen.content = found.opened.manifest;
    }
    Ok(Applied::unchanged(seen))
}
