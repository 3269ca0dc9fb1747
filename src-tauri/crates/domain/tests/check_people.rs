//! What a person who enters a record is told about it.

mod people;

use jiff::civil::date;
use joinder_domain::check::{ProblemSeverity, age, blanks, read_claimant};
use joinder_domain::claimant::{Address, Capacity, Channel, Claimant, Episode, Loss, TimeSpent, YesNo};
use joinder_domain::code::Code;
use joinder_domain::date::DateWords;
use people::{email, gwen, gwen_with, member, problems, told, when};
use rust_decimal::Decimal;
use serde_json::json;

const NOTHING: [&str; 0] = [];

#[test]
fn gwen_whose_record_is_in_order_is_told_nothing() {
    assert_eq!(told(&gwen()), NOTHING);
}

/// Situation 86: joined 2031; resigned before joining; born 1890; joined aged 9.
#[test]
fn impossible_dates_are_named_and_never_put_right() {
    let joined_2031 = gwen_with(|gwen| gwen.episodes = vec![member("2031", "")]);
    assert_eq!(told(&joined_2031), ["error episodes[0].start date-future"]);
    assert_eq!(problems(&joined_2031)[0].args["date"], "2031");

    let left_2031 = gwen_with(|gwen| gwen.episodes = vec![member("2015", "2031")]);
    assert_eq!(told(&left_2031), ["error episodes[0].end date-future"]);

    let resigned_first = gwen_with(|gwen| gwen.episodes = vec![member("May 2019", "2018")]);
    assert_eq!(told(&resigned_first), ["error episodes[0].end episode-reversed"]);

    let born_1890 = gwen_with(|gwen| gwen.identity.date_of_birth = Some(date(1890, 3, 27)));
    assert_eq!(told(&born_1890), ["error identity.date_of_birth birth-too-early"]);

    let joined_aged_nine = gwen_with(|gwen| {
        gwen.identity.date_of_birth = Some(date(2001, 3, 27));
        gwen.episodes = vec![member("June 2010", "")];
    });
    assert_eq!(told(&joined_aged_nine), ["warning episodes[0].start joined-young"]);
    assert_eq!(problems(&joined_aged_nine)[0].args["was"], "9");

    let before = joined_2031.clone();
    problems(&joined_2031);
    assert_eq!(joined_2031, before, "a check changes nothing");
}

#[test]
fn a_vague_date_is_wrong_only_if_it_is_wrong_on_every_day() {
    for (start, end) in
        [("2019", "2019"), ("mid 2019", "about 2018"), ("don't know", "2001"), ("after 2016", "2017")]
    {
        assert_eq!(
            told(&gwen_with(|gwen| gwen.episodes = vec![member(start, end)])),
            NOTHING,
            "{start} to {end}"
        );
    }
    let maybe_young = gwen_with(|gwen| {
        gwen.identity.date_of_birth = Some(date(2001, 3, 27));
        gwen.episodes = vec![member("2015", "")];
    });
    assert_eq!(told(&maybe_young), NOTHING, "she was 14 from 27 March 2015");
    let this_year = gwen_with(|gwen| gwen.episodes = vec![member("2026", "")]);
    assert_eq!(told(&this_year), NOTHING, "2026 has days that are past");
}

/// Situation 87: "left in 2009" is precise enough.
#[test]
fn hassan_who_left_in_2009_is_told_nothing() {
    let hassan = gwen_with(|gwen| gwen.episodes = vec![member("don't know", "2009")]);
    assert_eq!(told(&hassan), NOTHING);
    assert_eq!(hassan.episodes[0].end.as_ref().unwrap().words(), "2009");
}

/// Situations 4 and 2: "autumn 2021" straddles the incident, "mid 2020" does not; neither is a mistake.
#[test]
fn priya_and_tom_who_know_the_season_are_told_nothing() {
    let incident = date(2021, 10, 29);
    let priya = gwen_with(|gwen| gwen.episodes = vec![member("2016", "autumn 2021")]);
    assert_eq!(told(&priya), NOTHING);
    let end = priya.episodes[0].end.as_ref().unwrap();
    assert!(end.could_be_before(incident) && !end.surely_before(incident));

    let tom = gwen_with(|gwen| gwen.episodes = vec![member("2016", "mid 2020")]);
    assert_eq!(told(&tom), NOTHING);
    assert!(tom.episodes[0].end.as_ref().unwrap().surely_before(incident));
}

