//! Messages as real programs write them.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "test helpers"
)]

mod common;

use common::{codes, facts, fixture, message};
use joinder_evidence::{
    ForwardStyle, Limits, LineEndings, PartKind, PartPath, Shape, html_to_text, inline_forwards, part_bytes,
    sha256_hex,
};

const WORDS: [&str; 7] =
    ["Wednesday 3 November 2021", "Dear Sir / Madam", "29 October 2021", "third party", "NCA", "NCSC", "ICO"];

fn holds_the_notice(text: &str) {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for word in WORDS {
        assert!(flat.contains(word), "{word:?} is missing from:\n{text}");
    }
}

#[test]
fn ashas_original_from_gmail_says_who_it_was_for_and_how_it_came() {
    let file = facts(&fixture("mail/gmail-original.eml"));
    assert_eq!(file.shape, Shape::Eml);
    assert_eq!(file.damage, vec![]);
    let mail = file.message.unwrap();
    assert_eq!(mail.subject.as_deref(), Some("Private and Confidential"));
    assert_eq!(mail.from[0].name.as_deref(), Some("The Example Party"));
    assert_eq!(mail.from[0].address, "notices@party.example");
    assert_eq!(mail.to[0].address, "asha.patel@example.com");
    assert_eq!(mail.delivered_to[0].header, "Delivered-To");
    assert_eq!(mail.delivered_to[0].address, "asha.patel@example.com");
    assert_eq!(mail.message_id.as_deref(), Some("20211103154159.4.1A2B3C4D@mta.party.example"));
    assert_eq!(mail.line_endings, LineEndings::Crlf);
    let date = mail.date.unwrap();
    assert_eq!(date.raw, "Wed, 3 Nov 2021 15:41:59 +0000");
    assert_eq!(date.utc.as_deref(), Some("2021-11-03T15:41:59Z"));
    assert_eq!(date.offset_minutes, Some(0));
    holds_the_notice(mail.text.as_deref().unwrap());
    holds_the_notice(&mail.text_as_read);
    assert!(mail.html.unwrap().contains("<script>"), "the HTML is kept as written");
    assert!(mail.attachments.is_empty());
}

#[test]
fn the_path_is_told_oldest_first_with_the_time_between_hops() {
    let mail = message("mail/gmail-original.eml");
    let by: Vec<&str> = mail.received.iter().filter_map(|hop| hop.by.as_deref()).collect();
    assert_eq!(
        by,
        ["mta25.party.example (Postfix)", "mx.mail.example.com", "2002:a05:7110:c46:b0:110:2b3a:19d"]
    );
    let first = &mail.received[0];
    assert_eq!(first.from.as_deref(), Some("app07.party.example (app07.party.example [198.51.100.7])"));
    assert_eq!(first.with.as_deref(), Some("ESMTP"));
    assert_eq!(first.for_address.as_deref(), Some("asha.patel@example.com"));
    let seconds: Vec<Option<i64>> = mail.received.iter().map(|hop| hop.seconds_since_previous).collect();
    assert_eq!(seconds, [Some(4), Some(8), Some(1)]);
    assert_eq!(mail.received[1].date.offset_minutes, Some(-420));
    assert!(mail.received.iter().all(|hop| !hop.negative));
}

#[test]
fn a_hop_that_arrives_before_it_left_is_marked() {
    let mail = b"Received: from a.example by b.example with SMTP; Wed, 3 Nov 2021 15:00:00 +0000\r\n\
        Received: from c.example by a.example with SMTP; Wed, 3 Nov 2021 15:42:00 +0000\r\n\
        From: notices@party.example\r\nDate: Wed, 3 Nov 2021 15:41:00 +0000\r\n\r\nHello\r\n";
    let hops = facts(mail).message.unwrap().received;
    assert!(!hops[0].negative);
    assert_eq!(hops[1].seconds_since_previous, Some(-2520));
    assert!(hops[1].negative);
}

