//! Transfer encodings and character sets, read as well as they can be.

use std::borrow::Cow;

use mail_parser::decoders::charsets::map::charset_decoder;

use super::{base64, embedded};

/// How the bytes of a part are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Transfer {
    Plain,
    Base64,
    QuotedPrintable,
    /// As before MIME (`x-uuencode`).
    Uuencoded,
    /// In a way that is not known here.
    Other,
}

impl Transfer {
    pub(crate) fn named(name: &str) -> Self {
        let name = name.trim().trim_matches(['"', ';', ' ']);
        let is = |names: &[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known));
        // "7bit", "8 bit", "binary" and what else is meant to say that nothing was done, a comment behind it or not.
        let as_it_is = || name.is_empty() || name.contains(['7', '8']) || is(&["binary", "none"]);
        if is(&["7bit", "8bit"]) {
            Self::Plain
        } else if is(&["base64", "base-64", "base 64"]) {
            Self::Base64
        } else if is(&["quoted-printable", "quotedprintable", "quoted printable"]) {
            Self::QuotedPrintable
        } else if is(&["x-uuencode", "uuencode", "x-uue", "uue"]) {
            Self::Uuencoded
        } else if let Some((name, _)) =
            name.split_once(['(', ';']).filter(|(name, _)| !name.trim().is_empty())
        {
            Self::named(name)
        } else if as_it_is() {
            Self::Plain
        } else {
            Self::Other
        }
    }

    /// The decoded bytes, and whether they were encoded as they should be.
    pub(crate) fn decode(self, bytes: &[u8]) -> (Cow<'_, [u8]>, bool) {
        match self {
            Self::Plain => (Cow::Borrowed(bytes), true),
            Self::Other => (Cow::Borrowed(bytes), false),
            Self::Uuencoded => match embedded::whole_body(bytes) {
                Some((decoded, whole)) => (Cow::Owned(decoded), whole),
                None => (Cow::Borrowed(bytes), false),
            },
            Self::Base64 => match base64::strict(bytes) {
                Some(decoded) => (Cow::Owned(decoded), true),
                None => (Cow::Owned(base64::salvage(bytes)), false),
            },
            Self::QuotedPrintable => {
                let (decoded, well) = quoted_printable(bytes);
                (Cow::Owned(decoded), well)
            }
        }
    }
}

/// Quoted-printable (RFC 2045 6.7), escapes that are none left standing; says whether there were any.
fn quoted_printable(bytes: &[u8]) -> (Vec<u8>, bool) {
    let digit =
        |byte: Option<&u8>| byte.and_then(|&b| char::from(b).to_digit(16)).and_then(|d| u8::try_from(d).ok());
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut well = true;
    let mut rest = bytes;
    while let Some(at) = memchr::memchr(b'=', rest) {
        let (before, tail) = rest.split_at_checked(at).unwrap_or_default();
        decoded.extend_from_slice(before);
        let tail = tail.get(1..).unwrap_or_default();
        rest = if let (Some(high), Some(low)) = (digit(tail.first()), digit(tail.get(1))) {
            decoded.push(high << 4 | low);
            tail.get(2..).unwrap_or_default()
        } else if let Some(next) = after_soft_break(tail) {
            next
        } else {
            well = false;
            decoded.push(b'=');
            tail
        };
    }
    decoded.extend_from_slice(rest);
    (decoded, well)
}

/// What follows a line break that only the encoding needed; blanks may have crept in before it.
fn after_soft_break(tail: &[u8]) -> Option<&[u8]> {
    let blanks = tail.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let tail = tail.get(blanks..)?;
    let rest = tail.strip_prefix(b"\r\n").or_else(|| tail.strip_prefix(b"\n"));
    rest.or(if tail.is_empty() { Some(tail) } else { None })
}

/// Bytes of no known character set as text: UTF-8 if they are that, but for damage, else Windows-1252. Says whether they
/// were UTF-8.
pub(crate) fn text_of(bytes: &[u8]) -> (String, bool) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), true),
        Err(_) if is_damaged_utf_8(bytes) => (String::from_utf8_lossy(bytes).into_owned(), false),
        Err(_) => (windows_1252(bytes), false),
    }
}

/// Whether nearly all that is not ASCII is UTF-8: text of another kind hardly ever looks so, and a cut or a lost byte must
/// not cost every other letter.
fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let (mut letters, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    letters > broken.saturating_mul(4)
}

/// Text in the character set that is declared, or in the one that it is plainly in. Says whether the declaration held.
pub(crate) fn text_in(bytes: &[u8], charset: Option<&str>) -> (String, bool) {
    let charset = charset.map(|name| name.trim().trim_matches(['"', '\'']).to_ascii_lowercase());
    match charset.as_deref() {
        None | Some("" | "utf-8" | "utf8" | "unicode-1-1-utf-8") => text_of(bytes),
        // Many senders write one of these three whatever they send; bytes that form UTF-8 beyond ASCII are UTF-8.
        Some("us-ascii" | "ascii" | "iso-8859-1" | "latin1" | "windows-1252" | "cp1252") => {
            match std::str::from_utf8(bytes) {
                Ok(text) => (text.to_owned(), bytes.is_ascii()),
                Err(_) => (windows_1252(bytes), !matches!(charset.as_deref(), Some("us-ascii" | "ascii"))),
            }
        }
        Some(name) => match charset_decoder(name.as_bytes()) {
            Some(decoder) => (decoder(bytes), true),
            None => (text_of(bytes).0, bytes.is_ascii()),
        },
    }
}

fn windows_1252(bytes: &[u8]) -> String {
    charset_decoder(b"windows-1252")
        .map_or_else(|| String::from_utf8_lossy(bytes).into_owned(), |decode| decode(bytes))
}

/// The start of a text, at most this many bytes, whole characters; says whether anything was cut.
pub(crate) fn cut(mut text: String, bytes: usize) -> (String, bool) {
    if text.len() <= bytes {
        return (text, false);
    }
    let end = (0..=bytes).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    text.truncate(end);
    (text, true)
}
