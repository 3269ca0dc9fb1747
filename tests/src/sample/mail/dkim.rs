//! Signatures of the sample's sender (RFC 6376): rsa-sha256, relaxed/relaxed.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use rsa::RsaPrivateKey;
use rsa::pkcs1v15::SigningKey;
use rsa::pkcs8::{DecodePrivateKey as _, EncodePublicKey as _};
use rsa::signature::{SignatureEncoding as _, Signer as _};
use sha2::{Digest as _, Sha256};

use super::message::Message;

/// The usual selector.
pub const SELECTOR: &str = "notice2021";

const SIGNED: [&str; 7] = ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"];

fn key() -> RsaPrivateKey {
    RsaPrivateKey::from_pkcs8_pem(include_str!("../dkim/test-key-not-a-secret.pem"))
        .expect("the test key can be read")
}

/// The record that `SELECTOR._domainkey.DOMAIN` would have in the DNS.
pub fn public_key_record() -> String {
    let key = key().to_public_key().to_public_key_der().expect("the key can be written");
    format!("v=DKIM1; k=rsa; p={}", BASE64_STANDARD.encode(key.as_bytes()))
}

/// Signs `message` for `domain`, above its other headers.
pub fn sign(message: Message, domain: &str, selector: &str, at: i64) -> Message {
    let body_hash = BASE64_STANDARD.encode(Sha256::digest(relaxed_body(&message.body)));
    let names = SIGNED.map(str::to_lowercase).join(":");
    let unsigned = format!(
        "v=1; a=rsa-sha256; c=relaxed/relaxed; d={domain}; s={selector};\r\n\tt={at}; h={names};\r\n\tbh={body_hash};\r\n\tb="
    );
    let mut signed = String::new();
    for name in SIGNED {
        signed += &relaxed_header(name, message.header(name));
        signed += "\r\n";
    }
    signed += &relaxed_header("DKIM-Signature", &unsigned);
    let signature = SigningKey::<Sha256>::new(key()).sign(signed.as_bytes());
    let signature = BASE64_STANDARD.encode(signature.to_bytes());
    let folded: Vec<&str> =
        signature.as_bytes().chunks(72).map(|c| std::str::from_utf8(c).expect("ASCII")).collect();
    message.under(vec![("DKIM-Signature", format!("{unsigned}{}", folded.join("\r\n\t ")))])
}

/// RFC 6376, 3.4.2.
fn relaxed_header(name: &str, value: &str) -> String {
    let value: Vec<&str> = value.split([' ', '\t', '\r', '\n']).filter(|word| !word.is_empty()).collect();
    format!("{}:{}", name.to_lowercase(), value.join(" "))
}

/// RFC 6376, 3.4.4.
fn relaxed_body(body: &str) -> String {
    let line = |line: &str| {
        let mut reduced = String::new();
        for c in line.trim_end_matches([' ', '\t']).chars() {
            match c {
                ' ' | '\t' if reduced.ends_with(' ') => {}
                ' ' | '\t' => reduced.push(' '),
                other => reduced.push(other),
            }
        }
        reduced + "\r\n"
    };
    let mut text: String = body.trim_end_matches("\r\n").split("\r\n").map(line).collect();
    while text.ends_with("\r\n\r\n") {
        text.truncate(text.len() - 2);
    }
    if text == "\r\n" { String::new() } else { text }
}
