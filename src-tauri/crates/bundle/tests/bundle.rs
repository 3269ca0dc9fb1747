//! The bundle as a whole: numbers, index, bookmarks, names, and the same bytes twice.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use joinder_domain::bundle::*;
use lopdf::{Document as Pdf, Object};
use support::{Files, document, exhibit, keep, plan, render, sample, words};

fn leads_to(pdf: &Pdf, link: &lopdf::Dictionary) -> usize {
    let action = link.get(b"A").unwrap().as_dict().unwrap();
    let page = action.get(b"D").unwrap().as_array().unwrap()[0].as_reference().unwrap();
    pdf.page_iter().position(|id| id == page).unwrap() + 1
}

#[test]
fn equal_facts_give_equal_bytes_on_every_thread() {
    let make = || {
        let (plan, files) = sample();
        render(&plan, &files)
    };
    let (first, bytes) = make();
    let other = std::thread::spawn(make).join().unwrap();
    assert!(bytes == other.1, "not one byte differs");
    assert_eq!(first, other.0);
}

#[test]
fn another_fact_gives_another_identifier() {
    let (mut plan, files) = sample();
    let id = |bytes: &[u8]| Pdf::load_mem(bytes).unwrap().trailer.get(b"ID").unwrap().clone();
    let before = id(&render(&plan, &files).1);
    plan.claimant_name = "Tomasz Źródło".into();
    assert_ne!(before, id(&render(&plan, &files).1));
}

#[test]
fn each_row_of_the_index_leads_to_the_page_it_names() {
    let (plan, files) = sample();
    let (rendered, bundle) = render(&plan, &files);
    let pdf = Pdf::load_mem(&bundle).unwrap();
    let index = pdf.page_iter().nth(1).unwrap();
    let targets: Vec<usize> =
        pdf.get_page_annotations(index).unwrap().into_iter().map(|link| leads_to(&pdf, link)).collect();
    let pages: Vec<usize> = rendered.index.iter().map(|row| row.page).collect();
    assert_eq!(targets[..pages.len()], pages);
    let text = words(&bundle, 2);
    for row in &rendered.index {
        assert!(text.contains(&format!("page {}", row.page)), "{text}");
        assert!(text.contains(&row.title), "{text}");
    }
    let numbers: Vec<&str> = rendered.index.iter().map(|row| row.number.as_str()).collect();
    assert_eq!(numbers, ["A1", "A2", "B1", "C1", "C2", "C3", "C4", "C5", "D1"]);
}

#[test]
fn every_page_leads_back_to_the_index() {
    let (plan, files) = sample();
    let (_, bundle) = render(&plan, &files);
    let pdf = Pdf::load_mem(&bundle).unwrap();
    for page in pdf.page_iter() {
        let links = pdf.get_page_annotations(page).unwrap();
        assert!(links.into_iter().any(|link| leads_to(&pdf, link) == 2));
    }
}

#[test]
fn pages_that_we_draw_bear_case_title_and_reference() {
    let (plan, files) = sample();
    let (rendered, bundle) = render(&plan, &files);
    let page = u32::try_from(rendered.index[2].page).unwrap();
    let text = words(&bundle, page);
    assert!(text.contains("Llŷr and others v The Labour Party") && text.contains("C-000123"), "{text}");
}

#[test]
fn the_file_says_what_it_is_and_when_it_speaks_for() {
    let (plan, files) = sample();
    let (_, bundle) = render(&plan, &files);
    let pdf = Pdf::load_mem(&bundle).unwrap();
    let info = pdf.get_dictionary(pdf.trailer.get(b"Info").unwrap().as_reference().unwrap()).unwrap();
    assert_eq!(info.get(b"CreationDate").unwrap().as_str().unwrap(), b"D:20261123000000Z");
    assert!(!info.has(b"GTS_PDFXVersion"), "it is not a PDF/X and does not say so");
    let catalog = pdf.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en-GB");
    assert_eq!(catalog.get(b"PageMode").unwrap().as_name().unwrap(), b"UseOutlines");
}

#[test]
fn a_claimant_without_a_single_exhibit_has_a_bundle() {
    let sheet = vec![Block::Paragraph(plain("Nothing has come in yet."))];
    let documents = vec![document(Section::Claimant, "Claimant information", "", DocumentKind::Drawn(sheet))];
    let (rendered, _) = render(&plan(documents), &Files::new());
    assert_eq!(rendered.pages, 3);
    let (empty, _) = render(&plan(Vec::new()), &Files::new());
    assert_eq!((empty.pages, empty.index.len()), (2, 0));
}

