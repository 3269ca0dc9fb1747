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

/// What is attached to a mail: path, name and bytes, each found again by its path.
fn attached(mail: &[u8]) -> Vec<(String, String, Vec<u8>)> {
    let message = facts(mail).message.unwrap();
    let one = |part: &joinder_evidence::Part| {
        let bytes = part_bytes(mail, &part.path, &Limits::default()).unwrap();
        assert_eq!(bytes.len() as u64, part.size, "{}", part.path);
        (part.path.to_string(), part.name.clone().unwrap_or_default(), bytes)
    };
    message.attachments.iter().map(one).collect()
}

fn part(path: &str, name: &str, bytes: &[u8]) -> (String, String, Vec<u8>) {
    (path.to_owned(), name.to_owned(), bytes.to_vec())
}

#[test]
fn a_file_written_into_the_text_is_a_file_and_not_text() {
    let uu = "begin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\n";
    let mail = format!("{HEAD}\r\nDear Sir / Madam\r\n{uu}Yours faithfully\r\n{uu}");
    let message = facts(mail.as_bytes()).message.unwrap();
    assert_eq!(message.text_as_read, "Dear Sir / Madam\nYours faithfully");
    assert!(message.text.unwrap().contains("begin 644"), "the text as written keeps it");
    let expected = [part("1", "cat.txt", b"Cat"), part("2", "cat.txt", b"Cat")];
    assert_eq!(attached(mail.as_bytes()), expected);
    assert_eq!(message.structure.len(), 3);

    let parts = format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHello\r\n{uu}\r\n--b\r\n\
         Content-Type: image/png; name=\"red.png\"\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\n{uu}\r\n--b--\r\n"
    );
    let expected = [part("1.1", "cat.txt", b"Cat"), part("2", "red.png", b"Cat")];
    assert_eq!(attached(parts.as_bytes()), expected);
    assert_eq!(codes(&facts(parts.as_bytes())), []);

    let yenc =
        format!("{HEAD}\r\nHello\r\n=ybegin line=128 size=3 name=my cat.txt\r\n\x6d\r\n=yend size=1\r\n");
    assert_eq!(attached(yenc.as_bytes()), [part("1", "my cat.txt", b"C")]);
    let message = format!("{HEAD}\r\nDear Sir / Madam\r\n");
    let lines: String = message.as_bytes().chunks(45).map(uuencoded).collect();
    let letter = format!("{HEAD}\r\nbegin 600 letter.eml\r\n{lines}`\r\nend\r\n");
    assert_eq!(attached(letter.as_bytes()), [part("1", "letter.eml", message.as_bytes())]);
    assert_eq!(facts(letter.as_bytes()).message.unwrap().nested[0].text_as_read, "Dear Sir / Madam");
}

fn uuencoded(piece: &[u8]) -> String {
    let sign = |bits: u32| char::from(if bits == 0 { b'`' } else { bits as u8 + 32 });
    let mut line = sign(piece.len() as u32).to_string();
    for three in piece.chunks(3) {
        let bits = three.iter().chain([&0, &0]).take(3).fold(0, |bits, byte| bits << 8 | u32::from(*byte));
        line.extend([18, 12, 6, 0].map(|by| sign(bits >> by & 63)));
    }
    line + "\r\n"
}

#[test]
fn a_body_without_an_empty_line_before_it_is_not_taken_for_header() {
    let plain = format!("{HEAD}Dear Sir / Madam,\r\nwe write to you\r\n\r\nYours faithfully\r\n");
    let file = facts(plain.as_bytes());
    assert_eq!(codes(&file), [Code::HeaderDamaged]);
    assert_eq!(file.message.unwrap().text_as_read, "Dear Sir / Madam,\nwe write to you\n\nYours faithfully");
    let bare = format!("{HEAD}Dear Sir / Madam");
    assert_eq!(facts(bare.as_bytes()).message.unwrap().text_as_read, "Dear Sir / Madam");

    let parts = format!(
        "{HEAD}Content-Type: multipart/mixed;\r\n boundary=\"b1\"\r\nThis is a message in parts.\r\n--b1\r\n\
         Content-Type: text/plain\r\n\r\nDear Sir / Madam\r\n--b1\r\nContent-Type: text/html\r\n\r\n<p>Hello</p>\r\n--b1--\r\n"
    );
    let message = facts(parts.as_bytes()).message.unwrap();
    assert_eq!(message.structure.len(), 3);
    assert!(message.text.unwrap().contains("Dear Sir / Madam"));
}

#[test]
fn headers_alone_are_a_message_and_a_letter_is_none() {
    for mail in [
        "From: The Party <notices@party.example>\r\n\r\n",
        "From: The Party <notices@party.example>\r\n\r\nHello\r\n",
        "Subject: Private and Confidential\r\n\r\nDear Sir / Madam\r\n",
        "From asha@example.com Wed Nov  3 15:42:12 2021\n\nDear Sir / Madam\n",
    ] {
        assert_eq!(Shape::of(mail.as_bytes()), Shape::Eml, "{mail}");
    }
    for letter in [
        "Subject: your letter\r\nDear Sir / Madam\r\n",
        "From: the desk of Pat\r\n\r\nDear Sir / Madam\r\n",
        "From: Notices\r\nSent: 3 November 2021\r\nTo: Pat\r\nSubject: Private\r\n\r\nDear Pat\r\n",
        "From 2021 on we met each May.\n",
    ] {
        assert_eq!(Shape::of(letter.as_bytes()), Shape::Text, "{letter}");
    }
}

