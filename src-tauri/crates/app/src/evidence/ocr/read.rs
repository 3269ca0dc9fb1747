//! The text of pictures, and of PDFs whose pages are pictures, read by OCR where it is installed.

use joinder_domain::noun::Noun;
use joinder_evidence::Inspection;
use joinder_store::evidence::{self as store, Evidence};
use joinder_store::{Op, Reader};
use serde::{Deserialize, Serialize};

use super::engine::Engine;
use super::layer::Reading;
use super::text::{OcrText, cut, days};
use crate::app::OpenMatter;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::evidence::Id;
use crate::evidence::chosen::{self, Chosen};
use crate::evidence::item::{addresses_in, described, kept};
use crate::restricted::refuse_item;
use crate::text::text;

/// Which items to read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceOcr"))]
pub struct Ocr {
    /// Which items; those that are no pictures, and those already read, are passed over.
    pub which: Chosen,
    /// Whether to read again what was read before.
    #[serde(default)]
    pub again: bool,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "OcrReport"))]
pub struct Report {
    /// Items read.
    pub read: u32,
    /// Of these, items in which no text was found.
    pub empty: u32,
    /// Items that could not be read, and why.
    pub failed: Vec<Failure>,
}

/// An item that OCR could not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "OcrFailure"))]
pub struct Failure {
    /// The item's reference.
    pub reference: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub fix: String,
}

/// Whether text in pictures can be read here, and what is not searchable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "OcrStatus"))]
pub struct Status {
    /// What would read it, such as `tesseract 5.3.4`; empty when none is installed.
    pub engine: String,
    /// Ids of items whose text is a picture that nothing has read.
    pub unread: Vec<String>,
    /// What that means and what to do, in words.
    pub message: String,
}

/// What OCR read in an item, and what a person could confirm of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "OcrView"))]
pub struct View {
    /// What was read; `null` when nothing has read it.
    pub ocr: Option<OcrText>,
    /// Addresses in it, of which one may be the recipient's.
    pub addresses: Vec<String>,
    /// Days in it, of which one may be that of the message, as `2021-11-03`.
    pub days: Vec<String>,
}

pub(crate) fn ocr(context: Context<'_>, input: Ocr) -> Result<Applied<Report>> {
    let open = context.app.open_matter()?;
    let reading = Reading::begin(&open, context.job, context.app.clock().now());
    let reading = reading.ok_or_else(|| Error::new("no-ocr"))?;
    let ids = open.matter.read(|reader| input.which.find(reader))?;
    let mut report = Report::default();
    for (done, id) in (0..).zip(&ids) {
        let step = || context.job.step(done, ids.len() as u64, "Reading pictures");
        step()?;
        let item = open.matter.read(|reader| store::get(reader, *id))?;
        let item = item.ok_or_else(|| Error::new("no-such-evidence"))?;
        let once_more = input.again && kept(&item).ocr.is_some();
        if !is_unread(&item) && !once_more {
            continue;
        }
        match read(context, &reading, &item, once_more, &step) {
            Ok(found) => {
                report.read += 1;
                report.empty += u32::from(found.text.is_empty());
                keep(context, &open, &item, found)?;
            }
            Err(error) if error.code == "cancelled" => return Err(error),
            Err(Error { message, fix, .. }) => {
                report.failed.push(Failure { reference: item.number.to_string(), message, fix });
            }
        }
    }
    context.job.step(ids.len() as u64, ids.len() as u64, "Reading pictures")?;
    Ok(Applied::changed(report, Noun::Evidence, None).and(Noun::Audit, None))
}

pub(crate) fn status(context: Context<'_>, _: Nothing) -> Result<Applied<Status>> {
    let open = context.app.open_matter()?;
    let engine = Engine::find().map(|engine| engine.version).unwrap_or_default();
    let unread: Vec<String> = open.matter.read(unread)?;
    let count = unread.len().to_string();
    let key = match (unread.is_empty(), engine.is_empty()) {
        (true, _) => "ocr-nothing-unread",
        (false, true) => "ocr-not-installed",
        (false, false) => "ocr-unread",
    };
    Ok(Applied::unchanged(Status { message: text(key, &[("count", &count)]), engine, unread }))
}

pub(crate) fn view(context: Context<'_>, input: Id) -> Result<Applied<View>> {
    let open = context.app.open_matter()?;
    let item = open.matter.read(|reader| chosen::item(reader, &input.id))?;
    refuse_item(&open, &item)?;
    let ocr = kept(&item).ocr;
    let words = ocr.as_ref().map(|ocr| ocr.text.as_str()).unwrap_or_default();
    let days = days(words).iter().map(ToString::to_string).collect();
    Ok(Applied::unchanged(View { addresses: addresses_in(words), days, ocr }))
}

/// The items whose text nothing has read.
fn unread(reader: &Reader<'_>) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for id in store::ids(reader, store::Which::All)? {
        let item = store::get(reader, id)?.ok_or_else(|| Error::new("no-such-evidence"))?;
        if is_unread(&item) {
            found.push(item.id.to_string());
        }
    }
    Ok(found)
}

/// Whether the text of an item is a picture that nothing has read.
fn is_unread(item: &Evidence) -> bool {
    let kept = kept(item);
    kept.ocr.is_none() && kept.pictures_only
}

/// Reads an item; the pictures are made in memory.
fn read(
    context: Context<'_>,
    reading: &Reading<'_>,
    item: &Evidence,
    again: bool,
    step: &dyn Fn() -> Result<()>,
) -> Result<OcrText> {
    // An item without a word in it is tried again: what hindered the last time may be gone.
    let again = again || reading.found_nothing(item)?;
    let layer = reading.layer(item, again, &|_, _| step())?;
    Ok(OcrText {
        engine: reading.engine().to_owned(),
        read_at: context.app.clock().now().to_string(),
        pages: u32::try_from(layer.pages.len()).unwrap_or(u32::MAX),
        text: cut(&layer.text()),
    })
}

fn keep(context: Context<'_>, open: &OpenMatter, item: &Evidence, found: OcrText) -> Result<()> {
    open.write(Op("evidence.ocr"), context.app.clock().now(), |tx| {
        let item = store::get(tx, item.id)?.ok_or_else(|| Error::new("no-such-evidence"))?;
        let mut kept = kept(&item);
        kept.addresses = addresses_in(&found.text);
        kept.ocr = Some(found);
        Ok::<_, Error>(store::describe(tx, item.id, &described(&item, &kept))?)
    })?;
    Ok(())
}

/// Whether an inspected file holds its text only as pictures.
pub(in crate::evidence) fn pictures_only(inspection: &Inspection) -> bool {
    let scanned = inspection.pdf.as_ref().is_some_and(|pdf| pdf.opens && !pdf.has_text);
    scanned || inspection.image.is_some()
}
