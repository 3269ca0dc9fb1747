//! The key of a copy of a matter, as a file for colleagues: what they seal for it only it can open.

use std::io::{Read, Write};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::fingerprint::Fingerprint;
use crate::key::{ExchangeKey, PublicKeys, signed, verifying, written};
use crate::signed_file::Form;

const FORM: Form = Form {
    format: "joinder-key",
    kind: "joinder-key 1",
    most: 64 << 10,
    foreign: Error::NotAKey,
    altered: Error::AlteredKey,
};

/// The key of a copy of a matter, whose signature was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyKey {
    /// The matter.
    pub matter: Uuid,
    /// The matter's name.
    pub matter_name: String,
    /// Who made the file.
    pub person: String,
    /// When.
    pub made: Timestamp,
    /// The keys.
    pub keys: PublicKeys,
}

impl CopyKey {
    /// The keys as words.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.keys)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Payload {
    matter: Uuid,
    matter_name: String,
    person: String,
    made: Timestamp,
    recipient: String,
    verifying_key: String,
}

/// Writes the public half of `key` as a file, signed with it. Its own keys are those of `key`.
///
/// # Errors
/// [`Error::Io`].
pub fn write_copy_key(of: &CopyKey, key: &ExchangeKey, target: &mut impl Write) -> Result<()> {
    let keys = key.public();
    let payload = Payload {
        matter: of.matter,
        matter_name: of.matter_name.clone(),
        person: of.person.clone(),
        made: of.made,
        recipient: keys.recipient.to_string(),
        verifying_key: written(&keys.verifying),
    };
    FORM.write(&payload, key, target)
}

/// Reads such a file and checks its signature. Whose key it is only its words show, compared on the telephone.
///
/// # Errors
/// [`Error::NotAKey`], [`Error::Newer`], [`Error::AlteredKey`], [`Error::TooLarge`], [`Error::Io`].
pub fn read_copy_key(source: impl Read) -> Result<CopyKey> {
    let (payload, signature) = FORM.read(source)?;
    let given: Payload = serde_json::from_str(&payload).map_err(|_| Error::AlteredKey)?;
    let verifying = verifying(&given.verifying_key).ok_or(Error::AlteredKey)?;
    if !signed(&verifying, FORM.kind, &payload, &signature) {
        return Err(Error::AlteredKey);
    }
    let recipient = given.recipient.parse().map_err(|_| Error::AlteredKey)?;
    Ok(CopyKey {
        matter: given.matter,
        matter_name: given.matter_name,
        person: given.person,
        made: given.made,
        keys: PublicKeys { recipient, verifying },
    })
}
