//! What a message of a mailbox has to do with the matter, if anything.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ZonedDateTime};
use joinder_domain::notice::{Grade, MarkerState, NoticeRules};
use joinder_domain::profile::Profile;
use joinder_evidence::{Glance, Mailbox, glance};

use super::letters::Letter;
use crate::clock::uk;
use crate::evidence::facts::candidates;
use crate::evidence::inspect::skim;

/// A message dated longer than this before the notice cannot carry it; some clocks are wrong by a day or two.
const BEFORE: SignedDuration = SignedDuration::from_hours(7 * 24);
/// A date before this is no date but a clock that was never set.
const CLOCKS_SET: i16 = 1990;
/// Larger messages are pictures and films: unless its subject speaks for it, the notice is looked for only in their
/// beginning, where the text is. Most of a mailbox's bytes are such attachments.
const LARGE: usize = 512 << 10;
const BEGINNING: usize = 256 << 10;

/// What a message has to do with the matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Bearing {
    /// Nothing.
    None,
    /// Nothing that can be told: it cannot be read.
    Unreadable,
    /// It is from or to the other side, and older than the notice.
    Earlier,
    /// It has the marks of the notice; which ones, in words.
    Notice(Vec<String>),
    /// It is from the other side, at this domain.
    From(String),
    /// It is to the other side, at this domain.
    To(String),
}

/// How messages are told apart.
#[derive(Debug)]
pub(super) struct Judge<'p> {
    rules: &'p NoticeRules,
    notice: Date,
    domains: Vec<String>,
}

impl<'p> Judge<'p> {
    /// A judge for the matter's profile; `domains` are those of the other side, in lower case.
    pub(super) fn new(profile: &'p Profile, domains: Vec<String>) -> Self {
        Self { rules: &profile.notice, notice: profile.incident.notice_date, domains }
    }

    /// The domains that it looks for.
    pub(super) fn domains(&self) -> &[String] {
        &self.domains
    }

    /// Looks at one message.
    pub(super) fn bearing(&self, letter: &Letter) -> (Bearing, Glance) {
        let seen = glance(&letter.bytes);
        if seen.from.is_empty() && seen.subject.is_none() && seen.date.is_none() {
            return (Bearing::Unreadable, seen);
        }
        let day = seen.date.as_ref().and_then(|date| date.seconds).and_then(uk_day);
        if !day.is_some_and(|day| self.is_too_early(day))
            && let Some(marks) = self.marks(letter, self.speaks_of_it(&seen))
        {
            return (Bearing::Notice(marks), seen);
        }
        let from = self.other_side(&seen.from);
        let to = self.other_side(&seen.to);
        let bearing = match (from, to, day) {
            (None, None, _) => Bearing::None,
            (_, _, Some(day)) if day < self.notice => Bearing::Earlier,
            (Some(domain), _, _) => Bearing::From(domain),
            (None, Some(domain), _) => Bearing::To(domain),
        };
        (bearing, seen)
    }

    fn is_too_early(&self, day: Date) -> bool {
        day.year() >= CLOCKS_SET && day.checked_add(BEFORE).is_ok_and(|late| late < self.notice)
    }

    /// Whether the subject holds one that the notice had.
    fn speaks_of_it(&self, seen: &Glance) -> bool {
        let subject = seen.subject.as_deref().unwrap_or_default().to_lowercase();
        self.rules.subjects().any(|known| subject.contains(&known.to_lowercase()))
    }

    /// The marks of the notice in a message that has enough of them.
    fn marks(&self, letter: &Letter, whole: bool) -> Option<Vec<String>> {
        let beginning =
            if whole || letter.bytes.len() <= LARGE { None } else { letter.bytes.get(..BEGINNING) };
        let words = skim(beginning.unwrap_or(&letter.bytes));
        let best = candidates(&words)
            .iter()
            .filter_map(|candidate| self.rules.recognised(&candidate.facts))
            .max_by_key(|grade| grade.score)?;
        Some(labels(&best))
    }

    fn other_side(&self, people: &[Mailbox]) -> Option<String> {
        people.iter().find_map(|person| {
            let (_, domain) = person.address.rsplit_once('@')?;
            let domain = domain.to_ascii_lowercase();
            self.domains.iter().find(|known| is_within(&domain, known)).cloned()
        })
    }
}

/// Whether a domain is another one or below it.
fn is_within(domain: &str, above: &str) -> bool {
    domain == above || domain.strip_suffix(above).is_some_and(|rest| rest.ends_with('.'))
}

fn labels(grade: &Grade) -> Vec<String> {
    let matched = grade.markers.iter().filter(|marker| marker.state == MarkerState::Matched);
    matched.map(|marker| marker.label.clone()).collect()
}

fn uk_day(seconds: i64) -> Option<Date> {
    Some(ZonedDateTime::new(Timestamp::from_second(seconds).ok()?, uk()).date())
}
