//! Rubber stamps that say their name and not how they look (ISO 32000-1, 12.5.6.12).

use super::super::geometry::{Rect, number};
use super::face::{Face, encoded, operand};
use super::{colour, form};
use lopdf::{Dictionary, Document, Object, Stream};

/// Width and height of a stamp of the usual shape.
const SHAPE: (f32, f32) = (190.0, 50.0);
/// Letters of a name at most.
const LONGEST: usize = 60;

/// The name in capitals in a frame, as large as the rectangle allows.
pub(super) fn stamp(document: &Document, annotation: &Dictionary, rect: Rect) -> Option<Stream> {
    let scale = (rect.width() / SHAPE.0).min(rect.height() / SHAPE.1);
    if scale <= 0.0 || !scale.is_finite() {
        return None;
    }
    let name = annotation.get_deref(b"Name", document).and_then(Object::as_name).unwrap_or(b"Draft");
    let words = encoded(&capitals(&String::from_utf8_lossy(name)))?;
    let (width, height) = (SHAPE.0 * scale, SHAPE.1 * scale);
    let (x, y) = ((rect.width() - width) / 2.0, (rect.height() - height) / 2.0);
    let face = Face::helvetica();
    let size = (height * 0.6).min(width * 0.9 / face.width(&words, 1.0).max(0.01));
    let (left, level) = (x + (width - face.width(&words, size)) / 2.0, y + (height - size * 0.7) / 2.0);
    let tone = |lines| colour(document, annotation.get(b"C").ok(), lines);
    let edge = tone(true).unwrap_or_else(|| "0 G\n".to_owned());
    let ink = tone(false).unwrap_or_else(|| "0 g\n".to_owned());
    let pen = 2.0 * scale;
    let frame = [x + pen, y + pen, width - 2.0 * pen, height - 2.0 * pen].map(number).join(" ");
    let content = format!(
        "q {edge}{ink}{} w {frame} re S BT /F {} Tf {} {} Td {} Tj ET Q",
        number(pen),
        number(size),
        number(left),
        number(level),
        operand(&words)
    );
    Some(form(rect.width(), rect.height(), content, face.resources()))
}

/// "NotApproved" as "NOT APPROVED".
fn capitals(name: &str) -> String {
    let mut words = String::new();
    for (place, letter) in name.trim_start_matches('#').chars().take(LONGEST).enumerate() {
        if place > 0 && letter.is_uppercase() {
            words.push(' ');
        }
        words.extend(letter.to_uppercase());
    }
    words
}
