//! DKIM in three separate answers: the body hash, the signature, and whether there is a key (`evidence.md` 5.2).

use jiff::{Timestamp, ZonedDateTime};
use joinder_evidence::{
    Adjustment, BodyHash, DkimFacts, DkimNote, Message, SignatureAnswer, key_name, verify_signature,
};
use serde::Serialize;

use super::key::Candidate;
use super::{InspectedDate, Keys, Lens};
use crate::clock::uk;

/// One DKIM signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedSignature {
    /// Its number, from 1, in file order.
    pub number: u32,
    /// The signing domain, `d=`.
    pub domain: String,
    /// The selector, `s=`.
    pub selector: String,
    /// The name at which its key was published.
    pub key_name: String,
    /// The algorithm, `a=`.
    pub algorithm: String,
    /// How header and body were simplified, `c=`, such as `relaxed/simple`.
    pub canonicalisation: String,
    /// The header fields that were signed, lower case.
    pub signed_headers: Vec<String>,
    /// When it was signed, `t=`; `null` when it does not say.
    pub signed_at: Option<InspectedDate>,
    /// When it ends, `x=`.
    pub expires_at: Option<InspectedDate>,
    /// First answer: whether the body is the one that was signed. It needs no key.
    pub body_hash: BodyHashReport,
    /// Second answer: whether the key made this signature over these headers.
    pub signature: SignatureReport,
    /// Third answer: whether there is a key to check with.
    pub key: KeyReport,
    /// What else is worth knowing, about the signature and the key.
    pub notes: Vec<NoteReport>,
}

/// Whether the body is the one that was signed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BodyHashReport {
    /// `match`, `mismatch` or `not-checkable`.
    pub answer: String,
    /// The answer in words.
    pub words: String,
    /// For a mismatch: what may have happened, the likeliest and most innocent first.
    pub causes: Vec<String>,
    /// What had to be put back first, as mail programs change it when they save: `line-endings`, `from-lines`.
    pub adjusted: Vec<String>,
    /// Bytes after the signed part (`l=`), such as a mailing list's footer, for which the signature does not vouch.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub unsigned_bytes: u64,
    /// For a mismatch: how many lines at the end must go for the rest to match.
    pub added_lines: Option<u32>,
}

/// Whether the key made this signature over these headers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SignatureReport {
    /// `match`, `mismatch`, `key-not-available` (which is no failure) or `not-checkable`.
    pub answer: String,
    /// The answer in words.
    pub words: String,
    /// For a mismatch: what may have happened, the likeliest and most innocent first.
    pub causes: Vec<String>,
}

/// The key that a signature was checked with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KeyReport {
    /// Whether there is one.
    pub available: bool,
    /// Where it comes from, in words.
    pub source: String,
    /// The first day on which it is known to have been published, ISO 8601; empty when that is not known.
    pub from: String,
    /// The last such day.
    pub until: String,
    /// Whether it is known to have been published when the message was signed; `null` when that is not known.
    pub in_force: Option<bool>,
    /// Its size in bits; `null` when it was not read.
    pub bits: Option<u32>,
    /// All this in words.
    pub words: String,
}

/// One thing worth knowing about a signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NoteReport {
    /// A stable short name, such as `from-not-signed`.
    pub code: String,
    /// In words.
    pub text: String,
}

pub(super) fn signatures(message: &Message, bytes: &[u8], lens: &Lens<'_>) -> Vec<InspectedSignature> {
    message.dkim.iter().map(|facts| one(message, facts, bytes, lens.keys)).collect()
}

fn one(message: &Message, facts: &DkimFacts, bytes: &[u8], keys: &Keys) -> InspectedSignature {
    let number = facts.index.saturating_add(1);
    let when = facts.signed_at.or_else(|| message.date.as_ref().and_then(|date| date.seconds));
    let (signature, key, on_key) = checked(facts, bytes, keys, when);
    let date = |tag: &str, at: Option<i64>| {
        at.map(|at| InspectedDate::seconds(format!("DKIM-Signature {number} {tag}="), at))
    };
    InspectedSignature {
        number,
        domain: facts.domain.clone(),
        selector: facts.selector.clone(),
        key_name: key_name(&facts.selector, &facts.domain),
        algorithm: facts.algorithm.clone(),
        canonicalisation: facts.canonicalisation.clone(),
        signed_headers: facts.signed_headers.clone(),
        signed_at: date("t", facts.signed_at),
        expires_at: date("x", facts.expires_at),
        body_hash: body_hash(&facts.body_hash),
        signature,
        key,
        notes: facts.notes.iter().chain(&on_key).map(note).collect(),
    }
}

fn note(note: &DkimNote) -> NoteReport {
    NoteReport { code: note.code.as_str().to_owned(), text: note.text.clone() }
}

