//! People of the tests and the rules of their matter: all made up.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "each test uses a part; what cannot be set up must fail"
)]

use jiff::civil::{Date, date};
use joinder_domain::check::{CheckRules, Problem, check};
use joinder_domain::claimant::{Claimant, EmailAddress, Episode};
use joinder_domain::code::Code;
use joinder_domain::date::{DateWords, PartialDate};

/// The day of the checks.
pub const TODAY: Date = date(2026, 11, 23);

pub fn vague(text: &str) -> PartialDate {
    PartialDate::parse(text, &DateWords::default()).unwrap_or_else(|problem| panic!("{text:?}: {problem}"))
}

pub fn when(text: &str) -> Option<PartialDate> {
    Some(vague(text))
}

/// Rules of a matter like the one built in.
pub fn rules() -> CheckRules {
    toml::from_str(
        r#"
        incident = "2021-10-29"
        first_notice = "2021-11-03"
        member_kinds = ["member"]
        minimum_age = 14
        no_relationship_kinds = ["none"]
        affiliate_kinds = ["affiliated-supporter"]
        windows = [
          { kind = "registered-supporter", label = "election of 2015", from = "2015-05-15", until = "2015-08-12" },
          { kind = "registered-supporter", label = "election of 2020", from = "2020-01-14", until = "2020-01-16" },
        ]
        closures = [{ kind = "registered-supporter", last_day = "2021-09-26" }]
        unions = [
          { code = "unite", name = "Unite", aliases = ["Unite the Union"], spells = [{ from = "2007-05-01" }] },
          { code = "bfawu", name = "BFAWU", spells = [{ until = "2021-09-28" }] },
          { code = "pcs", name = "PCS" },
        ]
        [known]
        kinds = ["member", "registered-supporter", "affiliated-supporter", "none", "dont-know"]
        "#,
    )
    .unwrap()
}

pub fn member(start: &str, end: &str) -> Episode {
    let ongoing = end.is_empty();
    Episode {
        kind: Code::from("member"),
        start: when(start),
        end: if ongoing { None } else { when(end) },
        ongoing,
        ..Episode::default()
    }
}

pub fn email(address: &str) -> EmailAddress {
    EmailAddress { address: address.into(), ..EmailAddress::default() }
}

/// Gwen Ashworth of Leeds: nothing is wrong in her record.
pub fn gwen() -> Claimant {
    let mut gwen = Claimant::default();
    gwen.identity.forenames = "Gwen Mary".into();
    gwen.identity.surname = "Ashworth".into();
    gwen.identity.date_of_birth = Some(date(1961, 3, 27));
    gwen.contact.emails.push(email("Gwen.Ashworth@example.org"));
    gwen.contact.mobile = "07700 900123".into();
    gwen.episodes.push(member("2015", ""));
    gwen
}

/// Gwen's record after a change.
pub fn gwen_with(change: impl FnOnce(&mut Claimant)) -> Claimant {
    let mut gwen = gwen();
    change(&mut gwen);
    gwen
}

pub fn problems(claimant: &Claimant) -> Vec<Problem> {
    check(claimant, &rules(), TODAY)
}

/// "error episodes[0].end episode-reversed", in order.
pub fn told(claimant: &Claimant) -> Vec<String> {
    let severity = |problem: &Problem| if problem.is_error() { "error" } else { "warning" };
    problems(claimant).iter().map(|p| format!("{} {} {}", severity(p), p.field, p.code)).collect()
}
