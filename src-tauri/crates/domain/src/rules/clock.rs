//! Limitation clocks, as a rule set describes them.

use jiff::civil::Date;

use super::condition::Condition;
use super::rule::When;
use crate::claimant::RequestKind;
use crate::code::Code;
use crate::finding::RuleRef;

/// How limitation is worked out, and the sentences that show it.
#[derive(Clone, Debug)]
pub(crate) struct LimitationTerms {
    pub rule: RuleRef,
    /// Months before the safe day at which a warning is due, most first.
    pub warn_months: Vec<i32>,
    /// Days by which the safe day lies before the last one.
    pub days_before: i32,
    /// Days by which the recommended day lies before the safe one.
    pub issue_days_before: i32,
    /// The age at which time begins to run against a child.
    pub majority: i32,
    pub words: StepWords,
}

/// The sentences of the arithmetic; `{day}`, `{period}` and `{anchor}` are filled in.
#[derive(Clone, Debug)]
pub(crate) struct StepWords {
    pub accrual: String,
    pub majority: String,
    pub sent: String,
    pub sent_vague: String,
    /// Said when nothing is known of when a request was sent; may be empty, as those below that say so.
    pub sent_unknown: String,
    /// A caution where it is not known whether a request was answered in time; may be empty.
    pub answer_unknown: String,
    /// What such a clock is called, with `{label}` filled in; its usual label where this is empty.
    pub label_unknown: String,
    /// Said when a complaint to the regulator was made; may be empty.
    pub complained: String,
    /// Said when nothing is known of when the last contact was; may be empty.
    pub contact_unknown: String,
    pub due: String,
    pub excluded: String,
    pub end: String,
    pub shut: String,
    pub safe: String,
    pub moved: String,
    pub issue: String,
}

impl StepWords {
    /// Every sentence, in the order of the arithmetic.
    pub fn all(&self) -> Vec<&str> {
        let all = [
            &self.accrual,
            &self.majority,
            &self.sent,
            &self.sent_vague,
            &self.sent_unknown,
            &self.due,
            &self.answer_unknown,
            &self.label_unknown,
            &self.complained,
            &self.contact_unknown,
            &self.excluded,
            &self.end,
            &self.shut,
            &self.safe,
            &self.moved,
            &self.issue,
        ];
        all.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect()
    }
}

/// A clock: from what, how long, for whom.
#[derive(Clone, Debug)]
pub(crate) struct ClockRule {
    pub rule: RuleRef,
    /// The cause of action, or the step, that it limits.
    pub cause: Code,
    pub label: String,
    pub anchor: Anchor,
    /// What the anchor is, in words.
    pub anchor_text: String,
    pub period: Period,
    /// The period from the day of majority, for whoever was a child when time would have begun.
    pub minor: Option<Period>,
    /// Whether it is a time limit of the courts, whose last day needs care; else a guideline of somebody else.
    pub court: bool,
    pub when: When,
    /// When the cause counts for the date that is shown; never, without a condition.
    pub pleaded: Option<Condition>,
    pub cautions: Vec<(Condition, String)>,
}

/// From what a clock runs.
#[derive(Clone, Debug)]
pub(crate) enum Anchor {
    /// The incident, or the day of the intrusion where a solicitor has estimated one.
    Incident,
    /// The notice.
    Notice,
    /// A day of the calendar.
    Day(Date),
    /// Each request of a kind, when it is not answered in time.
    Request(Duty),
    /// The last contact with the defendant about a request.
    LastContact,
    /// Every day on which it goes on.
    Continuing,
}

/// By when a request has to be met.
#[derive(Clone, Debug)]
pub(crate) struct Duty {
    pub kind: RequestKind,
    pub within: Period,
    /// The first day on which a request of the kind has the duty.
    pub sent_from: Option<Date>,
    /// An acknowledgement is enough.
    pub acknowledge: bool,
}

/// So many years, months or days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    pub months: i32,
    pub days: i32,
}
