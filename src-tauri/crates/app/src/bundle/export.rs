//! Bundles into a folder, on all cores, one claimant after the other.

use std::fs;
use std::io::{BufWriter, Write as _};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use joinder_bundle::render;
use joinder_domain::audit::{Digest, Subject};
use joinder_domain::bundle::claim::Audience;
use joinder_domain::id::ClaimantNumber;
use joinder_store::Op;
use joinder_store::exhibit_label::{self, ExhibitLabel};
use joinder_store::paper::{self, NewPaper};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::gather::{Gathered, Originals, Wanted, gather};
use super::released;
use crate::command::{Applied, Context, Noun};
use crate::error::{Error, Result};
use crate::ready;
use crate::text::text;

/// Which bundles, and where to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundleMake"))]
pub struct Make {
    /// Claimants' numbers; `null` is every claimant.
    pub numbers: Option<Vec<u32>>,
    /// The folder to write into; it is made if need be.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub out: PathBuf,
    /// Whom they are for.
    #[serde(default)]
    pub audience: Audience,
    /// What they are made for.
    #[serde(default)]
    pub form: Form,
}

/// What a bundle is made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundleForm"))]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// To be looked at: marked as a draft on every page.
    #[default]
    Draft,
    /// To be approved: the very file that will be issued.
    Approval,
    /// To be issued: every gate must be met, and the file must be the one that was approved.
    Issue,
}

/// What is approved and issued for one claimant.
pub(crate) const KIND: &str = "claim-bundle";

impl Form {
    /// What is added to the name of the file.
    fn suffix(self) -> &'static str {
        match self {
            Self::Draft => " draft",
            Self::Approval => " for approval",
            Self::Issue => "",
        }
    }

    /// What stands on every page.
    fn marking(self) -> String {
        match self {
            Self::Draft => text("paper-draft", &[]),
            Self::Approval | Self::Issue => String::new(),
        }
    }
}

/// What became of the bundles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundleReport"))]
pub struct Report {
    /// Bundles written.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub made: usize,
    /// Pages in all of them.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub pages: usize,
    /// Where they are.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
    /// Each file, by claimant's number.
    pub files: Vec<BundleFile>,
    /// Claimants without a bundle, and why.
    pub failed: Vec<Failure>,
    /// Exhibits that stand on a placeholder page, and why.
    pub placeholders: Vec<PlaceholderPage>,
    /// The work was stopped before its end.
    pub cancelled: bool,
}

/// One bundle on disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BundleFile {
    /// Whose it is.
    pub number: u32,
    /// That person's name.
    pub name: String,
    /// File name.
    pub file: String,
    /// Pages.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub pages: usize,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
}

/// A claimant without a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundleFailure"))]
pub struct Failure {
    /// Who.
    pub number: u32,
    /// That person's name; empty when even that could not be read.
    pub name: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub fix: String,
}

/// An exhibit that could not be printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PlaceholderPage {
    /// Whose it is.
    pub number: u32,
    /// Its label.
    pub label: String,
    /// Why.
    pub reason: String,
}

pub(crate) fn make(context: Context<'_>, input: Make) -> Result<Applied<Report>> {
    let open = context.app.open_matter()?;
    let numbers = match &input.numbers {
        Some(numbers) => numbers.clone(),
        None => open.numbers()?,
    };
    fs::create_dir_all(&input.out).map_err(|e| out_error(&e))?;
    let fonts = context.app.fonts()?;
    let marking = input.form.marking();
    let wanted = Wanted { audience: input.audience, marking: &marking };
    let next = AtomicUsize::new(0);
    let papers: Mutex<Vec<Made>> = Mutex::default();
    let report = Mutex::new(Report { folder: input.out.clone(), ..Report::default() });
    let stop = Mutex::new(None);
    let work = || {
        while let Some(number) = numbers.get(next.fetch_add(1, Ordering::Relaxed)) {
            let one = gather(&open, *number, wanted).and_then(|gathered| {
                let written =
                    gate(&open, &gathered, input.form).and_then(|()| write(&gathered, &open, &fonts, &input));
                written.map_err(|error| (gathered.plan.claimant_name.clone(), error))
            });
            let Ok(mut report) = report.lock() else { return };
            match one {
                Ok(done) => {
                    if let Ok(mut papers) = papers.lock() {
                        papers.push(done.made.clone());
                    }
                    done.add_to(&mut report, *number);
                }
                // No later bundle could be written either.
                Err((_, error)) if matches!(error.code.as_str(), "disk-full" | "out-not-writable") => {
                    set(&stop, error);
                    return;
                }
                Err((name, Error { message, fix, .. })) => {
                    report.failed.push(Failure { number: *number, name, message, fix });
                }
            }
            let done = report.made + report.failed.len();
            if let Err(cancelled) = context.job.step(done as u64, numbers.len() as u64, "Making bundles") {
                set(&stop, cancelled);
                return;
            }
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, NonZeroUsize::get).min(numbers.len().max(1));
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(work);
        }
    });
    let mut report = report.into_inner().map_err(|_| Error::new("internal"))?;
    report.files.sort_by_key(|file| file.number);
    report.failed.sort_by_key(|failure| failure.number);
    report.placeholders.sort_by(|a, b| (a.number, &a.label).cmp(&(b.number, &b.label)));
    let mut papers = papers.into_inner().map_err(|_| Error::new("internal"))?;
    papers.sort_by_key(|made| made.paper.claimant);
    record(&open, context, &report, &papers, input.form)?;
    match stop.into_inner().map_err(|_| Error::new("internal"))? {
        Some(error) if error.code == "cancelled" => report.cancelled = true,
        Some(error) => return Err(error),
        None => {}
    }
    Ok(Applied::changed(report, Noun::Audit, None))
}

