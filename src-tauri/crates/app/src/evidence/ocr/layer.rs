//! Layers: the words of every page that is a picture. Each page is read once, and what was read is kept in the matter.

use std::sync::Arc;

use jiff::Timestamp;
use joinder_bundle::{Preview, picture_pages, picture_preview, wordless_pages};
use joinder_domain::bundle::{LayerPage, TextLayer};
use joinder_evidence::Shape;
use joinder_store::evidence::Evidence;
use joinder_store::{Op, text_layer};

use super::engine::Engine;
use crate::app::OpenMatter;
use crate::error::{Error, Result};
use crate::evidence::original;
use crate::job::Job;

/// Width in pixels at which pages and pictures are read: A4 at about 250 dots an inch.
const WIDE: u32 = 2_000;
/// Pages of one item that are read; the others stay pictures.
const PAGES: usize = 300;

/// Tesseract at work on a matter.
#[derive(Clone)]
pub(crate) struct Reading<'a> {
    open: &'a OpenMatter,
    engine: Engine,
    job: &'a Job,
    now: Timestamp,
}

impl<'a> Reading<'a> {
    /// `None` where no Tesseract is installed.
    pub(crate) fn begin(open: &'a OpenMatter, job: &'a Job, now: Timestamp) -> Option<Self> {
        Engine::find().map(|engine| Self { open, engine, job, now })
    }

    /// What reads, such as `tesseract 5.3.4`.
    pub(super) fn engine(&self) -> &str {
        &self.engine.version
    }

    /// Whether the item may hold pages that nobody has read.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) fn may_read(&self, item: &Evidence) -> Result<bool> {
        let kind = Shape::named(&item.shape);
        let pictures = kind.is_some_and(|shape| shape == Shape::Pdf || shape.is_picture());
        let known = self.open.matter.read(|reader| text_layer::standing(reader, item.id))?;
        Ok(pictures && known.is_none_or(|known| known.pages_left > 0))
    }

    /// Whether the item was looked at to its end, and not a word was found.
    ///
    /// # Errors
    /// Those of the store.
    pub(super) fn found_nothing(&self, item: &Evidence) -> Result<bool> {
        let known = self.open.matter.read(|reader| text_layer::standing(reader, item.id))?;
        Ok(known.is_some_and(|known| known.words == 0 && known.pages_left == 0))
    }

    /// The words of an item: those that are kept, and those of pages that nobody has read. `again` reads all anew.
    ///
    /// `step` hears of each page before it is read: how many of how many are done.
    ///
    /// # Errors
    /// `cancelled`, after what was read until then has been kept; `ocr-undrawable`; those of the store.
    pub(crate) fn layer(
        &self,
        item: &Evidence,
        again: bool,
        step: &dyn Fn(usize, usize) -> Result<()>,
    ) -> Result<TextLayer> {
        let matter = &self.open.matter;
        let known = matter.read(|reader| text_layer::standing(reader, item.id))?.filter(|_| !again);
        let before = match known {
            Some(known) => matter.read(|reader| text_layer::find(reader, known.sha256))?,
            None => None,
        };
        let before = match (before, known) {
            (Some(layer), Some(known)) if known.pages_left == 0 => return Ok(layer),
            (before, _) => before.unwrap_or_default(),
        };
        let Some(paper) = Paper::open(matter.read(|reader| original::bytes(reader, item))?) else {
            return Err(self.undrawable(item)?);
        };
        let wanted = paper.wordless();
        let mut layer = TextLayer { engine: self.engine.version.clone(), pages: before.pages };
        let before_pages = layer.pages.len();
        let missing: Vec<usize> = wanted.iter().copied().filter(|page| !has(&layer, *page)).collect();
        let (mut stopped, mut drawn) = (None, wanted.len() - missing.len());
        for (done, page) in missing.iter().enumerate() {
            match step(done, missing.len()).and_then(|()| self.page(&paper, *page)) {
                Ok((read, shown)) => {
                    drawn += usize::from(shown);
                    layer.pages.push(read);
                }
                Err(error) => {
                    stopped = Some(error);
                    break;
                }
            }
        }
        if drawn == 0 && !wanted.is_empty() && stopped.is_none() {
            return Err(self.undrawable(item)?);
        }
        if let Some(error) = stopped.take_if(|_| again || layer.pages.len() == before_pages) {
            // Nothing new was read, or not all of it again: what was known before is not given up for less.
            return Err(error);
        }
        layer.pages.sort_by_key(|page| page.page);
        let left = wanted.iter().filter(|page| !has(&layer, **page)).count();
        self.open.write(Op("evidence.ocr"), self.now, |tx| {
            Ok::<_, Error>(text_layer::keep(tx, item.id, &layer, left)?)
        })?;
        stopped.map_or(Ok(layer), Err)
    }

    /// Remembers that nothing of an item can be drawn, so that no bundle tries again; whoever asks for it by itself is
    /// told again. What was read before stands.
    fn undrawable(&self, item: &Evidence) -> Result<Error> {
        let nothing = TextLayer { engine: self.engine.version.clone(), pages: Vec::new() };
        self.open.write(Op("evidence.ocr"), self.now, |tx| {
            if text_layer::standing(tx, item.id)?.is_none() {
                text_layer::keep(tx, item.id, &nothing, 0)?;
            }
            Ok::<_, Error>(())
        })?;
        Ok(Error::new("ocr-undrawable"))
    }

    /// Reads a page; what cannot be drawn, or takes the program too long, has no words. Says whether it was drawn.
    fn page(&self, paper: &Paper, page: usize) -> Result<(LayerPage, bool)> {
        let png = paper.png(page);
        let shown = png.is_some();
        let lines = match png.map(|png| self.engine.lines(png, self.job)) {
            Some(Err(error)) if error.code == "cancelled" => return Err(error),
            Some(Ok(lines)) => lines,
            Some(Err(_)) | None => Vec::new(),
        };
        Ok((LayerPage { page: u32::try_from(page).unwrap_or(u32::MAX), lines }, shown))
    }
}

fn has(layer: &TextLayer, page: usize) -> bool {
    layer.pages.iter().any(|read| usize::try_from(read.page) == Ok(page))
}

/// An original that has pages.
enum Paper {
    Pdf { bytes: Arc<Vec<u8>>, shown: Box<Preview> },
    Picture(Vec<u8>),
}

impl Paper {
    /// `None` for a PDF that cannot be opened.
    fn open(bytes: Vec<u8>) -> Option<Self> {
        if super::super::inspect(&bytes).pdf.is_none() {
            return Some(Self::Picture(bytes));
        }
        let bytes = Arc::new(bytes);
        let shown = Preview::open(Arc::clone(&bytes)).ok()?;
        Some(Self::Pdf { bytes, shown: Box::new(shown) })
    }

    /// Pages, from 1, whose words no search finds.
    fn wordless(&self) -> Vec<usize> {
        match self {
            Self::Picture(bytes) => (1..=picture_pages(bytes).min(PAGES)).collect(),
            Self::Pdf { bytes, .. } => {
                let mut pages = wordless_pages(Arc::clone(bytes)).unwrap_or_default();
                pages.truncate(PAGES);
                pages
            }
        }
    }

    fn png(&self, page: usize) -> Option<Vec<u8>> {
        match self {
            Self::Picture(bytes) => {
                picture_preview(bytes, page.checked_sub(1)?, WIDE).ok().map(|shown| shown.png)
            }
            Self::Pdf { shown, .. } => shown.png(page.checked_sub(1)?, WIDE).ok(),
        }
    }
}
