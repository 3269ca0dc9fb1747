//! Lines, frames and strokes over words, drawn from what the annotation says of them (ISO 32000-1, 12.5.6).

use super::super::geometry::{Rect, number, numbers};
use super::stamp::stamp;
use super::{border, colour, form};
use lopdf::{Dictionary, Document, Object, Stream};

/// Points of one mark at most.
const POINTS: usize = 20_000;

/// Where the sign of a note stands: it has a size of its own, in the middle of its rectangle.
pub(in super::super) fn note(rect: Rect) -> Rect {
    let (x, y) = ((rect.x0 + rect.x1) / 2.0, (rect.y0 + rect.y1) / 2.0);
    Rect { x0: x - 9.0, y0: y - 9.0, x1: x + 9.0, y1: y + 9.0 }
}

/// The look of a mark inside its rectangle; `None` for kinds that say no lines.
pub(in super::super) fn mark(document: &Document, annotation: &Dictionary, rect: Rect) -> Option<Stream> {
    let kind = annotation.get_deref(b"Subtype", document).and_then(Object::as_name).ok()?;
    let own = |key: &[u8]| annotation.get(key).ok();
    let list = |key: &[u8]| numbers(document, own(key)?).filter(|list| list.len() <= POINTS);
    let width = border(document, annotation);
    let edge = colour(document, own(b"C"), true);
    let ground = colour(document, own(b"IC"), false);
    let place = Place { rect };
    let mut multiply = false;
    let path = match kind {
        b"Square" => place.frame(width, edge.is_some(), ground.is_some()),
        b"Circle" => place.ellipse(width, edge.is_some(), ground.is_some()),
        b"Line" => format!("{}S", place.line(&list(b"L")?)?),
        b"PolyLine" => format!("{}S", place.line(&list(b"Vertices")?)?),
        b"Polygon" => {
            let paint = if ground.is_some() { "b" } else { "s" };
            format!("{}{paint}", place.line(&list(b"Vertices")?)?)
        }
        b"Ink" => {
            let (_, strokes) = document.dereference(own(b"InkList")?).ok()?;
            let strokes = strokes.as_array().ok()?.iter().take(POINTS);
            let lines = strokes.filter_map(|stroke| place.line(&numbers(document, stroke)?));
            format!("{}S", lines.collect::<String>())
        }
        b"Highlight" => {
            multiply = true;
            place.quads(&list(b"QuadPoints")?, |[a, b, c, d]| {
                let [a, b, c, d] = [a, b, d, c].map(|point| place.point(point));
                format!("{a} m {b} l {c} l {d} l h f\n")
            })
        }
        b"Underline" => place.quads(&list(b"QuadPoints")?, |quad| place.stroke(quad, 0.075)),
        b"StrikeOut" => place.quads(&list(b"QuadPoints")?, |quad| place.stroke(quad, 0.375)),
        b"Squiggly" => place.quads(&list(b"QuadPoints")?, |quad| place.wave(quad)),
        b"Text" | b"FileAttachment" | b"Sound" => place.note(own(b"C").is_some()),
        b"Stamp" => return stamp(document, annotation, rect),
        _ => return None,
    };
    let black = || Some("0 G\n".to_owned());
    let (edge, ground) = match kind {
        b"Square" | b"Circle" => (edge, ground),
        b"Highlight" => (edge.or_else(black), colour(document, own(b"C"), false)),
        b"Text" | b"FileAttachment" | b"Sound" => (black(), colour(document, own(b"C"), false)),
        _ => (edge.or_else(black), ground),
    };
    let content = format!(
        "q /G gs {} w {}{}{path} Q",
        number(width),
        edge.unwrap_or_default(),
        ground.unwrap_or_default()
    );
    Some(form(rect.width(), rect.height(), content, resources(document, annotation, multiply)))
}

/// Opacity, and for a marker that what lies under it shows through.
fn resources(document: &Document, annotation: &Dictionary, multiply: bool) -> Dictionary {
    let opacity = annotation.get_deref(b"CA", document).and_then(Object::as_float).unwrap_or(1.0);
    let mut state = Dictionary::new();
    for key in ["CA", "ca"] {
        state.set(key, Object::Real(opacity.clamp(0.0, 1.0)));
    }
    if multiply {
        state.set("BM", Object::Name(b"Multiply".to_vec()));
    }
    let mut states = Dictionary::new();
    states.set("G", Object::Dictionary(state));
    let mut resources = Dictionary::new();
    resources.set("ExtGState", Object::Dictionary(states));
    resources
}

/// Thickness of a line along words, as a share of their height.
const PEN: f32 = 0.07;

