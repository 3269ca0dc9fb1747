//! Earlier requests and complaints, the one that a reminder is about, and what the Commissioner asks for first.

use jiff::civil::Date;

use super::Said;
use super::relationship::{UNSAID, cell, on_day};
use crate::bundle::claim::answer;
use crate::bundle::{Block, Column, Span, Table, Text, plain};
use crate::claimant::{Request, RequestKind, YesNo};
use crate::date::PartialDate;
use crate::date::show::long;
use crate::limitation::after;

use super::super::desk::Desk;
use super::super::fill::{Filled, Slot};
use super::super::{Client, LetterInput};

/// Where requests stand in the record.
const FIELD: &str = "aftermath.requests";
/// Days that the Commissioner asks a complainant to wait for the organisation (law.md 2.7).
const WAIT_DAYS: i32 = 30;
/// Months after the last contact within which a complaint is to reach the Commissioner (law.md 2.7).
const CONTACT_MONTHS: i32 = 3;

pub(super) fn title(kind: RequestKind) -> &'static str {
    match kind {
        RequestKind::Query => "Question",
        RequestKind::Access => "Request for access",
        RequestKind::Erasure => "Request for erasure",
        RequestKind::Complaint => "Complaint",
        RequestKind::Regulator => "Complaint to the Information Commissioner",
    }
}

fn within_a_sentence(kind: RequestKind) -> &'static str {
    match kind {
        RequestKind::Query => "a question",
        RequestKind::Access => "a request for access to personal data (UK GDPR, Article 15)",
        RequestKind::Erasure => "a request for erasure (UK GDPR, Article 17)",
        RequestKind::Complaint => "a complaint (Data Protection Act 2018, section 164A)",
        RequestKind::Regulator => "a complaint to the Information Commissioner",
    }
}

fn known(day: Option<&PartialDate>) -> Option<&PartialDate> {
    day.filter(|day| !day.is_unknown())
}

fn answered(request: &Request) -> Option<String> {
    match (request.answered, known(request.answered_on.as_ref())) {
        (Some(YesNo::Yes), Some(on)) => Some(format!("it was answered {}", on_day(on))),
        (Some(YesNo::Yes), None) => Some("it was answered".to_owned()),
        (Some(YesNo::No), _) => Some("it was not answered".to_owned()),
        (Some(YesNo::DontKnow), _) => Some("our client does not know whether it was answered".to_owned()),
        (None, _) => None,
    }
}

pub(super) fn sentences(client: &Client<'_>) -> Vec<Said> {
    let requests = client.claimant.aftermath.requests.iter().enumerate();
    requests
        .map(|(at, request)| {
            let what = match request.kind {
                RequestKind::Query => "a question",
                RequestKind::Access => "a request for access",
                RequestKind::Erasure => "a request for erasure",
                RequestKind::Complaint => "a complaint",
                RequestKind::Regulator => "a complaint to the Information Commissioner",
            };
            let sent = request.sent.as_ref().map(|sent| format!(" {}", on_day(sent))).unwrap_or_default();
            let after = answered(request).map(|words| format!("; {words}")).unwrap_or_default();
            let words = format!("Our client sent {what}{sent}{after}.");
            Said { field: format!("{FIELD}[{at}]"), words }
        })
        .collect()
}

/// What is missing where the Commissioner is written to before the defendant was complained to.
fn complaint_first(desk: &Desk<'_>) -> String {
    format!("the complaint that was made to {} first, and when", desk.input.profile.defendant)
}

