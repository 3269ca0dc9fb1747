//! Key files: the matter's key, encrypted with `age` to one person's passphrase.

use age::scrypt;
use age::{DecryptError, EncryptError};
use joinder_domain::id::{MatterId, PersonId};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{MatterKey, Passphrase, RecoveryKey, WorkFactor};
use crate::error::{Error, Result};

/// Whose key it is. It lies inside the encrypted part, so that one person's file renamed to another's is noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Holder {
    pub(crate) matter: MatterId,
    /// The nil id for the recovery key.
    pub(crate) person: PersonId,
}

/// The bytes of a key file.
pub(crate) fn wrap(
    key: &MatterKey,
    holder: Holder,
    passphrase: &Passphrase,
    work: WorkFactor,
) -> Result<Vec<u8>> {
    let mut content = Zeroizing::new(Vec::with_capacity(64));
    content.extend_from_slice(holder.matter.0.as_bytes());
    content.extend_from_slice(holder.person.0.as_bytes());
    content.extend_from_slice(key.0.as_ref());
    let mut recipient = scrypt::Recipient::new(passphrase.secret());
    recipient.set_work_factor(work.0.clamp(1, WorkFactor::MOST));
    age::encrypt(&recipient, &content).map_err(|error| match error {
        EncryptError::Io(error) => error.into(),
        _ => Error::Io(std::io::ErrorKind::Other),
    })
}

/// The bytes of the recovery key's file. The key is random, so stretching it would add nothing.
pub(crate) fn wrap_for_recovery(
    key: &MatterKey,
    matter: MatterId,
    recovery: &RecoveryKey,
) -> Result<Vec<u8>> {
    wrap(key, Holder { matter, person: PersonId(Uuid::nil()) }, &recovery.passphrase(), WorkFactor::QUICK)
}

/// The key in a person's file, and whose it is.
pub(crate) fn unwrap(file: &[u8], passphrase: &Passphrase) -> Result<(MatterKey, Holder)> {
    let mut identity = scrypt::Identity::new(passphrase.secret());
    identity.set_max_work_factor(WorkFactor::MOST);
    let content = age::decrypt(&identity, file).map(Zeroizing::new).map_err(|error| match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
            Error::WrongPassphrase
        }
        _ => Error::Damaged { what: "key file" },
    })?;
    read(&content).ok_or(Error::Damaged { what: "key file" })
}

/// The key in the recovery key's file, and whose it is.
pub(crate) fn recover(file: &[u8], recovery: &RecoveryKey) -> Result<(MatterKey, Holder)> {
    unwrap(file, &recovery.passphrase()).map_err(|error| match error {
        Error::WrongPassphrase => Error::WrongRecoveryKey,
        other => other,
    })
}

fn read(content: &[u8]) -> Option<(MatterKey, Holder)> {
    let (matter, rest) = content.split_first_chunk::<16>()?;
    let (person, rest) = rest.split_first_chunk::<16>()?;
    let (key, []) = rest.split_first_chunk::<32>()? else { return None };
    let holder =
        Holder { matter: MatterId(Uuid::from_bytes(*matter)), person: PersonId(Uuid::from_bytes(*person)) };
    Some((MatterKey(Zeroizing::new(*key)), holder))
}
