//! The form of names by which people are found.

use unicode_normalization::UnicodeNormalization;

/// The form of a name, or of a question for one, by which it is found: lower case, without accents, apostrophes and
/// hyphens, single spaces.
///
/// Accents, points and vowel signs of Latin, Greek, Cyrillic, Hebrew and Arabic are dropped, because people leave them
/// out; the vowel signs of Indic scripts are kept, because there they are letters. The result is for comparing and is
/// never shown.
pub fn search_form(text: &str) -> String {
    let mut form = String::with_capacity(text.len());
    for letter in text.nfkd().flat_map(char::to_lowercase) {
        match letter {
            _ if is_accent(letter) => {}
            '\'' | '\u{2018}' | '\u{2019}' | '\u{02bc}' | '`' | '\u{00b4}' | '.' => {}
            'ß' => form.push_str("ss"),
            'æ' => form.push_str("ae"),
            'œ' => form.push_str("oe"),
            'þ' => form.push_str("th"),
            'ø' => form.push('o'),
            'đ' | 'ð' => form.push('d'),
            'ł' => form.push('l'),
            'ħ' => form.push('h'),
            'ı' => form.push('i'),
            'ς' => form.push('σ'),
            _ if letter.is_alphanumeric() || is_indic_sign(letter) => form.push(letter),
            _ if form.is_empty() || form.ends_with(' ') => {}
            _ => form.push(' '),
        }
    }
    form.truncate(form.trim_end().len());
    form
}

fn is_accent(letter: char) -> bool {
    matches!(letter,
        '\u{0300}'..='\u{036f}' | '\u{0483}'..='\u{0487}' | '\u{0591}'..='\u{05c7}' | '\u{0610}'..='\u{061a}'
        | '\u{0640}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{06d6}'..='\u{06ed}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{200b}'..='\u{200f}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

fn is_indic_sign(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter)
}
