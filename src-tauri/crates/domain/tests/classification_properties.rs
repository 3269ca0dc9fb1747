//! What must hold for everybody, whoever they are (`situations.md` 7.3, invariants 1, 2 and 4).

#![allow(clippy::panic, clippy::unwrap_used, reason = "what cannot be set up must fail the test")]

#[path = "situations/people.rs"]
#[allow(dead_code, reason = "a part is used")]
mod people;

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use joinder_domain::claimant::{Claimant, EmailAddress, Episode, Levy, YesNo};
use joinder_domain::classification::{Classification, GradedNotice, Outcome};
use joinder_domain::code::Code;
use joinder_domain::date::PartialDate;
use joinder_domain::notice::{
    AddressHeader, BodyHash, HeaderAddress, NoticeFacts, NoticeShape, ReceivedChain, grade,
};
use people::{NOTICE, OWN, Person, labour};
use proptest::prelude::*;
use proptest::sample::select;

const KINDS: [&str; 10] = [
    "member",
    "affiliated-supporter",
    "levy-payer",
    "registered-supporter",
    "applicant",
    "donor",
    "none",
    "dont-know",
    "other-organisation",
    "",
];
const ENDINGS: [&str; 9] = [
    "resigned",
    "stopped-paying",
    "lapsed",
    "expelled",
    "auto-excluded",
    "rejected",
    "withdrawn",
    "dont-know",
    "",
];
const UNIONS: [&str; 7] = ["", "unite", "bfawu", "fbu", "pcs", "ucatt", "Guild of Fictional Bellringers"];

/// Days around everything that matters: the incident, six months before it, the unions' comings and goings.
fn days() -> impl Strategy<Value = Date> {
    let near = |day: Date| (-3_i32..=3).prop_map(move |by| day.checked_add(by.days()).unwrap());
    prop_oneof![
        4 => near(date(2021, 10, 29)),
        2 => near(date(2021, 11, 3)),
        2 => near(date(2021, 4, 29)),
        1 => near(date(2021, 9, 28)),
        3 => (0_i32..10_000).prop_map(|by| date(2000, 1, 1).checked_add(by.days()).unwrap()),
    ]
}

fn dates() -> impl Strategy<Value = PartialDate> {
    prop_oneof![
        3 => days().prop_map(PartialDate::day),
        3 => (days(), 0_i32..400).prop_map(|(from, by)| PartialDate::between(Some(from), from.checked_add(by.days()).ok())),
        1 => days().prop_map(|day| PartialDate::between(None, Some(day))),
        1 => days().prop_map(|day| PartialDate::between(Some(day), None)),
        1 => Just(PartialDate::unknown()),
    ]
}

fn episodes() -> impl Strategy<Value = Episode> {
    let date = || proptest::option::weighted(0.7, dates());
    let levy =
        proptest::option::of(select(vec![Levy::OptedIn, Levy::NeverOptedIn, Levy::OptedOut, Levy::DontKnow]));
    (
        (select(&KINDS[..]), select(&ENDINGS[..]), select(&UNIONS[..]), levy, any::<bool>()),
        (date(), date(), proptest::option::weighted(0.3, dates()), proptest::option::weighted(0.2, dates())),
    )
        .prop_map(|((kind, ending, union, levy, ongoing), (start, end, last_payment, suspended))| {
            Episode {
                kind: Code::from(kind),
                start,
                end: end.filter(|_| !ongoing),
                ongoing,
                ending: (!ending.is_empty() && !ongoing).then(|| Code::from(ending)),
                last_payment,
                suspended,
                union: union.to_owned(),
                levy,
                ..Episode::default()
            }
        })
}

fn papers() -> impl Strategy<Value = NoticeFacts> {
    let shapes = select(vec![
        NoticeShape::NativeMail,
        NoticeShape::OutlookMessage,
        NoticeShape::ForwardedAsAttachment,
        NoticeShape::InlineForward,
        NoticeShape::Pdf,
        NoticeShape::Picture,
        NoticeShape::None,
    ]);
    let chains = select(vec![ReceivedChain::Full, ReceivedChain::Broken, ReceivedChain::Absent]);
    let hashes = select(vec![BodyHash::Match, BodyHash::Mismatch, BodyHash::NotCheckable]);
    let bodies = select(vec![NOTICE, "", "Dear member, Blackbaud", "Lunch on Friday?"]);
    (shapes, chains, hashes, bodies, any::<bool>()).prop_map(|(shape, received, body_hash, body, stamped)| {
        NoticeFacts {
            shape,
            received,
            body_hash,
            body: body.to_owned(),
            dkim_pass_by_own_provider: stamped,
            ..NoticeFacts::default()
        }
    })
}

fn to(mut paper: NoticeFacts, address: &str) -> NoticeFacts {
    paper.recipients = vec![HeaderAddress { header: AddressHeader::To, address: address.to_owned() }];
    paper
}

