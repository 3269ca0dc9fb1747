//! Checks of how the person can be reached (`intake.md` 3.2).

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::date::Dated;
use super::problem::Problems;
use super::text;
use crate::claimant::{Address, Contact, Reached, YesNo};
use crate::contact::{Email, Phone, PhoneProblem, Postcode};

pub(super) fn check(contact: &Contact, today: Date, found: &mut Problems) {
    emails(contact, today, found);
    phone("contact.mobile", &contact.mobile, true, found);
    phone("contact.landline", &contact.landline, false, found);
    for (at, address) in contact.addresses.iter().enumerate() {
        self::address(&format!("contact.addresses[{at}]"), address, found);
    }
    let no_phone = contact.mobile.trim().is_empty() && contact.landline.trim().is_empty();
    let (missing, way) = match contact.preferred {
        Some(Reached::Email) => (contact.emails.is_empty(), "email"),
        Some(Reached::Phone) => (no_phone, "phone"),
        Some(Reached::Post) => (contact.addresses.is_empty(), "post"),
        None => (false, ""),
    };
    if missing {
        found.warn("contact.preferred", "preferred-missing", &[("way", way.into())]);
    }
    if contact.no_email_given == Some(YesNo::Yes) && !contact.emails.is_empty() {
        found.warn("contact.no_email_given", "email-contradict", &[]);
    }
    text::line("contact.language", &contact.language, found);
    text::narrative("contact.accessibility", &contact.accessibility, found);
    text::narrative("contact.withhold_reason", &contact.withhold_reason, found);
}

fn emails(contact: &Contact, today: Date, found: &mut Problems) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (at, email) in contact.emails.iter().enumerate() {
        let field = format!("contact.emails[{at}].address");
        match Email::parse(&email.address) {
            Err(_) if email.address.trim().is_empty() => found.error(&field, "email-blank", &[]),
            Err(problem) => found.error(&field, problem.code(), &[]),
            Ok(parsed) => {
                if let Some(suggestion) = parsed.suggestion() {
                    found.warn(&field, "email-slip", &[("suggestion", suggestion)]);
                }
                if let Some(first) = seen.get(&parsed.caseless_key()) {
                    found.warn(&field, "email-twice", &[("first", (first + 1).to_string())]);
                } else {
                    seen.insert(parsed.caseless_key(), at);
                }
            }
        }
        let (from, to) = (format!("contact.emails[{at}].from"), format!("contact.emails[{at}].to"));
        let (from, to) = (
            Dated { field: &from, what: "email-from", date: &email.from },
            Dated { field: &to, what: "email-to", date: &email.to },
        );
        found.past(from, today);
        found.past(to, today);
        found.ordered(from, to, "email-reversed");
    }
}

/// A number that cannot be dialled is shown, and saved as given: the person may have written "ask my daughter".
fn phone(field: &str, number: &str, mobile: bool, found: &mut Problems) {
    text::line(field, number, found);
    if number.trim().is_empty() {
        return;
    }
    match Phone::parse(number) {
        Ok(phone) if mobile && phone.is_uk() && !phone.is_uk_mobile() => {
            found.warn(field, "phone-not-mobile", &[]);
        }
        Ok(_) => {}
        Err(problem) => {
            let args = match &problem {
                PhoneProblem::Length { digits } => vec![("digits", digits.to_string())],
                PhoneProblem::ZeroLost { suggestion } => vec![("suggestion", suggestion.clone())],
                PhoneProblem::Character | PhoneProblem::Range => Vec::new(),
            };
            found.warn(field, problem.code(), &args);
        }
    }
}

fn address(field: &str, address: &Address, found: &mut Problems) {
    for (at, line) in address.lines.iter().enumerate() {
        text::line(&format!("{field}.lines[{at}]"), line, found);
    }
    text::line(&format!("{field}.country"), &address.country, found);
    let postcode = address.postcode.trim();
    if address.lines.iter().all(|line| line.trim().is_empty()) && !postcode.is_empty() {
        found.warn(format!("{field}.lines"), "address-lines-missing", &[]);
    }
    if is_united_kingdom(&address.country) && !postcode.is_empty() && Postcode::parse(postcode).is_err() {
        found.warn(format!("{field}.postcode"), "postcode-form", &[]);
    }
    text::line(&format!("{field}.postcode"), postcode, found);
}

/// Whether postcodes of the United Kingdom are in use there; blank is the United Kingdom.
fn is_united_kingdom(country: &str) -> bool {
    let country = crate::claimant::name::search_form(country);
    matches!(
        country.as_str(),
        "" | "uk"
            | "gb"
            | "gbr"
            | "united kingdom"
            | "the united kingdom"
            | "great britain"
            | "britain"
            | "england"
            | "scotland"
            | "wales"
            | "cymru"
            | "northern ireland"
    )
}
