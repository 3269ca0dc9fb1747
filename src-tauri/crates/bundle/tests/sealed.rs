//! Bundles that were sealed: what comes later goes to the end, and no page number moves.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use joinder_bundle::{Asked, Rule, State, check};
use joinder_domain::bundle::*;
use std::sync::Arc;
use support::look::Page;
use support::{Files, document, exhibit, keep, plan, render, words};

/// The letters that Anwen has handed in, `count` of them, between her sheet and the integrity page.
fn letters(files: &mut Files, count: usize) -> BundlePlan {
    let drawn = |words: &str| DocumentKind::Drawn(vec![Block::Paragraph(plain(words))]);
    let mut documents = vec![
        document(Section::Claimant, "Claimant information", "", drawn("Anwen Llŷr, of Cardiff.")),
        document(Section::Statement, "Statement", "", drawn("I, ANWEN LLŶR, will say as follows.")),
    ];
    for number in 1..=count {
        let sha256 = keep(files, support::pdf::letter(number));
        let label = format!("AXL{number}");
        let kind = exhibit(&label, "A letter", ExhibitSource::Pdf { sha256 });
        documents.push(document(Section::Exhibits, &format!("{label}: a letter"), "", kind));
    }
    documents.push(document(Section::Integrity, "Integrity", "", drawn(&format!("{count} originals."))));
    BundlePlan { prepared_on: "3 December 2026".into(), ..plan(documents) }
}

fn sealed(plan: &BundlePlan, rendered: &joinder_bundle::Rendered) -> BundlePlan {
    BundlePlan { fixed: Some(rendered.layout.clone()), ..plan.clone() }
}

/// The next version of a sealed plan.
fn next(sealed: &BundlePlan, now: &BundlePlan) -> BundlePlan {
    sealed.continued(sealed.fixed.clone().unwrap(), now)
}

#[test]
fn a_late_letter_goes_to_the_end_and_no_page_moves() {
    let mut files = Files::new();
    let first = letters(&mut files, 3);
    let (one, before) = render(&first, &files);
    let second = next(&sealed(&first, &one), &letters(&mut files, 4));
    let (two, after) = render(&second, &files);
    for (earlier, later) in one.index.iter().zip(&two.index) {
        assert_eq!((&earlier.number, earlier.page, earlier.pages), (&later.number, later.page, later.pages));
    }
    let titles: Vec<(&str, &str, usize)> = two.index[one.index.len()..]
        .iter()
        .map(|row| (row.number.as_str(), row.title.as_str(), row.page))
        .collect();
    let end = one.pages;
    assert_eq!(
        titles,
        [
            ("E1", "Documents added on 3 December 2026", end + 1),
            ("E2", "AXL4: a letter", end + 2),
            ("E3", "Integrity", end + 7),
        ]
    );
    let list = words(&after, u32::try_from(end + 1).unwrap());
    assert!(list.contains(&format!("Pages 1 to {end} stand where they stood")), "{list}");
    assert!(list.contains(&format!("D1, page {end}")), "the integrity page takes over: {list}");
    let asked = Asked { earlier: Some(&Arc::new(before)), ..Asked::default() };
    let lint = check(&Arc::new(after), &asked, &mut |_, _| true).unwrap();
    let verdict = lint.verdict(Rule::LateAtEnd).unwrap();
    assert_eq!(verdict.state, State::Pass, "{:?}", verdict.faults);
}

#[test]
fn the_index_in_front_names_the_late_letter_and_leads_to_it() {
    let mut files = Files::new();
    let first = letters(&mut files, 1);
    let (one, _) = render(&first, &files);
    let second = next(&sealed(&first, &one), &letters(&mut files, 2));
    let (two, after) = render(&second, &files);
    let index = words(&after, 2);
    assert!(index.contains("Documents added later") && index.contains("AXL2: a letter"), "{index}");
    assert!(index.contains(&format!("page {}", two.index[5].page)), "{index}");
    assert!(words(&after, 1).contains("With documents added on 3 December 2026"));
}

