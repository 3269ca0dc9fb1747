//! The mains fail in the middle of an import. The test starts its own program again, which dies there.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

use joinder_app::{App, Job};
use serde_json::{Value, json};

use crate::stage::{PASSPHRASE, stage};

const CONFIG: &str = "JOINDER_TEST_IMPORT_DIES_IN";
const PEOPLE: usize = 12_000;

fn unlock(app: &App, folder: &PathBuf) {
    let input = json!({ "folder": folder, "sign_in": "imogen", "passphrase": PASSPHRASE });
    app.dispatch("matter.unlock", input, &Job::quiet()).unwrap();
}

/// Not a test by itself: what the second process does. Without the variable it has nothing to do.
#[test]
fn the_process_that_dies_in_an_import() {
    let Ok(folder) = std::env::var(CONFIG).map(PathBuf::from) else { return };
    let app = App::new(folder.join("config"));
    unlock(&app, &folder.join("matter"));
    let job = Job::new(|progress| {
        // Ten thousand rows are in the tables and the indexes by now.
        if progress.label == "Importing rows" && progress.done * 10 > progress.total * 9 {
            std::process::abort();
        }
    });
    let done = app.dispatch("import.claimants", json!({ "path": folder.join("many.csv") }), &job);
    panic!("the process lives on: {done:?}");
}

#[test]
fn an_import_that_the_mains_stopped_is_as_if_it_had_never_begun_and_can_be_made_again() {
    let stage = stage();
    let agnes = json!({ "identity": { "forenames": "Agnes", "surname": "Testwick" } });
    stage.add(agnes);
    let mut text = String::from("forenames,surname,emails\n");
    for n in 0..PEOPLE {
        let letters: String =
            [n % 26, n / 26 % 26, n / 676].map(|n| char::from(b'a' + n as u8)).iter().collect();
        writeln!(text, "Ewan,Test{letters},e{n}@post.example").unwrap();
    }
    let path = stage.temp.path().join("many.csv");
    std::fs::write(&path, text).unwrap();
    stage.call("matter.lock", json!({}));

    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "power::the_process_that_dies_in_an_import", "--nocapture"])
        .env(CONFIG, stage.temp.path())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .status()
        .unwrap();
    assert!(!status.success());
    assert_ne!(status.code(), Some(101), "it failed instead of dying");
    assert!(stage.folder().join("matter.db-wal").exists(), "it ended in good order");

    unlock(&stage.app, &stage.folder());
    let call = |name: &str, input: Value| stage.call(name, input);
    assert_eq!(call("claimant.ids", json!({ "sort": "number" })), json!([1]));
    assert_eq!(call("import.list", json!({})), json!([]));
    assert_eq!(call("audit.verify", json!({}))["verdict"], "intact");
    let report = call("import.claimants", json!({ "path": path }));
    assert_eq!((&report["good"], &report["already_there"]), (&json!(PEOPLE), &json!(0)));
    assert_eq!(call("claimant.ids", json!({ "sort": "number" })).as_array().unwrap().len(), PEOPLE + 1);
}
