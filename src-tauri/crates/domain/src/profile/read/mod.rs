//! Reading a profile's TOML: every mistake is collected with its file, line and key, and nothing is ignored.

mod canonical;
mod names;
mod table;

pub(crate) use canonical::{hex_sha256, write_canonical};
pub(crate) use names::Names;
pub(crate) use table::Table;

use std::cell::RefCell;

use toml::Spanned;
use toml::de::DeTable;

use super::ProfileProblem;

/// Notes a format that this program does not read; nothing else is then said of the file.
pub(crate) fn format_known(root: &Table<'_>, what: &str, known: i64) {
    if !root.has(FORMAT_KEY) {
        root.problem(
            FORMAT_KEY,
            format!("missing: expected {FORMAT_KEY} = {known}, by which a {what} is known"),
        );
        return;
    }
    let Some(format) = root.maybe_number(FORMAT_KEY, 0, i64::MAX) else { return };
    if format > known {
        root.problem(FORMAT_KEY, format!("expected at most {known}, found {format}: this {what} was made for a newer Joinder; install the newest one"));
    } else if format < known {
        root.problem(
            FORMAT_KEY,
            format!("expected {known}, found {format}: this {what} was made for an older Joinder"),
        );
    }
}

const FORMAT_KEY: &str = "format";

/// Problems as they are met, in any order.
#[derive(Default)]
pub(crate) struct Problems(RefCell<Vec<ProfileProblem>>);

impl Problems {
    /// Notes a problem.
    pub fn add(&self, problem: ProfileProblem) {
        self.0.borrow_mut().push(problem);
    }

    /// All of them, by file and line, each once.
    pub fn sorted(self) -> Vec<ProfileProblem> {
        let mut all = self.0.into_inner();
        all.sort();
        all.dedup();
        // What a newer format means by its other keys is not known here.
        let is_format =
            |problem: &ProfileProblem| problem.key == FORMAT_KEY && problem.message.contains("Joinder");
        let newer: Vec<String> = all.iter().filter(|p| is_format(p)).map(|p| p.file.clone()).collect();
        all.retain(|problem| is_format(problem) || !newer.contains(&problem.file));
        all
    }
}

/// A file's text, parsed, with the means to turn an offset into a line.
pub(crate) struct File<'a> {
    /// Its name, as errors show it.
    pub name: &'a str,
    text: &'a str,
    root: Spanned<DeTable<'a>>,
    /// Offsets of the line ends, in order.
    line_ends: Vec<usize>,
    problems: &'a Problems,
}

impl<'a> File<'a> {
    /// Parses a file; mistakes of syntax become problems, and what could be read is kept.
    pub fn parse(name: &'a str, text: &'a str, problems: &'a Problems) -> Self {
        let (root, errors) = DeTable::parse_recoverable(text);
        let line_ends =
            text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect();
        let file = Self { name, text, root, line_ends, problems };
        for error in errors {
            let place = error.span().map_or(Place::default(), |span| file.place(span.start));
            file.problem(place, "", error.message().to_owned());
        }
        file
    }

    /// The table of the whole file.
    pub fn root(&self) -> Table<'_> {
        Table::new(self, self.root.get_ref(), Place { line: 1, column: 1 }, String::new())
    }

    /// The content in a form that does not depend on layout, order of keys or comments.
    pub fn canonical(&self) -> String {
        let mut out = String::new();
        write_canonical(self.root.get_ref(), &mut out);
        out
    }

    /// Where a byte offset is.
    fn place(&self, offset: usize) -> Place {
        let before = self.line_ends.partition_point(|end| *end < offset);
        let start = before.checked_sub(1).and_then(|at| self.line_ends.get(at)).map_or(0, |end| end + 1);
        let column = self.text.get(start..offset).map_or(0, |text| text.chars().count());
        Place { line: before + 1, column: column + 1 }
    }

    fn problem(&self, place: Place, key: &str, message: String) {
        let Place { line, column } = place;
        let (file, key) = (self.name.to_owned(), key.to_owned());
        self.problems.add(ProfileProblem { file, line, column, key, message });
    }
}

/// A line and a column, both from 1; 0 when it is about the file as a whole.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Place {
    pub line: usize,
    pub column: usize,
}