/// What left the machine is in the audit, with each file's hash; it changes nobody's record.
fn record(
    open: &crate::OpenMatter,
    context: Context<'_>,
    report: &Report,
    papers: &[Made],
    form: Form,
) -> Result<()> {
    if report.files.is_empty() {
        return Ok(());
    }
    open.write(Op("bundle.export"), context.app.clock().now(), |tx| {
        for file in &report.files {
            let number = ClaimantNumber(file.number);
            let detail = json!({ "pages": file.pages, "sha256": file.sha256 });
            tx.note(Subject::claimant(number), Some(number), detail)?;
        }
        for made in papers {
            exhibit_label::give(tx, made.paper.claimant, &made.labels)?;
            // A draft is not kept by its hash: nobody can approve it.
            if form == Form::Approval {
                paper::keep(tx, &made.paper)?;
            }
        }
        Ok::<_, Error>(())
    })?;
    Ok(())
}

/// The file that was approved, with everything that must stand before it goes.
fn gate(open: &crate::OpenMatter, gathered: &Gathered, form: Form) -> Result<()> {
    if form != Form::Issue {
        return Ok(());
    }
    let missing = ready::missing(open, gathered)?;
    if missing.is_empty() {
        return Ok(());
    }
    Err(Error::with("not-ready", &[("missing", &missing.join(" "))]))
}

fn set(stop: &Mutex<Option<Error>>, error: Error) {
    if let Ok(mut stop) = stop.lock() {
        stop.get_or_insert(error);
    }
}

/// A file as the matter remembers it.
#[derive(Clone, Debug)]
struct Made {
    paper: NewPaper,
    labels: Vec<ExhibitLabel>,
}

struct Done {
    made: Made,
    file: BundleFile,
    placeholders: Vec<(String, String)>,
}

impl Done {
    fn add_to(self, report: &mut Report, number: u32) {
        report.made += 1;
        report.pages += self.file.pages;
        report.files.push(self.file);
        let pages =
            self.placeholders.into_iter().map(|(label, reason)| PlaceholderPage { number, label, reason });
        report.placeholders.extend(pages);
    }
}

/// Writes one bundle: first beside its place, then into it, so that no half-written file ever has the right name.
fn write(
    gathered: &Gathered,
    open: &crate::OpenMatter,
    fonts: &joinder_bundle::Fonts,
    input: &Make,
) -> Result<Done> {
    let name = format!("{}{}.pdf", gathered.plan.file_stem, input.form.suffix());
    let out: &Path = &input.out;
    let part = out.join(format!("{name}.part"));
    let written: Result<joinder_bundle::Rendered> = (|| {
        let file = fs::File::create(&part).map_err(|e| out_error(&e))?;
        let mut file = BufWriter::new(file);
        let sources = Originals(open);
        let rendered = match input.audience {
            Audience::Confidential => {
                render(&gathered.plan, &sources, fonts, &mut file).map_err(|e| render_error(&e))?
            }
            // Nothing of a public file is on disk before it was searched.
            Audience::Public => {
                let mut bytes = Vec::new();
                let rendered =
                    render(&gathered.plan, &sources, fonts, &mut bytes).map_err(|e| render_error(&e))?;
                let bytes = Arc::new(bytes);
                released::search(&bytes, &name, &gathered.withheld)?;
                file.write_all(&bytes).map_err(|e| out_error(&e))?;
                rendered
            }
        };
        let file = file.into_inner().map_err(|e| out_error(e.error()))?;
        file.sync_all().map_err(|e| out_error(&e))?;
        if input.form == Form::Issue {
            ready::is_approved(open, gathered, &rendered.sha256)?;
        }
        fs::rename(&part, out.join(&name)).map_err(|e| out_error(&e))?;
        Ok(rendered)
    })();
    if written.is_err() {
        // What is left of a failed file helps nobody; if it cannot be removed, its name says what it is.
        fs::remove_file(&part).ok();
    }
    let rendered = written?;
    let paper = NewPaper {
        claimant: ClaimantNumber(gathered.number),
        kind: KIND.to_owned(),
        audience: input.audience.code().to_owned(),
        sha256: rendered.sha256.parse().map_err(|_| Error::new("internal"))?,
        plan: Digest(gathered.plan.fingerprint()),
        change_seq: gathered.change_seq,
        pages: u32::try_from(rendered.pages).unwrap_or(u32::MAX),
    };
    Ok(Done {
        made: Made { paper, labels: gathered.labels.clone() },
        file: BundleFile {
            number: gathered.number,
            name: gathered.plan.claimant_name.clone(),
            file: name,
            pages: rendered.pages,
            sha256: rendered.sha256,
        },
        placeholders: rendered.placeholders.into_iter().map(|page| (page.label, page.reason)).collect(),
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
        other => Error::with("no-bundle", &[("reason", &other.to_string())]),
    }
}
