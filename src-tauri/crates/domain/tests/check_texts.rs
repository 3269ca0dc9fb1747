//! Every problem has its two texts, and every text its problem.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a text that cannot be read must fail the test"
)]

mod people;

use std::collections::BTreeSet;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use jiff::civil::date;
use joinder_domain::check::{CODES, Problem, blanks, read_claimant};
use joinder_domain::claimant::{
    Address, Aftermath, Capacity, Channel, Claimant, Descriptor, Episode, Identity, Loss, NameKind,
    OtherFirm, OtherName, Reached, Request, RequestKind, Severity, TimeSpent, YesNo,
};
use joinder_domain::date::{DateProblem, DateWords, PartialDate};
use people::{email, gwen_with, member, problems, when};
use rust_decimal::Decimal;
use serde_json::json;

const CATALOGUE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/locale/en-GB/check.ftl");

fn catalogue() -> String {
    std::fs::read_to_string(CATALOGUE).unwrap()
}

fn bundle() -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec!["en-GB".parse().unwrap()]);
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(catalogue()).map_err(|(_, errors)| errors).unwrap();
    bundle.add_resource(resource).unwrap();
    bundle
}

/// Records with something wrong, together every problem that there is.
fn every_problem() -> Vec<Problem> {
    let identity = |change: fn(&mut Identity)| gwen_with(|gwen| change(&mut gwen.identity));
    let spell = |change: fn(&mut Episode)| gwen_with(|gwen| change(&mut gwen.episodes[0]));
    let emails = |addresses: &[&str]| {
        gwen_with(|gwen| gwen.contact.emails = addresses.iter().map(|address| email(address)).collect())
    };
    let mobile = |number: &str| gwen_with(|gwen| gwen.contact.mobile = number.into());
    let other = |name: &str| OtherName {
        kind: NameKind::Maiden,
        name: name.into(),
        from: when("2001"),
        to: when("1999"),
    };
    let loss = |amount: i64, recouped: i64| Loss {
        head: "software".into(),
        when: when("2019"),
        payee: String::new(),
        amount: Decimal::new(amount, 3),
        recouped: Some(Decimal::new(recouped, 2)),
        no_document_reason: String::new(),
    };
    let supporter = |kind: &str, start: &str, end: &str, union: &str| {
        gwen_with(|gwen| {
            gwen.episodes = vec![Episode { kind: kind.into(), union: union.into(), ..member(start, end) }];
        })
    };
    let records: Vec<Claimant> = vec![
        Claimant::default(),
        identity(|id| id.forenames.clear()),
        identity(|id| id.surname.clear()),
        identity(|id| id.surname = "Ashworth 2".repeat(60)),
        identity(|id| id.date_of_birth = Some(people::TODAY)),
        identity(|id| id.date_of_birth = Some(date(1890, 1, 1))),
        identity(|id| id.date_of_birth = Some(date(1901, 1, 1))),
        identity(|id| id.date_of_birth = Some(date(2022, 1, 1))),
        identity(|id| id.date_of_birth = Some(date(2005, 1, 1))),
        identity(|id| id.died = when("1959")),
        identity(|id| (id.died, id.capacity) = (when("2010"), Some(Capacity::Own))),
        identity(|id| id.capacity = Some(Capacity::Attorney)),
        identity(|id| id.national_insurance_number = "AB".into()),
        identity(|id| id.national_insurance_number = "QQ123456C".into()),
        identity(|id| id.national_insurance_number = "TN010161F".into()),
        gwen_with(|gwen| {
            gwen.identity.other_names = vec![other("Gwen Hill"), other("")];
            gwen.identity.no_other_names = true;
        }),
        emails(&[
            "",
            "gwen",
            "gwen@leeds",
            "g wen@example.org",
            "gwen@gmial.com",
            "a@example.org",
            "A@example.org",
        ]),
        emails(&[&format!("{}@example.org", "g".repeat(70))]),
        gwen_with(|gwen| {
            gwen.contact.emails[0].from = when("2019");
            gwen.contact.emails[0].to = when("2011");
            gwen.contact.no_email_given = Some(YesNo::Yes);
            gwen.contact.preferred = Some(Reached::Post);
        }),
        mobile("7700900123"),
        mobile("020 7946 0018"),
        mobile("ask Rhys"),
        mobile("07700"),
        mobile("04700 900123"),
        gwen_with(|gwen| {
            gwen.contact.addresses = vec![Address { postcode: "10115".into(), ..Address::default() }];
        }),
        spell(|spell| spell.start = when("2031")),
        spell(|spell| spell.end = when("winter 2020")),
        spell(|spell| spell.ending = Some("resigned".into())),
        spell(|spell| (spell.ongoing, spell.end) = (false, when("2010"))),
        spell(|spell| spell.start = when("1950")),
        spell(|spell| (spell.suspended, spell.last_payment) = (when("2011"), when("2010"))),
        spell(|spell| (spell.suspended, spell.suspension_lifted) = (when("2018"), when("2017"))),
        spell(|spell| spell.kind = "astronaut".into()),
        gwen_with(|gwen| gwen.episodes.push(member("2019", "2020"))),
        supporter("registered-supporter", "2018", "", ""),
        supporter("affiliated-supporter", "2018", "", "Guild of Lamplighters"),
        supporter("affiliated-supporter", "2018", "", "pcs"),
        supporter("affiliated-supporter", "2018", "", "bfawu"),
        supporter("affiliated-supporter", "2022", "", "bfawu"),
        gwen_with(|gwen| {
            let number = "A123456".into();
            gwen.episodes.push(Episode {
                kind: "none".into(),
                membership_number: number,
                ..Episode::default()
            });
        }),
        gwen_with(|gwen| {
            gwen.notification.received = Some(YesNo::No);
            gwen.notification.channel = Some(Channel::Email);
            gwen.notification.received_at = "friend@example.org".into();
            gwen.notification.seen = when("2020");
        }),
        gwen_with(|gwen| {
            gwen.notification.channel = Some(Channel::Email);
            gwen.notification.received_at = "at home".into();
        }),
        gwen_with(|gwen| {
            gwen.consequence.own_words = "Worried.".into();
            gwen.consequence.no_distress = Some(YesNo::Yes);
            gwen.consequence.descriptors = vec![Descriptor {
                kind: "worry".into(),
                severity: Severity::Mild,
                first_felt: when("2019"),
                lasted: String::new(),
                still: None,
            }];
            gwen.losses = vec![loss(12505, 2000), loss(-5000, 0)];
            let spent = |minutes| TimeSpent { description: "passwords".into(), when: None, minutes };
            gwen.time_spent = vec![spent(0), spent(2000)];
        }),
        gwen_with(|gwen| {
            let request = Request {
                kind: RequestKind::Access,
                sent: when("2022"),
                sent_to: String::new(),
                reference: String::new(),
                acknowledged: None,
                answered: Some(YesNo::No),
                answered_on: when("2021"),
                outcome: String::new(),
            };
            gwen.aftermath = Aftermath { requests: vec![request], erasure_asked_before: None };
            gwen.proceedings.other_firm = Some(YesNo::No);
            gwen.proceedings.firm = Some(OtherFirm::default());
        }),
        gwen_with(|gwen| {
            gwen.identity.capacity = Some(Capacity::PersonalRepresentative);
            gwen.identity.died = when("2010");
        }),
    ];
    let mut found: Vec<Problem> = records.iter().flat_map(problems).collect();
    found.extend(blanks(&Claimant::default()));
    found.extend(blanks(&Claimant { episodes: vec![Episode::default()], ..Claimant::default() }));
    found.extend(blanks(&gwen_with(|gwen| gwen.episodes = vec![member("2015", "2019")])));
    found.extend(read_claimant(json!({ "shoe_size": 7 }), &DateWords::default()).1);
    found.extend(every_date_problem());
    found
}

