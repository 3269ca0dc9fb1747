//! Catalogue, information and trailer.

use super::outline::{self, Bookmark};
use super::tree::Tree;
use super::xmp::xmp;
use super::{name, text_string};
use crate::told::{self, Told};
use jiff::civil::Date;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat};

/// What the file says about itself.
pub(crate) struct Finish<'p> {
    pub(crate) title: &'p str,
    /// The proceeding.
    pub(crate) subject: &'p str,
    /// BCP 47 tag.
    pub(crate) language: &'p str,
    /// The day that the file speaks for.
    pub(crate) date: Date,
    pub(crate) bookmarks: &'p [Bookmark],
    /// Imported layers and whether they are hidden.
    pub(crate) layers: &'p [(ObjectId, bool)],
    /// What it tells the program that made it.
    pub(crate) told: Option<&'p Told>,
    /// A hash of everything that went in.
    pub(crate) id: [u8; 16],
}

const PRODUCER: &str = concat!("Joinder ", env!("CARGO_PKG_VERSION"));

/// Writes what stands above the pages.
pub(crate) fn finish(document: &mut Document, tree: &Tree, finish: &Finish<'_>) {
    tree.close(document);
    let mut catalog = Dictionary::new();
    catalog.set("Type", name("Catalog"));
    catalog.set("Pages", Object::Reference(tree.root()));
    catalog.set("PageMode", name("UseOutlines"));
    catalog.set("Lang", text_string(finish.language));
    catalog.set("PageLabels", page_labels());
    if let Some(first) = tree.pages.first() {
        // 100 % at the top of page 1 (EB-08).
        let first = Object::Reference(*first);
        catalog
            .set("OpenAction", Object::Array(vec![first, name("XYZ"), Object::Null, Object::Null, 1.into()]));
    }
    if let Some(told) = finish.told {
        catalog.set("PieceInfo", told::piece(told, finish.date));
    }
    let mut preferences = Dictionary::new();
    preferences.set("DisplayDocTitle", Object::Boolean(true));
    catalog.set("ViewerPreferences", Object::Dictionary(preferences));
    let outlines = outline::write(document, tree, finish.bookmarks);
    catalog.set("Outlines", Object::Reference(outlines));
    if !finish.layers.is_empty() {
        catalog.set("OCProperties", layers(finish.layers));
    }
    let mut entries = Dictionary::new();
    entries.set("Type", name("Metadata"));
    entries.set("Subtype", name("XML"));
    let packet = xmp(finish.title, finish.subject, finish.language, finish.date, PRODUCER);
    // Left unpacked, so that programs which do not read PDF can find it.
    let metadata = Stream::new(entries, packet.into_bytes()).with_compression(false);
    let metadata = document.add_object(metadata);
    catalog.set("Metadata", Object::Reference(metadata));
    let catalog = document.add_object(catalog);

    let mut info = Dictionary::new();
    info.set("Title", text_string(finish.title));
    info.set("Subject", text_string(finish.subject));
    info.set("Creator", text_string("Joinder"));
    info.set("Producer", text_string(PRODUCER));
    info.set("CreationDate", date(finish.date));
    info.set("ModDate", date(finish.date));
    let info = document.add_object(info);
    let id = Object::String(finish.id.to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("Root", Object::Reference(catalog));
    document.trailer.set("Info", Object::Reference(info));
    document.trailer.set("ID", Object::Array(vec![id.clone(), id]));
}

/// Labels 1, 2, 3 from the first page on, equal to the printed numbers (EB-03).
fn page_labels() -> Object {
    let mut range = Dictionary::new();
    range.set("S", name("D"));
    range.set("St", Object::Integer(1));
    let mut labels = Dictionary::new();
    labels.set("Nums", Object::Array(vec![0.into(), Object::Dictionary(range)]));
    Object::Dictionary(labels)
}

fn layers(layers: &[(ObjectId, bool)]) -> Object {
    let all = layers.iter().map(|(id, _)| Object::Reference(*id)).collect();
    let off = layers.iter().filter(|(_, hidden)| *hidden).map(|(id, _)| Object::Reference(*id)).collect();
    let mut config = Dictionary::new();
    config.set("Name", text_string("Default"));
    config.set("OFF", Object::Array(off));
    config.set("Order", Object::Array(Vec::new()));
    let mut properties = Dictionary::new();
    properties.set("OCGs", Object::Array(all));
    properties.set("D", Object::Dictionary(config));
    Object::Dictionary(properties)
}

fn date(date: Date) -> Object {
    text_string(&format!("D:{:04}{:02}{:02}000000Z", date.year(), date.month(), date.day()))
}
