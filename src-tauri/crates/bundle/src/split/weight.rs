//! How many bytes a page brings into a file, and which it shares with others.

use lopdf::{Document, Object, ObjectId};
use std::collections::{BTreeMap, BTreeSet};

/// Bytes that an object costs beside its stream, as reckoned: what a dictionary of ours takes, packed.
const OBJECT: u64 = 60;
/// Objects that all pages may need together, those that many need counted for each.
const NEEDED: usize = 20_000_000;
/// Bytes that every file has: catalogue, metadata, cross-reference.
const FILE: u64 = 20_000;

/// What each page needs.
pub(super) struct Weights {
    /// Objects of each page, in the order of the pages.
    pages: Vec<Vec<ObjectId>>,
    sizes: BTreeMap<ObjectId, u64>,
}

impl Weights {
    /// `None` where the pages need more together than is reckoned with.
    pub(super) fn of(document: &Document, pages: &[ObjectId]) -> Option<Self> {
        let mut sizes = BTreeMap::new();
        let others: BTreeSet<ObjectId> = pages.iter().copied().collect();
        let mut room = NEEDED;
        let mut needed = Vec::with_capacity(pages.len());
        for page in pages {
            let mut met = BTreeSet::from([*page]);
            let mut waiting = vec![*page];
            while let Some(id) = waiting.pop() {
                room = room.checked_sub(1)?;
                let Ok(object) = document.get_object(id) else { continue };
                sizes.entry(id).or_insert_with(|| size(object));
                references(object, &mut |next| {
                    // Links lead to other pages, which are not drawn along.
                    if !others.contains(&next) && met.insert(next) {
                        waiting.push(next);
                    }
                });
            }
            needed.push(met.into_iter().collect());
        }
        Some(Self { pages: needed, sizes })
    }

    pub(super) fn len(&self) -> usize {
        self.pages.len()
    }

    /// What a file weighs to which pages are added one by one.
    pub(super) fn file(&self) -> FileWeight<'_> {
        FileWeight { weights: self, held: BTreeSet::new(), bytes: FILE }
    }
}

/// A file that grows.
pub(super) struct FileWeight<'w> {
    weights: &'w Weights,
    held: BTreeSet<ObjectId>,
    pub(super) bytes: u64,
}

impl FileWeight<'_> {
    pub(super) fn add(&mut self, place: usize) {
        for id in self.weights.pages.get(place).into_iter().flatten() {
            if self.held.insert(*id) {
                self.bytes += self.weights.sizes.get(id).copied().unwrap_or(OBJECT);
            }
        }
    }
}

fn size(object: &Object) -> u64 {
    match object {
        Object::Stream(stream) => OBJECT + stream.content.len() as u64,
        _ => OBJECT,
    }
}

fn references(object: &Object, found: &mut dyn FnMut(ObjectId)) {
    match object {
        Object::Reference(id) => found(*id),
        Object::Array(items) => items.iter().for_each(|item| references(item, found)),
        Object::Dictionary(entries) => entries.iter().for_each(|(_, value)| references(value, found)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, value)| references(value, found)),
        _ => {}
    }
}
