//! Somebody who has the key, and changes the database with another program.

use std::collections::BTreeMap;

use jiff::Timestamp;
use joinder_domain::claimant::Claimant;
use joinder_domain::id::{ClaimantId, ClaimantNumber, MatterId, PersonId};

use uuid::Uuid;

use super::*;
use crate::evidence::{NewEvidence, add};
use crate::key::{Passphrase, WorkFactor};
use crate::matter::NewMatter;
use crate::person::{NewPerson, Role, SignIn};
use crate::profile::NewProfile;
use crate::write::Op;

const EVIDENCE: EvidenceId = EvidenceId(Uuid::from_u128(9));

fn now() -> Timestamp {
    "2026-11-23T09:00:00Z".parse().expect("a time")
}

/// Three claimants, one edited, and an evidence item: entries 1 to 3 make the matter, 4 to 6 are the claimants, 7 is
/// the edit and 8 the evidence.
fn matter() -> (tempfile::TempDir, Matter) {
    let temp = tempfile::tempdir().expect("a folder");
    let new = NewMatter {
        id: MatterId(Uuid::from_u128(1)),
        name: "Labour 2021".to_owned(),
        profile: NewProfile { id: "labour-2021".to_owned(), version: 1, texts: BTreeMap::new() },
        person: NewPerson {
            id: PersonId(Uuid::from_u128(2)),
            sign_in: SignIn::new("imogen").expect("a name"),
            full_name: "Imogen Achebe".to_owned(),
            role: Role::Coordinator,
        },
        passphrase: Passphrase::typed("correct horse battery staple"),
        work: WorkFactor::QUICK,
        now: now(),
    };
    let (matter, _) = Matter::create(temp.path(), new).expect("a matter");
    let mut edited = Claimant::default();
    edited.identity.title = "Dr".to_owned();
    matter
        .write(Op("test"), &matter.actor(), now(), |tx| {
            for n in 1..=3 {
                claimant::insert(tx, ClaimantId(Uuid::from_u128(n)), &Claimant::default())?;
            }
            claimant::update(tx, ClaimantNumber(2), 1, &edited)?;
            add(
                tx,
                NewEvidence {
                    id: EVIDENCE,
                    bytes: b"notice",
                    name: "n.eml",
                    modified: None,
                    source: "file",
                    origin: None,
                },
            )
        })
        .expect("written");
    (temp, matter)
}

/// Runs `sql` behind the store's back, its triggers put aside.
fn tamper(matter: &Matter, sql: &str) {
    matter
        .verified(|conn| {
            conn.execute_batch(
                "PRAGMA foreign_keys = OFF;
                 DROP TRIGGER audit_entry_no_update; DROP TRIGGER audit_entry_no_delete;
                 DROP TRIGGER audit_change_no_update; DROP TRIGGER audit_change_no_delete;
                 DROP TRIGGER evidence_blob_no_update; DROP TRIGGER evidence_blob_no_delete;
                 DROP TRIGGER evidence_no_update; DROP TRIGGER evidence_no_delete;",
            )?;
            Ok(conn.execute_batch(sql)?)
        })
        .expect("tampered with");
}

/// What is found after `sql` was run.
fn after(sql: &str) -> Vec<Fault> {
    let (_temp, matter) = matter();
    tamper(&matter, sql);
    match verify(&matter, &mut |_, _| ControlFlow::Continue(())).expect("verified") {
        Some(Verdict::Tampered { faults }) => faults,
        other => panic!("{sql}: {other:?}"),
    }
}

fn content(kind: &'static str, id: impl ToString) -> Fault {
    Fault::Content { kind, id: id.to_string() }
}

fn gone(kind: &'static str, id: impl ToString) -> Fault {
    Fault::Subject { kind, id: id.to_string() }
}

