//! What Tesseract says of a picture: a table of lines and words with their places.

use joinder_domain::bundle::{LayerLine, LayerWord, RedactionBox};

/// Words of one page that are kept.
const WORDS: usize = 20_000;
/// Confidence, of 100, below which a word is more likely a stain.
const SURE: f32 = 30.0;

/// A line higher than its words by this, in tenths, is not level: a photograph was held askew.
const LEVEL: u16 = 14;

/// Rows of the table that count: lines and words.
const LINE: &str = "4";
const WORD: &str = "5";

/// The lines of a page of `size` pixels, in the order in which they were read.
pub(super) fn lines(table: &str, size: (u32, u32)) -> Vec<LayerLine> {
    let mut lines: Vec<LayerLine> = Vec::new();
    // Upper edge and height of each word of the line in hand.
    let mut places: Vec<(u16, u16)> = Vec::new();
    let (mut block, mut words) = (("", ""), 0);
    for row in table.lines() {
        let cells: Vec<&str> = row.trim_end_matches('\r').splitn(12, '\t').collect();
        let [level, _, in_block, paragraph, _, _, left, top, width, height, sure, text] = cells.as_slice()
        else {
            continue;
        };
        let across = |pixels: &str| share(pixels, size.0);
        let down = |pixels: &str| share(pixels, size.1);
        match *level {
            LINE => {
                level_out(lines.last_mut(), &mut places);
                // To a reader a paragraph within a block is a block too.
                let new = block != (*in_block, *paragraph);
                block = (*in_block, *paragraph);
                lines.push(LayerLine { y: down(top), height: down(height), block: new, words: Vec::new() });
            }
            WORD => {
                let text = text.trim();
                let sure = sure.parse::<f32>().is_ok_and(|sure| sure >= SURE);
                let Some(line) = lines.last_mut().filter(|_| sure && !text.is_empty() && words < WORDS)
                else {
                    continue;
                };
                words += 1;
                places.push((down(top), down(height)));
                line.words.push(LayerWord {
                    x: across(left),
                    width: across(width),
                    text: text.to_owned(),
                    y: None,
                });
            }
            _ => {}
        }
    }
    level_out(lines.last_mut(), &mut places);
    lines.retain(|line| !line.words.is_empty());
    lines
}

/// Gives the words of a line that is not level their own places, and the line the height that most of them have.
fn level_out(line: Option<&mut LayerLine>, places: &mut Vec<(u16, u16)>) {
    let places = std::mem::take(places);
    let mut heights: Vec<u16> = places.iter().map(|(_, height)| *height).collect();
    heights.sort_unstable();
    let Some((line, usual)) = line.zip(heights.get(heights.len() / 2).copied()) else { return };
    if u32::from(line.height) * 10 <= u32::from(usual) * u32::from(LEVEL) {
        return;
    }
    line.height = usual.max(1);
    for (word, (top, height)) in line.words.iter_mut().zip(places) {
        word.y = Some(top.saturating_add(height).saturating_sub(line.height));
    }
}

/// Pixels as ten-thousandths of the page.
fn share(pixels: &str, of: u32) -> u16 {
    let pixels: u64 = pixels.parse().unwrap_or(0);
    let whole = u64::from(RedactionBox::WHOLE);
    u16::try_from((pixels * whole / u64::from(of.max(1))).min(whole)).unwrap_or(RedactionBox::WHOLE)
}

/// Width and height of a PNG, by its first chunk.
pub(super) fn size(png: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
    Some((number(16)?, number(20)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
        1\t1\t0\t0\t0\t0\t0\t0\t2000\t1000\t-1\t\n\
        2\t1\t1\t0\t0\t0\t100\t50\t800\t40\t-1\t\n\
        4\t1\t1\t1\t1\t0\t100\t50\t800\t40\t-1\t\n\
        5\t1\t1\t1\t1\t1\t100\t52\t200\t38\t96.5\tDear\n\
        5\t1\t1\t1\t1\t2\t320\t52\t180\t38\t91\tElen,\n\
        5\t1\t1\t1\t1\t3\t600\t52\t300\t38\t4.2\t~~|\n\
        4\t1\t2\t1\t1\t0\t100\t500\t800\t40\t-1\t\n\
        5\t1\t2\t1\t1\t1\t100\t500\t200\t38\t88\tthe\tparty\n";

    #[test]
    fn words_lie_in_their_lines_and_stains_do_not_count() {
        let found = lines(TABLE, (2000, 1000));
        let said: Vec<String> = found
            .iter()
            .map(|line| line.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(said, ["Dear Elen,", "the\tparty"]);
        assert_eq!((found[0].y, found[0].height, found[0].words[1].x), (500, 400, 1600));
        assert!(found[1].block);
        assert!(found.iter().flat_map(|line| &line.words).all(|word| word.y.is_none()));
        let askew =
            TABLE.replace("100\t50\t800\t40\t-1", "100\t50\t800\t90\t-1").replace("320\t52", "320\t98");
        let found = lines(&askew, (2000, 1000));
        assert_eq!((found[0].height, found[0].words[0].y, found[0].words[1].y), (380, Some(520), Some(980)));
        assert!(lines("nothing\nlike\ta table", (0, 0)).is_empty());
    }
}
