//! Letters that count as equal in a search and in the order of names.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in lower case, without accents, every run of other characters one space.
///
/// Apostrophes join ("O'Connor" is "oconnor"), hyphens divide. Marks that are letters in their script, such as vowel
/// signs of Devanagari, stay.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        text.chars().for_each(|c| push(c.to_ascii_lowercase(), &mut folded));
    } else {
        for c in text.nfkd().flat_map(char::to_lowercase) {
            match latin(c) {
                Some(plain) => folded.push_str(plain),
                None if is_accent(c) => {}
                None => push(c, &mut folded),
            }
        }
        folded = folded.nfc().collect();
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn push(c: char, folded: &mut String) {
    if c.is_alphanumeric() || is_combining_mark(c) {
        folded.push(c);
    } else if !matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`') && !folded.is_empty() && !folded.ends_with(' ')
    {
        folded.push(' ');
    }
}

/// Letters that no decomposition takes apart.
fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'ł' => "l",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ı' => "i",
        'ħ' => "h",
        _ => return None,
    })
}

/// Accents of Latin, Greek and Cyrillic, points of Hebrew, vowel marks of Arabic: people leave them out.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fold_to_what_people_type() {
        for (name, typed) in [
            ("Łukasz Wójcik", "lukasz wojcik"),
            ("Siân O’Connor-Rhys", "sian oconnor rhys"),
            ("Nguyễn Thị Ánh", "nguyen thi anh"),
            ("Søren Weiß", "soren weiss"),
            ("Ελένη Παπαδοπούλου", "ελενη παπαδοπουλου"),
            ("Йорданка", "иорданка"),
            ("  D'Arcy ,  Jr. ", "darcy jr"),
        ] {
            assert_eq!(fold(name), typed);
            assert_eq!(fold(&fold(name)), typed);
        }
    }

    #[test]
    fn vowel_signs_that_are_letters_stay() {
        assert_ne!(fold("किरण"), fold("करण"));
        assert_eq!(fold("\u{05D3}\u{05BC}\u{05B8}\u{05DF}"), fold("\u{05D3}\u{05DF}"));
    }
}
