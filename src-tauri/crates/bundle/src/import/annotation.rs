//! Annotations of a page: drawn ones are flattened, links are kept, the rest is said in words.

use super::appearance::{self, Form};
use super::destination::{self, Target};
use super::field;
use super::geometry::{Matrix, Rect, numbers};
use super::layer::Layers;
use super::open::{DEPTH, dictionary, rotation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::BTreeMap;

/// How an annotation looks.
pub(super) enum Appearance {
    /// As the original draws it.
    Kept(ObjectId),
    /// As it is drawn here, since the original does not.
    Built(Box<Stream>),
}

/// An annotation with an appearance.
pub(super) struct Drawn {
    pub(super) appearance: Appearance,
    /// From the appearance's own space, after its matrix, to the page's.
    pub(super) matrix: Matrix,
}

/// An area of the page that leads somewhere.
pub(super) struct Lead {
    pub(super) rect: Rect,
    pub(super) target: Target,
}

/// What the annotations of one page come to.
#[derive(Default)]
pub(super) struct Annotations {
    pub(super) drawn: Vec<Drawn>,
    pub(super) links: Vec<Lead>,
    /// Comments of readers, which a flattened note does not show.
    pub(super) comments: Vec<String>,
    /// Form answers that no appearance shows: name and value.
    pub(super) answers: Vec<(String, String)>,
    /// Places for a signature that nobody has signed; some readers mark them.
    pub(super) unsigned: usize,
    /// Annotations with neither an appearance nor words.
    pub(super) undrawn: usize,
}

/// What annotations are read with.
struct Within<'d> {
    document: &'d Document,
    form: Form<'d>,
    layers: &'d Layers,
    pages: &'d BTreeMap<ObjectId, usize>,
    /// Degrees by which the page is turned clockwise.
    turned: f32,
}

/// Bits of the annotation flags (ISO 32000-1, 12.5.3): hidden, not turned with the page, and not shown on screen.
const HIDDEN: i64 = 2;
const NO_ROTATE: i64 = 16;
const NO_VIEW: i64 = 32;

/// Annotations read from one page at most.
const LIMIT: usize = 5_000;

pub(super) fn read(
    document: &Document,
    page: ObjectId,
    layers: &Layers,
    pages: &BTreeMap<ObjectId, usize>,
) -> Annotations {
    let mut found = Annotations::default();
    let list = document.get_dictionary(page).and_then(|page| page.get_deref(b"Annots", document));
    let Ok(list) = list.and_then(Object::as_array) else { return found };
    let turned = rotation(document, page) as f32;
    let within = Within { document, form: Form::of(document), layers, pages, turned };
    for item in list.iter().take(LIMIT) {
        if let Some(annotation) = dictionary(document, item) {
            found.add(&within, annotation);
        }
    }
    found
}

impl Annotations {
    fn add(&mut self, within: &Within<'_>, annotation: &Dictionary) {
        let Within { document, form, layers, pages, .. } = within;
        let name =
            |key: &[u8]| annotation.get_deref(key, document).and_then(Object::as_name).unwrap_or_default();
        let flags = annotation.get_deref(b"F", document).and_then(Object::as_i64).unwrap_or(0);
        let off = annotation.get(b"OC").and_then(Object::as_reference).is_ok_and(|layer| layers.hides(layer));
        if flags & (HIDDEN | NO_VIEW) != 0 || off {
            return;
        }
        let rect = annotation.get(b"Rect").ok().and_then(|rect| Rect::read(document, rect));
        match name(b"Subtype") {
            b"Popup" => return,
            b"Link" => {
                let target = destination::of_link(document, annotation, pages);
                if let (Some(rect), Some(target)) = (rect, target) {
                    self.links.push(Lead { rect, target });
                }
                return;
            }
            b"FreeText" if normal(document, annotation).is_some() => {}
            b"Widget" => {}
            _ => {
                let words = annotation.get_deref(b"Contents", document).ok().and_then(field::words);
                self.comments.extend(words);
            }
        }
        let widget = name(b"Subtype") == b"Widget";
        let built = || {
            let rect = rect.filter(|_| widget || normal(document, annotation).is_none())?;
            let is_note = matches!(name(b"Subtype"), b"Text" | b"FileAttachment" | b"Sound");
            let rect = if is_note { appearance::note(rect) } else { rect };
            let stream = if widget {
                appearance::field(document, form, annotation, rect)?
            } else if name(b"Subtype") == b"FreeText" {
                appearance::free_text(document, form, annotation, rect)?
            } else {
                appearance::mark(document, annotation, rect)?
            };
            let matrix = Matrix([1.0, 0.0, 0.0, 1.0, rect.x0, rect.y0]);
            Some(Drawn { appearance: Appearance::Built(Box::new(stream)), matrix })
        };
        let kept = || {
            let id = normal(document, annotation)?;
            Some(Drawn { appearance: Appearance::Kept(id), matrix: placed(document, id, rect?)? })
        };
        // A form may say that its looks are not those of its answers.
        let fresh = widget && form.stale && field::is_words(document, annotation);
        let drawn = if fresh { built().or_else(kept) } else { kept().or_else(built) };
        self.unsigned += usize::from(widget && field::is_unsigned(document, annotation));
        match drawn {
            Some(mut drawn) => {
                if let (true, Some(rect)) = (flags & NO_ROTATE != 0 && within.turned != 0.0, rect) {
                    drawn.matrix = drawn.matrix.then(upright(rect, within.turned));
                }
                if let (true, Appearance::Built(_)) = (widget, &drawn.appearance) {
                    self.answers.extend(field::answer(document, annotation));
                }
                self.drawn.push(drawn);
            }
            None if widget => self.answers.extend(field::answer(document, annotation)),
            None => self.undrawn += 1,
        }
    }
}

