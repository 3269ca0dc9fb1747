//! Dates as people write them: what is read, what is said back, and what is refused with what would be right.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a date that is not read must fail the test")]

use jiff::civil::Date;
use joinder_domain::date::{DateProblem, DateWords, Event, OverYearEnd, PartialDate, Precision};

fn read(text: &str) -> PartialDate {
    PartialDate::parse(text, &DateWords::default()).unwrap_or_else(|problem| panic!("{text:?}: {problem}"))
}

fn refused(text: &str) -> DateProblem {
    match PartialDate::parse(text, &DateWords::default()) {
        Err(problem) => problem,
        Ok(date) => panic!("{text:?} was read as {}", date.words()),
    }
}

/// "2020-05-01..2020-08-31", with nothing where an end is open.
fn interval(date: &PartialDate) -> String {
    let end = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    format!("{}..{}", end(date.earliest), end(date.latest))
}

fn each(expected: &str, precision: Precision, texts: &[&str]) {
    for text in texts {
        let date = read(text);
        assert_eq!(interval(&date), expected, "{text:?}");
        assert_eq!(date.precision, precision, "{text:?}");
        assert_eq!(date.text, *text, "the person's words are kept as written");
    }
}

#[test]
fn a_whole_date_is_read_in_every_usual_form() {
    each(
        "2021-11-03..2021-11-03",
        Precision::Day,
        &[
            "3 Nov 2021",
            "3 November 2021",
            " 03  nov  2021 ",
            "03/11/2021",
            "3/11/21",
            "3.11.21",
            "3-11-2021",
            "03 11 2021",
            "2021-11-03",
            "2021/11/03",
            "20211103",
            "3rd of November 2021",
            "the 3rd of November, 2021",
            "3RD NOV. 2021",
            "November 3, 2021",
            "Nov 3rd 2021",
            "03-Nov-21",
            "3-Nov-2021",
            "3. November 2021",
            "Nov-03-2021",
            "2021 Nov 3",
            "3 Nov '21",
            "3 Nov ’21",
            "Wednesday 3 November 2021",
            "Wed, 3 Nov 2021",
            "on 3 November 2021",
            "03/11/2021 00:00",
            "2021-11-03 09:41:12",
            "2021-11-03T09:41:12Z",
            "3 Nov 2021 at 5:41 pm",
            "３ Nov ２０２１",
        ],
    );
}

#[test]
fn a_month_or_a_year_is_never_made_into_a_day() {
    each(
        "2019-04-01..2019-04-30",
        Precision::Month,
        &[
            "April 2019",
            "2019-04",
            "04/2019",
            "4/2019",
            "apr 2019",
            "Apr-19",
            "April '19",
            "in April 2019",
            "2019 April",
        ],
    );
    each(
        "2018-01-01..2018-12-31",
        Precision::Year,
        &["2018", "in 2018", "'18", "some time in 2018", "the year 2018", "left in 2018"],
    );
    assert_eq!(read("April 2019").words(), "April 2019");
    assert_eq!(read("2018").words(), "2018");
}

