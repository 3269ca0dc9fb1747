//! Mailbox files (mbox, MMDF): many messages in one file, read one after the other in constant memory.
//!
//! What begins a message is a `From ` line, in MMDF a line of four bytes 1; the kinds mboxo, mboxrd, mboxcl and mboxcl2 differ only in how a line of a
//! letter that begins alike is told from it, and all are read. Nothing is unescaped: a message is given as it stands in
//! the file, so that its hash can be computed again from the file.

mod glance;
mod postmark;

use std::io::{self, Read};

use memchr::memmem::Finder;

use crate::{
    limits::Limits,
    mail::{Line, lines, name_of, value_of},
};

pub use glance::{Glance, glance};

/// Bytes asked of the source at a time.
const CHUNK: usize = 256 << 10;
/// Bytes after a `From ` line that are looked at to judge it.
const AHEAD: usize = 2048;
/// Bytes kept of a message that is too large to be read.
const HEAD: usize = 64 << 10;
/// What stands on the line before and after each message of an MMDF mailbox.
const MMDF: &[u8] = &[1; 4];

/// One message of a mailbox file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MboxMessage<'m> {
    /// Counted from 0.
    pub index: u64,
    /// Where its `From ` line begins, in bytes from the start of the file.
    pub offset: u64,
    /// Bytes from there to the next message, the `From ` line included.
    pub size: u64,
    /// The `From ` line without its end; empty for what stands before the first one.
    pub postmark: &'m [u8],
    /// The message as it stands in the file, without its `From ` line and the empty line that ends it.
    pub bytes: &'m [u8],
    /// Whether `bytes` are the whole message; of one larger than the limit only the start is given.
    pub whole: bool,
}

/// The messages of a mailbox file, read from any source of bytes.
///
/// ```
/// use joinder_evidence::{Limits, Mbox};
/// let file = b"From a Wed Nov  3 15:42:12 2021\nSubject: one\n\nDear Pat\n\nFrom b Wed Nov  3 15:43:00 2021\nSubject: two\n\n";
/// let mut mailbox = Mbox::new(&file[..], &Limits::default());
/// let mut subjects = Vec::new();
/// while let Some(message) = mailbox.next_message()? {
///     subjects.push(joinder_evidence::glance(message.bytes).subject.unwrap());
/// }
/// assert_eq!(subjects, ["one", "two"]);
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Mbox<R> {
    source: R,
    ended: bool,
    most: usize,
    buffer: Vec<u8>,
    /// Where in the buffer the next message begins.
    start: usize,
    /// Bytes of the file before the buffer.
    passed: u64,
    index: u64,
    line_end: u8,
    mmdf: bool,
    finder: Option<Finder<'static>>,
}

impl<R: Read> Mbox<R> {
    /// A reader of the messages in `source`; each may be as large as an item.
    pub fn new(source: R, limits: &Limits) -> Self {
        Self {
            source,
            ended: false,
            most: usize::try_from(limits.item_bytes).unwrap_or(usize::MAX).max(HEAD),
            buffer: Vec::new(),
            start: 0,
            passed: 0,
            index: 0,
            line_end: b'\n',
            mmdf: false,
            finder: None,
        }
    }

    /// What it reads from.
    pub fn source(&self) -> &R {
        &self.source
    }

    /// Bytes of the file before the next message.
    pub fn position(&self) -> u64 {
        self.passed + self.start as u64
    }

