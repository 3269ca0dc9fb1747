//! A report of Anwen Llŷr's matter: title, header, numbers, bookmarks, charts, and the same bytes twice.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use jiff::civil::date;
use joinder_bundle::{RenderedReport, render_report};
use joinder_domain::bundle::*;
use joinder_domain::report::{Orientation, Report};
use lopdf::{Document as Pdf, Object};
use support::look::Page;
use support::words;

fn report(blocks: Vec<Block>) -> Report {
    Report {
        title: "Who was affected".into(),
        case_title: "Llŷr and others v The Labour Party".into(),
        reference: None,
        as_at: date(2026, 11, 23),
        as_at_words: "As at 23 November 2026".into(),
        language: "en-GB".into(),
        marking: "Confidential: prepared for the purpose of litigation".into(),
        orientation: Orientation::Portrait,
        blocks,
    }
}

fn render(report: &Report) -> (RenderedReport, Vec<u8>) {
    let mut out = Vec::new();
    let rendered = render_report(report, &joinder_bundle::Fonts::embedded().unwrap(), &mut out).unwrap();
    let lint = support::lint(&out);
    // A report has no index.
    let faults: Vec<_> =
        lint.faults().filter(|(rule, _)| *rule != joinder_bundle::Rule::IndexLinks).collect();
    assert!(faults.is_empty(), "a report of ours passes its own check: {faults:#?}");
    (rendered, out)
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.into() }
}

fn amount(count: u64, low: u64, high: u64) -> Option<Amount> {
    let words = format!("{count}% ({low} to {high})");
    Some(Amount { value: count * 1000, interval: Some((low * 1000, high * 1000)), words })
}

fn bars(groups: usize) -> Block {
    let groups = (0..groups as u64).map(|n| Group {
        label: format!("Category {} of the party", n + 1),
        amounts: vec![amount(30 + n % 60, 25 + n % 60, 40 + n % 60), None],
    });
    Block::Chart(Chart {
        caption: "Share of each category that was notified".into(),
        measure: "Share notified, with its 95% interval".into(),
        unit: "%".into(),
        kind: ChartKind::Bars(Groups {
            series: vec!["Notified".into(), "Not notified".into()],
            groups: groups.collect(),
        }),
    })
}

fn columns(count: u64) -> Block {
    let groups = (0..count).map(|n| Group {
        label: (1990 + n).to_string(),
        amounts: vec![Some(Amount::count(n * 7 % 40)), Some(Amount::count(n * 3 % 25))],
    });
    Block::Chart(Chart {
        caption: "When they left".into(),
        measure: "Claimants".into(),
        unit: String::new(),
        kind: ChartKind::Columns(Groups {
            series: vec!["Notified".into(), "Not notified".into()],
            groups: groups.collect(),
        }),
    })
}

fn lines() -> Block {
    let line = |label: &str, step, slope| Curve {
        label: label.into(),
        points: (0..8).map(|n| (date(2015 + n, 1, 1), slope * (n as u64) * 1000)).collect(),
        step,
    };
    Block::Chart(Chart {
        caption: "Requests waiting for an answer".into(),
        measure: "Requests".into(),
        unit: String::new(),
        kind: ChartKind::Lines(Curves {
            from: date(2014, 1, 1),
            to: date(2026, 11, 23),
            lines: vec![line("Access", true, 3), line("Erasure", false, 5)],
        }),
    })
}

fn full() -> Report {
    let paragraph = Block::Paragraph(plain(
        "Claimants choose themselves. What follows is a lead to ask the defendant about, not proof.",
    ));
    report(vec![
        paragraph,
        heading(1, "By category"),
        bars(9),
        heading(2, "By year of leaving"),
        columns(30),
        heading(1, "Silence"),
        lines(),
    ])
}

