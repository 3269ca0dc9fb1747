//! How far the work on a claimant's file has come: states, and who may make which move. The states are data of the
//! profile; that a move is never made by itself is not.

mod read;

#[cfg(test)]
mod tests;

use crate::code::Code;
use crate::profile::Choice;

/// The states of a profile and the moves between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workflow {
    /// The states in order; every file begins in the first.
    pub states: Vec<Choice>,
    /// Moves that are allowed.
    pub moves: Vec<Move>,
    /// How long files are kept.
    pub retention: Vec<Retention>,
    /// Details that only some roles see.
    pub restricted: Vec<Restricted>,
}

/// How long files in a state are kept after the last thing that happened to them (`duties.md`). It makes a list; nothing is
/// erased by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retention {
    /// The state.
    pub state: Code,
    /// Months.
    pub months: i32,
    /// Whoever was a child is kept until this age at least.
    pub until_age: Option<i32>,
    /// What the rule is, in words.
    pub label: String,
    /// Where it comes from.
    pub citation: String,
}

/// Details of records that only some roles see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restricted {
    /// What they are, in words.
    pub label: String,
    /// The fields, as paths without places in lists, such as `episodes.restricted_note`, or items of a
    /// list by their code, such as `losses=medical`.
    pub fields: Vec<String>,
    /// Roles that see them, by code.
    pub by: Vec<Code>,
}

/// A move from some states to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// From any of these states.
    pub from: Vec<Code>,
    /// To this one.
    pub to: Code,
    /// Roles that may make it, by code.
    pub by: Vec<Code>,
    /// Whether it needs a reason.
    pub reason: bool,
}

/// Why a move is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The profile knows no such state.
    NoSuchState,
    /// No move leads from the one state to the other.
    NoSuchMove,
    /// The move is for other roles.
    OtherRole,
    /// The move needs a reason and has none.
    ReasonMissing,
}

impl Workflow {
    /// The state in which every file begins; `None` when there are no states.
    pub fn first(&self) -> Option<&Code> {
        self.states.first().map(|state| &state.code)
    }

    /// What somebody in `role` does not see: the fields of every kind of detail that is for others.
    pub fn hidden_from<'a>(&'a self, role: &str) -> Vec<&'a str> {
        self.closed_to(role).flat_map(|kind| kind.fields.iter().map(String::as_str)).collect()
    }

    /// The kinds of detail that are not for somebody in `role`.
    pub fn closed_to<'a>(&'a self, role: &str) -> impl Iterator<Item = &'a Restricted> {
        let role = role.to_owned();
        self.restricted.iter().filter(move |kind| !kind.by.iter().any(|by| by.as_str() == role))
    }

    /// The label of a state; its code when the profile has none.
    pub fn label<'a>(&'a self, state: &'a Code) -> &'a str {
        self.states.iter().find(|known| known.code == *state).map_or(state.as_str(), |known| &known.label)
    }

    /// Whether somebody in `role` may move a file from one state to another, giving `reason`.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn admit(&self, from: &Code, to: &Code, role: &str, reason: &str) -> Result<(), Refusal> {
        if !self.states.iter().any(|state| state.code == *to) {
            return Err(Refusal::NoSuchState);
        }
        let mut ways = self.moves.iter().filter(|way| way.to == *to && way.from.contains(from)).peekable();
        if ways.peek().is_none() {
            return Err(Refusal::NoSuchMove);
        }
        let way = ways.find(|way| way.by.iter().any(|by| by.as_str() == role)).ok_or(Refusal::OtherRole)?;
        if way.reason && reason.trim().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        Ok(())
    }

    /// The moves that somebody in `role` may make from a state, in the order of the states that they lead to.
    pub fn moves_from<'a>(&'a self, from: &'a Code, role: &'a str) -> impl Iterator<Item = &'a Move> {
        self.states.iter().filter_map(move |state| {
            self.moves.iter().find(|way| {
                way.to == state.code && way.from.contains(from) && way.by.iter().any(|by| by.as_str() == role)
            })
        })
    }
}