    /// The next message, whatever is wrong with those before it; `None` at the end.
    ///
    /// # Errors
    /// Only those of the source.
    pub fn next_message(&mut self) -> io::Result<Option<MboxMessage<'_>>> {
        self.begin()?;
        if self.start >= self.buffer.len() {
            return Ok(None);
        }
        let offset = self.position();
        let (end, kept) = self.end_of_message()?;
        let start = self.start;
        let (from, taken, whole) = match kept {
            Some(head) => (start, start + head, false),
            None => (start, end, true),
        };
        self.start = end;
        let index = self.index;
        self.index += 1;
        let size = self.position() - offset;
        let bytes = self.buffer.get(from..taken).unwrap_or_default();
        let (postmark, message) = split_postmark(bytes, self.line_end);
        let message = if whole && !self.mmdf { without_last_blank(message) } else { message };
        Ok(Some(MboxMessage { index, offset, size, postmark, bytes: message, whole }))
    }

    /// Forgets the message before, learns how lines end, and goes past empty lines.
    fn begin(&mut self) -> io::Result<()> {
        self.forget();
        if self.finder.is_none() {
            while self.buffer.len() < HEAD && self.fill()? {}
            let old_mac = memchr::memchr(b'\n', &self.buffer).is_none();
            self.line_end =
                if old_mac && memchr::memchr(b'\r', &self.buffer).is_some() { b'\r' } else { b'\n' };
            if self.buffer.starts_with(b"\xEF\xBB\xBF") {
                self.buffer.drain(..3);
                self.passed += 3;
            }
            self.mmdf = begins_mmdf(&self.buffer);
            let needle: &[u8] = match (self.mmdf, self.line_end) {
                (true, b'\n') => b"\n\x01\x01\x01\x01",
                (true, _) => b"\r\x01\x01\x01\x01",
                (false, b'\n') => b"\nFrom ",
                (false, _) => b"\rFrom ",
            };
            self.finder = Some(Finder::new(needle));
        }
        loop {
            let rest = self.buffer.get(self.start..).unwrap_or_default();
            let between = |byte: &&u8| matches!(**byte, b'\r' | b'\n' | 0) || (self.mmdf && **byte == 1);
            self.start += rest.iter().take_while(between).count();
            if self.start < self.buffer.len() || !self.fill()? {
                return Ok(());
            }
            self.forget();
        }
    }

    /// Lets go of what has been passed, once that is worth moving the rest.
    fn forget(&mut self) {
        if self.start >= 4 * CHUNK || self.start == self.buffer.len() {
            self.buffer.drain(..self.start);
            self.passed += self.start as u64;
            self.start = 0;
        }
    }

    /// Reads on; `false` at the end of the source.
    fn fill(&mut self) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        let read = self.source.by_ref().take(CHUNK as u64).read_to_end(&mut self.buffer)?;
        self.ended = read == 0;
        Ok(!self.ended)
    }

    /// Where the message that begins at `start` ends in the buffer, and how much of its head is kept if it is too large.
    fn end_of_message(&mut self) -> io::Result<(usize, Option<usize>)> {
        let mut scanned = self.start;
        let mut declared = None;
        let mut head = None;
        loop {
            let finder = self.finder.as_ref();
            let hit =
                finder.and_then(|finder| finder.find(self.buffer.get(scanned..)?)).map(|at| scanned + at);
            let Some(hit) = hit else {
                // A mark may stand across the seam of two reads.
                scanned = self.buffer.len().saturating_sub(5).max(scanned);
                if self.ended {
                    return Ok((self.buffer.len(), head));
                }
                self.shorten(&mut scanned, &mut head);
                self.fill()?;
                continue;
            };
            if self.buffer.len() < hit + AHEAD && self.fill()? {
                continue;
            }
            scanned = hit + 1;
            if !self.is_mark(hit + 1) {
                continue;
            }
            if head.is_none() {
                let declared = *declared.get_or_insert_with(|| self.declared_end());
                if let Some(end) = declared.filter(|&end| end > hit)
                    && let Some(end) = self.mark_at(end)?
                {
                    return Ok((end, None));
                }
            }
            return Ok((hit + 1, head));
        }
    }

    /// Lets go of the middle of a message that is larger than the limit.
    fn shorten(&mut self, scanned: &mut usize, head: &mut Option<usize>) {
        let size = self.buffer.len() - self.start;
        if head.is_none() && size <= self.most {
            return;
        }
        head.get_or_insert(HEAD);
        let keep = self.start + HEAD;
        if let Some(middle) = scanned.checked_sub(AHEAD).filter(|&end| end > keep) {
            self.buffer.drain(keep..middle);
            self.passed += (middle - keep) as u64;
            *scanned -= middle - keep;
        }
    }

    /// Whether the line at `at` in the buffer begins a message.
    fn is_mark(&self, at: usize) -> bool {
        let (before, rest) = self.buffer.split_at_checked(at).unwrap_or_default();
        let before = before.get(self.start..).unwrap_or_default();
        let end = memchr::memchr(self.line_end, rest).map_or(rest.len(), |end| end + 1);
        let (line, after) = rest.split_at_checked(end).unwrap_or_default();
        if self.mmdf {
            return line.trim_ascii_end() == MMDF;
        }
        let after = after.get(..AHEAD).unwrap_or(after);
        if self.line_end == b'\r' {
            let after: Vec<u8> = after.iter().map(|&byte| if byte == b'\r' { b'\n' } else { byte }).collect();
            return postmark::begins_message(before, line, &after);
        }
        postmark::begins_message(before, line, after)
    }

    /// Where the message's body ends by its own count (mboxcl, mboxcl2).
    fn declared_end(&self) -> Option<usize> {
        let bytes = self.buffer.get(self.start..)?;
        let (_, message) = split_postmark(bytes, self.line_end);
        let mut length = None;
        let mut header = lines(message.get(..HEAD).unwrap_or(message));
        for line in header.by_ref() {
            if let Line::Field(field) = line
                && name_of(field).eq_ignore_ascii_case("content-length")
            {
                length =
                    std::str::from_utf8(value_of(field)).ok().and_then(|value| value.trim().parse().ok());
            }
        }
        let body = self.start + (bytes.len() - message.len()) + header.body();
        length.and_then(|length: usize| body.checked_add(length)).filter(|end| end - self.start <= self.most)
    }

    /// Where the next message begins if that is at `at`, give or take empty lines; a count that is wrong is not believed.
    fn mark_at(&mut self, at: usize) -> io::Result<Option<usize>> {
        while self.buffer.len() < at + AHEAD && self.fill()? {}
        let Some(rest) = self.buffer.get(at..) else { return Ok(None) };
        let blank = rest.iter().take(4).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let at = at + blank;
        let ends_line = blank > 0 || self.buffer.get(at - 1) == Some(&self.line_end);
        Ok((at == self.buffer.len() || (ends_line && self.is_mark(at))).then_some(at))
    }
}

