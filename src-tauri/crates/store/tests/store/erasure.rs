//! Who is erased is gone from every table, every index, every page and every later copy; the audit stays whole.

use std::ops::ControlFlow;

use joinder_domain::audit::Verdict;
use joinder_domain::claimant::{Claimant, NameKind, OtherName, YesNo};
use joinder_domain::code::Code;
use joinder_domain::id::ClaimantNumber;
use joinder_store::evidence::{self, NewEvidence, Which};
use joinder_store::merge::{self, NewMerge};
use joinder_store::work::{self, Work};
use joinder_store::{Error, Matter, Op, audit, claimant, conflict_search, erasure, legal_hold};
use serde_json::json;

use crate::stage::*;

/// What only Siân's record, her originals and the work on her file say.
const HERS: [&str; 9] = [
    "Connor",
    "connor",
    "1984-05-07",
    "Heol y Bont",
    "CF10 9ZZ",
    "123 456",
    "every day",
    "sian+labour",
    "her sister rang",
];

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

fn intact(matter: &Matter) -> bool {
    matches!(
        audit::verify(matter, &mut |_, _| ControlFlow::Continue(())).unwrap(),
        Some(Verdict::Intact { .. })
    )
}

fn erase(matter: &Matter, number: ClaimantNumber) -> joinder_store::Result<Vec<erasure::Erasure>> {
    let erased = matter.write(Op("claimant.erase"), &matter.actor(), later(30), |tx| {
        erasure::erase(tx, number, "asked on 20 November")
    });
    erased.map(|applied| applied.output)
}

/// Siân with a changed record, an original, a note on her file, a search that found her; Ołena beside her.
fn crowded() -> (Stage, ClaimantNumber, ClaimantNumber) {
    let stage = stage();
    let (sian, olena) = (add(&stage.matter, 1, &sian()), add(&stage.matter, 2, &olena()));
    let mut changed = crate::stage::sian();
    changed.notification.received = Some(YesNo::Yes);
    changed.contact.mobile = "07700 900123".to_owned();
    write(&stage.matter, |tx| claimant::update(tx, sian, 1, &changed).map(|_| ()));
    write(&stage.matter, |tx| {
        let work =
            Work { state: Code::from("in-review"), reason: "her sister rang".to_owned(), ..Work::default() };
        work::put(tx, sian, &work).map(|_| ())
    });
    write(&stage.matter, |tx| {
        let asked = json!({ "name": "Siân O’Connor", "email": "", "phone": "", "address": "" });
        let found = json!([{ "number": sian.0, "name": "Siân Mair O’Connor", "hits": [] }]);
        conflict_search::keep(tx, &asked, &found).map(|_| ())
    });
    (stage, sian, olena)
}

