//! What is written beside a claimant's record while the file is worked on: notes, tasks, and what went out and came in.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::id::PersonId;
use crate::limitation::after;

/// Characters of a text; a megabyte that somebody pastes is refused, and nothing of it is lost where it was typed.
pub const TEXT_MOST: usize = 100_000;

/// Characters of with whom correspondence was.
pub const WITH_MOST: usize = 300;

/// An entry beside a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "JournalEntry"))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Entry {
    /// Something worth remembering.
    Note(Note),
    /// Something to do.
    Task(Task),
    /// A letter, mail or call.
    Correspondence(Correspondence),
}

/// Something worth remembering.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Note {
    /// The words.
    pub text: String,
    /// Only whoever wrote it sees it; otherwise everybody who works on the matter does.
    pub personal: bool,
}

/// Something to do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Task {
    /// What.
    pub text: String,
    /// By when; `None` where no day is set.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub due: Option<Date>,
    /// Who; `None` for whoever comes to it.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub assignee: Option<PersonId>,
    /// It is done.
    pub done: bool,
}

/// A letter, mail or call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Correspondence {
    /// Which way it went.
    pub direction: Direction,
    /// How.
    pub by: Means,
    /// With whom, in words.
    #[serde(default)]
    pub with: String,
    /// On which day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: Date,
    /// What about.
    #[serde(default)]
    pub text: String,
    /// The letter of the profile that it is, by code; empty for none.
    #[serde(default)]
    pub letter: Code,
    /// Within what an answer is due.
    #[serde(default)]
    pub reply: Reply,
    /// When the answer came.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub answered: Option<Date>,
}

/// Which way correspondence went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// From us.
    Out,
    /// To us.
    In,
}

/// How correspondence went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Means {
    /// Post.
    Letter,
    /// Email.
    Email,
    /// Telephone.
    Phone,
    /// Face to face.
    Meeting,
}

/// Within what an answer is due, counted from the day on which the words went out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ReplyClock"))]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// None is due.
    #[default]
    None,
    /// Fourteen days: what people are usually given for a missing item.
    FourteenDays,
    /// Thirty days: a complaint is to be acknowledged (DPA 2018 s.164A, `law.md`).
    ThirtyDays,
    /// A calendar month: an access or erasure request is to be answered (UK GDPR art. 12(3)).
    OneMonth,
}

/// Why an entry cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntryProblem {
    /// Nothing is written.
    #[error("the entry says nothing")]
    Blank,
    /// More is written than an entry holds.
    #[error("the entry is longer than {TEXT_MOST} characters")]
    TooLong,
    /// It is not said who wrote or was written to.
    #[error("the correspondence names nobody")]
    WithNobody,
    /// Whoever wrote or was written to has a longer name than a line holds.
    #[error("the name is longer than {WITH_MOST} characters")]
    WithTooLong,
}

impl Reply {
    /// The last day for an answer to what went out on `on`.
    pub fn due(self, on: Date) -> Option<Date> {
        match self {
            Self::None => None,
            Self::FourteenDays => Some(after(on, 0, 14)),
            Self::ThirtyDays => Some(after(on, 0, 30)),
            Self::OneMonth => Some(after(on, 1, 0)),
        }
    }
}

impl Entry {
    /// The code of its kind.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Note(_) => "note",
            Self::Task(_) => "task",
            Self::Correspondence(_) => "correspondence",
        }
    }

    /// Its words.
    pub fn text(&self) -> &str {
        match self {
            Self::Note(note) => &note.text,
            Self::Task(task) => &task.text,
            Self::Correspondence(letter) => &letter.text,
        }
    }

    /// Only whoever wrote it sees it.
    pub fn is_personal(&self) -> bool {
        matches!(self, Self::Note(note) if note.personal)
    }

    /// The day by which something is still to happen.
    pub fn due(&self) -> Option<Date> {
        match self {
            Self::Note(_) => None,
            Self::Task(task) => task.due.filter(|_| !task.done),
            Self::Correspondence(letter) if letter.answered.is_some() => None,
            Self::Correspondence(letter) => letter.reply.due(letter.on),
        }
    }

    /// Something is still to be done or to come.
    pub fn is_open(&self) -> bool {
        match self {
            Self::Note(_) => false,
            Self::Task(task) => !task.done,
            Self::Correspondence(_) => self.due().is_some(),
        }
    }

    /// Who has to do it.
    pub fn assignee(&self) -> Option<PersonId> {
        match self {
            Self::Task(task) => task.assignee,
            Self::Note(_) | Self::Correspondence(_) => None,
        }
    }

    /// The entry without spaces around its words, if it can be kept.
    ///
    /// # Errors
    /// [`EntryProblem`].
    pub fn checked(mut self) -> Result<Self, EntryProblem> {
        let text = match &mut self {
            Self::Note(note) => &mut note.text,
            Self::Task(task) => &mut task.text,
            Self::Correspondence(letter) => &mut letter.text,
        };
        // Control characters that a paste brings along show as nothing and break what is printed later.
        let shown: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        *text = shown.trim().to_owned();
        if text.is_empty() {
            return Err(EntryProblem::Blank);
        }
        if text.chars().count() > TEXT_MOST {
            return Err(EntryProblem::TooLong);
        }
        if let Self::Correspondence(letter) = &mut self {
            let words: Vec<&str> = letter.with.split(|c: char| c.is_whitespace() || c.is_control()).collect();
            letter.with = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
            if letter.with.is_empty() {
                return Err(EntryProblem::WithNobody);
            }
            if letter.with.chars().count() > WITH_MOST {
                return Err(EntryProblem::WithTooLong);
            }
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn letter(on: Date, reply: Reply) -> Entry {
        Entry::Correspondence(Correspondence {
            direction: Direction::Out,
            by: Means::Letter,
            with: "the party".to_owned(),
            on,
            text: "Access request".to_owned(),
            letter: Code::default(),
            reply,
            answered: None,
        })
    }

    #[test]
    fn an_answer_is_due_in_thirty_days_or_in_a_month_whatever_its_length() {
        let end_of_january = date(2027, 1, 31);
        assert_eq!(letter(end_of_january, Reply::OneMonth).due(), Some(date(2027, 2, 28)));
        assert_eq!(letter(end_of_january, Reply::ThirtyDays).due(), Some(date(2027, 3, 2)));
        assert_eq!(letter(end_of_january, Reply::None).due(), None);
    }

    #[test]
    fn what_is_done_or_answered_waits_for_nobody() {
        let task = Task { text: "ring back".to_owned(), due: Some(date(2026, 12, 1)), ..Task::default() };
        assert!(Entry::Task(task.clone()).is_open());
        assert_eq!(Entry::Task(Task { done: true, ..task }).due(), None);
        let Entry::Correspondence(sent) = letter(date(2026, 11, 2), Reply::OneMonth) else { return };
        let answered = Correspondence { answered: Some(date(2026, 11, 20)), ..sent };
        assert!(!Entry::Correspondence(answered).is_open());
    }

    #[test]
    fn a_megabyte_pasted_into_a_note_is_refused_and_control_characters_are_not_kept() {
        let note = |text: &str| Entry::Note(Note { text: text.to_owned(), personal: false });
        assert_eq!(note(&"x".repeat(1 << 20)).checked(), Err(EntryProblem::TooLong));
        assert_eq!(note(" \n ").checked(), Err(EntryProblem::Blank));
        assert_eq!(
            note(" two\u{0}\nlines ").checked().map(|note| note.text().to_owned()),
            Ok("two\nlines".to_owned())
        );
    }
}
