//! Reads a rule set from its file.

use super::bits::Bits;
use super::condition::{Condition, Vocabulary};
use super::rule::{FlagRule, Label, NoticeRule, OutcomeRule, ReviewRule, SettleRule, TagRule, When};
use super::status::LEVY_NAMES;
use super::{
    Affiliation, Arrears, Class, Closure, DateMeans, EndingRule, Fact, LastDay, Phase, RuleSet, Status,
    StatusRule, UnionState,
};
use crate::classification::{NoticeAxis, Outcome};
use crate::code::Code;
use crate::finding::{RuleRef, Severity};
use crate::profile::read::{Names, Table};

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

const SEVERITIES: [Severity; 4] = [Severity::Info, Severity::Note, Severity::Warning, Severity::Blocking];

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

fn when(table: &Table<'_>, words: &Vocabulary) -> When {
    When {
        condition: table.maybe_table("when").map(|inner| Condition::read(&inner, words)).unwrap_or_default(),
        from: table.maybe_date("effective"),
        until: table.maybe_date("until"),
    }
}

fn last_day(table: &Table<'_>) -> LastDay {
    let names = Names::of("how the last day counts", ["inside", "outside", "either"]);
    match table.name("last_day", &names) {
        Some(1) => LastDay::Outside,
        Some(2) => LastDay::Either,
        _ => LastDay::Inside,
    }
}

