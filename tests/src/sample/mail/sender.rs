//! Mails as they leave their sender.

use super::dkim;
use super::envelope::Envelope;
use super::letter::Letter;
use super::message::{Message, base64, display_name, mailbox, quoted_printable};

/// The letter as its sender's system hands it over: signed, with the first Received line.
pub fn send(envelope: &Envelope) -> Message {
    let letter = envelope.letter;
    let id = envelope.seed.hex("message id", 32);
    let mut message = Message::default()
        .with("Date", envelope.stamp(0, 0))
        .with("From", mailbox(letter.from.0, letter.from.1))
        .with("To", mailbox(&envelope.to_name, &envelope.to))
        .with("Message-ID", format!("<{id}@{}>", envelope.signer()))
        .with("Subject", letter.subject)
        .with("MIME-Version", "1.0");
    if letter.signed_by.is_empty() {
        message = message
            .with("Content-Type", "text/html; charset=\"iso-8859-1\"")
            .with("Content-Transfer-Encoding", "base64")
            .with("X-Mailer", "BulkMail 3.1")
            .saying(base64(&latin1(&html(letter))));
    } else {
        // One campaign, one boundary: the body is the same for every recipient.
        let boundary = format!("--==_mimepart_{}", &hex_of(letter.subject));
        message = message
            .with(
                "Content-Type",
                format!("multipart/alternative;\r\n boundary=\"{boundary}\";\r\n charset=UTF-8"),
            )
            .with("Content-Transfer-Encoding", "7bit")
            .saying(alternative(&boundary, &plain(letter), &html(letter)));
        message = dkim::sign(message, letter.signed_by, &envelope.selector, envelope.sent.as_second());
    }
    let received = format!(
        "from app4.internal ({internal} [10.4.0.14])\r\n\tby {host} (Postfix) with ESMTP id {queue}\r\n\tfor <{to}>; {stamp}",
        internal = "app4.internal",
        host = letter.host,
        queue = envelope.seed.token("queue", "0123456789ABCDEF", 10),
        to = envelope.to,
        stamp = envelope.stamp(1, 0),
    );
    message.under(vec![("Received", received)])
}

/// Text and HTML as the two alternatives of one message.
pub fn alternative(boundary: &str, plain: &str, html: &str) -> String {
    let part = |kind: &str, text: &str| {
        format!(
            "--{boundary}\r\nContent-Type: text/{kind};\r\n charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n",
            quoted_printable(text)
        )
    };
    format!("\r\n{}{}--{boundary}--\r\n", part("plain", plain), part("html", html))
}

/// The letter as plain text, one line a paragraph.
pub fn plain(letter: &Letter) -> String {
    letter.text.join("\n\n") + "\n"
}

/// The letter as a table of HTML, as bulk mail has it.
pub fn html(letter: &Letter) -> String {
    let paragraphs: String =
        letter.text.iter().map(|text| format!("<p style=\"margin:0 0 16px\">{text}</p>\n")).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{subject}</title></head>\n<body style=\"margin:0;background:#f3f2f1\">\n<table role=\"presentation\" width=\"100%\"><tr><td align=\"center\">\n<table role=\"presentation\" width=\"600\" style=\"background:#ffffff;font:16px/1.5 Arial,sans-serif;color:#222222\"><tr><td style=\"padding:24px\">\n{paragraphs}</td></tr></table>\n</td></tr></table>\n</body></html>\n",
        subject = letter.subject,
    )
}

/// An acknowledgement that the person has resigned: evidence of membership and no notice.
pub fn resignation_acknowledged(envelope: &Envelope) -> Message {
    let seed = envelope.seed.within("resignation");
    let message = Message::default()
        .with("Date", "Mon, 11 Feb 2019 10:04:51 +0000")
        .with("From", mailbox("Membership Team", "membership@party.example"))
        .with("To", mailbox(&envelope.to_name, &envelope.to))
        .with("Message-ID", format!("<{}@mail.party.example>", seed.hex("id", 24)))
        .with("In-Reply-To", format!("<{}@mail.gpost.example>", seed.word("reply", 30)))
        .with("Subject", "Re: Leaving the party")
        .with("MIME-Version", "1.0")
        .with("Content-Type", "text/plain; charset=utf-8")
        .with("Content-Transfer-Encoding", "quoted-printable")
        .saying(quoted_printable(
            "Thank you for letting us know. Your membership has been cancelled with effect from 8 February 2019, and no more payments will be taken.\n\nMembership Team\n",
        ));
    dkim::sign(message, "mail.party.example", "m2019", 1_549_879_491)
}

/// The person's own request for a copy of the data, from the folder of sent mail: it has no Received lines.
pub fn request_for_data(envelope: &Envelope) -> Message {
    let person = envelope.person;
    let text = format!(
        "To the privacy inbox\n\nI was a member and I have read about the incident. Under article 15 of the UK GDPR please send me a copy of all the data that you hold about me, where you got it from, and with whom you have shared it.\n\n{}\n",
        person.full_name()
    );
    Message::default()
        .with("Message-ID", format!("<{}@fernline.example>", envelope.seed.hex("sent id", 32)))
        .with("Date", "Mon, 8 Nov 2021 19:22:05 +0000")
        .with("MIME-Version", "1.0")
        .with(
            "User-Agent",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:91.0) Gecko/20100101\r\n Thunderbird/91.3.0",
        )
        .with("Content-Language", "en-GB")
        .with("From", format!("{} <{}>", display_name(&person.full_name()), person.first_email()))
        .with("To", "privacy@party.example")
        .with("Subject", "Request for access to my personal data")
        .with("Content-Type", "text/plain; charset=UTF-8; format=flowed")
        .with("Content-Transfer-Encoding", "7bit")
        .saying(text.replace('\n', "\r\n"))
}

fn latin1(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect()
}

fn hex_of(text: &str) -> String {
    crate::sample::seed::Seed::new("campaign").hex(text, 20)
}