fn write(matter: &Matter, work: impl FnOnce(&mut joinder_store::Write<'_>) -> joinder_store::Result<()>) {
    matter.write(Op("claimant.edit"), &matter.actor(), later(1), work).unwrap();
}

#[test]
fn sian_is_gone_from_every_page_and_the_audit_is_whole() {
    let (stage, sian, olena) = crowded();
    let before = stage.matter.every_page().unwrap();
    for text in HERS {
        assert!(holds(&before, text), "{text} was there, so that its absence means something");
    }
    let left = erase(&stage.matter, sian).unwrap();
    assert_eq!((left[0].number, left[0].reason.as_str()), (sian, "asked on 20 November"));
    assert!(stage.matter.forget_log().unwrap());
    let after = stage.matter.every_page().unwrap();
    for text in HERS {
        assert!(!holds(&after, text), "{text} is still in a page");
    }
    assert!(intact(&stage.matter));
    assert_eq!(stage.matter.read(claimant::total).unwrap(), 1);
    assert_eq!(stage.matter.read(|reader| claimant::get(reader, sian)).unwrap(), None);
    assert!(stage.matter.read(|reader| claimant::get(reader, olena)).unwrap().is_some());
    // Nobody gets the number again.
    assert!(add(&stage.matter, 3, &named("Priya", "Shah")).0 > olena.0);
}

#[test]
fn a_copy_made_after_the_erasure_holds_nothing_of_her_and_opens() {
    let (stage, sian, _) = crowded();
    erase(&stage.matter, sian).unwrap();
    let to = stage.temp.path().join("copy");
    stage.matter.backup(&to, &mut |_, _| true).unwrap();
    let copy = open(&to).unwrap();
    let pages = copy.every_page().unwrap();
    assert!(HERS.iter().all(|text| !holds(&pages, text)));
    assert!(intact(&copy));
}

#[test]
fn the_protections_of_history_are_back_when_she_is_gone() {
    let (stage, sian, _) = crowded();
    let schema = stage.matter.schema().unwrap();
    erase(&stage.matter, sian).unwrap();
    assert_eq!(stage.matter.schema().unwrap(), schema);
}

#[test]
fn originals_go_with_their_person() {
    let (stage, sian, olena) = crowded();
    for (id, owner, text) in [(1, sian, "To: Sian.OConnor@Example.org"), (2, olena, "To: olena@example.org")]
    {
        stage
            .matter
            .write(Op("evidence.add"), &stage.matter.actor(), later(2), |tx| {
                let bytes = text.as_bytes();
                let id = evidence_id(id);
                let new = NewEvidence {
                    id,
                    bytes,
                    name: "notice.eml",
                    modified: None,
                    source: "file",
                    origin: None,
                };
                evidence::add(tx, new)?;
                evidence::assign(tx, id, owner, None)
            })
            .unwrap();
    }
    erase(&stage.matter, sian).unwrap();
    let left = stage.matter.read(|reader| evidence::ids(reader, Which::All)).unwrap();
    assert_eq!(left, [evidence_id(2)]);
    assert!(intact(&stage.matter));
}

#[test]
fn a_record_that_was_merged_goes_with_the_one_that_kept_it() {
    let (stage, sian, _) = crowded();
    let twice =
        add(&stage.matter, 4, &Claimant { external_reference: String::new(), ..crate::stage::sian() });
    let merge = NewMerge {
        kept: (sian, 2),
        lost: (twice, 1),
        merged: crate::stage::sian(),
        reason: "one person".to_owned(),
    };
    write(&stage.matter, |tx| merge::merge(tx, &merge).map(|_| ()));
    assert_eq!(erase(&stage.matter, twice).unwrap_err(), Error::MergedAlready);
    let left: Vec<ClaimantNumber> =
        erase(&stage.matter, sian).unwrap().into_iter().map(|erasure| erasure.number).collect();
    assert_eq!(left, [sian, twice]);
    let pages = stage.matter.every_page().unwrap();
    assert!(!holds(&pages, "Connor"));
    assert!(intact(&stage.matter));
}

#[test]
fn a_hold_keeps_her_until_it_is_ended_with_a_reason() {
    let (stage, sian, _) = crowded();
    let review = "2027-06-01".parse().unwrap();
    for claimant in [Some(sian), None] {
        let hold = stage
            .matter
            .write(Op("right.hold"), &stage.matter.actor(), later(3), |tx| {
                legal_hold::put(tx, claimant, "the court may want the file", review)
            })
            .unwrap()
            .output;
        let schema = stage.matter.schema().unwrap();
        assert_eq!(erase(&stage.matter, sian).unwrap_err(), Error::Held);
        assert_eq!(stage.matter.schema().unwrap(), schema, "a refusal changes nothing");
        write(&stage.matter, |tx| legal_hold::end(tx, hold, "the file was closed"));
        assert!(intact(&stage.matter));
    }
    erase(&stage.matter, sian).unwrap();
    assert!(intact(&stage.matter));
}

#[test]
fn somebody_who_puts_a_row_back_behind_the_back_is_found_out() {
    let (stage, sian, _) = crowded();
    erase(&stage.matter, sian).unwrap();
    let sql = format!(
        "INSERT INTO work (claimant, state, reason, since, tags) VALUES ({}, 'x', 'y', 1, '[]')",
        sian.0
    );
    let back = format!("PRAGMA foreign_keys = OFF; {sql}");
    stage.matter.edit_behind_the_back(&back).unwrap();
    assert!(!intact(&stage.matter));
}

#[test]
fn what_she_said_is_in_nobody_elses_history_after_two_records_were_one_for_a_while() {
    let (stage, sian, olena) = crowded();
    let mut both = crate::stage::olena();
    both.identity.other_names =
        vec![OtherName { kind: NameKind::Alias, name: "Siân O’Connor".to_owned(), from: None, to: None }];
    both.contact.emails.extend(crate::stage::sian().contact.emails);
    let version =
        |number| stage.matter.read(|reader| claimant::get(reader, number)).unwrap().unwrap().version;
    let merge = NewMerge {
        kept: (olena, version(olena)),
        lost: (sian, version(sian)),
        merged: both,
        reason: "one person".to_owned(),
    };
    let id = std::cell::Cell::new(0);
    write(&stage.matter, |tx| merge::merge(tx, &merge).map(|made| id.set(made)));
    write(&stage.matter, |tx| merge::unmerge(tx, id.get(), "two people").map(|_| ()));
    assert!(holds(&stage.matter.every_page().unwrap(), "sian+labour"));
    erase(&stage.matter, sian).unwrap();
    let pages = stage.matter.every_page().unwrap();
    for text in HERS {
        assert!(!holds(&pages, text), "{text} is in a page");
    }
    assert!(intact(&stage.matter));
}
