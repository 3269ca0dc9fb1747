//! What the firm asks back, and what is answered.

use std::fs::File;

use joinder_packet::{Answer, OpenedRequest, Request};
use joinder_store::Op;
use serde::{Deserialize, Serialize};

use super::kept::Kept;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::exchange;
use crate::invitation::Path;

/// A question of the firm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationQuestion"))]
pub struct QuestionView {
    /// Its code in the request.
    pub code: String,
    /// The part of the registration that it is about; empty for a question that is answered in words.
    pub page: String,
    /// The firm's words.
    pub text: String,
    /// What was answered; empty while nothing was.
    pub answer: String,
}

/// An answer to a question of the firm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationAnswering"))]
pub struct Answering {
    /// The question's code.
    pub code: String,
    /// What is answered, in the claimant's words.
    pub text: String,
}

pub(crate) fn open_request(context: Context<'_>, input: Path) -> Result<Applied<Vec<QuestionView>>> {
    let open = context.app.open_matter()?;
    let (mut kept, key) = open.matter.read(|reader| {
        let key = exchange::known(reader)?.ok_or_else(|| Error::new("not-a-registration"))?;
        Ok::<_, Error>((Kept::load(reader)?, key))
    })?;
    let invitation = kept.invitation()?;
    let file = File::open(&input.path).map_err(|_| Error::new("unreadable-file"))?;
    let request = OpenedRequest::open(file, &key, &invitation.keys.verifying)?.finish()?;
    if request.invitation != invitation.id || !kept.packets.iter().any(|one| one.packet == request.packet) {
        return Err(Error::new("request-not-ours"));
    }
    // The same request opened again keeps what was answered to it.
    if kept.request.as_ref() != Some(&request) {
        kept.answers.clear();
        kept.request = Some(request.clone());
        open.write(Op("registration.request"), context.app.clock().now(), |tx| kept.save(tx))?;
    }
    Ok(Applied::unchanged(questions(&request, &kept.answers)))
}

pub(crate) fn answer(context: Context<'_>, input: Answering) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let done = open.write(Op("registration.answer"), context.app.clock().now(), |tx| {
        let mut kept = Kept::load(tx)?;
        let asked = kept.request.iter().flat_map(|request| &request.questions);
        if !asked.into_iter().any(|question| question.code == input.code) {
            return Err(Error::new("no-such-question"));
        }
        kept.answers.retain(|known| known.question != input.code);
        if !input.text.trim().is_empty() {
            kept.answers.push(Answer { question: input.code.clone(), text: input.text.clone() });
        }
        kept.save(tx)
    })?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}

/// The questions, each with its answer.
pub(super) fn questions(request: &Request, answers: &[Answer]) -> Vec<QuestionView> {
    let view = |question: &joinder_packet::Question| QuestionView {
        code: question.code.clone(),
        page: question.page.clone(),
        text: question.text.clone(),
        answer: answers
            .iter()
            .find(|answer| answer.question == question.code)
            .map(|answer| answer.text.clone())
            .unwrap_or_default(),
    };
    request.questions.iter().map(view).collect()
}
