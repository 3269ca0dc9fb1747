//! A packet goes from Nia to the firm and a request comes back, and whatever happens to the files on their way is noticed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::io::Write;

use joinder_domain::audit::Digest;
use joinder_packet::{
    CopyKey, Error, ExchangeKey, FileEntry, How, Invitation, Manifest, Opened, OpenedRequest, ProfileTexts,
    Question, Request, Sealed, Signature, Transfer, outside, read_copy_key, read_invitation, write_copy_key,
    write_invitation,
};
use serde_json::json;
use uuid::Uuid;

const NOTICE: &[u8] =
    b"From: party@example.org\r\nTo: nia@example.com\r\n\r\nYour data may have been taken.\r\n";

fn invitation(key: &ExchangeKey) -> Invitation {
    Invitation {
        id: Uuid::from_u128(10),
        matter: Uuid::from_u128(20),
        matter_name: "Data breach 2021".into(),
        firm: "Example Solicitors".into(),
        contact: "020 7946 0000".into(),
        issued: "2026-11-25T09:00:00Z".parse().unwrap(),
        expires: "2027-03-31T23:59:59Z".parse().unwrap(),
        keys: key.public(),
        profile: ProfileTexts {
            id: "labour-2021".into(),
            version: 1,
            texts: BTreeMap::from([("profile.toml".into(), "id = \"labour-2021\"".into())]),
        },
    }
}

fn manifest(files: &[(&str, &[u8])]) -> Manifest {
    Manifest {
        packet: Uuid::from_u128(30),
        invitation: Some(Uuid::from_u128(10)),
        matter: Uuid::from_u128(20),
        sequence: 1,
        replaces: None,
        sealed: "2026-11-25T18:30:00Z".parse().unwrap(),
        program: "joinder 0.1.0".into(),
        recipient: ExchangeKey::generate().unwrap().public().recipient.to_string(),
        device: None,
        claimant: json!({ "identity": { "forenames": "Nia", "surname": "Enghraifft" } }),
        signature: Some(Signature {
            name: "Nia Enghraifft".into(),
            capacity: "own".into(),
            kind: "truth-declaration".into(),
            version: 1,
            wording: "I believe that what I have said is true.".into(),
            at: "2026-11-25T18:29:00Z".parse().unwrap(),
            how: How::Typed,
        }),
        assisted_by: None,
        request: None,
        answers: Vec::new(),
        transfer: None,
        files: files.iter().map(|(name, bytes)| entry(name, bytes)).collect(),
    }
}

fn entry(name: &str, bytes: &[u8]) -> FileEntry {
    FileEntry { name: name.into(), size: bytes.len() as u64, sha256: Digest::of(bytes), modified: None }
}

fn seal(key: &ExchangeKey, files: &[(&str, &[u8])]) -> (Vec<u8>, Sealed) {
    let mut sealed = Vec::new();
    let done = manifest(files)
        .seal(&mut sealed, &key.public().recipient, |at, target| {
            Ok::<_, Error>(target.write_all(files[at].1)?)
        })
        .unwrap();
    (sealed, done)
}

fn open(sealed: &[u8], key: &ExchangeKey) -> Result<Manifest, Error> {
    Opened::packet(sealed, key)?.finish()
}

/// Seals this very content for the firm, as a program that is not ours could.
fn seal_raw(key: &ExchangeKey, content: &[u8]) -> Vec<u8> {
    let recipient: age::x25519::Recipient = key.public().recipient.to_string().parse().unwrap();
    age::encrypt(&recipient, content).unwrap()
}

#[test]
fn what_nia_seals_the_firm_reads_and_nobody_else() {
    let firm = ExchangeKey::generate().unwrap();
    let large = vec![7; 200_000];
    let files = [("notice.eml", NOTICE), ("photo.jpg", large.as_slice()), ("empty.txt", b"".as_slice())];
    let (sealed, done) = seal(&firm, &files);
    assert_eq!((done.size, done.sha256), (sealed.len() as u64, Digest::of(&sealed)));
    let foretold = manifest(&files).sealed_size();
    assert!(
        (sealed.len() as u64..sealed.len() as u64 + 400).contains(&foretold),
        "{foretold} {}",
        sealed.len()
    );

    let mut opened = Opened::packet(sealed.as_slice(), &firm).unwrap();
    assert_eq!(opened.manifest().claimant["identity"]["forenames"], "Nia");
    let mut read = Vec::new();
    opened.read_next(&mut read).unwrap();
    assert_eq!(read, NOTICE);
    assert_eq!(opened.next().unwrap().name, "photo.jpg");
    opened.finish().unwrap();

    let stranger = ExchangeKey::generate().unwrap();
    assert_eq!(open(&sealed, &stranger), Err(Error::OtherKey));
    assert_eq!(outside(sealed.as_slice()).unwrap().age_version, 1);
    for word in ["Nia", "Enghraifft", "notice.eml", "data may have been", "joinder", "labour"] {
        assert!(!sealed.windows(word.len()).any(|part| part == word.as_bytes()), "“{word}” can be read");
    }
}

