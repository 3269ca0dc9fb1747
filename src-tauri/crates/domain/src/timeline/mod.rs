//! A claimant's spells and the days that matter, on one axis of time.

use jiff::civil::Date;

use crate::bundle::claim::{Labels, Term};
use crate::bundle::{Bar, BarEnd, DateRange, Mark, MarkStyle, TimelinePicture, Tone};
use crate::claimant::{Claimant, Episode};
use crate::code::Code;
use crate::date::PartialDate;
use crate::date::show::long;

/// Draws what the claimant said, no more: a vague date is a range, "don't know" and blank are open.
///
/// Bars stand in order of their beginning. The axis covers whole years, one more where something is open at its edge.
pub fn timeline(
    claimant: &Claimant,
    incident_on: Date,
    notice_on: Date,
    labels: &dyn Labels,
) -> TimelinePicture {
    let mut episodes: Vec<&Episode> = claimant.episodes.iter().collect();
    episodes.sort_by_key(|episode| order(episode));
    let kinds = kinds(&episodes);
    let bars: Vec<Bar> = episodes.iter().flat_map(|episode| bars(episode, &kinds, labels)).collect();
    let marks = marks(claimant, incident_on, notice_on);
    let (from, to) = axis(&bars, &marks, incident_on);
    TimelinePicture { from, to, bars, marks }
}

/// What begins first comes first; what has no beginning comes before all.
fn order(episode: &Episode) -> (Option<Date>, Option<Date>) {
    let first = |date: &Option<PartialDate>| date.as_ref().and_then(|date| date.earliest.or(date.latest));
    (first(&episode.start), first(&episode.end))
}

/// The kinds in order of appearance, which gives each its tone.
fn kinds(episodes: &[&Episode]) -> Vec<Code> {
    let mut kinds: Vec<Code> = Vec::new();
    for episode in episodes {
        if !kinds.contains(&episode.kind) {
            kinds.push(episode.kind.clone());
        }
    }
    kinds
}

/// The spell, and its suspension where there was one.
fn bars(episode: &Episode, kinds: &[Code], labels: &dyn Labels) -> Vec<Bar> {
    let tone = match kinds.iter().position(|kind| *kind == episode.kind) {
        Some(0) => Tone::Strong,
        Some(1) => Tone::Medium,
        _ => Tone::Pale,
    };
    let label = labels.of(Term::Category, &episode.kind);
    let mut bars = vec![Bar {
        label: label.clone(),
        words: spell_words(episode),
        start: range(episode.start.as_ref()),
        end: end(episode.end.as_ref(), episode.ongoing),
        tone,
    }];
    if let Some(suspended) = &episode.suspended {
        let lifted = episode.suspension_lifted.as_ref();
        // A suspension that nobody lifted lasts as long as the relationship.
        let end = if lifted.is_some() { end(lifted, false) } else { end(episode.end.as_ref(), true) };
        bars.push(Bar {
            label: format!("{label}: suspended"),
            words: between(&suspended.short(), &lifted.map_or("not lifted".to_owned(), PartialDate::short)),
            start: range(Some(suspended)),
            end,
            tone: Tone::Pale,
        });
    }
    bars
}

/// The dates of a spell in words: "Apr 2015 to May–Aug 2020".
pub fn spell_words(episode: &Episode) -> String {
    let short = |date: &Option<PartialDate>| date.as_ref().map_or("not given".to_owned(), PartialDate::short);
    let last = match &episode.end {
        Some(end) => end.short(),
        None if episode.ongoing => "still going on".to_owned(),
        None => "not given".to_owned(),
    };
    between(&short(&episode.start), &last)
}

fn between(first: &str, last: &str) -> String {
    format!("{first} to {last}")
}

fn range(date: Option<&PartialDate>) -> DateRange {
    date.map_or_else(DateRange::unknown, |date| DateRange { earliest: date.earliest, latest: date.latest })
}

/// A given end counts even where the record also says that it goes on: the contradiction is for the checks.
fn end(date: Option<&PartialDate>, ongoing: bool) -> BarEnd {
    if ongoing && date.is_none() { BarEnd::Open } else { BarEnd::Ended(range(date)) }
}

fn marks(claimant: &Claimant, incident_on: Date, notice_on: Date) -> Vec<Mark> {
    let mut marks = vec![
        Mark {
            label: format!("Incident: {}", long(incident_on)),
            date: DateRange::day(incident_on),
            style: MarkStyle::Incident,
        },
        Mark {
            label: format!("Notice dated {}", long(notice_on)),
            date: DateRange::day(notice_on),
            style: MarkStyle::Notice,
        },
    ];
    if let Some(seen) = claimant.notification.seen.as_ref().filter(|seen| !seen.is_unknown()) {
        marks.push(Mark {
            label: format!("Notice seen: {}", seen.short()),
            date: range(Some(seen)),
            style: MarkStyle::Other,
        });
    }
    marks
}

/// Whole years around everything that is known, and one more on a side where something is open.
fn axis(bars: &[Bar], marks: &[Mark], incident_on: Date) -> (Date, Date) {
    let starts = bars.iter().map(|bar| bar.start);
    let ends = bars.iter().filter_map(|bar| match bar.end {
        BarEnd::Ended(range) => Some(range),
        BarEnd::Open => None,
    });
    let ranges: Vec<DateRange> = starts.chain(ends).chain(marks.iter().map(|mark| mark.date)).collect();
    let known = || ranges.iter().flat_map(|range| [range.earliest, range.latest]).flatten();
    let open_before = ranges.iter().any(|range| range.earliest.is_none());
    let open_after =
        bars.iter().any(|bar| bar.end == BarEnd::Open) || ranges.iter().any(|range| range.latest.is_none());
    let first = known().min().unwrap_or(incident_on).first_of_year();
    let last = known().max().unwrap_or(incident_on).last_of_year();
    let from = if open_before { first.yesterday().map_or(first, Date::first_of_year) } else { first };
    let to = if open_after { last.tomorrow().map_or(last, Date::last_of_year) } else { last };
    (from, to)
}
