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
use crate::signed_file::Form;

const FORM: Form = Form {
    format: "joinder-invite",
    kind: "joinder-invite 1",
    most: INVITATION_MOST,
    foreign: Error::NotAnInvitation,
    altered: Error::AlteredInvitation,
};

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
    FORM.write(&payload, key, target)
}

/// Reads an invitation and checks its signature. Whether it has ended is for the caller to say, who has a clock.
///
/// The signature shows that nothing was altered on the way. That the firm is who it says it is, only the fingerprint
/// shows, compared with the firm on the telephone.
///
/// # Errors
/// [`Error::NotAnInvitation`], [`Error::Newer`], [`Error::AlteredInvitation`], [`Error::TooLarge`], [`Error::Io`].
pub fn read_invitation(source: impl Read) -> Result<Invitation> {
    let (text, signature) = FORM.read(source)?;
    let payload: Payload = serde_json::from_str(&text).map_err(|_| Error::AlteredInvitation)?;
    let verifying = verifying(&payload.verifying_key).ok_or(Error::AlteredInvitation)?;
    if !signed(&verifying, FORM.kind, &text, &signature) {
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
