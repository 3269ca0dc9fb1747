use joinder_domain::claimant::*;
use joinder_domain::date::{PartialDate, Precision};
use joinder_store::claimant::{
    EmailKeys, earlier, find_by_email, find_by_id, find_by_reference, get, history, update,
};
use joinder_store::{Error, Matter, Op, claimant};
use serde_json::json;

use crate::stage::*;

fn edit(matter: &Matter, number: u32, version: u32, record: &Claimant) -> Result<u32, Error> {
    let number = joinder_domain::id::ClaimantNumber(number);
    let written = matter
        .write(Op("claimant.edit"), &matter.actor(), later(5), |tx| update(tx, number, version, record));
    written.map(|applied| applied.output)
}

#[test]
fn everything_that_sian_said_comes_back_as_she_said_it() {
    let stage = stage();
    let mut said = sian();
    said.contact.no_email_given = Some(YesNo::DontKnow);
    said.contact.withhold_address = true;
    said.contact.emails[0].from = Some(PartialDate {
        earliest: None,
        latest: Some("2015-12-31".parse().unwrap()),
        precision: Precision::Before,
        text: String::new(),
    });
    said.proceedings.firm = Some(OtherFirm::default());
    said.consents = vec![Consent {
        kind: "joined".into(),
        version: 0,
        text_sha256: String::new(),
        given: false,
        at: now(),
        how: String::new(),
    }];
    said.losses = vec![Loss {
        head: "".into(),
        when: None,
        payee: String::new(),
        amount: "12.30".parse().unwrap(),
        recouped: None,
        no_document_reason: String::new(),
    }];
    said.time_spent = vec![TimeSpent { description: String::new(), when: None, minutes: 0 }];
    let number = add(&stage.matter, 1, &said);
    let stored = stage.matter.read(|reader| get(reader, number)).unwrap().unwrap();
    assert_eq!(stored.claimant, said);
    assert_eq!((stored.version, stored.created, stored.updated), (1, now(), now()));
    assert_eq!(stored.id, claimant_id(1));
    assert_eq!(stage.matter.read(|reader| get(reader, joinder_domain::id::ClaimantNumber(2))).unwrap(), None);
}

#[test]
fn an_edit_is_kept_with_what_was_there_before() {
    let stage = stage();
    let number = add(&stage.matter, 1, &sian());
    let mut edited = sian();
    edited.identity.surname = "O’Connor-Hughes".to_owned();
    edited.identity.title = "Dr".to_owned();
    edited.contact.emails.remove(0);
    assert_eq!(edit(&stage.matter, 1, 1, &edited), Ok(2));
    edited.identity.title = String::new();
    assert_eq!(edit(&stage.matter, 1, 2, &edited), Ok(3));

    let entries = stage.matter.read(|reader| history(reader, number)).unwrap();
    assert_eq!(
        entries.iter().map(|entry| entry.op.as_str()).collect::<Vec<_>>(),
        ["claimant.edit", "claimant.edit", "claimant.add"]
    );
    let (last, first) = (&entries[0], &entries[1]);
    assert_eq!(last.fields.len(), 1);
    assert_eq!(
        (&last.fields["identity.title"].0, &last.fields["identity.title"].1),
        (&json!("Dr"), &json!(null))
    );
    assert_eq!(first.fields["identity.surname"].0, json!("O’Connor"));
    assert_eq!(first.fields["contact.emails[1]"].1, json!(null));
    assert!(entries[2].fields.is_empty(), "the record itself is not copied into the audit");

    assert_eq!(stage.matter.read(|reader| earlier(reader, number, 1)).unwrap(), sian());
    let second = stage.matter.read(|reader| earlier(reader, number, 2)).unwrap();
    assert_eq!(second.identity.title, "Dr");
    assert_eq!(stage.matter.read(|reader| earlier(reader, number, 3)).unwrap(), edited);
    assert_eq!(stage.matter.read(|reader| earlier(reader, number, 4)).unwrap_err(), Error::NoSuchClaimant);
}

#[test]
fn saving_without_a_change_is_no_change() {
    let stage = stage();
    add(&stage.matter, 1, &sian());
    assert_eq!(edit(&stage.matter, 1, 1, &sian()), Ok(1));
}

#[test]
fn two_people_who_edit_the_same_record_do_not_overwrite_each_other() {
    let stage = stage();
    add(&stage.matter, 1, &sian());
    let (mut hers, mut his) = (sian(), sian());
    hers.identity.title = "Ms".to_owned();
    his.contact.mobile = "07700 900123".to_owned();
    assert_eq!(edit(&stage.matter, 1, 1, &hers), Ok(2));
    assert_eq!(edit(&stage.matter, 1, 1, &his), Err(Error::Conflict { found: 2, expected: 1 }));
    assert_eq!(edit(&stage.matter, 9, 1, &his), Err(Error::NoSuchClaimant));
}

#[test]
fn an_external_reference_belongs_to_one_claimant() {
    let stage = stage();
    add(&stage.matter, 1, &sian());
    let number = add(&stage.matter, 2, &olena());
    let mut same = olena();
    same.external_reference = "row-17".to_owned();
    assert_eq!(edit(&stage.matter, number.0, 1, &same), Err(Error::ReferenceTaken));
    let added = stage.matter.write(Op("claimant.add"), &stage.matter.actor(), now(), |tx| {
        claimant::insert(tx, claimant_id(3), &same)
    });
    assert_eq!(added.unwrap_err(), Error::ReferenceTaken);
    let found = |reference| stage.matter.read(|reader| find_by_reference(reader, reference)).unwrap();
    assert_eq!((found("row-17").map(|n| n.0), found("row-18"), found("")), (Some(1), None, None));
    assert_eq!(stage.matter.read(|reader| find_by_id(reader, claimant_id(2))).unwrap(), Some(number));
}

#[test]
fn an_address_finds_its_owner_and_a_tag_only_suggests() {
    let stage = stage();
    add(&stage.matter, 1, &sian());
    let mut brother = named("Huw", "O’Connor");
    brother.contact.emails = vec![email("s.i.a.n@gmail.com")];
    add(&stage.matter, 2, &brother);
    let found = |address: &str| {
        let keys = EmailKeys::of(address).unwrap();
        let found = stage.matter.read(|reader| find_by_email(reader, &keys)).unwrap();
        found.into_iter().map(|(number, exact)| (number.0, exact)).collect::<Vec<_>>()
    };
    assert_eq!(found("SIAN.oconnor@example.ORG"), [(1, true)]);
    assert_eq!(found("sian+labour@gmail.com"), [(1, true), (2, false)]);
    assert_eq!(found("sian@googlemail.com"), [(1, false), (2, false)]);
    assert_eq!(found("nobody@example.org"), []);

    let mut moved = sian();
    moved.contact.emails = vec![email("sian@example.net")];
    edit(&stage.matter, 1, 1, &moved).unwrap();
    assert_eq!(found("sian.oconnor@example.org"), []);
    assert_eq!(found("sian@example.net"), [(1, true)]);
}
