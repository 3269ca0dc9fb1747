//! Opening: what anybody can see of a sealed file, and what the key shows.

use std::io::{Read, Write};

use crate::container::{self, Reader};
use crate::error::{Error, Result};
use crate::key::ExchangeKey;
use crate::manifest::{FileEntry, Manifest};
use crate::seal::PACKET;
use crate::transfer::{self, TRANSFER};

/// What a sealed file shows to those without its key: that it is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outside {
    /// The version of `age`'s format.
    pub age_version: u32,
}

/// Looks at a sealed file without a key.
///
/// # Errors
/// [`Error::NotSealed`], [`Error::Io`].
pub fn outside(mut source: impl Read) -> Result<Outside> {
    container::start(&mut source).map(|_| Outside { age_version: 1 })
}

/// A packet whose manifest was read; its files are still to come, in their order.
pub struct Opened<R: Read> {
    manifest: Manifest,
    reader: Reader<R>,
    next: usize,
}

impl<R: Read> Opened<R> {
    /// Opens a packet with the firm's key: a claimant's own, or one in which a colleague sends a claimant.
    ///
    /// # Errors
    /// [`Error::NotSealed`], [`Error::OtherKey`], [`Error::OtherKind`], [`Error::Newer`], [`Error::Altered`],
    /// [`Error::Truncated`], [`Error::Malformed`], [`Error::TransferNotSigned`], [`Error::TooLarge`], [`Error::Io`].
    pub fn packet(source: R, key: &ExchangeKey) -> Result<Self> {
        let (reader, head, kind) = container::open(source, key, &[PACKET, TRANSFER])?;
        let manifest = if kind == TRANSFER {
            transfer::read(&head)?
        } else {
            let manifest: Manifest = serde_json::from_slice(&head).map_err(|_| Error::Malformed)?;
            manifest.is_a_claimants().then_some(manifest).ok_or(Error::Malformed)?
        };
        container::check(&manifest.files)?;
        Ok(Self { manifest, reader, next: 0 })
    }

    /// What the packet says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The file that comes next; `None` after the last.
    pub fn next(&self) -> Option<&FileEntry> {
        self.manifest.files.get(self.next)
    }

    /// Reads the next file to `target`. What was written counts only when this succeeds.
    ///
    /// # Errors
    /// [`Error::FileDiffers`], [`Error::Altered`], [`Error::Truncated`], [`Error::Malformed`], [`Error::Io`].
    pub fn read_next(&mut self, target: &mut dyn Write) -> Result<()> {
        let at = self.next;
        let entry = self.manifest.files.get(at).ok_or(Error::Malformed)?;
        container::file(&mut self.reader, at, entry, target)?;
        self.next = at.saturating_add(1);
        Ok(())
    }

    /// Reads what is left, checks it, and makes sure that nothing follows.
    ///
    /// # Errors
    /// As for [`Self::read_next`].
    pub fn finish(mut self) -> Result<Manifest> {
        while self.next < self.manifest.files.len() {
            self.read_next(&mut std::io::sink())?;
        }
        container::end(&mut self.reader)?;
        Ok(self.manifest)
    }
}
