//! Nothing declines anybody by itself: it takes two people.

use jiff::Timestamp;
use joinder_domain::classification::Outcome;
use joinder_domain::id::PersonId;
use joinder_domain::overrides::{
    CannotConfirm, Decided, Override, OverrideAxis, OverrideState, Signature, decided,
};
use proptest::prelude::*;
use uuid::Uuid;

fn by(person: u128) -> Signature {
    Signature {
        person: PersonId(Uuid::from_u128(person)),
        name: "Somebody".to_owned(),
        at: Timestamp::UNIX_EPOCH,
    }
}

const IMOGEN: u128 = 1;
const TOMASZ: u128 = 2;

fn declined_by_imogen() -> Override {
    Override::new(OverrideAxis::Outcome, "DECLINE".into(), by(IMOGEN))
}

#[test]
fn imogen_alone_declines_nobody() {
    let one = declined_by_imogen();
    assert_eq!(one.state(), OverrideState::NeedsSecondPerson);
    assert_eq!(one.can_confirm(by(IMOGEN).person, true), Err(CannotConfirm::SamePerson));
    assert_eq!(one.can_confirm(by(TOMASZ).person, false), Err(CannotConfirm::NotAuthorised));
    assert_eq!(one.can_confirm(by(TOMASZ).person, true), Ok(()));
    assert_eq!(decided(Outcome::Decline, &[one]), Decided::Suggested(Outcome::Decline));
}

#[test]
fn what_imogen_signed_twice_still_needs_another_person() {
    let twice = declined_by_imogen().with(Some(by(IMOGEN)), None);
    assert_eq!(twice.state(), OverrideState::NeedsSecondPerson);
}

#[test]
fn what_was_withdrawn_counts_no_more() {
    let ended = declined_by_imogen().with(Some(by(TOMASZ)), Some(by(IMOGEN)));
    assert_eq!(ended.state(), OverrideState::Ended);
    assert_eq!(decided(Outcome::Accept, &[ended]), Decided::Suggested(Outcome::Accept));
}

fn said() -> impl Strategy<Value = Override> {
    let code = prop::sample::select(vec!["ACCEPT", "HOLD_INFO", "HOLD_REVIEW", "MERGE", "DECLINE"]);
    let axis = prop::sample::select(OverrideAxis::ALL.to_vec());
    let people = (1_u128..4, prop::option::of(1_u128..4), prop::option::of(1_u128..4));
    (axis, code, people).prop_map(|(axis, code, (set, confirmed, ended))| {
        Override::new(axis, code.into(), by(set)).with(confirmed.map(by), ended.map(by))
    })
}

proptest! {
    /// Invariant 3 (`situations.md` 7.3): no flag, suggestion or single person yields a decline.
    #[test]
    fn only_two_different_people_decline(
        suggested in prop::sample::select(Outcome::ALL.to_vec()),
        said in prop::collection::vec(said(), 0..6),
    ) {
        match decided(suggested, &said) {
            Decided::Declined(first, second) => {
                prop_assert_ne!(first, second);
                prop_assert!(said.iter().any(|one| one.declines()
                    && one.state() == OverrideState::Stands
                    && one.set().person == first
                    && one.confirmed().is_some_and(|by| by.person == second)));
            }
            Decided::Set(code, _) => prop_assert_ne!(code.as_str(), "DECLINE"),
            Decided::Suggested(outcome) => prop_assert_eq!(outcome, suggested),
        }
    }
}
