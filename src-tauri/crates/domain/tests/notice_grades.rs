//! How well each kind of paper proves that its owner was told (`evidence.md` 5.1).

#![allow(clippy::panic, clippy::unwrap_used, reason = "what cannot be set up must fail the test")]

#[path = "situations/people.rs"]
#[allow(dead_code, reason = "a part is used")]
mod people;

use jiff::civil::date;
use joinder_domain::code::Code;
use joinder_domain::notice::{
    BodyHash, Effect, Grade, GradeKind, MarkerState, NoticeFacts, NoticeShape, ReceivedChain, SignatureCheck,
    grade,
};
use people::{NOTICE, OWN, inline, labour, native, of_2020, phish, picture};
use proptest::prelude::*;

fn graded(paper: &NoticeFacts) -> Grade {
    grade(paper, &[OWN], &labour().notice)
}

fn reasons(grade: &Grade) -> Vec<&str> {
    grade.reasons.iter().map(|reason| reason.code.as_str()).collect()
}

#[test]
fn each_form_has_its_tier() {
    let form = |shape| NoticeFacts { shape, ..native(OWN) };
    let rows = [
        ("the mail itself, with everything that speaks for it", native(OWN), 5),
        ("no signature to check", NoticeFacts { body_hash: BodyHash::NotCheckable, ..native(OWN) }, 4),
        ("no word of the provider", NoticeFacts { dkim_pass_by_own_provider: false, ..native(OWN) }, 4),
        ("a footer added on the way", NoticeFacts { body_hash: BodyHash::Mismatch, ..native(OWN) }, 4),
        ("saved by Outlook", form(NoticeShape::OutlookMessage), 4),
        ("attached to another mail", form(NoticeShape::ForwardedAsAttachment), 4),
        ("headers with a gap", NoticeFacts { received: ReceivedChain::Broken, ..native(OWN) }, 3),
        ("headers stripped", NoticeFacts { received: ReceivedChain::Absent, ..native(OWN) }, 3),
        ("the text with its quoted lines", inline(OWN), 3),
        ("the text alone", inline(""), 3),
        ("a picture with address and date", picture(OWN), 2),
        ("a print with address and date", NoticeFacts { shape: NoticeShape::Pdf, ..picture(OWN) }, 2),
        ("a letter to a name", NoticeFacts { shape: NoticeShape::Letter, ..picture("Ms Ada Sample") }, 2),
        ("a picture without an address", picture(""), 1),
        ("a picture without a date", NoticeFacts { visible_date: None, ..picture(OWN) }, 1),
        ("a mail that names nobody", NoticeFacts { recipients: Vec::new(), ..native(OWN) }, 1),
        ("a friend's mail", native("friend@yonder.example"), 0),
        ("a friend's text", inline("friend@yonder.example"), 0),
        ("nothing", NoticeFacts::default(), 0),
        (
            "lunch",
            NoticeFacts { subject: "Lunch".to_owned(), body: "On Friday at one?".to_owned(), ..native(OWN) },
            0,
        ),
    ];
    for (name, paper, tier) in rows {
        assert_eq!(graded(&paper).tier, tier, "{name}: {:?}", reasons(&graded(&paper)));
    }
}

#[test]
fn every_step_is_said_in_plain_words() {
    let strong = graded(&native(OWN));
    assert_eq!(
        reasons(&strong),
        [
            "address-own",
            "marks",
            "shape-native",
            "chain-full",
            "dkim-pass",
            "body-hash-match",
            "signature-no-key"
        ]
    );
    let up = strong.reasons.iter().filter(|reason| reason.effect == Effect::Up).count();
    assert_eq!(up, 6, "a missing key is said, and takes nothing away");
    assert!(strong.reasons.iter().all(|reason| reason.effect != Effect::Down && reason.text.ends_with('.')));
    let keyed = graded(&NoticeFacts { signature: SignatureCheck::Match, ..native(OWN) });
    assert!(keyed.reasons.iter().all(|reason| reason.effect == Effect::Up), "{:?}", reasons(&keyed));
    let other_key = graded(&NoticeFacts { signature: SignatureCheck::Mismatch, ..native(OWN) });
    assert_eq!((other_key.tier, reasons(&other_key).last()), (4, Some(&"signature-mismatch")));
    let weak = graded(&NoticeFacts { body_hash: BodyHash::Mismatch, ..native(OWN) });
    let down: Vec<_> = weak.reasons.iter().filter(|reason| reason.effect == Effect::Down).collect();
    assert_eq!(down.len(), 1);
    assert!(!down[0].text.to_lowercase().contains("forge"), "a mismatch is never called forgery");
}

