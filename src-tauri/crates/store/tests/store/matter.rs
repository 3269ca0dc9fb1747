use std::fs;

use joinder_store::{Error, Matter, Passphrase, RecoveryKey, SignIn, SignedIn, keyholders, profile};

use crate::stage::*;

#[test]
fn imogen_makes_a_matter_closes_it_and_opens_it_again() {
    let stage = stage();
    add(&stage.matter, 1, &sian());
    assert_eq!(stage.matter.name(), "Labour 2021");
    let temp = stage.close();

    let matter = open(&temp.path().join("matter")).unwrap();
    let SignedIn::Person(person) = matter.signed_in() else { panic!("nobody signed in") };
    assert_eq!(person.full_name, "Imogen Achebe");
    assert_eq!(matter.created(), now());
    let profile = matter.read(profile::get).unwrap();
    assert_eq!((profile.id.as_str(), profile.version), ("labour-2021", 1));
    assert_eq!(profile.texts, new_matter().profile.texts);
}

#[test]
fn nothing_in_the_folder_can_be_read_without_the_key() {
    let stage = stage();
    add(&stage.matter, 1, &sian());
    // While it is open, what was just written lies in the log.
    let secrets =
        ["Siân", "Connor", "sian", "CF10", "bank every day", "Labour 2021", "Imogen Achebe", "SQLite format"];
    let no_secrets = || {
        let mut files = 0;
        for folder in [stage.folder(), stage.folder().join("keys")] {
            for file in
                fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file())
            {
                let bytes = fs::read(&file).unwrap();
                for secret in secrets {
                    let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
                    assert!(!found, "{secret} in {}", file.display());
                }
                files += 1;
            }
        }
        files
    };
    assert!(fs::metadata(stage.folder().join("matter.db-wal")).unwrap().len() > 4096);
    assert!(no_secrets() >= 5, "database, log, index of the log, lock, two keys");
    let temp = stage.close();
    let names: Vec<_> =
        fs::read_dir(temp.path().join("matter")).unwrap().map(|f| f.unwrap().file_name()).collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().contains("-wal")), "{names:?}");
    let database = fs::read(temp.path().join("matter/matter.db")).unwrap();
    assert!(!database.windows(6).any(|window| window == "Connor".as_bytes()));
}

#[test]
fn a_wrong_passphrase_opens_nothing_and_the_right_one_still_does() {
    let temp = stage().close();
    let folder = temp.path().join("matter");
    let wrong = Matter::open(&folder, &imogen().sign_in, &typed("correct horse battery stapler"), now());
    assert_eq!(wrong.unwrap_err(), Error::WrongPassphrase);
    let nobody = Matter::open(&folder, &SignIn::new("sharon").unwrap(), &typed(IMOGENS_PASSPHRASE), now());
    assert_eq!(nobody.unwrap_err(), Error::NoSuchPerson);
    assert!(open(&folder).is_ok());
}

#[test]
fn a_passphrase_typed_on_another_keyboard_is_the_same() {
    let temp = tempfile::tempdir().unwrap();
    let composed = "caf\u{e9} terrasse au soleil";
    let new = joinder_store::NewMatter { passphrase: Passphrase::new(composed).unwrap(), ..new_matter() };
    drop(Matter::create(temp.path(), new).unwrap());
    let decomposed = typed("cafe\u{301} terrasse au soleil");
    assert!(Matter::open(temp.path(), &imogen().sign_in, &decomposed, now()).is_ok());
    assert_eq!(Passphrase::new("short").unwrap_err(), Error::WeakPassphrase { least: 12 });
}

#[test]
fn the_recovery_key_opens_the_matter_and_sets_a_new_passphrase() {
    let stage = stage();
    let written_down = stage.recovery.text().to_lowercase();
    let temp = stage.close();
    let folder = temp.path().join("matter");

    let recovery = RecoveryKey::parse(&written_down).unwrap();
    let matter = Matter::open_with_recovery(&folder, &recovery, later(1)).unwrap();
    assert_eq!(matter.signed_in(), &SignedIn::Recovery);
    let passphrase = Passphrase::new("another four short words").unwrap();
    let work = joinder_store::WorkFactor::QUICK;
    matter.set_passphrase(&matter.actor(), later(2), &imogen().sign_in, &passphrase, work).unwrap();
    matter.close().unwrap();

    assert_eq!(open(&folder).unwrap_err(), Error::WrongPassphrase);
    assert!(Matter::open(&folder, &imogen().sign_in, &typed("another four short words"), now()).is_ok());
}

#[test]
fn the_recovery_key_of_another_matter_does_not_open_this_one() {
    let (here, elsewhere) = (stage(), stage());
    let recovery = elsewhere.recovery.clone();
    let temp = here.close();
    let opened = Matter::open_with_recovery(&temp.path().join("matter"), &recovery, now());
    assert_eq!(opened.unwrap_err(), Error::WrongRecoveryKey);
}

#[test]
fn a_matter_is_open_in_one_place_at_a_time() {
    let stage = stage();
    assert_eq!(open(&stage.folder()).unwrap_err(), Error::OpenElsewhere);
    let temp = stage.close();
    assert!(open(&temp.path().join("matter")).is_ok());
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let temp = tempfile::tempdir().unwrap();
    fs::write(temp.path().join("holiday.txt"), "sand").unwrap();
    assert_eq!(Matter::create(temp.path(), new_matter()).unwrap_err(), Error::FolderNotEmpty);
    let names: Vec<_> = fs::read_dir(temp.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["holiday.txt"]);
    let file = temp.path().join("holiday.txt");
    assert_eq!(Matter::create(&file, new_matter()).unwrap_err(), Error::FolderNotEmpty);

    let stage = stage();
    let folder = stage.folder();
    let _temp = stage.close();
    assert_eq!(Matter::create(&folder, new_matter()).unwrap_err(), Error::FolderNotEmpty);
    assert!(open(&folder).is_ok());
}

#[test]
fn a_matter_whose_making_was_interrupted_is_refused_and_can_be_made_again() {
    let temp = stage().close();
    let folder = temp.path().join("matter");
    fs::write(folder.join("unfinished"), "").unwrap();
    assert_eq!(open(&folder).unwrap_err(), Error::Unfinished);
    assert_eq!(keyholders(&folder).unwrap_err(), Error::Unfinished);
    let (matter, _) = Matter::create(&folder, new_matter()).unwrap();
    matter.close().unwrap();
    assert!(open(&folder).is_ok());
}

#[test]
fn who_can_unlock_is_seen_without_a_passphrase() {
    let stage = stage();
    assert_eq!(keyholders(&stage.folder()).unwrap(), [imogen().sign_in]);
    let elsewhere = tempfile::tempdir().unwrap();
    assert_eq!(keyholders(elsewhere.path()).unwrap_err(), Error::NotAMatter);
    assert_eq!(keyholders(&elsewhere.path().join("gone")).unwrap_err(), Error::NotAMatter);
    assert_eq!(open(elsewhere.path()).unwrap_err(), Error::NotAMatter);
}

#[test]
fn sign_in_names_are_plain() {
    for good in ["al", "imogen", "imogen.achebe", "t-wojcik2"] {
        assert!(SignIn::new(good).is_ok(), "{good}");
    }
    for bad in ["", "a", "Imogen", "../etc", "imogen achebe", "2imogen", "siân", "imogen-", &"a".repeat(33)]
    {
        assert_eq!(SignIn::new(bad), Err(Error::BadSignIn), "{bad}");
    }
}
