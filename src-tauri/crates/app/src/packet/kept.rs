//! What is kept of an opened packet beside its bytes: the manifest, and what its files turned out to be.

use joinder_domain::notice::Grade;
use joinder_packet::{Manifest, Transfer};
use joinder_store::packet::Packet;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::merge::Writer;
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

    /// Who wrote the record in it.
    pub(super) fn writer(&self) -> Writer {
        if self.manifest.transfer.is_some() { Writer::Colleague } else { Writer::Claimant }
    }

    /// What packets of one registration have in common, or those in which one copy sends one claimant.
    pub(super) fn series(&self) -> String {
        series(&self.manifest)
    }
}

/// What packets of one registration have in common, or those in which one copy sends one claimant.
pub(super) fn series(manifest: &Manifest) -> String {
    manifest.transfer.as_ref().map_or_else(|| manifest.recipient.clone(), Transfer::series)
}

/// The record in a packet that a colleague sent; `None` for any other.
pub(crate) fn transferred(packet: &Packet) -> Option<Value> {
    let manifest = Kept::of(packet).ok()?.manifest;
    manifest.transfer.is_some().then_some(manifest.claimant)
}
