//! A table into the matter: what would happen, and then all of it as one change, or nothing.

use std::collections::BTreeSet;
use std::path::PathBuf;

use jiff::civil::Date;
use joinder_domain::audit::Pair;
use joinder_domain::claimant::Claimant;
use joinder_domain::id::{ClaimantId, ClaimantNumber};
use joinder_domain::noun::Noun;
use joinder_store::claimant::{Arrivals, Imported, Inserted, NewClaimant, Preview, changes};
use joinder_store::import_batch::{self as batches, BatchId, Counts};
use joinder_store::{Op, Write};
use serde::{Deserialize, Serialize};

use super::ahead::read_ahead;
use super::column::{Column, Field};
use super::like::Likes;
use super::plan::{Plan, remember};
use super::reading::{Reading, Taken, Update};
use super::report::{ErrorFile, Report, RowChange, RowProblem};
use super::row::CellProblem;
use crate::app::OpenMatter;
use crate::claimant::{FieldChange, replace};
use crate::classification::classify_new;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::matching::{look, search_all};
use crate::text;
use crate::undo::{Undo, What};

/// Rows that are entered in the indexes together.
const ROWS_AT_ONCE: usize = 20_000;
/// Up to so many new claimants are each compared with who is there; for more everybody is compared with everybody once.
const FEW: usize = 1_000;
/// Rows between two reports of progress.
const STEP: u64 = 500;

/// A file to import.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportClaimants"))]
pub struct Import {
    /// How it is taken.
    #[serde(flatten)]
    pub plan: Plan,
    /// Where to write what is to be corrected, if anything is; empty for nowhere.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub error_file: PathBuf,
}

pub(crate) fn check(context: Context<'_>, input: Plan) -> Result<Applied<Report>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let mut reading = Reading::begin(&open, &input, clock.today(), context.job)?;
    let mut likes = Likes::begin(context, &open, reading.rows)?;
    let mut report = Report::of(&reading.sheet, &reading.plan.columns);
    let report = open.matter.read(|reader| {
        let mut preview = Preview::new(reader)?;
        let (mut waiting, mut lines) = (Vec::new(), Vec::new());
        loop {
            let next = reading.next(reader)?;
            let ended = next.is_none();
            if let Some((line, taken)) = next {
                step(context, reading.sheet.progress(), &mut report, "Checking rows")?;
                if let Some((claimant, _)) = sort(&open, &mut report, line, taken, &mut |_, _| Ok(()), None)?
                {
                    waiting.push(NewClaimant { id: ClaimantId(clock.id()), claimant });
                    lines.push(line);
                }
            }
            if ended || waiting.len() >= ROWS_AT_ONCE {
                let outcomes = preview.rows(&waiting)?;
                for ((new, line), outcome) in waiting.drain(..).zip(lines.drain(..)).zip(outcomes) {
                    if let Some(new) = settle(&mut report, line, new, outcome, None)? {
                        likes.look(reader, line, &new.claimant)?;
                    }
                }
            }
            if ended {
                break;
            }
        }
        (report.matches, report.like) = likes.finish(context, reader)?;
        Ok::<_, Error>(report)
    })?;
    let (done, total) = reading.sheet.progress();
    context.job.step(done.max(total), total, "Checking rows")?;
    Ok(Applied::unchanged(Report { doubts: reading.doubts(), ..report }))
}

