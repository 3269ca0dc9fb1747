//! The packet in `docs/packet.md` opens with the key beside it, and says what the page says.
//!
//! `JOINDER_WRITE_VECTOR=1 cargo test -p joinder-packet --test vector` writes another one: `age` makes each file anew.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use std::fs;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use joinder_domain::audit::Digest;
use joinder_packet::{Error, ExchangeKey, FileEntry, How, Manifest, Opened, Receipt, Signature};
use serde_json::json;
use uuid::Uuid;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../docs/packet.md");
const FILE: &[u8] = b"Your data may have been taken.\n";

fn manifest() -> Manifest {
    let at = "2026-11-25T18:30:00Z".parse().unwrap();
    Manifest {
        packet: Uuid::from_u128(3),
        invitation: Some(Uuid::from_u128(1)),
        matter: Uuid::from_u128(2),
        sequence: 1,
        replaces: None,
        sealed: at,
        program: "joinder 0.1.0".into(),
        recipient: "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj".into(),
        device: None,
        claimant: json!({ "identity": { "forenames": "Nia", "surname": "Enghraifft" } }),
        signature: Some(Signature {
            name: "Nia Enghraifft".into(),
            capacity: "own".into(),
            kind: "truth-declaration".into(),
            version: 1,
            wording: "I believe that what I have said is true.".into(),
            at,
            how: How::Typed,
        }),
        assisted_by: None,
        request: None,
        answers: Vec::new(),
        transfer: None,
        files: vec![FileEntry {
            name: "notice.txt".into(),
            size: FILE.len() as u64,
            sha256: Digest::of(FILE),
            modified: None,
        }],
    }
}

/// The lines of the code block after the words `after`.
fn block<'a>(page: &'a str, after: &str) -> &'a str {
    let rest = page.split_once(after).unwrap().1;
    rest.split("```").nth(1).unwrap().trim()
}

fn write(page: &str) {
    let key = ExchangeKey::generate().unwrap();
    let mut sealed = Vec::new();
    let to = key.public().recipient;
    let done =
        manifest().seal(&mut sealed, &to, |_, target| Ok::<_, Error>(target.write_all(FILE)?)).unwrap();
    let text = STANDARD.encode(sealed);
    let lines: Vec<&str> =
        text.as_bytes().chunks(100).map(|line| std::str::from_utf8(line).unwrap()).collect();
    let secret = key.to_text().lines().next().unwrap().to_owned();
    let receipt = page.split("Receipt `").nth(1).unwrap().split('`').next().unwrap();
    let page = page
        .replace(block(page, "The key:"), &secret)
        .replace(block(page, "in base64:\n"), &lines.join("\n"))
        .replace(&format!("Receipt `{receipt}`"), &format!("Receipt `{}`", done.receipt()));
    fs::write(PAGE, page).unwrap();
}

#[test]
fn the_packet_of_the_page_is_what_the_page_says() {
    let mut page = fs::read_to_string(PAGE).unwrap();
    if std::env::var_os("JOINDER_WRITE_VECTOR").is_some() {
        write(&page);
        page = fs::read_to_string(PAGE).unwrap();
    }
    // Of the two private keys, the page needs the one that opens packets.
    let key = ExchangeKey::from_text(&format!("{}\n{}", block(&page, "The key:"), STANDARD.encode([0; 32])))
        .unwrap();
    let sealed = STANDARD.decode(block(&page, "in base64:\n").replace('\n', "")).unwrap();
    let mut opened = Opened::packet(sealed.as_slice(), &key).unwrap();
    let mut file = Vec::new();
    opened.read_next(&mut file).unwrap();
    assert_eq!(file, FILE);
    assert_eq!(opened.finish().unwrap(), manifest());
    assert!(page.contains(&format!("Receipt `{}`", Receipt::of(&Digest::of(&sealed)))));
}
