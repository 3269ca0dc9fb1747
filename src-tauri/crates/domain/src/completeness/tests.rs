use super::{Item, Missing, Purpose};
use crate::claimant::{Address, Claimant};

#[test]
fn sians_record_fills_up_item_by_item() {
    let mut sian = Claimant::default();
    assert_eq!(Missing::of(&sian).items().count(), Item::ALL.len());
    sian.identity.forenames = "Siân".to_owned();
    assert!(Missing::of(&sian).lacks(Item::Name), "a forename alone is no name for a claim form");
    sian.identity.surname = "Rees".to_owned();
    sian.identity.no_other_names = true;
    assert!(!Missing::of(&sian).lacks(Item::Name) && !Missing::of(&sian).lacks(Item::OtherNames));
    sian.contact.addresses = vec![Address { lines: vec![" ".to_owned()], ..Address::default() }];
    assert!(Missing::of(&sian).lacks(Item::Address), "an address of blanks is none");
    sian.contact.addresses = vec![Address { lines: vec!["14 Heol y Bont".to_owned()], ..Address::default() }];
    let missing = Missing::of(&sian);
    assert!(Purpose::Letter.needs().iter().all(|item| !missing.lacks(*item)));
    assert!(Purpose::Issue.needs().iter().any(|item| missing.lacks(*item)));
}

#[test]
fn every_item_has_a_bit_of_its_own_and_the_code_that_it_is_written_as() {
    let all = Item::ALL.iter().fold(0, |mask, item| mask + item.bit());
    assert_eq!(all, (1 << Item::ALL.len()) - 1);
    for item in Item::ALL {
        assert_eq!(serde_json::to_value(item).unwrap(), item.code());
    }
}
