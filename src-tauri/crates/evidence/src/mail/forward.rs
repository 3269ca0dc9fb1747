//! Mail forwarded inline: the words of the older message, taken out of the newer one.
//!
//! Only words survive an inline forward: its headers are typed text, so it proves less than an original (evidence.md 5.1,
//! tier 3).

use serde::{Deserialize, Serialize};

/// Forwards looked for in one text.
const FORWARDS: usize = 8;
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
    /// The day the typed date names, `2021-11-03`, where its month is a word; a numeric date stays unread.
    pub day: Option<String>,
    /// The subject, as typed.
    pub subject: Option<String>,
    /// The text after the block, out of its `>` quoting.
    pub text: String,
}

/// The forwards in a text, outermost first; an inner forward's text is also the end of the outer one's.
pub fn inline_forwards(text: &str) -> Vec<InlineForward> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found: Vec<InlineForward> = Vec::new();
    let mut at = 0;
    let mut tries = 0;
    while at < lines.len() && found.len() < FORWARDS && tries < TRIES {
        if !lines.get(at).is_some_and(|line| begins(line)) {
            at += 1;
            continue;
        }
        tries += 1;
        let Some((forward, end)) = forward_at(&lines, at) else {
            at += 1;
            continue;
        };
        found.push(forward);
        at = end.max(at + 1);
    }
    found
}

/// Whether a line may begin a forward.
fn begins(line: &str) -> bool {
    let line = unquoted(line);
    mark(line.trim()).is_some() || key(line).is_some_and(|(name, _)| name == "from")
}

fn forward_at(lines: &[&str], at: usize) -> Option<(InlineForward, usize)> {
    let first = unquoted(lines.get(at)?);
    let (style, mut next) = match mark(first.trim()) {
        Some(style) => (style, at + 1),
        None if key(first).is_some_and(|(key, _)| key == "from") => (ForwardStyle::Outlook, at),
        None => return None,
    };
    let marked = next > at;
    let skip = lines.iter().skip(next).take(GAP).take_while(|line| unquoted(line).trim().is_empty()).count();
    if marked {
        next += skip;
    }
    let mut forward = InlineForward {
        style,
        from: None,
        to: None,
        date_raw: None,
        day: None,
        subject: None,
        text: String::new(),
    };
    let mut sent = false;
    let mut keys = 0;
    let mut last: Option<&str> = None;
    let block_end = next.saturating_add(BLOCK);
    while let Some(line) = lines.get(next).filter(|_| next < block_end).map(|line| unquoted(line)) {
        if let Some((name, value)) = key(line) {
            keys += 1;
            sent |= name == "sent";
            let slot = match name {
                "from" => &mut forward.from,
                "to" => &mut forward.to,
                "date" | "sent" => &mut forward.date_raw,
                "subject" => &mut forward.subject,
                _ => &mut None,
            };
            slot.get_or_insert(value);
            last = Some(name);
        } else if !line.trim().is_empty()
            && last.is_some_and(|name| matches!(name, "to" | "cc" | "subject"))
            && keys < 6
            && wraps(lines, next)
        {
            // A long list of recipients runs over several lines.
            let slot = if last == Some("to") { &mut forward.to } else { &mut forward.subject };
            if last != Some("cc")
                && let Some(value) = slot
            {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else {
            break;
        }
        next += 1;
    }
    // A block of its own, without a mark, must be whole: any letter may hold a line "From: …".
    let whole = forward.from.is_some() && forward.date_raw.is_some() && forward.subject.is_some() && sent;
    if keys < 2 || !(marked || whole) {
        return None;
    }
    forward.day = forward.date_raw.as_deref().and_then(day);
    forward.text = body(lines.get(next..).unwrap_or_default());
    Some((forward, next))
}

/// Whether the block goes on with another key after the line at `at`.
fn wraps(lines: &[&str], at: usize) -> bool {
    lines.iter().skip(at + 1).take(2).any(|line| key(unquoted(line)).is_some())
}

fn mark(line: &str) -> Option<ForwardStyle> {
    if line.eq_ignore_ascii_case("begin forwarded message:") {
        return Some(ForwardStyle::Apple);
    }
    let words = line.trim_matches('-');
    let dashes = line.len() - line.trim_start_matches('-').len();
    if dashes < 2 || words.len() == line.len() {
        return None;
    }
    match words.trim() {
        "Forwarded message" => Some(ForwardStyle::Gmail),
        "Original Message" | "Original message" | "Original Appointment" => Some(ForwardStyle::Outlook),
        "Forwarded Message" if dashes > 5 => Some(ForwardStyle::Thunderbird),
        "Forwarded Message" => Some(ForwardStyle::Yahoo),
        _ => None,
    }
}

/// The key of a header line as mail programs type it, with its value; bold marks are taken off.
fn key(line: &str) -> Option<(&'static str, String)> {
    let plain = line.trim().trim_start_matches('*');
    let (name, value) = plain.split_once(':')?;
    let name = name.trim().trim_end_matches('*').trim();
    let known =
        ["from", "to", "cc", "bcc", "date", "sent", "subject", "reply-to", "importance", "attachments"];
    let name = known.into_iter().find(|known| name.eq_ignore_ascii_case(known))?;
    let value = value.trim().trim_start_matches('*').trim();
    let value =
        if value.contains("**") || value.ends_with('*') { value.replace('*', "") } else { value.to_owned() };
    Some((name, value.trim().to_owned()))
}

fn unquoted(line: &str) -> &str {
    let mut rest = line.trim_start();
    while let Some(inner) = rest.strip_prefix('>') {
        rest = inner.strip_prefix(' ').unwrap_or(inner);
    }
    rest
}

/// The text after the block; one level of quoting is taken off if every line that is not empty has it.
fn body(lines: &[&str]) -> String {
    let quoted = lines.iter().all(|line| line.trim().is_empty() || line.trim_start().starts_with('>'));
    let plain = lines.iter().map(|line| {
        let inner = if quoted { line.trim_start().strip_prefix('>') } else { None };
        inner.map_or(*line, |inner| inner.strip_prefix(' ').unwrap_or(inner))
    });
    plain.collect::<Vec<_>>().join("\n").trim_matches('\n').trim_end().to_owned()
}

/// The day that a typed date names, where the month is a word: "Wed, 3 Nov 2021 at 15:12", "November 3, 2021".
fn day(raw: &str) -> Option<String> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let words: Vec<&str> =
        raw.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let month_of = |word: &&str| {
        let start = word.get(..3)?.to_ascii_lowercase();
        word.bytes().all(|byte| byte.is_ascii_alphabetic()).then_some(())?;
        MONTHS.iter().position(|month| *month == start)
    };
    let at = words.iter().position(|word| month_of(word).is_some())?;
    let month = words.get(at).and_then(month_of)? + 1;
    let number = |word: &&str| {
        let digits = word.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']);
        digits.parse::<i16>().ok().filter(|day| digits.len() <= 2 && (1..=31).contains(day))
    };
    let before = at.checked_sub(1).and_then(|before| words.get(before)).and_then(number);
    let day = before.or_else(|| words.get(at + 1).and_then(number))?;
    let year: i16 = words.iter().skip(at + 1).find(|word| word.len() == 4)?.parse().ok()?;
    let date = jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(date.to_string())
}
