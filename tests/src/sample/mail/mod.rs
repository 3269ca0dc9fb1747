//! Mails as real systems write them: sent, carried, delivered, saved and passed on.

mod dkim;
mod envelope;
mod mailbox;
mod message;
mod sender;
mod transfer;

use super::letter;
use super::person::{Evidence, Person};
use super::seed::Seed;
use envelope::Envelope;
use message::Message;

pub use dkim::{SELECTOR, public_key_record};

/// The bytes of the mail file that `evidence` describes, with line ends as the program that saved it writes them.
pub fn file(person: &Person, evidence: &Evidence, picture: &dyn Fn() -> Vec<u8>) -> Vec<u8> {
    let seed = Seed::new(&format!("{} {} {}", person.reference, evidence.shape, evidence.letter));
    let envelope = Envelope::new(person, evidence, &seed);
    let shape = evidence.shape.as_str();
    if let Some(mailbox) = mailbox::Mailbox::named(shape) {
        let mut saved = mailbox.save(native(mailbox, &envelope));
        match evidence.change.as_str() {
            "" => {}
            "name-inserted" => {
                replace(&mut saved, "Dear Sir / Madam", &format!("Dear {}", person.full_name()))
            }
            "list-footer" => saved = transfer::through_a_list(saved, &envelope),
            "spam-folder" => {
                replace(&mut saved, "X-Received:", "X-Gm-Spam: 1\r\nX-Gm-Phishy: 0\r\nX-Received:")
            }
            other => panic!("people.toml: there is no change \"{other}\""),
        }
        return saved;
    }
    match shape {
        "orchard-resignation" => mailbox::Mailbox::Orchard.save(sender::resignation_acknowledged(&envelope)),
        "fernline-request" => sender::request_for_data(&envelope).bytes(),
        "mail-with-pictures" => transfer::with_picture(&envelope, &picture()),
        _ => match shape.split_once('-') {
            Some(("forward", style)) => transfer::inline(style, &envelope),
            Some(("attach", style)) => transfer::attached(style, &envelope),
            _ => panic!("people.toml: there is no shape \"{shape}\""),
        },
    }
}

/// The letter, sent and delivered into `mailbox`.
fn native(mailbox: mailbox::Mailbox, envelope: &Envelope) -> Message {
    mailbox.deliver(sender::send(envelope), envelope)
}

fn replace(bytes: &mut Vec<u8>, old: &str, new: &str) {
    let text = String::from_utf8(std::mem::take(bytes)).expect("the sample's mails are UTF-8");
    assert!(text.contains(old), "\"{old}\" is in the mail");
    *bytes = text.replace(old, new).into_bytes();
}
