//! The sections of a rule set, in the order in which its rules are used.

use super::condition::{Words, joined};
use super::{RulePart, RuleSection, RuleSentence};
use crate::classification::NoticeAxis;
use crate::code::Code;
use crate::date::show;
use crate::finding::{RuleRef, Severity};
use crate::profile::Profile;
use crate::rules::bits::Bits;
use crate::rules::clock::{Anchor, ClockRule, Duty, Period};
use crate::rules::rule::{Label, When};
use crate::rules::status::{EndingRule, LEVY_NAMES};
use crate::rules::{DateMeans, LastDay, Phase, RuleSet, StatusRule, UnionState};

const PHASES: [&str; 5] = [
    "it had not begun",
    "it had begun and not ended",
    "it had begun and not ended, and dues were unpaid",
    "it had begun and not ended, and was suspended",
    "it had ended",
];
const LEVY: [&str; LEVY_NAMES.len()] = [
    "the person signed up individually",
    "the person only paid the levy",
    "the person opted out of the levy",
    "the person does not know about the levy",
    "nothing is said of the levy",
];
const UNIONS: [&str; UnionState::NAMES.len()] = [
    "the union was affiliated",
    "the union had been affiliated and had left",
    "the union was never affiliated in that time",
    "the union is not in the list",
    "no union is named",
];

/// Builds one sentence.
struct Sentence(RuleSentence);

impl Sentence {
    fn new(id: &Code, citation: &str) -> Self {
        Self(RuleSentence {
            id: id.clone(),
            leads_to: Vec::new(),
            asks_for: Vec::new(),
            text: String::new(),
            parts: Vec::new(),
            citation: citation.to_owned(),
        })
    }

    fn of(rule: &RuleRef) -> Self {
        Self::new(&rule.rule, &rule.citation)
    }

    fn leads_to(mut self, codes: impl IntoIterator<Item = Code>) -> Self {
        self.0.leads_to.extend(codes);
        self
    }

    fn part(mut self, name: &str, words: impl Into<String>) -> Self {
        self.0.parts.push(RulePart { name: name.to_owned(), words: words.into() });
        self
    }

    fn when(mut self, words: &Words<'_>, when: &When) -> Self {
        let said = words.condition(&when.condition, &mut self.0.asks_for);
        let mut sentence = match said {
            Some(said) => self.part("when", said),
            None => self,
        };
        let days = match (when.from, when.until) {
            (None, None) => None,
            (Some(from), None) => Some(format!("from {}", show::long(from))),
            (None, Some(until)) => Some(format!("until {}", show::long(until))),
            (Some(from), Some(until)) => {
                Some(format!("from {} until {}", show::long(from), show::long(until)))
            }
        };
        if let Some(days) = days {
            sentence = sentence.part("in force", days);
        }
        sentence
    }

    fn done(mut self) -> RuleSentence {
        self.0.text = self.0.paragraph();
        self.0
    }
}

fn section(title: &str, intro: &str, rules: Vec<RuleSentence>) -> RuleSection {
    RuleSection { title: title.to_owned(), intro: intro.to_owned(), rules }
}

/// Every section.
pub(super) fn all(rules: &RuleSet, profile: &Profile) -> Vec<RuleSection> {
    let words = Words { rules, profile };
    vec![
        section(
            "Statuses",
            "What a person can have been. Where no rule fits, everything in the last line is possible.",
            statuses(&words),
        ),
        section(
            "Precedence",
            "Where several relationships hold at once, the earlier class gives the status.",
            classes(&words),
        ),
        section(
            "Reading of dates",
            "Each relationship is placed on the day of the incident, at every point that its dates allow.",
            spells(&words),
        ),
        section(
            "Status rules",
            "They are tried in order for each relationship; the first that fits gives its status.",
            rules.status_rules.iter().map(|rule| status_rule(&words, rule)).collect(),
        ),
        section(
            "Notice",
            "They are tried in order; the first that holds says how well it is proved that the person was told.",
            notices(&words),
        ),
        section("Flags", "What a flag means.", labels(&rules.flags)),
        section(
            "Flag rules",
            "Each that holds raises its flag. A flag asks somebody to look; it never decides.",
            flags(&words),
        ),
        section("Tags", "The issues that a case can raise.", labels(&rules.tags)),
        section("Tag rules", "Each that holds sets its tag.", tags(&words)),
        section(
            "Suggested outcomes",
            "They are tried in order; the first that holds is suggested. A person decides.",
            outcomes(&words),
        ),
        section("Review", "Who is looked at although the suggestion stands.", reviews(&words)),
        section("What would settle it", "What is asked for, in words that fit a letter.", settles(&words)),
        section(
            "Time limits",
            "Clocks, each from its own day. The earliest of those that count is shown.",
            clocks(&words),
        ),
    ]
}

