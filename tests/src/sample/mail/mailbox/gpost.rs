//! In the manner of Gmail.

use super::{signature_start, verdict};
use crate::sample::mail::envelope::Envelope;
use crate::sample::mail::message::{Message, lines_of};

pub fn deliver(message: Message, e: &Envelope) -> Message {
    let seed = &e.seed;
    let (host, ip, signer, bounce, to) =
        (e.letter.host, e.letter.ip, e.signer(), e.bounce(), &e.delivered_to);
    let seen = e.at(4, -7).strftime("%a, %d %b %Y %H:%M:%S %z (PDT)").to_string();
    let seconds = e.at(4, 0).timestamp().as_second();
    let inner = format!("2002:a05:{}:{}:0:0:0:0", seed.hex("a", 4), seed.hex("b", 4));
    let arc = |name: &str| lines_of(&seed.base64(name, 256), 64).trim_end().replace("\r\n", "\r\n         ");
    let results = if verdict(e) == "pass" {
        format!(
            "mx.gpost.example;\r\n       dkim=pass header.i=@{signer} header.s={selector} header.b={start};\r\n       spf=pass (gpost.example: domain of {bounce} designates {ip} as permitted sender) smtp.mailfrom={bounce};\r\n       dmarc=pass (p=QUARANTINE sp=QUARANTINE dis=NONE) header.from={from}",
            selector = e.selector,
            start = signature_start(&message),
            from = e.sender_domain(),
        )
    } else {
        format!(
            "mx.gpost.example;\r\n       spf=softfail (gpost.example: domain of transitioning {bounce} does not designate {ip} as permitted sender) smtp.mailfrom={bounce}"
        )
    };
    message.under(vec![
        ("Delivered-To", to.clone()),
        (
            "Received",
            format!(
                "by {inner} with SMTP id {}csp{};\r\n        {}",
                seed.word("local", 8),
                seed.digits("csp", 7),
                e.at(5, -7).strftime("%a, %-d %b %Y %H:%M:%S %z (PDT)")
            ),
        ),
        ("X-Google-Smtp-Source", format!("ABdhPJ{}", seed.base64("source", 48).replace(['+', '='], "x"))),
        (
            "X-Received",
            format!("by {inner} with SMTP id {}mr{}.{seconds}123;\r\n        {seen}", seed.word("x", 9), seed.digits("mr", 8)),
        ),
        (
            "ARC-Seal",
            format!("i=1; a=rsa-sha256; t={seconds}; cv=none;\r\n        d=gpost.example; s=arc-20160816;\r\n        b={}", arc("seal")),
        ),
        (
            "ARC-Message-Signature",
            format!(
                "i=1; a=rsa-sha256; c=relaxed/relaxed; d=gpost.example; s=arc-20160816;\r\n        h=mime-version:subject:message-id:to:from:date:dkim-signature;\r\n        bh={};\r\n        b={}",
                seed.base64("arc body", 32),
                arc("message")
            ),
        ),
        ("ARC-Authentication-Results", format!("i=1; {results}")),
        ("Return-Path", format!("<{bounce}>")),
        (
            "Received",
            format!(
                "from {host} ({host}. [{ip}])\r\n        by mx.gpost.example with ESMTPS id {}si{}wrb.{}.{};\r\n        for <{to}>\r\n        (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);\r\n        {seen}",
                seed.word("e", 7),
                seed.digits("si", 8),
                seed.digits("n", 3),
                e.at(4, -7).strftime("%Y.%m.%d.%H.%M.%S"),
            )
            .replace(";\r\n        for", "\r\n        for"),
        ),
        (
            "Received-SPF",
            format!("{} (gpost.example: domain of {bounce} designates {ip} as permitted sender) client-ip={ip};", verdict(e)),
        ),
        ("Authentication-Results", results),
    ])
}
