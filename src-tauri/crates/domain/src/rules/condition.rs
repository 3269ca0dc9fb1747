//! When a rule applies.

use super::bits::Bits;
use crate::profile::read::{Names, Table};

/// What a rule asks for; everything that is absent is not asked for. All parts must hold.
#[derive(Clone, Debug, Default)]
pub(crate) struct Condition {
    pub status_all: Option<Bits>,
    pub status_any: Option<Bits>,
    pub secondary_any: Option<Bits>,
    pub now_all: Option<Bits>,
    pub now_any: Option<Bits>,
    pub settled: Option<bool>,
    pub notice: Option<Bits>,
    pub tier_from: Option<u8>,
    pub tier_to: Option<u8>,
    pub facts_all: Bits,
    pub facts_any: Option<Bits>,
    pub facts_none: Bits,
    pub flags_any: Option<Bits>,
    pub flags_none: Bits,
    pub categories_any: Option<Bits>,
    pub endings_any: Option<Bits>,
    pub roles_any: Option<Bits>,
    pub status_rules_any: Option<Bits>,
    pub wrong_any: Option<Bits>,
    pub evidence_flags_any: Option<Bits>,
    pub refused_any: Option<Bits>,
    pub any: Vec<Condition>,
    pub none: Vec<Condition>,
}

/// What is known of one claimant when rules are tried.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Seen {
    /// Every status that is possible at the incident.
    pub status: Bits,
    /// Statuses beside the first.
    pub secondary: Bits,
    /// Every status that is possible now.
    pub now: Bits,
    /// The position of the notice axis.
    pub notice: usize,
    /// The best tier of the person's own evidence.
    pub tier: u8,
    /// Facts.
    pub facts: Bits,
    /// Flags that were raised.
    pub flags: Bits,
    /// Categories of the person's spells.
    pub categories: Bits,
    /// How the person's spells ended.
    pub endings: Bits,
    /// Roles.
    pub roles: Bits,
    /// Status rules that led to what is possible at the incident.
    pub status_rules: Bits,
    /// What wrong evidence turned out to be.
    pub wrong: Bits,
    /// Flags of the evidence that counts for this person.
    pub evidence_flags: Bits,
    /// Consents that were refused or taken back.
    pub refused: Bits,
}

/// The codes that a condition can name.
pub(crate) struct Vocabulary {
    /// Statuses.
    pub statuses: Names,
    /// Classes of statuses, each with its members.
    pub classes: Names,
    /// The statuses of each class.
    pub members: Vec<Bits>,
    /// Facts.
    pub facts: Names,
    /// Flags.
    pub flags: Names,
    /// Values of the notice axis.
    pub notices: Names,
    /// Categories, and blank.
    pub categories: Names,
    /// Endings, and blank.
    pub endings: Names,
    /// Roles.
    pub roles: Names,
    /// Status rules.
    pub status_rules: Names,
    /// Kinds of wrong notices.
    pub wrong: Names,
    /// Flags of graded evidence.
    pub evidence_flags: Names,
    /// Consents.
    pub consents: Names,
}

fn bits(table: &Table<'_>, key: &'static str, names: &Names) -> Option<Bits> {
    table.has(key).then(|| table.names(key, names).into_iter().collect())
}

fn tier(table: &Table<'_>, key: &'static str) -> Option<u8> {
    table.maybe_number(key, 0, 5).and_then(|tier| u8::try_from(tier).ok())
}

