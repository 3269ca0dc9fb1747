//! The form that packets and requests share: an `age` file whose content is a line with kind and version, a line with the
//! length of a head in JSON, the head, and the bytes of the files that the head names, one after the other.

use std::io::{BufRead, BufReader, Chain, Cursor, Read, Write};

use age::stream::{StreamReader, StreamWriter};
use age::{DecryptError, EncryptError, Encryptor};

use crate::SEALED_MOST;
use crate::digesting::Digester;
use crate::error::{Error, Result};
use crate::key::{ExchangeKey, Recipient};
use crate::manifest::FileEntry;

/// The newest version of both kinds.
pub(crate) const VERSION: u32 = 1;
/// A head beyond this is not read.
pub(crate) const HEAD_MOST: u64 = 4 << 20;
/// The outer header of an `age` file for one recipient has some 200 bytes.
const OUTSIDE_MOST: u64 = 16 << 10;
const LINE_MOST: u64 = 64;
const BLOCK: usize = 64 << 10;

/// An `age` file to write to.
pub(crate) type Writer<W> = StreamWriter<W>;
/// What an `age` file is read through.
pub(crate) type Reader<R> = BufReader<StreamReader<BufReader<Chain<Cursor<Vec<u8>>, R>>>>;

/// Begins a file for `to`: kind, version and head are in it when this returns.
pub(crate) fn begin<W: Write>(target: W, to: &Recipient, kind: &str, head: &[u8]) -> Result<Writer<W>> {
    if head.len() as u64 > HEAD_MOST {
        return Err(Error::TooLarge { limit: HEAD_MOST });
    }
    let recipients = std::iter::once(&to.0 as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(recipients).map_err(|error| match error {
        EncryptError::Io(error) => error.into(),
        _ => Error::BadKey,
    })?;
    let mut writer = encryptor.wrap_output(target)?;
    writer.write_all(format!("{kind} {VERSION}\n{}\n", head.len()).as_bytes())?;
    writer.write_all(head)?;
    Ok(writer)
}

/// The start of what may be an `age` file: its outer header, whole, within bounds.
///
/// # Errors
/// [`Error::NotSealed`].
pub(crate) fn start(source: &mut impl Read) -> Result<Vec<u8>> {
    let mut start = Vec::new();
    source.take(OUTSIDE_MOST).read_to_end(&mut start)?;
    let sealed =
        start.starts_with(b"age-encryption.org/v1\n") && start.windows(5).any(|five| five == b"\n--- ");
    if sealed { Ok(start) } else { Err(Error::NotSealed) }
}

/// Opens a file of one of these kinds and gives its head and kind; the files are still to be read.
pub(crate) fn open<R: Read>(
    mut source: R,
    key: &ExchangeKey,
    kinds: &[&'static str],
) -> Result<(Reader<R>, Vec<u8>, &'static str)> {
    let start = start(&mut source)?;
    let whole = BufReader::with_capacity(BLOCK, Cursor::new(start).chain(source));
    let decryptor = age::Decryptor::new_buffered(whole).map_err(refused)?;
    let reader = decryptor.decrypt(std::iter::once(&key.identity as &dyn age::Identity)).map_err(refused)?;
    let mut reader = BufReader::with_capacity(BLOCK, reader);
    let title = line(&mut reader)?;
    let (found, version) = title.rsplit_once(' ').ok_or(Error::OtherKind)?;
    let kind = kinds.iter().copied().find(|kind| *kind == found).ok_or(Error::OtherKind)?;
    match version.parse::<u32>() {
        Ok(VERSION) => {}
        Ok(found) if found > VERSION => return Err(Error::Newer { found, known: VERSION }),
        _ => return Err(Error::Malformed),
    }
    let length: u64 = line(&mut reader)?.parse().map_err(|_| Error::Malformed)?;
    if length > HEAD_MOST {
        return Err(Error::TooLarge { limit: HEAD_MOST });
    }
    let mut head = Vec::new();
    reader.by_ref().take(length).read_to_end(&mut head).map_err(broken)?;
    if (head.len() as u64) < length {
        return Err(Error::Malformed);
    }
    Ok((reader, head, kind))
}

/// Reads the next file to `target`, which has to be the one that `entry` announces.
pub(crate) fn file<R: Read>(
    reader: &mut Reader<R>,
    at: usize,
    entry: &FileEntry,
    target: &mut dyn Write,
) -> Result<()> {
    let mut digest = Digester::default();
    let mut left = entry.size;
    let mut block = vec![0; BLOCK];
    while left > 0 {
        let most = usize::try_from(left).unwrap_or(BLOCK).min(BLOCK);
        let Some(room) = block.get_mut(..most) else { break };
        let read = reader.read(room).map_err(broken)?;
        if read == 0 {
            return Err(Error::Malformed);
        }
        let part = room.get(..read).unwrap_or_default();
        digest.update(part)?;
        target.write_all(part)?;
        left = left.saturating_sub(read as u64);
    }
    if digest.finish()? == entry.sha256 { Ok(()) } else { Err(Error::FileDiffers { at }) }
}

/// Makes sure that nothing comes after the last file.
pub(crate) fn end<R: Read>(reader: &mut Reader<R>) -> Result<()> {
    if reader.fill_buf().map_err(broken)?.is_empty() { Ok(()) } else { Err(Error::Malformed) }
}

/// Whether the files of a head are within bounds.
pub(crate) fn check(files: &[FileEntry]) -> Result<()> {
    if files.len() > crate::FILES_MOST || !files.iter().all(FileEntry::has_a_plain_name) {
        return Err(Error::Malformed);
    }
    let total = files.iter().try_fold(0_u64, |total, file| total.checked_add(file.size));
    match total {
        Some(total) if total <= SEALED_MOST => Ok(()),
        _ => Err(Error::TooLarge { limit: SEALED_MOST }),
    }
}

fn line<R: Read>(reader: &mut Reader<R>) -> Result<String> {
    let mut line = Vec::new();
    reader.by_ref().take(LINE_MOST).read_until(b'\n', &mut line).map_err(broken)?;
    if line.pop() != Some(b'\n') {
        return Err(Error::OtherKind);
    }
    String::from_utf8(line).map_err(|_| Error::OtherKind)
}

fn refused(error: DecryptError) -> Error {
    match error {
        DecryptError::NoMatchingKeys
        | DecryptError::DecryptionFailed
        | DecryptError::KeyDecryptionFailed
        | DecryptError::ExcessiveWork { .. } => Error::OtherKey,
        DecryptError::InvalidMac | DecryptError::InvalidHeader => Error::Altered,
        DecryptError::UnknownFormat => Error::NotSealed,
        DecryptError::Io(error) => broken(error),
        _ => Error::NotSealed,
    }
}

/// What it means that the inner stream cannot be read on.
fn broken(error: std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::UnexpectedEof => Error::Truncated,
        std::io::ErrorKind::InvalidData | std::io::ErrorKind::InvalidInput => Error::Altered,
        kind => Error::Io(kind),
    }
}
