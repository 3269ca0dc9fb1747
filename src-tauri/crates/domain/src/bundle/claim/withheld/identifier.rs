//! What tells where somebody lives, how to reach them, or how their health is: it is in no public paper.
//!
//! An individual schedule may be read by a non-party: no address, date of birth, telephone, email (Farley [2024] EWHC
//! 383 (KB), law.md 2.1).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::phrase::Phrase;
use super::{address, former_names};
use crate::claimant::Claimant;
use crate::date::show::{long, short};

/// A kind of detail that no public paper holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Identifier {
    /// A house and its postcode.
    Address,
    /// The date of birth.
    DateOfBirth,
    /// A telephone number.
    Phone,
    /// An email address.
    Email,
    /// The National Insurance number.
    NationalInsurance,
    /// A former name.
    FormerName,
    /// Words on health.
    Health,
}

impl Identifier {
    /// The code, as serialised.
    pub fn code(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::DateOfBirth => "date-of-birth",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::NationalInsurance => "national-insurance",
            Self::FormerName => "former-name",
            Self::Health => "health",
        }
    }
}

/// Letters and digits of a detail that is found whatever stands around it.
const LONG: usize = 8;

/// Looks through texts for what must not be in a public paper of one claimant.
#[derive(Debug, Default)]
pub struct PublicSearch {
    phrases: Vec<(Identifier, Phrase)>,
}

impl PublicSearch {
    /// For this claimant.
    pub fn of(claimant: &Claimant) -> Self {
        Self { phrases: identifiers(claimant) }
    }

