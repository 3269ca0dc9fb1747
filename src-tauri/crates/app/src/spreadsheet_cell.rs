//! Cells of the spreadsheets that leave and come in: words stay words, whatever they begin with.

/// Fewest figures of a telephone number with its country's code.
const PHONE_LEAST: usize = 7;

/// Words that no spreadsheet takes for a formula: what would be one gets an apostrophe in front. A telephone number may
/// begin with its plus (OWASP, "CSV Injection").
pub(crate) fn harmless(words: &str) -> String {
    if begins_like_a_formula(words) && !is_phone(words) { format!("'{words}") } else { words.to_owned() }
}

/// The words behind [`harmless`], so that what was written here comes in again as it was.
pub(crate) fn bare(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(words) if begins_like_a_formula(words) => words,
        _ => cell,
    }
}

fn begins_like_a_formula(words: &str) -> bool {
    if words.starts_with(['\t', '\r', '\n']) {
        return true;
    }
    // Some programs pass over spaces, and some take the wide forms of Asian keyboards for the plain ones.
    words.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

fn is_phone(words: &str) -> bool {
    let Some(rest) = words.strip_prefix('+') else { return false };
    let figures = rest.chars().filter(char::is_ascii_digit).count();
    figures >= PHONE_LEAST && rest.chars().all(|c| c.is_ascii_digit() || " ()".contains(c))
}

#[cfg(test)]
mod tests {
    use super::{bare, harmless};

    #[test]
    fn what_begins_like_a_formula_stays_words_and_comes_back() {
        for words in [
            "=cmd|' /C calc'!A0",
            "@SUM(A1)",
            "+1+2",
            "-2+3",
            "  =1",
            "\t=1",
            "＝1",
            "=HYPERLINK(\"x\")",
            "+44-7700-900123",
        ] {
            let written = harmless(words);
            assert_eq!(written, format!("'{words}"));
            assert_eq!(bare(&written), words);
        }
    }

    #[test]
    fn names_and_telephone_numbers_are_left_as_they_are() {
        for words in ["Ngozi Eze", "+44 7700 900123", "+44 (0) 20 7946 0018", "", "'t Hooft", "O'Neill"] {
            assert_eq!(harmless(words), words);
            assert_eq!(bare(words), words);
        }
    }
}
