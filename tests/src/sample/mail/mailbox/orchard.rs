//! In the manner of iCloud Mail, which writes one verdict for each check.

use super::{signature_start, verdict};
use crate::sample::mail::envelope::Envelope;
use crate::sample::mail::message::Message;

pub fn deliver(message: Message, e: &Envelope) -> Message {
    let seed = &e.seed;
    let (host, ip, signer, bounce) = (e.letter.host, e.letter.ip, e.signer(), e.bounce());
    let gate = format!("p{}-mailgateway-smtp-{}", seed.digits("gate", 2), seed.hex("pod", 8));
    let mut headers = vec![
        (
            "Received",
            format!(
                "from pv50p00im-smtpin{n}.orchard.example by {gate} (mailgateway 2130B31)\r\n\twith SMTP id {id} for <{to}>; {stamp}",
                n = seed.digits("in", 3),
                id = seed.hex("gid", 32),
                to = e.delivered_to,
                stamp = e.stamp(6, 0)
            ),
        ),
        ("X-Apple-MoveToFolder", "INBOX ".into()),
        ("X-Apple-Action", "MOVE_TO_FOLDER/INBOX".into()),
        ("X-Apple-UUID", seed.hex("uuid", 32)),
        (
            "Received",
            format!(
                "from {host} ({host} [{ip}])\r\n\tby pv50p00im-smtpin.orchard.example (Postfix) with ESMTPS id {queue}\r\n\tfor <{to}>; {stamp} (UTC)",
                queue = seed.token("queue in", "0123456789ABCDEF", 11),
                to = e.delivered_to,
                stamp = e.stamp(4, 0)
            ),
        ),
    ];
    if verdict(e) == "pass" {
        headers.extend([
            ("Authentication-Results", "bimi.orchard.example; bimi=skipped reason=\"insufficient dmarc\"".into()),
            ("Authentication-Results", format!("dmarc.orchard.example; dmarc=pass header.from={}", e.sender_domain())),
            (
                "Authentication-Results",
                format!(
                    "dkim-verifier.orchard.example;\r\n\tdkim=pass (2048-bit key) header.d={signer} header.i=@{signer}\r\n\theader.b={}",
                    signature_start(&message)
                ),
            ),
            ("Authentication-Results", format!("spf.orchard.example; spf=pass\r\n\t(spf.orchard.example: domain of {bounce} designates {ip} as\r\n\tpermitted sender) smtp.mailfrom={bounce}")),
        ]);
    }
    headers.push(("Return-Path", format!("<{bounce}>")));
    message.under(headers)
}
