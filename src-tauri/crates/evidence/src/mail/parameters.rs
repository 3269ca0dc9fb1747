//! `Content-Type` and `Content-Disposition`: a kind and its parameters (RFC 2045 5.1, RFC 2183, RFC 2231), also where they
//! are written against the rules: without quotation marks, without semicolons, or with encoded words inside.

use std::{borrow::Cow, collections::BTreeMap};

use super::{
    decode::text_in,
    value::{decoded_words, without_comments},
};

/// Bytes that are read of one value.
const MOST: usize = 16 * 1024;
/// Pieces that are gathered into one parameter.
const PIECES: u32 = 1_000;

/// A kind with its parameters.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Parameters<'t> {
    /// For example `text/plain`, lower case; empty where there is none to be read.
    pub(super) kind: Cow<'t, str>,
    pairs: Vec<(Cow<'t, str>, Cow<'t, str>)>,
}

/// A parameter in pieces, or one that names its character set.
#[derive(Default)]
struct Pieces<'t>(BTreeMap<u32, (bool, Cow<'t, str>)>);

impl<'t> Parameters<'t> {
    /// Reads a field's value on one line.
    pub(super) fn read(text: &'t str) -> Self {
        let text = text.get(..text.floor_char_boundary(MOST)).unwrap_or(text);
        let (kind, mut rest) = kind(text);
        let mut pairs = Vec::new();
        let mut gathered: BTreeMap<String, Pieces<'t>> = BTreeMap::new();
        while let Some((key, value, after)) = next(rest) {
            rest = after;
            let Some((base, piece)) = key.split_once('*') else {
                pairs.push((lower(key), words(value)));
                continue;
            };
            let encoded = piece.is_empty() || piece.ends_with('*');
            let number = piece.trim_end_matches('*');
            let number = if number.is_empty() { Some(0) } else { number.parse().ok() };
            if let Some(number) = number.filter(|number| *number < PIECES) {
                gathered
                    .entry(base.to_ascii_lowercase())
                    .or_default()
                    .0
                    .entry(number)
                    .or_insert((encoded, value));
            }
        }
        // Where a parameter is written both ways, the one that names its character set is the exact one.
        let exact = gathered.into_iter().map(|(name, pieces)| (name.into(), pieces.joined().into()));
        let pairs = if pairs.is_empty() { exact.collect() } else { exact.chain(pairs).collect() };
        Self { kind, pairs }
    }

    /// A parameter's value, decoded.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_ref())
    }
}

impl Pieces<'_> {
    fn joined(self) -> String {
        let mut bytes = Vec::new();
        let mut charset = None;
        let mut any = false;
        for (at, (encoded, value)) in self.0.into_values().enumerate() {
            any |= encoded;
            let mut value = value.as_ref();
            if encoded && at == 0 {
                let mut parts = value.splitn(3, '\'');
                if let (Some(set), Some(_), Some(text)) = (parts.next(), parts.next(), parts.next()) {
                    charset = Some(set.to_owned());
                    value = text;
                }
            }
            if encoded { unescaped(value, &mut bytes) } else { bytes.extend_from_slice(value.as_bytes()) }
        }
        let text = text_in(&bytes, charset.as_deref()).0;
        if any { text } else { words(text.into()).into_owned() }
    }
}

/// Undoes `%E9` and the like (RFC 2231 4).
fn unescaped(text: &str, bytes: &mut Vec<u8>) {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        match (byte, digit(tail.first()), digit(tail.get(1))) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(u8::try_from(high << 4 | low).unwrap_or_default());
                rest = tail.get(2..).unwrap_or_default();
            }
            _ => bytes.push(byte),
        }
    }
}

