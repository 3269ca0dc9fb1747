//! Mails that pass a mail on: to the firm, or through a list.

mod attached;
mod inline;
mod list;

pub use attached::{attached, with_picture};
pub use inline::inline;
pub use list::through_a_list;

use super::envelope::Envelope;
use super::message::{Message, display_name};

/// The firm's mailbox for what claimants send in.
const INTAKE: &str = "intake@firm.example";

/// The headers of a mail from the person to the firm, as the firm's mailbox keeps it.
fn to_the_firm(e: &Envelope, subject: &str, program: &[(&str, &str)]) -> Message {
    let seed = e.seed.within("to the firm");
    let address = e.person.first_email();
    let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain);
    let sent = e.passed_on();
    let stamp = sent.strftime("%a, %-d %b %Y %H:%M:%S %z").to_string();
    let mut message = Message::default()
        .with("Return-Path", format!("<{address}>"))
        .with("Delivered-To", INTAKE)
        .with(
            "Received",
            format!(
                "from mail-out.{domain} (mail-out.{domain} [198.51.100.{n}])\r\n\tby mx.firm.example (Postfix) with ESMTPS id {queue}\r\n\tfor <{INTAKE}>; {stamp}",
                n = 10 + seed.below("ip", 200),
                queue = seed.token("queue", "0123456789ABCDEF", 10),
            ),
        )
        .with("From", format!("{} <{address}>", display_name(&e.person.full_name())))
        .with("To", format!("Claims intake <{INTAKE}>"))
        .with("Subject", subject)
        .with("Date", stamp)
        .with("Message-ID", format!("<{}@mail.{domain}>", seed.word("id", 28)))
        .with("MIME-Version", "1.0");
    for (name, value) in program {
        message = message.with(name, *value);
    }
    message
}
