//! A folder that cannot be used as it is.

use std::fs;
use std::path::Path;

use joinder_store::{Error, Matter, claimant};

use crate::stage::*;

#[test]
fn some_other_programs_database_is_no_matter_of_ours() {
    let temp = stage().close();
    let folder = temp.path().join("matter");
    fs::write(folder.join("matter.db"), [b"SQLite format 3\0".as_slice(), &[0; 8176]].concat()).unwrap();
    assert_eq!(open(&folder).unwrap_err(), Error::Damaged { what: "database" });
    fs::remove_file(folder.join("matter.db")).unwrap();
    assert_eq!(open(&folder).unwrap_err(), Error::NotAMatter);
}

#[test]
fn a_matter_without_its_keys_says_what_is_missing() {
    let stage = stage();
    let recovery = stage.recovery.clone();
    let temp = stage.close();
    let folder = temp.path().join("matter");
    fs::remove_dir_all(folder.join("keys")).unwrap();
    assert_eq!(open(&folder).unwrap_err(), Error::NotAMatter);
    let opened = Matter::open_with_recovery(&folder, &recovery, now());
    assert_eq!(opened.unwrap_err(), Error::Damaged { what: "key file" });
}

#[test]
fn the_keys_of_one_matter_do_not_open_another() {
    let (one, other) = (stage(), stage());
    let (one, other) = (one.close(), other.close());
    for file in fs::read_dir(one.path().join("matter/keys")).unwrap().map(|file| file.unwrap()) {
        fs::copy(file.path(), other.path().join("matter/keys").join(file.file_name())).unwrap();
    }
    assert_eq!(open(&other.path().join("matter")).unwrap_err(), Error::Damaged { what: "database" });
}

#[test]
fn every_error_says_what_to_do_in_plain_words() {
    for error in [
        Error::WrongPassphrase,
        Error::OpenElsewhere,
        Error::NewerMatter { found: 9, supported: 1 },
        Error::Damaged { what: "database" },
        Error::DiskFull,
        Error::ReadOnly,
        Error::NotAMatter,
        Error::Conflict { found: 2, expected: 1 },
    ] {
        let text = error.to_string();
        assert!(text.starts_with(char::is_lowercase) && text.contains([';', ':']), "{text}");
        assert!(!error.code().contains(char::is_uppercase), "{}", error.code());
    }
}

/// Permissions mean nothing to root, so the part that needs them runs as another user.
#[cfg(unix)]
mod read_only {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    use std::process::{Command, Stdio};

    use super::*;

    const FOLDER: &str = "JOINDER_TEST_READ_ONLY";
    const NOBODY: u32 = 65_534;

    fn mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    /// Not a test by itself: what the second process does. Without the variable it has nothing to do.
    #[test]
    fn the_process_that_may_only_read() {
        let Ok(folder) = std::env::var(FOLDER) else { return };
        let folder = Path::new(&folder);
        assert_eq!(open(&folder.join("matter")).unwrap_err(), Error::ReadOnly);
        let made = Matter::create(&folder.join("another"), new_matter());
        assert_eq!(made.unwrap_err(), Error::ReadOnly);
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_refused_and_left_as_it_is() {
        let temp = stage().close();
        let folder = temp.path().join("matter");
        fs::remove_file(folder.join("matter.lock")).unwrap();
        let program = temp.path().join("program");
        fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
        mode(&program, 0o755);
        for file in [folder.join("matter.db"), folder.join("keys")] {
            mode(&file, 0o755);
        }
        for key in fs::read_dir(folder.join("keys")).unwrap() {
            mode(&key.unwrap().path(), 0o444);
        }
        mode(&folder, 0o555);
        mode(temp.path(), 0o555);

        let mut command = Command::new(&program);
        command
            .args(["--exact", "bad_input::read_only::the_process_that_may_only_read"])
            .env(FOLDER, temp.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if fs::metadata(temp.path()).unwrap().uid() == 0 {
            command.uid(NOBODY).gid(NOBODY);
        }
        let status = command.status().unwrap();
        mode(temp.path(), 0o755);
        mode(&folder, 0o755);
        assert!(status.success());
        assert!(!temp.path().join("another").exists());
        assert!(open(&folder).is_ok());
    }
}

/// A file system of 12 MB would need rights that a test does not have, so SQLite is told that there is no more room.
#[test]
fn a_full_disk_in_the_middle_of_a_write_loses_nothing_that_was_saved() {
    let stage = stage();
    add(&stage.matter, 1, &sian());
    stage.matter.limit_pages(Some(200)).unwrap();
    let mut saved = 1;
    let full = loop {
        let mut long = named("Sam", &format!("Adeyemi {saved}"));
        long.consequence.own_words = "I was worried for weeks. ".repeat(2_000);
        let written =
            stage.matter.write(joinder_store::Op("claimant.add"), &stage.matter.actor(), now(), |tx| {
                claimant::insert(tx, claimant_id(10 + u128::from(saved)), &long)
            });
        match written {
            Ok(_) => saved += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(full, Error::DiskFull);
    assert!(saved > 1, "there was room for some");
    assert_eq!(stage.matter.read(claimant::total).unwrap(), u64::from(saved));

    stage.matter.limit_pages(None).unwrap();
    assert_eq!(add(&stage.matter, 9, &olena()).0, saved + 1);
    let temp = stage.close();
    assert_eq!(
        open(&temp.path().join("matter")).unwrap().read(claimant::total).unwrap(),
        u64::from(saved) + 1
    );
}
