//! Text as it is compared: case, spaces, quotation and the like do not matter.

use unicode_normalization::UnicodeNormalization;

/// The text in lower case, with single spaces, plain quotes and dashes, none around a slash, and no quote marks of mail.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for c in text.nfkc().flat_map(char::to_lowercase) {
        let c = match c {
            '\u{2018}' | '\u{2019}' | '\u{02bc}' => '\'',
            '\u{201c}' | '\u{201d}' => '"',
            '\u{2010}'..='\u{2015}' => '-',
            '>' | '*' | '|' => ' ',
            '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' => continue,
            other => other,
        };
        if c.is_whitespace() {
            space = true;
            continue;
        }
        if space && !out.is_empty() && c != '/' && !out.ends_with('/') {
            out.push(' ');
        }
        space = false;
        out.push(c);
    }
    out
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
