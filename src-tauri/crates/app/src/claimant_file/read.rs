//! Reads claimants from JSON: bare, or as records with their evidence.

use joinder_domain::check::{read_claimant, read_shape};
use joinder_domain::claimant::Claimant;
use joinder_domain::classification::GroupFacts;
use joinder_domain::date::DateWords;
use joinder_domain::profile::Profile;
use serde_json::{Map, Value};

use super::evidence::{self, Items};
use super::{EvidenceUsed, in_words};
use crate::error::{Error, Problem, Result, Severity};

/// What a record holds beside the claimant when `joinder show --json` prints it; it follows from the facts.
const PRINTED: &[&str] = &[
    "classification",
    "completeness",
    "created",
    "explanation",
    "limitation",
    "name",
    "number",
    "overrides",
    "part_of",
    "problems",
    "restricted",
    "timeline",
    "updated",
    "version",
    "warnings",
    "why",
    "why_not",
];

/// A file, read.
pub(super) struct File {
    /// It holds one claimant, and not a list.
    pub single: bool,
    pub entries: Vec<Entry>,
}

/// One claimant, as far as the record can be read.
pub(super) struct Entry {
    pub reference: String,
    pub claimant: Option<Claimant>,
    pub evidence: Vec<EvidenceUsed>,
    pub group: GroupFacts,
    pub problems: Vec<Problem>,
}

/// Reads a file: one claimant, a list, or one after the other (JSON lines).
///
/// # Errors
/// `bad-claimant-json` with line and column, `no-claimants`.
pub(super) fn read(text: &str, profile: &Profile) -> Result<File> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut values = serde_json::Deserializer::from_str(text)
        .into_iter::<Value>()
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| {
            let (line, column) = (error.line().to_string(), error.column().to_string());
            let whole = error.to_string();
            let reason = whole.split(" at line ").next().unwrap_or_default();
            Error::with("bad-claimant-json", &[("line", &line), ("column", &column), ("reason", reason)])
        })?;
    let mut single = values.len() == 1;
    if single && let Some(Value::Array(list)) = values.first_mut() {
        values = std::mem::take(list);
        single = false;
    } else if single
        && let Some(Value::Array(list)) = values.first_mut().and_then(|one| one.get_mut("claimants"))
    {
        values = std::mem::take(list);
        single = false;
    }
    if values.is_empty() {
        return Err(Error::new("no-claimants"));
    }
    let entries =
        values.into_iter().enumerate().map(|(at, value)| entry(value, at, single, profile)).collect();
    Ok(File { single, entries })
}

fn entry(value: Value, at: usize, single: bool, profile: &Profile) -> Entry {
    let path = if single { String::new() } else { format!("[{at}]") };
    let mut found = Found { path, problems: Vec::new() };
    let mut entry = Entry {
        reference: (at + 1).to_string(),
        claimant: None,
        evidence: Vec::new(),
        group: GroupFacts::default(),
        problems: Vec::new(),
    };
    match value {
        Value::Object(members) => found.members(members, &mut entry, profile),
        _ => found.wrong("", "expected a claimant: an object in braces"),
    }
    entry.problems = found.problems;
    entry
}

struct Found {
    path: String,
    problems: Vec<Problem>,
}

impl Found {
    fn members(&mut self, mut members: Map<String, Value>, entry: &mut Entry, profile: &Profile) {
        let group = members.remove("group");
        let items = Items { rows: members.remove("evidence"), graded: members.remove("graded") };
        let mut given = members.remove("reference");
        let (record, within) = match members.remove("claimant") {
            None => (Value::Object(members), ""),
            Some(record) => {
                for key in members.keys().filter(|key| !PRINTED.contains(&key.as_str())) {
                    self.wrong(
                        key,
                        "not known here: expected claimant, evidence, graded, group or reference",
                    );
                }
                (record, "claimant")
            }
        };
        let (claimant, problems) = read_claimant(record, &DateWords::default());
        self.add(within, problems.iter().map(in_words));
        if let Some(group) = group {
            let (read, problems) = read_shape(group);
            self.add("group", problems.iter().map(in_words));
            entry.group = read.unwrap_or_default();
        }
        let shapes_right = self.problems.iter().all(|problem| problem.code != SHAPE);
        let Some(claimant) = claimant.filter(|_| shapes_right) else { return };
        let given = given.take().and_then(|given| given.as_str().map(str::to_owned));
        let known = given.or_else(|| Some(claimant.external_reference.clone()).filter(|own| !own.is_empty()));
        entry.reference = known.unwrap_or_else(|| std::mem::take(&mut entry.reference));
        let (used, problems) = evidence::read(items, &claimant, profile);
        let whole = problems.is_empty();
        self.add("", problems.into_iter());
        if whole {
            entry.evidence = used;
            entry.claimant = Some(claimant);
        }
    }

    fn wrong(&mut self, field: &str, reason: &str) {
        let problem = shape_problem(field, reason);
        self.add("", std::iter::once(problem));
    }

    fn add(&mut self, within: &str, problems: impl Iterator<Item = Problem>) {
        for mut problem in problems {
            let parts = [self.path.as_str(), within, problem.field.as_str()];
            problem.field =
                parts.iter().filter(|part| !part.is_empty()).fold(String::new(), |mut path, part| {
                    if !path.is_empty() && !part.starts_with('[') {
                        path.push('.');
                    }
                    path.push_str(part);
                    path
                });
            self.problems.push(problem);
        }
    }
}

/// The code of a part that has another shape than the format says: the record is then not classified.
pub(super) const SHAPE: &str = "record-shape";

pub(super) fn shape_problem(field: &str, reason: &str) -> Problem {
    let values = [("reason".to_owned(), reason.to_owned())].into();
    Problem::new(field, SHAPE, Severity::Error, &values)
}
