//! The people of the tests, and a matter for them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use joinder_domain::claimant::{Address, Claimant, EmailAddress, Episode, Identity, NameKind, OtherName};
use joinder_domain::id::{ClaimantId, ClaimantNumber, EvidenceId, MatterId, PersonId};
use joinder_store::{
    Matter, NewMatter, NewPerson, NewProfile, Op, Passphrase, RecoveryKey, Role, SignIn, WorkFactor, claimant,
};
use tempfile::TempDir;
use uuid::Uuid;

pub const IMOGENS_PASSPHRASE: &str = "correct horse battery staple";

pub struct Stage {
    pub temp: TempDir,
    pub matter: Matter,
    pub recovery: RecoveryKey,
}

/// A matter that Imogen, a coordinator, has just made.
pub fn stage() -> Stage {
    let temp = tempfile::tempdir().unwrap();
    let (matter, recovery) = Matter::create(&temp.path().join("matter"), new_matter()).unwrap();
    Stage { temp, matter, recovery }
}

impl Stage {
    pub fn folder(&self) -> PathBuf {
        self.temp.path().join("matter")
    }

    /// Closes the matter and keeps its folder.
    pub fn close(self) -> TempDir {
        self.matter.close().unwrap();
        self.temp
    }
}

pub fn now() -> Timestamp {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

pub fn later(minutes: i64) -> Timestamp {
    now() + SignedDuration::from_mins(minutes)
}

pub fn new_matter() -> NewMatter {
    let texts = BTreeMap::from([("incident.toml".to_owned(), "title = \"Labour Party breach\"".to_owned())]);
    NewMatter {
        id: MatterId(Uuid::from_u128(0x4A01)),
        name: "Labour 2021".to_owned(),
        profile: NewProfile { id: "labour-2021".to_owned(), version: 1, texts },
        person: imogen(),
        passphrase: Passphrase::new(IMOGENS_PASSPHRASE).unwrap(),
        work: WorkFactor::QUICK,
        now: now(),
    }
}

pub fn imogen() -> NewPerson {
    person(1, "imogen", "Imogen Achebe", Role::Coordinator)
}

pub fn tomasz() -> NewPerson {
    person(2, "tomasz", "Tomasz Wójcik", Role::Paralegal)
}

fn person(id: u128, sign_in: &str, full_name: &str, role: Role) -> NewPerson {
    let sign_in = SignIn::new(sign_in).unwrap();
    NewPerson { id: PersonId(Uuid::from_u128(id)), sign_in, full_name: full_name.to_owned(), role }
}

pub fn typed(passphrase: &str) -> Passphrase {
    Passphrase::typed(passphrase)
}

pub fn open(folder: &Path) -> joinder_store::Result<Matter> {
    Matter::open(folder, &imogen().sign_in, &typed(IMOGENS_PASSPHRASE), later(60))
}

pub fn claimant_id(n: u128) -> ClaimantId {
    ClaimantId(Uuid::from_u128(0xC000_0000 + n))
}

pub fn evidence_id(n: u128) -> EvidenceId {
    EvidenceId(Uuid::from_u128(0xE000_0000 + n))
}

/// Siân O'Connor, once Siân Rees, with two addresses of hers.
pub fn sian() -> Claimant {
    let mut sian = named("Siân Mair", "O’Connor");
    sian.external_reference = "row-17".to_owned();
    sian.identity.date_of_birth = Some("1984-05-07".parse().unwrap());
    sian.identity.other_names =
        vec![OtherName { kind: NameKind::Maiden, name: "Siân Rees".to_owned(), from: None, to: None }];
    sian.contact.emails = vec![email("Sian.OConnor@Example.org"), email("sian+labour@gmail.com")];
    sian.contact.addresses = vec![Address {
        lines: vec!["14 Heol y Bont".to_owned()],
        postcode: "CF10 9ZZ".to_owned(),
        ..Address::default()
    }];
    sian.episodes = vec![Episode {
        kind: "member".into(),
        membership_number: "A 123 456".to_owned(),
        ..Episode::default()
    }];
    sian.consequence.own_words = "I could not sleep for weeks.\nI still check my bank every day.".to_owned();
    sian
}

/// Ołena Kowalczyk, of whom little is known.
pub fn olena() -> Claimant {
    named("Ołena", "Kowalczyk")
}

pub fn named(forenames: &str, surname: &str) -> Claimant {
    Claimant {
        identity: Identity {
            forenames: forenames.to_owned(),
            surname: surname.to_owned(),
            ..Identity::default()
        },
        ..Claimant::default()
    }
}

pub fn email(address: &str) -> EmailAddress {
    EmailAddress { address: address.to_owned(), ..EmailAddress::default() }
}

/// Adds a claimant as Imogen.
pub fn add(matter: &Matter, n: u128, record: &Claimant) -> ClaimantNumber {
    matter
        .write(Op("claimant.add"), &matter.actor(), now(), |tx| claimant::insert(tx, claimant_id(n), record))
        .unwrap()
        .output
}
