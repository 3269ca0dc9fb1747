//! Addresses, numbers and names as people write them, and the keys by which they are compared.

#![allow(clippy::unwrap_used, reason = "what cannot be read must fail the test")]

use joinder_domain::claimant::name::search_form;
use joinder_domain::claimant::{NationalInsuranceNumber as Nino, NationalInsuranceProblem};
use joinder_domain::contact::{Email, EmailProblem, Phone, PhoneProblem, Postcode};
use proptest::prelude::*;

#[test]
fn tags_and_dots_are_one_mailbox_and_different_evidence() {
    let keys = |address: &str| {
        let email = Email::parse(address).unwrap();
        (email.evidence_key(), email.caseless_key(), email.mailbox_key())
    };
    let key =
        |evidence: &str, caseless: &str, mailbox: &str| (evidence.into(), caseless.into(), mailbox.into());
    assert_eq!(
        keys("Jo.Bloggs+Labour@GoogleMail.com"),
        key("Jo.Bloggs+Labour@googlemail.com", "jo.bloggs+labour@googlemail.com", "jobloggs@gmail.com")
    );
    assert_eq!(keys("jo.b@example.org").2, "jo.b@example.org", "dots matter elsewhere");
    assert_eq!(keys("jose\u{301}@example.org").0, "jos\u{e9}@example.org", "NFC");
    assert_eq!(Email::parse(" <mailto:jo@example.org> ").map(|email| email.as_given()).ok(), None);
    assert_eq!(Email::parse(" mailto:jo@example.org ").unwrap().as_given(), "jo@example.org");
    assert_eq!(Email::parse("<Jo@example.org>").unwrap().as_given(), "Jo@example.org");
    for (address, problem) in [
        ("", EmailProblem::Incomplete),
        ("@example.org", EmailProblem::Incomplete),
        ("jo@example", EmailProblem::Domain),
        ("jo@127.0.0.1", EmailProblem::Domain),
        ("jo@-example.org", EmailProblem::Domain),
        ("jo bloggs@example.org", EmailProblem::Character),
        ("jo@ann@example.org", EmailProblem::Character),
        ("jo\u{0}@example.org", EmailProblem::Character),
    ] {
        assert_eq!(Email::parse(address), Err(problem), "{address:?}");
    }
    assert_eq!(Email::parse(&format!("{}@example.org", "j".repeat(65))), Err(EmailProblem::TooLong));
}

#[test]
fn one_slip_from_a_well_known_domain_is_noticed() {
    let meant = |address: &str| Email::parse(address).unwrap().suggestion();
    for slip in ["jo@gmial.com", "jo@gmal.com", "jo@gmaill.com", "jo@gmail.con", "jo@gnail.com"] {
        assert_eq!(meant(slip).as_deref(), Some("jo@gmail.com"), "{slip}");
    }
    for fine in ["jo@gmail.com", "jo@example.org", "jo@mail.com", "jo@ymail.com", "jo@sky.co"] {
        assert_eq!(meant(fine), None, "{fine}");
    }
}

#[test]
fn phones_become_e164() {
    for (written, e164, national) in [
        ("07700 900123", "+447700900123", "07700 900123"),
        ("+44 (0)7700 900123", "+447700900123", "07700 900123"),
        ("0044 7700-900123", "+447700900123", "07700 900123"),
        ("+44 07700 900123", "+447700900123", "07700 900123"),
        ("(020) 7946 0018", "+442079460018", "020 7946 0018"),
        ("01632 960123", "+441632960123", "01632 960123"),
        ("0113 496 0123 ext 4", "+441134960123", "0113 496 0123"),
        ("tel:+353 1 234 5678", "+35312345678", "+35312345678"),
        ("00 1 202 555 0143", "+12025550143", "+12025550143"),
    ] {
        let phone = Phone::parse(written).unwrap();
        assert_eq!((phone.as_str(), phone.national().as_str()), (e164, national), "{written}");
    }
    assert!(Phone::parse("07700 900123").unwrap().is_uk_mobile());
    assert!(!Phone::parse("07000 900123").unwrap().is_uk_mobile(), "a personal number");
    assert!(!Phone::parse("020 7946 0018").unwrap().is_uk_mobile());
    let zero_lost = PhoneProblem::ZeroLost { suggestion: "07700 900123".into() };
    assert_eq!(Phone::parse("7700900123"), Err(zero_lost));
    assert_eq!(Phone::parse("07700 90012"), Err(PhoneProblem::Length { digits: 10 }));
    assert_eq!(Phone::parse("04700 900123"), Err(PhoneProblem::Range));
    assert_eq!(Phone::parse("ask Rhys"), Err(PhoneProblem::Character));
    assert_eq!(Phone::parse("7.7009E+09"), Err(PhoneProblem::Character), "a spreadsheet's idea of a number");
    assert_eq!(Phone::parse("07700 900123 / 07700 900124"), Err(PhoneProblem::Length { digits: 22 }));
}