fn everybody() -> impl Strategy<Value = Person> {
    let received = proptest::option::of(select(vec![YesNo::Yes, YesNo::No, YesNo::DontKnow]));
    let papers = proptest::collection::vec((papers(), any::<bool>()), 0..3);
    (proptest::collection::vec(episodes(), 0..4), received, papers).prop_map(
        |(episodes, received, papers)| {
            let mut claimant = Claimant { episodes, ..Claimant::default() };
            claimant.contact.emails.push(EmailAddress { address: OWN.to_owned(), ..EmailAddress::default() });
            claimant.notification.received = received;
            let papers = papers
                .into_iter()
                .map(|(paper, own)| to(paper, if own { OWN } else { "friend@yonder.example" }));
            Person { claimant, papers: papers.collect(), group: Default::default() }
        },
    )
}

/// The same date, known less well: by so many days on either side.
fn vaguer(date: &PartialDate, by: i32) -> PartialDate {
    let moved = |day: Option<Date>, by: i32| day.map(|day| day.checked_add(Span::new().days(by)).unwrap());
    PartialDate::between(moved(date.earliest, -by), moved(date.latest, by))
}

/// An answer without what names the position of an episode or a hash of nothing.
fn told(answer: &Classification) -> impl PartialEq + std::fmt::Debug + use<> {
    let settle: Vec<_> = answer.settle.iter().map(|settle| settle.text.clone()).collect();
    let because: Vec<_> =
        answer.status.because.iter().map(|way| (way.status.clone(), way.rule.rule.clone())).collect();
    let findings: Vec<_> =
        answer.findings.iter().map(|finding| (finding.code.clone(), finding.rule.rule.clone())).collect();
    (
        (answer.status.possible.clone(), answer.status.secondary.clone(), answer.status_now.possible.clone()),
        (answer.later.clone(), answer.notice, answer.tier, answer.outcome, answer.review),
        (answer.flags.clone(), answer.tags.clone(), settle, because, findings),
    )
}

