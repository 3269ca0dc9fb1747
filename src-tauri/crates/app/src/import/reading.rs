//! The rows of a table one by one, each as what is to become of it.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;
use joinder_domain::check::{ProblemSeverity, check as check_record};
use joinder_domain::claimant::Claimant;
use joinder_domain::id::ClaimantNumber;
use joinder_store::{Reader, claimant as store, merge};

use super::column::{Column, Field};
use super::doubt::{Damage, Doubt, Doubts, Survey, Way};
use super::plan::{Key, Plan, Ready, Take};
use super::row::{CellProblem, Cells, Reader as RowReader};
use super::sheet::{Bad, RowRead, Sheet};
use crate::app::OpenMatter;
use crate::error::{Error, Problem, Result, Severity};
use crate::job::Job;
use crate::text;

/// Rows between two reports of progress.
const STEP: u64 = 500;

/// What is to become of a row.
pub(super) enum Taken {
    /// Nothing, before it is corrected.
    Problems(Vec<CellProblem>),
    /// Nothing: a person said so.
    LeftOut,
    /// A new claimant; whether a look is worth it.
    Add(Box<Claimant>, bool),
    /// A change of a claimant who is there.
    Update(Box<Update>),
    /// The claimant is there and already says so.
    Unchanged,
}

/// A change of a claimant who is there.
pub(super) struct Update {
    pub(super) number: ClaimantNumber,
    pub(super) version: u32,
    pub(super) before: Claimant,
    pub(super) after: Claimant,
    pub(super) warned: bool,
}

/// A table that is being read by a plan.
pub(super) struct Reading<'a> {
    open: &'a OpenMatter,
    pub(super) sheet: Sheet,
    pub(super) plan: Ready,
    survey: Survey,
    doubts: Doubts,
    today: Date,
    /// Claimants whom an earlier row changes.
    changed: HashSet<ClaimantNumber>,
    raw: Vec<String>,
    keeps_raw: bool,
    /// Rows that are not blank, counted before they are read.
    pub(super) rows: u64,
}

impl<'a> Reading<'a> {
    /// Opens a table and looks through it once, for what only whole columns show.
    ///
    /// # Errors
    /// Those of [`Sheet::open`] and [`Ready::of`]; `csv-no-rows`, `cancelled`.
    pub(super) fn begin(open: &'a OpenMatter, plan: &Plan, today: Date, job: &Job) -> Result<Self> {
        let sheet = Sheet::open(&plan.path, &plan.sheet)?;
        let plan = open.matter.read(|reader| Ready::of(reader, plan, &sheet))?;
        let (survey, doubts, changed) = (Survey::default(), Doubts::default(), HashSet::new());
        let mut reading = Self {
            open,
            sheet,
            plan,
            survey,
            doubts,
            today,
            changed,
            raw: Vec::new(),
            keeps_raw: false,
            rows: 0,
        };
        reading.look_through(job)?;
        Ok(reading)
    }

    fn look_through(&mut self, job: &Job) -> Result<()> {
        while let Some((line, read)) = self.sheet.next_row() {
            if read == RowRead::Blank {
                continue;
            }
            self.rows = self.rows.saturating_add(1);
            if let RowRead::Cells(cells) = &read {
                for (cell, column) in cells.iter().zip(&self.plan.columns) {
                    if let (Ok(cell), Some(column)) = (cell, column) {
                        let cell = self.plan.corrected(line, *column).unwrap_or(cell);
                        self.survey.look(*column, cell, &self.open.words);
                    }
                }
            }
            if self.rows.is_multiple_of(STEP) {
                let (done, total) = self.sheet.progress();
                job.step(done, total, "Looking through the file")?;
            }
        }
        if self.rows == 0 {
            return Err(Error::new("csv-no-rows"));
        }
        self.sheet.rewind()
    }

    /// The next row that is not blank, with its place; `None` after the last one.
    ///
    /// # Errors
    /// Those of the store.
    pub(super) fn next(&mut self, reader: &Reader<'_>) -> Result<Option<(u64, Taken)>> {
        loop {
            let Some((line, read)) = self.sheet.next_row() else { return Ok(None) };
            let row = self.plan.row(line);
            let left_out = matches!(row, Some((Take::LeaveOut, _)));
            match read {
                RowRead::Blank => {}
                RowRead::Bad(_) | RowRead::Cells(_) if left_out => return Ok(Some((line, Taken::LeftOut))),
                RowRead::Bad(bad) => {
                    self.raw.clear();
                    return Ok(Some((line, Taken::Problems(vec![problem(None, bad)]))));
                }
                RowRead::Cells(cells) => {
                    if let Some(taken) = self.take(reader, line, cells, row)? {
                        return Ok(Some((line, taken)));
                    }
                }
            }
        }
    }