#[test]
fn what_a_part_is_and_what_it_is_called_is_read_from_broken_headers() {
    for kind in [
        "multipart/mixed boundary=b",
        "; boundary=b",
        "boundary=\"b\"",
        "multipart; boundary=b",
        "Multipart / Mixed (of two); Boundary = b",
        "text/plain\r\nContent-Type: multipart/mixed; boundary=b",
    ] {
        let mail = format!(
            "{HEAD}Content-Type: {kind}\r\n\r\n--b\r\n\r\nHello\r\n--b\r\nContent-Type: application/pdf\r\n\
             Content-Disposition: attachment; filename=The letter of\r\n 3 November (1).pdf\r\n\r\n%PDF-1.4\r\n--b--\r\n"
        );
        let found = attached(mail.as_bytes());
        assert_eq!(found, [part("2", "The letter of 3 November (1).pdf", b"%PDF-1.4")], "{kind}");
    }
}

#[test]
fn headers_in_another_alphabet_are_read_in_the_one_that_the_body_names() {
    let head = b"From: \xd4\xc5\xd3\xd4 <p@party.example>\r\nTo: a@example.org\r\nSubject: \xf0\xd2\xc9\xd7\xc5\xd4\r\n";
    for kind in [
        "Content-Type: text/plain; charset=koi8-r\r\n\r\nx\r\n",
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=\"koi8-r\"\r\n\r\nx\r\n--b--\r\n",
    ] {
        let message = facts(&[&head[..], kind.as_bytes()].concat()).message.unwrap();
        assert_eq!(message.subject.as_deref(), Some("Привет"));
        assert_eq!(message.from[0].name.as_deref(), Some("тест"));
    }
    for (charset, text, read) in [
        ("iso-2022-jp", &b"\x1b$B%a!<%k\x1b(B"[..], "メール"),
        ("gb18030", b"\xb9\xdc\xc0\xed", "管理"),
        ("koi8-r", b"\xf0\xd2\xc9\xd7\xc5\xd4", "Привет"),
        ("utf-7", b"Hi +AKM-5", "Hi £5"),
        ("big5", b"\xb4\xfa\xb8\xd5", "測試"),
        ("windows-1257", b"\xe0", "ą"),
        ("ks_c_5601-1987", b"\xb8\xe1\xb7\xd0", "멜론"),
        ("utf-8", b"\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82\xd1", "Привет\u{FFFD}"),
    ] {
        let kind = format!("Content-Type: text/plain; charset={charset}\r\n\r\n");
        let mail = [HEAD.as_bytes(), kind.as_bytes(), text];
        assert_eq!(facts(&mail.concat()).message.unwrap().text_as_read, read, "{charset}");
    }
}

#[test]
fn addresses_are_read_as_people_write_them() {
    for (written, addresses) in [
        (
            "Asha Patel <asha.patel@example.com>, pat@example.org",
            &["asha.patel@example.com", "pat@example.org"][..],
        ),
        ("\"Patel, Asha\" <asha@example.com>", &["asha@example.com"]),
        ("asha@example.com pat@example.org", &["asha@example.com", "pat@example.org"]),
        ("Asha <@relay.example:asha@example.com>", &["asha@example.com"]),
        ("Asha <asha@example . com>", &["asha@example.com"]),
        ("Claimants: asha@example.com, pat@example.org;", &["asha@example.com", "pat@example.org"]),
        ("Asha <asha@example.com<mailto:asha@example.com>>", &["asha@example.com"]),
    ] {
        let mail = format!("From: p@party.example\r\nTo: {written}\r\nSubject: x\r\n\r\nx\r\n");
        let message = facts(mail.as_bytes()).message.unwrap();
        let found: Vec<_> = message.to.iter().map(|one| one.address.as_str()).collect();
        assert_eq!(found, addresses, "{written}");
    }
}

#[test]
fn what_tells_the_parts_is_kept_beyond_the_limit_of_headers() {
    let many = "X-Spam: yes\r\n".repeat(100_000);
    let mail = format!(
        "{HEAD}{many}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHello\r\n--b\r\n\
         Content-Type: application/pdf; name=a.pdf\r\n\r\n%PDF-1.4\r\n--b--\r\n"
    );
    let file = facts(mail.as_bytes());
    assert_eq!(codes(&file)[..1], [Code::TooManyHeaders]);
    assert_eq!(file.message.unwrap().attachments[0].name.as_deref(), Some("a.pdf"));
}

#[test]
fn line_ends_that_were_doubled_or_are_those_of_old_macintoshes_change_no_words() {
    let mail = format!("{HEAD}\r\nDear Sir / Madam\r\nYours\r\n");
    for ends in ["\r\r\n", "\r", "\n"] {
        let file = facts(mail.replace("\r\n", ends).as_bytes());
        assert_eq!(file.message.unwrap().text_as_read.trim(), "Dear Sir / Madam\nYours", "{ends:?}");
    }
    let edited = mail.replace("\r\n", "\r") + "\n";
    let file = facts(edited.as_bytes());
    assert_eq!(file.sha256, joinder_evidence::sha256_hex(edited.as_bytes()));
    assert_eq!(file.message.unwrap().to[0].address, "pat@example.org");
}
