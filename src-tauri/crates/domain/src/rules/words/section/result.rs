//! The rules that look at the whole of a classification.

use super::sentence::Sentence;
use crate::classification::NoticeAxis;
use crate::code::Code;
use crate::finding::Severity;
use crate::rules::rule::Label;
use crate::rules::words::RuleSentence;
use crate::rules::words::condition::{Words, coded_label};

pub(super) fn labels(words: &Words<'_>, labels: &[Label]) -> Vec<RuleSentence> {
    labels
        .iter()
        .map(|label| {
            Sentence::new(&label.code, "")
                .part(
                    "then",
                    words.phrase("means", &[("code", label.code.as_str()), ("label", &label.label)]),
                )
                .done(words)
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
            let sentence = sentence.when(words, &rule.when).part("then", words.about("notice-at", &label));
            sentence.part("says", rule.text.as_str()).done(words)
        })
        .collect()
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "severity-info",
        Severity::Note => "severity-note",
        Severity::Warning => "severity-warning",
        Severity::Blocking => "severity-blocking",
    }
}

pub(super) fn flags(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules.flag_rules.iter();
    rules
        .map(|rule| {
            let (code, label) = words.flag(rule.flag);
            let sentence = Sentence::of(&rule.rule).leads_to([code]).when(words, &rule.when);
            let key = if rule.cites_episodes { "raises-and-cites" } else { "raises" };
            let severity = words.phrase(severity(rule.severity), &[]);
            let then = words.phrase(key, &[("flag", &label), ("severity", &severity)]);
            sentence.part("then", then).part("says", rule.text.as_str()).done(words)
        })
        .collect()
}

pub(super) fn tags(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules.tag_rules.iter();
    rules
        .map(|rule| {
            let tag = words.rules.tags.get(rule.tag);
            let code = tag.map(|tag| tag.code.clone()).unwrap_or_default();
            let label = tag.map(|tag| coded_label(&tag.code, &tag.label)).unwrap_or_default();
            let sentence = Sentence::of(&rule.rule).leads_to([code]).when(words, &rule.when);
            sentence.part("then", words.phrase("tagged", &[("tag", &label)])).done(words)
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
                .part("then", words.phrase("suggest", &[("outcome", rule.outcome.code())]))
                .part("says", rule.text.as_str())
                .done(words)
        })
        .collect()
}

pub(super) fn reviews(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules.review_rules.iter();
    rules
        .map(|rule| {
            Sentence::of(&rule.rule)
                .when(words, &rule.when)
                .part("then", words.phrase("look", &[]))
                .part("says", rule.text.as_str())
                .done(words)
        })
        .collect()
}

pub(super) fn settles(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules.settle_rules.iter();
    rules
        .map(|rule| {
            Sentence::of(&rule.rule)
                .when(words, &rule.when)
                .part("then", words.phrase("ask-for", &[("what", &rule.text)]))
                .done(words)
        })
        .collect()
}