/// The kind, and what follows it.
fn kind(text: &str) -> (Cow<'_, str>, &str) {
    let (head, rest) = text.split_once(';').unwrap_or((text, ""));
    if head.contains('(') {
        return (Cow::Owned(bare(&without_comments(head))), rest);
    }
    let head = head.trim();
    match head.split_once(char::is_whitespace) {
        None if head.contains('=') && !head.contains('/') => (Cow::Borrowed(""), text),
        None => (lower(head.trim_matches(['"', '\'', ','])), rest),
        // The semicolon after the kind is missing.
        Some((first, more)) if more.contains('=') => {
            let after = text.find(first).map_or(0, |at| at + first.len());
            (lower(first.trim_matches(['"', '\'', ','])), text.get(after..).unwrap_or_default())
        }
        Some(_) => (Cow::Owned(bare(head)), rest),
    }
}

/// A kind without blanks around its slash, and without words after it.
fn bare(head: &str) -> String {
    let head = head.trim();
    let (kind, more) = head.split_once('/').unwrap_or((head, ""));
    let first = |text: &str| text.split_whitespace().next().unwrap_or_default().to_ascii_lowercase();
    if more.trim().is_empty() { first(kind) } else { format!("{}/{}", first(kind), first(more)) }
}

fn lower(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

/// Takes the next parameter off: its key, its value without quotation marks, and what follows.
fn next(text: &str) -> Option<(&str, Cow<'_, str>, &str)> {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, ';' | ','));
        if rest.starts_with('(') {
            let end = rest.find(')')?;
            rest = rest.get(end + 1..)?;
            continue;
        }
        let at = rest.find(['=', ';'])?;
        let (key, value) = (rest.get(..at)?, rest.get(at + 1..)?);
        if rest.get(at..)?.starts_with(';') {
            rest = value;
            continue;
        }
        let key = key.split_whitespace().next_back().unwrap_or_default();
        let value = value.trim_start();
        let (value, after) = match value.strip_prefix('"') {
            Some(quoted) => until_quote(quoted),
            None => until_end(value, key),
        };
        if !key.is_empty() {
            return Some((key, value, after));
        }
        rest = after;
    }
}

/// A quoted value. Only quotation marks and backslashes are escaped: a Windows path keeps its backslashes. A mark that is
/// followed by neither the end nor another parameter is part of the value.
fn until_quote(text: &str) -> (Cow<'_, str>, &str) {
    let mut plain: Option<String> = None;
    let mut from = 0;
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        let after = text.get(at + 1..).unwrap_or_default();
        if letter == '\\' && after.starts_with(['"', '\\']) {
            letters.next();
            plain.get_or_insert_default().push_str(text.get(from..at).unwrap_or_default());
            from = at + 1;
        } else if letter == '"' && (ends(after) || !after.contains('"')) {
            let last = text.get(from..at).unwrap_or_default();
            return (joined(plain, last), after);
        }
    }
    (joined(plain, text.get(from..).unwrap_or_default()), "")
}

fn joined(plain: Option<String>, last: &str) -> Cow<'_, str> {
    match plain {
        Some(plain) => Cow::Owned(plain + last),
        None => Cow::Borrowed(last),
    }
}

/// Whether a quoted value can end before this.
fn ends(after: &str) -> bool {
    let rest = after.trim_start();
    rest.is_empty() || rest.starts_with([';', ',', '(']) || begins_parameter(rest)
}

/// Whether a text begins as `name=` does.
fn begins_parameter(text: &str) -> bool {
    let name =
        text.find(|letter: char| !letter.is_ascii_alphanumeric() && !matches!(letter, '-' | '_' | '*'));
    name.is_some_and(|end| end > 0 && text.get(end..).is_some_and(|rest| rest.starts_with('=')))
}

