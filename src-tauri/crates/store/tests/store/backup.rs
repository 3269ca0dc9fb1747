use std::fs;

use joinder_store::{Error, claimant};

use crate::stage::*;

#[test]
fn a_copy_is_a_matter_that_opens_with_the_same_passphrase() {
    let stage = stage();
    let number = add(&stage.matter, 1, &sian());
    let to = stage.temp.path().join("copy");
    stage.matter.backup(&to).unwrap();
    let bytes = fs::read(to.join("matter.db")).unwrap();
    assert!(!bytes.windows(6).any(|window| window == b"Connor"));
    assert!(!bytes.starts_with(b"SQLite format"));
    add(&stage.matter, 2, &olena());

    let copy = open(&to).unwrap();
    let stored = copy.read(|reader| claimant::get(reader, number)).unwrap().unwrap();
    assert_eq!(stored.claimant, sian());
    assert_eq!(copy.read(claimant::total).unwrap(), 1);
    assert_eq!(stage.matter.backup(&to).unwrap_err(), Error::FolderNotEmpty);
}
