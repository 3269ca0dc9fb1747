//! What holds for every date, however it is written.

#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a property that cannot be set up must fail")]

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use joinder_domain::date::{DateWords, PartialDate, Precision, Truth, show};
use proptest::prelude::*;

fn read(text: &str) -> Option<PartialDate> {
    PartialDate::parse(text, &DateWords::default()).ok()
}

fn ends(date: &PartialDate) -> (Option<Date>, Option<Date>) {
    (date.earliest, date.latest)
}

fn day() -> impl Strategy<Value = Date> {
    (0..60_000_i32).prop_map(|days| jiff::civil::date(1900, 1, 1).checked_add(days.days()).unwrap())
}

fn interval() -> impl Strategy<Value = PartialDate> {
    (proptest::option::of(day()), proptest::option::of(0..900_i32), any::<bool>()).prop_map(
        |(first, width, open)| {
            let last = match (first, width) {
                (Some(first), Some(width)) => Some(first.checked_add(width.days()).unwrap()),
                _ => None,
            };
            PartialDate::between(if open && last.is_some() { None } else { first }, last)
        },
    )
}

/// Words that dates are made of, in any order: most are nonsense, many are dates.
fn soup() -> impl Strategy<Value = String> {
    let words = prop_oneof![
        Just("about"),
        Just("before"),
        Just("after"),
        Just("until"),
        Just("since"),
        Just("between"),
        Just("and"),
        Just("or"),
        Just("to"),
        Just("from"),
        Just("mid"),
        Just("early"),
        Just("late"),
        Just("spring"),
        Just("winter"),
        Just("March"),
        Just("Nov"),
        Just("may"),
        Just("2020"),
        Just("2021"),
        Just("2019"),
        Just("3"),
        Just("31"),
        Just("12"),
        Just("'21"),
        Just("1990"),
        Just("s"),
        Just("Q"),
        Just("-"),
        Just("/"),
        Just("."),
        Just("~"),
        Just("?"),
        Just("of"),
        Just("the"),
        Just("first"),
        Just("half"),
        Just("Christmas"),
        Just("Wednesday"),
        Just(":"),
        Just("or later"),
        Just("or so"),
        Just("don't know"),
        Just(".."),
        Just("<"),
        Just("(\""),
        Just("\")"),
    ];
    (proptest::collection::vec((words, any::<bool>()), 0..8)).prop_map(|words| {
        words.into_iter().map(|(word, space)| if space { format!("{word} ") } else { word.into() }).collect()
    })
}

