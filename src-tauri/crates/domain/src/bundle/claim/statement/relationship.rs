//! What the claimant was to the defendant, and what the defendant held.

use super::super::Term;
use super::paper::{Paper, choose, when, when_given};
use super::{Told, date, words};
use crate::bundle::{Block, Marker, plain};
use crate::claimant::{Episode, HeldBasis};

/// The code of an answer "I don't know" in a list of the profile.
const DONT_KNOW: &str = "dont-know";

pub(super) fn write(paper: &mut Paper, input: &Told<'_>) {
    let (labels, voice) = (input.matter.labels, input.voice());
    paper.heading(&format!("{} relationship with the defendant", voice.my));
    if input.claimant.episodes.is_empty() {
        paper.say(words::missing(&format!("what {} was to the defendant, and when", voice.i_within)));
    }
    for episode in &input.claimant.episodes {
        paper.say_all(&sentences(input, episode));
    }
    match &input.claimant.status_now {
        Some(_) if input.public => paper.withheld(),
        Some(now) => paper.say(format!(
            "Asked what {} {} to the defendant now, {} answered: {}.",
            voice.i_within,
            voice.am,
            voice.i_within,
            labels.of(Term::Status, now)
        )),
        None => {}
    }
    if !input.claimant.data_held.is_empty() {
        paper.say(format!(
            "{} believe{} that the defendant held these kinds of data about {}:",
            voice.i, voice.s, voice.me
        ));
        let items = input.claimant.data_held.iter().map(|held| {
            let basis = match held.basis {
                Some(HeldBasis::Given) => format!(" ({} gave it)", voice.i_within),
                Some(HeldBasis::ShownByRequest) => " (an access request showed it)".to_owned(),
                Some(HeldBasis::Guess) => " (this is a guess)".to_owned(),
                None => String::new(),
            };
            plain(format!("{}{basis}", labels.of(Term::Data, &held.kind)))
        });
        paper.under(Block::List { marker: Marker::Bullet, items: items.collect() });
    }
}

fn sentences(input: &Told<'_>, episode: &Episode) -> Vec<String> {
    let (labels, voice) = (input.matter.labels, input.voice());
    let is = if goes_on(episode) { "is" } else { "was" };
    let mut said = spell(input, episode);
    // How a relationship ended may be a disciplinary matter, so the public version says it of nobody.
    if !input.public {
        said.push(ending(input, episode));
        said.push(when_given(episode.suspended.as_ref(), voice, &format!("{} was suspended", voice.i)));
        said.push(when_given(episode.suspension_lifted.as_ref(), voice, "The suspension was lifted"));
    }
    said.push(payment(input, episode));
    said.push(choose(
        episode.arrears_reminder,
        "A reminder of unpaid dues came.",
        "No reminder of unpaid dues came.",
        &voice.unknown("whether a reminder of unpaid dues came"),
    ));
    let union = match episode.union.trim() {
        "" => String::new(),
        union => labels.label(Term::Union, union),
    };
    let mut detail = |what: &str, words: &str| {
        if !words.trim().is_empty() {
            said.push(format!("{} {what} {is} {}.", voice.my, words.trim()));
        }
    };
    detail("membership number", &episode.membership_number);
    detail("local branch", &episode.local_party);
    detail("affiliated organisation", &union);
    detail("branch of that organisation", &episode.union_branch);
    said.push(episode.levy.map(|levy| words::levy(levy, voice)).unwrap_or_default());
    if !episode.evidence_held.is_empty() {
        said.push(format!(
            "To show for it {} hold{} {}.",
            voice.i_within,
            voice.s,
            episode.evidence_held.join("; ")
        ));
    }
    said
}

fn goes_on(episode: &Episode) -> bool {
    episode.ongoing && episode.end.is_none()
}

/// What it was, from when until when.
fn spell(input: &Told<'_>, episode: &Episode) -> Vec<String> {
    let voice = input.voice();
    let Some(said) = input.matter.labels.said(Term::Category, episode.kind.as_str()) else {
        let label = input.matter.labels.of(Term::Category, &episode.kind);
        let what = format!("{} relationship with {}: {label}.", voice.my, input.matter.defendant);
        let ended = if goes_on(episode) {
            "It has not ended.".to_owned()
        } else {
            when(episode.end.as_ref(), voice, "It ended")
        };
        return vec![what, when(episode.start.as_ref(), voice, "It began"), ended];
    };
    let (start, end) = (episode.start.as_ref(), episode.end.as_ref());
    let (from, until) = (start.and_then(date::bare), end.and_then(date::bare));
    match (from, until) {
        (Some(from), _) if goes_on(episode) => {
            vec![format!("{} {} been {said} since {from}.", voice.i, voice.have)]
        }
        (Some(from), Some(until)) => vec![format!("{} was {said} from {from} until {until}.", voice.i)],
        (Some(from), None) => {
            vec![format!("{} was {said} from {from}.", voice.i), when(end, voice, "It ended")]
        }
        (None, _) if goes_on(episode) => {
            vec![format!("{} {} {said}.", voice.i, voice.am), when(start, voice, "It began")]
        }
        (None, _) => vec![
            format!("{} was {said}.", voice.i),
            when(start, voice, "It began"),
            when(end, voice, "It ended"),
        ],
    }
}

fn ending(input: &Told<'_>, episode: &Episode) -> String {
    let voice = input.voice();
    match &episode.ending {
        None => String::new(),
        Some(code) if code.as_str() == DONT_KNOW => voice.unknown("how it ended"),
        Some(code) => {
            let label = input.matter.labels.of(Term::Ending, code);
            let label = label.trim_end_matches('.');
            if voice.is_own() {
                format!("{label}.")
            } else {
                format!("Asked how it ended, the answer was: “{label}”.")
            }
        }
    }
}

fn payment(input: &Told<'_>, episode: &Episode) -> String {
    let (labels, voice) = (input.matter.labels, input.voice());
    let last = episode.last_payment.as_ref();
    let Some(code) = &episode.payment else { return when_given(last, voice, "The last payment was made") };
    let paid = match labels.said(Term::Payment, code.as_str()) {
        _ if code.as_str() == DONT_KNOW => voice.unknown("how it was paid"),
        Some(said) => format!("{} paid {said}.", voice.i),
        None => format!("Payment: {}.", labels.of(Term::Payment, code)),
    };
    match last.filter(|last| !last.is_unknown()) {
        Some(last) => {
            format!("{}; the last payment was made {}.", paid.trim_end_matches('.'), date::on(last))
        }
        None => {
            format!("{paid} {}", when_given(last, voice, "The last payment was made")).trim_end().to_owned()
        }
    }
}
