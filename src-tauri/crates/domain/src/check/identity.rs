//! Checks of who the person is (`intake.md` 3.2).

use jiff::civil::Date;

use super::date::Dated;
use super::problem::Problems;
use super::{CheckRules, text};
use crate::claimant::{Capacity, Identity, NationalInsuranceNumber};
use crate::date::{Truth, show};

pub(super) fn check(identity: &Identity, rules: &CheckRules, today: Date, found: &mut Problems) {
    names(identity, found);
    birth(identity, rules, today, found);
    if !identity.national_insurance_number.trim().is_empty()
        && let Err(problem) = NationalInsuranceNumber::parse(&identity.national_insurance_number)
    {
        found.error("identity.national_insurance_number", problem.code(), &[]);
    }
    let acts_for_another = identity.capacity.is_some_and(|capacity| capacity != Capacity::Own);
    if acts_for_another && identity.acted_for_by.trim().is_empty() {
        found.warn("identity.acted_for_by", "actor-missing", &[]);
    }
    let died = Dated { field: "identity.died", what: "death", date: &identity.died };
    found.past(died, today);
    if let (Some(died), Some(born)) = (&identity.died, identity.date_of_birth)
        && died.before(born) == Truth::Yes
    {
        found.error(
            "identity.died",
            "death-before-birth",
            &[("birth", show::short(born)), ("date", died.short())],
        );
    }
    if identity.died.is_some() && identity.capacity == Some(Capacity::Own) {
        found.warn("identity.capacity", "death-capacity", &[]);
    }
    for (at, check) in identity.checks.iter().enumerate() {
        if check.on > today {
            let args = [("what", "identity-check".to_owned()), ("date", show::short(check.on))];
            found.error(format!("identity.checks[{at}].on"), "date-future", &args);
        }
    }
}

fn names(identity: &Identity, found: &mut Problems) {
    match (identity.forenames.trim(), identity.surname.trim()) {
        ("", "") => found.error("identity.surname", "name-missing", &[]),
        ("", _) => found.warn("identity.forenames", "forenames-missing", &[]),
        (_, "") => found.warn("identity.surname", "surname-missing", &[]),
        _ => {}
    }
    for (field, name) in [
        ("identity.title", &identity.title),
        ("identity.forenames", &identity.forenames),
        ("identity.surname", &identity.surname),
        ("identity.preferred_name", &identity.preferred_name),
        ("identity.acted_for_by", &identity.acted_for_by),
    ] {
        text::name(field, name, found);
    }
    text::line("identity.occupation", &identity.occupation, found);
    text::line("identity.statement_by", &identity.statement_by, found);
    for (at, other) in identity.other_names.iter().enumerate() {
        let field = format!("identity.other_names[{at}]");
        let name = format!("{field}.name");
        if other.name.trim().is_empty() {
            found.error(&name, "other-name-missing", &[]);
        }
        text::name(&name, &other.name, found);
        let (from, to) = (format!("{field}.from"), format!("{field}.to"));
        found.ordered(
            Dated { field: &from, what: "start", date: &other.from },
            Dated { field: &to, what: "end", date: &other.to },
            "other-name-reversed",
        );
    }
    if identity.no_other_names && !identity.other_names.is_empty() {
        found.warn("identity.no_other_names", "other-names-contradict", &[]);
    }
}

fn birth(identity: &Identity, rules: &CheckRules, today: Date, found: &mut Problems) {
    let field = "identity.date_of_birth";
    let Some(born) = identity.date_of_birth else { return };
    let date = ("date", show::short(born));
    if born >= today {
        found.error(field, "birth-future", &[date]);
    } else if born.year() < rules.first_birth_year {
        found.error(field, "birth-too-early", &[date, ("year", rules.first_birth_year.to_string())]);
    } else if identity.died.is_none()
        && let Some(age) = age(born, today)
        && age > i16::from(rules.confirm_age)
    {
        found.warn(field, "birth-old", &[date, ("age", age.to_string())]);
    } else if let Some(incident) = rules.incident
        && born > incident
    {
        found.warn(field, "birth-after-incident", &[date, ("incident", show::short(incident))]);
    }
}

/// Whole years from birth to `day`; `None` before the birth. Who is born on 29 February has a birthday on 1 March.
pub fn age(born: Date, day: Date) -> Option<i16> {
    let had_birthday = (day.month(), day.day()) >= (born.month(), born.day());
    let age = day.year() - born.year() - i16::from(!had_birthday);
    (day >= born).then_some(age)
}
