//! A registration as it stands: what was answered, what is still to do, what was sent.

use joinder_domain::check::blanks;
use joinder_domain::claimant::Claimant;
use joinder_store::evidence::Which;
use joinder_store::{claimant as store, evidence as items};
use serde::Serialize;

use super::SELF;
use super::consent::{ConsentView, truth, views};
use super::kept::Kept;
use super::request::{QuestionView, questions};
use crate::claimant::{in_words, problems};
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Problem, Result, Severity};
use crate::evidence;
use crate::invitation;
use crate::text::text;

/// A registration as it stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "Registration"))]
pub struct View {
    /// The invitation that it answers.
    pub invitation: invitation::View,
    /// The answers.
    pub claimant: Claimant,
    /// Counts the changes, from 1; an edit names the version that it began with.
    pub version: u32,
    /// The tasks, in order.
    pub tasks: Vec<Task>,
    /// What is wrong or doubtful.
    pub problems: Vec<Problem>,
    /// What was left blank.
    pub blanks: Vec<Problem>,
    /// Consents and declarations.
    pub consents: Vec<ConsentView>,
    /// The statement of truth that is signed in the end.
    pub truth: String,
    /// The files to send.
    pub evidence: Vec<evidence::Row>,
    /// Packets that were sealed, the latest first.
    pub sealed: Vec<SealedRow>,
    /// What the firm asks.
    pub request: Option<RequestView>,
}

/// A part of the registration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationTask"))]
pub struct Task {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub title: String,
    /// How far it has come.
    pub state: TaskState,
    /// What is still to do in it, or wrong.
    pub open: Vec<Problem>,
}

/// How far a task has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationTaskState"))]
#[serde(rename_all = "kebab-case")]
pub enum TaskState {
    /// Nothing was answered.
    NotYetStarted,
    /// Something is still to be answered.
    InProgress,
    /// An answer needs correcting.
    Problem,
    /// Nothing is missing.
    Completed,
}

/// A packet that was sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationSealed"))]
pub struct SealedRow {
    /// The code of its receipt; empty when it is not known to be whole.
    pub receipt: String,
    /// When it was sealed, RFC 3339.
    pub at: String,
    /// The file's name.
    pub file: String,
    /// Bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
}

/// What the firm asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationRequest"))]
pub struct RequestView {
    /// When it was made, RFC 3339.
    pub made: String,
    /// What the firm says first.
    pub message: String,
    /// The questions, with what was answered so far.
    pub questions: Vec<QuestionView>,
}

/// The tasks, each with the parts of the record that belong to it.
const TASKS: &[(&str, &[&str])] = &[
    ("you", &["identity"]),
    ("reach", &["contact"]),
    ("relationship", &["episodes", "status_now"]),
    ("notice", &["notification"]),
    ("effect", &["consequence"]),
    ("other", &["proceedings"]),
];

pub(crate) fn get(context: Context<'_>, _: Nothing) -> Result<Applied<View>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let (kept, stored, evidence) = open.matter.read(|reader| {
        let kept = Kept::load(reader)?;
        let stored = store::get(reader, SELF)?.ok_or_else(|| Error::new("not-a-registration"))?;
        Ok::<_, Error>((kept, stored, items::list(reader, Which::Of(SELF))?))
    })?;
    let claimant = stored.claimant;
    let found = problems(&open, clock, &claimant);
    let missing: Vec<Problem> = blanks(&claimant).iter().map(in_words).collect();
    let consents = views(&open.profile, &claimant);
    Ok(Applied::unchanged(View {
        invitation: invitation::view(&kept.invitation()?, clock.now()),
        version: stored.version,
        tasks: tasks(&claimant, &found, &missing, &consents)?,
        problems: found,
        blanks: missing,
        consents,
        truth: truth(&open.profile).map(|text| text.text.clone()).unwrap_or_default(),
        evidence: evidence.into_iter().map(|item| evidence::Row::of(item, Vec::new())).collect(),
        sealed: kept
            .packets
            .iter()
            .rev()
            .map(|packet| SealedRow {
                receipt: packet.receipt.clone(),
                at: packet.at.to_string(),
                file: packet.file.clone(),
                size: packet.size,
            })
            .collect(),
        request: kept.request.as_ref().map(|request| RequestView {
            made: request.made.to_string(),
            message: request.message.clone(),
            questions: questions(request, &kept.answers),
        }),
        claimant,
    }))
}

fn tasks(
    claimant: &Claimant,
    problems: &[Problem],
    missing: &[Problem],
    consents: &[ConsentView],
) -> Result<Vec<Task>> {
    let document = store::document(claimant)?;
    let mut tasks: Vec<Task> = Vec::new();
    for (code, parts) in TASKS {
        let within = |problem: &&Problem| {
            let head = problem.field.split(['.', '[']).next().unwrap_or_default();
            parts.contains(&head)
        };
        let wrong = problems.iter().filter(|problem| problem.severity == Severity::Error).filter(within);
        let open: Vec<Problem> = wrong.chain(missing.iter().filter(within)).cloned().collect();
        let begun = parts.iter().any(|part| document.get(*part).is_some());
        let state = match () {
            () if !begun => TaskState::NotYetStarted,
            () if open.iter().any(|problem| problem.severity == Severity::Error) => TaskState::Problem,
            () if !open.is_empty() => TaskState::InProgress,
            () => TaskState::Completed,
        };
        tasks.push(task(code, state, open));
    }
    let answered = consents.iter().filter(|consent| consent.given.is_some()).count();
    let consents = match answered {
        0 => TaskState::NotYetStarted,
        all if all == consents.len() => TaskState::Completed,
        _ => TaskState::InProgress,
    };
    tasks.push(task("consents", consents, Vec::new()));
    Ok(tasks)
}

fn task(code: &str, state: TaskState, open: Vec<Problem>) -> Task {
    Task { code: code.to_owned(), title: text(&format!("registration-task-{code}"), &[]), state, open }
}
