//! Header values: encoded words, addresses, dates.

use std::borrow::Cow;

use jiff::{civil, tz::Offset};
use mail_parser::{DateTime, HeaderValue, parsers::MessageStream};
use serde::{Deserialize, Serialize};

use super::{encoded_word, field::Field};

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
        let raw = raw.trim().to_owned();
        let unread = Self { raw: raw.clone(), utc: None, local: None, offset_minutes: None, seconds: None };
        let zoned = has_zone(&raw);
        let zone = if zoned { "" } else { " +0000" };
        let Some(date) = DateTime::parse_rfc822(&format!("{}{zone}\n", with_seconds(&raw))) else {
            return unread;
        };
        let sign = if date.tz_before_gmt { -1 } else { 1 };
        let minutes = sign * (i32::from(date.tz_hour) * 60 + i32::from(date.tz_minute));
        let number = |value: u8| i8::try_from(value).ok();
        let local = i16::try_from(date.year).ok().and_then(|year| {
            // A leap second is shown as the second before it.
            let second = number(date.second.min(59))?;
            let (month, day) = (number(date.month)?, number(date.day)?);
            civil::DateTime::new(year, month, day, number(date.hour)?, number(date.minute)?, second, 0).ok()
        });
        let instant = Offset::from_seconds(minutes.saturating_mul(60)).ok().zip(local);
        let Some(timestamp) = instant.and_then(|(offset, local)| offset.to_timestamp(local).ok()) else {
            return unread;
        };
        Self {
            utc: Some(timestamp.to_string()),
            local: local.map(|local| local.to_string()),
            offset_minutes: zoned.then_some(minutes),
            seconds: Some(timestamp.as_second()),
            raw,
        }
    }
}

/// A date whose time has seconds; RFC 5322 lets them be left out, mail-parser does not.
fn with_seconds(raw: &str) -> Cow<'_, str> {
    let Some((before, after)) = raw.split_once(':') else { return Cow::Borrowed(raw) };
    let minutes = after.bytes().take_while(u8::is_ascii_digit).count();
    let (minutes, rest) = after.split_at(minutes);
    if rest.starts_with(':') {
        Cow::Borrowed(raw)
    } else {
        Cow::Owned(format!("{before}:{minutes}:00{rest}"))
    }
}

/// Whether a date says its zone, as `+0000`, `-0500` or a name such as `GMT` after the time.
fn has_zone(raw: &str) -> bool {
    let Some((_, after)) = raw.rsplit_once(':') else { return false };
    let zone = after.trim_start_matches(|character: char| character.is_ascii_digit()).trim();
    zone.starts_with(['+', '-']) || zone.starts_with(|character: char| character.is_ascii_alphabetic())
}

/// A field's value with its encoded words decoded, on one line.
pub(crate) fn decoded(field: &Field<'_>) -> String {
    let unfolded = field.unfolded();
    if !unfolded.contains("=?") {
        return unfolded.to_owned();
    }
    let read = |line: &[u8]| match MessageStream::new(line).parse_unstructured() {
        HeaderValue::Text(text) => Some(text.replace('\0', "").trim().to_owned()),
        _ => None,
    };
    let spoilt = |text: &String| text.contains(char::REPLACEMENT_CHARACTER);
    best_reading(field, unfolded, read, spoilt).unwrap_or_else(|| unfolded.to_owned())
}

/// The mailboxes in an address header, groups opened.
pub(crate) fn mailboxes(field: &Field<'_>) -> Vec<Mailbox> {
    let unfolded = field.unfolded();
    let spoilt = |list: &Vec<Mailbox>| {
        list.iter()
            .filter_map(|one| one.name.as_deref())
            .any(|name| name.contains(char::REPLACEMENT_CHARACTER))
    };
    best_reading(field, unfolded, |line| Some(mailboxes_in(line)), spoilt).unwrap_or_default()
}

/// Reads a field's bytes as they are if they are not UTF-8 but have encoded words, and else, or if that spoils them, as text.
fn best_reading<T>(
    field: &Field<'_>,
    unfolded: &str,
    read: impl Fn(&[u8]) -> Option<T>,
    spoilt: impl Fn(&T) -> bool,
) -> Option<T> {
    if unfolded.contains("=?") && !unfolded.is_ascii() && std::str::from_utf8(field.bytes).is_err() {
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
    let mailbox = |one: &mail_parser::Addr<'_>| {
        let name = one.name.as_deref().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
        let address = one.address.as_deref().map(|a| a.trim_matches(['<', '>', ' ']).to_owned());
        match (name, address) {
            (name, Some(address)) if !address.is_empty() => Some(Mailbox { name, address }),
            // Some programs write the bare name where the address should be.
            (Some(name), _) => Some(Mailbox { name: Some(name), address: String::new() }),
            _ => None,
        }
    };
    list.iter().filter_map(mailbox).collect()
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