/// An impossible order of dates is a finding, and the answer under it is the best of a bad job.
fn consistent(answer: &Classification) -> bool {
    !answer.flags.iter().any(|flag| matches!(flag.as_str(), "DATES_CONTRADICT" | "LAPSE_DATES_DIFFER"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Invariant 1: a vaguer date never takes an answer away.
    #[test]
    fn vaguer_dates_never_make_an_answer_more_specific(person in everybody(), which in 0_usize..4, mask in 1_u8..16, by in 1_i32..900) {
        let before = person.classified();
        let mut vague = person.clone();
        let count = vague.claimant.episodes.len().max(1);
        if let Some(episode) = vague.claimant.episodes.get_mut(which % count) {
            let all = [&mut episode.start, &mut episode.end, &mut episode.last_payment, &mut episode.suspended];
            for (bit, date) in all.into_iter().enumerate().filter(|(bit, _)| mask & (1 << bit) != 0) {
                *date = date.as_ref().map(|date| vaguer(date, by + i32::try_from(bit).unwrap()));
            }
        }
        if !consistent(&before) {
            return Ok(());
        }
        let after = vague.classified();
        prop_assert!(
            before.status.possible.is_subset(&after.status.possible),
            "{:?} became {:?}", before.status.possible, after.status.possible
        );
    }

    /// A date that is taken back leaves at least what was possible with it.
    #[test]
    fn a_date_taken_back_never_makes_an_answer_more_specific(person in everybody(), which in 0_usize..8) {
        let before = person.classified();
        let mut blank = person.clone();
        let count = blank.claimant.episodes.len().max(1);
        if let Some(episode) = blank.claimant.episodes.get_mut(which % count) {
            let date = if which < 4 { &mut episode.start } else { &mut episode.end };
            *date = None;
        }
        // With an end, having opted out is taken for how it ended; without one, for how it always was. A finding says so.
        if !consistent(&before) || before.flags.iter().any(|flag| flag.as_str() == "OPTED_OUT_LATER") {
            return Ok(());
        }
        let after = blank.classified();
        prop_assert!(
            before.status.possible.is_subset(&after.status.possible),
            "{:?} became {:?}", before.status.possible, after.status.possible
        );
    }

    /// Invariant 2: what belongs to another address never raises the tier, the axis or the cohort.
    #[test]
    fn somebody_elses_mail_never_raises_the_tier(person in everybody(), paper in papers()) {
        let before = person.classified();
        let after = person.clone().holding(to(paper.clone(), "friend@yonder.example")).classified();
        prop_assert!(after.tier <= before.tier);
        prop_assert_eq!(after.cohort, before.cohort);
        let alone = grade(&to(paper, "friend@yonder.example"), &[OWN], &labour().notice);
        prop_assert_eq!(alone.tier, 0);
    }

    /// Invariant 4: what is said of now never changes the status at the incident.
    #[test]
    fn status_now_never_changes_the_status_at_the_incident(person in everybody(), at in 0_usize..15) {
        let before = person.classified();
        let code = labour().rules.statuses()[at].code.clone();
        let after = person.with(|claimant| claimant.status_now = Some(code)).classified();
        prop_assert_eq!(before.status, after.status);
    }

    /// The order in which facts were entered says nothing.
    #[test]
    fn the_order_of_entry_says_nothing(person in everybody(), turn in 0_usize..4) {
        let mut other = person.clone();
        if !other.claimant.episodes.is_empty() {
            let by = turn % other.claimant.episodes.len();
            other.claimant.episodes.rotate_left(by);
            other.claimant.episodes.reverse();
        }
        prop_assert_eq!(told(&person.classified()), told(&other.classified()));
        let reversed: Vec<GradedNotice> = person.evidence().into_iter().rev().collect();
        let input = joinder_domain::classification::Input {
            claimant: &person.claimant, evidence: &reversed, today: people::TODAY, group: person.group,
        };
        prop_assert_eq!(person.classified(), joinder_domain::classification::classify(&input, labour()));
    }

    /// A fact that is taken back never makes an answer more certain, unless a finding said what was in doubt about it.
    #[test]
    fn a_fact_taken_back_never_makes_an_answer_more_certain(person in everybody(), which in 0_usize..4, field in 0_usize..9) {
        let before = person.classified();
        let mut less = person.clone();
        let count = less.claimant.episodes.len().max(1);
        if let Some(episode) = less.claimant.episodes.get_mut(which % count) {
            match field {
                0 => episode.start = None,
                1 => episode.end = None,
                2 => episode.last_payment = None,
                3 => episode.suspended = None,
                4 => episode.ending = None,
                5 => episode.levy = None,
                6 => episode.union = String::new(),
                7 => episode.arrears_reminder = None,
                _ => episode.ongoing = false,
            }
        }
        let after = less.classified();
        let more_certain = after.status.possible.len() < before.status.possible.len();
        if more_certain {
            let doubts = ["DATES_CONTRADICT", "LAPSE_DATES_DIFFER", "LAPSE_UNCERTAIN", "ONGOING_ENDED", "DATE_DECIDES", "LEVY_UNKNOWN", "UNION_UNKNOWN", "OPTED_OUT_LATER"];
            let went = before.flags.iter().any(|flag| doubts.contains(&flag.as_str()));
            prop_assert!(went, "{:?} became {:?}, and nothing said why: {:?}", before.status.possible, after.status.possible, before.flags);
        }
    }

    /// What is asked for decides: whichever day of the interval it turns out to be, one status is left.
    #[test]
    fn what_is_asked_for_decides(person in everybody(), picks in proptest::collection::vec(days(), 4)) {
        let before = person.classified();
        let asked: Vec<&str> = before.settle.iter().map(|settle| settle.field.as_str()).filter(|field| field.starts_with("episodes[")).collect();
        if before.status.settled || asked.is_empty() || !asked.iter().all(|field| [".start", ".end"].iter().any(|end| field.ends_with(end))) {
            return Ok(());
        }
        let mut told = person.clone();
        for (field, pick) in asked.iter().zip(&picks) {
            let at: usize = field.trim_start_matches("episodes[").split(']').next().unwrap().parse().unwrap();
            let Some(episode) = told.claimant.episodes.get_mut(at) else { return Ok(()) };
            let date = if field.ends_with(".start") { &mut episode.start } else { &mut episode.end };
            if date.as_ref().is_none_or(|date| date.contains(*pick)) {
                *date = Some(PartialDate::day(*pick));
            } else {
                return Ok(());
            }
        }
        let after = told.classified();
        prop_assert!(after.status.settled || !consistent(&after), "{:?} asked for, {:?} left", asked, after.status.possible);
    }

    /// There is always an answer, and nobody is turned away for a flag alone: a suggestion to decline has a rule.
    #[test]
    fn there_is_always_an_answer_with_a_reason(person in everybody()) {
        let answer = person.classified();
        prop_assert!(!answer.status.possible.is_empty());
        prop_assert_eq!(answer.status.settled, answer.status.possible.len() == 1);
        prop_assert!(!answer.outcome_reasons.is_empty() && !answer.notice_reasons.is_empty());
        if answer.outcome == Outcome::Decline {
            prop_assert!(!answer.outcome_reasons[0].rule.citation.is_empty());
        }
        if !answer.status.settled {
            prop_assert!(!answer.settle.is_empty(), "nothing would settle {:?}", answer.status.possible);
        }
        let text = answer.explain(labour());
        let unfilled = text.iter().any(|sentence| sentence.contains('\u{7b}'));
        prop_assert!((2..=5).contains(&text.len()) && !unfilled, "{:?}", text);
    }
}

/// Whether an unknown start or an unknown payment decides cannot be told from the start alone: an early one leaves room for
/// a lapse, and a late one does not.
#[test]
fn a_start_alone_is_not_asked_for_where_the_payments_decide_too() {
    let member = Episode {
        kind: "member".into(),
        ongoing: true,
        last_payment: Some(PartialDate::between(None, Some(date(2021, 10, 29)))),
        ..Episode::default()
    };
    let person = Person {
        claimant: Claimant { episodes: vec![member], ..Claimant::default() },
        papers: Vec::new(),
        group: Default::default(),
    };
    let answer = person.classified();
    assert!(!answer.status.settled);
    let asked: Vec<&str> = answer.settle.iter().map(|settle| settle.field.as_str()).collect();
    assert!(asked.iter().any(|field| field.ends_with(".last_payment")), "{asked:?}");
}
