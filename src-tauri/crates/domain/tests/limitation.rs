//! Time limits, each with its arithmetic (`law.md` 2.4).

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what cannot be set up must fail the test"
)]

#[path = "situations/people.rs"]
#[allow(dead_code, reason = "a part is used")]
mod people;

use jiff::civil::{Date, date};
use joinder_domain::claimant::{Nation, Request, RequestKind, YesNo};
use joinder_domain::classification::Input;
use joinder_domain::limitation::{Clock, Limitation, Standing, limitation};
use joinder_domain::profile::Profile;
use people::{FILES, OWN, Person, TODAY, labour, member, native, person, when};
use proptest::prelude::*;

fn limits_on(person: &Person, today: Date) -> Limitation {
    let evidence = person.evidence();
    let input = Input { claimant: &person.claimant, evidence: &evidence, today, group: person.group };
    limitation(&input, labour())
}

fn limits(person: &Person) -> Limitation {
    limits_on(person, TODAY)
}

fn paying() -> Person {
    person([member("2015", "ongoing", "")])
        .says(YesNo::Yes)
        .holding(native(OWN))
        .with(|claimant| claimant.contact.nation_at_incident = Some(Nation::England))
}

fn clock<'l>(limits: &'l Limitation, cause: &str) -> &'l Clock {
    let found = limits.clocks.iter().find(|clock| clock.cause.as_str() == cause);
    found.unwrap_or_else(|| {
        panic!("no clock for {cause} among {:?}", limits.clocks.iter().map(|c| &c.cause).collect::<Vec<_>>())
    })
}

fn request(kind: RequestKind, sent: &str, answered: Option<YesNo>) -> Request {
    Request {
        kind,
        sent: when(sent),
        sent_to: String::new(),
        reference: String::new(),
        acknowledged: None,
        answered,
        answered_on: None,
        outcome: String::new(),
    }
}

fn asked(request: Request) -> Person {
    paying().with(|claimant| claimant.aftermath.requests = vec![request])
}

#[test]
fn ada_of_leeds_sees_every_step_to_thursday_28_october_2027() {
    let limits = limits(&paying());
    let ours = clock(&limits, "data-protection");
    let steps: Vec<(&str, Option<Date>)> =
        ours.steps.iter().map(|step| (step.text.as_str(), step.day)).collect();
    assert_eq!(
        steps,
        [
            (
                "Time runs from Friday 29 October 2021: the party knew of the incident on 29 October 2021, and the intrusion was on that day or before it.",
                Some(date(2021, 10, 29))
            ),
            (
                "That day itself is not counted, so the first day that counts is Saturday 30 October 2021.",
                Some(date(2021, 10, 30))
            ),
            ("6 years end with Friday 29 October 2027.", Some(date(2027, 10, 29))),
            (
                "Treat Thursday 28 October 2027 as the absolute last day: a right that arose with the first moment of a day counts that day too, and it may have arisen earlier.",
                Some(date(2027, 10, 28))
            ),
            ("Act by Thursday 30 September 2027.", Some(date(2027, 9, 30))),
        ]
    );
    assert_eq!(ours.last_day, Some(date(2027, 10, 29)));
    assert_eq!(ours.safe_day, Some(date(2027, 10, 28)));
    assert_eq!(ours.act_by, Some(date(2027, 9, 30)));
    assert_eq!(ours.standing, Standing::Running);
    assert_eq!(ours.days_left, Some(339));
    let warnings: Vec<(i32, Date)> =
        ours.warnings.iter().map(|warning| (warning.months, warning.on)).collect();
    assert_eq!(
        warnings,
        [(12, date(2026, 10, 28)), (6, date(2027, 4, 28)), (3, date(2027, 7, 28)), (1, date(2027, 9, 28))]
    );
    assert!(ours.warnings[0].due && !ours.warnings[1].due);
    assert_eq!(limits.earliest, Some(date(2027, 10, 28)));
    assert!(ours.cautions[0].contains("never published"));
}

#[test]
fn the_notice_is_shown_and_is_not_the_safe_day() {
    let limits = limits(&paying());
    let notice = clock(&limits, "notice");
    assert_eq!(notice.last_day, Some(date(2027, 11, 3)));
    assert!(!notice.pleaded);
    assert_eq!(limits.earliest, limits.next);
}

