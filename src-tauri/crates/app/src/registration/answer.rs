//! What was answered to a question, one line for each thing that was said.

use joinder_domain::claimant::{
    Address, Claimant, EmailAddress, Episode, OtherFirm, OtherName, Request, YesNo,
};
use joinder_domain::date::PartialDate;

use super::question::facts;
use crate::app::OpenMatter;
use crate::profile::{Choice, Choices, label};
use crate::text::{find, text};

/// The lines of the answer to the question with this code; none where nothing was said. Everything that its page asks for is
/// in them: they are what is signed, kept as a copy, and looked at by the firm.
pub(crate) fn lines(code: &str, claimant: &Claimant, open: &OpenMatter) -> Vec<String> {
    let choices = &open.choices;
    let Claimant { identity, contact, notification, consequence, proceedings, .. } = claimant;
    let label = |list: &[Choice], code: &str| if code.is_empty() { String::new() } else { label(list, code) };
    match code {
        "name" => said([identity.full_name(), identity.preferred_name.clone()]),
        "capacity" => said([coded("reg-capacity", identity.capacity)]),
        "acting" => said([identity.acted_for_by.clone(), named("reg-died", &when(identity.died.as_ref()))]),
        "other-names" => {
            let none = ticked("reg-a-none", identity.no_other_names);
            let protect = ticked("reg-f-protect-former-names", identity.protect_former_names);
            said([none].into_iter().chain(identity.other_names.iter().map(other_name)).chain([protect]))
        }
        "birth" => said(identity.date_of_birth.map(|day| day.strftime("%-d %B %Y").to_string())),
        "emails" => {
            let never = named_answer("reg-f-email-never-given", contact.no_email_given);
            said(contact.emails.iter().map(email).chain(never))
        }
        "phone" => said([contact.mobile.clone(), contact.landline.clone()]),
        "address" => said(contact.addresses.iter().map(address)),
        "safety" => {
            said(contact.safety_rules.iter().cloned().chain([coded("reg-preferred", contact.preferred)]))
        }
        "hide" => said([ticked("reg-withhold", contact.withhold_address), contact.withhold_reason.clone()]),
        "needs" => said(
            [contact.language.clone(), contact.accessibility.clone()]
                .into_iter()
                .chain(named_answer("reg-interpreter", contact.interpreter)),
        ),
        "nation" => said([label(&choices.nations, &code_of(contact.nation_at_incident))]),
        "episodes" => said(claimant.episodes.iter().map(|one| episode(one, choices))),
        "now" => said(claimant.status_now.iter().map(|code| label(&choices.statuses, code.as_str()))),
        "roles" => said(claimant.roles.iter().map(|code| label(&choices.roles, code.as_str()))),
        "data" => said(claimant.data_held.iter().map(|held| {
            let basis = named("reg-a-basis", &coded("reg-a-basis", held.basis));
            said([label(&choices.data_kinds, held.kind.as_str()), basis]).join("\n")
        })),
        "told" => said(named_answer("reg-told", notification.received)),
        "told-how" => said(
            [
                label(&choices.channels, &code_of(notification.channel)),
                named("reg-f-notice-received-at", &notification.received_at),
                named("reg-f-notice-seen", &when(notification.seen.as_ref())),
                named("reg-f-notice-follow-up", &notification.follow_up),
            ]
            .into_iter()
            .chain(named_answer("reg-f-notice-still-held", notification.still_held))
            .chain(named_answer("reg-f-notice-in-spam", notification.in_spam)),
        ),
        "earlier" => said(named_answer("reg-earlier", notification.earlier_notice)),
        "asked" => {
            let before = claimant.aftermath.erasure_asked_before.map(|answer| {
                let facts = facts(&open.profile);
                let facts: Vec<(&str, &str)> =
                    facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
                format!("{} {}", text("reg-asked-before", &facts), yes_no(answer))
            });
            said(claimant.aftermath.requests.iter().map(request).chain(before))
        }
        "words" => said([consequence.own_words.clone()]),
        "fear" => said([
            consequence.fear.clone(),
            named("reg-safety", &consequence.safety),
            named("reg-a-others-know", &consequence.others_know),
        ]),
        "descriptors" => said(consequence.descriptors.iter().map(|one| {
            let kind = label(&choices.descriptors, one.kind.as_str());
            let felt = format!("{kind}: {}", coded("reg-felt", Some(one.severity)));
            let first = named("reg-a-first-felt", &when(one.first_felt.as_ref()));
            let lasted = named("reg-a-lasted", &one.lasted);
            said([felt, first, lasted].into_iter().chain(named_answer("reg-a-still", one.still))).join("\n")
        })),
        "diagnosis" => said(named_answer("reg-diagnosis", consequence.diagnosis).into_iter().chain([
            named("reg-treatment", &consequence.treatment),
            named("reg-a-medication", &consequence.medication),
            named("reg-a-vulnerability", &consequence.vulnerability),
        ])),
        "misuse" => said(claimant.misuse.iter().map(|one| {
            let kind = label(&choices.misuses, one.kind.as_str());
            let reference = named("reg-misuse-reference", &one.reference);
            said([kind, when(one.when.as_ref()), one.description.clone(), reference]).join("\n")
        })),
        "money" => said(claimant.losses.iter().map(|one| {
            let back = one.recouped.map(|back| named("reg-f-loss-recouped", &format!("£{back:.2}")));
            let head = label(&choices.heads, one.head.as_str());
            let parts = [head, format!("£{:.2}", one.amount), one.payee.clone(), when(one.when.as_ref())];
            said(parts.into_iter().chain(back).chain([one.no_document_reason.clone()])).join("\n")
        })),
        "time" => said(claimant.time_spent.iter().map(|one| {
            said([one.description.clone(), length(one.minutes), when(one.when.as_ref())]).join("\n")
        })),
        "other-firm" => said(
            named_answer("reg-other-firm", proceedings.other_firm)
                .into_iter()
                .chain(proceedings.firm.iter().map(firm)),
        ),
        "earlier-claim" => said(
            named_answer("reg-earlier-claim", proceedings.earlier_claim)
                .into_iter()
                .chain([proceedings.conflicts.clone()]),
        ),
        _ => Vec::new(),
    }
}

