//! Conditions as SQL: each as a look at a claimant who comes along, and where an index has them as those who fit.

use joinder_domain::id::PersonId;
use rusqlite::types::Value;

use super::lookup::search;
use super::narrow::listed;
use super::query::{Filter, Overridden};
use crate::column::milliseconds;

/// SQL with its values.
#[derive(Clone)]
pub(super) struct Condition {
    pub(super) sql: String,
    pub(super) values: Vec<Value>,
}

impl Condition {
    pub(super) fn new(sql: impl Into<String>, values: Vec<Value>) -> Self {
        Self { sql: sql.into(), values }
    }

    fn joined(conditions: impl Iterator<Item = Self>, between: &str) -> Self {
        let mut joined = Self::new("", Vec::new());
        for condition in conditions {
            joined.sql.push_str(if joined.sql.is_empty() { "" } else { between });
            joined.sql.push_str(&condition.sql);
            joined.values.extend(condition.values);
        }
        joined
    }
}

/// A condition on claimants `c`, in the ways in which it can be put.
#[derive(Clone)]
pub(super) struct Test {
    /// A look at each claimant who comes along in the order of the list.
    pub(super) probe: Condition,
    /// A query for the numbers of those who fit, where an index has them.
    pub(super) set: Option<Condition>,
    /// Whether that query costs much however few of its rows are taken.
    pub(super) slow: bool,
}

impl Test {
    pub(super) fn probe(sql: impl Into<String>, values: Vec<Value>) -> Self {
        Self { probe: Condition::new(sql, values), set: None, slow: false }
    }

    pub(super) fn with(probe: &str, set: &str, values: &[Value]) -> Self {
        let set = Some(Condition::new(set, values.to_vec()));
        Self { set, ..Self::probe(probe, values.to_vec()) }
    }

    /// Any of these.
    pub(super) fn any(tests: Vec<Self>) -> Self {
        // Any of nothing is nobody.
        if tests.is_empty() {
            return Self::probe("0", Vec::new());
        }
        let slow = tests.iter().any(|test| test.slow);
        let sets: Option<Vec<Condition>> = tests.iter().map(|test| test.set.clone()).collect();
        let set = sets.map(|sets| Condition::joined(sets.into_iter(), " UNION ALL "));
        let mut probe = Condition::joined(tests.into_iter().map(|test| test.probe), " OR ");
        probe.sql = format!("({})", probe.sql);
        Self { probe, set, slow }
    }

    /// The set, where there is one; a look otherwise.
    pub(super) fn into_set(self) -> Condition {
        match self.set {
            Some(set) => Condition::new(format!("c.number IN ({})", set.sql), set.values),
            None => self.probe,
        }
    }

    /// What a condition asks; `None` for those that [`super::narrow`] works out.
    pub(super) fn of(filter: &Filter) -> Option<Self> {
        Some(match filter {
            Filter::Axis(..) | Filter::Missing(_) => return None,
            Filter::State(codes) => {
                let begins =
                    "NOT EXISTS (SELECT 1 FROM work w WHERE w.claimant = c.number AND w.state <> '')";
                let state = |code: &str| {
                    if code.is_empty() {
                        Self::probe(begins, vec![])
                    } else {
                        Self::worked("state = ?", Value::from(code.to_owned()))
                    }
                };
                Self::any(codes.iter().map(|code| state(code.as_str())).collect())
            }
            Filter::Assignee(people) => {
                let nobodys = "NOT EXISTS (SELECT 1 FROM work w WHERE w.claimant = c.number AND w.assignee IS NOT NULL)";
                let assigned = |person: &Option<PersonId>| match person {
                    None => Self::probe(nobodys, vec![]),
                    Some(person) => Self::worked("assignee = ?", Value::from(person.0.as_bytes().to_vec())),
                };
                Self::any(people.iter().map(assigned).collect())
            }
            Filter::Tag(tags) => {
                let tagged = |tag: &String| {
                    Self::with(
                        "EXISTS (SELECT 1 FROM work_tag g WHERE g.tag = ? AND g.claimant = +c.number)",
                        "SELECT claimant FROM work_tag WHERE tag = ?",
                        &[Value::from(tag.clone())],
                    )
                };
                Self::any(tags.iter().map(tagged).collect())
            }
            Filter::Nation(codes) => Self::probe(
                format!("c.nation IN ({})", places(codes.len())),
                codes.iter().map(|code| Value::from(code.clone())).collect(),
            ),
            Filter::Born(from, to) => {
                let day = |day: &jiff::civil::Date| Value::from(day.to_string());
                let mut sql = String::from("c.date_of_birth <> ''");
                sql.push_str(if from.is_some() { " AND c.date_of_birth >= ?" } else { "" });
                sql.push_str(if to.is_some() { " AND c.date_of_birth <= ?" } else { "" });
                Self::probe(format!("({sql})"), from.iter().chain(to).map(day).collect())
            }
            Filter::Updated(from, to) => Self::between("c.updated", *from, *to),
            Filter::Added(from, to) => Self::between("c.created", *from, *to),
            Filter::Evidence(there) => Self::probe(
                format!(
                    "{} (SELECT 1 FROM evidence e WHERE e.claimant = +c.number)",
                    if *there { "EXISTS" } else { "NOT EXISTS" }
                ),
                vec![],
            ),
            Filter::Overridden(which) => Self::probe(overrides(*which), vec![]),
            Filter::Among(numbers) => {
                let known = "SELECT value FROM json_each(?)";
                let list = listed(numbers.iter().map(|number| i64::from(number.0)));
                Self::with(&format!("c.number IN ({known})"), known, &[list])
            }
        })
    }

