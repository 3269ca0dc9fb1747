//! The states and moves of a profile, from its file.

use super::{Move, Restricted, Retention, Workflow};
use crate::code::Code;
use crate::profile::read::{File, Names, Problems, Table};
use crate::profile::{Choice, ProfileError};

/// Roles that can change things.
const ROLES: [&str; 3] = ["paralegal", "coordinator", "authorised-person"];
/// Roles that can read.
const READERS: [&str; 4] = ["paralegal", "coordinator", "authorised-person", "auditor"];

impl Workflow {
    /// Reads states and moves from the text of a file called `name`.
    ///
    /// # Errors
    /// [`ProfileError`] with every mistake: line, key, what was expected and what was found.
    pub fn from_text(name: &str, text: &str) -> Result<Self, ProfileError> {
        let problems = Problems::default();
        let workflow = Self::read(&File::parse(name, text, &problems).root());
        let problems = problems.sorted();
        if problems.is_empty() { Ok(workflow) } else { Err(ProfileError { problems }) }
    }

    pub(crate) fn read(root: &Table<'_>) -> Self {
        let mut names = Names::new("a state");
        let states: Vec<Choice> = root
            .tables("state")
            .iter()
            .map(|table| {
                let state = Choice {
                    code: table.define("code", &mut names),
                    label: table.text("label"),
                    hint: table.text_or_empty("hint"),
                    said: String::new(),
                };
                table.finish();
                state
            })
            .collect();
        if states.is_empty() {
            root.problem("state", "expected at least one state, found none");
        }
        let roles = Names::of("a role", ROLES);
        let codes = |at: Vec<usize>, names: &Names| -> Vec<Code> {
            at.into_iter().map(|at| Code::from(names.code(at))).collect()
        };
        let moves = root
            .tables("move")
            .iter()
            .map(|table| {
                let way = Move {
                    from: codes(table.names("from", &names), &names),
                    to: table.name("to", &names).map(|at| Code::from(names.code(at))).unwrap_or_default(),
                    by: codes(table.names("by", &roles), &roles),
                    reason: table.maybe_flag("reason").unwrap_or_default(),
                };
                table.finish();
                way
            })
            .collect();
        let number = |number: i64| i32::try_from(number).unwrap_or(i32::MAX);
        let retention = root
            .tables("retention")
            .iter()
            .map(|table| {
                let rule = Retention {
                    state: table
                        .name("state", &names)
                        .map(|at| Code::from(names.code(at)))
                        .unwrap_or_default(),
                    months: number(table.number("months", 1, 1_200)),
                    until_age: table.maybe_number("until_age", 0, 120).map(number),
                    label: table.text("label"),
                    citation: table.text("citation"),
                };
                table.finish();
                rule
            })
            .collect();
        let readers = Names::of("a role", READERS);
        let restricted = root
            .tables("restricted")
            .iter()
            .map(|table| {
                let kind = Restricted {
                    label: table.text("label"),
                    fields: table.texts("fields"),
                    by: codes(table.names("by", &readers), &readers),
                };
                table.finish();
                kind
            })
            .collect();
        root.finish();
        Self { states, moves, retention, restricted }
    }
}