#[test]
fn what_the_providers_stamped_is_read_method_by_method() {
    let results = message("mail/gmail-original.eml").authentication_results;
    assert_eq!(results.len(), 2);
    let (arc, own) = (&results[0], &results[1]);
    assert_eq!((arc.arc_instance, own.arc_instance), (Some(1), None));
    assert_eq!(own.authserv_id, "mx.mail.example.com");
    let said: Vec<(&str, &str)> =
        own.results.iter().map(|r| (r.method.as_str(), r.result.as_str())).collect();
    assert_eq!(said, [("dkim", "pass"), ("spf", "pass"), ("dmarc", "pass")]);
    assert!(own.results[0].properties.contains(&("header.i".into(), "@party.example".into())));
    let outlook = message("mail/outlook-inline-forward.eml").authentication_results;
    assert_eq!(outlook[0].authserv_id, "");
    assert_eq!(outlook[0].results[0].method, "spf");
}

#[test]
fn forwards_inside_the_text_are_found_in_every_clients_way_of_writing_them() {
    let cases = [
        ("gmail", ForwardStyle::Gmail, "cai.morgan@example.com", "Wed, 3 Nov 2021 at 15:42"),
        ("outlook", ForwardStyle::Outlook, "bronwen.hughes@example.net", "03 November 2021 15:42"),
        ("apple", ForwardStyle::Apple, "dilys.price@example.org", "3 November 2021 at 15:42:11 GMT"),
        ("yahoo", ForwardStyle::Yahoo, "emyr.rees@example.net", "Wednesday, 3 November 2021, 15:42:11 GMT"),
    ];
    for (client, style, to, date) in cases {
        let mail = message(&format!("mail/{client}-inline-forward.eml"));
        assert_eq!(mail.forwards.len(), 1, "{client}: {}", mail.text_as_read);
        let forward = &mail.forwards[0];
        assert_eq!(forward.style, style, "{client}");
        assert!(forward.from.as_deref().unwrap().contains("notices@party.example"), "{client}: {forward:?}");
        assert!(forward.to.as_deref().unwrap().contains(to), "{client}: {forward:?}");
        assert_eq!(forward.date_raw.as_deref(), Some(date), "{client}");
        assert_eq!(forward.day.as_deref(), Some("2021-11-03"), "{client}");
        assert_eq!(forward.subject.as_deref(), Some("Private and Confidential"), "{client}");
        assert!(forward.text.starts_with("Wednesday 3 November 2021"), "{client}: {}", forward.text);
        holds_the_notice(&forward.text);
        assert!(!forward.text.contains("> "), "{client}: quoting is left in {}", forward.text);
    }
}

#[test]
fn outlooks_bare_header_block_is_a_forward_but_a_letter_with_from_in_it_is_none() {
    let mail = message("mail/outlook-html-forward.eml");
    assert_eq!(mail.subject.as_deref(), Some("FW: Private and Confidential – please see"));
    assert_eq!(mail.from[0].name.as_deref(), Some("Siân Evans"));
    assert_eq!(mail.client.unwrap().name, "Microsoft Outlook 16.0");
    assert_eq!(mail.forwards[0].style, ForwardStyle::Outlook);
    holds_the_notice(&mail.forwards[0].text);
    assert_eq!(
        inline_forwards("From: the bottom of my heart\nSubject: to your approval,\nthank you."),
        vec![]
    );
}

#[test]
fn an_original_forwarded_as_an_attachment_keeps_its_bytes_headers_and_signature() {
    let original = fixture("mail/gmail-original.eml");
    for name in ["mail/forwarded-as-attachment.eml", "mail/forwarded-as-file.eml"] {
        let bytes = fixture(name);
        let mail = message(name);
        assert_eq!(mail.text_as_read, "The original is attached, as you asked.", "{name}");
        let part = &mail.attachments[0];
        assert_eq!((part.kind, part.shape), (PartKind::Message, Shape::Eml), "{name}");
        assert_eq!(part.name.as_deref(), Some("Private and Confidential.eml"), "{name}");
        let inner = &mail.nested[0];
        assert_eq!(inner.path, part.path, "{name}");
        assert_eq!(inner.delivered_to[0].address, "asha.patel@example.com", "{name}");
        let given_back = part_bytes(&bytes, &inner.path, &Limits::default()).unwrap();
        assert_eq!(sha256_hex(&given_back), inner.sha256, "{name}");
        assert_eq!(given_back.trim_ascii_end(), original.trim_ascii_end(), "{name}");
        assert!(
            matches!(inner.dkim[0].body_hash, joinder_evidence::BodyHash::Match { .. }),
            "{name}: {:?}",
            inner.dkim
        );
    }
}

