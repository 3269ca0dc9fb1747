//! Checking a signature against a public key record (RFC 6376 3.6.1, RFC 8463).

use std::borrow::Cow;

use ed25519_dalek::VerifyingKey;
use mail_parser::decoders::base64::base64_decode;
use rsa::{
    Pkcs1v15Sign, RsaPublicKey, pkcs1::DecodeRsaPublicKey, pkcs8::DecodePublicKey, traits::PublicKeyParts,
};
use serde::{Deserialize, Serialize};
use sha1::Sha1;
use sha2::{Digest, Sha256};

use super::{
    header::signed_bytes,
    note::{DkimNote, on_key},
    signature::{Signature, tags},
};

/// The longest key record that is read; a 4096-bit key needs about 750 characters.
pub(super) const RECORD: usize = 8 * 1024;

/// Whether a signature is that of a given key over the signed header fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub enum SignatureAnswer {
    /// The key made this signature over these header fields and this body hash.
    Match {
        /// The size of the key; RSA keys under 1024 bits are weak.
        key_bits: u32,
        /// What is worth knowing about the key.
        notes: Vec<DkimNote>,
    },
    /// It is not this key's signature over these header fields.
    Mismatch {
        /// What may have happened, likeliest and most innocent first.
        causes: Vec<String>,
    },
    /// There is no key to check against, which says nothing about the message.
    KeyNotAvailable,
    /// It could not be checked.
    NotCheckable {
        /// Why.
        reason: String,
    },
}

/// Checks one signature against a record; without a record the key is not available.
pub(super) fn check(message: &[u8], signature: &Signature<'_>, record: Option<&str>) -> SignatureAnswer {
    let Some(record) = record.map(str::trim).filter(|record| !record.is_empty()) else {
        return SignatureAnswer::KeyNotAvailable;
    };
    match verify(message, signature, record) {
        Ok((true, key_bits, notes)) => SignatureAnswer::Match { key_bits, notes },
        Ok((false, ..)) => SignatureAnswer::Mismatch {
            causes: [
                "the key is not the one that was in use on that day: domains change their keys",
                "a mailing list, forwarding service or company mail system changed the subject or another signed header",
                "the mail program wrote the headers anew when it saved or exported the message, as Outlook does",
                "a signed header was changed after signing",
            ]
            .map(str::to_owned)
            .to_vec(),
        },
        Err(reason) => SignatureAnswer::NotCheckable { reason: reason.to_owned() },
    }
}

/// The tags of a key record.
pub(super) struct KeyTags<'r>(Vec<(Cow<'r, str>, Cow<'r, str>)>);

impl KeyTags<'_> {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_ref())
    }
}

type Verified = (bool, u32, Vec<DkimNote>);

fn verify(message: &[u8], signature: &Signature<'_>, record: &str) -> Result<Verified, &'static str> {
    if record.len() > RECORD {
        return Err("the key record is too long");
    }
    // A record copied from a zone file is in quoted pieces.
    let record = record.replace('"', "");
    let tags = KeyTags(tags(&record).collect());
    let tag = |name: &str| tags.get(name);
    let key = tag("p").ok_or("the key record holds no key (p=)")?;
    if key.is_empty() {
        return Err("the key was withdrawn: its record is empty (p=)");
    }
    let key = base64_decode(key.as_bytes()).ok_or("the key in the record is not readable base64")?;
    let value = base64_decode(signature.tag("b").as_bytes()).ok_or("the signature is not readable base64")?;
    let (canon, _) = signature.canons().ok_or("the signature names a canonicalisation that is not known")?;
    let signed = signed_bytes(message, signature, canon);
    let kind = tag("k").unwrap_or("rsa");
    let (matches, bits) = match (signature.algorithm(), kind) {
        ("rsa-sha256", "rsa") => rsa(&key, Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(&signed), &value),
        ("rsa-sha1", "rsa") => rsa(&key, Pkcs1v15Sign::new::<Sha1>(), &Sha1::digest(&signed), &value),
        ("ed25519-sha256", "ed25519") => ed25519(&key, &Sha256::digest(&signed), &value),
        ("rsa-sha256" | "rsa-sha1" | "ed25519-sha256", _) => {
            Err("the key is of another kind than the signature")
        }
        _ => Err("the signature uses an algorithm that is not known"),
    }?;
    Ok((matches, bits, on_key(&tags, signature, bits)))
}

fn rsa(key: &[u8], scheme: Pkcs1v15Sign, digest: &[u8], value: &[u8]) -> Result<(bool, u32), &'static str> {
    let key = RsaPublicKey::from_public_key_der(key)
        .ok()
        .or_else(|| RsaPublicKey::from_pkcs1_der(key).ok())
        .ok_or("the key in the record is not an RSA key of at most 4096 bits")?;
    let bits = u32::try_from(key.n().bits()).unwrap_or(u32::MAX);
    Ok((key.verify(scheme, digest, value).is_ok(), bits))
}

fn ed25519(key: &[u8], digest: &[u8], value: &[u8]) -> Result<(bool, u32), &'static str> {
    let wrong = "the key in the record is not an Ed25519 key";
    let key: &[u8; 32] = key.try_into().map_err(|_| wrong)?;
    let key = VerifyingKey::from_bytes(key).map_err(|_| wrong)?;
    let Ok(value) = value.try_into() else { return Ok((false, 256)) };
    let value = ed25519_dalek::Signature::from_bytes(value);
    Ok((key.verify_strict(digest, &value).is_ok(), 256))
}
