//! Words in the scripts of the world: drawn, found by a search, and told by number where no face has them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use joinder_domain::bundle::{Block, DocumentKind, Section, plain};
use std::sync::Arc;
use support::{Files, document, plan, render};

/// The page that says `words`, and what the report of the bundle warns of.
fn said(words: &str) -> (String, Vec<String>) {
    let blocks = vec![Block::Paragraph(plain(words))];
    let plan = plan(vec![document(Section::Claimant, "Sheet", "", DocumentKind::Drawn(blocks))]);
    let (rendered, bundle) = render(&plan, &Files::new());
    let found = joinder_bundle::page_words(Arc::new(bundle)).unwrap();
    let warnings = rendered.warnings.into_iter().map(|warning| warning.text).collect();
    (found[rendered.index[0].page - 1].text.clone(), warnings)
}

#[test]
fn names_of_east_asia_the_caucasus_ethiopia_and_thailand_are_drawn_and_found() {
    for name in [
        "王小明",
        "陳美玲",
        "山田 太郎",
        "さくら",
        "김민준",
        "አበበ በቀለ",
        "Անի Պետրոսյան",
        "ნინო ბერიძე",
        "สมชาย ใจดี",
    ] {
        let (page, warnings) = said(&format!("Anwen is also known as {name}."));
        assert!(warnings.is_empty(), "{name}: {warnings:?}");
        let page: String = page.split_whitespace().collect();
        let name: String = name.split_whitespace().collect();
        assert!(page.contains(&name), "{name}: {page}");
    }
}

#[test]
fn names_of_south_india_and_sri_lanka_are_drawn() {
    for name in ["రాముడు", "ಕಾವ್ಯ", "ലക്ഷ്മി", "සුනිල්"] {
        let (_, warnings) = said(name);
        assert!(warnings.is_empty(), "{name}: {warnings:?}");
    }
}

#[test]
fn emoji_of_a_message_are_drawn_with_the_words_around_them() {
    let (page, warnings) = said("Really? 😱 They lost it 👍🏽 1️⃣ time too many 👨‍👩‍👧 ☎️ – 2021!");
    assert!(warnings.is_empty(), "{warnings:?}");
    for word in ["Really?", "😱", "They lost it", "2021!"] {
        assert!(page.contains(word), "{word}: {page}");
    }
}

#[test]
fn a_letter_that_no_face_has_is_told_by_its_number_on_the_page_and_in_the_report() {
    let (page, warnings) = said("His mark is \u{10900}, he says.");
    assert!(page.contains("His mark is [U+10900], he says."), "{page}");
    assert_eq!(warnings.len(), 1);
    assert!(warnings[0].contains("U+10900"), "{warnings:?}");
}

#[test]
fn marks_that_nobody_sees_are_no_letters_without_a_face() {
    let (page, warnings) = said("Anwen\u{200e}\u{2060} \u{fe0f}Llŷr \u{f0b7} one");
    assert!(warnings.is_empty(), "{warnings:?}");
    assert!(page.contains("• one"), "{page}");
}

#[test]
fn an_english_sentence_that_begins_with_an_arabic_name_reads_from_the_left() {
    let (page, _) = said("محمد complains about the party, and asks what it held.");
    let (name, verb) = (page.find('م').unwrap(), page.find("complains").unwrap());
    assert!(name < verb && verb < page.find("held").unwrap(), "{page}");
    let (page, _) = said("اسمي محمد من Leeds وأنا عضو في الحزب.");
    assert!(
        page.find("Leeds").unwrap() < page.rfind('ا').unwrap(),
        "the first word stands at the right: {page}"
    );
}
