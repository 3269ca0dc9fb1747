//! The report of a batch as a file beside its bundles: one line for each bundle, and for whatever is not in it.

use std::path::Path;

use super::report::Report;
use crate::error::{Error, Result};
use crate::outfile;
use crate::spreadsheet_cell::harmless;
use crate::text::text;

/// Writes the report as CSV into the folder of the bundles.
///
/// # Errors
/// `disk-full`, `out-not-writable`.
pub(super) fn write(folder: &Path, report: &Report) -> Result<()> {
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let mut row =
        |cells: [&str; 6]| writer.write_record(cells.map(harmless)).map_err(|_| Error::new("internal"));
    let word = |key: &str| text(&format!("batch-{key}"), &[]);
    let heads = ["number", "name", "what", "file", "pages", "note"].map(|key| word(&format!("head-{key}")));
    row(heads.each_ref().map(String::as_str))?;
    for file in &report.files {
        let what = match (file.sealed, file.kept) {
            (true, _) => word("sealed"),
            (false, true) => word("kept"),
            (false, false) => word("made"),
        };
        let pages = file.pages.to_string();
        row([&reference(file.number), &file.name, &what, &file.file, &pages, &file.sha256])?;
        if !file.note.is_empty() {
            row([&reference(file.number), &file.name, &word("note"), &file.file, "", &file.note])?;
        }
        for page in report.placeholders.iter().filter(|page| page.number == file.number) {
            let note = format!("{}: {}", page.label, page.reason);
            row([&reference(file.number), &file.name, &word("placeholder"), &file.file, "", &note])?;
        }
        for one in report.pictures.iter().filter(|one| one.number == file.number) {
            row([&reference(file.number), &file.name, &word("pictures"), &file.file, &one.pages, ""])?;
        }
    }
    for failed in &report.failed {
        let note = format!("{} {}", failed.message, failed.fix);
        row([&reference(failed.number), &failed.name, &word("failed"), "", "", &note])?;
    }
    let bytes = writer.into_inner().map_err(|_| Error::new("internal"))?;
    let path = folder.join(format!("{}.csv", word("file")));
    outfile::put_bytes(&path, &bytes)
}

fn reference(number: u32) -> String {
    format!("C-{number:06}")
}
