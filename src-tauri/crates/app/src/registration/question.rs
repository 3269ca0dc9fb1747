//! The questions of a registration, one thing on each page, in their order.

use joinder_domain::claimant::{Capacity, Claimant, YesNo};
use joinder_domain::profile::Profile;

/// A question, with the parts of the record that it asks for.
#[derive(Debug)]
pub(crate) struct Question {
    /// Its code; its texts are `reg-q-CODE`.
    pub(crate) code: &'static str,
    /// The task that it belongs to.
    pub(crate) task: &'static str,
    /// Paths of the record that it asks for.
    pub(crate) fields: &'static [&'static str],
    /// Whether this person is asked.
    when: fn(&Claimant) -> bool,
}

const fn ask(code: &'static str, task: &'static str, fields: &'static [&'static str]) -> Question {
    Question { code, task, fields, when: |_| true }
}

/// The tasks, in order; consents and proof come after them.
pub(super) const TASKS: &[&str] = &["you", "reach", "relationship", "notice", "effect", "harm", "other"];

/// Every question. A record without a name is not saved, so that nothing else can come first; own words stand before
/// any word of others for what people feel.
pub(crate) const QUESTIONS: &[Question] = &[
    ask("name", "you", &["identity.forenames", "identity.surname", "identity.preferred_name"]),
    ask("capacity", "you", &["identity.capacity"]),
    Question {
        code: "acting",
        task: "you",
        fields: &["identity.acted_for_by", "identity.died"],
        when: acts_for_another,
    },
    ask("other-names", "you", &["identity.other_names", "identity.no_other_names"]),
    ask("birth", "you", &["identity.date_of_birth"]),
    ask("emails", "reach", &["contact.emails", "contact.no_email_given"]),
    ask("phone", "reach", &["contact.mobile", "contact.landline"]),
    ask("address", "reach", &["contact.addresses"]),
    ask("safety", "reach", &["contact.safety_rules", "contact.preferred"]),
    ask("hide", "reach", &["contact.withhold_address", "contact.withhold_reason"]),
    ask("needs", "reach", &["contact.language", "contact.interpreter", "contact.accessibility"]),
    ask("nation", "reach", &["contact.nation_at_incident"]),
    ask("episodes", "relationship", &["episodes"]),
    ask("now", "relationship", &["status_now"]),
    ask("roles", "relationship", &["roles"]),
    ask("data", "relationship", &["data_held"]),
    ask("told", "notice", &["notification.received"]),
    Question {
        code: "told-how",
        task: "notice",
        fields: &[
            "notification.channel",
            "notification.received_at",
            "notification.seen",
            "notification.still_held",
            "notification.in_spam",
            "notification.follow_up",
        ],
        when: |claimant| claimant.notification.received == Some(YesNo::Yes),
    },
    ask("earlier", "notice", &["notification.earlier_notice"]),
    ask("asked", "notice", &["aftermath"]),
    ask("words", "effect", &["consequence.own_words"]),
    ask("fear", "effect", &["consequence.fear", "consequence.safety"]),
    Question {
        code: "descriptors",
        task: "effect",
        fields: &["consequence.descriptors"],
        when: |claimant| !claimant.consequence.own_words.trim().is_empty(),
    },
    ask("diagnosis", "effect", &["consequence.diagnosis", "consequence.treatment"]),
    ask("misuse", "harm", &["misuse"]),
    ask("money", "harm", &["losses"]),
    ask("time", "harm", &["time_spent"]),
    ask("other-firm", "other", &["proceedings.other_firm", "proceedings.firm"]),
    ask("earlier-claim", "other", &["proceedings.earlier_claim", "proceedings.conflicts"]),
];

fn acts_for_another(claimant: &Claimant) -> bool {
    !matches!(claimant.identity.capacity, None | Some(Capacity::Own))
}

/// The questions that this person is asked.
pub(crate) fn asked(claimant: &Claimant) -> impl Iterator<Item = &'static Question> {
    QUESTIONS.iter().filter(|question| (question.when)(claimant))
}

/// The question that asks for this field, or for something beside it.
pub(super) fn of_field(field: &str) -> Option<&'static Question> {
    let within = |path: &str| {
        field.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    let beside = |path: &str| path.split('.').next().is_some_and(within);
    let exact = QUESTIONS.iter().find(|question| question.fields.iter().any(|path| within(path)));
    exact.or_else(|| QUESTIONS.iter().rfind(|question| question.fields.iter().any(|path| beside(path))))
}

/// What stands in the texts of questions: the days of the incident, and what the other side is called.
pub(crate) fn facts(profile: &Profile) -> [(&'static str, String); 4] {
    let day = |day: jiff::civil::Date| day.strftime("%-d %B %Y").to_string();
    let party = profile.defendant.clone();
    let mut letters = party.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    let at_start = format!("{first}{}", letters.as_str());
    [
        ("on", day(profile.incident.date)),
        ("notice", day(profile.incident.notice_date)),
        ("party", party),
        ("Party", at_start),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_leads_to_the_page_that_asks_for_it() {
        let page = |field| of_field(field).map(|question| question.code);
        assert_eq!(page("contact.emails[0].address"), Some("emails"));
        assert_eq!(page("episodes[1].start"), Some("episodes"));
        assert_eq!(page("notification.received"), Some("told"));
        assert_eq!(page("notification.knows_other_recipient"), Some("earlier"));
        assert_eq!(page("consents"), None);
    }

    #[test]
    fn own_words_are_asked_before_the_words_of_others() {
        let at = |code| QUESTIONS.iter().position(|question| question.code == code);
        assert!(at("words") < at("descriptors"));
        assert!(asked(&Claimant::default()).all(|question| question.code != "descriptors"));
    }
}
