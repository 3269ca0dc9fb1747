//! The file's name (EB-13).

use super::Rule;
use super::lint::Notes;
use jiff::civil::Date;

/// Words that say nothing of the case.
const GENERAL: [&str; 24] = [
    "trial",
    "hearing",
    "bundle",
    "court",
    "final",
    "draft",
    "the",
    "a",
    "of",
    "for",
    "copy",
    "new",
    "merged",
    "output",
    "document",
    "documents",
    "scan",
    "file",
    "pdf",
    "paginated",
    "claim",
    "index",
    "untitled",
    "combined",
];

/// Holds a name against the rule; `hearing` is the day of the hearing where it is known.
pub(super) fn check(stem: &str, hearing: Option<Date>, notes: &mut Notes) {
    let words: Vec<String> = stem
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let telling = words.iter().any(|word| {
        word.chars().any(char::is_alphabetic) && word.chars().count() > 1 && !GENERAL.contains(&word.as_str())
    });
    if !telling {
        notes.fault(
            Rule::FileName,
            None,
            None,
            "The name of the file does not tell which case it belongs to.",
        );
    }
    // A letter with what belongs to it is a pack.
    if !words.iter().any(|word| matches!(word.as_str(), "bundle" | "bndl" | "pack")) {
        notes.fault(Rule::FileName, None, None, "The name of the file does not say which bundle it is.");
    }
    let numbers: Vec<i32> = words.iter().rev().take(3).filter_map(|word| word.parse().ok()).collect();
    match (hearing, numbers.as_slice()) {
        (Some(day), [last, middle, first]) => {
            let year = [i32::from(day.year()), i32::from(day.year()) % 100];
            let (month, of_month) = (i32::from(day.month()), i32::from(day.day()));
            let british = year.contains(last) && *middle == month && *first == of_month;
            let sortable = *last == of_month && *middle == month && year.contains(first);
            if !(british || sortable) {
                notes.fault(Rule::FileName, None, None, "The name of the file ends in another day than the hearing’s.");
            }
        }
        (Some(_), _) => {
            notes.fault(Rule::FileName, None, None, "The name of the file does not end in the day of the hearing.");
        }
        (None, [_, _, _]) => {}
        (None, _) => notes.unchecked(
            Rule::FileName,
            "The name ends in no date. Where a hearing is fixed, its day belongs at the end; no hearing was named here.",
        ),
    }
}