#[test]
fn in_scotland_five_years_passed_three_weeks_ago() {
    let limits =
        limits(&paying().with(|claimant| claimant.contact.nation_at_incident = Some(Nation::Scotland)));
    let scots = clock(&limits, "scots-prescription");
    assert_eq!(scots.last_day, Some(date(2026, 10, 29)));
    assert_eq!(scots.standing, Standing::Passed);
    assert!(scots.pleaded && scots.days_left < Some(0));
    assert_eq!(limits.earliest, Some(date(2026, 10, 28)));
    assert_eq!(limits.next, Some(date(2027, 10, 28)), "the other law stays open");
    let before = limits_on(
        &paying().with(|c| c.contact.nation_at_incident = Some(Nation::Scotland)),
        date(2026, 10, 29),
    );
    assert_eq!(clock(&before, "scots-prescription").standing, Standing::Running);
}

#[test]
fn who_has_not_said_where_they_lived_is_asked_because_of_scotland() {
    let limits = limits(&paying().with(|claimant| claimant.contact.nation_at_incident = None));
    assert!(!clock(&limits, "scots-prescription").pleaded);
    assert_eq!(limits.earliest, Some(date(2027, 10, 28)));
    assert!(clock(&limits, "data-protection").cautions.iter().any(|caution| caution.contains("ask")));
}

#[test]
fn northern_ireland_has_six_years_of_its_own() {
    let limits = limits(
        &paying().with(|claimant| claimant.contact.nation_at_incident = Some(Nation::NorthernIreland)),
    );
    let clock = clock(&limits, "data-protection");
    assert!(clock.rule.citation.contains("Northern Ireland"));
    assert_eq!(clock.safe_day, Some(date(2027, 10, 28)));
    assert_eq!(limits.clocks.iter().filter(|clock| clock.cause.as_str() == "data-protection").count(), 1);
}

#[test]
fn against_a_child_time_runs_from_the_eighteenth_birthday() {
    let young = paying().with(|claimant| claimant.identity.date_of_birth = Some(date(2006, 8, 14)));
    let limits = limits(&young);
    let clock = clock(&limits, "data-protection");
    assert_eq!(clock.last_day, Some(date(2030, 8, 14)), "the twenty-fourth birthday");
    assert_eq!(clock.safe_day, Some(date(2030, 8, 13)));
    assert!(clock.steps[1].text.contains("Wednesday 14 August 2024"), "{}", clock.steps[1].text);
    let child = paying().with(|claimant| claimant.identity.date_of_birth = Some(date(2010, 8, 14)));
    let limits = limits_on(&child, TODAY);
    assert_eq!(self::clock(&limits, "data-protection").standing, Standing::NotBegun);
    assert_eq!(self::clock(&limits, "data-protection").last_day, Some(date(2034, 8, 14)));
}

#[test]
fn who_turned_eighteen_on_the_day_of_the_incident_is_no_child() {
    let adult = paying().with(|claimant| claimant.identity.date_of_birth = Some(date(2003, 10, 29)));
    assert_eq!(clock(&limits(&adult), "data-protection").last_day, Some(date(2027, 10, 29)));
    let child = paying().with(|claimant| claimant.identity.date_of_birth = Some(date(2003, 10, 30)));
    assert_eq!(clock(&limits(&child), "data-protection").last_day, Some(date(2027, 10, 30)));
}

#[test]
fn a_diagnosed_injury_has_passed_and_counts_for_the_date_that_is_shown() {
    let ill = paying().with(|claimant| claimant.consequence.diagnosis = Some(YesNo::Yes));
    let limits = limits(&ill);
    let injury = clock(&limits, "personal-injury");
    assert_eq!((injury.last_day, injury.standing), (Some(date(2024, 10, 29)), Standing::Passed));
    assert_eq!(limits.earliest, Some(date(2024, 10, 28)));
    assert_eq!(limits.next, Some(date(2027, 10, 28)));
    assert!(injury.cautions.iter().any(|caution| caution.contains("section 33")));
    let young = ill.with(|claimant| claimant.identity.date_of_birth = Some(date(2006, 8, 14)));
    assert_eq!(clock(&limits_on(&young, TODAY), "personal-injury").last_day, Some(date(2027, 8, 14)));
}

