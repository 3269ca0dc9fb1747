//! The index: its rows, the numbers in them, and the links on them (EB-04), and its note of pages that are pictures.

use super::Rule;
use super::lint::{Area, Notes};
use super::page::Facts;
use std::collections::BTreeSet;

/// A row that ends in the number of a page.
pub(super) struct Row {
    /// The page of the index that it stands on, from 1.
    pub(super) on: usize,
    pub(super) area: Area,
    /// The page that it names.
    pub(super) names: usize,
}

/// Words that head an index.
const HEADS: [&str; 7] = [
    "index",
    "contents",
    "table of contents",
    "bundle index",
    "index to bundle",
    "index of documents",
    "mynegai",
];

/// The rows of the index: on the page that is headed so, and on those that follow while they have rows.
pub(super) fn rows(pages: &[Facts]) -> Option<Vec<Row>> {
    let front = || (1..).zip(pages).take(super::page::FRONT);
    let (first, _) = front().find(|(_, page)| page.lines.iter().any(|line| is_head(&line.text)))?;
    let mut rows = Vec::new();
    for (number, page) in front().skip(first - 1) {
        // The index ends where the first document that it names begins.
        if rows.first().is_some_and(|row: &Row| number >= row.names) {
            break;
        }
        let found = of_page(number, page, pages.len());
        // Names of pages rise from row to row; a page where they do not is no longer the index.
        let floor = rows.last().map_or(number + 1, |row: &Row| row.names);
        if found.is_empty() || (number > first && found.first().is_some_and(|row| row.names < floor)) {
            break;
        }
        rows.extend(found);
    }
    Some(rows)
}

fn is_head(text: &str) -> bool {
    let words = text.trim().to_lowercase();
    HEADS.contains(&words.trim_end_matches(':').trim())
}

fn of_page(number: usize, page: &Facts, pages: usize) -> Vec<Row> {
    let stamps: Vec<Area> = page.numbers.iter().map(|seen| seen.area).collect();
    let lines = page.lines.iter().filter(|line| !stamps.iter().any(|stamp| stamp.meets(line.area)));
    lines
        .filter_map(|line| {
            let names = names(&line.text)?;
            (names > number && names <= pages).then_some(Row { on: number, area: line.area, names })
        })
        .collect()
}

/// The page that a row ends in: "… 12", "… page 12", "… 12-15", "… [12]".
fn names(text: &str) -> Option<usize> {
    let joined = text.replace(" - ", "-").replace(" – ", "–");
    let mut words = joined.split_whitespace().rev();
    // A sentence ends in a full stop, a row of an index does not.
    let last = words.next()?.trim_matches(|c: char| matches!(c, '[' | ']' | '(' | ')'));
    let last = last.rsplit('.').next()?;
    let dash = |c: char| matches!(c, '-' | '–' | '—');
    let first = last.split(dash).next()?;
    let number = first.trim_start_matches(['p', 'P']).parse().ok()?;
    // A date at the end of a row is no page.
    let month = words.next().is_some_and(|word| {
        let start: String = word.chars().take(3).collect::<String>().to_lowercase();
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
            .contains(&start.as_str())
    });
    (!month && !first.is_empty()).then_some(number)
}

/// Holds each row against the links that lie on it; links are areas with the page that they lead to.
pub(super) fn check(rows: &[Row], links: &[(usize, Area, usize)], notes: &mut Notes) {
    for row in rows {
        let middle = (row.area.top + row.area.bottom) / 2.0;
        let on = |link: &&(usize, Area, usize)| {
            link.0 == row.on
                && link.1.grown(2.0).top <= middle
                && middle <= link.1.grown(2.0).bottom
                && link.1.left < row.area.right
                && row.area.left < link.1.right
        };
        let found: BTreeSet<usize> = links.iter().filter(on).map(|link| link.2).collect();
        let text = match found.first() {
            _ if found.contains(&row.names) => continue,
            None => format!("The row of the index that names page {} is no link.", row.names),
            Some(other) => {
                format!("The row of the index that names page {} leads to page {other}.", row.names)
            }
        };
        notes.fault(Rule::IndexLinks, Some(row.on), Some(row.area), text);
    }
}

/// Phrases that head a list of pages without searchable text.
const PICTURES: [&str; 6] = [
    "cannot be searched",
    "not searchable",
    "unsearchable",
    "image only",
    "image-only",
    "no searchable text",
];

/// Pages that the front of the bundle names as pictures without text.
pub(super) fn listed_pictures(pages: &[Facts]) -> BTreeSet<usize> {
    let mut listed = BTreeSet::new();
    for page in pages {
        let mut lines = page.lines.iter().peekable();
        while let Some(line) = lines.next() {
            let lower = line.text.to_lowercase();
            let Some((_, after)) = PICTURES.iter().find_map(|phrase| lower.split_once(phrase)) else {
                continue;
            };
            let mut text = after.to_owned();
            while let Some(next) =
                lines.next_if(|next| next.text.chars().all(|c| c.is_ascii_digit() || " ,;–-.".contains(c)))
            {
                text.push(' ');
                text.push_str(&next.text);
            }
            ranges(&text, &mut listed);
        }
    }
    listed
}

fn ranges(text: &str, listed: &mut BTreeSet<usize>) {
    for part in text.split([',', ';', ' ', ':']) {
        let mut ends = part.trim_matches('.').split(['–', '-']).map(|end| end.trim().parse::<usize>());
        match (ends.next(), ends.next()) {
            (Some(Ok(first)), Some(Ok(last))) if last.saturating_sub(first) < 1_000_000 => {
                listed.extend(first..=last);
            }
            (Some(Ok(only)), None) => {
                listed.insert(only);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn rows_of_other_programs_are_read() {
        assert_eq!(names("A1 Letter of the bank 3 March 2022 page 12"), Some(12));
        assert_eq!(names("Letter of the bank ........ 12"), Some(12));
        assert_eq!(names("2. Letter of the bank 12 - 15"), Some(12));
        assert_eq!(names("2. Letter of the bank 12-15"), Some(12));
        assert_eq!(names("Letter of the bank, 3 March 2022"), None);
        assert_eq!(names("Letter of the bank"), None);
        assert_eq!(names("Pages that are pictures and cannot be searched: 12, 15."), None);
    }
}
