//! What differs between two rule sets, rule by rule, in words.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Phrases, RuleSentence, RuleSentences};
use crate::code::Code;

/// One rule that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RuleDifference"))]
pub struct Difference {
    /// The rule.
    pub id: Code,
    /// The title of its section.
    pub section: String,
    /// What became of it.
    pub kind: DifferenceKind,
    /// What differs, in sentences.
    pub text: Vec<String>,
}

/// What became of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RuleDifferenceKind"))]
#[serde(rename_all = "kebab-case")]
pub enum DifferenceKind {
    /// Only the second rule set has it.
    Added,
    /// Only the first rule set has it.
    Removed,
    /// Both have it, and it says something else.
    Changed,
}

/// What differs between two rule sets, section by section; a rule is known by its identifier. Empty when both decide
/// alike and say the same.
pub fn differences(before: &RuleSentences, after: &RuleSentences, say: &Phrases<'_>) -> Vec<Difference> {
    let mut all = Vec::new();
    let none = Vec::new();
    for (at, section) in after.sections.iter().enumerate() {
        let earlier = before.sections.get(at).map_or(&none, |section| &section.rules);
        let known: BTreeMap<&Code, &RuleSentence> = earlier.iter().map(|rule| (&rule.id, rule)).collect();
        let now: BTreeMap<&Code, &RuleSentence> = section.rules.iter().map(|rule| (&rule.id, rule)).collect();
        let mut note = |id: &Code, kind, text| {
            all.push(Difference { id: id.clone(), section: section.title.clone(), kind, text });
        };
        for rule in earlier.iter().filter(|rule| !now.contains_key(&rule.id)) {
            note(&rule.id, DifferenceKind::Removed, vec![rule.text.clone()]);
        }
        for rule in &section.rules {
            match known.get(&rule.id) {
                None => note(&rule.id, DifferenceKind::Added, vec![rule.text.clone()]),
                Some(old) => {
                    let text = changed(old, rule, say);
                    if !text.is_empty() {
                        note(&rule.id, DifferenceKind::Changed, text);
                    }
                }
            }
        }
    }
    all
}

fn changed(old: &RuleSentence, new: &RuleSentence, say: &Phrases<'_>) -> Vec<String> {
    let mut names: Vec<&str> = old.parts.iter().chain(&new.parts).map(|part| part.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let part = |rule: &RuleSentence, name: &str| {
        rule.parts.iter().find(|part| part.name == name).map(|part| part.words.clone())
    };
    let mut text: Vec<String> =
        names.into_iter().filter_map(|name| said(name, part(old, name), part(new, name), say)).collect();
    text.extend(said("source", Some(old.citation.clone()), Some(new.citation.clone()), say));
    text
}

fn said(name: &str, old: Option<String>, new: Option<String>, say: &Phrases<'_>) -> Option<String> {
    let name = say(&format!("rule-part-{}", name.replace(' ', "-")), &[]);
    match (old, new) {
        (old, new) if old == new => None,
        (Some(old), Some(new)) => Some(say("rule-was-is", &[("part", &name), ("old", &old), ("new", &new)])),
        (Some(old), None) => Some(say("rule-was-gone", &[("part", &name), ("old", &old)])),
        (None, Some(new)) => Some(say("rule-is-new", &[("part", &name), ("new", &new)])),
        (None, None) => None,
    }
}
