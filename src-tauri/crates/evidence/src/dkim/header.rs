//! The header fields that a signature covers, in canonical form (RFC 6376 3.4.1, 3.4.2 and 5.4.2).

use super::{
    body::with_crlf,
    signature::{Canon, Signature},
};
use crate::mail::{Line, lines, name_of};

/// Header fields of a message that are looked at.
const FIELDS: usize = 20_000;

/// The bytes that were signed: the covered fields, then the signature's own field with an empty `b=`.
pub(super) fn signed_bytes(message: &[u8], signature: &Signature<'_>, canon: Canon) -> Vec<u8> {
    let mut fields: Vec<(String, &[u8], bool)> = lines(message)
        .filter_map(|line| match line {
            Line::Field(field) => Some((name_of(field).to_ascii_lowercase(), field, false)),
            _ => None,
        })
        .take(FIELDS)
        .collect();
    let mut out = Vec::new();
    for name in signature.signed_headers() {
        // Repeated fields are taken from the bottom up; a name that is listed once too often stands for nothing.
        if let Some(field) = fields.iter_mut().rev().find(|(known, _, used)| known == name && !used) {
            field.2 = true;
            out.extend(canonical(field.1, canon));
        }
    }
    let own = canonical(&without_value(signature.field), canon);
    out.extend_from_slice(own.strip_suffix(b"\r\n").unwrap_or(&own));
    out
}

fn canonical(field: &[u8], canon: Canon) -> Vec<u8> {
    let wire = with_crlf(field);
    let wire = wire.strip_suffix(b"\r\n").unwrap_or(&wire);
    if canon == Canon::Simple {
        return [wire, b"\r\n"].concat();
    }
    let colon = memchr::memchr(b':', wire).unwrap_or(wire.len());
    let (name, value) = wire.split_at(colon);
    let mut out = name.trim_ascii().to_ascii_lowercase();
    out.push(b':');
    let start = out.len();
    let mut blank = false;
    for &byte in value.get(1..).unwrap_or_default() {
        match byte {
            b'\r' | b'\n' => {}
            b' ' | b'\t' => blank = true,
            _ => {
                if std::mem::take(&mut blank) && out.len() > start {
                    out.push(b' ');
                }
                out.push(byte);
            }
        }
    }
    out.extend_from_slice(b"\r\n");
    out
}

/// The signature's field with everything between `b=` and the next `;` taken out, nothing else touched.
fn without_value(field: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(field.len());
    let colon = memchr::memchr(b':', field).map_or(0, |at| at + 1);
    let (name, list) = field.split_at(colon.min(field.len()));
    out.extend_from_slice(name);
    for (index, tag) in list.split(|&byte| byte == b';').enumerate() {
        if index > 0 {
            out.push(b';');
        }
        let equals = memchr::memchr(b'=', tag);
        match equals {
            Some(at) if tag.get(..at).is_some_and(|key| key.trim_ascii() == b"b") => {
                out.extend_from_slice(tag.get(..=at).unwrap_or_default());
            }
            _ => out.extend_from_slice(tag),
        }
    }
    out
}
