//! Questions that were left blank and must be answered before a claim is issued (`intake.md` 3.1, marked R; 3.2).
//!
//! "Don't know" is an answer. A blank never keeps a record from being saved.

use super::problem::{Problem, Problems};
use crate::claimant::{AddressUse, Claimant, YesNo};
use crate::code::Code;

/// The required questions that were left blank, as warnings.
pub fn blanks(claimant: &Claimant) -> Vec<Problem> {
    let mut found = Problems::new();
    let (identity, contact) = (&claimant.identity, &claimant.contact);
    let mut blank = |blank: bool, field: &str, code: &'static str| {
        if blank {
            found.warn(field, code, &[]);
        }
    };
    blank(identity.date_of_birth.is_none(), "identity.date_of_birth", "blank-birth");
    blank(identity.capacity.is_none(), "identity.capacity", "blank-capacity");
    let no_names = identity.other_names.is_empty() && !identity.no_other_names;
    blank(no_names, "identity.other_names", "blank-other-names");
    let no_email = contact.emails.is_empty() && contact.no_email_given != Some(YesNo::Yes);
    blank(no_email, "contact.emails", "blank-email");
    let lives = contact.addresses.iter().any(|address| address.used == AddressUse::Now);
    blank(!lives, "contact.addresses", "blank-address");
    blank(contact.nation_at_incident.is_none(), "contact.nation_at_incident", "blank-nation");
    blank(claimant.episodes.is_empty(), "episodes", "blank-episodes");
    for (at, episode) in claimant.episodes.iter().enumerate() {
        let field = |name: &str| format!("episodes[{at}].{name}");
        blank(episode.kind == Code::default(), &field("kind"), "blank-kind");
        blank(episode.start.is_none(), &field("start"), "blank-start");
        blank(episode.end.is_none() && !episode.ongoing, &field("end"), "blank-end");
        blank(episode.end.is_some() && episode.ending.is_none(), &field("ending"), "blank-ending");
    }
    blank(claimant.status_now.is_none(), "status_now", "blank-status-now");
    blank(claimant.notification.received.is_none(), "notification.received", "blank-received");
    blank(claimant.consequence.own_words.trim().is_empty(), "consequence.own_words", "blank-own-words");
    blank(claimant.proceedings.other_firm.is_none(), "proceedings.other_firm", "blank-other-firm");
    found.into_sorted()
}
