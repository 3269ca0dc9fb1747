//! Lists that go out: as a workbook, as CSV, or on paper.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use joinder_bundle::{ListError, WorkbookError, render_list, render_list_workbook};
use joinder_domain::audit::{Subject, SubjectKind};
use joinder_domain::noun::Noun;
use joinder_domain::register::{Audience, Entry, ListCell, ListColumn, ListRow, Listing, Template, show_day};
use joinder_store::Op;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::compare::{ChangesOf, called, gather};
use super::live::entries;
use super::{bordereau, information, leak, list, template, words};
use crate::app::OpenMatter;
use crate::bundle::out_error;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::outfile::{Finished, Hashed};
use crate::outgoing::release;
use crate::spreadsheet_cell::harmless;

/// Rows between two reports of progress.
const STEP: u64 = 500;

/// What to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterKind"))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The register, in the lead firm's template where there is one.
    Register,
    /// The schedule of claimants.
    Schedule,
    /// The schedule of information: what each claimant answered.
    Information,
    /// A funder's bordereau: counts alone.
    Bordereau,
    /// What differs from an earlier version.
    Changes,
}

/// What to write, for whom, where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterExport", optional_fields))]
pub struct Export {
    /// What.
    pub kind: Kind,
    /// For whom; the public version leaves out what only the court and the parties may read.
    pub audience: Audience,
    /// A sealed version; `null` is the register as it would be filed today.
    #[serde(default)]
    pub version: Option<u32>,
    /// For changes: the earlier version.
    #[serde(default)]
    pub from: Option<u32>,
    /// The file, ending in `.xlsx`, `.csv` or `.pdf`; one that is there is replaced.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterExported"))]
pub struct Exported {
    /// The file.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
    /// Rows.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub rows: u64,
    /// Pages; 0 for a spreadsheet.
    pub pages: u32,
    /// Bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub bytes: u64,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
    /// It follows the lead firm's template.
    pub in_template: bool,
    /// What a person should know of the file.
    pub notes: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Workbook,
    Csv,
    Paper,
}

/// A list with its rows, which come as they are asked for.
struct Made<'a> {
    listing: Listing,
    rows: Box<dyn Iterator<Item = ListRow> + 'a>,
    total: u64,
    in_template: bool,
}

pub(crate) fn export(context: Context<'_>, input: Export) -> Result<Applied<Exported>> {
    let open = context.app.open_matter()?;
    let form = form(&input.path)?;
    let entries = entries(context, &open, input.version)?;
    if entries.is_empty() {
        return Err(Error::new("register-empty"));
    }
    if input.audience == Audience::Public {
        leak::check(context, &open, &entries)?;
    }
    let template = match (input.kind, form) {
        (Kind::Register, Form::Workbook | Form::Csv) => template::in_use(&open)?,
        _ => None,
    };
    if let Some(open) =
        template.as_ref().and_then(|template| template.columns.iter().find(|column| column.is_open()))
    {
        return Err(Error::with("register-column-open", &[("heading", open.heading.trim())]));
    }
    let made = make(context, &open, &input, &entries, template.as_ref(), form)?;
    let in_template = made.in_template;
    if let Some(folder) = input.path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|error| out_error(&error))?;
    }
    let (file, (rows, pages)) = Finished::write(&input.path, |out| write(context, out, form, made))?;
    let (bytes, sha256) = (file.size, file.sha256.to_string());
    let notes = unmarked(&input, form).into_iter().collect();
    let exported = Exported { path: input.path, rows, pages, bytes, sha256, in_template, notes };
    release(context, &open, Op("register.export"), [file], |tx| {
        let detail = json!({
            "kind": input.kind, "audience": input.audience, "version": input.version, "rows": rows,
            "sha256": exported.sha256,
        });
        Ok(tx.note(Subject::new(SubjectKind::Matter, ""), None, detail)?)
    })?;
    Ok(Applied::changed(exported, Noun::Audit, None))
}

/// A file of text has no place for a marking: only its name can say that it is confidential.
fn unmarked(input: &Export, form: Form) -> Option<String> {
    let name = input.path.file_stem().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let says = input.audience == Audience::Public || form != Form::Csv || name.contains("confidential");
    (!says).then(|| words::text("register-csv-unmarked"))
}

