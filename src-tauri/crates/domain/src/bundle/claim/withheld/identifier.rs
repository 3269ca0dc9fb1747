//! What tells where somebody lives, how to reach them, or how their health is: it is in no public paper.
//!
//! An individual schedule may be read by a non-party: no address, date of birth, telephone, email (Farley [2024] EWHC
//! 383 (KB), law.md 2.1).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::phrase::Phrase;
use super::{address, contact, former_names, health, name};
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
    /// A name for which a cipher stands.
    Name,
    /// A membership number.
    MembershipNumber,
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
            Self::Name => "name",
            Self::MembershipNumber => "membership-number",
            Self::Health => "health",
        }
    }
}

/// Letters and digits of a detail that is found whatever stands around it.
const LONG: usize = 8;
/// The same of a name.
const LONG_NAME: usize = 12;

/// Looks through texts for what must not be in a public paper of one claimant.
#[derive(Debug, Default)]
pub struct PublicSearch {
    phrases: Vec<(Identifier, Phrase)>,
    /// Looked for on pages of ours alone: an original names towns for many reasons.
    places: Vec<(Identifier, Phrase)>,
    /// Mail addresses that may stand there.
    open: Vec<String>,
}

impl PublicSearch {
    /// For this claimant, whose name is a secret where there is a cipher.
    pub fn of(claimant: &Claimant, cipher: &str) -> Self {
        let mut phrases = identifiers(claimant);
        if !cipher.trim().is_empty() {
            let name = name::phrases(&claimant.identity).into_iter();
            phrases.extend(name.map(|phrase| (Identifier::Name, phrase)));
        }
        Self { phrases, places: places(claimant), open: open(claimant) }
    }

    /// The same on a page of ours, on which also no town, no word on health and nobody's number or address stands.
    pub fn find_on_page(&self, text: &str) -> Vec<Identifier> {
        let mut found = self.find(text);
        let places = self.places.iter().filter(|(_, phrase)| phrase.is_in(text));
        found.extend(places.map(|(kind, _)| *kind));
        found.extend(contact::find(text, &self.open));
        found.extend(health::is_in(text).then_some(Identifier::Health));
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The kinds of detail that a text holds, each once, in their order.
    pub fn find(&self, text: &str) -> Vec<Identifier> {
        let letters = super::phrase::fold(text);
        // In a file, words may be torn apart or run together: a long detail is found without regard to its edges.
        let holds = |(kind, phrase): &&(Identifier, Phrase)| {
            // One word of a name may be a part of another word.
            let long = if *kind == Identifier::Name { LONG_NAME } else { LONG };
            phrase.may_be_in(&letters) && (phrase.len() >= long && !phrase.is_name() || phrase.is_in(text))
        };
        let mut found: Vec<Identifier> = self.phrases.iter().filter(holds).map(|(kind, _)| *kind).collect();
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
    let numbers = claimant.episodes.iter().map(|episode| episode.membership_number.as_str());
    // Fewer letters and figures stand in many a paper by chance.
    let long = numbers.filter(|number| number.chars().filter(|c| c.is_alphanumeric()).count() > 4);
    add(Identifier::MembershipNumber, long.filter_map(Phrase::anywhere).collect());
    add(Identifier::Health, told_of_health(claimant));
    found
}

/// Where somebody lives and belongs, in names: the parts of an address that have no number, and branches.
pub(super) fn places(claimant: &Claimant) -> Vec<(Identifier, Phrase)> {
    let lines = claimant.contact.addresses.iter().flat_map(|address| &address.lines);
    let branches = claimant.episodes.iter().flat_map(|episode| [&episode.local_party, &episode.union_branch]);
    let parts = lines.chain(branches).flat_map(|line| line.split([',', ';'])).map(str::trim);
    let named = parts.filter(|part| !part.chars().any(|c| c.is_ascii_digit()));
    named.filter_map(Phrase::name).map(|phrase| (Identifier::Address, phrase)).collect()
}

/// Mail addresses that the claimant wrote to: they are the other side's.
pub(super) fn open(claimant: &Claimant) -> Vec<String> {
    let to = claimant.aftermath.requests.iter().flat_map(|request| request.sent_to.split_whitespace());
    let own =
        |to: &&str| claimant.contact.emails.iter().any(|own| own.address.trim().eq_ignore_ascii_case(to));
    to.filter(|to| to.contains('@') && !own(to)).map(str::to_owned).collect()
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
fn told_of_health(claimant: &Claimant) -> Vec<Phrase> {
    let told = &claimant.consequence;
    let whole = [&told.treatment, &told.medication, &told.vulnerability];
    let mut phrases: Vec<Phrase> = whole.into_iter().filter_map(|text| Phrase::anywhere(text)).collect();
    let words = told.medication.split(|c: char| !c.is_alphanumeric());
    let telling = |word: &&str| word.chars().count() > 5 && !COMMON.contains(&word.to_lowercase().as_str());
    phrases.extend(words.filter(telling).filter_map(Phrase::anywhere));
    phrases
}

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
    fn a_page_of_ours_names_no_town_no_doctor_and_nobodys_number() {
        let search = PublicSearch::of(&ada(), "");
        assert!(search.find("Leeds, my doctor, 07700 900999").is_empty());
        assert_eq!(search.find_on_page("I live in Leeds"), [Identifier::Address]);
        assert_eq!(search.find_on_page("my doctor said"), [Identifier::Health]);
        assert_eq!(search.find_on_page("ring 07700 900999"), [Identifier::Phone]);
        assert!(search.find_on_page("I was told on 3 November 2021.").is_empty());
    }

    #[test]
    fn a_name_is_looked_for_only_where_a_cipher_stands_for_it() {
        let mut ada = ada();
        (ada.identity.forenames, ada.identity.surname) = ("Ada Grace".to_owned(), "Lovell".to_owned());
        assert!(PublicSearch::of(&ada, "").find("Ada Lovell").is_empty());
        let search = PublicSearch::of(&ada, "VXY");
        for text in ["Lovell, Ada Grace", "Dear Grace", "lovell-notice.pdf", "MS LOVELL"] {
            assert_eq!(search.find(text), [Identifier::Name], "{text}");
        }
        assert!(search.find("by grace of the court, VXY").is_empty());
    }

    #[test]
    fn a_detail_is_found_however_it_is_written() {
        let search = PublicSearch::of(&ada(), "");
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
