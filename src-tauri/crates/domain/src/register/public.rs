//! What must not be in a paper that anybody may read (Farley v Paymaster [2024] EWHC 383 (KB)).

use super::mapping::folded;
use crate::bundle::claim::{Identifier, PublicSearch};
use crate::claimant::Claimant;

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

/// What of a claimant is in any of these texts and must not be read by everybody, words about health included, and the name
/// where a cipher stands for it.
///
/// Each kind once for each text, in the order of the texts.
pub fn leaks(claimant: &Claimant, cipher: &str, texts: &[&str]) -> Vec<Leak> {
    let search = PublicSearch::of(claimant, cipher);
    let mut found = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let mut kinds = search.find(text);
        if !kinds.contains(&Identifier::Health) && speaks_of_health(text) {
            kinds.push(Identifier::Health);
        }
        found.extend(kinds.into_iter().map(|identifier| Leak { identifier, at }));
    }
    found
}

fn speaks_of_health(text: &str) -> bool {
    let words = format!(" {} ", folded(text));
    HEALTH.iter().any(|phrase| match phrase.len() {
        // "gp" and "hiv" are whole words, the others beginnings of words.
        ..=3 => words.contains(&format!(" {phrase} ")),
        _ => words.contains(&format!(" {phrase}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claimant::{NameKind, OtherName};

    #[test]
    fn a_line_that_names_a_former_surname_or_an_illness_is_found_and_an_ordinary_one_is_not() {
        let mut ada = Claimant::default();
        ada.identity.forenames = "Ada".to_owned();
        ada.identity.surname = "Example".to_owned();
        ada.identity.other_names = vec![OtherName {
            kind: NameKind::Maiden,
            name: "Ada Quillfeather".to_owned(),
            from: None,
            to: None,
        }];
        let found = |texts: &[&str]| -> Vec<_> {
            leaks(&ada, "", texts).into_iter().map(|leak| (leak.at, leak.identifier)).collect()
        };
        assert_eq!(found(&["Ada Example", "Loss of control; distress", "Groupwork"]), []);
        assert_eq!(
            found(&["Ada Example", "formerly Quillfeather", "saw her GP about anxiety"]),
            [(1, Identifier::FormerName), (2, Identifier::Health)]
        );
    }
}
