//! Passed through a mailing list, which adds its headers and a footer: the body is no longer what was signed.

use crate::sample::mail::envelope::Envelope;

/// `saved` as it looks when a list has passed it on.
pub fn through_a_list(saved: Vec<u8>, e: &Envelope) -> Vec<u8> {
    let text = String::from_utf8(saved).expect("the sample's mails are UTF-8");
    let (name, domain) = e.to.split_once('@').unwrap_or_default();
    let footer = format!(
        "_______________________________________________\r\n{name} mailing list\r\n{name}@{domain}\r\nhttps://{domain}/mailman/listinfo/{name}\r\n"
    );
    let headers = format!(
        "List-Id: Everybody in the family <{name}.{domain}>\r\nList-Post: <mailto:{name}@{domain}>\r\nPrecedence: list\r\nX-Mailman-Version: 2.1.39\r\nSender: {name}-bounces@{domain}\r\n"
    );
    // The text part ends where the HTML part begins.
    let (before, after) = text.split_once("\r\nContent-Type: text/html").expect("there is an HTML part");
    let (plain, boundary) = before.rsplit_once("\r\n--").expect("there is a boundary");
    format!("{plain}\r\n{footer}\r\n--{boundary}\r\nContent-Type: text/html{after}")
        .replacen("MIME-Version: 1.0\r\n", &format!("MIME-Version: 1.0\r\n{headers}"), 1)
        .into_bytes()
}
