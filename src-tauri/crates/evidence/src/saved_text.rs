//! Text that is not mail: a page or a message that was saved or copied out of a program.

use serde::{Deserialize, Serialize};

use crate::{
    damage::{Code, DamageLog},
    limits::Limits,
    mail::{InlineForward, cut, html_to_text, inline_forwards, text_of},
    rtf::{self, RichText},
};

/// The words of a file of plain text or of a web page; they prove no more than a screenshot does (evidence.md 5.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedText {
    /// The text as a person reads it.
    pub text: String,
    /// Messages forwarded or printed in it.
    pub forwards: Vec<InlineForward>,
}

/// Reads text or, with `html`, a web page.
pub(crate) fn read(bytes: &[u8], html: bool, limits: &Limits, damage: &mut DamageLog) -> SavedText {
    let most = limits.text_bytes;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.len() > most {
        damage.add(Code::TextCut, 0);
    }
    let bytes = bytes.get(..most).unwrap_or(bytes);
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => text_of(bytes).0,
    };
    if text.contains('\0') {
        damage.add(Code::NulBytes, 0);
    }
    let text = text.replace("\r\n", "\n").replace('\0', "");
    let text = if html { html_to_text(&text) } else { text };
    let (text, _) = cut(text, most);
    SavedText { forwards: inline_forwards(&text), text }
}

/// Reads a rich text document.
pub(crate) fn read_rich(bytes: &[u8], limits: &Limits, damage: &mut DamageLog) -> SavedText {
    let (text, was_cut) = rtf::read(bytes, limits.text_bytes);
    if was_cut {
        damage.add(Code::TextCut, 0);
    }
    let text = match text {
        RichText::Plain(text) => text,
        RichText::Html(html) => html_to_text(&html),
    };
    SavedText { forwards: inline_forwards(&text), text }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok()).map(unit);
    char::decode_utf16(units).map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
