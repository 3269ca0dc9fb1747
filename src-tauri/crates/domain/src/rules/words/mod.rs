//! A rule set as plain sentences, for a solicitor who does not program.
//!
//! The sentences say everything that a rule does, so that two rule sets whose sentences are equal decide alike:
//! [`differences`] compares them, rule by rule. Their words come from the catalogue of whoever shows them ([`Phrases`]).

mod compare;
mod condition;
mod section;

pub use compare::{Difference, DifferenceKind, differences};

use condition::Words;
use jiff::civil::Date;
use serde::Serialize;

use super::RuleSet;
use crate::code::Code;
use crate::profile::Profile;

/// Gives a phrase by its key, its values filled in: `rule-if-then` with `when` and `then`.
pub type Phrases<'p> = dyn Fn(&str, &[(&str, &str)]) -> String + 'p;

/// A rule set in sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RuleSentences {
    /// Identifier of the rule set.
    pub id: Code,
    /// Its version.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// The day from which it was meant to be used.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub effective: Date,
    /// SHA-256 of its content and of the data of the profile that it uses, lower-case hex.
    pub sha256: String,
    /// Its rules, in the order in which they are used.
    pub sections: Vec<RuleSection>,
}

/// Rules of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RuleSection {
    /// What the rules are about.
    pub title: String,
    /// How they are used.
    pub intro: String,
    /// The rules.
    pub rules: Vec<RuleSentence>,
}

/// One rule, or one word that rules use, in sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RuleSentence {
    /// Its identifier, or the code of the word.
    pub id: Code,
    /// Codes that it leads to: statuses, flags, tags, places on an axis.
    pub leads_to: Vec<Code>,
    /// Codes that its condition names.
    pub asks_for: Vec<Code>,
    /// The whole rule as one paragraph.
    pub text: String,
    /// What it does, part by part.
    pub parts: Vec<RulePart>,
    /// Its source.
    pub citation: String,
}

/// One part of a rule: which, and what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RulePart {
    /// Which part: "when", "then", "and", "says", "order", "in force".
    pub name: String,
    /// In words.
    pub words: String,
}

impl RuleSentence {
    /// The parts as one paragraph.
    fn paragraph(&self, say: &Phrases<'_>) -> String {
        let part =
            |name: &str| self.parts.iter().find(|part| part.name == name).map(|part| part.words.as_str());
        let mut said = Vec::new();
        match (part("when"), part("then")) {
            (Some(when), Some(then)) => said.push(say("rule-if-then", &[("when", when), ("then", then)])),
            (None, Some(then)) => said.push(say("rule-only", &[("words", &capital(then))])),
            _ => {}
        }
        said.extend(part("and").map(|also| say("rule-only", &[("words", &capital(also))])));
        said.extend(part("says").map(|says| say("rule-says", &[("words", says)])));
        said.extend(part("in force").map(|days| say("rule-in-force", &[("days", days)])));
        said.join(" ")
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A code of a rule set explained: what it means, which rules lead to it, which rules ask for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CodeExplained {
    /// The code, or the identifier of a rule.
    pub code: Code,
    /// What it is: "Flags", "Statuses" and so on: the title of its section.
    pub kind: String,
    /// What it means.
    pub meaning: String,
    /// Rules that lead to it; for a rule's identifier, that rule.
    pub led_by: Vec<RuleSentence>,
    /// Rules whose condition names it.
    pub used_by: Vec<RuleSentence>,
}

/// A rule set in plain sentences.
pub fn sentences(rules: &RuleSet, profile: &Profile, say: &Phrases<'_>) -> RuleSentences {
    RuleSentences {
        id: rules.id.clone(),
        version: rules.version,
        title: rules.title.clone(),
        effective: rules.effective,
        sha256: rules.sha256.clone(),
        sections: section::all(&Words { rules, profile, say }),
    }
}

impl RuleSentences {
    /// Explains a code or the identifier of a rule, however its letters are written; `None` when no rule knows it.
    pub fn explain(&self, code: &str) -> Option<CodeExplained> {
        let plain = |text: &str| text.trim().to_uppercase().replace('_', "-");
        let wanted = plain(code);
        let same = |other: &Code| plain(other.as_str()) == wanted;
        let all = || self.sections.iter().flat_map(|section| section.rules.iter());
        let own = self.sections.iter().find_map(|section| {
            section.rules.iter().find(|rule| same(&rule.id)).map(|rule| (section.title.clone(), rule))
        });
        let led_by: Vec<RuleSentence> =
            all().filter(|rule| rule.leads_to.iter().any(same)).cloned().collect();
        let used_by: Vec<RuleSentence> =
            all().filter(|rule| rule.asks_for.iter().any(same)).cloned().collect();
        let named = led_by
            .iter()
            .flat_map(|rule| &rule.leads_to)
            .chain(used_by.iter().flat_map(|rule| &rule.asks_for));
        let code = own
            .as_ref()
            .map(|(_, rule)| &rule.id)
            .or_else(|| named.into_iter().find(|code| same(code)))?
            .clone();
        Some(CodeExplained {
            code,
            kind: own.as_ref().map(|(kind, _)| kind.clone()).unwrap_or_default(),
            meaning: own.map(|(_, rule)| rule.text.clone()).unwrap_or_default(),
            led_by,
            used_by,
        })
    }
}
