//! What is particular to a kind of matter, as versioned data: incident, categories, notice, rules, texts.

mod category;
mod checks;
mod choice;
mod consent;
mod consequence;
mod explanation;
mod incident;
mod letters;
mod load;
mod problem;
mod question;
pub(crate) mod read;
mod source;
mod union;

pub use category::{Categories, Contest};
pub use choice::Choice;
pub use consent::ConsentText;
pub use consequence::Consequences;
pub use incident::{DatedStatement, Incident, OtherIncident, Statement};
pub use letters::{Addressee, CountedText, Ended, Item, LetterText, Letters, Part, Reply, Spell};
pub use load::FILES;
pub use problem::{ProfileError, ProfileProblem};
pub use question::Questions;
pub use source::{Mark, Source};
pub use union::{Union, Unions};

use jiff::civil::Date;

use crate::code::Code;
use crate::notice::NoticeRules;
use crate::rules::RuleSet;
use crate::workflow::Workflow;
use read::Names;

/// A profile, read and checked, ready for use.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Its identifier.
    pub id: Code,
    /// Its version.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// What the defendant is called in a sentence.
    pub defendant: String,
    /// How the defendant is named as a party, with the capacity in which it is sued; empty where the profile does not say.
    pub party: String,
    /// Counts from 1 to below this are not told to anybody outside.
    pub few: u32,
    /// SHA-256 of the content of all its files, lower-case hex.
    pub sha256: String,
    /// The incident.
    pub incident: Incident,
    /// Kinds of relationship, endings, payments, roles.
    pub categories: Categories,
    /// Unions and societies.
    pub unions: Unions,
    /// How the notice is recognised.
    pub notice: NoticeRules,
    /// What it can do to a person.
    pub consequences: Consequences,
    /// Consents and declarations.
    pub consents: Vec<ConsentText>,
    /// Words for what the program itself knows.
    pub questions: Questions,
    /// How far the work on a file can have come; without states for a profile that says nothing of it.
    pub workflow: Workflow,
    /// Letters that go out.
    pub letters: Letters,
    /// The rule set in force.
    pub rules: RuleSet,
    /// The profile's other rule sets, for a what-if and for answers that were given by them.
    pub other_rules: Vec<RuleSet>,
    pub(crate) consent_names: Names,
    /// The content of the files that every rule set's hash covers.
    pub(crate) rule_data: String,
}

impl Profile {
    /// The same profile with another incident date, for a what-if.
    #[must_use]
    pub fn with_incident_date(&self, date: Date) -> Self {
        let mut other = self.clone();
        other.incident.date = date;
        other
    }

    /// The same profile with another rule set in force, for a what-if.
    #[must_use]
    pub fn with_rules(&self, rules: RuleSet) -> Self {
        Self { rules, ..self.clone() }
    }

    /// Codes of the messages that are easily mistaken for the notice, such as `other-incident`.
    pub fn wrong_kinds(&self) -> impl Iterator<Item = &str> {
        (0..self.notice.kinds.len()).map(|at| self.notice.kinds.code(at))
    }

    /// The label of a status; the code itself when the rule set has none.
    pub fn status_label<'a>(&'a self, code: &'a Code) -> &'a str {
        self.rules.status(code.as_str()).map_or(code.as_str(), |status| status.label.as_str())
    }

    /// The label of a flag or a tag; the code itself when the rule set has none.
    pub fn flag_label<'a>(&'a self, code: &'a Code) -> &'a str {
        let mut labels = self.rules.flags.iter().chain(&self.rules.tags);
        labels.find(|label| label.code == *code).map_or(code.as_str(), |label| label.label.as_str())
    }
}