#[test]
fn what_is_not_the_notice_is_called_what_it_is() {
    let kind = |paper: &NoticeFacts| graded(paper).kind;
    assert_eq!(kind(&of_2020(OWN)), GradeKind::Wrong(Code::from("other-incident")));
    assert_eq!(kind(&phish(OWN)), GradeKind::Wrong(Code::from("phishing")));
    let other = NoticeFacts {
        body: "The SDLP has lost a laptop.".to_owned(),
        subject: "A breach".to_owned(),
        ..native(OWN)
    };
    assert_eq!(kind(&other), GradeKind::Wrong(Code::from("other-sender")));
    assert_eq!(
        kind(&NoticeFacts { body: "Double your coins.".to_owned(), subject: String::new(), ..native(OWN) }),
        GradeKind::Unrelated
    );
    assert_eq!(kind(&native("friend@yonder.example")), GradeKind::ThirdParty);
    assert_eq!(kind(&picture("")), GradeKind::Unaddressed);
}

#[test]
fn a_remark_about_the_other_incident_does_not_spoil_the_notice() {
    let paper = NoticeFacts { body: format!("This is not the Blackbaud one.\n\n{NOTICE}"), ..inline(OWN) };
    assert_eq!((graded(&paper).kind, graded(&paper).tier), (GradeKind::Genuine, 3));
    assert!(reasons(&graded(&paper)).contains(&"blackbaud"), "it is said all the same");
}

#[test]
fn the_notice_says_that_nobody_is_asked_for_bank_details_and_that_is_no_phish() {
    let body = format!("{NOTICE}\nWe shall never ask you for your password or your bank details by email.");
    assert_eq!(graded(&NoticeFacts { body, ..native(OWN) }).tier, 5);
}

#[test]
fn one_sign_of_a_change_is_not_enough_and_two_are() {
    let named = NOTICE.replace("Dear Sir / Madam", "Dear Felix");
    let one = NoticeFacts { body: named.clone(), body_hash: BodyHash::NotCheckable, ..native(OWN) };
    assert_eq!(graded(&one).tier, 4);
    let two = NoticeFacts { differs_from_consensus: true, ..one };
    assert_eq!(graded(&two).tier, 1);
    assert_eq!(graded(&two).flags, [Code::from("EVID_DIFFERS"), Code::from("EVID_INTEGRITY")]);
    let later = NoticeFacts { body: format!("{NOTICE} The supplier is Tangent."), ..native(OWN) };
    assert_eq!(graded(&later).flags, [Code::from("EVID_INTEGRITY")], "not public on the day");
}

#[test]
fn case_spaces_quotation_and_prefixes_do_not_matter() {
    let quoted: String = NOTICE.lines().map(|line| format!("> {line}\n")).collect();
    let paper =
        NoticeFacts { subject: "RE: Fwd: PRIVATE  and confidential".to_owned(), body: quoted, ..native(OWN) };
    let found = graded(&paper);
    assert_eq!(found.tier, 5);
    assert!(found.markers.iter().all(|marker| marker.state == MarkerState::Matched), "{:?}", found.markers);
}

#[test]
fn the_day_after_is_normal_and_another_month_is_said() {
    let state = |paper: NoticeFacts| {
        graded(&paper).markers.into_iter().find(|marker| marker.marker.as_str() == "date").unwrap().state
    };
    assert_eq!(
        state(NoticeFacts { dated: Some(date(2021, 11, 4).at(8, 0, 0, 0)), ..native(OWN) }),
        MarkerState::Matched
    );
    assert_eq!(
        state(NoticeFacts { dated: Some(date(2021, 12, 4).at(8, 0, 0, 0)), ..native(OWN) }),
        MarkerState::Missed
    );
    assert_eq!(state(NoticeFacts { dated: None, ..native(OWN) }), MarkerState::NotVisible);
}

#[test]
fn who_gave_no_address_is_asked_for_one() {
    let found = grade(&native(OWN), &[], &labour().notice);
    assert_eq!((found.tier, found.flags), (0, vec![Code::from("ADDRESS_UNDECLARED")]));
}

#[test]
fn a_friend_who_pastes_the_words_into_a_mail_of_their_own_proves_nothing_about_felix() {
    let pasted = NoticeFacts { private_sender: true, ..native(OWN) };
    let found = graded(&pasted);
    assert_eq!((found.tier, found.kind.clone()), (1, GradeKind::Unaddressed), "{:?}", reasons(&found));
    assert!(reasons(&found).contains(&"private-sender"));
}

