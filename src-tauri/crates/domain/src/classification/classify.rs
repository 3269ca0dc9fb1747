//! Classifies one claimant.

mod conclude;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::combine::{Status, combine};
use super::gather::gather;
use super::place::place;
use super::spell::Spell;
use super::{Classification, Cohort, Input, Later, NoticeAxis, PossibleStatus, StatusAnswer, Until, cite};
use crate::code::Code;
use crate::date::show;
use crate::finding::FactRef;
use crate::notice::GradeKind;
use crate::profile::Profile;
use crate::rules::bits::Bits;
use crate::rules::condition::Seen;
use crate::rules::{Fact, RuleSet};

/// Classifies one claimant by the rule set in force. The answer depends on the input alone, and not on the order in
/// which episodes or evidence are given.
pub fn classify(input: &Input<'_>, profile: &Profile) -> Classification {
    classify_with(input, profile, &profile.rules)
}

/// Classifies one claimant by a rule set, which need not be the one in force.
pub fn classify_with(input: &Input<'_>, profile: &Profile, rules: &RuleSet) -> Classification {
    Classifier::new(input, profile, rules).run()
}

/// What rules see of a claimant, by the rule set in force.
pub(crate) fn seen(input: &Input<'_>, profile: &Profile) -> Seen {
    let mut classifier = Classifier::new(input, profile, &profile.rules);
    classifier.look();
    let (notice, _) = classifier.notice();
    classifier.seen.notice = NoticeAxis::ALL.iter().position(|axis| *axis == notice).unwrap_or_default();
    classifier.seen
}

pub(super) struct Classifier<'c, 'p> {
    input: &'c Input<'c>,
    profile: &'p Profile,
    pub(super) rules: &'p RuleSet,
    pub(super) spells: Vec<Spell<'p>>,
    status: Status,
    notice_day: Status,
    today: Status,
    seen: Seen,
    /// What each episode says of itself: several findings rest on the same.
    said: Vec<Vec<FactRef>>,
}

impl<'c, 'p> Classifier<'c, 'p> {
    pub(super) fn new(input: &'c Input<'c>, profile: &'p Profile, rules: &'p RuleSet) -> Self {
        let spells: Vec<_> =
            input.claimant.episodes.iter().map(|episode| Spell::new(episode, profile, rules)).collect();
        let on = |day: Date| {
            let placements: Vec<_> = spells.iter().map(|spell| place(spell, rules, day)).collect();
            combine(&placements, rules)
        };
        let (status, notice_day) = (on(profile.incident.date), on(profile.incident.notice_date));
        let today = on(input.today.max(profile.incident.date));
        let seen = Seen::default();
        Self { input, profile, rules, spells, status, notice_day, today, seen, said: Vec::new() }
    }

    fn run(mut self) -> Classification {
        let episodes = self.input.claimant.episodes.iter().enumerate();
        self.said = episodes.map(|(at, episode)| cite::episode(at, episode)).collect();
        let status_now = self.status_now();
        self.look();
        let (notice, notice_reasons) = self.notice();
        self.seen.notice = NoticeAxis::ALL.iter().position(|axis| *axis == notice).unwrap_or_default();
        let findings = self.findings();
        let tags = self.tags();
        let (outcome, mut outcome_reasons) = self.outcome();
        let reviews = self.reviews();
        let review = !reviews.is_empty();
        outcome_reasons.extend(reviews);
        let mut flags: Vec<Code> = Vec::new();
        for finding in &findings {
            if !flags.contains(&finding.code) {
                flags.push(finding.code.clone());
            }
        }
        Classification {
            rule_set: self.rules.reference(),
            incident_date: self.profile.incident.date,
            as_of: self.input.today,
            status: self.answer(&self.status, true),
            status_now,
            later: self.later(),
            notice,
            notice_reasons,
            tier: self.seen.tier,
            cohort: match notice {
                NoticeAxis::Proven | NoticeAxis::Supported => Cohort::Confirmed,
                _ => Cohort::Unconfirmed,
            },
            outcome,
            review,
            outcome_reasons,
            flags,
            tags,
            findings,
            settle: self.settle(),
        }
    }

    /// Gathers what rules can ask for.
    fn look(&mut self) {
        let mut facts = gather(self.input, self.profile, self.rules, &self.spells).with(self.status.facts);
        self.changes(&mut facts);
        let claimant = self.input.claimant;
        let names = &self.profile.categories;
        let mut evidence_flags = Bits::NONE;
        let mut wrong = Bits::NONE;
        let mut tier = 0;
        for item in self.input.evidence {
            match &item.grade.kind {
                GradeKind::Genuine | GradeKind::Unaddressed => {
                    tier = tier.max(item.grade.tier);
                    for flag in &item.grade.flags {
                        evidence_flags
                            .add_if(true, self.profile.notice.flags.get(flag.as_str()).unwrap_or(usize::MAX));
                    }
                }
                GradeKind::Wrong(kind) => {
                    wrong.add_if(true, self.profile.notice.kinds.get(kind.as_str()).unwrap_or(usize::MAX));
                }
                GradeKind::ThirdParty | GradeKind::Unrelated => {}
            }
        }
        // What a better copy shows is not weakened by a worse one.
        if tier >= 4 {
            let integrity = self.best_flags(tier);
            evidence_flags = integrity;
        }
        let mut refused = Bits::NONE;
        for consent in self.latest_consents() {
            refused.add_if(
                !consent.given,
                self.profile.consent_names.get(consent.kind.as_str()).unwrap_or(usize::MAX),
            );
        }
        self.seen = Seen {
            status: self.status.possible,
            secondary: self.status.secondary,
            now: self.now(),
            notice: 0,
            tier,
            facts,
            flags: Bits::NONE,
            categories: self.spells.iter().map(|spell| spell.category).collect(),
            endings: self.spells.iter().map(|spell| spell.ending).collect(),
            roles: claimant.roles.iter().filter_map(|role| names.role_names.get(role.as_str())).collect(),
            status_rules: self.status.ways.iter().filter_map(|(_, stand, _)| stand.rule).collect(),
            wrong,
            evidence_flags,
            refused,
        };
    }

