//! How the claimant was told, and what they asked of the defendant and the regulator afterwards.

use super::super::answer;
use super::super::information::{channel, notice_address};
use super::paper::{Paper, choose, when_given};
use super::voice::Voice;
use super::{Told, date, words};
use crate::claimant::{Channel, Notification, Request, YesNo};

pub(super) fn write(paper: &mut Paper, input: &Told<'_>) {
    let (told, voice) = (&input.claimant.notification, input.voice());
    paper.heading("The notice");
    paper.say_all(&received(input, told));
    paper.answered(
        told.knows_other_recipient,
        &format!("{} know{} somebody else who was told.", voice.i, voice.s),
        &format!("{} know{} nobody else who was told.", voice.i, voice.s),
        &voice.unknown("whether anybody else was told"),
    );
    paper.answered(
        told.earlier_notice,
        &format!("Before that, a notice of another incident had come to {}.", voice.me),
        &format!("No earlier notice of another incident had come to {}.", voice.me),
        &voice.unknown("whether an earlier notice of another incident had come"),
    );
    paper.own_words(
        &voice.of_words("Of letters that followed I wrote:", "letters that followed"),
        &told.follow_up,
    );
    afterwards(paper, input);
}

/// Whether a notice came, how and where, and what became of it.
fn received(input: &Told<'_>, told: &Notification) -> Vec<String> {
    let (voice, me) = (input.voice(), input.voice().me);
    let from_another = told.channel == Some(Channel::ThirdPerson);
    let by = told.channel.map(|by| format!(" {}", channel(by).to_lowercase())).unwrap_or_default();
    let at = match notice_address(input.claimant) {
        at if at.trim().is_empty() => String::new(),
        at if at == answer::WITHHELD => {
            format!(", at an address that is withheld at {} request", voice.my_within)
        }
        at => format!(" at {}", at.trim().replace('\n', ", ")),
    };
    let mut said = match told.received {
        Some(YesNo::Yes) if !from_another => vec![format!("A notice of the incident came to {me}{by}{at}.")],
        Some(YesNo::Yes) => vec![format!("A notice of the incident came to {me}.")],
        Some(YesNo::No) => vec![format!("No notice of the incident came to {me}.")],
        Some(YesNo::DontKnow) => {
            vec![voice.unknown(&format!("whether a notice of the incident came to {me}"))]
        }
        None => vec![words::missing(&format!("whether a notice of the incident came to {me}"))],
    };
    let elsewhere = from_another || told.received != Some(YesNo::Yes);
    if elsewhere && !(by.is_empty() && at.is_empty()) {
        said.push(format!("{} learned of it{by}{at}.", voice.i));
    }
    said.extend([
        when_given(told.seen.as_ref(), voice, &format!("{} first saw it", voice.i)),
        choose(
            told.in_spam,
            &format!("It lay in {} spam folder.", voice.my_within),
            &format!("It did not lie in {} spam folder.", voice.my_within),
            &voice.unknown("whether it lay in the spam folder"),
        ),
        choose(
            told.still_held,
            &format!("{} still {} it.", voice.i, voice.have),
            &format!("{} no longer {} it.", voice.i, voice.have),
            &voice.unknown("whether it is still there"),
        ),
    ]);
    said
}

fn afterwards(paper: &mut Paper, input: &Told<'_>) {
    let (aftermath, voice) = (&input.claimant.aftermath, input.voice());
    if aftermath.requests.is_empty() && aftermath.erasure_asked_before.is_none() {
        return;
    }
    paper.heading(&format!("What {} asked for", voice.i_within));
    let (i, my) = (voice.i_within, voice.my_within);
    paper.answered(
        aftermath.erasure_asked_before,
        &format!("Before the incident {i} had asked the defendant to delete {my} data."),
        &format!("Before the incident {i} had not asked the defendant to delete {my} data."),
        &voice
            .unknown(&format!("whether {i} had asked the defendant to delete {my} data before the incident")),
    );
    for request in &aftermath.requests {
        paper.say_all(&sentences(request, voice));
        let above = voice.of_words("Of what came of it I wrote:", "what came of it");
        paper.own_words(&above, &request.outcome);
    }
}

fn sentences(request: &Request, voice: Voice) -> Vec<String> {
    let sent = request.sent.as_ref();
    let known = sent.filter(|sent| !sent.is_unknown());
    let on = known.map(|sent| format!(" {}", date::on(sent))).unwrap_or_default();
    let to = match request.sent_to.trim() {
        "" => String::new(),
        to => format!(", writing to {to}"),
    };
    let reference = match request.reference.trim() {
        "" => String::new(),
        reference => format!("It has the reference {reference}."),
    };
    vec![
        format!("{}{on}{to}.", words::request(request.kind, voice)),
        if sent.is_some() && known.is_none() { voice.unknown("when that was") } else { String::new() },
        reference,
        when_given(request.acknowledged.as_ref(), voice, "It was acknowledged"),
        choose(
            request.answered,
            "It was answered.",
            "It was not answered.",
            &voice.unknown("whether it was answered"),
        ),
        when_given(request.answered_on.as_ref(), voice, "The answer came"),
    ]
}
