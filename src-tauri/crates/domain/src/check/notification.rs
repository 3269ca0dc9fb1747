//! Checks of whether and how the person was told (`intake.md` 3.2, contradictions).

use jiff::civil::Date;

use super::date::Dated;
use super::problem::Problems;
use super::{CheckRules, text};
use crate::claimant::{Channel, Claimant, YesNo};
use crate::contact::Email;
use crate::date::{Truth, show};

pub(super) fn check(claimant: &Claimant, rules: &CheckRules, today: Date, found: &mut Problems) {
    let notice = &claimant.notification;
    let field = "notification.seen";
    found.past(Dated { field, what: "notice", date: &notice.seen }, today);
    if let (Some(seen), Some(first)) = (&notice.seen, rules.first_notice)
        && seen.before(first) == Truth::Yes
    {
        found.warn(field, "notice-too-early", &[("date", seen.short()), ("first", show::short(first))]);
    }
    // Who knows of it from somebody else was not told, and says how.
    let own = notice.channel.is_some_and(|channel| channel != Channel::ThirdPerson);
    let told = !notice.received_at.trim().is_empty() || own || notice.seen.is_some();
    if notice.received == Some(YesNo::No) && told {
        found.warn("notification.received", "notice-contradict", &[]);
    }
    if notice.channel == Some(Channel::Email) && !notice.received_at.trim().is_empty() {
        received_at(claimant, found);
    }
    text::line("notification.received_at", &notice.received_at, found);
    text::narrative("notification.follow_up", &notice.follow_up, found);
}

fn received_at(claimant: &Claimant, found: &mut Problems) {
    let field = "notification.received_at";
    let Ok(at) = Email::parse(&claimant.notification.received_at) else {
        return found.warn(field, "notice-address", &[]);
    };
    let declared = claimant.contact.emails.iter().filter_map(|email| Email::parse(&email.address).ok());
    if !declared.into_iter().any(|email| email.caseless_key() == at.caseless_key()) {
        found.warn(field, "notice-address-undeclared", &[]);
    }
}
