//! The picture of relationships over time.

use jiff::civil::date;
use joinder_domain::bundle::{BarEnd, DateRange, MarkStyle, TimelinePicture};
use joinder_domain::claimant::{Claimant, Episode};
use joinder_domain::date::PartialDate;
use joinder_domain::timeline::timeline;

use crate::matter::{ExampleLabels, INCIDENT, NOTICE, named, when};

fn draw(episodes: Vec<Episode>) -> TimelinePicture {
    draw_all(&Claimant { episodes, ..named("Ada", "Line") })
}

fn draw_all(claimant: &Claimant) -> TimelinePicture {
    timeline(claimant, INCIDENT, NOTICE, &ExampleLabels)
}

fn member(start: Option<PartialDate>, end: Option<PartialDate>) -> Episode {
    Episode { kind: "member".into(), start, end, ..Episode::default() }
}

#[test]
fn a_vague_end_is_the_whole_time_in_which_it_can_lie() {
    let picture = draw(vec![member(when("April 2015"), when("mid 2020"))]);
    let bar = &picture.bars[0];
    assert_eq!(bar.label, "Full member");
    assert_eq!(bar.words, "Apr 2015 to May–Aug 2020");
    assert_eq!(bar.start, DateRange::between(date(2015, 4, 1), date(2015, 4, 30)));
    assert_eq!(bar.end, BarEnd::Ended(DateRange::between(date(2020, 5, 1), date(2020, 8, 31))));
    assert_eq!((picture.from, picture.to), (date(2015, 1, 1), date(2021, 12, 31)), "whole years");
}

#[test]
fn an_end_that_is_not_known_is_open_and_a_spell_that_goes_on_is_not_ended() {
    let picture = draw(vec![member(when("2010"), Some(PartialDate::unknown()))]);
    assert_eq!(picture.bars[0].end, BarEnd::Ended(DateRange::unknown()));
    assert_eq!(picture.bars[0].words, "2010 to don't know");
    let picture = draw(vec![Episode { ongoing: true, ..member(when("2010"), None) }]);
    assert_eq!(picture.bars[0].end, BarEnd::Open);
    assert_eq!(picture.bars[0].words, "2010 to still going on");
    assert_eq!(picture.to, date(2022, 12, 31), "there is room to show that it goes on");
}

#[test]
fn a_beginning_that_is_not_known_has_a_year_to_fade_out_in() {
    let picture = draw(vec![member(when("before 2016"), when("2018"))]);
    assert_eq!(picture.bars[0].start, DateRange { earliest: None, latest: Some(date(2015, 12, 31)) });
    assert_eq!(picture.from, date(2014, 1, 1));
}

#[test]
fn spells_stand_in_order_and_kinds_differ_in_tone() {
    let picture = draw(vec![
        Episode { ongoing: true, ..member(when("2019"), None) },
        Episode { kind: "supporter".into(), ..member(when("2015"), when("2015")) },
        member(when("2010"), when("2012")),
    ]);
    let labels: Vec<&str> = picture.bars.iter().map(|bar| bar.label.as_str()).collect();
    assert_eq!(labels, ["Full member", "Registered supporter", "Full member"]);
    assert_eq!(picture.bars[0].tone, picture.bars[2].tone);
    assert_ne!(picture.bars[0].tone, picture.bars[1].tone);
}

#[test]
fn a_suspension_is_a_bar_of_its_own() {
    let suspended = Episode { ongoing: true, suspended: when("March 2020"), ..member(when("2010"), None) };
    let picture = draw(vec![suspended]);
    assert_eq!(picture.bars[1].label, "Full member: suspended");
    assert_eq!(picture.bars[1].end, BarEnd::Open, "nobody lifted it, and the membership goes on");
}

#[test]
fn incident_notice_and_the_day_it_was_seen_are_marked() {
    let mut ada = named("Ada", "Line");
    ada.notification.seen = when("4 November 2021");
    let picture = draw_all(&ada);
    let marks: Vec<(&str, MarkStyle)> =
        picture.marks.iter().map(|mark| (mark.label.as_str(), mark.style)).collect();
    assert_eq!(
        marks,
        [
            ("Incident: 29 October 2021", MarkStyle::Incident),
            ("Notice dated 3 November 2021", MarkStyle::Notice),
            ("Notice seen: 4 Nov 2021", MarkStyle::Other),
        ]
    );
    ada.notification.seen = Some(PartialDate::unknown());
    assert_eq!(draw_all(&ada).marks.len(), 2);
    assert_eq!((picture.from, picture.to), (date(2021, 1, 1), date(2021, 12, 31)));
}
