//! Mail that is broken, enormous or made to break a reader: an answer every time, and a bounded one.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "test helpers"
)]

mod common;

use std::time::{Duration, Instant};

use common::{codes, facts, fixture};
use joinder_evidence::{Code, Inspection, Limits, Message, inspect};

/// Generous for a debug build on a busy machine; without its bound each of these takes minutes or all memory.
const SOON: Duration = Duration::from_secs(120);

fn soon(bytes: &[u8]) -> Inspection {
    let start = Instant::now();
    let file = facts(bytes);
    assert!(start.elapsed() < SOON, "took {:?}", start.elapsed());
    file
}

fn depth(message: &Message) -> usize {
    message.nested.iter().map(depth).max().map_or(0, |inner| inner + 1)
}

const HEAD: &str =
    "From: notices@party.example\r\nTo: asha.patel@example.com\r\nDate: Wed, 3 Nov 2021 15:41:59 +0000\r\n";

#[test]
fn an_empty_file_says_so() {
    assert_eq!(codes(&facts(b"")), [Code::Empty]);
}

#[test]
fn a_message_cut_anywhere_keeps_what_is_there() {
    let whole = fixture("mail/gmail-original.eml");
    for end in (0..whole.len()).step_by(37) {
        let file = facts(&whole[..end]);
        if end > 4_000 {
            let mail = file.message.as_ref().unwrap();
            assert!(mail.text_as_read.contains("Dear Sir / Madam"), "{end}");
            assert_eq!(
                codes(&file).contains(&Code::Truncated),
                end < whole.len() - 2,
                "{end}: {:?}",
                file.damage
            );
        }
    }
}

#[test]
fn a_fifty_megabyte_message_is_read_whole() {
    let line = "QUJD".repeat(19) + "\r\n";
    let attachment = line.repeat(50 * 1024 * 1024 / line.len());
    let mail = format!(
        "{HEAD}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHello\r\n--b\r\n\
        Content-Type: application/octet-stream; name=big.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n{attachment}--b--\r\n"
    );
    let file = soon(mail.as_bytes());
    assert_eq!(file.damage, vec![]);
    let mail = file.message.unwrap();
    assert_eq!(mail.text_as_read, "Hello");
    assert_eq!(mail.attachments[0].size, attachment.len() as u64 / 78 * 57);
}

#[test]
fn messages_nested_a_hundred_deep_are_read_to_the_limit() {
    let mut mail = format!("{HEAD}\r\nthe innermost\r\n");
    for level in 0..100 {
        mail = format!(
            "{HEAD}Content-Type: multipart/mixed; boundary=b{level}x\r\n\r\n--b{level}x\r\nContent-Type: message/rfc822\r\n\r\n{mail}\r\n--b{level}x--\r\n"
        );
    }
    let file = soon(mail.as_bytes());
    assert!(codes(&file).contains(&Code::TooDeep), "{:?}", file.damage);
    let mail = file.message.as_ref().unwrap();
    assert_eq!(depth(mail), Limits::default().depth / 2);
    let json = serde_json::to_string(&file).unwrap();
    assert_eq!(
        serde_json::from_str::<Inspection>(&json).unwrap(),
        file,
        "facts this deep can be stored and read again"
    );
}

