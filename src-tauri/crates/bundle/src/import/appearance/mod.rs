//! Looks for annotations that have none: fields drawn from their answers, marks from their lines (ISO 32000-1, 12.5.5).
//!
//! Readers draw these as each sees fit. What is drawn here is plain: it shows what the file says, where it says it.

mod choice;
mod face;
mod field;
mod mark;
mod stamp;

pub(super) use field::{Form, field, free_text};
pub(super) use mark::{mark, note};

use super::geometry::{Rect, number, numbers};
use lopdf::{Dictionary, Document, Object, Stream};

/// A form XObject whose box has its corner at the origin.
fn form(width: f32, height: f32, content: String, resources: Dictionary) -> Stream {
    let mut entries = Dictionary::new();
    entries.set("Type", Object::Name(b"XObject".to_vec()));
    entries.set("Subtype", Object::Name(b"Form".to_vec()));
    entries.set("BBox", Rect { x0: 0.0, y0: 0.0, x1: width, y1: height }.object());
    entries.set("Resources", Object::Dictionary(resources));
    Stream::new(entries, content.into_bytes())
}

/// The operator that sets a colour of one, three or four parts, for lines or for areas; `None` for no colour.
fn colour(document: &Document, value: Option<&Object>, lines: bool) -> Option<String> {
    let parts = numbers(document, value?)?;
    let operator = match (parts.len(), lines) {
        (1, true) => "G",
        (1, false) => "g",
        (3, true) => "RG",
        (3, false) => "rg",
        (4, true) => "K",
        (4, false) => "k",
        _ => return None,
    };
    let parts: Vec<String> = parts.into_iter().map(|part| number(part.clamp(0.0, 1.0))).collect();
    Some(format!("{} {operator}\n", parts.join(" ")))
}

/// Width of the border: `BS` before `Border`, else one point.
fn border(document: &Document, annotation: &Dictionary) -> f32 {
    let style = annotation.get_deref(b"BS", document).and_then(Object::as_dict);
    let width = style.and_then(|style| style.get_deref(b"W", document)).and_then(Object::as_float);
    let old = || numbers(document, annotation.get(b"Border").ok()?)?.get(2).copied();
    width.ok().or_else(old).filter(|width| width.is_finite()).unwrap_or(1.0).clamp(0.0, 50.0)
}
