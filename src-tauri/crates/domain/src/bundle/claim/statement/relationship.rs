//! What the claimant was to the defendant, and what the defendant held.

use super::super::{ClaimBundle, Term};
use super::paper::{Paper, choose, given, when, when_given};
use super::words;
use crate::bundle::{Block, Marker, plain};
use crate::claimant::{Episode, HeldBasis};

pub(super) fn write(paper: &mut Paper, input: &ClaimBundle<'_>) {
    let labels = input.matter.labels;
    paper.heading("My relationship with the defendant");
    if input.claimant.episodes.is_empty() {
        paper.say(words::missing("what I was to the defendant, and when"));
    }
    for episode in &input.claimant.episodes {
        paper.say_all(&sentences(input, episode));
    }
    if let Some(now) = &input.claimant.status_now {
        paper.say(format!("My relationship with the defendant now: {}.", labels.of(Term::Status, now)));
    }
    if !input.claimant.data_held.is_empty() {
        paper.say(words::HELD);
        let items = input.claimant.data_held.iter().map(|held| {
            let basis = match held.basis {
                Some(HeldBasis::Given) => " (I gave it)",
                Some(HeldBasis::ShownByRequest) => " (an access request showed it)",
                Some(HeldBasis::Guess) => " (this is a guess)",
                None => "",
            };
            plain(format!("{}{basis}", labels.of(Term::Data, &held.kind)))
        });
        paper.under(Block::List { marker: Marker::Bullet, items: items.collect() });
    }
}

fn sentences(input: &ClaimBundle<'_>, episode: &Episode) -> Vec<String> {
    let labels = input.matter.labels;
    let label = |term, code: &Option<_>| code.as_ref().map(|code| labels.of(term, code)).unwrap_or_default();
    let ended = if episode.ongoing && episode.end.is_none() {
        "It has not ended.".to_owned()
    } else {
        when(episode.end.as_ref(), "It ended")
    };
    let union = if episode.union.trim().is_empty() {
        String::new()
    } else {
        labels.label(Term::Union, &episode.union)
    };
    vec![
        format!(
            "My relationship with {}: {}.",
            input.matter.defendant,
            labels.of(Term::Category, &episode.kind)
        ),
        when(episode.start.as_ref(), "It began"),
        ended,
        given("How it ended", &label(Term::Ending, &episode.ending)),
        when_given(episode.suspended.as_ref(), "I was suspended"),
        when_given(episode.suspension_lifted.as_ref(), "The suspension was lifted"),
        given("How I paid", &label(Term::Payment, &episode.payment)),
        when_given(episode.last_payment.as_ref(), "I last paid"),
        choose(
            episode.arrears_reminder,
            "A reminder of unpaid dues came.",
            "No reminder of unpaid dues came.",
            "I do not know whether a reminder of unpaid dues came.",
        ),
        given("My membership number", &episode.membership_number),
        given("My local branch of the defendant", &episode.local_party),
        given("My affiliated organisation", &union),
        given("My branch of it", &episode.union_branch),
        episode.levy.map(words::levy).unwrap_or_default().to_owned(),
        given("I hold", &episode.evidence_held.join("; ")),
    ]
}
