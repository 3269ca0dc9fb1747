//! Conditions as SQL: as sets where few claimants fit, as a look at each claimant where many do.

use rusqlite::types::Value;

use super::lookup::search;
use super::query::{Filter, Overridden};
use crate::column::milliseconds;

/// How a condition is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// As a set of numbers, which is made first.
    Set,
    /// As a look at each claimant who comes along in the order of the list.
    Probe,
}

/// A condition with its values.
pub(super) struct Condition {
    pub(super) sql: String,
    pub(super) values: Vec<Value>,
}

impl Condition {
    pub(super) fn new(sql: impl Into<String>, values: Vec<Value>) -> Self {
        Self { sql: sql.into(), values }
    }

    /// Any of these conditions.
    fn any(conditions: Vec<Self>) -> Self {
        let mut any = Self::new("", Vec::new());
        for condition in conditions {
            any.sql.push_str(if any.sql.is_empty() { "(" } else { " OR " });
            any.sql.push_str(&condition.sql);
            any.values.extend(condition.values);
        }
        // Any of nothing is nobody.
        any.sql.push_str(if any.sql.is_empty() { "0" } else { ")" });
        any
    }

    pub(super) fn of(filter: &Filter, shape: Shape) -> Self {
        match filter {
            Filter::Axis(axis, codes) => {
                let some: Vec<&str> =
                    codes.iter().map(|code| code.as_str()).filter(|code| !code.is_empty()).collect();
                let mut any = Vec::new();
                if some.len() < codes.len() {
                    any.push(Self::new(
                        "NOT EXISTS (SELECT 1 FROM classification u WHERE u.claimant = c.number)",
                        vec![],
                    ));
                }
                if !some.is_empty() {
                    let patterns = format!(
                        "SELECT x.pattern FROM answer_pattern_code x WHERE x.axis_code IN
                           (SELECT id FROM axis_code WHERE axis = ? AND code IN ({}))",
                        places(some.len())
                    );
                    let sql = match shape {
                        Shape::Set => format!(
                            "c.number IN (SELECT k.claimant FROM classification k WHERE k.pattern IN ({patterns}))"
                        ),
                        Shape::Probe => format!(
                            "(SELECT k.pattern FROM classification k WHERE k.claimant = c.number) IN ({patterns})"
                        ),
                    };
                    let mut values = vec![Value::from(axis.code().to_owned())];
                    values.extend(some.into_iter().map(|code| Value::from(code.to_owned())));
                    any.push(Self::new(sql, values));
                }
                Self::any(any)
            }
            Filter::State(codes) => {
                let begins =
                    "NOT EXISTS (SELECT 1 FROM work w WHERE w.claimant = c.number AND w.state <> '')";
                let mut any = Vec::new();
                for code in codes {
                    any.push(if code.as_str().is_empty() {
                        Self::new(begins, vec![])
                    } else {
                        Self::worked("state = ?", shape, Value::from(code.as_str().to_owned()))
                    });
                }
                Self::any(any)
            }
            Filter::Assignee(people) => {
                let nobodys = "NOT EXISTS (SELECT 1 FROM work w WHERE w.claimant = c.number AND w.assignee IS NOT NULL)";
                let any = people.iter().map(|person| match person {
                    None => Self::new(nobodys, vec![]),
                    Some(person) => {
                        Self::worked("assignee = ?", shape, Value::from(person.0.as_bytes().to_vec()))
                    }
                });
                Self::any(any.collect())
            }
            Filter::Tag(tags) => {
                let any = tags.iter().map(|tag| {
                    let sql = match shape {
                        Shape::Set => "c.number IN (SELECT claimant FROM work_tag WHERE tag = ?)",
                        Shape::Probe => {
                            "EXISTS (SELECT 1 FROM work_tag g WHERE g.tag = ? AND g.claimant = +c.number)"
                        }
                    };
                    Self::new(sql, vec![Value::from(tag.clone())])
                });
                Self::any(any.collect())
            }
            Filter::Missing(items) => {
                let mask = items.iter().fold(0, |mask, item| mask | item.bit());
                Self::new("c.missing & ? <> 0", vec![Value::from(mask)])
            }
            Filter::Nation(codes) => Self::new(
                format!("c.nation IN ({})", places(codes.len())),
                codes.iter().map(|code| Value::from(code.clone())).collect(),
            ),
            Filter::Born(from, to) => {
                let day = |day: &jiff::civil::Date| Value::from(day.to_string());
                let mut sql = String::from("c.date_of_birth <> ''");
                sql.push_str(if from.is_some() { " AND c.date_of_birth >= ?" } else { "" });
                sql.push_str(if to.is_some() { " AND c.date_of_birth <= ?" } else { "" });
                Self::new(format!("({sql})"), from.iter().chain(to).map(day).collect())
            }
            Filter::Updated(from, to) => Self::between("c.updated", *from, *to),
            Filter::Added(from, to) => Self::between("c.created", *from, *to),
            Filter::Evidence(there) => Self::new(
                format!(
                    "{} (SELECT 1 FROM evidence e WHERE e.claimant = +c.number)",
                    if *there { "EXISTS" } else { "NOT EXISTS" }
                ),
                vec![],
            ),
            Filter::Overridden(which) => Self::new(overrides(*which), vec![]),
            Filter::Among(numbers) => {
                let mut list = String::from("[");
                for (at, number) in numbers.iter().enumerate() {
                    if at > 0 {
                        list.push(',');
                    }
                    list.push_str(&number.0.to_string());
                }
                list.push(']');
                Self::new("c.number IN (SELECT value FROM json_each(?))", vec![Value::from(list)])
            }
        }
    }

    fn worked(condition: &str, shape: Shape, value: Value) -> Self {
        let sql = match shape {
            Shape::Set => format!("c.number IN (SELECT claimant FROM work WHERE {condition})"),
            Shape::Probe => {
                format!("EXISTS (SELECT 1 FROM work w WHERE w.claimant = +c.number AND w.{condition})")
            }
        };
        Self::new(sql, vec![value])
    }

    fn between(column: &str, from: Option<jiff::Timestamp>, to: Option<jiff::Timestamp>) -> Self {
        let low = from.map_or(i64::MIN, milliseconds);
        let high = to.map_or(i64::MAX, milliseconds);
        Self::new(format!("(+{column} >= ? AND +{column} < ?)"), vec![Value::from(low), Value::from(high)])
    }
}

/// `?, ?, ?`
fn places(count: usize) -> String {
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

/// The condition for what was typed: a reference or number finds that claimant, anything else is searched.
pub(super) fn searched(typed: &str) -> Option<Condition> {
    if typed.is_empty() {
        return None;
    }
    let reference = typed.strip_prefix(['C', 'c']).map(|rest| rest.trim_start_matches(['-', ' ']));
    if let Some(number) = reference.and_then(|rest| rest.parse::<u32>().ok()) {
        return Some(Condition::new("c.number = ?", vec![number.into()]));
    }
    let Some(words) = search(typed) else {
        return Some(Condition::new("0", vec![]));
    };
    let matched = "c.number IN (SELECT rowid FROM claimant_search WHERE claimant_search MATCH ?)";
    match typed.parse::<u32>() {
        Ok(number) => {
            Some(Condition::new(format!("(c.number = ? OR {matched})"), vec![number.into(), words.into()]))
        }
        Err(_) => Some(Condition::new(matched, vec![words.into()])),
    }
}
