//! In whose voice a statement speaks: the claimant's own, or that of somebody who speaks for the claimant.

use crate::claimant::{Capacity, Identity};

/// The words that differ.
#[derive(Clone, Copy)]
pub(super) struct Voice {
    /// At the start of a sentence: "I", "The claimant".
    pub(super) i: &'static str,
    /// Within one.
    pub(super) i_within: &'static str,
    /// "My", "The claimant’s".
    pub(super) my: &'static str,
    /// Within a sentence.
    pub(super) my_within: &'static str,
    /// "me", "the claimant".
    pub(super) me: &'static str,
    /// "am", "is".
    pub(super) am: &'static str,
    /// "have", "has".
    pub(super) have: &'static str,
    /// "do", "does".
    pub(super) does: &'static str,
    /// What follows a verb of the third person.
    pub(super) s: &'static str,
}

const OWN: Voice = Voice {
    i: "I",
    i_within: "I",
    my: "My",
    my_within: "my",
    me: "me",
    am: "am",
    have: "have",
    does: "do",
    s: "",
};

const ANOTHER: Voice = Voice {
    i: "The claimant",
    i_within: "the claimant",
    my: "The claimant’s",
    my_within: "the claimant’s",
    me: "the claimant",
    am: "is",
    have: "has",
    does: "does",
    s: "s",
};

impl Voice {
    /// Whoever does not act alone makes no statement alone (CPR 21; `law.md` 2.6).
    pub(super) fn of(identity: &Identity) -> Self {
        match identity.capacity {
            None | Some(Capacity::Own) => OWN,
            Some(_) => ANOTHER,
        }
    }

    /// Whether the claimant speaks.
    pub(super) fn is_own(&self) -> bool {
        self.i == OWN.i
    }

    /// "I do not know when it began."
    pub(super) fn unknown(&self, what: &str) -> String {
        format!("{} {} not know {what}.", self.i, self.does)
    }

    /// What stands above words as they were given: of the claimant's own voice `own`, of another's the matter alone.
    pub(super) fn of_words(&self, own: &str, matter: &str) -> String {
        if self.is_own() { own.to_owned() } else { format!("Of {matter} this was written in answer:") }
    }
}
