//! Everything that is printed.

use std::io::{self, ErrorKind, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};

use joinder_app::Error;
use serde_json::Value;

/// Prints an error on standard error: what is wrong, then what to do.
pub fn error(error: &Error, json: bool) {
    if json {
        aside(&serde_json::to_string(error).unwrap_or_else(|_| error.to_string()));
        return;
    }
    aside(&format!("joinder: {}", error.message));
    aside(&format!("         {}", error.fix));
    for problem in &error.problems {
        aside(&format!("  {}: {} {}", problem.field, problem.message, problem.fix));
    }
}

/// Whether something that was printed did not arrive, on a full disk for example.
pub fn lost() -> bool {
    LOST.load(Ordering::Relaxed)
}

static LOST: AtomicBool = AtomicBool::new(false);

/// A reader who has seen enough closes the pipe: that is their choice, not a failure.
fn arrived(written: io::Result<()>) {
    if written.is_err_and(|error| error.kind() != ErrorKind::BrokenPipe) {
        LOST.store(true, Ordering::Relaxed);
    }
}

/// Prints a line on standard error, where nobody is left to be told when it does not arrive.
pub fn aside(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// Prints a value as JSON.
pub fn json(value: &Value) {
    line(&serde_json::to_string_pretty(value).unwrap_or_default());
}

/// Prints a line.
pub fn line(text: &str) {
    arrived(writeln!(io::stdout(), "{text}"));
}

/// Prints a line that holds what a file says, indented; characters that would steer the terminal are replaced.
pub fn outside(indent: usize, words: &str) {
    let steers = |c: char| c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let safe: String = words.chars().map(|c| if steers(c) { '\u{FFFD}' } else { c }).collect();
    line(&format!("{}{safe}", "  ".repeat(indent)));
}

/// Prints raw text, such as a completion script.
pub fn raw(bytes: &[u8]) {
    arrived(io::stdout().write_all(bytes));
}

/// Prints rows under headings, each column as wide as its widest cell.
pub fn table(headings: &[&str], rows: &[Vec<String>]) {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        cells.chain(headings.get(column).map(|h| h.chars().count())).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..headings.len()).map(width).collect();
    let print = |cells: &mut dyn Iterator<Item = &str>| {
        let padded: Vec<String> = cells.zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        line(padded.join("  ").trim_end());
    };
    print(&mut headings.iter().copied());
    for row in rows {
        print(&mut row.iter().map(String::as_str));
    }
}