/// The order of a rule; two rules of one order are a mistake, since neither would come first.
fn order(table: &Table<'_>, taken: &mut Names) -> i64 {
    let order = table.number("order", 1, 1_000_000);
    if !taken.add(&order.to_string()) {
        table.problem(
            "order",
            format!("expected an order of its own, found {order} again: neither rule would come first"),
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

fn classes(root: &Table<'_>, names: &mut Names) -> Vec<Class> {
    let tables = root.tables("class");
    let codes: Vec<_> = tables.iter().map(|table| table.define("code", names)).collect();
    let read = |(table, code): (&Table<'_>, Code)| {
        let absorbed_by = table.names("absorbed_by", names).into_iter().collect();
        let class = Class { code, label: table.text("label"), members: Bits::NONE, absorbed_by };
        table.finish();
        class
    };
    tables.iter().zip(codes).map(read).collect()
}

fn statuses(root: &Table<'_>, names: &mut Names, class_names: &Names, classes: &mut [Class]) -> Vec<Status> {
    let mut all = Vec::new();
    for table in root.tables("status") {
        let code = table.define("code", names);
        let class = table.name("class", class_names).unwrap_or_default();
        if let Some(class) = classes.get_mut(class) {
            class.members.add(all.len());
        }
        all.push(Status { code, label: table.text("label"), words: table.text("words"), class });
        table.finish();
    }
    if all.is_empty() || all.len() > Bits::CAPACITY {
        root.problem("status", format!("expected 1 to {} statuses, found {}", Bits::CAPACITY, all.len()));
    }
    // Absorption was read as classes; what is compared later are statuses.
    let members: Vec<_> = classes.iter().map(|class| class.members).collect();
    for class in classes {
        class.absorbed_by =
            class.absorbed_by.iter().filter_map(|at| members.get(at)).fold(Bits::NONE, |a, b| a.with(*b));
    }
    all
}

fn endings(root: &Table<'_>, reading: &mut Reading, context: &Context<'_>) -> Vec<EndingRule> {
    let means = Names::of("what the date means", ["ended", "payments-stopped", "either"]);
    let mut all: Vec<Option<EndingRule>> = vec![None; context.endings.len()];
    for table in root.tables("ending_rule") {
        let _ = reading.rule(&table);
        let rule = EndingRule {
            means: match table.name("date_means", &means) {
                Some(1) => DateMeans::PaymentsStopped,
                Some(2) => DateMeans::Either,
                _ => DateMeans::Ended,
            },
            last_day: last_day(&table),
            becomes: table.maybe_name("becomes", context.endings),
        };
        for ending in table.names("endings", context.endings) {
            match all.get_mut(ending) {
                Some(slot @ None) => *slot = Some(rule),
                _ => table.problem(
                    "endings",
                    format!(
                        "expected one rule for an ending, found \"{}\" again",
                        context.endings.code(ending)
                    ),
                ),
            }
        }
        table.finish();
    }
    for (ending, rule) in all.iter().enumerate() {
        if rule.is_none() {
            root.problem(
                "ending_rule",
                format!(
                    "expected a rule for every ending, found none for \"{}\"",
                    context.endings.code(ending)
                ),
            );
        }
    }
    let plain = EndingRule { means: DateMeans::Ended, last_day: LastDay::Inside, becomes: None };
    all.into_iter().map(|rule| rule.unwrap_or(plain)).collect()
}

fn status_rules(
    root: &Table<'_>,
    reading: &mut Reading,
    context: &Context<'_>,
    statuses: &Names,
    ids: &mut Names,
) -> Vec<StatusRule> {
    let phases = Names::of("a phase", Phase::NAMES);
    let levy = Names::of("an answer on the levy", LEVY_NAMES);
    let unions = Names::of("how a union stands", UnionState::NAMES);
    let mut orders = Names::new("an order");
    let mut all: Vec<_> = root
        .tables("status_rule")
        .iter()
        .map(|table| {
            let rule = reading.rule(table);
            let read = StatusRule {
                order: order(table, &mut orders),
                categories: bits(table, "categories", context.categories),
                phases: bits(table, "phases", &phases),
                endings: bits(table, "endings", context.endings),
                levy: bits(table, "levy", &levy),
                unions: bits(table, "unions", &unions),
                statuses: bits(table, "statuses", statuses).unwrap_or_default(),
                text: table.text("text"),
                rule,
            };
            if read.statuses.is_empty() {
                table.problem(
                    "statuses",
                    format!("expected at least one status, found none; {}", statuses.expected()),
                );
            }
            table.finish();
            read
        })
        .collect();
    all.sort_by_key(|rule| rule.order);
    for rule in &all {
        ids.add(rule.rule.rule.as_str());
    }
    if all.len() > Bits::CAPACITY {
        root.problem("status_rule", format!("expected at most {}, found {}", Bits::CAPACITY, all.len()));
    }
    all
}

fn flag_rules(root: &Table<'_>, reading: &mut Reading, words: &Vocabulary) -> Vec<FlagRule> {
    let severities = Names::of("a severity", ["info", "note", "warning", "blocking"]);
    root.tables("flag_rule").iter().map(|table| {
        let when = when(table, words);
        let named = when.condition.flags_named();
        if !named.is_empty() {
            let codes: Vec<_> = named.iter().map(|flag| words.flags.code(flag).to_owned()).collect();
            table.problem("when", format!("expected no flags in the condition of a flag, since flags could then wait for each other, found {}", codes.join(", ")));
        }
        let read = FlagRule {
            rule: reading.rule(table),
            flag: table.name("flag", &words.flags).unwrap_or_default(),
            severity: table.name("severity", &severities).and_then(|at| SEVERITIES.get(at).copied()).unwrap_or(Severity::Note),
            text: table.text("text"),
            rests_on: when.condition.facts_named(),
            cites_episodes: table.maybe_flag("cites_episodes").unwrap_or_default(),
            when,
        };
        table.finish();
        read
    }).collect()
}

fn notice_rules(root: &Table<'_>, reading: &mut Reading, words: &Vocabulary) -> Vec<NoticeRule> {
    let mut orders = Names::new("an order");
    let mut all: Vec<_> = root
        .tables("notice_rule")
        .iter()
        .map(|table| {
            let axis = table.name("notice", &words.notices).and_then(|at| NoticeAxis::ALL.get(at).copied());
            let read = NoticeRule {
                rule: reading.rule(table),
                order: order(table, &mut orders),
                axis: axis.unwrap_or(NoticeAxis::Unknown),
                text: table.text("text"),
                when: when(table, words),
            };
            table.finish();
            read
        })
        .collect();
    all.sort_by_key(|rule| rule.order);
    all
}

fn outcome_rules(root: &Table<'_>, reading: &mut Reading, words: &Vocabulary) -> Vec<OutcomeRule> {
    let outcomes = Names::of("an outcome", Outcome::ALL.map(Outcome::code));
    let mut orders = Names::new("an order");
    let mut all: Vec<_> = root
        .tables("outcome_rule")
        .iter()
        .map(|table| {
            let outcome = table.name("outcome", &outcomes).and_then(|at| Outcome::ALL.get(at).copied());
            let read = OutcomeRule {
                rule: reading.rule(table),
                order: order(table, &mut orders),
                outcome: outcome.unwrap_or(Outcome::HoldReview),
                text: table.text("text"),
                when: when(table, words),
            };
            table.finish();
            read
        })
        .collect();
    all.sort_by_key(|rule| rule.order);
    all
}

impl RuleSet {
    /// Reads a rule set; every mistake is noted with the file's other problems.
    pub(crate) fn read(root: &Table<'_>, context: &Context<'_>) -> Self {
        let format = root.number("format", 0, i64::MAX);
        if format != FORMAT {
            root.problem(
                "format",
                format!(
                    "expected {FORMAT}, found {format}: this rule set needs another version of the program"
                ),
            );
        }
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

        let arrears = root.maybe_table("arrears").map(|table| {
            let _ = reading.rule(&table);
            let months = |key| i32::try_from(table.number(key, 0, 1200)).unwrap_or_default();
            let arrears = Arrears {
                categories: bits(&table, "categories", context.categories).unwrap_or_default(),
                months: months("months"),
                grace_months: months("grace_months"),
                last_day: last_day(&table),
                ending: table.name("ending", context.endings).unwrap_or_default(),
            };
            table.finish();
            arrears
        });
        let affiliation = root.maybe_table("affiliation").map(|table| {
            let _ = reading.rule(&table);
            let categories = bits(&table, "categories", context.categories).unwrap_or_default();
            let affiliation = Affiliation { categories };
            table.finish();
            affiliation
        });
        let closures = root
            .tables("closure")
            .iter()
            .map(|table| {
                let _ = reading.rule(table);
                let category = table.name("category", context.categories).unwrap_or_default();
                let closure = Closure { category, last_day: table.date("last_day") };
                table.finish();
                closure
            })
            .collect();
        let minutes = |key, table: &Table<'_>| {
            u32::try_from(table.number(key, 1, 100_000)).map_or(u32::MAX, |hours| hours.saturating_mul(60))
        };
        let (minutes_per_task, minutes_in_all) =
            root.table("time_limit").map_or((u32::MAX, u32::MAX), |table| {
                let _ = reading.rule(&table);
                let both = (minutes("hours_per_task", &table), minutes("hours_in_all", &table));
                table.finish();
                both
            });

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
        let tag_rules = root
            .tables("tag_rule")
            .iter()
            .map(|table| {
                let tag = table.name("tag", &tag_names).unwrap_or_default();
                let read = TagRule { rule: reading.rule(table), tag, when: when(table, &words) };
                table.finish();
                read
            })
            .collect();
        let notice_rules = notice_rules(root, &mut reading, &words);
        let outcome_rules = outcome_rules(root, &mut reading, &words);
        let review_rules = root
            .tables("review_rule")
            .iter()
            .map(|table| {
                let read = ReviewRule {
                    rule: reading.rule(table),
                    text: table.text("text"),
                    when: when(table, &words),
                };
                table.finish();
                read
            })
            .collect();
        let settle_rules = root
            .tables("settle_rule")
            .iter()
            .map(|table| {
                let _ = reading.rule(table);
                let when = when(table, &words);
                let read = SettleRule { text: table.text("text"), about: when.condition.facts_named(), when };
                table.finish();
                read
            })
            .collect();

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
            endings,
            arrears,
            affiliation,
            closures,
            minutes_per_task,
            minutes_in_all,
            status_rules,
            flag_rules,
            tag_rules,
            notice_rules,
            outcome_rules,
            review_rules,
            settle_rules,
        };
        root.finish();
        set
    }
}
