//! Words in braces: what they stand for.

use super::LetterInput;
use super::acting::{authority, giver, styled, styled_words};
use super::fact::{last_contact, previous};
use crate::date::show::long;
use crate::id::ClaimantNumber;

/// What a word in braces stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The claimant's name.
    Client,
    /// The claimant's name, or how many claimants.
    Clients,
    /// Who the claimants are, in a sentence.
    ClientsSchedule,
    /// Who is written about.
    Defendant,
    /// What happened.
    Incident,
    /// The day by which it had happened.
    IncidentOn,
    /// The day of the notice.
    NoticeOn,
    /// By when an answer is due.
    ReplyBy,
    /// An earlier request: what it was, as a title.
    PreviousTitle,
    /// The same within a sentence.
    PreviousWhat,
    /// When it was sent.
    PreviousOn,
    /// When it was to be answered.
    PreviousDue,
    /// How the claims are funded.
    Funding,
    /// The day on which the claimant allowed the firm to ask and to receive the answer.
    AuthorityOn,
    /// Who gave that authority: the claimant, or whoever acts for the claimant.
    AuthorityBy,
    /// An earlier request: whether it was answered, where nobody has said.
    PreviousAnswer,
    /// When there was contact with the defendant last.
    LastContact,
    /// Why a complaint comes late.
    LateReason,
}

impl Slot {
    /// Every one.
    pub const ALL: [Self; 18] = [
        Self::Client,
        Self::Clients,
        Self::ClientsSchedule,
        Self::Defendant,
        Self::Incident,
        Self::IncidentOn,
        Self::NoticeOn,
        Self::ReplyBy,
        Self::PreviousTitle,
        Self::PreviousWhat,
        Self::PreviousOn,
        Self::PreviousDue,
        Self::Funding,
        Self::AuthorityOn,
        Self::AuthorityBy,
        Self::PreviousAnswer,
        Self::LastContact,
        Self::LateReason,
    ];

    /// As it is written in braces.
    pub fn code(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Clients => "clients",
            Self::ClientsSchedule => "clients-schedule",
            Self::Defendant => "defendant",
            Self::Incident => "incident",
            Self::IncidentOn => "incident-on",
            Self::NoticeOn => "notice-on",
            Self::ReplyBy => "reply-by",
            Self::PreviousTitle => "previous-title",
            Self::PreviousWhat => "previous-what",
            Self::PreviousOn => "previous-on",
            Self::PreviousDue => "previous-due",
            Self::Funding => "funding",
            Self::AuthorityOn => "authority-on",
            Self::AuthorityBy => "authority-by",
            Self::PreviousAnswer => "previous-answer",
            Self::LastContact => "last-contact",
            Self::LateReason => "late-reason",
        }
    }

    /// The one that is written so.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|slot| slot.code() == code)
    }
}

/// A piece of filled wording.
pub(super) enum Filled {
    /// As written.
    Words(String),
    /// An answer of a claimant.
    Fact { number: ClaimantNumber, field: String, words: String },
    /// Nobody has said it.
    Missing { number: Option<ClaimantNumber>, field: String, what: String },
}

/// Wording cut at its braces.
pub(super) fn fill(input: &LetterInput<'_>, wording: &str) -> Vec<Filled> {
    let mut pieces = Vec::new();
    let mut rest = wording;
    while let Some((before, after)) = rest.split_once('{') {
        pieces.push(Filled::Words(before.to_owned()));
        let Some((word, behind)) = after.split_once('}') else {
            pieces.push(Filled::Words(format!("{{{after}")));
            return pieces;
        };
        pieces.push(match Slot::of(word) {
            Some(slot) => value(input, slot),
            None => Filled::Words(format!("{{{word}}}")),
        });
        rest = behind;
    }
    pieces.push(Filled::Words(rest.to_owned()));
    pieces
}

fn value(input: &LetterInput<'_>, slot: Slot) -> Filled {
    let incident = &input.profile.incident;
    match slot {
        Slot::Client => client(input),
        Slot::Clients => match input.clients {
            [_] => client(input),
            many => Filled::Words(format!("the {} claimants who are named in Schedule 1", many.len())),
        },
        Slot::ClientsSchedule => match input.clients {
            [one] => Filled::Words(format!(
                "The claimant is {}, our number {}.",
                styled_words(one, input.dated),
                one.number
            )),
            _ => Filled::Words(
                "The claimants are named in Schedule 1, with the number that each has in our register."
                    .to_owned(),
            ),
        },
        Slot::Defendant => Filled::Words(input.profile.defendant.clone()),
        Slot::Incident => Filled::Words(incident.title.clone()),
        Slot::IncidentOn => Filled::Words(long(incident.date)),
        Slot::NoticeOn => Filled::Words(long(incident.notice_date)),
        Slot::ReplyBy => match super::reply_by(input) {
            Some(day) => Filled::Words(long(day)),
            None => missing("reply_by", "the day by which an answer is due"),
        },
        Slot::PreviousTitle | Slot::PreviousWhat | Slot::PreviousOn | Slot::PreviousDue => {
            previous(input, slot)
        }
        Slot::Funding if input.head.funding.trim().is_empty() => {
            missing("funding", "how the claims are funded")
        }
        Slot::Funding => Filled::Words(input.head.funding.trim().to_owned()),
        Slot::AuthorityOn => match input.only_client() {
            Some(one) => authority(input, one),
            None => missing("consents", "the day on which the claimants gave authority to act for them"),
        },
        Slot::AuthorityBy => match input.only_client() {
            Some(one) => giver(one),
            None => Filled::Words("our clients".to_owned()),
        },
        Slot::PreviousAnswer => lacking(input, "aftermath.requests", "whether an answer has come"),
        Slot::LastContact => last_contact(input),
        Slot::LateReason => lacking(input, "late-reason", "why the complaint was not made sooner"),
    }
}

/// Something that only a person can say of the one client.
fn lacking(input: &LetterInput<'_>, field: &str, what: &str) -> Filled {
    let number = input.only_client().map(|one| one.number);
    Filled::Missing { number, field: field.to_owned(), what: what.to_owned() }
}

fn missing(field: &str, what: &str) -> Filled {
    Filled::Missing { number: None, field: field.to_owned(), what: what.to_owned() }
}

fn client(input: &LetterInput<'_>) -> Filled {
    let Some(one) = input.only_client() else { return Filled::Words("our clients".to_owned()) };
    styled(one, input.dated)
}

/// The name as it is printed; the number where no name was given.
pub(super) fn name(claimant: &crate::claimant::Claimant, number: ClaimantNumber) -> String {
    match claimant.identity.full_name() {
        name if name.is_empty() => format!("claimant {number}"),
        name => name,
    }
}
