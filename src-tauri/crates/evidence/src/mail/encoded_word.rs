//! Encoded words that were divided inside a character, against RFC 2047 section 5.

use super::base64;

/// An encoded word, taken apart.
struct Word<'t> {
    charset: &'t str,
    bytes: Vec<u8>,
    rest: &'t str,
}

impl<'t> Word<'t> {
    /// The encoded word that a text begins with.
    fn of(text: &'t str) -> Option<Self> {
        let (charset, rest) = text.strip_prefix("=?")?.split_once('?')?;
        let (encoding, rest) = rest.split_once('?')?;
        // There is no question mark in what is encoded, so a word without an end is not looked for to the end of the text.
        let (data, rest) = rest.split_once('?')?;
        let rest = rest.strip_prefix('=')?;
        let bytes = match encoding {
            "B" | "b" => base64::salvage(data.as_bytes()),
            "Q" | "q" => quoted(data),
            _ => return None,
        };
        // A language may follow the character set (RFC 2231 5).
        Some(Self { charset: charset.split('*').next().unwrap_or(charset), bytes, rest })
    }
}

/// The text with encoded words of one character set that follow each other as one word.
pub(super) fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open: Option<Word<'_>> = None;
    let mut rest = text;
    while let Some(at) = rest.find("=?") {
        let (before, start) = rest.split_at(at);
        let Some(word) = Word::of(start) else {
            close(&mut out, open.take());
            out.push_str(before);
            out.push_str("=?");
            rest = start.get(2..).unwrap_or_default();
            continue;
        };
        rest = word.rest;
        match &mut open {
            Some(known) if before.trim().is_empty() && known.charset.eq_ignore_ascii_case(word.charset) => {
                known.bytes.extend(word.bytes);
            }
            _ => {
                close(&mut out, open.take());
                out.push_str(before);
                open = Some(word);
            }
        }
    }
    close(&mut out, open);
    out.push_str(rest);
    out
}

fn close(out: &mut String, word: Option<Word<'_>>) {
    let Some(word) = word else { return };
    let hex: String = word.bytes.iter().map(|byte| format!("={byte:02X}")).collect();
    out.push_str(&format!("=?{}?Q?{hex}?=", word.charset));
}

/// The bytes of a word in the `Q` encoding (RFC 2047 4.2).
fn quoted(data: &str) -> Vec<u8> {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let (mut bytes, mut rest) = (Vec::with_capacity(data.len()), data.as_bytes());
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        match (byte, digit(tail.first()), digit(tail.get(1))) {
            (b'_', ..) => bytes.push(b' '),
            (b'=', Some(high), Some(low)) => {
                bytes.push(u8::try_from(high << 4 | low).unwrap_or_default());
                rest = tail.get(2..).unwrap_or_default();
            }
            _ => bytes.push(byte),
        }
    }
    bytes
}
