//! What checks of a record need to know of the matter.

use jiff::civil::Date;

use super::choice::Choice;
use super::read::{Names, Table};
use super::{Profile, Union};
use crate::check::{AffiliatedSpell, Affiliation, CheckRules, Closure, EntryWindow, KnownCodes};
use crate::code::Code;

/// Limits beyond which an entry is questioned (`intake.md` 3.2).
#[derive(Clone, Debug)]
pub(super) struct Limits {
    member_kinds: Vec<Code>,
    no_relationship_kinds: Vec<Code>,
    minimum_age: Option<u8>,
    first_birth_year: i16,
    confirm_age: u8,
    short_narrative: usize,
}

impl Limits {
    pub(super) fn read(root: &Table<'_>, categories: &Names) -> Self {
        let defaults = CheckRules::default();
        let mut limits = Self {
            member_kinds: Vec::new(),
            no_relationship_kinds: Vec::new(),
            minimum_age: None,
            first_birth_year: defaults.first_birth_year,
            confirm_age: defaults.confirm_age,
            short_narrative: defaults.short_narrative,
        };
        if let Some(table) = root.table("check") {
            let codes = |key| {
                table.names(key, categories).into_iter().map(|at| Code::from(categories.code(at))).collect()
            };
            limits.member_kinds = codes("member_kinds");
            limits.no_relationship_kinds = codes("no_relationship_kinds");
            limits.minimum_age =
                table.maybe_number("minimum_age", 0, 120).and_then(|age| age.try_into().ok());
            let year = table.number("first_birth_year", 1800, 3000);
            limits.first_birth_year = year.try_into().unwrap_or(limits.first_birth_year);
            limits.confirm_age = table.number("confirm_age", 0, 200).try_into().unwrap_or(limits.confirm_age);
            let letters = table.number("short_narrative", 0, 10_000);
            limits.short_narrative = letters.try_into().unwrap_or(limits.short_narrative);
            table.finish();
        }
        limits
    }
}

fn codes(choices: &[Choice]) -> Vec<Code> {
    choices.iter().map(|choice| choice.code.clone()).collect()
}

fn affiliation(union: &Union) -> Affiliation {
    Affiliation {
        code: union.code.clone(),
        name: union.name.clone(),
        aliases: union.aliases.clone(),
        spells: union
            .spells
            .iter()
            .map(|(from, until)| AffiliatedSpell { from: *from, until: *until })
            .collect(),
    }
}

impl Profile {
    /// Whether a kind of relationship is a membership, or runs through a union or society that has one.
    pub(crate) fn is_membership(&self, kind: &Code) -> bool {
        let affiliated = self.rules.affiliation.as_ref().is_some_and(|rule| {
            let names = &self.categories.category_names;
            names.get(kind.as_str()).is_some_and(|at| rule.categories.has(at))
        });
        affiliated || self.categories.limits.member_kinds.contains(kind)
    }

    /// The age from which one can be a member; none when the profile has none.
    pub(crate) fn member_age(&self) -> Option<i32> {
        self.categories.limits.minimum_age.map(i32::from)
    }

    /// Whether somebody can have been born on that day: neither after today nor longer ago than people live.
    pub(crate) fn plausible_birth(&self, born: Date, died: bool, today: Date) -> bool {
        let limits = &self.categories.limits;
        let age = i32::from(today.year()) - i32::from(born.year());
        born <= today
            && born.year() >= limits.first_birth_year
            && (died || age <= i32::from(limits.confirm_age))
    }

    /// What checks of a record need to know of this matter (`intake.md` 3.2).
    pub fn check_rules(&self) -> CheckRules {
        let categories = &self.categories;
        let limits = &categories.limits;
        let kind = |at: usize| Code::from(categories.category_names.code(at));
        let affiliated = self.rules.affiliation.iter().flat_map(|rule| rule.categories.iter());
        let consequences = &self.consequences;
        CheckRules {
            incident: Some(self.incident.date),
            first_notice: Some(self.incident.notice_date),
            member_kinds: limits.member_kinds.clone(),
            minimum_age: limits.minimum_age,
            no_relationship_kinds: limits.no_relationship_kinds.clone(),
            windows: categories
                .contests
                .iter()
                .map(|contest| EntryWindow {
                    kind: kind(contest.category),
                    label: contest.label.clone(),
                    from: contest.from,
                    until: contest.until,
                })
                .collect(),
            closures: self
                .rules
                .closures
                .iter()
                .map(|closure| Closure { kind: kind(closure.category), last_day: closure.last_day })
                .collect(),
            affiliate_kinds: affiliated.map(kind).collect(),
            unions: self.unions.list.iter().map(affiliation).collect(),
            known: KnownCodes {
                kinds: codes(&categories.categories),
                endings: codes(&categories.endings),
                payments: codes(&categories.payments),
                roles: codes(&categories.roles),
                data_kinds: codes(&consequences.data_kinds),
                descriptors: codes(&consequences.descriptors),
                misuse_kinds: codes(&consequences.misuses),
                loss_heads: codes(&consequences.heads),
                consents: self.consents.iter().map(|consent| consent.code.clone()).collect(),
                statuses: self.rules.statuses.iter().map(|status| status.code.clone()).collect(),
            },
            first_birth_year: limits.first_birth_year,
            confirm_age: limits.confirm_age,
            short_narrative: limits.short_narrative,
            long_task_minutes: self.rules.minutes_per_task,
            long_total_minutes: self.rules.minutes_in_all,
        }
    }
}
