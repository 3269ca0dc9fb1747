//! One MIME entity: fields, kind, and the byte ranges of what it holds (RFC 2045, RFC 2046).
//!
//! The tree is walked here rather than by mail-parser because its nested messages are freed recursively without a bound,
//! so that a few megabytes of nested headers overflow the stack; the parts of the work that need no tree are its.

use std::borrow::Cow;

use super::{
    decode::Transfer,
    field::{Field, Line, lines},
    parameters::Parameters,
};
use crate::shape::HEAD;

/// The longest boundary that is believed; RFC 2046 allows 70 bytes.
const BOUNDARY: usize = 10_000;

/// Bytes of a body that, decoded, are the start by which a file's kind is told.
const START: usize = 96 << 10;

/// Bytes outside the parts that are looked at.
const WORDS: usize = 2_000;
/// Lines of a multipart's body in which its first part must begin if its boundary is to be guessed.
const LINES_BEFORE_PARTS: usize = 50;
/// Fields that say what an entity is, kept beyond the limit of all: without them its parts would be lost.
const CONTENT_FIELDS: usize = 16;
/// Bytes of a body in which its character set is looked for.
const CHARSET: usize = 8 * 1024;

/// An entity over the bytes that it was read from.
#[derive(Debug)]
pub(crate) struct Entity<'a> {
    pub(crate) fields: Vec<Field<'a>>,
    pub(crate) stray_lines: u32,
    pub(crate) fields_dropped: bool,
    pub(crate) body: &'a [u8],
    /// What follows the empty line; the same as the body unless that begins without one.
    pub(crate) signed_body: &'a [u8],
    pub(crate) kind: String,
    pub(crate) boundary: Option<String>,
    pub(crate) charset: Option<String>,
    pub(crate) flowed: bool,
    pub(crate) name: Option<String>,
    pub(crate) attached: bool,
    pub(crate) content_id: Option<String>,
    transfer: Transfer,
}

/// The lines of a header.
struct Head<'a> {
    fields: Vec<Field<'a>>,
    stray_lines: u32,
    dropped: bool,
    /// Where the body begins.
    body: usize,
    /// Lines right before the empty line that are no fields: they belong to the body if that lacks an empty line before it.
    stray: Option<usize>,
}

impl<'a> Head<'a> {
    /// Reads a header; keeps at most `limit` fields.
    fn read(bytes: &'a [u8], limit: usize) -> Self {
        let mut head = Self { fields: Vec::new(), stray_lines: 0, dropped: false, body: 0, stray: None };
        let mut extra = 0;
        let mut header = lines(bytes);
        loop {
            let at = header.body();
            match header.next() {
                None | Some(Line::End) => break,
                Some(Line::Field(line)) => {
                    head.stray = None;
                    let field = Field::new(line);
                    if head.fields.len() < limit {
                        head.fields.push(field);
                        continue;
                    }
                    head.dropped = true;
                    if extra < CONTENT_FIELDS && field.says_what_it_is() {
                        extra += 1;
                        head.fields.push(field);
                    }
                }
                Some(Line::Other) => {
                    head.stray_lines = head.stray_lines.saturating_add(1);
                    head.stray.get_or_insert(at);
                    if head.is_delimiter(bytes.get(at..).unwrap_or_default()) {
                        break;
                    }
                }
            }
        }
        head.body = header.body();
        head
    }

    /// Whether the body begins here without an empty line before it: with the delimiter that the header names.
    fn is_delimiter(&self, rest: &[u8]) -> bool {
        let line = rest.get(..memchr::memchr(b'\n', rest).unwrap_or(rest.len())).unwrap_or_default();
        let Some(boundary) = line.trim_ascii_end().strip_prefix(b"--").filter(|name| !name.is_empty()) else {
            return false;
        };
        let names = |field: &Field<'_>| {
            field.is("content-type") && memchr::memmem::find(field.bytes, boundary).is_some()
        };
        self.fields.iter().any(names)
    }
}

