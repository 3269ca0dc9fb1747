//! The message inside the file: wrappers that mail programs put around it are taken off, nothing else is changed.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::field::{Line, lines, name_bytes};
use crate::shape::Shape;

/// Headers of which one is enough, beside a first line that is a header, to call a text an email.
const STRONG: &[&str] = &[
    "received",
    "message-id",
    "mime-version",
    "return-path",
    "delivered-to",
    "dkim-signature",
    "content-type",
    "authentication-results",
    "x-mailer",
    "x-original-to",
    "envelope-to",
    "arc-seal",
    "resent-from",
    "content-transfer-encoding",
    "x-received",
    "user-agent",
];

/// How the lines of a message end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineEndings {
    /// As on the wire.
    Crlf,
    /// As saved on Unix or macOS; put back to CRLF before a body hash is computed (RFC 6376 5.3).
    Lf,
    /// As saved on an old Macintosh.
    Cr,
    /// Some one way, some another.
    Mixed,
    /// There is only one line.
    None,
}

impl LineEndings {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let all = memchr::memchr_iter(b'\n', bytes).count();
        let crlf = crlf_count(bytes);
        let lf = all - crlf;
        match (crlf, lf) {
            (0, 0) if memchr::memchr(b'\r', bytes).is_some() => Self::Cr,
            (0, 0) => Self::None,
            (0, _) => Self::Lf,
            (_, 0) => Self::Crlf,
            _ => Self::Mixed,
        }
    }
}

/// How many line feeds have a carriage return before them; in pieces so short that a byte counts each, which is quick.
fn crlf_count(bytes: &[u8]) -> usize {
    let after = bytes.get(1..).unwrap_or_default();
    let pieces = bytes.chunks(255).zip(after.chunks(255));
    let count = |(before, after): (&[u8], &[u8])| {
        let pairs = before.iter().zip(after);
        usize::from(pairs.fold(0_u8, |n, (&a, &b)| n + (u8::from(a == b'\r') & u8::from(b == b'\n'))))
    };
    pieces.map(count).sum()
}

/// Whether a file is text in UTF-16, which no mail is on its way.
pub(crate) fn is_recoded(bytes: &[u8]) -> bool {
    matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..])
}

/// The letters of a file in UTF-16.
fn recoded(bytes: &[u8]) -> Option<String> {
    let unit = match bytes {
        [0xFF, 0xFE, ..] => u16::from_le_bytes,
        [0xFE, 0xFF, ..] => u16::from_be_bytes,
        _ => return None,
    };
    let units = bytes.get(2..)?.chunks_exact(2).filter_map(|pair| pair.try_into().ok()).map(unit);
    Some(char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

/// The message's own bytes: without an Apple Mail envelope, a byte order mark, leading blank lines and a mailbox `From ` line.
pub(super) fn message_bytes(bytes: &[u8]) -> Cow<'_, [u8]> {
    if let Some(text) = recoded(bytes) {
        return Cow::Owned(message_bytes(text.as_bytes()).into_owned());
    }
    let mut rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Some(inner) = apple_mail(rest) {
        rest = inner;
    }
    loop {
        let trimmed = rest.trim_ascii_start();
        let mbox = trimmed.strip_prefix(b">").unwrap_or(trimmed);
        // "From :" is an old way to write the header.
        let separator =
            mbox.strip_prefix(b"From ").is_some_and(|after| !after.trim_ascii_start().starts_with(b":"));
        if separator {
            let end = memchr::memchr2(b'\n', b'\r', mbox).map_or(mbox.len(), |p| p + 1);
            rest = mbox.get(end..).unwrap_or_default();
        } else {
            rest = trimmed;
            break;
        }
    }
    // A line feed at the very end was put there by an editor or a copy.
    let first = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
    let before = rest.get(..first.saturating_sub(1)).unwrap_or_default();
    if first + 1 >= rest.len() && memchr::memchr(b'\r', before).is_some() {
        return Cow::Owned(rest.iter().map(|&byte| if byte == b'\r' { b'\n' } else { byte }).collect());
    }
    Cow::Borrowed(rest)
}

/// Whether a file is a message byte for byte, with nothing around it.
pub(crate) fn is_bare(bytes: &[u8]) -> bool {
    matches!(message_bytes(bytes), Cow::Borrowed(message) if message.len() == bytes.len())
}

/// An `.emlx` begins with the message's length in bytes on a line of its own; a property list follows the message.
fn apple_mail(bytes: &[u8]) -> Option<&[u8]> {
    let end = memchr::memchr(b'\n', bytes.get(..32).unwrap_or(bytes))?;
    let first = std::str::from_utf8(bytes.get(..end)?).ok()?.trim();
    if first.is_empty() || !first.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let length: usize = first.parse().ok()?;
    let rest = bytes.get(end + 1..)?;
    let ends = |after: &[u8]| {
        let after = after.trim_ascii_start();
        after.is_empty() || after.starts_with(b"<?xml") || after.starts_with(b"<plist")
    };
    Some(match rest.split_at_checked(length) {
        Some((message, after)) if ends(after) => message,
        // A length that is wrong must not cost the message its end.
        _ => memchr::memmem::rfind(rest, b"<?xml").and_then(|end| rest.get(..end)).unwrap_or(rest),
    })
}

/// Whether these first bytes of a file are those of a message with headers.
///
/// Text that a mail program printed or saved (`From:`, `Sent:`, `To:`, `Subject:`) is not: it lost its real headers.
pub(crate) fn looks_like_mail(head: &[u8]) -> bool {
    let source = message_bytes(head);
    let mut names: Vec<&[u8]> = Vec::new();
    let (mut ends, mut clean, mut addressed) = (false, true, false);
    for line in lines(&source).take(200) {
        match line {
            Line::End => {
                ends = true;
                break;
            }
            Line::Field(field) => {
                let name = name_bytes(field);
                if STRONG.iter().any(|strong| name.eq_ignore_ascii_case(strong.as_bytes())) {
                    return true;
                }
                addressed |= name.eq_ignore_ascii_case(b"from") && field.contains(&b'@');
                names.push(name);
            }
            Line::Other if names.is_empty() => return false,
            Line::Other => clean = false,
        }
    }
    let has = |name: &str| names.iter().any(|known| known.eq_ignore_ascii_case(name.as_bytes()));
    let printed = has("sent") && !has("date");
    // A sender, or a subject right above an empty line, needs nothing else beside it.
    let alone = clean && (addressed || (has("subject") && ends));
    let together = has("from") && (has("date") || has("subject") || has("to"));
    !printed && (alone || together || (has("subject") && has("date") && ends))
}

/// Which of the shapes of mail a file is, given that it is mail.
pub(crate) fn mail_shape(head: &[u8]) -> Shape {
    let bare = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    if apple_mail(bare).is_some() {
        return Shape::Emlx;
    }
    let source = message_bytes(head);
    if memchr::memmem::find(&source, b"Snapshot-Content-Location:").is_some()
        || memchr::memmem::find(&source, b"From: <Saved by ").is_some()
    {
        return Shape::Mhtml;
    }
    Shape::Eml
}