pub(crate) fn claimants(context: Context<'_>, input: Import) -> Result<Applied<Report>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let mut reading = Reading::begin(&open, &input.plan, clock.today(), context.job)?;
    let name =
        input.plan.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut errors = ErrorFile::new(&input.error_file);
    // One transaction: an import that is stopped, by a person or by the mains, is as if it had never begun.
    let written = open.write(Op("import.claimants"), clock.now(), |tx| {
        let batch = batches::start(tx, reading.sheet.sha256, &name)?;
        let report = Report::of(&reading.sheet, &reading.plan.columns);
        let mut run = Run {
            context,
            open: &open,
            batch,
            report,
            errors: &mut errors,
            arrivals: Arrivals::new(tx)?,
            waiting: Vec::new(),
            lines: Vec::new(),
        };
        read_ahead(&open, &mut reading, |row| {
            step(context, row.progress, &mut run.report, "Importing rows")?;
            run.take(tx, row.line, row.taken)
        })?;
        run.flush(tx)?;
        let report = run.report;
        let counts = Counts {
            added: report.good,
            updated: report.updated,
            already_there: report.already_there.saturating_add(report.unchanged),
            refused: report.bad,
        };
        batches::finish(tx, batch, counts)?;
        remember(tx, &reading.sheet, &reading.plan)?;
        // Where the rows to correct cannot be written, nothing is taken in: what is in is never reported as failed.
        let error_file = errors.finish()?;
        Ok::<_, Error>(Report { import: Some(batch.0), error_file, ..report })
    })?;
    let mut report = Report { doubts: reading.doubts(), ..written.output };
    if let Some(import) = report.import.filter(|_| report.good.saturating_add(report.updated) > 0) {
        let rows = report.good.saturating_add(report.updated);
        let (number, words) = (rows.to_string(), text::count(rows));
        let values = [("file", name.as_str()), ("count", number.as_str()), ("rows", words.as_str())];
        open.session.remember(Undo::new("undo-import", &values, What::Import(BatchId(import))))?;
    }
    if report.good > FEW as u64 {
        // The rows are in, whatever becomes of the search: it can be run again at any time.
        report.not_compared = search_all(context, Nothing {}).is_err();
    }
    Ok(Applied::stored(report, &written.changes)
        .and(Noun::Claimant, None)
        .and(Noun::Classification, None)
        .and(Noun::Import, None)
        .and(Noun::Match, None))
}

fn step(context: Context<'_>, progress: (u64, u64), report: &mut Report, label: &str) -> Result<()> {
    report.rows = report.rows.saturating_add(1);
    if report.rows.is_multiple_of(STEP) {
        context.job.step(progress.0, progress.1, label)?;
    }
    Ok(())
}

/// Counts a row; gives the claimant whom it would add.
fn sort(
    open: &OpenMatter,
    report: &mut Report,
    line: u64,
    taken: Taken,
    update: &mut dyn FnMut(&mut Report, &Update) -> Result<()>,
    errors: Option<&mut ErrorFile>,
) -> Result<Option<(Claimant, bool)>> {
    match taken {
        Taken::Problems(problems) => refuse(report, line, problems, errors)?,
        Taken::LeftOut => report.left_out = report.left_out.saturating_add(1),
        Taken::Unchanged => report.unchanged = report.unchanged.saturating_add(1),
        Taken::Update(found) => {
            update(report, &found)?;
            report.updated = report.updated.saturating_add(1);
            report.warnings = report.warnings.saturating_add(u64::from(found.warned));
            report.change(|| row_change(open, line, &found));
        }
        Taken::Add(claimant, warned) => {
            report.warnings = report.warnings.saturating_add(u64::from(warned));
            return Ok(Some((*claimant, warned)));
        }
    }
    Ok(None)
}

fn row_change(open: &OpenMatter, line: u64, update: &Update) -> RowChange {
    RowChange {
        row: line,
        number: update.number.0,
        reference: update.number.to_string(),
        name: update.before.identity.full_name(),
        fields: FieldChange::shown(
            open,
            changes(&update.before, &update.after)
                .into_iter()
                .map(|(field, before, after)| (field, Pair(before, after)))
                .collect(),
        ),
    }
}

fn refuse(
    report: &mut Report,
    line: u64,
    problems: Vec<CellProblem>,
    mut errors: Option<&mut ErrorFile>,
) -> Result<()> {
    report.bad = report.bad.saturating_add(1);
    for problem in problems {
        let problem = RowProblem::new(line, problem);
        report.list(&problem);
        if let Some(errors) = errors.as_deref_mut() {
            errors.write(&problem)?;
        }
    }
    Ok(())
}

