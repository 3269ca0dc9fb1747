//! PDFs of other programs, with faults that were seen in bundles that went to court.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use joinder_bundle::{Asked, CheckError, Lint, Rule, State, check};
use std::sync::Arc;
use support::pdf::{file, stream, text};
use support::{fixture, lint, sample};

/// A bundle as Anwen's former solicitor made it: page 1 is the index, each page bears its number at the foot.
struct Foreign {
    pages: Vec<String>,
    /// Extra entries of each page.
    entries: Vec<String>,
    /// Extra objects, from the number that [`Foreign::first_extra`] tells.
    extra: Vec<String>,
    catalog: String,
}

const LETTER: &str = "Dear Anwen, we write about the account that you hold with us and the payments made from it in \
    March, which you have told us that you do not know, and which we have looked into since you rang us up.";

impl Foreign {
    fn new() -> Self {
        let index = [
            text(72, 760, "Index"),
            text(72, 700, "A1 Letter of the bank 2"),
            text(72, 660, "A2 Second letter of the bank 3"),
        ];
        let letter = |number: usize| {
            let words: Vec<String> =
                LETTER.as_bytes().chunks(50).map(|line| String::from_utf8_lossy(line).into_owned()).collect();
            let lines = (0..).zip(words).map(|(line, words)| text(72, 700 - line * 24, &words));
            format!("{}{}", text(72, 760, &format!("Letter {number}")), lines.collect::<String>())
        };
        let mut foreign = Self {
            pages: vec![index.concat(), letter(1), letter(2)],
            entries: vec![String::new(); 3],
            extra: Vec::new(),
            catalog: String::new(),
        };
        for (number, page) in (1..).zip(&mut foreign.pages) {
            page.push_str(&text(540, 20, &number.to_string()));
        }
        let first = foreign.first_extra();
        foreign.entries[0] = format!(
            "/Annots [<< /Type /Annot /Subtype /Link /Rect [70 690 500 725] /Dest [{} 0 R /Fit] >> \
             << /Type /Annot /Subtype /Link /Rect [70 650 500 685] /Dest [{} 0 R /Fit] >>]",
            foreign.page(2),
            foreign.page(3)
        );
        foreign.extra = vec![
            format!("<< /Type /Outlines /First {} 0 R /Last {} 0 R /Count 3 >>", first + 1, first + 3),
            format!(
                "<< /Title (Index [1]) /Parent {first} 0 R /Next {} 0 R /Dest [{} 0 R /Fit] >>",
                first + 2,
                foreign.page(1)
            ),
            format!(
                "<< /Title (Letter [2]) /Parent {first} 0 R /Next {} 0 R /Dest [{} 0 R /Fit] >>",
                first + 3,
                foreign.page(2)
            ),
            format!("<< /Title (Letter [3]) /Parent {first} 0 R /Dest [{} 0 R /Fit] >>", foreign.page(3)),
        ];
        foreign.catalog =
            format!("/Outlines {first} 0 R /OpenAction [{} 0 R /XYZ null null 1]", foreign.page(1));
        foreign
    }

    /// The object of page `number`, from 1.
    fn page(&self, number: usize) -> usize {
        2 + 2 * number
    }

    fn first_extra(&self) -> usize {
        4 + 2 * self.pages.len()
    }

    fn bytes(&self) -> Vec<u8> {
        let kids: Vec<String> = (1..=self.pages.len()).map(|n| format!("{} 0 R", self.page(n))).collect();
        let mut bodies = vec![
            format!("<< /Type /Catalog /Pages 2 0 R {} >>", self.catalog),
            format!(
                "<< /Type /Pages /Kids [{}] /Count {} /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> >>",
                kids.join(" "),
                kids.len()
            ),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        ];
        for (number, (content, entries)) in (1..).zip(self.pages.iter().zip(&self.entries)) {
            bodies.push(format!(
                "<< /Type /Page /Parent 2 0 R /Contents {} 0 R {entries} >>",
                self.page(number) + 1
            ));
            bodies.push(stream("", content));
        }
        bodies.extend(self.extra.clone());
        file(&bodies)
    }

    fn lint(&self) -> Lint {
        lint(&self.bytes())
    }
}

fn state(lint: &Lint, rule: Rule) -> State {
    lint.verdict(rule).unwrap().state
}

/// The only rule that fails is this one, on these pages.
fn fails_only(lint: &Lint, rule: Rule, pages: &[usize]) {
    let failed: Vec<Rule> = lint
        .verdicts
        .iter()
        .filter(|verdict| verdict.state == State::Fail)
        .map(|verdict| verdict.rule)
        .collect();
    assert_eq!(failed, [rule], "{:#?}", lint.faults().collect::<Vec<_>>());
    assert_eq!(lint.verdict(rule).unwrap().pages, pages);
}

