//! Asha's whole mailbox: every message of it, whatever program wrote it and whatever is broken in it.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "test helpers"
)]

mod common;

use std::io::{self, Read};

use common::{codes, facts, fixture, fixtures, words};
use joinder_evidence::{Code, Limits, Mbox, Shape, glance, skim};

/// Subjects of the messages in a mailbox, in order.
fn subjects(mailbox: &[u8]) -> Vec<String> {
    messages(mailbox).into_iter().map(|message| glance(&message).subject.unwrap_or_default()).collect()
}

fn messages(mailbox: &[u8]) -> Vec<Vec<u8>> {
    let mut reader = Mbox::new(Drops(mailbox), &Limits::default());
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(message) = reader.next_message().unwrap() {
        assert!(message.offset >= at, "messages follow one another");
        at = message.offset + message.size;
        found.push(message.bytes.to_vec());
    }
    assert_eq!(at, mailbox.len() as u64, "nothing is left over");
    found
}

/// A source that gives a few bytes at a time, as a slow disk may.
struct Drops<'a>(&'a [u8]);

impl Read for Drops<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let some = into.len().min(1 + self.0.len() % 97);
        self.0.read(&mut into[..some])
    }
}

fn mail(subject: &str, body: &str) -> String {
    format!(
        "From asha@example.com Wed Nov  3 15:42:12 2021\nFrom: notices@party.example\nSubject: {subject}\n\n{body}\n\n"
    )
}

#[test]
fn each_message_is_the_bytes_between_its_from_line_and_the_next() {
    let original = fixture("mail/gmail-original.eml");
    let file = [b"From asha Wed Nov  3 15:42:12 2021\r\n", &original[..], b"\r\n"].concat().repeat(3);
    assert_eq!(messages(&file), vec![original.clone(); 3]);
    assert_eq!(Shape::of(&file), Shape::Mbox);
    let contents = facts(&file).contents.unwrap();
    assert_eq!(contents.count, 3);
    assert_eq!(contents.listed[1].message.as_ref().unwrap().to[0].address, "asha.patel@example.com");
    assert_eq!(codes(&facts(&file)), [Code::HoldsOthers]);
}

#[test]
fn a_mailbox_whose_first_message_is_long_is_known_as_one() {
    let file = mail("long", &"word ".repeat(50_000)) + &mail("short", "hello");
    assert_eq!(Shape::of(file.as_bytes()), Shape::Mbox);
    assert_eq!(Shape::of_start(&file.as_bytes()[..65_536]), Shape::Mbox, "also by its start alone");
    assert_eq!(Shape::of(mail("one", "alone").as_bytes()), Shape::Eml);
}

#[test]
fn lines_of_letters_that_begin_with_from_do_not_split_them() {
    let letter = "Dear Asha,\n\nFrom Monday we are closed.\n\nFrom 3 Nov 2021 at 15:00: nothing\nFrom us all\n>From here\n\nFrom: is how it began";
    let file = mail("one", letter) + &mail("two", "hello");
    assert_eq!(subjects(file.as_bytes()), ["one", "two"]);
}

#[test]
fn from_lines_of_many_programs_are_known() {
    for line in [
        "From asha@example.com Wed Nov  3 15:42:12 2021",
        "From - Wed Nov 03 15:42:12 2021",
        "From 1715555555555@xxx Wed Nov 03 15:42:12 +0000 2021",
        "From ???@??? Wed Nov 03 15:42:12 2021",
        "From \"asha patel\"@example.com Wed Nov  3 15:42 2021",
        "From MAILER-DAEMON Wed, 3 Nov 2021 15:42:12 +0000",
        "From MAILER-DAEMON",
        "From ",
        "From - ",
        "From 1844347792267117879@xxx",
    ] {
        for end in ["\n", "\r\n", "\r"] {
            let one = |subject: &str| {
                format!("{line}\nFrom: a@party.example\nSubject: {subject}\n\nHello\n\n").replace('\n', end)
            };
            let file = one("one") + &one("two") + &one("three");
            assert_eq!(messages(file.as_bytes()).len(), 3, "{line:?} {end:?}");
        }
    }
}

