//! DKIM (RFC 6376) without a network: the body hash recomputed, and a signature checked against a key that is given.
//!
//! Three separate answers (evidence.md 5.2): the body hash, the signature, and "key not available", which is no failure.
//! A mismatch has innocent causes far more often than not and is never called a forgery.

mod arc;
mod body;
mod header;
mod key;
mod key_file;
mod note;
mod signature;

use serde::{Deserialize, Serialize};

pub use arc::ArcSet;
pub use body::{Adjustment, BodyHash};
pub use key::SignatureAnswer;
pub use key_file::{KeyRecord, key_name, key_records};
pub use note::{DkimNote, NoteCode};

use crate::mail::message_bytes;
pub(crate) use arc::sets;
pub(crate) use body::Bodies;
pub(crate) use note::Around;
pub(crate) use signature::fields;
use signature::{Signature, signatures};

/// What one DKIM signature says, and whether the body it signed is the body that is here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DkimFacts {
    /// Which signature, counted from 0 in file order; for [`verify_signature`].
    pub index: u32,
    /// The signing domain, `d=`.
    pub domain: String,
    /// The selector, `s=`: the key is at `<selector>._domainkey.<domain>`.
    pub selector: String,
    /// The signer's identity, `i=`; empty if it names none.
    pub identity: String,
    /// The signature itself, `b=`, without blanks: two files with the same one are copies of one message.
    pub signature: String,
    /// The body hash as it is written, `bh=`, without blanks.
    pub hash: String,
    /// The algorithm, `a=`, for example `rsa-sha256`.
    pub algorithm: String,
    /// How header and body were simplified before signing, for example `relaxed/simple`.
    pub canonicalisation: String,
    /// Bytes of the body that were signed, `l=`, if not all.
    pub body_length: Option<u64>,
    /// The header fields that were signed, lower case.
    pub signed_headers: Vec<String>,
    /// When it was signed, seconds since 1970, `t=`.
    pub signed_at: Option<i64>,
    /// When the signature ends, seconds since 1970, `x=`.
    pub expires_at: Option<i64>,
    /// Whether the body is the one that was signed.
    pub body_hash: BodyHash,
    /// What else is worth knowing about the signature.
    pub notes: Vec<DkimNote>,
}

/// Bytes of bodies that may be hashed for one item, all signatures of all its messages together.
pub(crate) const HASHED: u64 = 256 << 20;

/// The signatures among the fields of a header with their body hashes recomputed, as far as `budget` bytes of hashing allow.
pub(crate) fn facts<'m>(
    fields: &[&'m [u8]],
    bodies: &Bodies<'_>,
    mut around: Around<'m>,
    budget: &mut u64,
) -> Vec<DkimFacts> {
    let signatures = signatures(fields);
    if signatures.is_empty() {
        return Vec::new();
    }
    around.count(fields);
    let listed = around.is_listed();
    let mut fact = |(index, signature): (usize, &Signature<'_>)| DkimFacts {
        index: u32::try_from(index).unwrap_or(u32::MAX),
        domain: signature.tag("d").to_owned(),
        selector: signature.tag("s").to_owned(),
        identity: signature.tag("i").to_owned(),
        signature: signature.tag("b").to_owned(),
        hash: signature.tag("bh").to_owned(),
        algorithm: signature.algorithm().to_owned(),
        canonicalisation: signature.canonicalisation(),
        body_length: signature.body_length(),
        signed_headers: signature.signed_headers().to_vec(),
        signed_at: signature.time("t"),
        expires_at: signature.time("x"),
        body_hash: bodies.check(signature, listed, budget),
        notes: note::on_signature(&around, signature),
    };
    signatures.iter().enumerate().map(&mut fact).collect()
}

/// Checks one signature of a message against its public key, as the TXT record in the domain's DNS gives it.
///
/// The answer is about the signed header fields only; the body is the business of [`BodyHash`], so that both must match for
/// the message to be as it was signed. Expiry (`x=`) is not considered: an old message is expected to be expired.
/// `bytes` are the message's own (for a nested one, those of [`part_bytes`](crate::part_bytes)).
pub fn verify_signature(bytes: &[u8], index: u32, key_record: Option<&str>) -> SignatureAnswer {
    let message = message_bytes(bytes);
    let signatures = signatures(&fields(&message));
    let at = usize::try_from(index).unwrap_or(usize::MAX);
    match signatures.get(at) {
        Some(signature) => key::check(&message, signature, key_record),
        None => SignatureAnswer::NotCheckable { reason: "the message has no such signature".to_owned() },
    }
}
