//! What a PDF says about itself, and whether it can be opened at all.

use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::{Dictionary, Document, Error, LoadOptions, Object};
use serde::{Deserialize, Serialize};

use crate::{
    damage::{Code, DamageLog},
    limits::Limits,
    made,
    mail::{MailDate, cut},
};

/// Bytes that all compressed object streams of a file may inflate to together, roughly.
const INFLATED: usize = 256 << 20;
/// Bytes that one stream may inflate to, at most and at least.
const STREAM: (usize, usize) = (1 << 20, 64 << 20);
/// Characters kept of a producer, date or title.
const WORDS: usize = 500;

/// What a PDF says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PdfFacts {
    /// The version in its header, for example `1.7`.
    pub version: Option<String>,
    /// Whether it begins as a PDF does.
    pub has_header: bool,
    /// Whether its end mark is there.
    pub has_end: bool,
    /// Whether it is encrypted; one that opens without a password may be.
    pub encrypted: bool,
    /// Whether its pages can be read without a password.
    pub opens: bool,
    /// How many pages it has.
    pub pages: Option<u32>,
    /// The program that made the file.
    pub producer: Option<String>,
    /// The program that made the document.
    pub creator: Option<String>,
    /// The creation date as written, for example `D:20211103154210Z`.
    pub created_raw: Option<String>,
    /// The date of the last change as written.
    pub modified_raw: Option<String>,
    /// The creation date in numbers; without a zone the instant is not known.
    #[serde(default)]
    pub created: Option<MailDate>,
    /// The date of the last change in numbers.
    #[serde(default)]
    pub modified: Option<MailDate>,
    /// Whether any page has text rather than only pictures.
    pub has_text: bool,
    /// The text of the first pages, in the order in which it is drawn.
    pub text: String,
}

/// Reads a PDF.
pub(crate) fn read(bytes: &[u8], limits: &Limits, damage: &mut DamageLog) -> PdfFacts {
    let mut facts = PdfFacts::default();
    let head = bytes.get(..1024).unwrap_or(bytes);
    if let Some(version) = memchr::memmem::find(head, b"%PDF-").and_then(|at| head.get(at + 5..)) {
        facts.has_header = head.starts_with(b"%PDF-");
        let digits = version.iter().take(4).take_while(|byte| byte.is_ascii_digit() || **byte == b'.');
        facts.version = Some(digits.map(|&byte| char::from(byte)).collect());
    }
    facts.has_end = memchr::memmem::rfind(bytes, b"%%EOF").is_some_and(|at| bytes.len() - at < 4096);
    facts.encrypted = is_encrypted(bytes);
    if !facts.has_header {
        damage.add(Code::PdfHeaderMissing, 0);
    }
    if !facts.has_end {
        damage.add(Code::PdfTruncated, 0);
    }
    match open(bytes) {
        Ok(document) => describe(&document, &mut facts, limits),
        Err(locked) => facts.encrypted |= locked,
    }
    match (facts.opens, facts.encrypted) {
        (true, _) if facts.has_text => {}
        (true, _) => damage.add(Code::PdfNoText, 0),
        (false, true) => damage.add(Code::PdfEncrypted, 0),
        (false, false) => damage.add(Code::PdfUnreadable, 0),
    }
    facts
}

/// The trailer, or the cross-reference stream that takes its place, is never compressed itself.
fn is_encrypted(bytes: &[u8]) -> bool {
    memchr::memmem::find_iter(bytes, b"/Encrypt").any(|at| {
        let after = bytes.get(at + 8..).unwrap_or_default();
        let after = after.get(..64).unwrap_or(after).trim_ascii_start();
        after.starts_with(b"<<") || after.first().is_some_and(u8::is_ascii_digit)
    })
}

/// Opens the document without a password, or with the empty one; `Err(true)` means that it wants another.
fn open(bytes: &[u8]) -> Result<Document, bool> {
    let streams = memchr::memmem::find_iter(bytes, b"ObjStm").count().max(1);
    let most = (INFLATED / streams).clamp(STREAM.0, STREAM.1);
    let options = LoadOptions::with_max_decompressed_size(most);
    // A panic in the library must not take the program down with it: a damaged file is data here.
    let loaded = catch_unwind(AssertUnwindSafe(|| Document::load_mem_with_options(bytes, options)));
    match loaded {
        Ok(Ok(document)) if document.is_encrypted() => Err(true),
        Ok(Ok(document)) => Ok(document),
        Ok(Err(Error::InvalidPassword | Error::Decryption(_))) => Err(true),
        Ok(Err(_)) | Err(_) => Err(false),
    }
}

fn describe(document: &Document, facts: &mut PdfFacts, limits: &Limits) {
    let read = catch_unwind(AssertUnwindSafe(|| {
        let pages = document.get_pages();
        let info = document.trailer.get(b"Info").ok().and_then(|info| resolve(document, info));
        let entry =
            |key: &[u8]| info.and_then(|info| info.get(key).ok()).and_then(|value| words(document, value));
        let first: Vec<u32> = pages.keys().copied().take(limits.pdf_text_pages as usize).collect();
        let mut text = String::new();
        for page in first {
            if text.len() >= limits.text_bytes {
                break;
            }
            if let Ok(words) = document.extract_text_with_limit(&[page], STREAM.1) {
                text.push_str(&words);
            }
        }
        let fonts = pages
            .values()
            .take(limits.pdf_text_pages as usize)
            .any(|&page| document.get_page_fonts(page).is_ok_and(|fonts| !fonts.is_empty()));
        let pages = u32::try_from(pages.len()).unwrap_or(u32::MAX);
        let text = cut(text.replace('\0', ""), limits.text_bytes).0;
        let made = [entry(b"Producer"), entry(b"Creator"), entry(b"CreationDate"), entry(b"ModDate")];
        (pages, made, fonts, text)
    }));
    let Ok((pages, [producer, creator, created, modified], fonts, text)) = read else { return };
    facts.opens = pages > 0;
    facts.encrypted |= document.was_encrypted();
    facts.pages = Some(pages);
    facts.producer = producer;
    facts.creator = creator;
    facts.created = created.as_deref().map(made::pdf_date);
    facts.modified = modified.as_deref().map(made::pdf_date);
    facts.created_raw = created;
    facts.modified_raw = modified;
    facts.has_text = !text.trim().is_empty() || fonts;
    facts.text = text;
}

fn resolve<'d>(document: &'d Document, object: &'d Object) -> Option<&'d Dictionary> {
    match object {
        Object::Reference(id) => document.get_dictionary(*id).ok(),
        other => other.as_dict().ok(),
    }
}

/// A text string of a document, at most [`WORDS`] bytes of it.
fn words(document: &Document, object: &Object) -> Option<String> {
    let object = match object {
        Object::Reference(id) => document.get_object(*id).ok()?,
        other => other,
    };
    let text = lopdf::decode_text_string(object).ok()?;
    let text = cut(text.replace('\0', "").trim().to_owned(), WORDS).0;
    (!text.is_empty()).then_some(text)
}
