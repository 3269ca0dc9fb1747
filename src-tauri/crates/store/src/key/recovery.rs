//! The recovery key, shown once when a matter is made.

use std::fmt;

use joinder_domain::audit::Digest;
use zeroize::Zeroizing;

use super::Passphrase;
use crate::error::{Error, Result};

// Crockford's base 32: no I, L, O or U, which are misread or misheard.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BYTES: usize = 20;
const CHECK: usize = 4;

/// 160 random bits as nine groups of four characters, the last of which checks the others.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryKey(Zeroizing<String>);

impl RecoveryKey {
    pub(crate) fn random() -> Result<Self> {
        let mut bytes = Zeroizing::new([0; BYTES]);
        super::fill(bytes.as_mut())?;
        Ok(Self::from_bytes(bytes.as_ref()))
    }

    /// The key that somebody typed, in any case, with or without the hyphens.
    ///
    /// # Errors
    /// [`Error::WrongRecoveryKey`] when a character is wrong or missing.
    pub fn parse(text: &str) -> Result<Self> {
        let mut digits = Zeroizing::new(String::with_capacity(64));
        digits.extend(text.chars().filter(char::is_ascii_alphanumeric).map(
            |c| match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            },
        ));
        let payload = digits.get(..BYTES * 8 / 5).ok_or(Error::WrongRecoveryKey)?;
        let key = Self::from_bytes(&decode(payload)?);
        let matches = key.0.chars().filter(|c| *c != '-').eq(digits.chars());
        if matches { Ok(key) } else { Err(Error::WrongRecoveryKey) }
    }

    /// The key as it is shown and written down.
    pub fn text(&self) -> &str {
        &self.0
    }

    pub(crate) fn passphrase(&self) -> Passphrase {
        Passphrase::typed(&self.0)
    }

    fn from_bytes(bytes: &[u8]) -> Self {
        let check = Digest::salted(b"joinder recovery key", bytes);
        let mut text = Zeroizing::new(String::with_capacity(48));
        for (position, digit) in encode(bytes).chain(encode(&check.0).take(CHECK)).enumerate() {
            if position > 0 && position % 4 == 0 {
                text.push('-');
            }
            text.push(digit);
        }
        Self(text)
    }
}

fn encode(bytes: &[u8]) -> impl Iterator<Item = char> {
    bytes.chunks(5).flat_map(|five| {
        let number = five.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        (0..8).rev().map(move |place| {
            let digit = usize::try_from(number >> (place * 5) & 31).unwrap_or_default();
            char::from(DIGITS.get(digit).copied().unwrap_or_default())
        })
    })
}

fn decode(text: &str) -> Result<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(BYTES));
    for eight in text.as_bytes().chunks(8) {
        let mut number = 0_u64;
        for c in eight {
            let digit = DIGITS.iter().position(|digit| digit == c).ok_or(Error::WrongRecoveryKey)?;
            number = number << 5 | u64::try_from(digit).unwrap_or_default();
        }
        bytes.extend(number.to_be_bytes().into_iter().skip(3));
    }
    Ok(bytes)
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey(…)")
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "the key is ASCII")]
mod tests {
    use super::*;

    #[test]
    fn a_recovery_key_is_read_back_however_it_is_typed() {
        let key = RecoveryKey::from_bytes(&[0xA7; BYTES]);
        assert_eq!(key.text().len(), 9 * 4 + 8);
        let sloppy = key.text().to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(RecoveryKey::parse(&sloppy), Ok(key));
    }

    #[test]
    fn one_wrong_or_missing_character_is_noticed() {
        let key = RecoveryKey::random().expect("random");
        for at in (0..key.text().len()).filter(|at| key.text().as_bytes()[*at] != b'-') {
            let mut wrong = key.text().to_owned();
            let other = if wrong.as_bytes()[at] == b'7' { "8" } else { "7" };
            wrong.replace_range(at..=at, other);
            assert_eq!(RecoveryKey::parse(&wrong), Err(Error::WrongRecoveryKey), "character {at}");
        }
        assert_eq!(RecoveryKey::parse(&key.text()[..40]), Err(Error::WrongRecoveryKey));
        assert_eq!(RecoveryKey::parse("é"), Err(Error::WrongRecoveryKey));
        assert!(!format!("{key:?}").contains(&key.text()[..4]));
    }
}
