//! The invitation of a firm: whom to seal for, what to ask, until when.

use std::collections::BTreeMap;
use std::io::{Read, Write};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::INVITATION_MOST;
use crate::error::{Error, Result};
use crate::fingerprint::Fingerprint;
use crate::key::{ExchangeKey, PublicKeys, signed, verifying, written};

const FORMAT: &str = "joinder-invite";
const VERSION: u32 = 1;
const KIND: &str = "joinder-invite 1";

/// The questions and texts of a kind of matter, as its files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileTexts {
    /// Its identifier.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// The text of each file, by name.
    pub texts: BTreeMap<String, String>,
}

/// An invitation whose signature was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Which invitation.
    pub id: Uuid,
    /// The matter that it is for.
    pub matter: Uuid,
    /// The matter's name.
    pub matter_name: String,
    /// Name of the firm.
    pub firm: String,
    /// How to reach the firm, for people to compare with what they know already.
    pub contact: String,
    /// When it was made.
    pub issued: Timestamp,
    /// When it ends.
    pub expires: Timestamp,
    /// The firm's keys.
    pub keys: PublicKeys,
    /// What is asked.
    pub profile: ProfileTexts,
}

impl Invitation {
    /// The firm's keys as words.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.keys)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    version: u32,
    payload: String,
    signature: String,
}

/// What is looked at first, whatever else the file holds.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Payload {
    invitation: Uuid,
    matter: Uuid,
    matter_name: String,
    firm: String,
    contact: String,
    issued: Timestamp,
    expires: Timestamp,
    recipient: String,
    verifying_key: String,
    profile: ProfileTexts,
}

/// Writes an invitation, signed with the matter's key. Its own keys are those of `key`.
///
/// # Errors
/// [`Error::Io`].
pub fn write_invitation(invitation: &Invitation, key: &ExchangeKey, target: &mut impl Write) -> Result<()> {
    let keys = key.public();
    let payload = Payload {
        invitation: invitation.id,
        matter: invitation.matter,
        matter_name: invitation.matter_name.clone(),
        firm: invitation.firm.clone(),
        contact: invitation.contact.clone(),
        issued: invitation.issued,
        expires: invitation.expires,
        recipient: keys.recipient.to_string(),
        verifying_key: written(&keys.verifying),
        profile: invitation.profile.clone(),
    };
    let payload = serde_json::to_string(&payload).map_err(|_| Error::Malformed)?;
    let signature = key.sign(KIND, &payload);
    let file = File { format: FORMAT.to_owned(), version: VERSION, payload, signature };
    let text = serde_json::to_string_pretty(&file).map_err(|_| Error::Malformed)?;
    target.write_all(text.as_bytes())?;
    Ok(target.write_all(b"\n")?)
}

/// Reads an invitation and checks its signature. Whether it has ended is for the caller to say, who has a clock.
///
/// The signature shows that nothing was altered on the way. That the firm is who it says it is, only the fingerprint
/// shows, compared with the firm on the telephone.
///
/// # Errors
/// [`Error::NotAnInvitation`], [`Error::Newer`], [`Error::AlteredInvitation`], [`Error::TooLarge`], [`Error::Io`].
pub fn read_invitation(source: impl Read) -> Result<Invitation> {
    let mut text = Vec::new();
    source.take(INVITATION_MOST + 1).read_to_end(&mut text)?;
    if text.len() as u64 > INVITATION_MOST {
        return Err(Error::TooLarge { limit: INVITATION_MOST });
    }
    let text = std::str::from_utf8(&text).map_err(|_| Error::NotAnInvitation)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let head: Head = serde_json::from_str(text).map_err(|_| Error::NotAnInvitation)?;
    if head.format != FORMAT {
        return Err(Error::NotAnInvitation);
    }
    if head.version > VERSION {
        return Err(Error::Newer { found: head.version, known: VERSION });
    }
    let file: File = serde_json::from_str(text).map_err(|_| Error::AlteredInvitation)?;
    let payload: Payload = serde_json::from_str(&file.payload).map_err(|_| Error::AlteredInvitation)?;
    let verifying = verifying(&payload.verifying_key).ok_or(Error::AlteredInvitation)?;
    if !signed(&verifying, KIND, &file.payload, &file.signature) {
        return Err(Error::AlteredInvitation);
    }
    let recipient = payload.recipient.parse().map_err(|_| Error::AlteredInvitation)?;
    Ok(Invitation {
        id: payload.invitation,
        matter: payload.matter,
        matter_name: payload.matter_name,
        firm: payload.firm,
        contact: payload.contact,
        issued: payload.issued,
        expires: payload.expires,
        keys: PublicKeys { recipient, verifying },
        profile: payload.profile,
    })
}
