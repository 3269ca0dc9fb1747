//! In the manner of somebody's own server with Postfix and OpenDKIM, and a Maildir.

use super::verdict;
use crate::sample::mail::envelope::Envelope;
use crate::sample::mail::message::Message;

pub fn deliver(message: Message, e: &Envelope) -> Message {
    let seed = &e.seed;
    let (host, ip, signer, to) = (e.letter.host, e.letter.ip, e.signer(), &e.delivered_to);
    let domain = to.rsplit_once('@').map_or("", |(_, domain)| domain);
    let mut headers = vec![
        ("Return-Path", format!("<{}>", e.bounce())),
        ("X-Original-To", to.clone()),
        ("Delivered-To", format!("postbox@mail.{domain}")),
        (
            "Received",
            format!(
                "from {host} ({host} [{ip}])\r\n\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)\r\n\t key-exchange X25519 server-signature RSA-PSS (2048 bits))\r\n\t(No client certificate requested)\r\n\tby mail.{domain} (Postfix) with ESMTPS id {queue}\r\n\tfor <{to}>; {stamp} (GMT)",
                queue = seed.token("queue in", "0123456789ABCDEF", 10),
                stamp = e.stamp(3, 0)
            ),
        ),
    ];
    if verdict(e) == "pass" {
        headers.push((
            "Authentication-Results",
            format!("mail.{domain};\r\n\tdkim=pass (2048-bit key) header.d={signer} header.i=@{signer}"),
        ));
    }
    message.under(headers)
}
