//! The sections of a rule set, in the order in which its rules are used.

mod clock;
mod result;
mod sentence;
mod spell;
mod status;

use super::condition::Words;
use super::{RuleSection, RuleSentence};
use clock::clocks;
use result::{flags, labels, notices, outcomes, reviews, settles, tags};
use spell::spells;
use status::{classes, status_rule, statuses};

/// Every section.
pub(super) fn all(words: &Words<'_>) -> Vec<RuleSection> {
    let rules = words.rules;
    let status_rules = rules.status_rules.iter().map(|rule| status_rule(words, rule)).collect();
    let sections = [
        ("statuses", statuses(words)),
        ("precedence", classes(words)),
        ("dates", spells(words)),
        ("status-rules", status_rules),
        ("notice", notices(words)),
        ("flags", labels(words, &rules.flags)),
        ("flag-rules", flags(words)),
        ("tags", labels(words, &rules.tags)),
        ("tag-rules", tags(words)),
        ("outcomes", outcomes(words)),
        ("review", reviews(words)),
        ("settle", settles(words)),
        ("clocks", clocks(words)),
    ];
    let section = |(key, rules): (&str, Vec<RuleSentence>)| RuleSection {
        title: words.phrase(&format!("section-{key}"), &[]),
        intro: words.phrase(&format!("section-{key}-intro"), &[]),
        rules,
    };
    sections.into_iter().map(section).collect()
}
