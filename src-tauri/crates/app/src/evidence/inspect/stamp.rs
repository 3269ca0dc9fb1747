//! What providers stamped on a message, and which of it can be believed.

use joinder_evidence::{ArcSet, Message};
use serde::Serialize;

use super::signature::body_hash;
use super::{BodyHashReport, InspectedDate};

/// What one house that passed the message on noted and sealed (ARC).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedArc {
    /// Its number, `i=`; the oldest is 1.
    pub instance: u32,
    /// The domain that sealed it.
    pub domain: String,
    /// The selector of its key.
    pub selector: String,
    /// When it was sealed; `null` when it does not say.
    pub sealed_at: Option<InspectedDate>,
    /// What the sealer found of the sets before: `none`, `pass` or `fail`.
    pub chain_validation: String,
    /// Whether results, message signature and seal are all there.
    pub complete: bool,
    /// Whether the body is the one that was there when it was sealed; `null` when that was not signed.
    pub body_hash: Option<BodyHashReport>,
}

pub(super) fn arc(message: &Message) -> Vec<InspectedArc> {
    let one = |set: &ArcSet| InspectedArc {
        instance: set.instance,
        domain: set.domain.clone(),
        selector: set.selector.clone(),
        sealed_at: set
            .sealed_at
            .map(|at| InspectedDate::seconds(format!("ARC-Seal {} t=", set.instance), at)),
        chain_validation: set.chain_validation.clone(),
        complete: set.complete,
        body_hash: set.body_hash.as_ref().map(body_hash),
    };
    message.arc.iter().map(one).collect()
}

/// One `Authentication-Results` or `ARC-Authentication-Results` header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedStamp {
    /// The server that vouches for the results; empty when none is named.
    pub server: String,
    /// The instance of an ARC header; `null` for a plain one.
    pub arc_instance: Option<u32>,
    /// The recipient's own provider stamped it when the message arrived.
    pub by_own_provider: bool,
    /// Why, in words.
    pub reason: String,
    /// Results, method by method.
    pub results: Vec<InspectedMethod>,
    /// The header as written, on one line.
    pub raw: String,
}

/// One method's result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedMethod {
    /// `spf`, `dkim`, `dmarc` and the like.
    pub method: String,
    /// `pass`, `fail`, `none` and the like.
    pub result: String,
    /// Further properties, such as `header.d=party.example`.
    pub properties: Vec<String>,
}

pub(super) fn stamps(message: &Message) -> Vec<InspectedStamp> {
    let judged = message.judge_stamps();
    let one =
        |(stamp, judged): (&joinder_evidence::AuthenticationResults, joinder_evidence::StampJudgement)| {
            InspectedStamp {
                server: stamp.authserv_id.clone(),
                arc_instance: stamp.arc_instance,
                by_own_provider: judged.by_own_provider,
                reason: judged.reason,
                results: stamp
                    .results
                    .iter()
                    .map(|result| InspectedMethod {
                        method: result.method.clone(),
                        result: result.result.clone(),
                        properties: result
                            .properties
                            .iter()
                            .map(|(key, value)| format!("{key}={value}"))
                            .collect(),
                    })
                    .collect(),
                raw: stamp.raw.clone(),
            }
        };
    message.authentication_results.iter().zip(judged).map(one).collect()
}
