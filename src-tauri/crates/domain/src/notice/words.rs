//! Text as it is compared: case, spaces, quotation and the like do not matter.

use unicode_normalization::UnicodeNormalization;

/// The text in lower case, with single spaces, plain quotes and dashes, none around a slash, and no quote marks of mail.
pub(super) fn plain(text: &str) -> String {
    let mut line = Line { out: String::with_capacity(text.len()), space: false };
    // White space joins with no letter, so that only the words with others than ASCII letters need be normalised.
    for word in text.split_inclusive(|c: char| c.is_ascii_whitespace()) {
        if word.is_ascii() {
            word.chars().for_each(|c| line.add(c.to_ascii_lowercase()));
        } else {
            word.nfkc().flat_map(char::to_lowercase).for_each(|c| line.add(c));
        }
    }
    line.out
}

/// A text on one line, as far as it is written.
struct Line {
    out: String,
    space: bool,
}

impl Line {
    fn add(&mut self, c: char) {
        let c = match c {
            '\u{2018}' | '\u{2019}' | '\u{02bc}' => '\'',
            '\u{201c}' | '\u{201d}' => '"',
            '\u{2010}'..='\u{2015}' => '-',
            '>' | '*' | '|' => ' ',
            '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' => return,
            other => other,
        };
        if c.is_whitespace() {
            self.space = true;
            return;
        }
        if self.space && !self.out.is_empty() && c != '/' && !self.out.ends_with('/') {
            self.out.push(' ');
        }
        self.space = false;
        self.out.push(c);
    }
}

/// A subject as it is compared, without the prefixes of replies and forwards.
pub(super) fn subject(text: &str) -> String {
    without_prefixes(&plain(text)).to_owned()
}

/// A subject without the prefixes that mail programs put before it when a person replies or forwards.
pub fn without_prefixes(subject: &str) -> &str {
    let mut rest = subject.trim();
    while let Some((head, tail)) = rest.split_once(':') {
        let head = head.trim().to_ascii_lowercase();
        if !matches!(head.as_str(), "re" | "fw" | "fwd" | "aw" | "wg" | "tr" | "rv" | "[fwd") {
            break;
        }
        rest = tail.trim_start();
    }
    rest.trim().trim_end_matches(']')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::plain;

    /// The same at one go, every character normalised.
    fn slowly(text: &str) -> String {
        let mut line = super::Line { out: String::new(), space: false };
        text.nfkc().flat_map(char::to_lowercase).for_each(|c| line.add(c));
        line.out
    }

    proptest! {
        #[test]
        fn words_by_themselves_are_what_they_are_in_a_text(
            text in "([a-zA-Z0-9 \\n\\t>*/|.]|[\u{300}-\u{304}]|[\u{a0}\u{a8}\u{130}\u{1e9b}\u{2018}-\u{2026}\u{fb01}\u{ff21}\u{1100}\u{1161}\u{11a8}\u{200b}]|\\PC){0,60}"
        ) {
            prop_assert_eq!(plain(&text), slowly(&text));
        }
    }
}
