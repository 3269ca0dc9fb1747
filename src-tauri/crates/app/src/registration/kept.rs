//! What a registration keeps beside the answers: the invitation, what was sealed, what the firm asked.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use joinder_packet::{Answer, Assisted, Invitation, Request, read_invitation};
use joinder_store::{Reader, Write, setting};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::app::OpenMatter;
use crate::error::{Error, Result};

const SETTING: &str = "registration";
/// The invitation as it came, in a setting of its own: it is large and never changes, and the other one changes with every page.
const INVITATION: &str = "registration-invitation";

/// What is kept under the setting.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Kept {
    /// Every packet that was begun, in order.
    pub(crate) packets: Vec<KeptPacket>,
    /// What the firm asked last.
    pub(crate) request: Option<Request>,
    /// What was answered to it.
    pub(crate) answers: Vec<Answer>,
    /// A packet was sealed since the firm asked.
    #[serde(default)]
    pub(crate) answered: bool,
    /// Questions whose pages the person has gone on from: a page left blank on purpose is no page forgotten.
    #[serde(default)]
    pub(crate) seen: Vec<String>,
    /// Who goes through the questions with the person.
    #[serde(default)]
    pub(crate) helper: Option<Assisted>,
    /// At a meeting: where packets are put. Such a folder is removed as soon as its packet is sealed.
    #[serde(default)]
    pub(crate) meeting: Option<PathBuf>,
}

/// A packet that was begun. It is kept before it is sealed: after a power cut the next one gets another number.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct KeptPacket {
    pub(crate) packet: Uuid,
    pub(crate) at: Timestamp,
    /// Empty while it is not known to be whole.
    pub(crate) receipt: String,
    pub(crate) size: u64,
    pub(crate) file: String,
    /// The name under the statement of truth.
    #[serde(default)]
    pub(crate) signed_by: String,
}

impl Kept {
    /// Keeps the invitation that everything else answers.
    pub(crate) fn begin(&self, tx: &mut Write<'_>, invitation: &str) -> Result<()> {
        setting::put(tx, INVITATION, &invitation)?;
        self.save(tx)
    }

    /// What the open folder keeps.
    ///
    /// # Errors
    /// `not-a-registration`.
    pub(crate) fn load(reader: &Reader<'_>) -> Result<Self> {
        setting::get(reader, SETTING)?.ok_or_else(|| Error::new("not-a-registration"))
    }

    pub(crate) fn save(&self, tx: &mut Write<'_>) -> Result<()> {
        Ok(setting::put(tx, SETTING, self)?)
    }

    /// The last packet that is known to be whole.
    pub(crate) fn last(&self) -> Option<&KeptPacket> {
        self.packets.iter().rfind(|packet| !packet.receipt.is_empty())
    }
}

/// The invitation that the open folder answers. Its signature is checked when it is first read.
///
/// # Errors
/// `not-a-registration`; what is wrong with an invitation.
pub(crate) fn invitation(open: &OpenMatter) -> Result<Arc<Invitation>> {
    if let Some(known) = open.session.invitation.get() {
        return Ok(Arc::clone(known));
    }
    let text: Option<String> = open.matter.read(|reader| setting::get(reader, INVITATION))?;
    let text = text.ok_or_else(|| Error::new("not-a-registration"))?;
    let invitation = Arc::new(read_invitation(text.as_bytes())?);
    Ok(Arc::clone(open.session.invitation.get_or_init(|| invitation)))
}

/// Whether a folder is a registration.
pub(crate) fn is_registration(reader: &Reader<'_>) -> Result<bool> {
    Ok(setting::get::<serde_json::Value>(reader, SETTING)?.is_some())
}
