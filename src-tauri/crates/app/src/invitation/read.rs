//! Reading an invitation that came.

use std::fs::File;
use std::path::PathBuf;

use jiff::Timestamp;
use joinder_packet::{Invitation, read_invitation};
use serde::{Deserialize, Serialize};

use super::make::words;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::text::text;

/// The file of an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InvitationPath"))]
pub struct Path {
    /// The file.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
}

/// What an invitation says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InvitationView"))]
pub struct View {
    /// Which invitation.
    pub id: String,
    /// Name of the firm, as the invitation says.
    pub firm: String,
    /// How to reach the firm, as the invitation says.
    pub contact: String,
    /// Name of the matter.
    pub matter: String,
    /// When it was made, RFC 3339.
    pub issued: String,
    /// When it ends, RFC 3339.
    pub expires: String,
    /// Whether it can be answered today.
    pub open: bool,
    /// What is worth a look: that it has ended, that this machine's clock may be wrong.
    pub notes: Vec<String>,
    /// The words to compare with the firm's.
    pub fingerprint: Vec<String>,
}

pub(crate) fn read(context: Context<'_>, input: Path) -> Result<Applied<View>> {
    let invitation = load(&input.path)?;
    Ok(Applied::unchanged(view(&invitation, context.app.clock().now())))
}

/// The invitation in a file.
pub(crate) fn load(path: &std::path::Path) -> Result<Invitation> {
    let file = File::open(path).map_err(|_| Error::new("unreadable-file"))?;
    Ok(read_invitation(file)?)
}

/// What an invitation says at `now`.
pub(crate) fn view(invitation: &Invitation, now: Timestamp) -> View {
    let mut notes = Vec::new();
    if now >= invitation.expires {
        notes.push(text("invitation-has-ended", &[]));
    }
    if now < invitation.issued {
        notes.push(text("invitation-clock-behind", &[]));
    }
    View {
        id: invitation.id.to_string(),
        firm: invitation.firm.clone(),
        contact: invitation.contact.clone(),
        matter: invitation.matter_name.clone(),
        issued: invitation.issued.to_string(),
        expires: invitation.expires.to_string(),
        open: now < invitation.expires,
        notes,
        fingerprint: words(&invitation.fingerprint()),
    }
}
