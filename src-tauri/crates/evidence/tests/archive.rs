//! Archives that people send their mail in, and archives made to do harm.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "test helpers"
)]

mod common;

use std::io::{Cursor, Read, Write};
use std::ops::ControlFlow;

use common::{codes, facts, fixture};
use flate2::{Compression, Crc, write::DeflateEncoder};
use joinder_evidence::{Archive, Code, Content, Limits, Mbox, Shape, unpack, unpacking_damage};

/// Packs files one by one, as the format's specification says.
#[derive(Default)]
struct Packer {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

impl Packer {
    fn file(mut self, name: &str, content: &[u8]) -> Self {
        let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
        packed.write_all(content).unwrap();
        let packed = packed.finish().unwrap();
        self.raw(name.as_bytes(), 0, 8, content, &packed);
        self
    }

    fn raw(&mut self, name: &[u8], flags: u16, method: u16, content: &[u8], packed: &[u8]) {
        let mut crc = Crc::new();
        crc.update(content);
        let mut common = Vec::new();
        common.extend([20, 0]);
        common.extend(flags.to_le_bytes());
        common.extend(method.to_le_bytes());
        common.extend([0x45, 0x7D, 0x63, 0x53]); // 3 November 2021, 15:42:10
        common.extend(crc.sum().to_le_bytes());
        common.extend((packed.len() as u32).to_le_bytes());
        common.extend((content.len() as u32).to_le_bytes());
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        let header = self.bytes.len() as u32;
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&common);
        self.bytes.extend(name);
        self.bytes.extend(packed);
        self.directory.extend(b"PK\x01\x02\x14\x00");
        self.directory.extend(&common);
        self.directory.extend([0; 10]);
        self.directory.extend(header.to_le_bytes());
        self.directory.extend(name);
        self.count += 1;
    }

    fn finish(mut self) -> Vec<u8> {
        let start = self.bytes.len() as u32;
        self.bytes.extend(&self.directory);
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend(self.count.to_le_bytes());
        self.bytes.extend(self.count.to_le_bytes());
        self.bytes.extend((self.directory.len() as u32).to_le_bytes());
        self.bytes.extend(start.to_le_bytes());
        self.bytes.extend([0, 0]);
        self.bytes
    }
}

/// A file's name, its bytes, and what is wrong with it.
type Found = (String, Vec<u8>, Vec<Code>);

/// Every file of an archive: its name, its bytes, and what is wrong with it; and what is wrong with the archive.
fn all(archive: &[u8]) -> (Vec<Found>, Vec<Code>) {
    all_within(archive, &Limits::default())
}

fn all_within(archive: &[u8], limits: &Limits) -> (Vec<Found>, Vec<Code>) {
    let mut found = Vec::new();
    let damage = unpack(Cursor::new(archive), limits, &mut |member| {
        let bytes = match member.content {
            Content::Bytes(bytes) => bytes,
            Content::Mailbox(source) => {
                let mut mailbox = Mbox::new(source, &Limits::default());
                let mut count = 0_u8;
                while mailbox.next_message()?.is_some() {
                    count += 1;
                }
                vec![count]
            }
        };
        found.push((member.name, bytes, member.damage.into_iter().map(|damage| damage.code).collect()));
        Ok(ControlFlow::Continue(()))
    });
    (found, damage.unwrap().into_iter().map(|damage| damage.code).collect())
}

