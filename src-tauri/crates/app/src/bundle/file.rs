//! One bundle into its file: first beside its place, then into it, so that no half-written file ever has the right name.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use joinder_bundle::{Fonts, Rendered, Told, file_id, layout, page_ranges, render};
use joinder_domain::audit::Digest;
use joinder_domain::bundle::claim::Audience;
use joinder_domain::id::ClaimantNumber;
use joinder_store::exhibit_label::ExhibitLabel;
use joinder_store::paper::NewPaper;

use super::export::Make;
use super::form::{Form, KIND};
use super::gather::{Gathered, Originals, Wanted, gather};
use super::report::{BundleFile, PicturePages, PlaceholderPage, Report};
use super::{found, released, sealed};
use crate::app::OpenMatter;
use crate::error::{Error, Result};
use crate::job::Job;
use crate::ready;
use crate::text::text;

/// A file as the matter remembers it.
#[derive(Clone, Debug)]
pub(super) struct Made {
    pub(super) paper: NewPaper,
    pub(super) labels: Vec<ExhibitLabel>,
}

/// One bundle that lies in its place.
pub(super) struct Done {
    pub(super) made: Made,
    pub(super) file: BundleFile,
    placeholders: Vec<(String, String)>,
    /// Pages that are pictures, from 1.
    pictures: Vec<usize>,
}

impl Done {
    pub(super) fn add_to(self, report: &mut Report, number: u32) {
        if self.file.kept {
            report.kept += 1;
        } else {
            report.made += 1;
        }
        report.pages += self.file.pages;
        if !self.pictures.is_empty() {
            let pages = page_ranges(&self.pictures);
            report.pictures.push(PicturePages { number, name: self.file.name.clone(), pages });
        }
        report.files.push(self.file);
        let pages =
            self.placeholders.into_iter().map(|(label, reason)| PlaceholderPage { number, label, reason });
        report.placeholders.extend(pages);
    }
}

/// What a bundle is written with.
#[derive(Clone, Copy)]
pub(super) struct Desk<'a> {
    pub(super) open: &'a OpenMatter,
    pub(super) fonts: &'a Fonts,
    pub(super) job: &'a Job,
    pub(super) now: Timestamp,
    pub(super) input: &'a Make,
}

