//! A bundle that is too large for one mail goes out in several files, and reads as one.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use joinder_bundle::{Part, PartLimit, Rule, SplitError, State};
use joinder_domain::bundle::*;
use lopdf::{Document as Pdf, Object};
use support::{Files, document, exhibit, fixture, keep, lint, plan, render};

/// Twelve letters of five pages, and a photograph that is a third of all bytes.
fn bundle() -> (joinder_bundle::Rendered, Vec<u8>) {
    let mut files = Files::new();
    let mut documents: Vec<Document> = (1..=12)
        .map(|number| {
            let sha256 = keep(&mut files, support::pdf::letter(4 + number % 2));
            let label = format!("AXL{number}");
            let kind = exhibit(&label, "A letter", ExhibitSource::Pdf { sha256 });
            document(Section::Exhibits, &format!("{label}: a letter"), "", kind)
        })
        .collect();
    let sha256 = keep(&mut files, std::fs::read(fixture("photo-orientation-6.jpg")).unwrap());
    let kind = exhibit("AXL13", "A photograph", ExhibitSource::Jpeg { sha256 });
    documents.push(document(Section::Exhibits, "AXL13: a photograph", "", kind));
    render(&plan(documents), &files)
}

fn name(number: usize) -> String {
    format!("Llyr v Labour Bundle part {number}.pdf")
}

fn split(bytes: &[u8], limit: PartLimit, name: &dyn Fn(usize) -> String) -> Result<Vec<Part>, SplitError> {
    joinder_bundle::split(bytes, limit, name, &mut |_, _| true)
}

/// Parts follow one another without a gap, and each passes the check as a part.
fn holds_together(parts: &[Part], pages: usize) {
    let mut next = 1;
    for part in parts {
        assert_eq!(part.first, next);
        next = part.last + 1;
        let lint = lint(&part.bytes);
        assert_eq!(lint.pages, part.last + 1 - part.first);
        for rule in [Rule::Opens, Rule::Numbered, Rule::Labels, Rule::Bookmarks, Rule::Zoom] {
            let verdict = lint.verdict(rule).unwrap();
            assert_eq!(verdict.state, State::Pass, "{} {:#?}", rule.code(), verdict.faults);
        }
        assert!(lint.verdict(Rule::IndexLinks).unwrap().faults.is_empty());
    }
    assert_eq!(next, pages + 1);
}

#[test]
fn pages_keep_their_numbers_and_documents_stay_whole() {
    let (rendered, bytes) = bundle();
    let parts = split(&bytes, PartLimit::Pages(30), &name).unwrap();
    assert!(parts.len() >= 3 && parts.iter().all(|part| part.last + 1 - part.first <= 30));
    holds_together(&parts, rendered.pages);
    let starts: Vec<usize> = rendered.index.iter().map(|row| row.page).collect();
    assert!(parts[1..].iter().all(|part| starts.contains(&part.first)), "a part begins with a document");
}

#[test]
fn no_part_is_larger_than_was_asked_for() {
    let (rendered, bytes) = bundle();
    let most = bytes.len() as u64 * 2 / 3;
    let parts = split(&bytes, PartLimit::Bytes(most), &name).unwrap();
    assert!(parts.len() > 1);
    assert!(parts.iter().all(|part| !part.too_large && part.bytes.len() as u64 <= most));
    holds_together(&parts, rendered.pages);
}

#[test]
fn a_page_that_is_too_large_alone_is_said_to_be() {
    let (rendered, bytes) = bundle();
    let parts = split(&bytes, PartLimit::Bytes(1000), &name).unwrap();
    assert_eq!(parts.len(), rendered.pages);
    assert!(parts.iter().all(|part| part.too_large));
}

#[test]
fn the_index_opens_the_other_file_at_the_page() {
    let (rendered, bytes) = bundle();
    let parts = split(&bytes, PartLimit::Pages(30), &name).unwrap();
    let row = rendered.index.iter().find(|row| row.page == parts[1].first).unwrap();
    let pdf = Pdf::load_mem(&parts[0].bytes).unwrap();
    let index = pdf.page_iter().nth(1).unwrap();
    let links = pdf.get_page_annotations(index).unwrap();
    let place = rendered.index.iter().position(|other| other == row).unwrap();
    let action = links[place].get(b"A").unwrap().as_dict().unwrap();
    assert_eq!(action.get(b"S").unwrap().as_name().unwrap(), b"GoToR");
    assert_eq!(action.get(b"F").unwrap().as_str().unwrap(), name(2).as_bytes());
    assert_eq!(action.get(b"D").unwrap().as_array().unwrap()[0], Object::Integer(0));
    let back = Pdf::load_mem(&parts[1].bytes).unwrap();
    let page = back.page_iter().next().unwrap();
    let link = back.get_page_annotations(page).unwrap()[0].clone();
    let action = link.get(b"A").unwrap().as_dict().unwrap();
    assert_eq!(action.get(b"F").unwrap().as_str().unwrap(), name(1).as_bytes(), "back to the index");
}

#[test]
fn what_fits_stays_one_file_and_nothing_is_refused() {
    let (_, bytes) = bundle();
    let parts = split(&bytes, PartLimit::Bytes(36_000_000), &name).unwrap();
    assert!(parts.len() == 1 && parts[0].bytes == bytes);
    assert_eq!(split(&bytes, PartLimit::Pages(0), &name), Err(SplitError::NoRoom));
    assert_eq!(split(b"%PDF-1.7 nothing", PartLimit::Pages(5), &name), Err(SplitError::NotPdf));
}

#[test]
fn whoever_waits_sees_how_far_it_is_and_can_stop_it() {
    let (rendered, bytes) = bundle();
    let mut heard = Vec::new();
    let mut step = |page: usize, pages: usize| {
        heard.push((page, pages));
        heard.len() < 3
    };
    let stopped = joinder_bundle::split(&bytes, PartLimit::Pages(10), &name, &mut step);
    assert_eq!(stopped, Err(SplitError::Stopped));
    assert_eq!(heard.len(), 3);
    assert!(heard.is_sorted() && heard.iter().all(|(_, pages)| *pages == rendered.pages), "{heard:?}");
}