fn labels(labels: &[Label]) -> Vec<RuleSentence> {
    labels
        .iter()
        .map(|label| {
            Sentence::new(&label.code, "")
                .part("then", format!("{} means: {}", label.code, label.label))
                .done()
        })
        .collect()
}

fn statuses(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules;
    let mut all: Vec<RuleSentence> = rules
        .statuses
        .iter()
        .map(|status| {
            let class = rules.classes.get(status.class).map(|class| class.label.as_str()).unwrap_or_default();
            let means = format!("{} means \u{201c}{}\u{201d}, of the class \u{201c}{class}\u{201d}; a person reads that they were {}", status.code, status.label, status.words);
            Sentence::new(&status.code, "").part("then", means).done()
        })
        .collect();
    let open = words.several(rules.no_rule, |at| words.status(at));
    all.push(
        Sentence::of(&rules.no_rule_ref)
            .part("when", "no status rule fits, or no relationship is given")
            .part("then", format!("each of these is possible: {open}"))
            .done(),
    );
    all
}

fn classes(words: &Words<'_>) -> Vec<RuleSentence> {
    let places = words.rules.classes.iter().enumerate();
    places
        .map(|(at, class)| {
            let members = words.several(class.members, |at| words.status(at));
            let sentence = Sentence::new(&class.code, "").part("order", (at + 1).to_string());
            let sentence = sentence.part(
                "then",
                format!("number {} is the class \u{201c}{}\u{201d}: {members}", at + 1, class.label),
            );
            if class.absorbed_by.is_empty() {
                return sentence.done();
            }
            let classes = words.rules.classes.iter().filter(|other| other.members.within(class.absorbed_by));
            let by: Vec<String> = classes.map(|other| format!("\u{201c}{}\u{201d}", other.label)).collect();
            sentence.part("and", format!("it is not even kept beside {}", joined(&by, "or"))).done()
        })
        .collect()
}

fn last_day(last: LastDay) -> &'static str {
    match last {
        LastDay::Inside => "that day itself still counts",
        LastDay::Outside => "that day itself no longer counts",
        LastDay::Either => "whether that day itself counts is tried both ways",
    }
}

fn spells(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules;
    let mut all: Vec<RuleSentence> =
        rules.ending_rules.iter().map(|(rule, endings, read)| ending(words, rule, *endings, read)).collect();
    let kinds = |bits: Bits| words.several(bits, |at| words.category(at));
    if let Some(arrears) = &rules.arrears {
        let says = format!(
            "it counts as ended ({}) {} months after the last payment ran out, and {}; dues count as unpaid {} after it",
            words.ending(arrears.ending).1,
            arrears.months,
            last_day(arrears.last_day),
            months(arrears.grace_months)
        );
        all.push(
            Sentence::of(&arrears.rule)
                .part(
                    "when",
                    format!("a relationship of the kind {} is no longer paid for", kinds(arrears.categories)),
                )
                .part("then", says)
                .done(),
        );
    }
    if let Some(affiliation) = &rules.affiliation {
        let says = format!(
            "a relationship of the kind {} runs through a union or society, and lasts no longer than its affiliation",
            kinds(affiliation.categories)
        );
        all.push(Sentence::of(&affiliation.rule).part("then", says).done());
    }
    for closure in &rules.closures {
        let says = format!(
            "nobody was {} after {}",
            words.category(closure.category).1,
            show::long(closure.last_day)
        );
        all.push(Sentence::of(&closure.rule).part("then", says).done());
    }
    if let Some(limit) = &rules.time_limit {
        let says = format!(
            "time of more than {} hours for one task, or {} hours in all, needs explaining",
            rules.minutes_per_task / 60,
            rules.minutes_in_all / 60
        );
        all.push(Sentence::of(limit).part("then", says).done());
    }
    all
}

