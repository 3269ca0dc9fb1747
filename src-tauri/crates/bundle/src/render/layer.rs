//! Words that a program read in pictures, laid over them without ink: a search finds them where they can be seen.

use crate::font::{Face, Shaper};
use crate::import::Rect;
use crate::ink::Ink;
use crate::source::Sources;
use crate::text::{Setting, wrap};
use joinder_domain::bundle::{Document, DocumentKind, LayerLine, RedactionBox, Style, TextLayer, plain};
use std::rc::Rc;
use std::sync::Arc;

/// Letters from which on a page counts as one that can be searched.
const ENOUGH: usize = 40;
/// Share of a line's height that its letters take, from the foot of the lowest to the top of the highest.
const SIZE: f32 = 0.85;
/// Share of it that lies under the baseline.
const UNDER: f32 = 0.22;
/// Bounds of size in points and of stretch in percent: what lies outside is a stain that was taken for letters.
const SIZES: (f32, f32) = (2.0, 96.0);
const STRETCH: (f32, f32) = (20.0, 500.0);

/// What was read in one original, and what of it may not be said.
pub(super) struct Layer<'p> {
    read: Arc<TextLayer>,
    boxes: &'p [RedactionBox],
}

/// The words over one page.
#[derive(Default)]
pub(super) struct Laid {
    pub(super) ink: Vec<Ink>,
    /// There are enough of them to find the page by.
    pub(super) searchable: bool,
}

impl<'p> Layer<'p> {
    /// The layer that the plan names for a document.
    pub(super) fn of(document: &'p Document, sources: &dyn Sources) -> Option<Self> {
        let DocumentKind::Exhibit(exhibit) = &document.kind else { return None };
        let read = sources.layer(exhibit.layer.as_deref()?)?;
        Some(Self { read, boxes: &exhibit.redactions })
    }

    /// The words of page `number` of the original, from 1, where the page fills `area` of a sheet of this height.
    pub(super) fn laid(&self, shaper: &Shaper<'_>, number: usize, area: Rect, height: f32) -> Laid {
        let lines = u32::try_from(number).map(|page| self.read.outside(page, self.boxes)).unwrap_or_default();
        let mut laid = Laid::default();
        let mut letters = 0;
        for line in &lines {
            letters += lay(shaper, line, area, height, &mut laid.ink);
        }
        laid.searchable = letters >= ENOUGH;
        laid
    }
}

/// Lays one line; returns how many letters it has.
fn lay(shaper: &Shaper<'_>, line: &LayerLine, area: Rect, height: f32, ink: &mut Vec<Ink>) -> usize {
    let share = |part: u16, of: f32| f32::from(part) / f32::from(RedactionBox::WHOLE) * of;
    let tall = share(line.height, area.height());
    let size = (tall * SIZE).clamp(SIZES.0, SIZES.1);
    let foot = |y: u16| height - area.y1 + share(y.saturating_add(line.height), area.height());
    let mut letters = 0;
    for word in &line.words {
        // What no face can draw would be a box that says nothing.
        let drawn = |c: &char| !c.is_whitespace() && shaper.fonts.cover(Face::Regular, *c).is_some();
        let text: String = word.text.chars().filter(drawn).collect();
        let setting = Setting { size, width: f32::MAX, style: Style::Plain };
        let set = wrap(shaper, &plain(text.as_str()), setting);
        let Some(set) = set.first().filter(|set| set.width > 0.0) else { continue };
        letters += text.chars().count();
        let wide = share(word.width, area.width());
        let stretch = (wide / set.width * 100.0).clamp(STRETCH.0, STRETCH.1);
        let y = foot(word.y.unwrap_or(line.y)) - tall * UNDER;
        let mut x = area.x0 + share(word.x, area.width());
        for run in &set.runs {
            ink.push(Ink::Unseen { x, y, size, stretch, run: Rc::clone(run) });
            x += run.width as f32 * size / 1000.0 * stretch / 100.0;
        }
    }
    letters
}
