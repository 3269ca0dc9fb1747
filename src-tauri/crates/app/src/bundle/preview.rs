//! Bundles to look at: made in memory, shown as pictures, never written to disk.

use std::sync::{Arc, OnceLock};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use joinder_bundle::{PageWords, page_words, render};
use joinder_domain::bundle::claim::{Audience, Stage};
use serde::{Deserialize, Serialize};

use super::file::render_error;
use super::gather::{Originals, Wanted, gather};
use crate::claimant::Number;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::text::text;

/// Previews that are kept at the same time; the oldest one goes first.
const KEPT: usize = 3;
/// Wider pictures serve no screen.
const WIDEST: u32 = 4096;

/// Bundles that somebody is looking at.
#[derive(Debug, Default)]
pub struct PreviewCache {
    kept: Vec<(String, Arc<Kept>)>,
    made: u64,
}

/// A finished bundle that is nowhere but in memory.
#[derive(Debug)]
pub(super) struct Kept {
    bytes: Arc<Vec<u8>>,
    pages: usize,
    /// The words of its pages, read when somebody first looks for some.
    words: OnceLock<Vec<PageWords>>,
}

impl Kept {
    /// The words of each page, in order.
    pub(super) fn words(&self) -> &[PageWords] {
        self.words.get_or_init(|| page_words(Arc::clone(&self.bytes)).unwrap_or_default())
    }
}

impl PreviewCache {
    /// Forgets every preview.
    pub fn clear(&mut self) {
        self.kept.clear();
    }

    fn keep(&mut self, bytes: Vec<u8>, pages: usize) -> String {
        self.made += 1;
        let name = format!("preview-{}", self.made);
        let kept = Kept { bytes: Arc::new(bytes), pages, words: OnceLock::new() };
        self.kept.push((name.clone(), Arc::new(kept)));
        if self.kept.len() > KEPT {
            self.kept.remove(0);
        }
        name
    }

    /// The preview with this name, while it is kept.
    ///
    /// # Errors
    /// `preview-gone`.
    pub(super) fn find(&self, name: &str) -> Result<Arc<Kept>> {
        let found = self.kept.iter().find(|(known, _)| known == name);
        found.map(|(_, kept)| Arc::clone(kept)).ok_or_else(|| Error::new("preview-gone"))
    }
}

/// A bundle to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundlePreview"))]
pub struct Preview {
    /// Its name, for asking for pages.
    pub preview: String,
    /// Pages.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub pages: usize,
    /// The index: what begins on which page.
    pub titles: Vec<Title>,
}

/// A row of the index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PreviewTitle"))]
pub struct Title {
    /// The document.
    pub title: String,
    /// Its first page, from 1.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub page: usize,
}

/// Which page of which preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PageOf {
    /// The preview.
    pub preview: String,
    /// The page, from 1.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub page: usize,
    /// Width of the picture in pixels.
    pub width: u32,
}

/// One page as a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PagePicture"))]
pub struct Page {
    /// A PNG in base64.
    pub png: String,
}

pub(crate) fn preview(context: Context<'_>, input: Number) -> Result<Applied<Preview>> {
    let open = context.app.open_matter()?;
    let marking = text("paper-draft", &[]);
    let wanted = Wanted { audience: Audience::Confidential, stage: Stage::Draft, marking: &marking };
    let gathered = gather(&open, input.number, wanted).map_err(|(_, error)| error)?;
    let mut bytes = Vec::new();
    let rendered =
        render(&gathered.plan, &Originals::new(&open, context.job), &*context.app.fonts()?, &mut bytes)
            .map_err(|error| render_error(&error))?;
    let titles = rendered.index.into_iter().map(|row| Title { title: row.title, page: row.page }).collect();
    let preview = open.session.previews()?.keep(bytes, rendered.pages);
    Ok(Applied::unchanged(Preview { preview, pages: rendered.pages, titles }))
}

pub(crate) fn page(context: Context<'_>, input: PageOf) -> Result<Applied<Page>> {
    let kept = context.app.open_matter()?.session.previews()?.find(&input.preview)?;
    if input.page == 0 || input.page > kept.pages {
        return Err(Error::with("no-such-page", &[("pages", &kept.pages.to_string())]));
    }
    let width = input.width.clamp(16, WIDEST);
    let shown = joinder_bundle::Preview::open(Arc::clone(&kept.bytes));
    let png = shown.and_then(|shown| shown.png(input.page - 1, width));
    let png = png.map_err(|_| Error::new("no-page-picture"))?;
    Ok(Applied::unchanged(Page { png: STANDARD.encode(png) }))
}
