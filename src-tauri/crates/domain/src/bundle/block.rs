//! The few kinds of matter that a drawn page is made of.

use super::{Chart, Drawing, TimelinePicture};
use serde::{Deserialize, Serialize};

/// How a stretch of text is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// Upright text.
    #[default]
    Plain,
    /// Heavy text.
    Bold,
    /// Slanted text.
    Italic,
    /// Fixed pitch, for hashes and identifiers; may break after any character.
    Mono,
}

/// A stretch of text in one style. A line feed inside starts a new line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The words, in any script and direction.
    pub text: String,
    /// How they are set.
    #[serde(default)]
    pub style: Style,
}

/// Text of one paragraph, cell or item.
pub type Text = Vec<Span>;

impl Span {
    /// Upright text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::Plain }
    }

    /// Heavy text.
    pub fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::Bold }
    }

    /// Slanted text.
    pub fn italic(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::Italic }
    }

    /// Fixed pitch, for hashes and identifiers.
    pub fn mono(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::Mono }
    }
}

/// A paragraph of upright text.
pub fn plain(text: impl Into<String>) -> Text {
    vec![Span::plain(text)]
}

/// One piece of a drawn page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A heading; stays with what follows it.
    Heading {
        /// 1 opens a document, 2 a part of it, 3 a group inside a part; others count as 3.
        level: u8,
        /// The words.
        text: String,
    },
    /// Running text; Arabic and Hebrew paragraphs stand at the right.
    Paragraph(Text),
    /// Two columns: what is asked on the left, what is known on the right.
    KeyValues(Vec<(String, Text)>),
    /// Rows under a heading that is repeated on every page.
    Table(Table),
    /// Items with a bullet or a number.
    List {
        /// What stands before each item.
        marker: Marker,
        /// The items.
        items: Vec<Text>,
    },
    /// Somebody's own words, indented; one entry per paragraph.
    Quote(Vec<Text>),
    /// Paragraphs of a statement, numbered in the margin (PD 32, 19.1).
    NumberedParagraphs {
        /// Number of the first one.
        first: u32,
        /// The paragraphs.
        paragraphs: Vec<Text>,
    },
    /// A remark set apart from the text.
    Note {
        /// How strongly it is set apart.
        kind: NoteKind,
        /// The words.
        text: Text,
    },
    /// A drawn axis of time.
    Timeline(TimelinePicture),
    /// Bars, columns or lines.
    Chart(Chart),
    /// A line drawing with its description under it.
    Drawing(Drawing),
    /// A picture that stands in the text of a message.
    Picture(PagePicture),
    /// A hash or other long identifier on lines of its own; breaks after any character.
    Mono(String),
    /// Blocks that stand on one page, such as a question and its answer. Of long ones each still begins on the page of the one
    /// before.
    Together(Vec<Block>),
    /// Empty space of one line.
    Spacer,
    /// What follows starts on a new page.
    PageBreak,
    /// A box to sign in.
    Signature(Vec<SignatureRow>),
}

/// A picture among the words of a message. Hashes are lower-case hexadecimal SHA-256.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PagePicture {
    /// Hash of the file that the picture came in.
    pub within: String,
    /// Hash of the picture's own bytes.
    pub sha256: String,
    /// What it is, in words: printed under it, and in its place where it cannot be drawn.
    pub words: String,
    /// How wide the message shows it, in pixels of a 96th of an inch, if it says.
    pub width: Option<u16>,
}

/// What stands before each item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Marker {
    /// A bullet.
    Bullet,
    /// 1, 2, 3.
    Number,
}

/// How strongly a note is set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// Worth knowing.
    Info,
    /// The reader would be misled without it.
    Warning,
}

/// One line of a signature box.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureRow {
    /// Such as "Signed", "Name" or "Date".
    pub label: String,
    /// What is already known; empty leaves a line to write on.
    pub value: String,
}

/// Rows of cells under column headings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// The rows; missing cells are empty, cells beyond the last column are left out.
    pub rows: Vec<Vec<Text>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its heading; a table whose headings are all empty has no heading row.
    pub heading: String,
    /// Share of the table's width, against the sum over all columns.
    pub weight: u16,
    /// Where its cells are set.
    pub align: Align,
}

impl Column {
    /// A column set from the left.
    pub fn left(heading: impl Into<String>, weight: u16) -> Self {
        Self { heading: heading.into(), weight, align: Align::Start }
    }

    /// A column set against its right edge, for numbers and money.
    pub fn right(heading: impl Into<String>, weight: u16) -> Self {
        Self { heading: heading.into(), weight, align: Align::End }
    }
}

/// Where a cell's text stands between the edges of its column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// From the left edge, whichever the script: a table reads from left to right.
    #[default]
    Start,
    /// In the middle.
    Centre,
    /// At the right edge.
    End,
}
