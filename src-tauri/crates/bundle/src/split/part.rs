//! One file out of several.

use crate::assemble::{name, text_string};
use crate::renamed;
use lopdf::{Dictionary, Document, Object, ObjectId, SaveOptions, decode_text_string};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Bookmarks and levels of them that are taken along.
const BOOKMARKS: usize = 200_000;
const DEPTH: usize = 32;

/// What all parts are made from.
pub(super) struct Parts<'d> {
    source: &'d Document,
    pages: &'d [ObjectId],
    places: BTreeMap<ObjectId, usize>,
    bookmarks: Vec<Mark>,
}

/// A bookmark with those under it.
struct Mark {
    title: String,
    place: Option<usize>,
    children: Vec<Mark>,
}

impl<'d> Parts<'d> {
    pub(super) fn new(source: &'d Document, pages: &'d [ObjectId]) -> Self {
        let mut places = BTreeMap::new();
        for (place, id) in pages.iter().enumerate() {
            places.entry(*id).or_insert(place);
        }
        let mut parts = Self { source, pages, places, bookmarks: Vec::new() };
        let outlines = source.catalog().and_then(|catalog| catalog.get_deref(b"Outlines", source));
        let first = outlines.and_then(Object::as_dict).and_then(|outlines| outlines.get(b"First"));
        let first = first.and_then(Object::as_reference).ok();
        parts.bookmarks = first.map(|first| parts.read(first, 0, &mut BTreeSet::new())).unwrap_or_default();
        parts
    }

    fn read(&self, first: ObjectId, depth: usize, met: &mut BTreeSet<ObjectId>) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut next = Some(first);
        while let Some(id) = next.filter(|id| met.len() < BOOKMARKS && met.insert(*id)) {
            let Ok(entry) = self.source.get_dictionary(id) else { break };
            let title = entry.get_deref(b"Title", self.source).ok().and_then(|t| decode_text_string(t).ok());
            let below = entry.get(b"First").and_then(Object::as_reference).ok().filter(|_| depth < DEPTH);
            marks.push(Mark {
                title: title.unwrap_or_default(),
                place: self.leads_to(entry),
                children: below.map(|below| self.read(below, depth + 1, met)).unwrap_or_default(),
            });
            next = entry.get(b"Next").and_then(Object::as_reference).ok();
        }
        marks
    }

    /// The place of the page that a bookmark or a link leads to.
    fn leads_to(&self, entry: &Dictionary) -> Option<usize> {
        let destination = match entry.get_deref(b"Dest", self.source) {
            Ok(destination) => destination,
            Err(_) => {
                let action = entry.get_deref(b"A", self.source).ok()?.as_dict().ok()?;
                if action.get_deref(b"S", self.source).and_then(Object::as_name).ok() != Some(b"GoTo") {
                    return None;
                }
                action.get_deref(b"D", self.source).ok()?
            }
        };
        let array = crate::import::explicit(self.source, destination)?;
        self.places.get(&array.first()?.as_reference().ok()?).copied()
    }

    /// Places where documents begin: those of the bookmarks, rising.
    pub(super) fn document_starts(&self) -> Vec<usize> {
        fn all(marks: &[Mark], found: &mut BTreeSet<usize>) {
            for mark in marks {
                found.extend(mark.place);
                all(&mark.children, found);
            }
        }
        let mut found = BTreeSet::new();
        all(&self.bookmarks, &mut found);
        found.into_iter().collect()
    }

    /// Writes part `number`, from 1, of the parts with these ranges.
    pub(super) fn write(
        &self,
        number: usize,
        ranges: &[Range<usize>],
        file_name: &dyn Fn(usize) -> String,
    ) -> lopdf::Result<Vec<u8>> {
        let range = number.checked_sub(1).and_then(|index| ranges.get(index)).cloned().unwrap_or_default();
        let mut writer = Writer {
            parts: self,
            ranges,
            range: range.clone(),
            file_name,
            target: Document::with_version("1.7"),
            copied: BTreeMap::new(),
            waiting: Vec::new(),
        };
        writer.document();
        let mut out = Vec::new();
        let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
        writer.target.save_with_options(&mut out, options)?;
        Ok(out)
    }
}

struct Writer<'p, 'd> {
    parts: &'p Parts<'d>,
    ranges: &'p [Range<usize>],
    range: Range<usize>,
    file_name: &'p dyn Fn(usize) -> String,
    target: Document,
    copied: BTreeMap<ObjectId, ObjectId>,
    waiting: Vec<(ObjectId, ObjectId)>,
}

