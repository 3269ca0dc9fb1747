//! What Outlook writes. The files are put together here with `cfb`, which shares nothing with our reader.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "test helpers"
)]

mod common;

use std::io::{Cursor, Write};

use common::{codes, facts, fixture};
use joinder_evidence::{BodyHash, Code, Limits, Message, Shape, part_bytes, sha256_hex};

type File = cfb::CompoundFile<Cursor<Vec<u8>>>;

/// Properties by number and type, as they are put into a file.
enum P<'p> {
    Text(u16, &'p str),
    Bytes8(u16, &'p [u8]),
    Binary(u16, &'p [u8]),
    Number(u16, i32),
    Time(u16, u64),
}
use P::{Binary, Bytes8, Number, Text, Time};

/// 3 November 2021, 15:41:59 UTC, in tenths of microseconds since 1601.
const SENT: u64 = (1_635_954_119 + 11_644_473_600) * 10_000_000;

fn put(file: &mut File, at: &str, head: usize, properties: &[P<'_>]) {
    let mut fixed = vec![0; head];
    for property in properties {
        let (id, kind, bytes, value) = match property {
            Text(id, text) => (*id, 0x001F, text.encode_utf16().flat_map(u16::to_le_bytes).collect(), 0),
            Bytes8(id, bytes) => (*id, 0x001E, bytes.to_vec(), 0),
            Binary(id, bytes) => (*id, 0x0102, bytes.to_vec(), 0),
            Number(id, number) => (*id, 0x0003, vec![], *number as u32 as u64),
            Time(id, ticks) => (*id, 0x0040, vec![], *ticks),
        };
        fixed.extend(u16::to_le_bytes(kind));
        fixed.extend(id.to_le_bytes());
        fixed.extend([6, 0, 0, 0]);
        if matches!(kind, 0x0003 | 0x0040) {
            fixed.extend(value.to_le_bytes());
        } else {
            fixed.extend((bytes.len() as u64).to_le_bytes());
            file.create_stream(format!("{at}/__substg1.0_{id:04X}{kind:04X}"))
                .unwrap()
                .write_all(&bytes)
                .unwrap();
        }
    }
    file.create_stream(format!("{at}/__properties_version1.0")).unwrap().write_all(&fixed).unwrap();
}

fn new() -> File {
    File::create(Cursor::new(Vec::new())).unwrap()
}

fn bytes(mut file: File) -> Vec<u8> {
    file.flush().unwrap();
    file.into_inner().into_inner()
}

fn recipient(file: &mut File, at: &str, index: u32, kind: i32, name: &str, address: &str) {
    let at = format!("{at}/__recip_version1.0_#{index:08X}");
    file.create_storage(&at).unwrap();
    let exchange = "/O=EXAMPLE/OU=SITE/CN=RECIPIENTS/CN=SOMEBODY";
    put(
        file,
        &at,
        8,
        &[Number(0x0C15, kind), Text(0x3001, name), Text(0x3003, exchange), Text(0x39FE, address)],
    );
}

fn attach(file: &mut File, at: &str, index: u32, properties: &[P<'_>]) -> String {
    let at = format!("{at}/__attach_version1.0_#{index:08X}");
    file.create_storage(&at).unwrap();
    put(file, &at, 8, properties);
    at
}

const HEADERS: &str = "Microsoft Mail Internet Headers Version 2.0\r\nReceived: from mx.party.example by in.example.com for <asha.patel@example.com>; Wed, 3 Nov 2021 15:42:12 +0000\r\nFrom: The Example Party <notices@party.example>\r\nTo: asha.patel@example.com\r\nSubject: Private and Confidential\r\nDate: Wed, 3 Nov 2021 15:41:59 +0000\r\nMessage-ID: <n1@party.example>\r\nDKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=party.example; s=news2021; h=from:subject; bh=AAAA; b=AAAA\r\nContent-Type: multipart/mixed; boundary=gone";

/// Asha's notice as she dragged it out of Outlook, with a letter, a picture and an older message in it.
fn notice() -> Vec<u8> {
    // The older of the two versions, with small sectors; the other tests write the newer one.
    let mut file = File::create_with_version(cfb::Version::V3, Cursor::new(Vec::new())).unwrap();
    put(
        &mut file,
        "",
        32,
        &[
            Text(0x007D, HEADERS),
            Text(0x001A, "IPM.Note"),
            Text(0x0037, "Private and Confidential"),
            Text(0x1000, "Dear Sir / Madam,\r\nWe write about an incident.\r\n"),
            Binary(0x1013, b"<html><body><p>Dear Sir / Madam,</p></body></html>"),
            Number(0x3FDE, 65_001),
        ],
    );
    recipient(&mut file, "", 0, 1, "Asha Patel", "asha.patel@example.com");
    let letter = fixture("pdf/notice.pdf");
    attach(
        &mut file,
        "",
        0,
        &[
            Binary(0x3701, &letter),
            Text(0x3707, "letter from the party.pdf"),
            Text(0x370E, "application/pdf"),
            Number(0x3705, 1),
        ],
    );
    let picture = fixture("image/screenshot.png");
    attach(
        &mut file,
        "",
        1,
        &[Binary(0x3701, &picture), Text(0x3704, "logo.png"), Text(0x3712, "logo@party")],
    );
    let inner = attach(&mut file, "", 2, &[Number(0x3705, 5), Text(0x3001, "an older letter")]);
    let inner = format!("{inner}/__substg1.0_3701000D");
    file.create_storage(&inner).unwrap();
    put(
        &mut file,
        &inner,
        24,
        &[
            Text(0x0037, "An older letter"),
            Text(0x1000, "Dear member,"),
            Text(0x0042, "The Example Party"),
            Text(0x5D02, "news@party.example"),
            Time(0x0039, SENT),
        ],
    );
    recipient(&mut file, &inner, 0, 1, "Asha Patel", "asha.patel@example.com");
    attach(&mut file, &inner, 0, &[Binary(0x3701, b"hello"), Text(0x3707, "deep.txt")]);
    bytes(file)
}

fn message(bytes: &[u8]) -> Message {
    facts(bytes).message.expect("it is a message")
}

#[test]
fn ashas_message_from_outlook_says_what_its_headers_and_its_properties_say() {
    let bytes = notice();
    let file = facts(&bytes);
    assert_eq!((file.shape, codes(&file)), (Shape::Msg, vec![Code::OutlookNoHeaders]));
    assert_eq!(file.damage[0].place, "5", "the older message is one that kept none");
    let mail = file.message.unwrap();
    assert_eq!((mail.sha256, mail.size), (sha256_hex(&bytes), bytes.len() as u64));
    assert_eq!(mail.headers[0].name(), "Received");
    assert_eq!(mail.received[0].for_address.as_deref(), Some("asha.patel@example.com"));
    assert_eq!(mail.from[0].address, "notices@party.example");
    assert_eq!(mail.date.unwrap().utc.as_deref(), Some("2021-11-03T15:41:59Z"));
    assert_eq!(mail.text_as_read, "Dear Sir / Madam,\nWe write about an incident.");
    assert_eq!(mail.html.as_deref(), Some("<html><body><p>Dear Sir / Madam,</p></body></html>"));
    assert!(
        matches!(&mail.dkim[0].body_hash, BodyHash::NotCheckable { reason } if reason.contains("Outlook"))
    );
    let files: Vec<(String, Option<&str>, Shape)> = mail
        .attachments
        .iter()
        .map(|part| (part.path.to_string(), part.name.as_deref(), part.shape))
        .collect();
    assert_eq!(
        files,
        [
            ("3".to_owned(), Some("letter from the party.pdf"), Shape::Pdf),
            ("4".to_owned(), Some("logo.png"), Shape::Png),
            ("5".to_owned(), Some("an older letter"), Shape::Msg),
        ]
    );
    assert_eq!(mail.attachments[0].sha256, sha256_hex(&fixture("pdf/notice.pdf")));
    let older = &mail.nested[0];
    assert_eq!(
        (older.subject.as_deref(), older.text_as_read.as_str()),
        (Some("An older letter"), "Dear member,")
    );
    assert_eq!(older.to[0].address, "asha.patel@example.com");
    assert_eq!(older.date.as_ref().unwrap().raw, "2021-11-03T15:41:59Z");
    assert_eq!(older.attachments[0].path.to_string(), "5.1.2");
}

#[test]
fn a_message_inside_an_outlook_message_is_a_file_that_outlook_opens() {
    let bytes = notice();
    let limits = Limits::default();
    let path = "5".parse().unwrap();
    let inner = part_bytes(&bytes, &path, &limits).unwrap();
    let opened = cfb::CompoundFile::open_strict(Cursor::new(&inner)).unwrap();
    assert!(opened.is_storage("/__recip_version1.0_#00000000"), "an independent reader finds its way in it");
    let (alone, inside) = (message(&inner), message(&bytes).nested.remove(0));
    assert_eq!((&alone.subject, &alone.to, &alone.date), (&inside.subject, &inside.to, &inside.date));
    assert_eq!(alone.sha256, inside.sha256);
    let deep = part_bytes(&bytes, &inside.attachments[0].path, &limits).unwrap();
    assert_eq!(
        (deep.as_slice(), alone.attachments[0].sha256.as_str()),
        (&b"hello"[..], sha256_hex(b"hello").as_str())
    );
}

#[test]
fn a_message_without_headers_says_so_and_is_read_from_its_properties() {
    let mut file = new();
    put(
        &mut file,
        "",
        32,
        &[
            Text(0x0E1D, "Membership"),
            Text(0x003D, "RE:"),
            Text(0x0042, "Bronwen Parry"),
            Text(0x0065, "/O=EXAMPLE/CN=BRONWEN"),
            Text(0x5D02, "bronwen@example.org"),
            Text(0x5D07, "asha.patel@example.com"),
            Time(0x0E06, SENT),
        ],
    );
    for index in 0..3 {
        recipient(
            &mut file,
            "",
            index,
            if index == 2 { 2 } else { 1 },
            "Somebody",
            &format!("p{index}@example.com"),
        );
    }
    let file = facts(&bytes(file));
    assert_eq!(codes(&file), [Code::OutlookNoHeaders]);
    let mail = file.message.unwrap();
    assert_eq!(mail.subject.as_deref(), Some("RE: Membership"));
    assert_eq!(mail.from[0].address, "bronwen@example.org");
    assert_eq!((mail.to.len(), mail.cc[0].address.as_str()), (2, "p2@example.com"));
    assert!(
        mail.recipients().iter().any(|one| one.address == "asha.patel@example.com"),
        "whose mailbox it was"
    );
}

#[test]
fn texts_in_code_pages_of_windows_read_as_they_were_written() {
    for (page, word, text) in [
        (1251, &b"\xCF\xF0\xE8\xE2\xE5\xF2"[..], "Привет"),
        (932, b"\x93\xFA\x96{", "日本"),
        (1252, b"Si\xE2n", "Siân"),
    ] {
        let mut file = new();
        put(&mut file, "", 32, &[Bytes8(0x0037, word), Bytes8(0x1000, word), Number(0x3FFD, page)]);
        let mail = message(&bytes(file));
        assert_eq!((mail.subject.as_deref(), mail.text_as_read.as_str()), (Some(text), text), "{page}");
    }
}

/// The example in the specification of the compression.
const COMPRESSED: &[u8] = b"\x2d\x00\x00\x00\x2b\x00\x00\x00LZFu\xf1\xc5\xc7\xa7\x03\x00\x0a\x00rcpg125\x42\x32\x0a\xf3 hel\x09\x00 bw\x05\xb0ld}\x0a\x80\x0f\xa0";

fn stored(rich: &str) -> Vec<u8> {
    let size = (rich.len() as u32).to_le_bytes();
    [&(rich.len() as u32 + 12).to_le_bytes()[..], &size, b"MELA\0\0\0\0", rich.as_bytes()].concat()
}

#[test]
fn rich_text_reads_as_words_and_a_page_hidden_in_it_as_a_page() {
    let read = |rich: &[u8]| {
        let mut file = new();
        put(&mut file, "", 32, &[Binary(0x1009, rich)]);
        message(&bytes(file))
    };
    assert_eq!(read(COMPRESSED).text_as_read, "hello world");
    let rich = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial;}}{\colortbl;\red0;}{\*\generator x;}\f0 Dear Si\'e2n,\par \u8364?5 \{net\}\line\f1 \'cf\'f0{\pict 0011}\par {\field{\*\fldinst HYPERLINK}{\fldrslt here}}}";
    assert_eq!(read(&stored(rich)).text_as_read, "Dear Siân,\n€5 {net}\nПр\nhere");
    let page = r#"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}{\*\htmltag19 <html>}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Dear Si\'e2n,{\*\htmltag84 &nbsp;}\htmlrtf \'a0\htmlrtf0 hello\htmlrtf\par}\htmlrtf0{\*\htmltag72 </p>}{\*\htmltag27 </html>}}"#;
    let mail = read(&stored(page));
    assert_eq!(mail.html.as_deref(), Some("<html><p>Dear Siân,&nbsp;hello</p></html>"));
    assert_eq!(mail.text_as_read, "Dear Siân, hello");
    let file = facts(b"{\\rtf1 Dear Sir / Madam,\\par hello}");
    assert_eq!(
        (file.shape, file.saved_text.unwrap().text.as_str()),
        (Shape::Rtf, "Dear Sir / Madam,\nhello")
    );
}

#[test]
fn an_outlook_message_attached_to_a_mail_is_read_like_one_that_is_a_file() {
    let inner = notice();
    let mail = format!(
        "From: asha.patel@example.com\r\nTo: firm@example.org\r\nDate: Mon, 5 Jan 2026 10:00:00 +0000\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHere it is\r\n--b\r\nContent-Type: application/octet-stream; name=notice.msg\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n--b--\r\n",
        base64(&inner)
    );
    let file = facts(mail.as_bytes());
    assert_eq!(codes(&file), [Code::OutlookNoHeaders]);
    let outer = file.message.unwrap();
    assert_eq!(outer.nested[0].subject.as_deref(), Some("Private and Confidential"));
    let path = &outer.nested[0].nested[0].attachments[0].path;
    assert_eq!(part_bytes(mail.as_bytes(), path, &Limits::default()).unwrap(), b"hello");
    assert!(part_bytes(mail.as_bytes(), &"2.2.1".parse().unwrap(), &Limits::default()).is_none());
}

/// A winmail.dat: attributes one after the other, and properties of the message and of two attachments.
fn winmail() -> Vec<u8> {
    let mut file = b"\x78\x9F\x3E\x22\x01\x00".to_vec();
    let mut attribute = |level: u8, id: u32, data: &[u8]| {
        file.push(level);
        file.extend(id.to_le_bytes());
        file.extend((data.len() as u32).to_le_bytes());
        file.extend(data);
        file.extend(data.iter().map(|&byte| u16::from(byte)).fold(0, u16::wrapping_add).to_le_bytes());
    };
    let long = |id: u16, kind: u16, data: &[u8]| {
        let mut out = [
            &kind.to_le_bytes()[..],
            &id.to_le_bytes(),
            &[1, 0, 0, 0],
            &(data.len() as u32).to_le_bytes(),
            data,
        ]
        .concat();
        out.resize(out.len().next_multiple_of(4), 0);
        out
    };
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let named =
        [&[0x0B, 0, 1, 0x80][..], &[7; 16], &[1, 0, 0, 0, 4, 0, 0, 0], b"a\0b\0", &[1, 0, 0, 0]].concat();
    attribute(1, 0x0006_9007, &[0xE4, 4, 0, 0, 0, 0, 0, 0]);
    attribute(1, 0x0006_9003, &[&[2, 0, 0, 0][..], &named, &long(0x1009, 0x0102, COMPRESSED)].concat());
    attribute(2, 0x0006_9002, &[0; 14]);
    attribute(2, 0x0001_8010, b"LETTER~1.PDF\0");
    attribute(2, 0x0006_800F, &fixture("pdf/notice.pdf"));
    attribute(
        2,
        0x0006_9005,
        &[&[1, 0, 0, 0][..], &long(0x3707, 0x001F, &utf16("letter from the party.pdf\0"))].concat(),
    );
    attribute(2, 0x0006_9002, &[0; 14]);
    attribute(2, 0x0001_8010, b"note.txt\0");
    attribute(2, 0x0006_800F, b"hello");
    file
}

#[test]
fn the_files_in_a_winmail_dat_come_out_of_it() {
    let mail = format!(
        "From: notices@party.example\r\nTo: asha.patel@example.com\r\nDate: Wed, 3 Nov 2021 15:41:59 +0000\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n\r\n--b\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n--b--\r\n",
        base64(&winmail())
    );
    let file = facts(mail.as_bytes());
    assert_eq!(codes(&file), [Code::WinmailDat]);
    let outer = file.message.unwrap();
    assert_eq!(outer.text_as_read, "hello world", "the body that only the wrapper holds");
    let files: Vec<(String, Option<&str>)> =
        outer.attachments.iter().map(|part| (part.path.to_string(), part.name.as_deref())).collect();
    assert_eq!(
        files,
        [
            ("2".to_owned(), Some("winmail.dat")),
            ("2.2".to_owned(), Some("letter from the party.pdf")),
            ("2.3".to_owned(), Some("note.txt"))
        ]
    );
    let letter = part_bytes(mail.as_bytes(), &outer.attachments[1].path, &Limits::default()).unwrap();
    assert_eq!(letter, fixture("pdf/notice.pdf"));
    let alone = facts(&winmail());
    assert_eq!((alone.shape, alone.message.unwrap().attachments.len()), (Shape::Tnef, 2));
}

#[test]
fn damaged_outlook_files_give_what_is_left_and_say_that_something_is_missing() {
    let whole = notice();
    let mut read = 0;
    for end in (512..whole.len()).step_by(512) {
        let file = facts(&whole[..end]);
        let wrong = codes(&file);
        assert!(!wrong.is_empty(), "{end}");
        read += usize::from(file.message.is_some_and(|mail| mail.text_as_read.starts_with("Dear Sir")));
    }
    assert!(read > 5, "the text outlives the loss of what comes after it: {read}");
    // Every chain of sectors ends at once.
    let mut cut = whole.clone();
    let table = 512 * (1 + u32::from_le_bytes(cut[76..80].try_into().unwrap()) as usize);
    cut[table..table + 512].fill(0xFE);
    assert!(
        codes(&facts(&cut)).iter().any(|code| matches!(code, Code::OutlookDamaged | Code::OutlookUnreadable))
    );
    // Every sector follows itself, and every entry is its own neighbour.
    let mut circle = whole.clone();
    for (at, slot) in circle[table..table + 512].chunks_exact_mut(4).enumerate() {
        slot.copy_from_slice(&(at as u32).to_le_bytes());
    }
    facts(&circle);
    let tnef = winmail();
    for end in 0..tnef.len().min(2_000) {
        facts(&tnef[..end]);
    }
}

#[test]
fn many_recipients_of_an_outlook_message_are_all_kept() {
    let mut file = new();
    put(&mut file, "", 32, &[Text(0x0037, "Private and Confidential"), Time(0x0039, SENT)]);
    for index in 0..300_u32 {
        recipient(&mut file, "", index, 1, "Member", &format!("member{index}@example.org"));
    }
    let to = message(&bytes(file)).to;
    assert_eq!((to.len(), to[299].address.as_str()), (300, "member299@example.org"));
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let number = three.iter().fold(0_u32, |n, &b| n << 8 | u32::from(b)) << (8 * (3 - three.len()));
        for sign in 0..4 {
            let at = (number >> (18 - 6 * sign) & 63) as usize;
            out.push(if sign <= three.len() { char::from(SIGNS[at]) } else { '=' });
        }
        if out.len() % 78 == 76 {
            out.push_str("\r\n");
        }
    }
    out
}
