//! The packets in `docs/packet.md` and `docs/transfer.md` open with the keys beside them, and say what the pages say.
//!
//! `JOINDER_WRITE_VECTOR=1 cargo test -p joinder-packet --test vector` writes others: `age` makes each file anew.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use joinder_domain::audit::{Change, Digest, Pair};
use joinder_domain::id::PersonId;
use joinder_domain::journal::{Entry, Task};
use joinder_packet::{
    Beside, CopyKey, Error, Event, ExchangeKey, FileEntry, How, Manifest, Opened, Receipt, Recipient, Sealed,
    SentApproval, SentLabel, SentPaper, Signature, Transfer, read_copy_key, write_copy_key,
};
use serde_json::json;
use uuid::Uuid;

const DOCS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../docs");
const FILE: &[u8] = b"Your data may have been taken.\n";
const AT: &str = "2026-11-25T18:30:00Z";

fn manifest() -> Manifest {
    Manifest {
        packet: Uuid::from_u128(3),
        invitation: Some(Uuid::from_u128(1)),
        matter: Uuid::from_u128(2),
        sequence: 1,
        replaces: None,
        sealed: AT.parse().unwrap(),
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
            at: AT.parse().unwrap(),
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

/// Nia as Bronwen sends her from a laptop: a task that was done there, an approval, the mark of an exhibit.
fn transfer(laptop: &CopyKey) -> Manifest {
    let (at, bronwen) = (AT.parse().unwrap(), PersonId(Uuid::from_u128(6)));
    let task =
        |done| Entry::Task(Task { text: "Ask for the email itself".into(), due: None, assignee: None, done });
    let fields = BTreeMap::from([("contact.mobile".to_owned(), Pair(json!(null), json!("07700 900123")))]);
    Manifest {
        invitation: None,
        signature: None,
        sequence: 9,
        recipient: laptop.keys.recipient.to_string(),
        transfer: Some(Transfer {
            claimant: Uuid::from_u128(4),
            reference: "C-000012".into(),
            copy: Uuid::from_u128(5),
            person: "Bronwen Parry".into(),
            verifying_key: laptop.keys.verifying_text(),
            states: vec![Digest::of(b"{\"identity\":{\"forenames\":\"Nia\"}}")],
            entries: 9,
            head: Digest::of(b"the last entry"),
            history: vec![Event {
                seq: 8,
                at,
                who: "Bronwen Parry".into(),
                op: "claimant.edit".into(),
                subject: "claimant".into(),
                hash: Digest::of(b"the entry before"),
                fields: Change(fields),
            }],
            beside: vec![Beside {
                mark: Uuid::from_u128(7),
                made: at,
                person: bronwen,
                who: "Bronwen Parry".into(),
                entry: task(true),
                removed: false,
                states: vec![Digest::of(
                    br#"{"done":false,"kind":"task","text":"Ask for the email itself"}"#,
                )],
            }],
            papers: vec![SentPaper {
                kind: "claim-bundle".into(),
                audience: "confidential".into(),
                sha256: Digest::of(b"the file"),
                plan: Digest::of(b"its plan"),
                pages: 12,
                made: at,
                person: bronwen,
                who: "Bronwen Parry".into(),
                approvals: vec![SentApproval {
                    name: "Nia Enghraifft".into(),
                    day: "2026-11-25".parse().unwrap(),
                    how: "signed on paper".into(),
                    at,
                    person: bronwen,
                    who: "Bronwen Parry".into(),
                    ended: None,
                }],
            }],
            labels: vec![SentLabel { serial: 1, sha256: Digest::of(FILE), label: "NE1".into() }],
        }),
        ..manifest()
    }
}

/// The lines of the code block after the words `after`.
fn block<'a>(page: &'a str, after: &str) -> &'a str {
    let rest = page.split_once(after).unwrap().1;
    rest.split("```").nth(1).unwrap().trim()
}

fn read(name: &str) -> String {
    fs::read_to_string(format!("{DOCS}/{name}")).unwrap()
}

