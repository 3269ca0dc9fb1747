//! What the codes of a matter are called on paper.

use crate::code::Code;

/// Which list of the profile a code belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term {
    /// What a person was to the defendant, such as "Full member".
    Category,
    /// How that ended, such as "Resigned".
    Ending,
    /// How dues were paid.
    Payment,
    /// An affiliated organisation.
    Union,
    /// A status of the classification.
    Status,
    /// A value of the notice axis.
    Notice,
    /// A value of the cohort axis.
    Cohort,
    /// A suggested outcome.
    Outcome,
    /// A flag that a finding raises.
    Flag,
    /// An issue that the case raises.
    Tag,
    /// A descriptor of distress.
    Descriptor,
    /// A kind of data held.
    Data,
    /// A kind of misuse.
    Misuse,
    /// A head of loss.
    Head,
}

/// What the codes of a matter are called; the matter's profile knows.
pub trait Labels {
    /// The label, or `None` when the list has no such code.
    fn find(&self, term: Term, code: &str) -> Option<&str>;

    /// How a statement says it within a sentence, such as "a member of the Example Party"; `None` where nothing is said.
    fn said(&self, _: Term, _: &str) -> Option<&str> {
        None
    }

    /// Whether it tells of something that only some may know, such as health.
    fn is_private(&self, _: Term, _: &str) -> bool {
        false
    }

    /// The label; the code itself when the list has none, so that nothing is left out silently.
    fn label(&self, term: Term, code: &str) -> String {
        self.find(term, code).unwrap_or(code).to_owned()
    }

    /// The label of a code.
    fn of(&self, term: Term, code: &Code) -> String {
        self.label(term, code.as_str())
    }
}