#[test]
fn bronwens_folder_comes_out_of_its_archive_file_by_file() {
    let original = fixture("mail/gmail-original.eml");
    let picture = fixture("image/screenshot.png");
    let mailbox = "From a Wed Nov  3 15:42:12 2021\nSubject: x\n\nHello\n\n".repeat(7);
    let inner = Packer::default().file("deep/notice.eml", &original).finish();
    let archive = Packer::default()
        .file("mail/", b"")
        .file("mail/notice.eml", &original)
        .file("mail/notice.eml", b"the other file of that name")
        .file("__MACOSX/mail/._notice.eml", b"x")
        .file("inner.zip", &inner)
        .file("takeout.mbox", mailbox.as_bytes())
        .file("screen.png", &picture)
        .finish();
    let (files, damage) = all(&archive);
    assert_eq!(damage, []);
    let names: Vec<&str> = files.iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(
        names,
        ["mail/notice.eml", "mail/notice.eml", "inner.zip/deep/notice.eml", "takeout.mbox", "screen.png"]
    );
    assert!(files.iter().all(|(.., wrong)| wrong.is_empty()));
    assert_eq!((&files[0].1, &files[2].1, &files[4].1), (&original, &original, &picture));
    assert_eq!(
        (files[1].1.as_slice(), files[3].1.as_slice()),
        (&b"the other file of that name"[..], &[7][..])
    );
    let contents = facts(&archive).contents.unwrap();
    assert_eq!((contents.count, contents.listed[0].size), (5, original.len() as u64));
}

#[test]
fn names_that_climb_out_are_names_and_nothing_else() {
    for name in ["../../etc/passwd", "/etc/passwd", "C:\\Windows\\x", "a/../../b", "..\\x"] {
        let archive = Packer::default().file(name, b"hello").finish();
        let (files, _) = all(&archive);
        assert_eq!(files, [(name.to_owned(), b"hello".to_vec(), vec![Code::ArchivePath])]);
        assert!(codes(&facts(&archive)).contains(&Code::ArchivePath), "{name}");
    }
    let (files, _) = all(&Packer::default().file("notes..txt", b"hello").finish());
    assert_eq!(files[0].2, []);
}

#[test]
fn a_bomb_is_put_down_before_it_goes_off() {
    // The bounds at a hundredth of what they are, for the sake of time.
    let limits = Limits { item_bytes: 655_360, unpacked_bytes: 2 << 20, ..Limits::default() };
    let zeros = vec![0; 600_000];
    let mut archive = Packer::default();
    for index in 0..20 {
        archive = archive.file(&format!("{index}.bin"), &zeros);
    }
    let archive = archive.finish();
    assert!(archive.len() < 20_000);
    let (files, _) = all_within(&archive, &limits);
    assert_eq!(files.len(), 20, "every file is named");
    assert_eq!(files[0].2, []);
    assert!(
        files.iter().skip(10).all(|(.., wrong)| wrong == &[Code::ArchiveBomb]),
        "the later ones stay packed"
    );
    let one = Packer::default().file("large.bin", &[0; 660_000]).finish();
    assert_eq!(all_within(&one, &limits).0[0].2, [Code::TooLarge]);
    let mut nested = Packer::default().file("end.txt", b"hello").finish();
    for _ in 0..10 {
        nested = Packer::default().file("more.zip", &nested).finish();
    }
    let (files, _) = all(&nested);
    assert_eq!((files.len(), files[0].2.as_slice()), (1, &[Code::ArchiveTooDeep][..]));
}

#[test]
fn files_that_cannot_be_unpacked_say_why_and_the_others_come_out() {
    let mut packer = Packer::default().file("good.txt", b"hello");
    packer.raw(b"secret.txt", 1, 8, b"hello", b"xxxxxxxxxxxxxxxxx");
    packer.raw(b"odd.txt", 0, 99, b"hello", b"hello");
    packer.raw(b"wrong.txt", 0, 0, b"hello", b"jello");
    packer.raw(b"damaged.txt", 0, 8, b"hello", b"\xFF\xFF\xFF");
    packer.raw(b"Si\x83n.txt", 0, 0, b"hello", b"hello");
    let (files, damage) = all(&packer.finish());
    assert_eq!(damage, []);
    let wrong: Vec<(&str, &[Code])> =
        files.iter().map(|(name, _, wrong)| (name.as_str(), wrong.as_slice())).collect();
    assert_eq!(
        wrong,
        [
            ("good.txt", &[][..]),
            ("secret.txt", &[Code::ArchiveEncrypted]),
            ("odd.txt", &[Code::ArchiveMethod]),
            ("wrong.txt", &[Code::ArchiveMemberDamaged]),
            ("damaged.txt", &[Code::ArchiveMemberDamaged]),
            ("Siân.txt", &[]),
        ]
    );
    assert_eq!(files[3].1, b"jello", "what could be unpacked is kept");
}

