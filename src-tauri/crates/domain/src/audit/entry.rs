//! One entry and its hash.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::{Digest, canonical};
use crate::id::{ClaimantNumber, PersonId};

/// Who acts: a person of the matter, or whoever holds the recovery key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The person.
    pub id: PersonId,
    /// The full name at the time.
    pub name: String,
}

/// What was acted on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// The kind of thing.
    pub kind: SubjectKind,
    /// Which one: a claimant's number, the id of anything else; empty for the matter itself.
    pub id: String,
}

impl Subject {
    /// The claimant with this number.
    pub fn claimant(number: ClaimantNumber) -> Self {
        Self { kind: SubjectKind::Claimant, id: number.0.to_string() }
    }

    /// Something other than a claimant.
    pub fn new(kind: SubjectKind, id: impl Into<String>) -> Self {
        Self { kind, id: id.into() }
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// A kind of thing that can be acted on.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum SubjectKind { $($(#[$doc])* $name),+ }

        impl SubjectKind {
            /// The code, as serialised.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// The kind with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

kinds! {
    /// The matter itself.
    Matter = "matter",
    /// A person who works on it.
    Person = "person",
    /// The profile.
    Profile = "profile",
    /// A claimant.
    Claimant = "claimant",
    /// An evidence item.
    Evidence = "evidence",
    /// A run of the classification.
    Classification = "classification",
    /// An import of many rows.
    Import = "import",
    /// A bundle that was made.
    Bundle = "bundle",
    /// A setting of the matter.
    Setting = "setting",
}

/// Who did what, to what, when.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Position in the chain, from 1 without gaps.
    pub seq: u64,
    /// When, to the millisecond.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// What was done: a noun, a dot, a verb.
    pub op: String,
    /// To what.
    pub subject: Subject,
    /// The claimant whom it concerns, if it concerns one.
    pub claimant: Option<ClaimantNumber>,
    /// Ids, numbers, counts and hashes that say more; never a claimant's data.
    pub detail: Value,
    /// Salted digest of the [`super::Change`], when something that existed was changed.
    pub change: Option<Digest>,
    /// Digest of what the subject holds afterwards; absent when nothing was changed, as with an export.
    pub content: Option<Digest>,
}

/// The fields in the order of [`canonical`], so that they need not be sorted for each of a million entries.
#[derive(Serialize)]
struct Ordered<'a> {
    actor: &'a Actor,
    at: Timestamp,
    change: Option<Digest>,
    claimant: Option<ClaimantNumber>,
    content: Option<Digest>,
    detail: &'a Value,
    op: &'a str,
    seq: u64,
    subject: Ranked<'a>,
}

#[derive(Serialize)]
struct Ranked<'a> {
    id: &'a str,
    kind: SubjectKind,
}

impl Entry {
    /// The entry as canonical JSON.
    pub fn text(&self) -> String {
        let ordered = Ordered {
            actor: &self.actor,
            at: self.at,
            change: self.change,
            claimant: self.claimant,
            content: self.content,
            detail: &Value::Null,
            op: &self.op,
            seq: self.seq,
            subject: Ranked { id: &self.subject.id, kind: self.subject.kind },
        };
        // Strings, integers and nulls only: there is nothing in it that JSON could not hold.
        let text = serde_json::to_string(&ordered).unwrap_or_default();
        match &self.detail {
            Value::Null => text,
            // The key cannot come up earlier: every quotation mark in a value is escaped.
            detail => text.replacen("\"detail\":null", &format!("\"detail\":{}", canonical(detail)), 1),
        }
    }

    /// SHA-256 of the previous entry's hash followed by this entry's text.
    pub fn hash(&self, previous: &Digest) -> Digest {
        Digest(Sha256::new().chain_update(previous.0).chain_update(self.text()).finalize().into())
    }
}
