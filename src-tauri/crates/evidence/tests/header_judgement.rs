//! What is said of a signature beside whether it matches, and whose stamps are believed.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "test helpers"
)]

mod common;

use common::facts;
use joinder_evidence::{Message, NoteCode, Order, PathCode};

fn read(text: &str) -> Message {
    facts(text.replace('\n', "\r\n").as_bytes()).message.unwrap()
}

fn notes(tags: &str, more: &str) -> Vec<NoteCode> {
    let mail = format!(
        "Received: from a.party.example by mx.gpost.example; Wed, 3 Nov 2021 15:00:00 +0000\nDKIM-Signature: {tags}\nFrom: a@party.example\n{more}Subject: Hello\nDate: Wed, 3 Nov 2021 14:59:00 +0000\n\nHello\n"
    );
    read(&mail).dkim[0].notes.iter().map(|note| note.code).collect()
}

const GOOD: &str = "v=1; a=rsa-sha256; d=party.example; s=n; h=from:subject; bh=AAAA; b=AAAA";

#[test]
fn a_plain_signature_needs_no_remark() {
    assert_eq!(notes(GOOD, ""), []);
}

#[test]
fn what_weakens_a_signature_is_said_in_words() {
    use NoteCode::*;
    let with = |from: &str, to: &str| notes(&GOOD.replace(from, to), "");
    assert_eq!(with("h=from:subject", "h=subject"), [FromNotSigned]);
    assert_eq!(with("h=from:subject", "h=from"), [SubjectNotSigned]);
    assert_eq!(with("h=from:subject", "h=from:from:subject:cc"), [Oversigned]);
    assert_eq!(notes(GOOD, "From: b@party.example\n"), [FromAdded]);
    assert_eq!(with("v=1", "v=2"), [Version]);
    assert_eq!(with("s=n;", ""), [TagMissing]);
    assert_eq!(with("s=n;", "s=n; s=m;"), [TagRepeated]);
    assert_eq!(with("s=n;", "s=n; l=3;"), [PartOfBody]);
    assert_eq!(with("s=n;", "s=n; i=@elsewhere.example;"), [Identity]);
    assert_eq!(with("s=n;", "s=n; i=@news.party.example;"), []);
    assert_eq!(with("rsa-sha256", "rsa-sha1"), [WeakHash]);
    assert_eq!(with("d=party.example", "d=sender.example"), [OtherDomain]);
    // 3 November 2021, 14:00 and 16:00 UTC: the mail was taken in between.
    assert_eq!(with("s=n;", "s=n; t=1635948000; x=1635948060;"), [Expired]);
    assert_eq!(with("s=n;", "s=n; t=1635948000; x=1635955200;"), []);
    assert_eq!(with("s=n;", "s=n; t=1635955200; x=1635948000;"), [Times]);
}

#[test]
fn ten_thousand_names_in_a_signature_are_dealt_with() {
    let names = "from:".repeat(10_000);
    assert!(
        notes(&GOOD.replace("h=from:subject", &format!("h={names}subject")), "")
            .contains(&NoteCode::Oversigned)
    );
}

const STAMP: &str = "Authentication-Results: mx.gpost.example; dkim=pass header.d=party.example\n";
const TAKEN: &str = "Received: from out.party.example by mx.gpost.example for <pat@gpost.example>; Wed, 3 Nov 2021 15:00:01 +0000\n";
const SENT: &str = "Received: from app by out.party.example; Wed, 3 Nov 2021 15:00:00 +0000\n";
const REST: &str =
    "From: a@party.example\nTo: pat@gpost.example\nDate: Wed, 3 Nov 2021 15:00:00 +0000\n\nHello\n";

