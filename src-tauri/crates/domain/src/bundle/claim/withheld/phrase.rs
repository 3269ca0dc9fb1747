//! One run of words that must not be printed, found however it is spaced, accented or capitalised.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters and digits of the words, folded, and how strictly they are looked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Phrase {
    letters: String,
    /// Only where it is written as a name: "Mark" and not "mark". A mail address is searched whatever its case.
    as_name: bool,
}

impl Phrase {
    /// Words that are looked for wherever they stand; `None` for less than three letters or digits.
    pub(super) fn anywhere(words: &str) -> Option<Self> {
        let letters = fold(words);
        (letters.chars().count() > 2).then_some(Self { letters, as_name: false })
    }

    /// One word of a name; `None` for an initial.
    pub(super) fn name(word: &str) -> Option<Self> {
        let letters = fold(word);
        (letters.chars().count() > 1).then_some(Self { letters, as_name: true })
    }

    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// Whether a text with these letters, folded, can hold it.
    pub(super) fn may_be_in(&self, letters: &str) -> bool {
        letters.contains(&self.letters)
    }

    /// Whether it is a name, which is found as a word only.
    pub(super) fn is_name(&self) -> bool {
        self.as_name
    }

    /// Whether the text holds it.
    pub(super) fn is_in(&self, text: &str) -> bool {
        !self.in_words(text).is_empty() || !self.in_addresses(text).is_empty()
    }

    /// The text without the phrase; `None` where it does not hold it.
    pub(super) fn leave_out(&self, text: &str, mark: &str) -> Option<String> {
        let mut places: Vec<(usize, usize)> = self.in_words(text);
        places.extend(self.in_addresses(text));
        if places.is_empty() {
            return None;
        }
        places.sort_unstable();
        let mut without = String::with_capacity(text.len());
        let mut done = 0;
        for (start, end) in places {
            if start >= done {
                without.push_str(text.get(done..start).unwrap_or_default());
                without.push_str(mark);
            }
            done = done.max(end);
        }
        without.push_str(text.get(done..).unwrap_or_default());
        Some(without)
    }

    /// Whole words that together are the phrase.
    fn in_words(&self, text: &str) -> Vec<(usize, usize)> {
        let words = words(text);
        let mut places = Vec::new();
        for (index, (start, first)) in words.iter().enumerate() {
            if self.as_name && first.chars().next().is_some_and(char::is_lowercase) {
                continue;
            }
            let mut rest = self.letters.as_str();
            for (at, word) in words.iter().skip(index) {
                match rest.strip_prefix(fold(word).as_str()) {
                    Some("") => {
                        places.push((*start, at + word.len()));
                        break;
                    }
                    Some(left) => rest = left,
                    None => break,
                }
            }
        }
        places
    }

    /// Mail addresses that hold the phrase, as a whole.
    fn in_addresses(&self, text: &str) -> Vec<(usize, usize)> {
        if !text.contains('@') || self.letters.chars().count() < 3 {
            return Vec::new();
        }
        let outside = |c: char| c.is_whitespace() || "<>()[]\",;:".contains(c);
        let mut places = Vec::new();
        let mut start = 0;
        for piece in text.split_inclusive(outside) {
            // The stop that ends a sentence is no part of an address.
            let address = piece.trim_end_matches(outside).trim_end_matches(['.', '!', '?']);
            if address.contains('@') && fold(address).contains(&self.letters) {
                places.push((start, start + address.len()));
            }
            start += piece.len();
        }
        places
    }
}

/// Letters and digits without accents, in lower case.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text
            .bytes()
            .filter(u8::is_ascii_alphanumeric)
            .map(|b| char::from(b.to_ascii_lowercase()))
            .collect();
    }
    text.nfkd()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric() && !is_combining_mark(*c))
        .collect()
}

/// Runs of letters, digits and their marks, each with its place in bytes.
fn words(text: &str) -> Vec<(usize, &str)> {
    let outside = |c: char| !c.is_alphanumeric() && !is_combining_mark(c);
    let mut words = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(outside) {
        let word = piece.trim_end_matches(outside);
        if !word.is_empty() {
            words.push((start, word));
        }
        start += piece.len();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::MARK;
    use super::*;

    #[test]
    fn a_name_goes_however_it_is_spaced_or_capitalised() {
        let phrase = Phrase::anywhere("Robert  Ashdown").unwrap();
        for text in ["Robert Ashdown", "ROBERT\nASHDOWN", "robert.ashdown", "Róbert Ashdown", "RobertAshdown"]
        {
            assert_eq!(
                phrase.leave_out(&format!("Dear {text}, hello"), MARK).unwrap(),
                "Dear [withheld], hello"
            );
        }
        assert_eq!(phrase.leave_out("Robert and Ashdown", MARK), None);
        assert_eq!(phrase.leave_out("Roberta Ashdown", MARK), None);
    }

    #[test]
    fn a_first_name_that_is_also_a_word_goes_as_a_name_only() {
        let phrase = Phrase::name("Mark").unwrap();
        assert_eq!(
            phrase.leave_out("Hello Mark, mark my words", MARK).unwrap(),
            "Hello [withheld], mark my words"
        );
        assert_eq!(phrase.leave_out("to <mark.a@example.org>", MARK).unwrap(), "to <[withheld]>");
    }

    #[test]
    fn a_postcode_goes_with_and_without_its_space() {
        let phrase = Phrase::anywhere("LS1 1AA").unwrap();
        assert_eq!(phrase.leave_out("Leeds ls11aa.", MARK).unwrap(), "Leeds [withheld].");
        assert_eq!(phrase.leave_out("LS1 1AA, LS1 1AB", MARK).unwrap(), "[withheld], LS1 1AB");
    }

    #[test]
    fn names_in_other_scripts_are_found_too() {
        let phrase = Phrase::name("Ольга").unwrap();
        assert_eq!(phrase.leave_out("Уважаемая Ольга!", MARK).unwrap(), "Уважаемая [withheld]!");
        let phrase = Phrase::anywhere("محمد الأحمد").unwrap();
        assert_eq!(phrase.leave_out("إلى محمد الأحمد", MARK).unwrap(), "إلى [withheld]");
    }
}
