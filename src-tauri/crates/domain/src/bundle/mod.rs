//! What a claim bundle contains, decided before anything is drawn.
//!
//! A [`BundlePlan`] is plain data: it can be read, counted, compared and stored before a page exists. The renderer
//! (`joinder-bundle`) adds the cover, the index and the page numbers; everything else on paper comes from here.
//! Imported originals are named by their SHA-256 and fetched by the renderer.

mod block;
mod chart;
pub mod claim;
mod drawing;
mod redaction;
mod sealed;
mod text_layer;
mod timeline;

pub use block::{
    Align, Block, Column, Marker, NoteKind, PagePicture, SignatureRow, Span, Style, Table, Text, plain,
};
pub use chart::{Amount, Chart, ChartKind, Curve, Curves, Group, Groups};
pub use drawing::{Drawing, Ground, Shape, Stroke};
pub use redaction::RedactionBox;
pub use sealed::{Added, Additions, Fixed, Place};
pub use text_layer::{LayerLine, LayerPage, LayerWord, TextLayer};
pub use timeline::{Bar, BarEnd, DateRange, Mark, MarkStyle, TimelinePicture, Tone};

use crate::letter::Letter;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// One paginated PDF set for one claimant, before page numbers.
///
/// Page 1 is the cover, the index follows, then `documents` in the order given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundlePlan {
    /// File name without extension (outputs.md 4.1, EB-13); the caller makes it safe for a file system.
    pub file_stem: String,
    /// What the set is, such as "Claim bundle".
    pub title: String,
    /// Short title of the proceeding, printed on the cover and above every page that we draw.
    pub case_title: String,
    /// The court's number of the claim, printed on the cover; empty while there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub claim_number: String,
    /// The claimant's name as it is to be printed.
    pub claimant_name: String,
    /// The claimant's number in the register, such as "C-000123".
    pub reference: String,
    /// The day the bundle speaks for, in words, printed on the cover.
    pub prepared_on: String,
    /// The same day, written into the file's metadata; never the clock.
    pub prepared: Date,
    /// BCP 47 tag of the pages that we draw, such as "en-GB".
    pub language: String,
    /// Printed on the cover and at the foot of every page, such as "Draft"; may be empty.
    #[serde(default)]
    pub marking: String,
    /// Each section begins with a page that bears its letter.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dividers: bool,
    /// Pages that each document has at least, those of the confidential version: the public one has the same page numbers. A
    /// document without a number here has those that it needs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub least: Vec<usize>,
    /// The documents in reading order.
    pub documents: Vec<Document>,
    /// Pages that a sealed version fixed; kept beside the plan, since it says where things stand and not what they are.
    #[serde(skip)]
    pub fixed: Option<Fixed>,
}

/// One entry of the index, with the pages behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Short description in the outline; the renderer adds the page number (EB-05).
    pub bookmark: String,
    /// Description in the index.
    pub title: String,
    /// Date of the document in words; empty where it has none.
    pub date: String,
    /// The part of the bundle that it stands in.
    pub section: Section,
    /// What is on its pages.
    pub kind: DocumentKind,
}

/// Parts of a bundle, in the order in which they are bound. A claim bundle begins with the claimant, a pack with its
/// letter; exhibits are C in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// A: the claimant's information, membership and classification.
    Claimant,
    /// B: the statement.
    Statement,
    /// A: the letter of a pack.
    Letter,
    /// B: the schedules to a letter.
    Schedules,
    /// C: the exhibits.
    Exhibits,
    /// D: hashes, tiers and the audit entry.
    Integrity,
    /// E: what was added after the bundle was sealed.
    Late,
}

impl Section {
    /// The letter that stands before the section in index and outline.
    pub fn letter(self) -> char {
        match self {
            Self::Claimant | Self::Letter => 'A',
            Self::Statement | Self::Schedules => 'B',
            Self::Exhibits => 'C',
            Self::Integrity => 'D',
            Self::Late => 'E',
        }
    }

    /// The section's name as printed in index and outline.
    pub fn title(self) -> &'static str {
        match self {
            Self::Claimant => "Claimant",
            Self::Statement => "Statement",
            Self::Letter => "Letter",
            Self::Schedules => "Schedules and enclosures",
            Self::Exhibits => "Exhibits",
            Self::Integrity => "Integrity",
            Self::Late => "Documents added later",
        }
    }
}

/// Whether the pages are drawn from the plan or stand behind an exhibit sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// Pages drawn from blocks.
    Drawn(Vec<Block>),
    /// A letter on the writer's own head.
    Letter(Box<Letter>),
    /// An exhibit sheet followed by the evidence itself.
    Exhibit(Exhibit),
    /// A list of what was added after the bundle was sealed; its page numbers are known when it is rendered.
    Added(Additions),
}

/// Evidence cited under a label that is stable for the life of the matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exhibit {
    /// Conventional mark, such as "JJS1" (PD 32, 11 to 15; outputs.md 4.3).
    pub label: String,
    /// What it is, in a few words.
    pub description: String,
    /// Blocks printed on the exhibit sheet under label and description.
    pub sheet: Vec<Block>,
    /// Where its pages come from.
    pub source: ExhibitSource,
    /// What is blacked out on them, by page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub redactions: Vec<RedactionBox>,
    /// SHA-256 of the words that a program read in it, lower-case hex; `None` where nothing was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layer: Option<String>,
}

/// Where the pages of an exhibit come from. Hashes are lower-case hexadecimal SHA-256 of the original bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExhibitSource {
    /// A message drawn as a printed mail: its headers, then its body.
    Mail(Vec<Block>),
    /// Every page of a PDF file.
    Pdf {
        /// SHA-256 of the file.
        sha256: String,
    },
    /// A JPEG picture on one page.
    Jpeg {
        /// SHA-256 of the file.
        sha256: String,
    },
    /// A PNG picture on one page.
    Png {
        /// SHA-256 of the file.
        sha256: String,
    },
    /// A picture of another kind that can be decoded, such as WebP or GIF, on one page; every page of a TIFF.
    Picture {
        /// SHA-256 of the file.
        sha256: String,
    },
    /// Evidence that cannot be printed; a page says so and why.
    Placeholder {
        /// The reason in plain words, as a full sentence.
        reason: String,
    },
}

impl ExhibitSource {
    /// The original that the renderer has to fetch, if there is one.
    pub fn sha256(&self) -> Option<&str> {
        match self {
            Self::Pdf { sha256 }
            | Self::Jpeg { sha256 }
            | Self::Png { sha256 }
            | Self::Picture { sha256 } => Some(sha256),
            Self::Mail(_) | Self::Placeholder { .. } => None,
        }
    }
}

impl BundlePlan {
    /// Whether a page with the letter of its section stands before the document at `at`. What was added later stands
    /// behind a list of its own.
    pub fn has_divider(&self, at: usize) -> bool {
        let section = |at: usize| self.documents.get(at).map(|document| document.section);
        let before = at.checked_sub(1).and_then(section);
        let late = section(at) == Some(Section::Late);
        self.dividers && !late && section(at).is_some() && section(at) != before
    }

    /// SHA-256 over the whole plan, originals included by their hashes: equal plans name equal files.
    pub fn fingerprint(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        // A plan holds only strings, numbers, lists and enums, none of which JSON can refuse.
        hash.update(serde_json::to_vec(self).unwrap_or_default());
        hash.finalize().into()
    }
}