#[test]
fn the_title_block_says_what_the_paper_is() {
    let (_, pdf) = render(&full());
    let text = words(&pdf, 1);
    for part in
        ["Who was affected", "Llŷr and others v The Labour Party", "As at 23 November 2026", "Confidential"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    if let Ok(path) = std::env::var("JOINDER_REPORT") {
        std::fs::write(path, &pdf).unwrap();
    }
}

#[test]
fn every_page_says_of_how_many_it_is_one() {
    let paragraphs = (0..120).map(|n| Block::Paragraph(plain(format!("Paragraph {n}.")))).collect();
    let (rendered, pdf) = render(&report(paragraphs));
    assert!(rendered.pages > 2);
    for page in 1..=rendered.pages {
        let text = words(&pdf, page as u32);
        assert!(text.contains(&format!("{page} of {}", rendered.pages)), "{text}");
        assert!(text.contains("Llŷr and others v The Labour Party"), "{text}");
    }
}

/// A question of Anwen's with an answer of so many lines.
fn entry(number: usize, lines: usize) -> Block {
    let items = (0..lines).map(|line| plain(format!("Answer {number}, line {line}."))).collect();
    let question = Block::Paragraph(vec![Span::bold(format!("Question {number}?"))]);
    Block::Together(vec![question, Block::List { marker: Marker::Bullet, items }])
}

#[test]
fn wherever_a_page_ends_a_question_stands_with_its_answer() {
    for before in 0..12 {
        let filler = (0..before).map(|n| Block::Paragraph(plain(format!("Paragraph {n}."))));
        let entries = (0..40).map(|number| entry(number, 3));
        let (rendered, pdf) = render(&report(filler.chain(entries).collect()));
        assert!(rendered.pages > 3);
        for page in 1..=rendered.pages {
            let text = words(&pdf, page as u32);
            for number in (0..40).filter(|number| text.contains(&format!("Question {number}?"))) {
                assert!(
                    text.contains(&format!("Answer {number}, line 2.")),
                    "page {page} with {before} before:\n{text}"
                );
            }
        }
    }
}

#[test]
fn an_answer_of_two_pages_begins_under_its_question() {
    for before in 0..12 {
        let filler = (0..before + 30).map(|n| Block::Paragraph(plain(format!("Paragraph {n}."))));
        let (rendered, pdf) = render(&report(filler.chain([entry(1, 90)]).collect()));
        let all: Vec<String> = (1..=rendered.pages).map(|page| words(&pdf, page as u32)).collect();
        let begins = all.iter().position(|text| text.contains("Question 1?")).unwrap();
        assert!(all[begins].contains("Answer 1, line 0."), "with {before} before:\n{}", all[begins]);
        assert!(all.len() < 6, "no page is left half empty for it: {} pages", all.len());
    }
}

#[test]
fn equal_reports_give_equal_bytes() {
    let other = std::thread::spawn(|| render(&full())).join().unwrap();
    assert!(render(&full()) == other);
}

#[test]
fn headings_are_bookmarks_under_one_another() {
    let (rendered, pdf) = render(&full());
    let texts: Vec<&str> = rendered.headings.iter().map(|heading| heading.text.as_str()).collect();
    assert_eq!(texts, ["By category", "By year of leaving", "Silence"]);
    let pdf = Pdf::load_mem(&pdf).unwrap();
    let outline = |entry: &lopdf::Dictionary, key: &[u8]| {
        pdf.get_dictionary(entry.get(key).unwrap().as_reference().unwrap()).unwrap().clone()
    };
    let root = outline(pdf.catalog().unwrap(), b"Outlines");
    let category = outline(&outline(&root, b"First"), b"Next");
    let child = outline(&category, b"First");
    let title = lopdf::decode_text_string(child.get(b"Title").unwrap()).unwrap();
    assert!(title.starts_with("By year of leaving"), "{title}");
}

#[test]
fn a_deeper_heading_may_come_first() {
    let headings = [3, 2, 3, 1, 3].map(|level| heading(level, &format!("Level {level}")));
    let (rendered, _) = render(&report(headings.to_vec()));
    assert_eq!(rendered.headings.len(), 5);
}

#[test]
fn a_report_without_a_word_has_a_page() {
    let (rendered, _) = render(&report(Vec::new()));
    assert_eq!(rendered.pages, 1);
}

#[test]
fn a_wide_table_lies_on_its_side() {
    let (_, pdf) = render(&Report { orientation: Orientation::Landscape, ..full() });
    let page = Page::of(&pdf, 1);
    assert!(page.landscape());
    let document = Pdf::load_mem(&pdf).unwrap();
    let id = document.page_iter().next().unwrap();
    assert!(document.get_dictionary(id).unwrap().get(b"Rotate").is_err(), "it is wide, not turned");
}

#[test]
fn a_chart_of_many_groups_goes_on_over_the_page_with_its_axis() {
    let (rendered, pdf) = render(&report(vec![bars(90)]));
    assert!(rendered.pages > 2, "{}", rendered.pages);
    for page in 1..=rendered.pages {
        let text = words(&pdf, page as u32);
        assert!(text.contains("Share notified, with its 95% interval"), "{text}");
        assert!(!Page::of(&pdf, page).ink_in(0.1..0.8, 0.945..0.96), "page {page} keeps its foot clear");
    }
}

#[test]
fn what_is_withheld_is_not_drawn() {
    let one = |amount| {
        Block::Chart(Chart {
            caption: String::new(),
            measure: String::new(),
            unit: String::new(),
            kind: ChartKind::Bars(Groups {
                series: vec!["Claimants".into()],
                groups: vec![Group { label: "Fire brigade".into(), amounts: vec![amount] }],
            }),
        })
    };
    let dark = |block| {
        let (_, pdf) = render(&report(vec![block]));
        let page = Page::of(&pdf, 1);
        (0..40).filter(|n| page.ink_in(0.3..0.6, 0.2 + *n as f32 * 0.005..0.205 + *n as f32 * 0.005)).count()
    };
    assert!(dark(one(Some(Amount::count(40)))) > dark(one(None)));
}

#[test]
fn charts_of_nothing_and_of_the_largest_numbers_are_drawn() {
    let empty =
        |kind| Block::Chart(Chart { caption: "x".into(), measure: "y".into(), unit: "".into(), kind });
    let huge = Amount { value: u64::MAX, interval: Some((0, u64::MAX)), words: "very many".into() };
    let groups = Groups {
        series: vec!["a".into()],
        groups: vec![Group { label: "b".into(), amounts: vec![Some(huge)] }],
    };
    let day = date(2021, 11, 3);
    let lines =
        |points| Curves { from: day, to: day, lines: vec![Curve { label: "c".into(), points, step: true }] };
    render(&report(vec![
        empty(ChartKind::Bars(Groups::default())),
        empty(ChartKind::Columns(Groups::default())),
        empty(ChartKind::Bars(groups.clone())),
        empty(ChartKind::Columns(groups)),
        empty(ChartKind::Lines(lines(Vec::new()))),
        empty(ChartKind::Lines(lines(vec![(day, u64::MAX)]))),
    ]));
}

#[test]
fn the_file_names_its_proceeding_and_its_day() {
    let (_, pdf) = render(&report(Vec::new()));
    let pdf = Pdf::load_mem(&pdf).unwrap();
    let info = pdf.get_dictionary(pdf.trailer.get(b"Info").unwrap().as_reference().unwrap()).unwrap();
    assert_eq!(info.get(b"CreationDate").unwrap().as_str().unwrap(), b"D:20261123000000Z");
    let Object::String(title, _) = info.get(b"Title").unwrap() else { panic!() };
    assert_eq!(title, b"Who was affected");
}