#[test]
fn an_index_without_room_says_where_the_rest_is_listed() {
    let mut files = Files::new();
    // The longest index that fits on one page.
    let full = (20..45)
        .rev()
        .find(|count| {
            render(&letters_short(&mut Files::new(), *count), &short_files(*count)).0.layout.index == 1
        })
        .unwrap();
    files.extend(short_files(full + 3));
    let first = letters_short(&mut Files::new(), full);
    let (one, _) = render(&first, &files);
    let second = next(&sealed(&first, &one), &letters_short(&mut Files::new(), full + 3));
    let (two, after) = render(&second, &files);
    assert_eq!(two.layout.index, 1);
    let list = u32::try_from(one.pages + 1).unwrap();
    assert!(words(&after, list).contains(&format!("AXL{}", full + 3)));
    for (earlier, later) in one.index.iter().zip(&two.index) {
        assert_eq!(earlier.page, later.page);
    }
}

/// One-page letters with short titles, so that many fit into an index.
fn letters_short(files: &mut Files, count: usize) -> BundlePlan {
    let documents = (1..=count).map(|number| {
        let sha256 = keep(files, short(number));
        let kind = exhibit(&format!("AXL{number}"), "A letter", ExhibitSource::Pdf { sha256 });
        document(Section::Exhibits, &format!("AXL{number}: a letter"), "", kind)
    });
    BundlePlan { prepared_on: "3 December 2026".into(), ..plan(documents.collect()) }
}

fn short(number: usize) -> Vec<u8> {
    let line = support::pdf::text(72, 700, &format!("Letter number {number}"));
    support::pdf::file(&support::pdf::one_page("", support::pdf::A4, &line))
}

fn short_files(count: usize) -> Files {
    let mut files = Files::new();
    letters_short(&mut files, count);
    files
}

#[test]
fn three_versions_each_leave_the_pages_of_the_one_before() {
    let mut files = Files::new();
    let mut plan = letters(&mut files, 1);
    let (mut rendered, mut bytes) = render(&plan, &files);
    for count in 2..=4 {
        let later = next(&sealed(&plan, &rendered), &letters(&mut files, count));
        let (next, after) = render(&later, &files);
        for number in 3..=rendered.pages {
            let number = u32::try_from(number).unwrap();
            assert_eq!(words(&bytes, number), words(&after, number), "page {number} of version {count}");
        }
        assert!(next.pages > rendered.pages);
        (plan, rendered, bytes) = (later, next, after);
    }
    let lists = plan.additions().count();
    assert_eq!(lists, 3);
    let places = BundlePlan { fixed: Some(rendered.layout.clone()), ..plan }.places();
    let pages: Vec<usize> = rendered.index.iter().map(|row| row.page).collect();
    assert_eq!(places.iter().map(|place| place.first).collect::<Vec<_>>(), pages);
}

#[test]
fn nothing_new_gives_the_sealed_file_byte_by_byte() {
    let mut files = Files::new();
    let first = letters(&mut files, 2);
    let (one, before) = render(&first, &files);
    let again = next(&sealed(&first, &one), &letters(&mut files, 2));
    let (_, after) = render(&again, &files);
    assert!(before == after);
}

#[test]
fn a_letter_that_is_not_relied_on_any_more_stays_and_is_named() {
    let mut files = Files::new();
    let first = letters(&mut files, 3);
    let (one, _) = render(&first, &files);
    let mut now = letters(&mut files, 3);
    now.documents.retain(|document| !document.title.starts_with("AXL2"));
    let second = next(&sealed(&first, &one), &now);
    let (two, after) = render(&second, &files);
    assert_eq!(two.pages, one.pages + 1, "only the list is added");
    let list = words(&after, u32::try_from(two.pages).unwrap());
    assert!(list.contains("Not relied on any more") && list.contains("AXL2: a letter"), "{list}");
    let third = next(&sealed(&second, &two), &now);
    assert_eq!(third.documents.len(), second.documents.len(), "it is said once");
}

