//! What is wrong with a register, and where.

/// What is wrong with a register, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What.
    pub code: FaultCode,
    /// The row, from 1, as a spreadsheet counts; that of the headings for a heading.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
    /// The column's heading in the template; the one found where the template has none.
    pub heading: String,
    /// What was found.
    pub found: String,
    /// What is allowed, as values to type; empty where words say it better.
    pub allowed: Vec<String>,
    /// What else the words of the fault name: a bound, another row.
    pub other: String,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// A kind of fault.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FaultCode { $($(#[$doc])* $name),+ }

        impl FaultCode {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }
        }
    };
}

codes! {
    /// A column of the template is missing.
    HeadingMissing = "heading-missing",
    /// The template has no such column.
    HeadingUnknown = "heading-unknown",
    /// A heading that differs in case or spaces.
    HeadingSpelling = "heading-spelling",
    /// A column in another place.
    HeadingPlace = "heading-place",
    /// Two columns with one heading.
    HeadingTwice = "heading-twice",
    /// Nothing where something must be.
    Blank = "blank",
    /// Not one of the drop-down's values.
    NotListed = "not-listed",
    /// One of them but for case or spaces.
    NearlyListed = "nearly-listed",
    /// Not a number.
    NotNumber = "not-number",
    /// Not a whole number.
    NotWhole = "not-whole",
    /// Outside the bounds of the template.
    OutOfRange = "out-of-range",
    /// Not a day.
    NotDay = "not-day",
    /// Text that looks like a day.
    TextDay = "text-day",
    /// A number that a spreadsheet made of a day.
    NumberDay = "number-day",
    /// A day that no calendar has, or of another century.
    ImpossibleDay = "impossible-day",
    /// Too long or too short.
    Length = "length",
    /// A number where text is kept: zeros at its front are lost.
    NumberForWords = "number-for-words",
    /// Figures that a spreadsheet shortened: 7.7E+09.
    Shortened = "shortened",
    /// Text that a spreadsheet made a day of.
    DayForWords = "day-for-words",
    /// A formula.
    Formula = "formula",
    /// What a formula failed with.
    Failed = "failed",
    /// Text that another program would take for a formula.
    LikeFormula = "like-formula",
    /// A claimant's number that another row has.
    NumberTwice = "number-twice",
    /// What cannot be a claimant's number.
    NoNumber = "no-number",
    /// Text that looks like a number.
    TextNumber = "text-number",
    /// An end before the entry.
    EndedEarly = "ended-early",
    /// A value under no heading.
    NoHeading = "no-heading",
    /// A merged cell.
    Merged = "merged",
}
