//! What was answered to a question, one line for each thing that was said.

use joinder_domain::claimant::{Claimant, Episode, YesNo};
use joinder_domain::date::PartialDate;

use crate::profile::{Choice, Choices, label};
use crate::text::{find, text};

/// The lines of the answer to the question with this code; none where nothing was said.
pub(crate) fn lines(code: &str, claimant: &Claimant, choices: &Choices) -> Vec<String> {
    let Claimant { identity, contact, notification, consequence, proceedings, .. } = claimant;
    let label = |list: &[Choice], code: &str| if code.is_empty() { String::new() } else { label(list, code) };
    match code {
        "name" => said([identity.full_name(), identity.preferred_name.clone()]),
        "capacity" => said([coded("reg-capacity", identity.capacity)]),
        "acting" => said([identity.acted_for_by.clone(), named("reg-died", &when(identity.died.as_ref()))]),
        "other-names" if identity.no_other_names => vec![text("reg-a-none", &[])],
        "other-names" => said(identity.other_names.iter().map(|other| other.name.clone())),
        "birth" => said(identity.date_of_birth.map(|day| day.strftime("%-d %B %Y").to_string())),
        "emails" => {
            let given = contact.emails.iter().map(|email| {
                let only = email.only_for_defendant == Some(YesNo::Yes);
                format!("{}{}", email.address, if only { text("reg-a-only", &[]) } else { String::new() })
            });
            said(given.chain(named_answer("reg-f-email-never-given", contact.no_email_given)))
        }
        "phone" => said([contact.mobile.clone(), contact.landline.clone()]),
        "address" => said(contact.addresses.iter().map(|address| {
            let parts = address.lines.iter().chain([&address.postcode, &address.country]);
            parts.filter(|part| !part.trim().is_empty()).cloned().collect::<Vec<_>>().join("\n")
        })),
        "safety" => {
            said(contact.safety_rules.iter().cloned().chain([coded("reg-preferred", contact.preferred)]))
        }
        "hide" => {
            let hidden = if contact.withhold_address { text("reg-withhold", &[]) } else { String::new() };
            said([hidden, contact.withhold_reason.clone()])
        }
        "needs" => said(
            [contact.language.clone(), contact.accessibility.clone()]
                .into_iter()
                .chain(named_answer("reg-interpreter", contact.interpreter)),
        ),
        "nation" => said([label(&choices.nations, &code_of(contact.nation_at_incident))]),
        "episodes" => said(claimant.episodes.iter().map(|one| episode(one, choices))),
        "now" => said(claimant.status_now.iter().map(|code| label(&choices.statuses, code.as_str()))),
        "roles" => said(claimant.roles.iter().map(|code| label(&choices.roles, code.as_str()))),
        "data" => said(claimant.data_held.iter().map(|held| label(&choices.data_kinds, held.kind.as_str()))),
        "told" => said(named_answer("reg-told", notification.received)),
        "told-how" => said(
            [
                label(&choices.channels, &code_of(notification.channel)),
                notification.received_at.clone(),
                when(notification.seen.as_ref()),
                notification.follow_up.clone(),
            ]
            .into_iter()
            .chain(named_answer("reg-f-notice-still-held", notification.still_held))
            .chain(named_answer("reg-f-notice-in-spam", notification.in_spam)),
        ),
        "earlier" => said(named_answer("reg-earlier", notification.earlier_notice)),
        "asked" => said(
            claimant
                .aftermath
                .requests
                .iter()
                .map(|one| {
                    let parts =
                        [coded("reg-asked", Some(one.kind)), when(one.sent.as_ref()), one.outcome.clone()];
                    said(parts).join("\n")
                })
                .chain(named_answer("reg-asked-before", claimant.aftermath.erasure_asked_before)),
        ),
        "words" => said([consequence.own_words.clone()]),
        "fear" => said([consequence.fear.clone(), consequence.safety.clone()]),
        "descriptors" => said(consequence.descriptors.iter().map(|one| {
            let kind = label(&choices.descriptors, one.kind.as_str());
            format!("{kind}: {}", coded("reg-felt", Some(one.severity)))
        })),
        "diagnosis" => said(
            named_answer("reg-diagnosis", consequence.diagnosis)
                .into_iter()
                .chain([consequence.treatment.clone()]),
        ),
        "misuse" => said(claimant.misuse.iter().map(|one| {
            let kind = label(&choices.misuses, one.kind.as_str());
            said([kind, when(one.when.as_ref()), one.description.clone(), one.reference.clone()]).join("\n")
        })),
        "money" => said(claimant.losses.iter().map(|one| {
            let back = one.recouped.map(|back| named("reg-f-loss-recouped", &format!("£{back}")));
            let head = label(&choices.heads, one.head.as_str());
            let parts = [head, format!("£{}", one.amount), one.payee.clone(), when(one.when.as_ref())];
            said(parts.into_iter().chain(back).chain([one.no_document_reason.clone()])).join("\n")
        })),
        "time" => said(claimant.time_spent.iter().map(|one| {
            let minutes = text("reg-a-minutes", &[("count", &one.minutes.to_string())]);
            said([one.description.clone(), minutes, when(one.when.as_ref())]).join("\n")
        })),
        "other-firm" => {
            let firm =
                proceedings.firm.iter().flat_map(|firm| [firm.name.clone(), when(firm.instructed.as_ref())]);
            said(named_answer("reg-other-firm", proceedings.other_firm).into_iter().chain(firm))
        }
        "earlier-claim" => said(
            named_answer("reg-earlier-claim", proceedings.earlier_claim)
                .into_iter()
                .chain([proceedings.conflicts.clone()]),
        ),
        _ => Vec::new(),
    }
}

fn episode(one: &Episode, choices: &Choices) -> String {
    let end = if one.ongoing { text("reg-f-episode-ongoing", &[]) } else { when(one.end.as_ref()) };
    let ending = one.ending.as_ref().map(|code| label(&choices.endings, code.as_str()));
    let parts = [
        label(&choices.categories, one.kind.as_str()),
        named("reg-f-episode-start", &when(one.start.as_ref())),
        named("reg-f-episode-end", &end),
        ending.unwrap_or_default(),
        named("reg-f-membership-number", &one.membership_number),
    ];
    said(parts).join("\n")
}

fn said(lines: impl IntoIterator<Item = String>) -> Vec<String> {
    lines.into_iter().filter(|line| !line.trim().is_empty()).collect()
}

fn when(date: Option<&PartialDate>) -> String {
    date.map(|date| date.text.clone()).unwrap_or_default()
}

/// A label before what was said; nothing where nothing was.
fn named(key: &str, what: &str) -> String {
    if what.is_empty() { String::new() } else { format!("{}: {what}", text(key, &[])) }
}

fn named_answer(key: &str, answer: Option<YesNo>) -> Option<String> {
    let answer = match answer? {
        YesNo::Yes => "reg-a-yes",
        YesNo::No => "reg-a-no",
        YesNo::DontKnow => "reg-a-dont-know",
    };
    Some(format!("{} {}", text(key, &[]), text(answer, &[])))
}

/// The words for a value that is written as a code.
fn coded<T: serde::Serialize>(key: &str, value: Option<T>) -> String {
    let code = code_of(value);
    if code.is_empty() {
        return code;
    }
    find(&format!("{key}-{code}"), &crate::text::Values::new()).unwrap_or(code)
}

fn code_of<T: serde::Serialize>(value: Option<T>) -> String {
    let code = value.and_then(|value| serde_json::to_value(value).ok());
    code.and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default()
}
