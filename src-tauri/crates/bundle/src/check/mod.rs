//! A finished file, read back and held against the rules.

mod number;
mod page;
mod structure;

use lopdf::{Document, LoadOptions, Object, ObjectId};
use number::Numbers;
use std::collections::BTreeMap;

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lint {
    /// Number of pages.
    pub pages: usize,
    /// What is not as the rules have it; empty for a good bundle.
    pub problems: Vec<Problem>,
}

/// One breach of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The rule, such as "EB-02".
    pub rule: &'static str,
    /// Page concerned, from 1.
    pub page: Option<usize>,
    /// What is wrong.
    pub text: String,
}

impl Lint {
    fn note(&mut self, rule: &'static str, page: Option<usize>, text: impl Into<String>) {
        self.problems.push(Problem { rule, page, text: text.into() });
    }
}

/// A file that cannot be checked at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckError {
    /// It is not a PDF that can be read.
    #[error("the file is not a PDF that can be read")]
    NotPdf,
    /// It needs a password (EB-01).
    #[error("the PDF is locked with a password")]
    Locked,
}

/// Holds a bundle against EB-01 to EB-05, EB-07 and EB-08; every page is read.
///
/// # Errors
///
/// See [`CheckError`].
pub fn check(bytes: &[u8]) -> Result<Lint, CheckError> {
    let opened = Opened::new(bytes)?;
    let mut lint = Lint { pages: opened.pages.len(), ..Lint::default() };
    structure::check(&opened, &mut lint);
    let mut numbers = Numbers::new(&opened.document);
    for number in 1..=opened.pages.len() {
        page::check(&opened, &mut numbers, number, &mut lint);
    }
    Ok(lint)
}

/// Pages read when a bundle has just been rendered.
const SAMPLE: usize = 12;

/// The same for a file of our own: its structure, and the numbers on some of its pages.
pub(crate) fn after_rendering(bytes: &[u8], pages: usize) -> Result<(), String> {
    let opened = Opened::new(bytes).map_err(|error| error.to_string())?;
    if opened.pages.len() != pages {
        return Err(format!("{} pages were planned and {} are there", pages, opened.pages.len()));
    }
    let mut lint = Lint { pages, ..Lint::default() };
    structure::check(&opened, &mut lint);
    let step = (pages / SAMPLE).max(1);
    let mut numbers = Numbers::new(&opened.document);
    for number in (1..=pages).step_by(step).chain([pages]) {
        page::check(&opened, &mut numbers, number, &mut lint);
    }
    match lint.problems.first() {
        Some(problem) => Err(format!("{}: {}", problem.rule, problem.text)),
        None => Ok(()),
    }
}

/// A file read back, without the bytes of its pictures.
struct Opened {
    document: Document,
    pages: Vec<ObjectId>,
    numbers: BTreeMap<ObjectId, usize>,
}

impl Opened {
    fn new(bytes: &[u8]) -> Result<Self, CheckError> {
        let mut options = LoadOptions::with_filter(without_pictures);
        options.password = Some(String::new());
        let document = Document::load_mem_with_options(bytes, options).map_err(|error| match error {
            lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_) => CheckError::Locked,
            _ => CheckError::NotPdf,
        })?;
        if document.is_encrypted() {
            return Err(CheckError::Locked);
        }
        let pages: Vec<ObjectId> = document.page_iter().collect();
        let numbers = (1..).zip(&pages).map(|(number, id)| (*id, number)).collect();
        Ok(Self { document, pages, numbers })
    }

    /// The page that a destination leads to, from 1, with the rest of the destination.
    fn destination<'d>(&self, destination: &'d Object) -> Option<(usize, &'d [Object])> {
        let (first, rest) = destination.as_array().ok()?.split_first()?;
        Some((*self.numbers.get(&first.as_reference().ok()?)?, rest))
    }
}

/// The library keeps what is left in `object`, and for objects out of an object stream what is returned: streams,
/// which are never in one, need no copy.
fn without_pictures(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    let Object::Stream(stream) = object else { return Some((id, object.clone())) };
    let kind = stream.dict.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
    if kind == b"Image" || kind == b"Form" {
        stream.content = Vec::new();
    }
    Some((id, Object::Null))
}
