use std::fs;
use std::ops::ControlFlow;

use joinder_domain::audit::{Fault, Subject, SubjectKind, Verdict};
use joinder_domain::id::ClaimantNumber;
use joinder_store::merge::{self, NewMerge};
use joinder_store::{Error, Matter, Op, audit, conflict_search, setting};
use serde_json::json;

use crate::stage::*;

fn verdict(matter: &Matter) -> Verdict {
    audit::verify(matter, &mut |_, _| ControlFlow::Continue(())).unwrap().unwrap()
}

#[test]
fn an_untouched_matter_is_intact_and_its_head_is_the_last_hash() {
    let stage = stage();
    add(&stage.matter, 1, &sian());
    let last = stage.matter.read(|reader| audit::list(reader, None, 1)).unwrap();
    assert_eq!(verdict(&stage.matter), Verdict::Intact { entries: 4, head: last[0].hash });
}

#[test]
fn one_flipped_byte_anywhere_in_the_database_shows() {
    let stage = stage();
    for n in 0..40 {
        add(&stage.matter, n, &named("Sam", &format!("Adeyemi {n}")));
    }
    let temp = stage.close();
    let folder = temp.path().join("matter");
    let database = folder.join("matter.db");
    let whole = fs::read(&database).unwrap();
    for page in 0..whole.len() / 4096 {
        let mut damaged = whole.clone();
        damaged[page * 4096 + 777] ^= 1;
        fs::write(&database, &damaged).unwrap();
        match open(&folder) {
            // Nothing can be read without these pages.
            Err(error) => assert_eq!(error, Error::Damaged { what: "database" }, "page {}", page + 1),
            Ok(matter) => {
                let fault = Fault::Page(page as u64 + 1);
                assert_eq!(verdict(&matter), Verdict::Tampered { faults: vec![fault] });
            }
        }
        assert_eq!(fs::read(&database).unwrap().len(), whole.len(), "page {}", page + 1);
    }
    fs::write(&database, &whole).unwrap();
    assert!(matches!(verdict(&open(&folder).unwrap()), Verdict::Intact { .. }));
}

#[test]
fn a_database_cut_short_is_damaged_and_left_as_it_is() {
    let stage = stage();
    add(&stage.matter, 1, &sian());
    let temp = stage.close();
    let folder = temp.path().join("matter");
    let database = folder.join("matter.db");
    let whole = fs::read(&database).unwrap();
    for length in [0, 100, 4096, whole.len() / 2] {
        fs::write(&database, &whole[..length]).unwrap();
        let opened = open(&folder).map(|matter| verdict(&matter));
        let damaged = match &opened {
            Err(Error::Damaged { .. } | Error::NotAMatter) => true,
            Ok(verdict) => matches!(verdict, Verdict::Tampered { .. }),
            Err(_) => false,
        };
        assert!(damaged, "{length} bytes: {opened:?}");
        assert!(fs::read(&database).unwrap() == whole[..length], "{length} bytes: the file was changed");
    }
}

#[test]
fn a_key_file_that_was_damaged_says_so() {
    let stage = stage();
    let keys = stage.folder().join("keys");
    let temp = stage.close();
    let file = fs::read_dir(&keys).unwrap().map(|entry| entry.unwrap().path());
    let imogens = file.into_iter().find(|path| path.to_string_lossy().contains("imogen")).unwrap();
    fs::write(&imogens, b"not a key").unwrap();
    assert_eq!(open(&temp.path().join("matter")).unwrap_err(), Error::Damaged { what: "key file" });
}

#[test]
fn verification_can_be_stopped() {
    let stage = stage();
    add(&stage.matter, 1, &sian());
    let stopped = audit::verify(&stage.matter, &mut |_, _| ControlFlow::Break(())).unwrap();
    assert_eq!(stopped, None);
}

#[test]
fn an_export_is_recorded_and_is_not_a_change_of_the_claimant() {
    let stage = stage();
    let number = add(&stage.matter, 1, &sian());
    let changed = stage.matter.read(|reader| audit::last_change(reader, number)).unwrap().unwrap();
    stage
        .matter
        .write(Op("bundle.make"), &stage.matter.actor(), later(3), |tx| {
            tx.note(Subject::new(SubjectKind::Bundle, "C-000001.pdf"), Some(number), json!({ "pages": 31 }))
        })
        .unwrap();
    let listed = stage.matter.read(|reader| audit::list(reader, None, 2)).unwrap();
    assert_eq!(listed[0].entry.op, "bundle.make");
    assert_eq!(listed[1], changed);
    assert_eq!(stage.matter.read(|reader| audit::last_change(reader, number)).unwrap(), Some(changed));
    let earlier = stage.matter.read(|reader| audit::list(reader, Some(listed[1].entry.seq), 10)).unwrap();
    assert_eq!(earlier.len(), 3);
}

#[test]
fn no_entry_holds_what_a_claimant_said() {
    let stage = stage();
    add(&stage.matter, 1, &sian());
    for link in stage.matter.read(|reader| audit::list(reader, None, 99)).unwrap() {
        let text = link.entry.text();
        for secret in ["Siân", "Connor", "example.org", "CF10", "1984"] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
    }
}

#[test]
fn a_setting_a_search_and_a_merge_that_somebody_altered_are_named() {
    for (sql, named) in [
        (
            "UPDATE setting SET value = '[\"forged\"]'",
            Fault::Content { kind: "setting", id: "dkim-keys".into() },
        ),
        ("DELETE FROM setting", Fault::Subject { kind: "setting", id: "dkim-keys".into() }),
        (
            "UPDATE conflict_search SET found = '[]'",
            Fault::Content { kind: "conflict-search", id: "1".into() },
        ),
        ("UPDATE claimant_merge SET before = '{}'", Fault::Content { kind: "match", id: "1 2".into() }),
        ("DELETE FROM claimant_merge", Fault::Subject { kind: "match", id: "1 2".into() }),
    ] {
        let Stage { matter, .. } = &stage();
        add(matter, 1, &sian());
        add(matter, 2, &olena());
        matter
            .write(Op("test"), &matter.actor(), later(1), |tx| {
                setting::put(tx, "dkim-keys", &["a key"])?;
                conflict_search::keep(tx, &json!({ "name": "Sian" }), &json!([{ "number": 1 }]))?;
                let [kept, lost] = [1, 2].map(|number| (ClaimantNumber(number), 1));
                merge::merge(tx, &NewMerge { kept, lost, merged: sian(), reason: "one person".into() })
            })
            .unwrap();
        assert!(matches!(verdict(matter), Verdict::Intact { .. }));
        matter.edit_behind_the_back(sql).unwrap();
        let Verdict::Tampered { faults } = verdict(matter) else { panic!("{sql}: nothing found") };
        assert_eq!(faults, [named], "{sql}");
    }
}
