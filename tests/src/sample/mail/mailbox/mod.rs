//! Mail systems that receive and save a mail. Each is modelled on a well-known one and bears an invented name.

mod fernline;
mod gpost;
mod orchard;
mod outpost;
mod own_domain;
mod tresor;
mod yonder;

use super::envelope::Envelope;
use super::message::Message;

/// A mail system, and the way in which its users save a mail as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mailbox {
    /// Gmail's "Download original".
    Gpost,
    /// Outlook.com's "Download".
    Outpost,
    /// A firm's Exchange behind a domain of its own.
    Exchange,
    /// iCloud, saved from Apple Mail.
    Orchard,
    /// Yahoo's "View raw message".
    Yonder,
    /// Proton Mail's "Export".
    Tresor,
    /// A British internet provider with Exim and Dovecot.
    Fernline,
    /// The same, saved from Thunderbird.
    Thunderbird,
    /// A server of one's own with Postfix and OpenDKIM.
    OwnDomain,
}

impl Mailbox {
    /// The mailbox by its name in `people.toml`.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "gpost" => Self::Gpost,
            "outpost" => Self::Outpost,
            "exchange" => Self::Exchange,
            "orchard" => Self::Orchard,
            "yonder" => Self::Yonder,
            "tresor" => Self::Tresor,
            "fernline" => Self::Fernline,
            "thunderbird" => Self::Thunderbird,
            "own-domain" => Self::OwnDomain,
            _ => return None,
        })
    }

    /// The system that serves `address`.
    pub fn of(address: &str) -> Self {
        match address.rsplit_once('@').map_or("", |(_, domain)| domain) {
            "gpost.example" => Self::Gpost,
            "outpost.example" => Self::Outpost,
            "works.example" => Self::Exchange,
            "orchard.example" => Self::Orchard,
            "yonder.example" => Self::Yonder,
            "tresor.example" => Self::Tresor,
            "fernline.example" => Self::Fernline,
            _ => Self::OwnDomain,
        }
    }

    /// Adds what the system adds on arrival.
    pub fn deliver(self, message: Message, envelope: &Envelope) -> Message {
        match self {
            Self::Gpost => gpost::deliver(message, envelope),
            Self::Outpost => outpost::deliver(message, envelope, "outpost.example"),
            Self::Exchange => outpost::deliver(message, envelope, "works.example"),
            Self::Orchard => orchard::deliver(message, envelope),
            Self::Yonder => yonder::deliver(message, envelope),
            Self::Tresor => tresor::deliver(message, envelope),
            Self::Fernline | Self::Thunderbird => {
                fernline::deliver(message, envelope, self == Self::Thunderbird)
            }
            Self::OwnDomain => own_domain::deliver(message, envelope),
        }
    }

    /// The file that the user gets: programs on Unix keep bare line feeds.
    pub fn save(self, message: Message) -> Vec<u8> {
        let bytes = message.bytes();
        match self {
            Self::Orchard | Self::Thunderbird | Self::OwnDomain => {
                bytes.into_iter().filter(|byte| *byte != b'\r').collect()
            }
            _ => bytes,
        }
    }
}

/// What the receiving system found: `pass`, or `none` for a mail without a signature.
fn verdict(envelope: &Envelope) -> &'static str {
    if envelope.letter.signed_by.is_empty() { "none" } else { "pass" }
}

/// The first eight characters of the signature, which many systems name in their verdict.
fn signature_start(message: &Message) -> String {
    let signature = message.header("DKIM-Signature");
    signature.rsplit_once("b=").map_or("", |(_, b)| b.get(..8).unwrap_or_default()).to_owned()
}