fn every_date_problem() -> Vec<Problem> {
    let texts = [
        "",
        "Momentum",
        "31 Feb 2020",
        "2020-13-01",
        "Febuary 2019",
        "year 31",
        "3 Nov",
        "11/23/2021",
        "April 19",
        "2019 to 2017",
        "Thursday 3 November 2021",
        "last year",
        "ongoing",
        "44503",
    ];
    let words = DateWords::default();
    let mut found: Vec<DateProblem> =
        texts.iter().filter_map(|text| PartialDate::parse(text, &words).err()).collect();
    found.extend(PartialDate::parse_day("2019", &words).err());
    found.iter().map(|problem| Problem::date("episodes[0].start", problem)).collect()
}

#[test]
fn each_code_comes_about_and_no_other() {
    let found: BTreeSet<&str> = every_problem().iter().map(|problem| problem.code).collect();
    let listed: BTreeSet<&str> = CODES.iter().chain(DateProblem::CODES).copied().collect();
    let missing: Vec<_> = listed.difference(&found).collect();
    let unlisted: Vec<_> = found.difference(&listed).collect();
    assert_eq!((missing, unlisted), (vec![], vec![]), "codes that nothing gives; codes that are not listed");
    assert_eq!(listed.len(), CODES.len() + DateProblem::CODES.len(), "a code is listed twice");
}

