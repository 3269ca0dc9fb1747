//! The source as received, in pieces: a large message is read as one scrolls.

use serde::{Deserialize, Serialize};

use super::part::bytes;
use crate::command::{Applied, Context};
use crate::error::Result;

/// Bytes of one piece.
const PIECE: usize = 128 * 1024;

/// Which piece of what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SourceOf {
    /// The item.
    pub id: String,
    /// The part, such as `1.2`; the item itself without one.
    #[serde(default)]
    pub part: Option<String>,
    /// The first byte, from 0.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub from: usize,
}

/// A piece of the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceSource"))]
pub struct Source {
    /// The piece as text; bytes that are no UTF-8 stand as `\x..`.
    pub text: String,
    /// Where the next piece begins; `null` when this was the last.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub next: Option<usize>,
    /// Bytes in all.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: usize,
}

pub(crate) fn source(context: Context<'_>, input: SourceOf) -> Result<Applied<Source>> {
    let open = context.app.open_matter()?;
    let bytes = bytes(context, &open, &input.id, input.part.as_deref())?;
    let rest = bytes.get(input.from..).unwrap_or_default();
    let piece = rest.get(..end_of_piece(rest)).unwrap_or(rest);
    let next = input.from.saturating_add(piece.len());
    Ok(Applied::unchanged(Source {
        text: as_text(piece),
        next: (next < bytes.len()).then_some(next),
        size: bytes.len(),
    }))
}

/// A piece ends with a line where it can, so that no letter is torn.
fn end_of_piece(rest: &[u8]) -> usize {
    if rest.len() <= PIECE {
        return rest.len();
    }
    let piece = rest.get(..PIECE).unwrap_or(rest);
    piece.iter().rposition(|byte| *byte == b'\n').map_or(PIECE, |at| at + 1)
}

/// Line ends as the page knows them; other control characters and stray bytes in sight.
fn as_text(piece: &[u8]) -> String {
    let mut text = String::with_capacity(piece.len());
    for chunk in piece.utf8_chunks() {
        for one in chunk.valid().chars() {
            match one {
                '\r' => {}
                '\n' | '\t' => text.push(one),
                '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
                    text.push_str(&one.escape_unicode().to_string())
                }
                _ if one.is_control() => text.push_str(&format!("\\x{:02x}", u32::from(one))),
                _ => text.push(one),
            }
        }
        for byte in chunk.invalid() {
            text.push_str(&format!("\\x{byte:02x}"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_spelt_out() {
        assert_eq!(as_text(b"Subject: caf\xe9\r\nX:\0\r\n"), "Subject: caf\\xe9\nX:\\x00\n");
        assert_eq!(as_text("a\u{202E}b".as_bytes()), "a\\u{202e}b");
    }

    #[test]
    fn a_piece_ends_with_a_line() {
        let long = [vec![b'a'; PIECE - 2], b"\nbcdef".to_vec()].concat();
        assert_eq!(end_of_piece(&long), PIECE - 1);
        assert_eq!(end_of_piece(b"short"), 5);
        assert_eq!(end_of_piece(&vec![b'a'; PIECE + 5]), PIECE);
    }
}