#[test]
fn parts_of_a_year_are_as_wide_as_people_mean_them() {
    each(
        "2020-05-01..2020-08-31",
        Precision::Season,
        &[
            "mid 2020",
            "mid-2020",
            "Mid2020",
            "middle of 2020",
            "in the middle of 2020",
            "halfway through 2020",
        ],
    );
    each(
        "2019-01-01..2019-04-30",
        Precision::Season,
        &["early 2019", "beginning of 2019", "start of 2019", "at the start of 2019", "early in 2019"],
    );
    each(
        "2019-09-01..2019-12-31",
        Precision::Season,
        &["late 2019", "end of 2019", "towards the end of 2019"],
    );
    each(
        "2021-03-01..2021-05-31",
        Precision::Season,
        &["spring 2021", "Spring of 2021", "in the spring of 2021"],
    );
    each("2021-06-01..2021-08-31", Precision::Season, &["summer 2021", "over the summer of 2021"]);
    each(
        "2021-09-01..2021-11-30",
        Precision::Season,
        &["autumn 2021", "AUTUMN 2021", "fall 2021", "late autumn 2021"],
    );
    each("2020-01-01..2020-06-30", Precision::Season, &["first half of 2020", "1st half 2020", "H1 2020"]);
    each(
        "2020-07-01..2020-09-30",
        Precision::Season,
        &["Q3 2020", "2020 Q3", "2020Q3", "third quarter of 2020"],
    );
    each(
        "2020-12-20..2020-12-31",
        Precision::Season,
        &["Christmas 2020", "over Christmas 2020", "xmas 2020"],
    );
    each("2020-12-28..2021-01-07", Precision::Season, &["New Year 2021"]);
    each("2020-12-25..2020-12-25", Precision::Day, &["Christmas Day 2020"]);
    each("2019-03-20..2019-04-28", Precision::Season, &["Easter 2019"]);
    each("2021-11-01..2021-11-10", Precision::Season, &["early November 2021", "beginning of Nov 2021"]);
    each("2021-10-20..2021-10-31", Precision::Season, &["end of October 2021", "late Oct 2021"]);
    each("2021-10-10..2021-10-21", Precision::Season, &["mid-October 2021"]);
}

#[test]
fn winter_runs_over_the_years_end_as_the_profile_says() {
    each("2021-12-01..2022-02-28", Precision::Season, &["winter 2021", "winter 2021/22", "winter 2021-2022"]);
    let with = |over_year_end| DateWords { over_year_end, ..DateWords::default() };
    let winter = |words: &DateWords| interval(&PartialDate::parse("winter 2021", words).unwrap());
    assert_eq!(winter(&with(OverYearEnd::Ends)), "2020-12-01..2021-02-28");
    assert_eq!(winter(&with(OverYearEnd::Either)), "2020-12-01..2022-02-28");
    assert_eq!(refused("winter 2020/22"), DateProblem::Year { year: 22 });
}

#[test]
fn about_widens_by_one_of_what_was_named() {
    each(
        "2017-01-01..2019-12-31",
        Precision::About,
        &[
            "about 2018",
            "around 2018",
            "circa 2018",
            "c. 2018",
            "c2018",
            "approx 2018",
            "approx. 2018",
            "2018 or so",
            "in or about 2018",
        ],
    );
    each(
        "2019-01-01..2021-12-31",
        Precision::About,
        &["2020~", "2020?", "~2020", "2020ish", "2020-ish", "I think 2020"],
    );
    each(
        "2019-03-01..2019-05-31",
        Precision::About,
        &["about April 2019", "April 2019 (I think)", "2019-04~"],
    );
    each("2021-10-27..2021-11-10", Precision::About, &["around 3 November 2021", "3 Nov 2021 approximately"]);
    each("2020-03-01..2020-06-30", Precision::About, &["approx. April or May 2020", "c. April/May 2020"]);
    each("2020-04-01..2020-09-30", Precision::About, &["about mid 2020"]);
}

#[test]
fn open_ends_stay_open() {
    each(
        "..2015-12-31",
        Precision::Before,
        &["before 2016", "pre 2016", "pre-2016", "< 2016", "prior to 2016", "just before 2016"],
    );
    each(
        "..2016-12-31",
        Precision::Before,
        &["by 2016", "until 2016", "2016 or earlier", "2016 at the latest", "../2016", "no later than 2016"],
    );
    each("..2021-11-02", Precision::Before, &["before 3 November 2021", "before 03/11/2021"]);
    each("2019-04-01..", Precision::After, &["after March 2019", "later than March 2019"]);
    each(
        "2019-03-01..",
        Precision::After,
        &[
            "since March 2019",
            "from March 2019",
            "March 2019 onwards",
            "March 2019+",
            "from March 2019 onwards",
            "2019-03/..",
        ],
    );
    each("..2018-12-30", Precision::Before, &["before about 2017"]);
    each("..2020-08-30", Precision::Before, &["before mid 2020"]);
    each(
        "2017-01-01..2018-12-31",
        Precision::Range,
        &["after 2016 but before 2019", "after 2016, before 2019"],
    );
}

