//! The fields of a record that a finding rests on, with their words.

use crate::claimant::{Claimant, Episode, YesNo};
use crate::date::PartialDate;
use crate::finding::FactRef;
use crate::rules::Fact;
use crate::rules::bits::Bits;

fn push(out: &mut Vec<FactRef>, field: String, words: &str) {
    if !words.trim().is_empty() {
        out.push(FactRef { field, words: words.to_owned() });
    }
}

fn push_date(out: &mut Vec<FactRef>, field: String, date: Option<&PartialDate>) {
    if let Some(date) = date {
        out.push(FactRef { field, words: date.words() });
    }
}

/// What an episode says of itself.
pub(super) fn episode(at: usize, episode: &Episode) -> Vec<FactRef> {
    let mut out = Vec::with_capacity(6);
    let field = |name: &str| format!("episodes[{at}].{name}");
    push(&mut out, field("kind"), episode.kind.as_str());
    push_date(&mut out, field("start"), episode.start.as_ref());
    push_date(&mut out, field("end"), episode.end.as_ref());
    if episode.ongoing {
        push(&mut out, field("ongoing"), "yes");
    }
    push(&mut out, field("ending"), episode.ending.as_ref().map_or("", |ending| ending.as_str()));
    push_date(&mut out, field("last_payment"), episode.last_payment.as_ref());
    push_date(&mut out, field("suspended"), episode.suspended.as_ref());
    push(&mut out, field("union"), &episode.union);
    out
}

fn answer(answer: Option<YesNo>) -> &'static str {
    match answer {
        Some(YesNo::Yes) => "yes",
        Some(YesNo::No) => "no",
        Some(YesNo::DontKnow) => "don't know",
        None => "",
    }
}

/// The fields behind facts that are not about episodes. Texts that may be sensitive are named, not quoted.
pub(super) fn facts(facts: Bits, claimant: &Claimant) -> Vec<FactRef> {
    let mut out = Vec::new();
    for fact in facts.iter().filter_map(|at| Fact::ALL.get(at)) {
        let Some(field) = field_of(*fact) else { continue };
        let words = match fact {
            Fact::SaysReceived | Fact::SaysNotReceived => answer(claimant.notification.received),
            Fact::EarlierNotice => answer(claimant.notification.earlier_notice),
            Fact::InSpam => answer(claimant.notification.in_spam),
            Fact::NoticeNotHeld => answer(claimant.notification.still_held),
            Fact::OtherFirm => answer(claimant.proceedings.other_firm),
            Fact::EarlierClaim => answer(claimant.proceedings.earlier_claim),
            other => other.words(),
        };
        push(&mut out, field.to_owned(), words);
    }
    out
}

/// The first field that a set of facts is about.
pub(super) fn field(facts: Bits) -> Option<&'static str> {
    facts.iter().filter_map(|at| Fact::ALL.get(at)).find_map(|fact| field_of(*fact))
}

/// The field that a fact is about; none for facts of several.
pub(crate) fn field_of(fact: Fact) -> Option<&'static str> {
    Some(match fact {
        Fact::SaysReceived | Fact::SaysNotReceived => "notification.received",
        Fact::ToldByThirdPerson => "notification.channel",
        Fact::EarlierNotice => "notification.earlier_notice",
        Fact::InSpam => "notification.in_spam",
        Fact::NoticeNotHeld => "notification.still_held",
        Fact::StartDecides | Fact::JoinedAfter => "episodes.start",
        Fact::EndDecides | Fact::LapseDatesDiffer | Fact::OngoingEnded => "episodes.end",
        Fact::PaymentDecides => "episodes.last_payment",
        Fact::EndingDecides => "episodes.ending",
        Fact::SuspensionDecides => "episodes.suspended",
        Fact::KindOpen | Fact::NoEpisodes => "episodes.kind",
        Fact::LevyOpen | Fact::LevyOptedOut => "episodes.levy",
        Fact::UnionOpen | Fact::UnionNeverAffiliated => "episodes.union",
        Fact::NoReminder => "episodes.arrears_reminder",
        Fact::MembershipNumber => "episodes.membership_number",
        Fact::StatusNowDiffers => "status_now",
        Fact::MinorAtIncident | Fact::MinorNow | Fact::JoinedAsChild => "identity.date_of_birth",
        Fact::DiedBefore | Fact::DiedAfter | Fact::DiedMaybeBefore => "identity.died",
        Fact::ActedFor | Fact::Estate => "identity.capacity",
        Fact::FormerNamesProtected => "identity.protect_former_names",
        Fact::LivedInScotland | Fact::LivedInNorthernIreland | Fact::LivedAbroad | Fact::NationOpen => {
            "contact.nation_at_incident"
        }
        Fact::AbroadNow => "contact.addresses",
        Fact::OtherLanguage => "contact.language",
        Fact::MailboxShared
        | Fact::MailboxSharedInGroup
        | Fact::WorkMailbox
        | Fact::MailboxLost
        | Fact::UniqueAddress => "contact.emails",
        Fact::NoEmailGiven => "contact.no_email_given",
        Fact::WithholdAddress => "contact.withhold_address",
        Fact::SafetyConcern => "consequence.safety",
        Fact::AccessAsked | Fact::AccessUnanswered | Fact::ErasureAsked | Fact::QueryUnanswered => {
            "aftermath.requests"
        }
        Fact::ErasureBefore => "aftermath.erasure_asked_before",
        Fact::HeldShown | Fact::HeldShownUnanswered => "data_held",
        Fact::NoDistress => "consequence.no_distress",
        Fact::DistressDescribed => "consequence.descriptors",
        Fact::Treated => "consequence.treatment",
        Fact::Diagnosed => "consequence.diagnosis",
        Fact::MoneyLost => "losses",
        Fact::MisuseReported => "misuse",
        Fact::TimeOverLimit => "time_spent",
        Fact::SimilarWords => "consequence.own_words",
        Fact::OtherFirm => "proceedings.other_firm",
        Fact::EarlierClaim => "proceedings.earlier_claim",
        Fact::Insolvent => "proceedings.insolvent",
        Fact::ConflictStated => "proceedings.conflicts",
        _ => return None,
    })
}
