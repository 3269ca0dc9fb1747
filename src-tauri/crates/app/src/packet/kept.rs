//! What is kept of an opened packet beside its bytes: the manifest, and what its files turned out to be.

use joinder_domain::notice::Grade;
use joinder_packet::Manifest;
use joinder_store::packet::Packet;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// The manifest, with what was found in the files, in the same order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Kept {
    pub(super) manifest: Manifest,
    pub(super) files: Vec<FileRead>,
}

/// What a file turned out to be.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct FileRead {
    pub(super) shape: String,
    pub(super) subject: String,
    pub(super) grade: Option<Grade>,
    /// What is wrong with it, and what to do.
    pub(super) damage: Option<(String, String)>,
}

impl Kept {
    /// What is kept of this packet.
    pub(super) fn of(packet: &Packet) -> Result<Self> {
        serde_json::from_value(packet.manifest().clone()).map_err(|_| Error::new("packet-refused"))
    }
}
