//! The line that begins each message of a mailbox file: `From asha@example.com Wed Nov  3 15:42:12 2021` (RFC 4155).
//!
//! Mail programs disagree about what follows `From `, and some leave lines of letters that begin alike unescaped, so a line
//! is judged together with the lines around it.

use crate::mail::{Line, lines, name_of};

/// Fields of which one must follow a `From ` line that shows no date.
const FIRST_FIELDS: &[&str] = &[
    "return-path",
    "received",
    "delivered-to",
    "from",
    "date",
    "message-id",
    "to",
    "subject",
    "mime-version",
    "content-type",
    "status",
    "x-mozilla-status",
    "x-gmail-labels",
    "x-gm-thrid",
    "x-original-to",
    "x-account-key",
    "x-uidl",
    "envelope-to",
    "dkim-signature",
    "authentication-results",
    "reply-to",
];

const MONTHS: [&[u8]; 12] =
    [b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec"];

/// Whether a message begins with `line`, given the bytes before it and the start of those after it.
pub(super) fn begins_message(before: &[u8], line: &[u8], after: &[u8]) -> bool {
    // "From :" is an old way to write the header.
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    if rest.trim_ascii_start().starts_with(b":") {
        return false;
    }
    let dated = is_dated(line);
    let field = match lines(after).next() {
        // A mailbox that was cut right after the line, or a message of which nothing is left.
        None | Some(Line::End) => return dated && follows_blank(before),
        Some(Line::Other) => None,
        Some(Line::Field(field)) => Some(name_of(field).to_ascii_lowercase()),
    };
    let known = field.as_deref().is_some_and(|name| FIRST_FIELDS.contains(&name) || name.starts_with("x-"));
    match (follows_blank(before), dated) {
        (true, true) => field.is_some() || is_exact(line) || is_second(after),
        (true, false) | (false, true) => known,
        // What Netscape and its heirs write, often without an empty line before it.
        (false, false) => rest.trim_ascii() == b"-" && known,
    }
}

/// Whether the line before is empty; a mail server that crashed may have left zero bytes on it.
fn follows_blank(before: &[u8]) -> bool {
    let line = match before {
        [] => return true,
        [rest @ .., b'\r', b'\n'] | [rest @ .., b'\n' | b'\r'] => rest,
        _ => return false,
    };
    let blank = line.iter().rev().take(4096).find(|byte| !matches!(byte, b' ' | b'\t' | 0 | b'\r'));
    blank.is_none_or(|&byte| byte == b'\n') || line.ends_with(b"\r")
}

/// Whether a `From ` line has the form that RFC 4155 gives it, so that nothing need be known of what follows.
fn is_exact(line: &[u8]) -> bool {
    let mut words = line.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()).skip(2);
    let weekday =
        words.next().is_some_and(|word| word.len() == 3 && word.iter().all(u8::is_ascii_alphabetic));
    let month = words.next().is_some_and(|word| MONTHS.iter().any(|month| word.eq_ignore_ascii_case(month)));
    let day = words.next().is_some_and(|word| word.len() <= 2 && word.iter().all(u8::is_ascii_digit));
    weekday && month && day
}

/// Some programs escape their own `From ` line once more; others write it twice.
fn is_second(after: &[u8]) -> bool {
    let end = memchr::memchr(b'\n', after).unwrap_or(after.len());
    let line = after.get(..end).unwrap_or_default();
    let line = line.strip_prefix(b">").unwrap_or(line);
    line.starts_with(b"From ") && is_dated(line)
}

/// Whether a `From ` line shows a date: a month, a time of day and a year, in any order.
pub(super) fn is_dated(line: &[u8]) -> bool {
    let words = || line.split(|byte| byte.is_ascii_whitespace() || *byte == b',').skip(1);
    let digits = |word: &[u8]| !word.is_empty() && word.iter().all(u8::is_ascii_digit);
    let time = words().any(|word| {
        let mut pieces = word.split(|&byte| byte == b':');
        let (hour, minute) = (pieces.next().unwrap_or_default(), pieces.next().unwrap_or_default());
        digits(hour) && digits(minute) && hour.len() <= 2 && minute.len() == 2
    });
    let year = words().any(|word| word.len() == 4 && digits(word));
    let month = words().any(|word| {
        word.get(..3).is_some_and(|start| MONTHS.iter().any(|month| start.eq_ignore_ascii_case(month)))
    });
    time && year && month
}
