//! Sealed versions of a claimant's bundle: where everything stands for good, and what each version added.

use std::path::Path;

use jiff::Timestamp;
use joinder_bundle::Rendered;
use joinder_domain::bundle::BundlePlan;
use joinder_domain::bundle::claim::Audience;
use joinder_domain::date::show;
use joinder_domain::id::ClaimantNumber;
use joinder_store::bundle_version::{self as store, NewVersion, Version};
use joinder_store::{Op, exhibit_label};
use serde::Serialize;

use super::gather::Gathered;
use super::plan::Ask;
use crate::app::OpenMatter;
use crate::clock::uk;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::outfile;
use crate::spreadsheet_cell::harmless;
use crate::text::text;

/// The sealed versions of a bundle.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundleVersions"))]
pub struct Versions {
    /// The versions, the earliest first.
    pub versions: Vec<VersionRow>,
    /// Where each document stands, and in which versions: a page number never changes from one to the next.
    pub pages: Vec<PageRow>,
}

/// A sealed version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundleVersion"))]
pub struct VersionRow {
    /// Its number, from 1.
    pub version: u32,
    /// Pages.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub pages: usize,
    /// Its first page that the version before did not have; 1 for the first version.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub from_page: usize,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
    /// When it was sealed, in words.
    pub sealed_at: String,
    /// By whom.
    pub by: String,
}

/// A document of the last sealed version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundlePageRow"))]
pub struct PageRow {
    /// Letter of the section and number in it; the letter alone for the page before a section.
    pub document: String,
    /// What it is.
    pub title: String,
    /// First page.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub first: usize,
    /// Last page.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub last: usize,
    /// The version that it came with.
    pub since: u32,
    /// What later versions say of it; empty where it stands.
    pub note: String,
}

pub(crate) fn versions(context: Context<'_>, input: Ask) -> Result<Applied<Versions>> {
    let open = context.app.open_matter()?;
    let number = ClaimantNumber(input.number);
    let sealed = open.matter.read(|reader| store::list(reader, number, input.audience.code()))?;
    Ok(Applied::unchanged(view(&sealed)))
}

fn view(sealed: &[Version]) -> Versions {
    let mut before = 0;
    let row = |one: &Version| {
        let pages = one.fixed().pages();
        let at = uk().to_datetime(one.sealed_at);
        let from_page = before + 1;
        before = pages;
        VersionRow {
            version: one.version,
            pages,
            from_page,
            sha256: one.sha256.to_string(),
            sealed_at: format!("{}, {:02}:{:02}", show::long(at.date()), at.hour(), at.minute()),
            by: one.sealed_by_name.clone(),
        }
    };
    let versions = sealed.iter().map(row).collect();
    let pages = sealed.last().map(|last| pages(&last.plan, sealed)).unwrap_or_default();
    Versions { versions, pages }
}

fn pages(plan: &BundlePlan, sealed: &[Version]) -> Vec<PageRow> {
    let mut rows: Vec<PageRow> = plan
        .places()
        .into_iter()
        .enumerate()
        .map(|(at, place)| {
            let with = sealed.iter().find(|one| one.plan.documents.len() > at);
            PageRow {
                document: place.number,
                title: plan.documents.get(at).map(|document| document.title.clone()).unwrap_or_default(),
                first: place.first,
                last: place.last,
                since: with.map_or(1, |one| one.version),
                note: String::new(),
            }
        })
        .collect();
    for (_, additions) in plan.additions() {
        for one in &additions.added {
            let Some(later) = rows.get(one.document).map(|row| (row.document.clone(), row.first)) else {
                continue;
            };
            if let Some(row) = one.replaces.and_then(|at| rows.get_mut(at)) {
                let page = later.1.to_string();
                row.note = text("bundle-page-taken-over", &[("document", &later.0), ("page", &page)]);
            }
        }
        for at in &additions.withdrawn {
            if let Some(row) = rows.get_mut(*at) {
                row.note = text("bundle-page-withdrawn", &[("day", &additions.on)]);
            }
        }
    }
    between(plan, rows)
}

/// Puts the pages that bear the letters of sections before the documents that follow them.
fn between(plan: &BundlePlan, rows: Vec<PageRow>) -> Vec<PageRow> {
    let divider = |at: usize, row: &PageRow| {
        let section = plan.documents.get(at).filter(|_| plan.has_divider(at))?.section;
        Some(PageRow {
            document: section.letter().to_string(),
            title: section.title().to_owned(),
            first: row.first - 1,
            last: row.first - 1,
            since: row.since,
            note: text("bundle-page-divider", &[]),
        })
    };
    rows.into_iter().enumerate().flat_map(|(at, row)| divider(at, &row).into_iter().chain([row])).collect()
}

/// Seals a version, with the marks of its exhibits, in one step.
///
/// # Errors
/// Those of the store.
pub(super) fn seal(
    open: &OpenMatter,
    gathered: &Gathered,
    audience: Audience,
    rendered: &Rendered,
    now: Timestamp,
) -> Result<()> {
    let claimant = ClaimantNumber(gathered.number);
    let sha256 = rendered.sha256.parse().map_err(|_| Error::new("internal"))?;
    let unchanged = |sealed: &Version| sealed.plan.documents.len() == gathered.plan.documents.len();
    if let Some(sealed) = gathered.sealed.as_ref().filter(|sealed| unchanged(sealed)) {
        // The same version again must be the same file: what was cited is what lies in the folder.
        return if sealed.sha256 == sha256 { Ok(()) } else { Err(Error::new("sealed-differs")) };
    }
    open.write(Op("bundle.seal"), now, |tx| {
        exhibit_label::give(tx, claimant, &gathered.labels)?;
        let (plan, fixed) = (&gathered.plan, &rendered.layout);
        let continues = gathered.sealed.as_ref().map_or(0, |sealed| sealed.version);
        let audience = audience.code();
        store::seal(tx, NewVersion { claimant, audience, continues, sha256, plan, fixed })?;
        Ok::<_, Error>(())
    })?;
    Ok(())
}

/// Writes which page is which in every sealed version, as CSV beside the bundle.
///
/// # Errors
/// `disk-full`, `out-not-writable`; those of the store.
pub(super) fn write_map(
    open: &OpenMatter,
    gathered: &Gathered,
    audience: Audience,
    folder: &Path,
) -> Result<()> {
    let number = ClaimantNumber(gathered.number);
    let sealed = open.matter.read(|reader| store::list(reader, number, audience.code()))?;
    let view = view(&sealed);
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let word = |key: &str| text(&format!("page-map-{key}"), &[]);
    let mut head = vec![word("document"), word("title")];
    let of = |version: u32| text("page-map-version", &[("version", &version.to_string())]);
    head.extend(view.versions.iter().map(|one| of(one.version)));
    head.push(word("note"));
    let mut write = |cells: &[String]| {
        writer.write_record(cells.iter().map(|cell| harmless(cell))).map_err(|_| Error::new("internal"))
    };
    write(&head)?;
    for row in &view.pages {
        let pages = if row.first == row.last {
            row.first.to_string()
        } else {
            format!("{} to {}", row.first, row.last)
        };
        let mut cells = vec![row.document.clone(), row.title.clone()];
        let in_it = |one: &VersionRow| if one.version < row.since { String::new() } else { pages.clone() };
        cells.extend(view.versions.iter().map(in_it));
        cells.push(row.note.clone());
        write(&cells)?;
    }
    let bytes = writer.into_inner().map_err(|_| Error::new("internal"))?;
    let name = format!("{} {}.csv", gathered.plan.file_stem, word("file"));
    outfile::put_bytes(&folder.join(name), &bytes)
}
