use joinder_domain::audit::{Subject, SubjectKind, Verdict};
use joinder_domain::noun::Noun;
use joinder_store::{Change, Error, Op, audit, claimant, setting};
use serde_json::json;

use crate::stage::*;

#[test]
fn a_write_that_fails_leaves_nothing_behind() {
    let stage = stage();
    let head = stage.matter.read(|reader| audit::list(reader, None, 1)).unwrap();
    let failed = stage.matter.write(Op("claimant.add"), &stage.matter.actor(), now(), |tx| {
        claimant::insert(tx, claimant_id(1), &sian())?;
        Err::<(), _>(Error::NoSuchClaimant)
    });
    assert_eq!(failed.unwrap_err(), Error::NoSuchClaimant);
    assert_eq!(stage.matter.read(claimant::total).unwrap(), 0);
    assert_eq!(stage.matter.read(|reader| audit::list(reader, None, 1)).unwrap(), head);
    assert_eq!(add(&stage.matter, 1, &sian()).0, 1, "the number was not used up");
}

#[test]
fn a_panic_in_the_middle_leaves_the_matter_usable() {
    let stage = stage();
    let work = std::panic::AssertUnwindSafe(|| {
        stage.matter.write(Op("claimant.add"), &stage.matter.actor(), now(), |tx| {
            claimant::insert(tx, claimant_id(1), &sian())?;
            panic!("a fault of the program");
            #[expect(unreachable_code)]
            Ok::<_, Error>(())
        })
    });
    assert!(std::panic::catch_unwind(work).is_err());
    assert_eq!(add(&stage.matter, 2, &olena()).0, 1);
}

#[test]
fn what_changed_is_told_with_the_head_of_the_chain() {
    let stage = stage();
    let applied = stage
        .matter
        .write(Op("claimant.add"), &stage.matter.actor(), now(), |tx| {
            let number = claimant::insert(tx, claimant_id(1), &sian())?;
            claimant::insert(tx, claimant_id(2), &olena())?;
            tx.note(Subject::new(SubjectKind::Bundle, "b1"), Some(number), json!({ "pages": 12 }))?;
            Ok::<_, Error>(number)
        })
        .unwrap();
    let change =
        |number| Change { noun: Noun::Claimant, claimant: Some(joinder_domain::id::ClaimantNumber(number)) };
    assert_eq!(applied.changes, [change(1), change(2)]);
    assert_eq!(applied.entries, 3);
    let last = stage.matter.read(|reader| audit::list(reader, None, 1)).unwrap();
    assert_eq!(last[0].hash, applied.head);
}

#[test]
fn a_reader_sees_one_state_while_another_writes() {
    let stage = stage();
    add(&stage.matter, 1, &sian());
    let seen = stage.matter.read(|reader| {
        let before = claimant::total(reader)?;
        add(&stage.matter, 2, &olena());
        Ok::<_, Error>((before, claimant::total(reader)?))
    });
    assert_eq!(seen.unwrap(), (1, 1));
    assert_eq!(stage.matter.read(claimant::total).unwrap(), 2);
}

#[test]
fn many_threads_read_at_once() {
    let stage = stage();
    add(&stage.matter, 1, &sian());
    std::thread::scope(|scope| {
        for _ in 0..12 {
            scope.spawn(|| {
                for _ in 0..20 {
                    assert_eq!(stage.matter.read(claimant::total).unwrap(), 1);
                }
            });
        }
        for n in 2..6 {
            setting_twice(&stage, n);
        }
    });
}

fn setting_twice(stage: &Stage, value: u32) {
    stage
        .matter
        .write(Op("setting.put"), &stage.matter.actor(), now(), |tx| setting::put(tx, "places", &value))
        .unwrap();
    assert_eq!(stage.matter.read(|reader| setting::get::<u32>(reader, "places")).unwrap(), Some(value));
}

#[test]
fn times_are_kept_to_the_millisecond_so_that_the_chain_can_be_checked_again() {
    let stage = stage();
    let precise = "2026-11-23T09:00:00.123456789Z".parse().unwrap();
    stage
        .matter
        .write(Op("bundle.make"), &stage.matter.actor(), precise, |tx| {
            tx.note(Subject::new(SubjectKind::Bundle, ""), None, json!({}))
        })
        .unwrap();
    let verdict = audit::verify(&stage.matter, &mut |_, _| std::ops::ControlFlow::Continue(())).unwrap();
    assert!(matches!(verdict, Some(Verdict::Intact { entries: 4, .. })), "{verdict:?}");
}
