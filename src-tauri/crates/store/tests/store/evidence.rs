use joinder_domain::id::ClaimantNumber;
use joinder_domain::notice::{Grade, GradeKind};
use joinder_store::evidence::{
    Added, Description, NewEvidence, State, Which, add, assign, bytes, copy, describe, get, grade, list,
    set_aside, unassign,
};
use joinder_store::{Error, Matter, Op, claimant};
use serde_json::json;

use crate::stage;
use crate::stage::{evidence_id, later, now, olena, sian};

const NOTICE: &[u8] = b"Subject: Private and Confidential\r\n\r\nDear member,\r\n";

fn receive(matter: &Matter, n: u128, bytes: &[u8]) -> Added {
    let new = NewEvidence {
        id: evidence_id(n),
        bytes,
        name: "notice.eml",
        modified: Some(later(-90)),
        source: "file",
        origin: None,
    };
    matter.write(Op("evidence.add"), &matter.actor(), now(), |tx| add(tx, new)).unwrap().output
}

fn strong() -> Grade {
    Grade { tier: 5, kind: GradeKind::Genuine, flags: vec![], reasons: vec![], markers: vec![], score: 9 }
}

#[test]
fn an_original_is_kept_byte_for_byte_and_only_once() {
    let stage = stage::stage();
    let Added::New(first) = receive(&stage.matter, 1, NOTICE) else { panic!("not new") };
    assert_eq!(
        (first.size, &first.state, first.modified),
        (NOTICE.len() as u64, &State::Unassigned, Some(later(-90)))
    );
    assert_eq!(receive(&stage.matter, 2, NOTICE), Added::AlreadyThere(first.clone()));
    assert_eq!(stage.matter.read(|reader| bytes(reader, first.id)).unwrap(), NOTICE);
    assert_eq!(stage.matter.read(|reader| bytes(reader, evidence_id(2))).unwrap_err(), Error::NoSuchEvidence);
    let Added::New(empty) = receive(&stage.matter, 3, b"") else { panic!("not new") };
    assert_eq!(stage.matter.read(|reader| bytes(reader, empty.id)).unwrap(), b"");
}

#[test]
fn a_large_original_is_read_block_by_block() {
    let stage = stage::stage();
    let large: Vec<u8> = (0..3_000_000_u32).map(|n| (n % 251) as u8).collect();
    receive(&stage.matter, 1, &large);
    let mut copied = Vec::new();
    let size = stage.matter.read(|reader| copy(reader, evidence_id(1), &mut copied)).unwrap();
    assert_eq!((size, copied == large), (3_000_000, true));
}

#[test]
fn a_notice_goes_from_the_unassigned_list_to_its_owner() {
    let stage = stage::stage();
    let (sians, olenas) = (stage::add(&stage.matter, 1, &sian()), stage::add(&stage.matter, 2, &olena()));
    let id = receive(&stage.matter, 1, NOTICE).evidence().id;
    let found = Description {
        shape: "eml".to_owned(),
        subject: "Private and Confidential".to_owned(),
        sender: "team@example.org".to_owned(),
        recipients: vec!["sian.oconnor@example.org".to_owned()],
        dated: "Wed, 3 Nov 2021 14:00:00 +0000".to_owned(),
        facts: json!({ "hops": 3 }),
    };
    let act = |work: &dyn Fn(&mut joinder_store::Write<'_>) -> Result<(), Error>| {
        stage.matter.write(Op("evidence.assign"), &stage.matter.actor(), later(1), |tx| work(tx)).map(drop)
    };
    let names = |which| {
        let listed = stage.matter.read(|reader| list(reader, which)).unwrap();
        listed.into_iter().map(|evidence| evidence.id).collect::<Vec<_>>()
    };
    act(&|tx| describe(tx, id, &found)).unwrap();
    assert_eq!(names(Which::Unassigned), [id]);
    act(&|tx| assign(tx, id, sians, Some(&strong()))).unwrap();
    assert_eq!((names(Which::Unassigned), names(Which::Of(sians))), (vec![], vec![id]));
    let stored = stage.matter.read(|reader| get(reader, id)).unwrap().unwrap();
    assert_eq!(
        (&stored.recipients, &stored.facts, stored.grade),
        (&found.recipients, &found.facts, Some(strong()))
    );
    let rows = stage.matter.read(|reader| claimant::rows(reader, &[sians])).unwrap();
    assert_eq!(rows[0].evidence, 1);

    // It was Ołena's after all; the grade was about Siân.
    act(&|tx| assign(tx, id, olenas, None)).unwrap();
    assert_eq!(names(Which::Of(olenas)), [id]);
    assert_eq!(stage.matter.read(|reader| get(reader, id)).unwrap().unwrap().grade, None);
    act(&|tx| grade(tx, id, Some(&strong()))).unwrap();
    let happened = |number| {
        let history = stage.matter.read(|reader| claimant::history(reader, number)).unwrap();
        history
            .into_iter()
            .filter_map(|entry| entry.detail["is"].as_str().map(str::to_owned))
            .collect::<Vec<_>>()
    };
    assert_eq!(happened(sians), ["taken-away", "assigned"]);
    assert_eq!(happened(olenas), ["graded", "assigned"]);

    act(&|tx| set_aside(tx, id, "a newsletter")).unwrap();
    assert_eq!((names(Which::SetAside), names(Which::Of(olenas))), (vec![id], vec![]));
    act(&|tx| unassign(tx, id)).unwrap();
    assert_eq!(names(Which::Unassigned), [id]);
    assert_eq!(act(&|tx| assign(tx, id, ClaimantNumber(77), None)), Err(Error::NoSuchClaimant));
    assert_eq!(act(&|tx| unassign(tx, evidence_id(9))), Err(Error::NoSuchEvidence));
}