    /// The kinds of detail that a text holds, each once, in their order.
    pub fn find(&self, text: &str) -> Vec<Identifier> {
        let letters = super::phrase::fold(text);
        // In a file, words may be torn apart or run together: a long detail is found without regard to its edges.
        let holds = |phrase: &Phrase| {
            phrase.may_be_in(&letters) && (phrase.len() >= LONG && !phrase.is_name() || phrase.is_in(text))
        };
        let mut found: Vec<Identifier> =
            self.phrases.iter().filter(|(_, phrase)| holds(phrase)).map(|(kind, _)| *kind).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Every detail of a claimant that no public paper holds, as it may be written.
pub(super) fn identifiers(claimant: &Claimant) -> Vec<(Identifier, Phrase)> {
    let (identity, contact) = (&claimant.identity, &claimant.contact);
    let mut found = Vec::new();
    let mut add = |kind, phrases: Vec<Phrase>| found.extend(phrases.into_iter().map(|phrase| (kind, phrase)));
    add(Identifier::NationalInsurance, insurance(&identity.national_insurance_number));
    add(Identifier::FormerName, former_names(identity));
    add(Identifier::Address, contact.addresses.iter().flat_map(address).collect());
    let emails = contact.emails.iter().map(|email| email.address.as_str());
    let at = claimant.notification.received_at.as_str();
    let at = Some(at).filter(|at| at.contains('@'));
    add(Identifier::Email, emails.chain(at).filter_map(Phrase::anywhere).collect());
    add(
        Identifier::Phone,
        [&contact.mobile, &contact.landline].into_iter().flat_map(|given| phone(given)).collect(),
    );
    add(Identifier::DateOfBirth, identity.date_of_birth.map(birth).unwrap_or_default());
    add(Identifier::Health, health(claimant));
    found
}

/// A number with and without its last letter, which many leave out.
pub(super) fn insurance(given: &str) -> Vec<Phrase> {
    let letters: String = given.chars().filter(char::is_ascii_alphanumeric).collect();
    let short = (letters.len() == 9).then(|| letters.get(..8)).flatten();
    [Some(letters.as_str()), short].into_iter().flatten().filter_map(Phrase::anywhere).collect()
}

/// A number as it is dialled at home and from abroad.
fn phone(given: &str) -> Vec<Phrase> {
    let digits: String = given.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.strip_prefix("00").unwrap_or(&digits);
    if digits.len() < 6 {
        return Vec::new();
    }
    let other = match (digits.strip_prefix("44"), digits.strip_prefix('0')) {
        (Some(rest), _) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        (None, Some(rest)) => format!("44{rest}"),
        (None, None) => format!("0{digits}"),
    };
    [digits, &other].into_iter().filter_map(Phrase::anywhere).collect()
}

/// A day in words and in figures, as people and programs write it.
fn birth(day: Date) -> Vec<Phrase> {
    let (d, m, y) = (day.day(), day.month(), day.year());
    let words = long(day);
    let (_, after) = words.split_once(' ').unwrap_or_default();
    let month = after.split(' ').next().unwrap_or_default();
    let nth = match d {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    };
    let forms = [
        words.clone(),
        short(day),
        format!("{d:02} {after}"),
        format!("{d}{nth} {after}"),
        format!("{d}{nth} of {after}"),
        format!("{month} {d} {y:04}"),
        format!("{month} {d}{nth} {y:04}"),
        format!("{d:02} {m:02} {:02}", y.rem_euclid(100)),
        format!("{d} {m} {:02}", y.rem_euclid(100)),
        format!("{d:02} {m:02} {y:04}"),
        format!("{d} {m} {y:04}"),
        format!("{m:02} {d:02} {y:04}"),
        format!("{y:04} {m:02} {d:02}"),
    ];
    forms.iter().filter_map(|form| Phrase::anywhere(form)).collect()
}

/// What was said of treatment, medication and vulnerability, whole, and the long words of what is taken.
fn health(claimant: &Claimant) -> Vec<Phrase> {
    let told = &claimant.consequence;
    let whole = [&told.treatment, &told.medication, &told.vulnerability];
    let mut phrases: Vec<Phrase> = whole.into_iter().filter_map(|text| Phrase::anywhere(text)).collect();
    let words = told.medication.split(|c: char| !c.is_alphanumeric());
    let telling = |word: &&str| word.chars().count() > 5 && !COMMON.contains(&word.to_lowercase().as_str());
    phrases.extend(words.filter(telling).filter_map(Phrase::anywhere));
    phrases.extend(CLINICAL.iter().filter_map(|word| Phrase::anywhere(word)));
    phrases
}

/// Conditions and medicines that a person may name anywhere, whatever the record says of them. Distress itself is pleaded
/// in public, so its words are not among them.
const CLINICAL: [&str; 40] = [
    "depression",
    "clinically depressed",
    "bipolar",
    "schizophrenia",
    "psychosis",
    "psychotic",
    "psychiatric",
    "psychiatrist",
    "PTSD",
    "post-traumatic stress",
    "eating disorder",
    "anorexia",
    "bulimia",
    "anxiety disorder",
    "panic disorder",
    "self-harm",
    "self-harmed",
    "suicide",
    "suicidal",
    "overdose",
    "antidepressant",
    "antidepressants",
    "sertraline",
    "citalopram",
    "fluoxetine",
    "mirtazapine",
    "venlafaxine",
    "diazepam",
    "propranolol",
    "HIV",
    "cancer",
    "chemotherapy",
    "epilepsy",
    "diabetes",
    "dementia",
    "multiple sclerosis",
    "miscarriage",
    "pregnant",
    "pregnancy",
    "autism",
];

/// Long words that are said of any medicine.
const COMMON: [&str; 16] = [
    "tablet",
    "tablets",
    "medicine",
    "medication",
    "nothing",
    "before",
    "during",
    "prescribed",
    "prescription",
    "doctor",
    "because",
    "months",
    "another",
    "sometimes",
    "started",
    "stopped",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claimant::{Address, EmailAddress};

    fn ada() -> Claimant {
        let mut ada = Claimant::default();
        ada.identity.date_of_birth = Some("1984-05-07".parse().unwrap());
        ada.identity.national_insurance_number = "AB 12 34 56 C".to_owned();
        ada.contact.mobile = "07700 900123".to_owned();
        ada.contact.emails =
            vec![EmailAddress { address: "ada@example.org".to_owned(), ..EmailAddress::default() }];
        ada.contact.addresses = vec![Address {
            lines: vec!["12 Quarry Lane".to_owned(), "Leeds".to_owned()],
            postcode: "LS1 1AA".to_owned(),
            ..Address::default()
        }];
        ada.consequence.medication = "Sertraline tablets since May".to_owned();
        ada
    }

    #[test]
    fn a_detail_is_found_however_it_is_written() {
        let search = PublicSearch::of(&ada());
        for (text, kind) in [
            ("born 7 May 1984", Identifier::DateOfBirth),
            ("born 07/05/1984", Identifier::DateOfBirth),
            ("1984-05-07", Identifier::DateOfBirth),
            ("born 7.5.84, I think", Identifier::DateOfBirth),
            ("on the 7th of May 1984", Identifier::DateOfBirth),
            ("May 7, 1984", Identifier::DateOfBirth),
            ("call +44 (0)7700 900123", Identifier::Phone),
            ("insurance number ab 12 34 56", Identifier::NationalInsurance),
            ("call +44 7700 900 123", Identifier::Phone),
            ("call 07700900123", Identifier::Phone),
            ("to <ADA@example.org>", Identifier::Email),
            ("12, Quarry Lane", Identifier::Address),
            ("ls11aa", Identifier::Address),
            ("I take sertraline", Identifier::Health),
        ] {
            assert_eq!(search.find(text), [kind], "{text}");
        }
        assert!(search.find("On 7 May 1985 in Leeds I took two tablets").is_empty());
    }
}
