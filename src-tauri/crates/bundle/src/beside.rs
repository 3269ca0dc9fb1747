//! The words of a file that stand on no page: metadata, bookmarks, annotations, names of attachments.

use crate::preview::PreviewError;
use lopdf::{Object, ObjectId};

/// Bytes of words that are kept of one file.
const TEXT: usize = 64 << 20;
/// Levels of lists and dictionaries that are looked into.
const DEPTH: usize = 64;

/// Words that stand on no page, each with the number of the object that it was found in.
///
/// Every text string of the file is taken, wherever it hangs: what a reader does not show, a search finds all the same.
///
/// # Errors
///
/// [`PreviewError::NotPdf`].
pub fn words_beside(bytes: &[u8]) -> Result<Vec<(u32, String)>, PreviewError> {
    let document = crate::import::bounded(bytes, None).map_err(|_| PreviewError::NotPdf)?;
    let mut found = Vec::new();
    let mut room = TEXT;
    for (id, object) in &document.objects {
        look(*id, object, 0, &mut room, &mut found);
    }
    for (_, object) in &document.trailer {
        look((0, 0), object, 0, &mut room, &mut found);
    }
    Ok(found)
}

fn look(id: ObjectId, object: &Object, depth: usize, room: &mut usize, found: &mut Vec<(u32, String)>) {
    if depth > DEPTH || *room == 0 {
        return;
    }
    match object {
        Object::String(..) => {
            if let Ok(words) = lopdf::decode_text_string(object) {
                keep(id, words, room, found);
            }
        }
        Object::Array(items) => items.iter().for_each(|item| look(id, item, depth + 1, room, found)),
        Object::Dictionary(entries) => {
            entries.iter().for_each(|(_, value)| look(id, value, depth + 1, room, found));
        }
        Object::Stream(stream) => {
            stream.dict.iter().for_each(|(_, value)| look(id, value, depth + 1, room, found));
            // Metadata is XML, and an attachment may be text: both are read as they are.
            let kind = stream.dict.get(b"Type").and_then(Object::as_name).unwrap_or_default();
            if matches!(kind, b"Metadata" | b"EmbeddedFile") {
                let content = stream.decompressed_content_with_limit(TEXT);
                let content = content.unwrap_or_else(|_| stream.content.clone());
                keep(id, String::from_utf8_lossy(&content).into_owned(), room, found);
            }
        }
        _ => {}
    }
}

fn keep(id: ObjectId, words: String, room: &mut usize, found: &mut Vec<(u32, String)>) {
    if words.chars().any(char::is_alphanumeric) && words.len() <= *room {
        *room -= words.len();
        found.push((id.0, words));
    }
}
