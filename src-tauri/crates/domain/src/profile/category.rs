//! Kinds of relationship, ways in which they end, ways of paying, roles.

use jiff::civil::Date;

use super::checks::Limits;
use super::choice::{Choice, sourced};
use super::read::{Names, Table};
use crate::code::Code;

/// Kinds of relationship, ways in which they end, ways of paying, roles.
#[derive(Clone, Debug)]
pub struct Categories {
    /// Kinds of relationship.
    pub categories: Vec<Choice>,
    /// Ways in which they end.
    pub endings: Vec<Choice>,
    /// Ways of paying.
    pub payments: Vec<Choice>,
    /// Roles that need care.
    pub roles: Vec<Choice>,
    /// Windows in which one could take part.
    pub contests: Vec<Contest>,
    /// Months that one payment covers, by position of the way of paying.
    pub(crate) covers: Vec<i32>,
    /// Names of categories, and blank as the last.
    pub(crate) category_names: Names,
    /// Names of endings, and blank as the last.
    pub(crate) ending_names: Names,
    pub(crate) payment_names: Names,
    pub(crate) role_names: Names,
    pub(super) limits: Limits,
}

/// A window in which one could take part, such as a leadership election.
#[derive(Clone, Debug)]
pub struct Contest {
    /// Its code.
    pub code: Code,
    /// Its label.
    pub label: String,
    /// Position of the category it belongs to.
    pub(crate) category: usize,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
}

impl Categories {
    pub(super) fn read(root: &Table<'_>) -> Self {
        let mut category_names = Names::new("a kind of relationship");
        let mut ending_names = Names::new("an ending");
        let mut payment_names = Names::new("a way of paying");
        let mut role_names = Names::new("a role");
        let mut contest_names = Names::new("a contest");
        let mut covers = Vec::new();
        let categories = Choice::list(root, "category", &mut category_names, sourced);
        let endings = Choice::list(root, "ending", &mut ending_names, sourced);
        let payments = Choice::list(root, "payment", &mut payment_names, |table| {
            covers.push(i32::try_from(table.number("covers_months", 0, 120)).unwrap_or_default());
        });
        let roles = Choice::list(root, "role", &mut role_names, |_| {});
        let contests = root
            .tables("contest")
            .iter()
            .map(|table| {
                let contest = Contest {
                    code: table.define("code", &mut contest_names),
                    label: table.text("label"),
                    category: table.name("category", &category_names).unwrap_or_default(),
                    from: table.date("from"),
                    until: table.date("until"),
                };
                if contest.until < contest.from {
                    table.problem(
                        "until",
                        format!(
                            "expected a day on or after \"from\", {}, found {}",
                            contest.from, contest.until
                        ),
                    );
                }
                sourced(table);
                table.finish();
                contest
            })
            .collect();
        let limits = Limits::read(root, &category_names);
        // What is blank, or not known to the profile, has a place of its own.
        category_names.add("");
        ending_names.add("");
        root.finish();
        Self {
            categories,
            endings,
            payments,
            roles,
            contests,
            covers,
            category_names,
            ending_names,
            payment_names,
            role_names,
            limits,
        }
    }
}