#[test]
fn ranges_take_what_they_leave_out_from_the_other_side() {
    each(
        "2015-01-01..2017-12-31",
        Precision::Range,
        &[
            "2015-2017",
            "2015–2017",
            "2015 - 2017",
            "2015 to 2017",
            "from 2015 to 2017",
            "between 2015 and 2017",
        ],
    );
    each("2015-01-01..2017-12-31", Precision::Range, &["2015/2017", "2015-17", "from 2015 until 2017"]);
    each("2010-01-01..2011-12-31", Precision::Range, &["2010/11", "2010 or 2011"]);
    each(
        "2020-03-01..2020-04-30",
        Precision::Range,
        &["March or April 2020", "Mar/Apr 2020", "March-April 2020"],
    );
    each(
        "2020-05-03..2020-05-10",
        Precision::Range,
        &["3 to 10 May 2020", "between 3 and 10 May 2020", "3-10 May 2020"],
    );
    each("2020-05-01..2020-08-31", Precision::Range, &["2020-05/2020-08", "between May and August 2020"]);
    each("2019-11-01..2020-02-29", Precision::Range, &["Nov 2019 - Feb 2020", "Nov 2019-Feb 2020"]);
    each("2019-12-01..2020-01-31", Precision::Range, &["December or January 2020"]);
    each("2019-09-01..2020-04-30", Precision::Range, &["late 2019 or early 2020", "late 2019/early 2020"]);
    each("2020-05-01..2020-12-31", Precision::Range, &["mid to late 2020", "mid-late 2020", "mid/late 2020"]);
    each("2020-03-01..2020-08-31", Precision::Range, &["spring or summer 2020"]);
    each("1990-01-01..1999-12-31", Precision::Range, &["the 1990s", "1990s", "the 90s", "1990's"]);
    each("1996-01-01..1999-12-31", Precision::Range, &["late 90s", "the late 1990s"]);
    each("2020-05-01..2020-06-13", Precision::Range, &["1 May-13 June 2020", "1 May 2020 - 13 June 2020"]);
}

#[test]
fn not_knowing_is_an_answer_and_blank_is_none() {
    for text in [
        "don't know",
        "Don’t know",
        "dont know",
        "DON'T KNOW",
        "unknown",
        "not sure",
        "?",
        "can't remember",
        "I don't know.",
    ] {
        let date = read(text);
        assert!(date.is_unknown(), "{text:?}");
        assert_eq!(date.words(), "don't know");
        assert_eq!(date.text, text);
    }
    for text in ["", "   ", "\u{a0}"] {
        assert_eq!(refused(text), DateProblem::Empty);
    }
}

#[test]
fn impossible_dates_say_what_would_be_right() {
    let day = |day, month: &str, last| DateProblem::NoSuchDay { day, month: month.into(), last };
    assert_eq!(refused("31 Feb 2020"), day(31, "February 2020", 29));
    assert_eq!(refused("31/02/2020"), day(31, "February 2020", 29));
    assert_eq!(refused("29/02/2021"), day(29, "February 2021", 28));
    assert_eq!(refused("0 May 2020"), day(0, "May 2020", 31));
    assert_eq!(refused("between 1 May 2020 and 31 June 2020"), day(31, "June 2020", 30));
    assert_eq!(refused("2020-13-01"), DateProblem::NoSuchMonth { month: 13 });
    assert_eq!(refused("01/13/202"), DateProblem::Year { year: 202 });
    assert_eq!(refused("13/2020"), DateProblem::NoSuchMonth { month: 13 });
    assert_eq!(refused("32/13/2020"), DateProblem::NoSuchMonth { month: 13 });
    assert_eq!(refused("0031-01-05"), DateProblem::Year { year: 31 });
    assert_eq!(refused("year 31"), DateProblem::Year { year: 31 });
    assert_eq!(refused("joined 31"), DateProblem::Year { year: 31 });
    assert_eq!(refused("3 Nov 20211"), DateProblem::Year { year: 20211 });
    assert_eq!(refused("1066"), DateProblem::Year { year: 1066 });
    assert_eq!(refused("2019 to 2017"), DateProblem::Reversed);
    assert_eq!(refused("after 2019 but before 2017"), DateProblem::Reversed);
    let thursday = DateProblem::Weekday { date: "3 November 2021".into(), weekday: "Wednesday".into() };
    assert_eq!(refused("Thursday 3 November 2021"), thursday);
}