    /// From here on the cells of each row are kept as the file has them.
    pub(super) fn keep_raw(&mut self) {
        self.keeps_raw = true;
    }

    /// The cells of the row that was read last, if they are kept; none where the row could not be divided into cells.
    pub(super) fn raw(&self) -> &[String] {
        &self.raw
    }

    /// What is asked about the file, once all its rows are read.
    pub(super) fn doubts(&mut self) -> Vec<Doubt> {
        std::mem::take(&mut self.doubts).list()
    }

    /// What is to become of a row with cells; `None` where none of them means anything.
    fn take(
        &mut self,
        reader: &Reader<'_>,
        line: u64,
        cells: Vec<Result<String, Bad>>,
        row: Option<(Take, Option<u32>)>,
    ) -> Result<Option<Taken>> {
        let show = |cell: &Result<String, Bad>| cell.clone().unwrap_or_else(|bad| bad.found);
        if self.keeps_raw {
            self.raw = cells.iter().map(show).collect();
        }
        let mut problems = Vec::new();
        let mut kept: BTreeMap<Column, String> = BTreeMap::new();
        for (at, cell) in cells.into_iter().enumerate() {
            let Some(column) = self.plan.columns.get(at).copied().flatten() else { continue };
            // What a person put right stands for all columns of one meaning.
            if self.plan.corrected(line, column).is_some() && kept.contains_key(&column) {
                continue;
            }
            let cell = match (self.plan.corrected(line, column), cell) {
                (Some(corrected), _) => Ok(corrected.trim().to_owned()),
                (None, cell) => cell,
            };
            match cell {
                Ok(cell) if cell.is_empty() => {}
                Ok(cell) => match self.sound(line, column, cell) {
                    Ok(None) => {}
                    Ok(Some(cell)) => join(kept.entry(column).or_default(), &cell),
                    Err(problem) => problems.push(*problem),
                },
                Err(bad) => problems.push(problem(Some(column), bad)),
            }
        }
        if kept.is_empty() && problems.is_empty() {
            return Ok(None);
        }
        if !problems.is_empty() {
            return Ok(Some(Taken::Problems(problems)));
        }
        let found = match self.target(reader, row, &kept)? {
            Ok(found) => found,
            Err(problem) => return Ok(Some(Taken::Problems(vec![*problem]))),
        };
        Ok(Some(match found {
            None => self.added(&kept),
            Some((number, merged)) => {
                // The reference of a record that went into another one stays that record's.
                if merged {
                    kept.remove(&Column::Claimant(Field::Reference));
                }
                self.updated(reader, number, &kept)?
            }
        }))
    }

    /// A cell after what was decided about damage in it; `None` when it is left out.
    fn sound(&mut self, line: u64, column: Column, cell: String) -> Result<Option<String>, Box<CellProblem>> {
        let Some(damage) = self.survey.damage(column, &cell, &self.open.words) else { return Ok(Some(cell)) };
        let way = self.plan.way(column, damage.kind);
        self.doubts.count(line, column, &cell, &damage, way);
        match way {
            Some(Way::Mend) => Ok(damage.mended.or(Some(cell))),
            Some(Way::AsIs) => Ok(Some(cell)),
            Some(Way::Blank) => Ok(None),
            None => Err(Box::new(doubtful(column, cell, &damage))),
        }
    }

