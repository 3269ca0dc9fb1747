//! The path a message took: `Received` headers, oldest first, with the time between them.

use serde::{Deserialize, Serialize};

use super::value::MailDate;

/// One server that took the message on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hop {
    /// The header as written.
    pub raw: String,
    /// The server it came from, as the receiving server saw it.
    pub from: Option<String>,
    /// The server that received it.
    pub by: Option<String>,
    /// The protocol, for example `ESMTPS`.
    pub with: Option<String>,
    /// The recipient that the server was told.
    pub for_address: Option<String>,
    /// When it was received.
    pub date: MailDate,
    /// Seconds since the hop before it (for the first hop: since the message's own date).
    pub seconds_since_previous: Option<i64>,
    /// Whether it arrived before it left: a wrong clock, or a line that was put in.
    pub negative: bool,
}

/// Hops from `Received` values in file order (newest first), returned oldest first.
pub(crate) fn path(newest_first: &[&str], sent: Option<i64>) -> Vec<Hop> {
    let mut previous = sent;
    newest_first
        .iter()
        .rev()
        .map(|value| {
            let mut hop = read(value);
            let since = hop.date.seconds.zip(previous).map(|(now, before)| now.saturating_sub(before));
            hop.seconds_since_previous = since;
            hop.negative = since.is_some_and(|seconds| seconds < 0);
            previous = hop.date.seconds.or(previous);
            hop
        })
        .collect()
}

/// The server that a `Received` value names as the one that received the message.
pub(super) fn read_by(raw: &str) -> Option<String> {
    let unfolded: String = raw.split(['\r', '\n']).collect();
    let route = top_level_semicolon(&unfolded).and_then(|at| unfolded.get(..at)).unwrap_or(&unfolded);
    clauses(route).into_iter().find(|(key, _)| *key == "by").map(|(_, value)| value)
}

fn read(raw: &str) -> Hop {
    let (route, date) = match top_level_semicolon(raw) {
        Some(at) => (raw.get(..at).unwrap_or_default(), raw.get(at + 1..).unwrap_or_default()),
        None => (raw, ""),
    };
    let mut clauses = clauses(route);
    let mut clause =
        |name: &str| clauses.iter_mut().find(|(key, _)| *key == name).map(|(_, value)| std::mem::take(value));
    Hop {
        raw: raw.to_owned(),
        from: clause("from"),
        by: clause("by"),
        with: clause("with"),
        for_address: clause("for").map(|value| {
            let address = value.split_whitespace().next().unwrap_or_default();
            address.trim_matches(['<', '>']).to_owned()
        }),
        date: MailDate::read(date),
        seconds_since_previous: None,
        negative: false,
    }
}

fn top_level_semicolon(value: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut last = None;
    for (at, byte) in value.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            b';' if depth == 0 => last = Some(at),
            _ => {}
        }
    }
    last
}

/// Words that begin a clause.
const KEYS: [&str; 6] = ["from", "by", "with", "id", "for", "via"];

/// The `from … by … with … for …` clauses in front of the date; comments stay with the clause they follow.
fn clauses(route: &str) -> Vec<(&'static str, String)> {
    let mut found: Vec<(&str, String)> = Vec::with_capacity(KEYS.len());
    let mut depth = 0_usize;
    for word in route.split_whitespace() {
        let key = KEYS.into_iter().find(|key| depth == 0 && word.eq_ignore_ascii_case(key));
        if let Some(key) = key {
            found.push((key, String::new()));
        } else if let Some((_, value)) = found.last_mut() {
            if !value.is_empty() {
                value.push(' ');
            }
            value.push_str(word);
        }
        let count = |mark: u8| word.bytes().filter(|&byte| byte == mark).count();
        depth = depth.saturating_add(count(b'(')).saturating_sub(count(b')'));
    }
    found.retain(|(_, value)| !value.is_empty());
    found
}
