//! The shortest list of facts that would decide the status: found by answering each question in every way that it can
//! be answered, and looking whether only one status is left.

use jiff::civil::Date;

use super::combine::combine;
use super::place::{Placement, place};
use super::spell::{Days, Named, Spell, months};
use crate::claimant::{Episode, Levy};
use crate::code::Code;
use crate::date::PartialDate;
use crate::profile::Profile;
use crate::rules::bits::Bits;
use crate::rules::{Arrears, DateMeans, Fact, RuleSet};

/// Statuses that are worked out at most for one claimant; beyond it everything that may help is asked for.
const TRIES_MOST: usize = 500;

/// Questions that are asked at most.
const QUESTIONS_MOST: usize = 3;

/// What can be asked about a spell, the likeliest to decide first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    End,
    Payment,
    Ending,
    GoesOn,
    Start,
    Suspension,
    Levy,
    Union,
}

impl Topic {
    /// The fact that says that it decides.
    pub fn fact(self) -> Fact {
        match self {
            Self::End => Fact::EndDecides,
            Self::Payment => Fact::PaymentDecides,
            Self::Ending => Fact::EndingDecides,
            Self::GoesOn => Fact::OngoingUnpaid,
            Self::Start => Fact::StartDecides,
            Self::Suspension => Fact::SuspensionDecides,
            Self::Levy => Fact::LevyOpen,
            Self::Union => Fact::UnionOpen,
        }
    }

    /// The field of an episode that answers it.
    pub fn field(self) -> &'static str {
        match self {
            Self::End => "end",
            Self::Payment | Self::GoesOn => "last_payment",
            Self::Ending => "ending",
            Self::Start => "start",
            Self::Suspension => "suspended",
            Self::Levy => "levy",
            Self::Union => "union",
        }
    }

    /// Every fact that says that something decides.
    pub fn facts() -> Bits {
        let all = [
            Self::End,
            Self::Payment,
            Self::Ending,
            Self::GoesOn,
            Self::Start,
            Self::Suspension,
            Self::Levy,
            Self::Union,
        ];
        all.into_iter()
            .map(|topic| topic.fact() as usize)
            .chain([Fact::KindOpen as usize, Fact::NoEpisodes as usize])
            .collect()
    }
}

/// A question about one spell, with every answer that it can have.
struct Question<'e> {
    spell: usize,
    topic: Topic,
    episode: &'e Episode,
    answers: Vec<Episode>,
}

/// Looks for the shortest list of questions; each is the position of the spell and the topic.
pub(super) struct Search<'s> {
    pub episodes: &'s [Episode],
    pub profile: &'s Profile,
    pub rules: &'s RuleSet,
    pub day: Date,
}

