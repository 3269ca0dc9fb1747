//! What the file as a whole is: a PDF that opens (EB-01), packed (EB-10), small enough (EB-14), without traces (EB-16).

use super::Rule;
use super::lint::Notes;
use super::opened::Opened;
use crate::import;
use lopdf::{Dictionary, Document, Object};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Bytes of an unpacked stream that are worth packing.
const UNPACKED: usize = 100_000;

/// What a reader meets on opening.
pub(super) fn opens(opened: &Opened, encrypted: bool, notes: &mut Notes) {
    let document = &opened.document;
    if document.xref_recovery.is_some() {
        let text = "The file is damaged; it opens only in programs that repair it.";
        notes.fault(Rule::Opens, None, None, text);
    }
    if encrypted {
        notes.remark(Rule::Opens, "The file is encrypted, and opens without a password.");
    }
    let Ok(catalog) = document.catalog() else { return };
    if catalog.has(b"Collection") {
        notes.fault(
            Rule::Opens,
            None,
            None,
            "The file is a portfolio: its documents are other files inside it.",
        );
    }
    let form = catalog.get_deref(b"AcroForm", document).and_then(Object::as_dict).ok();
    if form.is_some_and(|form| form.get_deref(b"XFA", document).is_ok_and(|xfa| !xfa.is_null())) {
        notes.fault(Rule::Opens, None, None, "The file is an XFA form, which few programs show.");
    }
    let names = catalog.get_deref(b"Names", document).and_then(Object::as_dict).ok();
    let held = |key: &[u8]| names.is_some_and(|names| names.has(key));
    if held(b"EmbeddedFiles") {
        notes.remark(Rule::Opens, "The file has other files attached to it.");
    }
    if held(b"JavaScript") {
        notes.remark(Rule::Opens, "The file holds scripts.");
    }
}

/// How many bytes could be spared, and how large the file is.
pub(super) fn packed(opened: &Opened, bytes: &[u8], notes: &mut Notes) {
    let loose: usize = opened
        .document
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok())
        .filter(|stream| !stream.dict.has(b"Filter") && stream.content.len() > UNPACKED)
        .map(|stream| stream.content.len())
        .sum();
    if loose > 0 {
        let text = format!("{} of its contents are not packed.", size(loose as u64));
        notes.fault(Rule::Packed, None, None, text);
    }
    let start = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let linear = start.windows(11).any(|window| window == b"/Linearized");
    let shown = if linear {
        "It is arranged so that its first page is shown while the rest is being fetched."
    } else {
        "In one part the rule is not met: the file is not arranged (linearised) to be shown before all of it was fetched."
    };
    notes.remark(Rule::Packed, format!("The file has {}. {shown}", size(bytes.len() as u64)));
}

/// The limits of the ways to send a bundle: 36 MB by mail to justice.gov.uk, 150 MB by e-judiciary (outputs.md 4.1).
pub(super) fn sendable(bytes: u64, notes: &mut Notes) {
    let limits = [(36_000_000, "36 MB of mail to justice.gov.uk"), (150_000_000, "150 MB of e-judiciary")];
    for (limit, what) in limits {
        if bytes > limit {
            let text = format!("The file has {}, more than the {what}.", size(bytes));
            notes.fault(Rule::Sendable, None, None, text);
        }
    }
}

/// Entries of the information dictionary and the XMP packet that name somebody's folders.
pub(super) fn traces(opened: &Opened, notes: &mut Notes) {
    let document = &opened.document;
    let info = document.trailer.get_deref(b"Info", document).and_then(Object::as_dict);
    for (key, value) in info.into_iter().flat_map(Dictionary::iter) {
        let value = document.dereference(value).map(|(_, value)| value).unwrap_or(value);
        if lopdf::decode_text_string(value).is_ok_and(|text| is_path(&text)) {
            let key = String::from_utf8_lossy(key);
            let text = format!("The entry “{key}” of the file’s information names a folder of its author.");
            notes.fault(Rule::Redacted, None, None, text);
        }
    }
    let packet = document.catalog().ok().and_then(|catalog| catalog.get_deref(b"Metadata", document).ok());
    let packet = packet.and_then(|packet| packet.as_stream().ok());
    let packet = packet.and_then(|packet| content(packet).ok());
    if packet.is_some_and(|packet| is_path(&String::from_utf8_lossy(&packet))) {
        let text = "The file’s XMP metadata name a folder of its author.";
        notes.fault(Rule::Redacted, None, None, text);
    }
}

fn content(stream: &lopdf::Stream) -> lopdf::Result<Vec<u8>> {
    if stream.dict.has(b"Filter") {
        return stream.decompressed_content_with_limit(4 * 1024 * 1024);
    }
    Ok(stream.content.clone())
}

fn is_path(text: &str) -> bool {
    let lower = text.to_lowercase();
    let drive = lower
        .as_bytes()
        .windows(3)
        .any(|window| matches!(window, [letter, b':', b'\\'] if letter.is_ascii_lowercase()));
    drive || ["/users/", "/home/", "file://", "\\\\"].iter().any(|start| lower.contains(start))
}

/// Marks for redaction that were never carried out (ISO 32000-1, 12.5.6.23).
pub(super) fn unapplied(opened: &Opened, number: usize, notes: &mut Notes) {
    let document = &opened.document;
    let page = number.checked_sub(1).and_then(|place| opened.pages.get(place));
    let page = page.and_then(|id| document.get_dictionary(*id).ok());
    let annotations =
        page.and_then(|page| page.get_deref(b"Annots", document).and_then(Object::as_array).ok());
    let redactions = annotations.into_iter().flatten().take(20_000).filter(|annotation| {
        let entries = document.dereference(annotation).ok().and_then(|(_, object)| object.as_dict().ok());
        entries.is_some_and(|entries| subtype(document, entries) == b"Redact")
    });
    let count = redactions.count();
    if count > 0 {
        let text =
            format!("Page {number} is marked for redaction in {count} places, and nothing was taken out.");
        notes.fault(Rule::Redacted, Some(number), None, text);
    }
}

fn subtype<'d>(document: &'d Document, entries: &'d Dictionary) -> &'d [u8] {
    entries.get_deref(b"Subtype", document).and_then(Object::as_name).unwrap_or_default()
}

/// The same large stream held more than once.
pub(super) fn repeated(bytes: &[u8], notes: &mut Notes) {
    let Ok(document) = import::bounded(bytes, None) else { return };
    let mut seen: HashMap<u64, usize> = HashMap::new();
    let mut spare = 0;
    for object in document.objects.values() {
        let Object::Stream(stream) = object else { continue };
        if stream.content.len() > UNPACKED {
            let mut hash = DefaultHasher::new();
            stream.content.hash(&mut hash);
            let count = seen.entry(hash.finish()).or_default();
            spare += if *count > 0 { stream.content.len() } else { 0 };
            *count += 1;
        }
    }
    if spare > 0 {
        let text = format!("{} of its contents are held more than once.", size(spare as u64));
        notes.fault(Rule::Packed, None, None, text);
    }
}

pub(super) fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}
