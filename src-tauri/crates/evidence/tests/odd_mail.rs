//! Mail as standards forbid it and people send it: nothing of it is lost.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "test helpers"
)]

mod common;

use common::{codes, facts, fixture};
use joinder_evidence::{
    Code, Limits, PartPath, Shape, html_to_text, inline_forwards, page_pieces, part_bytes,
};

const HEAD: &str = "From: The Party <notices@party.example>\r\nTo: pat@example.org\r\nSubject: Private and Confidential\r\n\
                    Date: Wed, 3 Nov 2021 15:04:05 +0000\r\nMessage-ID: <1@party.example>\r\nMIME-Version: 1.0\r\n";

#[test]
fn a_character_divided_between_two_encoded_words_is_whole() {
    for subject in [
        "=?utf-8?Q?Private_=F0=9F?= =?utf-8?Q?=98=80?=",
        "=?utf-8?Q?Private_=F0=9F?=\r\n =?UTF-8*en?B?mIA=?=",
        "=?utf-8?B?UHJpdmF0ZSDwnw==?=\r\n\t=?utf-8?b?mIA=?=",
    ] {
        let mail = format!(
            "From: =?utf-8?Q?P=C3?= =?utf-8?Q?=A9ter?= <p@party.example>\r\nTo: a@example.org\r\nSubject: {subject}\r\n\r\nHi\r\n"
        );
        let mail = facts(mail.as_bytes()).message.unwrap();
        assert_eq!(mail.subject.as_deref(), Some("Private 😀"), "{subject}");
        assert_eq!(mail.from[0].name.as_deref(), Some("Péter"));
    }
}

/// An element of X.690, of a known length or, `endless`, with a mark at its end.
fn element(tag: u8, body: &[u8], endless: bool) -> Vec<u8> {
    let mut bytes = vec![tag];
    if endless {
        bytes.push(0x80);
        bytes.extend(body);
        bytes.extend([0, 0]);
        return bytes;
    }
    match body.len() {
        short @ 0..0x80 => bytes.push(short as u8),
        long => {
            bytes.push(0x82);
            bytes.extend((long as u16).to_be_bytes());
        }
    }
    bytes.extend(body);
    bytes
}

/// Signed data around a message, as mail programs that sign make it.
fn signed(content: &[u8], endless: bool) -> Vec<u8> {
    let id = |last: u8| element(6, &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, last], false);
    let octets = if endless {
        let pieces: Vec<u8> = content.chunks(50).flat_map(|piece| element(4, piece, false)).collect();
        element(0x24, &pieces, true)
    } else {
        element(4, content, false)
    };
    let wrapped = element(0x30, &[id(1), element(0xA0, &octets, endless)].concat(), endless);
    let fields = [element(2, &[1], false), element(0x31, &[], false), wrapped, element(0x31, &[], false)];
    let data = element(0x30, &fields.concat(), endless);
    element(0x30, &[id(2), element(0xA0, &data, endless)].concat(), endless)
}

#[test]
fn a_message_packed_together_with_its_signature_is_read() {
    let inner = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nDear Sir / Madam\r\n--b\r\n\
        Content-Type: application/pdf; name=letter.pdf\r\n\r\n%PDF-1.4\r\n--b--\r\n";
    for endless in [false, true] {
        let packed = signed(inner, endless);
        let hex: String = packed.iter().map(|byte| format!("={byte:02X}")).collect();
        let mail = format!(
            "{HEAD}Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\n\
             Content-Transfer-Encoding: quoted-printable\r\n\r\n{hex}\r\n"
        );
        let file = facts(mail.as_bytes());
        assert_eq!(codes(&file), [Code::SignedWrapper]);
        let message = file.message.unwrap();
        assert_eq!(message.text_as_read.trim(), "Dear Sir / Madam");
        let names: Vec<_> =
            message.attachments.iter().map(|part| (part.path.to_string(), part.name.as_deref())).collect();
        assert_eq!(names, [("0".to_owned(), Some("smime.p7m")), ("1.2".to_owned(), Some("letter.pdf"))]);
        for part in &message.attachments {
            let bytes = part_bytes(mail.as_bytes(), &part.path, &Limits::default()).unwrap();
            assert_eq!(bytes.len() as u64, part.size, "{}", part.path);
        }
        for end in 0..mail.len() {
            facts(&mail.as_bytes()[..end]);
        }
    }
    let sealed =
        format!("{HEAD}Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\n0\x06\r\n");
    assert_eq!(codes(&facts(sealed.as_bytes())), [Code::EncryptedPart]);
}

#[test]
fn a_message_saved_by_an_editor_in_utf_16_is_still_a_message() {
    let text = format!("{HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\nDear Sir / Madam\r\n");
    let little: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let big: Vec<u8> =
        [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    for bytes in [little, big] {
        let file = facts(&bytes);
        assert_eq!((file.shape, codes(&file)), (Shape::Eml, vec![Code::Recoded]));
        assert_eq!(file.size, bytes.len() as u64);
        let message = file.message.unwrap();
        assert_eq!(message.to[0].address, "pat@example.org");
        assert_eq!(message.text_as_read.trim(), "Dear Sir / Madam");
        assert!(part_bytes(&bytes, &PartPath::root(), &Limits::default()).is_some());
    }
}

#[test]
fn an_apple_mail_file_with_a_wrong_length_keeps_its_end() {
    let message = format!("{HEAD}\r\nDear Sir / Madam\r\nYours faithfully\r\n");
    let list = "<?xml version=\"1.0\"?><plist><dict/></plist>\n";
    for length in [message.len(), 10, message.len() - 30, 99_999] {
        let file = facts(format!("{length}\n{message}{list}").as_bytes());
        assert_eq!(file.shape, Shape::Emlx, "{length}");
        let text = file.message.unwrap().text_as_read;
        assert_eq!(text.trim(), "Dear Sir / Madam\nYours faithfully", "{length}");
    }
    assert!(facts(&fixture("mail/apple-mail.emlx")).message.is_some());
}

#[test]
fn an_element_that_is_never_closed_hides_no_words() {
    let page =
        "<html><head><title>News<meta charset=utf-8><body><p>Dear Sir / Madam</p><svg><p>Bye</p></html>";
    for words in ["Dear Sir / Madam", "Bye"] {
        assert!(html_to_text(page).contains(words), "{words}");
        assert!(format!("{:?}", page_pieces(page)).contains(words), "{words}");
    }
    let closed =
        "<head><title>News</title><style>p{color:red}</style></head><p>Dear<SCRIPT>alert(1)</Script> Pat</p>";
    assert_eq!(html_to_text(closed), "Dear Pat");
    assert_eq!(html_to_text(&"<svg>".repeat(20_000)), "");
}

#[test]
fn twenty_thousand_forwards_in_one_mail_are_not_read_over_and_over() {
    let forward = "---------- Forwarded message ---------\nFrom: A <a@example.org>\nDate: Wed, 3 Nov 2021 at 15:00\n\
                   Subject: Private and Confidential\nTo: b@example.org\n\nDear Sir / Madam, words here\n\n";
    let few = inline_forwards(&forward.repeat(5));
    assert_eq!(few.len(), 5);
    let text = forward.repeat(20_000);
    let many = inline_forwards(&text);
    let kept: usize = many.iter().map(|forward| forward.text.len()).sum();
    assert!(!many.is_empty() && kept < 2 * text.len(), "{} forwards of {kept} bytes", many.len());
}
