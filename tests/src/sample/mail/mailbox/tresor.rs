//! In the manner of Proton Mail.

use super::{signature_start, verdict};
use crate::sample::mail::envelope::Envelope;
use crate::sample::mail::message::Message;

pub fn deliver(message: Message, e: &Envelope) -> Message {
    let seed = &e.seed;
    let (host, ip, signer, bounce, to) =
        (e.letter.host, e.letter.ip, e.signer(), e.bounce(), &e.delivered_to);
    let start = signature_start(&message);
    message.under(vec![
        ("Return-Path", format!("<{bounce}>")),
        ("X-Original-To", to.clone()),
        ("Delivered-To", to.clone()),
        (
            "Authentication-Results",
            format!(
                "mail.tresor.example; dkim={v} (2048-bit key)\r\n header.d={signer} header.i=@{signer} header.b=\"{start}\"",
                v = verdict(e),
            ),
        ),
        ("Authentication-Results", format!("mail.tresor.example; dmarc={} (p=quarantine dis=none) header.from={}", verdict(e), e.sender_domain())),
        ("Authentication-Results", format!("mail.tresor.example; spf={} smtp.mailfrom={signer}", verdict(e))),
        ("Authentication-Results", "mail.tresor.example; arc=none smtp.remote-ip=".to_owned() + ip),
        (
            "Received",
            format!(
                "from {host} ({host} [{ip}]) (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)\r\n key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256) (No client certificate requested)\r\n by mailin0{n}.tresor.example (Postfix) with ESMTPS id {queue} for <{to}>; {stamp} (UTC)",
                n = seed.digits("in", 2),
                queue = seed.token("queue in", "0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz", 15),
                stamp = e.stamp(4, 0)
            ),
        ),
        ("X-Spam-Status", "No, score=-0.1 required=4.0".into()),
        ("X-Pm-Origin", "external".into()),
        ("X-Pm-Content-Encryption", "on-delivery".into()),
        ("X-Pm-Spamscore", "0".into()),
    ])
}
