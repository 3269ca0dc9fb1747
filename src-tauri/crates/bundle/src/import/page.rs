//! One page of the original as a form XObject of the bundle.

use super::annotation::Appearance;
use super::copy::Copier;
use super::destination::Target;
use super::geometry::{Matrix, Rect, number};
use super::open::{Imported, SourcePage};
use lopdf::{Dictionary, Object, ObjectId, Stream};
use std::collections::BTreeMap;

/// An imported page, ready to be drawn.
pub(crate) struct PlacedPage {
    /// Operators that draw it.
    pub(crate) content: Vec<u8>,
    /// What they name.
    pub(crate) objects: Vec<(String, ObjectId)>,
    pub(crate) links: Vec<PlacedLink>,
    /// How the page is composed (ISO 32000-1, 11.4.7): the bundle's page takes it over, since readers differ on groups
    /// within groups.
    pub(crate) group: Option<Object>,
}

/// A link of the original, in the coordinates of the sheet.
pub(crate) struct PlacedLink {
    pub(crate) rect: Rect,
    pub(crate) target: Target,
}

impl Imported {
    /// Copies all pages into the bundle; the original is used up. Hidden layers are returned with their state.
    pub(crate) fn place(mut self, target: &mut lopdf::Document) -> (Vec<PlacedPage>, Vec<(ObjectId, bool)>) {
        let mut copier = Copier::new(&mut self.document, target);
        let mut forms = BTreeMap::new();
        let mut placed = Vec::with_capacity(self.pages.len());
        for page in &mut self.pages {
            // The same page object may be listed twice: it is drawn twice from one form.
            let form = match forms.get(&page.id) {
                Some(form) => *form,
                None => copier.form(page),
            };
            forms.insert(page.id, form);
            placed.push(copier.placed(page, form));
        }
        copier.finish(&self.layers);
        (placed, copier.layers)
    }
}

impl Copier<'_> {
    fn form(&mut self, page: &mut SourcePage) -> ObjectId {
        let mut stream = std::mem::replace(&mut page.content, Stream::new(Dictionary::new(), Vec::new()));
        let packing: Dictionary = [&b"Filter"[..], b"DecodeParms"]
            .into_iter()
            .filter_map(|key| Some((key.to_vec(), stream.dict.remove(key)?)))
            .collect();
        let mut form = self.dictionary(packing);
        form.set("Type", Object::Name(b"XObject".to_vec()));
        form.set("Subtype", Object::Name(b"Form".to_vec()));
        form.set("BBox", page.shown.object());
        let resources = page
            .resources
            .take()
            .map_or_else(|| Object::Dictionary(Dictionary::new()), |resources| self.value(resources));
        form.set("Resources", resources);
        self.target.add_object(Stream::new(form, stream.content))
    }

    fn placed(&mut self, page: &mut SourcePage, form: ObjectId) -> PlacedPage {
        let Rect { x0, y0, .. } = page.shown;
        let mut content = format!(
            "q {} {} {} {} {} re W n /P Do",
            page.placement.matrix.operator(),
            number(x0),
            number(y0),
            number(page.shown.width()),
            number(page.shown.height()),
        );
        let mut objects = vec![("P".to_owned(), form)];
        for (index, drawn) in page.annotations.drawn.iter_mut().enumerate() {
            let name = format!("A{index}");
            content.push_str(&format!(" q {} /{name} Do Q", drawn.matrix.operator()));
            let object = match &mut drawn.appearance {
                Appearance::Kept(id) => {
                    // Some programs leave out what an appearance is, as it can be nothing else.
                    if let Ok(stream) = self.source.get_object_mut(*id).and_then(Object::as_stream_mut) {
                        stream.dict.set("Subtype", Object::Name(b"Form".to_vec()));
                    }
                    self.reference(*id)
                }
                Appearance::Built(stream) => {
                    let dict = self.dictionary(stream.dict.clone());
                    self.target.add_object(Stream::new(dict, stream.content.clone()))
                }
            };
            objects.push((name, object));
        }
        content.push_str(" Q\n");
        let links = page
            .annotations
            .links
            .iter()
            .map(|link| PlacedLink {
                rect: clipped(page.placement.matrix, page.shown, link.rect),
                target: link.target.clone(),
            })
            .collect();
        let group = page.group.clone().map(|group| self.value(group));
        PlacedPage { content: content.into_bytes(), objects, links, group }
    }
}

/// The part of a link that lies on what shows of its page, on the sheet.
fn clipped(matrix: Matrix, shown: Rect, rect: Rect) -> Rect {
    let inside = Rect {
        x0: rect.x0.clamp(shown.x0, shown.x1),
        y0: rect.y0.clamp(shown.y0, shown.y1),
        x1: rect.x1.clamp(shown.x0, shown.x1),
        y1: rect.y1.clamp(shown.y0, shown.y1),
    };
    matrix.bounds(inside)
}
