//! Words for what the program itself knows: ways of being told, nations, the closed axes.

use super::choice::Choice;
use super::explanation::Explanation;
use super::read::{Names, Table};
use crate::classification::{Cohort, NoticeAxis, Outcome};

/// Words for what the program itself knows.
#[derive(Clone, Debug)]
pub struct Questions {
    /// Ways in which a notice came.
    pub channels: Vec<Choice>,
    /// Nations of residence.
    pub nations: Vec<Choice>,
    /// Answers on the political levy.
    pub levies: Vec<Choice>,
    /// Values of the notice axis.
    pub notices: Vec<Choice>,
    /// Cohorts.
    pub cohorts: Vec<Choice>,
    /// Suggested outcomes.
    pub outcomes: Vec<Choice>,
    pub(crate) explanation: Explanation,
}

impl Questions {
    pub(super) fn read(root: &Table<'_>) -> Self {
        let closed = |key: &'static str, names: Names| Choice::closed(root, key, &names);
        let questions = Self {
            channels: closed(
                "channel",
                Names::of("a channel", ["email", "letter", "sms", "website", "third-person"]),
            ),
            nations: closed(
                "nation",
                Names::of(
                    "a nation",
                    ["england", "wales", "scotland", "northern-ireland", "elsewhere", "dont-know"],
                ),
            ),
            levies: closed(
                "levy",
                Names::of("an answer", ["opted-in", "never-opted-in", "opted-out", "dont-know"]),
            ),
            notices: closed(
                "notice",
                Names::of("a value of the notice axis", NoticeAxis::ALL.map(NoticeAxis::code)),
            ),
            cohorts: closed("cohort", Names::of("a cohort", Cohort::ALL.map(Cohort::code))),
            outcomes: closed("outcome", Names::of("an outcome", Outcome::ALL.map(Outcome::code))),
            explanation: Explanation::read(root),
        };
        root.finish();
        questions
    }
}
