//! One MIME entity: fields, kind, and the byte ranges of what it holds (RFC 2045, RFC 2046).
//!
//! The tree is walked here rather than by mail-parser because its nested messages are freed recursively without a bound,
//! so that a few megabytes of nested headers overflow the stack; the parts of the work that need no tree are its.

use std::borrow::Cow;

use mail_parser::{ContentType, HeaderValue, parsers::MessageStream};

use super::{
    decode::Transfer,
    field::{Field, Line, lines},
};
use crate::shape::HEAD;

/// The longest boundary that is believed; RFC 2046 allows 70 bytes.
const BOUNDARY: usize = 1_000;

/// Bytes of a body that, decoded, are the start by which a file's kind is told.
const START: usize = 96 << 10;

/// Bytes read of a `Content-Type` or `Content-Disposition` value.
const PARAMETERS: usize = 16 * 1024;
/// Bytes outside the parts that are looked at.
const WORDS: usize = 2_000;
/// Lines of a multipart's body in which its first part must begin if its boundary is to be guessed.
const LINES_BEFORE_PARTS: usize = 50;

/// An entity over the bytes that it was read from.
#[derive(Debug)]
pub(crate) struct Entity<'a> {
    pub(crate) fields: Vec<Field<'a>>,
    pub(crate) stray_lines: u32,
    pub(crate) fields_dropped: bool,
    pub(crate) body: &'a [u8],
    pub(crate) kind: String,
    pub(crate) boundary: Option<String>,
    pub(crate) charset: Option<String>,
    pub(crate) flowed: bool,
    pub(crate) name: Option<String>,
    pub(crate) attached: bool,
    pub(crate) content_id: Option<String>,
    transfer: Transfer,
}

impl<'a> Entity<'a> {
    /// Reads the header of an entity; `kind` is what it is when it does not say. Keeps at most `limit` fields.
    pub(crate) fn read(bytes: &'a [u8], kind: &str, limit: usize) -> Self {
        let mut fields = Vec::new();
        let mut stray_lines = 0_u32;
        let mut fields_dropped = false;
        let mut header = lines(bytes);
        for line in header.by_ref() {
            match line {
                Line::Field(bytes) if fields.len() < limit => fields.push(Field::new(bytes)),
                Line::Field(_) => fields_dropped = true,
                Line::Other => stray_lines = stray_lines.saturating_add(1),
                Line::End => {}
            }
        }
        let body = bytes.get(header.body()..).unwrap_or_default();
        let find = |name: &str| fields.iter().find(|field| field.is(name)).map(Field::unfolded);
        let content = find("content-type").and_then(content_type);
        let disposition = find("content-disposition").and_then(content_type);
        let attribute = |from: &Option<Parameters>, name: &str| {
            from.as_ref()
                .and_then(|p| p.pairs.iter().find(|(key, _)| key == name))
                .map(|(_, value)| value.clone())
        };
        let name = attribute(&disposition, "filename").or_else(|| attribute(&content, "name"));
        Self {
            boundary: attribute(&content, "boundary").filter(|b| !b.is_empty() && b.len() <= BOUNDARY),
            charset: attribute(&content, "charset"),
            flowed: attribute(&content, "format").is_some_and(|format| format.eq_ignore_ascii_case("flowed")),
            name: name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()),
            attached: disposition.as_ref().is_some_and(|d| d.kind.starts_with("attachment")),
            content_id: find("content-id").map(|id| id.trim_matches(['<', '>', ' ']).to_owned()),
            transfer: Transfer::named(find("content-transfer-encoding").unwrap_or_default()),
            kind: content.map_or_else(|| kind.to_owned(), |c| c.kind),
            fields,
            stray_lines,
            fields_dropped,
            body,
        }
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

struct Parameters {
    kind: String,
    pairs: Vec<(String, String)>,
}

fn content_type(unfolded: &str) -> Option<Parameters> {
    // Numbered parameters (RFC 2231) are gathered in quadratic time.
    let end = unfolded.floor_char_boundary(PARAMETERS);
    let line = format!("{}\n", unfolded.get(..end).unwrap_or_default());
    let HeaderValue::ContentType(ContentType { c_type, c_subtype, attributes }) =
        MessageStream::new(line.as_bytes()).parse_content_type()
    else {
        return None;
    };
    let kind = match c_subtype {
        Some(subtype) => format!("{c_type}/{subtype}"),
        None => c_type.into_owned(),
    };
    let pairs = attributes.unwrap_or_default();
    let pairs = pairs.into_iter().map(|one| (one.name.to_ascii_lowercase(), one.value.into_owned()));
    Some(Parameters { kind: kind.trim().to_ascii_lowercase(), pairs: pairs.collect() })
}