#[test]
fn a_stamp_counts_only_where_the_recipients_house_put_it() {
    let passes = |head: &str| read(&format!("{head}{REST}")).dkim_pass_by_own_provider();
    assert!(passes(&format!("{TAKEN}{STAMP}{SENT}")));
    assert!(passes(&format!("{STAMP}{TAKEN}{SENT}")), "some write it above their own line");
    assert!(
        !passes(&format!("{TAKEN}{SENT}{STAMP}")),
        "below a stranger's line the sender may have written it"
    );
    let stranger = STAMP.replace("mx.gpost", "mx.elsewhere");
    assert!(!passes(&format!("{TAKEN}{stranger}{SENT}")));
    let nameless = "Authentication-Results: spf=pass; dkim=pass header.d=party.example\n";
    assert!(!passes(&format!("{TAKEN}{nameless}{SENT}")), "nobody vouches for it");
    let microsoft = TAKEN.replace("mx.gpost.example", "mx.prod.outlook.com");
    assert!(passes(&format!("{microsoft}{nameless}{SENT}")), "Microsoft leaves its name out");
    let two = "Authentication-Results: evil.co.uk; dkim=pass\n";
    let british = TAKEN.replace("mx.gpost.example", "mx.home.co.uk");
    assert!(!passes(&format!("{british}{two}{SENT}")), "co.uk is nobody's house");
}

#[test]
fn what_the_path_shows_is_said_hop_by_hop() {
    let codes = |head: &str| {
        let path = read(&format!("{head}{REST}")).judge_path();
        (path.order, path.findings.iter().map(|found| (found.code, found.hop)).collect::<Vec<_>>())
    };
    assert_eq!(codes(&format!("{TAKEN}{SENT}")), (Order::InOrder, vec![]));
    assert_eq!(codes("").0, Order::Absent);
    let ahead = SENT.replace("15:00:00", "19:00:00");
    assert_eq!(
        codes(&format!("{TAKEN}{ahead}")),
        (Order::OutOfOrder, vec![(PathCode::HopDisagrees, Some(0))])
    );
    let late = TAKEN.replace("15:00:01", "20:00:01");
    assert_eq!(codes(&format!("{late}{SENT}")), (Order::InOrder, vec![(PathCode::Waited, Some(1))]));
    let behind = TAKEN.replace("15:00:01", "14:59:30");
    assert_eq!(codes(&format!("{behind}{SENT}")), (Order::InOrder, vec![(PathCode::Drift, Some(1))]));
    let unread = TAKEN.replace("Wed, 3 Nov 2021 15:00:01 +0000", "yesterday");
    assert_eq!(codes(&format!("{unread}{SENT}")).1, [(PathCode::Undated, Some(1))]);
    let elsewhere = TAKEN.replace("pat@gpost.example", "pat@gmail.com");
    let gmail = REST.replace("pat@gpost.example", "pat@gmail.com");
    let path = read(&format!("{elsewhere}{SENT}{gmail}")).judge_path();
    assert_eq!((path.at_home, path.findings.last().unwrap().code), (Some(false), PathCode::NotAtHome));
}

#[test]
fn ten_thousand_hops_are_judged() {
    let mail = format!("{}{REST}", TAKEN.repeat(10_000));
    assert_eq!(read(&mail).judge_path().order, Order::InOrder);
}

#[test]
fn a_date_that_was_written_by_hand_shows_it() {
    let oddities = |date: &str| {
        let mail = read(&format!("From: a@party.example\nDate: {date}\n\nHello\n"));
        mail.date.unwrap().oddities().iter().map(|oddity| oddity.code.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(oddities("Wed, 3 Nov 2021 14:56:52 +0000"), Vec::<&str>::new());
    assert_eq!(oddities("Tue, 3 Nov 2021 14:56:52 +0000"), ["weekday"]);
    assert_eq!(oddities("Wed, 3 Nov 2021 14:56:52 -0700 (PDT)"), Vec::<&str>::new());
    assert_eq!(oddities("Wed, 3 Nov 2021 14:56:52 -0800 (PDT)"), ["zone-name"]);
    assert_eq!(oddities("Wed, 3 Nov 2021 14:56:52"), ["no-zone"]);
    assert_eq!(oddities("Wed, 3 Nov 2021 14:56:52 -0000"), ["unknown-zone"]);
    assert_eq!(oddities("3 Nov 1899 14:56:52 +0000"), ["year"]);
    assert_eq!(oddities("soon"), ["unreadable"]);
}
