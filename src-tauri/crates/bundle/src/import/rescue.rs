//! A second reader for files that the first one cannot open: what it finds is copied object by object.

use super::STREAM_LIMIT;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{
    Array, Dict, MaybeRef, Object as Found, ObjectIdentifier, Stream as FoundStream,
};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat};
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Objects copied at most, and levels of arrays and dictionaries inside one another.
const OBJECTS: usize = 2_000_000;
const DEPTH: usize = 64;
/// Bytes of streams copied at most, as a multiple of the file.
const TIMES: usize = 4;

/// The document as the second reader sees it, with at least one page; its pages are hung under one node.
pub(super) fn rescue(bytes: &[u8]) -> Option<Document> {
    let read = || {
        let pdf = Pdf::new(Arc::new(bytes.to_vec())).ok()?;
        let mut copy = Copy {
            pdf: &pdf,
            document: Document::with_version("1.7"),
            waiting: Vec::new(),
            met: BTreeSet::new(),
            room: bytes.len().saturating_mul(TIMES),
        };
        let mut kids = Vec::new();
        for page in pdf.pages().iter() {
            let id = id(page.raw().obj_id()?);
            copy.want(id);
            kids.push(Object::Reference(id));
        }
        let mut catalog = match pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()) {
            Some(catalog) => copy.dictionary(&catalog, 0),
            None => Dictionary::new(),
        };
        copy.finish();
        let mut document = copy.document;
        if kids.is_empty() {
            return None;
        }
        let mut node = Dictionary::new();
        node.set("Type", Object::Name(b"Pages".to_vec()));
        node.set("Count", Object::Integer(i64::try_from(kids.len()).ok()?));
        node.set("Kids", Object::Array(kids));
        catalog.set("Pages", Object::Reference(document.add_object(node)));
        let root = document.add_object(catalog);
        document.trailer.set("Root", Object::Reference(root));
        Some(document)
    };
    catch_unwind(AssertUnwindSafe(read)).ok().flatten()
}

/// How many pages the second reader sees.
pub(super) fn pages(bytes: &[u8]) -> usize {
    let read = || Pdf::new(Arc::new(bytes.to_vec())).map_or(0, |pdf| pdf.pages().len());
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(0)
}

/// Whether the second reader finds any of these objects, with bytes where they are streams.
pub(super) fn finds(bytes: &[u8], lost: &[ObjectId]) -> bool {
    let read = || {
        let Ok(pdf) = Pdf::new(Arc::new(bytes.to_vec())) else { return false };
        lost.iter().any(|id| {
            match pdf.xref().get::<Found<'_>>(ObjectIdentifier::new(id.0, i32::from(id.1))) {
                None | Some(Found::Null(_)) => false,
                Some(Found::Stream(stream)) => !stream.raw_data().is_empty(),
                Some(_) => true,
            }
        })
    };
    !lost.is_empty() && catch_unwind(AssertUnwindSafe(read)).unwrap_or(false)
}

/// What can be unpacked of the contents of some pages, each with its number from 1; nothing where the second reader sees
/// other pages.
pub(super) fn contents(bytes: &[u8], numbers: &[usize], pages: usize) -> BTreeMap<usize, Vec<u8>> {
    let read = || {
        let Ok(pdf) = Pdf::new(Arc::new(bytes.to_vec())) else { return BTreeMap::new() };
        if pdf.pages().len() != pages {
            return BTreeMap::new();
        }
        let one = |number: &usize| {
            let content = pdf.pages().get(number.checked_sub(1)?)?.page_stream()?;
            (!content.is_empty() && content.len() <= STREAM_LIMIT).then(|| (*number, content.to_vec()))
        };
        numbers.iter().filter_map(one).collect()
    };
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_default()
}

struct Copy<'p> {
    pdf: &'p Pdf,
    document: Document,
    waiting: Vec<ObjectId>,
    met: BTreeSet<ObjectId>,
    room: usize,
}

fn id(id: ObjectIdentifier) -> ObjectId {
    (id.obj_number, u16::try_from(id.gen_number).unwrap_or(0))
}

impl Copy<'_> {
    fn want(&mut self, id: ObjectId) {
        if self.met.len() < OBJECTS && self.met.insert(id) {
            self.document.max_id = self.document.max_id.max(id.0);
            self.waiting.push(id);
        }
    }

    fn finish(&mut self) {
        while let Some(id) = self.waiting.pop() {
            let found = self.pdf.xref().get::<Found<'_>>(ObjectIdentifier::new(id.0, i32::from(id.1)));
            let object = found.map_or(Object::Null, |found| self.object(found, 0));
            self.document.set_object(id, object);
        }
    }

    fn object(&mut self, found: Found<'_>, depth: usize) -> Object {
        match found {
            Found::Null(_) => Object::Null,
            Found::Boolean(value) => Object::Boolean(value),
            Found::Number(number) => {
                let (whole, real) = (number.as_i64(), number.as_f64());
                // Whole numbers are told by their value: both kinds are read alike where either may stand.
                if whole as f64 == real { Object::Integer(whole) } else { Object::Real(number.as_f32()) }
            }
            Found::String(text) => Object::String(text.as_bytes().to_vec(), StringFormat::Literal),
            Found::Name(name) => Object::Name(name.as_ref().to_vec()),
            Found::Dict(entries) => Object::Dictionary(self.dictionary(&entries, depth + 1)),
            Found::Array(items) => Object::Array(self.array(&items, depth + 1)),
            Found::Stream(stream) => self.stream(&stream, depth + 1),
        }
    }

    fn value(&mut self, value: MaybeRef<Found<'_>>, depth: usize) -> Object {
        match value {
            MaybeRef::Ref(reference) => {
                let id = id(reference.into());
                self.want(id);
                Object::Reference(id)
            }
            MaybeRef::NotRef(found) => self.object(found, depth),
        }
    }

    fn array(&mut self, items: &Array<'_>, depth: usize) -> Vec<Object> {
        if depth > DEPTH {
            return Vec::new();
        }
        items.raw_iter().map(|item| self.value(item, depth)).collect()
    }

    fn dictionary(&mut self, entries: &Dict<'_>, depth: usize) -> Dictionary {
        if depth > DEPTH {
            return Dictionary::new();
        }
        entries.entries().map(|(key, value)| (key.as_ref().to_vec(), self.value(value, depth))).collect()
    }

    fn stream(&mut self, stream: &FoundStream<'_>, depth: usize) -> Object {
        let mut entries = self.dictionary(stream.dict(), depth);
        // What was encrypted has been opened.
        if let Ok(filters) = entries.get_mut(b"Filter")
            && let Object::Array(filters) = filters
        {
            filters.retain(|filter| filter.as_name().ok() != Some(b"Crypt"));
        }
        let data = stream.raw_data();
        if data.len() > self.room {
            return Object::Null;
        }
        self.room -= data.len();
        Object::Stream(Stream::new(entries, data.into_owned()).with_compression(false))
    }
}
