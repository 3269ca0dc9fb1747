//! The audit tells what was altered, and the folder tells strangers nothing.

mod backup;

use std::fs;
use std::path::Path;

use joinder_tests::program::Sandbox;
use joinder_tests::sample;

fn with_claimants() -> Sandbox {
    let sandbox = Sandbox::with_matter();
    let file = sandbox.file("claimants.csv", &sample::make()["claimants.csv"]);
    sandbox.run(["import".as_ref(), "claimants".as_ref(), file.as_os_str()]).succeeds();
    sandbox
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn an_untouched_matter_is_intact() {
    let sandbox = with_claimants();
    let verdict = sandbox.run(["--json", "audit", "verify"]).succeeds().json();
    assert_eq!(verdict["verdict"], "intact");
    assert!(verdict["entries"].as_u64().unwrap() > 1);
}

#[test]
fn one_flipped_byte_anywhere_and_it_is_no_longer_intact() {
    let sandbox = with_claimants();
    let whole = sandbox.path("whole");
    copy(&sandbox.matter(), &whole);
    let database = sandbox.matter().join("matter.db");
    let size = fs::metadata(&database).unwrap().len();
    for place in [20, size / 3, size / 2, size * 4 / 5, size - 100] {
        fs::remove_dir_all(sandbox.matter()).unwrap();
        copy(&whole, &sandbox.matter());
        let mut bytes = fs::read(&database).unwrap();
        bytes[usize::try_from(place).unwrap()] ^= 1;
        fs::write(&database, bytes).unwrap();
        let ended = sandbox.run(["audit", "verify"]);
        assert!(
            [1, 5].contains(&ended.status()),
            "byte {place} of {size}: {} {}",
            ended.status(),
            ended.said()
        );
        assert!(!ended.said().starts_with("Intact"), "byte {place} of {size}");
        assert!(
            !format!("{}{}", ended.said(), ended.complained()).trim().is_empty(),
            "it says what is wrong"
        );
    }
}

#[test]
fn no_name_and_no_address_can_be_read_in_the_folder() {
    let sandbox = with_claimants();
    let mut looked_at = 0;
    let mut folders = vec![sandbox.matter()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = fs::read(&path).unwrap();
            for word in [
                "Sampleworth",
                "Testwick",
                "gpost.example",
                "Fixture Street",
                "SQLite format",
                "CREATE TABLE",
            ] {
                let found =
                    bytes.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()));
                assert!(!found, "“{word}” stands in {}", path.display());
            }
            looked_at += bytes.len();
        }
    }
    assert!(looked_at > 100_000, "there is a database to look at");
}

#[test]
fn whoever_acts_is_named_in_the_audit() {
    let sandbox = Sandbox::with_matter();
    let second = sandbox.file("second", "an entirely different passphrase\n");
    let words = [
        "people".as_ref(),
        "add".as_ref(),
        "dafydd".as_ref(),
        "--full-name".as_ref(),
        "Dafydd Gwyn".as_ref(),
    ];
    let file = ["--new-passphrase-file".as_ref(), second.as_os_str()];
    sandbox.run(words.into_iter().chain(file)).succeeds();
    let sheet = sandbox.file("sheet.csv", "forenames,surname\nElen,Prawf\n");
    let mut import = sandbox.command(["--person", "dafydd", "import", "claimants"]);
    let output =
        import.arg(&sheet).env("JOINDER_PASSPHRASE", "an entirely different passphrase").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let listed = sandbox.run(["--json", "--person", "bronwen", "audit", "list"]).succeeds().json();
    let who: Vec<&str> = listed.as_array().unwrap().iter().map(|row| row["who"].as_str().unwrap()).collect();
    assert!(who.iter().any(|who| who.contains("Dafydd") || *who == "dafydd"), "{who:?}");
    assert!(who.iter().any(|who| who.contains("Bronwen") || *who == "bronwen"), "{who:?}");
}

#[test]
fn a_wrong_passphrase_opens_nothing_and_says_so() {
    let sandbox = Sandbox::with_matter();
    let output = sandbox.command(["list"]).env("JOINDER_PASSPHRASE", "not the passphrase").output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("passphrase"));
}
