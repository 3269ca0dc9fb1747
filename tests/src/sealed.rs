//! Files sealed for a firm as another program might seal them.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use joinder_packet::read_invitation;

/// Encrypts this to the firm of an invitation.
///
/// # Panics
/// When the file is no invitation.
pub fn sealed_for(invitation: &Path, content: &[u8]) -> Vec<u8> {
    let file = File::open(invitation).expect("the invitation is there");
    let invitation = read_invitation(file).expect("it is an invitation");
    let recipient: age::x25519::Recipient =
        invitation.keys.recipient.to_string().parse().expect("it is a key of age");
    let encryptor = age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
        .expect("there is a recipient");
    let mut sealed = Vec::new();
    let mut writer = encryptor.wrap_output(&mut sealed).expect("memory can be written");
    writer.write_all(content).expect("memory can be written");
    writer.finish().expect("memory can be written");
    sealed
}
