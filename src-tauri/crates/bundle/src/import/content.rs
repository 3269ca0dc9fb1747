//! The content of a page as one stream.

use super::STREAM_LIMIT;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

/// A page's content; `whole` is false where part of it cannot be read.
pub(super) struct Content {
    pub(super) stream: Stream,
    pub(super) whole: bool,
}

/// One stream is taken over as it is packed; several are unpacked and joined, because an operator may begin in
/// one and end in the next (ISO 32000-1, 7.8.2).
pub(super) fn content(document: &Document, page: ObjectId) -> Content {
    let empty = || Stream::new(Dictionary::new(), Vec::new());
    let entry = document.get_dictionary(page).ok().and_then(|page| page.get(b"Contents").ok());
    let Some(entry) = entry else { return Content { stream: empty(), whole: true } };
    match document.dereference(entry) {
        Ok((_, Object::Stream(stream))) => {
            Content { stream: stream.clone(), whole: unpacks(stream) && !is_cut(stream) }
        }
        Ok((_, Object::Array(items))) => joined(document, items),
        Ok((_, Object::Null)) => Content { stream: empty(), whole: true },
        _ => Content { stream: empty(), whole: false },
    }
}

/// Whether a stream can be unpacked; the usual packing is taken at its word, since every page has it.
fn unpacks(stream: &Stream) -> bool {
    let usual = matches!(stream.filters().as_deref(), Ok([] | [b"FlateDecode"]) | Err(_));
    usual || stream.decompressed_content_with_limit(STREAM_LIMIT).is_ok()
}

/// It says that it holds bytes, and none were found.
fn is_cut(stream: &Stream) -> bool {
    stream.content.is_empty()
        && stream.dict.get(b"Length").and_then(Object::as_i64).is_ok_and(|bytes| bytes > 0)
}

fn joined(document: &Document, items: &[Object]) -> Content {
    let streams: Vec<Option<&Stream>> = items
        .iter()
        .map(|item| document.dereference(item).ok().and_then(|(_, object)| object.as_stream().ok()))
        .collect();
    if let [Some(only)] = streams.as_slice() {
        return Content { stream: (*only).clone(), whole: true };
    }
    let mut bytes = Vec::new();
    let mut whole = true;
    for stream in streams {
        let room = STREAM_LIMIT.saturating_sub(bytes.len());
        let unpacked = stream.and_then(|stream| {
            // A stream without a filter is not unpacked but is what it is.
            if stream.dict.has(b"Filter") {
                stream.decompressed_content_with_limit(room).ok()
            } else {
                (stream.content.len() <= room).then(|| stream.content.clone())
            }
        });
        match unpacked {
            Some(part) => {
                bytes.extend_from_slice(&part);
                bytes.push(b'\n');
            }
            None => whole = false,
        }
    }
    Content { stream: Stream::new(Dictionary::new(), bytes), whole }
}
