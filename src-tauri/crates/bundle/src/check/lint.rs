//! What a check found, rule by rule.

use super::Rule;
use std::collections::{BTreeMap, BTreeSet};

/// Faults that are listed for one rule; the rest is counted.
const LISTED: usize = 200;

/// What a check found.
#[derive(Clone, Debug, PartialEq)]
pub struct Lint {
    /// Number of pages; 0 where the file cannot be opened.
    pub pages: usize,
    /// One verdict for each rule, in the order of their numbers.
    pub verdicts: Vec<Verdict>,
}

/// How a rule was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing speaks against it.
    Pass,
    /// At least one fault was seen.
    Fail,
    /// It cannot be judged from the file alone; the remarks say why.
    NotChecked,
}

/// One rule, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The rule.
    pub rule: Rule,
    /// How it was met.
    pub state: State,
    /// Pages with faults, from 1, rising.
    pub pages: Vec<usize>,
    /// What is wrong, at most 200 entries.
    pub faults: Vec<Fault>,
    /// Faults beyond those listed.
    pub more: usize,
    /// What was seen, or why nothing could be judged; full sentences.
    pub remarks: Vec<String>,
}

/// One thing that is not as a rule has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Page concerned, from 1; `None` where it is the file.
    pub page: Option<usize>,
    /// Where on the page as it is shown.
    pub area: Option<Area>,
    /// What is wrong, as a full sentence. Words of the page are never repeated.
    pub text: String,
}

/// A rectangle in points from the top left corner of a page as it is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Lower edge.
    pub bottom: f32,
}

impl Area {
    pub(super) fn width(self) -> f32 {
        (self.right - self.left).max(0.0)
    }

    pub(super) fn height(self) -> f32 {
        (self.bottom - self.top).max(0.0)
    }

    pub(super) fn size(self) -> f32 {
        self.width() * self.height()
    }

    pub(super) fn common(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    pub(super) fn around(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    pub(super) fn meets(self, other: Self) -> bool {
        let common = self.common(other);
        common.left < common.right && common.top < common.bottom
    }

    pub(super) fn grown(self, by: f32) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }
}

impl Lint {
    /// Every fault, with its rule.
    pub fn faults(&self) -> impl Iterator<Item = (Rule, &Fault)> {
        self.verdicts.iter().flat_map(|verdict| verdict.faults.iter().map(|fault| (verdict.rule, fault)))
    }

    /// The verdict on one rule.
    pub fn verdict(&self, rule: Rule) -> Option<&Verdict> {
        self.verdicts.iter().find(|verdict| verdict.rule == rule)
    }
}

/// Notes taken while a file is judged.
#[derive(Default)]
pub(super) struct Notes {
    faults: BTreeMap<Rule, Vec<Fault>>,
    pages: BTreeMap<Rule, BTreeSet<usize>>,
    more: BTreeMap<Rule, usize>,
    remarks: BTreeMap<Rule, Vec<String>>,
    unchecked: BTreeSet<Rule>,
}

impl Notes {
    pub(super) fn fault(
        &mut self,
        rule: Rule,
        page: Option<usize>,
        area: Option<Area>,
        text: impl Into<String>,
    ) {
        let list = self.faults.entry(rule).or_default();
        if list.len() < LISTED {
            list.push(Fault { page, area, text: text.into() });
        } else {
            *self.more.entry(rule).or_default() += 1;
        }
        self.pages.entry(rule).or_default().extend(page);
    }

    pub(super) fn remark(&mut self, rule: Rule, text: impl Into<String>) {
        self.remarks.entry(rule).or_default().push(text.into());
    }

    /// The rule cannot be judged, for this reason, unless a fault is seen.
    pub(super) fn unchecked(&mut self, rule: Rule, reason: impl Into<String>) {
        self.unchecked.insert(rule);
        self.remark(rule, reason);
    }

    /// The first fault of any rule, in words.
    pub(super) fn first(&self) -> Option<String> {
        let (rule, fault) = self.faults.iter().find_map(|(rule, faults)| Some((rule, faults.first()?)))?;
        Some(format!("{}: {}", rule.code(), fault.text))
    }

    pub(super) fn into_lint(mut self, pages: usize) -> Lint {
        let verdicts = Rule::ALL.into_iter().map(|rule| {
            let faults = self.faults.remove(&rule).unwrap_or_default();
            let state = match (faults.is_empty(), self.unchecked.contains(&rule)) {
                (false, _) => State::Fail,
                (true, true) => State::NotChecked,
                (true, false) => State::Pass,
            };
            Verdict {
                rule,
                state,
                pages: self.pages.remove(&rule).unwrap_or_default().into_iter().collect(),
                faults,
                more: self.more.get(&rule).copied().unwrap_or_default(),
                remarks: self.remarks.remove(&rule).unwrap_or_default(),
            }
        });
        let verdicts = verdicts.collect();
        Lint { pages, verdicts }
    }
}
