//! The pictures of a message: which of them can be printed, and their bytes.

use joinder_domain::bundle::{Block, PagePicture, Span};
use joinder_evidence::{
    Limits, Message, Part, PictureSource, Piece, Shape, page_pieces, part_bytes, sha256_hex,
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
        PictureSource::Data(bytes) => is_drawn(Shape::of(bytes)).then(|| sha256_hex(bytes)),
        _ => part.filter(|part| is_drawn(part.shape)).map(|part| part.sha256.clone()),
    };
    match sha256 {
        Some(sha256) => Block::Picture(PagePicture { within: within.to_owned(), sha256, words, width }),
        None => Block::Paragraph(vec![Span::italic(words)]),
    }
}

/// The bytes of the picture with a hash that stands in a page of the message in these bytes.
pub(in crate::bundle) fn picture(bytes: &[u8], sha256: &str) -> Option<Vec<u8>> {
    let inspection = inspect(bytes);
    let messages = inspection.message.as_ref()?.with_nested();
    let named = messages.iter().flat_map(|message| &message.attachments).find(|part| part.sha256 == sha256);
    if let Some(part) = named {
        return part_bytes(bytes, &part.path, &Limits::default());
    }
    let pages = messages.iter().filter_map(|message| message.html.as_deref());
    pages.flat_map(page_pieces).find_map(|piece| match piece {
        Piece::Picture { source: PictureSource::Data(bytes), .. } if sha256_hex(&bytes) == sha256 => {
            Some(bytes)
        }
        _ => None,
    })
}

fn part<'m>(message: &'m Message, content_id: &str) -> Option<&'m Part> {
    message.attachments.iter().find(|part| part.content_id.as_deref() == Some(content_id))
}

fn is_drawn(shape: Shape) -> bool {
    matches!(shape, Shape::Jpeg | Shape::Png | Shape::Gif | Shape::Webp | Shape::Tiff | Shape::Heic)
}