#[test]
fn every_part_that_is_listed_can_be_had_back_with_its_hash() {
    for (name, bytes) in common::fixtures() {
        let Some(mail) = facts(&bytes).message else { continue };
        let mut left = vec![mail];
        while let Some(mail) = left.pop() {
            for part in &mail.attachments {
                let given_back = part_bytes(&bytes, &part.path, &Limits::default()).unwrap();
                assert_eq!(sha256_hex(&given_back), part.sha256, "{name} {}", part.path);
            }
            left.extend(mail.nested);
        }
    }
    let bytes = fixture("mail/forwarded-as-attachment.eml");
    let html: PartPath = "2.1.2".parse().unwrap();
    let html = String::from_utf8(part_bytes(&bytes, &html, &Limits::default()).unwrap()).unwrap();
    assert!(html.starts_with("<!DOCTYPE html>"), "{html}");
    assert_eq!(part_bytes(&bytes, &"9.9".parse().unwrap(), &Limits::default()), None);
}

#[test]
fn the_outline_shows_parts_inside_parts() {
    let mail = message("mail/forwarded-as-attachment.eml");
    let outline: Vec<String> = mail
        .structure
        .iter()
        .map(|line| format!("{}{} {}", "  ".repeat(line.depth as usize), line.path, line.content_type))
        .collect();
    assert_eq!(outline, ["0 multipart/mixed", "  1 text/plain", "  2 message/rfc822"]);
    let inner: Vec<String> =
        mail.nested[0].structure.iter().map(|line| format!("{} {}", line.path, line.content_type)).collect();
    assert_eq!(inner, ["2.1 multipart/alternative", "2.1.1 text/plain", "2.1.2 text/html"]);
}

#[test]
fn mail_is_known_whatever_a_program_put_in_front_of_it() {
    let original = fixture("mail/gmail-original.eml");
    let inner = facts(&original).message.unwrap();
    for before in [
        "\u{FEFF}",
        "\r\n\r\n",
        "From asha Wed Nov  3 15:42:12 2021\r\n",
        ">From asha Wed Nov  3 15:42:12 2021\n",
    ] {
        let file = facts(&[before.as_bytes(), &original].concat());
        assert_eq!(file.shape, Shape::Eml, "{before:?}");
        let mail = file.message.unwrap();
        assert_eq!(mail.to, inner.to, "{before:?}");
        assert!(matches!(mail.dkim[0].body_hash, joinder_evidence::BodyHash::Match { .. }), "{before:?}");
    }
    let apple = facts(&fixture("mail/apple-mail.emlx"));
    assert_eq!(apple.shape, Shape::Emlx);
    assert_eq!(apple.message.unwrap().sha256, inner.sha256);
}

#[test]
fn fatimas_wrong_character_set_still_reads_as_she_wrote_it() {
    let file = facts(&fixture("mail/lying-charset.eml"));
    assert_eq!(
        file.message.as_ref().unwrap().text_as_read,
        "I paid £40 for a new card – it’s in Siân’s name."
    );
    assert_eq!(codes(&file), [joinder_evidence::Code::Charset]);
}

#[test]
fn of_two_alternatives_the_plain_one_is_read_unless_it_is_a_stub() {
    let both = |plain: &str, page: &str| {
        let part = |kind: &str, text: &str| format!("--b\r\nContent-Type: text/{kind}\r\n\r\n{text}\r\n");
        let mail = format!(
            "From: notices@party.example\r\nSubject: x\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n{}{}--b--\r\n",
            part("html", page),
            part("plain", plain)
        );
        facts(mail.as_bytes()).message.unwrap().text_as_read
    };
    assert_eq!(both("Dear Sir / Madam", "<p>Dear <b>Sir</b> / Madam</p>"), "Dear Sir / Madam");
    let page = format!("<p>Dear Sir / Madam</p>{}", "<p>We write about an incident.</p>".repeat(9));
    assert!(both("Please view this email in a browser.", &page).starts_with("Dear Sir / Madam\n\nWe write"));
}