impl Writer<'_, '_> {
    fn document(&mut self) {
        let root = self.target.new_object_id();
        let sources: Vec<ObjectId> = self.parts.pages.get(self.range.clone()).unwrap_or_default().to_vec();
        let pages: Vec<ObjectId> = sources.iter().map(|_| self.target.new_object_id()).collect();
        // Pages are known before any is written, so that links find them.
        self.copied.extend(sources.iter().copied().zip(pages.iter().copied()));
        for (source, page) in sources.into_iter().zip(&pages) {
            let entries = self.parts.source.get_dictionary(source).cloned().unwrap_or_default();
            let mut entries = self.page(source, entries);
            entries.set("Parent", Object::Reference(root));
            self.target.set_object(*page, Object::Dictionary(entries));
        }
        let mut node = Dictionary::new();
        node.set("Type", name("Pages"));
        node.set("Count", Object::Integer(pages.len() as i64));
        node.set("Kids", Object::Array(pages.iter().map(|id| Object::Reference(*id)).collect()));
        self.target.set_object(root, Object::Dictionary(node));
        self.catalog(root, &pages);
        self.finish();
    }

    /// A page with what it inherited, and its links.
    fn page(&mut self, id: ObjectId, mut entries: Dictionary) -> Dictionary {
        for key in [&b"Resources"[..], b"MediaBox", b"CropBox", b"Rotate"] {
            if !entries.has(key)
                && let Some(value) = crate::import::inherited(self.parts.source, id, key)
            {
                entries.set(key, value.clone());
            }
        }
        entries.remove(b"Parent");
        entries.remove(b"StructParents");
        let links = entries.remove(b"Annots");
        let mut page = self.dictionary(entries);
        let list = links.and_then(|links| {
            let (_, list) = self.parts.source.dereference(&links).ok()?;
            Some(list.as_array().ok()?.clone())
        });
        let links: Vec<Object> = list
            .into_iter()
            .flatten()
            .filter_map(|link| {
                let (_, link) = self.parts.source.dereference(&link).ok()?;
                let link = self.link(link.as_dict().ok()?.clone());
                Some(Object::Reference(self.target.add_object(link)))
            })
            .collect();
        if !links.is_empty() {
            page.set("Annots", Object::Array(links));
        }
        page
    }

    /// A link stays in the file where its page is in it, and else opens the file that has the page.
    fn link(&mut self, mut link: Dictionary) -> Dictionary {
        let place = self.parts.leads_to(&link);
        let Some(place) = place else { return self.dictionary(link) };
        link.remove(b"Dest");
        link.remove(b"A");
        link.remove(b"P");
        let mut action = Dictionary::new();
        match self.inside(place) {
            Some(page) => {
                action.set("S", name("GoTo"));
                action.set("D", destination(Object::Reference(page)));
            }
            None => self.other_file(place, &mut action),
        }
        let mut link = self.dictionary(link);
        link.set("A", Object::Dictionary(action));
        link
    }

    fn inside(&self, place: usize) -> Option<ObjectId> {
        if !self.range.contains(&place) {
            return None;
        }
        self.copied.get(self.parts.pages.get(place)?).copied()
    }

    /// Remote GoTo (ISO 32000-1, 12.6.4.3): pages of another file are counted from 0.
    fn other_file(&self, place: usize, action: &mut Dictionary) {
        let Some((index, range)) = self.ranges.iter().enumerate().find(|(_, range)| range.contains(&place))
        else {
            return;
        };
        action.set("S", name("GoToR"));
        action.set("F", text_string(&(self.file_name)(index + 1)));
        action.set("D", destination(Object::Integer((place - range.start) as i64)));
    }

