//! Unions and societies, and when each was affiliated to the defendant.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::choice::sourced;
use super::read::{Names, Table};
use crate::code::Code;

/// More comings and goings than this are not tried one by one.
const MOST_SPELLS: usize = 4;

/// Unions and societies.
#[derive(Clone, Debug, Default)]
pub struct Unions {
    /// In the order of the file.
    pub list: Vec<Union>,
    by_name: BTreeMap<String, usize>,
}

/// A union or society.
#[derive(Clone, Debug)]
pub struct Union {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub name: String,
    /// Other names and abbreviations.
    pub aliases: Vec<String>,
    /// When it was affiliated: first and last day, both inclusive; open when absent.
    pub spells: Vec<(Option<Date>, Option<Date>)>,
}

impl Union {
    /// Whether it was affiliated on a day.
    pub fn affiliated_on(&self, day: Date) -> bool {
        self.affiliated_between(Some(day), day)
    }

    /// Whether it was affiliated on some day of an interval; open at the start when `from` is absent.
    pub fn affiliated_between(&self, from: Option<Date>, until: Date) -> bool {
        self.spells.iter().any(|(first, last)| {
            first.is_none_or(|first| first <= until)
                && last.is_none_or(|last| from.is_none_or(|from| from <= last))
        })
    }
}

fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl Unions {
    /// The union with a code, a name or another name, however it is written.
    pub fn find(&self, name: &str) -> Option<&Union> {
        let exact = self.list.iter().find(|union| union.code.as_str() == name);
        exact.or_else(|| self.by_name.get(&folded(name)).and_then(|at| self.list.get(*at)))
    }

    pub(super) fn read(root: &Table<'_>) -> Self {
        let mut names = Names::new("a union");
        let mut unions = Self::default();
        for table in root.tables("union") {
            let code = table.define("code", &mut names);
            let name = table.text("name");
            let spells: Vec<_> = table
                .tables("spells")
                .iter()
                .map(|spell| {
                    let (from, until) = (spell.maybe_date("from"), spell.maybe_date("until"));
                    if let (Some(first), Some(last)) = (from, until)
                        && last < first
                    {
                        spell.problem(
                            "until",
                            format!("expected a day on or after \"from\", {first}, found {last}"),
                        );
                    }
                    spell.finish();
                    (from, until)
                })
                .collect();
            for pair in spells.windows(2) {
                if let [(_, until), (from, _)] = pair
                    && until.is_none_or(|until| from.is_none_or(|from| from <= until))
                {
                    table.problem("spells", "expected spells in order of time that do not overlap, each with its first and last day but for the outer ones");
                }
            }
            if spells.len() > MOST_SPELLS {
                table.problem(
                    "spells",
                    format!("expected at most {MOST_SPELLS} spells, found {}", spells.len()),
                );
            }
            if !table.has("spells") {
                table.problem(
                    "spells",
                    "missing: expected a list of spells, such as [{ until = 2021-09-28 }], or [] for never",
                );
            }
            let aliases = table.texts("aliases");
            for other in aliases.iter().map(String::as_str).chain([name.as_str(), code.as_str()]) {
                let earlier = unions.by_name.insert(folded(other), unions.list.len());
                if earlier.is_some_and(|earlier| earlier != unions.list.len()) {
                    table.problem(
                        "aliases",
                        format!("expected names of one union only, found \"{other}\" again"),
                    );
                }
            }
            sourced(&table);
            table.finish();
            unions.list.push(Union { code, name, aliases, spells });
        }
        root.finish();
        unions
    }
}