/// Puts another packet in the place of the page's, sealed for a key of its own.
fn write(name: &str, seal: impl FnOnce(&mut Vec<u8>, &Recipient) -> Sealed) {
    let key = ExchangeKey::generate().unwrap();
    let mut sealed = Vec::new();
    let done = seal(&mut sealed, &key.public().recipient);
    let text = STANDARD.encode(sealed);
    let lines: Vec<&str> =
        text.as_bytes().chunks(100).map(|line| std::str::from_utf8(line).unwrap()).collect();
    let secret = key.to_text().lines().next().unwrap().to_owned();
    let page = read(name);
    let receipt = page.split("Receipt `").nth(1).unwrap().split('`').next().unwrap();
    let page = page
        .replace(block(&page, "The key:"), &secret)
        .replace(block(&page, "in base64:\n"), &lines.join("\n"))
        .replace(&format!("Receipt `{receipt}`"), &format!("Receipt `{}`", done.receipt()));
    fs::write(format!("{DOCS}/{name}"), page).unwrap();
}

/// The packet of a page, opened with the key of the page.
fn opened(page: &str) -> Manifest {
    // Of the two private keys, the page needs the one that opens packets.
    let key = ExchangeKey::from_text(&format!("{}\n{}", block(page, "The key:"), STANDARD.encode([0; 32])))
        .unwrap();
    let sealed = STANDARD.decode(block(page, "in base64:\n").replace('\n', "")).unwrap();
    assert!(page.contains(&format!("Receipt `{}`", Receipt::of(&Digest::of(&sealed)))));
    let mut opened = Opened::packet(sealed.as_slice(), &key).unwrap();
    let mut file = Vec::new();
    opened.read_next(&mut file).unwrap();
    assert_eq!(file, FILE);
    opened.finish().unwrap()
}

fn wanted() -> bool {
    std::env::var_os("JOINDER_WRITE_VECTOR").is_some()
}

fn copy(_: usize, target: &mut dyn Write) -> Result<(), Error> {
    Ok(target.write_all(FILE)?)
}

#[test]
fn the_packet_of_the_page_is_what_the_page_says() {
    if wanted() {
        write("packet.md", |target, to| manifest().seal(target, to, copy).unwrap());
    }
    assert_eq!(opened(&read("packet.md")), manifest());
}

#[test]
fn the_transfer_of_the_page_is_what_the_page_says() {
    const SENDER: &str = "The sender’s key file:";
    if wanted() {
        let laptop = ExchangeKey::generate().unwrap();
        let of = CopyKey {
            matter: Uuid::from_u128(2),
            matter_name: "Data breach 2021".into(),
            person: "Bronwen Parry".into(),
            made: AT.parse().unwrap(),
            keys: laptop.public(),
        };
        let mut file = Vec::new();
        write_copy_key(&of, &laptop, &mut file).unwrap();
        let page = read("transfer.md");
        let file = String::from_utf8(file).unwrap();
        fs::write(format!("{DOCS}/transfer.md"), page.replace(block(&page, SENDER), file.trim())).unwrap();
        write("transfer.md", |target, to| transfer(&of).seal_transfer(target, &laptop, to, copy).unwrap());
    }
    let page = read("transfer.md");
    let laptop = read_copy_key(block(&page, SENDER).as_bytes()).unwrap();
    let words = format!("words of the sender’s key are `{}`", laptop.fingerprint());
    if wanted() {
        let before = page.split("words of the sender’s key are `").nth(1).unwrap().split('`').next().unwrap();
        fs::write(format!("{DOCS}/transfer.md"), page.replace(before, &laptop.fingerprint().to_string()))
            .unwrap();
    }
    let page = read("transfer.md");
    assert!(page.contains(&words), "{words}");
    let manifest = opened(&page);
    assert_eq!(manifest, transfer(&laptop));
    assert_eq!(manifest.sender().unwrap(), laptop.fingerprint());
}
