//! Header values: encoded words, addresses, dates.

use jiff::tz::Offset;
use mail_parser::{HeaderValue, parsers::MessageStream};
use serde::{Deserialize, Serialize};

use super::{date, encoded_word, field::Field};

/// One mailbox as a header names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mailbox {
    /// The name shown, decoded.
    pub name: Option<String>,
    /// The address as written, without angle brackets; letter case kept.
    pub address: String,
}

/// A date in a header: always as written, and in numbers where it can be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailDate {
    /// The date as it is written.
    pub raw: String,
    /// The instant in UTC, RFC 3339, for example `2021-11-03T15:42:10Z`.
    pub utc: Option<String>,
    /// The sender's wall clock, for example `2021-11-03T15:42:10`.
    pub local: Option<String>,
    /// Minutes east of UTC; `None` where none is written (UTC is then assumed).
    pub offset_minutes: Option<i32>,
    /// Seconds since 1970, for comparing.
    pub seconds: Option<i64>,
}

impl MailDate {
    /// A date that is kept as an instant, so that what the sender's clock showed is not known.
    pub(crate) fn of_instant(instant: jiff::Timestamp) -> Self {
        let utc = instant.to_string();
        Self {
            raw: utc.clone(),
            local: Some(utc.trim_end_matches('Z').to_owned()),
            utc: Some(utc),
            offset_minutes: None,
            seconds: Some(instant.as_second()),
        }
    }

    /// Reads an RFC 5322 date; what cannot be read stays as written.
    pub(crate) fn read(raw: &str) -> Self {
        let raw = raw.trim();
        let read = date::read(raw).and_then(|(local, offset)| {
            let zone = Offset::from_seconds(offset.unwrap_or_default().saturating_mul(60)).ok()?;
            Some((local, offset, zone.to_timestamp(local).ok()?))
        });
        let raw = raw.to_owned();
        match read {
            Some((local, offset_minutes, instant)) => Self {
                raw,
                utc: Some(instant.to_string()),
                local: Some(local.to_string()),
                offset_minutes,
                seconds: Some(instant.as_second()),
            },
            None => Self { raw, utc: None, local: None, offset_minutes: None, seconds: None },
        }
    }
}

/// A field's value with its encoded words decoded, on one line.
pub(crate) fn decoded(field: &Field<'_>) -> String {
    let unfolded = field.unfolded();
    if !unfolded.contains("=?") {
        return unfolded.to_owned();
    }
    best_reading(Some(field), unfolded, unstructured, |text| text.contains(char::REPLACEMENT_CHARACTER))
        .unwrap_or_else(|| unfolded.to_owned())
}

/// A text on one line with its encoded words decoded.
pub(super) fn decoded_words(text: &str) -> String {
    best_reading(None, text, unstructured, |text| text.contains(char::REPLACEMENT_CHARACTER))
        .unwrap_or_else(|| text.to_owned())
}

fn unstructured(line: &[u8]) -> Option<String> {
    match MessageStream::new(line).parse_unstructured() {
        HeaderValue::Text(text) => Some(text.replace('\0', "").trim().to_owned()),
        _ => None,
    }
}

/// The mailboxes in an address header, groups opened.
pub(crate) fn mailboxes(field: &Field<'_>) -> Vec<Mailbox> {
    let unfolded = field.unfolded();
    if let Some(plain) = plain_mailboxes(unfolded) {
        return plain;
    }
    let spoilt = |list: &Vec<Mailbox>| {
        list.iter()
            .filter_map(|one| one.name.as_deref())
            .any(|name| name.contains(char::REPLACEMENT_CHARACTER))
    };
    best_reading(Some(field), unfolded, |line| Some(mailboxes_in(line)), spoilt).unwrap_or_default()
}

