//! The incident, and the choices that forms offer: a profile as the window sees it.

mod source;
mod write;

use joinder_domain::code::Code;
use joinder_domain::profile::{self as domain, Profile};
use serde::Serialize;

pub(crate) use source::{built_in, read, texts};
pub use write::{Checked, Folder, Write, Written};
pub(crate) use write::{check, write};

use crate::command::{Applied, Context, Nothing};
use crate::error::Result;

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Choice {
    /// What is stored.
    pub code: Code,
    /// What is shown.
    pub label: String,
    /// A sentence of help; may be empty.
    pub hint: String,
}

/// Everything that forms let people choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Choices {
    /// Kinds of relationship with the defendant.
    pub categories: Vec<Choice>,
    /// How one can end.
    pub endings: Vec<Choice>,
    /// How dues are paid.
    pub payments: Vec<Choice>,
    /// Affiliated organisations.
    pub unions: Vec<Choice>,
    /// Roles that need care.
    pub roles: Vec<Choice>,
    /// Statuses, at the incident and now.
    pub statuses: Vec<Choice>,
    /// Flags of the rule set.
    pub flags: Vec<Choice>,
    /// Issue tags of the rule set.
    pub tags: Vec<Choice>,
    /// Values of the notice axis.
    pub notices: Vec<Choice>,
    /// Cohorts.
    pub cohorts: Vec<Choice>,
    /// Suggested outcomes.
    pub outcomes: Vec<Choice>,
    /// Ways in which a notice comes.
    pub channels: Vec<Choice>,
    /// Nations of residence.
    pub nations: Vec<Choice>,
    /// Descriptors of what it did to a person, shown only after the person's own words.
    pub descriptors: Vec<Choice>,
    /// Heads of loss.
    pub heads: Vec<Choice>,
    /// Kinds of data that may have been held.
    pub data_kinds: Vec<Choice>,
    /// Signs of misuse.
    pub misuses: Vec<Choice>,
    /// Answers on the political levy.
    pub levies: Vec<Choice>,
    /// States of the work on a file, in order.
    pub states: Vec<Choice>,
    /// Consents and declarations, each with its text as a hint.
    pub consents: Vec<Choice>,
    /// Kinds of detail that only some roles see.
    pub restricted: Vec<Choice>,
}

impl Choices {
    /// The choices of `profile`.
    pub fn of(profile: &Profile) -> Self {
        let (categories, questions) = (&profile.categories, &profile.questions);
        let rules = &profile.rules;
        let label = |code: &Code, label: &str| Choice {
            code: code.clone(),
            label: label.to_owned(),
            hint: String::new(),
        };
        Self {
            categories: list(&categories.categories),
            endings: list(&categories.endings),
            payments: list(&categories.payments),
            unions: profile.unions.list.iter().map(|union| label(&union.code, &union.name)).collect(),
            roles: list(&categories.roles),
            statuses: rules.statuses().iter().map(|s| label(&s.code, &s.label)).collect(),
            flags: rules.flags().iter().map(|f| label(&f.code, &f.label)).collect(),
            tags: rules.tags().iter().map(|t| label(&t.code, &t.label)).collect(),
            notices: list(&questions.notices),
            cohorts: list(&questions.cohorts),
            outcomes: list(&questions.outcomes),
            channels: list(&questions.channels),
            nations: list(&questions.nations),
            descriptors: list(&profile.consequences.descriptors),
            heads: list(&profile.consequences.heads),
            data_kinds: list(&profile.consequences.data_kinds),
            misuses: list(&profile.consequences.misuses),
            levies: list(&questions.levies),
            states: list(&profile.workflow.states),
            restricted: profile
                .workflow
                .restricted
                .iter()
                .map(|kind| label(&Code::from(kind.label.as_str()), &kind.label))
                .collect(),
            consents: profile
                .consents
                .iter()
                .map(|one| Choice { hint: one.text.clone(), ..label(&one.code, &one.title) })
                .collect(),
        }
    }
}

fn list(choices: &[domain::Choice]) -> Vec<Choice> {
    let one = |choice: &domain::Choice| Choice {
        code: choice.code.clone(),
        label: choice.label.clone(),
        hint: choice.hint.clone(),
    };
    choices.iter().map(one).collect()
}

/// The label of `code` among `choices`; the code itself when there is none.
pub(crate) fn label(choices: &[Choice], code: &str) -> String {
    let found = choices.iter().find(|choice| choice.code.as_str() == code);
    found.map_or_else(|| code.to_owned(), |choice| choice.label.clone())
}

/// A profile as the window sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "Profile"))]
pub struct View {
    /// Its identifier.
    pub id: Code,
    /// Its version.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// What happened.
    pub incident: IncidentView,
    /// What forms offer.
    #[serde(flatten)]
    pub choices: Choices,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "Incident"))]
pub struct IncidentView {
    /// In a few words.
    pub title: String,
    /// What the other side is called in a sentence.
    pub party: String,
    /// The day that status is asked for, ISO 8601.
    pub on: String,
    /// The day of the notice, ISO 8601.
    pub notice_on: String,
    /// What is known, each with its source.
    pub known: Vec<String>,
    /// What is not known.
    pub unknown: Vec<String>,
}

pub(crate) fn get(context: Context<'_>, _: Nothing) -> Result<Applied<View>> {
    let open = context.app.open_matter()?;
    let profile = &open.profile;
    let texts = |statements: &[domain::Statement]| statements.iter().map(|s| s.text.clone()).collect();
    Ok(Applied::unchanged(View {
        id: profile.id.clone(),
        version: profile.version,
        title: profile.title.clone(),
        incident: IncidentView {
            title: profile.incident.title.clone(),
            party: profile.defendant.clone(),
            on: profile.incident.date.to_string(),
            notice_on: profile.incident.notice_date.to_string(),
            known: texts(&profile.incident.known),
            unknown: texts(&profile.incident.unknown),
        },
        choices: open.choices.clone(),
    }))
}
