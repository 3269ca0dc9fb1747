//! A `DKIM-Signature` header taken apart into its tags (RFC 6376 3.2).

use std::collections::BTreeSet;

use crate::mail::{Line, lines, name_bytes, text_of};

/// Signatures read of one message.
const SIGNATURES: usize = 8;
/// Signed header names read of one signature.
const NAMES: usize = 512;

/// How a header or body is simplified before it is hashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Canon {
    Simple,
    Relaxed,
}

/// One signature, over the bytes of its header.
#[derive(Debug)]
pub(super) struct Signature<'a> {
    pub(super) field: &'a [u8],
    tags: Vec<(String, String)>,
}

impl Signature<'_> {
    /// A tag's value without blanks; empty if it is not there.
    pub(super) fn tag(&self, name: &str) -> &str {
        self.tags.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
    }

    pub(super) fn algorithm(&self) -> String {
        self.tag("a").to_ascii_lowercase()
    }

    pub(super) fn canonicalisation(&self) -> String {
        let written = self.tag("c").to_ascii_lowercase();
        match (written.as_str(), written.contains('/')) {
            ("", _) => "simple/simple".to_owned(),
            (_, false) => format!("{written}/simple"),
            (_, true) => written,
        }
    }

    /// How header and body were simplified; `None` if that is written in an unknown way.
    pub(super) fn canons(&self) -> Option<(Canon, Canon)> {
        let one = |name: &str| match name {
            "simple" => Some(Canon::Simple),
            "relaxed" => Some(Canon::Relaxed),
            _ => None,
        };
        let written = self.canonicalisation();
        let (header, body) = written.split_once('/')?;
        one(header).zip(one(body))
    }

    pub(super) fn body_length(&self) -> Option<u64> {
        self.tag("l").parse().ok()
    }

    /// A tag that holds seconds since 1970.
    pub(super) fn time(&self, name: &str) -> Option<i64> {
        self.tag(name).parse().ok()
    }

    /// A tag that stands there more than once (RFC 6376 3.2 forbids it).
    pub(super) fn repeated(&self) -> Option<&str> {
        let mut seen = BTreeSet::new();
        self.tags.iter().map(|(name, _)| name.as_str()).find(|name| !seen.insert(*name))
    }

    pub(super) fn signed_headers(&self) -> Vec<String> {
        let names = self.tag("h").to_ascii_lowercase();
        names.split(':').filter(|name| !name.is_empty()).take(NAMES).map(str::to_owned).collect()
    }
}

/// The fields of a message's header, in file order.
pub(crate) fn fields(message: &[u8]) -> Vec<&[u8]> {
    let field = |line| match line {
        Line::Field(field) => Some(field),
        _ => None,
    };
    lines(message).filter_map(field).collect()
}

/// The signatures among the fields of a header, in file order.
pub(super) fn signatures<'a>(fields: &[&'a [u8]]) -> Vec<Signature<'a>> {
    tagged(fields, "dkim-signature")
}

/// The fields of one name that hold tag lists, in file order.
pub(super) fn tagged<'a>(fields: &[&'a [u8]], name: &str) -> Vec<Signature<'a>> {
    let named = |field: &&&[u8]| name_bytes(field).eq_ignore_ascii_case(name.as_bytes());
    let read = |field: &&'a [u8]| Signature { field, tags: tags(&text_of(crate::mail::value_of(field)).0) };
    fields.iter().filter(named).take(SIGNATURES).map(read).collect()
}

/// The `name=value` pairs of a tag list, blanks inside values dropped.
pub(super) fn tags(list: &str) -> Vec<(String, String)> {
    list.split(';')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (name.trim().to_owned(), without_blanks(value)))
        .collect()
}

fn without_blanks(value: &str) -> String {
    let mut plain = value.to_owned();
    plain.retain(|c| !c.is_whitespace());
    plain
}
