//! Every file of a folder gets an answer, and no part of it is lost: our own fixtures, or those in `JOINDER_CORPUS`.
//!
//! `JOINDER_CORPUS=FOLDER cargo test --test corpus -- --nocapture` says what was found in each.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "test helpers"
)]

mod common;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use joinder_evidence::{
    Content, Inspection, Limits, Mbox, Message, Shape, inspect, part_bytes, sha256_hex, unpack,
};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
    found.sort();
}

/// Looks at one file and at everything inside it; says what differs from what mail-parser finds.
fn look(name: &str, bytes: &[u8], told: &mut Vec<String>) -> Inspection {
    let limits = Limits::default();
    let facts = inspect(bytes, &limits);
    assert_eq!((facts.size, &facts.sha256), (bytes.len() as u64, &sha256_hex(bytes)), "{name}");
    let json = serde_json::to_string(&facts).unwrap();
    assert_eq!(serde_json::from_str::<Inspection>(&json).unwrap(), facts, "{name}");
    for message in facts.message.iter().flat_map(Message::with_nested) {
        for part in &message.attachments {
            let bytes = part_bytes(bytes, &part.path, &limits);
            let bytes = bytes.unwrap_or_else(|| panic!("{name}: the part at {} can be had", part.path));
            assert_eq!(sha256_hex(&bytes), part.sha256, "{name}: {}", part.path);
        }
    }
    match facts.shape {
        Shape::Mbox => {
            let mut mailbox = Mbox::new(bytes, &limits);
            while let Some(message) = mailbox.next_message().unwrap() {
                look(&format!("{name}#{}", message.index), message.bytes, told);
            }
        }
        Shape::Zip => drop(unpack(Cursor::new(bytes), &limits, &mut |member| {
            if let Content::Bytes(bytes) = member.content {
                look(&format!("{name}/{}", member.name), &bytes, told);
            }
            Ok(ControlFlow::Continue(()))
        })),
        Shape::Eml => told.extend(compared(&facts, bytes).into_iter().map(|line| format!("{name}: {line}"))),
        _ => {}
    }
    facts
}

/// What mail-parser decodes that is nowhere among our parts and texts.
fn compared(facts: &Inspection, bytes: &[u8]) -> Vec<String> {
    // On some broken messages theirs gives no answer at all.
    let parse = || mail_parser::MessageParser::default().parse(bytes);
    let Ok(Some(theirs)) = std::panic::catch_unwind(parse) else { return Vec::new() };
    let ours = facts.message.as_ref().unwrap();
    let all = ours.with_nested();
    let hashes: Vec<&str> =
        all.iter().flat_map(|m| &m.attachments).map(|part| part.sha256.as_str()).collect();
    let mut texts: String =
        all.iter().flat_map(|m| [m.text.as_deref(), m.html.as_deref()]).flatten().map(squeezed).collect();
    // A text that came as a file is kept as its bytes, in whatever character set.
    for part in all.iter().flat_map(|m| &m.attachments) {
        let bytes = part_bytes(bytes, &part.path, &Limits::default()).unwrap();
        texts.push_str(&squeezed(&String::from_utf8_lossy(&bytes)));
        texts.push_str(&squeezed(&bytes.iter().map(|&byte| char::from(byte)).collect::<String>()));
    }
    let mut told = Vec::new();
    let mut left = vec![(String::new(), theirs)];
    while let Some((place, message)) = left.pop() {
        for (index, part) in message.parts.iter().enumerate() {
            let place = format!("{place}{index}");
            match &part.body {
                mail_parser::PartType::Text(text) | mail_parser::PartType::Html(text) => {
                    let listed = hashes.contains(&sha256_hex(text.as_bytes()).as_str());
                    let raw = sha256_hex(part.contents());
                    // Where theirs gives up on a character set, ours guesses.
                    let unread = text.contains(char::REPLACEMENT_CHARACTER);
                    if !unread
                        && !listed
                        && !hashes.contains(&raw.as_str())
                        && !texts.contains(&squeezed(text))
                    {
                        told.push(format!(
                            "text {place} differs: {:?}",
                            text.chars().take(60).collect::<String>()
                        ));
                    }
                }
                mail_parser::PartType::Binary(bytes) | mail_parser::PartType::InlineBinary(bytes) => {
                    if !hashes.contains(&sha256_hex(bytes).as_str()) {
                        told.push(format!("file {place} differs, {} bytes", bytes.len()));
                    }
                }
                mail_parser::PartType::Message(inner) => left.push((format!("{place}."), inner.clone())),
                mail_parser::PartType::Multipart(_) => {}
            }
        }
    }
    told
}

/// Text without blanks, which differ with line endings.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\0' | '\u{FEFF}')).collect()
}

#[test]
fn every_file_of_a_corpus_gets_an_answer_and_keeps_its_parts() {
    let given = std::env::var_os("JOINDER_CORPUS");
    let folder = given
        .as_ref()
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"), PathBuf::from);
    let mut found = Vec::new();
    files(&folder, &mut found);
    let mut told = Vec::new();
    let mut shapes: BTreeMap<&str, usize> = BTreeMap::new();
    for path in &found {
        let name = path.strip_prefix(&folder).unwrap().display().to_string();
        let bytes = std::fs::read(path).unwrap();
        let facts = look(&name, &bytes, &mut told);
        *shapes.entry(facts.shape.name()).or_default() += 1;
        if given.is_some() {
            let parts = facts.message.as_ref().map(|message| message.with_nested());
            let parts = parts.map(|all| (all.len(), all.iter().map(|m| m.attachments.len()).sum::<usize>()));
            let damage: Vec<&str> = facts.damage.iter().map(|damage| damage.code.as_str()).collect();
            println!("{name}: {:?} {parts:?} {damage:?}", facts.shape);
        }
    }
    println!("{} files: {shapes:?}", found.len());
    println!("{} differences from mail-parser\n{}", told.len(), told.join("\n"));
    assert!(given.is_some() || told.is_empty(), "{told:#?}");
}
