//! A file, row by row, into the matter.

use std::collections::BTreeSet;
use std::path::PathBuf;

use jiff::civil::Date;
use joinder_domain::audit::Digest;
use joinder_domain::check::{ProblemSeverity, check as check_record};
use joinder_domain::claimant::Claimant;
use joinder_domain::id::{ClaimantId, ClaimantNumber};
use joinder_store::Op;
use joinder_store::claimant::{Imported, NewClaimant, insert_many, preview};
use joinder_store::import_batch::{self as batches, BatchId, Counts};
use serde::{Deserialize, Serialize};

use super::column::{Column, Field};
use super::file::{CsvFile, RowRead};
use super::report::{ColumnView, ErrorFile, Report, RowProblem};
use super::row::{CellProblem, Cells, Reader};
use crate::app::OpenMatter;
use crate::classification::classify_new;
use crate::clock::Clock;
use crate::command::{Applied, Context, Nothing, Noun};
use crate::error::{Error, Problem, Result, Severity};
use crate::matching::{look, search_all};
use crate::text;

/// Rows that are written in one transaction.
const ROWS_AT_ONCE: usize = 10_000;
/// Up to so many new claimants are each compared with who is there; for more everybody is compared with everybody once.
const FEW: usize = 1_000;
/// Rows between two reports of progress.
const STEP: u64 = 500;

/// A file to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportCheck"))]
pub struct Check {
    /// The CSV file.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
}

/// A file to import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportClaimants"))]
pub struct Import {
    /// The CSV file.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
    /// Where to write the rows to correct, if there are any.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub error_file: PathBuf,
}

pub(crate) fn check(context: Context<'_>, input: Check) -> Result<Applied<Report>> {
    let open = context.app.open_matter()?;
    let mut run = Run::open(context, &open, &input.path, Target::Nowhere)?;
    run.read_all()?;
    Ok(Applied::unchanged(run.report))
}

pub(crate) fn claimants(context: Context<'_>, input: Import) -> Result<Applied<Report>> {
    let open = context.app.open_matter()?;
    let file = CsvFile::open(&input.path)?;
    let name = input.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let sha256 = file.sha256.parse::<Digest>().map_err(|_| Error::new("internal"))?;
    let started = open
        .write(Op("import.start"), context.app.clock().now(), |tx| Ok(batches::start(tx, sha256, &name)?))?;
    let batch = started.output;
    let target = Target::Matter { batch, errors: ErrorFile::new(&input.error_file) };
    let mut run = Run::of(context, &open, file, target);
    // Whatever was read before a stop is written, so that a second run goes on from there.
    let read = run.read_all();
    let error_file = match run.target {
        Target::Matter { errors, .. } => errors.finish()?,
        Target::Nowhere => None,
    };
    let mut report = run.report;
    report.error_file = error_file;
    read?;
    let counts = Counts { added: report.good, already_there: report.already_there, refused: report.bad };
    open.write(Op("import.finish"), context.app.clock().now(), |tx| Ok(batches::finish(tx, batch, counts)?))?;
    if report.good > FEW as u64 {
        // The rows are in, whatever becomes of the search: it can be run again at any time.
        if let Err(error) = search_all(context, Nothing {})
            && error.code != "cancelled"
        {
            return Err(error);
        }
    }
    Ok(Applied::changed(report, Noun::Claimant, None)
        .and(Noun::Classification, None)
        .and(Noun::Import, None)
        .and(Noun::Match, None)
        .and(Noun::Audit, None))
}

enum Target {
    /// Only say what would happen.
    Nowhere,
    /// Write claimants into the matter, and rows to correct into a file.
    Matter { batch: BatchId, errors: ErrorFile },
}

struct Run<'a> {
    context: Context<'a>,
    open: &'a OpenMatter,
    file: CsvFile,
    target: Target,
    report: Report,
    waiting: Vec<NewClaimant>,
    lines: Vec<u64>,
    today: Date,
    clock: Clock,
}

impl<'a> Run<'a> {
    fn open(
        context: Context<'a>,
        open: &'a OpenMatter,
        path: &std::path::Path,
        target: Target,
    ) -> Result<Self> {
        Ok(Self::of(context, open, CsvFile::open(path)?, target))
    }

    fn of(context: Context<'a>, open: &'a OpenMatter, file: CsvFile, target: Target) -> Self {
        let mut report = Report::default();
        for (header, column) in &file.headings {
            match column {
                Some(column) => {
                    report.columns.push(ColumnView { header: header.clone(), meaning: column.heading() });
                }
                None => report.unknown_columns.push(header.clone()),
            }
        }
        let clock = context.app.clock();
        Self {
            context,
            open,
            file,
            target,
            report,
            waiting: Vec::new(),
            lines: Vec::new(),
            today: clock.today(),
            clock,
        }
    }

