//! What the codes of a matter are called on paper.

use joinder_domain::bundle::claim::{Labels, Term};
use joinder_domain::profile::{Choice as ProfileChoice, Profile};

use crate::profile::{Choice, Choices};

/// The labels of a profile.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ProfileLabels<'a>(pub &'a Choices, pub &'a Profile);

impl Labels for ProfileLabels<'_> {
    fn find(&self, term: Term, code: &str) -> Option<&str> {
        let Self(choices, profile) = self;
        match term {
            Term::Category => of(&choices.categories, code),
            Term::Ending => of(&choices.endings, code),
            Term::Payment => of(&choices.payments, code),
            Term::Union => of(&choices.unions, code),
            Term::Status => of(&choices.statuses, code),
            Term::Notice => of(&choices.notices, code),
            Term::Cohort => of(&choices.cohorts, code),
            Term::Outcome => of(&choices.outcomes, code),
            Term::Flag => of(&choices.flags, code),
            Term::Tag => of(&choices.tags, code),
            Term::Descriptor => stored(&profile.consequences.descriptors, code),
            Term::Data => stored(&profile.consequences.data_kinds, code),
            Term::Misuse => stored(&profile.consequences.misuses, code),
            Term::Head => stored(&profile.consequences.heads, code),
        }
    }

    fn said(&self, term: Term, code: &str) -> Option<&str> {
        let choices = match term {
            Term::Category => &self.1.categories.categories,
            Term::Payment => &self.1.categories.payments,
            _ => return None,
        };
        let choice = choices.iter().find(|choice| choice.code.as_str() == code)?;
        Some(choice.said.as_str()).filter(|said| !said.is_empty())
    }

    fn is_private(&self, term: Term, code: &str) -> bool {
        let list = match term {
            Term::Descriptor => "consequence.descriptors",
            Term::Head => "losses",
            _ => return false,
        };
        let mut fields = self.1.workflow.restricted.iter().flat_map(|kind| &kind.fields);
        fields.any(|field| field.split_once('=') == Some((list, code)))
    }
}

fn of<'a>(choices: &'a [Choice], code: &str) -> Option<&'a str> {
    choices.iter().find(|choice| choice.code.as_str() == code).map(|choice| choice.label.as_str())
}

fn stored<'a>(choices: &'a [ProfileChoice], code: &str) -> Option<&'a str> {
    choices.iter().find(|choice| choice.code.as_str() == code).map(|choice| choice.label.as_str())
}
