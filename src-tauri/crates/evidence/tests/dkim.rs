//! DKIM: signatures made by another program (dkimpy), checked here.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "test helpers"
)]

mod common;

use common::{facts, fixture, message};
use joinder_evidence::{Adjustment, BodyHash, SignatureAnswer, verify_signature};

fn key(name: &str) -> String {
    String::from_utf8(fixture(&format!("keys/{name}.party.example.txt"))).unwrap()
}

fn body_hash(bytes: &[u8]) -> BodyHash {
    facts(bytes).message.unwrap().dkim[0].body_hash.clone()
}

fn replaced(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let at =
        bytes.windows(from.len()).rposition(|window| window == from.as_bytes()).expect("the words are there");
    [&bytes[..at], to.as_bytes(), &bytes[at + from.len()..]].concat()
}

const UNTOUCHED: BodyHash = BodyHash::Match { adjusted: vec![], unsigned_bytes: 0 };

#[test]
fn an_untouched_original_matches_in_body_and_signature() {
    for (name, record, bits) in [
        ("gmail-original", "news2021", 2048),
        ("signed-simple", "news2021", 2048),
        ("signed-with-length", "news2021", 2048),
        ("signed-sha1", "news2021", 2048),
        ("signed-ed25519", "ed2021", 256),
    ] {
        let bytes = fixture(&format!("mail/{name}.eml"));
        assert_eq!(body_hash(&bytes), UNTOUCHED, "{name}");
        let answer = verify_signature(&bytes, 0, Some(&key(record)));
        assert_eq!(answer, SignatureAnswer::Match { key_bits: bits, notes: vec![] }, "{name}");
    }
}

#[test]
fn what_the_signature_says_is_told() {
    let mail = message("mail/gmail-original.eml");
    let facts = &mail.dkim[0];
    assert_eq!((facts.domain.as_str(), facts.selector.as_str()), ("party.example", "news2021"));
    assert_eq!(
        (facts.algorithm.as_str(), facts.canonicalisation.as_str()),
        ("rsa-sha256", "relaxed/relaxed")
    );
    assert_eq!(facts.signed_at, Some(1_635_954_119));
    assert!(facts.signed_headers.contains(&"subject".to_owned()));
    assert_eq!(message("mail/signed-with-length.eml").dkim[0].body_length, Some(972));
}

#[test]
fn one_changed_letter_is_a_mismatch_that_never_says_forged() {
    for name in ["gmail-original", "signed-simple", "signed-with-length", "signed-ed25519"] {
        let changed = replaced(&fixture(&format!("mail/{name}.eml")), "29", "28");
        let BodyHash::Mismatch { causes, added_lines } = body_hash(&changed) else {
            panic!("{name} still matches")
        };
        assert_eq!(added_lines, None);
        assert!(causes[0].contains("on its way"), "{causes:?}");
        assert!(causes.last().unwrap().contains("changed after it was signed"), "{causes:?}");
        assert!(causes.iter().all(|cause| !cause.contains("forge")), "{causes:?}");
        let signature = verify_signature(
            &changed,
            0,
            Some(&key(if name.ends_with("19") { "ed2021" } else { "news2021" })),
        );
        assert!(
            matches!(signature, SignatureAnswer::Match { .. }),
            "the headers are untouched: {signature:?}"
        );
    }
}

#[test]
fn a_changed_subject_leaves_the_body_but_not_the_signature() {
    let changed = replaced(&fixture("mail/gmail-original.eml"), "Subject: Private", "Subject: Pirate");
    assert_eq!(body_hash(&changed), UNTOUCHED);
    let SignatureAnswer::Mismatch { causes } = verify_signature(&changed, 0, Some(&key("news2021"))) else {
        panic!("the subject was signed")
    };
    assert!(causes.iter().all(|cause| !cause.contains("forge")), "{causes:?}");
}

