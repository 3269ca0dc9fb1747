//! Files that break the rules in ways other readers put up with: no page of them is lost, and none is made up.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use support::look::Page;
use support::pdf::{A4, file, one_page, stream, text};
use support::{FIRST, with_pdf, words};

/// A black square at the top left of an A4 page.
const CORNER: &str = "0 742 100 100 re f\n";

fn warning(rendered: &joinder_bundle::Rendered) -> String {
    rendered.warnings.iter().map(|warning| warning.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// The words drawn on a page, those of forms among them.
fn drawn(bundle: Vec<u8>, page: usize) -> String {
    joinder_bundle::page_words(std::sync::Arc::new(bundle)).unwrap()[page - 1].text.clone()
}

#[test]
fn a_page_listed_more_often_than_there_are_objects_is_printed_as_often() {
    let mut bodies = one_page("", A4, CORNER);
    bodies[1] = format!("<< /Type /Pages /Kids [{}] /Count 40 >>", "3 0 R ".repeat(40));
    let (rendered, bundle) = with_pdf(file(&bodies));
    assert_eq!(rendered.index[0].pages, 1 + 40);
    assert!(Page::of(&bundle, FIRST + 39).dark_at(0.08, 0.05));
}

#[test]
fn a_tree_that_lists_itself_ends_where_it_began() {
    let mut bodies = one_page("", A4, CORNER);
    bodies[1] = "<< /Type /Pages /Kids [3 0 R 2 0 R 6 0 R] /Count 3 >>".into();
    bodies.push("<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 2 >>".into());
    let (rendered, _) = with_pdf(file(&bodies));
    assert_eq!(rendered.index[0].pages, 1 + 2);
}

#[test]
fn a_page_of_a_wrong_type_or_written_as_a_stream_is_a_page() {
    let mut bodies = one_page("", A4, CORNER);
    bodies[1] = "<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>".into();
    bodies[2] = bodies[2].replace("/Type /Page ", "/Type /Seite ");
    bodies.push(stream(&format!("/Type /Page /Parent 2 0 R /Contents 5 0 R {A4}"), ""));
    let (rendered, bundle) = with_pdf(file(&bodies));
    assert_eq!(rendered.index[0].pages, 1 + 2);
    for page in [FIRST, FIRST + 1] {
        assert!(Page::of(&bundle, page).dark_at(0.08, 0.05));
    }
}

#[test]
fn a_stream_whose_end_is_misspelt_is_printed_and_the_sheet_says_that_it_may_be_incomplete() {
    let bodies = one_page("", A4, &text(72, 720, "Paid on 3 November"));
    let whole = String::from_utf8_lossy(&file(&bodies)).into_owned();
    let (rendered, bundle) = with_pdf(whole.replace("endstream", "enxstream").into_bytes());
    assert!(drawn(bundle, FIRST).contains("Paid on 3 November"));
    assert!(warning(&rendered).contains("may be incomplete: 1."), "{}", warning(&rendered));
}

#[test]
fn a_header_without_its_dash_costs_nothing_and_a_file_of_another_kind_is_named() {
    let mut bytes = file(&one_page("", A4, CORNER));
    bytes[4] = b'x';
    let (rendered, bundle) = with_pdf(bytes);
    assert!(rendered.placeholders.is_empty() && Page::of(&bundle, FIRST).dark_at(0.08, 0.05));
    let bare = file(&one_page("", A4, CORNER)).split_off("%PDF-1.7\n".len());
    let (rendered, bundle) = with_pdf(bare);
    assert!(rendered.placeholders.is_empty() && Page::of(&bundle, FIRST).dark_at(0.08, 0.05));
    let (rendered, _) = with_pdf(b"Dear Anwen, this is a letter.".to_vec());
    assert!(rendered.placeholders[0].reason.contains("is not a PDF"));
}

#[test]
fn a_note_is_marked_where_it_was_left_and_its_words_stand_on_the_sheet() {
    let mut bodies = one_page("", &format!("{A4} /Annots [6 0 R]"), "");
    bodies.push(
        "<< /Type /Annot /Subtype /Text /Contents (Is this hers?) /C [0 0 0] /Rect [0 742 100 842] >>".into(),
    );
    let (rendered, bundle) = with_pdf(file(&bodies));
    assert!(Page::of(&bundle, FIRST).ink_in(0.06..0.11, 0.04..0.08), "the mark");
    assert!(warning(&rendered).contains("page 1: “Is this hers?”"), "{}", warning(&rendered));
    assert!(!warning(&rendered).contains("how it looks"));
}

#[test]
fn a_stamp_that_says_only_its_name_shows_it() {
    let mut bodies = one_page("", &format!("{A4} /Annots [6 0 R]"), "");
    bodies.push(
        "<< /Type /Annot /Subtype /Stamp /Name /NotApproved /C [1 0 0] /Rect [50 600 350 700] >>".into(),
    );
    let (_, bundle) = with_pdf(file(&bodies));
    assert!(drawn(bundle, FIRST).contains("NOT APPROVED"));
}

#[test]
fn a_field_that_nobody_filled_in_keeps_its_frame_and_an_unsigned_one_is_told() {
    let mut bodies =
        one_page("/AcroForm << /Fields [6 0 R 7 0 R] >>", &format!("{A4} /Annots [6 0 R 7 0 R]"), "");
    bodies.push(
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (Name) /Rect [0 742 100 842] /MK << /BG [0 0 0] >> >>"
            .into(),
    );
    bodies.push("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature) /Rect [0 0 100 50] >>".into());
    let (rendered, bundle) = with_pdf(file(&bodies));
    assert!(Page::of(&bundle, FIRST).dark_at(0.08, 0.05));
    assert!(warning(&rendered).contains("which nobody has signed"), "{}", warning(&rendered));
}

#[test]
fn a_stamp_that_does_not_turn_with_its_page_stands_upright() {
    let mut bodies = one_page("", &format!("{A4} /Rotate 90 /Annots [6 0 R]"), "");
    // On the turned page its corner is at the right and 95 points down, and from there it reaches right and down.
    bodies.push("<< /Type /Annot /Subtype /Stamp /F 16 /Rect [95 500 295 600] /AP << /N 7 0 R >> >>".into());
    bodies.push(stream("/Type /XObject /Subtype /Form /BBox [0 0 200 100]", "0 0 200 100 re f"));
    let (_, bundle) = with_pdf(file(&bodies));
    let page = Page::of(&bundle, FIRST);
    assert!(page.landscape());
    let at = |x: f32, y: f32| page.dark_at(x / 842.0, y / 595.0);
    assert!(at(700.0, 140.0), "right of the corner and below it");
    assert!(!at(560.0, 140.0), "and not where it would be if it turned");
}

#[test]
fn words_in_a_form_that_borrows_the_fonts_of_its_page_are_no_picture() {
    let mut bodies = one_page(
        "",
        "/MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> /XObject << /Fm 6 0 R >> >>",
        "/Fm Do",
    );
    bodies.push(stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842]",
        &text(72, 720, "A letter of the bank"),
    ));
    let (rendered, bundle) = with_pdf(file(&bodies));
    assert!(rendered.image_only_pages.is_empty());
    assert!(!words(&bundle, 2).contains("cannot be searched"));
}

