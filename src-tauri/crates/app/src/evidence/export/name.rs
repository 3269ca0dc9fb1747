//! Names of exported files: readable, unique, and safe on every system whatever the original was called.

use joinder_domain::id::EvidenceNumber;

/// Longest name in bytes; file systems allow 255, and zip programs and old shells less.
const LONGEST: usize = 120;
/// Longest ending that is kept, its dot included.
const ENDING: usize = 12;

/// The name of an exported original: its reference, then what can be kept of its own name.
///
/// The reference in front makes it unique even where case does not count, and keeps it from being a name that Windows
/// reserves or a shell takes for an option.
pub(super) fn file_name(number: EvidenceNumber, name: &str) -> String {
    let reference = number.to_string();
    let cleaned = clean(name);
    if cleaned.is_empty() {
        return reference;
    }
    let (stem, ending) = split(&cleaned);
    let room = LONGEST.saturating_sub(reference.len() + 1 + ending.len());
    let stem = cut(stem, room).trim_end_matches(['.', ' ']);
    format!("{reference} {stem}{ending}")
}

/// The name without its folders, and without what a file system refuses or a reader could be misled by.
fn clean(name: &str) -> String {
    let last =
        name.rsplit(['/', '\\']).find(|part| !part.trim_matches(['.', ' ']).is_empty()).unwrap_or_default();
    let kept: String = last.chars().filter_map(safe).collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    words.join(" ").trim_matches(['.', ' ']).to_owned()
}

fn safe(c: char) -> Option<char> {
    match c {
        '<' | '>' | ':' | '"' | '|' | '?' | '*' | '%' | '\u{FFFD}' => Some('_'),
        '\t' | '\n' | '\r' => Some(' '),
        c if c.is_control() => None,
        // Invisible marks, and those that turn the order of what follows.
        '\u{00AD}'
        | '\u{061C}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{FFF0}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}' => None,
        c => Some(c),
    }
}

/// The stem and the ending, with its dot; a name without a short plain ending is all stem.
fn split(name: &str) -> (&str, &str) {
    match name.rfind('.').and_then(|at| name.split_at_checked(at)) {
        Some((stem, ending))
            if !stem.is_empty()
                && (2..=ENDING).contains(&ending.len())
                && ending.bytes().skip(1).all(|byte| byte.is_ascii_alphanumeric()) =>
        {
            (stem, ending)
        }
        _ => (name, ""),
    }
}

/// The start of a text, at most `most` bytes, never in the middle of a character.
fn cut(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or_default();
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(name: &str) -> String {
        file_name(EvidenceNumber(12), name)
    }

    #[test]
    fn a_plain_name_stays_as_it_was() {
        assert_eq!(name("Notice from Labour.eml"), "E-000012 Notice from Labour.eml");
        assert_eq!(name("Hysbysiad Siân.pdf"), "E-000012 Hysbysiad Siân.pdf");
    }

    #[test]
    fn a_hostile_name_does_no_harm() {
        for (hostile, safe) in [
            ("../../etc/passwd", "E-000012 passwd"),
            ("..\\..\\Windows\\system.ini", "E-000012 system.ini"),
            ("CON", "E-000012 CON"),
            ("nul.txt", "E-000012 nul.txt"),
            ("-rf", "E-000012 -rf"),
            ("a\nb\u{0}c\u{202E}gpj.exe", "E-000012 a bcgpj.exe"),
            ("what?.eml ", "E-000012 what_.eml"),
            ("trailing... ", "E-000012 trailing"),
            ("...", "E-000012"),
            ("", "E-000012"),
            ("/", "E-000012"),
            ("\u{200B}\u{FEFF}", "E-000012"),
            (".eml", "E-000012 eml"),
        ] {
            assert_eq!(name(hostile), safe, "{hostile:?}");
        }
    }

    #[test]
    fn a_very_long_name_is_cut_and_keeps_its_ending() {
        let long = name(&format!("{}.eml", "ŵ".repeat(400)));
        assert!(long.len() <= LONGEST && long.ends_with("ŵ.eml"), "{long}");
        let no_ending = name(&"x".repeat(1_000));
        assert_eq!(no_ending.len(), LONGEST);
    }
}
