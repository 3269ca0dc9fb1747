//! What a check needs to know of the matter: filled from the profile, so that no fact of a matter is in code.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::code::Code;

/// What a check needs to know of the matter. Everything is optional: what is absent or empty is not checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CheckRules {
    /// The day of the incident: losses and distress before it are questioned.
    pub incident: Option<Date>,
    /// The first day on which a notice can have come.
    pub first_notice: Option<Date>,
    /// Categories that are membership proper: two spells of them at one time are questioned, and their minimum age
    /// holds.
    pub member_kinds: Vec<Code>,
    /// The age in years from which one can join: an earlier start is questioned (`intake.md` 3.2: 14).
    pub minimum_age: Option<u8>,
    /// Categories that say that there was no relationship, such as "none".
    pub no_relationship_kinds: Vec<Code>,
    /// Categories that one could enter at certain times only.
    pub windows: Vec<EntryWindow>,
    /// Categories that came to an end for everybody.
    pub closures: Vec<Closure>,
    /// Categories that come about through an affiliated union or society.
    pub affiliate_kinds: Vec<Code>,
    /// Unions and societies, and when each was affiliated; empty when the matter has none.
    pub unions: Vec<Affiliation>,
    /// The codes that the profile knows.
    pub known: KnownCodes,
    /// Born before this year is refused: 1900.
    pub first_birth_year: i16,
    /// Older than this is to be confirmed: 105 years.
    pub confirm_age: u8,
    /// Own words shorter than this many letters are gently questioned: 40.
    pub short_narrative: usize,
    /// More minutes than this on one task are to be explained: 180 (`intake.md` 3.2; Rolfe v Veale [2021] EWHC 2809 (QB)).
    pub long_task_minutes: u32,
    /// More minutes than this in all are to be explained: 1200.
    pub long_total_minutes: u32,
}

/// When one could enter a category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryWindow {
    /// The category.
    pub kind: Code,
    /// What the occasion is called: "leadership election of 2015".
    pub label: String,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
}

/// A category that came to an end for everybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// The category.
    pub kind: Code,
    /// The last day on which anybody was in it.
    pub last_day: Date,
}

/// A union or society.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Affiliation {
    /// Its code in the profile.
    pub code: Code,
    /// Its name.
    pub name: String,
    /// Other names and abbreviations.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// When it was affiliated; none means never.
    #[serde(default)]
    pub spells: Vec<AffiliatedSpell>,
}

/// A time in which a union was affiliated; an absent end is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AffiliatedSpell {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

/// The codes that a profile knows, by what they name; an empty list accepts any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KnownCodes {
    /// Categories of relationship.
    pub kinds: Vec<Code>,
    /// Endings.
    pub endings: Vec<Code>,
    /// Ways of paying.
    pub payments: Vec<Code>,
    /// Roles that need care.
    pub roles: Vec<Code>,
    /// Kinds of data held.
    pub data_kinds: Vec<Code>,
    /// Descriptors of distress.
    pub descriptors: Vec<Code>,
    /// Kinds of misuse.
    pub misuse_kinds: Vec<Code>,
    /// Heads of loss.
    pub loss_heads: Vec<Code>,
    /// Consents and declarations.
    pub consents: Vec<Code>,
    /// Status now.
    pub statuses: Vec<Code>,
}

impl Default for CheckRules {
    fn default() -> Self {
        Self {
            incident: None,
            first_notice: None,
            member_kinds: Vec::new(),
            minimum_age: None,
            no_relationship_kinds: Vec::new(),
            windows: Vec::new(),
            closures: Vec::new(),
            affiliate_kinds: Vec::new(),
            unions: Vec::new(),
            known: KnownCodes::default(),
            first_birth_year: 1900,
            confirm_age: 105,
            short_narrative: 40,
            long_task_minutes: 180,
            long_total_minutes: 1200,
        }
    }
}

impl CheckRules {
    /// The union or society that `said` names by code, name or alias; letter case and accents do not matter.
    pub fn union(&self, said: &str) -> Option<&Affiliation> {
        let form = crate::claimant::name::search_form;
        let said = form(said);
        self.unions.iter().find(|union| {
            form(union.code.as_str()) == said
                || form(&union.name) == said
                || union.aliases.iter().any(|alias| form(alias) == said)
        })
    }
}
