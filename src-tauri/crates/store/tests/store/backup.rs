use std::fs;

use joinder_store::{Error, audit, claimant};

use crate::stage::*;

#[test]
fn a_copy_is_a_matter_that_opens_with_the_same_passphrase() {
    let stage = stage();
    let number = add(&stage.matter, 1, &sian());
    let to = stage.temp.path().join("copy");
    let copied = stage.matter.backup(&to, &mut |_, _| true).unwrap();
    let bytes = fs::read(to.join("matter.db")).unwrap();
    assert!(!bytes.windows(6).any(|window| window == b"Connor"));
    assert!(!bytes.starts_with(b"SQLite format"));
    add(&stage.matter, 2, &olena());

    let copy = open(&to).unwrap();
    let stored = copy.read(|reader| claimant::get(reader, number)).unwrap().unwrap();
    assert_eq!(stored.claimant, sian());
    assert_eq!(copy.read(claimant::total).unwrap(), 1);
    let last = copy.read(|reader| audit::list(reader, None, 1)).unwrap().pop().unwrap();
    assert_eq!((last.entry.seq, last.hash), (copied.seq, copied.head), "it says what is in it");
    assert_eq!(stage.matter.backup(&to, &mut |_, _| true).unwrap_err(), Error::FolderNotEmpty);
}

#[test]
fn a_copy_that_is_stopped_leaves_nothing() {
    let stage = stage();
    add(&stage.matter, 1, &sian());
    let to = stage.temp.path().join("copy");
    assert_eq!(stage.matter.backup(&to, &mut |_, _| false).unwrap_err(), Error::Stopped);
    assert_eq!(fs::read_dir(&to).unwrap().count(), 0);
    stage.matter.backup(&to, &mut |_, _| true).unwrap();
}
