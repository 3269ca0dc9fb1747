//! Which exhibit has which mark, and in which order they are bound.

use super::super::mark::Marks;
use super::super::{ClaimBundle, ExhibitInput};
use super::words;
use crate::id::EvidenceId;
use crate::notice::GradeKind;

/// An item of evidence with its place in the bundle.
pub(in super::super) struct Bound<'a> {
    /// The mark, such as "JJS1".
    pub(in super::super) label: String,
    /// The number in it.
    pub(in super::super) serial: u32,
    /// The item; of several with the same bytes the first received.
    pub(in super::super) item: &'a ExhibitInput,
    /// Every item with these bytes.
    items: Vec<EvidenceId>,
}

impl Bound<'_> {
    /// Whether this exhibit stands for the item.
    pub(in super::super) fn holds(&self, item: EvidenceId) -> bool {
        self.items.contains(&item)
    }

    /// Addressed to somebody else: that person's data is kept and not printed (`situations.md` 36).
    pub(in super::super) fn is_somebody_elses(&self) -> bool {
        self.item.grade.as_ref().is_some_and(|grade| grade.kind == GradeKind::ThirdParty)
    }

    /// The notice of this incident, as far as the item tells.
    pub(in super::super) fn is_notice(&self) -> bool {
        let notice = |kind: &GradeKind| matches!(kind, GradeKind::Genuine | GradeKind::Unaddressed);
        self.item.grade.as_ref().is_some_and(|grade| notice(&grade.kind))
    }

    /// What it is, in a few words.
    pub(in super::super) fn description(&self) -> &str {
        if self.is_somebody_elses() { words::SOMEBODY_ELSES } else { &self.item.description }
    }

    fn tier(&self) -> u8 {
        self.item.grade.as_ref().map_or(0, |grade| grade.tier)
    }
}

/// Bound in the order of their marks: those that were given before stay for the life of the matter, and what has none
/// yet follows by the day that it bears, what bears none last. The notice stands first: of several, the strongest.
///
/// An item whose bytes are there already is not bound again (outputs.md 4.1, EB-17).
pub(in super::super) fn bind<'a>(input: &ClaimBundle<'a>) -> Vec<Bound<'a>> {
    let marks = match input.public_cipher() {
        "" => Marks::of(&input.claimant.identity, input.number),
        // Initials tell of a name.
        cipher => Marks::of_cipher(cipher),
    };
    let mut bound = different(input.exhibits);
    let kept = |bound: &Bound<'_>| input.marks.iter().find(|mark| mark.sha256 == bound.item.sha256);
    let best = bound.iter().filter(|bound| bound.is_notice()).map(Bound::tier).max();
    let strongest = bound.iter().find(|bound| bound.is_notice() && Some(bound.tier()) == best);
    let strongest = strongest.map(|bound| bound.item.sha256.as_str());
    bound.sort_by_key(|bound| {
        let item = bound.item;
        let mark = kept(bound).map_or(u32::MAX, |mark| mark.serial);
        let after_notice = strongest != Some(item.sha256.as_str());
        (mark, after_notice, item.day.is_none(), item.day, item.received_at, item.evidence)
    });
    // A number that was given is never given again, though its item be gone.
    let mut next = input.marks.iter().map(|mark| mark.serial).max().unwrap_or_default();
    for bound in &mut bound {
        (bound.serial, bound.label) = match kept(bound) {
            Some(mark) if input.public_cipher().is_empty() => (mark.serial, mark.label.clone()),
            Some(mark) => (mark.serial, marks.mark(mark.serial)),
            None => {
                next += 1;
                (next, marks.mark(next))
            }
        };
    }
    let first = bound.iter().position(|bound| Some(bound.item.sha256.as_str()) == strongest);
    if let Some(before) = first.and_then(|first| bound.get_mut(..=first)) {
        before.rotate_right(1);
    }
    bound
}

/// One for all items of the same bytes, in the order of receipt, without marks as yet.
fn different(exhibits: &[ExhibitInput]) -> Vec<Bound<'_>> {
    let mut items: Vec<&ExhibitInput> = exhibits.iter().collect();
    items.sort_by_key(|item| (item.received_at, item.evidence));
    let mut bound: Vec<Bound<'_>> = Vec::with_capacity(items.len());
    for item in items {
        match bound.iter_mut().find(|earlier| earlier.item.sha256 == item.sha256) {
            Some(earlier) => earlier.items.push(item.evidence),
            None => bound.push(Bound { label: String::new(), serial: 0, item, items: vec![item.evidence] }),
        }
    }
    bound
}
