//! What Asha's web mail showed her, piece by piece, as a page prints it.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "test helpers"
)]

use joinder_evidence::{PictureSource, Piece, html_to_text, page_pieces};
use proptest::prelude::*;

fn paragraph(text: &str) -> Piece {
    Piece::Paragraph(text.to_owned())
}

fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn headings_paragraphs_lists_and_quotes_stay_what_they_are() {
    let page = "<html><head><style>p{color:red}</style><title>x</title></head><body><h1>What <b>happened</b></h1>\
        <p>We write to you &amp; others.<br>It concerns\n  your   data.</p>\
        <ul><li>Names<li>Addresses<ul><li>email</ul></ul><ol><li>Do nothing</li><li><p>Call</p><p>us</p></li></ol>\
        <blockquote>One<p>Two</blockquote><script>alert(1)</script>\
        <p>See <a href=\"https://www.party.example/help\">our page</a>.</p></body></html>";
    assert_eq!(
        page_pieces(page),
        [
            Piece::Heading("What happened".to_owned()),
            paragraph("We write to you & others.\nIt concerns your data."),
            Piece::List { numbered: false, items: texts(&["Names", "Addresses\n– email"]) },
            Piece::List { numbered: true, items: texts(&["Do nothing", "Call\nus"]) },
            Piece::Quote(texts(&["One", "Two"])),
            paragraph("See our page <https://www.party.example/help>."),
        ]
    );
}

#[test]
fn a_table_of_facts_is_a_table_and_one_that_lays_out_the_page_is_not() {
    let facts = "<table><tr><th>What</th><th>Since</th></tr><tr><td>Name</td><td>2015</td></tr>\
        <tr><td><p>Address</p></td><td></td></tr></table>";
    let rows = vec![texts(&["What", "Since"]), texts(&["Name", "2015"]), texts(&["Address", ""])];
    assert_eq!(page_pieces(facts), [Piece::Table { headed: true, rows: rows.clone() }]);

    let page = format!(
        "<table role=presentation><tr><td><img src=\"cid:logo@party.example\" alt=\"The party\"></td></tr>\
         <tr><td><p>Dear Sir / Madam</p>{facts}</td><td>Bye</td></tr></table>"
    );
    assert_eq!(
        page_pieces(&page),
        [
            Piece::Picture {
                source: PictureSource::Part("logo@party.example".to_owned()),
                words: "The party".to_owned(),
                width: None,
            },
            paragraph("Dear Sir / Madam"),
            Piece::Table { headed: true, rows },
            paragraph("Bye"),
        ]
    );
    let letter = format!(
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>{}</td></tr></table>",
        "d ".repeat(300)
    );
    assert_eq!(page_pieces(&letter).len(), 4, "long texts in two columns are read one after the other");
}

#[test]
fn a_picture_is_where_the_message_has_it_and_is_never_fetched() {
    let picture = |source, words: &str, width| Piece::Picture { source, words: words.to_owned(), width };
    let page = "<img src='cid:<photo@phone.example>' width='320px'><img src=\"DATA:image/png;base64,iVBORw0K%2Bg==\">\
        <img src='https://party.example/logo.png' alt=Logo width=90><img src='data:text/html;base64,PGI+' alt=Text>\
        <img src='data:image/png;base64,!!' alt=Broken><img src='data:image/svg+xml,<svg/>'>";
    assert_eq!(
        page_pieces(page),
        [
            picture(PictureSource::Part("photo@phone.example".to_owned()), "", Some(320)),
            picture(PictureSource::Data(b"\x89PNG\r\n\xfa".to_vec()), "", None),
            picture(PictureSource::Elsewhere, "Logo", Some(90)),
            picture(PictureSource::Elsewhere, "Text", None),
            picture(PictureSource::Elsewhere, "Broken", None),
        ]
    );
}

#[test]
fn what_follows_the_reader_or_stays_open_does_no_harm() {
    assert_eq!(
        page_pieces("<img src=\"https://track.example/1.gif\" width=1 height=1><p>Hi"),
        [paragraph("Hi")]
    );
    assert_eq!(page_pieces("<img src=\"https://track.example/1.gif\">"), []);
    let long = format!("<a href=\"https://track.example/{}\">Click</a>", "x".repeat(500));
    let [Piece::Paragraph(text)] = &page_pieces(&long)[..] else { panic!("one paragraph") };
    assert!(text.starts_with("Click <https://track.example/x") && text.ends_with("…>") && text.len() < 130);
    assert_eq!(page_pieces(&"<table><tr><td>".repeat(5_000)), []);
    let deep = format!("{}words{}", "<table><tr><td>".repeat(5_000), "</table>".repeat(5_000));
    assert_eq!(page_pieces(&deep), [paragraph("words")]);
    assert_eq!(
        page_pieces("<ul><li>one<table><tr><td>two"),
        [Piece::List { numbered: false, items: texts(&["one"]) }, paragraph("two"),]
    );
    assert_eq!(page_pieces("1 < 2 &amp &bogus; <3 <!-- no --> <"), [paragraph("1 < 2 &amp &bogus; <3 <")]);
}

/// The words of a piece.
fn words(piece: &Piece) -> Vec<&str> {
    let texts: Vec<&str> = match piece {
        Piece::Heading(text) | Piece::Paragraph(text) => vec![text],
        Piece::Quote(texts) | Piece::List { items: texts, .. } => texts.iter().map(String::as_str).collect(),
        Piece::Table { rows, .. } => rows.iter().flatten().map(String::as_str).collect(),
        Piece::Picture { words, .. } => vec![words],
    };
    texts.into_iter().flat_map(str::split_whitespace).filter(|word| *word != "–").collect()
}

proptest! {
    #[test]
    fn no_word_of_a_page_is_lost_or_moved(
        tags in proptest::collection::vec(
            prop_oneof![
                Just("<p>"), Just("</p>"), Just("<ul>"), Just("</ul>"), Just("<li>"), Just("<ol>"), Just("</ol>"),
                Just("<table>"), Just("</table>"), Just("<tr>"), Just("<td>"), Just("</td>"), Just("<th>"), Just("<br>"),
                Just("<blockquote>"), Just("</blockquote>"), Just("<h2>"), Just("</h2>"), Just("<b>"), Just("<pre>"),
                Just("</pre>"), Just("<div>"), Just("</div>"), Just(" one "), Just(" two "), Just(" three "), Just("\n"),
            ],
            0..60,
        )
    ) {
        let page: String = tags.iter().enumerate().map(|(at, tag)| match tag.trim() {
            "one" | "two" | "three" => format!(" {}{at} ", tag.trim()),
            _ => (*tag).to_owned(),
        }).collect();
        let pieces = page_pieces(&page);
        let printed: Vec<&str> = pieces.iter().flat_map(words).collect();
        let read = html_to_text(&page);
        let read: Vec<&str> = read.split_whitespace().filter(|word| {
            *word != "-" && !word.trim_end_matches('.').chars().all(|c| c.is_ascii_digit())
        }).collect();
        prop_assert_eq!(printed, read);
    }
}
