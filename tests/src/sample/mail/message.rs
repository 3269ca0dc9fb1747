//! A mail as a list of headers and a body, both as they travel (RFC 5322).

use std::fmt::Write as _;

use base64::prelude::{BASE64_STANDARD, Engine as _};

/// A mail whose body is already encoded, with CRLF at the end of each line.
#[derive(Clone, Debug, Default)]
pub struct Message {
    /// Names and values in the order of the file; long values are already folded.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

impl Message {
    /// Adds a header below the others.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    /// Sets the body.
    pub fn saying(mut self, body: String) -> Self {
        self.body = body;
        self
    }

    /// Puts `headers` above the others, in the order given.
    pub fn under(mut self, headers: Vec<(&str, String)>) -> Self {
        let above = headers.into_iter().map(|(name, value)| (name.to_owned(), value));
        self.headers.splice(0..0, above);
        self
    }

    /// The value of the first header called `name`.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    }

    /// The whole mail, lines ended by CRLF.
    pub fn bytes(&self) -> Vec<u8> {
        let mut text = String::new();
        for (name, value) in &self.headers {
            write!(text, "{name}: {value}\r\n").expect("memory takes every byte");
        }
        text.push_str("\r\n");
        text.push_str(&self.body);
        text.into_bytes()
    }
}

/// Text in the quoted-printable encoding (RFC 2045), lines ended by CRLF.
pub fn quoted_printable(text: &str) -> String {
    let options = quoted_printable::Options::default().input_mode(quoted_printable::InputMode::Text);
    let text = text.replace("\r\n", "\n").replace('\n', "\r\n");
    quoted_printable::encode_with_options(text, options)
}

/// Bytes in Base64, lines of 76 characters ended by CRLF.
pub fn base64(bytes: &[u8]) -> String {
    lines_of(&BASE64_STANDARD.encode(bytes), 76)
}

/// `text`, which is ASCII, in lines of `width` ended by CRLF.
pub fn lines_of(text: &str, width: usize) -> String {
    text.as_bytes().chunks(width).map(|line| format!("{}\r\n", String::from_utf8_lossy(line))).collect()
}

/// A display name as a header holds it: as it is, in quotation marks, or as encoded words (RFC 2047).
pub fn display_name(name: &str) -> String {
    if !name.is_ascii() {
        return encoded_words(name);
    }
    if name.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ') {
        name.to_owned()
    } else {
        format!("\"{name}\"")
    }
}

/// Text of a header as encoded words (RFC 2047): Q for text that is mostly Latin, B for other scripts.
pub fn encoded_words(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let ascii = text.chars().filter(char::is_ascii).count();
    let q = ascii * 2 > text.chars().count();
    let mut words = Vec::new();
    let mut piece = String::new();
    for c in text.chars() {
        if piece.len() + c.len_utf8() > if q { 18 } else { 42 } {
            words.push(encoded_word(&piece, q));
            piece.clear();
        }
        piece.push(c);
    }
    words.push(encoded_word(&piece, q));
    words.join("\r\n ")
}

fn encoded_word(text: &str, q: bool) -> String {
    if !q {
        return format!("=?UTF-8?B?{}?=", BASE64_STANDARD.encode(text));
    }
    let mut word = String::new();
    for byte in text.bytes() {
        match byte {
            b' ' => word.push('_'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => word.push(char::from(byte)),
            _ => write!(word, "={byte:02X}").expect("memory takes every byte"),
        }
    }
    format!("=?UTF-8?Q?{word}?=")
}

/// A name and an address.
pub fn mailbox(name: &str, address: &str) -> String {
    if name.is_empty() { address.to_owned() } else { format!("{} <{address}>", display_name(name)) }
}
