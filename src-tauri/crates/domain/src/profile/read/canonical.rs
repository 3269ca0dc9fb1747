//! The content of a file, free of layout, for hashing.

use std::fmt::Write;

use sha2::{Digest, Sha256};
use toml::de::{DeTable, DeValue};

/// Writes a table with its keys in order; strings are written with their length, so that no two contents look alike.
pub(crate) fn write_canonical(table: &DeTable<'_>, out: &mut String) {
    let mut keys: Vec<_> = table.iter().collect();
    keys.sort_by(|(a, _), (b, _)| a.get_ref().cmp(b.get_ref()));
    out.push('{');
    for (key, value) in keys {
        text(key.get_ref(), out);
        value_of(value.get_ref(), out);
    }
    out.push('}');
}

fn value_of(value: &DeValue<'_>, out: &mut String) {
    match value {
        DeValue::String(string) => text(string, out),
        DeValue::Integer(number) => scalar('i', number.as_str(), out),
        DeValue::Float(number) => scalar('f', number.as_str(), out),
        DeValue::Boolean(known) => scalar('b', if *known { "1" } else { "0" }, out),
        DeValue::Datetime(date) => scalar('d', &date.to_string(), out),
        DeValue::Array(items) => {
            out.push('[');
            for item in items.iter() {
                value_of(item.get_ref(), out);
            }
            out.push(']');
        }
        DeValue::Table(table) => write_canonical(table, out),
    }
}

fn text(string: &str, out: &mut String) {
    scalar('s', string, out);
}

fn scalar(kind: char, string: &str, out: &mut String) {
    // Writing to a String cannot fail.
    let _ = write!(out, "{kind}{}:{string}", string.len());
}

/// SHA-256 of a text, lower-case hex.
pub(crate) fn hex_sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