#[test]
fn which_winter_is_asked() {
    let left_in_winter = gwen_with(|gwen| gwen.episodes = vec![member("2016", "winter 2020")]);
    assert_eq!(told(&left_in_winter), ["warning episodes[0].end date-winter"]);
    assert_eq!(problems(&left_in_winter)[0].args["second"], "2019/20");
    assert_eq!(told(&gwen_with(|gwen| gwen.episodes = vec![member("2016", "winter 2020/21")])), NOTHING);
    assert_eq!(told(&gwen_with(|gwen| gwen.episodes = vec![member("2016", "New Year 2021")])), NOTHING);
}

#[test]
fn membership_twice_at_one_time_is_questioned_when_it_is_certain() {
    let overlap = gwen_with(|gwen| gwen.episodes = vec![member("2010", "2016"), member("2013", "2014")]);
    assert_eq!(told(&overlap), ["warning episodes[1].start episodes-overlap"]);
    let rejoined = gwen_with(|gwen| gwen.episodes = vec![member("2010", "2016"), member("2016", "")]);
    assert_eq!(told(&rejoined), NOTHING, "left and came back within 2016");
    let supporter_as_well = gwen_with(|gwen| {
        gwen.episodes.push(Episode { kind: "dont-know".into(), ..member("2016", "2019") });
    });
    assert_eq!(told(&supporter_as_well), NOTHING, "only membership excludes membership");
    let twice_open = gwen_with(|gwen| gwen.episodes.push(member("2019", "")));
    assert_eq!(told(&twice_open), ["warning episodes[1].start episodes-overlap"]);
}

#[test]
fn registered_supporters_are_asked_about_times_when_nobody_could_register() {
    let registered =
        |start: &str, end: &str| Episode { kind: "registered-supporter".into(), ..member(start, end) };
    let told = |episode: Episode| told(&gwen_with(|gwen| gwen.episodes = vec![episode]));
    assert_eq!(told(registered("2015", "2015")), NOTHING);
    assert_eq!(told(registered("about 2016", "2019")), NOTHING, "it may have been in 2015");
    assert_eq!(told(registered("2018", "2019")), ["warning episodes[0].start start-outside-window"]);
    assert_eq!(told(registered("summer 2015", "")), ["warning episodes[0].ongoing after-closure"]);
    assert_eq!(told(registered("summer 2015", "2022")), ["warning episodes[0].end after-closure"]);
}

#[test]
fn unions_are_looked_up_with_their_dates() {
    let through = |union: &str, start: &str, end: &str| {
        let episode =
            Episode { kind: "affiliated-supporter".into(), union: union.into(), ..member(start, end) };
        told(&gwen_with(|gwen| gwen.episodes = vec![episode]))
    };
    assert_eq!(through("unite THE union", "2016", ""), NOTHING);
    assert_eq!(through("BFAWU", "2016", "2020"), NOTHING);
    assert_eq!(through("BFAWU", "2016", ""), ["warning episodes[0].union union-left"]);
    assert_eq!(through("BFAWU", "2022", ""), ["warning episodes[0].union union-not-then"]);
    assert_eq!(through("PCS", "2016", ""), ["warning episodes[0].union union-never-affiliated"]);
    assert_eq!(through("Guild of Lamplighters", "2016", ""), ["warning episodes[0].union union-unknown"]);
}

#[test]
fn email_addresses_are_checked_before_letters_go_astray() {
    let told = |addresses: &[&str]| {
        told(&gwen_with(|gwen| {
            gwen.contact.emails = addresses.iter().map(|address| email(address)).collect()
        }))
    };
    assert_eq!(
        told(&["gwen@example.org", "gwen+party@example.org", "用户@例え.example", "o'neil@example.org"]),
        NOTHING
    );
    assert_eq!(told(&["gwen"]), ["error contact.emails[0].address email-incomplete"]);
    assert_eq!(told(&["gwen@leeds"]), ["error contact.emails[0].address email-domain"]);
    assert_eq!(told(&["gwen@example..org"]), ["error contact.emails[0].address email-domain"]);
    assert_eq!(
        told(&["gwen@example.org, g@example.org"]),
        ["error contact.emails[0].address email-character"]
    );
    assert_eq!(told(&["gwen@gmial.com"]), ["warning contact.emails[0].address email-slip"]);
    assert_eq!(told(&["gwen@hotmail.co.ku"]), ["warning contact.emails[0].address email-slip"]);
    assert_eq!(told(&["gwen@ymail.com", "gwen@mail.com"]), NOTHING, "real domains close to others");
    assert_eq!(
        told(&["Gwen@example.org", "gwen@EXAMPLE.org"]),
        ["warning contact.emails[1].address email-twice"]
    );
}