fn form(path: &Path) -> Result<Form> {
    let kind = path.extension().map(|kind| kind.to_string_lossy().to_lowercase()).unwrap_or_default();
    match kind.as_str() {
        "xlsx" => Ok(Form::Workbook),
        "csv" => Ok(Form::Csv),
        "pdf" => Ok(Form::Paper),
        _ => Err(Error::new("register-kind")),
    }
}

fn make<'a>(
    context: Context<'_>,
    open: &OpenMatter,
    input: &Export,
    entries: &'a [Entry],
    template: Option<&'a Template>,
    form: Form,
) -> Result<Made<'a>> {
    let audience = input.audience;
    let total = entries.len() as u64;
    let code = serde_json::to_value(input.kind).ok();
    let code = code.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
    let today = context.app.clock().today();
    let mut listing = Listing {
        title: words::text(&format!("register-title-{code}")),
        case_title: open.matter.name().to_owned(),
        reference: called(input.version),
        as_at: today,
        as_at_words: words::with("register-as-at", &[("day", &words::day(today))]),
        language: "en-GB".to_owned(),
        marking: words::text(match (input.kind, audience) {
            (Kind::Bordereau, Audience::Public) => "register-marking-counts",
            (Kind::Bordereau, _) => "register-marking-funder",
            (_, Audience::Public) => "register-marking-public",
            (_, Audience::Confidential) => "register-marking-confidential",
        }),
        notes: notes(input, entries, open.profile.few),
        sheet: match audience {
            Audience::Public => words::text(&format!("register-sheet-{code}")),
            Audience::Confidential => {
                let sheet = words::text(&format!("register-sheet-{code}"));
                words::with("register-sheet-confidential", &[("sheet", &sheet)])
            }
        },
        fingerprint: fingerprint(entries),
        ..Listing::default()
    };
    let made = |listing, rows: Box<dyn Iterator<Item = ListRow> + 'a>, total| Made {
        listing,
        rows,
        total,
        in_template: template.is_some(),
    };
    Ok(match (input.kind, template) {
        (Kind::Register, Some(template)) => {
            listing.columns = list::template_columns(template);
            (listing.sheet, listing.above) = (template.sheet.clone(), template.above.clone());
            let rows = entries.iter().map(move |entry| list::template_row(entry, template, audience));
            made(listing, Box::new(rows), total)
        }
        (Kind::Register | Kind::Schedule, _) => {
            let mut fields = list::fields(audience);
            if form == Form::Paper {
                // A sheet of paper is narrow: the heading of a part says the claim form, a note what is empty.
                listing.notes.extend(list::without_constant(&mut fields, entries, audience));
                let empty = list::without_empty(&mut fields, entries, audience);
                listing
                    .notes
                    .extend(empty.map(|names| words::with("register-empty-note", &[("names", &names)])));
            }
            listing.columns = list::columns(&fields);
            let before = std::iter::once(None).chain(entries.iter().map(Some));
            let rows = entries.iter().zip(before);
            let rows = rows.map(move |(entry, before)| list::row(entry, &fields, audience, before));
            made(listing, Box::new(rows), total)
        }
        (Kind::Information, _) => {
            let paper = form == Form::Paper;
            listing.columns = information::columns(audience, paper);
            let rows = information::rows(context, open, entries, audience, paper)?;
            let total = rows.len() as u64;
            made(listing, Box::new(rows.into_iter()), total)
        }
        (Kind::Bordereau, _) => {
            listing.columns = bordereau::columns(form == Form::Paper);
            let rows = bordereau::rows(entries, form == Form::Paper, open.profile.few);
            let total = rows.len() as u64;
            made(listing, Box::new(rows.into_iter()), total)
        }
        (Kind::Changes, _) => {
            let from = input.from.ok_or_else(|| Error::new("register-changes-from"))?;
            let view = gather(context, open, ChangesOf { from, to: input.version })?;
            listing
                .notes
                .push(words::with("register-changes-note", &[("from", &view.from), ("to", &view.to)]));
            listing.columns = super::changes::columns();
            let rows = super::changes::rows(&view, audience, entries);
            let total = rows.len() as u64;
            made(listing, Box::new(rows.into_iter()), total)
        }
    })
}

