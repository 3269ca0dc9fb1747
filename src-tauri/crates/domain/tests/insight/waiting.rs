//! Requests that were never answered, and those answered too late.

use jiff::civil::date;
use joinder_domain::claimant::{Claimant, Request, RequestKind, YesNo};
use joinder_domain::date::{DateWords, PartialDate};
use joinder_domain::insight::{Told, retention, silence};

use crate::crowd::{add, group, told};

fn request(kind: RequestKind, sent: &str, answered: Option<YesNo>, on: &str) -> Request {
    let day =
        |text: &str| (!text.is_empty()).then(|| PartialDate::parse(text, &DateWords::default()).unwrap());
    Request {
        kind,
        sent: day(sent),
        sent_to: String::new(),
        reference: String::new(),
        acknowledged: None,
        answered,
        answered_on: day(on),
        outcome: String::new(),
    }
}

fn asking(requests: Vec<Request>) -> Claimant {
    let mut claimant = Claimant::default();
    claimant.aftermath.requests = requests;
    claimant
}

#[test]
fn a_request_for_access_that_nobody_answered_has_waited_since() {
    let mut group = group();
    let access = request(RequestKind::Access, "8 November 2021", Some(YesNo::No), "");
    let number = add(&mut group, &asking(vec![access]), told(false));
    let found = silence(&group);
    let [kind] = found.kinds.as_slice() else { panic!("{:?}", found.kinds) };
    assert_eq!((kind.sent, kind.unanswered, kind.missed, kind.perhaps_missed), (1, 1, 1, 0));
    assert_eq!(found.waiting[0].due, Some(date(2021, 12, 8)));
    assert_eq!(found.waiting[0].least, date(2026, 11, 23).since(date(2021, 11, 8)).unwrap().get_days());
    assert_eq!(found.claimants, [number]);
}

#[test]
fn an_answer_is_late_only_where_no_reading_of_the_dates_makes_it_timely() {
    let answered = |sent: &str, on: &str| {
        let mut group = group();
        add(&mut group, &asking(vec![request(RequestKind::Access, sent, Some(YesNo::Yes), on)]), told(true));
        let kind = silence(&group).kinds.remove(0);
        (kind.missed, kind.perhaps_missed)
    };
    assert_eq!(answered("8 November 2021", "8 December 2021"), (0, 0), "the last day is in time");
    assert_eq!(answered("8 November 2021", "9 December 2021"), (1, 0));
    assert_eq!(answered("November 2021", "9 December 2021"), (0, 1), "it may have been sent on the 30th");
    assert_eq!(answered("November 2021", "March 2022"), (1, 0));
    assert_eq!(answered("31 January 2022", "28 February 2022"), (0, 0), "the last day of a short month");
    assert_eq!(answered("4 November 2021", "6 December 2021"), (0, 1), "4 December was a Saturday");
    assert_eq!(answered("8 November 2021", ""), (0, 1), "answered on a day that nobody remembers");
}

#[test]
fn a_question_has_no_time_limit_and_a_blank_answer_is_not_silence() {
    let mut group = group();
    let query = request(RequestKind::Query, "2021", Some(YesNo::No), "");
    let blank = request(RequestKind::Access, "2021", None, "");
    add(&mut group, &asking(vec![query, blank]), told(true));
    let found = silence(&group);
    assert_eq!((found.kinds[0].unanswered, found.kinds[0].missed), (1, 0));
    assert_eq!((found.kinds[1].not_known, found.kinds[1].unanswered, found.kinds[1].missed), (1, 0, 0));
    assert_eq!(found.waiting.len(), 1);
    assert_eq!(found.years, [(2021, 2, 1)]);
}

#[test]
fn a_day_of_answer_is_an_answer() {
    let mut group = group();
    add(&mut group, &asking(vec![request(RequestKind::Erasure, "2018", None, "2019")]), told(true));
    assert_eq!(silence(&group).kinds[0].answered, 1);
}

#[test]
fn erasure_asked_in_2018_and_told_in_2021_was_ignored() {
    let mut group = group();
    let number = add(
        &mut group,
        &asking(vec![request(RequestKind::Erasure, "2018", Some(YesNo::No), "")]),
        told(true),
    );
    add(
        &mut group,
        &asking(vec![request(RequestKind::Erasure, "2018", Some(YesNo::Yes), "2018")]),
        told(false),
    );
    add(&mut group, &asking(vec![request(RequestKind::Erasure, "2022", Some(YesNo::No), "")]), told(true));
    let found = retention(&group, Told::Said);
    assert_eq!(found.erasure_asked.len(), 2);
    assert_eq!(found.erasure_ignored, [number]);
}
