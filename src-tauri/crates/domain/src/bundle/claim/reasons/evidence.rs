//! How well each exhibit that is put forward as the notice proves that the claimant was told: for the own side alone.

use super::super::exhibit::Bound;
use super::super::tier;
use super::{heading, words};
use crate::bundle::{Block, Marker, plain};
use crate::notice::{Effect, Grade, MarkerState};

/// One part for each exhibit that was graded as a notice, or as one that is not this claimant's.
pub(super) fn blocks(exhibits: &[Bound<'_>]) -> Vec<Block> {
    let graded: Vec<_> = exhibits
        .iter()
        .filter_map(|bound| Some((bound, bound.item.grade.as_ref()?)))
        .filter(|(_, grade)| grade.is_notice())
        .collect();
    if graded.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading(2, words::EVIDENCE)];
    for (bound, grade) in graded {
        blocks.push(heading(3, &format!("{}: {}", bound.label, tier::words(grade.tier))));
        blocks.extend(one(grade));
    }
    blocks.push(Block::Paragraph(plain(words::WEAKER)));
    blocks
}

fn one(grade: &Grade) -> Vec<Block> {
    let reasons = |title: &str, effect: Effect| {
        let of = grade.reasons.iter().filter(|reason| reason.effect == effect);
        list(title, of.map(|reason| reason.text.clone()).collect())
    };
    let mut blocks = reasons(words::SHOWS, Effect::Up);
    blocks.extend(reasons(words::DOES_NOT_SHOW, Effect::Down));
    blocks.extend(reasons(words::ALSO, Effect::None));
    let features = [
        ("Found", MarkerState::Matched),
        ("Not found", MarkerState::Missed),
        ("Cannot be seen in an item of this kind", MarkerState::NotVisible),
    ];
    let features = features.into_iter().filter_map(|(word, state)| {
        let of = grade.markers.iter().filter(|marker| marker.state == state);
        let labels: Vec<&str> = of.map(|marker| marker.label.as_str()).collect();
        (!labels.is_empty()).then(|| format!("{word}: {}.", labels.join("; ")))
    });
    blocks.extend(list(words::FEATURES, features.collect()));
    blocks
}

fn list(title: &str, items: Vec<String>) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Paragraph(plain(format!("{title}:"))),
        Block::List { marker: Marker::Bullet, items: items.into_iter().map(plain).collect() },
    ]
}
