//! Bytes to objects, by two readers.

use super::{STREAM_LIMIT, rescue, tree};
use lopdf::encryption::DecryptionError;
use lopdf::{Document, FilterFunc, LoadOptions, Object, ObjectId};
use std::collections::BTreeSet;
use std::panic::catch_unwind;

/// Loads a file, with a second reader where the first fails, sees fewer pages or misses objects that the second one
/// finds; says whether that one was needed.
///
/// # Errors
///
/// A full sentence for the placeholder page.
pub(crate) fn load(bytes: &[u8]) -> Result<(Document, bool), String> {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    if head.windows(5).any(|window| window == b"%PDF-") {
        return read(bytes);
    }
    // A header may be damaged, or missing, where nothing else is.
    let headed = |from: usize| -> Vec<u8> {
        HEADER.iter().chain(bytes.get(from..).unwrap_or_default()).copied().collect()
    };
    let read = read(&headed(HEADER.len())).or_else(|_| read(&headed(0)));
    read.map_err(|_| "The file is not a PDF, although it is kept as one.".to_owned())
}

/// Loads a file that may be anybody's with the first reader alone: within limits, without a password, and with an error
/// where that reader would end.
///
/// # Errors
///
/// Those of the reader.
pub(crate) fn bounded(bytes: &[u8], filter: Option<FilterFunc>) -> lopdf::Result<Document> {
    let mut options = LoadOptions::with_password("");
    options.filter = filter;
    options.max_decompressed_size = Some(STREAM_LIMIT);
    let loaded = catch_unwind(|| Document::load_mem_with_options(bytes, options));
    loaded.unwrap_or(Err(lopdf::Error::Unimplemented("a document that ends the reader")))
}

const HEADER: &[u8] = b"%PDF-1.7\n";

fn read(bytes: &[u8]) -> Result<(Document, bool), String> {
    let loaded = bounded(bytes, None);
    let second = || rescue::rescue(bytes).map(|document| (document, true));
    match loaded {
        Ok(document) if document.is_encrypted() => second().ok_or_else(|| LOCKED.to_owned()),
        Ok(mut document) => {
            tree::settle(&mut document);
            let pages = tree::pages(&document);
            let pages = if tree::any_real(&document, &pages) { pages.len() } else { 0 };
            // Only a file that needed repair, or has no pages, is read twice.
            let doubtful = pages == 0 || document.xref_recovery.is_some();
            let lost = lost(&document);
            if is_noise(&document)
                || (doubtful && rescue::pages(bytes) > pages)
                || rescue::finds(bytes, &lost)
            {
                // A reader that finds more objects may still see fewer pages.
                let second = second().filter(|(second, _)| tree::pages(second).len() >= pages);
                return Ok(second.unwrap_or((document, false)));
            }
            Ok((document, false))
        }
        Err(error) => second().ok_or_else(|| reason(&error)),
    }
}

const LOCKED: &str = "The PDF is locked with a password that is not kept with it.";

fn reason(error: &lopdf::Error) -> String {
    match error {
        lopdf::Error::InvalidPassword | lopdf::Error::Decryption(DecryptionError::IncorrectPassword) => {
            LOCKED.to_owned()
        }
        lopdf::Error::Decryption(_) => {
            "The PDF is encrypted in a way that cannot be undone here, or it is damaged.".to_owned()
        }
        lopdf::Error::Decompress(_) => {
            "The PDF unpacks to far more than a document of its size should; it was not opened.".to_owned()
        }
        _ => "The PDF is damaged and cannot be opened.".to_owned(),
    }
}

/// Streams by which a decrypted file is judged.
const TELLING: usize = 16;

/// Whether a file was decrypted into noise: none of its packed streams begins as one does (RFC 1950, 2.2).
fn is_noise(document: &Document) -> bool {
    let packed = |object: &Object| match object {
        Object::Stream(stream) if stream.filters().is_ok_and(|filters| filters == [b"FlateDecode"]) => Some(
            matches!(stream.content.as_slice(), [a, b, ..] if a & 15 == 8 && u16::from_be_bytes([*a, *b]).is_multiple_of(31)),
        ),
        _ => None,
    };
    let mut packed = document.objects.values().filter_map(packed).take(TELLING).peekable();
    document.was_encrypted() && packed.peek().is_some() && !packed.any(|begins| begins)
}

/// Objects looked for a second time at most.
const LOST: usize = 10_000;

/// Objects that others refer to and that are not there, and streams that say they hold bytes and hold none.
fn lost(document: &Document) -> Vec<ObjectId> {
    let mut lost = BTreeSet::new();
    let mut waiting: Vec<&Object> = Vec::new();
    for (id, object) in &document.objects {
        if let Object::Stream(stream) = object
            && stream.content.is_empty()
            && stream.dict.get(b"Length").and_then(Object::as_i64).ok() != Some(0)
        {
            lost.insert(*id);
        }
        waiting.push(object);
        while let Some(object) = waiting.pop() {
            match object {
                Object::Reference(id) if !document.objects.contains_key(id) => {
                    lost.insert(*id);
                }
                Object::Array(items) => waiting.extend(items),
                Object::Dictionary(entries) => waiting.extend(entries.iter().map(|(_, value)| value)),
                Object::Stream(stream) => waiting.extend(stream.dict.iter().map(|(_, value)| value)),
                _ => {}
            }
        }
        if lost.len() > LOST {
            break;
        }
    }
    lost.into_iter().collect()
}
