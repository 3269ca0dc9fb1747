//! Whose a file may be by its name: a picture names nobody, but whoever saved it often did.

use joinder_domain::id::ClaimantNumber;
use joinder_store::claimant::{Query, Sort, ids};
use joinder_store::{Error, Reader};

/// Words of a name that are looked at.
const WORDS: usize = 12;
/// Claimants of one name that are suggested; of a commoner name a person has to choose.
const SAME_NAME: usize = 3;

/// Claimants whose reference or name stands in the name of a file, with the words that say so.
pub(super) fn named(reader: &Reader<'_>, file: &str) -> Result<Vec<(ClaimantNumber, String)>, Error> {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let words: Vec<&str> =
        stem.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(WORDS).collect();
    let mut found: Vec<(ClaimantNumber, String)> = Vec::new();
    for (first, second) in words.iter().zip(words.iter().skip(1)) {
        if let Some(number) = reference(first, second) {
            found.push((number, format!("The file’s name holds the reference {number}.")));
            continue;
        }
        if !is_telling(first, second) {
            continue;
        }
        let text = format!("{first} {second}");
        let query = Query { text: text.clone(), sort: Sort::Number, ..Query::default() };
        let matching = ids(reader, &query)?;
        if matching.len() <= SAME_NAME {
            found.extend(matching.into_iter().map(|number| {
                (number, format!("The file’s name holds “{text}”, which is in this claimant’s record."))
            }));
        }
    }
    Ok(found)
}

/// A claimant's own reference, such as `C-000042`, in two words.
fn reference(first: &str, second: &str) -> Option<ClaimantNumber> {
    let number = second.parse().ok().filter(|number| *number > 0)?;
    (first.eq_ignore_ascii_case("c") && second.len() >= 4).then_some(ClaimantNumber(number))
}

/// Two words that can be a forename and a surname, or the two halves of another firm's reference.
fn is_telling(first: &str, second: &str) -> bool {
    let letters =
        |word: &str, least: usize| word.chars().count() >= least && word.chars().all(char::is_alphabetic);
    let digits = |word: &str| word.len() >= 3 && word.bytes().any(|byte| byte.is_ascii_digit());
    (letters(first, 2) && letters(second, 2)) || (letters(first, 1) && digits(second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_told_from_a_camera_number() {
        assert_eq!(reference("C", "000042"), Some(ClaimantNumber(42)));
        assert_eq!(reference("c", "0042"), Some(ClaimantNumber(42)));
        assert_eq!(reference("IMG", "0042"), None);
        assert_eq!(reference("C", "42"), None);
        assert_eq!(reference("C", "0000"), None);
        assert!(is_telling("Keziah", "Cropper") && is_telling("S", "059") && is_telling("Ng", "Li"));
        assert!(!is_telling("2021", "11") && !is_telling("3", "November") && !is_telling("S", "1"));
    }
}
