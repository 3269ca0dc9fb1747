//! A process that dies in the middle of a write. The test starts its own program again, which kills itself.

use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;

use joinder_domain::audit::Verdict;
use joinder_store::{Error, Op, audit, claimant};

use crate::stage::*;

const FOLDER: &str = "JOINDER_TEST_DIES_IN";
const WHEN: &str = "JOINDER_TEST_DIES_WHEN";

/// Not a test by itself: what the second process does. Without the variable it has nothing to do.
#[test]
fn the_process_that_dies() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let matter = open(Path::new(&folder)).unwrap();
    add(&matter, 1, &sian());
    if std::env::var(WHEN).unwrap() == "between writes" {
        std::process::abort();
    }
    let unfinished = matter.write(Op("claimant.add"), &matter.actor(), now(), |tx| {
        for n in 2..5_000 {
            claimant::insert(tx, claimant_id(n), &named("Sam", &format!("Adeyemi {n}")))?;
        }
        std::process::abort();
        #[expect(unreachable_code)]
        Ok::<(), Error>(())
    });
    panic!("the process lives on: {unfinished:?}");
}

fn die(folder: &Path, when: &str) {
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::the_process_that_dies", "--nocapture"])
        .env(FOLDER, folder)
        .env(WHEN, when)
        .stderr(std::process::Stdio::null())
        .stdout(std::process::Stdio::null())
        .status()
        .unwrap();
    assert!(!status.success());
    assert_ne!(status.code(), Some(101), "it failed instead of dying");
}

#[test]
fn what_was_saved_before_a_crash_is_there_and_what_was_not_is_gone() {
    for when in ["in a write", "between writes"] {
        let temp = stage().close();
        let folder = temp.path().join("matter");
        die(&folder, when);
        assert!(folder.join("matter.db-wal").exists(), "nothing was folded in: {when}");

        let matter = open(&folder).unwrap();
        assert_eq!(matter.read(claimant::total).unwrap(), 1, "{when}");
        let verdict = audit::verify(&matter, &mut |_, _| ControlFlow::Continue(())).unwrap();
        assert!(matches!(verdict, Some(Verdict::Intact { entries: 4, .. })), "{when}: {verdict:?}");
        assert_eq!(add(&matter, 2, &olena()).0, 2, "{when}");
    }
}