#[test]
fn a_mail_without_a_word_in_it_is_no_notice() {
    let empty = NoticeFacts { body: String::new(), ..native(OWN) };
    assert!(graded(&empty).tier <= 1, "{:?}", reasons(&graded(&empty)));
    let silent = NoticeFacts { body: String::new(), subject: "Hello".to_owned(), ..native(OWN) };
    assert_eq!(graded(&silent).kind, GradeKind::Unrelated);
}

#[test]
fn a_newsletter_that_quotes_the_notice_is_not_the_notice() {
    let before = "Here is what happened in politics this week, at some length. ".repeat(20);
    let letter = NoticeFacts {
        subject: "This week in politics".to_owned(),
        body: format!("{before}\n\n{NOTICE}\n\nMore next week."),
        ..native(OWN)
    };
    assert_eq!(graded(&letter).tier, 1, "{:?}", reasons(&graded(&letter)));
    let banner =
        NoticeFacts { body: format!("CAUTION: this message came from outside.\n\n{NOTICE}"), ..native(OWN) };
    assert_eq!(graded(&banner).tier, 5, "a warning of the mail system takes nothing away");
}

#[test]
fn the_notice_with_another_party_s_name_in_it_is_theirs() {
    let theirs = NoticeFacts {
        body: NOTICE.replace("Labour Party", "Conservative Party").replace("Labour", "Conservative")
            + "\nThe Conservative Party",
        ..native(OWN)
    };
    assert_eq!(
        graded(&theirs).kind,
        GradeKind::Wrong(Code::from("other-sender")),
        "{:?}",
        reasons(&graded(&theirs))
    );
    let mentioned = NoticeFacts {
        body: format!("{NOTICE}\nThe Labour Party. (Not the Conservative Party.)"),
        ..native(OWN)
    };
    assert_eq!(graded(&mentioned).kind, GradeKind::Genuine);
}

#[test]
fn the_letter_of_2020_in_the_words_of_2021_is_still_that_of_2020() {
    let mixed = NoticeFacts {
        subject: "Private and Confidential".to_owned(),
        dated: Some(date(2020, 8, 3).at(12, 0, 0, 0)),
        body: "Dear member, our supplier Blackbaud, a third party that handles data, had an incident. We told the National Crime Agency, the NCSC and the ICO. Our own systems were not affected.".to_owned(),
        ..native(OWN)
    };
    assert_eq!(
        graded(&mixed).kind,
        GradeKind::Wrong(Code::from("other-incident")),
        "{:?}",
        reasons(&graded(&mixed))
    );
}

#[test]
fn a_copy_that_only_differs_from_the_others_loses_nothing_by_it() {
    let odd = NoticeFacts { differs_from_consensus: true, ..native(OWN) };
    assert_eq!(graded(&odd).tier, 5);
    assert!(reasons(&graded(&odd)).contains(&"differs"), "it is said");
}

proptest! {
    /// Whatever else is true of it, somebody else's copy proves nothing, and a missing key takes nothing away.
    #[test]
    fn no_fact_makes_another_person_s_copy_count(
        shape in 0_usize..9, received in 0_usize..3, stamped: bool, hash in 0_usize..3, private: bool, differs: bool,
        signature in 0_usize..4, other in "[a-z]{3,8}@yonder\\.example",
    ) {
        let shapes = [
            NoticeShape::NativeMail, NoticeShape::OutlookMessage, NoticeShape::ForwardedAsAttachment,
            NoticeShape::InlineForward, NoticeShape::Pdf, NoticeShape::Picture, NoticeShape::Letter,
            NoticeShape::TextMessage, NoticeShape::None,
        ];
        let signatures = [
            SignatureCheck::Match, SignatureCheck::Mismatch, SignatureCheck::KeyNotAvailable, SignatureCheck::NotCheckable,
        ];
        let paper = |to: &str| NoticeFacts {
            shape: shapes[shape],
            received: [ReceivedChain::Full, ReceivedChain::Broken, ReceivedChain::Absent][received],
            dkim_pass_by_own_provider: stamped,
            body_hash: [BodyHash::Match, BodyHash::Mismatch, BodyHash::NotCheckable][hash],
            private_sender: private,
            differs_from_consensus: differs,
            signature: signatures[signature],
            visible_recipient: to.to_owned(),
            ..native(to)
        };
        prop_assert_eq!(graded(&paper(&other)).tier, 0);
        let own = paper(OWN);
        let keyless = NoticeFacts { signature: SignatureCheck::KeyNotAvailable, ..own.clone() };
        let unchecked = NoticeFacts { signature: SignatureCheck::NotCheckable, ..own.clone() };
        prop_assert_eq!(graded(&keyless).tier, graded(&unchecked).tier);
        let matched = NoticeFacts { signature: SignatureCheck::Match, ..own.clone() };
        prop_assert!(graded(&own).tier <= graded(&matched).tier);
    }
}