fn notes(input: &Export, entries: &[Entry], few: u32) -> Vec<String> {
    if input.kind == Kind::Bordereau {
        // How many have left may be few: the rows say what can be told.
        return vec![words::with("register-bordereau-note", &[("few", &few.to_string())])];
    }
    let ended = entries.iter().filter(|entry| entry.is_ended()).count();
    let counts = [("count", entries.len().to_string()), ("ended", ended.to_string())];
    let counts = counts.each_ref().map(|(name, value)| (*name, value.as_str()));
    let mut notes = vec![words::with("register-count-note", &counts)];
    if input.audience == Audience::Public {
        notes.push(words::text("register-public-note"));
    }
    if input.audience == Audience::Confidential && matches!(input.kind, Kind::Register | Kind::Schedule) {
        notes.push(words::text("register-limitation-note"));
    }
    notes
}

/// A hash of every line.
fn fingerprint(entries: &[Entry]) -> String {
    let mut hash = Sha256::new();
    for entry in entries {
        // An entry holds only strings and a number, none of which JSON can refuse.
        hash.update(serde_json::to_vec(entry).unwrap_or_default());
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Rows and, on paper, pages.
fn write(context: Context<'_>, out: &mut Hashed<'_>, form: Form, mut made: Made<'_>) -> Result<(u64, u32)> {
    let total = made.total;
    let mut stopped = None;
    let mut step = |done: u64| {
        if done.is_multiple_of(STEP) {
            stopped = context.job.step(done, total, "Writing rows").err();
        }
        stopped.is_none()
    };
    let done = match form {
        Form::Workbook => render_list_workbook(&made.listing, &mut made.rows, out, &mut step)
            .map(|rows| (rows, 0))
            .map_err(|error| match error {
                WorkbookError::Write(error) => out_error(&error),
                WorkbookError::Stopped => Error::new("cancelled"),
                WorkbookError::Refused(_) => Error::new("register-workbook-refused"),
            }),
        Form::Csv => csv(&made.listing, &mut made.rows, out, &mut step).map(|rows| (rows, 0)),
        Form::Paper => {
            let fonts = context.app.fonts()?;
            render_list(&made.listing, &mut made.rows, &fonts, out, &mut step)
                .map(|done| (done.rows, done.pages))
                .map_err(|error| match error {
                    ListError::Write(error) => out_error(&error),
                    ListError::Stopped => Error::new("cancelled"),
                    ListError::TooManyPages => Error::new("register-too-many-pages"),
                    ListError::Font { .. } => Error::new("internal"),
                })
        }
    };
    stopped.map_or(done, Err)
}

/// Writes CSV as spreadsheets of all kinds read it: UTF-8 with its mark, and no cell that could be a formula.
fn csv(
    listing: &Listing,
    rows: &mut dyn Iterator<Item = ListRow>,
    out: &mut Hashed<'_>,
    step: &mut dyn FnMut(u64) -> bool,
) -> Result<u64> {
    out.write_all("\u{feff}".as_bytes()).map_err(|error| out_error(&error))?;
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(out);
    let failed = |error: csv::Error| out_error(&error.into());
    let headings = listing.columns.iter().map(|column| harmless(&column.heading));
    writer.write_record(headings).map_err(failed)?;
    let mut done = 0;
    for row in rows {
        if !step(done) {
            return Err(Error::new("cancelled"));
        }
        let cells = row.cells.iter().zip(&listing.columns).map(|(cell, column)| cell_text(cell, column));
        writer.write_record(cells).map_err(failed)?;
        done += 1;
    }
    writer.flush().map_err(|error| out_error(&error))?;
    Ok(done)
}

fn cell_text(cell: &ListCell, column: &ListColumn) -> String {
    match cell {
        ListCell::Empty => String::new(),
        ListCell::Words(words) => harmless(words),
        ListCell::Number(number) => number.to_string(),
        ListCell::Day(day) => show_day(*day, &column.format),
    }
}
