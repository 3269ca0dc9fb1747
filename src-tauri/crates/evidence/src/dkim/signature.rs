//! A `DKIM-Signature` header taken apart into its tags (RFC 6376 3.2).

use std::{borrow::Cow, collections::BTreeSet};

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
    tags: Vec<Tag<'a>>,
    algorithm: String,
    signed_headers: Vec<String>,
}

/// The name and the value of a tag.
type Tag<'t> = (Cow<'t, str>, Cow<'t, str>);

impl<'a> Signature<'a> {
    /// A tag's value without blanks; empty if it is not there.
    pub(super) fn tag(&self, name: &str) -> &str {
        value_of_tag(&self.tags, name)
    }

    pub(super) fn algorithm(&self) -> &str {
        &self.algorithm
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
        self.tags.iter().map(|(name, _)| name.as_ref()).find(|name| !seen.insert(*name))
    }

    pub(super) fn signed_headers(&self) -> &[String] {
        &self.signed_headers
    }

    /// Reads the tags of a field; what is asked for again and again is worked out here.
    fn read(field: &'a [u8]) -> Self {
        let value = crate::mail::value_of(field);
        let tags = match std::str::from_utf8(value) {
            Ok(list) => tags(list).collect(),
            Err(_) => {
                let owned = |(name, value): Tag<'_>| (name.into_owned().into(), value.into_owned().into());
                tags(&text_of(value).0).map(owned).collect::<Vec<Tag<'a>>>()
            }
        };
        let algorithm = value_of_tag(&tags, "a").to_ascii_lowercase();
        let names = value_of_tag(&tags, "h").split(':').filter(|name| !name.is_empty());
        let signed_headers = names.take(NAMES).map(str::to_ascii_lowercase).collect();
        Self { field, tags, algorithm, signed_headers }
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
    fields.iter().filter(named).take(SIGNATURES).map(|field| Signature::read(field)).collect()
}

/// The value of the first tag of this name; empty if there is none.
fn value_of_tag<'t>(tags: &'t [Tag<'_>], name: &str) -> &'t str {
    tags.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
}

/// The `name=value` pairs of a tag list, blanks inside values dropped.
pub(super) fn tags(list: &str) -> impl Iterator<Item = Tag<'_>> {
    list.split(';')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (Cow::Borrowed(name.trim()), without_blanks(value.trim())))
}

fn without_blanks(value: &str) -> Cow<'_, str> {
    if !value.contains(char::is_whitespace) {
        return Cow::Borrowed(value);
    }
    let mut plain = value.to_owned();
    plain.retain(|c| !c.is_whitespace());
    Cow::Owned(plain)
}