    fn read_all(&mut self) -> Result<()> {
        let label = match self.target {
            Target::Nowhere => "Checking rows",
            Target::Matter { .. } => "Importing rows",
        };
        while let Some((line, read)) = self.file.next_row() {
            let reader = Reader { choices: &self.open.choices, words: &self.open.words };
            let row = match read {
                RowRead::Blank => continue,
                RowRead::Bad(problem) => Err(vec![problem]),
                RowRead::Cells(cells) => {
                    let (claimant, problems) = reader.read(&cells);
                    if problems.is_empty() {
                        judge(claimant, &cells, self.open, self.today)
                    } else {
                        Err(problems)
                    }
                }
            };
            self.report.rows += 1;
            match row {
                Ok((claimant, warned)) => {
                    self.report.warnings += u64::from(warned);
                    self.waiting.push(NewClaimant { id: ClaimantId(self.clock.id()), claimant });
                    self.lines.push(line);
                }
                Err(problems) => self.refuse(line, problems)?,
            }
            if self.waiting.len() >= ROWS_AT_ONCE {
                self.flush()?;
            }
            if self.report.rows.is_multiple_of(STEP) {
                self.context.job.step(self.file.position(), self.file.size, label)?;
            }
        }
        self.flush()?;
        if self.report.rows == 0 {
            return Err(Error::new("csv-no-rows"));
        }
        self.context.job.step(self.file.size, self.file.size, label)
    }

    fn refuse(&mut self, line: u64, problems: Vec<CellProblem>) -> Result<()> {
        self.report.bad += 1;
        for problem in problems {
            let problem = RowProblem::new(line, problem);
            self.report.list(&problem);
            if let Target::Matter { errors, .. } = &mut self.target {
                errors.write(&problem)?;
            }
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let (waiting, lines) = (std::mem::take(&mut self.waiting), std::mem::take(&mut self.lines));
        let (open, today) = (self.open, self.today);
        let few = self.report.good == 0 && waiting.len() <= FEW;
        let outcomes = match &self.target {
            Target::Nowhere => open.matter.read(|reader| preview(reader, &waiting))?,
            Target::Matter { batch, .. } => {
                let written = open.write(Op("import.claimants"), self.clock.now(), |tx| {
                    let outcomes = insert_many(tx, *batch, &waiting)?;
                    let added: Vec<(ClaimantNumber, &Claimant)> = outcomes
                        .iter()
                        .zip(&waiting)
                        .filter_map(|(outcome, new)| match outcome {
                            Imported::Added(number) => Some((*number, &new.claimant)),
                            Imported::AlreadyThere(_) | Imported::ReferenceTaken(_) => None,
                        })
                        .collect();
                    let concerned = if few { look(tx, &added)? } else { BTreeSet::new() };
                    classify_new(tx, open, &added, &concerned, today)?;
                    Ok(outcomes)
                })?;
                written.output
            }
        };
        for (outcome, (new, line)) in outcomes.into_iter().zip(waiting.iter().zip(lines)) {
            match outcome {
                Imported::Added(_) => self.report.good += 1,
                Imported::AlreadyThere(_) => self.report.already_there += 1,
                Imported::ReferenceTaken(number) => {
                    let problem = reference_taken(&new.claimant.external_reference, number);
                    self.refuse(line, vec![problem])?;
                }
            }
        }
        Ok(())
    }
}

/// The record of a row and whether it is worth a look, unless a rule refuses it.
fn judge(
    claimant: Claimant,
    cells: &Cells<'_>,
    open: &OpenMatter,
    today: Date,
) -> Result<(Claimant, bool), Vec<CellProblem>> {
    let found = check_record(&claimant, &open.checks, today);
    let errors = found.iter().filter(|problem| problem.severity == ProblemSeverity::Error);
    let problems: Vec<CellProblem> = errors
        .map(|problem| {
            let words = Problem::new(&problem.field, problem.code, Severity::Error, &problem.args);
            let column = Column::of_field(&problem.field);
            let found = column.and_then(|column| cells.get(&column)).copied().unwrap_or_default().to_owned();
            CellProblem { column, found, message: words.message, fix: words.fix }
        })
        .collect();
    if problems.is_empty() { Ok((claimant, !found.is_empty())) } else { Err(problems) }
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
