//! Wording of the exhibit sheets.

pub(in super::super) const FILE_NAME: &str = "File name";
pub(super) const DAMAGE: &str = "About the file";
pub(super) const SOMEBODY_ELSES: &str = "A message to another person’s address";
pub(super) const QUARANTINE: &str = "This file is addressed to somebody other than the claimant. It does not show that \
    the claimant was told, and it holds another person’s data, so it is kept and not printed.";
pub(super) const AS_IT_IS: &str = "The pages of this file are reproduced as they are. Words that are withheld elsewhere \
    in this bundle may stand in them.";
pub(in super::super) const LEFT_OUT: &str = "Where this print says “[withheld]”, words were left out of it. \
    The original is kept unaltered.";
pub(super) const NOT_STATED: &str = "Not stated";
pub(super) const NO_TEXT: &str = "The message has no text that can be read.";

pub(super) fn cut(printed: usize, whole: usize) -> String {
    format!(
        "The text is longer than is printed here: {printed} of {whole} characters. The original is kept whole."
    )
}

pub(super) fn more(left_out: usize, what: &str) -> String {
    format!("{left_out} more {what} are not printed here. The original is kept whole.")
}
