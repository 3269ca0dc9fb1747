//! Bundles into a folder, on all cores, one claimant after the other.

use std::collections::BTreeSet;
use std::fs;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use joinder_domain::bundle::claim::Audience;
use joinder_domain::noun::Noun;
use serde::{Deserialize, Serialize};

use super::batch_report;
use super::file::{Desk, out_error};
use super::form::Form;
use super::gather::{Gathered, Wanted, gather};
use super::ledger::Ledger;
use super::pictures;
use super::report::{Failure, Report};
use super::space;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::evidence::Reading;
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
    /// Their page numbers stand for good: later documents go to the end. What is issued is always sealed.
    #[serde(default)]
    pub seal: bool,
    /// Make files anew that are there already, as they would be made now.
    #[serde(default)]
    pub again: bool,
    /// Read the words of pages that are pictures, where Tesseract is installed and nobody has read them.
    #[serde(default)]
    pub ocr: bool,
}

pub(crate) fn make(context: Context<'_>, input: Make) -> Result<Applied<Report>> {
    let open = context.app.open_matter()?;
    if input.seal && input.form == Form::Draft {
        return Err(Error::new("seal-draft"));
    }
    let numbers = match &input.numbers {
        Some(numbers) => once(numbers),
        None => open.numbers()?,
    };
    fs::create_dir_all(&input.out).map_err(|e| out_error(&e))?;
    let fonts = context.app.fonts()?;
    let marking = input.form.marking();
    let wanted = Wanted { audience: input.audience, stage: input.form.stage(), marking: &marking };
    let desk =
        Desk { open: &open, fonts: &fonts, job: context.job, now: context.app.clock().now(), input: &input };
    // A file that is issued is the one that was approved: nothing new is read for it.
    let reading = (input.ocr && input.form != Form::Issue)
        .then(|| Reading::begin(&open, context.job, desk.now))
        .flatten();
    let next = AtomicUsize::new(0);
    let finished = AtomicUsize::new(0);
    let ledger = Ledger::new(&open, desk.now, input.form);
    let report = Mutex::new(Report { folder: input.out.clone(), ..Report::default() });
    let stop = Mutex::new(None);
    let work = || {
        while let Some(number) = numbers.get(next.fetch_add(1, Ordering::Relaxed)) {
            if stopped(&stop) {
                return;
            }
            let reading_step = || {
                let done = finished.load(Ordering::Relaxed) as u64;
                context.job.step(done, numbers.len() as u64, &text("bundle-reading", &[]))
            };
            let gathered = gather(&open, *number, wanted).and_then(|gathered| {
                let Some(reading) = &reading else { return Ok(gathered) };
                let name = |error| (gathered.plan.claimant_name.clone(), error);
                match pictures::read(&open, reading, &gathered, &reading_step).map_err(name)? {
                    true => gather(&open, *number, wanted),
                    false => Ok(gathered),
                }
            });
            let one = gathered.and_then(|mut gathered| {
                let aligned = desk.align(&mut gathered);
                let gated = aligned.and_then(|()| gate(&open, &gathered, input.form));
                let written = gated.and_then(|()| desk.write(&gathered));
                written.map_err(|error| (gathered.plan.claimant_name.clone(), error))
            });
            let Ok(mut report) = report.lock() else { return };
            match one {
                Ok(done) => {
                    let entered = ledger.add(done.file.clone(), done.made.clone());
                    done.add_to(&mut report, *number);
                    if let Err(error) = entered {
                        set(&stop, error);
                        return;
                    }
                }
                // No later bundle could be written either, or none is wanted.
                Err((_, error)) if ends_all(&error) => {
                    set(&stop, error);
                    return;
                }
                Err((name, Error { message, fix, .. })) => {
                    report.failed.push(Failure { number: *number, name, message, fix });
                }
            }
            let done = report.made + report.kept + report.failed.len();
            finished.store(done, Ordering::Relaxed);
            let label = text("bundle-making", &[]);
            if let Err(cancelled) = context.job.step(done as u64, numbers.len() as u64, &label) {
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
    report.pictures.sort_by_key(|pages| pages.number);
    ledger.close()?;
    match stop.into_inner().map_err(|_| Error::new("internal"))? {
        Some(error) if error.code == "cancelled" => report.cancelled = true,
        Some(error) if error.code == "disk-full" => return Err(space::needed(&open, &numbers, &report)),
        Some(error) => return Err(error),
        None => {}
    }
    if numbers.len() > 1 && !(report.files.is_empty() && report.failed.is_empty()) {
        batch_report::write(&input.out, &report)?;
    }
    Ok(Applied::changed(report, Noun::Audit, None))
}

/// The numbers in their order, each once: two hands on one file would spoil it.
pub(crate) fn once(numbers: &[u32]) -> Vec<u32> {
    let mut met = BTreeSet::new();
    numbers.iter().copied().filter(|number| met.insert(*number)).collect()
}

fn ends_all(error: &Error) -> bool {
    matches!(error.code.as_str(), "disk-full" | "out-not-writable" | "cancelled")
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

fn stopped(stop: &Mutex<Option<Error>>) -> bool {
    stop.lock().map_or(true, |stop| stop.is_some())
}

fn set(stop: &Mutex<Option<Error>>, error: Error) {
    if let Ok(mut stop) = stop.lock() {
        stop.get_or_insert(error);
    }
}
