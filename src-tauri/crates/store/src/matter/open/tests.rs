//! Matters that older or newer programs made.

use joinder_domain::audit::Verdict;
use joinder_domain::claimant::Claimant;
use joinder_domain::id::ClaimantId;
use uuid::Uuid;

use super::*;
use crate::key::WorkFactor;
use crate::matter::NewMatter;
use crate::person::{NewPerson, Role};
use crate::profile::NewProfile;
use crate::{audit, claimant};

fn now() -> Timestamp {
    "2026-11-23T09:00:00Z".parse().expect("a time")
}

fn imogen() -> SignIn {
    SignIn::new("imogen").expect("a name")
}

fn passphrase() -> Passphrase {
    Passphrase::typed("correct horse battery staple")
}

/// A matter of today with one claimant in it, closed.
fn closed() -> tempfile::TempDir {
    let temp = tempfile::tempdir().expect("a folder");
    let new = NewMatter {
        id: MatterId(Uuid::from_u128(1)),
        name: "Labour 2021".to_owned(),
        profile: NewProfile::default(),
        person: NewPerson {
            id: joinder_domain::id::PersonId(Uuid::from_u128(2)),
            sign_in: imogen(),
            full_name: "Imogen Achebe".to_owned(),
            role: Role::Coordinator,
        },
        passphrase: passphrase(),
        work: WorkFactor::QUICK,
        now: now(),
    };
    let (matter, _) = Matter::create(temp.path(), new).expect("a matter");
    matter
        .write(Op("claimant.add"), &matter.actor(), now(), |tx| {
            claimant::insert(tx, ClaimantId(Uuid::from_u128(3)), &Claimant::default())
        })
        .expect("a claimant");
    matter.close().expect("closed");
    temp
}

/// Opens it as a program that knows these steps.
fn open(folder: &Path, steps: &[Migration]) -> Result<Matter> {
    let folder = Folder::new(folder);
    let lock = FolderLock::take(&folder.lock())?;
    let (key, holder, _) = key_of(&folder, &imogen(), &passphrase())?;
    enter(folder, lock, key, holder, steps, now())
}

/// The number of the step that a newer program takes.
fn newer() -> u32 {
    u32::try_from(MIGRATIONS.len()).expect("few steps") + 1
}

fn steps(another: &'static str) -> Vec<Migration> {
    [MIGRATIONS, &[Migration { number: newer(), name: "nickname", sql: another }]].concat()
}

const NICKNAME: &str = "ALTER TABLE claimant ADD COLUMN nickname TEXT NOT NULL DEFAULT '';";

fn backups(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("backups")).expect("backups");
    entries.map(|entry| entry.expect("an entry").path()).collect()
}

#[test]
fn an_older_matter_is_brought_up_to_date_after_a_copy_was_made() {
    let temp = closed();
    let matter = open(temp.path(), &steps(NICKNAME)).expect("opened");
    assert!(matter.schema().expect("schema").contains("nickname"));
    let last = matter.read(|reader| audit::list(reader, None, 1)).expect("audit");
    assert_eq!(last[0].entry.op, "matter.migrate");
    assert_eq!(last[0].entry.detail, json!({ "from": newer() - 1, "to": newer() }));
    let verdict = audit::verify(&matter, &mut |_, _| std::ops::ControlFlow::Continue(()));
    assert!(matches!(verdict, Ok(Some(Verdict::Intact { .. }))), "{verdict:?}");
    matter.close().expect("closed");

    let copies = backups(temp.path());
    assert_eq!(copies.len(), 1);
    assert!(!fs::read(copies[0].join("matter.db")).expect("copy").starts_with(b"SQLite"));
    let copy = Matter::open(&copies[0], &imogen(), &passphrase(), now()).expect("the copy opens");
    assert_eq!(copy.read(claimant::total), Ok(1));
    assert!(!copy.schema().expect("schema").contains("nickname"));

    // Again is nothing new.
    open(temp.path(), &steps(NICKNAME)).expect("opened");
    assert_eq!(backups(temp.path()).len(), 1);
}

#[test]
fn a_newer_matter_is_refused_and_left_as_it_is() {
    let temp = closed();
    open(temp.path(), &steps(NICKNAME)).expect("opened").close().expect("closed");
    let before = fs::read(temp.path().join("matter.db")).expect("database");
    let opened = Matter::open(temp.path(), &imogen(), &passphrase(), now());
    assert_eq!(opened.expect_err("newer"), Error::NewerMatter { found: newer(), supported: newer() - 1 });
    assert!(before == fs::read(temp.path().join("matter.db")).expect("database"));
}

#[test]
fn a_step_that_fails_leaves_the_matter_at_the_step_before() {
    let temp = closed();
    let failed = open(
        temp.path(),
        &steps("CREATE TABLE extra (x INTEGER) STRICT; INSERT INTO no_such_table VALUES (1);"),
    );
    assert!(matches!(failed, Err(Error::Database(_))), "{failed:?}");
    let matter = Matter::open(temp.path(), &imogen(), &passphrase(), now()).expect("as before");
    assert!(!matter.schema().expect("schema").contains("extra"));
    assert_eq!(matter.read(claimant::total), Ok(1));
}

#[test]
fn a_step_that_was_changed_after_it_was_taken_is_noticed() {
    let temp = closed();
    open(temp.path(), &steps(NICKNAME)).expect("opened").close().expect("closed");
    let opened = open(temp.path(), &steps("ALTER TABLE claimant ADD COLUMN alias TEXT NOT NULL DEFAULT '';"));
    assert_eq!(opened.expect_err("another step"), Error::OtherSchema { number: newer() });
}

#[test]
fn lookups_that_an_older_program_derived_are_made_anew() {
    let temp = closed();
    let matter = open(temp.path(), MIGRATIONS).expect("opened");
    {
        let conn = matter.writer();
        conn.execute("UPDATE claimant SET name = 'old', sort_key = 'old'", ()).expect("older");
        conn.execute("UPDATE matter SET lookup_version = 0", ()).expect("older");
    }
    matter.close().expect("closed");
    let matter = open(temp.path(), MIGRATIONS).expect("opened");
    let rows = matter.read(|reader| claimant::rows(reader, &[joinder_domain::id::ClaimantNumber(1)]));
    assert_eq!(rows.expect("rows")[0].name, "");
    assert_eq!(matter.read(claimant::lookups_are_current), Ok(true));
}
