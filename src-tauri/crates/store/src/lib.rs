//! The matter folder: an encrypted database, its keys, its audit. The only SQL in the house.
//!
//! [`Matter`] is a folder that this process holds open. Everything is read through [`Matter::read`], which sees one
//! consistent state and cannot write, and written through [`Matter::write`], which commits data, audit entries and
//! the list of what changed together, or nothing at all. The nouns are modules with plain functions:
//!
//! ```
//! use joinder_domain::audit::Actor;
//! use joinder_domain::claimant::Claimant;
//! use joinder_domain::id::{ClaimantId, MatterId, PersonId};
//! use joinder_store::{Matter, NewMatter, NewPerson, NewProfile, Op, Passphrase, Role, SignIn, WorkFactor, claimant};
//! use uuid::Uuid;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let now = "2026-11-23T09:00:00Z".parse()?;
//! let (matter, recovery_key) = Matter::create(&folder.path().join("matter"), NewMatter {
//!     id: MatterId(Uuid::from_u128(1)),
//!     name: "Labour 2021".to_owned(),
//!     profile: NewProfile { id: "labour-2021".into(), version: 1, texts: Default::default() },
//!     person: NewPerson {
//!         id: PersonId(Uuid::from_u128(2)),
//!         sign_in: SignIn::new("imogen")?,
//!         full_name: "Imogen Achebe".to_owned(),
//!         role: Role::Coordinator,
//!     },
//!     passphrase: Passphrase::new("four unrelated short words")?,
//!     work: WorkFactor::QUICK,
//!     now,
//! })?;
//! let actor = matter.actor();
//! let added = matter.write(Op("claimant.add"), &actor, now, |tx| {
//!     claimant::insert(tx, ClaimantId(Uuid::from_u128(3)), &Claimant::default())
//! })?;
//! assert_eq!(added.output.to_string(), "C-000001");
//! # Ok(())
//! # }
//! ```

pub mod audit;
pub mod backup_copy;
pub mod bundle_version;
pub mod claimant;
pub mod classification;
pub mod conflict_search;
pub mod draft;
pub mod erasure;
pub mod evidence;
pub mod exchange;
pub mod exhibit_label;
pub mod import_batch;
pub mod journal;
pub mod legal_hold;
pub mod mailbox_scan;
pub mod match_pair;
pub mod merge;
pub mod overrides;
pub mod packet;
pub mod paper;
pub mod person;
pub mod profile;
pub mod redaction;
pub mod register;
pub mod run;
pub mod saved_view;
pub mod setting;
pub mod text_layer;
pub mod work;

mod column;
mod compact;
mod connection;
mod error;
mod key;
mod matter;
mod migration;
mod rows;
mod trigger;
mod write;

pub use error::{Error, Result};
pub use key::{Passphrase, RecoveryKey, WorkFactor};
pub use matter::{Copied, Matter, NewMatter, SignedIn, keyholders, restore};
pub use person::{NewPerson, Person, Role, SignIn};
pub use profile::NewProfile;
pub use write::{Applied, Change, Op, Reader, Write};