#[test]
fn each_code_has_both_texts_and_no_text_is_left_over() {
    let catalogue = catalogue();
    let texts: BTreeSet<&str> = catalogue
        .lines()
        .filter_map(|line| line.split_once(" =").map(|(key, _)| key))
        .filter(|key| key.starts_with("err-") || key.starts_with("fix-"))
        .collect();
    let codes = CODES.iter().chain(DateProblem::CODES);
    let wanted: BTreeSet<String> =
        codes.flat_map(|code| [format!("err-{code}"), format!("fix-{code}")]).collect();
    let wanted: BTreeSet<&str> = wanted.iter().map(String::as_str).collect();
    assert_eq!(texts, wanted);
}

#[test]
fn each_text_says_all_its_values() {
    let bundle = bundle();
    for problem in every_problem() {
        for kind in ["err", "fix"] {
            let key = format!("{kind}-{}", problem.code);
            let pattern = bundle.get_message(&key).and_then(|message| message.value()).unwrap();
            let args: FluentArgs =
                problem.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
            assert!(errors.is_empty(), "{key}: {errors:?}");
            assert!(text.ends_with('.') && !text.contains(['{', '}']), "{key}: {text}");
            let first = text.trim_start_matches(['“', '£']).chars().next().unwrap();
            assert!(!first.is_lowercase() || key.ends_with("code-unknown"), "{key}: {text}");
        }
    }
}

#[test]
fn the_texts_read_well_to_gwen() {
    let bundle = bundle();
    let said = |problem: &Problem| {
        let args: FluentArgs =
            problem.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let text = |kind: &str| {
            let message = bundle.get_message(&format!("{kind}-{}", problem.code)).unwrap();
            bundle.format_pattern(message.value().unwrap(), Some(&args), &mut Vec::new()).into_owned()
        };
        format!("{} {}", text("err"), text("fix"))
    };
    let first = |claimant: &Claimant| said(&problems(claimant)[0]);
    assert_eq!(
        first(&gwen_with(|gwen| gwen.episodes = vec![member("May 2019", "2018")])),
        "The relationship ended (2018) before it began (May 2019). \
         Check both dates. If one is not certain, enter it as “about 2018” or “don’t know”."
    );
    assert_eq!(
        first(&gwen_with(|gwen| gwen.episodes = vec![member("2031", "")])),
        "The date when the relationship began is in the future: 2031. \
         Enter a date in the past. If it is not known, enter “don’t know”."
    );
    let february = PartialDate::parse("31 Feb 2020", &DateWords::default()).unwrap_err();
    assert_eq!(
        said(&Problem::date("episodes[0].end", &february)),
        "There is no 31 February 2020. February 2020 has 29 days. Check the day and the month."
    );
}