/// The normal appearance, in the state that the annotation is in (ISO 32000-1, 12.5.5).
fn normal(document: &Document, annotation: &Dictionary) -> Option<ObjectId> {
    let appearances = dictionary(document, annotation.get(b"AP").ok()?)?;
    let normal = appearances.get(b"N").ok()?;
    let (id, object) = document.dereference(normal).ok()?;
    if object.as_stream().is_ok() {
        return id;
    }
    let state = annotation.get_deref(b"AS", document).and_then(Object::as_name).ok()?;
    let (id, object) = document.dereference(object.as_dict().ok()?.get(state).ok()?).ok()?;
    object.as_stream().ok().and(id)
}

/// The matrix that fits the appearance's box into the annotation's rectangle (ISO 32000-1, algorithm 8.1).
fn placed(document: &Document, appearance: ObjectId, rect: Rect) -> Option<Matrix> {
    let stream = document.get_object(appearance).ok()?.as_stream().ok()?;
    let bounds = Rect::read(document, stream.dict.get(b"BBox").ok()?)?;
    let own = stream.dict.get(b"Matrix").ok().and_then(|matrix| numbers(document, matrix));
    let own = own.and_then(|n| <[f32; 6]>::try_from(n).ok()).map_or(Matrix::IDENTITY, Matrix);
    let drawn = own.bounds(bounds);
    if drawn.width() <= 0.0 || drawn.height() <= 0.0 {
        return None;
    }
    let (sx, sy) = (rect.width() / drawn.width(), rect.height() / drawn.height());
    Some(Matrix([sx, 0.0, 0.0, sy, rect.x0 - drawn.x0 * sx, rect.y0 - drawn.y0 * sy]))
}

/// Turns what stands in a rectangle of a turned page upright again, about its upper left corner.
fn upright(rect: Rect, turned: f32) -> Matrix {
    let (sin, cos) = turned.to_radians().sin_cos();
    Matrix([1.0, 0.0, 0.0, 1.0, -rect.x0, -rect.y1])
        .then(Matrix([cos, sin, -sin, cos, 0.0, 0.0]))
        .then(Matrix([1.0, 0.0, 0.0, 1.0, rect.x0, rect.y1]))
}

/// Longest run of comments and answers printed on an exhibit sheet.
const SAID: usize = 40;

/// What the annotations hold that their pages will not show.
pub(super) fn remarks<'a>(pages: impl Iterator<Item = &'a Annotations> + Clone) -> Vec<String> {
    let mut remarks = Vec::new();
    let answers: Vec<String> = pages
        .clone()
        .flat_map(|page| &page.answers)
        .map(|(name, value)| if name.is_empty() { value.clone() } else { format!("{name}: {value}") })
        .collect();
    if !answers.is_empty() {
        remarks.push(format!(
            "The form holds answers that it does not draw itself; here they are in words: {}.",
            listed(&answers)
        ));
    }
    let comments: Vec<String> = pages
        .clone()
        .enumerate()
        .flat_map(|(index, page)| {
            page.comments.iter().map(move |words| format!("page {}: “{words}”", index + 1))
        })
        .collect();
    if !comments.is_empty() {
        remarks.push(format!("The PDF carries comments, here in words: {}.", listed(&comments)));
    }
    let unsigned: usize = pages.clone().map(|page| page.unsigned).sum();
    if unsigned > 0 {
        let text = "The form has a place for a digital signature, which nobody has signed; some programs mark that place.";
        remarks.push(text.to_owned());
    }
    let undrawn: usize = pages.map(|page| page.undrawn).sum();
    if undrawn > 0 {
        let text = match undrawn {
            1 => "The PDF has one annotation that does not say how it looks; it is not shown.".to_owned(),
            _ => format!(
                "The PDF has {undrawn} annotations that do not say how they look; they are not shown."
            ),
        };
        remarks.push(text);
    }
    remarks
}

fn listed(items: &[String]) -> String {
    let mut text = items.iter().take(SAID).cloned().collect::<Vec<_>>().join("; ");
    if items.len() > SAID {
        text.push_str(&format!("; and {} more", items.len() - SAID));
    }
    text
}

/// Follows `Parent` up from a field, the field itself first.
pub(super) fn ancestors<'d>(document: &'d Document, field: &'d Dictionary) -> Vec<&'d Dictionary> {
    let mut chain = vec![field];
    let mut node = field;
    while chain.len() < DEPTH {
        let Some(parent) = node.get(b"Parent").ok().and_then(|parent| dictionary(document, parent)) else {
            break;
        };
        chain.push(parent);
        node = parent;
    }
    chain
}
