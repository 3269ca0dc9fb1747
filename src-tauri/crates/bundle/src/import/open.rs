//! Bytes to pages, or to a reason in plain words why there are none.

use super::annotation::Annotations;
use super::content::{Content, content};
use super::geometry::{Placement, Rect};
use super::layer::Layers;
use super::load::load;
use super::salvage::Salvage;
use super::{annotation, remark, rescue, tree};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::BTreeMap;

/// Levels of the page tree and of field parents that are followed.
pub(super) const DEPTH: usize = 64;

/// A PDF that can be imported.
pub(crate) struct Imported {
    pub(crate) document: Document,
    pub(crate) pages: Vec<SourcePage>,
    /// What the reader of the exhibit must be told.
    pub(crate) remarks: Vec<String>,
    pub(super) layers: Layers,
}

/// A page before import.
pub(crate) struct SourcePage {
    pub(super) id: ObjectId,
    pub(super) shown: Rect,
    pub(super) resources: Option<Object>,
    pub(super) group: Option<Object>,
    pub(super) content: Stream,
    pub(super) annotations: Annotations,
    pub(crate) placement: Placement,
    /// No font is within reach: nothing on it can be searched.
    pub(crate) image_only: bool,
}

impl SourcePage {
    /// Where it lies on its sheet, in points from the lower left corner.
    pub(crate) fn area(&self) -> Rect {
        self.placement.matrix.bounds(self.shown)
    }
}

/// Opens a PDF.
///
/// # Errors
///
/// A full sentence for the placeholder page.
pub(crate) fn open(bytes: &[u8]) -> Result<Imported, String> {
    let (document, rescued) = load(bytes)?;
    let ids = tree::pages(&document);
    if !tree::any_real(&document, &ids) {
        return Err("The PDF is damaged: it holds no page that can be read.".to_owned());
    }
    let mut by_object = BTreeMap::new();
    for (index, id) in ids.iter().enumerate() {
        by_object.entry(*id).or_insert(index);
    }
    let layers = Layers::read(&document);
    let mut remarks = remark::of_document(&document, &layers, rescued);
    let mut pages = Vec::with_capacity(ids.len());
    let mut torn = Vec::new();
    for (index, id) in ids.into_iter().enumerate() {
        let annotations = annotation::read(&document, id, &layers, &by_object);
        let Content { stream, whole } = content(&document, id);
        if !whole {
            torn.push(index + 1);
        }
        pages.push(source_page(&document, id, stream, annotations));
    }
    if !torn.is_empty() {
        // The second reader unpacks what is damaged as far as it goes; what neither sees may still lie in the bytes.
        let found = rescue::contents(bytes, &torn, pages.len());
        let mut salvage = Salvage::new(bytes, &document);
        for number in &torn {
            let Some(page) = number.checked_sub(1).and_then(|place| pages.get_mut(place)) else { continue };
            let again = found.get(number).cloned().or_else(|| salvage.content(&document, page.id));
            if let Some(content) = again.filter(|content| content.len() > page.content.content.len()) {
                page.content = Stream::new(Dictionary::new(), content);
            }
        }
        let which = crate::furniture::ranges(&torn);
        remarks.push(format!("Part of the PDF is lost; these pages of it may be incomplete: {which}."));
    }
    remarks.extend(annotation::remarks(pages.iter().map(|page| &page.annotations)));
    Ok(Imported { document, pages, remarks, layers })
}

fn source_page(document: &Document, id: ObjectId, content: Stream, annotations: Annotations) -> SourcePage {
    let rect = |key: &[u8]| inherited(document, id, key).and_then(|value| Rect::read(document, value));
    let shown = Rect::visible(rect(b"MediaBox"), rect(b"CropBox"));
    let unit = document
        .get_dictionary(id)
        .ok()
        .and_then(|page| page.get_deref(b"UserUnit", document).ok())
        .and_then(|value| value.as_float().ok())
        .filter(|unit| unit.is_finite() && *unit > 0.0)
        .unwrap_or(1.0);
    let resources = inherited(document, id, b"Resources").cloned();
    let fonts = resources.as_ref().map(|value| fonts(document, value)).unwrap_or_default();
    let image_only = !fonts.in_forms && (!fonts.own || shows_no_words(&content));
    let group = document.get_dictionary(id).ok().and_then(|page| page.get(b"Group").ok()).cloned();
    let placement = Placement::of_page(shown, rotation(document, id), unit);
    SourcePage { id, shown, resources, group, content, annotations, placement, image_only }
}