fn other_name(one: &OtherName) -> String {
    said([one.name.clone(), coded("reg-name-kind", Some(one.kind))]).join("\n")
}

fn email(one: &EmailAddress) -> String {
    let only = one.only_for_defendant == Some(YesNo::Yes);
    let address = format!("{}{}", one.address, if only { text("reg-a-only", &[]) } else { String::new() });
    let shared = named("reg-f-email-shared-with", &one.shared_with);
    let opens = named_answer("reg-f-email-accessible", one.accessible);
    said([address].into_iter().chain(opens).chain([shared])).join("\n")
}

fn address(one: &Address) -> String {
    let parts = one.lines.iter().chain([&one.postcode, &one.country]).cloned();
    said(parts.chain([coded("reg-f-address-use", Some(one.used))])).join("\n")
}

fn episode(one: &Episode, choices: &Choices) -> String {
    let end = if one.ongoing { text("reg-f-episode-ongoing", &[]) } else { when(one.end.as_ref()) };
    let of = |list: &[Choice], code: &str| if code.is_empty() { String::new() } else { label(list, code) };
    let ending = one.ending.as_ref().map(|code| of(&choices.endings, code.as_str()));
    let payment = one.payment.as_ref().map(|code| of(&choices.payments, code.as_str()));
    let about = [
        of(&choices.categories, one.kind.as_str()),
        named("reg-f-episode-start", &when(one.start.as_ref())),
        named("reg-f-episode-end", &end),
        named("reg-f-episode-ending", &ending.unwrap_or_default()),
        named("reg-f-membership-number", &one.membership_number),
        named("reg-f-local-party", &one.local_party),
        named("reg-f-episode-payment", &payment.unwrap_or_default()),
        named("reg-f-episode-last-payment", &when(one.last_payment.as_ref())),
    ];
    let through = [
        named("reg-f-union", &of(&choices.unions, &one.union)),
        named("reg-f-union-branch", &one.union_branch),
        named("reg-f-levy", &of(&choices.levies, &code_of(one.levy))),
    ];
    let reminded = named_answer("reg-f-arrears-reminder", one.arrears_reminder);
    said(about.into_iter().chain(reminded).chain(through)).join("\n")
}

fn request(one: &Request) -> String {
    let asked = [
        coded("reg-asked", Some(one.kind)),
        when(one.sent.as_ref()),
        named("reg-a-sent-to", &one.sent_to),
        named("reg-a-reference", &one.reference),
        named("reg-a-acknowledged", &when(one.acknowledged.as_ref())),
    ];
    let answered = named_answer("reg-asked-answered", one.answered);
    let came = [named("reg-a-answered-on", &when(one.answered_on.as_ref())), one.outcome.clone()];
    said(asked.into_iter().chain(answered).chain(came)).join("\n")
}

fn firm(one: &OtherFirm) -> String {
    let said_of = [one.name.clone(), named("reg-firm-when", &when(one.instructed.as_ref()))];
    let ended = named_answer("reg-firm-ended", one.terminated);
    said(said_of.into_iter().chain(ended).chain(named_answer("reg-firm-fees", one.fees_claimed))).join("\n")
}

fn said(lines: impl IntoIterator<Item = String>) -> Vec<String> {
    lines.into_iter().filter(|line| !line.trim().is_empty()).collect()
}

/// A length of time in hours and minutes.
fn length(minutes: u32) -> String {
    let part = |key: &str, count: u32| {
        if count == 0 { String::new() } else { text(key, &[("count", &count.to_string())]) }
    };
    said([part("reg-a-hours", minutes / 60), part("reg-a-minutes", minutes % 60)]).join(" ")
}

fn when(date: Option<&PartialDate>) -> String {
    date.map(|date| date.text.clone()).unwrap_or_default()
}

/// A label before what was said; nothing where nothing was.
fn named(key: &str, what: &str) -> String {
    if what.trim().is_empty() {
        return String::new();
    }
    let label = text(key, &[]);
    let mark = if label.ends_with('?') { "" } else { ":" };
    format!("{label}{mark} {what}")
}

/// What a box says when it is ticked.
fn ticked(key: &str, on: bool) -> String {
    if on { text(key, &[]) } else { String::new() }
}

fn named_answer(key: &str, answer: Option<YesNo>) -> Option<String> {
    Some(format!("{} {}", text(key, &[]), yes_no(answer?)))
}

fn yes_no(answer: YesNo) -> String {
    let answer = match answer {
        YesNo::Yes => "reg-a-yes",
        YesNo::No => "reg-a-no",
        YesNo::DontKnow => "reg-a-dont-know",
    };
    text(answer, &[])
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
