//! The rules, as they are asked of a bundle.

/// A rule of the judiciary's general guidance on electronic court bundles (29 November 2021; outputs.md 4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// EB-01.
    Opens,
    /// EB-02.
    Numbered,
    /// EB-03.
    Labels,
    /// EB-04.
    IndexLinks,
    /// EB-05.
    Bookmarks,
    /// EB-06.
    Searchable,
    /// EB-07.
    Upright,
    /// EB-08.
    Zoom,
    /// EB-09.
    Density,
    /// EB-10.
    Packed,
    /// EB-11.
    OneBundle,
    /// EB-12.
    LateAtEnd,
    /// EB-13.
    FileName,
    /// EB-14.
    Sendable,
    /// EB-15.
    NumberClear,
    /// EB-16.
    Redacted,
    /// EB-17.
    NoCopies,
}

impl Rule {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 17] = [
        Self::Opens,
        Self::Numbered,
        Self::Labels,
        Self::IndexLinks,
        Self::Bookmarks,
        Self::Searchable,
        Self::Upright,
        Self::Zoom,
        Self::Density,
        Self::Packed,
        Self::OneBundle,
        Self::LateAtEnd,
        Self::FileName,
        Self::Sendable,
        Self::NumberClear,
        Self::Redacted,
        Self::NoCopies,
    ];

    /// Its number, such as "EB-02".
    pub fn code(self) -> &'static str {
        match self {
            Self::Opens => "EB-01",
            Self::Numbered => "EB-02",
            Self::Labels => "EB-03",
            Self::IndexLinks => "EB-04",
            Self::Bookmarks => "EB-05",
            Self::Searchable => "EB-06",
            Self::Upright => "EB-07",
            Self::Zoom => "EB-08",
            Self::Density => "EB-09",
            Self::Packed => "EB-10",
            Self::OneBundle => "EB-11",
            Self::LateAtEnd => "EB-12",
            Self::FileName => "EB-13",
            Self::Sendable => "EB-14",
            Self::NumberClear => "EB-15",
            Self::Redacted => "EB-16",
            Self::NoCopies => "EB-17",
        }
    }

    /// What it asks for, as one sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::Opens => {
                "The bundle is a PDF that opens without a password and is no portfolio or XFA form."
            }
            Self::Numbered => {
                "Every page bears its number as text, counted from 1 on the first page, without a gap or a new start."
            }
            Self::Labels => "Page labels, where there are any, are equal to the printed numbers.",
            Self::IndexLinks => "Each entry of the index is a link that leads to the page it names.",
            Self::Bookmarks => {
                "Every section and every document has a bookmark with a short description and its page number."
            }
            Self::Searchable => {
                "Typed text can be selected and searched; pages that are pictures only are listed."
            }
            Self::Upright => "Every page is shown the way up that it is read.",
            Self::Zoom => "The file opens on its first page at 100 %.",
            Self::Density => "Pictures are shown at no more than 300 dots to the inch.",
            Self::Packed => "The file is no larger than it has to be.",
            Self::OneBundle => "There is one bundle for the hearing, and authorities have one of their own.",
            Self::LateAtEnd => "Late documents stand at the end, and earlier pages keep their numbers.",
            Self::FileName => {
                "The file is named by a short title of the case and the bundle, with the date of the hearing at the end."
            }
            Self::Sendable => {
                "The file is small enough to be sent: 36 MB to justice.gov.uk, 150 MB by e-judiciary."
            }
            Self::NumberClear => "Page numbers cover nothing that stands on the page.",
            Self::Redacted => {
                "What is blacked out is gone and not only covered, and the file tells no author's folders."
            }
            Self::NoCopies => "No document is in the bundle twice.",
        }
    }
}
