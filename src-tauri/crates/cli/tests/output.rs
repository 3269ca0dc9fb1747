//! Where what is printed goes, and what happens when it does not arrive.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::process::{Command, Stdio};

fn every_command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_joinder"));
    command.args(["call", "--list"]);
    command
}

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let mut child = every_command().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert!(ended.status.success(), "{ended:?}");
    assert!(ended.stderr.is_empty(), "{}", String::from_utf8_lossy(&ended.stderr));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_a_failure() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let ended = every_command().stdout(full).output().unwrap();
    assert_eq!(ended.status.code(), Some(1));
}
