//! What the file is called (outputs.md 4.1, EB-13).

use unicode_normalization::UnicodeNormalization;

/// Longest short name of a matter that is used, in characters.
const MATTER: usize = 40;

/// "Labour 2021 Claim bundle C-000042".
///
/// EB-13 asks for a short case name and the bundle's letter or number (the cipher, where a court allowed one); a hearing date is added by whoever files it. A
/// file name is seen in folders, in mail and on screens that others look at: the claimant is in it by number, never
/// by name. Only ASCII letters, digits, spaces and hyphens, so that it is the same on every system.
pub(super) fn file_stem(matter_name: &str, reference: &str) -> String {
    format!("{} Claim bundle {}", short_name(matter_name), short_name(reference))
}

/// The matter's name as it opens the name of a file.
pub(crate) fn short_name(matter_name: &str) -> String {
    let letters = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { ' ' };
    let ascii: String = matter_name
        .nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .map(letters)
        .collect();
    let words = ascii.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = words.chars().take(MATTER).collect();
    if short.is_empty() { "Matter".to_owned() } else { short.trim_end().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_named_by_matter_and_number() {
        assert_eq!(file_stem("Labour 2021", "C-000042"), "Labour 2021 Claim bundle C-000042");
    }

    #[test]
    fn what_a_file_system_may_refuse_is_left_out() {
        let stem = file_stem("../Café: <Evans>\u{202e} & Others?", "C-000001");
        assert_eq!(stem, "Cafe Evans Others Claim bundle C-000001");
        assert_eq!(file_stem("Дело", "C-000001"), "Matter Claim bundle C-000001");
    }
}