#[test]
fn a_mailbox_of_undated_from_lines_is_known_as_one() {
    let one = "From - \nFrom: a@party.example\nSubject: x\n\n--b--\n";
    let file = format!("\u{FEFF}{}", one.repeat(3));
    assert_eq!((Shape::of(file.as_bytes()), messages(file.as_bytes()).len()), (Shape::Mbox, 3));
    assert_eq!(Shape::of(b"From : a@party.example\nSubject: x\n\nFrom : b\n"), Shape::Eml, "a header of old");
}

#[test]
fn a_message_that_counts_its_own_bytes_keeps_a_mailbox_inside_it() {
    let body = mail("inner one", "hello") + &mail("inner two", "hello");
    let counted = |length: usize| {
        format!("From a Wed Nov  3 15:42:12 2021\nSubject: outer\nContent-Length: {length}\n\n{body}\n")
            + &mail("last", "x")
    };
    assert_eq!(subjects(counted(body.len()).as_bytes()), ["outer", "last"]);
    assert_eq!(
        subjects(counted(body.len() + 17).as_bytes()),
        ["outer", "inner one", "inner two", "last"],
        "a wrong count hides nothing"
    );
    assert_eq!(subjects(counted(usize::MAX).as_bytes()).len(), 4);
}

#[test]
fn a_broken_message_in_the_middle_takes_no_other_with_it() {
    let broken: [&[u8]; 6] = [
        b"From a Wed Nov  3 15:42:12 2021\n\n",
        b"From a Wed Nov  3 15:42:12 2021\n\0\0\0\0\0\0\0\0\0\n\n",
        b"From a Wed Nov  3 15:42:12 2021\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multip\n\n",
        b"From a Wed Nov  3 15:42:12 2021\nContent-Length: 99999999999999999999999\n\n\n\n",
        b"From a Wed Nov  3 15:42:12 2021\nSubject: \xFF\xFE\xFD\n\n\xFF\xFF\n\0\0\0\0\n",
        b"From a Wed Nov  3 15:42:12 2021\nSubject: no empty line at its end\n\nHello\n",
    ];
    for piece in broken {
        let file = [mail("before", "x").as_bytes(), piece, mail("after", "y").as_bytes()].concat();
        let subjects = subjects(&file);
        assert_eq!(subjects.len(), 3, "{piece:?}: {subjects:?}");
        assert_eq!((subjects[0].as_str(), subjects[2].as_str()), ("before", "after"));
    }
}

#[test]
fn a_message_larger_than_is_read_is_named_and_the_next_one_is_read() {
    let limits = Limits { item_bytes: 100_000, ..Limits::default() };
    let file =
        mail("before", "x") + &mail("huge", &"line after line\n".repeat(500_000)) + &mail("after", "y");
    let mut reader = Mbox::new(file.as_bytes(), &limits);
    let mut seen = Vec::new();
    while let Some(message) = reader.next_message().unwrap() {
        assert!(message.bytes.len() <= 100_000);
        seen.push((glance(message.bytes).subject.unwrap(), message.whole, message.size > 8_000_000));
    }
    assert_eq!(
        seen,
        [("before".into(), true, false), ("huge".into(), false, true), ("after".to_owned(), true, false)]
    );
    assert_eq!(reader.position(), file.len() as u64);
}

#[test]
fn ten_gigabytes_need_no_more_memory_than_one_message() {
    // A source without end, of which the first part is read: what is kept must not grow with it.
    #[derive(Debug)]
    struct Endless(Vec<u8>, usize);
    impl Read for Endless {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let from = self.1 % self.0.len();
            let some = into.len().min(self.0.len() - from);
            into[..some].copy_from_slice(&self.0[from..from + some]);
            self.1 += some;
            Ok(some)
        }
    }
    let one = mail("again", &"word\n".repeat(200));
    let mut reader = Mbox::new(Endless(one.clone().into_bytes(), 0), &Limits::default());
    for index in 0..20_000 {
        let message = reader.next_message().unwrap().unwrap();
        assert_eq!((message.index, message.size), (index, one.len() as u64));
    }
    assert!(format!("{reader:?}").len() < 20_000_000, "the buffer stays small");
}

