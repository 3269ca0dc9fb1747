//! Two records made one, and two again, whatever they say.

use std::collections::BTreeSet;

use joinder_domain::claimant::{Claimant, EmailAddress};
use joinder_domain::matching::{differences, merge, unmerge};
use proptest::prelude::*;
use serde_json::{Value, json};

fn words() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[a-c]{1,2}"]
}

fn claimant() -> impl Strategy<Value = Claimant> {
    let emails = prop::collection::vec("[a-c]@example.org", 0..3);
    (words(), words(), words(), emails, any::<bool>()).prop_map(
        |(forenames, surname, mobile, emails, withhold)| {
            let mut claimant = Claimant::default();
            claimant.identity.forenames = forenames;
            claimant.identity.surname = surname;
            claimant.contact.mobile = mobile;
            claimant.contact.withhold_address = withhold;
            claimant.contact.emails = emails
                .into_iter()
                .map(|address| EmailAddress { address, ..EmailAddress::default() })
                .collect();
            claimant
        },
    )
}

fn value(claimant: &Claimant) -> Value {
    serde_json::to_value(claimant).expect("a claimant is JSON")
}

proptest! {
    #[test]
    fn merging_and_parting_is_as_if_nothing_had_been(kept in claimant(), other in claimant()) {
        let merged = merge(&kept, &other, &BTreeSet::new()).expect("two records make one");
        let (one, two) = unmerge(&value(&kept), &value(&merged), &value(&other), &value(&merged));
        prop_assert_eq!(one, value(&kept));
        prop_assert_eq!(two, value(&other));
    }

    #[test]
    fn an_edit_in_between_is_lost_on_neither_side(kept in claimant(), other in claimant(), since in "[x-z]{2}") {
        let merged = merge(&kept, &other, &BTreeSet::new()).expect("two records make one");
        let mut now = merged.clone();
        now.contact.mobile.clone_from(&since);
        now.contact.language = "Welsh".to_owned();
        let (one, two) = unmerge(&value(&kept), &value(&merged), &value(&other), &value(&now));
        let (one, two): (Claimant, Claimant) =
            (serde_json::from_value(one).expect("a claimant"), serde_json::from_value(two).expect("a claimant"));
        prop_assert!(one.contact.mobile == since || two.contact.mobile == since);
        prop_assert_eq!(one.contact.language, "Welsh");
        prop_assert_eq!(one.identity, kept.identity);
        prop_assert_eq!(two.identity, other.identity);
        prop_assert_eq!(one.contact.emails, kept.contact.emails);
        prop_assert_eq!(two.contact.emails, other.contact.emails);
    }

    #[test]
    fn nothing_that_either_said_is_lost(kept in claimant(), other in claimant()) {
        let merged = merge(&kept, &other, &BTreeSet::new()).expect("two records make one");
        for record in [&kept, &other] {
            prop_assert!(record.contact.emails.iter().all(|email| merged.contact.emails.contains(email)));
            let name = record.identity.full_name();
            let known = merged.identity.full_name() == name
                || merged.identity.other_names.iter().any(|other| other.name == name);
            prop_assert!(name.is_empty() || known);
        }
        prop_assert!(merged.contact.withhold_address >= kept.contact.withhold_address.max(other.contact.withhold_address));
    }
}

#[test]
fn the_chosen_word_stands() {
    let mut ann = Claimant::default();
    ann.identity.surname = "Lee".to_owned();
    ann.external_reference = "A-1".to_owned();
    let mut anne = Claimant::default();
    anne.identity.surname = "Leigh".to_owned();
    anne.external_reference = "B-2".to_owned();
    let found: Vec<String> = differences(&ann, &anne).into_iter().map(|difference| difference.path).collect();
    assert_eq!(found, ["identity.surname"]);
    let merged =
        merge(&ann, &anne, &BTreeSet::from(["identity.surname".to_owned()])).expect("two records make one");
    assert_eq!(merged.identity.surname, "Leigh");
    assert_eq!(merged.external_reference, "A-1", "a reference is one record's own");
    assert_eq!(value(&merged)["identity"]["other_names"][0]["name"], json!("Lee"));
}