#[test]
fn our_own_bundle_breaks_no_rule() {
    let (plan, files) = sample();
    let (_, bundle) = support::render(&plan, &files);
    let bytes = Arc::new(bundle);
    let asked = Asked {
        stem: Some("Llyr v The Labour Party Bundle C-000123"),
        earlier: Some(&bytes),
        ..Asked::default()
    };
    let lint = check(&bytes, &asked, &mut |_, _| true).unwrap();
    assert_eq!(lint.faults().collect::<Vec<_>>(), []);
    for verdict in &lint.verdicts {
        let open = matches!(verdict.rule, Rule::OneBundle | Rule::FileName);
        assert_eq!(verdict.state == State::NotChecked, open, "{}", verdict.rule.code());
        assert!(!open || !verdict.remarks.is_empty(), "{} says why", verdict.rule.code());
    }
}

#[test]
fn a_bundle_of_another_program_may_break_no_rule_either() {
    let lint = Foreign::new().lint();
    assert_eq!(lint.faults().collect::<Vec<_>>(), []);
    assert_eq!(lint.pages, 3);
}

#[test]
fn numbers_that_are_sixty_eight_out_are_named_page_by_page() {
    let mut foreign = Foreign::new();
    for (number, page) in (1..).zip(&mut foreign.pages) {
        *page = page.replace(&format!("({number}) Tj"), &format!("({}) Tj", number + 68));
    }
    let lint = foreign.lint();
    fails_only(&lint, Rule::Numbered, &[1, 2, 3]);
    assert_eq!(lint.verdict(Rule::Numbered).unwrap().faults[1].text, "Page 2 bears the number 70.");
}

#[test]
fn a_number_of_the_exhibit_itself_is_not_taken_for_the_bundles() {
    let mut foreign = Foreign::new();
    foreign.pages[1] = foreign.pages[1].replace("(2) Tj", "(1) Tj");
    foreign.pages[1].push_str(&text(290, 20, "2"));
    fails_only(&foreign.lint(), Rule::Numbered, &[2]);
}

#[test]
fn a_number_that_lies_on_its_side_is_no_number() {
    let mut foreign = Foreign::new();
    foreign.pages[1] =
        foreign.pages[1].replace(&text(540, 20, "2"), "BT /F1 18 Tf 0 1 -1 0 560 30 Tm (2) Tj ET\n");
    fails_only(&foreign.lint(), Rule::Numbered, &[2]);
}

#[test]
fn a_row_of_the_index_that_leads_elsewhere_is_named() {
    let mut foreign = Foreign::new();
    let (second, third) = (foreign.page(2), foreign.page(3));
    foreign.entries[0] = foreign.entries[0].replace(&format!("[{third} 0 R"), &format!("[{second} 0 R"));
    let lint = foreign.lint();
    fails_only(&lint, Rule::IndexLinks, &[1]);
    let fault = &lint.verdict(Rule::IndexLinks).unwrap().faults[0];
    assert_eq!(fault.text, "The row of the index that names page 3 leads to page 2.");
    assert!(fault.area.is_some_and(|area| area.top > 150.0 && area.bottom < 200.0), "{:?}", fault.area);
    foreign.entries[0] = String::new();
    assert_eq!(foreign.lint().verdict(Rule::IndexLinks).unwrap().faults.len(), 2, "no links at all");
}

#[test]
fn words_under_a_black_box_are_found_with_their_place_and_not_repeated() {
    let mut foreign = Foreign::new();
    foreign.pages[1].push_str("0 g 70 695 150 24 re f\n");
    let lint = foreign.lint();
    fails_only(&lint, Rule::Redacted, &[2]);
    let fault = &lint.verdict(Rule::Redacted).unwrap().faults[0];
    assert!(fault.text.contains("lie under a black box"), "{}", fault.text);
    assert!(!fault.text.contains("Dear"));
    let area = fault.area.unwrap();
    assert!((area.left - 70.0).abs() < 1.0 && (area.top - 123.0).abs() < 1.0, "{area:?}");
    // White words on a dark ground are drawn after it.
    let mut heading = Foreign::new();
    heading.pages[1] = format!("0 g 70 695 150 24 re f 1 g\n{}", heading.pages[1]);
    assert_eq!(state(&heading.lint(), Rule::Redacted), State::Pass);
}

#[test]
fn a_page_that_is_read_with_the_head_on_one_side_is_found() {
    let mut foreign = Foreign::new();
    foreign.entries[1] = "/Rotate 90".to_owned();
    let lint = foreign.lint();
    assert_eq!(lint.verdict(Rule::Upright).unwrap().pages, [2]);
    assert_eq!(lint.verdict(Rule::Numbered).unwrap().pages, [2]);
}

#[test]
fn a_number_on_top_of_words_is_found() {
    let mut foreign = Foreign::new();
    foreign.pages[2].push_str(&text(400, 22, "account number and sort code"));
    fails_only(&foreign.lint(), Rule::NumberClear, &[3]);
}

