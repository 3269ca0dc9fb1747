use std::fs;

use joinder_store::{Error, Matter, Op, Passphrase, WorkFactor, audit, claimant, keyholders, person};

use crate::stage::*;

const TOMASZS: &str = "seven herons by a river";

fn with_tomasz() -> Stage {
    let stage = stage();
    let passphrase = Passphrase::new(TOMASZS).unwrap();
    let actor = stage.matter.actor();
    stage.matter.add_person(&actor, later(1), &tomasz(), &passphrase, WorkFactor::QUICK).unwrap();
    stage
}

#[test]
fn tomasz_is_added_and_acts_under_his_own_name() {
    let temp = with_tomasz().close();
    let folder = temp.path().join("matter");
    assert_eq!(keyholders(&folder).unwrap(), [imogen().sign_in, tomasz().sign_in]);

    let matter = Matter::open(&folder, &tomasz().sign_in, &typed(TOMASZS), later(2)).unwrap();
    let number = add(&matter, 1, &olena());
    let history = matter.read(|reader| claimant::history(reader, number)).unwrap();
    assert_eq!(history[0].who, "Tomasz Wójcik");
}

#[test]
fn a_name_that_is_taken_is_refused_and_the_key_stays() {
    let stage = with_tomasz();
    let mut other = tomasz();
    other.id = joinder_domain::id::PersonId(uuid::Uuid::from_u128(3));
    let passphrase = Passphrase::new("somebody else entirely").unwrap();
    let actor = stage.matter.actor();
    let added = stage.matter.add_person(&actor, later(2), &other, &passphrase, WorkFactor::QUICK);
    assert_eq!(added.unwrap_err(), Error::PersonExists);
    assert!(stage.matter.check_passphrase(&tomasz().sign_in, &typed(TOMASZS)).is_ok());
}

#[test]
fn somebody_removed_can_no_longer_sign_in_even_with_the_old_key_file() {
    let stage = with_tomasz();
    let keys = stage.folder().join("keys");
    let kept: Vec<_> =
        fs::read_dir(&keys).unwrap().map(|e| e.unwrap().path()).map(|p| (fs::read(&p).unwrap(), p)).collect();
    stage.matter.remove_person(&stage.matter.actor(), later(3), &tomasz().sign_in).unwrap();
    let people = stage.matter.read(person::list).unwrap();
    assert_eq!(people.iter().map(|person| person.removed).collect::<Vec<_>>(), [None, Some(later(3))]);
    let temp = stage.close();
    let folder = temp.path().join("matter");
    assert_eq!(keyholders(&folder).unwrap(), [imogen().sign_in]);

    for (bytes, path) in kept {
        fs::write(path, bytes).unwrap();
    }
    let opened = Matter::open(&folder, &tomasz().sign_in, &typed(TOMASZS), later(4));
    assert_eq!(opened.unwrap_err(), Error::NoSuchPerson);
}

#[test]
fn a_key_file_under_another_name_opens_the_matter_only_for_its_owner() {
    let stage = with_tomasz();
    let (folder, keys) = (stage.folder(), stage.folder().join("keys"));
    let _temp = stage.close();
    let file = |name: &str| {
        let found = fs::read_dir(&keys).unwrap().map(|entry| entry.unwrap().path());
        found.into_iter().find(|path| path.to_string_lossy().contains(name)).unwrap()
    };
    fs::copy(file("tomasz"), file("imogen")).unwrap();
    let matter = Matter::open(&folder, &imogen().sign_in, &typed(TOMASZS), later(4)).unwrap();
    assert_eq!(matter.actor().name, "Tomasz Wójcik");
}

#[test]
fn the_last_person_who_runs_the_matter_stays() {
    let stage = with_tomasz();
    let removed = stage.matter.remove_person(&stage.matter.actor(), later(3), &imogen().sign_in);
    assert_eq!(removed.unwrap_err(), Error::LastPerson);
    assert_eq!(keyholders(&stage.folder()).unwrap().len(), 2);
}

#[test]
fn a_new_passphrase_replaces_the_old_one() {
    let stage = with_tomasz();
    let new = Passphrase::new("nine otters under a bridge").unwrap();
    let name = tomasz().sign_in;
    assert_eq!(stage.matter.check_passphrase(&name, &typed("not his")), Err(Error::WrongPassphrase));
    stage.matter.set_passphrase(&stage.matter.actor(), later(5), &name, &new, WorkFactor::QUICK).unwrap();
    assert_eq!(stage.matter.check_passphrase(&name, &typed(TOMASZS)), Err(Error::WrongPassphrase));
    assert!(stage.matter.check_passphrase(&name, &new).is_ok());
    let last = stage.matter.read(|reader| audit::list(reader, None, 1)).unwrap();
    assert_eq!(last[0].entry.op, "person.passphrase");
}

/// As in `bad_input.rs`, SQLite is told that there is no more room.
#[test]
fn a_passphrase_that_could_not_be_entered_is_not_set() {
    let stage = with_tomasz();
    let (name, actor) = (tomasz().sign_in, stage.matter.actor());
    stage.matter.limit_pages(Some(1)).unwrap();
    let (mut set, mut last) = (0, typed(TOMASZS));
    let refused = loop {
        let next = Passphrase::new(&format!("nine otters under bridge {set}")).unwrap();
        match stage.matter.set_passphrase(&actor, later(5), &name, &next, WorkFactor::QUICK) {
            Ok(_) => (set, last) = (set + 1, next),
            Err(error) => {
                assert_eq!(error, Error::DiskFull);
                break next;
            }
        }
    };
    assert_eq!(stage.matter.check_passphrase(&name, &refused), Err(Error::WrongPassphrase));
    assert!(
        stage.matter.check_passphrase(&name, &last).is_ok(),
        "the one that was entered last opens the matter"
    );
}

#[test]
fn a_person_who_comes_back_has_another_key_and_the_same_name() {
    let stage = with_tomasz();
    let actor = stage.matter.actor();
    stage.matter.remove_person(&actor, later(3), &tomasz().sign_in).unwrap();
    let mut again = tomasz();
    again.id = joinder_domain::id::PersonId(uuid::Uuid::from_u128(4));
    let passphrase = Passphrase::new("eleven swans on the lake").unwrap();
    stage.matter.add_person(&actor, later(4), &again, &passphrase, WorkFactor::QUICK).unwrap();
    assert!(stage.matter.check_passphrase(&again.sign_in, &passphrase).is_ok());
    let written = stage.matter.write(Op("person.add"), &actor, now(), |_| Ok::<_, Error>(()));
    assert_eq!(written.unwrap().entries, 0);
}