#[test]
fn what_stands_before_the_first_from_line_is_not_lost() {
    let file = "the end of something\n\n".to_owned() + &mail("one", "x");
    assert_eq!(messages(file.as_bytes())[0], b"the end of something\n");
    for nothing in [&b""[..], b"\n\n\r\n\0"] {
        assert!(Mbox::new(nothing, &Limits::default()).next_message().unwrap().is_none());
    }
}

#[test]
fn looking_for_words_finds_all_of_them_and_hashes_nothing() {
    for (name, bytes) in fixtures() {
        assert_eq!(words(&facts(&bytes)), words(&skim(&bytes, &Limits::default())), "{name}");
    }
    let seen = skim(&fixture("mail/gmail-original.eml"), &Limits::default()).message.unwrap();
    assert!(seen.sha256.is_empty() && seen.headers.is_empty() && seen.dkim.is_empty());
}

#[test]
fn a_letter_attached_as_some_file_is_found_however_long_it_is() {
    let notice = fixture("mail/gmail-original.eml");
    let holiday = vec![b'x'; 300_000];
    let long = [&notice[..], &b"\r\nMore of it, line for line.".repeat(10_000)].concat();
    for (file, messages) in [(&notice, 2), (&long, 2), (&holiday, 1)] {
        for encoding in ["base64", "8bit"] {
            let body = if encoding == "base64" { base64(file) } else { file.clone() };
            let head = format!(
                "From: asha@example.com\r\nSubject: This came\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/octet-stream; name=notice\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
            );
            let mail = [head.as_bytes(), &body, b"\r\n--b--\r\n"].concat();
            let seen = skim(&mail, &Limits::default());
            assert_eq!(words(&seen), words(&facts(&mail)), "{encoding}");
            assert_eq!(words(&seen).len(), messages, "{encoding}");
        }
    }
}

/// Base64 in lines, as mail has it.
fn base64(bytes: &[u8]) -> Vec<u8> {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = Vec::new();
    for line in bytes.chunks(57) {
        for group in line.chunks(3) {
            let at = |index: usize| u32::from(group.get(index).copied().unwrap_or_default());
            let bits = at(0) << 16 | at(1) << 8 | at(2);
            for place in 0..4 {
                let sign = SIGNS[(bits >> (18 - 6 * place) & 63) as usize];
                out.push(if place > group.len() as u32 { b'=' } else { sign });
            }
        }
        out.extend(b"\r\n");
    }
    out
}

#[test]
fn an_mmdf_mailbox_is_a_mailbox() {
    let one = "From: notices@party.example\nSubject: one\n\nFrom here on\n\n";
    let two = "From asha Wed Nov  3 15:42:12 2021\nFrom: notices@party.example\nSubject: two\n\nDear Pat\n";
    let mark = "\x01\x01\x01\x01\n";
    let file = format!("{mark}{one}{mark}{mark}{two}{mark}");
    assert_eq!(Shape::of(file.as_bytes()), Shape::Mbox);
    let mut reader = Mbox::new(Drops(file.as_bytes()), &Limits::default());
    let first = reader.next_message().unwrap().unwrap();
    assert_eq!((first.offset, first.bytes), (5, one.as_bytes()), "not even an empty line is taken off");
    let second = reader.next_message().unwrap().unwrap();
    assert_eq!(glance(second.bytes).subject.as_deref(), Some("two"));
    assert!(reader.next_message().unwrap().is_none());
    assert_eq!(Shape::of(format!("{mark}{one}{mark}").as_bytes()), Shape::Mbox, "of one message too");
}
