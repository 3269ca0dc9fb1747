//! What people said, beside what was computed.

use joinder_domain::code::Code;
use joinder_domain::overrides::{OverrideAxis, OverrideState, Signature};
use joinder_store::overrides::Kept;
use serde::Serialize;

use crate::profile::{Choice, Choices, label};
use crate::text;

/// What a person said of a claimant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "OverrideView"))]
pub struct View {
    /// Where: on which axis.
    pub axis: OverrideAxis,
    /// The same in words.
    pub axis_label: String,
    /// What: a code of that axis.
    pub code: Code,
    /// Its label.
    pub label: String,
    /// Why.
    pub reason: String,
    /// Who.
    pub by: String,
    /// When, RFC 3339.
    pub at: String,
    /// What was computed then, as labels.
    pub computed: Vec<String>,
    /// Whether it counts.
    pub state: OverrideState,
    /// The answer has changed since, so somebody should look again: set it again, or withdraw it.
    pub fresh_look: bool,
    /// The second person; `null` where there is none.
    pub confirmed: Option<Signed>,
    /// Who ended it; `null` while nobody has.
    pub ended: Option<Signed>,
}

/// Who signed, when and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "OverrideSigned"))]
pub struct Signed {
    /// Who.
    pub by: String,
    /// When, RFC 3339.
    pub at: String,
    /// Why.
    pub reason: String,
}

/// What a person said, in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "OverrideShort"))]
pub struct Short {
    /// Where.
    pub axis: OverrideAxis,
    /// What, as a label.
    pub label: String,
    /// Whether it counts.
    pub state: OverrideState,
    /// The answer has changed since.
    pub fresh_look: bool,
}

/// What was said of one claimant: what counts or waits first, then what has ended, the latest first.
pub(crate) fn views(kept: Vec<Kept>, choices: &Choices) -> Vec<View> {
    let (mut present, mut ended): (Vec<_>, Vec<_>) =
        kept.into_iter().partition(|kept| kept.said.ended().is_none());
    present.sort_by_key(|kept| kept.said.axis());
    ended.reverse();
    present.into_iter().chain(ended).map(|kept| view(kept, choices)).collect()
}

/// What was said of one claimant and was not withdrawn.
pub(crate) fn short(kept: &[Kept], choices: &Choices) -> Vec<Short> {
    let present = kept.iter().filter(|kept| kept.said.ended().is_none());
    let one = |kept: &Kept| Short {
        axis: kept.said.axis(),
        label: said_label(choices, kept.said.axis(), kept.said.code()),
        state: kept.said.state(),
        fresh_look: kept.fresh_look,
    };
    present.map(one).collect()
}

fn view(kept: Kept, choices: &Choices) -> View {
    let said = &kept.said;
    let known = labels(choices, said.axis());
    let signed = |signature: &Signature, reason: &str| Signed {
        by: signature.name.clone(),
        at: signature.at.to_string(),
        reason: reason.to_owned(),
    };
    View {
        axis: said.axis(),
        axis_label: text::text(&format!("move-{}", said.axis().code()), &[]),
        code: said.code().clone(),
        label: said_label(choices, said.axis(), said.code()),
        reason: kept.reason,
        by: said.set().name.clone(),
        at: said.set().at.to_string(),
        computed: kept.computed.iter().map(|code| label(known, code.as_str())).collect(),
        state: said.state(),
        fresh_look: kept.fresh_look && said.ended().is_none(),
        confirmed: said.confirmed().map(|signature| signed(signature, &kept.confirmed_reason)),
        ended: said.ended().map(|signature| signed(signature, &kept.ended_reason)),
    }
}

/// The label of what a person says: of an outcome that is a decision, where the rules only suggest.
fn said_label(choices: &Choices, axis: OverrideAxis, code: &Code) -> String {
    match axis {
        OverrideAxis::Outcome => text::text(&format!("decided-{}", code.as_str()), &[]),
        _ => label(labels(choices, axis), code.as_str()),
    }
}

fn labels(choices: &Choices, axis: OverrideAxis) -> &[Choice] {
    match axis {
        OverrideAxis::Status => &choices.statuses,
        OverrideAxis::Notice => &choices.notices,
        OverrideAxis::Cohort => &choices.cohorts,
        OverrideAxis::Outcome => &choices.outcomes,
    }
}