impl Desk<'_> {
    /// Gives a public version the page numbers of the confidential one: a reference to a page means one page. What was sealed
    /// stays as it was sealed.
    pub(super) fn align(&self, gathered: &mut Gathered) -> Result<()> {
        if gathered.audience != Audience::Public || gathered.sealed.is_some() {
            return Ok(());
        }
        let wanted = Wanted {
            audience: Audience::Confidential,
            stage: self.input.form.stage(),
            marking: &self.input.form.marking(),
        };
        let whole = gather(self.open, gathered.number, wanted).map_err(|(_, error)| error)?;
        if whole.plan.documents.len() == gathered.plan.documents.len() && whole.sealed.is_none() {
            let sources = Originals::new(self.open, self.job);
            let layout = layout(&whole.plan, &sources, self.fonts).map_err(|error| render_error(&error))?;
            gathered.plan.least = layout.documents;
        }
        Ok(())
    }

    /// Writes one bundle, or finds that it lies there as it would be written.
    pub(super) fn write(&self, gathered: &Gathered) -> Result<Done> {
        let input = self.input;
        let version =
            if gathered.version > 1 { format!(" version {}", gathered.version) } else { String::new() };
        let name = format!("{}{version}{}.pdf", gathered.plan.file_stem, input.form.suffix());
        let seals = input.seal || input.form == Form::Issue;
        if !input.again && !seals {
            let id = file_id(&gathered.plan);
            if let Some(found) = found::file(&input.out.join(&name), &id) {
                let Told { pages, pictures, placeholders } = found.told;
                let done = done(gathered, name, &found.sha256, pages, Standing::Found)?;
                return Ok(Done { placeholders, pictures, ..done });
            }
        }
        let part = input.out.join(format!("{name}.part"));
        let written = self.render(gathered, &name, &part, seals);
        if written.is_err() {
            // What is left of a failed file helps nobody; if it cannot be removed, its name says what it is.
            fs::remove_file(&part).ok();
        }
        let rendered = written?;
        // The bundle lies in its place and is sealed for good: a map that fails takes nothing back.
        let map = seals.then(|| sealed::write_map(self.open, gathered, input.audience, &input.out));
        let note = map
            .and_then(Result::err)
            .map(|error| text("bundle-map-missing", &[("why", &format!("{} {}", error.message, error.fix))]));
        let placeholders = rendered.placeholders.into_iter().map(|page| (page.label, page.reason)).collect();
        let standing = if seals { Standing::Sealed } else { Standing::Made };
        let mut done = done(gathered, name, &rendered.sha256, rendered.pages, standing)?;
        done.file.note = note.unwrap_or_default();
        Ok(Done { placeholders, pictures: rendered.image_only_pages, ..done })
    }

    fn render(&self, gathered: &Gathered, name: &str, part: &Path, seals: bool) -> Result<Rendered> {
        let sources = Originals::new(self.open, self.job);
        let file = || fs::File::create(part).map_err(|e| out_error(&e));
        let (rendered, file) = match self.input.audience {
            Audience::Confidential => {
                let mut file = file()?;
                let rendered = render(&gathered.plan, &sources, self.fonts, &mut file);
                (rendered.map_err(|e| render_error(&e))?, file)
            }
            // Nothing of a public file is on disk before it was searched.
            Audience::Public => {
                let mut bytes = Vec::new();
                let rendered = render(&gathered.plan, &sources, self.fonts, &mut bytes);
                let (rendered, bytes) = (rendered.map_err(|e| render_error(&e))?, Arc::new(bytes));
                released::search(&bytes, &rendered.index, name, &gathered.withheld)?;
                let mut file = file()?;
                file.write_all(&bytes).map_err(|e| out_error(&e))?;
                (rendered, file)
            }
        };
        file.sync_all().map_err(|e| out_error(&e))?;
        if self.input.form == Form::Issue {
            ready::is_approved(self.open, gathered, &rendered.sha256)?;
        }
        if seals {
            sealed::seal(self.open, gathered, self.input.audience, &rendered, self.now)?;
        }
        fs::rename(part, self.input.out.join(name)).map_err(|e| out_error(&e))?;
        Ok(rendered)
    }
}

/// How a file came to lie in its place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Made,
    Sealed,
    Found,
}

fn done(gathered: &Gathered, name: String, sha256: &str, pages: usize, standing: Standing) -> Result<Done> {
    let paper = NewPaper {
        claimant: ClaimantNumber(gathered.number),
        kind: KIND.to_owned(),
        audience: gathered.audience.code().to_owned(),
        sha256: sha256.parse().map_err(|_| Error::new("internal"))?,
        plan: Digest(gathered.plan.fingerprint()),
        change_seq: gathered.change_seq,
        pages: u32::try_from(pages).unwrap_or(u32::MAX),
    };
    Ok(Done {
        made: Made { paper, labels: gathered.labels.clone() },
        file: BundleFile {
            number: gathered.number,
            name: gathered.plan.claimant_name.clone(),
            file: name,
            pages,
            sha256: sha256.to_owned(),
            version: gathered.version,
            kept: standing == Standing::Found,
            sealed: standing == Standing::Sealed,
            note: String::new(),
        },
        placeholders: Vec::new(),
        pictures: Vec::new(),
    })
}

/// Why a file could not be written.
pub(crate) fn out_error(error: &std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Error::new("disk-full"),
        _ => Error::new("out-not-writable"),
    }
}

/// Why a bundle could not be rendered.
pub(crate) fn render_error(error: &joinder_bundle::RenderError) -> Error {
    match error {
        joinder_bundle::RenderError::Write(error) => out_error(error),
        joinder_bundle::RenderError::Stopped => Error::new("cancelled"),
        joinder_bundle::RenderError::Moved { what } => Error::with("sealed-pages-move", &[("what", what)]),
        other => Error::with("no-bundle", &[("reason", &other.to_string())]),
    }
}
