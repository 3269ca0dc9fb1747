//! A registration as it stands: what was answered, what is still to do, what was sent.

use joinder_domain::check::blanks;
use joinder_domain::claimant::Claimant;
use joinder_store::evidence::Which;
use joinder_store::{claimant as store, evidence as items};
use serde::Serialize;

use super::SELF;
use super::answer::lines;
use super::consent::{ConsentView, truth, views};
use super::kept::{Kept, invitation as invitation_of};
use super::note::Helper;
use super::proof::Proof;
use super::question::{TASKS, asked, of_field};
use super::request::RequestView;
use crate::app::OpenMatter;
use crate::claimant::{in_words, problems};
use crate::clock::Clock;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Problem, Result, Severity};
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
    /// The questions that this person is asked, in order.
    pub questions: Vec<Answered>,
    /// The tasks, in order.
    pub tasks: Vec<Task>,
    /// Questions on whose pages something that was typed could not be saved yet, in order.
    pub unsaved: Vec<String>,
    /// Consents and declarations.
    pub consents: Vec<ConsentView>,
    /// The statement of truth that is signed in the end.
    pub truth: String,
    /// The files to send.
    pub evidence: Vec<Proof>,
    /// Packets that were sealed, the latest first.
    pub sealed: Vec<SealedRow>,
    /// What the firm asks.
    pub request: Option<RequestView>,
    /// Who goes through the questions with the claimant; an empty name when nobody does.
    pub helper: Helper,
    /// It is filled in at a meeting: it is forgotten as soon as it is sealed.
    pub meeting: bool,
}

/// A question, and what was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationAnswered"))]
pub struct Answered {
    /// Its code.
    pub code: String,
    /// The task that it belongs to.
    pub task: String,
    /// Paths of the record that it asks for.
    pub fields: Vec<String>,
    /// What was answered, one line for each thing; empty while nothing was.
    pub lines: Vec<String>,
    /// Its page was gone on from.
    pub seen: bool,
    /// What is still blank, or wrong.
    pub open: Vec<Problem>,
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

pub(crate) fn get(context: Context<'_>, _: Nothing) -> Result<Applied<View>> {
    let open = context.app.open_matter()?;
    Ok(Applied::unchanged(view(&open, context.app.clock())?))
}

/// What was saved, and how everything stands then: the page after it asks for nothing more.
pub(super) fn saved(
    open: &OpenMatter,
    clock: Clock,
    changes: &[joinder_store::Change],
) -> Result<Applied<View>> {
    Ok(Applied::stored(view(open, clock)?, changes))
}

/// How the open registration stands.
pub(super) fn view(open: &OpenMatter, clock: Clock) -> Result<View> {
    let (kept, stored, evidence) = open.matter.read(|reader| {
        let kept = Kept::load(reader)?;
        let stored = store::get(reader, SELF)?.ok_or_else(|| Error::new("not-a-registration"))?;
        Ok::<_, Error>((kept, stored, items::list(reader, Which::Of(SELF))?))
    })?;
    let claimant = stored.claimant;
    let mut found = problems(open, clock, &claimant);
    found.retain(|problem| problem.severity == Severity::Error);
    found.extend(blanks(&claimant).iter().map(in_words));
    let questions = questions(open, &claimant, &kept.seen, &found);
    let consents = views(&open.profile, &claimant);
    Ok(View {
        invitation: invitation::view(&*invitation_of(open)?, clock.now()),
        version: stored.version,
        tasks: tasks(&questions, &consents),
        questions,
        unsaved: unsaved(open, &claimant)?.into_iter().map(str::to_owned).collect(),
        consents,
        truth: truth(&open.profile).map(|text| text.text.clone()).unwrap_or_default(),
        evidence: evidence.into_iter().map(Proof::of).collect(),
        sealed: kept.packets.iter().rev().map(SealedRow::of).collect(),
        request: RequestView::of(open, &kept)?,
        helper: kept.helper.map(|helper| Helper { name: helper.name, how: helper.how }).unwrap_or_default(),
        meeting: kept.meeting.is_some(),
        claimant,
    })
}

fn questions(open: &OpenMatter, claimant: &Claimant, seen: &[String], found: &[Problem]) -> Vec<Answered> {
    asked(claimant)
        .map(|question| Answered {
            code: question.code.to_owned(),
            task: question.task.to_owned(),
            fields: question.fields.iter().map(|field| (*field).to_owned()).collect(),
            lines: lines(question.code, claimant, open),
            seen: seen.iter().any(|code| code == question.code),
            open: found
                .iter()
                .filter(|problem| of_field(&problem.field).is_some_and(|one| one.code == question.code))
                .cloned()
                .collect(),
        })
        .collect()
}

fn tasks(questions: &[Answered], consents: &[ConsentView]) -> Vec<Task> {
    let of = |code: &str| {
        let mine = || questions.iter().filter(|question| question.task == code);
        let wrong = |problem: &Problem| problem.severity == Severity::Error;
        match () {
            () if mine().all(|one| one.lines.is_empty() && !one.seen) => TaskState::NotYetStarted,
            () if mine().any(|one| one.open.iter().any(wrong)) => TaskState::Problem,
            () if mine().any(|one| !one.open.is_empty() || (one.lines.is_empty() && !one.seen)) => {
                TaskState::InProgress
            }
            () => TaskState::Completed,
        }
    };
    let mut tasks: Vec<Task> = TASKS.iter().map(|code| task(code, of(code))).collect();
    let answered = consents.iter().filter(|consent| consent.given.is_some()).count();
    let consents = match answered {
        0 => TaskState::NotYetStarted,
        all if all == consents.len() => TaskState::Completed,
        _ => TaskState::InProgress,
    };
    tasks.push(task("consents", consents));
    tasks
}

fn task(code: &str, state: TaskState) -> Task {
    Task { code: code.to_owned(), title: text(&format!("registration-task-{code}"), &[]), state }
}

/// The questions whose pages hold something that was typed and could not be saved yet, such as a day that no calendar has.
pub(super) fn unsaved(open: &OpenMatter, claimant: &Claimant) -> Result<Vec<&'static str>> {
    let person = open.matter.actor().id;
    let drafts = open.matter.read(|reader| joinder_store::draft::keys(reader, person))?;
    let left = |code: &&str| drafts.iter().any(|key| *key == draft_key(code));
    Ok(asked(claimant).map(|question| question.code).filter(left).collect())
}

/// Under which name a page keeps what is typed.
pub(super) fn draft_key(code: &str) -> String {
    format!("claimant:{}:{code}", SELF.0)
}

impl SealedRow {
    fn of(packet: &super::kept::KeptPacket) -> Self {
        Self {
            receipt: packet.receipt.clone(),
            at: packet.at.to_string(),
            file: packet.file.clone(),
            size: packet.size,
        }
    }
}
