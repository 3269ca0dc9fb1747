//! Claimants given as JSON: classified, and not kept. The format is described in `docs/claimant-json.md`.

mod evidence;
mod read;

use joinder_domain::check::{ProblemSeverity, check};
use joinder_domain::classification::{
    Classification, GradedNotice, GroupFacts, Input, RuleSetRef, Why, WhyNot, classify, explain,
    look_at_group,
};
use joinder_domain::id::EvidenceId;
use joinder_domain::limitation::{Limitation, limitation};
use serde::{Deserialize, Serialize};

use crate::command::{Applied, Context};
use crate::error::{Problem, Result, Severity};
use crate::matching::THRESHOLD;
use crate::rules::{self, RuleFile};
use crate::text::text;
use read::Entry;

/// Claimants given as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimantsGiven"))]
pub struct Given {
    /// JSON: one claimant, or a list.
    pub text: String,
    /// The rule set to use; without one, the one in force.
    #[serde(default)]
    pub rules: Option<RuleFile>,
    /// The day of the classification; without one, today.
    #[serde(default)]
    pub today: Option<String>,
    /// Another incident date to work statuses out to.
    #[serde(default)]
    pub incident: Option<String>,
}

/// What the rules say of the claimants given.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimantAnswers"))]
pub struct Answers {
    /// The rule set that answered.
    pub rule_set: RuleSetRef,
    /// One claimant was given, and not a list.
    pub single: bool,
    /// In the order given.
    pub answers: Vec<Answer>,
}

/// What the rules say of one claimant.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimantAnswer"))]
pub struct Answer {
    /// The reference given, or the place in the list, from 1.
    pub reference: String,
    /// Full name; may be empty.
    pub name: String,
    /// The answer; none when the record cannot be read.
    pub classification: Option<Classification>,
    /// Its time limits, each with its arithmetic.
    pub limitation: Option<Limitation>,
    /// The answer in a few sentences.
    pub explanation: Vec<String>,
    /// Why each possible status is, one sentence each.
    pub why: Vec<Why>,
    /// Why its neighbours are not.
    pub why_not: Vec<WhyNot>,
    /// The evidence that it rests on, as graded.
    pub evidence: Vec<EvidenceUsed>,
    /// What the other claimants of the list show about this one.
    pub group: GroupFacts,
    /// What is wrong or doubtful in the record.
    pub problems: Vec<Problem>,
}

/// An evidence item and its grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "GivenEvidence"))]
pub struct EvidenceUsed {
    /// Its name, or its place in the record, such as `evidence[0]`.
    pub name: String,
    /// The item, as findings name it, and its grade.
    #[serde(flatten)]
    pub graded: GradedNotice,
}

pub(crate) fn given(context: Context<'_>, input: Given) -> Result<Applied<Answers>> {
    let mut profile = rules::profile_with(context, input.rules.as_ref())?;
    if let Some(incident) = &input.incident {
        profile = profile.with_incident_date(rules::day(incident)?);
    }
    let today = match &input.today {
        Some(day) => rules::day(day)?,
        None => context.app.clock().today(),
    };
    let file = read::read(&input.text, &profile)?;
    let readable: Vec<_> = file.entries.iter().filter_map(|entry| entry.claimant.as_ref()).collect();
    let mut groups = look_at_group(&readable, THRESHOLD).into_iter();
    let checks = profile.check_rules();
    let total = file.entries.len() as u64;
    let mut answers = Vec::with_capacity(file.entries.len());
    for (at, entry) in file.entries.into_iter().enumerate() {
        if at % 256 == 0 {
            context.job.step(at as u64, total, "Classifying")?;
        }
        let Entry { reference, claimant, evidence, group, mut problems } = entry;
        let Some(claimant) = claimant else {
            answers.push(Answer::unreadable(reference, problems));
            continue;
        };
        let group = group.or(groups.next().unwrap_or_default());
        let graded: Vec<GradedNotice> = evidence.iter().map(|used| used.graded.clone()).collect();
        let input = Input { claimant: &claimant, evidence: &graded, today, group };
        let classification = classify(&input, &profile);
        let explained = explain(&input, &classification, &profile, &text);
        problems.extend(check(&claimant, &checks, today).iter().map(in_words));
        answers.push(Answer {
            reference,
            name: claimant.identity.full_name(),
            limitation: Some(limitation(&input, &profile)),
            explanation: explained.text,
            why: explained.why,
            why_not: explained.why_not,
            classification: Some(classification),
            evidence,
            group,
            problems,
        });
    }
    context.job.step(total, total, "Classifying")?;
    Ok(Applied::unchanged(Answers { rule_set: profile.rules.reference(), single: file.single, answers }))
}

impl Answer {
    fn unreadable(reference: String, problems: Vec<Problem>) -> Self {
        Self {
            reference,
            name: String::new(),
            classification: None,
            limitation: None,
            explanation: Vec::new(),
            why: Vec::new(),
            why_not: Vec::new(),
            evidence: Vec::new(),
            group: GroupFacts::default(),
            problems,
        }
    }
}

/// A problem of the record in words; whatever is wrong with its facts, they are classified as they stand.
fn in_words(problem: &joinder_domain::check::Problem) -> Problem {
    let severity = match problem.severity {
        ProblemSeverity::Error => Severity::Error,
        ProblemSeverity::Warning => Severity::Warning,
    };
    Problem::new(&problem.field, problem.code, severity, &problem.args)
}

/// Identifies an item that has no identifier of its own by its place.
fn place_id(at: usize) -> EvidenceId {
    EvidenceId(uuid::Uuid::from_u128(at as u128 + 1))
}
