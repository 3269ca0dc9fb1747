//! Wording of the membership timeline.

use crate::claimant::Levy;

pub(super) const TITLE: &str = "Membership timeline";
pub(super) const INTRODUCTION: &str = "The picture shows what the claimant said about each relationship with the \
    defendant. A date that is known only in part is drawn as the whole time in which it can lie, and a date that is \
    not known or not given is open. The table says the same in words.";
pub(super) const NO_EPISODES: &str = "No relationship with the defendant was given.";
pub(super) const ONGOING: &str = "Still going on";

pub(super) fn levy(levy: Levy) -> &'static str {
    match levy {
        Levy::OptedIn => "Signed up individually",
        Levy::NeverOptedIn => "Paid the levy, never signed up",
        Levy::OptedOut => "Opted out of the levy",
        Levy::DontKnow => super::answer::DONT_KNOW,
    }
}
