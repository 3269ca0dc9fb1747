//! What is worth knowing about a signature or a key beside whether it matches (RFC 6376 3.5, 3.6.1, 6.1).

use std::{cmp::Ordering, collections::BTreeMap};

use serde::{Deserialize, Serialize};

use super::{key::KeyTags, signature::Signature};
use crate::mail::{name_bytes, organisation};

/// RSA keys shorter than this many bits should not be relied on (RFC 8301 3.2).
const SHORT: u32 = 1_024;

/// One thing worth knowing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DkimNote {
    /// Which, stable.
    pub code: NoteCode,
    /// In words.
    pub text: String,
}

macro_rules! notes {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal,)+) => {
        /// Kinds of notes on signatures and keys.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum NoteCode {
            $($(#[doc = $doc])+ $name,)+
        }

        impl NoteCode {
            /// The code as it is written in facts.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }
        }
    };
}

notes! {
    /// The version is missing or not 1.
    Version = "version",
    /// A tag that every signature needs is missing.
    TagMissing = "tag-missing",
    /// A tag stands there twice.
    TagRepeated = "tag-repeated",
    /// The sender's address is not signed.
    FromNotSigned = "from-not-signed",
    /// There are more `From` lines than were signed.
    FromAdded = "from-added",
    /// The signature had ended when the message was taken in.
    Expired = "expired",
    /// It ends before it begins.
    Times = "times",
    /// The signer's identity is not of the signing domain.
    Identity = "identity",
    /// Headers were signed as absent, so that none could be added.
    Oversigned = "oversigned",
    /// Only a part of the body was signed.
    PartOfBody = "part-of-body",
    /// The subject is not signed.
    SubjectNotSigned = "subject-not-signed",
    /// SHA-1 is weak.
    WeakHash = "weak-hash",
    /// The signing domain is not that of the sender's address.
    OtherDomain = "other-domain",
    /// The key is short.
    ShortKey = "short-key",
    /// The domain was only testing.
    Testing = "testing",
    /// The key is not for this use.
    KeyUse = "key-use",
}

/// What the message around a signature says.
pub(crate) struct Around<'m> {
    /// How often each header stands in the message, by its name.
    headers: BTreeMap<Name<'m>, usize>,
    /// The domain of the sender's address.
    pub(crate) from_domain: Option<String>,
    /// When it was taken in, seconds since 1970.
    pub(crate) arrived: Option<i64>,
}

/// A header's name, which has no letter case.
#[derive(Clone, Copy)]
struct Name<'m>(&'m [u8]);

impl Name<'_> {
    fn letters(&self) -> impl Iterator<Item = u8> {
        self.0.iter().map(u8::to_ascii_lowercase)
    }
}

impl PartialEq for Name<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(other.0)
    }
}

impl Eq for Name<'_> {}

impl PartialOrd for Name<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Name<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.letters().cmp(other.letters())
    }
}

