//! Words that a program read in pictures, laid invisibly over them so that a search finds them (outputs.md 4.1, EB-06).

use serde::{Deserialize, Serialize};

use super::RedactionBox;
use crate::audit::Digest;

/// What was read in the pages of one original. Lengths are ten-thousandths of a page as it is seen, as in
/// [`RedactionBox`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextLayer {
    /// What read it, such as "tesseract 5.3.0".
    pub engine: String,
    /// The pages that were read, by rising number; one on which nothing was found has no lines.
    pub pages: Vec<LayerPage>,
}

/// What was read on one page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayerPage {
    /// The page of the original, from 1; a picture has one.
    pub page: u32,
    /// Its lines in reading order.
    pub lines: Vec<LayerLine>,
}

/// One line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayerLine {
    /// From the upper edge of the page.
    pub y: u16,
    /// Downwards.
    pub height: u16,
    /// It begins a new block of text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub block: bool,
    /// Its words in reading order.
    pub words: Vec<LayerWord>,
}

/// One word.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayerWord {
    /// From the left edge of the page.
    pub x: u16,
    /// To the right.
    pub width: u16,
    /// The word.
    pub text: String,
    /// From the upper edge of the page, where the line is not level; its height is that of the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub y: Option<u16>,
}

impl TextLayer {
    /// SHA-256 of it: equal layers are one.
    pub fn sha256(&self) -> Digest {
        // A layer holds only strings, numbers and lists, none of which JSON can refuse.
        Digest::of(&serde_json::to_vec(self).unwrap_or_default())
    }

    /// Words in all.
    pub fn words(&self) -> usize {
        self.pages.iter().flat_map(|page| &page.lines).map(|line| line.words.len()).sum()
    }

    /// The words as running text: lines as they are, an empty line before a new block.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for page in &self.pages {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            for (at, line) in page.lines.iter().enumerate() {
                if at > 0 {
                    text.push_str(if line.block { "\n\n" } else { "\n" });
                }
                let words: Vec<&str> = line.words.iter().map(|word| word.text.as_str()).collect();
                text.push_str(&words.join(" "));
            }
        }
        text.trim().to_owned()
    }

    /// The lines of a page without what lies under a box that is blacked out: a word that a box touches goes whole.
    pub fn outside(&self, page: u32, boxes: &[RedactionBox]) -> Vec<LayerLine> {
        let Some(found) = self.pages.iter().find(|one| one.page == page) else { return Vec::new() };
        let boxes: Vec<&RedactionBox> = boxes.iter().filter(|one| one.page == page).collect();
        let clear = |line: &LayerLine, word: &LayerWord| {
            boxes.iter().all(|one| {
                let across = apart(word.x, word.width, one.x, one.width);
                across || apart(word.y.unwrap_or(line.y), line.height, one.y, one.height)
            })
        };
        let lines = found.lines.iter().map(|line| {
            let words = line.words.iter().filter(|word| clear(line, word)).cloned().collect();
            LayerLine { words, ..line.clone() }
        });
        lines.filter(|line| !line.words.is_empty()).collect()
    }
}

/// Whether two stretches have nothing in common.
fn apart(from: u16, length: u16, other: u16, other_length: u16) -> bool {
    from.saturating_add(length) <= other || other.saturating_add(other_length) <= from
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(x: u16, text: &str) -> LayerWord {
        LayerWord { x, width: 900, text: text.to_owned(), y: None }
    }

    fn layer() -> TextLayer {
        let line = |y, words| LayerLine { y, height: 200, block: y > 1000, words };
        let lines = vec![
            line(500, vec![word(1000, "To:"), word(2000, "elen@example.com")]),
            line(1500, vec![word(1000, "Dear"), word(2000, "Elen")]),
        ];
        TextLayer { engine: "tesseract 5.3.0".to_owned(), pages: vec![LayerPage { page: 2, lines }] }
    }

    #[test]
    fn a_word_that_a_black_box_touches_goes_whole() {
        let covered = RedactionBox { page: 2, x: 2850, y: 650, width: 10, height: 500 };
        let elsewhere = RedactionBox { page: 1, x: 0, y: 0, width: 10_000, height: 10_000 };
        let left: Vec<String> = layer()
            .outside(2, &[covered, elsewhere])
            .iter()
            .map(|line| line.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(left, ["To:", "Dear Elen"]);
        assert!(layer().outside(1, &[]).is_empty());
    }

    #[test]
    fn blocks_are_parted_by_an_empty_line() {
        assert_eq!(layer().text(), "To: elen@example.com\n\nDear Elen");
        assert_eq!(layer().words(), 4);
        assert_ne!(layer().sha256(), TextLayer::default().sha256());
    }
}
