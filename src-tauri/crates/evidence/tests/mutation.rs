//! Thousands of damaged files, the same ones every time: whatever is done to a file, there is an answer.
//!
//! `JOINDER_ROUNDS=2000 JOINDER_SEED=7 cargo test --test mutation damaged` looks longer and elsewhere; with `JOINDER_CORPUS=FOLDER`
//! it damages the files of that folder too. A file that ends a test is written beside the program's other temporary files;
//! made small, it belongs into `fixtures`.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "test helpers"
)]

mod common;

use std::io::Cursor;
use std::ops::ControlFlow;

use common::{fixture, fixtures, words};
use joinder_evidence::{
    Limits, Mbox, Message, Shape, glance, html_to_text, inline_forwards, inspect, part_bytes, skim, unpack,
    verify_signature,
};
use proptest::prelude::*;

/// Marsaglia's xorshift: small, and the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides.max(1) as u64) as usize
    }
}

/// Words that parsers look for; putting one where it does not belong reaches more than a random byte does.
const WORDS: [&[u8]; 24] = [
    b"\r\n",
    b"\n",
    b"\r",
    b"\0",
    b":",
    b";",
    b"=",
    b"\"",
    b"(",
    b"<",
    b"--",
    b"\r\n\r\n",
    b"Content-Type: message/rfc822\r\n\r\n",
    b"Content-Type: multipart/mixed; boundary=\"\"\r\n",
    b"Content-Transfer-Encoding: base64\r\n",
    b"=?utf-8?B?",
    b"=?utf-16?Q?=FF",
    b"From: ",
    b"> ",
    b"-----Original Message-----\n",
    b"obj\n<<",
    b"/Length 99999999 ",
    b"\xFF\xD8\xFF\xE1\xFF\xFF",
    b"l=99999999999999999999;",
];

fn mutated(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.roll(6) {
        let at = dice.roll(bytes.len() + 1);
        match dice.roll(7) {
            0 => bytes.truncate(at),
            1 if at < bytes.len() => bytes[at] ^= 1 << dice.roll(8),
            2 if at < bytes.len() => bytes[at] = [0, 0xFF, 0x7F, b'0', b'9'][dice.roll(5)],
            3 => drop(bytes.splice(at..at, WORDS[dice.roll(WORDS.len())].iter().copied())),
            4 => drop(bytes.drain(at..(at + dice.roll(200)).min(seed.len()).clamp(at, bytes.len().max(at)))),
            5 => {
                let piece: Vec<u8> = bytes[at..(at + dice.roll(300)).min(bytes.len())].to_vec();
                let to = dice.roll(bytes.len() + 1);
                bytes.splice(to..to, piece);
            }
            _ => {
                let piece: Vec<u8> = bytes[at..(at + dice.roll(40)).min(bytes.len())].to_vec();
                bytes.splice(at..at, piece.repeat(dice.roll(50)));
            }
        }
    }
    bytes
}

fn look(bytes: &[u8], key: &str) {
    let limits = Limits { pdf_text_pages: 3, ..Limits::default() };
    let facts = inspect(bytes, &limits);
    assert_eq!(facts.size, bytes.len() as u64);
    assert_eq!(words(&facts), words(&skim(bytes, &limits)), "nothing that is said is passed over");
    if facts.shape == Shape::Mbox {
        let mut mailbox = Mbox::new(bytes, &limits);
        while let Some(message) = mailbox.next_message().unwrap() {
            glance(message.bytes);
        }
    }
    if facts.shape == Shape::Zip {
        let limits = Limits { unpacked_bytes: 1 << 20, ..limits.clone() };
        unpack(Cursor::new(bytes), &limits, &mut |_| Ok(ControlFlow::Continue(()))).unwrap();
    }
    let mut left: Vec<Message> = facts.message.into_iter().collect();
    while let Some(message) = left.pop() {
        for part in message.attachments.iter().take(4) {
            assert!(part_bytes(bytes, &part.path, &limits).is_some(), "the part at {} is listed", part.path);
        }
        for signature in &message.dkim {
            verify_signature(bytes, signature.index, Some(key));
        }
        left.extend(message.nested);
    }
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|value| value.parse().expect("a number"))
}

/// The files in `JOINDER_CORPUS`, when that names a folder; the larger ones are left out.
fn corpus() -> Vec<(String, Vec<u8>)> {
    let mut folders: Vec<std::path::PathBuf> =
        std::env::var_os("JOINDER_CORPUS").into_iter().map(Into::into).collect();
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.metadata().unwrap().len() < 200_000 {
                found.push((path.display().to_string(), std::fs::read(path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn damaged_files_of_every_kind_get_an_answer() {
    let key = String::from_utf8(fixture("keys/news2021.party.example.txt")).unwrap();
    let mut dice = Dice(number("JOINDER_SEED").unwrap_or(0x2021_1103_1541_5900));
    let rounds = number("JOINDER_ROUNDS").unwrap_or(150);
    for (name, seed) in fixtures().into_iter().chain(corpus()) {
        // Trying the empty password takes thousands of hashes, slow without optimisation.
        let slow = ["password", "owner"].iter().any(|word| name.contains(word));
        for _ in 0..if slow { rounds.min(6) } else { rounds } {
            let bytes = mutated(&seed, &mut dice);
            if std::panic::catch_unwind(|| look(&bytes, &key)).is_err() {
                let path = std::env::temp_dir().join("joinder-damaged-file");
                std::fs::write(&path, bytes).unwrap();
                panic!("a damaged {name} got no answer; it is kept at {}", path.display());
            }
        }
    }
}

#[test]
fn files_that_are_two_files_get_an_answer() {
    let mut dice = Dice(0x0305_1103_2021_0007);
    let all = fixtures();
    for _ in 0..150 {
        let (first, second) = (&all[dice.roll(all.len())].1, &all[dice.roll(all.len())].1);
        let joined = [&first[..dice.roll(first.len() + 1)], &second[dice.roll(second.len() + 1)..]].concat();
        look(&joined, "v=DKIM1; p=AAAA");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_bytes_get_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        look(&bytes, "v=DKIM1; p=AAAA");
    }

    #[test]
    fn any_text_after_a_header_gets_an_answer(text in "\\PC{0,400}", name in "(Content-Type|Received|Date|To|DKIM-Signature|Subject|Authentication-Results)") {
        look(format!("From: a@party.example\r\n{name}: {text}\r\n\r\n{text}").as_bytes(), &text);
        html_to_text(&text);
        inline_forwards(&text);
    }

    #[test]
    fn a_page_never_shows_its_script(before in "[a-z <>/&;]{0,40}", after in "[a-z]{0,40}") {
        let text = html_to_text(&format!("<p>x</p><script>{before} secret()</script>{after}"));
        prop_assert!(!text.contains("secret"), "{text}");
    }
}
