//! Fixtures by name.
#![allow(dead_code)]

use joinder_evidence::{Code, Inspection, Limits, Message, inspect};

/// The bytes of a fixture, for example `mail/gmail-original.eml`.
pub fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every fixture, by name.
pub fn fixtures() -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for folder in ["mail", "pdf", "image", "outlook", "container"] {
        let path = format!("{}/tests/fixtures/{folder}", env!("CARGO_MANIFEST_DIR"));
        for entry in std::fs::read_dir(path).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            found.push((format!("{folder}/{name}"), fixture(&format!("{folder}/{name}"))));
        }
    }
    found.sort();
    found
}

/// Facts of bytes under the default limits.
pub fn facts(bytes: &[u8]) -> Inspection {
    inspect(bytes, &Limits::default())
}

/// The message in a mail fixture.
pub fn message(name: &str) -> Message {
    facts(&fixture(name)).message.expect("the fixture is mail")
}

/// What the messages in a file say: subject, sender, date, text and what is forwarded in it.
pub fn words(facts: &Inspection) -> Vec<impl PartialEq + std::fmt::Debug + use<>> {
    let messages = facts.message.iter().flat_map(Message::with_nested);
    let said = |one: &Message| {
        let date = one.date.clone();
        (one.subject.clone(), one.from.clone(), date, one.text_as_read.clone(), one.forwards.clone())
    };
    messages.map(said).collect()
}

/// The codes of the damage found.
pub fn codes(facts: &Inspection) -> Vec<Code> {
    facts.damage.iter().map(|damage| damage.code).collect()
}