#[test]
fn a_hundred_thousand_bare_nestings_do_not_overflow_the_stack() {
    let bare = format!("{HEAD}{}", "Content-Type: message/rfc822\r\n\r\n".repeat(100_000));
    assert!(codes(&soon(bare.as_bytes())).contains(&Code::TooDeep));
    let multiparts =
        format!("{HEAD}{}", "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(100_000));
    soon(multiparts.as_bytes());
    let quotes = format!("{HEAD}\r\n{}", ">".repeat(2_000_000));
    soon(quotes.as_bytes());
    let tags = format!(
        "{HEAD}Content-Type: text/html\r\n\r\n{}{}",
        "<div><ul><li>".repeat(100_000),
        "<a href=\"".repeat(100_000)
    );
    soon(tags.as_bytes());
    let comments = format!(
        "{HEAD}Subject: {}\r\nTo: {}\r\nReceived: {}\r\n\r\n",
        "=?".repeat(500_000),
        "(".repeat(500_000),
        "(;".repeat(500_000)
    );
    soon(comments.as_bytes());
}

#[test]
fn a_hundred_thousand_header_lines_are_kept_to_the_limit_and_the_body_is_found() {
    let mail = format!("{HEAD}{}\r\nHello\r\n", "X-Filler: nothing to see here\r\n".repeat(100_000));
    let file = soon(mail.as_bytes());
    assert_eq!(codes(&file), [Code::TooManyHeaders]);
    let mail = file.message.unwrap();
    assert_eq!(mail.headers.len(), Limits::default().headers);
    assert_eq!(
        (mail.to[0].address.as_str(), mail.text_as_read.as_str()),
        ("asha.patel@example.com", "Hello")
    );
}

#[test]
fn ten_thousand_recipients_are_all_kept() {
    let list: Vec<String> = (0..10_000).map(|n| format!("\"Member {n}\" <member{n}@example.org>")).collect();
    let mail = format!(
        "From: notices@party.example\r\nDate: Wed, 3 Nov 2021 15:41:59 +0000\r\nTo: {}\r\n\r\nHello\r\n",
        list.join(",\r\n ")
    );
    let file = soon(mail.as_bytes());
    assert_eq!(file.damage, vec![]);
    let to = file.message.unwrap().to;
    assert_eq!((to.len(), to[9_999].address.as_str()), (10_000, "member9999@example.org"));
}

#[test]
fn ten_thousand_parts_are_listed_to_the_limit() {
    let part = "--b\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\r\n";
    let mail =
        format!("{HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n{}--b--\r\n", part.repeat(10_000));
    let file = soon(mail.as_bytes());
    assert_eq!(codes(&file), [Code::TooManyParts]);
    assert_eq!(file.message.unwrap().attachments.len(), Limits::default().parts - 1);
}

#[test]
fn parts_that_decode_to_more_than_the_limit_are_left_and_named() {
    let limits = Limits { decoded_bytes: 1_000, text_bytes: 500, ..Limits::default() };
    let mail = format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n{}\r\n--b\r\nContent-Type: image/png\r\n\r\n{}\r\n--b--\r\n",
        "é".repeat(400),
        "x".repeat(2_000)
    );
    let file = inspect(mail.as_bytes(), &limits);
    assert_eq!(codes(&file), [Code::TextCut, Code::TooMuchDecoded]);
    assert_eq!(file.message.unwrap().text_as_read, "é".repeat(250));
}

#[test]
fn zero_bytes_and_mixed_line_endings_are_noted_and_read_over() {
    let mail = b"From: notices@party.example\r\nDate: Wed, 3 Nov 2021 15:41:59 +0000\nSubject: Priv\0ate\r\n\nDear\0 Sir / Madam\r\n";
    let file = facts(mail);
    assert_eq!(codes(&file), [Code::NulBytes, Code::MixedLineEndings]);
    let mail = file.message.unwrap();
    assert_eq!((mail.subject.as_deref(), mail.text_as_read.as_str()), (Some("Private"), "Dear Sir / Madam"));
    let old = facts(
        b"From: notices@party.example\rSubject: Private\rDate: Wed, 3 Nov 2021 15:41:59 +0000\r\rDear Sir\r",
    );
    assert_eq!(old.message.unwrap().text_as_read, "Dear Sir");
}

#[test]
fn encodings_that_are_not_what_they_say_are_read_as_well_as_can_be() {
    let body = |encoding: &str, body: &str| {
        let mail = format!("{HEAD}Content-Transfer-Encoding: {encoding}\r\n\r\n{body}");
        let file = facts(mail.as_bytes());
        (codes(&file), file.message.unwrap().text_as_read)
    };
    assert_eq!(body("base64", "RGVhciBT!!aXI=\r\n"), (vec![Code::TransferEncoding], "Dear Sir".to_owned()));
    let odd = vec![Code::TransferEncoding];
    for (written, read) in [
        ("RGVhciBTaXI= and more\r\n", "Dear Sir"),
        ("RGVhciBTaXI=\r\nXXXX--b--\r\n", "Dear Sir"),
        ("RGVhciA=\r\nU2ly!\r\nU2ly\r\n", "Dear Sir"),
        ("RGVhciA=U2ly\r\n", "Dear Sir"),
        ("... the letter goes here ...\r\n", "... the letter goes here ..."),
    ] {
        assert_eq!(body("base64", written), (odd.clone(), read.to_owned()), "{written}");
    }
    assert_eq!(
        body("quoted-printable", "100=% of it =3D all\r\n"),
        (vec![Code::TransferEncoding], "100=% of it = all".to_owned())
    );
    assert_eq!(body("x-gzip64", "Dear Sir\r\n"), (odd, "Dear Sir".to_owned()));
    for plain in ["7bit", "8-BIT", "binary", "7bit (as it is)", ""] {
        assert_eq!(body(plain, "Dear Sir\r\n"), (vec![], "Dear Sir".to_owned()), "{plain}");
    }
}

