//! Wording of the draft statement: formal words only. What happened is said in the claimant's answers.

use super::voice::Voice;
use crate::claimant::{Capacity, Levy, RequestKind, Severity};

pub(super) const TITLE: &str = "Draft witness statement";
pub(super) const FINAL_TITLE: &str = "Witness statement";
pub(super) const NOT_SIGNED: &str = "Not yet signed";
pub(super) const TO_SIGN: &str = "When it is signed";
pub(super) const DATE: &str = "Date: ____________________";
pub(super) const DATE_OPEN: &str = "Date: [day of signing]";
pub(super) const MAKER: &str = "who makes this statement: full name, address and occupation";
pub(super) const DRAFT: &str = "Draft for the claimant to read, correct and complete. It is built only from what the \
    claimant said. It is not evidence until the claimant has signed it. What stands in square brackets is missing.";
pub(super) const KNOWLEDGE: &str = "Before signing, say of each fact whether it is within your own knowledge or a \
    matter of information or belief, and if so from whom or what you have it (PD 32, 18.2).";
pub(super) const CLAIM_NUMBER: &str = "on issue";
pub(super) const COURT: &str = "the court and its division, in the settings of the register";
pub(super) const DEFENDANT: &str = "who is named as defendant, in the settings of the register";
pub(super) const LINE: &str = "____________________";
pub(super) const OWN_WORDS: &str = "I was asked to say in my own words what this did to me. I wrote:";
pub(super) const TICKED: &str = "After that I was shown a list of words and marked these:";
pub(super) const TICKED_FOR: &str = "These words were marked on a list that was shown after that:";
pub(super) const LOST: &str = "These sums of money were spent or lost:";
pub(super) const TIME: &str = "This time was spent:";

/// Statement of truth for a witness statement, as since 6 April 2020 (PD 32, 20.2; law.md 2.6).
pub(super) const TRUTH: &str = "I believe that the facts stated in this witness statement are true. I understand that \
    proceedings for contempt of court may be brought against anyone who makes, or causes to be made, a false statement \
    in a document verified by a statement of truth without an honest belief in its truth.";

/// What stands before and behind a gap.
const GAP: (&str, &str) = ("[To be completed: ", ".]");

/// Something that the statement needs and nobody has said.
pub(super) fn missing(what: &str) -> String {
    format!("{}{what}{}", GAP.0, GAP.1)
}

/// The gaps in a paragraph.
pub(super) fn gaps(text: &str) -> impl Iterator<Item = String> {
    text.split(GAP.0).skip(1).filter_map(|rest| rest.split_once(GAP.1)).map(|(what, _)| what.to_owned())
}

/// How somebody is named whose name the court keeps from the public.
pub(super) fn known_as(cipher: &str) -> String {
    format!("In these proceedings I am known as {cipher}.")
}

/// How whoever acts for a claimant is introduced.
pub(super) fn acts(capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Own => "for whom there acts",
        Capacity::LitigationFriend => "who claims by a litigation friend,",
        Capacity::PersonalRepresentative => "for whose estate there claims, as personal representative,",
        Capacity::Attorney => "for whom there acts, as attorney,",
    }
}

/// Who is to be named for a claimant who does not act alone.
pub(super) fn acting(capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Own => "who acts for the claimant",
        Capacity::LitigationFriend => "the name of the litigation friend",
        Capacity::PersonalRepresentative => "the name of the personal representative",
        Capacity::Attorney => "the name of the attorney",
    }
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
            "The claim is made by a litigation friend (CPR 21). Whoever can speak to the facts makes and signs the \
             statement: say in the record who that is, and correct what that person cannot say.",
        ),
        Capacity::PersonalRepresentative => Some(
            "The claim is made for an estate. The personal representative, or somebody else who knows, makes a \
             statement of what they know: say in the record who that is, and correct what that person cannot say.",
        ),
        Capacity::Attorney => Some(
            "An attorney acts for the claimant, and is not for that reason a litigation friend. Ask a solicitor who \
             makes and signs this statement, and say it in the record.",
        ),
    }
}

pub(super) fn levy(levy: Levy, voice: Voice) -> String {
    let i = voice.i;
    match levy {
        Levy::OptedIn => format!("{i} signed up individually as a supporter through that organisation."),
        Levy::NeverOptedIn => format!("{i} paid the political levy, and never signed up individually."),
        Levy::OptedOut => format!("{i} opted out of the political levy."),
        Levy::DontKnow => {
            let within = voice.i_within;
            voice.unknown(&format!("whether {within} paid the political levy or signed up individually"))
        }
    }
}

/// Without its full stop.
pub(super) fn request(kind: RequestKind, voice: Voice) -> String {
    let (i, my) = (voice.i, voice.my_within);
    match kind {
        RequestKind::Query => format!("{i} put a question to the defendant"),
        RequestKind::Access => format!("{i} asked for access to {my} data (UK GDPR art. 15)"),
        RequestKind::Erasure => format!("{i} asked for {my} data to be erased (UK GDPR art. 17)"),
        RequestKind::Complaint => format!("{i} complained to the controller (DPA 2018 s.164A)"),
        RequestKind::Regulator => format!("{i} complained to the Information Commissioner (DPA 2018 s.165)"),
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