#[test]
fn forty_exhibits_are_numbered_without_a_gap() {
    let mut files = Files::new();
    let documents = (1..=40)
        .map(|number| {
            let sha256 = keep(&mut files, support::pdf::letter(number % 4 + 1));
            let label = format!("AXL{number}");
            let title = format!(
                "{label}: a letter whose description is long enough to need a second line in the index"
            );
            document(
                Section::Exhibits,
                &title,
                "about March 2022",
                exhibit(&label, "A letter", ExhibitSource::Pdf { sha256 }),
            )
        })
        .collect();
    let (rendered, _) = render(&plan(documents), &files);
    assert!(rendered.index[0].page > 3, "the index itself needs more than a page");
    for pair in rendered.index.windows(2) {
        assert_eq!(pair[0].page + pair[0].pages, pair[1].page);
    }
    let last = &rendered.index[39];
    assert_eq!(last.page + last.pages - 1, rendered.pages);
}

#[test]
fn a_name_of_three_hundred_characters_stays_on_the_paper() {
    let long = "Maximiliana-Wilhelmina ".repeat(13) + "Ŵ";
    let unbroken = "Ł".repeat(300);
    for name in [long, unbroken] {
        let mut plan = plan(vec![document(
            Section::Claimant,
            &name,
            "",
            DocumentKind::Drawn(vec![
                Block::Heading { level: 1, text: name.clone() },
                Block::KeyValues(vec![(name.clone(), plain(&name))]),
                Block::Signature(vec![SignatureRow { label: "Name".into(), value: name.clone() }]),
            ]),
        )]);
        plan.claimant_name = name.clone();
        plan.case_title = name.clone();
        let (rendered, bundle) = render(&plan, &Files::new());
        for page in 1..=rendered.pages {
            let look = support::look::Page::of(&bundle, page);
            assert!(!look.ink_in(0.96..0.99, 0.02..0.94), "nothing runs off page {page}");
        }
    }
}

#[test]
fn an_original_that_was_exchanged_is_not_printed_as_the_one_received() {
    let mut files = Files::new();
    let sha256 = keep(&mut files, support::pdf::letter(1));
    files.insert(sha256.clone(), support::pdf::letter(2).into());
    let kinds = [ExhibitSource::Pdf { sha256 }, ExhibitSource::Png { sha256: "00".repeat(32) }];
    let documents = kinds
        .into_iter()
        .map(|source| document(Section::Exhibits, "A letter", "", exhibit("AXL1", "A letter", source)))
        .collect();
    let (rendered, _) = render(&plan(documents), &files);
    let reasons: Vec<&str> = rendered.placeholders.iter().map(|p| p.reason.as_str()).collect();
    assert!(reasons[0].contains("hash differs") && reasons[1].contains("not in the matter"), "{reasons:?}");
}

#[test]
fn names_of_latin_greek_and_cyrillic_are_found_as_they_are_spelt() {
    let (plan, files) = sample();
    let (rendered, bundle) = render(&plan, &files);
    let text = words(&bundle, u32::try_from(rendered.index[0].page).unwrap());
    for name in ["Siân Llŷr ap Rhŷs-Ŵyn", "Zażółć Gęślą-Jaźń", "Ελένη Παπαδοπούλου", "Дмитро Ґалаґан"]
    {
        assert!(text.contains(name), "{name}: {text}");
    }
}

/// Every string behind `ActualText` on a page.
fn spoken(bundle: &[u8], page: usize) -> Vec<String> {
    let pdf = Pdf::load_mem(bundle).unwrap();
    let id = pdf.page_iter().nth(page - 1).unwrap();
    let content = lopdf::content::Content::decode(&pdf.get_page_content(id)).unwrap();
    let spans = content.operations.iter().filter(|operation| operation.operator == "BDC");
    spans
        .filter_map(|span| {
            lopdf::decode_text_string(span.operands.get(1)?.as_dict().ok()?.get(b"ActualText").ok()?).ok()
        })
        .collect()
}

#[test]
fn names_of_indic_scripts_and_stacked_accents_carry_their_characters() {
    let (plan, files) = sample();
    let (rendered, bundle) = render(&plan, &files);
    let spoken = spoken(&bundle, rendered.index[0].page);
    for word in ["Thị", "अनिरुद्ध", "कृष्णमूर्ति", "ਗੁਰਪ੍ਰੀਤ", "ਸਿੰਘ", "শ্রীলেখা", "মিত্র", "தமிழ்ச்செல்வி", "கார்த்திக்"]
    {
        assert!(spoken.iter().any(|text| text == word), "{word}: {spoken:?}");
    }
    let turned = |c: char| matches!(c, '\u{590}'..='\u{6ff}');
    assert!(!spoken.iter().any(|text| text.contains(turned)), "readers turn such text round twice");
}

