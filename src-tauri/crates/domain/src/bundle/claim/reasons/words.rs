//! Wording of the classification with reasons.

use crate::classification::Until;
use crate::finding::Severity;

pub(super) const TITLE: &str = "Classification with reasons";
pub(super) const SUGGESTION: &str = "This classification was worked out by the rule set named below from what the \
    claimant said and from the evidence in this bundle. It is a suggestion. It decides nothing, and nobody is accepted \
    or declined by it: a person decides.";
pub(super) const OWN_SIDE: &str = "This is a working paper of the claimant’s own side, and may be privileged. Ask a \
    solicitor before it is shown to anybody else. Findings on former names, safety and other firms are left out of it; \
    why an outcome is suggested may touch on them.";
pub(super) const LEFT_OUT_TITLE: &str = "Working paper, not in the public version";
pub(super) const LEFT_OUT: &str =
    "A paper of the claimant’s own side stands here in its draft. Nobody else reads it.";
pub(super) const SAME: &str = "As on the day of the incident.";
pub(super) const NO_OVERRIDE: &str = "No person has put another answer in place of it.";
pub(super) const OPEN: &str =
    "More than one answer is possible, because what is known does not exclude the others.";
pub(super) const REVIEW: &str = " A person should look at it all the same.";
pub(super) const EVIDENCE: &str = "The exhibits as evidence of the notice";
pub(super) const SHOWS: &str = "What it shows";
pub(super) const DOES_NOT_SHOW: &str = "What it does not show";
pub(super) const ALSO: &str = "Also noted";
pub(super) const FEATURES: &str = "Features of the notice that were looked for";
pub(super) const WEAKER: &str =
    "A missing feature, or a weak item, does not by itself mean that it is false.";
pub(super) const NO_FINDINGS: &str = "Nothing was found that needs a remark.";
pub(super) const NONE: &str = "None";
pub(super) const NOT_EXHIBITED: &str = "evidence that is not in this bundle";
pub(super) const NOT_PRINTED: &str = "recorded, and not printed here";

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "Good to know",
        Severity::Note => "Worth a look",
        Severity::Warning => "Should be looked at",
        Severity::Blocking => "To be resolved before issue",
    }
}

pub(super) fn until(until: Until) -> &'static str {
    match until {
        Until::Notice => "Between the incident and the notice",
        Until::Today => "After the notice",
    }
}
