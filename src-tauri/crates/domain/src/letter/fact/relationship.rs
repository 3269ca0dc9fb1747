//! What the claimant was to the defendant: a sentence or two for each spell, in the profile's words.

use super::Said;
use crate::bundle::claim::Term;
use crate::bundle::claim::answer::opening;
use crate::bundle::{Text, plain};
use crate::claimant::Episode;
use crate::date::{PartialDate, Precision};
use crate::profile::Spell;

use super::super::desk::Desk;
use super::super::{Client, LetterInput};

/// What stands in a cell where our client said nothing: the other side is not told which questions were asked.
pub(in super::super) const UNSAID: &str = "–";

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
    let letters = &desk.input.profile.letters;
    let lasts = episode.ongoing && episode.end.is_none();
    let spell = letters.spells.iter().find(|spell| spell.kind == episode.kind);
    let wording = spell.map(|Spell { now, past, .. }| if lasts { now } else { past }).cloned();
    let wording = wording.unwrap_or_else(|| {
        let kind = desk.input.labels.of(Term::Category, &episode.kind);
        format!("{kind}: from {{began}}{}.", if lasts { "" } else { " to {ended}" })
    });
    let mut day = |slot: &str, given: Option<&PartialDate>, field: &str, what: &str| {
        if !wording.contains(slot) {
            return String::new();
        }
        told(given).unwrap_or_else(|| desk.gap(Some(client.number), &format!("episodes[{at}].{field}"), what))
    };
    let began = day("{began}", episode.start.as_ref(), "start", "when it began");
    let ended = day("{ended}", episode.end.as_ref(), "end", "when it ended");
    let union = match episode.union.trim() {
        "" => "a union or society".to_owned(),
        union => desk.input.labels.label(Term::Union, union),
    };
    let words = wording.replace("{began}", &began).replace("{ended}", &ended).replace("{union}", &union);
    match ending(desk.input, episode).filter(|_| !lasts) {
        Some(ending) => format!("{words} {ending}"),
        None => words,
    }
}

/// How a spell ended, as the profile tells it of somebody else: a sentence.
pub(super) fn ending(input: &LetterInput<'_>, episode: &Episode) -> Option<String> {
    let code = episode.ending.as_ref()?;
    let told = input.profile.letters.endings.iter().find(|ended| ended.code == *code);
    Some(match told {
        Some(ended) => ended.text.clone(),
        None => format!("Our client’s answer to how it ended: “{}”.", input.labels.of(Term::Ending, code)),
    })
}

/// A spell as a schedule names it, without how it ended: "Member, from May 2018 to 3 June 2020".
pub(in super::super) fn stated(input: &LetterInput<'_>, episode: &Episode) -> String {
    let kind = input.labels.of(Term::Category, &episode.kind);
    let day = |given: Option<&PartialDate>| given.filter(|day| !day.is_unknown()).map(PartialDate::told);
    let lasts = episode.ongoing && episode.end.is_none();
    match (day(episode.start.as_ref()), day(episode.end.as_ref())) {
        (Some(from), _) if lasts => format!("{kind}, since {from}"),
        (None, _) if lasts => format!("{kind}, to this day"),
        (Some(from), Some(to)) => format!("{kind}, from {from} to {to}"),
        (Some(from), None) => format!("{kind}, from {from}"),
        (None, Some(to)) => format!("{kind}, until {to}"),
        (None, None) => kind,
    }
}

/// A date as given, inside a sentence; `None` for a question left blank.
fn told(given: Option<&PartialDate>) -> Option<String> {
    given.map(
        |day| {
            if day.is_unknown() { "a day that our client does not know".to_owned() } else { day.told() }
        },
    )
}

/// A date with the word that a sentence has before it: "on 3 November 2021", "in November 2021".
pub(super) fn on_day(day: &PartialDate) -> String {
    match day.precision {
        _ if day.is_unknown() => "on a day that our client does not know".to_owned(),
        Precision::Day => format!("on {}", day.told()),
        Precision::Month | Precision::Year => format!("in {}", day.told()),
        _ => format!("at a time given as {}", day.told()),
    }
}

/// A date in a cell of a table.
pub(super) fn cell(given: Option<&PartialDate>) -> Text {
    plain(match given {
        None => UNSAID.to_owned(),
        Some(day) if day.is_unknown() => "Not known".to_owned(),
        Some(day) => opening(&day.told()),
    })
}
