//! The document of a look at files.

use std::path::Path;

use joinder_evidence::{Code, Damage, Severity};
use serde::Serialize;
use serde_json::Value;

use super::{InspectedMessage, InspectedNotice, Lens};
use crate::error::Error;

/// The name of the document's form; a change that breaks readers raises the number.
const SCHEMA: &str = "joinder-evidence-inspect/1";

/// What files say, each by itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InspectDocument"))]
pub struct Document {
    /// The form of this document: `joinder-evidence-inspect/1`.
    pub schema: &'static str,
    /// The profile whose marks were looked for.
    pub profile: String,
    /// The addresses with which recipients were compared.
    pub addresses: Vec<String>,
    /// How many keys there were to check signatures with.
    pub keys: u32,
    /// Files, in the order in which they were named; those of a folder in order of name.
    pub files: Vec<InspectedFile>,
    /// How many of them could not be read.
    pub failed: u32,
}

impl Document {
    pub(super) fn new(profile: &str, lens: &Lens<'_>, files: Vec<InspectedFile>) -> Self {
        let failed: usize = files.iter().map(InspectedFile::failures).sum();
        Self {
            schema: SCHEMA,
            profile: profile.to_owned(),
            addresses: lens.own.iter().map(|address| (*address).to_owned()).collect(),
            keys: u32::try_from(lens.keys.count()).unwrap_or(u32::MAX),
            files,
            failed: u32::try_from(failed).unwrap_or(u32::MAX),
        }
    }
}

/// What one file says.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedFile {
    /// The path as it was named.
    pub path: String,
    /// The file's name.
    pub name: String,
    /// Why it could not be read; everything else is then empty.
    pub error: Option<FileError>,
    /// The kind of file by its content: a short word such as `eml`, `pdf`, `jpeg`.
    pub shape: String,
    /// The same in plain words.
    pub kind: String,
    /// Bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// SHA-256 of the bytes as they are, lower-case hex.
    pub sha256: String,
    /// What is wrong with it; empty when nothing is.
    pub damage: Vec<InspectedDamage>,
    /// The messages in it: its own first, then those inside it, each with its own path, signatures and so on.
    pub messages: Vec<InspectedMessage>,
    /// What a PDF says of itself: version, pages, producer, creator, dates as written, whether it has text.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown> | null"))]
    pub pdf: Option<Value>,
    /// What a picture says of itself: size, when and with what it was taken, as written (EXIF).
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown> | null"))]
    pub image: Option<Value>,
    /// How well it proves that the owner of the addresses was told, by the best message, print or picture in it.
    pub notice: Option<InspectedNotice>,
    /// Every message, print or picture in it that was graded, the best first; of a mailbox or archive only those that
    /// bear on the matter.
    pub graded: Vec<InspectedNotice>,
    /// Of a member: where it lies in its mailbox or archive, such as `folder/notice.eml` or `#12`; else empty.
    pub within: String,
    /// Of a message of a mailbox: which one it is, from 1.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub position: Option<u64>,
    /// Of a message of a mailbox file: its first byte there, from 0.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub offset: Option<u64>,
    /// The messages of a mailbox and the files of an archive, each as if it had come alone, in their order.
    pub members: Vec<Self>,
    /// How many members there are; beyond some thousands they are looked at, and listed only if they bear on the matter.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub members_in_all: u64,
}

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InspectError"))]
pub struct FileError {
    /// A stable short name, such as `unreadable-file`.
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub fix: String,
}

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedDamage {
    /// A stable short name, such as `truncated`.
    pub code: String,
    /// `note`: nothing was lost; `warning`: something was not read or was guessed; `serious`: it cannot be used as it is.
    pub severity: String,
    /// The part that it is in, such as `1.2`; `0` for the whole.
    pub place: String,
    /// How often it happened there.
    pub count: u32,
    /// What is wrong, in words.
    pub message: String,
    /// What to do about it.
    pub fix: String,
}

impl InspectedFile {
    /// A file that could not be read.
    pub(super) fn failed(path: &Path, error: &Error) -> Self {
        let error =
            FileError { code: error.code.clone(), message: error.message.clone(), fix: error.fix.clone() };
        Self { error: Some(error), ..Self::at(path) }
    }

    /// How many files in it could not be read, itself included.
    fn failures(&self) -> usize {
        usize::from(self.error.is_some()) + self.members.iter().map(Self::failures).sum::<usize>()
    }

    /// A file that holds others, said as damage: each of them is evidence of its own.
    pub(super) fn holds_others(mut self) -> Self {
        self.damage.push(InspectedDamage::of(&Damage::new(Code::HoldsOthers, "0")));
        self
    }

    pub(super) fn at(path: &Path) -> Self {
        Self {
            path: path.to_string_lossy().into_owned(),
            name: path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            ..Self::default()
        }
    }
}

impl InspectedDamage {
    pub(super) fn of(damage: &Damage) -> Self {
        let severity = match damage.severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Serious => "serious",
        };
        Self {
            code: damage.code.as_str().to_owned(),
            severity: severity.to_owned(),
            place: damage.place.clone(),
            count: damage.count,
            message: damage.text.clone(),
            fix: damage.fix.clone(),
        }
    }
}