    fn worked(condition: &str, value: Value) -> Self {
        Self::with(
            &format!("EXISTS (SELECT 1 FROM work w WHERE w.claimant = +c.number AND w.{condition})"),
            &format!("SELECT claimant FROM work WHERE {condition}"),
            &[value],
        )
    }

    fn between(column: &str, from: Option<jiff::Timestamp>, to: Option<jiff::Timestamp>) -> Self {
        let low = from.map_or(i64::MIN, milliseconds);
        let high = to.map_or(i64::MAX, milliseconds);
        Self::probe(format!("(+{column} >= ? AND +{column} < ?)"), vec![Value::from(low), Value::from(high)])
    }

    /// What was typed: a reference or number finds that claimant, anything else is searched. Nothing where nothing was.
    pub(super) fn searched(typed: &str) -> Vec<Self> {
        if typed.is_empty() {
            return Vec::new();
        }
        let reference = typed.strip_prefix(['C', 'c']).map(|rest| rest.trim_start_matches(['-', ' ']));
        if let Some(number) = reference.and_then(|rest| rest.parse::<u32>().ok()) {
            return vec![Self::numbered(number)];
        }
        let words = search(typed);
        if words.is_empty() {
            return vec![Self::probe("0", vec![])];
        }
        // The index holds beginnings of two letters and more; those of one letter it gathers from all words that have it.
        let (letters, words): (Vec<String>, Vec<String>) =
            words.into_iter().partition(|word| word.chars().count() < 2);
        let parts = [(letters, true), (words, false)].into_iter().filter(|(words, _)| !words.is_empty());
        let matched: Vec<Self> = parts.map(|(words, slow)| Self::matched(&words, slow)).collect();
        match typed.parse::<u32>() {
            // A number is one word.
            Ok(number) => vec![Self::any([Self::numbered(number)].into_iter().chain(matched).collect())],
            Err(_) => matched,
        }
    }

    /// Claimants with words that begin so.
    fn matched(words: &[String], slow: bool) -> Self {
        let begins = words.iter().map(|_| "instr(w.words, ?) > 0").collect::<Vec<_>>().join(" AND ");
        let probe =
            format!("EXISTS (SELECT 1 FROM claimant_words w WHERE w.claimant = +c.number AND {begins})");
        let query: String = words.iter().map(|word| format!("{word}* ")).collect();
        let set = "SELECT rowid FROM claimant_search WHERE claimant_search MATCH ?";
        Self {
            probe: Condition::new(probe, words.iter().map(|word| Value::from(format!(" {word}"))).collect()),
            set: Some(Condition::new(set, vec![query.into()])),
            slow,
        }
    }

    fn numbered(number: u32) -> Self {
        let set = Some(Condition::new("SELECT ?", vec![number.into()]));
        Self { set, ..Self::probe("c.number = ?", vec![number.into()]) }
    }
}

/// `?, ?, ?`
pub(super) fn places(count: usize) -> String {
    vec!["?"; count].join(", ")
}

fn overrides(which: Overridden) -> &'static str {
    match which {
        Overridden::Any => "c.number IN (SELECT claimant FROM override WHERE ended_at IS NULL)",
        Overridden::NeedsSecondPerson => {
            "c.number IN (SELECT claimant FROM override WHERE ended_at IS NULL AND axis = 'outcome'
               AND code = 'DECLINE' AND confirmed_at IS NULL)"
        }
        Overridden::NeedsFreshLook => {
            "c.number IN (SELECT o.claimant FROM override o LEFT JOIN classification k ON k.claimant = o.claimant
               WHERE o.ended_at IS NULL AND o.answer IS NOT coalesce(k.answer, 0))"
        }
    }
}
