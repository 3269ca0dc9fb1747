//! Where the messages of a mailbox come from: one file, a folder of files, a file inside an archive.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use joinder_domain::audit::Digest;
use joinder_evidence::{Limits, Mbox};
use sha2::{Digest as _, Sha256};

use crate::error::{Error, Result};

/// One message as it lies in its mailbox.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    /// Path inside the folder or archive; empty in a single mailbox file.
    pub(super) path: String,
    /// Where it begins in its file, from 0.
    pub(super) offset: u64,
    /// Which one it is, from 1.
    pub(super) position: u64,
    /// Bytes in the mailbox.
    pub(super) size: u64,
    /// The message, or its start if it is larger than an item may be.
    pub(super) bytes: Vec<u8>,
    /// Whether it is the whole message.
    pub(super) whole: bool,
}

/// The messages of a mailbox, one after the other, and the fingerprint of what was read.
pub(super) trait Letters {
    /// The next message; `None` at the end.
    ///
    /// # Errors
    /// `unreadable-file` when the source fails.
    fn next(&mut self) -> Result<Option<Letter>>;

    /// How far it has come, in bytes.
    fn done(&self) -> u64;

    /// SHA-256 of the mailbox, and its bytes; right only at its end.
    fn fingerprint(&self) -> (Digest, u64);
}

/// The messages of a mailbox file.
pub(super) struct MboxLetters<R> {
    mailbox: Mbox<Hashed<R>>,
    path: String,
}

impl<R: Read> MboxLetters<R> {
    pub(super) fn new(source: R, path: &str) -> Self {
        Self { mailbox: Mbox::new(Hashed::new(source), &Limits::default()), path: path.to_owned() }
    }
}

impl MboxLetters<BufReader<File>> {
    /// The messages of the mailbox file at `path`.
    pub(super) fn open(path: &Path) -> Result<Self> {
        let file = File::open(path).map_err(|_| Error::new("unreadable-file"))?;
        Ok(Self::new(BufReader::new(file), ""))
    }
}

impl<R: Read> Letters for MboxLetters<R> {
    fn next(&mut self) -> Result<Option<Letter>> {
        let found = self.mailbox.next_message().map_err(|_| Error::new("unreadable-file"))?;
        Ok(found.map(|message| Letter {
            path: self.path.clone(),
            offset: message.offset,
            position: message.index + 1,
            size: message.size,
            bytes: message.bytes.to_vec(),
            whole: message.whole,
        }))
    }

    fn done(&self) -> u64 {
        self.mailbox.position()
    }

    fn fingerprint(&self) -> (Digest, u64) {
        self.mailbox.source().fingerprint()
    }
}

/// A source that is hashed while it is read.
pub(in crate::evidence) struct Hashed<R> {
    source: R,
    hash: Sha256,
    size: u64,
}

impl<R> Hashed<R> {
    pub(in crate::evidence) fn new(source: R) -> Self {
        Self { source, hash: Sha256::new(), size: 0 }
    }

    /// SHA-256 of what has been read, and its bytes.
    pub(in crate::evidence) fn fingerprint(&self) -> (Digest, u64) {
        (Digest(self.hash.clone().finalize().into()), self.size)
    }
}

impl<R: Read> Read for Hashed<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(into)?;
        self.hash.update(into.get(..read).unwrap_or_default());
        self.size += read as u64;
        Ok(read)
    }
}

/// The messages of a Maildir: each a file of its own.
pub(in crate::evidence) struct MaildirLetters {
    folder: PathBuf,
    names: Vec<String>,
    next: usize,
    done: u64,
    hash: Sha256,
}

impl MaildirLetters {
    /// The messages in `folder`, new ones first, in order of name.
    pub(in crate::evidence) fn open(folder: &Path) -> Result<Self> {
        let mut names = Vec::new();
        for part in ["new", "cur"] {
            let entries = fs::read_dir(folder.join(part)).map_err(|_| Error::new("unreadable-file"))?;
            let mut found: Vec<String> = entries
                .filter_map(io::Result::ok)
                .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
                .map(|entry| format!("{part}/{}", entry.file_name().to_string_lossy()))
                .collect();
            found.sort();
            names.extend(found);
        }
        Ok(Self { folder: folder.to_owned(), names, next: 0, done: 0, hash: Sha256::new() })
    }

    /// Whether a folder is a Maildir.
    pub(in crate::evidence) fn is_one(folder: &Path) -> bool {
        ["cur", "new"].iter().all(|part| folder.join(part).is_dir())
    }

    /// Each message's path inside the folder, and its path.
    pub(in crate::evidence) fn files(&self) -> impl Iterator<Item = (String, PathBuf)> + '_ {
        self.names.iter().map(|name| (name.clone(), self.folder.join(name)))
    }

    /// Bytes of all messages together.
    pub(super) fn total(&self) -> u64 {
        let size = |name: &String| fs::metadata(self.folder.join(name)).map_or(0, |about| about.len());
        self.names.iter().map(size).sum()
    }
}

impl Letters for MaildirLetters {
    fn next(&mut self) -> Result<Option<Letter>> {
        let Some(name) = self.names.get(self.next) else { return Ok(None) };
        self.next += 1;
        let limit = Limits::default().item_bytes;
        let path = self.folder.join(name);
        let size = fs::metadata(&path).map_err(|_| Error::new("unreadable-file"))?.len();
        let mut bytes = Vec::new();
        let file = File::open(&path).map_err(|_| Error::new("unreadable-file"))?;
        file.take(limit + 1).read_to_end(&mut bytes).map_err(|_| Error::new("unreadable-file"))?;
        let whole = bytes.len() as u64 <= limit;
        self.done += size;
        self.hash.update(Digest::of(&bytes).0);
        let position = self.next as u64;
        Ok(Some(Letter { path: name.clone(), offset: 0, position, size, bytes, whole }))
    }

    fn done(&self) -> u64 {
        self.done
    }

    fn fingerprint(&self) -> (Digest, u64) {
        (Digest(self.hash.clone().finalize().into()), self.done)
    }
}
