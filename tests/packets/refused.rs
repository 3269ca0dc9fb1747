//! What goes wrong on the way is named, and the file is left as it is.

use std::fs;

use crate::stage::{NOTICE, Stage, nia};

/// What receiving these bytes says: its code.
fn code(stage: &Stage, name: &str, bytes: &[u8]) -> String {
    let file = stage.sandbox.file(name, bytes);
    let ended = stage.receive(&file).ends_with(4);
    let item = &ended.json()["items"][0];
    assert_eq!(item["state"], "refused", "{name}: {item}");
    assert!(!item["fix"].as_str().unwrap().is_empty(), "{name} says what to do");
    assert_eq!(fs::read(&file).unwrap(), bytes, "{name} stays as it was");
    item["code"].as_str().unwrap().to_owned()
}

#[test]
fn a_damaged_packet_is_listed_with_its_reason_and_left_alone() {
    let stage = Stage::new();
    let notice = stage.sandbox.file("home/notice.eml", NOTICE);
    let sealed = fs::read(stage.seal("nia", &nia(), &[&notice])).unwrap();
    let mut altered = sealed.clone();
    let last = altered.len() - 20;
    altered[last] ^= 1;
    assert_eq!(code(&stage, "altered.joinder-packet", &altered), "sealed-altered");
    assert_eq!(code(&stage, "cut.joinder-packet", &sealed[..sealed.len() - 100]), "sealed-altered");
    assert_eq!(code(&stage, "start.joinder-packet", &sealed[..150]), "not-sealed");
    assert_eq!(code(&stage, "empty.joinder-packet", b""), "not-sealed");
    assert_eq!(code(&stage, "letter.joinder-packet", b"%PDF-1.7 a letter"), "not-sealed");
    let rows = stage.sandbox.run(["--json", "packet", "list", "--state", "refused"]).succeeds().json();
    assert_eq!(rows.as_array().unwrap().len(), 5);
    assert!(rows.as_array().unwrap().iter().all(|row| !row["message"].as_str().unwrap().is_empty()));
    stage.sandbox.run(["packet", "show", "1"]).ends_with(1);
    stage.sandbox.run(["packet", "accept", "1"]).ends_with(1);
    stage.sandbox.run(["audit", "verify"]).succeeds();
}

#[test]
fn a_packet_for_another_matter_is_refused() {
    let (here, there) = (Stage::new(), Stage::new());
    let sealed = fs::read(there.seal("nia", &nia(), &[])).unwrap();
    assert_eq!(code(&here, "strayed.joinder-packet", &sealed), "sealed-for-other-key");
}

#[test]
fn a_file_of_two_gigabytes_is_not_read_into_memory() {
    let stage = Stage::new();
    let path = stage.sandbox.path("huge.joinder-packet");
    fs::File::create(&path).unwrap().set_len(2 << 30).unwrap();
    let item = stage.received(&path);
    assert_eq!(item["code"], "sealed-too-large");
}

#[test]
fn an_archive_that_would_unpack_without_end_stays_packed() {
    let stage = Stage::new();
    let bomb = stage.sandbox.file("home/bomb.zip", bomb());
    stage.receive(&stage.seal("nia", &nia(), &[&bomb])).succeeds();
    assert_eq!(stage.show(1)["files"][0]["shape"], "ZIP archive");
    let accepted = stage.sandbox.run(["--json", "packet", "accept", "1"]).succeeds().json();
    assert_eq!(accepted["evidence"], 1);
}

/// A ZIP file with 24 MB of zeros in some 24 kB.
fn bomb() -> Vec<u8> {
    use std::io::Write;
    let mut deflate = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    let block = vec![0; 1 << 20];
    for _ in 0..24 {
        deflate.write_all(&block).unwrap();
    }
    let packed = deflate.finish().unwrap();
    let mut crc = flate2::Crc::new();
    (0..24).for_each(|_| crc.update(&block));
    let entry = |signature: &[u8], extra: &[u8]| {
        let mut bytes = signature.to_vec();
        bytes.extend(extra);
        bytes.extend([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
        bytes.extend(crc.sum().to_le_bytes());
        bytes.extend(u32::try_from(packed.len()).unwrap().to_le_bytes());
        bytes.extend((24_u32 << 20).to_le_bytes());
        bytes.extend([8, 0, 0, 0]);
        bytes
    };
    let mut zip = entry(b"PK\x03\x04", &[]);
    zip.extend(b"zero.bin");
    zip.extend(&packed);
    let start = u32::try_from(zip.len()).unwrap();
    zip.extend(entry(b"PK\x01\x02", &[20, 0]));
    zip.extend([0; 10]);
    zip.extend(0_u32.to_le_bytes());
    zip.extend(b"zero.bin");
    let size = u32::try_from(zip.len()).unwrap() - start;
    zip.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    zip.extend(size.to_le_bytes());
    zip.extend(start.to_le_bytes());
    zip.extend([0, 0]);
    zip
}

#[test]
fn an_invitation_that_ended_or_was_altered_is_not_sealed_for() {
    let stage = Stage::new();
    stage.invite("2020-01-01").ends_with(1);
    stage.invite("whenever").ends_with(1);
    let text = fs::read_to_string(&stage.invitation).unwrap();
    let seal = |invitation: &str| {
        let file = stage.sandbox.file("other.joinder-invite", invitation);
        let (out, ended) = stage.seal_for(&file, "out", &nia(), &[]);
        assert!(!out.exists() || ended.status() == 0, "nothing is left of what failed");
        ended
    };
    let altered = seal(&text.replace("020 7946 0000", "020 7946 0999"));
    assert!(altered.ends_with(1).complained().contains("altered"));
    assert!(seal("{}").ends_with(1).complained().contains("not an invitation"));
    seal(&text).succeeds();
}

#[test]
fn answers_with_mistakes_are_found_before_they_are_sealed() {
    let stage = Stage::new();
    let mut claimant = nia();
    claimant["identity"]["date_of_birth"] = "2150-01-01".into();
    let (out, ended) = stage.seal_for(&stage.invitation, "out", &claimant, &[]);
    assert!(ended.ends_with(1).complained().contains("date_of_birth"));
    assert!(!out.exists());
}