impl<'m> Around<'m> {
    pub(super) fn count(&mut self, fields: &[&'m [u8]]) {
        for field in fields {
            *self.headers.entry(Name(name_bytes(field))).or_default() += 1;
        }
    }

    /// Whether it came through a mailing list, as far as its headers say; once they are counted.
    pub(super) fn is_listed(&self) -> bool {
        let of_list =
            |name: &Name<'_>| name.0.get(..5).is_some_and(|start| start.eq_ignore_ascii_case(b"list-"));
        self.headers("mailing-list") > 0 || self.headers.keys().any(of_list)
    }

    pub(crate) fn new(from_domain: Option<String>, arrived: Option<i64>) -> Self {
        Self { headers: BTreeMap::new(), from_domain, arrived }
    }

    fn headers(&self, name: &str) -> usize {
        self.headers.get(&Name(name.as_bytes())).copied().unwrap_or_default()
    }
}

/// Notes on one signature of a message.
pub(super) fn on_signature(around: &Around<'_>, signature: &Signature<'_>) -> Vec<DkimNote> {
    let mut notes = Vec::new();
    let mut say = |code, text: String| notes.push(DkimNote { code, text });
    if signature.tag("v") != "1" {
        say(NoteCode::Version, "The signature does not say that it is of version 1.".to_owned());
    }
    for tag in ["a", "b", "bh", "d", "h", "s"] {
        if signature.tag(tag).is_empty() {
            say(NoteCode::TagMissing, format!("The signature has no {tag}=, which every signature needs."));
        }
    }
    if let Some(tag) = signature.repeated() {
        say(
            NoteCode::TagRepeated,
            format!("The tag {tag}= stands in the signature twice; the first was read."),
        );
    }
    let signed = signature.signed_headers();
    let count = |name: &str| signed.iter().filter(|signed| *signed == name).count();
    if count("from") == 0 {
        say(
            NoteCode::FromNotSigned,
            "The sender's address is not among the signed headers (h=): the signature does not vouch for it."
                .to_owned(),
        );
    } else if around.headers("from") > count("from") {
        say(
            NoteCode::FromAdded,
            "There are more From lines than were signed: one may have been added later.".to_owned(),
        );
    }
    if count("subject") == 0 && around.headers("subject") > 0 {
        say(NoteCode::SubjectNotSigned, "The subject is not among the signed headers.".to_owned());
    }
    let mut over: Vec<&str> =
        signed.iter().map(String::as_str).filter(|name| count(name) > around.headers(name)).collect();
    over.sort_unstable();
    over.dedup();
    if !over.is_empty() {
        say(
            NoteCode::Oversigned,
            format!(
                "The signature also covers that there is no further {}: a good practice that keeps lines from being added.",
                over.join(", ")
            ),
        );
    }
    let (domain, identity) =
        (signature.tag("d").to_ascii_lowercase(), signature.tag("i").to_ascii_lowercase());
    if let Some((_, of)) = identity.rsplit_once('@')
        && of != domain
        && !of.ends_with(&format!(".{domain}"))
    {
        say(
            NoteCode::Identity,
            "The identity (i=) is not of the signing domain (d=): receivers reject such a signature."
                .to_owned(),
        );
    }
    let (begins, ends) = (signature.time("t"), signature.time("x"));
    if begins.zip(ends).is_some_and(|(begins, ends)| ends <= begins) {
        say(NoteCode::Times, "The signature ends (x=) before it begins (t=).".to_owned());
    } else if ends.zip(around.arrived).is_some_and(|(ends, arrived)| arrived > ends) {
        say(NoteCode::Expired, "The signature had ended (x=) when the message was taken in.".to_owned());
    }
    if let Some(length) = signature.body_length() {
        say(
            NoteCode::PartOfBody,
            format!(
                "Only the first {length} bytes of the body were signed (l=): what stands after them is not vouched for."
            ),
        );
    }
    if signature.algorithm().ends_with("sha1") {
        say(
            NoteCode::WeakHash,
            "It was made with SHA-1, which has been weak since 2018 (RFC 8301).".to_owned(),
        );
    }
    let stranger = |from: &&str| !domain.is_empty() && organisation(from) != organisation(&domain);
    if let Some(from) = around.from_domain.as_deref().filter(stranger) {
        say(
            NoteCode::OtherDomain,
            format!(
                "It was made by {domain}, and the sender's address is of {from}: a sending service, or somebody else."
            ),
        );
    }
    notes
}

/// Notes on a key that was used for a signature.
pub(super) fn on_key(key: &KeyTags<'_>, signature: &Signature<'_>, bits: u32) -> Vec<DkimNote> {
    let mut notes = Vec::new();
    let mut say = |code, text: String| notes.push(DkimNote { code, text });
    if signature.algorithm().starts_with("rsa") && bits < SHORT {
        say(NoteCode::ShortKey, format!("The key has {bits} bits, which is too short to be relied on."));
    }
    let has = |tag: &str, value: &str| {
        key.get(tag).is_some_and(|list| list.split(':').any(|one| one.eq_ignore_ascii_case(value)))
    };
    if has("t", "y") {
        say(NoteCode::Testing, "The domain said that it was only testing (t=y).".to_owned());
    }
    let (domain, identity) =
        (signature.tag("d").to_ascii_lowercase(), signature.tag("i").to_ascii_lowercase());
    if has("t", "s") && identity.rsplit_once('@').is_some_and(|(_, of)| of != domain) {
        say(NoteCode::KeyUse, "The key may not be used for names below its domain (t=s).".to_owned());
    }
    let hash = signature.algorithm().rsplit('-').next().unwrap_or_default().to_owned();
    if key.get("h").is_some_and(|list| !list.is_empty()) && !has("h", &hash) {
        say(NoteCode::KeyUse, format!("The key is not for {hash} (h=)."));
    }
    if key.get("s").is_some_and(|list| !list.is_empty()) && !has("s", "email") && !has("s", "*") {
        say(NoteCode::KeyUse, "The key is not for email (s=).".to_owned());
    }
    notes
}
