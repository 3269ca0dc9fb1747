//! Looking for words in a preview: in memory, page by page.

use serde::{Deserialize, Serialize};

use crate::command::{Applied, Context};
use crate::error::{Error, Result};

/// Pages that are named; more help nobody.
const NAMED: usize = 500;
/// Characters shown on each side of what was found.
const AROUND: usize = 40;

/// Which words, in which preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PreviewFind"))]
pub struct Find {
    /// The preview.
    pub preview: String,
    /// The words; case and spaces do not matter.
    pub words: String,
}

/// Where the words stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PreviewFound"))]
pub struct Found {
    /// Pages with them, in order.
    pub pages: Vec<FoundPage>,
    /// There are more such pages than are named.
    pub more: bool,
    /// Pages that show pictures and no words: they were not looked through.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub silent: usize,
}

/// A page with the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PreviewFoundPage"))]
pub struct FoundPage {
    /// The page, from 1.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub page: usize,
    /// How often.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub count: usize,
    /// The first of them with what stands around it.
    pub around: String,
}

pub(crate) fn find(context: Context<'_>, input: Find) -> Result<Applied<Found>> {
    let kept = context.app.open_matter()?.session.previews()?.find(&input.preview)?;
    let wanted: Vec<char> = letters(&input.words).map(|(_, letter)| letter).collect();
    if wanted.is_empty() {
        return Err(Error::new("find-nothing"));
    }
    let mut found = Found::default();
    for (page, words) in (1..).zip(kept.words()) {
        let blank = words.text.trim().is_empty();
        found.silent += usize::from(words.unread || (blank && words.pictures));
        let Some((count, around)) = on_page(&words.text, &wanted) else { continue };
        if found.pages.len() == NAMED {
            found.more = true;
            break;
        }
        found.pages.push(FoundPage { page, count, around });
    }
    Ok(Applied::unchanged(found))
}

/// Letters and signs as they are compared, each with its place: a page sets words in pieces, so spaces say nothing.
fn letters(text: &str) -> impl Iterator<Item = (usize, char)> {
    let kept = text.char_indices().filter(|(_, letter)| !letter.is_whitespace());
    kept.flat_map(|(at, letter)| letter.to_lowercase().map(move |small| (at, small)))
}

/// How often the wanted letters stand in a text, and the first place with its surroundings.
fn on_page(text: &str, wanted: &[char]) -> Option<(usize, String)> {
    let all: Vec<(usize, char)> = letters(text).collect();
    let (mut count, mut at, mut first) = (0, 0, None);
    while let Some(part) = all.get(at..at + wanted.len()) {
        if part.iter().map(|(_, letter)| letter).eq(wanted) {
            first = first.or(part.first().zip(part.last()));
            count += 1;
            at += wanted.len();
        } else {
            at += 1;
        }
    }
    let ((from, _), (to, _)) = first?;
    Some((count, around(text, *from, *to)))
}

fn around(text: &str, from: usize, to: usize) -> String {
    let before: Vec<char> = text.get(..from).unwrap_or_default().chars().rev().take(AROUND).collect();
    let rest = text.get(from..).unwrap_or_default();
    let within = text.get(from..to).unwrap_or_default().chars().count() + 1;
    let part: String = before.into_iter().rev().chain(rest.chars().take(within + AROUND)).collect();
    part.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{letters, on_page};

    fn find(text: &str, words: &str) -> Option<(usize, String)> {
        on_page(text, &letters(words).map(|(_, letter)| letter).collect::<Vec<_>>())
    }

    #[test]
    fn words_are_found_however_a_page_sets_them() {
        let (count, around) =
            find("Dear An wen, the  PAR TY wrote. The party", "the party").unwrap_or_default();
        assert_eq!(count, 2);
        assert_eq!(around, "Dear An wen, the PAR TY wrote. The party");
        assert_eq!(find("Łukasz Świątek", "łukasz ś").map(|(count, _)| count), Some(1));
        assert_eq!(find("", "a"), None);
    }
}