impl<'a> Entity<'a> {
    /// Reads the header of an entity; `kind` is what it is when it does not say. Keeps at most `limit` fields.
    pub(crate) fn read(bytes: &'a [u8], kind: &str, limit: usize) -> Self {
        let head = Head::read(bytes, limit);
        let fields = head.fields;
        let find = |name: &str| fields.iter().find(|field| field.is(name)).map(Field::unfolded);
        let after = bytes.get(head.body..).unwrap_or_default();
        let mut kinds = fields.iter().filter(|field| field.is("content-type")).map(Field::unfolded);
        let content = kinds.next().map(Parameters::read).unwrap_or_default();
        // Of two kinds that contradict each other, that counts by which there are parts.
        let in_parts = |other: &Parameters<'_>| {
            other.kind.starts_with("multipart/")
                && other.get("boundary").is_some_and(|b| begins_with(after, b))
        };
        let content = match content.kind.starts_with("multipart/") {
            true => content,
            false => kinds.map(Parameters::read).find(in_parts).unwrap_or(content),
        };
        let disposition = find("content-disposition").map(Parameters::read).unwrap_or_default();
        let name = disposition.get("filename").or_else(|| content.get("name")).map(str::trim);
        let boundary = content.get("boundary").filter(|b| !b.is_empty() && b.len() <= BOUNDARY);
        let transfer = Transfer::named(find("content-transfer-encoding").unwrap_or_default());
        let kind = match content.kind.as_ref() {
            "" if boundary.is_some() => "multipart/mixed",
            "multipart" => "multipart/mixed",
            "" => kind,
            said => said,
        };
        // A line among the words of an encoded body would spoil them.
        let stray = head.stray.filter(|_| !matches!(transfer, Transfer::Base64 | Transfer::Uuencoded));
        let entity = Self {
            stray_lines: head.stray_lines,
            fields_dropped: head.dropped,
            body: bytes.get(stray.unwrap_or(head.body)..).unwrap_or_default(),
            signed_body: after,
            kind: kind.to_owned(),
            boundary: boundary.map(str::to_owned),
            charset: content.get("charset").map(str::to_owned),
            flowed: content.get("format").is_some_and(|format| format.eq_ignore_ascii_case("flowed")),
            name: name.filter(|name| !name.is_empty()).map(str::to_owned),
            attached: disposition.kind.starts_with("attachment"),
            content_id: find("content-id").map(|id| id.trim_matches(['<', '>', ' ']).to_owned()),
            transfer,
            fields,
        };
        entity.read_foreign_fields();
        entity
    }

    /// Reads fields that are neither ASCII nor UTF-8 in the character set of the text that they stand before: programs that
    /// write them so (against RFC 5322 2.2) name it nowhere else.
    fn read_foreign_fields(&self) {
        let mut foreign = self.fields.iter().filter(|field| field.is_foreign()).peekable();
        if foreign.peek().is_none() {
            return;
        }
        let Some(charset) = self.charset.clone().or_else(|| charset_in(self.body)) else { return };
        foreign.for_each(|field| field.read_in(&charset));
    }

    /// Whether it is a text that is read with the message; `top` is that it is not a part among others.
    pub(super) fn is_body(&self, top: bool) -> bool {
        let is_text = matches!(self.kind.as_str(), "text/plain" | "text/html" | "text" | "text/enriched");
        is_text && !self.attached && (top || self.name.is_none())
    }

    pub(crate) fn is_multipart(&self) -> bool {
        self.kind.starts_with("multipart/")
    }

    pub(crate) fn is_message(&self) -> bool {
        matches!(self.kind.as_str(), "message/rfc822" | "message/global" | "message/rfc2822" | "message/news")
    }

    /// What a part of this multipart is when it does not say.
    pub(crate) fn child_kind(&self) -> &'static str {
        if self.kind == "multipart/digest" { "message/rfc822" } else { "text/plain" }
    }

    /// The body with its transfer encoding undone, and whether it was encoded as it should be.
    pub(crate) fn decoded(&self) -> (Cow<'a, [u8]>, bool) {
        self.transfer.decode(self.body)
    }

    /// The start of the decoded body by which its kind is told; `None` where only all of it tells.
    pub(crate) fn start(&self) -> Option<Cow<'a, [u8]>> {
        let start = self.body.get(..START)?;
        let whole_lines = start.get(..=memchr::memrchr(b'\n', start)?)?;
        let (decoded, encoded_well) = self.transfer.decode(whole_lines);
        (encoded_well && decoded.len() >= HEAD).then_some(decoded)
    }

    /// The parts of a multipart, at most `limit`.
    pub(crate) fn parts(&self, limit: usize) -> Parts<'a> {
        if let Some(boundary) = self.boundary.as_deref() {
            let strict = split(self.body, boundary, true, limit);
            if !strict.parts.is_empty() {
                return strict;
            }
            let loose = split(self.body, boundary, false, limit);
            if !loose.parts.is_empty() {
                return loose;
            }
        }
        let guess = guessed_boundary(self.body).map(|boundary| split(self.body, &boundary, true, limit));
        Parts { guessed: true, ..guess.unwrap_or_default() }
    }
}