/// What a letter needs of the order of things: a reminder that the time has run out, a complaint to the Commissioner that
/// the defendant was complained to and had thirty days (law.md 2.7).
pub(in super::super) fn in_time(desk: &mut Desk<'_>) {
    let Some(client) = desk.input.only_client().copied() else { return };
    let dated = desk.input.dated;
    let reminds = desk.input.text.parts.iter().any(|part| part.facts == Some(super::Facts::Previous));
    if reminds && let Some(due) = due(desk.input).filter(|due| *due >= dated) {
        let what = format!("a later day for this letter: the time for an answer ends on {}", long(due));
        desk.gap(Some(client.number), FIELD, &what);
    }
    if desk.input.text.request != Some(RequestKind::Regulator) {
        return;
    }
    let complaints = client.claimant.aftermath.requests.iter().enumerate();
    let complaints = complaints.filter(|(_, request)| request.kind == RequestKind::Complaint);
    let Some((at, first)) = complaints.min_by_key(|(_, request)| sent_latest(request).unwrap_or(Date::MAX))
    else {
        let what = complaint_first(desk);
        desk.gap(Some(client.number), FIELD, &what);
        return;
    };
    let field = format!("{FIELD}[{at}]");
    match sent_latest(first).map(|sent| after(sent, 0, WAIT_DAYS)) {
        None => {
            desk.gap(Some(client.number), &format!("{field}.sent"), "when the complaint was sent");
        }
        Some(end) if end >= dated && first.answered != Some(YesNo::Yes) => {
            let what =
                format!("an answer to the complaint, or the end of its {WAIT_DAYS} days on {}", long(end));
            desk.gap(Some(client.number), &field, &what);
        }
        Some(_) => {}
    }
}

fn sent_latest(request: &Request) -> Option<Date> {
    request.sent.as_ref().and_then(|sent| sent.latest)
}

/// The day of the last contact with the defendant, where it lies more than three months back (law.md 2.7).
pub(in super::super) fn long_ago(input: &LetterInput<'_>) -> Option<Date> {
    let client = input.only_client()?;
    let requests = client.claimant.aftermath.requests.iter();
    let requests = requests.filter(|request| request.kind != RequestKind::Regulator);
    let days = requests.flat_map(|one| [&one.sent, &one.acknowledged, &one.answered_on]).flatten();
    let last = days.filter_map(|day| day.latest).max()?;
    (after(last, CONTACT_MONTHS, 0) < input.dated).then_some(last)
}

/// The same in words.
pub(in super::super) fn last_contact(input: &LetterInput<'_>) -> Filled {
    let number = input.only_client().map(|one| one.number);
    match (number, long_ago(input)) {
        (Some(number), Some(day)) => Filled::Fact { number, field: FIELD.to_owned(), words: long(day) },
        _ => Filled::Missing {
            number,
            field: FIELD.to_owned(),
            what: "the day of the last contact with the defendant".to_owned(),
        },
    }
}

pub(super) fn table(desk: &mut Desk<'_>, client: &Client<'_>) -> Vec<Block> {
    let requests = &client.claimant.aftermath.requests;
    let complained = requests.iter().any(|request| request.kind == RequestKind::Complaint);
    let mut blocks = Vec::new();
    if requests.is_empty() || (desk.input.text.request == Some(RequestKind::Regulator) && !complained) {
        let what = complaint_first(desk);
        let words = desk.gap(Some(client.number), FIELD, &what);
        blocks.push(Block::Paragraph(vec![Span::bold(words)]));
    }
    if requests.is_empty() {
        return blocks;
    }
    for said in sentences(client) {
        desk.rest(client, said.field, said.words);
    }
    let columns = vec![
        Column::left("What", 20),
        Column::left("Sent", 17),
        Column::left("To", 29),
        Column::left("Acknowledged", 17),
        Column::left("Answered", 17),
    ];
    let rows = requests.iter().map(row).collect();
    blocks.push(Block::Table(Table { columns, rows }));
    blocks
}

fn row(request: &Request) -> Vec<Text> {
    let reference = request.reference.trim();
    let what = if reference.is_empty() {
        title(request.kind).to_owned()
    } else {
        format!("{}\n({reference})", title(request.kind))
    };
    let answered = match (request.answered_on.as_ref(), request.answered) {
        (Some(day), _) => cell(Some(day)),
        (None, Some(YesNo::Yes)) => plain("Yes"),
        (None, Some(YesNo::No)) => plain("No"),
        (None, Some(YesNo::DontKnow)) => plain("Not known"),
        (None, None) => plain(UNSAID),
    };
    let to = request.sent_to.trim();
    vec![
        plain(what),
        cell(request.sent.as_ref()),
        plain(if to.is_empty() { UNSAID } else { to }),
        cell(request.acknowledged.as_ref()),
        answered,
    ]
}

