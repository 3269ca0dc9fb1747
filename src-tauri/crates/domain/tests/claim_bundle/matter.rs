//! A plainly fictional matter: the Example Party lost data on 29 October 2021 and told people on 3 November.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use joinder_domain::bundle::BundlePlan;
use joinder_domain::bundle::claim::{
    Audience, ClaimBundle, ExhibitInput, ExhibitKind, Labels, LastChange, MailView, MatterFacts, Proceedings,
    Stage, Term, claim_bundle,
};
use joinder_domain::claimant::{Claimant, Identity};
use joinder_domain::classification::{
    Classification, Cohort, NoticeAxis, Outcome, OutcomeReason, RuleSetRef, StatusAnswer,
};
use joinder_domain::code::Code;
use joinder_domain::date::{DateWords, PartialDate};
use joinder_domain::finding::RuleRef;
use joinder_domain::id::{ClaimantNumber, EvidenceId};
use joinder_domain::notice::{Effect, Grade, GradeKind, MarkerResult, MarkerState, Reason};
use uuid::Uuid;

pub const INCIDENT: Date = date(2021, 10, 29);
pub const NOTICE: Date = date(2021, 11, 3);

static ZONE: TimeZone = TimeZone::UTC;

static LAST_CHANGE: LazyLock<LastChange> = LazyLock::new(|| LastChange {
    seq: 1_234,
    at: "2026-11-22T23:30:00Z".parse().unwrap(),
    who: "Sam Clerk".to_owned(),
    what: "evidence added".to_owned(),
    hash: "cd".repeat(32),
});

/// The labels of the Example Party's profile.
pub struct ExampleLabels;

impl Labels for ExampleLabels {
    fn find(&self, term: Term, code: &str) -> Option<&str> {
        Some(match (term, code) {
            (Term::Category, "member") => "Full member",
            (Term::Category, "supporter") => "Registered supporter",
            (Term::Ending, "resigned") => "I resigned",
            (Term::Status, "MEMBER") => "Member",
            (Term::Status, "FORMER_RESIGNED") => "Former member (resigned)",
            (Term::Notice, "PROVEN") => "Proved",
            (Term::Cohort, "CONFIRMED") => "Confirmed by notice",
            (Term::Outcome, "ACCEPT") => "Accept",
            (Term::Flag, "DATE_PARTIAL") => "A date is known only in part",
            (Term::Descriptor, "sleep") => "Disturbed sleep",
            (Term::Head, "monitoring") => "Credit monitoring",
            _ => return None,
        })
    }

    fn said(&self, term: Term, code: &str) -> Option<&str> {
        (term == Term::Category && code == "member").then_some("a full member of the Example Party")
    }

    fn is_private(&self, term: Term, code: &str) -> bool {
        matches!((term, code), (Term::Descriptor, "condition") | (Term::Head, "medical"))
    }
}

pub fn when(text: &str) -> Option<PartialDate> {
    Some(PartialDate::parse(text, &DateWords::default()).unwrap())
}

pub fn rule(id: &str) -> RuleRef {
    RuleRef {
        rule_set: "example-rules".into(),
        version: 3,
        rule: id.into(),
        citation: "Example v Example [2025] EWCA Civ 1".to_owned(),
    }
}

pub fn settled(status: &str) -> StatusAnswer {
    StatusAnswer { possible: BTreeSet::from([Code::from(status)]), settled: true, ..StatusAnswer::default() }
}

pub fn classification(status: StatusAnswer) -> Classification {
    Classification {
        rule_set: RuleSetRef { id: "example-rules".into(), version: 3, sha256: "ab".repeat(32) },
        incident_date: INCIDENT,
        as_of: date(2026, 11, 23),
        status_now: status.clone(),
        status,
        later: Vec::new(),
        notice: NoticeAxis::Proven,
        notice_reasons: Vec::new(),
        tier: 5,
        cohort: Cohort::Confirmed,
        outcome: Outcome::Accept,
        review: false,
        outcome_reasons: vec![OutcomeReason {
            rule: rule("outcome-1"),
            text: "The notice is proved.".to_owned(),
        }],
        flags: Vec::new(),
        tags: Vec::new(),
        findings: Vec::new(),
        settle: Vec::new(),
    }
}

