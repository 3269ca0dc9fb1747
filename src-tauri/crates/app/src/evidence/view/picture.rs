//! Pages and pictures, drawn by the core: the window gets a PNG, never the file.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use joinder_bundle::{Preview, PreviewError};
use joinder_evidence::Shape;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

use super::part::bytes;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};

/// Wider pictures serve no screen.
const WIDEST: u32 = 4096;

/// Which page of what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PictureOf {
    /// The item.
    pub id: String,
    /// The part, such as `1.2`; the item itself without one.
    #[serde(default)]
    pub part: Option<String>,
    /// The page, from 1.
    pub page: u32,
    /// How wide, in pixels.
    pub width: u32,
}

/// One page, or a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidencePicture"))]
pub struct Picture {
    /// A PNG in Base64.
    pub png: String,
    /// Pages in all.
    pub pages: u32,
}

pub(crate) fn picture(context: Context<'_>, input: PictureOf) -> Result<Applied<Picture>> {
    let open = context.app.open_matter()?;
    let bytes = bytes(context, &open, &input.id, input.part.as_deref())?;
    let width = input.width.clamp(16, WIDEST);
    let index = usize::try_from(input.page.saturating_sub(1)).unwrap_or(usize::MAX);
    let (png, pages) = match Shape::of(&bytes) {
        Shape::Pdf => {
            let preview = Preview::open(Arc::new(bytes)).map_err(refused)?;
            (preview.png(index, width).map_err(refused)?, u32::try_from(preview.pages()).unwrap_or(u32::MAX))
        }
        _ => {
            let shown = joinder_bundle::picture_preview(&bytes, index, width).map_err(refused)?;
            (shown.png, u32::try_from(shown.pages).unwrap_or(u32::MAX))
        }
    };
    Ok(Applied::unchanged(Picture { png: STANDARD.encode(png), pages }))
}

fn refused(error: PreviewError) -> Error {
    match error {
        PreviewError::Locked => Error::new("part-locked"),
        PreviewError::NoSuchPage { pages, .. } => {
            Error::with("no-such-page", &[("pages", &pages.to_string())])
        }
        PreviewError::NotPdf | PreviewError::Undrawable => Error::new("part-undrawable"),
    }
}
