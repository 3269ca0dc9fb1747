//! How well each kind of paper proves that its owner was told (`evidence.md` 5.1).

#![allow(clippy::panic, clippy::unwrap_used, reason = "what cannot be set up must fail the test")]

#[path = "situations/people.rs"]
#[allow(dead_code, reason = "a part is used")]
mod people;

use jiff::civil::date;
use joinder_domain::code::Code;
use joinder_domain::notice::{
    BodyHash, Effect, Grade, GradeKind, MarkerState, NoticeFacts, NoticeShape, ReceivedChain, grade,
};
use people::{NOTICE, OWN, inline, labour, native, of_2020, phish, picture};

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
        ["address-own", "marks", "shape-native", "chain-full", "dkim-pass", "body-hash-match"]
    );
    assert!(strong.reasons.iter().all(|reason| reason.effect == Effect::Up && reason.text.ends_with('.')));
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
    assert_eq!(graded(&two).flags, [Code::from("EVID_INTEGRITY")]);
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
