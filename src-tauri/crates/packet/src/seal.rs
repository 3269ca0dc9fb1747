//! Sealing: a packet written in one pass, and read by nobody but the firm.

use std::io::Write;

use joinder_domain::audit::Digest;

use crate::container::{self, Writer};
use crate::digesting::Digesting;
use crate::error::{Error, Result};
use crate::key::Recipient;
use crate::manifest::{FileEntry, Manifest};
use crate::receipt::Receipt;

pub(crate) const PACKET: &str = "joinder-packet";

/// A file that was sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Its bytes.
    pub size: u64,
    /// Their digest.
    pub sha256: Digest,
}

impl Sealed {
    /// The code for the receipt.
    pub fn receipt(&self) -> Receipt {
        Receipt::of(&self.sha256)
    }
}

impl Manifest {
    /// Seals a packet for `to`. `copy` writes the file at each place of the manifest; bytes that are not those that the
    /// manifest announces are refused, so that a file which changed in between is never sent under another's name.
    ///
    /// Nothing is written in clear. What stands in `target` counts only when this succeeds.
    ///
    /// # Errors
    /// [`Error::TooLarge`], [`Error::Malformed`] for a manifest with too many files or a name that no file can have,
    /// [`Error::FileDiffers`], [`Error::Io`]; those of `copy`.
    pub fn seal<W: Write, E: From<Error>>(
        &self,
        target: W,
        to: &Recipient,
        copy: impl FnMut(usize, &mut dyn Write) -> Result<(), E>,
    ) -> Result<Sealed, E> {
        let head = serde_json::to_vec(self).map_err(|_| Error::Malformed)?;
        seal(target, to, PACKET, &head, &self.files, copy)
    }

    /// About how many bytes the packet will have: at least the truth, and at most some hundred more.
    pub fn sealed_size(&self) -> u64 {
        let head = serde_json::to_vec(self).map_or(0, |head| head.len() as u64);
        let clear =
            self.files.iter().fold(head, |sum, file| sum.saturating_add(file.size)).saturating_add(40);
        // `age`: a header of at most 400 bytes, since it adds a stanza of random length; and 16 bytes for each 64 KiB.
        clear.saturating_add(clear.div_ceil(64 << 10).saturating_mul(16)).saturating_add(400)
    }
}

pub(crate) fn seal<W: Write, E: From<Error>>(
    target: W,
    to: &Recipient,
    kind: &str,
    head: &[u8],
    files: &[FileEntry],
    mut copy: impl FnMut(usize, &mut dyn Write) -> Result<(), E>,
) -> Result<Sealed, E> {
    container::check(files)?;
    let mut writer = container::begin(Digesting::new(target), to, kind, head)?;
    for (at, file) in files.iter().enumerate() {
        let mut checked = Checked { inner: Digesting::new(&mut writer), left: file.size };
        copy(at, &mut checked)?;
        let (size, sha256) = checked.inner.finish().map_err(Error::from)?;
        if (size, sha256) != (file.size, file.sha256) {
            return Err(Error::FileDiffers { at }.into());
        }
    }
    let whole = writer.finish().map_err(Error::from)?;
    let (size, sha256) = whole.finish().map_err(Error::from)?;
    Ok(Sealed { size, sha256 })
}

/// Lets as many bytes through as were announced.
struct Checked<'a, W: Write> {
    inner: Digesting<&'a mut Writer<W>>,
    left: u64,
}

impl<W: Write> Write for Checked<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        // A file that grew is found by its digest; its surplus must not flow on without end.
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(bytes.len());
        if most == 0 && !bytes.is_empty() {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        let written = self.inner.write(bytes.get(..most).unwrap_or_default())?;
        self.left = self.left.saturating_sub(written as u64);
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.inner.flush()
    }
}
