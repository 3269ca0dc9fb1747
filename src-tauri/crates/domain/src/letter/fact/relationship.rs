//! What the claimant was to the defendant: one sentence for each spell.

use super::Said;
use crate::bundle::claim::Term;
use crate::claimant::Episode;
use crate::date::PartialDate;

use super::super::Client;
use super::super::desk::Desk;

pub(super) fn sentences(desk: &mut Desk<'_>, client: &Client<'_>) -> Vec<Said> {
    if client.claimant.episodes.is_empty() {
        let what = "what our client was to the defendant, and when";
        let words = desk.gap(Some(client.number), "episodes", what);
        return vec![Said { field: "episodes".to_owned(), words }];
    }
    let episodes = client.claimant.episodes.iter().enumerate();
    episodes
        .map(|(at, episode)| Said {
            field: format!("episodes[{at}]"),
            words: sentence(desk, client, at, episode),
        })
        .collect()
}

fn sentence(desk: &mut Desk<'_>, client: &Client<'_>, at: usize, episode: &Episode) -> String {
    let labels = desk.input.labels;
    let mut parts = vec![labels.of(Term::Category, &episode.kind)];
    if !episode.union.trim().is_empty() {
        parts.push(format!("through {}", labels.label(Term::Union, &episode.union)));
    }
    let began = day(episode.start.as_ref())
        .unwrap_or_else(|| desk.gap(Some(client.number), &format!("episodes[{at}].start"), "when it began"));
    parts.push(format!("began: {began}"));
    if episode.ongoing && episode.end.is_none() {
        parts.push("has not ended".to_owned());
    } else {
        let ended = day(episode.end.as_ref()).unwrap_or_else(|| {
            desk.gap(Some(client.number), &format!("episodes[{at}].end"), "when it ended")
        });
        let how = episode.ending.as_ref().map(|ending| third(&labels.of(Term::Ending, ending)));
        parts.push(format!("ended: {ended}{}", how.map(|how| format!(" ({how})")).unwrap_or_default()));
    }
    format!("{}.", parts.join("; "))
}

/// An answer of the form as a letter says it: "I was expelled" as "was expelled".
pub(super) fn third(label: &str) -> String {
    let rest = label.strip_prefix("I ").unwrap_or(label);
    match rest {
        "don't know" | "don’t know" => "how is not known".to_owned(),
        rest => rest.replacen("My ", "the ", 1).replacen("my ", "the ", 1).replacen("It ", "it ", 1),
    }
}

/// A date as given; `None` for a question left blank.
pub(super) fn day(given: Option<&PartialDate>) -> Option<String> {
    given.map(|day| if day.is_unknown() { "not known to our client".to_owned() } else { day.words() })
}
