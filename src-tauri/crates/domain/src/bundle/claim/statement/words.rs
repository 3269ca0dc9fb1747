//! Wording of the draft statement: formal words only. What happened is said in the claimant's answers.

use crate::claimant::{Capacity, Levy, RequestKind, Severity};

pub(super) const TITLE: &str = "Draft witness statement";
pub(super) const DRAFT: &str = "Draft for the claimant to read, correct and complete. It is built only from what the \
    claimant said. It is not evidence until the claimant has signed it. What stands in square brackets is missing.";
pub(super) const KNOWLEDGE: &str = "Before signing, say of each fact whether it is within your own knowledge or a \
    matter of information or belief, and if so from whom or what you have it (PD 32, 18.2).";
pub(super) const CLAIM_NUMBER: &str = "Claim No. [to be completed on issue]";
pub(super) const OWN_WORDS: &str = "I was asked to say in my own words what this did to me. I wrote:";
pub(super) const TICKED: &str = "After that I was shown a list of words and marked these:";
pub(super) const HELD: &str = "I believe that the defendant held these kinds of data about me:";
pub(super) const LOST: &str = "I spent or lost these sums of money:";
pub(super) const TIME: &str = "I spent this time:";

/// Statement of truth for a witness statement, as since 6 April 2020 (PD 32, 20.2; law.md 2.6).
pub(super) const TRUTH: &str = "I believe that the facts stated in this witness statement are true. I understand that \
    proceedings for contempt of court may be brought against anyone who makes, or causes to be made, a false statement \
    in a document verified by a statement of truth without an honest belief in its truth.";

/// Something that the statement needs and nobody has said.
pub(super) fn missing(what: &str) -> String {
    format!("[To be completed: {what}.]")
}

pub(super) fn language(language: &str) -> String {
    format!(
        "The claimant’s preferred language is {language}. A statement is made in the witness’s own language, and a \
         certified translation is filed with it (PD 32, 18.1 and 23.2)."
    )
}

/// What the draft cannot say for a claimant who does not act alone; `None` where it can.
pub(super) fn acted_for(capacity: Capacity) -> Option<&'static str> {
    match capacity {
        Capacity::Own => None,
        Capacity::LitigationFriend => Some(
            "The claim is made by a litigation friend (CPR 21). This draft is in the claimant’s voice: whoever can \
             speak to the facts makes and signs the statement.",
        ),
        Capacity::PersonalRepresentative => Some(
            "The claim is made for an estate. This draft is in the voice of the person who died: the personal \
             representative makes a statement of what they know.",
        ),
        Capacity::Attorney => Some(
            "An attorney acts for the claimant, and is not by that a litigation friend. Ask a solicitor who makes and \
             signs this statement.",
        ),
    }
}

pub(super) fn levy(levy: Levy) -> &'static str {
    match levy {
        Levy::OptedIn => "I signed up individually as a supporter through that organisation.",
        Levy::NeverOptedIn => "I paid the political levy, and never signed up individually.",
        Levy::OptedOut => "I opted out of the political levy.",
        Levy::DontKnow => "I do not know whether I paid the political levy or signed up individually.",
    }
}

pub(super) fn request(kind: RequestKind) -> &'static str {
    match kind {
        RequestKind::Query => "I put a question to the defendant.",
        RequestKind::Access => "I asked for access to my data (UK GDPR art. 15).",
        RequestKind::Erasure => "I asked for my data to be erased (UK GDPR art. 17).",
        RequestKind::Complaint => "I complained to the controller (DPA 2018 s.164A).",
        RequestKind::Regulator => "I complained to the Information Commissioner (DPA 2018 s.165).",
    }
}

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::None => "Not at all",
        Severity::Mild => "Mild",
        Severity::Moderate => "Moderate",
        Severity::Severe => "Severe",
    }
}
