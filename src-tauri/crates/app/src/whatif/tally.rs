//! Who would move, from what to what, because of which rules: counted as it is found.

use std::collections::{BTreeMap, HashMap};

use joinder_domain::classification::{Move, MoveAxis, moves};
use joinder_domain::code::Code;
use joinder_domain::finding::RuleRef;
use joinder_domain::profile::Profile;
use joinder_store::classification::{Fingerprint, Packed, PatternId, Standing};
use serde::Serialize;

use super::labels::{self, Labels};
use crate::error::Result;
use crate::profile::Choices;

/// A rule that leads somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RuleView {
    /// Its identifier within the rule set.
    pub rule: String,
    /// Its source: a judgment, a provision, a page of the matter's law notes.
    pub citation: String,
}

/// One way in which answers would come out differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MoveView {
    /// Where.
    pub axis: MoveAxis,
    /// The same in words.
    pub axis_label: String,
    /// What is said now, as labels; several while the answer is open, none where nothing is said.
    pub from: Vec<String>,
    /// What would be said, as labels.
    pub to: Vec<String>,
    /// The same as codes.
    pub from_codes: Vec<Code>,
    /// The same as codes.
    pub to_codes: Vec<Code>,
    /// The rules that lead there; where something goes away, those that had led to it.
    pub because: Vec<RuleView>,
}

/// How many would move in one way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MoveCount {
    /// Position among the moves, to ask for those who would move so.
    pub at: u32,
    /// From what to what, and why.
    #[serde(flatten)]
    pub way: MoveView,
    /// How many.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub count: u64,
}

/// What was found, small enough for the largest matter: eight bytes for each claimant who moves, and one entry for
/// each way of moving.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    ways: Vec<Move>,
    way_numbers: BTreeMap<Move, u32>,
    kinds: Vec<Vec<u32>>,
    kind_numbers: HashMap<Vec<u32>, u32>,
    by_answers: HashMap<(Option<PatternId>, Fingerprint), Option<u32>>,
    movers: Vec<(u32, u32)>,
    /// Everybody who was looked at.
    pub looked_at: u64,
    /// Those who stay where they are, though for other reasons or in other words.
    pub reasons_only: u64,
}

/// Combinations of answers that are remembered, so that memory stays bounded whatever the answers.
const REMEMBERED: usize = 200_000;

impl Tally {
    /// Counts one claimant. `kept` reads an answer that is kept.
    pub(super) fn count(
        &mut self,
        number: u32,
        answer: &Packed,
        standing: Standing,
        kept: impl FnOnce(PatternId) -> Result<joinder_domain::classification::Classification>,
    ) -> Result<()> {
        self.looked_at += 1;
        let pattern = match standing {
            Standing::Same => return Ok(()),
            Standing::First => None,
            Standing::Other(_, pattern) => Some(pattern),
        };
        let key = (pattern, answer.fingerprint());
        let kind = match self.by_answers.get(&key) {
            Some(kind) => *kind,
            None => {
                let from = pattern.map(kept).transpose()?;
                let kind = self.kind(moves(from.as_ref(), &answer.shared()?));
                if self.by_answers.len() >= REMEMBERED {
                    self.by_answers.clear();
                }
                self.by_answers.insert(key, kind);
                kind
            }
        };
        match kind {
            Some(kind) => self.movers.push((number, kind)),
            None => self.reasons_only += 1,
        }
        Ok(())
    }

    /// The number of a combination of moves; `None` for no move at all.
    fn kind(&mut self, moves: Vec<Move>) -> Option<u32> {
        if moves.is_empty() {
            return None;
        }
        let kind: Vec<u32> = moves.into_iter().map(|way| self.way(way)).collect();
        if let Some(number) = self.kind_numbers.get(&kind) {
            return Some(*number);
        }
        let number = position(self.kinds.len());
        self.kinds.push(kind.clone());
        self.kind_numbers.insert(kind, number);
        Some(number)
    }