/// The mailboxes of a header that holds nothing but names without marks and addresses, as nearly all do.
fn plain_mailboxes(line: &str) -> Option<Vec<Mailbox>> {
    let one = |text: &str| {
        let text = text.trim();
        let (name, address) = match text.strip_suffix('>') {
            Some(rest) => rest.split_once('<')?,
            None => ("", text),
        };
        let name = name.trim();
        let name = match name.strip_prefix('"') {
            Some(quoted) if !line.contains(',') => quoted.strip_suffix('"')?.trim(),
            _ => name,
        };
        let marked = |text: &str| text.contains(['"', '(', ')', '<', '>', ':', ';', '\\', '[', '\0']);
        let (local, domain) = address.split_once('@')?;
        let whole = !local.is_empty() && !domain.is_empty() && !domain.contains('@');
        let clean = !marked(name) && !marked(address) && !address.contains(char::is_whitespace);
        let name = (!name.is_empty()).then(|| name.to_owned());
        (whole && clean).then(|| Mailbox { name, address: address.to_owned() })
    };
    if line.contains("=?") { None } else { line.split(',').map(one).collect() }
}

/// Reads a field's bytes as they are if they are not UTF-8 but have encoded words, and else, or if that spoils them, as text.
fn best_reading<T>(
    field: Option<&Field<'_>>,
    unfolded: &str,
    read: impl Fn(&[u8]) -> Option<T>,
    spoilt: impl Fn(&T) -> bool,
) -> Option<T> {
    let raw = field.filter(|field| !unfolded.is_ascii() && std::str::from_utf8(field.bytes).is_err());
    if let Some(field) = raw.filter(|_| unfolded.contains("=?")) {
        let mut line = field.unfolded_bytes();
        line.push(b'\n');
        if let Some(whole) = read(&line).filter(|value| !spoilt(value)) {
            return Some(whole);
        }
    }
    let plain = read(format!("{unfolded}\n").as_bytes());
    if plain.as_ref().is_some_and(&spoilt) {
        // A character may have been divided between two words.
        let joined = read(format!("{}\n", encoded_word::joined(unfolded)).as_bytes());
        if let Some(whole) = joined.filter(|value| !spoilt(value)) {
            return Some(whole);
        }
    }
    plain
}

fn mailboxes_in(line: &[u8]) -> Vec<Mailbox> {
    let HeaderValue::Address(list) = MessageStream::new(line).parse_address() else { return Vec::new() };
    list.iter().flat_map(named).collect()
}

/// What one entry of a list names; some programs write the bare name where the address should be, and some leave the comma
/// between two addresses out.
fn named(one: &mail_parser::Addr<'_>) -> Vec<Mailbox> {
    let name = one.name.as_deref().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
    let address = one.address.as_deref().map(|a| a.trim_matches(['<', '>', ' '])).unwrap_or_default();
    // Outlook puts a link to the address after it.
    let address = address.split('<').next().unwrap_or(address);
    // A route before the address (RFC 5322 4.4) is no part of it.
    let address = match address.strip_prefix('@').and_then(|route| route.rsplit_once(':')) {
        Some((_, address)) if address.contains('@') => address,
        _ => address,
    };
    if address.is_empty() {
        return name.map(|name| Mailbox { name: Some(name), address: String::new() }).into_iter().collect();
    }
    let words = || address.split_whitespace();
    if words().nth(1).is_some() && words().all(|word| word.contains('@')) {
        return words().map(|word| Mailbox { name: name.clone(), address: word.to_owned() }).collect();
    }
    // Blanks around the dots and the sign of an address are no part of it either.
    let address = if address.matches('@').count() == 1 { words().collect() } else { address.to_owned() };
    vec![Mailbox { name, address }]
}

/// A value without its comments in parentheses (RFC 5322 3.2.2).
pub(crate) fn without_comments(value: &str) -> String {
    let mut depth = 0_usize;
    let mut quoted = false;
    let mut plain = String::with_capacity(value.len());
    for character in value.chars() {
        match character {
            '"' if depth == 0 => {
                quoted = !quoted;
                plain.push('"');
            }
            '(' if !quoted => depth += 1,
            ')' if !quoted && depth > 0 => depth -= 1,
            _ if depth == 0 => plain.push(character),
            _ => {}
        }
    }
    plain
}

/// Whether a text holds characters that turn its direction around, as disguised names do.
pub(crate) fn turns_direction(text: &str) -> bool {
    text.chars().any(|character| matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
}
