//! Folders and archives give their files one by one.

use joinder_tests::archive::zip;
use serde_json::json;

use crate::desk::{Desk, letter, sample};

fn mail(n: u32) -> Vec<u8> {
    letter("elen@example.com", &format!("letter {n}")).into_bytes()
}

#[test]
fn an_archive_in_an_archive_gives_its_files_with_their_path() {
    let desk = Desk::new();
    let inner = zip(&[("deep/2.eml", mail(2))]);
    let path = desk.file("sent.zip", zip(&[("1.eml", mail(1)), ("more.zip", inner)]));
    let report = desk.take(&[&path]);
    assert_eq!((report["added"].as_u64(), report["failed"].as_u64()), (Some(2), Some(0)), "{report:#}");
    let second = desk.ask("evidence.get", json!({ "id": "2" }))["row"].clone();
    assert_eq!(second["name"], "2.eml");
    assert_eq!(second["origin"]["container"], "archive");
    assert_eq!(second["origin"]["path"], "more.zip/deep/2.eml");
    assert_eq!(second["origin"]["sha256"].as_str().unwrap().len(), 64);
}

#[test]
fn an_archive_made_to_do_harm_does_none() {
    let desk = Desk::new();
    let bomb = zip(&[("zeros.bin", vec![0; 70 << 20])]);
    let hostile = zip(&[
        ("../../../climbs.eml", mail(1)),
        ("/etc/absolute.eml", mail(2)),
        ("C:\\windows\\drive.eml", mail(3)),
        ("same.eml", mail(4)),
        ("same.eml", mail(5)),
        ("bomb.zip", bomb),
    ]);
    let path = desk.file("in/hostile.zip", hostile);
    let report = desk.take(&[&path]);
    assert_eq!(report["added"], 5, "{report:#}");
    assert_eq!(report["failed"], 1, "the bomb is named, not unpacked: {report:#}");
    assert_eq!(desk.beside(), ["config", "in", "matter"], "nothing was unpacked to the disk");
    let items = report["items"].as_array().unwrap();
    let mut names: Vec<_> = items.iter().map(|item| item["name"].as_str().unwrap()).collect();
    names.sort_unstable();
    let expected =
        ["absolute.eml", "climbs.eml", "drive.eml", "hostile.zip/bomb.zip/zeros.bin", "same.eml", "same.eml"];
    assert_eq!(names, expected);
    let broken = desk.file("in/cut.zip", &zip(&[("1.eml", mail(9)), ("2.eml", mail(8))])[..120]);
    let report = desk.take(&[&broken]);
    assert!(report["failed"].as_u64().unwrap() > 0, "{report:#}");
}

#[test]
fn a_mailbox_in_an_archive_gives_only_its_notices() {
    let desk = Desk::new();
    let notice = sample("evidence/S-001-notice.eml");
    let mut mailbox = Vec::new();
    for n in 0..50 {
        mailbox.extend(b"From a@example.com Wed Nov  3 15:42:12 2021\n");
        mailbox.extend(if n == 25 { notice.clone() } else { mail(n) });
        mailbox.extend(b"\n\n");
    }
    let path =
        desk.file("takeout.zip", zip(&[("Takeout/Mail/All mail.mbox", mailbox), ("note.eml", mail(99))]));
    let report = desk.take(&[&path]);
    assert_eq!(report["added"], 2, "{report:#}");
    assert_eq!(report["mailboxes"][0]["not_taken"], 49, "{report:#}");
    let scanned = desk.ask("evidence.scan", json!({ "path": path }));
    assert_eq!((scanned["seen"].as_u64(), scanned["notices"].as_u64()), (Some(50), Some(1)), "{scanned:#}");
    assert_eq!(scanned["candidates"][0]["already_there"], true);
}

#[test]
fn a_folder_of_folders_remembers_where_each_file_lay() {
    let desk = Desk::new();
    desk.file("claim/mail/2021/notice.eml", mail(1));
    desk.file("claim/.hidden.eml", mail(2));
    let report = desk.take(&[&desk.path("claim")]);
    assert_eq!(report["added"], 1);
    let row = desk.ask("evidence.get", json!({ "id": "1" }))["row"].clone();
    let origin = &row["origin"];
    assert_eq!(
        (origin["container"].as_str(), origin["path"].as_str()),
        (Some("folder"), Some("mail/2021/notice.eml"))
    );
}