/// Counts what became of a new row; gives it back when it is a new claimant.
fn settle(
    report: &mut Report,
    line: u64,
    new: NewClaimant,
    outcome: Imported,
    errors: Option<&mut ErrorFile>,
) -> Result<Option<NewClaimant>> {
    match outcome {
        Imported::Added(_) => {
            report.good = report.good.saturating_add(1);
            return Ok(Some(new));
        }
        Imported::AlreadyThere(_) => report.already_there = report.already_there.saturating_add(1),
        Imported::ReferenceTaken(number) => {
            let problem = reference_taken(&new.claimant.external_reference, number);
            refuse(report, line, vec![problem], errors)?;
        }
    }
    Ok(None)
}

struct Run<'a, 't> {
    context: Context<'a>,
    open: &'a OpenMatter,
    arrivals: Arrivals<'t>,
    batch: BatchId,
    report: Report,
    errors: &'a mut ErrorFile,
    waiting: Vec<NewClaimant>,
    lines: Vec<u64>,
}

impl Run<'_, '_> {
    fn take(&mut self, tx: &mut Write<'_>, line: u64, taken: Taken) -> Result<()> {
        let clock = self.context.app.clock();
        let (open, batch) = (self.open, self.batch);
        let mut update = |_: &mut Report, found: &Update| {
            let Update { number, version, before, after, .. } = found;
            let now = replace(tx, open, clock, *number, *version, before, after)?;
            Ok(batches::note_update(tx, batch, *number, now, before, after)?)
        };
        let added = sort(open, &mut self.report, line, taken, &mut update, Some(&mut *self.errors))?;
        if let Some((claimant, _)) = added {
            self.waiting.push(NewClaimant { id: ClaimantId(clock.id()), claimant });
            self.lines.push(line);
        }
        if self.waiting.len() >= ROWS_AT_ONCE { self.flush(tx) } else { Ok(()) }
    }

    fn flush(&mut self, tx: &mut Write<'_>) -> Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let (waiting, lines) = (std::mem::take(&mut self.waiting), std::mem::take(&mut self.lines));
        let few = self.report.good == 0 && waiting.len() <= FEW;
        let inserted = self.arrivals.insert(tx, self.batch, &waiting)?;
        let today = self.context.app.clock().today();
        self.enter(tx, &waiting, &inserted, few, today)?;
        for ((new, line), outcome) in waiting.into_iter().zip(lines).zip(inserted.outcomes) {
            settle(&mut self.report, line, new, outcome, Some(&mut *self.errors))?;
        }
        Ok(())
    }

    /// Everything that follows from new claimants.
    fn enter(
        &self,
        tx: &mut Write<'_>,
        new: &[NewClaimant],
        inserted: &Inserted,
        few: bool,
        today: Date,
    ) -> Result<()> {
        let added: Vec<(ClaimantNumber, &Claimant)> = inserted
            .outcomes
            .iter()
            .zip(new)
            .filter_map(|(outcome, new)| match outcome {
                Imported::Added(number) => Some((*number, &new.claimant)),
                Imported::AlreadyThere(_) | Imported::ReferenceTaken(_) => None,
            })
            .collect();
        let concerned = if few { look(tx, &added)? } else { BTreeSet::new() };
        classify_new(tx, self.open, &added, inserted, &concerned, today)
    }
}

fn reference_taken(reference: &str, number: ClaimantNumber) -> CellProblem {
    let values = [("found", reference), ("number", &number.to_string())];
    CellProblem {
        column: Some(Column::Claimant(Field::Reference)),
        found: reference.to_owned(),
        message: text::text("err-csv-same-reference", &values),
        fix: text::text("fix-csv-same-reference", &values),
    }
}
