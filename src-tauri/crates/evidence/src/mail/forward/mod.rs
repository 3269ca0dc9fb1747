//! Mail forwarded inline: the words of the older message, taken out of the newer one.
//!
//! Only words survive an inline forward: its headers are typed text, so it proves less than an original (evidence.md 5.1,
//! tier 3).

mod day;
mod words;

use serde::{Deserialize, Serialize};

use words::{Key, key, mark};

/// Forwards looked for in one text.
const FORWARDS: usize = 8;
/// Bytes of forwarded text after which no further forward is looked for: each one holds those inside it once more.
const TEXTS: usize = 2 * 1024 * 1024;
/// Lines at which a forward may begin that are tried in one text.
const TRIES: usize = 1_000;
/// Lines that a header block may have; a list of recipients can be long.
const BLOCK: usize = 60;
/// Lines after a mark in which its header block must begin.
const GAP: usize = 4;

/// The mail program whose way of forwarding a text shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ForwardStyle {
    /// `---------- Forwarded message ---------`
    Gmail,
    /// `-----Original Message-----`, or a bare `From: / Sent: / To: / Subject:` block.
    Outlook,
    /// `Begin forwarded message:`
    Apple,
    /// `----- Forwarded Message -----`
    Yahoo,
    /// `-------- Forwarded Message --------`
    Thunderbird,
}

/// A message forwarded as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InlineForward {
    /// Whose way of forwarding it is.
    pub style: ForwardStyle,
    /// The sender, as typed.
    pub from: Option<String>,
    /// The recipients, as typed.
    pub to: Option<String>,
    /// The date, as typed.
    pub date_raw: Option<String>,
    /// The day the typed date names, `2021-11-03`, unless the first of its numbers may be the month.
    pub day: Option<String>,
    /// The subject, as typed.
    pub subject: Option<String>,
    /// The text after the block, out of its `>` quoting.
    pub text: String,
}

/// Whether a page may hold a forward: a quick look that spares most pages the long one.
pub(super) fn may_hold_forward(page: &str) -> bool {
    words::SUBJECTS.iter().any(|word| memchr::memmem::find(page.as_bytes(), word.as_bytes()).is_some())
}

/// The forwards in a text, outermost first; an inner forward's text is also the end of the outer one's.
pub fn inline_forwards(text: &str) -> Vec<InlineForward> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found: Vec<InlineForward> = Vec::new();
    let mut at = 0;
    let (mut tries, mut kept) = (0, 0);
    while at < lines.len() && found.len() < FORWARDS && tries < TRIES && kept < TEXTS {
        if !lines.get(at).is_some_and(|line| begins(line)) {
            at += 1;
            continue;
        }
        tries += 1;
        let Some((forward, end)) = forward_at(&lines, at) else {
            at += 1;
            continue;
        };
        kept += forward.text.len();
        found.push(forward);
        at = end.max(at + 1);
    }
    found
}

/// Whether a line may begin a forward.
fn begins(line: &str) -> bool {
    let line = unquoted(line);
    // Most lines are words: a mark begins with dashes or ends with a colon, and a key has one.
    let words = line.bytes().next().is_none_or(|first| first.is_ascii_alphanumeric());
    if words && memchr::memchr(b':', line.as_bytes()).is_none() {
        return false;
    }
    mark(line).is_some() || key(line).is_some_and(|(name, _)| matches!(name, Key::From | Key::Sent))
}

fn forward_at(lines: &[&str], at: usize) -> Option<(InlineForward, usize)> {
    let first = *lines.get(at)?;
    let style = mark(unquoted(first));
    let mut next = at;
    let mut depth = depth(first);
    if style.is_some() {
        next += 1;
        next += lines.iter().skip(next).take(GAP).take_while(|line| unquoted(line).trim().is_empty()).count();
    }
    let mut forward = InlineForward {
        style: style.unwrap_or(ForwardStyle::Outlook),
        from: None,
        to: None,
        date_raw: None,
        day: None,
        subject: None,
        text: String::new(),
    };
    let mut sent = false;
    let mut keys = 0;
    let mut last: Option<Key> = None;
    let block = next;
    while let Some(line) = lines.get(next).filter(|_| next < block.saturating_add(BLOCK)) {
        let plain = unquoted(line);
        if let Some((name, value)) = key(plain) {
            keys += 1;
            sent |= name == Key::Sent;
            depth = depth.max(self::depth(line));
            let slot = match name {
                Key::From => &mut forward.from,
                Key::To => &mut forward.to,
                Key::Date | Key::Sent => &mut forward.date_raw,
                Key::Subject => &mut forward.subject,
                Key::Cc | Key::Other => &mut None,
            };
            slot.get_or_insert(value);
            last = Some(name);
        } else if !plain.trim().is_empty()
            && let Some(name @ (Key::To | Key::Cc | Key::Subject)) = last
            && keys < 6
            && wraps(lines, next)
        {
            // A long list of recipients runs over several lines.
            let slot = if name == Key::To { &mut forward.to } else { &mut forward.subject };
            if name != Key::Cc
                && let Some(value) = slot
            {
                value.push(' ');
                value.push_str(plain.trim());
            }
        } else {
            break;
        }
        next += 1;
    }
    // A block of its own, without a mark, must be whole: any letter may hold a line "From: …".
    let known = forward.from.is_some() && forward.date_raw.is_some() && forward.subject.is_some();
    let whole = known && (sent || forward.to.is_some()) && next > block + 2;
    if keys < 2 || !(style.is_some() || whole) {
        return None;
    }
    forward.day = forward.date_raw.as_deref().and_then(day::day);
    forward.text = body(lines.get(next..).unwrap_or_default(), depth);
    Some((forward, next))
}

/// Whether the block goes on with another key after the line at `at`.
fn wraps(lines: &[&str], at: usize) -> bool {
    lines.iter().skip(at + 1).take(2).any(|line| key(unquoted(line)).is_some())
}

fn unquoted(line: &str) -> &str {
    let mut rest = line.trim_start();
    while let Some(inner) = rest.strip_prefix('>') {
        rest = inner.strip_prefix(' ').unwrap_or(inner);
    }
    rest
}

/// How many times a line is quoted.
fn depth(line: &str) -> usize {
    line.chars().take_while(|&c| c == '>' || c.is_whitespace()).filter(|&c| c == '>').count()
}

/// The text after the block, out of the quoting that the block itself stands in, or, if that is none, out of one level that
/// every line has. What the person who forwarded it wrote below it, unquoted, is not part of it.
fn body(lines: &[&str], depth: usize) -> String {
    let quoted = |line: &&str| line.trim().is_empty() || self::depth(line) > 0;
    let depth = if depth == 0 && lines.iter().all(quoted) { 1 } else { depth };
    let end = lines.iter().rposition(|line| self::depth(line) >= depth && !line.trim().is_empty());
    let lines = lines.get(..end.map_or(0, |end| end + 1)).unwrap_or_default();
    let plain = lines.iter().map(|line| {
        let mut inner = *line;
        for _ in 0..depth {
            let Some(rest) = inner.trim_start().strip_prefix('>') else { break };
            inner = rest.strip_prefix(' ').unwrap_or(rest);
        }
        inner
    });
    plain.collect::<Vec<_>>().join("\n").trim_matches('\n').trim_end().to_owned()
}
