//! What follows from what was seen of a claimant: notice, findings, tags, suggested outcome, and what would settle the rest.

use super::Classifier;
use crate::classification::place::place;
use crate::classification::settle::{Search, Topic};
use crate::classification::{NoticeAxis, Outcome, OutcomeReason, Settle, Tag, cite};
use crate::date::show;
use crate::finding::{FactRef, Finding, RuleRef};
use crate::id::EvidenceId;
use crate::notice::GradeKind;
use crate::rules::Fact;
use crate::rules::bits::Bits;
use crate::rules::rule::{SettleRule, When};

impl Classifier<'_, '_> {
    pub(super) fn notice(&self) -> (NoticeAxis, Vec<OutcomeReason>) {
        match self.rules.notice_rules.iter().find(|rule| self.applies(&rule.when)) {
            Some(rule) => (rule.axis, vec![self.reason(&rule.rule, &rule.text)]),
            None => (NoticeAxis::Unknown, Vec::new()),
        }
    }

    fn reason(&self, rule: &RuleRef, text: &str) -> OutcomeReason {
        OutcomeReason { rule: rule.clone(), text: self.fill(text) }
    }

    fn applies(&self, when: &When) -> bool {
        when.condition.holds(&self.seen) && when.in_force(self.input.today)
    }

    pub(super) fn findings(&mut self) -> Vec<Finding> {
        let mut raised = Bits::NONE;
        let mut findings = Vec::new();
        for rule in &self.rules.flag_rules {
            if !self.applies(&rule.when) {
                continue;
            }
            raised.add(rule.flag);
            let rests_on = rule.rests_on.iter().filter(|at| self.seen.facts.has(*at)).collect();
            findings.push(Finding {
                code: self.rules.flags.get(rule.flag).map(|flag| flag.code.clone()).unwrap_or_default(),
                severity: rule.severity,
                text: self.fill(&rule.text),
                rule: rule.rule.clone(),
                facts: self.cited(rests_on, rule.cites_episodes),
                evidence: self.cited_evidence(rests_on, &rule.when.condition),
            });
        }
        self.seen.flags = raised;
        findings
    }

    /// Puts the dates of the matter into a text.
    pub(super) fn fill(&self, text: &str) -> String {
        if !text.contains('{') {
            return text.to_owned();
        }
        text.replace("{incident}", &show::long(self.profile.incident.date))
            .replace("{notice}", &show::long(self.profile.incident.notice_date))
    }

    pub(super) fn cited(&self, facts: Bits, episodes: bool) -> Vec<FactRef> {
        let mut cited = cite::facts(facts, self.input.claimant);
        if episodes {
            cited.extend(self.said.iter().flatten().cloned());
        }
        cited
    }

    fn cited_evidence(&self, facts: Bits, condition: &crate::rules::condition::Condition) -> Vec<EvidenceId> {
        let about = |fact: Fact| facts.has(fact as usize);
        let own = about(Fact::OwnEvidence) || condition.asks_of_evidence();
        let mut ids: Vec<_> = self
            .input
            .evidence
            .iter()
            .filter(|item| match &item.grade.kind {
                GradeKind::Genuine | GradeKind::Unaddressed => own || about(Fact::UnaddressedEvidence),
                GradeKind::ThirdParty => about(Fact::ThirdPartyEvidence),
                GradeKind::Wrong(_) => about(Fact::WrongEvidence) || condition.asks_of_wrong(),
                GradeKind::Unrelated => false,
            })
            .map(|item| item.evidence)
            .collect();
        ids.sort();
        ids
    }

    pub(super) fn tags(&self) -> Vec<Tag> {
        let mut set = Bits::NONE;
        let mut tags = Vec::new();
        for rule in &self.rules.tag_rules {
            if !set.has(rule.tag) && self.applies(&rule.when) {
                set.add(rule.tag);
                let code = self.rules.tags.get(rule.tag).map(|tag| tag.code.clone()).unwrap_or_default();
                tags.push(Tag { code, rule: rule.rule.clone() });
            }
        }
        tags
    }

