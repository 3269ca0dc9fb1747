//! The drawn axis of a claimant with a long and uncertain history.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use jiff::civil::date;
use joinder_domain::bundle::*;
use support::look::Page;
use support::{Files, document, plan, render, words};

fn bar(label: &str, start: DateRange, end: BarEnd) -> Bar {
    Bar { label: label.into(), words: "as Tomasz remembers it".into(), start, end, tone: Tone::Strong }
}

fn drawn(bars: Vec<Bar>, marks: Vec<Mark>) -> (joinder_bundle::Rendered, Vec<u8>) {
    let picture = TimelinePicture { from: date(2010, 1, 1), to: date(2026, 11, 23), bars, marks };
    let blocks = vec![Block::Heading { level: 1, text: "Membership".into() }, Block::Timeline(picture)];
    render(
        &plan(vec![document(Section::Claimant, "Membership", "", DocumentKind::Drawn(blocks))]),
        &Files::new(),
    )
}

fn mark(label: &str, date: DateRange, style: MarkStyle) -> Mark {
    Mark { label: label.into(), date, style }
}

/// Where the axis lies on the page, in shares of its width: labels stand left of it.
const AXIS: (f32, f32) = (0.4, 0.87);

#[test]
fn twelve_episodes_and_five_days_fit_on_one_page() {
    let bars = (0..12)
        .map(|n| {
            let year = 2010 + n;
            let label = format!("Episode {} of a membership with a name that needs two lines", n + 1);
            let start = DateRange::between(date(year, 1, 1), date(year, 12, 31));
            bar(&label, start, BarEnd::Ended(DateRange::day(date(year + 2, 6, 1))))
        })
        .collect();
    let marks = vec![
        mark(
            "Intrusion, on a day that nobody knows",
            DateRange::between(date(2021, 7, 1), date(2021, 10, 29)),
            MarkStyle::Incident,
        ),
        mark(
            "The party was told on 29 October 2021",
            DateRange::day(date(2021, 10, 29)),
            MarkStyle::Incident,
        ),
        mark("Notice dated 3 November 2021", DateRange::day(date(2021, 11, 3)), MarkStyle::Notice),
        mark("Moved house", DateRange::day(date(2012, 5, 5)), MarkStyle::Other),
        mark("Asked for his data", DateRange::unknown(), MarkStyle::Other),
    ];
    let (rendered, bundle) = drawn(bars, marks);
    assert_eq!(rendered.pages, 3);
    let text = words(&bundle, 3);
    for n in 1..=12 {
        assert!(text.contains(&format!("Episode {n} of")), "{n}");
    }
    assert!(text.contains("drawn side by side"), "five days cannot be seen on an axis of seventeen years");
    if let Ok(path) = std::env::var("JOINDER_TIMELINE") {
        std::fs::write(path, &bundle).unwrap();
    }
}

#[test]
fn forty_episodes_go_on_over_the_page() {
    let day = |n: i16| DateRange::day(date(2010 + n % 10, 1, 1));
    let bars =
        (0..40).map(|n| bar(&format!("Episode {}.", n + 1), day(n), BarEnd::Ended(day(n + 1)))).collect();
    let notice = mark("Notice", DateRange::day(date(2021, 11, 3)), MarkStyle::Notice);
    let (rendered, bundle) = drawn(bars, vec![notice]);
    assert!(rendered.pages > 3);
    let text: String = (3..=rendered.pages).map(|page| words(&bundle, page as u32)).collect();
    assert!((1..=40).all(|n| text.contains(&format!("Episode {n}."))));
    for page in 3..=rendered.pages {
        assert!(!Page::of(&bundle, page).ink_in(0.1..0.9, 0.945..0.965), "page {page} keeps its foot clear");
    }
}

/// Pixels of each of three kinds along the middle of the only bar.
fn along(page: &Page) -> Vec<bool> {
    let y =
        (0..400).map(|n| 0.15 + n as f32 * 0.0005).find(|y| page.dark_at(AXIS.0 + 0.25, *y + 0.005)).unwrap();
    (0..100).map(|n| page.dark_at(AXIS.0 + n as f32 * (AXIS.1 - AXIS.0) / 100.0, y + 0.008)).collect()
}

#[test]
fn what_is_certain_is_filled_and_what_is_possible_is_not() {
    let start = DateRange::between(date(2012, 1, 1), date(2016, 1, 1));
    let (_, bundle) = drawn(vec![bar("Member", start, BarEnd::Open)], Vec::new());
    let dark = along(&Page::of(&bundle, 3));
    let certain = dark[45..95].iter().filter(|dark| **dark).count();
    let possible = dark[14..30].iter().filter(|dark| **dark).count();
    assert!(certain >= 48, "{certain}");
    assert!(possible < 12, "hatching leaves the paper white between its lines: {possible}");
}

#[test]
fn a_spell_of_which_no_day_is_certain_is_hatched_throughout() {
    let (_, bundle) = drawn(
        vec![
            bar("Member", DateRange::unknown(), BarEnd::Ended(DateRange::unknown())),
            bar("Member", DateRange::day(date(2012, 1, 1)), BarEnd::Open),
        ],
        Vec::new(),
    );
    let page = Page::of(&bundle, 3);
    assert!(page.ink_in(AXIS.0..AXIS.1, 0.13..0.3));
    assert!(words(&bundle, 3).contains("possible, not certain"));
}
