//! Consents and declarations with their texts.

use super::read::{Names, Table, hex_sha256};
use crate::code::Code;

/// A consent or declaration that a person is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentText {
    /// Its code.
    pub code: Code,
    /// Version of the text.
    pub version: u32,
    /// A short title.
    pub title: String,
    /// The text that is agreed to.
    pub text: String,
    /// SHA-256 of the text, lower-case hex, as a given consent records it.
    pub sha256: String,
    /// The claim cannot go on without it.
    pub required: bool,
    /// It is asked for when somebody registers; the others come later.
    pub registration: bool,
    /// Why it is asked for: a rule or a duty.
    pub citation: String,
}

pub(super) fn read(root: &Table<'_>, names: &mut Names) -> Vec<ConsentText> {
    let consents = root
        .tables("consent")
        .iter()
        .map(|table| {
            let text = table.text("text");
            let consent = ConsentText {
                code: table.define("code", names),
                version: u32::try_from(table.number("version", 1, 10_000)).unwrap_or(1),
                title: table.text("title"),
                sha256: hex_sha256(&text),
                text,
                required: table.maybe_flag("required").unwrap_or_default(),
                registration: table.maybe_flag("registration").unwrap_or_default(),
                citation: table.text("citation"),
            };
            table.finish();
            consent
        })
        .collect();
    root.finish();
    consents
}
