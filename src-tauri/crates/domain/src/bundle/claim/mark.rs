//! The marks under which exhibits are cited.

use unicode_normalization::UnicodeNormalization;

use crate::claimant::Identity;
use crate::id::ClaimantNumber;

/// What stands before the serial number in the mark of every exhibit of one claimant.
///
/// By convention (PD 32, 11 to 15; outputs.md 4.3) it is the initials of first name, middle name and surname, with X
/// for a name that is missing: "JJS1", "PXS1". The first letter is taken without its accents ("Łukasz" gives L). A
/// name whose first letter is not Latin has no initial that two people would write alike, so the claimant's number
/// takes the initials' place: "C000123-1".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marks(String);

impl Marks {
    pub(super) fn of(identity: &Identity, number: ClaimantNumber) -> Self {
        let forenames: Vec<&str> = identity.forenames.split_whitespace().collect();
        let names = [forenames.first(), forenames.get(1), Some(&identity.surname.as_str())];
        let initials: Option<String> = names.into_iter().map(|name| initial(name.copied())).collect();
        match initials {
            Some(initials) if initials != "XXX" => Self(initials),
            _ => Self(format!("C{:06}-", number.0)),
        }
    }

    /// Those of somebody who is known by a cipher only: "VXY-1".
    pub(super) fn of_cipher(cipher: &str) -> Self {
        Self(format!("{cipher}-"))
    }

    /// The mark with a serial number, counted from 1.
    pub(super) fn mark(&self, serial: u32) -> String {
        format!("{}{serial}", self.0)
    }
}

/// The initial; X where there is no name, `None` where it is not a Latin letter.
fn initial(name: Option<&str>) -> Option<char> {
    match name.and_then(|name| name.nfd().find(|c| c.is_alphabetic())) {
        None => Some('X'),
        Some(letter) if letter.is_ascii_alphabetic() => Some(letter.to_ascii_uppercase()),
        Some(letter) => stroked(letter),
    }
}

/// Latin letters that do not come apart into a letter and an accent.
fn stroked(letter: char) -> Option<char> {
    Some(match letter {
        'Ł' | 'ł' => 'L',
        'Ø' | 'ø' | 'Œ' | 'œ' => 'O',
        'Æ' | 'æ' => 'A',
        'Đ' | 'đ' | 'Ð' | 'ð' | 'Ɖ' | 'ɖ' | 'Ɗ' | 'ɗ' => 'D',
        'Þ' | 'þ' | 'Ŧ' | 'ŧ' => 'T',
        'Ħ' | 'ħ' => 'H',
        'ı' => 'I',
        'Ŋ' | 'ŋ' => 'N',
        'ß' | 'ẞ' => 'S',
        'Ɓ' | 'ɓ' => 'B',
        'Ƙ' | 'ƙ' => 'K',
        'Ƴ' | 'ƴ' => 'Y',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_mark(forenames: &str, surname: &str) -> String {
        let identity =
            Identity { forenames: forenames.to_owned(), surname: surname.to_owned(), ..Identity::default() };
        Marks::of(&identity, ClaimantNumber(123)).mark(1)
    }

    #[test]
    fn initials_with_x_for_a_missing_middle_name() {
        assert_eq!(first_mark("John James", "Smith"), "JJS1");
        assert_eq!(first_mark("Priya", "Sharma"), "PXS1");
        assert_eq!(first_mark("Ana Maria Luisa", "de la Cruz"), "AMD1");
        assert_eq!(first_mark("", "Sukarno"), "XXS1");
    }

    #[test]
    fn accents_and_strokes_do_not_matter() {
        assert_eq!(first_mark("Łukasz", "Świątek"), "LXS1");
        assert_eq!(first_mark("Đặng Ánh", "Nguyễn"), "DAN1");
        assert_eq!(first_mark("Siân", "O'Brien"), "SXO1");
        assert_eq!(first_mark("\"Ŵyn\"", "Þórsson"), "WXT1");
    }

    #[test]
    fn a_name_in_another_script_gives_its_number() {
        assert_eq!(first_mark("محمد", "الأحمد"), "C000123-1");
        assert_eq!(first_mark("Ελένη", "Παπαδοπούλου"), "C000123-1");
        assert_eq!(first_mark("Olga", "Иванова"), "C000123-1");
        assert_eq!(first_mark("", ""), "C000123-1");
    }
}
