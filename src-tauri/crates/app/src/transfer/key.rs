//! The key of this copy of the matter, for colleagues; and theirs.

use std::fs::File;
use std::path::{Path, PathBuf};

use joinder_domain::audit::{Subject, SubjectKind};
use joinder_packet::{CopyKey, Fingerprint, read_copy_key, write_copy_key};
use joinder_store::Op;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::exchange;
use crate::invitation::words;
use crate::outfile::Finished;
use crate::outgoing::release;

/// A key to write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "TransferKey"))]
pub struct Key {
    /// The file; one that is there is written over.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub out: PathBuf,
}

/// A key that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "TransferKeyMade"))]
pub struct KeyMade {
    /// The file.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub file: PathBuf,
    /// The words that both sides see.
    pub fingerprint: Vec<String>,
}

/// The file of a colleague's key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "TransferKeyPath"))]
pub struct KeyPath {
    /// The file.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
}

/// A colleague's key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "TransferKeyView"))]
pub struct KeyView {
    /// Who made it, as it says.
    pub person: String,
    /// The matter, as it says.
    pub matter: String,
    /// When it was made, RFC 3339.
    pub made: String,
    /// It is a copy of the open matter.
    pub same_matter: bool,
    /// It is the key of this copy, as a copy of the folder has it too.
    pub own: bool,
    /// The words to compare with the colleague's.
    pub fingerprint: Vec<String>,
}

pub(crate) fn write_key(context: Context<'_>, input: Key) -> Result<Applied<KeyMade>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let key = exchange::key(&open, clock)?;
    let keys = key.public();
    let of = CopyKey {
        matter: open.matter.id().0,
        matter_name: open.matter.name().to_owned(),
        person: open.matter.actor().name,
        made: clock.now(),
        keys: keys.clone(),
    };
    let (file, ()) = Finished::write(&input.out, |target| Ok(write_copy_key(&of, &key, target)?))?;
    let done = release(context, &open, Op("transfer.key"), [file], |tx| {
        let subject = Subject::new(SubjectKind::Setting, "exchange-key");
        Ok(tx.note(subject, None, json!({ "recipient": keys.recipient.to_string() }))?)
    })?;
    let made = KeyMade { file: input.out, fingerprint: words(&Fingerprint::of(&keys)) };
    Ok(Applied::stored(made, &done.changes))
}

pub(crate) fn read_key(context: Context<'_>, input: KeyPath) -> Result<Applied<KeyView>> {
    let open = context.app.open_matter()?;
    let key = load(&input.path)?;
    let own = open.matter.read(exchange::known)?.is_some_and(|own| own.public() == key.keys);
    Ok(Applied::unchanged(KeyView {
        fingerprint: words(&key.fingerprint()),
        same_matter: key.matter == open.matter.id().0,
        own,
        person: key.person,
        matter: key.matter_name,
        made: key.made.to_string(),
    }))
}

/// The key in a file.
pub(super) fn load(path: &Path) -> Result<CopyKey> {
    let file = File::open(path).map_err(|_| Error::new("unreadable-file"))?;
    Ok(read_copy_key(file)?)
}