#[test]
fn multiparts_without_their_boundary_still_show_their_text() {
    for parameter in ["", "; boundary=other"] {
        let mail = format!(
            "{HEAD}Content-Type: multipart/mixed{parameter}\r\n\r\n--b\r\n\r\nDear Sir / Madam\r\n--b--\r\n"
        );
        let file = facts(mail.as_bytes());
        assert_eq!(codes(&file), [Code::BoundaryMissing]);
        assert!(file.message.unwrap().text_as_read.contains("Dear Sir / Madam"));
    }
}

#[test]
fn words_outside_the_parts_are_not_passed_over_in_silence() {
    let mail = |before: &str, after: &str| {
        let mail = format!(
            "{HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n{before}\r\n--b\r\n\r\nDear Sir\r\n--b--\r\n{after}"
        );
        codes(&facts(mail.as_bytes()))
    };
    assert_eq!(mail("This is a multi-part message in MIME format.", "\r\n"), []);
    assert_eq!(mail("Hidden", ""), [Code::TextOutsideParts]);
    assert_eq!(mail("", "_____\r\nA list's footer\r\n"), [Code::TextOutsideParts]);
}

#[test]
fn parts_are_found_where_only_the_body_shows_their_boundary() {
    let mail = format!(
        "{HEAD}Content-Type: multipart/mixed; bound=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nDear Sir / Madam\r\n--b\r\n\
        Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nQUJD\r\n--b--\r\n"
    );
    let file = facts(mail.as_bytes());
    assert_eq!(codes(&file), [Code::BoundaryMissing]);
    let mail = file.message.unwrap();
    assert_eq!((mail.text_as_read.as_str(), mail.attachments[0].size), ("Dear Sir / Madam", 3));
}

#[test]
fn headers_that_are_none_missing_or_twice_are_named() {
    let file = facts(b"Received: from a.example by b.example; Wed, 3 Nov 2021 15:42:00 +0000\r\nthis is no header\r\nSubject: a\r\nSubject: b\r\n\r\nHello\r\n");
    assert_eq!(
        codes(&file),
        [Code::FromMissing, Code::DateMissing, Code::HeaderDamaged, Code::HeaderRepeated]
    );
    assert_eq!(file.message.unwrap().subject.as_deref(), Some("a"));
    let disguised = format!("{HEAD}Subject: invoice\u{202E}fdp.exe\r\n\r\n");
    assert_eq!(codes(&facts(disguised.as_bytes())), [Code::DirectionOverride]);
}

#[test]
fn a_domain_that_only_looks_like_the_partys_is_named() {
    let of = |domain: &str| {
        let mail = format!(
            "From: The Party <notices@{domain}>\r\nDate: Wed, 3 Nov 2021 15:41:59 +0000\r\n\r\nx\r\n"
        );
        codes(&facts(mail.as_bytes()))
    };
    for domain in [
        "p\u{430}rty.example",
        "xn--prty-53d.example",
        "\u{440}\u{430}\u{440}.example",
        "par\u{200B}ty.example",
        "p\u{3B1}rty.example",
    ] {
        assert_eq!(of(domain), [Code::LookalikeDomain], "{domain}");
    }
    for domain in [
        "party.example",
        "siân.example",
        "xn--mnchen-3ya.example",
        "партия.example",
        "xn--zzzzzzzzzzzzzzzzzz9.example",
        "xn--.example",
    ] {
        assert_eq!(of(domain), [], "{domain}");
    }
}

#[test]
fn every_kind_of_damage_says_what_happened_and_what_to_do() {
    for code in Code::ALL {
        assert!(code.text().ends_with('.') && code.fix().ends_with('.'), "{code:?}");
        assert_eq!(serde_json::to_string(code).unwrap(), format!("\"{}\"", code.as_str()), "{code:?}");
    }
}