impl Search<'_> {
    /// The shortest list; `None` where no short one decides.
    pub fn shortest(&self) -> Option<Vec<(usize, Topic)>> {
        let spells: Vec<Spell<'_>> = self.episodes.iter().map(|episode| self.spell(episode)).collect();
        let known: Vec<Placement> = spells.iter().map(|spell| place(spell, self.rules, self.day)).collect();
        // In an order of their own: the one in which they were entered says nothing.
        let mut order: Vec<(String, usize)> =
            self.episodes.iter().enumerate().map(|(at, episode)| (content(episode), at)).collect();
        order.sort();
        let asked = order.iter().filter_map(|(_, at)| Some((*at, self.episodes.get(*at)?, spells.get(*at)?)));
        let questions: Vec<Question<'_>> =
            asked.flat_map(|(at, episode, spell)| self.questions(at, episode, spell)).collect();
        let mut tries = 0;
        for size in 1..=QUESTIONS_MOST.min(questions.len()) {
            let mut chosen = Vec::with_capacity(size);
            if self.choose(&questions, 0, size, &known, &mut chosen, &mut tries)? {
                return Some(
                    chosen.iter().filter_map(|at| questions.get(*at)).map(|q| (q.spell, q.topic)).collect(),
                );
            }
        }
        None
    }

    fn spell<'e>(&'e self, episode: &Episode) -> Spell<'e> {
        Spell::new(episode, self.profile, self.rules)
    }

    /// Tries every choice of so many questions from `from` on; `None` when it takes too long.
    fn choose(
        &self,
        questions: &[Question<'_>],
        from: usize,
        more: usize,
        known: &[Placement],
        chosen: &mut Vec<usize>,
        tries: &mut usize,
    ) -> Option<bool> {
        if more == 0 {
            return self.decide(questions, chosen, known, tries);
        }
        for at in from..questions.len() {
            chosen.push(at);
            if self.choose(questions, at + 1, more - 1, known, chosen, tries)? {
                return Some(true);
            }
            chosen.pop();
        }
        Some(false)
    }

    /// Whether these questions decide, however they are answered; `None` when it takes too long.
    fn decide(
        &self,
        questions: &[Question<'_>],
        chosen: &[usize],
        known: &[Placement],
        tries: &mut usize,
    ) -> Option<bool> {
        let chosen: Vec<&Question<'_>> = chosen.iter().filter_map(|at| questions.get(*at)).collect();
        let ways: usize = chosen.iter().map(|question| question.answers.len()).product();
        let mut possible = 0;
        for way in 0..ways {
            *tries += 1;
            if *tries > TRIES_MOST {
                return None;
            }
            let Some(placements) = self.answered(&chosen, way, known) else { continue };
            possible += 1;
            if combine(&placements, self.rules).possible.len() != 1 {
                return Some(false);
            }
        }
        Some(possible > 0)
    }

    /// The spells as they stand when the questions are answered in one way; `None` when that contradicts itself.
    fn answered(
        &self,
        chosen: &[&Question<'_>],
        mut way: usize,
        known: &[Placement],
    ) -> Option<Vec<Placement>> {
        let mut episodes: Vec<(usize, Episode)> = Vec::with_capacity(chosen.len());
        for question in chosen {
            let answer = question.answers.get(way % question.answers.len())?;
            way /= question.answers.len();
            match episodes.iter_mut().find(|(spell, _)| *spell == question.spell) {
                Some((_, episode)) => merge(episode, answer, question.topic),
                None => {
                    let mut episode = question.episode.clone();
                    merge(&mut episode, answer, question.topic);
                    episodes.push((question.spell, episode));
                }
            }
        }
        let mut placements = known.to_vec();
        for (at, episode) in &episodes {
            let placement = place(&self.spell(episode), self.rules, self.day);
            if placement.facts.has(Fact::DatesContradict as usize) {
                return None;
            }
            *placements.get_mut(*at)? = placement;
        }
        Some(placements)
    }

    fn questions<'e>(&self, at: usize, episode: &'e Episode, spell: &Spell<'_>) -> Vec<Question<'e>> {
        let mut questions = Vec::new();
        let mut ask = |topic: Topic, answers: Vec<Episode>| {
            if !answers.is_empty() {
                questions.push(Question { spell: at, topic, episode, answers });
            }
        };
        let dues = self.rules.arrears.as_ref().filter(|rule| rule.categories.has(spell.category));
        if !spell.ongoing && !certain(episode.end.as_ref()) {
            ask(Topic::End, self.ends(episode, spell));
        }
        if dues.is_some() && !spell.ongoing && spell.rule.means != DateMeans::Ended {
            ask(Topic::Payment, self.payments(episode, spell));
        }
        if !spell.ongoing && episode.ending.as_ref().is_none_or(|ending| ending.as_str() == "dont-know") {
            ask(Topic::Ending, self.endings(episode, spell));
        }
        if dues.is_some() && spell.ongoing && episode.last_payment.is_some() {
            ask(Topic::GoesOn, self.goes_on(episode));
        }
        if !certain(episode.start.as_ref()) {
            let mut turns = turns(self.day, spell);
            // No payment was made before the start, so an early start leaves room for a lapse that a late one does not.
            turns.extend(dues.into_iter().flat_map(|rule| self.lapses(rule, spell)));
            let days = self.days(spell.start, &turns).into_iter();
            ask(
                Topic::Start,
                days.map(|day| Episode { start: Some(PartialDate::day(day)), ..episode.clone() }).collect(),
            );
        }
        if episode.suspended.is_some() {
            ask(Topic::Suspension, self.suspensions(episode));
        }
        if spell.through_union && matches!(spell.levy, 3 | 4) {
            let levies = [Levy::OptedIn, Levy::NeverOptedIn, Levy::OptedOut].into_iter();
            ask(Topic::Levy, levies.map(|levy| Episode { levy: Some(levy), ..episode.clone() }).collect());
        }
        if spell.through_union && !matches!(spell.union, Named::Listed(_)) {
            ask(Topic::Union, self.unions(episode));
        }
        questions
    }

    fn ends(&self, episode: &Episode, spell: &Spell<'_>) -> Vec<Episode> {
        let given = Days::maybe(episode.end.as_ref()).unwrap_or(Days::ANY);
        let mut turns = turns(self.day, spell);
        let dues = self.rules.arrears.as_ref().filter(|_| spell.rule.means != DateMeans::Ended);
        turns.extend(dues.into_iter().flat_map(|rule| self.lapses(rule, spell)));
        let end = |day| Episode { end: Some(PartialDate::day(day)), ..episode.clone() };
        let mut answers: Vec<Episode> = self.days(given, &turns).into_iter().map(end).collect();
        if episode.end.as_ref().is_none_or(PartialDate::is_unknown) {
            answers.push(Episode { end: None, ongoing: true, ending: None, ..episode.clone() });
        }
        answers
    }

    /// The day of the last payment; what a vague ending date means need then not be guessed.
    fn payments(&self, episode: &Episode, spell: &Spell<'_>) -> Vec<Episode> {
        let Some(rule) = &self.rules.arrears else { return Vec::new() };
        let given = Days::maybe(episode.last_payment.as_ref().or(episode.end.as_ref())).unwrap_or(Days::ANY);
        let days = self.days(given, &self.lapses(rule, spell));
        let paid = |day| Episode { last_payment: Some(PartialDate::day(day)), end: None, ..episode.clone() };
        days.into_iter().map(paid).collect()
    }

    /// The days of a last payment from which on it no longer had lapsed, or been in arrears, on the day of the incident.
    fn lapses(&self, rule: &Arrears, spell: &Spell<'_>) -> [Date; 2] {
        [rule.months, rule.grace_months].map(|by| months(self.day, -(by + spell.covers)))
    }

    /// Every ending that a rule knows for this kind.
    fn endings(&self, episode: &Episode, spell: &Spell<'_>) -> Vec<Episode> {
        let names = &self.profile.categories.ending_names;
        let rules = self.rules.status_rules.iter();
        let of_kind = rules.filter(|rule| rule.categories.is_none_or(|kinds| kinds.has(spell.category)));
        let known = of_kind.filter_map(|rule| rule.endings).fold(Bits::NONE, Bits::with);
        let codes = known.iter().map(|at| names.code(at)).filter(|code| !matches!(*code, "" | "dont-know"));
        codes.map(|code| Episode { ending: Some(Code::from(code)), ..episode.clone() }).collect()
    }

    /// The payments went on after all, or the membership was ended for want of them.
    fn goes_on(&self, episode: &Episode) -> Vec<Episode> {
        let Some(rule) = &self.rules.arrears else { return Vec::new() };
        let lapsed = Code::from(self.profile.categories.ending_names.code(rule.ending));
        vec![
            Episode { last_payment: None, ..episode.clone() },
            Episode { ongoing: false, ending: Some(lapsed), ..episode.clone() },
        ]
    }

    fn suspensions(&self, episode: &Episode) -> Vec<Episode> {
        let before = self.day.yesterday().unwrap_or(self.day);
        vec![
            Episode { suspended: None, suspension_lifted: None, ..episode.clone() },
            Episode { suspended: Some(PartialDate::day(before)), suspension_lifted: None, ..episode.clone() },
        ]
    }

    /// One union for each history of affiliation.
    fn unions(&self, episode: &Episode) -> Vec<Episode> {
        let mut histories: Vec<&[(Option<Date>, Option<Date>)]> = Vec::new();
        let mut answers = Vec::new();
        for union in &self.profile.unions.list {
            if !histories.contains(&union.spells.as_slice()) {
                histories.push(&union.spells);
                answers.push(Episode { union: union.code.to_string(), ..episode.clone() });
            }
        }
        answers
    }

    /// A few days of an interval that stand for all: its ends, and those on either side of each turn.
    fn days(&self, interval: Days, turns: &[Date]) -> Vec<Date> {
        let mut days: Vec<Date> = turns
            .iter()
            .flat_map(|turn| [turn.yesterday().unwrap_or(*turn), *turn, turn.tomorrow().unwrap_or(*turn)])
            .chain(
                [interval.first, interval.last]
                    .into_iter()
                    .filter(|day| !matches!(*day, Date::MIN | Date::MAX)),
            )
            .filter(|day| interval.has(*day))
            .collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}

/// What an episode says, to compare it with others.
fn content(episode: &Episode) -> String {
    serde_json::to_string(episode).unwrap_or_default()
}

/// The days at which a start or an end can change the answer: the day itself, and a union's comings and goings.
fn turns(day: Date, spell: &Spell<'_>) -> Vec<Date> {
    let mut turns = vec![day];
    if let (true, Named::Listed(union)) = (spell.through_union, spell.union) {
        turns.extend(union.spells.iter().flat_map(|(from, until)| [*from, *until]).flatten());
    }
    turns
}

fn certain(date: Option<&PartialDate>) -> bool {
    date.is_some_and(PartialDate::is_certain)
}

/// Puts an answer into an episode that another answer may have changed already.
fn merge(episode: &mut Episode, answer: &Episode, topic: Topic) {
    match topic {
        Topic::End => {
            episode.end.clone_from(&answer.end);
            episode.ongoing = answer.ongoing;
            if answer.ongoing {
                episode.ending = None;
            }
        }
        Topic::Payment => {
            episode.last_payment.clone_from(&answer.last_payment);
            episode.end = None;
        }
        Topic::Ending => episode.ending.clone_from(&answer.ending),
        Topic::GoesOn => {
            episode.last_payment.clone_from(&answer.last_payment);
            episode.ongoing = answer.ongoing;
            episode.ending.clone_from(&answer.ending);
        }
        Topic::Start => episode.start.clone_from(&answer.start),
        Topic::Suspension => {
            episode.suspended.clone_from(&answer.suspended);
            episode.suspension_lifted.clone_from(&answer.suspension_lifted);
        }
        Topic::Levy => episode.levy = answer.levy,
        Topic::Union => episode.union.clone_from(&answer.union),
    }
}
