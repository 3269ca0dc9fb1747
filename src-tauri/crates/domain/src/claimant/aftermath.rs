//! What passed between the person and the defendant afterwards (`intake.md` 3.1 E).

use serde::{Deserialize, Serialize};

use super::YesNo;
use crate::date::PartialDate;

/// What passed between the person and the defendant afterwards.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Aftermath {
    /// Requests and complaints, to the defendant and to the regulator.
    pub requests: Vec<Request>,
    /// Whether the person had asked for deletion before the incident.
    pub erasure_asked_before: Option<YesNo>,
}

/// One query, request or complaint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What was asked for.
    pub kind: RequestKind,
    /// When it was sent.
    #[serde(default)]
    pub sent: Option<PartialDate>,
    /// Where it was sent to.
    #[serde(default)]
    pub sent_to: String,
    /// A reference, if one was given.
    #[serde(default)]
    pub reference: String,
    /// When it was acknowledged.
    #[serde(default)]
    pub acknowledged: Option<PartialDate>,
    /// Whether it was answered.
    #[serde(default)]
    pub answered: Option<YesNo>,
    /// When it was answered.
    #[serde(default)]
    pub answered_on: Option<PartialDate>,
    /// What came of it, in the person's words.
    #[serde(default)]
    pub outcome: String,
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum RequestKind {
    /// A question to the defendant.
    Query,
    /// Access to one's data (UK GDPR art. 15).
    Access,
    /// Erasure (UK GDPR art. 17).
    Erasure,
    /// A complaint to the controller (DPA 2018 s.164A, in force since 19 June 2026).
    Complaint,
    /// A complaint to the Information Commissioner (DPA 2018 s.165).
    Regulator,
}