#[test]
fn pages_that_stand_in_their_node_itself_are_printed() {
    let mut bodies = one_page("", A4, CORNER);
    let page = format!("<< /Type /Page /Parent 2 0 R /Contents 5 0 R {A4} >>");
    bodies[1] = format!("<< /Type /Pages /Kids [{page} 3 0 R] /Count 2 >>");
    let (rendered, bundle) = with_pdf(file(&bodies));
    assert_eq!(rendered.index[0].pages, 1 + 2);
    assert!(Page::of(&bundle, FIRST).dark_at(0.08, 0.05));
}

#[test]
fn a_page_group_is_that_of_the_bundles_page() {
    let group = "/Group << /S /Transparency /CS /DeviceRGB /I true >>";
    let (_, bundle) = with_pdf(file(&one_page("", &format!("{A4} {group}"), CORNER)));
    let pdf = lopdf::Document::load_mem(&bundle).unwrap();
    let page = pdf.page_iter().nth(FIRST - 1).unwrap();
    let group = pdf.get_dictionary(page).unwrap().get_deref(b"Group", &pdf).unwrap().as_dict().unwrap();
    assert_eq!(group.get(b"S").unwrap().as_name().unwrap(), b"Transparency");
    assert!(Page::of(&bundle, FIRST).dark_at(0.08, 0.05));
}
