//! In the manner of a British internet provider with Exim and Dovecot.

use super::verdict;
use crate::sample::mail::envelope::Envelope;
use crate::sample::mail::message::Message;

/// Delivers; `thunderbird` adds what that program keeps above a mail that it saves.
pub fn deliver(message: Message, e: &Envelope, thunderbird: bool) -> Message {
    let seed = &e.seed;
    let (host, ip, signer, bounce, to) =
        (e.letter.host, e.letter.ip, e.signer(), e.bounce(), &e.delivered_to);
    let exim = format!(
        "1mi{}-000{}-{}",
        seed.token("exim", "abcdefgHIJKLMN", 3),
        seed.token("exim 2", "ABCDEFghij", 3),
        seed.token("exim 3", "abcdefgHIJ", 2)
    );
    let mut headers = Vec::new();
    if thunderbird {
        headers.extend([
            ("X-Account-Key", "account1".into()),
            ("X-UIDL", format!("{}.{}", seed.hex("uidl", 16), seed.digits("uidl n", 5))),
            ("X-Mozilla-Status", "0001".into()),
            ("X-Mozilla-Status2", "00000000".into()),
            ("X-Mozilla-Keys", " ".repeat(60)),
        ]);
    }
    let results = format!(
        "mx3.fernline.example;\r\n\tiprev=pass ({host}) smtp.remote-ip={ip};\r\n\tspf={v} smtp.mailfrom={signer};\r\n\tdkim={v} header.d={signer} header.s={s} header.a=rsa-sha256;\r\n\tdmarc={v} header.from={from}",
        v = verdict(e),
        s = e.selector,
        from = e.sender_domain()
    );
    headers.extend([
        ("Return-Path", format!("<{bounce}>")),
        ("Delivered-To", to.clone()),
        (
            "Received",
            format!(
                "from md-12.internal.fernline.example ([10.20.4.12])\r\n\tby store-7.internal.fernline.example with LMTP\r\n\tid {id}\r\n\t(envelope-from <{bounce}>)\r\n\tfor <{to}>; {stamp}",
                id = seed.base64("lmtp", 16),
                stamp = e.stamp(9, 0)
            ),
        ),
        ("Envelope-to", to.clone()),
        ("Delivery-date", e.stamp(8, 0)),
        (
            "Received",
            format!(
                "from {host} ([{ip}]:41922)\r\n\tby mx3.fernline.example with esmtps (TLS1.2:ECDHE-RSA-AES256-GCM-SHA384:256)\r\n\t(Exim 4.94.2)\r\n\t(envelope-from <{bounce}>)\r\n\tid {exim}\r\n\tfor {to}; {stamp}",
                stamp = e.stamp(8, 0)
            ),
        ),
        ("Authentication-Results", results),
        ("X-Spam-Score", "-0.6 (/)".into()),
    ]);
    message.under(headers)
}