#[test]
fn an_archive_that_was_cut_off_still_gives_its_files() {
    let original = fixture("mail/gmail-original.eml");
    let whole = Packer::default()
        .file("one.eml", &original)
        .file("two.eml", &original)
        .file("three.txt", b"hello")
        .finish();
    let at = |needle: &[u8]| whole.windows(needle.len()).rposition(|bytes| bytes == needle).unwrap();
    let (files, damage) = all(&whole[..at(b"PK\x01\x02")]);
    assert_eq!((files.len(), damage), (3, vec![Code::ArchiveBroken]));
    assert_eq!(files[1].1, original);
    let (files, _) = all(&whole[..at(b"PK\x03\x04") - 100]);
    assert_eq!(files[0].1, original);
    assert!(!files[1].1.is_empty() && files[1].2 == [Code::ArchiveMemberDamaged], "the start of the second");
    for end in (0..whole.len()).step_by(11) {
        all(&whole[..end]);
    }
}

#[test]
fn something_before_an_archive_does_not_hide_it() {
    let archive = Packer::default().file("one.txt", b"hello").finish();
    let (files, damage) = all(&[b"#!/bin/sh\nunpack\n", &archive[..]].concat());
    assert_eq!((files.len(), damage), (1, vec![]));
}

#[test]
fn a_large_mailbox_in_an_archive_is_a_stream_that_ends_with_what_is_wrong_with_it() {
    let mut packer = Packer::default();
    packer.raw(b"all.mbox", 0, 0, b"other", b"From a Wed Nov  3 15:42:12 2021\nSubject: x\n\nHello\n");
    let bytes = packer.finish();
    let mut archive = Archive::open(Cursor::new(&bytes), &Limits::default()).unwrap();
    let entry = archive.entries()[0].clone();
    let mut read = Vec::new();
    let error = archive.reader(&entry).unwrap().read_to_end(&mut read).unwrap_err();
    assert_eq!(unpacking_damage(&error), Some(Code::ArchiveMemberDamaged));
    assert_eq!(read.len(), 50);
    assert_eq!(entry.modified.as_deref(), Some("2021-11-03T15:42:10"));
}

#[test]
fn an_office_document_is_not_taken_apart() {
    let document =
        Packer::default().file("_rels/.rels", b"x").file("[Content_Types].xml", b"<Types/>").finish();
    assert_eq!(Shape::of(&document), Shape::Office);
    let both = Packer::default().file("letter.docx", &document).finish();
    assert_eq!(Shape::of(&both), Shape::Zip);
    assert_eq!(all(&both).0[0].1, document);
}

/// A source that counts the bytes that are read of it.
struct Counted(Cursor<Vec<u8>>, u64);

impl Read for Counted {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.0.read(into)?;
        self.1 += read as u64;
        Ok(read)
    }
}

impl std::io::Seek for Counted {
    fn seek(&mut self, to: std::io::SeekFrom) -> std::io::Result<u64> {
        self.0.seek(to)
    }
}

#[test]
fn a_million_bytes_of_marks_are_gone_over_once() {
    // Headers that are none, headers that are sound and say nothing of their length, and headers with the longest names.
    let sound = |name: u16| {
        let mut header = b"PK\x03\x04\x14\x00\x08\x00".to_vec();
        header.resize(26, 0);
        header.extend(name.to_le_bytes());
        header.extend([0, 0]);
        header.extend(b"a");
        header
    };
    for mark in [b"PK\x03\x04".to_vec(), sound(1), sound(u16::MAX)] {
        let bytes = mark.repeat((1 << 20) / mark.len());
        let size = bytes.len() as u64;
        let mut source = Counted(Cursor::new(bytes), 0);
        let archive = Archive::open(&mut source, &Limits::default()).unwrap();
        let names: usize = archive.entries().iter().map(|entry| entry.name.len()).sum();
        assert!(names as u64 <= size, "names do not overlap");
        drop(archive);
        assert!(source.1 < 4 * size, "{} bytes were read of {size}", source.1);
    }
}
