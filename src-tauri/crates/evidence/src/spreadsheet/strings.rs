//! Words that are kept once for all sheets (ISO/IEC 29500-1, 18.4).

use super::xml::{Token, walk};
use std::sync::Arc;

/// Bytes of one cell; a spreadsheet shows 32,767 characters.
pub(super) const CELL: usize = 200_000;
/// Shared strings that are kept.
const STRINGS: usize = 6_000_000;

/// The shared strings by their number.
pub(super) fn read(text: &str) -> Vec<Arc<str>> {
    let mut strings = Vec::new();
    let mut words = Words::default();
    walk(text, &mut |token| {
        match token {
            Token::Open("si", _) => words = Words::default(),
            Token::Close("si") => strings.push(words.take()),
            token => words.token(&token),
        }
        strings.len() < STRINGS
    });
    strings
}

/// The words of a rich text, without the reading aids of Asian scripts.
#[derive(Default)]
pub(super) struct Words {
    text: String,
    inside: bool,
    aid: bool,
}

impl Words {
    pub(super) fn token(&mut self, token: &Token<'_, '_>) {
        match token {
            Token::Open("t", _) => self.inside = !self.aid,
            Token::Close("t") => self.inside = false,
            Token::Open("rPh", _) => self.aid = true,
            Token::Close("rPh") => self.aid = false,
            Token::Text(words) if self.inside && self.text.len() < CELL => self.text.push_str(words),
            _ => {}
        }
    }

    pub(super) fn take(&mut self) -> Arc<str> {
        let text = std::mem::take(&mut self.text);
        unwrap_escapes(&text).into()
    }
}

/// `_x000D_` stands for the character with that code (ISO/IEC 29500-1, 22.9.2.19).
pub(super) fn unwrap_escapes(text: &str) -> String {
    if !text.contains("_x") {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let code = after.get(..4).filter(|_| after.get(4..5) == Some("_"));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(character) => {
                out.push(character);
                rest = after.get(5..).unwrap_or_default();
            }
            None => {
                out.push_str("_x");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{read, unwrap_escapes};

    #[test]
    fn rich_text_and_entities_are_one_string() {
        let text = "<sst><si><t>Smith &amp; Sons</t></si><si><r><t>Aoi</t></r><rPh><t>x</t></rPh>\
                    <r><t xml:space=\"preserve\"> Ito&#x21;</t></r></si><si/></sst>";
        let strings: Vec<String> = read(text).iter().map(ToString::to_string).collect();
        assert_eq!(strings, ["Smith & Sons", "Aoi Ito!", ""]);
    }

    #[test]
    fn escaped_characters_are_unwrapped() {
        assert_eq!(unwrap_escapes("a_x000A_b_x5F_c_xZZZZ_"), "a\nb_x5F_c_xZZZZ_");
    }
}