#[test]
fn an_original_that_is_gone_leaves_its_pages_behind() {
    let mut files = Files::new();
    let first = letters(&mut files, 3);
    let (one, _) = render(&first, &files);
    let letter =
        files.iter().find(|(_, bytes)| *bytes.as_ref() == support::pdf::letter(3)).unwrap().0.clone();
    files.remove(&letter);
    let second = next(&sealed(&first, &one), &letters(&mut Files::new(), 3));
    let (two, after) = render(&second, &files);
    assert_eq!(two.pages, one.pages);
    let row = &two.index[4];
    assert!(words(&after, u32::try_from(row.page + 3).unwrap()).contains("later pages keep their numbers"));
    assert_eq!(two.placeholders[0].label, "AXL3");
}

#[test]
fn pages_that_would_move_are_refused() {
    let mut files = Files::new();
    let first = letters(&mut files, 2);
    let (one, _) = render(&first, &files);
    let mut fixed = one.layout.clone();
    fixed.documents[2] -= 1;
    let moved = first.continued(fixed, &letters(&mut files, 2));
    let fonts = joinder_bundle::Fonts::embedded().unwrap();
    let error = joinder_bundle::render(&moved, &files, &fonts, &mut Vec::new()).unwrap_err();
    assert!(error.to_string().contains("“AXL1: a letter” needs more pages"), "{error}");
}

#[test]
fn numbers_stand_at_the_foot_of_late_pages_too() {
    let mut files = Files::new();
    let first = letters(&mut files, 1);
    let (one, _) = render(&first, &files);
    let second = next(&sealed(&first, &one), &letters(&mut files, 2));
    let (two, after) = render(&second, &files);
    for number in one.pages + 1..=two.pages {
        assert!(Page::of(&after, number).ink_in(0.85..0.96, 0.968..0.995), "page {number}");
    }
}

#[test]
fn sections_begin_with_a_page_that_the_index_leads_to_and_that_stands_where_it_was_sealed() {
    let mut files = Files::new();
    let first = BundlePlan { dividers: true, ..letters(&mut files, 2) };
    let (one, before) = render(&first, &files);
    assert_eq!(one.layout.dividers, 4);
    let pages: Vec<usize> = one.index.iter().map(|row| row.page).collect();
    assert_eq!(pages, [4, 6, 8, 10, 14], "each section's page stands before its first document");
    for (page, letter, title) in
        [(3, "A", "Claimant"), (5, "B", "Statement"), (7, "C", "Exhibits"), (13, "D", "Integrity")]
    {
        let words = words(&before, page);
        assert!(words.contains(letter) && words.contains(title), "{words}");
        let index = support::words(&before, 2);
        assert!(index.contains(&format!("page {page}")), "the index names page {page}: {index}");
    }
    let sealed = sealed(&first, &one);
    let places: Vec<usize> = sealed.places().iter().map(|place| place.first).collect();
    assert_eq!(places, pages, "the page map agrees");
    let (two, _) = render(&next(&sealed, &BundlePlan { dividers: true, ..letters(&mut files, 3) }), &files);
    assert_eq!(two.layout.dividers, 4, "what comes late stands behind a list of its own");
    assert_eq!(two.index.iter().map(|row| row.page).take(5).collect::<Vec<_>>(), pages);
    assert_eq!(two.index[5].page, one.pages + 1);
}

#[test]
fn an_index_that_is_full_says_where_the_late_documents_are_and_the_newest_list_names_them_all() {
    let mut files = Files::new();
    let mut plan = letters(&mut files, 1);
    let (mut rendered, mut bundle) = render(&plan, &files);
    for count in 2..=16 {
        plan = next(&sealed(&plan, &rendered), &letters(&mut files, count));
        (rendered, bundle) = render(&plan, &files);
    }
    let index = words(&bundle, 2);
    let newest = rendered.index.iter().rfind(|row| row.title.starts_with("Documents added on")).unwrap().page;
    assert!(index.contains(&format!("added later are listed on page {newest}")), "{index}");
    let list: String =
        (newest..newest + 3).map(|page| words(&bundle, u32::try_from(page).unwrap())).collect();
    for count in 2..=16 {
        assert!(list.contains(&format!("AXL{count}: a letter")), "AXL{count} in {list}");
    }
}
