//! The page objects.

use super::name;
use crate::import::{Rect, Target};
use crate::leaf::Leaf;
use crate::pack;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat};

/// What lies under the ink of one page: operators, the objects that they name, and links.
#[derive(Default)]
pub(crate) struct Overlay {
    pub(crate) content: Vec<u8>,
    pub(crate) objects: Vec<(String, ObjectId)>,
    /// Areas on the sheet, with pages counted from 1 in the bundle.
    pub(crate) links: Vec<(Rect, Target)>,
    pub(crate) group: Option<Object>,
}

/// The pages of the file; their objects are known before any of them is written.
pub(crate) struct Tree {
    root: ObjectId,
    pub(crate) pages: Vec<ObjectId>,
}

impl Tree {
    pub(crate) fn new(document: &mut Document, count: usize) -> Self {
        let root = document.new_object_id();
        Self { root, pages: (0..count).map(|_| document.new_object_id()).collect() }
    }

    pub(crate) fn root(&self) -> ObjectId {
        self.root
    }

    fn page(&self, number: usize) -> Option<ObjectId> {
        self.pages.get(number.checked_sub(1)?).copied()
    }

    /// Where a link or a bookmark to page `number` leads: its top, at the zoom in use.
    pub(crate) fn destination(&self, number: usize) -> Option<Object> {
        let page = Object::Reference(self.page(number)?);
        Some(Object::Array(vec![page, name("XYZ"), Object::Null, Object::Null, Object::Null]))
    }

    /// Writes one page.
    pub(crate) fn write(
        &self,
        document: &mut Document,
        number: usize,
        leaf: &Leaf,
        under: Overlay,
        ink: &str,
        fonts: ObjectId,
    ) {
        let Some(id) = self.page(number) else { return };
        let (width, height) = leaf.size();
        let mut content = under.content;
        content.extend_from_slice(ink.as_bytes());
        let content = document.add_object(pack(Stream::new(Dictionary::new(), content)));
        let mut resources = Dictionary::new();
        resources.set("Font", Object::Reference(fonts));
        if !under.objects.is_empty() {
            let objects: Dictionary = under
                .objects
                .into_iter()
                .map(|(name, id)| (name.into_bytes(), Object::Reference(id)))
                .collect();
            resources.set("XObject", Object::Dictionary(objects));
        }
        let drawn = leaf.links.iter().map(|link| {
            let [left, top, right, bottom] = link.area;
            let rect = Rect { x0: left, y0: height - bottom, x1: right, y1: height - top };
            (rect, Target::Page(link.page))
        });
        let annotations: Vec<Object> =
            drawn.chain(under.links).filter_map(|(rect, target)| self.link(document, rect, target)).collect();
        let mut page = Dictionary::new();
        page.set("Type", name("Page"));
        page.set("Parent", Object::Reference(self.root));
        page.set("MediaBox", Rect { x0: 0.0, y0: 0.0, x1: width, y1: height }.object());
        page.set("Resources", Object::Dictionary(resources));
        page.set("Contents", Object::Reference(content));
        if !annotations.is_empty() {
            page.set("Annots", Object::Array(annotations));
        }
        if let Some(group) = under.group {
            page.set("Group", group);
        }
        document.set_object(id, Object::Dictionary(page));
    }

    fn link(&self, document: &mut Document, rect: Rect, target: Target) -> Option<Object> {
        let mut action = Dictionary::new();
        match target {
            Target::Page(number) => {
                action.set("S", name("GoTo"));
                action.set("D", self.destination(number)?);
            }
            Target::Uri(address) => {
                action.set("S", name("URI"));
                action.set("URI", Object::String(address, StringFormat::Literal));
            }
        }
        let mut link = Dictionary::new();
        link.set("Type", name("Annot"));
        link.set("Subtype", name("Link"));
        link.set("Rect", rect.object());
        link.set("Border", Object::Array(vec![0.into(), 0.into(), 0.into()]));
        // Links are printed, so that nothing is hidden on paper (bit 3).
        link.set("F", Object::Integer(4));
        link.set("A", Object::Dictionary(action));
        Some(Object::Reference(document.add_object(link)))
    }

    /// Writes the node above all pages.
    pub(crate) fn close(&self, document: &mut Document) {
        let mut root = Dictionary::new();
        root.set("Type", name("Pages"));
        root.set("Count", Object::Integer(i64::try_from(self.pages.len()).unwrap_or(i64::MAX)));
        root.set("Kids", Object::Array(self.pages.iter().map(|id| Object::Reference(*id)).collect()));
        document.set_object(self.root, Object::Dictionary(root));
    }
}
