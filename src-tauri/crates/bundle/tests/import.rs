//! PDFs of other programs as exhibits: each trap that lost evidence in other bundle makers.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use support::look::Page;
use support::pdf::{A4, file, letter, one_page, stream, text};
use support::{FIRST, fixture, with_pdf, words};

/// A black square at the top left of an A4 page.
const CORNER: &str = "0 742 100 100 re f\n";

fn warning(rendered: &joinder_bundle::Rendered) -> String {
    rendered.warnings.iter().map(|warning| warning.text.as_str()).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_page_of_a_letter_follows_its_sheet() {
    let (rendered, bundle) = with_pdf(letter(5));
    assert_eq!(rendered.pages, 3 + 5);
    assert_eq!(rendered.index[0].pages, 6);
    assert!(rendered.warnings.is_empty() && rendered.placeholders.is_empty());
    assert!(Page::of(&bundle, FIRST).ink_in(0.1..0.5, 0.1..0.16), "the words of the letter are drawn");
}

#[test]
fn an_answer_without_an_appearance_is_printed_on_the_sheet() {
    let mut bodies =
        one_page("/AcroForm << /Fields [6 0 R 7 0 R] >>", &format!("{A4} /Annots [6 0 R 7 0 R]"), "");
    bodies.push(
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (Full name) /V (Anwen Llyr) /Rect [50 700 250 720] >>"
            .into(),
    );
    bodies.push(
        "<< /Type /Annot /Subtype /Widget /FT /Btn /T (Member) /V /Yes /Rect [50 650 70 670] >>".into(),
    );
    let (rendered, bundle) = with_pdf(file(&bodies));
    assert!(warning(&rendered).contains("Full name: Anwen Llyr; Member: Yes"), "{}", warning(&rendered));
    assert!(words(&bundle, 3).contains("Anwen Llyr"));
}

#[test]
fn an_answer_without_an_appearance_is_drawn_in_its_place_too() {
    let mut bodies = one_page(
        "/AcroForm << /Fields [6 0 R 7 0 R] /DA (/Helv 40 Tf 0 g) >>",
        &format!("{A4} /Annots [6 0 R 7 0 R]"),
        "",
    );
    bodies.push(
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (Full name) /V (Anwen Llyr) /Rect [50 700 350 760] \
         /MK << /BG [0.9 0.9 1] /BC [0 0 0] >> >>"
            .into(),
    );
    bodies.push(
        "<< /Type /Annot /Subtype /Widget /FT /Btn /T (Member) /V /Yes /AS /Yes /Rect [50 500 150 600] >>"
            .into(),
    );
    let (_, bundle) = with_pdf(file(&bodies));
    let page = Page::of(&bundle, FIRST);
    assert!(page.ink_in(0.1..0.5, 0.1..0.16), "the name is drawn");
    assert!(page.ink_in(0.1..0.25, 0.28..0.42), "and the tick");
    let found = joinder_bundle::page_words(std::sync::Arc::new(bundle)).unwrap();
    assert!(found[FIRST - 1].text.contains("Anwen Llyr"), "{}", found[FIRST - 1].text);
}

#[test]
fn a_look_that_is_not_that_of_its_answer_is_drawn_anew() {
    let mut bodies = one_page(
        "/AcroForm << /Fields [6 0 R] /NeedAppearances true >>",
        &format!("{A4} /Annots [6 0 R]"),
        "",
    );
    bodies.push(
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (Told) /Ff 4096 /V (On 3 November 2021, by email, and not before) \
         /DA (/Helv 20 Tf 0 0 1 rg) /Rect [50 600 200 760] /AP << /N 7 0 R >> >>"
            .into(),
    );
    bodies.push(stream("/Type /XObject /Subtype /Form /BBox [0 0 150 160]", ""));
    let (_, bundle) = with_pdf(file(&bodies));
    let found = joinder_bundle::page_words(std::sync::Arc::new(bundle)).unwrap();
    assert!(found[FIRST - 1].text.contains("On 3 November"), "{}", found[FIRST - 1].text);
}

#[test]
fn a_look_that_does_not_say_what_it_is_is_drawn() {
    let mut bodies = one_page("", &format!("{A4} /Annots [6 0 R]"), "");
    bodies.push("<< /Type /Annot /Subtype /Stamp /Rect [0 742 100 842] /AP << /N 7 0 R >> >>".into());
    bodies.push(stream("/BBox [0 0 10 10]", "0 0 10 10 re f"));
    let (_, bundle) = with_pdf(file(&bodies));
    assert!(Page::of(&bundle, FIRST).dark_at(0.08, 0.05));
}

#[test]
fn words_written_on_a_page_are_drawn_and_said_as_they_are_spelt() {
    let mut bodies = one_page("", &format!("{A4} /Annots [6 0 R]"), "");
    let words = "FEFF005A0061014201050063007A006E0069006B0031";
    bodies.push(format!(
        "<< /Type /Annot /Subtype /FreeText /DA (/Helv 24 Tf 0 g) /Contents <{words}> /Rect [50 700 350 760] >>"
    ));
    let (rendered, bundle) = with_pdf(file(&bodies));
    assert!(Page::of(&bundle, FIRST).ink_in(0.1..0.3, 0.1..0.16));
    assert!(warning(&rendered).contains("Załącznik1"), "{}", warning(&rendered));
}

#[test]
fn marks_without_a_look_are_drawn_from_their_lines() {
    let page = format!("{A4} /Annots [6 0 R 7 0 R 8 0 R]");
    let mut bodies = one_page("", &page, "");
    bodies.push("<< /Type /Annot /Subtype /Square /C [0 0 0] /IC [0 0 0] /Rect [0 742 100 842] >>".into());
    bodies.push(
        "<< /Type /Annot /Subtype /Line /C [0 0 0] /BS << /W 30 >> /L [300 400 500 400] /Rect [280 380 520 420] >>"
            .into(),
    );
    bodies.push("<< /Type /Annot /Subtype /Movie /Rect [10 10 20 20] >>".into());
    let (rendered, bundle) = with_pdf(file(&bodies));
    let page = Page::of(&bundle, FIRST);
    assert!(page.dark_at(0.08, 0.05), "the square");
    assert!(page.dark_at(0.67, 0.508), "the line");
    assert!(
        warning(&rendered).contains("one annotation that does not say how it looks"),
        "{}",
        warning(&rendered)
    );
}

#[test]
fn a_content_that_does_not_say_its_length_is_printed() {
    let mut broken = file(&one_page("", A4, CORNER));
    let at = broken.windows(7).position(|window| window == b"/Length").unwrap();
    broken[at + 1] = b'Q';
    let (rendered, bundle) = with_pdf(broken);
    assert!(Page::of(&bundle, FIRST).dark_at(0.08, 0.05));
    assert!(warning(&rendered).contains("repaired"), "{}", warning(&rendered));
}

#[test]
fn an_answer_with_an_appearance_is_drawn_where_it_stood() {
    let mut bodies = one_page("/AcroForm << /Fields [6 0 R] >>", &format!("{A4} /Annots [6 0 R]"), "");
    bodies.push(
        "<< /Type /Annot /Subtype /Widget /FT /Btn /T (Member) /V /Yes /AS /Yes /Rect [100 400 200 500] \
         /AP << /N << /Yes 7 0 R >> >> >>"
            .into(),
    );
    bodies.push(stream("/Type /XObject /Subtype /Form /BBox [0 0 10 10]", "0 0 10 10 re f"));
    let (rendered, bundle) = with_pdf(file(&bodies));
    assert!(rendered.warnings.is_empty());
    let page = Page::of(&bundle, FIRST);
    assert!(page.dark_at(0.26, 0.45), "the tick is drawn");
    assert!(!page.dark_at(0.5, 0.45));
}

#[test]
fn a_layer_that_is_switched_off_stays_off() {
    let catalog = "/OCProperties << /OCGs [6 0 R 7 0 R] /D << /OFF [6 0 R] >> >>";
    let page = "/MediaBox [0 0 595 842] /Resources << /Properties << /Off 6 0 R /On 7 0 R >> >>";
    let content = "/OC /Off BDC 0 400 200 200 re f EMC /OC /On BDC 395 400 200 200 re f EMC";
    let mut bodies = one_page(catalog, page, content);
    bodies.push("<< /Type /OCG /Name (Draft) >>".into());
    bodies.push("<< /Type /OCG /Name (Final) >>".into());
    let (rendered, bundle) = with_pdf(file(&bodies));
    let page = Page::of(&bundle, FIRST);
    assert!(!page.dark_at(0.15, 0.4), "the hidden layer is not shown");
    assert!(page.dark_at(0.85, 0.4), "the other one is");
    assert!(warning(&rendered).contains("layers that are switched off"));
}

#[test]
fn a_page_that_is_listed_twice_is_printed_twice_with_two_numbers() {
    let mut bodies = one_page("", A4, CORNER);
    bodies[1] = "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>".into();
    let (rendered, bundle) = with_pdf(file(&bodies));
    assert_eq!(rendered.pages, 5);
    for number in [4, 5] {
        assert!(Page::of(&bundle, number).dark_at(0.08, 0.05));
    }
}

#[test]
fn a_page_that_leaves_its_scale_behind_does_not_move_the_number() {
    let content = format!("q 0.1 0 0 0.1 300 300 cm q 1 0 0 rg {CORNER}");
    let (_, bundle) = with_pdf(file(&one_page("", A4, &content)));
    let page = Page::of(&bundle, FIRST);
    assert!(page.ink_in(0.85..0.96, 0.968..0.995), "the number stands at the foot, on the right");
}

#[test]
fn the_number_never_covers_the_page() {
    let content = "0 0 595 842 re f";
    let (_, bundle) = with_pdf(file(&one_page("", A4, content)));
    let page = Page::of(&bundle, FIRST);
    assert!(page.dark_at(0.5, 0.96), "the page reaches down to the band");
    assert!(!page.dark_at(0.5, 0.98), "the band is clear");
}

#[test]
fn turned_pages_stand_upright() {
    for (rotate, x, y, landscape) in [
        (0, 0.06, 0.05, false),
        (90, 0.92, 0.06, true),
        (180, 0.94, 0.92, false),
        (270, 0.08, 0.9, true),
        (-90, 0.08, 0.9, true),
    ] {
        let page = format!("{A4} /Rotate {rotate}");
        let (_, bundle) = with_pdf(file(&one_page("", &page, CORNER)));
        let page = Page::of(&bundle, FIRST);
        assert_eq!(page.landscape(), landscape, "turned by {rotate}");
        assert!(page.dark_at(x, y), "turned by {rotate}");
    }
}

#[test]
fn odd_boxes_show_what_a_reader_shows() {
    for (page, why) in [
        ("/MediaBox [-100 -200 495 642]", "an origin below zero"),
        ("/MediaBox [495 642 -100 -200]", "corners the other way round"),
        ("/MediaBox [-500 -500 900 900] /CropBox [-100 -200 495 642]", "cropped"),
        ("/MediaBox [-50 -100 247.5 321] /UserUnit 2", "a unit of a thirty-sixth of an inch"),
    ] {
        let top = if why.starts_with("a unit") { 321 } else { 642 };
        let left = if why.starts_with("a unit") { -50 } else { -100 };
        let content = format!("{left} {} 60 60 re f", top - 60);
        let (_, bundle) = with_pdf(file(&one_page("", &format!("{page} /Resources << >>"), &content)));
        let page = Page::of(&bundle, FIRST);
        assert!(!page.landscape());
        assert!(page.dark_at(0.05, 0.03), "{why}");
        assert!(!page.dark_at(0.5, 0.5), "{why}");
    }
}

#[test]
fn resources_of_the_page_tree_are_found() {
    let bodies = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] /Resources << /XObject << /Im 5 0 R >> >> >>"
            .to_owned(),
        "<< /Type /Pages /Parent 2 0 R /Kids [4 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 3 0 R /Contents 6 0 R >>".to_owned(),
        stream("/Type /XObject /Subtype /Form /BBox [0 0 100 100]", "0 0 100 100 re f"),
        stream("", "q 1 0 0 1 0 742 cm /Im Do Q"),
    ];
    let (_, bundle) = with_pdf(file(&bodies));
    assert!(Page::of(&bundle, FIRST).dark_at(0.08, 0.05));
}

