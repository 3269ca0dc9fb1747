//! Checks of a claimant's record: once, for the form, for CSV and for sealed files alike (`intake.md` 3.2).
//!
//! [`check`] finds what is wrong or doubtful; [`blanks`] finds what is still to be asked. Neither changes anything.

mod aftermath;
mod blank;
mod code;
mod consequence;
mod contact;
mod date;
mod episode;
mod identity;
mod known;
mod notification;
mod problem;
mod read;
mod rules;
mod shape;
mod text;

pub use blank::blanks;
pub use code::CODES;
pub use identity::age;
pub use problem::{Problem, ProblemSeverity};
pub use read::read_claimant;
pub use rules::{AffiliatedSpell, Affiliation, CheckRules, Closure, EntryWindow, KnownCodes};
pub use shape::read_shape;

use jiff::civil::Date;

use crate::claimant::Claimant;

/// What is wrong or doubtful in a record: errors first, then by field.
///
/// A vague date is only found wrong when it is wrong on every day that it can have been.
pub fn check(claimant: &Claimant, rules: &CheckRules, today: Date) -> Vec<Problem> {
    let mut found = problem::Problems::new();
    identity::check(&claimant.identity, rules, today, &mut found);
    contact::check(&claimant.contact, today, &mut found);
    episode::check(claimant, rules, today, &mut found);
    notification::check(claimant, rules, today, &mut found);
    consequence::check(claimant, rules, today, &mut found);
    aftermath::check(claimant, today, &mut found);
    known::check(claimant, rules, &mut found);
    found.into_sorted()
}