#[test]
fn phones_and_postcodes_are_questioned_and_kept_as_given() {
    let gwen = gwen_with(|gwen| {
        gwen.contact.mobile = "7700900123".into();
        gwen.contact.landline = "ask my daughter".into();
        let leeds =
            Address { lines: vec!["1 Lantern Row".into()], postcode: "ls1 4ap".into(), ..Address::default() };
        let wrong = Address { postcode: "LS1 4AC".into(), ..leeds.clone() };
        let dublin = Address { postcode: "D02 AF30".into(), country: "Ireland".into(), ..leeds.clone() };
        gwen.contact.addresses = vec![leeds, wrong, dublin];
    });
    assert_eq!(
        told(&gwen),
        [
            "warning contact.addresses[1].postcode postcode-form",
            "warning contact.landline phone-character",
            "warning contact.mobile phone-zero-lost",
        ]
    );
    let zero = problems(&gwen).into_iter().find(|problem| problem.code == "phone-zero-lost").unwrap();
    assert_eq!(zero.args["suggestion"], "07700 900123");
    assert_eq!(gwen.contact.mobile, "7700900123");
    let landline = gwen_with(|gwen| gwen.contact.mobile = "020 7946 0018".into());
    assert_eq!(told(&landline), ["warning contact.mobile phone-not-mobile"]);
}

#[test]
fn contradictions_are_shown_and_saved() {
    let never = gwen_with(|gwen| {
        let none = Episode { kind: "none".into(), membership_number: "A123456".into(), ..Episode::default() };
        gwen.episodes.push(none);
    });
    assert_eq!(
        told(&never),
        [
            "warning episodes[1].kind none-with-others",
            "warning episodes[1].membership_number none-with-number"
        ]
    );
    let not_told = gwen_with(|gwen| {
        gwen.notification.received = Some(YesNo::No);
        gwen.notification.channel = Some(Channel::Email);
        gwen.notification.received_at = "friend@example.org".into();
        gwen.notification.seen = when("October 2021");
    });
    assert_eq!(
        told(&not_told),
        [
            "warning notification.received notice-contradict",
            "warning notification.received_at notice-address-undeclared",
            "warning notification.seen notice-too-early",
        ]
    );
    let calm = gwen_with(|gwen| {
        gwen.consequence.no_distress = Some(YesNo::Yes);
        gwen.consequence.treatment = "Saw my GP in January 2022".into();
    });
    assert_eq!(told(&calm), ["warning consequence.no_distress distress-contradict"]);
}

#[test]
fn money_and_time_are_checked_to_the_penny_and_the_minute() {
    let gwen = gwen_with(|gwen| {
        let loss = |amount: i64, scale, recouped| Loss {
            head: "software".into(),
            when: when("2022"),
            payee: String::new(),
            amount: Decimal::new(amount, scale),
            recouped,
            no_document_reason: String::new(),
        };
        gwen.losses = vec![
            loss(1250, 2, None),
            loss(12505, 3, None),
            loss(-5, 0, None),
            loss(10, 0, Some(Decimal::new(1001, 2))),
            loss(12500, 3, None),
        ];
        let spent = |minutes| TimeSpent { description: "passwords".into(), when: None, minutes };
        gwen.time_spent = vec![spent(180), spent(0), spent(1100)];
    });
    assert_eq!(
        told(&gwen),
        [
            "error losses[1].amount money-decimals",
            "error losses[2].amount money-negative",
            "error losses[3].recouped money-recouped",
            "error time_spent[1].minutes time-zero",
            "warning time_spent time-total-long",
            "warning time_spent[2].minutes time-task-long",
        ]
    );
    let over = &problems(&gwen)[4].args;
    assert_eq!((over["hours"].as_str(), over["minutes"].as_str()), ("21", "20"));
}

