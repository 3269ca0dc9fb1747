//! Which field a heading means, and which value of a drop-down means the same as ours.

use super::field::Field;
use crate::claimant::name::search_form;

/// What people write over the columns, folded; the first fit counts.
const HEADINGS: &[(Field, &[&str])] = &[
    (
        Field::Number,
        &[
            "number",
            "no",
            "claimant no",
            "claimant number",
            "register no",
            "register number",
            "claimant id",
            "cl no",
            "entry no",
            "entry number",
        ],
    ),
    (
        Field::ClaimForm,
        &["claim form", "claim form no", "claim form number", "batch", "batch no", "batch number"],
    ),
    (
        Field::Name,
        &[
            "name",
            "full name",
            "claimant",
            "claimant name",
            "claimants name",
            "name of claimant",
            "name or cipher",
        ],
    ),
    (
        Field::Forenames,
        &[
            "forenames",
            "forename",
            "first name",
            "first names",
            "given name",
            "given names",
            "claimant forenames",
            "claimant first name",
        ],
    ),
    (Field::Surname, &["surname", "last name", "family name", "claimant surname", "claimant last name"]),
    (
        Field::Firm,
        &[
            "solicitor",
            "solicitors",
            "firm",
            "solicitors firm",
            "law firm",
            "claimant solicitor",
            "claimants solicitor",
            "legal representative",
        ],
    ),
    (
        Field::Reference,
        &[
            "reference",
            "ref",
            "our ref",
            "our reference",
            "solicitor reference",
            "solicitors reference",
            "solicitors ref",
            "firm reference",
            "firm ref",
            "file reference",
        ],
    ),
    (
        Field::Status,
        &[
            "status",
            "status category",
            "category",
            "membership status",
            "status at incident",
            "membership category",
        ],
    ),
    (
        Field::Cohort,
        &[
            "cohort",
            "confirmed",
            "confirmed unconfirmed",
            "confirmed or unconfirmed",
            "notified",
            "breach confirmed",
        ],
    ),
    (
        Field::Consent,
        &["date of consent", "consent", "consent date", "consent to be joined", "date consent given"],
    ),
    (Field::ClaimNumber, &["claim no", "claim number", "case number", "case no", "court claim number"]),
    (Field::Issued, &["issue date", "date of issue", "issued", "date issued", "claim issued"]),
    (
        Field::Entered,
        &[
            "entry date",
            "date of entry",
            "entered",
            "date entered",
            "date of entry on register",
            "date joined register",
        ],
    ),
    (
        Field::Ended,
        &[
            "end date",
            "withdrawn",
            "date withdrawn",
            "date of withdrawal",
            "withdrawal date",
            "date of discontinuance",
            "removed",
            "date removed",
            "ended",
        ],
    ),
    (Field::Issues, &["issues", "glo issues", "glo issues relied on", "issues relied on", "group issues"]),
    (Field::Heads, &["heads", "heads claimed", "heads of loss", "heads of damage", "heads of claim"]),
    (
        Field::ValueBand,
        &["value band", "band", "value", "claim value band", "claim value", "estimated value"],
    ),
    (
        Field::SpecialFeatures,
        &["special features", "features", "special circumstances", "notes", "comments", "remarks"],
    ),
    (
        Field::Address,
        &["address", "residential address", "home address", "claimant address", "postal address"],
    ),
    (Field::Postcode, &["postcode", "post code", "postal code"]),
    (Field::DateOfBirth, &["date of birth", "dob", "birth date", "claimant dob"]),
    (Field::Capacity, &["capacity", "capacity in which claim is brought"]),
    (Field::ActedForBy, &["litigation friend", "acted for by", "represented by", "personal representative"]),
    (Field::Email, &["email", "e mail", "email address", "e mail address", "contact email"]),
    (
        Field::Phone,
        &[
            "phone",
            "telephone",
            "phone number",
            "telephone number",
            "mobile",
            "mobile number",
            "contact number",
            "tel",
            "tel no",
        ],
    ),
    (Field::Limitation, &["limitation date", "limitation", "limitation expiry", "last day to issue"]),
    (Field::EndReason, &["reason for withdrawal", "reason withdrawn", "end reason", "reason for removal"]),
];

/// The form in which headings and values are compared: lower case, single spaces, no signs.
pub fn folded(text: &str) -> String {
    search_form(&text.replace(['_', '/', '*', '(', ')', ':'], " "))
}

/// The field that a heading means.
pub fn suggest_field(heading: &str) -> Option<Field> {
    // "First name(s)" is "First names".
    let mut folded = folded(&heading.replace("(s)", "s").replace("(S)", "S"));
    for end in [" required", " mandatory", " dd mm yyyy", " yyyy mm dd", " optional"] {
        folded = folded.strip_suffix(end).map(str::to_owned).unwrap_or(folded);
    }
    let means = |(_, words): &&(Field, &[&str])| words.contains(&folded.as_str());
    HEADINGS.iter().find(means).map(|(field, _)| *field).or_else(|| Field::from_code(heading.trim()))
}

/// The value of a drop-down that means the same as ours: equal but for case and signs, or the only one that begins ours
/// or that ours begins.
pub fn suggest_value<'a>(ours: &str, values: &'a [String]) -> Option<&'a str> {
    let wanted = folded(ours);
    if wanted.is_empty() {
        return None;
    }
    if let Some(same) = values.iter().find(|value| folded(value) == wanted) {
        return Some(same);
    }
    // "Not confirmed" is "unconfirmed".
    let wanted = wanted.strip_prefix("not ").map(|rest| format!("un{rest}")).unwrap_or(wanted);
    let begins = |value: &&String| {
        let value = folded(value);
        !value.is_empty() && (begins_with(&wanted, &value) || begins_with(&value, &wanted))
    };
    let mut near = values.iter().filter(begins);
    near.next().filter(|_| near.next().is_none()).map(String::as_str)
}

/// Whether `text` begins with the whole words of `start`.
fn begins_with(text: &str, start: &str) -> bool {
    text.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::{suggest_field, suggest_value};
    use crate::register::Field;

    #[test]
    fn headings_are_known_however_they_are_written() {
        assert_eq!(suggest_field("CLAIMANT NO. *"), Some(Field::Number));
        assert_eq!(suggest_field("D.O.B."), Some(Field::DateOfBirth));
        assert_eq!(suggest_field("Date of Birth (dd/mm/yyyy)"), Some(Field::DateOfBirth));
        assert_eq!(suggest_field("Claimant's solicitor (required)"), Some(Field::Firm));
        assert_eq!(suggest_field("First name(s)"), Some(Field::Forenames));
        assert_eq!(suggest_field("Claimant\nno "), Some(Field::Number));
        assert_eq!(suggest_field("Shoe size"), None);
    }

    #[test]
    fn values_that_mean_the_same_are_found_and_doubtful_ones_are_not() {
        let values = ["Confirmed", "Unconfirmed"].map(str::to_owned);
        assert_eq!(suggest_value("Confirmed by notice", &values), Some("Confirmed"));
        assert_eq!(suggest_value("Not confirmed by notice", &values), Some("Unconfirmed"));
        assert_eq!(suggest_value("Unknown", &values), None);
        let members = ["Member (full)", "Member (reduced)"].map(str::to_owned);
        assert_eq!(suggest_value("Member", &members), None, "two would fit");
    }
}
