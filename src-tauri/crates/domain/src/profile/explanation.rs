//! The sentences of which the explanation of a classification is made.

use super::read::{Names, Table};
use crate::classification::{NoticeAxis, Outcome};
use crate::code::Code;

/// The sentences of which the explanation of a classification is made.
#[derive(Clone, Debug)]
pub(crate) struct Explanation {
    /// The status is settled.
    pub settled: String,
    /// It is settled although a date is vague.
    pub vague: String,
    /// The flag that says that a date is vague.
    pub vague_flag: Code,
    /// More than one status is possible.
    pub open: String,
    /// Everything is possible.
    pub nothing: String,
    /// What would settle it.
    pub settle: String,
    /// By position of the notice axis.
    pub notices: Vec<String>,
    /// By position of the outcome.
    pub outcomes: Vec<String>,
}

fn by_code(table: &Table<'_>, key: &'static str, codes: &[&'static str]) -> Vec<String> {
    let Some(inner) = table.table(key) else { return Vec::new() };
    let texts = codes.iter().map(|code| inner.text(code)).collect();
    inner.finish();
    texts
}

impl Explanation {
    pub(super) fn read(root: &Table<'_>) -> Self {
        let absent = Self {
            settled: String::new(),
            vague: String::new(),
            vague_flag: Code::default(),
            open: String::new(),
            nothing: String::new(),
            settle: String::new(),
            notices: Vec::new(),
            outcomes: Vec::new(),
        };
        let Some(table) = root.table("explanation") else { return absent };
        let explanation = Self {
            settled: table.text("settled"),
            vague: table.text("vague"),
            vague_flag: table.code("vague_flag"),
            open: table.text("open"),
            nothing: table.text("nothing"),
            settle: table.text("settle"),
            notices: by_code(&table, "notice", &NoticeAxis::ALL.map(NoticeAxis::code)),
            outcomes: by_code(&table, "outcome", &Outcome::ALL.map(Outcome::code)),
        };
        table.finish();
        explanation
    }

    /// Notes a flag that no rule set defines.
    pub(super) fn check(&self, root: &Table<'_>, flags: &Names) {
        if flags.get(self.vague_flag.as_str()).is_none()
            && let Some(table) = root.maybe_table("explanation")
        {
            table.problem(
                "vague_flag",
                format!("expected {}, found \"{}\"", flags.expected(), self.vague_flag),
            );
        }
    }
}
