//! Letters: who they go to, and their wording (outputs.md 4.4).

use super::read::{Names, Table};
use super::source::Source;
use crate::claimant::RequestKind;
use crate::code::Code;
use crate::letter::{Facts, Only, Slot};

/// The letters of a profile; none in a profile that was made before there were letters.
#[derive(Clone, Debug, Default)]
pub struct Letters {
    /// Whom letters go to.
    pub addressees: Vec<Addressee>,
    /// The letters.
    pub letters: Vec<LetterText>,
    /// How a relationship is told, by its kind.
    pub spells: Vec<Spell>,
    /// How its end is told, by its code.
    pub endings: Vec<Ended>,
}

/// How a relationship of one kind is told of somebody else, in sentences with `{began}`, `{ended}` and `{union}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spell {
    /// The kind of relationship.
    pub kind: Code,
    /// While it lasts.
    pub now: String,
    /// Once it has ended.
    pub past: String,
}

/// How an ending is told of somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The ending.
    pub code: Code,
    /// A sentence.
    pub text: String,
}

/// Somebody whom letters go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressee {
    /// Its code.
    pub code: Code,
    /// The name.
    pub name: String,
    /// The lines of the address under it.
    pub lines: Vec<String>,
    /// Where the address was read.
    pub source: Source,
}

/// The wording of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterText {
    /// Its code, such as `access`.
    pub code: Code,
    /// What it is, such as "Access request".
    pub title: String,
    /// Whom it goes to: a position among the addressees.
    pub to: usize,
    /// It is written for any number of claimants at once.
    pub group: bool,
    /// Consents without which it goes out for nobody.
    pub needs: Vec<Code>,
    /// Flags and suggested outcomes that a person has to settle before it goes out for a claimant.
    pub stopped_by: Vec<Code>,
    /// What it counts as in the record of the claimant, once it was sent.
    pub request: Option<RequestKind>,
    /// The lines above the text.
    pub subject: Vec<String>,
    /// By when an answer is due.
    pub reply: Option<Reply>,
    /// What goes with it.
    pub enclosures: Vec<String>,
    /// The text.
    pub parts: Vec<Part>,
    /// A text of counted characters that the letter holds, for a form of the addressee.
    pub counted: Option<CountedText>,
}

/// By when an answer is due, counted from the day of the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Calendar months.
    pub months: i32,
    /// Days.
    pub days: i32,
    /// The rule.
    pub rule: String,
}

/// A piece of a letter: a heading, words, items, answers of the claimant, each if it is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// For whom it stands: all of these hold.
    pub only: Vec<Only>,
    /// Its heading.
    pub heading: String,
    /// Its words.
    pub text: String,
    /// Items under the words.
    pub items: Vec<Item>,
    /// The items are numbered.
    pub numbered: bool,
    /// Answers of the claimant.
    pub facts: Option<Facts>,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// For whom it stands: all of these hold.
    pub only: Vec<Only>,
    /// Its words.
    pub text: String,
}

/// A text for a box that holds so many characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedText {
    /// What the box is.
    pub title: String,
    /// Characters that it holds.
    pub limit: usize,
    /// The rule.
    pub rule: String,
    /// Its text.
    pub parts: Vec<Part>,
}

impl Letters {
    /// The letter with this code.
    pub fn find(&self, code: &str) -> Option<&LetterText> {
        self.letters.iter().find(|letter| letter.code.as_str() == code)
    }

    /// Whom a letter goes to.
    pub fn addressee(&self, letter: &LetterText) -> Option<&Addressee> {
        self.addressees.get(letter.to)
    }

    /// By when a request of this kind is to be answered.
    pub fn reply_to(&self, kind: RequestKind) -> Option<&Reply> {
        self.letters
            .iter()
            .find(|letter| letter.request == Some(kind))
            .and_then(|letter| letter.reply.as_ref())
    }

    pub(super) fn read(root: &Table<'_>) -> Self {
        let mut names = Names::new("an addressee");
        let addressees = root.tables("addressee").iter().map(|table| addressee(table, &mut names)).collect();
        let mut codes = Names::new("a letter");
        let letters = root.tables("letter").iter().map(|table| letter(table, &mut codes, &names)).collect();
        let spells = root.tables("spell").iter().map(spell).collect();
        let endings = root.tables("ended").iter().map(ended).collect();
        root.finish();
        Self { addressees, letters, spells, endings }
    }

    /// Names every flag, outcome and consent that a letter asks for and the profile does not have.
    pub(super) fn check(root: &Table<'_>, findings: &Names, consents: &Names) {
        for letter in root.tables("letter") {
            letter.names("stopped_by", findings);
            letter.names("needs", consents);
        }
    }
}

fn addressee(table: &Table<'_>, names: &mut Names) -> Addressee {
    let addressee = Addressee {
        code: table.define("code", names),
        name: table.text("name"),
        lines: table.texts("lines"),
        source: Source::read(table),
    };
    table.finish();
    addressee
}

