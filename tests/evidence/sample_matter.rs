//! What the sample's people sent in ends where it belongs.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use joinder_tests::program::Sandbox;
use joinder_tests::sample;
use serde_json::Value;

struct Taken {
    sandbox: Sandbox,
    items: BTreeMap<String, Value>,
}

/// The sample's claimants, and all that they sent in.
fn taken() -> &'static Taken {
    static TAKEN: OnceLock<Taken> = OnceLock::new();
    TAKEN.get_or_init(|| {
        let sandbox = Sandbox::with_matter();
        for (name, bytes) in sample::make() {
            sandbox.file(&format!("sample/{name}"), bytes);
        }
        let claimants = sandbox.path("sample/claimants.csv");
        sandbox.run(["import".as_ref(), "claimants".as_ref(), claimants.as_os_str()]).succeeds();
        let evidence = sandbox.path("sample/evidence");
        let words = ["--json".as_ref(), "import".as_ref(), "evidence".as_ref(), evidence.as_os_str()];
        let report = sandbox.run(words).succeeds().json();
        let items = report["items"].as_array().unwrap();
        let items =
            items.iter().map(|item| (item["name"].as_str().unwrap().to_owned(), item.clone())).collect();
        Taken { sandbox, items }
    })
}

/// One program at a time has the matter open: tests that start one wait for one another.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn owner(file: &str) -> String {
    taken().items[file]["claimant_name"].as_str().unwrap().to_owned()
}

/// How well the file proves that its claimant was told.
fn tier(file: &str) -> u64 {
    let _alone = alone();
    let number = taken().items[file]["claimant"].as_u64().unwrap_or_else(|| panic!("{file} is nobody's"));
    let record = taken().sandbox.run(["--json", "show", &number.to_string()]).succeeds().json();
    let rows = record["evidence"].as_array().unwrap().clone();
    let row = rows.iter().find(|row| row["name"] == file).unwrap();
    row["tier"].as_u64().unwrap_or_else(|| panic!("{file} has no tier: {row:#}"))
}

#[test]
fn mails_are_matched_by_the_address_they_were_sent_to() {
    assert_eq!(owner("S-001-notice.eml"), "Ada Sampleworth");
    assert_eq!(owner("S-002-notice.eml"), "Bernard Testwick");
    assert_eq!(owner("S-058-notice.eml"), "Josephine Attaché");
    assert_eq!(owner("S-071-notice.eml"), "Sebastian Quill");
}

#[test]
fn ada_s_native_mail_with_its_signature_is_as_strong_as_it_gets() {
    for file in
        ["S-001-notice.eml", "S-012-notice.eml", "S-014-notice.eml", "S-017-notice.eml", "S-032-notice.eml"]
    {
        assert_eq!(tier(file), 5, "{file}");
    }
}

#[test]
fn each_way_of_passing_it_on_has_its_strength() {
    for file in ["S-002", "S-053", "S-077", "S-080", "S-084b", "S-087"] {
        assert_eq!(tier(&format!("{file}-notice.eml")), 3, "{file}: forwarded within the text");
    }
    for file in ["S-058", "S-083"] {
        assert_eq!(tier(&format!("{file}-notice.eml")), 4, "{file}: forwarded as an attachment");
    }
}

#[test]
fn leopold_s_edited_copy_is_kept_and_proves_no_more_than_his_word() {
    assert!(tier("S-060-notice.eml") <= 1);
}

#[test]
fn a_friend_s_copy_never_counts_for_sandra() {
    let item = &taken().items["S-036-notice.eml"];
    if item["claimant"].is_null() {
        return; // left for a person to decide
    }
    assert_eq!(tier("S-036-notice.eml"), 0);
}

#[test]
fn other_incidents_other_parties_and_swindles_are_no_notice() {
    for file in ["S-033-earlier-incident.eml", "S-054-other-party.eml", "S-064-phish.eml"] {
        assert_eq!(tier(file), 0, "{file}");
    }
}

#[test]
fn one_mailbox_of_two_people_is_left_for_a_person_to_decide() {
    let item = &taken().items["S-041a-notice.eml"];
    assert_eq!(item["state"], "unassigned", "{item:#}");
}

#[test]
fn the_same_files_again_add_nothing() {
    let Taken { sandbox, items } = taken();
    let _alone = alone();
    let evidence = sandbox.path("sample/evidence");
    let words = ["--json".as_ref(), "import".as_ref(), "evidence".as_ref(), evidence.as_os_str()];
    let again = sandbox.run(words).json();
    assert_eq!((&again["added"], &again["already_there"]), (&0.into(), &items.len().into()));
}