/// Degrees by which a page is turned clockwise. Only quarter turns are allowed; anything else is read as none.
pub(super) fn rotation(document: &Document, page: ObjectId) -> i64 {
    let rotate = inherited(document, page, b"Rotate").and_then(|value| value.as_float().ok()).unwrap_or(0.0);
    if rotate % 90.0 == 0.0 { rotate as i64 } else { 0 }
}

/// A page's own entry, or that of the nearest node above it (ISO 32000-1, 7.7.3.4).
pub(crate) fn inherited<'d>(document: &'d Document, page: ObjectId, key: &[u8]) -> Option<&'d Object> {
    let mut node = document.get_dictionary(page).ok()?;
    for _ in 0..DEPTH {
        if let Ok(value) = node.get_deref(key, document)
            && !value.is_null()
        {
            return Some(value);
        }
        node = node.get_deref(b"Parent", document).ok()?.as_dict().ok()?;
    }
    None
}

/// Bytes up to which a page's content is looked through: that of a scan places a picture, and no more.
const SHORT: usize = 2_000;

/// Whether a short content shows no words by itself: pages of a file often share their fonts with pages that are scans.
fn shows_no_words(content: &Stream) -> bool {
    if content.content.len() > SHORT {
        return false;
    }
    let packed = content.dict.has(b"Filter");
    let unpacked = if packed { content.decompressed_content_with_limit(SHORT * 8).ok() } else { None };
    let bytes = unpacked.as_deref().or((!packed).then_some(content.content.as_slice()));
    bytes.is_some_and(|bytes| !bytes.windows(2).any(|pair| pair == b"BT"))
}

/// Where fonts are within reach of a page.
#[derive(Clone, Copy, Default)]
struct Within {
    own: bool,
    in_forms: bool,
}

/// Whether a font is among the resources, or among those of the forms drawn.
fn fonts(document: &Document, resources: &Object) -> Within {
    let found = dictionary(document, resources);
    let own = found.and_then(|resources| dictionary(document, resources.get(b"Font").ok()?));
    Within {
        own: own.is_some_and(|fonts| !fonts.is_empty()),
        in_forms: found.is_some_and(|resources| form_reaches_font(document, resources, 0)),
    }
}

fn form_reaches_font(document: &Document, resources: &Dictionary, depth: usize) -> bool {
    let entry = |of: &'_ Dictionary, key: &[u8]| {
        of.get(key).ok().and_then(|value| dictionary(document, value)).is_some_and(|found| !found.is_empty())
    };
    let objects = resources.get(b"XObject").ok().and_then(|objects| dictionary(document, objects));
    depth < 4
        && objects.is_some_and(|objects| {
            objects.iter().take(64).any(|(_, value)| {
                let stream = document.dereference(value).ok().and_then(|(_, object)| object.as_stream().ok());
                let Some(form) = stream.filter(|stream| is_form(&stream.dict)) else { return false };
                match form.dict.get(b"Resources").ok().and_then(|own| dictionary(document, own)) {
                    Some(own) => entry(own, b"Font") || form_reaches_font(document, own, depth + 1),
                    // A form without resources of its own uses those of what draws it (ISO 32000-1, 7.8.3).
                    None => entry(resources, b"Font") && !shows_no_words(form),
                }
            })
        })
}

fn is_form(entries: &Dictionary) -> bool {
    entries.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Form")
}

pub(super) fn dictionary<'d>(document: &'d Document, value: &'d Object) -> Option<&'d Dictionary> {
    document.dereference(value).ok()?.1.as_dict().ok()
}
