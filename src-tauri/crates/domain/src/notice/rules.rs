//! How the notice is recognised: data of the profile (`incident.md` 1.3).

use jiff::civil::Date;

use super::facts::NoticeFacts;
use super::grade::{Effect, Grade, GradeKind};
use super::judge::{grade, has_enough_marks};
use super::key::ArchivedKey;
use super::step::Step;
use super::words;
use crate::code::Code;
use crate::profile::Source;
use crate::profile::read::{Names, Table};

/// How the notice is recognised, and how far each form of it proves receipt.
#[derive(Clone, Debug)]
pub struct NoticeRules {
    /// Marks of the notice.
    pub markers: Vec<Marker>,
    /// Marks of messages that are easily mistaken for it.
    pub anti_markers: Vec<AntiMarker>,
    /// Public keys with which it may have been signed.
    pub keys: Vec<ArchivedKey>,
    /// Kinds of such messages.
    pub(crate) kinds: Names,
    /// Flags that a grade can raise.
    pub(crate) flags: Names,
    pub(super) genuine_at: u32,
    pub(super) unrelated_below: u32,
    pub(super) wrong_at: u32,
    pub(super) tiers: Tiers,
    pub(super) reasons: Vec<ReasonText>,
}

/// A mark of the notice.
#[derive(Clone, Debug)]
pub struct Marker {
    /// Its code.
    pub code: Code,
    /// What it is, in words.
    pub label: String,
    /// How much it counts.
    pub weight: u32,
    /// The text is the same for everybody: a difference here is a change.
    pub fixed: bool,
    /// What to be careful about; may be empty.
    pub caution: String,
    /// The subjects that it looks for, as written; empty when it looks elsewhere.
    pub(super) subjects: Vec<String>,
    pub(super) test: Test,
}

/// A mark of another message.
#[derive(Clone, Debug)]
pub struct AntiMarker {
    /// Its code.
    pub code: Code,
    /// What it shows, in words.
    pub text: String,
    /// How much it counts.
    pub weight: u32,
    /// It decides even against every mark of the notice.
    pub decisive: bool,
    /// Unless one of these is there too.
    pub(super) unless: Vec<String>,
    /// Position of the kind of message; `None` where the mark speaks of a change instead.
    pub(super) kind: Option<usize>,
    pub(super) test: Test,
}

/// What is looked for, and where.
#[derive(Clone, Debug)]
pub(super) enum Test {
    /// The subject without its prefixes is one of these.
    Subject(Vec<String>),
    /// The subject, the sender's domain or the body has one of these.
    Anywhere(Vec<String>),
    /// The body has one of each of these groups.
    Body(Vec<Vec<String>>),
    /// The date is from one day to another.
    Date(Date, Date),
    /// The sender's domain ends in one of these.
    From(Vec<String>),
}

/// The highest tier that each circumstance allows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tiers {
    pub native: u8,
    pub outlook: u8,
    pub attached: u8,
    pub inline: u8,
    pub pdf: u8,
    pub picture: u8,
    pub letter: u8,
    pub text_message: u8,
    pub without_chain: u8,
    pub without_dkim: u8,
    pub without_recipient: u8,
    pub without_date: u8,
    pub few_marks: u8,
    pub integrity: u8,
}

/// The words for a step.
#[derive(Clone, Debug)]
pub(super) struct ReasonText {
    pub text: String,
    pub effect: Effect,
    pub flag: Option<Code>,
}

fn weight(table: &Table<'_>) -> u32 {
    u32::try_from(table.number("weight", 1, 100)).unwrap_or(1)
}

fn phrases(table: &Table<'_>, key: &'static str) -> Vec<String> {
    let all: Vec<_> = table.texts(key).iter().map(|text| words::plain(text)).collect();
    if all.iter().any(String::is_empty) {
        table.problem(key, "expected texts with something in them, found an empty one");
    }
    all
}

fn test(table: &Table<'_>) -> Test {
    let fields = Names::of("where to look", ["subject", "body", "anywhere", "date", "from"]);
    let any = phrases(table, "any");
    let groups: Vec<Vec<String>> =
        table.texts("all").iter().map(|group| group.split(" | ").map(words::plain).collect()).collect();
    let field = table.name("field", &fields);
    if any.is_empty() && groups.is_empty() && field.is_some_and(|field| field != 3) {
        table.problem("any", "expected at least one text to look for, found none");
    }
    match field {
        Some(0) => Test::Subject(any),
        Some(2) => Test::Anywhere(any),
        Some(3) => Test::Date(table.date("from"), table.date("until")),
        Some(4) => Test::From(any),
        _ if any.is_empty() => Test::Body(groups),
        _ => Test::Body(groups.into_iter().chain([any]).collect()),
    }
}

fn tiers(root: &Table<'_>) -> Option<Tiers> {
    let table = root.table("tiers")?;
    let tier = |key: &'static str| u8::try_from(table.number(key, 0, 5)).unwrap_or_default();
    let tiers = Tiers {
        native: tier("native"),
        outlook: tier("outlook"),
        attached: tier("attached"),
        inline: tier("inline"),
        pdf: tier("pdf"),
        picture: tier("picture"),
        letter: tier("letter"),
        text_message: tier("text_message"),
        without_chain: tier("without_chain"),
        without_dkim: tier("without_dkim"),
        without_recipient: tier("without_recipient"),
        without_date: tier("without_date"),
        few_marks: tier("few_marks"),
        integrity: tier("integrity"),
    };
    table.finish();
    Some(tiers)
}

