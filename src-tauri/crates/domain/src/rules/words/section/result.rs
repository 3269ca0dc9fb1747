//! The rules that look at the whole of a classification.

use super::sentence::Sentence;
use crate::classification::NoticeAxis;
use crate::code::Code;
use crate::finding::Severity;
use crate::rules::rule::Label;
use crate::rules::words::RuleSentence;
use crate::rules::words::condition::Words;

pub(super) fn labels(labels: &[Label]) -> Vec<RuleSentence> {
    labels
        .iter()
        .map(|label| {
            Sentence::new(&label.code, "")
                .part("then", format!("{} means: {}", label.code, label.label))
                .done()
        })
        .collect()
}

pub(super) fn notices(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules.notice_rules.iter();
    rules
        .map(|rule| {
            let at = NoticeAxis::ALL.iter().position(|axis| *axis == rule.axis).unwrap_or_default();
            let (code, label) = words.notice(at);
            let sentence = Sentence::of(&rule.rule).leads_to([code]).part("order", rule.order.to_string());
            let sentence =
                sentence.when(words, &rule.when).part("then", format!("the notice stands at {label}"));
            sentence.part("says", rule.text.as_str()).done()
        })
        .collect()
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "for information",
        Severity::Note => "worth a look when the record is next open",
        Severity::Warning => "somebody should look at it",
        Severity::Blocking => "nothing is issued before it is resolved",
    }
}

pub(super) fn flags(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules.flag_rules.iter();
    rules
        .map(|rule| {
            let (code, label) = words.flag(rule.flag);
            let sentence = Sentence::of(&rule.rule).leads_to([code]).when(words, &rule.when);
            let cites = if rule.cites_episodes { "; it names the dates of the relationship" } else { "" };
            let sentence = sentence
                .part("then", format!("there is the flag {label}: {}{cites}", severity(rule.severity)));
            sentence.part("says", rule.text.as_str()).done()
        })
        .collect()
}

pub(super) fn tags(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules.tag_rules.iter();
    rules
        .map(|rule| {
            let tag = words.rules.tags.get(rule.tag);
            let code = tag.map(|tag| tag.code.clone()).unwrap_or_default();
            let label = tag.map(|tag| format!("{} ({})", tag.code, tag.label)).unwrap_or_default();
            let sentence = Sentence::of(&rule.rule).leads_to([code]).when(words, &rule.when);
            sentence.part("then", format!("the case raises {label}")).done()
        })
        .collect()
}

pub(super) fn outcomes(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules.outcome_rules.iter();
    rules
        .map(|rule| {
            let sentence = Sentence::of(&rule.rule).leads_to([Code::from(rule.outcome.code())]);
            let sentence = sentence.part("order", rule.order.to_string()).when(words, &rule.when);
            sentence
                .part("then", format!("suggest {}", rule.outcome.code()))
                .part("says", rule.text.as_str())
                .done()
        })
        .collect()
}

pub(super) fn reviews(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules.review_rules.iter();
    rules
        .map(|rule| {
            Sentence::of(&rule.rule)
                .when(words, &rule.when)
                .part("then", "a person looks at it")
                .part("says", rule.text.as_str())
                .done()
        })
        .collect()
}

pub(super) fn settles(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules.settle_rules.iter();
    rules
        .map(|rule| {
            Sentence::of(&rule.rule)
                .when(words, &rule.when)
                .part("then", format!("ask for {}", rule.text))
                .done()
        })
        .collect()
}