#[test]
fn a_letter_that_was_bound_twice_is_found() {
    let mut foreign = Foreign::new();
    let number = text(540, 20, "3");
    foreign.pages[2] = format!("{}{number}", foreign.pages[1].replace(&text(540, 20, "2"), ""));
    let lint = foreign.lint();
    fails_only(&lint, Rule::NoCopies, &[3]);
    assert_eq!(lint.verdict(Rule::NoCopies).unwrap().faults[0].text, "Page 3 shows the same as page 2.");
}

#[test]
fn labels_bookmarks_and_the_opening_view_are_held_against_the_pages() {
    let mut foreign = Foreign::new();
    foreign.catalog.push_str(" /PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 1 >>] >>");
    fails_only(&foreign.lint(), Rule::Labels, &[1, 2, 3]);
    let mut foreign = Foreign::new();
    foreign.extra[2] = foreign.extra[2].replace("[2])", "[5])");
    fails_only(&foreign.lint(), Rule::Bookmarks, &[2]);
    let mut foreign = Foreign::new();
    foreign.catalog = foreign.catalog.replace("null null 1]", "null null 2.5]");
    fails_only(&foreign.lint(), Rule::Zoom, &[]);
}

#[test]
fn a_late_document_in_the_middle_moves_pages_and_is_found() {
    let earlier = Arc::new(Foreign::new().bytes());
    let mut late = Foreign::new();
    late.pages.swap(1, 2);
    let bytes = Arc::new(late.bytes());
    let asked = Asked { earlier: Some(&earlier), ..Asked::default() };
    let lint = check(&bytes, &asked, &mut |_, _| true).unwrap();
    assert_eq!(lint.verdict(Rule::LateAtEnd).unwrap().pages, [2, 3]);
    let same = check(&earlier, &asked, &mut |_, _| true).unwrap();
    assert_eq!(state(&same, Rule::LateAtEnd), State::Pass);
}

#[test]
fn the_name_tells_the_case_the_bundle_and_the_day() {
    let bytes = Arc::new(Foreign::new().bytes());
    let hearing = jiff::civil::date(2026, 12, 1);
    for (stem, hearing, expected) in [
        ("Trial bundle", None, State::Fail),
        ("Llyr v Labour", None, State::Fail),
        ("Llyr v Labour Bundle B", None, State::NotChecked),
        ("Llyr v Labour Bundle B 1-12-26", Some(hearing), State::Pass),
        ("Llyr v Labour Bundle B 2026-12-01", Some(hearing), State::Pass),
        ("Llyr v Labour Bundle B 2-12-26", Some(hearing), State::Fail),
        ("Llyr v Labour Bundle B", Some(hearing), State::Fail),
    ] {
        let asked = Asked { stem: Some(stem), hearing, earlier: None };
        let lint = check(&bytes, &asked, &mut |_, _| true).unwrap();
        assert_eq!(state(&lint, Rule::FileName), expected, "{stem}");
    }
}

#[test]
fn a_locked_file_breaks_the_first_rule_and_the_others_are_not_checked() {
    let lint = lint(&std::fs::read(fixture("locked-aes256.pdf")).unwrap());
    assert_eq!((lint.pages, state(&lint, Rule::Opens)), (0, State::Fail));
    for rule in [Rule::Numbered, Rule::Searchable, Rule::Redacted] {
        assert_eq!(state(&lint, rule), State::NotChecked);
    }
    let open = support::lint(&std::fs::read(fixture("open-aes256.pdf")).unwrap());
    assert_eq!(state(&open, Rule::Opens), State::Pass);
}

#[test]
fn what_is_no_pdf_is_refused_and_a_damaged_one_is_judged() {
    let refused = check(&Arc::new(b"PK\x03\x04".to_vec()), &Asked::default(), &mut |_, _| true);
    assert_eq!(refused, Err(CheckError::NotPdf));
    let mut bytes = Foreign::new().bytes();
    bytes.truncate(bytes.len() - 60);
    assert_eq!(state(&lint(&bytes), Rule::Opens), State::Fail);
}

#[test]
fn a_check_can_be_stopped() {
    let bytes = Arc::new(Foreign::new().bytes());
    let stopped = check(&bytes, &Asked::default(), &mut |page, _| page < 2);
    assert_eq!(stopped, Err(CheckError::Stopped));
}

#[test]
fn no_damage_ends_the_program() {
    let whole = Foreign::new().bytes();
    let mut state = 7_u32;
    let mut next = move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state >> 8
    };
    for _ in 0..150 {
        let mut bytes = whole.clone();
        for _ in 0..=next() % 8 {
            let at = next() as usize % bytes.len();
            bytes[at] = next() as u8;
        }
        bytes.truncate(bytes.len() - next() as usize % (bytes.len() / 4));
        match check(&Arc::new(bytes), &Asked::default(), &mut |_, _| true) {
            Ok(lint) => assert_eq!(lint.verdicts.len(), 17),
            Err(error) => assert_eq!(error, CheckError::NotPdf),
        }
    }
}