#[test]
fn postcodes_have_one_normal_form() {
    for (written, normal) in [
        ("ls14ap", "LS1 4AP"),
        (" M1  1AE ", "M1 1AE"),
        ("b33 8th", "B33 8TH"),
        ("CR2 6XH", "CR2 6XH"),
        ("DN55 1PT", "DN55 1PT"),
        ("w1a 1hq", "W1A 1HQ"),
        ("EC1A1BB", "EC1A 1BB"),
        ("gir0aa", "GIR 0AA"),
        ("bfpo 58", "BFPO 58"),
        ("BFPO1234", "BFPO 1234"),
        ("TD15 1AA", "TD15 1AA"),
    ] {
        assert_eq!(Postcode::parse(written).map(|code| code.to_string()).as_deref(), Ok(normal), "{written}");
    }
    assert_eq!(Postcode::parse("ls1 4ap").unwrap().outward(), "LS1");
    for wrong in
        ["", "LS1", "LS1 4AC", "QS1 4AP", "LI1 4AP", "LS1 44P", "L51 4A", "BFPO 12345", "10115", "ĿS1 4AP"]
    {
        assert!(Postcode::parse(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn national_insurance_numbers_follow_the_official_form() {
    assert_eq!(Nino::parse("ab 12 34 56 c").unwrap().as_str(), "AB123456C");
    assert_eq!(Nino::parse("AB123456C").unwrap().to_string(), "AB 12 34 56 C");
    for prefix in ["QQ", "GB", "ZZ", "DA", "AO", "TN"] {
        let problem = Nino::parse(&format!("{prefix}123456C"));
        assert_eq!(problem, Err(NationalInsuranceProblem::Prefix), "{prefix}");
    }
    assert_eq!(Nino::parse("TN270361F"), Err(NationalInsuranceProblem::Temporary));
    for wrong in ["", "AB12345C", "AB123456E", "A1123456C", "AB1234567", "ＡB123456C"] {
        assert_eq!(Nino::parse(wrong), Err(NationalInsuranceProblem::Shape), "{wrong}");
    }
}

#[test]
fn people_are_found_without_accents_and_apostrophes() {
    for (name, form) in [
        ("Siân  O’Neill-Brown", "sian oneill brown"),
        ("NGUYỄN Thị Ánh", "nguyen thi anh"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("Straße", "strasse"),
        ("Đặng", "dang"),
        ("ΓΙΏΡΓΟΣ", "γιωργοσ"),
        ("Γιώργος", "γιωργοσ"),
        ("مُحَمَّد", "محمد"),
        ("İpek Işık", "ipek isik"),
        ("  ", ""),
    ] {
        assert_eq!(search_form(name), form, "{name}");
    }
    assert_ne!(search_form("ਕੌਰ"), search_form("ਕੁਰ"), "vowel signs are letters in Gurmukhi");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn normal_forms_are_stable_and_nothing_panics(text in "\\PC{0,30}|[A-Za-z0-9 +()@.-]{0,24}") {
        if let Ok(email) = Email::parse(&text) {
            let again = Email::parse(&email.evidence_key()).unwrap();
            prop_assert_eq!(again.evidence_key(), email.evidence_key());
            prop_assert!(email.as_given().contains('@'));
        }
        if let Ok(phone) = Phone::parse(&text) {
            let again = Phone::parse(phone.as_str());
            prop_assert_eq!(again.as_ref(), Ok(&phone));
            let again = Phone::parse(&phone.national());
            prop_assert_eq!(again.as_ref(), Ok(&phone));
        }
        if let Ok(postcode) = Postcode::parse(&text) {
            let again = Postcode::parse(postcode.as_str());
            prop_assert_eq!(again.as_ref(), Ok(&postcode));
        }
        if let Ok(number) = Nino::parse(&text) {
            let again = Nino::parse(&number.to_string());
            prop_assert_eq!(again.as_ref(), Ok(&number));
        }
        prop_assert_eq!(search_form(&search_form(&text)), search_form(&text));
    }

    #[test]
    fn every_uk_mobile_number_is_read_back(number in 7_100_000_000_u64..7_999_999_999) {
        let phone = Phone::parse(&format!("0{number}")).unwrap();
        let again = Phone::parse(&phone.national());
        prop_assert_eq!(again.as_ref(), Ok(&phone));
    }
}
