//! ARC (RFC 8617): what each house that passed a message on noted of it, and sealed.

use serde::{Deserialize, Serialize};

use super::{body::Bodies, body::BodyHash, signature::tagged};

/// Sets that are read of one message (RFC 8617 5.1.1.1 allows 50).
const SETS: u32 = 50;

/// One set of ARC headers: results, message signature and seal of the same instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArcSet {
    /// The instance, `i=`; the oldest is 1.
    pub instance: u32,
    /// The domain that sealed it, `d=`.
    pub domain: String,
    /// The selector of its key, `s=`.
    pub selector: String,
    /// When it was sealed, seconds since 1970, `t=`.
    pub sealed_at: Option<i64>,
    /// What the sealer found of the sets before, `cv=`: `none`, `pass` or `fail`.
    pub chain_validation: String,
    /// Whether results, message signature and seal are all there.
    pub complete: bool,
    /// Whether the body is the one that its message signature covers; `None` without such a signature.
    pub body_hash: Option<BodyHash>,
}

/// The ARC sets of a message, oldest first, as far as `budget` bytes of hashing allow.
pub(crate) fn sets(fields: &[&[u8]], bodies: &Bodies<'_>, results: &[u32], budget: &mut u64) -> Vec<ArcSet> {
    let seals = tagged(fields, "arc-seal");
    let signatures = tagged(fields, "arc-message-signature");
    let instance = |text: &str| text.parse::<u32>().ok().filter(|instance| (1..=SETS).contains(instance));
    let mut instances: Vec<u32> =
        seals.iter().chain(&signatures).filter_map(|tags| instance(tags.tag("i"))).collect();
    instances.sort_unstable();
    instances.dedup();
    let of = |instance: u32| {
        let is = instance.to_string();
        let seal = seals.iter().find(|seal| seal.tag("i") == is);
        let signature = signatures.iter().find(|signature| signature.tag("i") == is);
        let tag = |name: &str| {
            seal.map(|seal| seal.tag(name))
                .filter(|value| !value.is_empty())
                .or_else(|| signature.map(|signature| signature.tag(name)))
                .unwrap_or_default()
                .to_owned()
        };
        ArcSet {
            instance,
            domain: tag("d"),
            selector: tag("s"),
            sealed_at: seal.and_then(|seal| seal.time("t")),
            chain_validation: seal.map(|seal| seal.tag("cv").to_ascii_lowercase()).unwrap_or_default(),
            complete: seal.is_some() && signature.is_some() && results.contains(&instance),
            body_hash: signature.map(|signature| bodies.check(signature, false, budget)),
        }
    };
    instances.into_iter().map(of).collect()
}
