//! The information sheet.

use joinder_domain::claimant::{Address, AddressUse, Claimant, EmailAddress, Nation, YesNo};
use joinder_domain::date::PartialDate;
use joinder_domain::id::ClaimantNumber;

use crate::matter::{named, simple, when};
use crate::reader::{all_words, answer, blocks, document};

/// Nobody ever asked Mo for an email address; he paid at meetings.
fn paper_member() -> Claimant {
    let mut mo = named("Mo", "Paperman");
    mo.contact.no_email_given = Some(YesNo::Yes);
    mo.notification.received = Some(YesNo::No);
    mo.contact.nation_at_incident = Some(Nation::Wales);
    mo
}

#[test]
fn a_paper_member_has_a_whole_bundle_without_any_email() {
    let plan = simple(&paper_member(), &[]);
    let titles: Vec<&str> = plan.documents.iter().map(|document| document.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Claimant information sheet",
            "Membership timeline",
            "Classification with reasons",
            "Draft witness statement of Mo Paperman",
            "Integrity of the evidence",
        ]
    );
    let sheet = document(&plan, "Claimant information sheet");
    assert!(all_words(blocks(sheet)).contains("The claimant never gave the defendant an email address."));
    assert_eq!(answer(sheet, "A notice came"), "No");
    assert_eq!(answer(sheet, "Nation of residence on 29 October 2021"), "Wales");
    assert_eq!(plan.reference, ClaimantNumber(42).to_string());
    assert_eq!(plan.file_stem, "Example 2021 Claim bundle C-000042");
    assert_eq!(plan.prepared_on, "22 November 2026");
}

#[test]
fn blank_and_dont_know_never_look_alike() {
    let mut blank = named("Ida", "Blank");
    let plan = simple(&blank, &[]);
    let sheet = document(&plan, "Claimant information sheet");
    for asked in ["A notice came", "First seen", "Mobile", "Date of birth", "Still in the mailbox"] {
        assert_eq!(answer(sheet, asked), "Not given");
    }
    blank.notification.received = Some(YesNo::DontKnow);
    blank.notification.seen = Some(PartialDate::unknown());
    blank.notification.still_held = Some(YesNo::DontKnow);
    blank.contact.nation_at_incident = Some(Nation::DontKnow);
    let plan = simple(&blank, &[]);
    let sheet = document(&plan, "Claimant information sheet");
    for asked in
        ["A notice came", "First seen", "Still in the mailbox", "Nation of residence on 29 October 2021"]
    {
        assert_eq!(answer(sheet, asked), "Don’t know");
    }
}

#[test]
fn vague_dates_stay_vague() {
    let mut zoe = named("Zoe", "Vague");
    zoe.notification.seen = when("early November 2021");
    zoe.contact.emails = vec![EmailAddress {
        address: "zoe@example.org".to_owned(),
        from: when("about 2018"),
        ..EmailAddress::default()
    }];
    let plan = simple(&zoe, &[]);
    let sheet = document(&plan, "Claimant information sheet");
    assert_eq!(
        answer(sheet, "First seen"),
        "Some time between 1 November and 10 November 2021 (\"early November 2021\")"
    );
    assert!(all_words(blocks(sheet)).contains("zoe@example.org | From: 2017–2019"));
}

#[test]
fn addresses_stand_under_the_time_when_they_were_used() {
    let mut ken = named("Ken", "Mover");
    ken.contact.addresses = vec![Address {
        used: AddressUse::WithDefendant,
        lines: vec!["1 Old Street".to_owned(), "Leeds".to_owned()],
        postcode: "LS1 1AA".to_owned(),
        country: String::new(),
    }];
    let plan = simple(&ken, &[]);
    let sheet = document(&plan, "Claimant information sheet");
    assert_eq!(answer(sheet, "Address now"), "Not given");
    assert_eq!(answer(sheet, "Address when dealing with the defendant"), "1 Old Street\nLeeds\nLS1 1AA");
}

#[test]
fn an_arabic_name_is_printed_as_given_and_marks_go_by_number() {
    let amina = named("أمينة", "الأحمد");
    let plan = simple(&amina, &[crate::matter::item(1, 0, joinder_domain::bundle::claim::ExhibitKind::Pdf)]);
    assert_eq!(plan.claimant_name, "أمينة الأحمد");
    assert_eq!(crate::reader::labels(&plan), ["C000042-1"]);
    assert!(plan.file_stem.is_ascii());
}
