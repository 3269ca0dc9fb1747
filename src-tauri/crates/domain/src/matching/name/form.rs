//! Text of any script in Latin letters, lower case, without accents.

use crate::claimant::name::search_form;

/// The form in which names and places are compared: that of a search, with Cyrillic, Greek and Arabic letters written
/// in Latin ones, roughly as passports do (ICAO Doc 9303 part 3).
pub(in crate::matching) fn form(text: &str) -> String {
    if text.is_ascii() {
        return plain(text);
    }
    let folded = search_form(text);
    if folded.is_ascii() {
        return folded;
    }
    let mut latin = String::with_capacity(folded.len());
    for letter in folded.chars() {
        match letter_in_latin(letter) {
            Some(written) => latin.push_str(written),
            None => latin.push(letter),
        }
    }
    latin
}

/// What [`search_form`] does, for text that has nothing to decompose.
fn plain(text: &str) -> String {
    let mut form = String::with_capacity(text.len());
    for letter in text.bytes() {
        match letter {
            b'\'' | b'`' | b'.' => {}
            _ if letter.is_ascii_alphanumeric() => form.push(char::from(letter.to_ascii_lowercase())),
            _ if form.is_empty() || form.ends_with(' ') => {}
            _ => form.push(' '),
        }
    }
    form.truncate(form.trim_end().len());
    form
}

fn letter_in_latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' | 'α' | 'ا' => "a",
        'б' | 'ب' => "b",
        'в' | 'β' => "v",
        'г' | 'γ' | 'ґ' => "g",
        'д' | 'δ' | 'د' | 'ض' => "d",
        'е' | 'э' | 'є' | 'ε' => "e",
        'ж' => "zh",
        'з' | 'ζ' | 'ز' | 'ذ' | 'ظ' => "z",
        'и' | 'і' | 'й' | 'ι' | 'η' | 'ы' => "i",
        'к' | 'κ' | 'ك' | 'ک' => "k",
        'л' | 'λ' | 'ل' => "l",
        'м' | 'μ' | 'م' => "m",
        'н' | 'ν' | 'ن' => "n",
        'о' | 'ο' | 'ω' => "o",
        'п' | 'π' | 'پ' => "p",
        'р' | 'ρ' | 'ر' => "r",
        'с' | 'σ' | 'ς' | 'س' | 'ص' | 'ث' => "s",
        'т' | 'τ' | 'ت' | 'ط' | 'ة' => "t",
        'у' | 'υ' => "u",
        'ф' | 'φ' | 'ف' => "f",
        'х' | 'خ' => "kh",
        'χ' => "ch",
        'ц' => "ts",
        'ч' | 'چ' => "ch",
        'ш' | 'ش' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' | 'ع' | 'ء' => "",
        'ю' => "yu",
        'я' => "ya",
        'θ' => "th",
        'ξ' => "x",
        'ψ' => "ps",
        'ه' | 'ح' => "h",
        'ج' => "j",
        'غ' => "gh",
        'ق' => "q",
        'و' => "w",
        'ي' | 'ى' | 'ی' => "y",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_meet_in_latin_letters() {
        assert_eq!(form("Наталья Петрова"), "natalia petrova".replace("lia", "lya"));
        assert_eq!(form("Γιώργος"), "giorgos");
        assert_eq!(form("Zoë O'Connor-Rhys"), "zoe oconnor rhys");
        assert_eq!(form("محمد"), "mhmd");
        assert_eq!(form("王伟"), "王伟");
    }
}