/// A value without quotation marks. File names are often written so, with blanks in them; nothing else has any.
fn until_end<'t>(text: &'t str, key: &str) -> (Cow<'t, str>, &'t str) {
    let (value, after) = text.split_at_checked(text.find(';').unwrap_or(text.len())).unwrap_or((text, ""));
    let is_name = key.len() >= 4 && key.to_ascii_lowercase().contains("name");
    let end = value.match_indices(char::is_whitespace).find(|(at, _)| {
        let rest = value.get(*at..).unwrap_or_default().trim_start();
        !is_name || begins_parameter(rest)
    });
    match end.and_then(|(at, _)| text.split_at_checked(at)) {
        Some((value, rest)) => (Cow::Borrowed(value.trim()), rest),
        None => (Cow::Borrowed(value.trim()), after),
    }
}

/// A value with its encoded words decoded; there should be none (RFC 2047 5), and many programs write them.
fn words(value: Cow<'_, str>) -> Cow<'_, str> {
    if value.contains("=?") { Cow::Owned(decoded_words(&value)) } else { value }
}

#[cfg(test)]
mod tests {
    use super::Parameters;

    fn read(text: &str, name: &str) -> (String, Option<String>) {
        let read = Parameters::read(text);
        (read.kind.to_string(), read.get(name).map(str::to_owned))
    }

    #[test]
    fn a_kind_is_read_however_it_is_written() {
        for (written, kind) in [
            ("text/plain", "text/plain"),
            ("TEXT/HTML; charset=utf-8", "text/html"),
            ("multipart / mixed; boundary=b", "multipart/mixed"),
            ("text/plain (the body); charset=utf-8", "text/plain"),
            ("text/plain charset=utf-8", "text/plain"),
            ("text", "text"),
            ("; charset=utf-8", ""),
            ("boundary=b", ""),
            ("", ""),
        ] {
            assert_eq!(Parameters::read(written).kind, kind, "{written}");
        }
    }

    #[test]
    fn a_parameter_is_read_however_it_is_written() {
        for (written, name, value) in [
            ("text/plain; charset=\"utf-8\"", "charset", "utf-8"),
            ("text/plain charset=utf-8", "charset", "utf-8"),
            ("text/plain; charset=us-ascii (plain)", "charset", "us-ascii"),
            ("multipart/mixed boundary=\"=_a;b\"", "boundary", "=_a;b"),
            ("boundary=b", "boundary", "b"),
            ("a/b; name=Letter of 3 November (1).pdf; size=3", "name", "Letter of 3 November (1).pdf"),
            ("a/b; name=\"a.pdf\" x=1", "name", "a.pdf"),
            ("a/b; name=\"the \"new\" letter.pdf\"; x=1", "name", "the \"new\" letter.pdf"),
            (r#"a/b; name="say \"no\".txt""#, "name", "say \"no\".txt"),
            (r#"a/b; name="C:\TEMP\letter.pdf""#, "name", r"C:\TEMP\letter.pdf"),
            ("a/b; name=\"unended", "name", "unended"),
            ("a/b; name==?utf-8?Q?caf=C3=A9.txt?=", "name", "café.txt"),
        ] {
            assert_eq!(read(written, name).1.as_deref(), Some(value), "{written}");
        }
    }

    #[test]
    fn pieces_are_joined_before_they_are_decoded() {
        let divided = "attachment; filename*1*=%A9.txt; filename*0*=UTF-8''caf%C3; filename=cafe.txt";
        assert_eq!(read(divided, "filename").1.as_deref(), Some("café.txt"));
        let plain = "attachment; filename*0=\"letter of \"; filename*1=\"3 November.pdf\"";
        assert_eq!(read(plain, "filename").1.as_deref(), Some("letter of 3 November.pdf"));
        let latin = "attachment; filename*=iso-8859-15'en'price%A4.txt";
        assert_eq!(read(latin, "filename").1.as_deref(), Some("price€.txt"));
    }

    #[test]
    fn a_hostile_value_costs_no_more_than_its_length() {
        let many = format!("a/b;{}", "x*0*=a;".repeat(100_000));
        assert_eq!(read(&many, "x").1.as_deref(), Some("a"));
        assert_eq!(read(&"\"".repeat(100_000), "x").1, None);
    }
}
