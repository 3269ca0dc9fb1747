//! A paper that is not a bundle: a custody report, a calendar, an annex, what the whole group shows.
//!
//! A [`Report`] is a plan as plain data, made of the same [`Block`]s as a claim bundle. The renderer
//! (`joinder-bundle`, `render_report`) adds the title, the running header and the page numbers; its bookmarks are the
//! headings among the blocks.

mod workbook;

pub use workbook::{Sheet, SheetCell, Workbook};

use crate::bundle::Block;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// One paper, before page numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// What it is, such as "Chain of custody".
    pub title: String,
    /// Short title of the proceeding, printed above every page.
    pub case_title: String,
    /// What it is about, such as "C-000123"; printed above every page.
    pub reference: Option<String>,
    /// The day it speaks for, written into the file's metadata; never the clock of the machine.
    pub as_at: Date,
    /// The same day as it is printed under the title, such as "As at 23 November 2026".
    pub as_at_words: String,
    /// BCP 47 tag of its words, such as "en-GB".
    pub language: String,
    /// Printed under the title and at the foot of every page, such as "Confidential"; may be empty.
    pub marking: String,
    /// How its pages lie.
    pub orientation: Orientation,
    /// What is on its pages. A [`Block::Heading`] is a bookmark too.
    pub blocks: Vec<Block>,
}

/// How pages lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Orientation {
    /// Upright A4.
    #[default]
    Portrait,
    /// A4 on its side, for tables with many columns.
    Landscape,
}

impl Report {
    /// SHA-256 over the whole report: equal reports name equal files.
    pub fn fingerprint(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        // A report holds only strings, numbers, lists and enums, none of which JSON can refuse.
        hash.update(serde_json::to_vec(self).unwrap_or_default());
        hash.finalize().into()
    }
}
