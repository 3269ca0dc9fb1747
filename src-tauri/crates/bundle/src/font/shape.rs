//! Characters to positioned glyphs, one word at a time, remembered for the length of one bundle.

use super::{Face, Fonts, is_silent};
use harfrust::{Buffer, ClusterLevel, Direction, Script, ShapeOptions, ShapePlan, ShaperFont};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::rc::Rc;

/// A glyph in visual order. Lengths are thousandths of an em.
#[derive(Clone, Debug)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    /// Bytes of the run's text that it stands for; empty for the second and later glyphs of a cluster.
    pub(crate) text: Range<usize>,
    /// No other glyph stands for these bytes.
    pub(crate) sole: bool,
    /// Distance to the next glyph's origin.
    pub(crate) advance: i32,
    /// Advance width as printpdf writes it, cut to whole thousandths, which a PDF viewer moves by.
    pub(crate) width: i32,
    pub(crate) dx: i32,
    pub(crate) dy: i32,
    /// Drawn for the search alone: takes no room and leaves no mark.
    pub(crate) hidden: bool,
}

/// A shaped stretch of text in one face and one direction.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) face: Face,
    pub(crate) text: Box<str>,
    pub(crate) glyphs: Vec<Glyph>,
    /// Thousandths of an em.
    pub(crate) width: i32,
    pub(crate) rtl: bool,
    /// The glyphs of an Indic script do not map back to its characters one by one.
    pub(crate) complex: bool,
}

type Plans = HashMap<(Face, Option<Script>, bool), ShapePlan>;
type Shaped = HashMap<(Face, bool), HashMap<Box<str>, Rc<Run>>>;

/// Shapes text and remembers what it has shaped.
pub(crate) struct Shaper<'f> {
    pub(crate) fonts: &'f Fonts,
    prepared: Vec<Option<ShaperFont<'f, 'f>>>,
    plans: RefCell<Plans>,
    runs: RefCell<Shaped>,
    cover: RefCell<HashMap<(Face, char), Option<Face>>>,
}

impl<'f> Shaper<'f> {
    pub(crate) fn new(fonts: &'f Fonts) -> Self {
        Self {
            fonts,
            prepared: Face::ALL.iter().map(|face| fonts.shaper_font(*face)).collect(),
            plans: RefCell::default(),
            runs: RefCell::default(),
            cover: RefCell::default(),
        }
    }

    /// The face for `character` in a run set in `preferred`, or `None` where no face can draw it.
    pub(crate) fn cover(&self, preferred: Face, character: char) -> Option<Face> {
        *self
            .cover
            .borrow_mut()
            .entry((preferred, character))
            .or_insert_with(|| self.fonts.cover(preferred, character))
    }

    /// Characters met so far that no face can draw.
    pub(crate) fn missing(&self) -> BTreeSet<char> {
        let cover = self.cover.borrow();
        let none = cover.iter().filter(|((_, c), face)| face.is_none() && !is_silent(*c));
        none.map(|((_, c), _)| *c).collect()
    }

    /// Shapes `text`, which must be of one face, one script and one direction.
    pub(crate) fn shape(&self, face: Face, rtl: bool, text: &str) -> Rc<Run> {
        if let Some(run) = self.runs.borrow().get(&(face, rtl)).and_then(|runs| runs.get(text)) {
            return Rc::clone(run);
        }
        let run = Rc::new(self.shape_anew(face, rtl, text));
        self.runs.borrow_mut().entry((face, rtl)).or_default().insert(text.into(), Rc::clone(&run));
        run
    }

    fn shape_anew(&self, face: Face, rtl: bool, text: &str) -> Run {
        let complex = text.chars().any(is_indic);
        let mut run =
            Run { face, text: text.into(), glyphs: Vec::with_capacity(text.len()), width: 0, rtl, complex };
        let Some(Some(font)) = self.prepared.get(face as usize) else { return run };
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.set_cluster_level(ClusterLevel::MonotoneCharacters);
        buffer.guess_segment_properties();
        buffer.set_direction(if rtl { Direction::RightToLeft } else { Direction::LeftToRight });
        let mut plans = self.plans.borrow_mut();
        let script = buffer.script();
        let plan = plans
            .entry((face, script, rtl))
            .or_insert_with(|| ShapePlan::new(font, buffer.direction(), script, buffer.language(), &[]));
        if harfrust::shape(font, &mut buffer, ShapeOptions::new().plan(Some(plan))).is_err() {
            return run;
        }
        let clusters: Vec<usize> = buffer.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        let mut starts = clusters.clone();
        starts.sort_unstable();
        starts.dedup();
        let em = f32::from(font.units_per_em()).max(1.0);
        let thousandths = |units: i32| (units as f32 * 1000.0 / em).round() as i32;
        let mut previous = None;
        for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            let start = info.cluster as usize;
            let end = starts.iter().copied().find(|next| *next > start).unwrap_or(text.len());
            let first_of_cluster = previous != Some(start);
            previous = Some(start);
            let mut own = if first_of_cluster { start..end } else { end..end };
            let sole = clusters.iter().filter(|cluster| **cluster == start).count() == 1;
            if rtl && sole {
                own = spell(font, text, own, &mut run.glyphs);
            }
            let id = u16::try_from(info.glyph_id).unwrap_or(0);
            let advance = thousandths(position.x_advance);
            run.width += advance;
            run.glyphs.push(Glyph {
                id,
                text: own,
                sole,
                advance,
                width: (font.glyph_h_advance(u32::from(id).into()) as f32 * 1000.0 / em) as i32,
                dx: thousandths(position.x_offset),
                dy: thousandths(position.y_offset),
                hidden: false,
            });
        }
        run
    }
}

/// Gives each letter of a ligature but the first a hidden glyph of its own, to the left of the ligature.
///
/// Readers turn text from right to left round glyph by glyph: "لا" behind one glyph would come out as "ال".
fn spell(font: &ShaperFont<'_, '_>, text: &str, own: Range<usize>, glyphs: &mut Vec<Glyph>) -> Range<usize> {
    let letters: Vec<(usize, char)> = text.get(own.clone()).unwrap_or_default().char_indices().collect();
    let Some((second, _)) = letters.get(1) else { return own };
    let hidden: Option<Vec<Glyph>> = letters
        .iter()
        .skip(1)
        .rev()
        .map(|(offset, letter)| {
            let start = own.start + offset;
            let id = u16::try_from(font.nominal_glyph(u32::from(*letter))?.to_u32()).ok()?;
            let text = start..start + letter.len_utf8();
            let em = f32::from(font.units_per_em()).max(1.0);
            let width = (font.glyph_h_advance(u32::from(id).into()) as f32 * 1000.0 / em) as i32;
            Some(Glyph { id, text, sole: true, advance: 0, width, dx: 0, dy: 0, hidden: true })
        })
        .collect();
    match hidden {
        Some(hidden) => {
            glyphs.extend(hidden);
            own.start..own.start + second
        }
        None => own,
    }
}

/// Scripts whose glyphs are reordered or joined: extraction needs the characters beside them.
fn is_indic(character: char) -> bool {
    matches!(character, '\u{900}'..='\u{DFF}')
}
