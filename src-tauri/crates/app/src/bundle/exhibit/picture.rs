//! The pictures of a message: which of them can be printed, and their bytes.

use std::collections::BTreeSet;
use std::sync::Arc;

use joinder_domain::bundle::{Block, PagePicture, Span};
use joinder_evidence::{
    Inspection, Limits, Message, Part, PictureSource, Piece, Shape, page_pieces, part_bytes, sha256_hex,
};

use crate::evidence::inspect;

/// A picture where it stands in a page; in words where it did not come with the message or is no picture.
pub(super) fn block(
    source: &PictureSource,
    words: String,
    width: Option<u16>,
    message: &Message,
    within: &str,
) -> Block {
    let part = match source {
        PictureSource::Part(id) => part(message, id),
        PictureSource::Data(_) | PictureSource::Elsewhere => None,
    };
    let name = part.and_then(|part| part.name.clone());
    let words = match (words.is_empty(), name) {
        (false, Some(name)) => format!("[Picture: {words} ({name})]"),
        (false, None) => format!("[Picture: {words}]"),
        (true, Some(name)) => format!("[Picture: {name}]"),
        (true, None) => "[Picture]".to_owned(),
    };
    let sha256 = match source {
        PictureSource::Data(bytes) => Shape::of(bytes).is_picture().then(|| sha256_hex(bytes)),
        _ => part.filter(|part| part.shape.is_picture()).map(|part| part.sha256.clone()),
    };
    match sha256 {
        Some(sha256) => Block::Picture(PagePicture { within: within.to_owned(), sha256, words, width }),
        None => Block::Paragraph(vec![Span::italic(words)]),
    }
}

/// The pictures that came with a message, or with one inside it, and stand in no page of it; each once.
pub(super) fn attached(message: &Message, within: &str, page: &[Block]) -> Vec<PagePicture> {
    let shown = page.iter().filter_map(|block| match block {
        Block::Picture(picture) => Some(picture.sha256.clone()),
        _ => None,
    });
    let mut met: BTreeSet<String> = shown.collect();
    let parts = message.with_nested().into_iter().flat_map(|message| &message.attachments);
    parts
        .filter(|part| part.shape.is_picture() && met.insert(part.sha256.clone()))
        .map(|part| PagePicture {
            within: within.to_owned(),
            sha256: part.sha256.clone(),
            words: part
                .name
                .clone()
                .map_or_else(|| "[Picture]".to_owned(), |name| format!("[Picture: {name}]")),
            width: None,
        })
        .collect()
}

/// The pictures of one message, which is read once for all of them.
pub(in crate::bundle) struct Pictures {
    bytes: Arc<Vec<u8>>,
    inspection: Inspection,
}

impl Pictures {
    /// Reads the message in these bytes.
    pub(in crate::bundle) fn of(bytes: Arc<Vec<u8>>) -> Self {
        Self { inspection: inspect(&bytes), bytes }
    }

    /// The bytes of the picture with a hash, which came with the message or stands in a page of it.
    pub(in crate::bundle) fn picture(&self, sha256: &str) -> Option<Vec<u8>> {
        let messages = self.inspection.message.as_ref()?.with_nested();
        let named =
            messages.iter().flat_map(|message| &message.attachments).find(|part| part.sha256 == sha256);
        if let Some(part) = named {
            return part_bytes(&self.bytes, &part.path, &Limits::default());
        }
        let pages = messages.iter().filter_map(|message| message.html.as_deref());
        pages.flat_map(page_pieces).find_map(|piece| match piece {
            Piece::Picture { source: PictureSource::Data(bytes), .. } if sha256_hex(&bytes) == sha256 => {
                Some(bytes)
            }
            _ => None,
        })
    }
}

fn part<'m>(message: &'m Message, content_id: &str) -> Option<&'m Part> {
    message.attachments.iter().find(|part| part.content_id.as_deref() == Some(content_id))
}