#[test]
fn an_operator_may_begin_in_one_stream_and_end_in_the_next() {
    let mut bodies = one_page("", A4, "0 742 100");
    bodies[2] = bodies[2].replace("/Contents 5 0 R", "/Contents [5 0 R 6 0 R]");
    bodies.push(stream("", "100 re f"));
    let (_, bundle) = with_pdf(file(&bodies));
    assert!(Page::of(&bundle, FIRST).dark_at(0.08, 0.05));
}

#[test]
fn lost_content_is_named_not_hidden() {
    let mut bodies = one_page("", A4, CORNER);
    bodies[2] = bodies[2].replace("/Contents 5 0 R", "/Contents [5 0 R 99 0 R]");
    let (rendered, _) = with_pdf(file(&bodies));
    assert!(warning(&rendered).contains("pages of it may be incomplete: 1"), "{}", warning(&rendered));
}

#[test]
fn a_comment_is_printed_in_words_and_a_drawn_mark_where_it_stood() {
    let page = format!("{A4} /Annots [6 0 R 7 0 R 9 0 R]");
    let mut bodies = one_page("", &page, "");
    bodies.push(
        "<< /Type /Annot /Subtype /Text /Contents (Not mine, says Anwen) /Rect [10 10 20 20] >>".into(),
    );
    bodies.push("<< /Type /Annot /Subtype /Stamp /Rect [0 742 100 842] /AP << /N 8 0 R >> >>".into());
    bodies.push(stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Matrix [2 0 0 2 5 5]",
        "0 0 10 10 re f",
    ));
    bodies.push("<< /Type /Annot /Subtype /Stamp /F 2 /Rect [0 0 595 842] /AP << /N 8 0 R >> >>".into());
    let (rendered, bundle) = with_pdf(file(&bodies));
    assert!(warning(&rendered).contains("page 1: “Not mine, says Anwen”"));
    let page = Page::of(&bundle, FIRST);
    assert!(page.dark_at(0.08, 0.05), "the stamp is drawn");
    assert!(!page.dark_at(0.5, 0.5), "the hidden one is not");
}