#[test]
fn american_order_is_refused_with_the_date_that_it_would_be() {
    let meant = |suggestion: &str| DateProblem::MonthFirst { suggestion: suggestion.into() };
    assert_eq!(refused("11/23/2021"), meant("23 November 2021"));
    assert_eq!(refused("4-17-19"), meant("17 April 2019"));
    assert_eq!(interval(&read("11/03/2021")), "2021-03-11..2021-03-11", "otherwise the day stands first");
}

#[test]
fn two_figures_of_a_year_turn_at_the_pivot() {
    assert_eq!(interval(&read("3.11.40")), "2040-11-03..2040-11-03");
    assert_eq!(interval(&read("3.11.41")), "1941-11-03..1941-11-03");
    let words = DateWords { two_digit_pivot: 26, ..DateWords::default() };
    assert_eq!(interval(&PartialDate::parse("3.11.40", &words).unwrap()), "1940-11-03..1940-11-03");
}

#[test]
fn half_a_date_asks_for_the_rest() {
    for text in ["3 Nov", "November", "spring", "mid", "03/11", "Christmas", "3 to 5 Nov", "3rd"] {
        assert_eq!(refused(text), DateProblem::YearMissing, "{text:?}");
    }
    let first = "April 2019".to_owned();
    let second = "19 April of a year that is missing".to_owned();
    assert_eq!(refused("April 19"), DateProblem::Ambiguous { first, second });
    let (first, second) = ("June 2015".to_owned(), "2015 to 2016".to_owned());
    assert_eq!(refused("2015-6"), DateProblem::Ambiguous { first, second });
    let suggestion = "February 2019".to_owned();
    assert_eq!(refused("Febuary 2019"), DateProblem::MonthName { suggestion });
}

#[test]
fn words_that_depend_on_the_day_of_writing_are_refused() {
    for text in ["last year", "two years ago", "3 years ago", "yesterday", "last spring", "recently"] {
        assert_eq!(refused(text), DateProblem::Relative, "{text:?}");
    }
    for text in ["now", "ongoing", "still a member", "present", "2015 to present", "2015 - now"] {
        assert_eq!(refused(text), DateProblem::Ongoing, "{text:?}");
    }
}

#[test]
fn what_a_spreadsheet_did_to_a_date_is_recognised() {
    let suggestion = "3 November 2021".to_owned();
    assert_eq!(refused("44503"), DateProblem::DayNumber { suggestion });
}

#[test]
fn other_words_are_refused_and_nothing_panics() {
    for text in [
        "Momentum",
        "n/a",
        "-",
        "/",
        "...",
        "to",
        "between",
        "and",
        "before",
        "about",
        "before before 2016",
        "1/2/3/4",
        "☃ 2020",
        "2020 2021",
        "2021-11-03-",
        "'",
        "''''",
        "the",
        "0",
        "00/00/0000",
        "between 2015",
        "Q5 2020",
        "H3 2020",
        "1995s",
        "١٢/١١/٢٠٢١",
        "(\"",
        "5:",
        "12:30",
        "99999999999999999999",
        "3 Nov 2021 3 Nov 2021",
    ] {
        refused(text);
    }
    refused(&"2020 ".repeat(100_000));
    refused(&"-".repeat(199));
}

