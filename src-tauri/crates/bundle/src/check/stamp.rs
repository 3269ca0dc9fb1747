//! Page numbers, in whatever way a program prints them (EB-02), and what they cover (EB-15).

use super::Rule;
use super::lint::{Area, Notes};
use super::page::Facts;
use super::sheet::{Line, Sheet, Turn, lines, runs};
use std::collections::BTreeMap;

/// Height of the strips along the edges where page numbers are looked for, in points and as a share of the page.
const STRIP: f32 = 60.0;
const SHARE: f32 = 0.1;

/// A number near the edge of a page.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub(super) number: usize,
    pub(super) area: Area,
    pub(super) turn: Turn,
    /// The place on the page, coarsely: that of one page is that of the next where one program stamped them.
    place: Place,
    /// It shares its place with something else on the page.
    pub(super) over: Over,
}

/// What a number lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    Nothing,
    Words,
    Shape,
    Picture,
}

/// Which edge, how far from it, and whether at the left, in the middle or at the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    top: bool,
    distance: i32,
    side: u8,
}

/// The numbers near the edges of a page.
pub(super) fn read(sheet: &Sheet) -> Vec<Seen> {
    let strip = STRIP.max(SHARE * sheet.height);
    let near = |line: &Line| {
        let across = line.area.top < strip || line.area.bottom > sheet.height - strip;
        let along = line.area.left < strip || line.area.right > sheet.width - strip;
        if line.turn == Turn::Upright || line.turn == Turn::Over { across } else { along }
    };
    let all = Turn::ALL.into_iter().flat_map(|turn| lines(sheet, turn, 1.2));
    let mut found: Vec<Seen> = Vec::new();
    // A number over other words is no line of its own, but was drawn in one go.
    for line in all.chain(runs(sheet)).filter(near) {
        let Some(number) = number(&line.text) else { continue };
        if found.iter().any(|seen| seen.area.meets(line.area)) {
            continue;
        }
        let place = place(sheet, line.area);
        found.push(Seen { number, area: line.area, turn: line.turn, place, over: over(sheet, &line) });
    }
    found
}

fn place(sheet: &Sheet, area: Area) -> Place {
    let (above, below) = (area.top, sheet.height - area.bottom);
    let middle = (area.left + area.right) / 2.0;
    let side = match middle / sheet.width.max(1.0) {
        share if share < 0.34 => 0,
        share if share < 0.66 => 1,
        _ => 2,
    };
    Place { top: above < below, distance: (above.min(below) / 12.0).round() as i32, side }
}

/// What a page number says: "7", "Page 7", "- 7 -", "[7]", "7 of 9", "7/9".
fn number(text: &str) -> Option<usize> {
    let lower = text.trim().to_lowercase();
    let mut rest = lower.as_str();
    for word in ["page", "pg.", "pg", "p."] {
        rest = rest.strip_prefix(word).unwrap_or(rest).trim_start();
    }
    let marks =
        |c: char| c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')' | '-' | '–' | '—' | '|' | '.');
    let rest = rest.trim_matches(marks);
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, after) = rest.split_at_checked(end)?;
    let after = after.trim();
    let total = after.strip_prefix("of").or_else(|| after.strip_prefix('/')).map(str::trim);
    let total = total.is_some_and(|total| !total.is_empty() && total.chars().all(|c| c.is_ascii_digit()));
    if !(after.is_empty() || total) || digits.len() > 7 {
        return None;
    }
    digits.parse().ok()
}

fn over(sheet: &Sheet, line: &Line) -> Over {
    let area = line.area.grown(-0.8);
    let words = (0..)
        .zip(&sheet.glyphs)
        .any(|(index, glyph)| glyph.area.meets(area) && !line.glyphs.contains(&index) && inked(sheet, index));
    if words {
        return Over::Words;
    }
    if sheet.pictures.iter().any(|picture| picture.area.meets(area)) {
        return Over::Picture;
    }
    // A frame around a number, or a ground under it alone, belongs to the number.
    let own = area.grown(14.0);
    let foreign = |mark: &Area| {
        let inside = mark.left >= own.left
            && mark.right <= own.right
            && mark.top >= own.top
            && mark.bottom <= own.bottom;
        mark.meets(area) && !inside && mark.size() < 0.9 * sheet.area().size()
    };
    if sheet.marks.iter().any(foreign) { Over::Shape } else { Over::Nothing }
}

fn inked(sheet: &Sheet, index: usize) -> bool {
    sheet.glyphs.get(index).is_some_and(|glyph| !sheet.characters(glyph).trim().is_empty())
}

/// The number of each page: that at the place where most pages have theirs, else any that is right.
pub(super) fn chosen(pages: &[Vec<Seen>], offset: usize) -> Vec<Option<&Seen>> {
    let mut right: BTreeMap<Place, usize> = BTreeMap::new();
    let mut there: BTreeMap<Place, usize> = BTreeMap::new();
    for (number, seen) in (offset + 1..).zip(pages) {
        for seen in seen.iter().filter(|seen| seen.turn == Turn::Upright) {
            *there.entry(seen.place).or_default() += 1;
            *right.entry(seen.place).or_default() += usize::from(seen.number == number);
        }
    }
    // A series of right numbers is the bundle's own; without one, the place that most pages share.
    let usual = there
        .iter()
        .max_by_key(|(place, count)| (right.get(place).copied().unwrap_or_default(), **count))
        .map(|(place, _)| *place);
    (offset + 1..)
        .zip(pages)
        .map(|(number, seen)| {
            let upright = || seen.iter().filter(|seen| seen.turn == Turn::Upright);
            let usual = || upright().filter(|seen| Some(seen.place) == usual);
            usual()
                .find(|seen| seen.number == number)
                .or_else(|| usual().next())
                .or_else(|| upright().find(|seen| seen.number == number))
                .or_else(|| seen.iter().find(|seen| seen.number == number))
                .or_else(|| upright().next())
                .or_else(|| seen.first())
        })
        .collect()
}

/// Holds the numbers against their pages.
pub(super) fn check(chosen: &[Option<&Seen>], pages: &[Facts], offset: usize, notes: &mut Notes) {
    for ((page, seen), facts) in (1..).zip(chosen).zip(pages) {
        let (area, text) = match seen {
            None if facts.cut => {
                let text = format!("Page {page} draws so much that its number was not reached.");
                notes.remark(Rule::Numbered, text);
                continue;
            }
            _ if !facts.readable => {
                (None, format!("Page {page} cannot be read, so no number was seen on it."))
            }
            None => (None, format!("Page {page} bears no number that is text.")),
            Some(seen) if seen.number != page + offset => {
                (Some(seen.area), format!("Page {page} bears the number {}.", seen.number))
            }
            Some(seen) if seen.turn != Turn::Upright => {
                (Some(seen.area), format!("The number of page {page} does not stand upright."))
            }
            Some(_) => continue,
        };
        notes.fault(Rule::Numbered, Some(page), area, text);
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_number_is_read_however_it_is_dressed() {
        for text in ["7", "Page 7", "- 7 -", "[7]", "7 of 9", "7/9", "Page 7 of 19", "p. 7", "– 7 –"] {
            assert_eq!(number(text), Some(7), "{text}");
        }
    }

    #[test]
    fn dates_marks_and_words_are_no_page_numbers() {
        for text in ["7 March", "JJS1-7", "A7", "1.7", "Chapter 7", "7,000", "7th", ""] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
