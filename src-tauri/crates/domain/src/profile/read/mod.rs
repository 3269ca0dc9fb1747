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
        all
    }
}

/// A file's text, parsed, with the means to turn an offset into a line.
pub(crate) struct File<'a> {
    /// Its name, as errors show it.
    pub name: &'a str,
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
        let file = Self { name, root, line_ends, problems };
        for error in errors {
            let line = error.span().map_or(0, |span| file.line(span.start));
            file.problem(line, "", error.message().to_owned());
        }
        file
    }

    /// The table of the whole file.
    pub fn root(&self) -> Table<'_> {
        Table::new(self, self.root.get_ref(), 1, String::new())
    }

    /// The content in a form that does not depend on layout, order of keys or comments.
    pub fn canonical(&self) -> String {
        let mut out = String::new();
        write_canonical(self.root.get_ref(), &mut out);
        out
    }

    /// The line, from 1, of a byte offset.
    fn line(&self, offset: usize) -> usize {
        1 + self.line_ends.partition_point(|end| *end < offset)
    }

    fn problem(&self, line: usize, key: &str, message: String) {
        self.problems.add(ProfileProblem { file: self.name.to_owned(), line, key: key.to_owned(), message });
    }
}