#[test]
fn links_are_kept_and_scripts_are_not() {
    let catalog = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Names << /Dests << /Names [(end) [8 0 R /Fit]] >> >>";
    let mut bodies = one_page(
        catalog,
        &format!("{A4} /AA << /O << /S /JavaScript /JS (app.alert\\(2\\)) >> >> /Annots [6 0 R 7 0 R]"),
        CORNER,
    );
    bodies[1] = "<< /Type /Pages /Kids [3 0 R 8 0 R] /Count 2 >>".into();
    bodies.push("<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A << /S /URI /URI (https://example.org/notice) >> >>".into());
    bodies.push("<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A << /S /GoTo /D (end) >> >>".into());
    bodies.push("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>".into());
    let (_, bundle) = with_pdf(file(&bodies));
    let document = lopdf::Document::load_mem(&bundle).unwrap();
    let pages: Vec<_> = document.page_iter().collect();
    let links = document.get_page_annotations(pages[FIRST - 1]).unwrap();
    let actions: Vec<_> = links.iter().map(|link| link.get(b"A").unwrap().as_dict().unwrap()).collect();
    assert!(
        actions
            .iter()
            .any(|a| a.get(b"URI").is_ok_and(|uri| uri.as_str().unwrap() == b"https://example.org/notice"))
    );
    let second = lopdf::Object::Reference(pages[FIRST]);
    assert!(actions.iter().any(|a| a.get(b"D").is_ok_and(|dest| dest.as_array().unwrap()[0] == second)));
    let all: String = document.objects.values().map(|object| format!("{object:?}")).collect();
    assert!(!all.contains("JavaScript") && !all.contains("app.alert"));
}

