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
    pub due: String,
    pub excluded: String,
    pub end: String,
    pub shut: String,
    pub safe: String,
    pub moved: String,
    pub issue: String,
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