fn between(from: (f32, f32), to: (f32, f32), share: f32) -> (f32, f32) {
    (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
}

fn height([a, _, c, _]: [(f32, f32); 4]) -> f32 {
    (a.0 - c.0).hypot(a.1 - c.1)
}

/// The annotation's rectangle, whose corner is the origin of its look.
#[derive(Clone, Copy)]
struct Place {
    rect: Rect,
}

impl Place {
    fn point(self, (x, y): (f32, f32)) -> String {
        format!("{} {}", number(x - self.rect.x0), number(y - self.rect.y0))
    }

    /// A path through points that are given as x, y, x, y …
    fn line(self, list: &[f32]) -> Option<String> {
        let mut points = list.chunks_exact(2).filter_map(|pair| match pair {
            [x, y] => Some(self.point((*x, *y))),
            _ => None,
        });
        let first = points.next()?;
        Some(points.fold(format!("{first} m\n"), |path, point| format!("{path}{point} l\n")))
    }

    /// Four corners at a time: upper left, upper right, lower left, lower right, as programs write them.
    fn quads(self, list: &[f32], draw: impl Fn([(f32, f32); 4]) -> String) -> String {
        let quads = list.chunks_exact(8).filter_map(|quad| match quad {
            [ax, ay, bx, by, cx, cy, dx, dy] => Some([(*ax, *ay), (*bx, *by), (*cx, *cy), (*dx, *dy)]),
            _ => None,
        });
        quads.map(draw).collect()
    }

    fn frame(self, width: f32, edge: bool, ground: bool) -> String {
        let half = width / 2.0;
        let (across, up) = (self.rect.width() - width, self.rect.height() - width);
        let paint = paint(edge && width > 0.0, ground);
        format!("{} {} {} {} re {paint}", number(half), number(half), number(across), number(up))
    }

    /// A line along words, at a share of their height, as thick as a pen of their size.
    fn stroke(self, [a, b, c, d]: [(f32, f32); 4], share: f32) -> String {
        let at = |low: (f32, f32), high: (f32, f32)| self.point(between(low, high, share));
        format!("{} w {} m {} l S\n", number(height([a, b, c, d]) * PEN), at(c, a), at(d, b))
    }

    /// A wave under words.
    fn wave(self, [a, b, c, d]: [(f32, f32); 4]) -> String {
        const MOST: f32 = 2_000.0;
        let height = height([a, b, c, d]);
        let length = (d.0 - c.0).hypot(d.1 - c.1);
        let steps = (length / (height * 0.1).max(0.5)).clamp(1.0, MOST) as u16;
        let point = |step: u16| {
            let along = f32::from(step) / f32::from(steps);
            let share = if step.is_multiple_of(2) { 0.02 } else { 0.12 };
            self.point(between(between(c, d, along), between(a, b, along), share))
        };
        let turns: String = (1..=steps).map(|step| format!("{} l\n", point(step))).collect();
        format!("{} w {} m {turns}S\n", number(height * PEN), point(0))
    }

    /// A sheet with lines: here somebody left a note or a file.
    fn note(self, ground: bool) -> String {
        let line = |level: i32| format!("4.5 {level} m 13.5 {level} l S\n");
        let paint = if ground { "B" } else { "S" };
        format!("1 w 0.5 0.5 17 17 re {paint} {}", [6, 8, 10, 12].map(line).concat())
    }

    fn ellipse(self, width: f32, edge: bool, ground: bool) -> String {
        // The control points of a quarter of a circle lie this far along the tangent.
        const K: f32 = 0.552_284_8;
        let (rx, ry) = ((self.rect.width() - width) / 2.0, (self.rect.height() - width) / 2.0);
        let (cx, cy) = (self.rect.width() / 2.0, self.rect.height() / 2.0);
        let at = |x: f32, y: f32| format!("{} {}", number(cx + rx * x), number(cy + ry * y));
        let curve = |a: String, b: String, c: String| format!("{a} {b} {c} c ");
        format!(
            "{} m {}{}{}{}{}",
            at(1.0, 0.0),
            curve(at(1.0, K), at(K, 1.0), at(0.0, 1.0)),
            curve(at(-K, 1.0), at(-1.0, K), at(-1.0, 0.0)),
            curve(at(-1.0, -K), at(-K, -1.0), at(0.0, -1.0)),
            curve(at(K, -1.0), at(1.0, -K), at(1.0, 0.0)),
            paint(edge && width > 0.0, ground)
        )
    }
}

fn paint(edge: bool, ground: bool) -> &'static str {
    match (edge, ground) {
        (true, true) => "b",
        (true, false) => "s",
        (false, true) => "f",
        (false, false) => "n",
    }
}
