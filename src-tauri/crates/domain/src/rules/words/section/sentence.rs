//! One rule in sentences, put together part by part.

use crate::code::Code;
use crate::date::show;
use crate::finding::RuleRef;
use crate::rules::rule::When;
use crate::rules::words::condition::Words;
use crate::rules::words::{RulePart, RuleSentence};

/// Builds one sentence.
pub(super) struct Sentence(pub(super) RuleSentence);

impl Sentence {
    pub fn new(id: &Code, citation: &str) -> Self {
        Self(RuleSentence {
            id: id.clone(),
            leads_to: Vec::new(),
            asks_for: Vec::new(),
            text: String::new(),
            parts: Vec::new(),
            citation: citation.to_owned(),
        })
    }

    pub fn of(rule: &RuleRef) -> Self {
        Self::new(&rule.rule, &rule.citation)
    }

    pub fn leads_to(mut self, codes: impl IntoIterator<Item = Code>) -> Self {
        self.0.leads_to.extend(codes);
        self
    }

    pub fn part(mut self, name: &str, words: impl Into<String>) -> Self {
        self.0.parts.push(RulePart { name: name.to_owned(), words: words.into() });
        self
    }

    pub fn when(mut self, words: &Words<'_>, when: &When) -> Self {
        let said = words.condition(&when.condition, &mut self.0.asks_for);
        let mut sentence = match said {
            Some(said) => self.part("when", said),
            None => self,
        };
        let (from, until) = (when.from.map(show::long), when.until.map(show::long));
        let days = match (&from, &until) {
            (None, None) => None,
            (Some(from), None) => Some(words.phrase("from", &[("from", from)])),
            (None, Some(until)) => Some(words.phrase("until", &[("until", until)])),
            (Some(from), Some(until)) => {
                Some(words.phrase("from-until", &[("from", from), ("until", until)]))
            }
        };
        if let Some(days) = days {
            sentence = sentence.part("in force", days);
        }
        sentence
    }

    pub fn done(mut self, words: &Words<'_>) -> RuleSentence {
        self.0.text = self.0.paragraph(words.say);
        self.0
    }
}