#[test]
fn a_request_of_4_november_2021_was_due_on_4_december_and_has_its_own_six_years() {
    let limits = limits(&asked(request(RequestKind::Access, "4 November 2021", Some(YesNo::No))));
    let access = clock(&limits, "access-request");
    assert_eq!(access.field, "aftermath.requests[0]");
    assert_eq!(access.due, Some(date(2021, 12, 4)));
    assert_eq!(access.last_day, Some(date(2027, 12, 4)));
    assert!(
        access.steps.iter().any(|step| step.text.contains("a Saturday") && step.text.contains("do not rely"))
    );
    assert_eq!(access.safe_day, Some(date(2027, 12, 3)), "a Friday");
    assert_eq!(access.standing, Standing::Running);
}

#[test]
fn every_request_has_a_clock_and_a_month_without_the_day_ends_with_its_last() {
    let both = paying().with(|claimant| {
        claimant.aftermath.requests = vec![
            request(RequestKind::Access, "31 January 2022", Some(YesNo::No)),
            request(RequestKind::Erasure, "mid 2022", Some(YesNo::No)),
            request(RequestKind::Access, "don't know", Some(YesNo::No)),
        ];
    });
    let limits = limits(&both);
    let fields: Vec<_> =
        limits.clocks.iter().filter(|c| !c.field.is_empty()).map(|c| (c.field.as_str(), c.due)).collect();
    assert_eq!(
        fields,
        [
            ("aftermath.requests[0]", Some(date(2022, 2, 28))),
            ("aftermath.requests[1]", Some(date(2022, 6, 1))),
            ("aftermath.requests[2]", None),
        ]
    );
    assert!(clock(&limits, "erasure-request").steps[0].text.contains("or later"));
}

#[test]
fn what_was_answered_in_time_or_is_not_due_yet_does_not_run() {
    let mut met = request(RequestKind::Access, "4 November 2021", Some(YesNo::Yes));
    met.answered_on = when("2021-12-04");
    assert_eq!(clock(&limits(&asked(met.clone())), "access-request").standing, Standing::Met);
    met.answered_on = when("2021-12-05");
    assert_eq!(clock(&limits(&asked(met.clone())), "access-request").standing, Standing::Running);
    met.answered_on = when("December 2021");
    let unsure = limits(&asked(met));
    assert!(clock(&unsure, "access-request").cautions[0].contains("not known"));
    let fresh = asked(request(RequestKind::Access, "2026-11-01", None));
    let limits = limits(&fresh);
    assert_eq!(clock(&limits, "access-request").standing, Standing::NotDue);
    assert_eq!(clock(&limits, "access-request").due, Some(date(2026, 12, 1)));
    assert_eq!(limits.earliest, Some(date(2027, 10, 28)), "what is not due limits nothing");
}

#[test]
fn a_complaint_is_acknowledged_within_thirty_days_since_june_2026() {
    let complaint = asked(request(RequestKind::Complaint, "2026-07-01", Some(YesNo::No)));
    assert_eq!(clock(&limits(&complaint), "complaint").due, Some(date(2026, 7, 31)));
    let early = asked(request(RequestKind::Complaint, "2026-06-18", Some(YesNo::No)));
    assert!(limits(&early).clocks.iter().all(|clock| clock.cause.as_str() != "complaint"));
}

#[test]
fn the_commissioner_is_told_within_three_months_of_the_last_contact() {
    let limits = limits(&asked(request(RequestKind::Complaint, "2026-10-05", Some(YesNo::No))));
    let regulator = clock(&limits, "regulator");
    assert_eq!(regulator.last_day, Some(date(2027, 1, 5)));
    assert!(!regulator.pleaded);
    assert_eq!(regulator.safe_day, regulator.last_day, "no court sits there");
    assert!(regulator.steps.iter().all(|step| !step.text.contains("court")), "{:?}", regulator.steps);
    let told = paying().with(|claimant| {
        claimant.aftermath.requests = vec![
            request(RequestKind::Access, "2021-11-04", Some(YesNo::No)),
            request(RequestKind::Regulator, "2022-05-01", None),
        ];
    });
    assert_eq!(clock(&limits_on(&told, TODAY), "regulator").standing, Standing::Met);
}