#[test]
fn one_altered_byte_anywhere_is_noticed() {
    let firm = ExchangeKey::generate().unwrap();
    let (sealed, _) = seal(&firm, &[("notice.eml", NOTICE)]);
    for at in 0..sealed.len() {
        let mut altered = sealed.clone();
        altered[at] ^= 1;
        assert!(open(&altered, &firm).is_err(), "byte {at} of {}", sealed.len());
    }
}

#[test]
fn a_packet_that_lost_its_end_is_noticed_wherever_it_ends() {
    let firm = ExchangeKey::generate().unwrap();
    let large = vec![1; 70_000];
    let (sealed, _) = seal(&firm, &[("notice.eml", NOTICE), ("photo.jpg", &large)]);
    for length in (0..sealed.len()).step_by(97).chain([sealed.len() - 1]) {
        assert!(open(&sealed[..length], &firm).is_err(), "{length} of {}", sealed.len());
    }
    let mut longer = sealed;
    longer.extend_from_slice(b"more");
    assert_eq!(open(&longer, &firm), Err(Error::Altered));
}

#[test]
fn what_is_no_packet_is_refused_with_its_reason() {
    let firm = ExchangeKey::generate().unwrap();
    assert_eq!(open(b"", &firm), Err(Error::NotSealed));
    assert_eq!(open(b"%PDF-1.7", &firm), Err(Error::NotSealed));
    assert_eq!(open(b"age-encryption.org/v1\n-> X25519 ", &firm), Err(Error::NotSealed));
    assert_eq!(
        open(&[b"age-encryption.org/v1\n".as_slice(), &vec![b'-'; 1 << 20]].concat(), &firm),
        Err(Error::NotSealed)
    );
    assert_eq!(open(&seal_raw(&firm, b"hello"), &firm), Err(Error::OtherKind));
    assert_eq!(open(&seal_raw(&firm, b"joinder-request 1\n2\n{}"), &firm), Err(Error::OtherKind));
    let newer = seal_raw(&firm, b"joinder-packet 2\n2\n{}");
    assert_eq!(open(&newer, &firm), Err(Error::Newer { found: 2, known: 1 }));
    assert_eq!(open(&seal_raw(&firm, b"joinder-packet 1\n2\n{}"), &firm), Err(Error::Malformed));
    assert_eq!(open(&seal_raw(&firm, b"joinder-packet 1\n9999\n{}"), &firm), Err(Error::Malformed));
    let endless = seal_raw(&firm, b"joinder-packet 1\n99999999999\n{}");
    assert!(matches!(open(&endless, &firm), Err(Error::TooLarge { .. })));
}

#[test]
fn a_manifest_that_lies_about_its_files_is_refused() {
    let firm = ExchangeKey::generate().unwrap();
    let sealed = |change: &dyn Fn(&mut Manifest), bytes: &[u8]| {
        let mut manifest = manifest(&[("notice.eml", NOTICE)]);
        change(&mut manifest);
        let head = serde_json::to_vec(&manifest).unwrap();
        let content = [format!("joinder-packet 1\n{}\n", head.len()).as_bytes(), &head, bytes].concat();
        seal_raw(&firm, &content)
    };
    assert!(open(&sealed(&|_| (), NOTICE), &firm).is_ok());
    assert_eq!(open(&sealed(&|_| (), &NOTICE[1..]), &firm), Err(Error::Malformed), "too few bytes");
    assert_eq!(open(&sealed(&|_| (), &[NOTICE, b"x"].concat()), &firm), Err(Error::Malformed), "too many");
    let other = vec![b'x'; NOTICE.len()];
    assert_eq!(open(&sealed(&|_| (), &other), &firm), Err(Error::FileDiffers { at: 0 }));
    for name in ["../../etc/passwd", "a/b.eml", "a\\b.eml", "", "..", "line\nbreak", &"x".repeat(300)] {
        let named = sealed(&|manifest| manifest.files[0].name = name.into(), NOTICE);
        assert_eq!(open(&named, &firm), Err(Error::Malformed), "{name:?}");
    }
    let huge = sealed(&|manifest| manifest.files[0].size = u64::MAX, NOTICE);
    assert!(matches!(open(&huge, &firm), Err(Error::TooLarge { .. })));
    let many = sealed(&|manifest| manifest.files = vec![entry("e", b""); 501], b"");
    assert_eq!(open(&many, &firm), Err(Error::Malformed));
}