fn months(number: i32) -> String {
    if number == 1 { "one month".to_owned() } else { format!("{number} months") }
}

fn ending(words: &Words<'_>, rule: &RuleRef, endings: Bits, read: &EndingRule) -> RuleSentence {
    let means = match read.means {
        DateMeans::Ended => "the date given is the day on which it ended",
        DateMeans::PaymentsStopped => {
            "the date given is the day of the last payment, and the relationship ran on"
        }
        DateMeans::Either => {
            "the date given may be the day on which it ended or the day of the last payment: both are tried"
        }
    };
    let becomes = read.becomes.map(|at| format!("; in the second case it ended so: {}", words.ending(at).1));
    Sentence::of(rule)
        .part("when", format!("a relationship ended so: {}", words.several(endings, |at| words.ending(at))))
        .part("then", format!("{means}, and {}{}", last_day(read.last_day), becomes.unwrap_or_default()))
        .done()
}

fn status_rule(words: &Words<'_>, rule: &StatusRule) -> RuleSentence {
    let of = |bits: Option<Bits>, names: &[&str]| {
        bits.map(|bits| {
            let named: Vec<String> =
                bits.iter().filter_map(|at| names.get(at)).map(|name| (*name).to_owned()).collect();
            joined(&named, "or")
        })
    };
    let asked: Vec<String> = [
        rule.categories.map(|bits| {
            format!("a relationship is of the kind {}", words.several(bits, |at| words.category(at)))
        }),
        of(rule.phases, &PHASES),
        rule.endings.map(|bits| format!("it ended so: {}", words.several(bits, |at| words.ending(at)))),
        of(rule.levy, &LEVY),
        of(rule.unions, &UNIONS),
    ]
    .into_iter()
    .flatten()
    .collect();
    let statuses = words.several(rule.statuses, |at| words.status(at));
    let sentence = Sentence::of(&rule.rule).leads_to(rule.statuses.iter().map(|at| words.status(at).0));
    let sentence = sentence.part("order", rule.order.to_string());
    let sentence = if asked.is_empty() { sentence } else { sentence.part("when", joined(&asked, "and")) };
    sentence.part("then", format!("the status is {statuses}")).part("says", rule.text.as_str()).done()
}

fn notices(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules.notice_rules.iter();
    rules
        .map(|rule| {
            let at = NoticeAxis::ALL.iter().position(|axis| *axis == rule.axis).unwrap_or_default();
            let (code, label) = words.notice(at);
            let sentence = Sentence::of(&rule.rule).leads_to([code]).part("order", rule.order.to_string());
            let sentence =
                sentence.when(words, &rule.when).part("then", format!("the notice stands at {label}"));
            sentence.part("says", rule.text.as_str()).done()
        })
        .collect()
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "for information",
        Severity::Note => "worth a look when the record is next open",
        Severity::Warning => "somebody should look at it",
        Severity::Blocking => "nothing is issued before it is resolved",
    }
}

fn flags(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules.flag_rules.iter();
    rules
        .map(|rule| {
            let (code, label) = words.flag(rule.flag);
            let sentence = Sentence::of(&rule.rule).leads_to([code]).when(words, &rule.when);
            let cites = if rule.cites_episodes { "; it names the dates of the relationship" } else { "" };
            let sentence = sentence
                .part("then", format!("there is the flag {label}: {}{cites}", severity(rule.severity)));
            sentence.part("says", rule.text.as_str()).done()
        })
        .collect()
}

fn tags(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules.tag_rules.iter();
    rules
        .map(|rule| {
            let tag = words.rules.tags.get(rule.tag);
            let code = tag.map(|tag| tag.code.clone()).unwrap_or_default();
            let label = tag.map(|tag| format!("{} ({})", tag.code, tag.label)).unwrap_or_default();
            let sentence = Sentence::of(&rule.rule).leads_to([code]).when(words, &rule.when);
            sentence.part("then", format!("the case raises {label}")).done()
        })
        .collect()
}

