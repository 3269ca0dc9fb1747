//! What the recipient's provider stamped on a message when it arrived (RFC 8601); a signal, not a proof (evidence.md 5.1).

use serde::{Deserialize, Serialize};

use super::value::without_comments;

/// Results kept of one header.
const RESULTS: usize = 64;

/// One `Authentication-Results` or `ARC-Authentication-Results` header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthenticationResults {
    /// The header as written.
    pub raw: String,
    /// The server that vouches for the results.
    pub authserv_id: String,
    /// The instance of an ARC header, `None` for a plain one.
    pub arc_instance: Option<u32>,
    /// What it says, method by method.
    pub results: Vec<MethodResult>,
}

/// One method's result, for example `dkim=pass header.d=party.example`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MethodResult {
    /// The method, lower case: `spf`, `dkim`, `dmarc`.
    pub method: String,
    /// Its result, lower case: `pass`, `fail`, `none`.
    pub result: String,
    /// Further properties, for example (`header.d`, `party.example`).
    pub properties: Vec<(String, String)>,
}

/// Reads one header value.
pub(crate) fn read(raw: &str) -> AuthenticationResults {
    let plain = without_comments(raw);
    let mut pieces = plain.split(';').map(str::trim).filter(|piece| !piece.is_empty()).peekable();
    let mut arc_instance = None;
    if let Some(instance) = pieces.peek().and_then(|first| first.strip_prefix("i=")) {
        arc_instance = instance.trim().parse().ok();
        pieces.next();
    }
    // Outlook.com leaves the server's name out and begins with a result.
    let named = pieces.peek().is_some_and(|first| !first.contains('='));
    let authserv_id = if named { pieces.next().and_then(|id| id.split_whitespace().next()) } else { None };
    AuthenticationResults {
        raw: raw.to_owned(),
        authserv_id: authserv_id.unwrap_or_default().to_owned(),
        arc_instance,
        results: pieces.take(RESULTS).filter_map(result).collect(),
    }
}

fn result(piece: &str) -> Option<MethodResult> {
    let mut pairs = piece.split_whitespace().filter_map(|word| word.split_once('='));
    let (method, result) = pairs.next()?;
    let method = method.split('/').next().unwrap_or(method);
    Some(MethodResult {
        method: method.to_ascii_lowercase(),
        result: result.to_ascii_lowercase(),
        properties: pairs
            .take(RESULTS)
            .map(|(key, value)| (key.to_ascii_lowercase(), value.trim_matches('"').to_owned()))
            .collect(),
    })
}