#[test]
fn a_file_that_changed_before_it_was_sealed_is_not_sent() {
    let firm = ExchangeKey::generate().unwrap();
    for now in [b"shorter".as_slice(), &[NOTICE, b"longer"].concat(), &vec![b'x'; NOTICE.len()]] {
        let done = manifest(&[("notice.eml", NOTICE)]).seal(
            &mut Vec::new(),
            &firm.public().recipient,
            |_, target: &mut dyn Write| Ok::<_, Error>(target.write_all(now)?),
        );
        assert!(done.is_err(), "{} bytes instead of {}", now.len(), NOTICE.len());
    }
}

#[test]
fn an_invitation_shows_the_same_words_to_both_sides() {
    let firm = ExchangeKey::generate().unwrap();
    let mut file = Vec::new();
    write_invitation(&invitation(&firm), &firm, &mut file).unwrap();
    let read = read_invitation(file.as_slice()).unwrap();
    assert_eq!(read, invitation(&firm));
    assert_eq!(read.fingerprint().words().len(), 10);
    let kept = ExchangeKey::from_text(&firm.to_text()).unwrap();
    assert_eq!(invitation(&kept).fingerprint(), read.fingerprint());
    assert_ne!(invitation(&ExchangeKey::generate().unwrap()).fingerprint(), read.fingerprint());
    assert!(!format!("{firm:?}").contains("SECRET"));
}

#[test]
fn an_altered_invitation_is_refused() {
    let firm = ExchangeKey::generate().unwrap();
    let mut file = Vec::new();
    write_invitation(&invitation(&firm), &firm, &mut file).unwrap();
    let text = String::from_utf8(file).unwrap();
    let read = |text: &str| read_invitation(text.as_bytes());
    assert_eq!(
        read(&text.replace("Example Solicitors", "Another Solicitors")),
        Err(Error::AlteredInvitation)
    );
    let thief = ExchangeKey::generate().unwrap().public().recipient.to_string();
    let honest = firm.public().recipient.to_string();
    assert_eq!(read(&text.replace(&honest, &thief)), Err(Error::AlteredInvitation));
    assert_eq!(
        read(&text.replace("\"version\": 1,", "\"version\": 2,")),
        Err(Error::Newer { found: 2, known: 1 })
    );
    assert_eq!(read(text.get(..text.len() / 2).unwrap_or_default()), Err(Error::NotAnInvitation));
    assert_eq!(read("{}"), Err(Error::NotAnInvitation));
    assert_eq!(read_invitation([0xFF, 0xFE].as_slice()), Err(Error::NotAnInvitation));
    assert!(matches!(read_invitation(std::io::repeat(b' ')), Err(Error::TooLarge { .. })));
}

#[test]
fn a_request_reaches_nia_and_only_from_her_firm() {
    let (firm, nia) = (ExchangeKey::generate().unwrap(), ExchangeKey::generate().unwrap());
    let request = Request {
        request: Uuid::from_u128(40),
        packet: Uuid::from_u128(30),
        invitation: Uuid::from_u128(10),
        matter: Uuid::from_u128(20),
        made: "2026-11-26T09:00:00Z".parse().unwrap(),
        message: "Thank you. Two things are missing.".into(),
        questions: vec![Question {
            code: "q1".into(),
            page: "left".into(),
            text: "In which year did you leave?".into(),
        }],
        files: vec![entry("statement.pdf", b"%PDF-1.7")],
    };
    let mut sealed = Vec::new();
    let copy = |_: usize, target: &mut dyn Write| Ok::<_, Error>(target.write_all(b"%PDF-1.7")?);
    request.seal(&mut sealed, &firm, &nia.public().recipient, copy).unwrap();
    let verifying = firm.public().verifying;
    assert_eq!(OpenedRequest::open(sealed.as_slice(), &nia, &verifying).unwrap().finish().unwrap(), request);
    assert!(matches!(OpenedRequest::open(sealed.as_slice(), &firm, &verifying), Err(Error::OtherKey)));
    let stranger = ExchangeKey::generate().unwrap();
    let mut forged = Vec::new();
    request.seal(&mut forged, &stranger, &nia.public().recipient, copy).unwrap();
    assert!(matches!(OpenedRequest::open(forged.as_slice(), &nia, &verifying), Err(Error::NotSigned)));
}

