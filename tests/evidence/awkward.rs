//! Files that are broken, hostile or not what they say: each is named, and the others come in.

use joinder_tests::program::Sandbox;
use serde_json::Value;

const GOOD: &str = "From: a@party.example\r\nTo: bronwen@gpost.example\r\nSubject: Private and Confidential\r\nDate: Wed, 3 Nov 2021 15:00:00 +0000\r\n\r\nDear Sir / Madam\r\n";

/// Takes in `bytes` as `name` beside a good mail, and returns what is said of each.
fn beside_a_good_mail(name: &str, bytes: impl AsRef<[u8]>) -> (Value, Value) {
    let sandbox = Sandbox::with_matter();
    let sheet = sandbox.file("sheet.csv", "forenames,surname,emails\nBronwen,Parry,bronwen@gpost.example\n");
    sandbox.run(["import".as_ref(), "claimants".as_ref(), sheet.as_os_str()]).succeeds();
    sandbox.file("in/good.eml", GOOD);
    sandbox.file(&format!("in/{name}"), bytes);
    let folder = sandbox.path("in");
    let ended = sandbox.run(["--json".as_ref(), "import".as_ref(), "evidence".as_ref(), folder.as_os_str()]);
    assert!([0, 4].contains(&ended.status()), "{}", ended.complained());
    let report = ended.json();
    let item = |name: &str| {
        let items = report["items"].as_array().unwrap();
        items
            .iter()
            .find(|item| item["name"] == name)
            .unwrap_or_else(|| panic!("{name} is named in {report:#}"))
            .clone()
    };
    assert_eq!(item("good.eml")["claimant_name"], "Bronwen Parry", "the good mail comes in all the same");
    (item(name), report)
}

/// Asserts that something is said, and what to do about it.
#[track_caller]
fn says_what_to_do(item: &Value) {
    let said = |key: &str| !item[key].as_str().unwrap_or_default().is_empty();
    assert!(said("message") && said("fix"), "{item:#}");
}

#[test]
fn an_empty_file_is_named() {
    let (item, _) = beside_a_good_mail("empty.eml", "");
    assert_eq!(item["state"], "failed");
    says_what_to_do(&item);
}

#[test]
fn a_mail_that_breaks_off_is_kept() {
    let cut = "From: a@party.example\r\nTo: bronwen@gpost.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/pl";
    let (item, _) = beside_a_good_mail("cut.eml", cut);
    assert_eq!(item["claimant_name"], "Bronwen Parry");
}

#[test]
fn a_mail_nested_a_hundred_deep_does_not_bring_it_down() {
    let mut mail = GOOD.to_owned();
    for depth in 0..100 {
        mail = format!(
            "From: a@party.example\r\nTo: x{depth}@gpost.example\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n{mail}"
        );
    }
    let (item, _) = beside_a_good_mail("deep.eml", mail);
    assert_ne!(item["state"], "failed", "{item:#}");
    says_what_to_do(&item);
}

#[test]
fn a_mail_of_fifty_megabytes_is_dealt_with() {
    let mut mail = GOOD.to_owned();
    mail.push_str(&"All work and no play makes Jack a dull boy.\r\n".repeat(1_130_000));
    assert!(mail.len() > 50_000_000);
    let (item, _) = beside_a_good_mail("huge.eml", mail);
    if item["state"] == "failed" {
        says_what_to_do(&item);
    } else {
        assert_eq!(item["claimant_name"], "Bronwen Parry");
    }
}

#[test]
fn text_without_headers_is_kept_for_a_person_to_look_at() {
    let (item, _) = beside_a_good_mail("noheaders.eml", "Dear Sir / Madam, this is all there is.\r\n");
    assert!(item["claimant"].is_null());
}

#[test]
fn a_mail_that_lies_about_its_character_set_is_kept() {
    let mut mail = b"From: a@party.example\r\nTo: bronwen@gpost.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nSi".to_vec();
    mail.extend([0xe2, 0x6e, 0xff, 0xfe, 0x80]);
    let (item, _) = beside_a_good_mail("lying.eml", mail);
    assert_eq!(item["claimant_name"], "Bronwen Parry");
}

#[test]
fn a_pdf_that_is_none_and_one_that_is_locked_are_named() {
    let (item, _) = beside_a_good_mail("letter.pdf", "This is not a PDF at all.");
    says_what_to_do(&item);
    let locked = &joinder_tests::sample::make()["evidence/S-008-locked.pdf"];
    let (item, _) = beside_a_good_mail("statement.pdf", locked);
    assert_ne!(item["state"], "failed", "the bytes are evidence all the same");
    says_what_to_do(&item);
}

#[test]
fn a_picture_that_would_fill_the_memory_is_named() {
    // A PNG whose header claims 60,000 by 60,000 pixels.
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    png.extend(60_000u32.to_be_bytes());
    png.extend(60_000u32.to_be_bytes());
    png.extend([8, 6, 0, 0, 0, 0, 0, 0, 0]);
    let (item, _) = beside_a_good_mail("bomb.png", png);
    says_what_to_do(&item);
}