#[test]
fn each_alteration_is_named() {
    for (sql, found) in [
        ("UPDATE audit_entry SET actor_name = 'Somebody Else' WHERE seq = 5", vec![Fault::Entry(5)]),
        ("UPDATE audit_entry SET at = at + 1 WHERE seq = 1", vec![Fault::Entry(1)]),
        (
            "UPDATE audit_entry SET subject_kind = 'nonsense' WHERE seq = 8",
            vec![Fault::Entry(8), Fault::Unaccounted { kind: "evidence", id: EVIDENCE.to_string() }],
        ),
        ("UPDATE audit_change SET change = '{}'", vec![Fault::Change(7)]),
        ("DELETE FROM audit_change", vec![Fault::ChangeAbsent(7)]),
        ("UPDATE claimant_record SET record = '{}' WHERE claimant = 2", vec![content("claimant", 2)]),
        ("DELETE FROM claimant_record WHERE claimant = 3", vec![content("claimant", 3)]),
        (
            "DELETE FROM claimant_record WHERE claimant = 3; DELETE FROM claimant WHERE number = 3",
            vec![gone("claimant", 3)],
        ),
        ("UPDATE evidence_blob SET bytes = x'00'", vec![Fault::Original(EVIDENCE.to_string())]),
        ("DELETE FROM evidence_blob", vec![Fault::Original(EVIDENCE.to_string())]),
        ("UPDATE evidence SET name = 'other.eml'", vec![content("evidence", EVIDENCE)]),
        ("UPDATE evidence_facts SET facts = '{\"forged\":true}'", vec![content("evidence", EVIDENCE)]),
        (
            "DELETE FROM evidence_blob; DELETE FROM evidence_facts; DELETE FROM evidence",
            vec![gone("evidence", EVIDENCE)],
        ),
        ("UPDATE person SET role = 'auditor'", vec![content("person", Uuid::from_u128(2))]),
        (
            "UPDATE profile SET texts = '{\"rules\":\"other\"}'",
            vec![Fault::Structure, gone("profile", "labour-2021")],
        ),
    ] {
        assert_eq!(after(sql), found, "{sql}");
    }
}

#[test]
fn a_claimant_slipped_in_and_an_entry_taken_out_are_both_named() {
    let slipped_in = "CREATE TEMP TABLE slipped AS SELECT * FROM claimant WHERE number = 1;
                      UPDATE slipped SET number = 9, id = x'00112233445566778899aabbccddeeff';
                      INSERT INTO claimant SELECT * FROM slipped;
                      INSERT INTO claimant_record SELECT 9, salt, record FROM claimant_record WHERE claimant = 1;";
    assert_eq!(after(slipped_in), [Fault::Unaccounted { kind: "claimant", id: "9".to_owned() }]);
    let taken_out = after("DELETE FROM audit_entry WHERE seq = 4");
    assert_eq!(
        taken_out,
        [Fault::Absent { first: 4, last: 4 }, Fault::Unaccounted { kind: "claimant", id: "1".to_owned() },]
    );
}

#[test]
fn a_chain_cut_off_at_its_end_leaves_what_it_no_longer_accounts_for() {
    let cut = after("DELETE FROM audit_change; DELETE FROM audit_entry WHERE seq > 6");
    assert_eq!(
        cut,
        [content("claimant", 2), Fault::Unaccounted { kind: "evidence", id: EVIDENCE.to_string() },]
    );
}

#[test]
fn an_emptied_audit_is_no_empty_matter() {
    let emptied = "DELETE FROM audit_change; DELETE FROM audit_entry;";
    assert_eq!(after(emptied).len(), 7, "claimants, evidence, Imogen, the matter and its profile");
    let nothing_left = "DELETE FROM claimant_record; DELETE FROM claimant; DELETE FROM evidence_blob;
                        DELETE FROM evidence_facts; DELETE FROM evidence; DELETE FROM person;";
    let (_temp, matter) = matter();
    tamper(&matter, &format!("{emptied} {nothing_left}"));
    let verdict = verify(&matter, &mut |_, _| ControlFlow::Continue(()));
    assert_eq!(verdict, Ok(Some(Verdict::NothingToCheck)));
}

#[test]
fn the_database_itself_refuses_to_change_what_is_fixed() {
    let (_temp, matter) = matter();
    for sql in [
        "UPDATE audit_entry SET op = 'x'",
        "DELETE FROM audit_entry",
        "UPDATE audit_change SET change = ''",
        "DELETE FROM audit_change",
        "UPDATE evidence_blob SET bytes = x'00'",
        "DELETE FROM evidence_blob",
        "UPDATE evidence SET sha256 = zeroblob(32)",
        "UPDATE evidence SET name = 'x'",
        "DELETE FROM evidence",
        "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry WHERE seq = 1",
    ] {
        let refused = matter.verified(|conn| Ok(conn.execute(sql, ())?));
        let Err(Error::Constraint(message)) = refused else { panic!("{sql}: {refused:?}") };
        assert!(message.contains("never"), "{sql}: {message}");
    }
}
