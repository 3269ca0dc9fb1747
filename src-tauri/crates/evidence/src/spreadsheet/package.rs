//! The parts of a workbook in its ZIP archive (ISO/IEC 29500-2).

use super::xml::{Token, walk};
use crate::archive::Archive;
use crate::damage::Code;
use crate::limits::Limits;
use std::collections::BTreeMap;
use std::io::Cursor;

/// Bytes that one part may unpack to.
const PART: u64 = 512 << 20;

/// A file that is not a workbook, or none that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpreadsheetError {
    /// It is something else.
    #[error("the file is not an Excel workbook (.xlsx)")]
    OtherKind,
    /// An .xls of before 2007, or a workbook with a password: both begin alike.
    #[error("the file is an old .xls workbook or has a password")]
    OldOrLocked,
    /// OpenDocument.
    #[error("the file is an OpenDocument spreadsheet (.ods)")]
    OpenDocument,
    /// The binary kind of Excel workbook.
    #[error("the file is a binary workbook (.xlsb)")]
    Binary,
    /// Its parts cannot be read.
    #[error("the workbook is damaged")]
    Damaged,
    /// It unpacks to more than a register can be.
    #[error("the workbook is too large")]
    TooLarge,
}

/// Where a sheet lies.
pub(super) struct Place {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) path: String,
}

pub(super) struct Package<'b> {
    archive: Archive<Cursor<&'b [u8]>>,
    workbook: String,
    /// Kind and path of what belongs to the workbook, by identifier.
    relations: BTreeMap<String, (String, String)>,
}

type Contents = (Vec<Place>, BTreeMap<String, String>, bool);

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, SpreadsheetError> {
        if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            return Err(SpreadsheetError::OldOrLocked);
        }
        if !bytes.starts_with(b"PK") {
            return Err(SpreadsheetError::OtherKind);
        }
        let limits = Limits { item_bytes: PART, unpacked_bytes: 2 * PART, ..Limits::default() };
        let archive = Archive::open(Cursor::new(bytes), &limits).map_err(|_| SpreadsheetError::Damaged)?;
        let has = |name: &str| archive.entries().iter().any(|entry| entry.name.eq_ignore_ascii_case(name));
        if has("mimetype") && !has("[Content_Types].xml") {
            return Err(SpreadsheetError::OpenDocument);
        }
        if has("xl/workbook.bin") {
            return Err(SpreadsheetError::Binary);
        }
        if !has("[Content_Types].xml") && !has("xl/workbook.xml") {
            return Err(SpreadsheetError::OtherKind);
        }
        let mut package =
            Self { archive, workbook: "xl/workbook.xml".to_owned(), relations: BTreeMap::new() };
        let top = package.relations_of("")?;
        if let Some((_, path)) = top.into_values().find(|(kind, _)| kind == "officeDocument") {
            package.workbook = path;
        }
        package.relations = package.relations_of(&package.workbook.clone())?;
        Ok(package)
    }

    /// The sheets in order, defined names with what they stand for, and whether days are counted from 1904.
    pub(super) fn contents(&mut self) -> Result<Contents, SpreadsheetError> {
        let text = self.text(&self.workbook.clone())?.ok_or(SpreadsheetError::OtherKind)?;
        let (mut places, mut names, mut from_1904) = (Vec::new(), BTreeMap::new(), false);
        let mut name: Option<(String, String)> = None;
        let whole = walk(&text, &mut |token| {
            match token {
                Token::Open("workbookPr", element) => from_1904 = element.says("date1904"),
                Token::Open("sheet", element) => {
                    let related = element.get("id").and_then(|id| self.relations.get(&id));
                    if let Some((kind, path)) = related
                        && kind == "worksheet"
                    {
                        let state = element.get("state").unwrap_or_default();
                        places.push(Place {
                            name: element.get("name").unwrap_or_default(),
                            hidden: matches!(state.as_str(), "hidden" | "veryHidden"),
                            path: path.clone(),
                        });
                    }
                }
                Token::Open("definedName", element) => {
                    name = element.get("name").map(|name| (name.to_lowercase(), String::new()));
                }
                Token::Close("definedName") => names.extend(name.take()),
                Token::Text(words) => {
                    if let Some((_, formula)) = &mut name {
                        formula.push_str(words);
                    }
                }
                _ => {}
            }
            names.len() < 10_000
        });
        if !whole || places.is_empty() {
            return Err(SpreadsheetError::Damaged);
        }
        Ok((places, names, from_1904))
    }

    /// The text of what belongs to the workbook as `kind`.
    pub(super) fn part(&mut self, kind: &str) -> Result<Option<String>, SpreadsheetError> {
        let path = self.relations.values().find(|(found, _)| found == kind).map(|(_, path)| path.clone());
        path.map_or(Ok(None), |path| self.text(&path))
    }

    /// The text of a part; `None` when it is not there.
    pub(super) fn text(&mut self, path: &str) -> Result<Option<String>, SpreadsheetError> {
        let entry =
            self.archive.entries().iter().find(|entry| entry.name.eq_ignore_ascii_case(path)).cloned();
        let Some(entry) = entry else { return Ok(None) };
        let (bytes, damage) = self.archive.bytes(&entry).map_err(|_| SpreadsheetError::Damaged)?;
        match damage {
            None => {}
            Some(Code::TooLarge | Code::ArchiveBomb) => return Err(SpreadsheetError::TooLarge),
            Some(_) => return Err(SpreadsheetError::Damaged),
        }
        let text = String::from_utf8(bytes).map_err(|_| SpreadsheetError::Damaged)?;
        Ok(Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)))
    }

    fn relations_of(&mut self, part: &str) -> Result<BTreeMap<String, (String, String)>, SpreadsheetError> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let text = self.text(&join(folder, &format!("_rels/{name}.rels")))?.unwrap_or_default();
        let mut relations = BTreeMap::new();
        walk(&text, &mut |token| {
            if let Token::Open("Relationship", element) = token
                && let (Some(id), Some(kind), Some(target)) =
                    (element.get("Id"), element.get("Type"), element.get("Target"))
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                relations.insert(id, (kind, join(folder, &target)));
            }
            relations.len() < 10_000
        });
        Ok(relations)
    }
}

/// A path from a folder of the package, or from its root when it begins with a slash.
fn join(folder: &str, target: &str) -> String {
    let (base, target) = match target.strip_prefix('/') {
        Some(target) => ("", target),
        None => (folder, target),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in base.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}