    fn catalog(&mut self, root: ObjectId, pages: &[ObjectId]) {
        let source = self.parts.source;
        let mut catalog = Dictionary::new();
        catalog.set("Type", name("Catalog"));
        catalog.set("Pages", Object::Reference(root));
        catalog.set("PageMode", name("UseOutlines"));
        let old = source.catalog().cloned().unwrap_or_default();
        for key in ["Lang", "ViewerPreferences", "OCProperties", "Metadata"] {
            if let Ok(value) = old.get(key.as_bytes()) {
                let value = self.value(value.clone());
                catalog.set(key, value);
            }
        }
        let mut range = Dictionary::new();
        range.set("S", name("D"));
        range.set("St", Object::Integer(self.range.start as i64 + 1));
        let mut labels = Dictionary::new();
        labels.set("Nums", Object::Array(vec![0.into(), Object::Dictionary(range)]));
        catalog.set("PageLabels", Object::Dictionary(labels));
        if let Some(first) = pages.first() {
            let first = Object::Reference(*first);
            let view = vec![first, name("XYZ"), Object::Null, Object::Null, 1.into()];
            catalog.set("OpenAction", Object::Array(view));
        }
        let outlines = self.target.new_object_id();
        let (mut entries, shown) = self.marks(&self.parts.bookmarks, outlines);
        entries.set("Type", name("Outlines"));
        entries.set("Count", Object::Integer(shown));
        self.target.set_object(outlines, Object::Dictionary(entries));
        catalog.set("Outlines", Object::Reference(outlines));
        let catalog = self.target.add_object(catalog);
        self.target.trailer.set("Root", Object::Reference(catalog));
        if let Ok(info) = source.trailer.get_deref(b"Info", source).and_then(Object::as_dict) {
            let info = self.dictionary(info.clone());
            let info = self.target.add_object(info);
            self.target.trailer.set("Info", Object::Reference(info));
        }
        if let Ok(id) = source.trailer.get(b"ID") {
            self.target.trailer.set("ID", id.clone());
        }
    }

    /// Bookmarks to pages of this file, and those above them.
    fn marks(&mut self, marks: &[Mark], parent: ObjectId) -> (Dictionary, i64) {
        let here: Vec<&Mark> = marks.iter().filter(|mark| mark.is_in(&self.range)).collect();
        let ids: Vec<ObjectId> = here.iter().map(|_| self.target.new_object_id()).collect();
        let mut shown = 0;
        for (index, (mark, id)) in here.into_iter().zip(&ids).enumerate() {
            let (mut entries, below) = self.marks(&mark.children, *id);
            if below > 0 {
                entries.set("Count", Object::Integer(below));
            }
            shown += 1 + below;
            entries.set("Title", text_string(&mark.title));
            entries.set("Parent", Object::Reference(parent));
            match mark.place.map(|place| (place, self.inside(place))) {
                Some((_, Some(page))) => entries.set("Dest", destination(Object::Reference(page))),
                Some((place, None)) => {
                    let mut action = Dictionary::new();
                    self.other_file(place, &mut action);
                    entries.set("A", Object::Dictionary(action));
                }
                None => {}
            }
            if let Some(before) = index.checked_sub(1).and_then(|before| ids.get(before)) {
                entries.set("Prev", Object::Reference(*before));
            }
            if let Some(after) = ids.get(index + 1) {
                entries.set("Next", Object::Reference(*after));
            }
            self.target.set_object(*id, Object::Dictionary(entries));
        }
        let mut entries = Dictionary::new();
        if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
            entries.set("First", Object::Reference(*first));
            entries.set("Last", Object::Reference(*last));
        }
        (entries, shown)
    }

    fn value(&mut self, value: Object) -> Object {
        renamed::value(value, &[], &mut |id| self.reference(id))
    }

    fn dictionary(&mut self, entries: Dictionary) -> Dictionary {
        renamed::dictionary(entries, &[], &mut |id| self.reference(id))
    }

    fn reference(&mut self, id: ObjectId) -> ObjectId {
        if let Some(new) = self.copied.get(&id) {
            return *new;
        }
        let new = self.target.new_object_id();
        self.copied.insert(id, new);
        // A page of another part is not drawn along.
        if !self.parts.places.contains_key(&id) {
            self.waiting.push((id, new));
        }
        new
    }

    fn finish(&mut self) {
        while let Some((old, new)) = self.waiting.pop() {
            let object = self.parts.source.get_object(old).cloned().unwrap_or(Object::Null);
            let object = self.value(object);
            self.target.set_object(new, object);
        }
    }
}

impl Mark {
    fn is_in(&self, range: &Range<usize>) -> bool {
        self.place.is_some_and(|place| range.contains(&place))
            || self.children.iter().any(|child| child.is_in(range))
    }
}

fn destination(page: Object) -> Object {
    Object::Array(vec![page, name("XYZ"), Object::Null, Object::Null, Object::Null])
}