#[test]
fn what_binding_ends_or_leaves_behind_is_said() {
    let catalog = "/AcroForm << /Fields [6 0 R] /XFA (x) >> /Names << /EmbeddedFiles << /Names [] >> >>";
    let mut bodies = one_page(catalog, A4, CORNER);
    bodies.push("<< /FT /Sig /T (Signature) /V << /Type /Sig /Filter /Adobe.PPKLite >> >>".into());
    let (rendered, _) = with_pdf(file(&bodies));
    let text = warning(&rendered);
    for part in ["digital signature", "XFA form", "files attached"] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn an_empty_password_is_no_obstacle() {
    for name in ["open-aes256.pdf", "open-aes128.pdf", "open-rc4-40.pdf"] {
        let (rendered, bundle) = with_pdf(std::fs::read(fixture(name)).unwrap());
        assert!(rendered.placeholders.is_empty(), "{name}");
        assert!(Page::of(&bundle, FIRST).dark_at(0.04, 0.03), "{name}");
    }
}

#[test]
fn files_that_cannot_be_opened_are_named_with_the_reason() {
    let locked = std::fs::read(fixture("locked-aes256.pdf")).unwrap();
    let empty =
        file(&["<< /Type /Catalog /Pages 2 0 R >>".into(), "<< /Type /Pages /Kids [] /Count 0 >>".into()]);
    let torn = letter(1)[..60].to_vec();
    for (bytes, part) in [
        (locked, "locked with a password"),
        (empty, "no page that can be read"),
        (torn, "damaged"),
        (b"PK\x03\x04 a spreadsheet".to_vec(), "not a PDF"),
        (Vec::new(), "not a PDF"),
    ] {
        let (rendered, bundle) = with_pdf(bytes);
        assert_eq!(rendered.pages, 3, "cover, index and the sheet");
        assert_eq!(rendered.placeholders[0].label, "AXL1");
        assert!(rendered.placeholders[0].reason.contains(part), "{}", rendered.placeholders[0].reason);
        let sheet = words(&bundle, 3);
        assert!(sheet.contains("could not be printed") && sheet.contains("A paper of Anwen's"), "{sheet}");
        assert!(words(&bundle, 2).contains("Exhibit AXL1 could not be printed; page 3 says why."));
    }
}

#[test]
fn a_broken_cross_reference_is_repaired_and_said() {
    let mut bytes = String::from_utf8(letter(2)[15..].to_vec()).unwrap();
    let at = bytes.rfind("startxref\n").unwrap();
    bytes.replace_range(at + 10.., "7\n%%EOF\n");
    let (rendered, bundle) = with_pdf([b"%PDF-1.4\n", bytes.as_bytes()].concat());
    assert_eq!(rendered.pages, 3 + 2);
    assert!(warning(&rendered).contains("repaired"));
    assert!(Page::of(&bundle, FIRST).ink_in(0.1..0.5, 0.1..0.16));
}

#[test]
fn a_page_tree_that_bites_its_tail_ends() {
    let mut bodies = one_page("", A4, CORNER);
    bodies[1] = "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>".into();
    let (rendered, _) = with_pdf(file(&bodies));
    assert!(rendered.pages >= 3);
}

#[test]
fn letters_named_like_entries_keep_their_shapes() {
    // A Type 3 font may have glyphs called P, A and Parent: none of them leads away from the page.
    let page = "/MediaBox [0 0 595 842] /Resources << /Font << /A 4 0 R >> >>";
    let mut bodies = one_page("", page, "BT /A 100 Tf 0 742 Td (P) Tj ET");
    bodies[3] = "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 80 \
                 /LastChar 80 /Widths [1] /Encoding << /Differences [80 /P] >> /CharProcs << /P 6 0 R >> >>"
        .into();
    bodies.push(stream("", "1 0 0 0 1 1 d1 0 0 1 1 re f"));
    let (_, bundle) = with_pdf(file(&bodies));
    assert!(Page::of(&bundle, FIRST).dark_at(0.08, 0.05));
}

#[test]
fn pages_without_a_font_are_listed_as_pictures() {
    let (rendered, bundle) = with_pdf(file(&one_page("", "/MediaBox [0 0 595 842]", CORNER)));
    assert_eq!(rendered.image_only_pages, [FIRST]);
    assert!(words(&bundle, 2).contains("cannot be searched: 4."));
    let (rendered, _) = with_pdf(file(&one_page("", A4, &text(72, 700, "Dear Anwen"))));
    assert!(rendered.image_only_pages.is_empty());
}