/// What a request is called, and when it was sent, in two cells.
pub(in super::super) fn named(request: &Request) -> [String; 2] {
    let sent = cell(request.sent.as_ref()).into_iter().map(|span| span.text).collect();
    [title(request.kind).to_owned(), sent]
}

/// The request that a reminder is about: one that the claimant says was not answered before one of which nobody has said,
/// and that before one of which the claimant does not know; of these the latest.
pub(in super::super) fn chased<'a>(input: &LetterInput<'a>) -> Option<&'a Request> {
    waiting(input).map(|(_, request)| request)
}

fn waiting<'a>(input: &LetterInput<'a>) -> Option<(usize, &'a Request)> {
    let clients = input.clients;
    let [client] = clients else { return None };
    let certainty = |request: &Request| match request.answered {
        Some(YesNo::No) => 2,
        None => 1,
        Some(YesNo::DontKnow | YesNo::Yes) => 0,
    };
    let requests = client.claimant.aftermath.requests.iter().enumerate();
    requests
        .filter(|(_, request)| {
            let has_time = input.profile.letters.reply_to(request.kind).is_some();
            has_time
                && request.kind != RequestKind::Regulator
                && request.answered != Some(YesNo::Yes)
                && request.answered_on.is_none()
        })
        .max_by_key(|(at, request)| (certainty(request), sent_latest(request), *at))
}

/// The day by which the request that a reminder is about was to be answered, or acknowledged.
///
/// The latest day that it can have been sent on is the careful one: nobody is chased too early.
fn due(input: &LetterInput<'_>) -> Option<Date> {
    let request = chased(input)?;
    let reply = input.profile.letters.reply_to(request.kind)?;
    Some(after(sent_latest(request)?, reply.months, reply.days))
}

pub(super) fn previous_rows(desk: &mut Desk<'_>, client: &Client<'_>) -> Vec<Block> {
    let Some((at, request)) = waiting(desk.input) else { return Vec::new() };
    desk.rest(client, format!("{FIELD}[{at}]"), title(request.kind));
    let mut rows = vec![answer::row("Sent", cell(request.sent.as_ref()))];
    for (key, given) in [("To", &request.sent_to), ("Reference", &request.reference)] {
        if !given.trim().is_empty() {
            rows.push(answer::row(key, plain(given)));
        }
    }
    if request.acknowledged.is_some() {
        rows.push(answer::row("Acknowledged", cell(request.acknowledged.as_ref())));
    }
    vec![Block::KeyValues(rows)]
}

/// What a reminder says of the request that it is about.
pub(in super::super) fn previous(input: &LetterInput<'_>, slot: Slot) -> Filled {
    let missing =
        |number, field: String, what: &str| Filled::Missing { number, field, what: what.to_owned() };
    let number = input.only_client().map(|client| client.number);
    let (Some(whose), Some((at, request))) = (number, waiting(input)) else {
        return missing(number, FIELD.to_owned(), "the request that was not answered");
    };
    let field = format!("{FIELD}[{at}]");
    let fact = |words: String| Filled::Fact { number: whose, field: field.clone(), words };
    match slot {
        Slot::PreviousTitle => fact(title(request.kind).to_owned()),
        Slot::PreviousWhat => fact(within_a_sentence(request.kind).to_owned()),
        Slot::PreviousOn => match known(request.sent.as_ref()) {
            Some(sent) => fact(sent.told()),
            None => missing(number, format!("{field}.sent"), "when it was sent"),
        },
        _ => match due(input) {
            Some(due) => fact(long(due)),
            None => missing(number, format!("{field}.sent"), "the day by which it was to be answered"),
        },
    }
}
