//! In the manner of Yahoo Mail: the mailbox is named only in X-Apparently-To.

use super::verdict;
use crate::sample::mail::envelope::Envelope;
use crate::sample::mail::message::Message;

pub fn deliver(message: Message, e: &Envelope) -> Message {
    let seed = &e.seed;
    let (host, ip, signer, bounce) = (e.letter.host, e.letter.ip, e.signer(), e.bounce());
    let results = format!(
        "atlas{n}.free.mail.ir2.yonder.example;\r\n dkim={v} header.i=@{signer} header.s={s};\r\n spf={v} smtp.mailfrom={signer};\r\n dmarc={v}(p=QUARANTINE) header.from={from};",
        n = seed.digits("atlas", 3),
        v = verdict(e),
        s = e.selector,
        from = e.sender_domain()
    );
    message.under(vec![
        ("X-Apparently-To", format!("{}; {}", e.delivered_to, e.stamp(3, 0))),
        ("Return-Path", format!("<{bounce}>")),
        ("X-Originating-Ip", format!("[{ip}]")),
        ("Received-SPF", format!("pass (domain of {signer} designates {ip} as permitted sender)")),
        ("Authentication-Results", results),
        ("X-YMailISG", format!("{}--", crate::sample::mail::message::lines_of(&seed.base64("isg", 180), 70).trim_end().replace("\r\n", "\r\n "))),
        (
            "Received",
            format!(
                "from {ip} (EHLO {host})\r\n by 10.217.{}.{} with SMTPs\r\n (version=TLS1_2 cipher=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256);\r\n {}",
                seed.below("third", 250),
                seed.below("fourth", 250),
                e.stamp(3, 0)
            ),
        ),
    ])
}
