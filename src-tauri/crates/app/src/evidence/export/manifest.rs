//! What was exported, item by item, for people (CSV) and for programs (JSON).

use joinder_store::Reader;
use joinder_store::evidence::{Container, Evidence, Origin, State};
use serde::Serialize;

use crate::error::{Error, Result};
use crate::person;
use crate::spreadsheet_cell::harmless;

/// One exported item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Line {
    /// Its reference, such as `E-000012`.
    pub(super) reference: String,
    /// Its identifier.
    pub(super) id: String,
    /// Where it lies in the export.
    pub(super) file: String,
    /// Its name as received.
    pub(super) name: String,
    /// Bytes.
    pub(super) size: u64,
    /// SHA-256 of the bytes, as received and as exported.
    pub(super) sha256: String,
    /// What kind of file it is.
    pub(super) kind: String,
    /// How it came in.
    pub(super) origin: String,
    /// SHA-256 of the mailbox or archive that it was taken out of.
    pub(super) origin_sha256: String,
    /// When the file was last changed, by its own account, RFC 3339.
    pub(super) modified_at: String,
    /// When it was taken in, RFC 3339.
    pub(super) received_at: String,
    /// Who took it in.
    pub(super) received_by: String,
    /// `unassigned`, `assigned` or `set-aside`.
    pub(super) state: &'static str,
    /// Whose it is.
    pub(super) claimant: String,
    /// How well it proves that the claimant was told, 0 to 5.
    pub(super) grade: Option<u8>,
    /// Why it was set aside.
    pub(super) reason: String,
}

impl Line {
    /// The line of an item that was exported as `file`.
    pub(super) fn of(reader: &Reader<'_>, item: &Evidence, file: String) -> Result<Self> {
        let (state, claimant, reason) = match &item.state {
            State::Unassigned => ("unassigned", String::new(), String::new()),
            State::Assigned(number) => ("assigned", number.to_string(), String::new()),
            State::SetAside(reason) => ("set-aside", String::new(), reason.clone()),
        };
        let origin_sha256 = item.origin.as_ref().and_then(|origin| origin.sha256);
        Ok(Self {
            reference: item.number.to_string(),
            id: item.id.to_string(),
            file,
            name: item.name.clone(),
            size: item.size,
            sha256: item.sha256.to_string(),
            kind: item.shape.clone(),
            origin: item.origin.as_ref().map_or_else(|| item.source.clone(), origin_words),
            origin_sha256: origin_sha256.map(|sha256| sha256.to_string()).unwrap_or_default(),
            modified_at: item.modified.map(|at| at.to_string()).unwrap_or_default(),
            received_at: item.received.to_string(),
            received_by: person::name(reader, item.person)?,
            state,
            claimant,
            grade: item.grade.as_ref().map(|grade| grade.tier),
            reason,
        })
    }
}

/// Where an item lay, in words.
pub(in crate::evidence) fn origin_words(origin: &Origin) -> String {
    let container = match origin.container {
        Container::Folder => "folder",
        Container::Archive => "archive",
        Container::Mailbox => "mailbox",
    };
    let mut words = format!("{container} “{}”", origin.name);
    if !origin.path.is_empty() {
        words.push_str(&format!(", {}", origin.path));
    }
    if let Some(position) = origin.position {
        words.push_str(&format!(", message {position}"));
    }
    if let Some(offset) = origin.offset {
        words.push_str(&format!(", at byte {offset}"));
    }
    words
}

/// The manifest as CSV, for spreadsheets.
pub(super) fn csv(lines: &[Line]) -> Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADINGS).map_err(|_| Error::new("internal"))?;
    for line in lines {
        let grade = line.grade.map(|grade| grade.to_string()).unwrap_or_default();
        let size = line.size.to_string();
        let cells: [&str; 16] = [
            &line.reference,
            &line.id,
            &line.file,
            &line.name,
            &size,
            &line.sha256,
            &line.kind,
            &line.origin,
            &line.origin_sha256,
            &line.modified_at,
            &line.received_at,
            &line.received_by,
            line.state,
            &line.claimant,
            &grade,
            &line.reason,
        ];
        writer.write_record(cells.map(harmless)).map_err(|_| Error::new("internal"))?;
    }
    writer.into_inner().map_err(|_| Error::new("internal"))
}

const HEADINGS: [&str; 16] = [
    "reference",
    "id",
    "file",
    "name",
    "size",
    "sha256",
    "kind",
    "origin",
    "origin_sha256",
    "modified_at",
    "received_at",
    "received_by",
    "state",
    "claimant",
    "grade",
    "reason",
];

/// The manifest as JSON, for programs; what it says is exact.
pub(crate) fn json(matter: &str, lines: &[Line]) -> Result<Vec<u8>> {
    let manifest = serde_json::json!({ "format": "joinder-evidence-1", "matter": matter, "items": lines });
    serde_json::to_vec_pretty(&manifest).map_err(|_| Error::new("internal"))
}