impl Condition {
    /// Reads a condition from its table.
    pub fn read(table: &Table<'_>, words: &Vocabulary) -> Self {
        let statuses = |of_status: &'static str, of_class: &'static str| {
            let direct = bits(table, of_status, &words.statuses);
            let classes = table.has(of_class).then(|| {
                let named = table.names(of_class, &words.classes);
                named
                    .into_iter()
                    .filter_map(|class| words.members.get(class))
                    .fold(Bits::NONE, |all, one| all.with(*one))
            });
            match (direct, classes) {
                (Some(a), Some(b)) => Some(a.with(b)),
                (a, b) => a.or(b),
            }
        };
        let inner =
            |key: &'static str| table.tables(key).iter().map(|inner| Self::read(inner, words)).collect();
        let condition = Self {
            status_all: statuses("status_all", "class_all"),
            status_any: statuses("status_any", "class_any"),
            secondary_any: statuses("secondary_any", "secondary_class_any"),
            now_all: statuses("now_all", "now_class_all"),
            now_any: statuses("now_any", "now_class_any"),
            settled: table.maybe_flag("settled"),
            notice: bits(table, "notice", &words.notices),
            tier_from: tier(table, "tier_from"),
            tier_to: tier(table, "tier_to"),
            facts_all: bits(table, "facts", &words.facts).unwrap_or_default(),
            facts_any: bits(table, "facts_any", &words.facts),
            facts_none: bits(table, "facts_none", &words.facts).unwrap_or_default(),
            flags_any: bits(table, "flags_any", &words.flags),
            flags_none: bits(table, "flags_none", &words.flags).unwrap_or_default(),
            categories_any: bits(table, "categories_any", &words.categories),
            endings_any: bits(table, "endings_any", &words.endings),
            roles_any: bits(table, "roles_any", &words.roles),
            status_rules_any: bits(table, "status_rules_any", &words.status_rules),
            wrong_any: bits(table, "wrong_any", &words.wrong),
            evidence_flags_any: bits(table, "evidence_flags_any", &words.evidence_flags),
            refused_any: bits(table, "refused_any", &words.consents),
            any: inner("any"),
            none: inner("none"),
        };
        table.finish();
        condition
    }

    /// Whether it holds.
    pub fn holds(&self, seen: &Seen) -> bool {
        let all = |asked: Option<Bits>, found: Bits| {
            asked.is_none_or(|asked| !found.is_empty() && found.within(asked))
        };
        let some = |asked: Option<Bits>, found: Bits| asked.is_none_or(|asked| found.meets(asked));
        self.facts_all.within(seen.facts)
            && !self.facts_none.meets(seen.facts)
            && !self.flags_none.meets(seen.flags)
            && some(self.facts_any, seen.facts)
            && some(self.flags_any, seen.flags)
            && all(self.status_all, seen.status)
            && some(self.status_any, seen.status)
            && some(self.secondary_any, seen.secondary)
            && all(self.now_all, seen.now)
            && some(self.now_any, seen.now)
            && self.settled.is_none_or(|settled| settled == (seen.status.len() == 1))
            && some(self.notice, Bits::one(seen.notice))
            && self.tier_from.is_none_or(|tier| seen.tier >= tier)
            && self.tier_to.is_none_or(|tier| seen.tier <= tier)
            && some(self.categories_any, seen.categories)
            && some(self.endings_any, seen.endings)
            && some(self.roles_any, seen.roles)
            && some(self.status_rules_any, seen.status_rules)
            && some(self.wrong_any, seen.wrong)
            && some(self.evidence_flags_any, seen.evidence_flags)
            && some(self.refused_any, seen.refused)
            && (self.any.is_empty() || self.any.iter().any(|one| one.holds(seen)))
            && !self.none.iter().any(|one| one.holds(seen))
    }

    /// Whether it asks for the axis, the tier or flags of the person's own evidence.
    pub fn asks_of_evidence(&self) -> bool {
        let own = self.evidence_flags_any.is_some() || self.tier_from.is_some();
        own || self.any.iter().any(Self::asks_of_evidence)
    }

    /// Whether it asks what wrong evidence turned out to be.
    pub fn asks_of_wrong(&self) -> bool {
        self.wrong_any.is_some() || self.any.iter().any(Self::asks_of_wrong)
    }

    /// The facts that it asks for.
    pub fn facts_named(&self) -> Bits {
        let own = self.facts_all.with(self.facts_any.unwrap_or_default());
        self.any.iter().fold(own, |all, one| all.with(one.facts_named()))
    }

    /// The flags that it asks for, in any part of it.
    pub fn flags_named(&self) -> Bits {
        let own = self.flags_none.with(self.flags_any.unwrap_or_default());
        self.any.iter().chain(&self.none).fold(own, |all, one| all.with(one.flags_named()))
    }
}
