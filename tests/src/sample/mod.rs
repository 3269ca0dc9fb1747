//! The sample matter: fictional people, and what they send in. The same source always makes the same bytes.

mod letter;
mod mail;
mod mistakes;
mod paper;
mod person;
mod picture;
mod readme;
mod seed;
mod table;

use std::collections::BTreeMap;

use person::{Evidence, Person};

/// The folder in which the sample is kept.
pub const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/sample");

/// Every file of the sample, by its path within [`FOLDER`].
pub fn make() -> BTreeMap<String, Vec<u8>> {
    let people = person::people();
    let mut files = BTreeMap::new();
    let mut sent_in = Vec::new();
    for person in &people {
        for evidence in &person.evidence {
            let (name, bytes) = file(person, evidence);
            let path = format!("evidence/{name}");
            assert!(files.insert(path, bytes).is_none(), "{name} is made twice");
            sent_in.push((name, person, evidence));
        }
    }
    // What no program can match to a person, and who sent it: a paralegal would know from the envelope.
    let by_hand = sent_in
        .iter()
        .filter(|(name, _, _)| !name.ends_with(".eml"))
        .map(|(name, person, _)| vec![name.clone(), person.reference.clone()]);
    let heading = vec!["file".to_owned(), "reference".to_owned()];
    files.insert("sent-in-by.csv".into(), table::written(std::iter::once(heading).chain(by_hand)));
    files.insert("claimants.csv".into(), table::claimants(&people));
    files.insert("claimants-with-mistakes.csv".into(), mistakes::claimants());
    files.insert(
        "dkim.txt".into(),
        format!("{}._domainkey.notices.party.example {}\n", mail::SELECTOR, mail::public_key_record())
            .into_bytes(),
    );
    files.insert("README.md".into(), readme::page(&people, &sent_in).into_bytes());
    files.insert(
        ".gitattributes".into(),
        b"# Mails and signatures are exact bytes, line ends included.\n* -text\n".to_vec(),
    );
    files
}

fn file(person: &Person, evidence: &Evidence) -> (String, Vec<u8>) {
    let name = |what: &str| format!("{}-{what}", person.reference);
    if let Some(paper) = evidence.shape.strip_prefix("pdf-") {
        return (name(&format!("{paper}.pdf")), paper::file(paper, person));
    }
    match evidence.shape.as_str() {
        "screenshot" => (name("screenshot.png"), picture::screenshot(None)),
        "photo" => (name("photo.jpg"), picture::photo(person.first_email())),
        shape => {
            let what = match (shape, evidence.letter.as_str()) {
                ("orchard-resignation", _) => "resignation",
                ("fernline-request", _) => "request",
                (_, "") => "notice",
                (_, letter) => letter,
            };
            let picture = || picture::screenshot(Some(person.first_email()));
            (name(&format!("{what}.eml")), mail::file(person, evidence, &picture))
        }
    }
}
