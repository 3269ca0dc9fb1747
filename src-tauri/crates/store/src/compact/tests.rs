use joinder_domain::audit::canonical;
use joinder_domain::claimant::*;
use joinder_domain::date::{PartialDate, Precision};

use super::*;

fn blank_date() -> Option<PartialDate> {
    Some(PartialDate { earliest: None, latest: None, precision: Precision::Unknown, text: String::new() })
}

/// Everything that can be there, and as much of it as possible blank or in need of an escape.
fn awkward() -> Claimant {
    let mut claimant = Claimant { status_now: Some("".into()), ..Claimant::default() };
    claimant.identity.forenames = "Zoë \"Zo\" \\ \u{1}\n".to_owned();
    claimant.identity.other_names =
        vec![OtherName { kind: NameKind::DeedPoll, name: String::new(), from: blank_date(), to: None }];
    claimant.identity.died = blank_date();
    claimant.identity.capacity = Some(Capacity::Own);
    claimant.identity.checks = vec![IdentityCheck {
        document: String::new(),
        on: "2026-01-02".parse().expect("a day"),
        by: String::new(),
    }];
    claimant.contact.emails = vec![EmailAddress::default()];
    claimant.contact.addresses = vec![Address { lines: vec![String::new()], ..Address::default() }];
    claimant.contact.no_email_given = Some(YesNo::DontKnow);
    claimant.contact.withhold_address = true;
    claimant.episodes = vec![Episode { ending: Some("".into()), start: blank_date(), ..Episode::default() }];
    claimant.aftermath.requests = vec![Request {
        kind: RequestKind::Access,
        sent: None,
        sent_to: String::new(),
        reference: String::new(),
        acknowledged: None,
        answered: None,
        answered_on: blank_date(),
        outcome: String::new(),
    }];
    claimant.data_held = vec![DataHeld { kind: "".into(), basis: None }];
    claimant.consequence.descriptors = vec![Descriptor {
        kind: "".into(),
        severity: Severity::None,
        first_felt: None,
        lasted: String::new(),
        still: Some(YesNo::No),
    }];
    claimant.misuse =
        vec![Misuse { kind: "".into(), when: None, description: String::new(), reference: String::new() }];
    claimant.losses = vec![Loss {
        head: "".into(),
        when: None,
        payee: String::new(),
        amount: "0.00".parse().expect("pounds"),
        recouped: Some("0".parse().expect("pounds")),
        no_document_reason: String::new(),
    }];
    claimant.time_spent = vec![TimeSpent { description: String::new(), when: None, minutes: 0 }];
    claimant.proceedings.firm = Some(OtherFirm::default());
    claimant.consents = vec![Consent {
        kind: "".into(),
        version: 0,
        text_sha256: String::new(),
        given: false,
        at: "2026-11-23T09:00:00.5Z".parse().expect("a time"),
        how: String::new(),
    }];
    claimant
}

#[test]
fn a_blank_record_is_an_empty_document() {
    assert_eq!(compact(&Claimant::default()).expect("written"), "{}");
}

#[test]
fn what_is_left_out_is_read_back_as_blank() {
    let text = compact(&awkward()).expect("written");
    assert_eq!(serde_json::from_str::<Claimant>(&text).expect("read"), awkward());
    for blank in ["\"title\"", "null", "\"interpreter\""] {
        assert!(!text.contains(blank), "{blank} in {text}");
    }
}

#[test]
fn the_document_is_canonical() {
    let text = compact(&awkward()).expect("written");
    assert_eq!(text, canonical(&serde_json::from_str(&text).expect("read")));
}
