//! One entry and its hash.

use std::fmt::{self, Write as _};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::Digest;
use super::canonical::{string, write};
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
    /// A rule set that was adopted.
    Run = "run",
    /// A person's word beside an answer.
    Override = "override",
    /// An import of many rows.
    Import = "import",
    /// A mailbox that was looked through.
    Mailbox = "mailbox",
    /// An invitation that went out.
    Invitation = "invitation",
    /// A packet that came in.
    Packet = "packet",
    /// A request that went back to a claimant.
    Request = "request",
    /// A bundle that was made.
    Bundle = "bundle",
    /// A place on the register.
    Place = "register-place",
    /// A claim form.
    ClaimForm = "claim-form",
    /// A register that was sealed.
    Register = "register",
    /// A pair of records that may be of one person.
    Match = "match",
    /// A search for conflicts of interest.
    ConflictSearch = "conflict-search",
    /// A setting of the matter.
    Setting = "setting",
    /// How far the work on a claimant's file has come.
    Work = "work",
    /// An entry beside a record: a note, a task, correspondence.
    Journal = "journal",
    /// A view that a person keeps.
    View = "view",
    /// What keeps a record.
    Hold = "hold",
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

impl Entry {
    /// The entry as canonical JSON. It is spelt out, because a matter has a million entries and each is hashed.
    pub fn text(&self) -> String {
        let Self { seq, at, actor, op, subject, claimant, detail, change, content } = self;
        let mut text = String::with_capacity(512);
        let out = &mut text;
        put(out, format_args!("{{\"actor\":{{\"id\":\"{}\",\"name\":", actor.id));
        string(&actor.name, out);
        put(out, format_args!("}},\"at\":\"{at}\",\"change\":"));
        digest(change.as_ref(), out);
        match claimant {
            Some(number) => put(out, format_args!(",\"claimant\":{},\"content\":", number.0)),
            None => out.push_str(",\"claimant\":null,\"content\":"),
        }
        digest(content.as_ref(), out);
        out.push_str(",\"detail\":");
        write(detail, out);
        out.push_str(",\"op\":");
        string(op, out);
        put(out, format_args!(",\"seq\":{seq},\"subject\":{{\"id\":"));
        string(&subject.id, out);
        put(out, format_args!(",\"kind\":\"{}\"}}}}", subject.kind.code()));
        text
    }

    /// SHA-256 of the previous entry's hash followed by this entry's text.
    pub fn hash(&self, previous: &Digest) -> Digest {
        Digest(Sha256::new().chain_update(previous.0).chain_update(self.text()).finalize().into())
    }
}

fn put(text: &mut String, part: fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    text.write_fmt(part).ok();
}

fn digest(digest: Option<&Digest>, text: &mut String) {
    match digest {
        Some(digest) => put(text, format_args!("\"{digest}\"")),
        None => text.push_str("null"),
    }
}
