//! The fields of a record as a reader knows them, and which of them are nobody else's business.

use super::super::{ClaimBundle, Term, answer};
use super::words;
use crate::finding::FactRef;

/// Fields whose findings are for the claimant's own side alone: a former name, why an address is withheld, other
/// firms, conflicts, insolvency.
const PRIVATE: [&str; 7] = [
    "identity.protect_former_names",
    "identity.other_names",
    "identity.national_insurance_number",
    "contact.withhold",
    "contact.safety_rules",
    "consequence.safety",
    "proceedings.",
];

/// Fields that are named, and whose words stand on the information sheet only or nowhere.
const NAMED_ONLY: [&str; 2] = ["identity.date_of_birth", "contact.addresses"];

/// Whether a finding that rests on this field stays out of the bundle.
pub(super) fn is_private(field: &str) -> bool {
    PRIVATE.iter().any(|start| field.starts_with(start)) || field.ends_with("restricted_note")
}

/// "Relationship 2, ended: mid 2020".
pub(super) fn fact_words(input: &ClaimBundle<'_>, fact: &FactRef) -> String {
    let named_only = NAMED_ONLY.iter().any(|start| fact.field.starts_with(start));
    let words = match label(input, fact) {
        _ if named_only || is_private(&fact.field) => words::NOT_PRINTED.to_owned(),
        Some(label) => label,
        None => fact.words.clone(),
    };
    match name(&fact.field) {
        name if name.is_empty() => words,
        name => format!("{name}: {words}"),
    }
}

/// The label of a fact that is a code of the profile.
fn label(input: &ClaimBundle<'_>, fact: &FactRef) -> Option<String> {
    let term = match fact.field.rsplit('.').next()? {
        "kind" if fact.field.starts_with("episodes") => Term::Category,
        "ending" => Term::Ending,
        "payment" => Term::Payment,
        "union" => Term::Union,
        "status_now" => Term::Status,
        _ => return None,
    };
    input.matter.labels.find(term, &fact.words).map(str::to_owned)
}

/// What a field is called on the sheets; the field itself where it has no name there.
fn name(field: &str) -> String {
    if let Some(rest) = field.strip_prefix("episodes") {
        let (place, tail) = rest.rsplit_once('.').unwrap_or((rest, ""));
        let place = place.trim_matches(['[', ']']).parse::<u32>().ok().and_then(|place| place.checked_add(1));
        let whose =
            place.map_or_else(|| "Relationship".to_owned(), |number| format!("Relationship {number}"));
        return match episode(tail) {
            "" => whose,
            what => format!("{whose}, {what}"),
        };
    }
    let known = match field {
        "status_now" => "relationship now",
        "notification.received" => "a notice came",
        "notification.channel" => "how it came",
        "notification.received_at" => "where it came",
        "notification.seen" => "first seen",
        "notification.still_held" => "still in the mailbox",
        "notification.in_spam" => "lay in the spam folder",
        "notification.earlier_notice" => "an earlier notice of another incident came",
        "identity.date_of_birth" => "date of birth",
        "identity.died" => "died",
        "identity.capacity" => "how the claim is made",
        "contact.nation_at_incident" => "nation of residence at the incident",
        "contact.addresses" => "addresses",
        "contact.language" => "preferred language",
        "contact.emails" => "email addresses used",
        "contact.no_email_given" => "never gave an email address",
        "aftermath.requests" => "requests and complaints",
        "aftermath.erasure_asked_before" => "had asked for deletion before the incident",
        "data_held" => "data believed held",
        "consequence.own_words" => "own words",
        "consequence.no_distress" => "says that there was no distress",
        "consequence.descriptors" => "words marked on the list",
        "consequence.treatment" => "treatment",
        "consequence.diagnosis" => "diagnosis",
        "losses" => "money lost",
        "misuse" => "signs of misuse",
        "time_spent" => "time spent",
        other => return other.to_owned(),
    };
    answer::opening(known)
}

fn episode(tail: &str) -> &str {
    match tail {
        "kind" => "what it was",
        "start" => "began",
        "end" => "ended",
        "ongoing" => "still going on",
        "ending" => "how it ended",
        "suspended" => "suspended",
        "suspension_lifted" => "suspension lifted",
        "payment" => "how dues were paid",
        "last_payment" => "last payment",
        "arrears_reminder" => "a reminder of unpaid dues came",
        "membership_number" => "membership number",
        "union" => "affiliated organisation",
        "levy" => "political levy",
        other => other,
    }
}