/// The parts of a multipart body.
#[derive(Debug, Default)]
pub(crate) struct Parts<'a> {
    pub(crate) parts: Vec<&'a [u8]>,
    /// Whether the closing delimiter was there.
    pub(crate) closed: bool,
    /// Whether there were more than the limit.
    pub(crate) more: bool,
    /// Whether the boundary was not the one that the header names.
    pub(crate) guessed: bool,
    /// Whether there are words before the first part or after the last, which no mail program shows.
    pub(crate) outside: bool,
}

/// The boundary that a body shows where its header does not: a line that begins with `--` right before a `Content-` field.
fn guessed_boundary(body: &[u8]) -> Option<String> {
    let mut rest = body;
    for _ in 0..LINES_BEFORE_PARTS {
        let end = memchr::memchr(b'\n', rest)?;
        let line = rest.get(..end)?.trim_ascii_end();
        rest = rest.get(end + 1..)?;
        if let Some(boundary) = line.strip_prefix(b"--")
            && begins_part(rest)
            && (1..=BOUNDARY).contains(&boundary.len())
        {
            return String::from_utf8(boundary.to_vec()).ok();
        }
    }
    None
}

/// Whether bytes outside the parts say more than that the message is in parts.
fn has_words(outside: &[u8]) -> bool {
    let start = outside.get(..WORDS).unwrap_or(outside).trim_ascii();
    let says_mime = |word: &[u8]| memchr::memmem::find(start, word).is_some();
    !start.is_empty() && ![&b"MIME"[..], b"multi-part", b"multipart"].into_iter().any(says_mime)
}

fn split<'a>(body: &'a [u8], boundary: &str, strict: bool, limit: usize) -> Parts<'a> {
    let delimiter = format!("--{boundary}");
    let mut found = Parts::default();
    let mut start: Option<usize> = None;
    // Where the parts seen so far were closed.
    let mut end: Option<usize> = None;
    for at in memchr::memmem::find_iter(body, delimiter.as_bytes()) {
        let begins_line = at == 0 || body.get(at - 1) == Some(&b'\n');
        if !begins_line || start.is_some_and(|start| at < start) {
            continue;
        }
        let after = body.get(at + delimiter.len()..).unwrap_or_default();
        let (closes, tail) = after.strip_prefix(b"--").map_or((false, after), |tail| (true, tail));
        let ends_line = |tail: &[u8]| {
            let line = tail.get(..memchr::memchr(b'\n', tail).unwrap_or(tail.len())).unwrap_or_default();
            line.trim_ascii().is_empty()
        };
        let closes = closes && (!strict || ends_line(tail));
        if strict && !closes && !ends_line(after) {
            continue;
        }
        let next = memchr::memchr(b'\n', after).map_or(body.len(), |end| at + delimiter.len() + end + 1);
        // A program that gave one boundary to two multiparts, one in the other, closes it twice: what comes between is a
        // part if it begins as one, and must not be lost.
        if end.is_some() && start.is_none() && (closes || !begins_part(body.get(next..).unwrap_or_default()))
        {
            continue;
        }
        if let Some(start) = start.take() {
            if found.parts.len() >= limit {
                found.more = true;
                return found;
            }
            let part = body.get(start..at).unwrap_or_default();
            let part = part.strip_suffix(b"\n").unwrap_or(part);
            found.parts.push(part.strip_suffix(b"\r").unwrap_or(part));
        }
        if closes {
            end = Some(body.len() - tail.len());
            continue;
        }
        let first = found.parts.is_empty() && end.is_none();
        found.outside |= first && has_words(body.get(..at).unwrap_or_default());
        start = Some(next);
    }
    if let Some(rest) = start.and_then(|start| body.get(start..)) {
        if found.parts.len() < limit { found.parts.push(rest) } else { found.more = true }
    } else if let Some(end) = end {
        found.closed = true;
        found.outside |= has_words(body.get(end..).unwrap_or_default());
    }
    found
}

/// Whether what follows a delimiter says what it is.
fn begins_part(bytes: &[u8]) -> bool {
    bytes.get(..8).is_some_and(|start| start.eq_ignore_ascii_case(b"content-"))
}

/// Whether a body begins with its first part.
fn begins_with(body: &[u8], boundary: &str) -> bool {
    let at = memchr::memmem::find(body, format!("--{boundary}").as_bytes());
    at.is_some_and(|at| !has_words(body.get(..at).unwrap_or_default()))
}

/// The first character set that a body names.
fn charset_in(body: &[u8]) -> Option<String> {
    let start = body.get(..CHARSET).unwrap_or(body);
    let at = memchr::memmem::find(start, b"charset=")?;
    let value = start.get(at + 8..)?;
    let value = value.strip_prefix(b"\"").unwrap_or(value);
    let end =
        value.iter().position(|byte| !matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_'));
    String::from_utf8(value.get(..end?)?.to_vec()).ok().filter(|name| !name.is_empty())
}
