//! Reads a rule set from its file.

mod apply;
mod clock;
mod spell;
mod status;

use super::bits::Bits;
use super::condition::Vocabulary;
use super::rule::Label;
use super::{Fact, RuleSet};
use crate::classification::NoticeAxis;
use crate::code::Code;
use crate::finding::RuleRef;
use crate::profile::read::{Names, Table, format_known};
use apply::{flag_rules, notice_rules, outcome_rules, review_rules, settle_rules, tag_rules};
use spell::{Terms, endings};
use status::{classes, status_rules, statuses};

/// The format of rule sets that this program reads.
pub(crate) const FORMAT: i64 = 1;

/// What the rest of the profile defines and a rule set can name.
pub(crate) struct Context<'c> {
    /// Categories, and blank as the last.
    pub categories: &'c Names,
    /// Endings, and blank as the last.
    pub endings: &'c Names,
    /// Roles.
    pub roles: &'c Names,
    /// Consents.
    pub consents: &'c Names,
    /// Kinds of wrong notices.
    pub wrong: &'c Names,
    /// Flags of graded evidence.
    pub evidence_flags: &'c Names,
}

struct Reading {
    id: Code,
    version: u32,
    ids: Names,
}

impl Reading {
    /// The identifier and citation of a rule.
    fn rule(&mut self, table: &Table<'_>) -> RuleRef {
        RuleRef {
            rule_set: self.id.clone(),
            version: self.version,
            rule: table.define("id", &mut self.ids),
            citation: table.text("citation"),
        }
    }
}

fn bits(table: &Table<'_>, key: &'static str, names: &Names) -> Option<Bits> {
    table.has(key).then(|| table.names(key, names).into_iter().collect())
}

/// The orders that rules of one kind have taken, each with the rule that has it.
type Orders = std::collections::BTreeMap<i64, Code>;

/// The order of a rule; two rules of one order are a mistake, since neither would come first.
fn order(table: &Table<'_>, rule: &RuleRef, taken: &mut Orders) -> i64 {
    let order = table.number("order", 1, 1_000_000);
    if let Some(other) = taken.insert(order, rule.rule.clone()) {
        table.problem(
            "order",
            format!("expected an order of its own, found {order}, which \"{other}\" has: neither rule would come first"),
        );
    }
    order
}

fn labels(root: &Table<'_>, key: &'static str, names: &mut Names) -> Vec<Label> {
    let read = |table: Table<'_>| {
        let label = Label { code: table.define("code", names), label: table.text("label") };
        table.finish();
        label
    };
    let labels: Vec<_> = root.tables(key).into_iter().map(read).collect();
    if labels.len() > Bits::CAPACITY {
        root.problem(key, format!("expected at most {}, found {}", Bits::CAPACITY, labels.len()));
    }
    labels
}

impl RuleSet {
    /// Reads a rule set; every mistake is noted with the file's other problems.
    pub(crate) fn read(root: &Table<'_>, context: &Context<'_>) -> Self {
        format_known(root, "rule set", FORMAT);
        let version = u32::try_from(root.number("version", 1, i64::from(u32::MAX))).unwrap_or(1);
        let mut reading = Reading { id: root.code("id"), version, ids: Names::new("an identifier") };
        let mut class_names = Names::new("a class");
        let mut classes = classes(root, &mut class_names);
        let mut status_names = Names::new("a status");
        let statuses = statuses(root, &mut status_names, &class_names, &mut classes);
        let mut flag_names = Names::new("a flag");
        let flags = labels(root, "flag", &mut flag_names);
        let mut tag_names = Names::new("a tag");
        let tags = labels(root, "tag", &mut tag_names);
        let endings = endings(root, &mut reading, context);
        let mut rule_names = Names::new("a status rule");
        let status_rules = status_rules(root, &mut reading, context, &status_names, &mut rule_names);
        let no_rule = bits(root, "no_rule", &status_names).unwrap_or_default();
        if no_rule.is_empty() {
            root.problem("no_rule", "expected at least one status for what no rule decides, found none");
        }

        let terms = Terms::read(root, &mut reading, context);
        let words = Vocabulary {
            members: classes.iter().map(|class| class.members).collect(),
            statuses: status_names,
            classes: class_names,
            facts: Names::of("a fact", Fact::ALL.iter().map(|fact| fact.code())),
            flags: flag_names,
            notices: Names::of("a value of the notice axis", NoticeAxis::ALL.map(NoticeAxis::code)),
            categories: context.categories.clone(),
            endings: context.endings.clone(),
            roles: context.roles.clone(),
            status_rules: rule_names,
            wrong: context.wrong.clone(),
            evidence_flags: context.evidence_flags.clone(),
            consents: context.consents.clone(),
        };
        let flag_rules = flag_rules(root, &mut reading, &words);
        let tag_rules = tag_rules(root, &mut reading, &words, &tag_names);
        let notice_rules = notice_rules(root, &mut reading, &words);
        let outcome_rules = outcome_rules(root, &mut reading, &words);
        let review_rules = review_rules(root, &mut reading, &words);
        let settle_rules = settle_rules(root, &mut reading, &words);
        let limitation = clock::terms(root, &mut reading);
        let clocks = clock::clocks(root, &mut reading, &words);
        if limitation.is_none() && !clocks.is_empty() {
            root.problem("limitation", "missing: expected [limitation] beside [[clock]]");
        }

        let set = Self {
            title: root.text("title"),
            effective: root.date("effective"),
            sha256: String::new(),
            no_rule_ref: RuleRef {
                rule_set: reading.id.clone(),
                version,
                rule: Code::from("no_rule"),
                citation: "situations.md 7.1".to_owned(),
            },
            id: reading.id,
            version,
            statuses,
            classes,
            flags,
            tags,
            no_rule,
            endings: endings.by_ending,
            ending_rules: endings.in_file,
            arrears: terms.arrears,
            affiliation: terms.affiliation,
            closures: terms.closures,
            minutes_per_task: terms.minutes_per_task,
            minutes_in_all: terms.minutes_in_all,
            time_limit: terms.time_limit,
            status_rules,
            flag_rules,
            tag_rules,
            notice_rules,
            outcome_rules,
            review_rules,
            settle_rules,
            limitation,
            clocks,
        };
        root.finish();
        set
    }
}