fn outcomes(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules.outcome_rules.iter();
    rules
        .map(|rule| {
            let sentence = Sentence::of(&rule.rule).leads_to([Code::from(rule.outcome.code())]);
            let sentence = sentence.part("order", rule.order.to_string()).when(words, &rule.when);
            sentence
                .part("then", format!("suggest {}", rule.outcome.code()))
                .part("says", rule.text.as_str())
                .done()
        })
        .collect()
}

fn reviews(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules.review_rules.iter();
    rules
        .map(|rule| {
            Sentence::of(&rule.rule)
                .when(words, &rule.when)
                .part("then", "a person looks at it")
                .part("says", rule.text.as_str())
                .done()
        })
        .collect()
}

fn settles(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules.settle_rules.iter();
    rules
        .map(|rule| {
            Sentence::of(&rule.rule)
                .when(words, &rule.when)
                .part("then", format!("ask for {}", rule.text))
                .done()
        })
        .collect()
}

fn period(period: Period) -> String {
    match period {
        Period { months, days: 0 } if months % 12 == 0 => format!("{} years", months / 12),
        Period { months: 1, days: 0 } => "one month".to_owned(),
        Period { months, days: 0 } => format!("{months} months"),
        Period { days, .. } => format!("{days} days"),
    }
}

fn anchor(anchor: &Anchor) -> String {
    match anchor {
        Anchor::Incident => "from the incident".to_owned(),
        Anchor::Notice => "from the notice".to_owned(),
        Anchor::Day(day) => format!("from {}", show::long(*day)),
        Anchor::Request(Duty { kind, within, sent_from, acknowledge }) => {
            let what = if *acknowledge { "acknowledged" } else { "answered" };
            let from =
                sent_from.map(|day| format!(" sent on {} or later", show::long(day))).unwrap_or_default();
            let kind = serde_json::to_value(kind)
                .ok()
                .and_then(|kind| kind.as_str().map(str::to_owned))
                .unwrap_or_default();
            format!(
                "from the day by which a request ({kind}){from} was to be {what}, {} after it was sent",
                period(*within)
            )
        }
        Anchor::LastContact => "from the last contact about a request".to_owned(),
        Anchor::Continuing => "for every day on which it goes on".to_owned(),
    }
}

fn clocks(words: &Words<'_>) -> Vec<RuleSentence> {
    let Some(terms) = &words.rules.limitation else { return Vec::new() };
    let warned: Vec<String> = terms.warn_months.iter().map(ToString::to_string).collect();
    let steps = format!(
        "the day treated as the last lies {} before the arithmetical one, and one should act {} before that; warnings come {} months before; against a child time runs from the age of {}",
        days(terms.days_before),
        days(terms.issue_days_before),
        joined(&warned, "and"),
        terms.majority
    );
    let mut all = vec![Sentence::of(&terms.rule).part("then", steps).done()];
    all.extend(words.rules.clocks.iter().map(|rule| clock(words, rule)));
    all
}

fn days(number: i32) -> String {
    if number == 1 { "one day".to_owned() } else { format!("{number} days") }
}

fn clock(words: &Words<'_>, rule: &ClockRule) -> RuleSentence {
    let mut sentence = Sentence::of(&rule.rule).leads_to([rule.cause.clone()]).when(words, &rule.when);
    let minor = rule
        .minor
        .map(|minor| format!(", and for a child {} from majority", period(minor)))
        .unwrap_or_default();
    let mut then =
        format!("\u{201c}{}\u{201d} has {} {}{minor}", rule.label, period(rule.period), anchor(&rule.anchor));
    let counts = match &rule.pleaded {
        None => "; it does not count for the date that is shown".to_owned(),
        Some(condition) => match words.condition(condition, &mut sentence.0.asks_for) {
            None => String::new(),
            Some(when) => format!("; it counts for the date that is shown only if {when}"),
        },
    };
    then.push_str(&counts);
    let mut says = vec![rule.anchor_text.clone()];
    for (when, text) in &rule.cautions {
        let when = words
            .condition(when, &mut sentence.0.asks_for)
            .map(|when| format!(" (if {when})"))
            .unwrap_or_default();
        says.push(format!("{text}{when}"));
    }
    sentence.part("then", then).part("says", says.join(" / ")).done()
}

const _: () = assert!(PHASES.len() == Phase::NAMES.len());