    /// The claimant whom a row is about, and whether the record went into another one, which is meant then.
    #[expect(clippy::type_complexity, reason = "a refusal beside a failure of the store")]
    fn target(
        &self,
        reader: &Reader<'_>,
        row: Option<(Take, Option<u32>)>,
        cells: &BTreeMap<Column, String>,
    ) -> Result<Result<Option<(ClaimantNumber, bool)>, Box<CellProblem>>> {
        let cell = |field| cells.get(&Column::Claimant(field)).map(String::as_str).unwrap_or_default();
        let found = match (row, self.plan.key) {
            (Some((Take::Update, Some(number))), _) => Some(ClaimantNumber(number)),
            (Some((Take::Add, _)), _) | (_, Key::None) => None,
            (_, Key::Reference) => store::find_by_reference(reader, cell(Field::Reference))?,
            (_, Key::Number) => match cell(Field::Number) {
                "" => None,
                typed => {
                    let figures = typed.trim_start_matches(['C', 'c']).trim_start_matches(['-', ' ']);
                    let number = figures.parse().ok().map(ClaimantNumber);
                    let known = |number| Ok::<_, Error>(store::get(reader, number)?.is_some());
                    match number {
                        Some(number) if known(number)? => Some(number),
                        _ => {
                            return Ok(Err(Box::new(refused(Field::Number, typed, "import-no-such-number"))));
                        }
                    }
                }
            },
        };
        let Some(number) = found else { return Ok(Ok(None)) };
        let holder = merge::holder(reader, number)?;
        if self.changed.contains(&holder) {
            let by = if self.plan.key == Key::Number { Field::Number } else { Field::Reference };
            return Ok(Err(Box::new(refused(by, cell(by), "import-key-twice"))));
        }
        Ok(Ok(Some((holder, holder != number))))
    }

    fn added(&self, cells: &BTreeMap<Column, String>) -> Taken {
        match self.record(cells, Claimant::default()) {
            Ok((claimant, warned)) => Taken::Add(Box::new(claimant), warned),
            Err(problems) => Taken::Problems(problems),
        }
    }

    fn updated(
        &mut self,
        reader: &Reader<'_>,
        number: ClaimantNumber,
        cells: &BTreeMap<Column, String>,
    ) -> Result<Taken> {
        let stored = store::get(reader, number)?.ok_or_else(|| Error::new("no-such-claimant"))?;
        let (after, warned) = match self.record(cells, stored.claimant.clone()) {
            Ok(read) => read,
            Err(problems) => return Ok(Taken::Problems(problems)),
        };
        if after == stored.claimant {
            return Ok(Taken::Unchanged);
        }
        self.changed.insert(number);
        let before = stored.claimant;
        Ok(Taken::Update(Box::new(Update { number, version: stored.version, before, after, warned })))
    }

    /// The record in a row, and whether it is worth a look, unless something keeps it from being saved.
    fn record(
        &self,
        cells: &BTreeMap<Column, String>,
        base: Claimant,
    ) -> Result<(Claimant, bool), Vec<CellProblem>> {
        let cells: Cells<'_> = cells.iter().map(|(column, cell)| (*column, cell.as_str())).collect();
        let reader = RowReader { choices: &self.open.choices, words: &self.open.words };
        let (claimant, problems) = reader.read(&cells, base);
        if !problems.is_empty() {
            return Err(problems);
        }
        let found = check_record(&claimant, &self.open.checks, self.today);
        let errors = found.iter().filter(|problem| problem.severity == ProblemSeverity::Error);
        let problems: Vec<CellProblem> = errors
            .map(|problem| {
                let words = Problem::new(&problem.field, problem.code, Severity::Error, &problem.args);
                let column = Column::of_field(&problem.field);
                let found = column.and_then(|column| cells.get(&column)).copied().unwrap_or_default();
                CellProblem { column, found: found.to_owned(), message: words.message, fix: words.fix }
            })
            .collect();
        if problems.is_empty() { Ok((claimant, !found.is_empty())) } else { Err(problems) }
    }
}

/// Several cells of one meaning, each on a line of its own.
fn join(into: &mut String, cell: &str) {
    if !into.is_empty() {
        into.push('\n');
    }
    into.push_str(cell);
}

fn problem(column: Option<Column>, bad: Bad) -> CellProblem {
    let values: Vec<(&str, &str)> = bad.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    CellProblem {
        column,
        found: bad.found,
        message: text::text(&format!("err-{}", bad.code), &values),
        fix: text::text(&format!("fix-{}", bad.code), &values),
    }
}

fn refused(field: Field, found: &str, code: &str) -> CellProblem {
    let values = [("found", found)];
    CellProblem {
        column: Some(Column::Claimant(field)),
        found: found.to_owned(),
        message: text::text(&format!("err-{code}"), &values),
        fix: text::text(&format!("fix-{code}"), &values),
    }
}

/// A cell waits until somebody says what is to be done about its damage.
fn doubtful(column: Column, found: String, damage: &Damage) -> CellProblem {
    let values = [("found", found.as_str()), ("mended", damage.mended.as_deref().unwrap_or_default())];
    let code = damage.kind.code();
    let (message, fix) = (
        text::text(&format!("err-doubt-{code}"), &values),
        text::text(&format!("fix-doubt-{code}"), &values),
    );
    CellProblem { column: Some(column), found, message, fix }
}