pub fn named(forenames: &str, surname: &str) -> Claimant {
    let identity =
        Identity { forenames: forenames.to_owned(), surname: surname.to_owned(), ..Identity::default() };
    Claimant { identity, ..Claimant::default() }
}

pub fn grade(tier: u8, kind: GradeKind) -> Grade {
    let reason = |text: &str, effect| Reason { code: "step".into(), text: text.to_owned(), effect };
    let marker = |label: &str, state| MarkerResult { marker: "m".into(), label: label.to_owned(), state };
    Grade {
        tier,
        kind,
        flags: Vec::new(),
        reasons: vec![
            reason("It is addressed to an address that the claimant gave.", Effect::Up),
            reason("The way it took is lost.", Effect::Down),
        ],
        markers: vec![
            marker("subject", MarkerState::Matched),
            marker("offset", MarkerState::Missed),
            marker("layout", MarkerState::NotVisible),
        ],
        score: 7,
    }
}

/// An item received at a minute of 20 November 2026; its hash is made of its number.
pub fn item(number: u8, minute: u8, kind: ExhibitKind) -> ExhibitInput {
    ExhibitInput {
        evidence: EvidenceId(Uuid::from_u128(u128::from(number))),
        sha256: format!("{number:02x}").repeat(32),
        size: 12_345,
        original_name: format!("file-{number}"),
        received_at: format!("2026-11-20T10:{minute:02}:00Z").parse().unwrap(),
        day: Some(NOTICE),
        description: format!("Document {number}"),
        kind,
        grade: None,
        damage: Vec::new(),
        layer: None,
    }
}

pub fn mail(to: &str, body: &str) -> ExhibitKind {
    let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    ExhibitKind::Mail(MailView {
        headers: vec![
            header("From", "Example Party <notice@party.example>"),
            header("To", to),
            header("Date", "Wed, 3 Nov 2021 15:04:05 +0000"),
            header("Subject", "Private and Confidential"),
        ],
        body: body.to_owned(),
        ..MailView::default()
    })
}

/// Claimant C-000042's bundle.
pub fn bundle(claimant: &Claimant, classification: &Classification, exhibits: &[ExhibitInput]) -> BundlePlan {
    made(claimant, classification, exhibits, (Audience::Confidential, Stage::Draft), "")
}

/// The same for somebody, at some stage, under a cipher where there is one.
pub fn made(
    claimant: &Claimant,
    classification: &Classification,
    exhibits: &[ExhibitInput],
    (audience, stage): (Audience, Stage),
    cipher: &str,
) -> BundlePlan {
    with(claimant, classification, exhibits, |input| ClaimBundle { audience, stage, cipher, ..input })
}

/// The same with something changed.
pub fn with<'a>(
    claimant: &'a Claimant,
    classification: &'a Classification,
    exhibits: &'a [ExhibitInput],
    change: impl FnOnce(ClaimBundle<'a>) -> ClaimBundle<'a>,
) -> BundlePlan {
    claim_bundle(&change(ClaimBundle {
        matter_name: "Example 2021",
        case_title: "Various Claimants v the Example Party",
        matter: MatterFacts {
            profile: "example-2021",
            profile_version: 7,
            incident: "Example Party data incident",
            incident_on: INCIDENT,
            notice_on: NOTICE,
            defendant: "the Example Party",
            labels: &ExampleLabels,
        },
        number: ClaimantNumber(42),
        claimant,
        classification,
        exhibits,
        last_change: &LAST_CHANGE,
        marks: &[],
        public_marks: &[],
        audience: Audience::Confidential,
        stage: Stage::Draft,
        cipher: "",
        proceedings: Proceedings::default(),
        marking: "",
        zone: &ZONE,
    }))
}

/// The bundle of a member whose classification is of no interest.
pub fn simple(claimant: &Claimant, exhibits: &[ExhibitInput]) -> BundlePlan {
    bundle(claimant, &classification(settled("MEMBER")), exhibits)
}