#[test]
fn people_have_names_of_many_kinds() {
    for (forenames, surname) in
        [("Nguyễn Thị", "Ánh"), ("Siân", "O’Neill-Brânză"), ("Ahmed", "al-Masri"), ("ਗੁਰਪ੍ਰੀਤ", "ਕੌਰ")]
    {
        let named = gwen_with(|gwen| {
            gwen.identity.forenames = forenames.into();
            gwen.identity.surname = surname.into();
        });
        assert_eq!(told(&named), NOTHING);
    }
    let one_name = gwen_with(|gwen| gwen.identity.surname.clear());
    assert_eq!(told(&one_name), ["warning identity.surname surname-missing"]);
    assert_eq!(told(&Claimant::default()), ["error identity.surname name-missing"]);
    let shifted = gwen_with(|gwen| gwen.identity.surname = "gwen@example.org".into());
    assert_eq!(told(&shifted), ["warning identity.surname name-characters"]);
    let flood = gwen_with(|gwen| gwen.identity.surname = "x".repeat(10_000_000));
    assert_eq!(told(&flood), ["error identity.surname text-too-long"]);
}

#[test]
fn age_is_counted_in_birthdays() {
    let born = date(2008, 2, 29);
    assert_eq!(age(born, date(2008, 2, 28)), None);
    assert_eq!(age(born, date(2022, 2, 28)), Some(13));
    assert_eq!(age(born, date(2022, 3, 1)), Some(14));
    let old = gwen_with(|gwen| gwen.identity.date_of_birth = Some(date(1920, 1, 1)));
    assert_eq!(told(&old), ["warning identity.date_of_birth birth-old"]);
    let at_rest = gwen_with(|gwen| {
        gwen.identity.date_of_birth = Some(date(1920, 1, 1));
        gwen.identity.died = when("2023");
        gwen.identity.capacity = Some(Capacity::PersonalRepresentative);
        gwen.identity.acted_for_by = "Rhys Ashworth".into();
    });
    assert_eq!(told(&at_rest), NOTHING);
}

#[test]
fn what_is_left_blank_is_listed_apart_and_dont_know_is_not_blank() {
    let blank = blanks(&Claimant::default());
    assert!(blank.iter().all(|problem| problem.severity == ProblemSeverity::Warning));
    assert!(blank.iter().any(|problem| problem.code == "blank-received"));
    let gwen = gwen_with(|gwen| {
        gwen.notification.received = Some(YesNo::DontKnow);
        gwen.episodes =
            vec![Episode { ending: Some(Code::from("dont-know")), ..member("don't know", "don't know") }];
    });
    let codes: Vec<_> = blanks(&gwen).into_iter().map(|problem| problem.code).collect();
    for answered in ["blank-received", "blank-start", "blank-end", "blank-ending", "blank-episodes"] {
        assert!(!codes.contains(&answered), "{answered}");
    }
}

#[test]
fn a_form_sends_dates_in_words_and_hears_of_each_that_cannot_be_read() {
    let form = json!({
        "identity": { "forenames": "Gwen", "surname": "Ashworth", "date_of_birth": "27/3/1961" },
        "contact": { "emails": [{ "address": "gwen@example.org", "from": "about 2010", "to": "" }] },
        "episodes": [{ "kind": "member", "start": "2015", "end": "31 Feb 2020" }, { "kind": "member", "start": "mid" }],
    });
    let (gwen, found) = read_claimant(form, &DateWords::default());
    let gwen = gwen.unwrap();
    assert_eq!(gwen.identity.date_of_birth, Some(date(1961, 3, 27)));
    assert_eq!(gwen.contact.emails[0].from.as_ref().unwrap().text, "about 2010");
    assert_eq!(gwen.contact.emails[0].to, None, "blank is not a date");
    let found: Vec<_> = found.iter().map(|problem| (problem.field.as_str(), problem.code)).collect();
    assert_eq!(found, [("episodes[0].end", "date-no-such-day"), ("episodes[1].start", "date-year-missing")]);

    let (nobody, found) = read_claimant(json!({ "identity": { "shoe_size": 7 } }), &DateWords::default());
    assert!(nobody.is_none());
    assert_eq!(found[0].code, "record-shape");
}

#[test]
fn a_record_of_forty_thousand_consents_is_refused_and_not_compared() {
    let one = json!({ "kind": "privacy-notice", "version": 1, "given": true, "at": "2026-03-02T10:00:00Z", "how": "typed" });
    let (nobody, found) = read_claimant(json!({ "consents": vec![one; 40_000] }), &DateWords::default());
    assert_eq!((nobody, found.len()), (None, 1));
    assert_eq!((found[0].field.as_str(), found[0].code), ("consents", "record-shape"));
    assert!(found[0].args["reason"].contains("at most 2000"), "{:?}", found[0].args);
}
