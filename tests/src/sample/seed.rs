//! Ids, delays and noise that look random and are the same every time.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};

/// A place that tokens are drawn for, such as one person's mail: the same place always draws the same tokens,
/// whatever else there is in the sample.
#[derive(Clone, Debug)]
pub struct Seed(String);

impl Seed {
    /// A seed of its own for `place`.
    pub fn new(place: &str) -> Self {
        Self(format!("joinder sample 1/{place}"))
    }

    /// A seed for a place within this one.
    pub fn within(&self, place: &str) -> Self {
        Self(format!("{}/{place}", self.0))
    }

    /// `length` bytes for `what`.
    pub fn bytes(&self, what: &str, length: usize) -> Vec<u8> {
        (0u32..)
            .flat_map(|round| Sha256::digest(format!("{}/{what}/{round}", self.0)).to_vec())
            .take(length)
            .collect()
    }

    /// `length` characters of `alphabet`, which is ASCII.
    pub fn token(&self, what: &str, alphabet: &str, length: usize) -> String {
        let alphabet = alphabet.as_bytes();
        self.bytes(what, length)
            .into_iter()
            .map(|byte| char::from(alphabet[usize::from(byte) % alphabet.len()]))
            .collect()
    }

    /// `length` lower-case letters and digits.
    pub fn word(&self, what: &str, length: usize) -> String {
        self.token(what, "abcdefghijklmnopqrstuvwxyz0123456789", length)
    }

    /// `length` hexadecimal digits.
    pub fn hex(&self, what: &str, length: usize) -> String {
        self.token(what, "0123456789abcdef", length)
    }

    /// `length` decimal digits, none of them a leading zero.
    pub fn digits(&self, what: &str, length: usize) -> String {
        self.token(what, "123456789", length)
    }

    /// Base64 of `length` bytes.
    pub fn base64(&self, what: &str, length: usize) -> String {
        BASE64_STANDARD.encode(self.bytes(what, length))
    }

    /// A number from 0 to below `limit`.
    pub fn below(&self, what: &str, limit: u32) -> u32 {
        self.bytes(what, 4).into_iter().fold(0u32, |sum, byte| (sum << 8) | u32::from(byte)) % limit
    }
}
