//! Letters into a folder, as PDF, as DOCX, or as a pack with its schedules and exhibits.

use std::fs;
use std::path::PathBuf;

use jiff::civil::Date;
use joinder_bundle::{Fonts, render, render_docx, render_letter};
use joinder_domain::audit::Subject;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::letter::pack;
use joinder_domain::noun::Noun;
use joinder_store::Op;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::gather::gather;
use super::plan::GapView;
use crate::app::OpenMatter;
use crate::bundle::{Failure, Originals, once, out_error, render_error, with_bundle};
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::job::Job;
use crate::outfile;

/// Which letters, for whom, and where to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LetterMake"))]
pub struct Make {
    /// The letter's code.
    pub code: String,
    /// Claimants' numbers; `null` is every claimant. A letter for a group is one letter for all of them.
    pub numbers: Option<Vec<u32>>,
    /// The folder to write into; it is made if need be.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub out: PathBuf,
    /// Its day; today where none is given.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub dated: Option<Date>,
    /// Also as DOCX, to be edited.
    #[serde(default)]
    pub docx: bool,
    /// Also as a pack: with schedules, and with the exhibits of the one claimant.
    #[serde(default)]
    pub pack: bool,
}

/// What became of the letters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LetterReport {
    /// Where they are.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
    /// Each file.
    pub files: Vec<LetterFile>,
    /// Claimants without a letter, and why.
    pub failed: Vec<Failure>,
    /// What letters lack; each of these is marked as a draft.
    pub gaps: Vec<GapView>,
    /// Letters whose counted text is too long for its box.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub too_long: usize,
    /// The work was stopped before its end.
    pub cancelled: bool,
}

/// One file on disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LetterFile {
    /// Whose it is; `null` for a group.
    pub number: Option<u32>,
    /// File name.
    pub file: String,
    /// Pages; 0 where the reader decides.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub pages: usize,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
    /// Something is missing in it.
    pub draft: bool,
}

pub(crate) fn make(context: Context<'_>, input: Make) -> Result<Applied<LetterReport>> {
    let open = context.app.open_matter()?;
    let text = super::kind::find(&open, &input.code)?;
    let numbers = match &input.numbers {
        Some(numbers) => once(numbers),
        None => open.numbers()?,
    };
    let dated = input.dated.unwrap_or_else(|| context.app.clock().today());
    fs::create_dir_all(&input.out).map_err(|error| out_error(&error))?;
    let sets: Vec<Vec<u32>> =
        if text.group { vec![numbers] } else { numbers.into_iter().map(|number| vec![number]).collect() };
    let mut report = LetterReport { folder: input.out.clone(), ..LetterReport::default() };
    let mut stop = None;
    let fonts = context.app.fonts()?;
    for (done, set) in sets.iter().enumerate() {
        if context.job.step(done as u64, sets.len() as u64, "Writing letters").is_err() {
            report.cancelled = true;
            break;
        }
        match write(&open, context.job, &fonts, &input, set, dated, &mut report) {
            Ok(()) => {}
            Err(error) if matches!(error.code.as_str(), "disk-full" | "out-not-writable") => {
                stop = Some(error);
                break;
            }
            Err(Error { message, fix, .. }) => {
                let number = set.first().copied().unwrap_or_default();
                report.failed.push(Failure { number, name: String::new(), message, fix });
            }
        }
    }
    // What lies in the folder has left the matter, whatever became of the rest.
    record(&open, context, &input.code, &report)?;
    if let Some(error) = stop {
        return Err(error);
    }
    Ok(Applied::changed(report, Noun::Audit, None))
}

fn write(
    open: &OpenMatter,
    job: &Job,
    fonts: &Fonts,
    input: &Make,
    set: &[u32],
    dated: Date,
    report: &mut LetterReport,
) -> Result<()> {
    let gathered = gather(open, &input.code, set, dated)?;
    let mut plan = gathered.plan();
    let number = match set {
        [one] => Some(*one),
        _ => None,
    };
    let draft = !plan.letter.marking.is_empty();
    let stem = if draft { format!("{} draft", plan.letter.file_stem) } else { plan.letter.file_stem.clone() };
    let mut add = |name: String, bytes: &[u8], pages, draft| -> Result<()> {
        outfile::put_bytes(&input.out.join(&name), bytes)?;
        let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        report.files.push(LetterFile { number, file: name, pages, sha256, draft });
        Ok(())
    };
    let mut pdf = Vec::new();
    let rendered = render_letter(&plan.letter, fonts, &mut pdf).map_err(|error| render_error(&error))?;
    add(format!("{stem}.pdf"), &pdf, rendered.pages, draft)?;
    if input.docx {
        let mut docx = Vec::new();
        render_docx(&plan.letter, &mut docx).map_err(|error| out_error(&error))?;
        add(format!("{stem}.docx"), &docx, 0, draft)?;
    }
    if input.pack {
        let marking = plan.letter.marking.clone();
        let (mut bundle, lacks) = match number {
            Some(one) => with_bundle(open, ClaimantNumber(one), |papers| {
                gathered.with(&marking, |letter| pack(letter, &plan, Some(papers)))
            })?,
            None => gathered.with(&marking, |letter| pack(letter, &plan, None)),
        };
        // A pack is whole when all that its letter says is enclosed is in it.
        let unfinished = draft || !lacks.is_empty();
        let stem = if unfinished && !draft { format!("{stem} draft") } else { stem };
        if unfinished {
            bundle.marking = super::gather::draft();
        }
        plan.gaps.extend(lacks);
        let mut bytes = Vec::new();
        let rendered = render(&bundle, &Originals::new(open, job), fonts, &mut bytes)
            .map_err(|error| render_error(&error))?;
        add(format!("{stem} pack.pdf"), &bytes, rendered.pages, unfinished)?;
    }
    report.too_long += usize::from(plan.counted.as_ref().is_some_and(|counted| counted.over() > 0));
    let gap = |gap: joinder_domain::letter::Gap| GapView {
        number: gap.number.map(|number| number.0),
        field: gap.field,
        what: gap.what,
    };
    for found in plan.gaps.into_iter().map(gap) {
        if !report.gaps.contains(&found) {
            report.gaps.push(found);
        }
    }
    Ok(())
}

/// What left the machine is in the audit, with each file's hash; it changes nobody's record.
fn record(open: &OpenMatter, context: Context<'_>, code: &str, report: &LetterReport) -> Result<()> {
    if report.files.is_empty() {
        return Ok(());
    }
    open.write(Op("letter.export"), context.app.clock().now(), |tx| {
        for file in &report.files {
            let detail =
                json!({ "letter": code, "pages": file.pages, "sha256": file.sha256, "draft": file.draft });
            let number = file.number.map(ClaimantNumber);
            let subject = match number {
                Some(number) => Subject::claimant(number),
                None => Subject::new(joinder_domain::audit::SubjectKind::Matter, ""),
            };
            tx.note(subject, number, detail)?;
        }
        Ok::<_, Error>(())
    })?;
    Ok(())
}
