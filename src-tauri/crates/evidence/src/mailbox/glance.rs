//! The few headers by which a message of a large mailbox is picked out or passed over.

use serde::{Deserialize, Serialize};

use crate::mail::{Field, Line, MailDate, Mailbox, decoded, lines, mailboxes};

/// Fields looked at in one message.
const FIELDS: usize = 2_000;
/// Addresses kept of one field.
const ADDRESSES: usize = 200;

/// What the headers of a message say at a glance; [`inspect`](crate::inspect) says all of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Glance {
    /// Senders.
    pub from: Vec<Mailbox>,
    /// Recipients, those of copies included; at most the first 200 of each field.
    pub to: Vec<Mailbox>,
    /// The subject, decoded.
    pub subject: Option<String>,
    /// When the sender's program says it was written.
    pub date: Option<MailDate>,
    /// The message id without angle brackets.
    pub message_id: Option<String>,
}

/// Reads only the headers that tell one message of a mailbox from another.
pub fn glance(message: &[u8]) -> Glance {
    let mut found = Glance::default();
    for line in lines(message).take(FIELDS) {
        let Line::Field(bytes) = line else { continue };
        let is = |name: &[u8]| {
            bytes.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
                && bytes.get(name.len()..).is_some_and(|rest| rest.trim_ascii_start().starts_with(b":"))
        };
        let field = || Field::new(bytes);
        let people = || mailboxes(&field()).into_iter().take(ADDRESSES);
        match bytes.first() {
            Some(b'F' | b'f') if is(b"from") => found.from.extend(people()),
            Some(b'T' | b't') if is(b"to") => found.to.extend(people()),
            Some(b'C' | b'c') if is(b"cc") => found.to.extend(people()),
            Some(b'S' | b's') if found.subject.is_none() && is(b"subject") => {
                found.subject = Some(decoded(&field()));
            }
            Some(b'D' | b'd') if found.date.is_none() && is(b"date") => {
                found.date = Some(MailDate::read(field().unfolded()));
            }
            Some(b'M' | b'm') if found.message_id.is_none() && is(b"message-id") => {
                found.message_id = Some(field().unfolded().trim_matches(['<', '>', ' ']).to_owned());
            }
            _ => {}
        }
    }
    found
}