    pub(super) fn outcome(&self) -> (Outcome, Vec<OutcomeReason>) {
        match self.rules.outcome_rules.iter().find(|rule| self.applies(&rule.when)) {
            Some(rule) => (rule.outcome, vec![self.because_of(&rule.rule, &rule.text, &rule.when)]),
            None => (Outcome::HoldReview, Vec::new()),
        }
    }

    pub(super) fn reviews(&self) -> Vec<OutcomeReason> {
        let holds = self.rules.review_rules.iter().filter(|rule| self.applies(&rule.when));
        holds.map(|rule| self.because_of(&rule.rule, &rule.text, &rule.when)).collect()
    }

    /// A reason that names the flags of which one is enough for it.
    fn because_of(&self, rule: &RuleRef, text: &str, when: &When) -> OutcomeReason {
        let mut reason = self.reason(rule, text);
        if reason.text.contains("{flags}") {
            let asked = when.condition.flags_any.unwrap_or(Bits::NONE);
            let raised = asked.iter().filter(|flag| self.seen.flags.has(*flag));
            let labels: Vec<&str> = raised
                .filter_map(|flag| self.rules.flags.get(flag))
                .map(|flag| flag.label.as_str())
                .collect();
            reason.text = reason.text.replace("{flags}", &labels.join("; "));
        }
        reason
    }

    /// The phases in which a spell can have stood on the day of the incident.
    pub(in crate::classification) fn phases(&self, spell: usize) -> Bits {
        let spell = self.spells.get(spell);
        spell.map(|spell| place(spell, self.rules, self.profile.incident.date).phases).unwrap_or_default()
    }

    pub(super) fn settle(&self) -> Vec<Settle> {
        // What a relationship was cannot be settled by its dates.
        let dated = !self.seen.facts.has(Fact::KindOpen as usize);
        let shortest = if self.status.possible.len() > 1 && dated {
            let search = Search {
                episodes: &self.input.claimant.episodes,
                profile: self.profile,
                rules: self.rules,
                day: self.profile.incident.date,
            };
            search.shortest().and_then(|questions| self.asked(&questions))
        } else {
            None
        };
        let about_status = |rule: &SettleRule| rule.about.meets(Topic::facts());
        let mut list = shortest.clone().unwrap_or_default();
        for rule in self.rules.settle_rules.iter().filter(|rule| self.applies(&rule.when)) {
            if shortest.is_some() && (about_status(rule) || rule.when.condition.settled == Some(false)) {
                continue;
            }
            let about = rule.about.iter().filter(|at| self.seen.facts.has(*at)).collect();
            let field = cite::field(about).unwrap_or_default();
            list.push(Settle { text: self.fill(&rule.text), field: field.to_owned() });
        }
        list
    }

    /// The words for each question: those of the first rule that is about it alone. `None` when one has no words.
    fn asked(&self, questions: &[(usize, Topic)]) -> Option<Vec<Settle>> {
        let mut list: Vec<Settle> = Vec::with_capacity(questions.len());
        for (at, topic) in questions {
            let spell = self.spells.get(*at)?;
            let mut seen = self.seen;
            seen.facts = seen.facts.without(Topic::facts()).with(Bits::one(topic.fact() as usize));
            seen.endings = Bits::one(spell.ending);
            seen.categories = Bits::one(spell.category);
            let rules =
                self.rules.settle_rules.iter().filter(|rule| rule.when.condition.settled == Some(false));
            let mut rules =
                rules.filter(|rule| rule.when.in_force(self.input.today) && rule.when.condition.holds(&seen));
            let text = self.fill(&rules.next()?.text);
            let field = format!("episodes[{at}].{}", topic.field());
            let whole = format!("episodes[{at}]");
            match list.iter_mut().find(|known| known.text == text && known.field.starts_with(&whole)) {
                Some(known) => known.field = whole,
                None => list.push(Settle { text, field }),
            }
        }
        // Not by position of the episode: the order in which they were entered says nothing.
        list.sort_by(|a, b| a.text.cmp(&b.text));
        Some(list)
    }
}