fn reasons(root: &Table<'_>, flags: &mut Names) -> Vec<ReasonText> {
    let steps = Names::of("a step", Step::CODES.iter().copied());
    let effects = Names::of("an effect", ["up", "down", "none"]);
    let mut all: Vec<Option<ReasonText>> = vec![None; steps.len()];
    for table in root.tables("reason") {
        let effect = match table.name("effect", &effects) {
            Some(0) => Effect::Up,
            Some(1) => Effect::Down,
            _ => Effect::None,
        };
        let flag = table.maybe_text("flag");
        if let Some(flag) = &flag {
            flags.add(flag);
        }
        let text = ReasonText { text: table.text("text"), effect, flag: flag.map(Code) };
        if let Some(slot) = table.name("code", &steps).and_then(|at| all.get_mut(at)) {
            if slot.is_some() {
                table.problem("code", "expected each step once, found it again");
            }
            *slot = Some(text);
        }
        table.finish();
    }
    let empty = ReasonText { text: String::new(), effect: Effect::None, flag: None };
    all.into_iter()
        .enumerate()
        .map(|(at, text)| {
            if text.is_none() && !Step::LATER.contains(&steps.code(at)) {
                root.problem(
                    "reason",
                    format!("expected words for every step, found none for \"{}\"", steps.code(at)),
                );
            }
            text.unwrap_or_else(|| empty.clone())
        })
        .collect()
}

impl NoticeRules {
    /// The subjects that the notice had, as they are written in the profile's marks.
    pub fn subjects(&self) -> impl Iterator<Item = &str> {
        self.markers.iter().flat_map(|marker| marker.subjects.iter().map(String::as_str))
    }

    /// The grade of an item that is worth a person's look, as it may be the notice, whoever received it; else `None`.
    pub fn recognised(&self, facts: &NoticeFacts) -> Option<Grade> {
        let grade = has_enough_marks(facts, self).then(|| grade(facts, &[], self))?;
        self.recognises(&grade).then_some(grade)
    }

    /// Whether an item has enough marks to be worth a person's look: it may be the notice, whoever received it.
    pub fn recognises(&self, grade: &Grade) -> bool {
        let other = matches!(grade.kind, GradeKind::Unrelated | GradeKind::Wrong(_));
        !other && grade.score >= self.unrelated_below
    }

    pub(crate) fn read(root: &Table<'_>) -> Self {
        let mut kinds = Names::new("a kind of message");
        for table in root.tables("kind") {
            table.define("code", &mut kinds);
            let _ = table.text("label");
            table.finish();
        }
        let mut names = Names::new("a marker");
        let markers = root
            .tables("marker")
            .iter()
            .map(|table| {
                let marker = Marker {
                    code: table.define("code", &mut names),
                    label: table.text("label"),
                    weight: weight(table),
                    fixed: table.maybe_flag("fixed").unwrap_or_default(),
                    caution: table.text_or_empty("caution"),
                    subjects: if table.text_or_empty("field") == "subject" {
                        table.texts("any")
                    } else {
                        Vec::new()
                    },
                    test: test(table),
                };
                let _ = Source::read(table);
                table.finish();
                marker
            })
            .collect();
        let anti_markers = root
            .tables("anti_marker")
            .iter()
            .map(|table| {
                let kind = table.maybe_name("kind", &kinds);
                let changed = table.maybe_flag("means_changed").unwrap_or_default();
                if kind.is_some() == changed {
                    table.problem("kind", "expected either a kind, or means_changed = true");
                }
                let marker = AntiMarker {
                    code: table.define("code", &mut names),
                    text: table.text("text"),
                    weight: weight(table),
                    decisive: table.maybe_flag("decisive").unwrap_or_default(),
                    unless: phrases(table, "unless"),
                    kind,
                    test: test(table),
                };
                let _ = Source::read(table);
                table.finish();
                marker
            })
            .collect();
        let mut flags = Names::new("a flag of evidence");
        let reasons = reasons(root, &mut flags);
        let score = |key: &'static str| u32::try_from(root.number(key, 1, 1000)).unwrap_or(1);
        let none = Tiers {
            native: 0,
            outlook: 0,
            attached: 0,
            inline: 0,
            pdf: 0,
            picture: 0,
            letter: 0,
            text_message: 0,
            without_chain: 0,
            without_dkim: 0,
            without_recipient: 0,
            without_date: 0,
            few_marks: 0,
            integrity: 0,
        };
        let rules = Self {
            markers,
            anti_markers,
            keys: root.tables("key").iter().map(ArchivedKey::read).collect(),
            kinds,
            flags,
            genuine_at: score("genuine_at"),
            unrelated_below: score("unrelated_below"),
            wrong_at: score("wrong_at"),
            tiers: tiers(root).unwrap_or(none),
            reasons,
        };
        root.finish();
        rules
    }
}
