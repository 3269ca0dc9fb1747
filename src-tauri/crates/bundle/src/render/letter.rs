//! A letter by itself.

use super::bind::{About, Underlay, bind};
use super::body::hex;
use super::rendered::boxes;
use crate::assemble::Bookmark;
use crate::error::RenderError;
use crate::font::{Fonts, Shaper};
use crate::furniture::{Foot, Furniture, Words, letter_leaves};
use joinder_domain::letter::Letter;
use sha2::{Digest, Sha256};
use std::io::Write;

/// A finished letter, described.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderedLetter {
    /// Number of pages.
    pub pages: usize,
    /// Lower-case hexadecimal SHA-256 of the file.
    pub sha256: String,
    /// What a person should look at before it goes.
    pub warnings: Vec<String>,
}

/// Renders a letter on A4: equal letters give equal bytes.
///
/// # Errors
///
/// See [`RenderError`].
pub fn render_letter(
    letter: &Letter,
    fonts: &Fonts,
    out: &mut impl Write,
) -> Result<RenderedLetter, RenderError> {
    let shaper = Shaper::new(fonts);
    let mut leaves = letter_leaves(&shaper, letter);
    let to = letter.addressee.first().map_or("", String::as_str);
    let title = format!("{to}, {}", letter.dated_words);
    let marking = if letter.marking.is_empty() { &letter.head.regulation } else { &letter.marking };
    let words = Words {
        title: &title,
        reference: &letter.our_reference,
        foot: Foot::Marked { marking, pages: leaves.len() },
    };
    let furniture = Furniture::new(&shaper, &words);
    for (number, leaf) in (1..).zip(&mut leaves) {
        furniture.dress(leaf, number);
    }
    let bookmark = Bookmark { title: letter.title.clone(), page: 1, children: Vec::new() };
    let about = About {
        title: &letter.title,
        subject: &letter.our_reference,
        language: &letter.language,
        date: letter.dated,
        told: None,
        fingerprint: letter.fingerprint(),
    };
    let pages = leaves.len();
    let bytes = bind(leaves, &[bookmark], &about, |_, _| Underlay::default())?;
    out.write_all(&bytes)?;
    Ok(RenderedLetter {
        pages,
        sha256: hex(&Sha256::digest(&bytes)),
        warnings: boxes(&shaper.missing()).into_iter().map(|warning| warning.text).collect(),
    })
}
