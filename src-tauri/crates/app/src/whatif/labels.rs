//! What the places of an answer are called: by the rules that were tried, or by those in force for what only they know.

use joinder_domain::classification::MoveAxis;
use joinder_domain::code::Code;

use crate::profile::{Choice, Choices, label};
use crate::text;

/// Labels of two rule sets.
pub(super) struct Labels<'a> {
    pub tried: &'a Choices,
    pub now: &'a Choices,
}

/// The name of a part of an answer.
pub(super) fn axis(axis: MoveAxis) -> String {
    text::text(&format!("move-{}", axis.code()), &[])
}

impl Labels<'_> {
    /// The label of a code.
    pub fn of(&self, axis: MoveAxis, code: &Code) -> String {
        if axis == MoveAxis::Review {
            return text::text("move-to-review", &[]);
        }
        let found = label(choices(self.tried, axis), code.as_str());
        if found == code.as_str() { label(choices(self.now, axis), code.as_str()) } else { found }
    }

    /// Every code of an axis that either rule set knows, those that were tried first.
    pub fn codes(&self, axis: MoveAxis) -> Vec<&Code> {
        let mut codes: Vec<&Code> = choices(self.tried, axis).iter().map(|choice| &choice.code).collect();
        for choice in choices(self.now, axis) {
            if !codes.contains(&&choice.code) {
                codes.push(&choice.code);
            }
        }
        codes
    }
}

fn choices(choices: &Choices, axis: MoveAxis) -> &[Choice] {
    match axis {
        MoveAxis::Status | MoveAxis::StatusNow => &choices.statuses,
        MoveAxis::Notice => &choices.notices,
        MoveAxis::Cohort => &choices.cohorts,
        MoveAxis::Outcome => &choices.outcomes,
        MoveAxis::Flag => &choices.flags,
        MoveAxis::Tag => &choices.tags,
        MoveAxis::Review => &[],
    }
}
