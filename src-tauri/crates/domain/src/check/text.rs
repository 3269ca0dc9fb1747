//! Checks of free text: how long it may be, and what a name looks like.

use super::problem::Problems;

/// A name, an address line or a reference: longer is a misplaced column.
const LINE: usize = 200;
/// A name: the longest that people bear have several hundred letters.
const NAME: usize = 500;
/// Somebody's own words.
const NARRATIVE: usize = 100_000;

pub(super) fn line(field: &str, text: &str, found: &mut Problems) {
    length(field, text, LINE, found);
}

pub(super) fn narrative(field: &str, text: &str, found: &mut Problems) {
    length(field, text, NARRATIVE, found);
}

fn length(field: &str, text: &str, most: usize, found: &mut Problems) {
    // Bytes first: counting the letters of ten megabytes is work for nothing.
    if text.len() > most && text.chars().nth(most).is_some() {
        found.error(field, "text-too-long", &[("most", most.to_string())]);
    }
}

pub(super) fn name(field: &str, text: &str, found: &mut Problems) {
    length(field, text, NAME, found);
    let odd = |c: char| c.is_ascii_digit() || c.is_control() || "@<>{}[]|\\_=*%;:?\u{fffd}".contains(c);
    if text.chars().take(NAME).any(odd) {
        found.warn(field, "name-characters", &[]);
    }
}