#[test]
fn words_say_all_that_is_known_and_no_more() {
    let said = |text| read(text).words();
    assert_eq!(said("mid 2020"), "some time between 1 May and 31 August 2020 (\"mid 2020\")");
    assert_eq!(said("about 2018"), "some time between 1 January 2017 and 31 December 2019 (\"about 2018\")");
    assert_eq!(said("before 2016"), "before 2016");
    assert_eq!(said("by 2016"), "before 2017 (\"by 2016\")");
    assert_eq!(said("before 03/11/2021"), "before 3 November 2021 (\"before 03/11/2021\")");
    assert_eq!(said("after March 2019"), "in April 2019 or later (\"after March 2019\")");
    assert_eq!(said("after 3 Nov 2021"), "on 4 November 2021 or later (\"after 3 Nov 2021\")");
    assert_eq!(said("03/11/2021"), "3 November 2021");
    assert_eq!(said("Christmas Day 2020"), "25 December 2020 (\"Christmas Day 2020\")");
    assert_eq!(
        said("winter 2021"),
        "some time between 1 December 2021 and 28 February 2022 (\"winter 2021\")"
    );
    let short = |text| read(text).short();
    assert_eq!(short("mid 2020"), "May–Aug 2020");
    assert_eq!(short("about 2018"), "2017–2019");
    assert_eq!(short("winter 2021"), "Dec 2021–Feb 2022");
    assert_eq!(short("3 November 2021"), "3 Nov 2021");
    assert_eq!(short("2019-04"), "Apr 2019");
    assert_eq!(short("Christmas 2020"), "20–31 Dec 2020");
    assert_eq!(short("before 2016"), "before 2016");
    assert_eq!(short("since March 2019"), "from Mar 2019");
    assert_eq!(short("?"), "don't know");
}

#[test]
fn a_profile_can_name_days_that_people_remember() {
    let day = jiff::civil::date(2019, 12, 12);
    let election = Event {
        words: vec!["the 2019 election".into(), "the 2019 general election".into()],
        first: day,
        last: day,
    };
    let words = DateWords { events: vec![election], ..DateWords::default() };
    let read = |text| PartialDate::parse(text, &words).unwrap();
    assert_eq!(interval(&read("after the 2019 election")), "2019-12-13..");
    assert_eq!(interval(&read("2019 general election")), "2019-12-12..2019-12-12");
    assert_eq!(read("2019 election").words(), "12 December 2019 (\"2019 election\")");
}

#[test]
fn a_date_of_birth_needs_its_day() {
    let words = DateWords::default();
    assert_eq!(PartialDate::parse_day("27/3/1961", &words), Ok(jiff::civil::date(1961, 3, 27)));
    assert_eq!(PartialDate::parse_day("1961", &words), Err(DateProblem::DayNeeded));
    assert_eq!(PartialDate::parse_day("don't know", &words), Err(DateProblem::DayNeeded));
}

#[test]
fn files_hold_the_interval_or_plain_words() {
    let from_words: PartialDate = serde_json::from_str("\"mid 2020\"").unwrap();
    assert_eq!(interval(&from_words), "2020-05-01..2020-08-31");
    let written = serde_json::to_string(&from_words).unwrap();
    assert_eq!(
        written,
        r#"{"earliest":"2020-05-01","latest":"2020-08-31","precision":"season","text":"mid 2020"}"#
    );
    assert_eq!(serde_json::from_str::<PartialDate>(&written).unwrap(), from_words);
    let reversed = r#"{"earliest":"2020-05-01","latest":"2019-08-31","precision":"range","text":""}"#;
    assert!(serde_json::from_str::<PartialDate>(reversed).is_err());
    let problem = serde_json::from_str::<PartialDate>("\"31 Feb 2020\"").unwrap_err().to_string();
    assert!(problem.contains("no such day"), "{problem}");
    assert!(!problem.contains("2020"), "what the person wrote stays out of errors: {problem}");
}

#[test]
fn the_settings_of_a_profile_are_partial_too() {
    let words: DateWords = toml::from_str("mid = { first = 6, last = 7 }\nabout_years = 2\n").unwrap();
    assert_eq!(interval(&PartialDate::parse("mid 2020", &words).unwrap()), "2020-06-01..2020-07-31");
    assert_eq!(interval(&PartialDate::parse("about 2018", &words).unwrap()), "2016-01-01..2020-12-31");
    assert!(toml::from_str::<DateWords>("middle = 3").is_err());
    let bad = "[[occasions]]\nwords = [\"x\"]\nfirst = \"13-01\"\nlast = \"12-01\"\n";
    assert!(toml::from_str::<DateWords>(bad).unwrap_err().to_string().contains("such as 12-25"));
}
