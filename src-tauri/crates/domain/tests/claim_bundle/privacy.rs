//! What must not be in a bundle is not in it, wherever else it may have been named.

use jiff::civil::date;
use joinder_domain::bundle::claim::{Audience, ExhibitKind, Stage};
use joinder_domain::bundle::{Block, ExhibitSource};
use joinder_domain::claimant::{
    Address, Channel, Claimant, EmailAddress, Episode, Misuse, NameKind, OtherName, YesNo,
};
use joinder_domain::finding::{FactRef, Finding, Severity};
use joinder_domain::notice::GradeKind;

use crate::matter::{bundle, classification, grade, item, made, mail, named, rule, settled, simple, when};
use crate::reader::{answer, asks, document, exhibits, stored};

/// Rowan has a former name, and the party's mail still used it.
fn rowan() -> Claimant {
    let mut rowan = named("Rowan", "Ashdown-Gray");
    rowan.identity.protect_former_names = true;
    rowan.identity.other_names = vec![OtherName {
        kind: NameKind::DeedPoll,
        name: "Terence Ashdown".to_owned(),
        from: None,
        to: when("2017"),
    }];
    rowan.contact.emails =
        vec![EmailAddress { address: "terence.a@example.org".to_owned(), ..EmailAddress::default() }];
    rowan.consequence.own_words =
        "They wrote to \"Dear Terence\".\nMy old name, TERENCE ASHDOWN, is out.".to_owned();
    rowan.notification.received_at = "terence.a@example.org".to_owned();
    rowan
}

#[test]
fn a_protected_former_name_is_nowhere_in_the_plan() {
    let mut notice =
        item(1, 0, mail("Terence Ashdown <terence.a@example.org>", "Dear Terence Ashdown,\n\nWe regret"));
    notice.original_name = "Terence_Ashdown.eml".to_owned();
    notice.description = "Email to Terence Ashdown".to_owned();
    let mut found = classification(settled("MEMBER"));
    found.findings = vec![Finding {
        code: "OTHER_NAME".into(),
        severity: Severity::Note,
        text: "The notice is addressed to Terence Ashdown.".to_owned(),
        rule: rule("flag-2"),
        facts: vec![FactRef::new("identity.other_names[0].name", "Terence Ashdown")],
        evidence: vec![notice.evidence],
    }];
    let plan = bundle(&rowan(), &found, &[notice]);
    let stored = stored(&plan).to_lowercase();
    assert!(!stored.contains("terence"), "the former name is in the plan");
    assert!(stored.contains("dear [withheld]"), "a mark stands where words were left out");
    // The surname in use shares a word with the former name, and stays.
    assert_eq!(plan.claimant_name, "Rowan Ashdown-Gray");
    assert!(
        !asks(document(&plan, "Claimant information sheet"), "Other names"),
        "not even that there is one"
    );
    let sheet = format!("{:?}", exhibits(&plan)[0].sheet);
    assert!(sheet.contains("words were left out of it"), "the sheet says that the print is not whole");
}

#[test]
fn former_names_without_protection_are_printed() {
    let mut pat = named("Pat", "Newname");
    pat.identity.other_names = vec![OtherName {
        kind: NameKind::Maiden,
        name: "Pat Oldname".to_owned(),
        from: None,
        to: when("2015"),
    }];
    let plan = simple(&pat, &[]);
    assert_eq!(
        answer(document(&plan, "Claimant information sheet"), "Other names"),
        "Pat Oldname (before marriage or civil partnership), used until: 2015"
    );
}

/// Noor hides from somebody who must not learn where she lives.
fn noor() -> Claimant {
    let mut noor = named("Noor", "Hidden");
    noor.contact.withhold_address = true;
    noor.contact.withhold_reason = "my former husband is violent".to_owned();
    noor.contact.safety_rules = vec!["no voicemail".to_owned()];
    noor.contact.addresses = vec![Address {
        lines: vec!["Flat 7, 19 Quiet Lane".to_owned(), "Bristol".to_owned()],
        postcode: "BS99 9ZZ".to_owned(),
        ..Address::default()
    }];
    noor.notification.received = Some(YesNo::Yes);
    noor.notification.channel = Some(Channel::Letter);
    noor.notification.received_at = "Flat 7, 19 Quiet Lane, Bristol BS99 9ZZ".to_owned();
    noor.consequence.fear = "He could find 19 QUIET lane, flat 7. Our postcode is bs999zz.".to_owned();
    noor
}

#[test]
fn a_withheld_address_is_nowhere_in_the_plan() {
    let notice =
        item(1, 0, mail("noor@example.org", "Flat 7\n19 Quiet Lane\nBristol\nBS99 9ZZ\n\nDear Sir / Madam"));
    let plan = simple(&noor(), &[notice]);
    let stored = stored(&plan).to_lowercase();
    for secret in ["bs99", "violent", "voicemail", "flat 7", "quiet lane"] {
        assert!(!stored.contains(secret), "{secret} is in the plan");
    }
    let sheet = document(&plan, "Claimant information sheet");
    assert_eq!(answer(sheet, "Addresses"), "Withheld at the claimant’s request");
    assert_eq!(answer(sheet, "Where it came"), "Withheld at the claimant’s request");
    assert!(stored.contains("my address is withheld at my request."));
}

#[test]
fn a_file_that_cannot_be_searched_carries_a_warning() {
    let plan = simple(&noor(), &[item(1, 0, ExhibitKind::Pdf)]);
    let warned = |block: &Block| matches!(block, Block::Note { text, .. } if format!("{text:?}").contains("as they are"));
    assert!(exhibits(&plan)[0].sheet.iter().any(warned));
    let plan = simple(&named("Ann", "Open"), &[item(1, 0, ExhibitKind::Pdf)]);
    assert!(!exhibits(&plan)[0].sheet.iter().any(warned));
}

