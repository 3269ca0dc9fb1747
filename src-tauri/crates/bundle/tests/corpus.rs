//! PDFs of other people: `JOINDER_CORPUS=folder cargo test -p joinder-bundle --test corpus`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use std::path::{Path, PathBuf};
use support::with_pdf;

fn pdfs(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            pdfs(&entry, found);
        } else if entry.extension().is_some_and(|extension| extension == "pdf") {
            found.push(entry);
        }
    }
}

/// Each file is printed page for page or named with a reason, and the bundle passes its own check.
#[test]
fn every_file_is_printed_or_named() {
    let Ok(folder) = std::env::var("JOINDER_CORPUS") else { return };
    let mut files = Vec::new();
    pdfs(Path::new(&folder), &mut files);
    files.sort();
    let out = std::env::var("JOINDER_CORPUS_OUT").ok();
    for (index, file) in files.iter().enumerate() {
        let (rendered, bundle) = with_pdf(std::fs::read(file).unwrap());
        let said = rendered.placeholders.first().map(|p| p.reason.clone()).unwrap_or_default();
        let warned: Vec<_> = rendered.warnings.iter().map(|warning| warning.text.as_str()).collect();
        println!("{index} {} pages {} {said} {warned:?}", file.display(), rendered.pages);
        if let Some(out) = &out {
            std::fs::write(Path::new(out).join(format!("{index}.pdf")), bundle).unwrap();
        }
    }
}