/// The `From ` line of a message, if it has one, and the rest.
fn split_postmark(bytes: &[u8], line_end: u8) -> (&[u8], &[u8]) {
    if !bytes.starts_with(b"From ") {
        return (&[], bytes);
    }
    let end = memchr::memchr(line_end, bytes).map_or(bytes.len(), |end| end + 1);
    let (line, rest) = bytes.split_at_checked(end).unwrap_or((bytes, &[]));
    // "From :" and "From" with a colon later are an old way to write the header; those stay with the message.
    if line.get(5..).is_some_and(|after| after.trim_ascii_start().starts_with(b":")) {
        return (&[], bytes);
    }
    (line.trim_ascii_end(), rest)
}

/// The message without the empty line that a mailbox puts after it.
fn without_last_blank(message: &[u8]) -> &[u8] {
    for end in [&b"\r\n"[..], b"\n", b"\r"] {
        if let Some(shorter) = message.strip_suffix(end) {
            let blank = shorter.ends_with(b"\n") || shorter.ends_with(b"\r") || shorter.is_empty();
            return if blank { shorter } else { message };
        }
    }
    message
}

/// Whether a file begins as an MMDF mailbox does.
fn begins_mmdf(head: &[u8]) -> bool {
    head.strip_prefix(MMDF).is_some_and(|rest| rest.starts_with(b"\n") || rest.starts_with(b"\r"))
}

/// Whether these bytes, which begin as a mailbox does, hold more than one message, or are a mailbox even if they hold one.
pub(crate) fn is_mailbox(bytes: &[u8]) -> bool {
    if begins_mmdf(bytes) {
        return true;
    }
    let limits = Limits { item_bytes: u64::MAX, ..Limits::default() };
    let mut mailbox = Mbox::new(bytes, &limits);
    matches!(mailbox.next_message(), Ok(Some(_))) && matches!(mailbox.next_message(), Ok(Some(_)))
}

/// Whether a file begins as a mailbox does.
pub(crate) fn begins_mailbox(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    if begins_mmdf(head) {
        return true;
    }
    if !head.starts_with(b"From ") {
        return false;
    }
    let end = memchr::memchr2(b'\n', b'\r', head).unwrap_or(head.len());
    let (line, rest) = head.split_at_checked(end).unwrap_or_default();
    postmark::begins_message(&[], line, rest.trim_ascii_start())
}
