//! Every page of a registration has its picture in the documents, and no picture is left of a page that went.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const DOCS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs");
const QUESTIONS: &str = include_str!("../../src-tauri/crates/app/src/registration/question.rs");

#[test]
fn every_question_has_its_picture() {
    let page = fs::read_to_string(Path::new(DOCS).join("registration-pages.md")).unwrap();
    let folder = Path::new(DOCS).join("screenshots/registration");
    let kept: BTreeSet<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let shown: BTreeSet<String> = page
        .split("(screenshots/registration/")
        .skip(1)
        .map(|rest| rest.split(')').next().unwrap().to_owned())
        .collect();
    assert_eq!(kept, shown, "what is kept is shown, and the other way round");
    let codes = QUESTIONS.lines().filter_map(|line| {
        let line = line.trim();
        let code = line.strip_prefix("ask(\"").or_else(|| line.strip_prefix("code: \""))?;
        code.split('"').next()
    });
    let codes: Vec<&str> = codes.collect();
    assert!(codes.len() > 25, "{codes:?}");
    for code in codes {
        assert!(shown.contains(&format!("reg-{code}.png")), "“{code}” has no picture");
    }
}
