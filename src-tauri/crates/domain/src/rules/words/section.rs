//! The sections of a rule set, in the order in which its rules are used.

mod clock;
mod result;
mod sentence;
mod spell;
mod status;

use super::condition::Words;
use super::{RuleSection, RuleSentence};
use crate::profile::Profile;
use crate::rules::RuleSet;
use clock::clocks;
use result::{flags, labels, notices, outcomes, reviews, settles, tags};
use spell::spells;
use status::{classes, status_rule, statuses};

fn section(title: &str, intro: &str, rules: Vec<RuleSentence>) -> RuleSection {
    RuleSection { title: title.to_owned(), intro: intro.to_owned(), rules }
}

/// Every section.
pub(super) fn all(rules: &RuleSet, profile: &Profile) -> Vec<RuleSection> {
    let words = Words { rules, profile };
    vec![
        section(
            "Statuses",
            "What a person can have been. Where no rule fits, everything in the last line is possible.",
            statuses(&words),
        ),
        section(
            "Precedence",
            "Where several relationships hold at once, the earlier class gives the status.",
            classes(&words),
        ),
        section(
            "Reading of dates",
            "Each relationship is placed on the day of the incident, at every point that its dates allow.",
            spells(&words),
        ),
        section(
            "Status rules",
            "They are tried in order for each relationship; the first that fits gives its status.",
            rules.status_rules.iter().map(|rule| status_rule(&words, rule)).collect(),
        ),
        section(
            "Notice",
            "They are tried in order; the first that holds says how well it is proved that the person was told.",
            notices(&words),
        ),
        section("Flags", "What a flag means.", labels(&rules.flags)),
        section(
            "Flag rules",
            "Each that holds raises its flag. A flag asks somebody to look; it never decides.",
            flags(&words),
        ),
        section("Tags", "The issues that a case can raise.", labels(&rules.tags)),
        section("Tag rules", "Each that holds sets its tag.", tags(&words)),
        section(
            "Suggested outcomes",
            "They are tried in order; the first that holds is suggested. A person decides.",
            outcomes(&words),
        ),
        section("Review", "Who is looked at although the suggestion stands.", reviews(&words)),
        section("What would settle it", "What is asked for, in words that fit a letter.", settles(&words)),
        section(
            "Time limits",
            "Clocks, each from its own day. The earliest of those that count is shown.",
            clocks(&words),
        ),
    ]
}