/// Phrases built the way people build them: nearly all are dates.
fn phrase() -> impl Strategy<Value = String> {
    let unit = (1990_i16..2030, 1_i8..=12, 1_i8..=28, 0_usize..12).prop_map(|(year, month, day, form)| {
        let name = show::long(jiff::civil::date(2000, month, 1));
        let name = name.split(' ').nth(1).unwrap_or_default().to_owned();
        match form {
            0 => format!("{day} {name} {year}"),
            1 => format!("{day:02}/{month:02}/{year}"),
            2 => format!("{name} {year}"),
            3 => format!("{year}"),
            4 => format!("mid {year}"),
            5 => format!("winter {year}"),
            6 => format!("late {name} {year}"),
            7 => format!("Q{} {year}", (month - 1) / 3 + 1),
            8 => format!("Christmas {year}"),
            9 => format!("the {}s", year / 10 * 10),
            10 => format!("{year}-{month:02}"),
            _ => format!("New Year {year}"),
        }
    });
    let about = prop_oneof![3 => Just(""), 1 => Just("about "), 1 => Just("c. ")];
    let said = (about, unit).prop_map(|(about, unit)| format!("{about}{unit}"));
    (said.clone(), said, 0_usize..10).prop_map(|(a, b, form)| match form {
        0 => format!("before {a}"),
        1 => format!("until {a}"),
        2 => format!("after {a}"),
        3 => format!("{a} or later"),
        4 => format!("between {a} and {b}"),
        5 => format!("{a} or {b}"),
        6 => format!("from {a} to {b}"),
        7 => format!("after {a} but before {b}"),
        _ => a,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused_and_kept(text in "\\PC{0,40}|[0-9/. ~'a-z-]{0,24}") {
        if let Some(date) = read(&text) {
            prop_assert_eq!(&date.text, &text);
        }
    }

    #[test]
    fn what_is_read_has_ends_in_order_and_says_itself_back(text in prop_oneof![soup(), phrase()]) {
        if let Some(date) = read(&text) {
            if let (Some(first), Some(last)) = ends(&date) {
                prop_assert!(first <= last, "{:?} is {:?}", text, date);
            }
            let said = date.words();
            let again = read(&said);
            prop_assert_eq!(again.as_ref().map(ends), Some(ends(&date)), "{:?} says {:?}", text, said);
            let short = date.short();
            prop_assert_eq!(read(&short).as_ref().map(ends), Some(ends(&date)), "{:?} is short {:?}", text, short);
            prop_assert_eq!(date.precision == Precision::Unknown, date.is_unknown());
            let written = serde_json::to_string(&date).unwrap();
            prop_assert_eq!(serde_json::from_str::<PartialDate>(&written).unwrap(), date);
        }
    }

    #[test]
    fn a_day_is_the_same_day_in_every_form(day in day()) {
        let (y, m, d) = (day.year(), day.month(), day.day());
        let long = show::long(day);
        let month = long.split(' ').nth(1).unwrap();
        for text in [
            long.clone(), show::short(day), format!("{y}-{m:02}-{d:02}"), format!("{d:02}/{m:02}/{y}"), format!("{d}.{m}.{y}"),
            format!("{month} {d}, {y}"), format!("{d} of {month} {y}"), format!("{y} {month} {d}"), format!("{d}-{}-{y}", &month[..3]),
        ] {
            let date = read(&text);
            prop_assert_eq!(date.as_ref().map(ends), Some((Some(day), Some(day))), "{}", text);
            prop_assert_eq!(date.map(|date| date.words()), Some(long.clone()));
        }
    }

    #[test]
    fn words_never_invent_a_day(year in 1900_i16..2100, month in 1_i8..=12, what in 0_usize..9) {
        let name = show::long(jiff::civil::date(year, month, 1));
        let name = name.trim_start_matches("1 ");
        let text = match what {
            0 => format!("{year}"),
            1 => name.to_owned(),
            2 => format!("{year}-{month:02}"),
            3 => format!("mid {year}"),
            4 => format!("before {name}"),
            5 => format!("about {year}"),
            6 => format!("autumn {year}"),
            7 => format!("late {name}"),
            _ => format!("since {year}"),
        };
        let date = read(&text).unwrap();
        prop_assert!(!date.is_certain());
        prop_assert_ne!(date.precision, Precision::Day);
        let again = read(&date.words()).unwrap();
        prop_assert!(!again.is_certain(), "{} says {}", text, date.words());
    }

    #[test]
    fn vaguer_words_never_say_more(year in 1900_i16..2100, month in 1_i8..=12) {
        let month = format!("{year}-{month:02}");
        for (vague, narrow) in [
            (format!("about {month}"), month.clone()),
            (format!("{year}"), month.clone()),
            (format!("about {year}"), format!("{year}")),
            (format!("until {month}"), month.clone()),
            (format!("since {month}"), month.clone()),
            (format!("{year}"), format!("mid {year}")),
            ("don't know".to_owned(), format!("before {year}")),
        ] {
            let (vague, narrow) = (read(&vague).unwrap(), read(&narrow).unwrap());
            prop_assert!(narrow.within(&vague), "{} in {}", narrow.words(), vague.words());
            for day in [narrow.earliest, narrow.latest].into_iter().flatten() {
                let (wide, tight) = (vague.before(day), narrow.before(day));
                prop_assert!(wide == tight || wide == Truth::Maybe);
            }
        }
    }

    #[test]
    fn answers_agree_with_every_day_that_it_can_have_been(date in interval(), day in day(), step in 0_i32..900) {
        let start = date.earliest.or(date.latest.map(|last| last.checked_sub(500.days()).unwrap()));
        if let Some(was) = start.and_then(|start| start.checked_add(step.days()).ok()).filter(|was| date.contains(*was)) {
            for (answer, truth) in [
                (date.before(day), was < day),
                (date.on_or_before(day), was <= day),
                (date.after(day), was > day),
                (date.on_or_after(day), was >= day),
                (date.before_date(&PartialDate::day(day)), was < day),
            ] {
                prop_assert!(answer == Truth::Maybe || answer == Truth::from(truth), "{:?} {} {}", answer, was, day);
            }
            prop_assert_eq!(date.contains(day), date.overlaps(&PartialDate::day(day)));
        }
    }

    #[test]
    fn months_are_added_to_both_ends_and_keep_their_order(date in interval(), months in -60_i32..60) {
        let moved = date.add_months(months);
        prop_assert_eq!(moved.earliest, date.earliest.map(|day| day.checked_add(Span::new().months(months)).unwrap()));
        if let (Some(first), Some(last)) = ends(&moved) {
            prop_assert!(first <= last);
        }
        let taken = date.days_until(&moved);
        if let (Some(least), Some(most)) = (taken.least, taken.most) {
            prop_assert!(least <= most);
        }
    }
}
