//! In the manner of Outlook.com and of Exchange Online, whose verdicts name no system as their author.

use super::verdict;
use crate::sample::mail::envelope::Envelope;
use crate::sample::mail::message::Message;

pub fn deliver(message: Message, e: &Envelope, domain: &str) -> Message {
    let seed = &e.seed;
    let (host, ip, signer, from) = (e.letter.host, e.letter.ip, e.signer(), e.sender_domain());
    let upper = |what: &str| seed.token(what, "0123456789ABCDEFGHJKLMNPRSTUVWXYZ", 4);
    let front = format!("AM6EUR05FT0{}.mail.protection.{domain}", seed.digits("front", 2));
    let middle = format!("AM6PR10CA00{}.EURPRD10.PROD.{domain}", seed.digits("middle", 2));
    let store = format!("DB8PR04MB{}.eurprd04.prod.{domain}", seed.digits("store", 4));
    let tls = "Microsoft SMTP Server (version=TLS1_2,\r\n cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.4649.15";
    let results = if verdict(e) == "pass" {
        format!(
            "spf=pass (sender IP is {ip})\r\n smtp.mailfrom={signer}; dkim=pass (signature was verified)\r\n header.d={signer};dmarc=pass action=none\r\n header.from={from};compauth=pass reason=100"
        )
    } else {
        format!(
            "spf=none (sender IP is {ip})\r\n smtp.mailfrom={signer}; dkim=none (message not signed)\r\n header.d=none;dmarc=none action=none\r\n header.from={from};compauth=fail reason=001"
        )
    };
    let id = format!(
        "{}-{}-{}-{}-08d99ed{}",
        seed.hex("n1", 8),
        seed.hex("n2", 4),
        seed.hex("n3", 4),
        seed.hex("n4", 4),
        seed.hex("n5", 5)
    );
    message.under(vec![
        ("Received", format!("from {middle} (2603:10a6:209:89::{})\r\n by {store} with HTTPS; {}", seed.hex("v6", 2), e.stamp(7, 0))),
        (
            "Received",
            format!("from {front}\r\n (2603:10a6:209:89:cafe::{}) by {middle}\r\n (2603:10a6:209:89::{}) with {tls} via Frontend\r\n Transport; {}", seed.hex("v7", 2), seed.hex("v8", 2), e.stamp(6, 0)),
        ),
        ("Authentication-Results", results),
        (
            "Received-SPF",
            format!("Pass (protection.{domain}: domain of {signer} designates {ip}\r\n as permitted sender) receiver=protection.{domain};\r\n client-ip={ip}; helo={host};"),
        ),
        (
            "Received",
            format!("from {host} ({ip}) by\r\n {front} (10.233.241.26) with {tls} via Frontend Transport;\r\n {}", e.stamp(5, 0)),
        ),
        ("X-IncomingTopHeaderMarker", format!("OriginalChecksum:{}{};SizeAsReceived:2811;Count:14", upper("c1"), upper("c2"))),
        ("X-MS-Exchange-Organization-ExpirationStartTime", e.at(6, 0).strftime("%d %b %Y %H:%M:%S.4210 (UTC)").to_string()),
        ("X-MS-Exchange-Organization-Network-Message-Id", id),
        ("X-MS-Exchange-Organization-SCL", "1".into()),
        ("X-Sender-IP", ip.into()),
        ("X-SID-PRA", e.letter.from.1.to_uppercase()),
        ("X-SID-Result", "PASS".into()),
        ("Return-Path", e.bounce()),
    ])
}
