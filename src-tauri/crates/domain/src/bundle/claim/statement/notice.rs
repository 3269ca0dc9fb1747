//! How the claimant was told, and what they asked of the defendant and the regulator afterwards.

use super::super::ClaimBundle;
use super::super::information::{channel, notice_address};
use super::paper::{Paper, choose, given, when_given};
use super::words;
use crate::claimant::{Notification, Request};

pub(super) fn write(paper: &mut Paper, input: &ClaimBundle<'_>) {
    let told = &input.claimant.notification;
    paper.heading("The notice");
    paper.say(
        match choose(
            told.received,
            "A notice of the incident came to me.",
            "No notice of the incident came to me.",
            "I do not know whether a notice of the incident came to me.",
        ) {
            sentence if sentence.is_empty() => words::missing("whether a notice of the incident came to me"),
            sentence => sentence,
        },
    );
    paper.say_all(&details(input, told));
    paper.answered(
        told.knows_other_recipient,
        "I know somebody else who was told.",
        "I know nobody else who was told.",
        "I do not know whether anybody I know was told.",
    );
    paper.answered(
        told.earlier_notice,
        "Before that, a notice of another incident had come to me.",
        "No earlier notice of another incident had come to me.",
        "I do not know whether an earlier notice of another incident had come to me.",
    );
    paper.own_words("Of letters that followed I wrote:", &told.follow_up);
    afterwards(paper, input);
}

fn details(input: &ClaimBundle<'_>, told: &Notification) -> Vec<String> {
    vec![
        given("How it came", &told.channel.map(|by| channel(by).to_lowercase()).unwrap_or_default()),
        given("Where it came", &notice_address(input.claimant)),
        when_given(told.seen.as_ref(), "I first saw it"),
        choose(
            told.in_spam,
            "It lay in my spam folder.",
            "It did not lie in my spam folder.",
            "I do not know whether it lay in my spam folder.",
        ),
        choose(
            told.still_held,
            "I still have it.",
            "I no longer have it.",
            "I do not know whether I still have it.",
        ),
    ]
}

fn afterwards(paper: &mut Paper, input: &ClaimBundle<'_>) {
    let aftermath = &input.claimant.aftermath;
    if aftermath.requests.is_empty() && aftermath.erasure_asked_before.is_none() {
        return;
    }
    paper.heading("What I asked for");
    paper.answered(
        aftermath.erasure_asked_before,
        "Before the incident I had asked the defendant to delete my data.",
        "Before the incident I had not asked the defendant to delete my data.",
        "I do not know whether I had asked the defendant to delete my data before the incident.",
    );
    for request in &aftermath.requests {
        paper.say_all(&sentences(request));
        paper.own_words("Of what came of it I wrote:", &request.outcome);
    }
}

fn sentences(request: &Request) -> Vec<String> {
    vec![
        words::request(request.kind).to_owned(),
        when_given(request.sent.as_ref(), "I sent it"),
        given("I sent it to", &request.sent_to),
        given("Its reference", &request.reference),
        when_given(request.acknowledged.as_ref(), "It was acknowledged"),
        choose(
            request.answered,
            "It was answered.",
            "It was not answered.",
            "I do not know whether it was answered.",
        ),
        when_given(request.answered_on.as_ref(), "The answer came"),
    ]
}
