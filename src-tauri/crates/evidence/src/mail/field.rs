//! Splitting a message into header fields and body.

use std::{borrow::Cow, cell::OnceCell};

use super::decode::{text_in, text_of};

/// The longest header field name that is believed, in bytes.
const NAME: usize = 76;

/// One line of a header, with its continuation lines, as it stands in the file.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Line<'a> {
    /// A field: name, colon, value, line ending.
    Field(&'a [u8]),
    /// Something among the headers that is not one.
    Other,
    /// The empty line; the body begins after it.
    End,
}

/// The logical lines of a header, up to and including the empty line.
pub(crate) fn lines(bytes: &[u8]) -> Lines<'_> {
    Lines { bytes, position: 0, ended: false }
}

/// Iterator of [`lines`]; afterwards [`Lines::body`] is where the body begins.
pub(crate) struct Lines<'a> {
    bytes: &'a [u8],
    position: usize,
    ended: bool,
}

impl<'a> Lines<'a> {
    /// Offset of the body once the iterator is exhausted.
    pub(crate) fn body(&self) -> usize {
        self.position
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.position..).unwrap_or_default()
    }

    fn line_end(rest: &[u8], from: usize) -> usize {
        let tail = rest.get(from..).unwrap_or_default();
        memchr::memchr(b'\n', tail).map_or(rest.len(), |end| from + end + 1)
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Line<'a>> {
        let rest = self.rest();
        if self.ended || rest.is_empty() {
            return None;
        }
        let mut end = Self::line_end(rest, 0);
        let first = rest.get(..end)?;
        if first.trim_ascii().is_empty() && (is_bare(first) || !goes_on(rest.get(end..).unwrap_or_default()))
        {
            self.position += end;
            self.ended = true;
            return Some(Line::End);
        }
        while rest.get(end).is_some_and(|byte| matches!(byte, b' ' | b'\t')) {
            let next = Self::line_end(rest, end);
            let line = rest.get(end..next).unwrap_or_default();
            if line.trim_ascii().is_empty() && !goes_on(rest.get(next..).unwrap_or_default()) {
                break;
            }
            end = next;
        }
        self.position += end;
        let line = rest.get(..end)?;
        Some(if is_field(line) { Line::Field(line) } else { Line::Other })
    }
}

fn is_bare(line: &[u8]) -> bool {
    line.iter().all(|byte| matches!(byte, b'\r' | b'\n'))
}

/// Whether headers continue here: a line of blanks ends them in a damaged file, but not in a folded field.
fn goes_on(rest: &[u8]) -> bool {
    rest.first().is_some_and(|byte| matches!(byte, b' ' | b'\t')) || is_field(rest)
}

fn is_field(line: &[u8]) -> bool {
    let Some(colon) = memchr::memchr(b':', line.get(..NAME + 4).unwrap_or(line)) else { return false };
    let name = line.get(..colon).unwrap_or_default().trim_ascii_end();
    !name.is_empty() && name.len() <= NAME && name.iter().all(|byte| matches!(byte, 33..=57 | 59..=126))
}

/// The name of a field as it is written.
pub(crate) fn name_of(field: &[u8]) -> String {
    String::from_utf8_lossy(name_bytes(field)).into_owned()
}

/// The name of a field as it is written.
pub(crate) fn name_bytes(field: &[u8]) -> &[u8] {
    let colon = memchr::memchr(b':', field).unwrap_or(field.len());
    field.get(..colon).unwrap_or_default().trim_ascii()
}

/// The value of a field as it is written, folds included, without the line ending.
pub(crate) fn value_of(field: &[u8]) -> &[u8] {
    let start = memchr::memchr(b':', field).map_or(field.len(), |colon| colon + 1);
    let mut value = field.get(start..).unwrap_or_default();
    while let Some(shorter) = value.strip_suffix(b"\n").or_else(|| value.strip_suffix(b"\r")) {
        value = shorter;
    }
    value.strip_prefix(b" ").unwrap_or(value)
}

/// One field; its value on one line is made once, for many look at it, and only if one does.
#[derive(Debug, Clone)]
pub(crate) struct Field<'a> {
    pub(crate) name: Cow<'a, str>,
    pub(crate) bytes: &'a [u8],
    unfolded: OnceCell<Cow<'a, str>>,
}

impl<'a> Field<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let name = name_bytes(bytes);
        let name = std::str::from_utf8(name).map_or_else(|_| String::from_utf8_lossy(name), Cow::Borrowed);
        Self { name, bytes, unfolded: OnceCell::new() }
    }

    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Whether it says what the entity is, as `Content-Type` does.
    pub(super) fn says_what_it_is(&self) -> bool {
        self.name.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("content-"))
    }

    /// Whether its value is of a character set that nothing in it names.
    pub(super) fn is_foreign(&self) -> bool {
        !self.bytes.is_ascii() && std::str::from_utf8(self.bytes).is_err()
    }

    /// Reads its value on one line in this character set, unless it has been read already.
    pub(super) fn read_in(&self, charset: &str) {
        let value = unfolded_bytes(value_of(self.bytes));
        self.unfolded.get_or_init(|| Cow::Owned(trimmed(text_in(&value, Some(charset)).0)));
    }

    /// The value as written, folds included, as text.
    pub(crate) fn raw(&self) -> Cow<'a, str> {
        let value = value_of(self.bytes);
        std::str::from_utf8(value).map_or_else(|_| Cow::Owned(text_of(value).0), Cow::Borrowed)
    }

    /// The value on one line, as text; encoded words are left as they are.
    pub(crate) fn unfolded(&self) -> &str {
        self.unfolded.get_or_init(|| unfolded(value_of(self.bytes)))
    }

    /// The value on one line, as bytes: for encoded words with raw bytes inside, whose character set they name.
    pub(crate) fn unfolded_bytes(&self) -> Vec<u8> {
        unfolded_bytes(value_of(self.bytes)).into_owned()
    }
}

/// A value on one line, as text.
fn unfolded(value: &[u8]) -> Cow<'_, str> {
    match unfolded_bytes(value) {
        Cow::Borrowed(value) => match std::str::from_utf8(value) {
            Ok(text) => Cow::Borrowed(text.trim()),
            Err(_) => Cow::Owned(trimmed(text_of(value).0)),
        },
        Cow::Owned(value) => {
            Cow::Owned(trimmed(String::from_utf8(value).unwrap_or_else(|raw| text_of(raw.as_bytes()).0)))
        }
    }
}

/// Folded lines joined into one, zero bytes dropped (RFC 5322 2.2.3).
fn unfolded_bytes(value: &[u8]) -> Cow<'_, [u8]> {
    if memchr::memchr3(b'\n', b'\r', 0, value).is_none() {
        return Cow::Borrowed(value);
    }
    let mut line = Vec::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = memchr::memchr3(b'\n', b'\r', 0, rest) {
        let (before, after) = rest.split_at_checked(at).unwrap_or_default();
        line.extend_from_slice(before);
        rest = after.get(1..).unwrap_or_default();
    }
    line.extend_from_slice(rest);
    Cow::Owned(line)
}

/// A text without the white space around it, in the room that it has.
fn trimmed(mut text: String) -> String {
    text.truncate(text.trim_end().len());
    let blank = text.len() - text.trim_start().len();
    text.drain(..blank);
    text
}