#[test]
fn who_had_left_can_claim_for_the_last_six_years_of_keeping() {
    let left = person([member("2009", "2012", "resigned")]).notified();
    let limits = limits(&left);
    let kept = clock(&limits, "retention");
    assert_eq!((kept.standing, kept.accrued), (Standing::Continuing, Some(date(2020, 11, 23))));
}

#[test]
fn the_earlier_incident_has_passed_and_does_not_count() {
    let both = paying().with(|claimant| claimant.notification.earlier_notice = Some(YesNo::Yes));
    let limits = limits(&both);
    let earlier = clock(&limits, "earlier-incident");
    assert_eq!((earlier.last_day, earlier.standing), (Some(date(2026, 7, 16)), Standing::Passed));
    assert_eq!(limits.earliest, Some(date(2027, 10, 28)));
}

#[test]
fn a_solicitors_estimate_of_the_intrusion_ends_time_earlier() {
    let files = FILES.map(|(name, text)| {
        let text = text.replacen(
            "notice_date = 2021-11-03",
            "notice_date = 2021-11-03\nintrusion_estimate = 2021-10-11",
            1,
        );
        (
            name,
            if name == "incident.toml" {
                text
            } else {
                text.replacen("intrusion_estimate = 2021-10-11", "", 1)
            },
        )
    });
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let profile = Profile::from_files(&files).unwrap();
    let ada = paying();
    let input = Input { claimant: &ada.claimant, evidence: &[], today: TODAY, group: ada.group };
    let limits = limitation(&input, &profile);
    assert_eq!(clock(&limits, "data-protection").last_day, Some(date(2027, 10, 11)));
    assert_eq!(clock(&limits, "data-protection").safe_day, Some(date(2027, 10, 8)), "the 10th is a Sunday");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Invariant 9: the date that is shown is the earliest over the causes that count.
    #[test]
    fn the_date_shown_is_the_earliest_of_the_causes_that_count(
        born in proptest::option::of(0_i32..40_000), nation in 0_usize..7, diagnosed in any::<bool>(),
        requests in proptest::collection::vec((0_usize..5, 0_i32..2_200, 0_usize..4), 0..4), today in 0_i32..4_000,
    ) {
        let day = |from: Date, by: i32| from.checked_add(jiff::Span::new().days(by)).unwrap();
        let kinds = [RequestKind::Query, RequestKind::Access, RequestKind::Erasure, RequestKind::Complaint, RequestKind::Regulator];
        let answers = [None, Some(YesNo::Yes), Some(YesNo::No), Some(YesNo::DontKnow)];
        let nations = [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland, Nation::Elsewhere, Nation::DontKnow];
        let anybody = paying().with(|claimant| {
            claimant.identity.date_of_birth = born.map(|by| day(date(1910, 1, 1), by));
            claimant.contact.nation_at_incident = nations.get(nation).copied();
            claimant.consequence.diagnosis = diagnosed.then_some(YesNo::Yes);
            claimant.aftermath.requests = requests.iter().map(|(kind, by, answer)| {
                request(kinds[*kind], &day(date(2020, 12, 1), *by).to_string(), answers[*answer])
            }).collect();
        });
        let today = day(date(2021, 11, 3), today);
        let limits = limits_on(&anybody, today);
        let counted = limits.clocks.iter().filter(|clock| clock.pleaded).filter_map(|clock| clock.safe_day);
        prop_assert_eq!(limits.earliest, counted.min());
        for clock in &limits.clocks {
            if let (Some(safe), Some(last), Some(act)) = (clock.safe_day, clock.last_day, clock.act_by) {
                let court = clock.cause.as_str() != "regulator";
                let ahead = if court { safe < last } else { safe == last };
                prop_assert!(act <= safe && ahead);
                prop_assert_eq!(clock.standing == Standing::Passed, last < today);
                prop_assert!(clock.warnings.iter().all(|warning| warning.on < safe));
                let end = clock.steps.iter().any(|step| step.day == Some(last));
                prop_assert!(end, "the arithmetic leads to the last day");
            }
            prop_assert!(!clock.steps.is_empty() && !clock.rule.citation.is_empty());
            let unfilled = clock.steps.iter().any(|step| step.text.contains('\u{7b}'));
            prop_assert!(!unfilled, "{:?}", clock.steps);
        }
        prop_assert!(limits.next.is_none_or(|next| next >= today));
    }
}