#[test]
fn a_subject_with_raw_bytes_in_an_encoded_word_is_read_in_the_set_that_it_names() {
    for subject in
        [&b"=?iso-8859-1?Q?Si\xE2n?="[..], b"=?iso-8859-1?Q?Si=E2n?=", b"Si\xE2n", "Si\u{E2}n".as_bytes()]
    {
        let mail = [b"Subject: ", subject, b"\r\nFrom: ", subject, b" <sian@example.org>\r\n\r\nx"].concat();
        let mail = facts(&mail).message.unwrap();
        assert_eq!(mail.subject.as_deref(), Some("Si\u{E2}n"), "{subject:?}");
        assert_eq!(mail.from[0].name.as_deref(), Some("Si\u{E2}n"), "{subject:?}");
    }
}

#[test]
fn everyone_a_message_was_for_is_listed_with_the_header_that_says_so() {
    let mail = message("mail/forwarded-as-attachment.eml");
    let all = mail.with_nested();
    let inner: Vec<String> =
        all[1].recipients().into_iter().map(|one| format!("{} {}", one.header, one.address)).collect();
    assert_eq!(
        inner,
        ["Delivered-To", "Received", "Received", "To"]
            .map(|header| format!("{header} asha.patel@example.com"))
    );
}

#[test]
fn dates_far_from_now_are_kept_as_written_and_in_numbers() {
    for (raw, utc, offset) in [
        ("Tue, 31 Oct 1899 10:00:00 +0000", Some("1899-10-31T10:00:00Z"), Some(0)),
        ("Tue, 3 Nov 2099 10:00:00 -0330", Some("2099-11-03T13:30:00Z"), Some(-210)),
        ("3 Nov 2021 10:00:00", Some("2021-11-03T10:00:00Z"), None),
        ("Wed, 3 Nov 2021 15:41 GMT", Some("2021-11-03T15:41:00Z"), Some(0)),
        ("the day before yesterday", None, None),
        ("Wed, 31 Feb 2021 10:00:00 +0000", None, None),
    ] {
        let mail = format!("From: notices@party.example\nSubject: x\nDate: {raw}\n\nHello\n");
        let date = facts(mail.as_bytes()).message.unwrap().date.unwrap();
        assert_eq!(date.raw, raw);
        assert_eq!(date.utc.as_deref(), utc, "{raw}");
        assert_eq!(date.offset_minutes, offset, "{raw}");
    }
}

#[test]
fn a_page_becomes_paragraphs_lists_and_links_without_script() {
    let text = message("mail/yahoo-inline-forward.eml").text_as_read;
    assert!(
        text.contains("- be careful with emails and calls that you do not expect;\n- use a password"),
        "{text}"
    );
    assert!(
        text.contains("questions and answers <https://www.party.example/questions?src=mail&id=1>."),
        "{text}"
    );
    assert!(text.contains("\n\nDear Sir / Madam,\n\n"), "{text}");
    let page =
        "<p>one<br>two</p><script>steal()</script><ol><li>a<li>b</ol>x &lt;y&gt; &amp; &pound;3&nbsp;<b>bold";
    assert_eq!(html_to_text(page), "one\ntwo\n\n1. a\n2. b\n\nx <y> & £3 bold");
}

#[test]
fn facts_survive_being_stored_and_read_again() {
    for (name, bytes) in common::fixtures() {
        let file = facts(&bytes);
        let json = serde_json::to_string(&file).unwrap();
        assert_eq!(serde_json::from_str::<joinder_evidence::Inspection>(&json).unwrap(), file, "{name}");
    }
}

#[test]
fn a_file_after_the_end_of_a_message_in_parts_is_not_lost() {
    // A telephone gave one boundary to the letter and to the message around it, so that the inner end looks like the outer.
    let mail = b"From: mina@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSent from my phone\r\n--x--\r\n\r\n--x\r\nContent-Type: image/png; name=a.png\r\n\r\n\x89PNG\r\n\x1a\n\r\n--x--\r\nA mailing list's footer\r\n--x\r\nwhich is no part\r\n";
    let message = facts(mail).message.unwrap();
    assert_eq!(message.attachments.len(), 1, "{:?}", message.structure);
    assert_eq!(message.attachments[0].name.as_deref(), Some("a.png"));
    assert_eq!(message.text_as_read.trim(), "Sent from my phone");
}
