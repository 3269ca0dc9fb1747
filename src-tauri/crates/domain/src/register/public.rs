//! What must not be in a paper that anybody may read (Farley v Paymaster [2024] EWHC 383 (KB)).

use jiff::civil::Date;

use super::mapping::folded;
use crate::claimant::Claimant;
use crate::date::show;

/// A kind of thing that identifies or exposes somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Identifier {
    /// An address or postcode.
    Address,
    /// A date of birth.
    DateOfBirth,
    /// A telephone number.
    Phone,
    /// An email address.
    Email,
    /// A National Insurance number.
    NationalInsurance,
    /// A former name.
    FormerName,
    /// A word about health.
    Health,
}

impl Identifier {
    /// The code, for the words about it.
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

/// Something in a text that must not be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leak {
    /// What it is.
    pub identifier: Identifier,
    /// In which of the texts, from 0.
    pub at: usize,
}

/// Words about health, folded, as they begin.
const HEALTH: &[&str] = &[
    "anxi",
    "depress",
    "ptsd",
    "psych",
    "therap",
    "counselling",
    "counsellor",
    "medicat",
    "antidepress",
    "diagnos",
    "suicid",
    "self harm",
    "insomnia",
    "panic",
    "mental health",
    "disab",
    "cancer",
    "hiv",
    "pregnan",
    "hospital",
    "gp",
    "doctor",
    "illness",
    "trauma",
];

/// What of a claimant is in any of these texts and must not be read by everybody.
pub fn leaks(claimant: &Claimant, texts: &[&str]) -> Vec<Leak> {
    let wanted = wanted(claimant);
    let mut found = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let (lower, figures, words) = (text.to_lowercase(), figures(text), format!(" {} ", folded(text)));
        let squeezed: String = lower.chars().filter(|c| c.is_alphanumeric()).collect();
        let is_there = |needle: &Needle| match needle {
            Needle::Words(needle) => words.contains(&format!(" {needle} ")),
            Needle::Squeezed(needle) => squeezed.contains(needle),
            Needle::Figures(needle) => figures.contains(needle),
            Needle::Letters(needle) => lower.contains(needle),
        };
        for (identifier, needle) in &wanted {
            if is_there(needle) {
                found.push(Leak { identifier: *identifier, at });
            }
        }
        if words.split(' ').any(|word| HEALTH.iter().any(|start| health(word, start)))
            || HEALTH.iter().any(|phrase| phrase.contains(' ') && words.contains(phrase))
        {
            found.push(Leak { identifier: Identifier::Health, at });
        }
    }
    found.sort_by_key(|leak| (leak.at, leak.identifier));
    found.dedup();
    found
}

/// "gp" and "hiv" are whole words, the others beginnings of words.
fn health(word: &str, start: &str) -> bool {
    if start.len() <= 3 { word == start } else { !start.contains(' ') && word.starts_with(start) }
}

enum Needle {
    /// Whole words, folded.
    Words(String),
    /// Letters and figures without what lies between.
    Squeezed(String),
    /// Figures alone.
    Figures(String),
    /// As written, in lower case.
    Letters(String),
}

fn wanted(claimant: &Claimant) -> Vec<(Identifier, Needle)> {
    let mut wanted = Vec::new();
    let squeeze =
        |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    for address in &claimant.contact.addresses {
        let lines = address.lines.iter().map(|line| folded(line));
        // A house's number alone, or a town, identifies nobody.
        let first = lines.filter(|line| line.len() > 5 && line.contains(' '));
        wanted.extend(first.take(1).map(|line| (Identifier::Address, Needle::Words(line))));
        let postcode = squeeze(&address.postcode);
        if postcode.len() >= 5 {
            wanted.push((Identifier::Address, Needle::Squeezed(postcode)));
        }
    }
    if let Some(born) = claimant.identity.date_of_birth {
        wanted
            .extend(days(born).into_iter().map(|day| (Identifier::DateOfBirth, Needle::Words(folded(&day)))));
    }
    for number in [&claimant.contact.mobile, &claimant.contact.landline] {
        let figures = figures(number);
        let end: String = figures.chars().rev().take(9).collect::<Vec<_>>().into_iter().rev().collect();
        if end.len() >= 7 {
            wanted.push((Identifier::Phone, Needle::Figures(end)));
        }
    }
    for email in &claimant.contact.emails {
        let address = email.address.trim().to_lowercase();
        if address.contains('@') {
            wanted.push((Identifier::Email, Needle::Letters(address)));
        }
    }
    let insurance = squeeze(&claimant.identity.national_insurance_number);
    if insurance.len() >= 8 {
        wanted.push((Identifier::NationalInsurance, Needle::Squeezed(insurance)));
    }
    let present = folded(&claimant.identity.full_name());
    for other in &claimant.identity.other_names {
        let name = folded(&other.name);
        let is_present = |name: &str| format!(" {present} ").contains(&format!(" {name} "));
        if name.is_empty() || is_present(&name) {
            continue;
        }
        // The surname alone gives it away, unless it is the present one too.
        if let Some(last) = name.split(' ').next_back().filter(|last| last.len() > 3 && !is_present(last)) {
            wanted.push((Identifier::FormerName, Needle::Words(last.to_owned())));
        }
        wanted.push((Identifier::FormerName, Needle::Words(name)));
    }
    wanted
}

fn figures(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn days(day: Date) -> Vec<String> {
    let (y, m, d) = (day.year(), day.month(), day.day());
    vec![
        day.to_string(),
        format!("{d:02}/{m:02}/{y}"),
        format!("{d}/{m}/{y}"),
        format!("{d:02}.{m:02}.{y}"),
        format!("{m:02}/{d:02}/{y}"),
        show::long(day),
        show::short(day),
    ]
}
