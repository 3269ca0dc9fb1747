//! Earlier requests and complaints, and the one that a reminder is about.

use super::Said;
use super::relationship::day;
use crate::bundle::claim::answer;
use crate::bundle::{Block, Column, Table, Text, plain};
use crate::claimant::{Request, RequestKind, YesNo};
use crate::date::PartialDate;
use crate::date::show::long;
use crate::limitation::after;

use super::super::desk::Desk;
use super::super::fill::{Filled, Slot};
use super::super::{Client, LetterInput};

pub(super) const COMPLAINT_FIRST: &str = "the complaint that was made to the organisation first, and when";

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

fn answered(request: &Request) -> String {
    match (request.answered, day(request.answered_on.as_ref())) {
        (Some(YesNo::Yes), Some(on)) => format!("answered: {on}"),
        (Some(YesNo::Yes), None) => "answered".to_owned(),
        (Some(YesNo::No), _) => "not answered".to_owned(),
        (Some(YesNo::DontKnow), _) => "our client does not know whether it was answered".to_owned(),
        (None, _) => String::new(),
    }
}

pub(super) fn sentences(client: &Client<'_>) -> Vec<Said> {
    let requests = client.claimant.aftermath.requests.iter().enumerate();
    requests
        .map(|(at, request)| {
            let mut parts = vec![title(request.kind).to_owned()];
            parts.extend(day(request.sent.as_ref()).map(|sent| format!("sent: {sent}")));
            parts.push(answered(request));
            parts.retain(|part| !part.is_empty());
            Said { field: format!("aftermath.requests[{at}]"), words: format!("{}.", parts.join("; ")) }
        })
        .collect()
}

pub(super) fn table(desk: &mut Desk<'_>, client: &Client<'_>) -> Vec<Block> {
    let requests = &client.claimant.aftermath.requests;
    if requests.is_empty() {
        let words = desk.gap(Some(client.number), "aftermath.requests", COMPLAINT_FIRST);
        return vec![Block::Paragraph(vec![crate::bundle::Span::bold(words)])];
    }
    for said in sentences(client) {
        desk.rest(client, said.field, said.words);
    }
    let columns = vec![
        Column::left("What", 22),
        Column::left("Sent", 18),
        Column::left("To", 24),
        Column::left("Acknowledged", 20),
        Column::left("Answered", 16),
    ];
    let rows = requests.iter().map(row).collect();
    vec![Block::Table(Table { columns, rows })]
}

fn row(request: &Request) -> Vec<Text> {
    let reference = request.reference.trim();
    let what = if reference.is_empty() {
        title(request.kind).to_owned()
    } else {
        format!("{}\n({reference})", title(request.kind))
    };
    let answered = match (request.answered_on.as_ref(), request.answered) {
        (Some(day), _) => answer::date(Some(day)),
        (None, Some(said)) => answer::yes_no(Some(said)),
        (None, None) => plain(UNSAID),
    };
    let day = |day: Option<&PartialDate>| day.map_or_else(|| plain(UNSAID), |day| answer::date(Some(day)));
    vec![
        plain(what),
        day(request.sent.as_ref()),
        plain(if request.sent_to.trim().is_empty() { UNSAID } else { request.sent_to.as_str() }),
        day(request.acknowledged.as_ref()),
        answered,
    ]
}

/// What stands in a cell where our client said nothing: the other side is not told which questions were asked.
const UNSAID: &str = "–";

/// The latest request to the defendant of which nobody says, or doubts, that it was answered.
fn unanswered<'a>(client: &'a Client<'_>) -> Option<(usize, &'a Request)> {
    let requests = client.claimant.aftermath.requests.iter().enumerate();
    requests
        .filter(|(_, request)| {
            request.kind != RequestKind::Regulator
                && !matches!(request.answered, Some(YesNo::Yes | YesNo::DontKnow))
        })
        .max_by_key(|(at, request)| (request.sent.as_ref().and_then(|sent| sent.latest), *at))
}

pub(super) fn previous_rows(desk: &mut Desk<'_>, client: &Client<'_>) -> Vec<Block> {
    let Some((at, request)) = unanswered(client) else { return Vec::new() };
    desk.rest(client, format!("aftermath.requests[{at}]"), title(request.kind));
    let mut rows = vec![answer::row("Sent", answer::date(request.sent.as_ref()))];
    for (key, given) in [("To", &request.sent_to), ("Reference", &request.reference)] {
        if !given.trim().is_empty() {
            rows.push(answer::row(key, plain(given)));
        }
    }
    if let Some(day) = request.acknowledged.as_ref() {
        rows.push(answer::row("Acknowledged", answer::date(Some(day))));
    }
    vec![Block::KeyValues(rows)]
}

/// What a reminder says of the request that it is about.
pub(in super::super) fn previous(input: &LetterInput<'_>, slot: Slot) -> Filled {
    let missing =
        |number, field: String, what: &str| Filled::Missing { number, field, what: what.to_owned() };
    let Some(client) = input.only_client() else {
        return missing(None, "aftermath.requests".to_owned(), "the request that was not answered");
    };
    let number = Some(client.number);
    let Some((at, request)) = unanswered(client) else {
        return missing(number, "aftermath.requests".to_owned(), "the request that was not answered");
    };
    let field = format!("aftermath.requests[{at}]");
    let fact = |words: String| Filled::Fact { number: client.number, field: field.clone(), words };
    let sent = request.sent.as_ref().filter(|sent| !sent.is_unknown());
    match slot {
        Slot::PreviousTitle => fact(title(request.kind).to_owned()),
        Slot::PreviousWhat => fact(within_a_sentence(request.kind).to_owned()),
        Slot::PreviousOn => match sent {
            Some(sent) => fact(sent.words()),
            None => missing(number, format!("{field}.sent"), "when it was sent"),
        },
        // The latest day that it can have been sent on is the careful one: nobody is chased too early.
        _ => match (sent.and_then(|sent| sent.latest), input.profile.letters.reply_to(request.kind)) {
            (Some(day), Some(reply)) => fact(long(after(day, reply.months, reply.days))),
            _ => missing(number, format!("{field}.sent"), "the day by which it was to be answered"),
        },
    }
}
