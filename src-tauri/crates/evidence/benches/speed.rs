//! Speed as ratios within one run: reading, judging and hashing mail against mail-parser alone, and going through a mailbox
//! against reading the file. `cargo bench -p joinder-evidence`, or with folders of mail after `--`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a measurement"
)]

use std::hint::black_box;
use std::io::{Read, Write};
use std::path::Path;
use std::time::Instant;

use joinder_evidence::{Limits, Mbox, Shape, glance, inspect};
use mail_parser::MessageParser;
use sha2::{Digest, Sha256};

/// How often each measurement is taken; the best of them counts, as the others were disturbed.
const ROUNDS: usize = 9;

fn main() {
    let fixtures = format!("{}/tests/fixtures/mail", env!("CARGO_MANIFEST_DIR"));
    compare("fixtures", &mails(Path::new(&fixtures)));
    compare("one attachment of 1 MB", &[with_attachment(1 << 20)]);
    compare("letters of 30 kB in plain text and HTML", &[newsletter()]);
    for folder in std::env::args().skip(1).filter(|word| !word.starts_with("--")) {
        compare(&folder, &mails(Path::new(&folder)));
    }
    mailbox(&mails(Path::new(&fixtures)));
}

/// The emails in a folder.
fn mails(folder: &Path) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(mails(&path));
        } else {
            found.extend(std::fs::read(path).ok().filter(|bytes| Shape::of(bytes) == Shape::Eml));
        }
    }
    found
}

/// Seconds that the work takes at its best.
fn best(mut work: impl FnMut()) -> f64 {
    let once = |work: &mut dyn FnMut()| {
        let begun = Instant::now();
        work();
        begun.elapsed().as_secs_f64()
    };
    let first = once(&mut work);
    let times = ((0.05 / first.max(1e-9)) as usize).clamp(1, 10_000);
    let many = |work: &mut dyn FnMut()| (0..times).for_each(|_| work());
    (0..ROUNDS).map(|_| once(&mut || many(&mut work)) / times as f64).fold(f64::MAX, f64::min)
}

fn compare(name: &str, mails: &[Vec<u8>]) {
    let limits = Limits::default();
    let parser = MessageParser::default();
    let bytes: usize = mails.iter().map(Vec::len).sum();
    let ours = best(|| mails.iter().for_each(|mail| drop(black_box(inspect(mail, &limits)))));
    let theirs = best(|| mails.iter().for_each(|mail| drop(black_box(parser.parse(mail.as_slice())))));
    let hash = best(|| mails.iter().for_each(|mail| _ = black_box(Sha256::digest(mail))));
    println!(
        "{name}: {} mails, {bytes} bytes; ours {:.0} MB/s, mail-parser {:.0} MB/s, ratio {:.2}; SHA-256 alone {:.2}",
        mails.len(),
        bytes as f64 / ours / 1e6,
        bytes as f64 / theirs / 1e6,
        ours / theirs,
        hash / theirs
    );
}

/// A mailbox of some hundred megabytes gone through at a glance, against reading the file from where it is cached.
fn mailbox(mails: &[Vec<u8>]) {
    let mut file = tempfile::tempfile_in(std::env::temp_dir()).unwrap();
    let mut size = 0;
    while size < 300 << 20 {
        for mail in mails {
            file.write_all(b"From asha@example.com Wed Nov  3 15:42:12 2021\n").unwrap();
            file.write_all(mail).unwrap();
            file.write_all(b"\n\n").unwrap();
            size += mail.len() + 49;
        }
    }
    let start = |file: &mut std::fs::File| std::io::Seek::seek(file, std::io::SeekFrom::Start(0)).unwrap();
    let seconds = |begun: Instant| begun.elapsed().as_secs_f64();
    let mut buffer = vec![0; 256 << 10];
    let (mut raw, mut scan, mut count) = (f64::MAX, f64::MAX, 0);
    for _ in 0..3 {
        start(&mut file);
        let begun = Instant::now();
        while file.read(&mut buffer).unwrap() > 0 {}
        raw = raw.min(seconds(begun));
        start(&mut file);
        let begun = Instant::now();
        let mut mailbox = Mbox::new(&mut file, &Limits::default());
        count = 0;
        while let Some(message) = mailbox.next_message().unwrap() {
            black_box(glance(message.bytes));
            count += 1;
        }
        scan = scan.min(seconds(begun));
    }
    println!(
        "mailbox of {} MB, {count} messages: {:.0} MB/s at a glance, {:.0} MB/s read from the cache only, ratio {:.2}",
        size >> 20,
        size as f64 / scan / 1e6,
        size as f64 / raw / 1e6,
        scan / raw
    );
}

fn with_attachment(size: usize) -> Vec<u8> {
    let line = "TWFuIGlzIGRpc3Rpbmd1aXNoZWQsIG5vdCBvbmx5IGJ5IGhpcyByZWFzb24sIGJ1dCBieSB0aGlz\r\n";
    let head = "From: notices@party.example\r\nTo: asha.patel@example.com\r\nDate: Wed, 3 Nov 2021 15:41:59 +0000\r\nSubject: Private and Confidential\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nDear Sir / Madam\r\n--b\r\nContent-Type: application/octet-stream; name=letter.bin\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\n";
    format!("{head}{}--b--\r\n", line.repeat(size / line.len())).into_bytes()
}

fn newsletter() -> Vec<u8> {
    let plain = "We write to tell you about an incident that concerns your personal data, and what you can do about it now.\r\n".repeat(60);
    let html = "<p style=3D\"margin:0\">We write to tell you about an <b>incident</b> that concerns =\r\nyour personal data &amp; <a href=3D\"https://www.party.example/q?id=3D1\">more</a>.</p>\r\n".repeat(140);
    format!("Received: from mx.party.example by mx.example.com for <asha.patel@example.com>; Wed, 3 Nov 2021 15:42:12 +0000\r\nFrom: The Example Party <notices@party.example>\r\nTo: Asha Patel <asha.patel@example.com>\r\nDate: Wed, 3 Nov 2021 15:41:59 +0000\r\nMessage-ID: <1@party.example>\r\nSubject: Private and Confidential\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{plain}--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body>{html}</body></html>\r\n--b--\r\n").into_bytes()
}