    fn way(&mut self, mut way: Move) -> u32 {
        // Which rule set a rule is of is said once for all of them.
        for rule in &mut way.because {
            (rule.rule_set, rule.version) = (Code::default(), 0);
        }
        if let Some(number) = self.way_numbers.get(&way) {
            return *number;
        }
        let number = position(self.ways.len());
        self.ways.push(way.clone());
        self.way_numbers.insert(way, number);
        number
    }

    /// How many would move.
    pub(super) fn moved(&self) -> u64 {
        u64::try_from(self.movers.len()).unwrap_or(u64::MAX)
    }
}

fn position(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

/// A what-if that was run, kept until the next one or until the matter is closed.
#[derive(Debug)]
pub(crate) struct Tried {
    /// Tells it from earlier ones.
    pub id: String,
    /// The rules that were tried.
    pub rules: super::Rules,
    tally: Tally,
    ways: Vec<MoveView>,
}

impl Tried {
    pub(super) fn new(id: String, tally: Tally, profile: &Profile, choices: &Choices) -> Self {
        let tried = Choices::of(profile);
        let labels = Labels { tried: &tried, now: choices };
        let ways = tally.ways.iter().map(|way| view(way, &labels)).collect();
        Self { id, rules: super::Rules::of(profile), tally, ways }
    }

    /// Every way of moving with its count: by axis, the most frequent first.
    pub(super) fn counts(&self) -> Vec<MoveCount> {
        let mut counts = vec![0_u64; self.ways.len()];
        for (_, kind) in &self.tally.movers {
            for way in self.kind(*kind) {
                if let Some(count) = counts.get_mut(*way as usize) {
                    *count += 1;
                }
            }
        }
        let mut all: Vec<MoveCount> = (0_u32..)
            .zip(&self.ways)
            .zip(counts)
            .map(|((at, way), count)| MoveCount { at, way: way.clone(), count })
            .collect();
        let key = |count: &MoveCount| {
            (
                count.way.axis,
                std::cmp::Reverse(count.count),
                count.way.from_codes.clone(),
                count.way.to_codes.clone(),
            )
        };
        all.sort_by_cached_key(key);
        all
    }

    /// Those who would move, in order of numbers; with `way`, only those who would move so.
    pub(super) fn movers(&self, way: Option<u32>) -> impl Iterator<Item = u32> {
        let moves_so = move |kind: u32| way.is_none_or(|way| self.kind(kind).contains(&way));
        self.tally.movers.iter().filter(move |(_, kind)| moves_so(*kind)).map(|(number, _)| *number)
    }

    /// How a claimant would move.
    pub(super) fn of(&self, number: u32) -> impl Iterator<Item = &MoveView> {
        let at = self.tally.movers.binary_search_by_key(&number, |(mover, _)| *mover).ok();
        let kind = at.and_then(|at| self.tally.movers.get(at)).map(|(_, kind)| self.kind(*kind));
        kind.unwrap_or_default().iter().filter_map(|way| self.ways.get(*way as usize))
    }

    pub(super) fn looked_at(&self) -> u64 {
        self.tally.looked_at
    }

    pub(super) fn reasons_only(&self) -> u64 {
        self.tally.reasons_only
    }

    pub(super) fn moved(&self) -> u64 {
        self.tally.moved()
    }

    fn kind(&self, kind: u32) -> &[u32] {
        self.tally.kinds.get(kind as usize).map(Vec::as_slice).unwrap_or_default()
    }
}

fn view(way: &Move, labels: &Labels<'_>) -> MoveView {
    let rule = |rule: &RuleRef| RuleView { rule: rule.rule.to_string(), citation: rule.citation.clone() };
    let named = |codes: &[Code]| codes.iter().map(|code| labels.of(way.axis, code)).collect();
    MoveView {
        axis: way.axis,
        axis_label: labels::axis(way.axis),
        from: named(&way.from),
        to: named(&way.to),
        from_codes: way.from.clone(),
        to_codes: way.to.clone(),
        because: way.because.iter().map(rule).collect(),
    }
}