#[test]
fn numbers_and_notes_that_nobody_needs_are_never_printed() {
    let mut bo = named("Bo", "Private");
    bo.identity.national_insurance_number = "QQ123456C".to_owned();
    bo.identity.date_of_birth = Some(date(1961, 3, 27));
    bo.episodes = vec![Episode {
        kind: "member".into(),
        restricted_note: "spoke at a banned meeting".to_owned(),
        ..Episode::default()
    }];
    bo.proceedings.conflicts = "my cousin works there".to_owned();
    bo.misuse = vec![Misuse {
        kind: "spam".into(),
        when: None,
        description: "a caller knew my number QQ 12 34 56 C".to_owned(),
        reference: String::new(),
    }];
    let mut found = classification(settled("MEMBER"));
    found.findings = vec![Finding {
        code: "AGE".into(),
        severity: Severity::Info,
        text: "The age was worked out.".to_owned(),
        rule: rule("flag-9"),
        facts: vec![FactRef::new("identity.date_of_birth", "27 March 1961")],
        evidence: Vec::new(),
    }];
    let plan = bundle(&bo, &found, &[]);
    let stored = stored(&plan);
    for secret in ["QQ123456C", "QQ 12", "banned meeting", "cousin"] {
        assert!(!stored.contains(secret), "{secret} is in the plan");
    }
    assert_eq!(stored.matches("27 March 1961").count(), 1, "the date of birth stands on the sheet only");
    assert_eq!(answer(document(&plan, "Claimant information sheet"), "Date of birth"), "27 March 1961");
}

#[test]
fn somebody_elses_mail_is_named_and_kept_and_not_printed() {
    let mut friends = item(1, 0, mail("friend@example.net", "Dear friend of Lee"));
    friends.description = "Email to friend@example.net".to_owned();
    friends.original_name = "friend.eml".to_owned();
    friends.grade = Some(grade(0, GradeKind::ThirdParty));
    let plan = simple(&named("Lee", "Keen"), &[friends]);
    let stored = stored(&plan);
    assert!(!stored.contains("friend@example.net") && !stored.contains("friend of Lee"));
    assert!(!stored.contains("friend.eml"));
    let exhibit = exhibits(&plan)[0];
    assert_eq!(exhibit.label, "LXK1");
    assert!(
        matches!(&exhibit.source, ExhibitSource::Placeholder { reason } if reason.contains("somebody other"))
    );
    assert!(!stored.contains("I refer to the document"), "the statement does not rest on it");
}

#[test]
fn findings_for_the_own_side_alone_are_not_in_the_bundle() {
    let finding = |code: &str, field: &str, text: &str| Finding {
        code: code.into(),
        severity: Severity::Blocking,
        text: text.to_owned(),
        rule: rule("flag-66"),
        facts: vec![FactRef::new(field, "yes")],
        evidence: Vec::new(),
    };
    let mut found = classification(settled("MEMBER"));
    found.findings = vec![
        finding("FORMER_NAME", "identity.protect_former_names", "A former name is used to find records."),
        finding("SAFETY", "contact.withhold_address", "There are safety concerns."),
        finding("OTHER_FIRM", "proceedings.other_firm", "Another firm was instructed."),
        finding("SPAM", "notification.in_spam", "The notice lay in the spam folder."),
    ];
    found.flags = ["FORMER_NAME", "SAFETY", "OTHER_FIRM", "SPAM", "ELECTED"].map(Into::into).to_vec();
    let stored = stored(&bundle(&named("Ray", "Reserved"), &found, &[]));
    for secret in
        ["FORMER_NAME", "A former name is", "SAFETY", "safety concerns", "OTHER_FIRM", "Another firm was"]
    {
        assert!(!stored.contains(secret), "{secret} is in the plan");
    }
    assert!(stored.contains("The notice lay in the spam folder."));
    assert!(stored.contains("SPAM\\nELECTED"), "flags that others may know are listed");
}

#[test]
fn a_cipher_stands_for_veritys_name_in_every_part_of_the_public_version() {
    let mut verity = named("Verity Anne", "Sheltered");
    verity.identity.title = "Ms".to_owned();
    verity.identity.acted_for_by = "Constance Sheltered".to_owned();
    verity.consequence.own_words = "They wrote to Verity. Miss Sheltered, they said.".to_owned();
    let mut notice = item(1, 0, mail("verity.sheltered@example.org", "Dear Ms Sheltered,\n\nWe regret"));
    notice.original_name = "verity_sheltered notice.eml".to_owned();
    notice.description = "Email to Verity Sheltered".to_owned();
    let found = classification(settled("MEMBER"));
    let of = |audience| made(&verity, &found, &[notice.clone()], (audience, Stage::Final), "VXY");
    let public = of(Audience::Public);
    let whole = stored(&public).to_lowercase();
    for secret in ["verity", "sheltered", "constance", "c-000042", "vas1"] {
        assert!(!whole.contains(secret), "{secret} is in the public version");
    }
    assert_eq!(public.file_stem, "Example 2021 Claim bundle VXY public");
    assert_eq!((public.claimant_name.as_str(), public.reference.as_str()), ("VXY", "VXY"));
    assert!(whole.contains("i am known as vxy") && whole.contains("they wrote to vxy. miss vxy"), "{whole}");
    assert_eq!(exhibits(&public)[0].label, "VXY-1");
    let confidential = stored(&of(Audience::Confidential));
    assert!(confidential.contains("Verity Anne Sheltered") && !confidential.contains("VXY"));
}