#[test]
fn names_from_right_to_left_are_written_letter_by_letter_as_the_eye_meets_them() {
    let (plan, files) = sample();
    let (rendered, bundle) = render(&plan, &files);
    let text = words(&bundle, u32::try_from(rendered.index[0].page).unwrap());
    let text: String = text.split_whitespace().collect();
    for name in ["محمد", "علاء", "إسلام", "شازیہ", "כהן־לוי"] {
        let seen: String = name.chars().rev().collect();
        assert!(text.contains(&seen), "{name}: {text}");
    }
}

#[test]
fn fonts_are_embedded_and_cut_to_the_letters_in_use() {
    let (plan, files) = sample();
    let (_, bundle) = render(&plan, &files);
    let pdf = Pdf::load_mem(&bundle).unwrap();
    let programs: Vec<usize> = pdf
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"FontFile2").ok()?.as_reference().ok())
        .map(|id| pdf.get_object(id).unwrap().as_stream().unwrap().content.len())
        .collect();
    assert!(programs.len() >= 9);
    assert!(programs.iter().all(|length| *length < 40_000), "{programs:?}");
}

#[test]
fn a_heading_never_stands_alone_at_the_foot() {
    for fill in 20..70 {
        let mut blocks = vec![Block::Spacer; fill];
        blocks.push(Block::Heading { level: 2, text: "Heading".into() });
        blocks.push(Block::Paragraph(plain("What follows stays with it. ".repeat(12))));
        let documents = vec![document(Section::Claimant, "Sheet", "", DocumentKind::Drawn(blocks))];
        let fonts = joinder_bundle::Fonts::embedded().unwrap();
        let mut out = Vec::new();
        let rendered = joinder_bundle::render(&plan(documents), &Files::new(), &fonts, &mut out).unwrap();
        let pages = 3..=u32::try_from(rendered.pages).unwrap();
        let with_heading = pages.clone().find(|page| words(&out, *page).contains("Heading")).unwrap();
        assert!(words(&out, with_heading).contains("What follows"), "after {fill} lines");
    }
}

#[test]
fn a_table_repeats_its_heading_and_keeps_its_rows_whole() {
    let table = Table {
        columns: vec![Column::left("Rule", 1), Column::left("Fact", 3)],
        rows: (1..=90)
            .map(|n| vec![plain(format!("R{n}.")), plain("two lines of fact ".repeat(5) + "ending")])
            .collect(),
    };
    let documents =
        vec![document(Section::Claimant, "Reasons", "", DocumentKind::Drawn(vec![Block::Table(table)]))];
    let (rendered, bundle) = render(&plan(documents), &Files::new());
    assert!(rendered.pages > 5);
    for page in 3..=rendered.pages {
        let text = words(&bundle, u32::try_from(page).unwrap());
        assert!(text.contains("Rule") && text.contains("Fact"), "page {page}");
        assert_eq!(text.matches("R").count() - 1, text.matches("ending").count(), "page {page}: {text}");
    }
}

#[test]
fn an_outline_has_the_sections_and_their_documents() {
    let (plan, files) = sample();
    let (_, bundle) = render(&plan, &files);
    let pdf = Pdf::load_mem(&bundle).unwrap();
    let titles: Vec<String> = pdf
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"Title").ok())
        .filter_map(|title: &Object| lopdf::decode_text_string(title).ok())
        .collect();
    for title in ["Cover – page 1", "Index – page 2", "A Claimant – page 3", "AXL1: the notice – page 10"]
    {
        assert!(titles.iter().any(|found| found == title), "{title}: {titles:?}");
    }
}

#[test]
fn an_exhibit_of_five_thousand_pages_is_bound_to_its_last_page() {
    let mut files = Files::new();
    let sha256 = keep(&mut files, support::pdf::letter(5_000));
    let kind = exhibit("AXL1", "Every statement of her bank", ExhibitSource::Pdf { sha256 });
    let plan = plan(vec![document(Section::Exhibits, "AXL1: statements", "", kind)]);
    let fonts = joinder_bundle::Fonts::embedded().unwrap();
    let mut out = Vec::new();
    let rendered = joinder_bundle::render(&plan, &files, &fonts, &mut out).unwrap();
    assert_eq!(rendered.pages, 5_003);
    assert_eq!(rendered.index[0].pages, 5_001, "its sheet and its pages");
    assert!(words(&out, 5_003).contains("AXL1-5000"), "the last page bears its own number");
}

#[test]
fn an_exhibit_that_was_removed_after_planning_is_named_on_its_page() {
    let (plan, mut files) = sample();
    let gone = plan.documents.iter().find_map(|document| match &document.kind {
        DocumentKind::Exhibit(exhibit) => exhibit.source.sha256().map(str::to_owned),
        _ => None,
    });
    files.remove(&gone.unwrap());
    let (rendered, _) = render(&plan, &files);
    let reasons: Vec<&str> = rendered.placeholders.iter().map(|one| one.reason.as_str()).collect();
    assert!(reasons.contains(&"The original is not in the matter any more."), "{reasons:?}");
}