pub(super) fn body_hash(answer: &BodyHash) -> BodyHashReport {
    match answer {
        BodyHash::Match { adjusted, unsigned_bytes } => {
            let mut words = "The body is the one that was signed, word for word.".to_owned();
            if *unsigned_bytes > 0 {
                words = format!(
                    "The signed part of the body is as it was signed; {unsigned_bytes} bytes stand after it, such as a mailing list’s footer, for which the signature does not vouch."
                );
            }
            for adjustment in adjusted {
                words.push_str(match adjustment {
                    Adjustment::LineEndings => " Its line endings were put back first: programs change them when they save.",
                    Adjustment::FromLines => " A “>” before lines that begin with “From ” was taken away first: mailbox files put it there.",
                });
            }
            let adjusted = adjusted.iter().map(|adjustment| match adjustment {
                Adjustment::LineEndings => "line-endings".to_owned(),
                Adjustment::FromLines => "from-lines".to_owned(),
            });
            BodyHashReport {
                answer: "match".to_owned(),
                words,
                adjusted: adjusted.collect(),
                unsigned_bytes: *unsigned_bytes,
                ..BodyHashReport::default()
            }
        }
        BodyHash::Mismatch { causes, added_lines } => BodyHashReport {
            answer: "mismatch".to_owned(),
            words: "The body is not byte for byte the one that was signed. That has innocent causes more often than not."
                .to_owned(),
            causes: causes.clone(),
            added_lines: *added_lines,
            ..BodyHashReport::default()
        },
        BodyHash::NotCheckable { reason } => BodyHashReport {
            answer: "not-checkable".to_owned(),
            words: format!("Whether the body is the one that was signed cannot be checked: {reason}."),
            ..BodyHashReport::default()
        },
    }
}

/// The answers on signature and key, by the first key that fits, or else the first that was tried.
fn checked(
    facts: &DkimFacts,
    bytes: &[u8],
    keys: &Keys,
    when: Option<i64>,
) -> (SignatureReport, KeyReport, Vec<DkimNote>) {
    let candidates = keys.for_signature(facts);
    let mut first = None;
    for key in &candidates {
        let answer = verify_signature(bytes, facts.index, Some(key.record));
        if matches!(answer, SignatureAnswer::Match { .. }) {
            return report(answer, Some(key), when);
        }
        first = first.or(Some((answer, key)));
    }
    match first {
        Some((answer, key)) => report(answer, Some(key), when),
        None => report(SignatureAnswer::KeyNotAvailable, None, when),
    }
}

fn report(
    answer: SignatureAnswer,
    key: Option<&Candidate<'_>>,
    when: Option<i64>,
) -> (SignatureReport, KeyReport, Vec<DkimNote>) {
    let mut about = key.map(|key| key_report(key, when)).unwrap_or_else(|| KeyReport {
        words: "There is no key to check it with: keys are changed and taken down after a while. That is no failure and says nothing about the message.".to_owned(),
        ..KeyReport::default()
    });
    let bare = key.is_some_and(|key| !key.named);
    let (word, words, causes, notes) = match answer {
        SignatureAnswer::Match { key_bits, notes } => {
            about.bits = Some(key_bits);
            (
                "match",
                "The key made this signature over these headers: they are as they were signed.".to_owned(),
                Vec::new(),
                notes,
            )
        }
        SignatureAnswer::Mismatch { mut causes } => {
            if bare {
                let cause = "the key that was supplied names no domain and selector: it may be that of another signature";
                causes.insert(0, cause.to_owned());
            }
            let words = "It is not this key’s signature over these headers. That has innocent causes more often than not.";
            ("mismatch", words.to_owned(), causes, Vec::new())
        }
        SignatureAnswer::KeyNotAvailable => (
            "key-not-available",
            "It cannot be checked without the key. That is no failure.".to_owned(),
            Vec::new(),
            Vec::new(),
        ),
        SignatureAnswer::NotCheckable { reason } => {
            ("not-checkable", format!("It cannot be checked: {reason}."), Vec::new(), Vec::new())
        }
    };
    (SignatureReport { answer: word.to_owned(), words, causes }, about, notes)
}

fn key_report(key: &Candidate<'_>, when: Option<i64>) -> KeyReport {
    let day =
        when.and_then(|at| Timestamp::from_second(at).ok()).map(|at| ZonedDateTime::new(at, uk()).date());
    let in_force = key.archived.zip(day).and_then(|(archived, day)| archived.in_force(day));
    let bound = |bound: Option<jiff::civil::Date>| bound.map(|day| day.to_string()).unwrap_or_default();
    let mut words = format!("The key comes from {}.", key.source);
    match in_force {
        Some(true) => words.push_str(" It is known to have been published on the day of the message."),
        Some(false) => words.push_str(
            " The day of the message is outside the time for which it is known to have been published.",
        ),
        None => words.push_str(" Whether it was published on the day of the message is not known here."),
    }
    KeyReport {
        available: true,
        source: key.source.clone(),
        from: bound(key.archived.and_then(|archived| archived.from)),
        until: bound(key.archived.and_then(|archived| archived.until)),
        in_force,
        bits: None,
        words,
    }
}