    /// Flags of the items of the best tier.
    fn best_flags(&self, tier: u8) -> Bits {
        let best = self
            .input
            .evidence
            .iter()
            .filter(|item| item.grade.tier == tier && item.grade.kind == GradeKind::Genuine);
        best.flat_map(|item| &item.grade.flags)
            .filter_map(|flag| self.profile.notice.flags.get(flag.as_str()))
            .collect()
    }

    /// The last word on each consent.
    fn latest_consents(&self) -> impl Iterator<Item = &crate::claimant::Consent> {
        let consents = &self.input.claimant.consents;
        let mut latest = BTreeMap::new();
        for consent in consents {
            let at = latest.entry(&consent.kind).or_insert(consent.at);
            *at = consent.at.max(*at);
        }
        consents.iter().filter(move |consent| latest.get(&consent.kind) == Some(&consent.at))
    }

    /// What became of the status after the incident.
    fn changes(&self, facts: &mut Bits) {
        let (at, notice, now) = (self.status.possible, self.notice_day.possible, self.today.possible);
        let surely = |from: Bits, to: Bits| !from.meets(to);
        facts.add_if(surely(at, notice), Fact::ChangedBeforeNotice as usize);
        let may = at != notice && !surely(at, notice);
        facts.add_if(may, Fact::MayHaveChangedBeforeNotice as usize);
        facts.add_if(surely(notice, now), Fact::ChangedLater as usize);
        let answered = self.answered_now();
        facts.add_if(answered.is_some_and(|status| !now.has(status)), Fact::StatusNowDiffers as usize);
    }

    /// The status now, as the person answered.
    fn answered_now(&self) -> Option<usize> {
        self.input.claimant.status_now.as_ref().and_then(|code| self.rules.status_position(code.as_str()))
    }

    fn now(&self) -> Bits {
        self.answered_now().map_or(self.today.possible, Bits::one)
    }

    fn status_now(&self) -> StatusAnswer {
        match self.answered_now() {
            Some(status) => {
                let code = self.code(status);
                StatusAnswer { possible: BTreeSet::from([code]), settled: true, ..StatusAnswer::default() }
            }
            None => self.answer(&self.today, false),
        }
    }

    fn code(&self, status: usize) -> Code {
        self.rules.statuses.get(status).map(|status| status.code.clone()).unwrap_or_default()
    }

    fn codes(&self, statuses: Bits) -> BTreeSet<Code> {
        statuses.iter().map(|status| self.code(status)).collect()
    }

    fn answer(&self, status: &Status, with_reasons: bool) -> StatusAnswer {
        let because = if with_reasons { self.because(status) } else { Vec::new() };
        StatusAnswer {
            possible: self.codes(status.possible),
            settled: status.possible.len() == 1,
            secondary: self.codes(status.secondary),
            because,
        }
    }

    fn because(&self, status: &Status) -> Vec<PossibleStatus> {
        let mut all = Vec::new();
        for (spell, stand, statuses) in &status.ways {
            let rule = stand.rule.and_then(|at| self.rules.status_rules.get(at));
            let facts = self.said.get(*spell);
            for one in statuses.iter() {
                all.push(PossibleStatus {
                    status: self.code(one),
                    rule: rule.map_or_else(|| self.rules.no_rule_ref.clone(), |rule| rule.rule.clone()),
                    text: rule.map(|rule| rule.text.clone()).unwrap_or_default(),
                    facts: facts.cloned().unwrap_or_default(),
                });
            }
        }
        // Not by position of the episode: the order in which they were entered says nothing.
        all.sort_by(|a, b| {
            let words =
                |way: &PossibleStatus| way.facts.iter().map(|fact| fact.words.clone()).collect::<Vec<_>>();
            (&a.status, &a.rule.rule).cmp(&(&b.status, &b.rule.rule)).then_with(|| words(a).cmp(&words(b)))
        });
        all
    }

    fn later(&self) -> Vec<Later> {
        let steps = [
            (
                Until::Notice,
                self.profile.incident.notice_date,
                self.status.possible,
                self.notice_day.possible,
            ),
            (Until::Today, self.input.today, self.notice_day.possible, self.today.possible),
        ];
        let changed =
            steps.into_iter().filter(|(_, on, from, to)| from != to && *on >= self.profile.incident.date);
        changed
            .map(|(until, on, from, to)| {
                let certain = !from.meets(to);
                let verb = if certain { "was" } else { "may have been" };
                let text = format!("On {} the status {verb} {}.", show::long(on), self.labels(to));
                Later { until, on, possible: self.codes(to), certain, text }
            })
            .collect()
    }

    fn labels(&self, statuses: Bits) -> String {
        let labels: Vec<_> = statuses
            .iter()
            .filter_map(|at| self.rules.statuses.get(at))
            .map(|status| status.label.as_str())
            .collect();
        labels.join(" or ")
    }
}
