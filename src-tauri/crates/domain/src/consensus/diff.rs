//! One copy and the canonical notice side by side, word by word.

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::word::{Personal, Word, words};
use super::{Canonical, Copy};

/// Words of each text that are set side by side; the work grows with their product where nothing is alike.
const WORDS: usize = 4_000;

/// Two texts side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "NoticeDiff"))]
pub struct SideBySide {
    /// Rows, one for each paragraph of the canonical notice.
    pub rows: Vec<DiffRow>,
    /// Words that stand only in the canonical notice.
    pub missing: u32,
    /// Words that stand only in the copy.
    pub added: u32,
    /// One of the texts is longer than what is set side by side.
    pub cut: bool,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "NoticeDiffRow"))]
pub struct DiffRow {
    /// Both sides are alike, personal details aside.
    pub same: bool,
    /// The canonical notice.
    pub canonical: Vec<DiffSpan>,
    /// The copy.
    pub copy: Vec<DiffSpan>,
}

/// A stretch of text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "NoticeDiffSpan"))]
pub struct DiffSpan {
    /// The text as written.
    pub text: String,
    /// It stands on this side only.
    pub only_here: bool,
}

/// Sets a copy beside the canonical notice.
pub fn side_by_side(canonical: &Canonical, copy: &Copy) -> SideBySide {
    let (addresses, names) = &canonical.personal;
    let (left, left_cut) = limited(words(&canonical.text, &Personal::new(addresses, names)));
    let (right, right_cut) = limited(words(&copy.body, &Personal::new(&copy.recipients, &copy.names)));
    let key = |word: &Word<'_>| word.key;
    let (a, b): (Vec<u64>, Vec<u64>) = (left.iter().map(key).collect(), right.iter().map(key).collect());
    let mut page = Page {
        side: SideBySide { cut: left_cut || right_cut, ..SideBySide::default() },
        row: DiffRow::default(),
    };
    for operation in capture_diff_slices(Algorithm::Patience, &a, &b) {
        let (old, new) = (operation.old_range(), operation.new_range());
        let (old, new) = (left.get(old).unwrap_or_default(), right.get(new).unwrap_or_default());
        match operation {
            DiffOp::Equal { .. } => page.equal(old, new),
            _ => page.changed(old, new),
        }
    }
    page.end_row();
    page.side
}

fn limited(mut words: Vec<Word<'_>>) -> (Vec<Word<'_>>, bool) {
    let cut = words.len() > WORDS;
    words.truncate(WORDS);
    (words, cut)
}

struct Page {
    side: SideBySide,
    row: DiffRow,
}

impl Page {
    fn equal(&mut self, old: &[Word<'_>], new: &[Word<'_>]) {
        for (left, right) in old.iter().zip(new) {
            push(&mut self.row.canonical, left.text, false);
            push(&mut self.row.copy, right.text, false);
            if left.ends {
                self.end_row();
            }
        }
    }

    fn changed(&mut self, old: &[Word<'_>], new: &[Word<'_>]) {
        self.side.missing = self.side.missing.saturating_add(u32::try_from(old.len()).unwrap_or(u32::MAX));
        self.side.added = self.side.added.saturating_add(u32::try_from(new.len()).unwrap_or(u32::MAX));
        for word in new {
            push(&mut self.row.copy, word.text, true);
        }
        for (at, word) in old.iter().enumerate() {
            push(&mut self.row.canonical, word.text, true);
            if word.ends && at + 1 < old.len() {
                self.end_row();
            }
        }
        if old.last().is_some_and(|word| word.ends) {
            self.end_row();
        }
    }

    fn end_row(&mut self) {
        let mut row = std::mem::take(&mut self.row);
        if row.canonical.is_empty() && row.copy.is_empty() {
            return;
        }
        let mut spans = row.canonical.iter().chain(&row.copy);
        row.same = spans.clone().all(|span| !span.only_here);
        let wordless = !spans.any(|span| span.text.contains(char::is_alphanumeric));
        match self.side.rows.last_mut().filter(|_| wordless) {
            // A full stop alone belongs to the paragraph before it.
            Some(before) => {
                before.same &= row.same;
                append(&mut before.canonical, &row.canonical);
                append(&mut before.copy, &row.copy);
            }
            None => self.side.rows.push(row),
        }
    }
}

fn append(spans: &mut Vec<DiffSpan>, more: &[DiffSpan]) {
    for span in more {
        push(spans, &span.text, span.only_here);
    }
}

fn push(spans: &mut Vec<DiffSpan>, text: &str, only_here: bool) {
    match spans.last_mut() {
        Some(last) if last.only_here == only_here => last.text.push_str(text),
        _ => spans.push(DiffSpan { text: text.to_owned(), only_here }),
    }
}