fn letter(table: &Table<'_>, codes: &mut Names, addressees: &Names) -> LetterText {
    let letter = LetterText {
        code: table.define("code", codes),
        title: table.text("title"),
        to: table.name("to", addressees).unwrap_or_default(),
        group: table.maybe_flag("group").unwrap_or_default(),
        needs: list(table, "needs"),
        stopped_by: list(table, "stopped_by"),
        request: request(table),
        subject: slotted(table, "subject", table.texts("subject")),
        reply: reply(table),
        enclosures: slotted(table, "enclosures", table.texts("enclosures")),
        parts: table.tables("part").iter().map(part).collect(),
        counted: counted(table),
    };
    if letter.parts.is_empty() {
        table.problem("part", "expected at least one [[letter.part]]");
    }
    table.finish();
    letter
}

fn request(table: &Table<'_>) -> Option<RequestKind> {
    const KINDS: [(&str, RequestKind); 4] = [
        ("access", RequestKind::Access),
        ("erasure", RequestKind::Erasure),
        ("complaint", RequestKind::Complaint),
        ("regulator", RequestKind::Regulator),
    ];
    let names = Names::of("a kind of request", KINDS.map(|(name, _)| name));
    let at = table.maybe_name("request", &names)?;
    KINDS.get(at).map(|(_, kind)| *kind)
}

fn reply(table: &Table<'_>) -> Option<Reply> {
    let period = |key| table.maybe_number(key, 1, 366).and_then(|number| i32::try_from(number).ok());
    let (months, days) = (period("reply_months"), period("reply_days"));
    let rule = table.text_or_empty("reply_rule");
    // The log of a claimant keeps these three, and a last day that only the paper knows would never be reminded of.
    let logged = matches!((months, days), (None, None | Some(14 | 30)) | (Some(1), None));
    if table.has("request") && !logged {
        let key = if days.is_some() { "reply_days" } else { "reply_months" };
        table.problem(key, "expected 14 or 30 days, or one month, in a letter whose answer is waited for");
    }
    (months.is_some() || days.is_some()).then(|| Reply {
        months: months.unwrap_or_default(),
        days: days.unwrap_or_default(),
        rule,
    })
}

fn counted(table: &Table<'_>) -> Option<CountedText> {
    let (title, limit) = (table.text_or_empty("box_title"), table.maybe_number("box_limit", 1, 1_000_000));
    let rule = table.text_or_empty("box_rule");
    let parts: Vec<Part> = table.tables("box").iter().map(part).collect();
    let limit = usize::try_from(limit?).ok()?;
    Some(CountedText { title, limit, rule, parts })
}

fn part(table: &Table<'_>) -> Part {
    let facts = Names::of("what is told", Facts::ALL.map(Facts::code));
    let part = Part {
        only: only(table),
        heading: one(slotted(table, "heading", vec![table.text_or_empty("heading")])),
        text: one(slotted(table, "text", vec![table.text_or_empty("text")])),
        items: items(table),
        numbered: table.maybe_flag("numbered").unwrap_or_default(),
        facts: table.maybe_name("facts", &facts).and_then(|at| Facts::ALL.get(at).copied()),
    };
    if part.text.is_empty() && part.items.is_empty() && part.facts.is_none() {
        table.problem("text", "expected \"text\", \"items\" or \"facts\" in a part");
    }
    table.finish();
    part
}

fn only(table: &Table<'_>) -> Vec<Only> {
    let known = Names::of("for whom", Only::ALL.map(Only::code));
    table.name_or_names("only", &known).into_iter().filter_map(|at| Only::ALL.get(at).copied()).collect()
}

/// Items for everybody, then those that stand for some.
fn items(table: &Table<'_>) -> Vec<Item> {
    let plain = slotted(table, "items", table.texts("items")).into_iter();
    let plain = plain.map(|text| Item { only: Vec::new(), text });
    let chosen = table.tables("item").into_iter().map(|table| {
        let text = one(slotted(&table, "text", vec![table.text("text")]));
        let item = Item { only: only(&table), text };
        table.finish();
        item
    });
    plain.chain(chosen.collect::<Vec<_>>()).collect()
}

fn spell(table: &Table<'_>) -> Spell {
    let spell = Spell { kind: table.code("kind"), now: table.text("now"), past: table.text("past") };
    table.finish();
    spell
}

fn ended(table: &Table<'_>) -> Ended {
    let ended = Ended { code: table.code("code"), text: table.text("text") };
    table.finish();
    ended
}

/// A list of codes; whether the profile has them is checked once its rules are known.
fn list(table: &Table<'_>, key: &'static str) -> Vec<Code> {
    table.texts(key).into_iter().map(Code).collect()
}

fn one(mut texts: Vec<String>) -> String {
    texts.pop().unwrap_or_default()
}

/// Texts with words in braces, each of which the program must know.
fn slotted(table: &Table<'_>, key: &'static str, texts: Vec<String>) -> Vec<String> {
    for text in &texts {
        for word in text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(word, _)| word) {
            if Slot::of(word).is_none() {
                let known: Vec<String> =
                    Slot::ALL.iter().map(|slot| format!("{{{}}}", slot.code())).collect();
                table.problem(key, format!("expected one of {}, found {{{word}}}", known.join(", ")));
            }
        }
    }
    texts
}
