//! Everything that is printed.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "printing is what this file is for")]

use joinder_app::Error;
use serde_json::Value;

/// Prints an error on standard error: what is wrong, then what to do.
pub fn error(error: &Error, json: bool) {
    if json {
        eprintln!("{}", serde_json::to_string(error).unwrap_or_else(|_| error.to_string()));
        return;
    }
    eprintln!("joinder: {}", error.message);
    eprintln!("         {}", error.fix);
    for problem in &error.problems {
        eprintln!("  {}: {} {}", problem.field, problem.message, problem.fix);
    }
}

/// Prints a value as JSON.
pub fn json(value: &Value) {
    println!("{}", serde_json::to_string_pretty(value).unwrap_or_default());
}

/// Prints a line.
pub fn line(text: &str) {
    println!("{text}");
}

/// Prints a line that holds what a file says, indented; characters that would steer the terminal are replaced.
pub fn outside(indent: usize, words: &str) {
    let steers = |c: char| c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let safe: String = words.chars().map(|c| if steers(c) { '\u{FFFD}' } else { c }).collect();
    line(&format!("{}{safe}", "  ".repeat(indent)));
}

/// Prints raw text, such as a completion script.
pub fn raw(bytes: &[u8]) {
    use std::io::Write as _;
    // A closed pipe is the reader's choice, not a failure.
    let _ = std::io::stdout().write_all(bytes);
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
        println!("{}", padded.join("  ").trim_end());
    };
    print(&mut headings.iter().copied());
    for row in rows {
        print(&mut row.iter().map(String::as_str));
    }
}
