//! Keys: what they are made of, how they are kept, what others see of them.

use std::fmt;
use std::str::FromStr;

use age::secrecy::ExposeSecret;
use age::x25519;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use zeroize::Zeroizing;

use crate::error::{Error, Result};

/// Whom something is sealed for: an X25519 key of `age`, written `age1…`.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient(pub(crate) x25519::Recipient);

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Recipient {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        text.parse().map(Self).map_err(|_| Error::BadKey)
    }
}

/// The two public keys of a matter or of a registration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKeys {
    /// What is sent here is sealed for this key.
    pub recipient: Recipient,
    /// What comes from here is signed with the key that this one belongs to (Ed25519, RFC 8032).
    pub verifying: VerifyingKey,
}

impl PublicKeys {
    /// The Ed25519 key in base64.
    pub fn verifying_text(&self) -> String {
        written(&self.verifying)
    }
}

/// The two private keys of a matter or of a registration. They lie in its encrypted database and nowhere else.
pub struct ExchangeKey {
    pub(crate) identity: x25519::Identity,
    signing: SigningKey,
}

impl ExchangeKey {
    /// New keys.
    ///
    /// # Errors
    /// [`Error::Io`] when the system has no random bytes.
    pub fn generate() -> Result<Self> {
        let mut seed = Zeroizing::new([0; 32]);
        getrandom::fill(seed.as_mut()).map_err(|_| Error::Io(std::io::ErrorKind::Other))?;
        Ok(Self { identity: x25519::Identity::generate(), signing: SigningKey::from_bytes(&seed) })
    }

    /// The keys as text, to be kept in an encrypted database.
    pub fn to_text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(160));
        text.push_str(self.identity.to_string().expose_secret());
        text.push('\n');
        let seed = Zeroizing::new(self.signing.to_bytes());
        BASE64.encode_string(seed.as_slice(), &mut text);
        text
    }

    /// The keys in a text that [`Self::to_text`] made.
    ///
    /// # Errors
    /// [`Error::BadKey`].
    pub fn from_text(text: &str) -> Result<Self> {
        let (identity, seed) = text.split_once('\n').ok_or(Error::BadKey)?;
        let seed = Zeroizing::new(BASE64.decode(seed).map_err(|_| Error::BadKey)?);
        let seed: &[u8; 32] = seed.as_slice().try_into().map_err(|_| Error::BadKey)?;
        let identity = identity.parse().map_err(|_| Error::BadKey)?;
        Ok(Self { identity, signing: SigningKey::from_bytes(seed) })
    }

    /// What others see of the keys.
    pub fn public(&self) -> PublicKeys {
        PublicKeys {
            recipient: Recipient(self.identity.to_public()),
            verifying: self.signing.verifying_key(),
        }
    }

    /// The signature of a text of this kind, in base64. The kind stands before the text, so that what was signed as one
    /// thing is never taken for another.
    pub(crate) fn sign(&self, kind: &str, text: &str) -> String {
        BASE64.encode(self.signing.sign(&message(kind, text)).to_bytes())
    }
}

impl fmt::Debug for ExchangeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ExchangeKey(…)")
    }
}

/// Whether `signature` is that of `key` over a text of this kind.
pub(crate) fn signed(key: &VerifyingKey, kind: &str, text: &str, signature: &str) -> bool {
    let Ok(bytes) = BASE64.decode(signature) else { return false };
    let Ok(signature) = ed25519_dalek::Signature::from_slice(&bytes) else { return false };
    key.verify_strict(&message(kind, text), &signature).is_ok()
}

/// The public key that `text` is in base64.
pub(crate) fn verifying(text: &str) -> Option<VerifyingKey> {
    let bytes: [u8; 32] = BASE64.decode(text).ok()?.try_into().ok()?;
    VerifyingKey::from_bytes(&bytes).ok()
}

/// A public key in base64.
pub(crate) fn written(key: &VerifyingKey) -> String {
    BASE64.encode(key.as_bytes())
}

fn message(kind: &str, text: &str) -> Vec<u8> {
    [kind.as_bytes(), b"\n", text.as_bytes()].concat()
}