#[test]
fn without_the_key_nothing_is_said_against_the_message() {
    let bytes = fixture("mail/gmail-original.eml");
    for nothing in [None, Some(""), Some("  \n")] {
        assert_eq!(verify_signature(&bytes, 0, nothing), SignatureAnswer::KeyNotAvailable);
    }
    let rotated = verify_signature(&bytes, 0, Some(&key("rotated")));
    let SignatureAnswer::Mismatch { causes } = rotated else {
        panic!("another key cannot match: {rotated:?}")
    };
    assert!(causes[0].contains("domains change their keys"), "{causes:?}");
    for (record, reason) in [
        ("v=DKIM1; p=", "withdrawn"),
        ("v=DKIM1; k=rsa", "no key"),
        ("v=DKIM1; p=AAAA", "not an RSA key"),
        ("v=DKIM1; k=ed25519; p=AAAA", "another kind"),
    ] {
        let answer = verify_signature(&bytes, 0, Some(record));
        let SignatureAnswer::NotCheckable { reason: said } = answer else { panic!("{record}: {answer:?}") };
        assert!(said.contains(reason), "{record}: {said}");
    }
    assert!(matches!(verify_signature(&bytes, 5, None), SignatureAnswer::NotCheckable { .. }));
}

#[test]
fn a_lists_footer_after_the_signed_length_stays_a_match() {
    let footer = b"_______________\r\nmembers mailing list\r\nhttps://list.example.org/members\r\n";
    let mailed = [fixture("mail/signed-with-length.eml"), footer.to_vec()].concat();
    assert_eq!(body_hash(&mailed), BodyHash::Match { adjusted: vec![], unsigned_bytes: footer.len() as u64 });
    let whole = [
        b"List-Id: <members.list.example.org>\r\n".to_vec(),
        fixture("mail/signed-simple.eml"),
        footer.to_vec(),
    ]
    .concat();
    let BodyHash::Mismatch { causes, added_lines } = body_hash(&whole) else {
        panic!("the footer was not signed")
    };
    assert_eq!(added_lines, Some(3), "the text before the footer is as it was signed");
    assert!(causes[0].contains("added at the end"), "{causes:?}");
    assert!(causes[1].contains("mailing list"), "{causes:?}");
}

#[test]
fn a_file_saved_with_other_line_endings_matches_once_they_are_put_back() {
    for name in ["gmail-original", "signed-simple", "signed-with-length"] {
        let saved: Vec<u8> =
            fixture(&format!("mail/{name}.eml")).into_iter().filter(|&byte| byte != b'\r').collect();
        let expected = BodyHash::Match { adjusted: vec![Adjustment::LineEndings], unsigned_bytes: 0 };
        assert_eq!(body_hash(&saved), expected, "{name}");
        assert!(
            matches!(verify_signature(&saved, 0, Some(&key("news2021"))), SignatureAnswer::Match { .. }),
            "{name}"
        );
    }
}

#[test]
fn a_message_cut_short_says_so_first() {
    let whole = fixture("mail/signed-with-length.eml");
    let BodyHash::Mismatch { causes, .. } = body_hash(&whole[..whole.len() - 100]) else {
        panic!("it is cut")
    };
    assert!(causes[0].contains("end of the message is missing"), "{causes:?}");
}

#[test]
fn a_signature_that_cannot_be_read_is_not_checkable() {
    for (tags, reason) in [
        ("v=1; a=rsa-sha256; c=loose/simple; bh=AAAA; b=AAAA", "canonicalisation"),
        ("v=1; a=rsa-sha256; b=AAAA", "no readable body hash"),
        ("v=1; a=rsa-md5; bh=AAAA; b=AAAA", "algorithm"),
    ] {
        let mail = format!("DKIM-Signature: {tags}\r\nFrom: a@party.example\r\n\r\nHello\r\n");
        let BodyHash::NotCheckable { reason: said } = body_hash(mail.as_bytes()) else { panic!("{tags}") };
        assert!(said.contains(reason), "{tags}: {said}");
    }
}