/// Nia's record, as a colleague with this key sends it.
fn transfer(sender: &ExchangeKey) -> Manifest {
    let keys = sender.public();
    Manifest {
        invitation: None,
        signature: None,
        recipient: keys.recipient.to_string(),
        transfer: Some(Transfer {
            claimant: Uuid::from_u128(40),
            reference: "C-000001".into(),
            copy: Uuid::from_u128(50),
            person: "Bronwen Parry".into(),
            verifying_key: keys.verifying_text(),
            states: vec![Digest::of(b"{}")],
            entries: 7,
            head: Digest::of(b"head"),
            history: Vec::new(),
            beside: Vec::new(),
            papers: Vec::new(),
            labels: Vec::new(),
        }),
        ..manifest(&[])
    }
}

#[test]
fn a_colleague_is_who_signed() {
    let (office, laptop, stranger) = (
        ExchangeKey::generate().unwrap(),
        ExchangeKey::generate().unwrap(),
        ExchangeKey::generate().unwrap(),
    );
    let to = office.public().recipient;
    let seal = |manifest: &Manifest, key: &ExchangeKey| {
        let mut sealed = Vec::new();
        manifest.seal_transfer(&mut sealed, key, &to, |_, _| Ok::<_, Error>(())).unwrap();
        sealed
    };
    let sent = transfer(&laptop);
    let opened = open(&seal(&sent, &laptop), &office).unwrap();
    assert_eq!(opened, sent);
    assert_eq!(opened.sender().unwrap().words(), CopyKey::fingerprint(&copy_key(&laptop)).words());
    assert_eq!(open(&seal(&sent, &stranger), &office), Err(Error::TransferNotSigned));
    assert_eq!(open(&seal(&sent, &laptop), &laptop), Err(Error::OtherKey));
    // A claimant's packet is no colleague's, and a colleague's is no claimant's.
    let mut plain = Vec::new();
    sent.seal(&mut plain, &to, |_, _| Ok::<_, Error>(())).unwrap();
    assert_eq!(open(&plain, &office), Err(Error::Malformed));
    assert_eq!(open(&seal(&manifest(&[]), &laptop), &office), Err(Error::Malformed));
}

fn copy_key(key: &ExchangeKey) -> CopyKey {
    CopyKey {
        matter: Uuid::from_u128(20),
        matter_name: "Data breach 2021".into(),
        person: "Bronwen Parry".into(),
        made: "2026-11-25T18:30:00Z".parse().unwrap(),
        keys: key.public(),
    }
}

#[test]
fn a_colleagues_key_is_as_it_was_written() {
    let key = ExchangeKey::generate().unwrap();
    let (of, mut text) = (copy_key(&key), Vec::new());
    write_copy_key(&of, &key, &mut text).unwrap();
    assert_eq!(read_copy_key(text.as_slice()).unwrap(), of);
    let altered = String::from_utf8(text.clone()).unwrap().replace("Bronwen", "Gwyneth");
    assert_eq!(read_copy_key(altered.as_bytes()), Err(Error::AlteredKey));
    assert_eq!(read_copy_key(&text[..40]), Err(Error::NotAKey));
    assert_eq!(read_copy_key(&b"\xff\xfe"[..]), Err(Error::NotAKey));
    let newer = String::from_utf8(text).unwrap().replace("\"version\": 1", "\"version\": 2");
    assert_eq!(read_copy_key(newer.as_bytes()), Err(Error::Newer { found: 2, known: 1 }));
    assert_eq!(read_copy_key(std::io::repeat(b' ')), Err(Error::TooLarge { limit: 64 << 10 }));
}
